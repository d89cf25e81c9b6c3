//! What keys and clicks do, without a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::app::App;
use liberterra::app::action::{Action, Edit, Effect};
use liberterra::app::focus::{Axis, Focus, Overlay, Screen};
use liberterra::command::COMMANDS;
use liberterra::data;
use liberterra::model::measure::Family;
use liberterra::model::query::Column;
use liberterra::theme::Choice;
use support::{board, click, drawn, empty, mouse, screen, selected_line, send, type_keys};
use terminput::{Event, MouseEventKind, ScrollDirection};
use unicode_segmentation::UnicodeSegmentation as _;

fn name(app: &App) -> String {
    app.selected_row().map(|row| row.name().to_string()).unwrap_or_default()
}

fn names(app: &App) -> Vec<String> {
    (0..app.len()).filter_map(|place| app.row(place)).map(|row| row.name().to_string()).collect()
}

/// The first cell of a text on the screen.
fn find_on_screen(app: &App, text: &str) -> (u16, u16) {
    let screen = screen(app);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let before = line.split(text).next().unwrap().chars().count();
    (u16::try_from(before).unwrap(), u16::try_from(row).unwrap())
}

#[test]
fn the_board_opens_on_arrests_then_rescued_then_name() {
    let app = board(80, 24);
    let first = ["Türkiye", "Iraq", "Serbia", "Montenegro", "United Kingdom", "Algeria"];
    assert_eq!(names(&app)[..6], first);
    assert_eq!(names(&app)[6..9], ["Brazil", "Argentina", "Costa Rica"]);
}

#[test]
fn arrows_and_letters_move_and_stop_at_the_ends() {
    let mut app = board(80, 24);
    type_keys(&mut app, "j Down");
    assert_eq!(name(&app), "Serbia");
    type_keys(&mut app, "G j");
    assert_eq!(name(&app), "Tunisia");
    type_keys(&mut app, "k Up g");
    assert_eq!(name(&app), "Türkiye");
    type_keys(&mut app, "PgDn");
    let page = app.selected();
    assert!(page > 2, "a page is what is in view");
    type_keys(&mut app, "PgUp");
    assert_eq!(app.selected(), 0);
}

#[test]
fn the_selection_is_one_for_list_chart_and_detail() {
    let mut app = board(80, 24);
    type_keys(&mut app, "j j");
    assert!(selected_line(&app).contains("Serbia"));
    assert!(selected_line(&app).contains("12"));
    assert!(screen(&app).contains("Serbia · Southern Europe"));
    type_keys(&mut app, "Tab");
    assert_eq!(app.screen(), Screen::Countries);
    assert!(selected_line(&app).contains("Serbia"));
}

#[test]
fn the_way_up_from_the_first_row_leads_to_the_totals() {
    let mut app = board(120, 40);
    type_keys(&mut app, "Up Right");
    assert_eq!(app.focus(), Focus::Total(1));
    assert!(screen(&app).contains("▸ Potential victims rescued"));
    assert!(screen(&app).contains("No country reports in the measure of: 3,222"));
    type_keys(&mut app, "Right Right Right");
    assert_eq!(app.focus(), Focus::Reach);
    assert!(screen(&app).contains("nearly 24,000 flights monitored [2]"));
    type_keys(&mut app, "o");
    assert!(screen(&app).contains("“About 24,000” · wording · press · The National [1]"));
    type_keys(&mut app, "Esc Left");
    assert_eq!(app.focus(), Focus::Total(2));
    type_keys(&mut app, "Down");
    assert_eq!((app.focus(), app.selected()), (Focus::Rows, 0));
}

#[test]
fn enter_opens_and_esc_goes_back_one_step_at_a_time() {
    let mut app = board(120, 40);
    type_keys(&mut app, "j Enter");
    assert_eq!(app.screen(), Screen::Countries);
    type_keys(&mut app, "o");
    assert!(matches!(app.overlay(), Overlay::Source { .. }));
    type_keys(&mut app, "o");
    assert_eq!(app.overlay(), Overlay::None, "the same key closes");
    type_keys(&mut app, "o Esc");
    assert_eq!((app.overlay(), app.screen()), (Overlay::None, Screen::Countries));
    type_keys(&mut app, "Esc");
    assert_eq!((app.screen(), name(&app).as_str()), (Screen::Overview, "Iraq"));
    type_keys(&mut app, "Esc");
    assert_eq!(app.screen(), Screen::Overview, "there is no step further back");
}

#[test]
fn sorting_keeps_the_country_and_puts_some_below_numbers_both_ways() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 j Right s");
    assert_eq!(app.column(), Column::Family(Family::Arrests));
    type_keys(&mut app, "S");
    assert_eq!(name(&app), "Iraq");
    let order = names(&app);
    assert_eq!(order[..4], ["Brazil", "Algeria", "United Kingdom", "Montenegro"]);
    assert_eq!(order[4..9], ["Serbia", "Iraq", "Türkiye", "Argentina", "Costa Rica"]);
    assert!(screen(&app).contains("arrests ▴"));
    type_keys(&mut app, "Left s");
    assert_eq!(names(&app)[0], "Algeria");
    assert!(screen(&app).contains("sorted by country ▴"));
}

#[test]
fn the_old_column_breaks_ties() {
    let mut app = board(200, 60);
    type_keys(&mut app, "2 Right Right s");
    assert_eq!(names(&app)[..3], ["Türkiye", "Argentina", "Iraq"]);
    let shown = screen(&app);
    for said in
        ["▸rescued▾ ", "arrests▾2", "country▴3", "sorted by rescued ▾, arrests ▾, country ▴"]
    {
        assert!(shown.contains(said), "{said}");
    }
}

#[test]
fn a_find_ignores_case_and_accents_and_knows_other_names() {
    for (typed, found) in [
        ("turkey", "Türkiye"),
        ("TURKIYE", "Türkiye"),
        ("gb", "United Kingdom"),
        ("britain", "United Kingdom"),
        ("phl", "Philippines"),
        ("begging", "Iraq"),
        ("beg", "Iraq"),
        ("skopje", "North Macedonia"),
    ] {
        let mut app = board(80, 24);
        type_keys(&mut app, &format!("G / {typed}"));
        assert_eq!(name(&app), found, "{typed}");
    }
}

#[test]
fn a_find_is_kept_repeated_or_given_up() {
    let mut app = board(80, 24);
    type_keys(&mut app, "/ smug Enter");
    assert!(!app.is_typing());
    let all = app.found();
    assert!(all > 2);
    let start = app.selected();
    for _ in 0..all {
        type_keys(&mut app, "n");
        assert!(app.is_found(app.selected()));
    }
    assert_eq!(app.selected(), start, "n goes round");
    type_keys(&mut app, "N n");
    assert_eq!(app.selected(), start);
    type_keys(&mut app, "g j / mali Esc");
    assert_eq!(name(&app), "Iraq", "Esc goes back to where the find began");
    type_keys(&mut app, "/ qqq");
    assert_eq!(name(&app), "Iraq");
    assert!(screen(&app).contains("nothing found"));
}

#[test]
fn keys_are_text_while_a_find_is_typed() {
    let mut app = board(80, 24);
    assert!(type_keys(&mut app, "/ q?2").is_empty());
    assert_eq!(app.find().unwrap().text(), "q?2");
    send(&mut app, &Event::Paste("\u{1b}[31mma\nli".into()));
    assert!(!app.find().unwrap().text().contains('\u{1b}'));
    assert_eq!(type_keys(&mut app, "C-c"), [Effect::Quit]);
}

#[test]
fn every_source_says_what_it_supports() {
    let mut app = board(120, 40);
    type_keys(&mut app, "5");
    assert_eq!(app.screen(), Screen::Sources);
    assert!(screen(&app).contains("press                         6 Nov 2024"));
    assert!(screen(&app).contains("Türkiye: 1,500 irregular migrants rescued"));
    type_keys(&mut app, "o G");
    assert!(screen(&app).contains("Not used for nearly 24,000 flights monitored: “About 24,000”"));
    let effects = type_keys(&mut app, "o y");
    let [Effect::Copy(text, _)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("- Not used for nearly 24,000 flights monitored: “About"), "{text}");
    type_keys(&mut app, "G");
    assert_eq!(app.sources().selected, app.operation().sources.len() - 1);
    assert!(screen(&app).contains("identified: “nearly 18,000” · rounding"));
    let effects = type_keys(&mut app, "g j y");
    let [Effect::Copy(text, _)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("- 2,517 arrests") && text.contains("https://"), "{text}");
    type_keys(&mut app, "1");
    assert_eq!(app.selected(), 0, "the selection of places is another one");
    type_keys(&mut app, "/ mali Enter 5 Esc");
    assert_eq!(app.screen(), Screen::Overview, "Esc takes the step that is seen");
}

#[test]
fn another_operation_is_asked_for_and_shown() {
    let mut app = board(120, 40);
    assert!(type_keys(&mut app, "]").is_empty(), "there is no other one");
    let mut app = board(120, 40).among(0, 3);
    type_keys(&mut app, "2 j");
    assert_eq!(type_keys(&mut app, "["), [Effect::Open(2)]);
    assert_eq!(type_keys(&mut app, "]"), [Effect::Open(1)]);
    app.update(Action::Opened(1, Box::new(empty().operation().clone().into())));
    assert!(screen(&app).contains("OPERATION X"));
    assert_eq!((app.selected(), app.screen()), (0, Screen::Countries));
    app.update(Action::Opened(2, Box::new(data::bundled().unwrap().into())));
    assert_eq!(type_keys(&mut app, "]"), [Effect::Open(0)]);
    let refused = data::load("next.json", b"{").unwrap_err().into_sentence();
    app.update(Action::Refused(refused));
    assert!(screen(&app).contains("next.json"));
    assert!(screen(&app).contains("Türkiye"), "what was shown stays");
}

#[test]
fn a_file_that_is_saved_again_changes_what_is_shown_and_nothing_else() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Right s j j / mali Enter");
    let before = (name(&app), app.sort().clone(), app.screen());
    app.update(Action::Reloaded(Box::new(data::bundled().unwrap().into())));
    assert_eq!((name(&app), app.sort().clone(), app.screen()), before);
    assert!(app.is_found(app.selected()));
    let broken = data::load("mine.json", b"{").unwrap_err();
    app.update(Action::Broken(broken));
    assert!(screen(&app).contains("last good data shown"));
    assert!(screen(&app).contains(" · mine.json, line 1, column 2"), "{}", screen(&app));
    type_keys(&mut app, "j k");
    assert!(screen(&app).contains("last good data shown"), "until it is mended");
    assert!(screen(&app).contains("Mali"));
    app.update(Action::Reloaded(Box::new(empty().operation().clone().into())));
    assert!(!screen(&app).contains("last good data shown"));
    assert_eq!(app.selected(), 0);
}

#[test]
fn what_is_wrong_with_a_save_can_be_read_at_80_columns() {
    let wrong = String::from_utf8(include_bytes!("../data/liberterra-2.json").to_vec())
        .unwrap()
        .replacen("\"arrested\"", "\"arested\"", 1);
    for name in ["live.json", "/home/somebody/results of the operation/live.json"] {
        let mut app = board(80, 24);
        let why = data::load(name, wrong.as_bytes()).unwrap_err();
        app.update(Action::Broken(why));
        for screen_keys in ["1", "2", "4", "5"] {
            type_keys(&mut app, screen_keys);
            let drawn = screen(&app);
            let row = drawn.lines().nth(2).unwrap();
            assert!(row.contains("`arested` is not a known"), "{drawn}");
            let whole = row.contains(&format!(" · {name}, line ")) && row.contains(", column ");
            assert!(whole || (name.len() > 20 && row.contains('…')), "{drawn}");
        }
    }
}

#[test]
fn the_axis_changes_on_the_overview_alone() {
    let mut app = board(80, 24);
    type_keys(&mut app, "a");
    assert_eq!(app.axis(), Axis::Log);
    assert!(screen(&app).contains("each step ×10"));
    type_keys(&mut app, "2 a");
    assert_eq!(app.axis(), Axis::Log);
}

#[test]
fn a_copy_carries_qualifier_measure_and_source() {
    let mut app = board(80, 24);
    let effects = type_keys(&mut app, "j j y");
    let [Effect::Copy(text, _)] = effects.as_slice() else { panic!("{effects:?}") };
    for part in [
        "Liberterra II",
        "preliminary",
        "at least 178 irregular migrants moved by suspects",
        "https://",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(screen(&app).contains("copied Serbia"));
}

#[test]
fn a_click_selects_what_is_under_it() {
    let mut app = board(120, 40);
    let (column, row) = find_on_screen(&app, "Montenegro");
    click(&mut app, column, row);
    assert_eq!(name(&app), "Montenegro");
    let (column, row) = find_on_screen(&app, "2 Countries");
    click(&mut app, column, row);
    assert_eq!(app.screen(), Screen::Countries);
    let (column, row) = find_on_screen(&app, "rescued");
    click(&mut app, column, row);
    assert_eq!(app.sort().first().column, Column::Family(Family::Rescues));
    type_keys(&mut app, "1");
    let (column, row) = find_on_screen(&app, "Irregular migrants identified");
    click(&mut app, column, row);
    assert_eq!(app.focus(), Focus::Total(2));
}

#[test]
fn the_wheel_moves_and_never_leaves_the_list() {
    let mut app = board(80, 24);
    let wheel = |direction| mouse(MouseEventKind::Scroll(direction), 10, 15);
    send(&mut app, &wheel(ScrollDirection::Down));
    assert!(app.selected() > 0);
    for _ in 0..9 {
        send(&mut app, &wheel(ScrollDirection::Up));
    }
    assert_eq!((app.selected(), app.focus()), (0, Focus::Rows));
}

#[test]
fn help_lists_what_works_and_scrolls_to_its_end_only() {
    let mut app = board(80, 24);
    type_keys(&mut app, "?");
    assert!(screen(&app).contains("the overview: what happened"));
    assert!(!screen(&app).contains("sort by the column"), "sorting is of the countries");
    type_keys(&mut app, "G");
    let Overlay::Help { scroll } = app.overlay() else { panic!("the help is open") };
    type_keys(&mut app, "k");
    assert_eq!(app.overlay(), Overlay::Help { scroll: scroll - 1 });
    type_keys(&mut app, "?");
    assert_eq!(app.overlay(), Overlay::None);
}

#[test]
fn no_number_is_cut_at_any_width() {
    for columns in (60..=130).step_by(5) {
        let mut app = board(columns, 24);
        for _ in 0..app.len() {
            for line in screen(&app).lines() {
                let cut = line.split('…').next().filter(|before| before.len() < line.len());
                let last = cut.and_then(|before| before.chars().next_back());
                assert!(!last.is_some_and(char::is_numeric), "{columns}: {line}");
            }
            type_keys(&mut app, "j");
        }
    }
}

#[test]
fn an_operation_without_actions_is_a_board_too() {
    let mut app = empty();
    app.update(Action::Resize { columns: 80, rows: 24 });
    for command in COMMANDS {
        app.update(command.action.clone());
        drawn(&app, Choice::Dark);
        assert_eq!(app.selected(), 0);
    }
    let mut app = empty();
    assert!(screen(&app).contains("no action of any country is reported"));
    type_keys(&mut app, "2");
    assert!(screen(&app).contains("no action of any country is reported"));
}

#[test]
fn the_selection_stays_in_view_whatever_the_size() {
    let mut app = board(200, 60);
    type_keys(&mut app, "G");
    for (columns, rows) in [(80, 24), (60, 16), (120, 40), (80, 24)] {
        app.update(Action::Resize { columns, rows });
        assert!(selected_line(&app).contains("Tunisia"), "{columns}x{rows}\n{}", screen(&app));
    }
}

/// A board on the bundled operation with some texts of it written otherwise.
fn written(others: &[(&str, &str)], columns: u16, rows: u16) -> App {
    let bundled = include_str!("../data/liberterra-2.json").to_owned();
    let other = |file: String, (text, other): &(&str, &str)| {
        assert!(file.contains(text), "{text}");
        file.replacen(text, other, 1)
    };
    let file = others.iter().fold(bundled, other);
    let mut app = App::new(data::load("cleaned.json", file.as_bytes()).unwrap());
    app.update(Action::Resize { columns, rows });
    app
}

#[test]
fn what_was_cleaned_is_seen_on_every_screen_and_explained() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
        let others = [("The National", "The \u{202e}National"), ("UNODC", "UNODC\\u001b[2J")];
        let mut app = written(&others, columns, rows);
        for key in ["1", "2", "5", "o", "o"] {
            type_keys(&mut app, key);
            let first = screen(&app).lines().next().unwrap().to_owned();
            assert!(
                first.contains("! 2 texts cleaned") && first.ends_with("PRELIMINARY"),
                "{first}"
            );
        }
        type_keys(&mut app, "? G");
        let help = screen(&app);
        assert!(help.contains("`liberterra check FILE` says where"), "{help}");
        assert!(!screen(&board(columns, rows)).contains("cleaned"), "only where it is so");
    }
    let app = written(&[("UNODC", "UN\u{200b}ODC")], 80, 24);
    assert!(screen(&app).contains("! 1 text cleaned"));
    let app = written(&[("UNODC", "UN\\tODC"), ("Bali", "Bali\u{301}")], 80, 24);
    assert!(!screen(&app).contains("cleaned"), "a blank or another spelling is no harm");
}

#[test]
fn letters_that_are_typed_piece_by_piece_are_the_letters() {
    for (keys, text) in [
        (["T", "u", "\u{308}", "r"].as_slice(), "Tür"),
        (&["น", "\u{e49}", "ำ"], "น้ำ"),
        (&["क", "\u{94d}", "ष"], "क्ष"),
        (&["a", "\u{200b}", "b"], "ab"),
    ] {
        let mut app = board(80, 24);
        app.update(Action::Find);
        for key in keys {
            app.update(Action::Type(Edit::Insert((*key).to_owned())));
        }
        assert_eq!(app.find().unwrap().text(), text);
        app.update(Action::Type(Edit::Cursor(isize::MIN)));
        app.update(Action::Type(Edit::Insert("x y".to_owned())));
        assert_eq!(app.find().unwrap().text(), format!("x y{text}"));
        assert_eq!(app.find().unwrap().line().cursor(), 3);
    }
}

#[test]
fn a_text_to_find_ends_where_it_is_too_long() {
    let mut app = board(80, 24);
    app.update(Action::Find);
    app.update(Action::Type(Edit::Insert("ü".repeat(5_000))));
    let length = app.find().unwrap().text().len();
    assert!((998..=1_000).contains(&length), "{length}");
    app.update(Action::Type(Edit::Cursor(-1)));
    app.update(Action::Type(Edit::Insert("ab".to_owned())));
    assert!(app.find().unwrap().text().len() <= 1_002 && app.find().unwrap().text().ends_with('ü'));
}

#[test]
fn what_comes_together_when_something_is_deleted_is_no_pile() {
    let mut app = board(80, 24);
    app.update(Action::Find);
    let piece = format!("{}x", "\u{1100}".repeat(8));
    app.update(Action::Type(Edit::Insert(piece.repeat(5))));
    app.update(Action::Type(Edit::Cursor(isize::MIN)));
    for _ in 0..5 {
        app.update(Action::Type(Edit::Cursor(1)));
        app.update(Action::Type(Edit::DeleteForward));
        app.update(Action::Type(Edit::Cursor(isize::MIN)));
    }
    let text = app.find().unwrap().text();
    assert!(
        !text.contains('x') && text.graphemes(true).all(|cluster| cluster.len() <= 64),
        "{text}"
    );
}
