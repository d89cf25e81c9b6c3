//! Pictures of screens and slides, as the command writes them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

use std::process::{Command, Output, Stdio};

use liberterra::app::focus::Screen;
use liberterra::app::opening::Opening;
use liberterra::data::Library;
use liberterra::model::filter;
use liberterra::model::group::By;
use liberterra::model::query::Sort;
use liberterra::report::picture::{self, Shot};
use liberterra::theme::Choice;

fn ran(options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    let format = if options.contains(&"--format") { &[][..] } else { &["--format", "svg"] };
    command.arg("report").args(format).args(options);
    command.env_clear().stdin(Stdio::null()).output().unwrap()
}

fn written(options: &[&str]) -> String {
    let output = ran(options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a board shows, as the same views draw it.
fn drawn(opening: Opening, slide: Option<usize>, size: (u16, u16), choice: Choice) -> String {
    let app = picture::board(&Library::bundled(), 0, Shot { opening, slide, size }).unwrap();
    picture::svg(&app, choice).unwrap()
}

/// The words of a picture, a space between the pieces.
fn words(picture: &str) -> String {
    let pieces = picture.split("<text").skip(1).filter_map(|piece| {
        let (_, piece) = piece.split_once('>')?;
        piece.split_once("</text>").map(|(words, _)| words)
    });
    pieces.collect::<Vec<&str>>().join(" ")
}

#[test]
fn a_picture_is_what_the_board_shows() {
    for screen in Screen::ALL {
        let picture = written(&["--screen", screen.word()]);
        let opening = Opening { screen: Some(screen), ..Opening::default() };
        assert_eq!(picture, drawn(opening, None, (120, 40), Choice::Dark));
        assert!(words(&picture).contains(screen.name()), "{}", screen.name());
    }
}

#[test]
fn a_picture_has_the_filter_the_order_and_the_groups_that_are_asked_for() {
    let picture = written(&["--filter", "region:europe", "--sort=-name", "--group", "region"]);
    let opening = Opening {
        filter: Some(filter::parse("region:europe").unwrap()),
        sort: Some(Sort::read("-name").unwrap()),
        group: By::ALL.into_iter().find(|by| by.name() == "region"),
        ..Opening::default()
    };
    assert_eq!(picture, drawn(opening, None, (120, 40), Choice::Dark));
    let words = words(&picture);
    assert!(words.contains("Serbia") && !words.contains("Iraq"), "{words}");
}

#[test]
fn a_picture_of_a_slide_has_the_size_and_the_ground_that_are_asked_for() {
    let picture = written(&["--slide", "2", "--size", "80x24", "--theme", "light"]);
    assert_eq!(picture, drawn(Opening::default(), Some(1), (80, 24), Choice::Light));
    assert!(picture.contains(r#"width="664" height="408""#), "80 cells of 8 and 24 of 16, framed");
    assert!(words(&picture).contains("arrest"));
}

#[test]
fn a_picture_of_operations_side_by_side_has_all_of_them() {
    let words = words(&written(&["--screen", "compare", "--size", "200x60"]));
    assert!(words.contains("Liberterra I") && words.contains("Liberterra II"), "{words}");
}

#[test]
fn what_cannot_be_pictured_is_refused_with_what_to_do() {
    for (options, said) in [
        (&["--slide", "0"][..], "There is no slide 0; give a number from 1 to"),
        (&["--slide", "999"][..], "There is no slide 999; give a number from 1 to"),
        (&["--size", "120"][..], "write columns and rows up to 500x200, such as 120x40"),
        (&["--size", "0x40"][..], "write columns and rows"),
        (&["--size", "501x40"][..], "write columns and rows"),
        (&["--slide", "1", "--screen", "map"][..], "cannot be used with"),
        (&["--story"][..], "--slide"),
        (&["--format", "html", "--slide", "2"][..], "give `--format svg`"),
    ] {
        let output = ran(options);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{options:?}: {error}");
        assert!(error.contains(said) && output.stdout.is_empty(), "{options:?}: {error}");
    }
}
