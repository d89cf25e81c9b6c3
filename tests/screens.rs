//! Every screen as it is drawn, in three sizes and three themes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::focus::Screen;
use liberterra::app::opening::Opening;
use liberterra::data::Library;
use liberterra::theme::Choice;
use support::{
    board, drawn, drawn_in_ascii, lines, screen, serve, shelf, styles, type_keys, type_on_shelf,
};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const THEMES: [(&str, Choice); 3] =
    [("dark", Choice::Dark), ("light", Choice::Light), ("mono", Choice::Mono)];

/// The text once, and the styles of each theme.
fn covered(name: &str, script: &str) {
    covered_on(board, name, script);
}

/// The same on a board that is made in another way.
fn covered_on(make: impl Fn(u16, u16) -> App, name: &str, script: &str) {
    for (columns, rows) in SIZES {
        let mut app = make(columns, rows);
        type_on_shelf(&mut app, script);
        assert_snapshot!(format!("{name}-{columns}x{rows}"), screen(&app));
        for (theme, choice) in THEMES {
            let buffer = drawn(&app, choice);
            assert_eq!(lines(&buffer).join("\n"), screen(&app), "a theme changes no text");
            assert_snapshot!(format!("{name}-{columns}x{rows}-{theme}"), styles(&buffer));
        }
    }
}

#[test]
fn overview() {
    covered("overview", "");
}

#[test]
fn countries() {
    covered("countries", "2");
}

#[test]
fn compare() {
    covered_on(shelf, "compare", "4");
}

#[test]
fn compare_in_other_states() {
    for (name, script) in [
        ("rescues", "4 j j j"),
        ("rates", "4 r"),
        ("countries", "4 v"),
        ("turquesa", "] ] ] ] 4 j j j"),
        ("all", "4 e a Enter"),
        ("choice", "4 e j"),
        ("across", "c"),
    ] {
        for (columns, rows) in SIZES {
            let mut app = shelf(columns, rows);
            type_on_shelf(&mut app, script);
            assert_snapshot!(format!("compare-{name}-{columns}x{rows}"), screen(&app));
        }
    }
    let mut app = shelf(60, 16);
    type_on_shelf(&mut app, "4");
    assert_snapshot!("smallest-compare", screen(&app));
}

#[test]
fn compare_in_ascii() {
    for script in ["4", "4 r", "4 v", "4 e", "c"] {
        for (columns, rows) in SIZES.into_iter().chain([(60, 16), (9, 3)]) {
            let mut app = shelf(columns, rows);
            type_on_shelf(&mut app, script);
            let text = lines(&drawn_in_ascii(&app)).join("\n");
            assert!(text.is_ascii(), "{script} {columns}x{rows}\n{text}");
            assert_eq!(digits(&text), digits(&screen(&app)), "{script} {columns}x{rows}");
            // A sign that nobody knows would read as in doubt.
            let doubts = |text: &str| text.matches('?').count();
            assert_eq!(doubts(&text), doubts(&screen(&app)), "{script} {columns}x{rows}\n{text}");
        }
    }
}

#[test]
fn sources() {
    covered("sources", "5 j");
}

#[test]
fn the_board_in_ascii() {
    let scripts = [("overview", ""), ("countries", "2 Right"), ("sources", "5 j"), ("help", "? G")];
    for (name, script) in scripts {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let mut app = board(columns, rows);
            type_keys(&mut app, script);
            let text = lines(&drawn_in_ascii(&app)).join("\n");
            assert_snapshot!(format!("ascii-{name}-{columns}x{rows}"), text);
        }
    }
}

#[test]
fn in_ascii_every_screen_of_every_operation_is_ascii_and_keeps_its_numbers() {
    let library = Library::bundled();
    for place in 0..library.len() {
        for script in
            ["", "a", "Up", "2", "2 G Enter o", "3", "3 + m G", "5 G o", "/ \u{fc}\u{11f}", "?"]
        {
            for (columns, rows) in SIZES.into_iter().chain([(60, 16), (9, 3)]) {
                let mut app = App::new(library.open(place).unwrap());
                app.update(Action::Resize { columns, rows });
                type_keys(&mut app, script);
                let text = lines(&drawn_in_ascii(&app)).join("\n");
                assert!(text.is_ascii(), "{script} {columns}x{rows}\n{text}");
                assert_eq!(digits(&text), digits(&screen(&app)), "{script} {columns}x{rows}");
                let signs = |text: &str, sign: char| text.matches(sign).count();
                let (drawn, bounds) = (screen(&app), text.matches(">=").count());
                assert!(bounds >= signs(&drawn, '≥'), "{script} {columns}x{rows}\n{drawn}\n{text}");
            }
        }
    }
}

/// Every digit of a text, in order.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn overview_on_the_log_axis() {
    let mut app = board(120, 40);
    type_keys(&mut app, "a");
    assert_snapshot!(screen(&app));
}

#[test]
fn a_total_under_the_focus() {
    for (columns, rows) in SIZES {
        let mut app = board(columns, rows);
        type_keys(&mut app, "Up");
        assert_snapshot!(format!("total-{columns}x{rows}"), screen(&app));
    }
}

#[test]
fn a_country_with_several_actions() {
    for (columns, rows) in SIZES {
        let mut app = board(columns, rows);
        type_keys(&mut app, "/ kingdom Enter Esc Enter");
        assert_snapshot!(format!("kingdom-{columns}x{rows}"), screen(&app));
    }
}

#[test]
fn countries_sorted_by_another_column() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Right Right Right Right Right s S");
    assert_snapshot!(screen(&app));
}

#[test]
fn help_of_both_screens() {
    let mut app = board(80, 24);
    type_keys(&mut app, "?");
    assert_snapshot!("help-80x24", screen(&app));
    type_keys(&mut app, "G");
    assert_snapshot!("help-80x24-end", screen(&app));
    let mut app = board(120, 40);
    type_keys(&mut app, "2 ?");
    assert_snapshot!("help-countries-120x40", screen(&app));
}

#[test]
fn sources_of_a_total() {
    let mut app = board(120, 40);
    type_keys(&mut app, "Up o");
    assert_snapshot!(screen(&app));
}

#[test]
fn a_find_as_it_is_typed() {
    let mut app = board(80, 24);
    type_keys(&mut app, "/ mi");
    assert_snapshot!(screen(&app));
}

#[test]
fn the_smallest_window_and_one_too_small() {
    assert_snapshot!("smallest-overview", screen(&board(60, 16)));
    let mut app = board(60, 16);
    type_keys(&mut app, "2");
    assert_snapshot!("smallest-countries", screen(&app));
    assert_snapshot!("too-small", screen(&board(50, 10)));
}

#[test]
fn the_pictures_show_what_the_views_draw() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let screens = Screen::ALL.map(|screen| (screen.word(), Ok(screen)));
    let slides = [
        ("slide-arrests", Err("p 2 Enter")),
        ("slide-europe", Err("p 1 0 Enter")),
        ("slide-serbia", Err("p 1 6 Enter")),
    ];
    for (screen, opened) in screens.into_iter().chain(slides) {
        for (columns, rows) in SIZES {
            let mut app = shelf(columns, rows);
            match opened {
                // Opened on a screen, a board has nothing to go back to.
                Ok(screen) => {
                    app = app.opening(Opening { screen: Some(screen), ..Opening::default() });
                    let effects = app.update(Action::Resize { columns, rows });
                    for effect in effects {
                        serve(&mut app, effect);
                    }
                }
                Err(script) => type_on_shelf(&mut app, script),
            }
            for (ground, choice) in [("dark", Choice::Dark), ("light", Choice::Light)] {
                let name = format!("{screen}-{columns}x{rows}-{ground}.svg");
                let kept = std::fs::read_to_string(folder.join(&name)).unwrap();
                let drawn = liberterra::report::picture::svg(&app, choice).unwrap();
                assert!(kept == drawn, "{name} is old: cargo run --example screenshots");
            }
        }
    }
}
