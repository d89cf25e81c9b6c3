//! The analyst's hands: what filtering does, without a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::{Action, Edit, Effect};
use liberterra::app::focus::{Axis, Focus, Screen};
use liberterra::app::present::Stage;
use liberterra::command::{docs, palette};
use liberterra::data::Library;
use liberterra::theme::Choice;
use ratatui::style::Modifier;
use support::{board, click, drawn, drawn_in_ascii, lines, presented, screen, type_keys};

fn names(app: &App) -> String {
    let names = (0..app.len()).filter_map(|place| app.row(place)).map(|row| row.name().to_string());
    names.collect::<Vec<String>>().join(", ")
}

fn selected(app: &App) -> String {
    app.selected_row().map(|row| row.name().to_string()).unwrap_or_default()
}

#[test]
fn a_filter_shows_what_it_picks_while_it_is_typed() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f arrests>=1");
    assert_eq!(names(&app), "Türkiye, Iraq, Serbia, Montenegro, United Kingdom, Algeria");
    type_keys(&mut app, "1");
    assert_eq!(names(&app), "Türkiye, Iraq, Serbia, Montenegro");
    assert!(screen(&app).contains("filter: arrests>=11"));
    assert!(screen(&app).contains("4 of 17 places"));
    type_keys(&mut app, "Enter");
    assert!(!app.is_typing() && app.is_filtered());
    assert!(screen(&app).contains("filtered to 4 of 15 named countries: 142 of 2,517 arrests"));
}

#[test]
fn the_filter_is_seen_on_every_screen_and_one_key_clears_it() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f region:africa Enter");
    for key in ["1", "2", "5"] {
        type_keys(&mut app, key);
        assert!(screen(&app).contains("filter: region:africa"), "{key}");
        assert!(screen(&app).contains("3 of 17 places"), "{key}");
    }
    assert!(screen(&app).contains("3 of 17 places, all sources"));
    type_keys(&mut app, "F");
    assert!(!app.is_filtered() && app.len() == 17);
    assert!(!screen(&app).contains("filter:"));
}

#[test]
fn the_totals_stay_what_they_are() {
    let mut app = board(120, 40);
    let before: Vec<String> = screen(&app).lines().skip(3).take(8).map(str::to_owned).collect();
    type_keys(&mut app, "f region:africa Enter");
    let after: Vec<String> = screen(&app).lines().skip(4).take(8).map(str::to_owned).collect();
    assert_eq!(before, after);
    assert!(screen(&app).contains("Whole operation           2,517"));
    type_keys(&mut app, "Up");
    assert!(screen(&app).contains("Arrests: what is named, the filter aside"));
}

#[test]
fn bars_have_the_scale_of_what_is_picked() {
    let mut app = board(120, 40);
    let ends = |app: &App| {
        screen(app).lines().rfind(|line| line.contains("──0──")).unwrap().trim().to_owned()
    };
    assert!(ends(&app).starts_with("1,500"));
    type_keys(&mut app, "f -country:tr Enter");
    assert!(ends(&app).starts_with("59"), "{}", ends(&app));
}

#[test]
fn the_same_country_stays_selected_where_it_can() {
    let mut app = board(80, 24);
    type_keys(&mut app, "j j f moved>=1 Enter");
    assert_eq!((names(&app).as_str(), selected(&app).as_str()), ("Serbia, Montenegro", "Serbia"));
    type_keys(&mut app, "F");
    assert_eq!(selected(&app), "Serbia");
    type_keys(&mut app, "f country:mali Enter");
    assert_eq!(selected(&app), "Mali");
}

#[test]
fn names_are_completed_and_taken_in_turn() {
    let mut app = board(120, 40);
    type_keys(&mut app, "f");
    assert!(screen(&app).contains("country:  region:  has:"));
    type_keys(&mut app, "re Tab a Tab");
    assert_eq!(app.draft().unwrap().line().text(), "region:africa");
    type_keys(&mut app, "Tab");
    assert_eq!(app.draft().unwrap().line().text(), "region:americas");
    type_keys(&mut app, ",eu Tab");
    assert_eq!(app.draft().unwrap().line().text(), "region:americas,europe");
    assert_eq!(app.filter().to_string(), "region:americas,europe");
}

#[test]
fn a_mistake_is_underlined_where_it_is_and_loses_nothing() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f has:arrests Space reigon:asia");
    assert!(screen(&app).contains("“reigon” is no key: did you mean region?"));
    assert!(screen(&app).contains("without it: 7 of 17 places"));
    let buffer = drawn(&app, Choice::Mono);
    let underlined = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    let marked: String =
        buffer.content().iter().filter(underlined).map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(marked, "reigon");
    type_keys(&mut app, "Enter");
    assert_eq!(app.draft().unwrap().line().text(), "has:arrests reigon:asia", "it stays open");
    // A click on a tab leaves the line; what was typed waits in it.
    app.update(Action::Screen(Screen::Countries));
    assert!(!app.is_typing());
    assert_eq!(app.filter().to_string(), "has:arrests");
    type_keys(&mut app, "f");
    assert_eq!(app.draft().unwrap().line().text(), "has:arrests reigon:asia");
}

#[test]
fn a_word_that_is_not_typed_to_its_end_is_no_mistake_yet() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f offence:traff");
    let draft = app.draft().unwrap();
    assert!(draft.is_unfinished() && draft.choices().len() == 2);
    assert!(screen(&app).contains("human-trafficking  organ-trafficking"));
}

#[test]
fn esc_goes_back_to_the_filter_before() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f has:arrests Enter f -region:asia");
    assert_eq!(app.filter().to_string(), "has:arrests -region:asia");
    type_keys(&mut app, "Esc");
    assert_eq!(app.filter().to_string(), "has:arrests");
    assert_eq!(app.screen(), Screen::Overview);
}

#[test]
fn a_find_becomes_a_filter() {
    let mut app = board(80, 24);
    type_keys(&mut app, "/ forced Space begging Tab Enter");
    assert_eq!(app.filter().to_string(), "\"forced begging\"");
    assert_eq!(names(&app), "Iraq");
}

#[test]
fn like_the_selected_cell() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 @");
    assert_eq!(app.filter().to_string(), "country:turkiye");
    type_keys(&mut app, "F Right @ Right j @");
    assert_eq!(app.filter().to_string(), "has:arrests no:rescued");
    assert_eq!(names(&app), "Iraq, Serbia, Montenegro, United Kingdom, Algeria, Brazil");
    type_keys(&mut app, "F g 1 @");
    assert_eq!(app.filter().to_string(), "country:turkiye", "the overview has no column cursor");
    type_keys(&mut app, "F G k k @");
    assert_eq!((app.filter().to_string(), app.len()), ("country:philippines".to_owned(), 1));
}

#[test]
fn a_filter_that_picks_nothing_says_what_was_asked_and_offers_to_ask_for_less() {
    for (columns, rows) in [(80, 24), (60, 16), (120, 40)] {
        let mut app = board(columns, rows);
        type_keys(&mut app, "f region:europe Space arrests>=1000 Enter");
        assert!(app.is_empty());
        for key in ["1", "2"] {
            type_keys(&mut app, key);
            let shown = screen(&app);
            assert!(shown.contains("no place fits the filter"), "{shown}");
            assert!(shown.contains("None of the 17 places named is so"), "{shown}");
            assert!(shown.contains("Backspace drops the last term, arrests>=1000."), "{shown}");
        }
        type_keys(&mut app, "BSpace");
        assert_eq!(app.filter().to_string(), "region:europe");
        assert_eq!(app.len(), 5);
        assert_eq!(app.focus(), Focus::Rows);
    }
}

#[test]
fn a_slide_leads_to_its_place_whatever_is_filtered() {
    let mut app = board(120, 40);
    type_keys(&mut app, "f country:mali Enter p 1 6 Enter Enter");
    assert_eq!((app.screen(), selected(&app).as_str()), (Screen::Countries, "Serbia"));
    assert!(!app.is_filtered());
}

#[test]
fn the_filter_holds_for_the_next_operation_too() {
    let mut app = board(80, 24);
    type_keys(&mut app, "f has:arrests Enter");
    let next = Library::bundled().open(1).unwrap();
    app.update(Action::Opened(1, Box::new(next.into())));
    assert_eq!(app.filter().to_string(), "has:arrests");
    let all = app.operation().rows.len();
    assert!(app.len() < all && !app.is_empty());
    type_keys(&mut app, "F");
    assert_eq!(app.len(), all);
}

#[test]
fn a_long_filter_shows_the_part_around_the_cursor() {
    let mut app = board(60, 16);
    type_keys(&mut app, "f");
    app.update(Action::Type(Edit::Insert(format!("country:{}", "mali,".repeat(20)))));
    assert!(screen(&app).contains("filter: …"));
    app.update(Action::Type(Edit::Cursor(isize::MIN)));
    let shown = screen(&app);
    assert!(shown.contains("filter: country:mali,") && shown.contains('…'), "{shown}");
}

#[test]
fn the_question_of_a_new_user_is_answered_from_the_help() {
    let mut app = board(120, 40);
    type_keys(&mut app, "?");
    let mut help = String::new();
    for _ in 0..9 {
        help.push_str(&screen(&app));
        type_keys(&mut app, "PgDn");
    }
    for said in [
        "filter: show only the places that fit",
        "has:arrests",
        "no:rescued",
        "where the figures come from",
    ] {
        assert!(help.contains(said), "{said}");
    }
    type_keys(&mut app, "Esc f has:arrests Space no:rescued Enter 2");
    assert_eq!(names(&app), "Iraq, Serbia, Montenegro, United Kingdom, Algeria, Brazil");
    assert!(screen(&app).contains("press · The National [1]"));
}

#[test]
fn the_filter_as_it_is_drawn() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut app = board(columns, rows);
        let size = format!("{columns}x{rows}");
        type_keys(&mut app, "f region:europe Space off");
        assert_snapshot!(format!("filter-typed-{size}"), screen(&app));
        type_keys(&mut app, "ence:smug Tab Enter");
        assert_snapshot!(format!("filter-{size}"), screen(&app));
        type_keys(&mut app, "2");
        assert_snapshot!(format!("filter-countries-{size}"), screen(&app));
        type_keys(&mut app, "f Space x:y");
        assert_snapshot!(format!("filter-mistake-{size}"), screen(&app));
        type_keys(&mut app, "C-u arrests>=5000 Enter 1");
        assert_snapshot!(format!("filter-nothing-{size}"), screen(&app));
        let text = lines(&drawn_in_ascii(&app)).join("\n");
        assert!(text.is_ascii(), "{text}");
    }
}

#[test]
fn the_palette_finds_commands_and_does_them() {
    let mut app = board(80, 24);
    type_keys(&mut app, ":");
    let shown = screen(&app);
    assert!(shown.contains("Commands that work here"), "{shown}");
    let line = shown.lines().find(|line| line.contains("every measure, every action")).unwrap();
    assert!(line.ends_with(" 2 │"), "{line}");
    type_keys(&mut app, "sort");
    assert!(!screen(&app).contains("sort by the column"), "that works on Countries alone");
    type_keys(&mut app, "C-u f");
    let shown = screen(&app);
    let first = shown.lines().find(|line| line.starts_with("│ ▸")).unwrap();
    assert!(first.contains("filter: show only"), "its key fits best: {first}");
    type_keys(&mut app, "C-u");
    type_keys(&mut app, "countr Enter");
    assert_eq!((app.screen(), app.is_typing()), (Screen::Countries, false));
    type_keys(&mut app, ": Space sort");
    assert!(screen(&app).contains("sort by the column"));
    assert!(screen(&app).lines().any(|line| line.contains("sort by") && line.contains(" s │")));
    type_keys(&mut app, "C-u zebra");
    assert!(screen(&app).contains("no command that works here is called so"));
    assert!(type_keys(&mut app, "Enter").is_empty() && app.palette().is_some());
    type_keys(&mut app, "Esc");
    assert_eq!((app.screen(), app.palette().is_some()), (Screen::Countries, false));
}

#[test]
fn the_palette_is_moved_in_and_clicked() {
    let mut app = board(80, 24);
    type_keys(&mut app, ": End Down Down Up");
    assert_eq!(app.palette().unwrap().list().selected, 1);
    for _ in 0..99 {
        type_keys(&mut app, "PgDn");
    }
    let shown = screen(&app);
    assert!(shown.contains("suspend"), "{shown}");
    type_keys(&mut app, "C-u axis");
    let row = screen(&app).lines().position(|line| line.contains("linear or log")).unwrap();
    click(&mut app, 20, u16::try_from(row).unwrap());
    assert_eq!((app.axis(), app.palette().is_some()), (Axis::Log, false));
    type_keys(&mut app, ":");
    click(&mut app, 0, 0);
    assert!(app.palette().is_none(), "a click beside it closes");
    assert_eq!(type_keys(&mut app, ": quit Enter"), [Effect::Quit]);
}

#[test]
fn the_palette_works_on_slides_and_knows_what_works_there() {
    let mut app = presented(80, 24);
    type_keys(&mut app, ": blank");
    assert!(screen(&app).contains("a blank screen"));
    type_keys(&mut app, "Enter");
    assert_eq!(app.stage(), Some(Stage::Blank));
}

#[test]
fn a_palette_offers_every_command_that_works() {
    let mut app = board(120, 40);
    type_keys(&mut app, ":");
    let offered: Vec<&str> = palette::found(&app).iter().map(|command| command.doc).collect();
    type_keys(&mut app, "Esc");
    for (_, commands) in docs::help(&app) {
        for command in commands.iter().filter(|command| !matches!(command.action, Action::Palette))
        {
            assert!(offered.contains(&command.doc), "{}", command.doc);
        }
    }
}

#[test]
fn the_palette_as_it_is_drawn() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let mut app = board(columns, rows);
        type_keys(&mut app, ": f");
        assert_snapshot!(format!("palette-{columns}x{rows}"), screen(&app));
    }
}
