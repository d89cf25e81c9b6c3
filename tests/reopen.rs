//! A state of the board on the command line: asked for, copied, printed, refused.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::process::{Command, Output, Stdio};

use clap::Parser as _;
use liberterra::app::App;
use liberterra::app::action::{Action, Edit, Effect};
use liberterra::app::focus::Screen;
use liberterra::app::opening::Opening;
use liberterra::cli::Options;
use liberterra::data::Library;
use liberterra::model::filter::parse;
use liberterra::model::measure::Family;
use liberterra::model::query::{Column, Sort};
use proptest::prelude::*;
use support::{board, screen, serve, shelf, steady, type_keys, type_on_shelf};

/// The words that a shell makes of a command line.
fn words(line: &str) -> Vec<String> {
    let script = format!("set -- {line}; printf '%s\\0' \"$@\"");
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.split_terminator('\0').map(str::to_owned).collect()
}

fn line(app: &mut App) -> String {
    match type_keys(app, "Y").pop() {
        Some(Effect::Copy(line, _)) => line,
        other => panic!("{other:?}"),
    }
}

/// The board that the program opens with some words.
fn opened(words: &[String]) -> App {
    let options = Options::try_parse_from(words).unwrap();
    let library = Library::of_files(&options.shown.files).unwrap();
    let place = library.place(options.shown.operation.as_deref()).unwrap();
    let app = App::new(library.open(place).unwrap());
    let mut app = app.among(place, library.len()).opening(options.shown.clone().opening());
    for effect in app.update(Action::Resize { columns: 120, rows: 40 }) {
        serve(&mut app, effect);
    }
    app
}

fn same(one: &App, other: &App) {
    let places = |app: &App| {
        (0..app.len()).map(|at| app.row(at).map(|row| row.name().into_owned())).collect::<Vec<_>>()
    };
    assert_eq!(one.operation().id, other.operation().id);
    assert_eq!(
        (one.screen(), one.filter(), one.sort()),
        (other.screen(), other.filter(), other.sort())
    );
    assert_eq!(places(one), places(other));
    assert_eq!(one.chart().family(), other.chart().family());
}

#[test]
fn what_a_map_counts_opens_the_map_and_another_screen_only_where_it_is_named() {
    let open = |words: &[&str]| {
        let words = ["liberterra"].iter().chain(words).map(ToString::to_string);
        opened(&words.collect::<Vec<String>>())
    };
    let app = open(&["--counts=rescued"]);
    assert_eq!((app.screen(), app.chart().family()), (Screen::Map, Family::Rescues));
    let app = open(&["--counts=rescued", "--screen=sources"]);
    assert_eq!(app.screen(), Screen::Sources);
    // What there are numbers of is no option, and what there are none of is one.
    let mut app = open(&["--operation=turquesa-1", "--screen=map"]);
    assert_eq!(line(&mut app), "liberterra --operation=turquesa-1 --screen=map");
    while app.chart().family() != Family::Arrests {
        type_keys(&mut app, "m");
    }
    assert!(line(&mut app).ends_with(" --counts=arrests"), "{}", line(&mut app));
}

#[test]
fn the_line_that_is_copied_reopens_what_is_on_the_screen() {
    for (keys, expected) in [
        ("", "liberterra"),
        ("5", "liberterra --screen=sources"),
        ("2 f region:africa Enter", "liberterra --screen=countries --filter=region:africa"),
        (
            "f arrests>=1 Space \"it's Space $HOME\" Enter",
            "liberterra --filter='arrests>=1 \"it'\\''s $HOME\"'",
        ),
        ("2 S", "liberterra --screen=countries --sort=-arrests,rescued,name"),
        ("2 v v", "liberterra --screen=countries --group=offence"),
        ("2 s S", "liberterra --screen=countries --sort=-name,arrests,rescued"),
        ("3 m", "liberterra --screen=map --counts=rescued"),
        ("3 m m m m", "liberterra --screen=map"),
    ] {
        let mut app = board(120, 40);
        type_keys(&mut app, keys);
        let copied = line(&mut app);
        assert_eq!(copied, expected);
        assert!(screen(&app).contains("copied the command line that reopens this"));
        same(&app, &opened(&words(&copied)));
    }
}

#[test]
fn the_line_copied_on_compare_reopens_what_is_compared() {
    // How the list of operations goes on from Liberterra II, which is taken already: III, I, and
    // the others.
    for (keys, expected) in [
        ("4", "liberterra --screen=compare"),
        ("4 r", "liberterra --screen=compare --per=day"),
        ("4 r r v", "liberterra --screen=compare --per=country --rows=countries"),
        ("4 j", "liberterra --screen=compare --measure='victims rescued'"),
        (
            "4 m m v",
            "liberterra --screen=compare --measure='potential victims rescued' --rows=countries",
        ),
        ("4 e a e", "liberterra --screen=compare --compare=all"),
        ("4 e G Space e", "liberterra --screen=compare --compare="),
        (
            "] 4 e g Space Enter r",
            "liberterra --operation=liberterra-1 --screen=compare --compare=",
        ),
        ("2 v v v v v", "liberterra --screen=countries --group=operation"),
    ] {
        let mut app = shelf(120, 40);
        type_on_shelf(&mut app, keys);
        let copied = line(&mut app);
        let exact = !expected.ends_with('=');
        assert!(copied == expected || !exact && copied.starts_with(expected), "{keys}: {copied}");
        let mut again = opened(&words(&copied));
        same(&app, &again);
        let body = |app: &App| {
            let lines: Vec<String> = screen(app).lines().map(str::to_owned).collect();
            lines[3..lines.len() - 1].join("\n")
        };
        assert_eq!(body(&app), body(&again), "{copied}");
        assert_eq!(line(&mut again), copied);
    }
}

#[test]
fn what_is_asked_of_the_comparison_is_met_or_said() {
    let app = opened(&words("liberterra --compare weka-1,turquesa-3 --measure arrested"));
    assert_eq!(app.screen(), Screen::Compare, "the options ask for the screen");
    let shown = screen(&app);
    assert!(shown.contains("Weka") && shown.contains("Turquesa III"), "{shown}");
    assert_eq!(app.compare().table().operations().len(), 2);
    assert!(shown.contains("Arrests over time"), "{shown}");
    let app = opened(&words("liberterra --compare weka-1 --measure 'flights monitored'"));
    assert!(app.notice().unwrap().starts_with("none of them reports flights"));
}

#[test]
fn an_operation_is_named_by_its_id_and_files_as_they_were_named() {
    let mut app = opened(&words("liberterra --operation turquesa-5 --screen countries"));
    assert_eq!(line(&mut app), "liberterra --operation=turquesa-5 --screen=countries");
    let file = format!("{}/data/weka-1.json", env!("CARGO_MANIFEST_DIR"));
    let mut app = opened(&["liberterra".to_owned(), "--sort=-name".to_owned(), file.clone()]);
    let copied = line(&mut app);
    assert_eq!(copied, format!("liberterra --sort=-name {file}"));
    same(&app, &opened(&words(&copied)));
}

#[test]
fn standard_input_has_to_be_given_again_and_that_is_said() {
    let mut app = board(120, 40).opening(Opening { files: vec!["-".into()], ..Opening::default() });
    assert_eq!(line(&mut app), "liberterra -");
    assert!(screen(&app).contains("reopens this; standard input has to be given again"));
    let files = vec!["a\u{7}b.json".into()];
    let mut app = board(120, 40).opening(Opening { files, ..Opening::default() });
    assert!(type_keys(&mut app, "Y").is_empty());
    assert!(screen(&app).contains("a file has a name that no command line should hold"));
}

#[test]
fn undoing_ends_where_the_board_opened() {
    let mut app = opened(&words("liberterra --screen sources --filter has:arrests"));
    type_keys(&mut app, "u");
    assert!(screen(&app).contains("nothing to undo"));
    type_keys(&mut app, "1 u");
    assert_eq!((app.screen(), app.is_filtered()), (Screen::Sources, true));
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn any_order_and_any_words_come_back(
        typed in "\\PC{0,40}",
        columns in proptest::collection::vec((0..Column::ALL.len(), any::<bool>()), 0..6),
    ) {
        let mut sort = Sort::default();
        for (column, turned) in columns {
            sort.by(*Column::ALL.get(column).unwrap());
            if turned {
                sort.reverse();
            }
        }
        let asked = Opening { sort: Some(sort), ..Opening::default() };
        let mut app = board(120, 40).opening(asked);
        type_keys(&mut app, "f");
        app.update(Action::Type(Edit::Insert(typed)));
        app.update(Action::Screen(Screen::Countries));
        let copied = line(&mut app);
        let again = opened(&words(&copied));
        prop_assert_eq!(again.filter().to_string(), app.filter().to_string(), "{}", copied);
        same(&app, &again);
    }
}

fn ran(options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    command.args(options).env_clear().stdin(Stdio::null()).output().unwrap()
}

fn printed(options: &[&str]) -> String {
    let output = ran(options);
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// The names of the places in the summary.
fn named(text: &str) -> Vec<&str> {
    let (_, after) = text.split_once("\nACTIONS BY COUNTRY").unwrap();
    let (places, _) = after.split_once("\nWHAT IS UNCERTAIN").unwrap();
    let blocks = places.split("\n\n").skip(1);
    blocks.map(|block| block.lines().next().unwrap()).collect()
}

#[test]
fn the_summary_prints_the_same_rows_in_that_order_and_says_the_filter() {
    let asked = ["--plain", "--filter", "region:europe has:arrests", "--sort", "-arrests"];
    let text = printed(&asked);
    assert_eq!(named(&text), ["United Kingdom", "Montenegro", "Serbia"]);
    for said in [
        "Only places that fit: region:europe has:arrests\n",
        "3 of 17 places fit, with 3 of 15 named countries. What stands above is of all.\n",
        // 9 and 11 and 12.
        "32 of 2,517 arrests (1 %)\n",
        "none of them reports in the measure of: 3,222 potential victims rescued\n",
        "In order of arrests smallest first.\n",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let whole = printed(&[]);
    assert!(text.contains("at least 158 of 2,517 arrests") && !whole.contains("FILTERED"));
    let points = |text: &str| text.lines().filter(|line| line.trim().starts_with("- ")).count();
    assert_eq!(points(&printed(&["--sort", "name"])), points(&whole));
    assert_eq!(printed(&["--filter", ""]), whole);
}

#[test]
fn what_cannot_be_opened_is_said_in_one_sentence() {
    let long = "x".repeat(1_001);
    for (options, said) in [
        (
            &["--filter", "has:arrests reigon:asia"][..],
            "at character 13, “reigon” is no key: did you mean region?",
        ),
        (&["--filter", &long], "it has 1001 bytes; the longest has 1000"),
        (&["--filter", "a\nhas:zz"], "at character 7, “zz” is no column or measure"),
        (&["--sort", "arests"], "“arests” is no column: did you mean arrests?"),
        (&["--sort", ""], "the columns are name, arrests, rescued"),
        (&["--measure", "suspects arested"], "did you mean suspects arrested?"),
        (&["--per", "week"], "[possible values: operation, day, country]"),
        (&["--rows", "x"], "[possible values: measures, countries]"),
        (&["--compare", ""], "`liberterra list` names"),
        (&["--screen", "atlas"], "[possible values: overview, countries, map, compare, sources]"),
    ] {
        let output = ran(options);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(said), "{error}");
        assert!(
            error.lines().count() == 1 && error.ends_with(".\n") && output.stdout.is_empty(),
            "{error}"
        );
    }
}

#[test]
fn a_filter_as_long_as_may_be_is_taken_whole() {
    let long = "x".repeat(1_000);
    assert!(ran(&["--filter", &long]).status.success());
    let mut app = board(120, 40);
    let asked = Opening { filter: parse(&long).ok(), ..Opening::default() };
    app = app.opening(asked);
    type_keys(&mut app, "f Esc");
    assert_eq!(app.filter().to_string(), long);
}
