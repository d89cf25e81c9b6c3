//! What the keys of a presenter do, without a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::focus::{Focus, Overlay, Screen};
use liberterra::app::present::{Cue, Pace, Slide, Stage, Start};
use liberterra::command::{COMMANDS, Scope, docs};
use liberterra::data;
use liberterra::model::country::Region;
use liberterra::model::operation::Operation;
use liberterra::model::story::Subject;
use liberterra::model::story::maps::View;
use liberterra::report::told;
use liberterra::view::slide;
use support::{board, click, empty, mouse, presented, screen, send, type_keys};
use terminput::{MouseButton, MouseEventKind, ScrollDirection};

/// The number of the slide shown, as it stands on it.
fn number(app: &App) -> usize {
    app.presentation().unwrap().slide().step + 1
}

fn stage(app: &App) -> Stage {
    app.stage().unwrap()
}

/// The number of the first slide with this name.
fn slide_of(app: &App, name: &str) -> usize {
    let steps = app.presentation().unwrap().story().steps();
    let named = |step| told::name(app.operation(), step) == name;
    steps.iter().position(named).unwrap_or_else(|| panic!("{name}")) + 1
}

/// Types the number of a slide and goes there.
fn go(app: &mut App, name: &str) {
    let number = slide_of(app, name);
    type_keys(app, &format!("{number} Enter"));
}

fn selected(app: &App) -> String {
    app.selected_row().map(|row| row.name().to_string()).unwrap_or_default()
}

#[test]
fn a_map_steps_into_the_map_in_that_view_and_back() {
    let mut app = presented(80, 24);
    let maps: Vec<(usize, View)> = app
        .presentation()
        .unwrap()
        .story()
        .steps()
        .iter()
        .enumerate()
        .filter_map(|(place, step)| match step.subject {
            Subject::Map(view) => Some((place, view)),
            _ => None,
        })
        .collect();
    assert_eq!(maps.len(), 5);
    for (place, view) in maps {
        app.update(Action::Cue(Cue::Go(place)));
        type_keys(&mut app, "p");
        assert_eq!(app.screen(), Screen::Map);
        assert_eq!(app.chart().family(), view.family(app.operation()));
        match view.region {
            None => assert_eq!(app.chart().zoom(), 0),
            Some(Region::Europe) => assert!(app.chart().zoom() > 0),
            Some(_) => {}
        }
        let row = app.selected_row().unwrap();
        assert_eq!(row.place, view.rows(app.operation())[0].place);
        type_keys(&mut app, "p");
        assert_eq!(app.presentation().unwrap().slide().step, place);
        assert!(app.step().is_some());
    }
}

#[test]
fn p_presents_from_the_board() {
    let mut app = board(80, 24);
    assert!(app.presentation().is_none());
    type_keys(&mut app, "p");
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 1));
    let shown = screen(&app);
    for said in [
        "PRELIMINARY",
        "INTERPOL calls these results preliminary.",
        "Independent; not a product of INTERPOL.",
        "An arrest is not a conviction; a potential victim is not a confirmed one.",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

#[test]
fn every_way_of_going_on_and_back() {
    let mut app = presented(80, 24);
    for (keys, expected) in [
        ("Space", 2),
        ("Right", 3),
        ("Down", 4),
        ("PgDn", 5),
        ("j", 6),
        ("BSpace", 5),
        ("Left", 4),
        ("Up", 3),
        ("PgUp", 2),
        ("l h", 2),
        ("k", 1),
        ("BSpace", 1),
    ] {
        type_keys(&mut app, keys);
        assert_eq!(number(&app), expected, "{keys}");
    }
    assert!(screen(&app).contains("the first slide"));
    type_keys(&mut app, "End");
    assert_eq!(number(&app), app.presentation().unwrap().len());
    type_keys(&mut app, "Space");
    assert_eq!(number(&app), app.presentation().unwrap().len(), "no way round the end");
    assert!(screen(&app).contains("the last slide"));
    type_keys(&mut app, "Home");
    assert_eq!(number(&app), 1);
}

#[test]
fn a_click_and_the_wheel_turn_slides() {
    let mut app = presented(80, 24);
    click(&mut app, 70, 3);
    assert_eq!(number(&app), 2);
    send(&mut app, &mouse(MouseEventKind::Scroll(ScrollDirection::Down), 9, 9));
    assert_eq!(number(&app), 3);
    send(&mut app, &mouse(MouseEventKind::Scroll(ScrollDirection::Up), 9, 9));
    send(&mut app, &mouse(MouseEventKind::Down(MouseButton::Right), 9, 9));
    assert_eq!(number(&app), 1);
}

#[test]
fn what_does_not_fit_on_a_page_is_the_next_page_of_the_same_slide() {
    let mut app = presented(80, 24);
    go(&mut app, "United Kingdom");
    let step = app.presentation().unwrap().slide().step;
    assert!(slide::pages(&app) > 1 && screen(&app).contains("page 1 of 2"));
    type_keys(&mut app, "Space");
    assert_eq!(app.presentation().unwrap().slide(), Slide { step, page: 1 });
    assert!(screen(&app).contains("Northern Ireland"));
    type_keys(&mut app, "Space BSpace");
    assert_eq!(app.presentation().unwrap().slide(), Slide { step, page: 1 }, "its last page");
    app.update(Action::Resize { columns: 80, rows: 60 });
    assert_eq!(app.presentation().unwrap().slide(), Slide { step, page: 0 }, "all fits now");
}

#[test]
fn a_blank_screen_shows_nothing_and_any_key_only_brings_the_slide_back() {
    for (blank, back) in [(".", "Space"), ("b", "q"), ("b", "Esc"), (".", "End"), (".", "x")] {
        let mut app = presented(80, 24);
        type_keys(&mut app, &format!("Space {blank}"));
        assert_eq!(stage(&app), Stage::Blank);
        assert_eq!(screen(&app).trim(), "");
        assert!(type_keys(&mut app, back).is_empty(), "{back} does nothing else");
        assert_eq!((stage(&app), number(&app)), (Stage::Slide, 2));
    }
    let mut app = presented(80, 24);
    type_keys(&mut app, "b");
    click(&mut app, 5, 5);
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 1));
    type_keys(&mut app, "b");
    assert_eq!(type_keys(&mut app, "C-c"), [Effect::Quit], "but the program can always be left");
}

#[test]
fn digits_are_the_number_of_a_slide() {
    let mut app = presented(80, 24);
    type_keys(&mut app, "1 2");
    assert!(screen(&app).contains("slide 12 · Enter goes there"), "{}", screen(&app));
    assert_eq!(number(&app), 1);
    type_keys(&mut app, "BSpace BSpace 4 Enter");
    assert_eq!(number(&app), 4);
    type_keys(&mut app, "9 Esc");
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 4), "Esc drops the number only");
    type_keys(&mut app, "9 9 9 Enter");
    assert!(screen(&app).contains("there is no slide 999; the last is"));
    type_keys(&mut app, "0 Enter");
    assert!(screen(&app).contains("there is no slide 0"));
    type_keys(&mut app, "3 Space");
    assert_eq!(number(&app), 5, "another key drops the number");
    type_keys(&mut app, "9 9 9 9 9 9 9 9 9");
    assert!(screen(&app).contains("slide 9999 "));
}

#[test]
fn the_index_lists_every_slide_and_leads_there() {
    let mut app = presented(80, 24);
    type_keys(&mut app, "Space i");
    assert!(matches!(stage(&app), Stage::Index(list) if list.selected == 1));
    assert!(screen(&app).contains("▸    2  Arrests"), "{}", screen(&app));
    type_keys(&mut app, "j j Enter");
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 4));
    type_keys(&mut app, "Tab G");
    assert!(screen(&app).contains("What it rests on"));
    type_keys(&mut app, "PgUp Home Esc");
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 4), "closed where it was opened");
    type_keys(&mut app, "i");
    click(&mut app, 12, 4);
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 3));
}

#[test]
fn p_and_enter_step_into_the_live_data_and_p_comes_back() {
    let mut app = presented(120, 40);
    for (name, screen, focus) in [
        ("Arrests", Screen::Overview, Focus::Total(0)),
        ("On trafficking or smuggling charges", Screen::Overview, Focus::Total(0)),
        ("Irregular migrants identified", Screen::Overview, Focus::Total(2)),
        ("Arrests versus rescues", Screen::Overview, Focus::Total(0)),
        ("How far it reached", Screen::Overview, Focus::Reach),
        ("Where sources differ", Screen::Sources, Focus::Rows),
        ("What it rests on", Screen::Sources, Focus::Rows),
    ] {
        go(&mut app, name);
        let slide = app.presentation().unwrap().slide();
        type_keys(&mut app, "p");
        assert_eq!(
            (stage(&app), app.screen(), app.focus()),
            (Stage::Board, screen, focus),
            "{name}"
        );
        type_keys(&mut app, "Down Tab p");
        assert_eq!((stage(&app), app.presentation().unwrap().slide()), (Stage::Slide, slide));
    }
    go(&mut app, "Serbia");
    type_keys(&mut app, "Enter");
    assert_eq!((stage(&app), app.screen()), (Stage::Board, Screen::Countries));
    assert_eq!(selected(&app), "Serbia");
    assert!(screen(&app).contains("at least 178 irregular migrants moved by suspects"));
    type_keys(&mut app, "Esc");
    assert_eq!((app.screen(), selected(&app).as_str()), (Screen::Overview, "Serbia"));
}

#[test]
fn stepping_in_finds_the_row_in_any_order_and_drops_what_lay_over_it() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Right s S / mali Enter p");
    go(&mut app, "Montenegro");
    type_keys(&mut app, "o p");
    assert_eq!(app.overlay(), Overlay::None);
    assert_eq!((app.screen(), selected(&app).as_str()), (Screen::Countries, "Montenegro"));
    assert!(app.find().is_none());
}

#[test]
fn esc_ends_at_the_place_that_the_slide_shows() {
    let mut app = presented(120, 40);
    go(&mut app, "Mali");
    type_keys(&mut app, "Esc");
    assert!(app.presentation().is_none());
    assert_eq!((app.screen(), selected(&app).as_str()), (Screen::Countries, "Mali"));
    type_keys(&mut app, "p");
    assert_eq!(number(&app), 1, "another presentation begins at its beginning");
}

#[test]
fn the_source_of_a_slide_is_one_key_away() {
    let mut app = presented(120, 40);
    let count = app.presentation().unwrap().len();
    for step in 0..count {
        app.update(Action::Cue(Cue::Go(step)));
        type_keys(&mut app, "o");
        assert!(matches!(app.overlay(), Overlay::Source { .. }));
        type_keys(&mut app, "G");
        let subject = app.step().unwrap().subject.clone();
        if subject != Subject::Sources {
            assert!(screen(&app).contains("http"), "{subject:?}: {}", screen(&app));
        }
        type_keys(&mut app, "o");
        assert_eq!((app.overlay(), number(&app)), (Overlay::None, step + 1));
    }
}

#[test]
fn what_a_slide_shows_is_copied_with_its_citation() {
    let mut app = presented(120, 40);
    let copied = |app: &mut App, name: &str| {
        go(app, name);
        let effects = type_keys(app, "y");
        let [Effect::Copy(text, _)] = effects.as_slice() else { panic!("{name}: {effects:?}") };
        assert!(screen(app).contains("copied the slide with its citation"));
        assert!(text.contains("(preliminary)") && text.contains("Independent;"), "{text}");
        assert!(text.contains("http"), "{text}");
        text.clone()
    };
    assert!(copied(&mut app, "Arrests").contains("2,517 arrests"));
    assert!(copied(&mut app, "Serbia").contains("at least 178 irregular migrants"));
    assert!(copied(&mut app, "Arrests versus rescues").contains("3,222 potential victims rescued"));
    let links = "Origin and destination, not the way taken";
    assert!(copied(&mut app, links).contains("Tunisia → United Kingdom (attempted)"));
    let unsaid = "What the sources do not say";
    assert!(copied(&mut app, unsaid).contains("15 are named with an action"));
}

#[test]
fn the_board_is_not_reached_by_its_own_keys_from_a_slide() {
    let mut app = presented(80, 24);
    type_keys(&mut app, "s a / n [ ]");
    assert_eq!((stage(&app), number(&app), app.screen()), (Stage::Slide, 1, Screen::Overview));
    type_keys(&mut app, "?");
    let help = screen(&app);
    assert!(help.contains("the next slide") && help.contains("a blank screen"), "{help}");
    assert!(!help.contains("the countries: every measure"), "{help}");
    type_keys(&mut app, "Esc Space");
    assert_eq!((app.overlay(), number(&app)), (Overlay::None, 2));
    type_keys(&mut app, "o PgDn Space");
    assert_eq!((app.overlay(), number(&app)), (Overlay::None, 3), "on from under the sources");
    assert_eq!(type_keys(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn no_key_has_two_meanings_on_a_slide_on_a_paced_one_or_in_the_index() {
    let paced = board(80, 24).presenting(Start { pace: Pace::Every(9), ..Start::default() });
    let mut index = presented(80, 24);
    type_keys(&mut index, "i");
    for app in [paced, index] {
        let here: Vec<_> = COMMANDS.iter().filter(|command| command.applies(&app)).collect();
        for (place, one) in here.iter().enumerate() {
            for other in &here[place + 1..] {
                let clash = one.keys.iter().any(|a| other.keys.iter().any(|b| a.clashes(b)));
                assert!(!clash, "{} and {}", one.doc, other.doc);
            }
        }
        assert!(here.iter().all(|command| command.scope != Scope::Typing));
        assert!(docs::help(&app).len() > 1);
    }
}

#[test]
fn a_slide_with_a_time_makes_room_for_the_next_and_any_key_makes_it_wait() {
    let start = Start { step: 0, pace: Pace::Every(20), looped: false };
    let mut app = board(80, 24).presenting(start);
    assert_eq!(app.due(), Some((Slide { step: 0, page: 0 }, 20)));
    app.update(Action::Cue(Cue::Due));
    assert_eq!(app.due(), Some((Slide { step: 1, page: 0 }, 20)));
    app.update(Action::Resize { columns: 90, rows: 30 });
    assert!(app.due().is_some(), "a new size is no key");
    type_keys(&mut app, "z");
    assert_eq!((app.due(), number(&app)), (None, 2), "a key that means nothing");
    assert!(screen(&app).contains("waits · r goes on"));
    type_keys(&mut app, "r");
    assert!(app.due().is_some() && !screen(&app).contains("waits"));
    type_keys(&mut app, "Space");
    assert_eq!((app.due(), number(&app)), (None, 3), "a key that means something does it, too");
    type_keys(&mut app, "r b");
    assert_eq!(app.due(), None, "nothing goes on behind a blank screen");
}

#[test]
fn a_story_is_told_to_its_end_or_again_and_again() {
    let pace = Pace::Every(1);
    for looped in [false, true] {
        let mut app = board(80, 24).presenting(Start { step: 0, pace, looped });
        type_keys(&mut app, "End r");
        let last = number(&app);
        for _ in 0..3 {
            app.update(Action::Cue(Cue::Due));
        }
        assert_eq!((number(&app) < last, app.due().is_some()), (looped, looped));
    }
    let mut app = board(80, 24).presenting(Start { looped: true, ..Start::default() });
    type_keys(&mut app, "End Space");
    assert_eq!(number(&app), 1);
}

#[test]
fn a_presentation_without_a_time_has_no_clock() {
    let mut app = presented(80, 24);
    assert_eq!(app.due(), None);
    type_keys(&mut app, "r");
    assert_eq!((app.due(), number(&app)), (None, 1));
}

/// The bundled operation, Serbia with more arrests than Iraq.
fn with_more_in_serbia() -> Operation {
    let text = include_str!("../data/liberterra-2.json");
    let more = text.replacen("\"as_printed\": \"12\"", "\"as_printed\": \"88\"", 1);
    let more = more.replacen("\"value\": 12,", "\"value\": 88,", 1);
    data::load("changed.json", more.as_bytes()).unwrap()
}

#[test]
fn a_save_changes_the_slide_in_place() {
    let mut app = presented(80, 24);
    go(&mut app, "Serbia");
    let (before, slide) = (screen(&app), number(&app));
    app.update(Action::Reloaded(Box::new(with_more_in_serbia().into())));
    assert_eq!(number(&app), slide);
    assert_ne!(screen(&app).lines().nth(8), before.lines().nth(8), "the number has changed");
    // What the slide was about is gone: the slide that now is the last.
    app.update(Action::Reloaded(Box::new(empty().operation().clone().into())));
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 2));
}

#[test]
fn a_save_that_changes_the_order_keeps_the_slide() {
    let made = |mut operation: Operation| {
        operation.story.clear();
        operation
    };
    let mut app = App::new(made(data::bundled().unwrap())).presenting(Start::default());
    go(&mut app, "Serbia");
    let before = number(&app);
    app.update(Action::Reloaded(Box::new(made(with_more_in_serbia()).into())));
    assert_eq!(number(&app), before - 1, "it stands before Iraq now");
    assert_eq!(told::name(app.operation(), app.step().unwrap()), "Serbia");
}

#[test]
fn another_operation_is_presented_from_its_beginning() {
    let mut app = presented(120, 40);
    go(&mut app, "Serbia");
    type_keys(&mut app, "p");
    app.update(Action::Opened(1, Box::new(empty().operation().clone().into())));
    assert_eq!(stage(&app), Stage::Board);
    type_keys(&mut app, "p");
    assert_eq!((stage(&app), number(&app)), (Stage::Slide, 1));
    assert!(screen(&app).contains("1 of 2"));
}
