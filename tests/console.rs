//! The presenter's console without a terminal: what it shows, what its keys do, whom it follows,
//! and what it makes of those who are no presentation.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

#[allow(dead_code, reason = "files that hold them are other tests' part")]
#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "hostile/stream.rs"]
mod stream;
mod support;

use std::num::NonZeroU16;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::console::pace::Pace::{Ahead, OnTime};
use liberterra::app::console::{Console, Effect, Event, Now, Sight};
use liberterra::app::present::{Cue, Pace, Stage, Start};
use liberterra::command::{COMMANDS, console as commands};
use liberterra::data::wire::{self, Fault};
use liberterra::data::{self, Library, sanitize};
use liberterra::model::standing::{Ask, Running, Sight as Room, Standing};
use liberterra::model::text::SafeText;
use liberterra::report::{picture, standing, told as words};
use liberterra::theme::{Choice, Depth, Signs, Theme};
use liberterra::view::console as view;
use proptest::prelude::*;
use support::{
    board, console_drawn, console_screen, following, lines, presented, screen, steady, styles,
    told, type_keys, type_on,
};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The presentation of the bundled operation at a slide.
fn at(slide: usize) -> App {
    let mut app = presented(80, 24);
    app.update(Action::Cue(Cue::Go(slide - 1)));
    app
}

fn tell(console: &mut Console, number: u32, app: &App) {
    console.update(Event::Told(number, Box::new(told(app))));
}

fn find(console: &mut Console, numbers: &[u32]) {
    console.update(Event::Found(numbers.to_vec()));
}

fn tick(console: &mut Console, second: u64) {
    console.update(Event::Second(Now { second, clock: (14, 32) }));
}

fn new() -> Console {
    Console::new(None, None, Now::default())
}

#[test]
fn a_slide_with_notes_in_all_sizes_and_themes() {
    for (columns, rows) in SIZES {
        let console = following(&at(3), (columns, rows), 331);
        let name = format!("following-{columns}x{rows}");
        assert_snapshot!(name.as_str(), console_screen(&console));
        for (theme, choice) in
            [("dark", Choice::Dark), ("light", Choice::Light), ("mono", Choice::Mono)]
        {
            let drawn = console_drawn(&console, &Theme::resolve(choice, None, Depth::True));
            assert_eq!(lines(&drawn).join("\n"), console_screen(&console));
            assert_snapshot!(format!("{name}-{theme}"), styles(&drawn));
        }
        let ascii = Theme::resolve(Choice::Mono, None, Depth::Mono).with(Signs::Ascii);
        let drawn = lines(&console_drawn(&console, &ascii)).join("\n");
        assert!(drawn.is_ascii(), "{drawn}");
        assert_snapshot!(format!("ascii-{name}"), drawn);
    }
}

#[test]
fn what_else_a_console_shows() {
    let mut console = new();
    tick(&mut console, 9);
    assert_snapshot!("waiting-80x24", console_screen(&console));
    find(&mut console, &[17, 4711]);
    tell(&mut console, 17, &at(7));
    let mut blank = at(12);
    type_keys(&mut blank, "b");
    tell(&mut console, 4711, &blank);
    assert_snapshot!("choosing-80x24", console_screen(&console));
    type_on(&mut console, "Down Enter");
    assert_snapshot!("blank-80x24", console_screen(&console));
    console.update(Event::Gone(4711, None));
    assert_snapshot!("lost-80x24", console_screen(&console));
    let mut console = following(&at(28), (80, 24), 1_300);
    assert_snapshot!("last-80x24", console_screen(&console));
    type_on(&mut console, "?");
    assert_snapshot!("help-80x24", console_screen(&console));
    type_on(&mut console, "G");
    assert!(console_screen(&console).contains("even share"));
}

#[test]
fn a_small_window_says_what_is_needed() {
    for size in [(59, 16), (60, 15), (1, 1), (0, 0)] {
        let console = following(&at(3), size, 9);
        let drawn = console_screen(&console);
        assert!(!drawn.contains("Notes"), "{drawn}");
    }
    let said = console_screen(&following(&at(3), (59, 16), 9));
    assert!(said.contains("The console needs 60 by 16 cells"), "{said}");
    assert!(console_screen(&following(&at(3), (60, 16), 9)).contains("Notes"));
}

/// Every step of every bundled operation, in a window of some size.
fn each_step(mut look: impl FnMut(&App, &str)) {
    let library = Library::bundled();
    for place in 0..library.len() {
        let mut app = App::new(library.open(place).unwrap()).presenting(Start::default());
        app.update(Action::Resize { columns: 80, rows: 24 });
        for step in 0..app.presentation().unwrap().len() {
            app.update(Action::Cue(Cue::Go(step)));
            let name = words::name(app.operation(), app.step().unwrap());
            look(&app, &name);
        }
    }
}

#[test]
fn every_slide_is_told_as_it_is() {
    each_step(|app, name| {
        let standing = told(app);
        assert_eq!(standing.now.name.as_str(), name);
        let step = app.step().unwrap();
        let story = app.presentation().unwrap().story();
        let said = words::lines(app.operation(), story, step);
        // Every figure with its qualifier and its measure, and nothing beside what the slide says.
        assert!(
            said.iter().all(|line| standing.now.lines.iter().any(|told| told.as_str() == line))
        );
        assert_eq!(standing.notes.len(), step.notes.len());
        let preliminary = screen(app).contains("PRELIMINARY");
        assert_eq!(standing.badges.iter().any(|it| it.as_str() == "PRELIMINARY"), preliminary);
    });
}

#[test]
fn every_note_can_be_read_at_every_size() {
    each_step(|app, name| {
        for size in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            let mut console = following(app, size, 9);
            let mut seen = String::new();
            for _ in 0..view::parts(&console) {
                seen.push_str(&console_screen(&console));
                type_on(&mut console, "n");
            }
            let drawn = console_screen(&console);
            assert!(drawn.contains("Next") && drawn.contains("q quit"), "{name} {size:?}\n{drawn}");
            // Large letters are no text.
            for note in told(app).notes.iter().filter(|_| size.0 < 160) {
                let missing = note.as_str().split(' ').find(|word| !seen.contains(word));
                assert_eq!(missing, None, "{name} {size:?}\n{drawn}");
            }
        }
    });
}

#[test]
fn long_notes_are_read_one_part_after_the_other() {
    let mut standing = told(&at(3));
    let note = |number| sanitize::clean(&format!("note {number} {}", "and more of it ".repeat(20)));
    standing.notes = (10..40).map(note).collect();
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let mut console = following(&at(2), (columns, rows), 9);
        console.update(Event::Told(4711, Box::new(standing.clone())));
        let first = console_screen(&console);
        let parts = view::parts(&console);
        assert!(
            parts > 1 && first.contains(&format!("part 1 of {parts} · n shows more")),
            "{first}"
        );
        let mut seen = String::new();
        for _ in 0..parts {
            seen.push_str(&console_screen(&console));
            type_on(&mut console, "n");
        }
        assert!((10..40).all(|number| seen.contains(&format!("note {number}"))));
        assert_eq!(console_screen(&console), first, "from the top again");
    }
}

#[test]
fn the_keys_of_a_slide_ask_for_the_same_on_the_console() {
    let mut console = following(&at(3), (80, 24), 9);
    let go = |number| Ask::Go(NonZeroU16::new(number).unwrap());
    for (keys, ask) in [
        ("Space", Ask::Next),
        ("PgDn", Ask::Next),
        ("j", Ask::Next),
        ("BSpace", Ask::Back),
        ("PgUp", Ask::Back),
        ("Home", Ask::First),
        ("G", Ask::Last),
        ("12 Enter", go(12)),
        ("129 BSpace Enter", go(12)),
        (".", Ask::Blank),
        ("b", Ask::Blank),
        ("p", Ask::Live),
        ("Enter", Ask::Live),
    ] {
        assert_eq!(type_on(&mut console, keys), [Effect::Ask(4711, ask)], "{keys}");
        tell(&mut console, 4711, &at(3));
    }
    for keys in ["r", "i", "o", "y", "s", "x", "29 Enter", "0 Enter", "7 Esc", "?", "Space"] {
        assert_eq!(type_on(&mut console, keys), [], "{keys}");
    }
    assert_eq!(type_on(&mut console, "Esc q"), [Effect::Quit]);
}

#[test]
fn a_number_that_is_no_slide_is_said_and_not_asked_for() {
    let mut console = following(&at(3), (80, 24), 9);
    assert_eq!(type_on(&mut console, "29"), []);
    assert!(console_screen(&console).contains("slide 29 · Enter goes there"));
    assert_eq!(type_on(&mut console, "Enter"), []);
    assert!(console_screen(&console).contains("there is no slide 29; the last is 28"));
}

#[test]
fn no_key_has_two_meanings_on_a_console() {
    let mut several = new();
    find(&mut several, &[1, 2]);
    let mut helped = following(&at(3), (80, 24), 9);
    type_on(&mut helped, "?");
    let paced = board(80, 24).presenting(Start { pace: Pace::Every(9), ..Start::default() });
    for console in [new(), several, helped, following(&paced, (80, 24), 9)] {
        let here: Vec<_> = COMMANDS.iter().filter(|it| commands::applies(it, &console)).collect();
        for (place, one) in here.iter().enumerate() {
            for other in &here[place + 1..] {
                let clash = one.keys.iter().any(|a| other.keys.iter().any(|b| a.clashes(b)));
                assert!(!clash, "{} and {}", one.doc, other.doc);
            }
        }
    }
}

#[test]
fn the_time_begins_with_the_first_slide_seen_and_goes_on_whatever_comes() {
    let mut console = new();
    tick(&mut console, 50);
    assert_eq!(console.elapsed(), 0);
    find(&mut console, &[7]);
    tell(&mut console, 7, &at(1));
    tick(&mut console, 80);
    assert_eq!(console.elapsed(), 30);
    console.update(Event::Gone(7, None));
    tick(&mut console, 90);
    find(&mut console, &[8]);
    tell(&mut console, 8, &at(1));
    assert_eq!((console.sight(), console.elapsed()), (Sight::Following(8), 40));
    type_on(&mut console, "t");
    assert_eq!(console.elapsed(), 0);
}

#[test]
fn one_presentation_is_followed_and_several_are_listed() {
    let mut console = new();
    find(&mut console, &[7]);
    assert_eq!(console.sight(), Sight::Following(7));
    let mut console = new();
    find(&mut console, &[9, 7]);
    tell(&mut console, 7, &at(2));
    tell(&mut console, 9, &at(5));
    assert!(matches!(console.sight(), Sight::Choosing(..)));
    assert_eq!(type_on(&mut console, "Space"), [], "nothing is steered from the list");
    type_on(&mut console, "Down Enter");
    assert_eq!(console.sight(), Sight::Following(9));
    type_on(&mut console, "Esc Up Esc");
    assert_eq!(console.sight(), Sight::Following(9), "back to the one followed before");
    type_on(&mut console, "Esc Up Enter");
    assert_eq!(type_on(&mut console, "Space"), [Effect::Ask(7, Ask::Next)]);
    assert_eq!(console.standing().unwrap().reached.slide, 2);
}

#[test]
fn the_list_does_not_take_a_living_presentation_for_a_lost_one() {
    let mut console = following(&at(3), (80, 24), 9);
    type_on(&mut console, "Esc");
    let said = console_screen(&console);
    assert!(said.contains("Presentations") && !said.contains("gone"), "{said}");
    console.update(Event::Found(vec![9]));
    console.update(Event::Gone(4711, None));
    let said = console_screen(&console);
    assert!(said.contains("gone; `--from 3` begins there again"), "{said}");
}

#[test]
fn what_is_selected_in_the_list_stays_selected_or_is_gone() {
    let mut console = new();
    find(&mut console, &[7, 8, 9]);
    for (number, slide) in [(7, 2), (8, 3), (9, 4)] {
        tell(&mut console, number, &at(slide));
    }
    type_on(&mut console, "Down");
    console.update(Event::Gone(7, None));
    let said = console_screen(&console);
    assert!(said.contains("▸        8"), "{said}");
    find(&mut console, &[5]);
    console.update(Event::Gone(8, None));
    assert!(!console_screen(&console).contains('▸'));
    assert_eq!(type_on(&mut console, "Enter Space"), []);
    let said = console_screen(&console);
    assert!(matches!(console.sight(), Sight::Choosing(8, None)), "no other room is followed");
    type_on(&mut console, "Enter");
    assert!(console_screen(&console).contains("presentation 8 is gone; choose another"), "{said}");
    type_on(&mut console, "Up Enter");
    assert_eq!(console.sight(), Sight::Following(5));
}

#[test]
fn a_console_begun_late_knows_how_long_the_talk_has_taken() {
    let late = |app: &App, elapsed| {
        let mut console = Console::new(Some(20), None, Now::default());
        tick(&mut console, 50);
        find(&mut console, &[7]);
        let standing = Standing { elapsed, ..told(app) };
        console.update(Event::Told(7, Box::new(standing)));
        console
    };
    let mut console = late(&at(15), 620);
    assert_eq!((console.elapsed(), console.pace()), (620, Some(OnTime)));
    tick(&mut console, 60);
    let standing = Standing { elapsed: 700, ..told(&at(15)) };
    console.update(Event::Told(7, Box::new(standing)));
    assert_eq!(console.elapsed(), 630, "from then on it counts itself");
    // From slide 5 on, nothing before that is taken for done.
    let mut app = board(80, 24).presenting(Start { step: 4, ..Start::default() });
    assert_eq!(told(&app).reached.first, 5);
    assert_eq!(late(&app, 0).pace(), Some(OnTime));
    app.update(Action::Cue(Cue::Go(16)));
    assert_eq!(late(&app, 600).pace(), Some(OnTime), "twelve slides of twenty-four");
    app.update(Action::Cue(Cue::Go(1)));
    assert_eq!(told(&app).reached.first, 2, "an earlier slide is told, too");
    let mut console = late(&at(12), 0);
    assert!(matches!(console.pace(), Some(Ahead(_))));
    type_on(&mut console, "t");
    assert_eq!((console.elapsed(), console.pace()), (0, Some(OnTime)), "counted from here");
}

#[test]
fn a_presentation_chosen_instead_has_its_own_time() {
    let mut console = following(&at(3), (80, 24), 9);
    find(&mut console, &[9]);
    console.update(Event::Told(9, Box::new(Standing { elapsed: 300, ..told(&at(5)) })));
    type_on(&mut console, "Esc Up Enter");
    assert_eq!((console.sight(), console.elapsed()), (Sight::Following(9), 300));
}

#[test]
fn a_broken_save_is_told_to_the_presenter_and_not_to_the_room() {
    let mut app = at(3);
    let before = screen(&app);
    let broken = data::load("mine.json", b"{").unwrap_err();
    app.update(Action::Broken(broken));
    for _ in 0..2 {
        assert_eq!(screen(&app), before);
        let said = console_screen(&following(&app, (80, 24), 9));
        assert!(said.contains("file not shown: the file ends before"), "{said}");
        app.update(Action::Cue(Cue::Unblank));
    }
    let again = app.operation().clone();
    app.update(Action::Reloaded(Box::new(again.into())));
    assert_eq!(screen(&app), before, "the source stays on the slide");
    assert!(console_screen(&following(&app, (80, 24), 9)).contains("was read again"));
    app.update(Action::Cue(Cue::Unblank));
    assert_eq!(told(&app).notice, None);
}

#[test]
fn keys_meant_for_one_room_never_reach_another() {
    let mut console = new();
    find(&mut console, &[7]);
    tell(&mut console, 7, &at(2));
    let mut other = App::new(Library::bundled().open(3).unwrap()).presenting(Start::default());
    other.update(Action::Resize { columns: 80, rows: 24 });
    find(&mut console, &[9]);
    tell(&mut console, 9, &other);
    console.update(Event::Gone(7, None));
    assert_eq!(console.sight(), Sight::Waiting);
    assert_eq!(type_on(&mut console, "Space b"), []);
    find(&mut console, &[11]);
    assert_eq!(console.sight(), Sight::Waiting, "it has not said what it is");
    tell(&mut console, 11, &at(1));
    assert_eq!(console.sight(), Sight::Following(11), "the same operation again");
    find(&mut console, &[12]);
    tell(&mut console, 12, &at(1));
    console.update(Event::Gone(11, None));
    tell(&mut console, 12, &at(2));
    assert_eq!(console.sight(), Sight::Waiting, "it was there before, in another room perhaps");
}

#[test]
fn what_is_wanted_is_followed_by_number_or_by_operation() {
    for wanted in ["9", "liberterra-2"] {
        let mut console = Console::new(None, Some(sanitize::clean(wanted)), Now::default());
        find(&mut console, &[7]);
        let mut other = App::new(Library::bundled().open(3).unwrap()).presenting(Start::default());
        other.update(Action::Resize { columns: 80, rows: 24 });
        tell(&mut console, 7, &other);
        assert_eq!(console.sight(), Sight::Waiting, "{wanted}");
        assert!(
            console_screen(&console).contains(&format!("Waiting for the presentation {wanted}"))
        );
        find(&mut console, &[9]);
        tell(&mut console, 9, &at(2));
        assert_eq!(console.sight(), Sight::Following(9), "{wanted}");
    }
}

#[test]
fn a_presentation_that_stands_still_is_not_flooded() {
    let mut console = following(&at(3), (80, 24), 9);
    let asked = type_on(&mut console, "jjjjjjjjjjjjjjjjjjjj");
    assert_eq!(asked.len(), 8);
    assert!(!console_screen(&console).contains("does not answer"));
    tick(&mut console, 11);
    assert!(console_screen(&console).contains("the presentation does not answer"));
    tell(&mut console, 4711, &at(4));
    assert!(!console_screen(&console).contains("does not answer"));
    assert_eq!(type_on(&mut console, "j").len(), 1);
}

/// What a console's ask does to a presentation.
fn ask(app: &mut App, ask: Ask) -> (Stage, usize) {
    assert!(app.update(Action::Ask(ask)).is_empty());
    let shown = app.presentation().unwrap();
    (shown.stage(), shown.slide().step + 1)
}

#[test]
fn an_ask_does_what_the_key_does() {
    let mut app = at(3);
    assert_eq!(ask(&mut app, Ask::Next), (Stage::Slide, 4));
    assert_eq!(ask(&mut app, Ask::Back), (Stage::Slide, 3));
    assert_eq!(ask(&mut app, Ask::Last), (Stage::Slide, 28));
    assert_eq!(ask(&mut app, Ask::First), (Stage::Slide, 1));
    assert_eq!(ask(&mut app, Ask::Go(NonZeroU16::new(11).unwrap())), (Stage::Slide, 11));
    assert_eq!(ask(&mut app, Ask::Go(NonZeroU16::MAX)), (Stage::Slide, 28));
}

#[test]
fn an_ask_surprises_no_room() {
    let mut app = at(28);
    assert_eq!(ask(&mut app, Ask::Blank), (Stage::Blank, 28));
    assert_eq!(ask(&mut app, Ask::First), (Stage::Slide, 28), "it only brings the slide back");
    assert_eq!(ask(&mut app, Ask::Live), (Stage::Board, 28));
    type_keys(&mut app, "1 / mali");
    assert_eq!(ask(&mut app, Ask::Live), (Stage::Slide, 28));
    assert!(!app.is_typing());
    type_keys(&mut app, "12");
    assert_eq!(ask(&mut app, Ask::Back), (Stage::Slide, 27), "half a number is dropped");
    assert_eq!(type_keys(&mut app, "Esc").len() + usize::from(app.presentation().is_some()), 0);
    for ask in [Ask::Next, Ask::Live, Ask::Blank, Ask::Run] {
        app.update(Action::Ask(ask));
        assert!(app.presentation().is_none(), "nothing is begun from afar");
    }
}

#[test]
fn an_ask_makes_a_wall_display_wait_and_go_on() {
    let mut app = board(80, 24).presenting(Start { pace: Pace::Every(9), ..Start::default() });
    assert_eq!(told(&app).running, Running::ByItself);
    app.update(Action::Ask(Ask::Next));
    assert_eq!((told(&app).running, app.due()), (Running::Waits, None));
    let mut console = following(&app, (80, 24), 9);
    assert_eq!(type_on(&mut console, "r"), [Effect::Ask(4711, Ask::Run)]);
    app.update(Action::Ask(Ask::Run));
    assert_eq!(told(&app).running, Running::ByItself);
}

#[test]
fn what_the_room_sees_is_told() {
    let mut app = at(3);
    for (keys, room) in [
        ("b", Room::Blank),
        ("x", Room::Slide),
        ("i", Room::Index),
        ("Esc", Room::Slide),
        ("o", Room::Sources),
        ("?", Room::Help),
        ("Esc", Room::Sources),
        ("Esc", Room::Slide),
        ("?", Room::Help),
        ("?", Room::Slide),
        ("i ?", Room::Help),
        ("Esc", Room::Index),
        ("i", Room::Slide),
        ("p", Room::Board),
    ] {
        type_keys(&mut app, keys);
        assert_eq!(told(&app).sight, room, "{keys}");
    }
    for (keys, said) in
        [("o", "the room sees the slide's sources"), ("?", "the room sees the help")]
    {
        let mut app = at(3);
        type_keys(&mut app, keys);
        let drawn = console_screen(&following(&app, (80, 24), 9));
        assert!(drawn.contains(said), "{drawn}");
        let before = told(&app);
        app.update(Action::Ask(Ask::Tell));
        assert_eq!(told(&app), before, "asking where it stands changes nothing");
    }
    type_keys(&mut app, "p End Space");
    assert_eq!(told(&app).notice.unwrap().as_str(), "the last slide");
    assert_eq!((told(&app).next, told(&app).reached.slide), (None, 28));
}

#[test]
fn a_huge_operation_fits_into_a_line() {
    let note = format!("\"{}\"", r#"note \"quoted\" "#.repeat(20));
    let notes = vec![note; 60].join(",");
    let summary = "1,500 people ".repeat(30);
    let action = |number: usize| {
        format!(
            r#"{{"id": "a{number}", "countries": ["ML"], "summary": "{summary}",
            "figures": [], "citations": [{{"source": "s"}}]}}"#
        )
    };
    let actions: Vec<String> = (0..300).map(action).collect();
    let file = format!(
        r#"{{"schema": 1, "id": "x", "name": "X", "organiser": "Y", "status": "published",
        "totals": [], "actions": [{}], "story": [{{"show": "title"}},
        {{"show": "place", "countries": ["ML"], "notes": [{notes}]}}],
        "sources": [{{"id": "s", "publisher": "P", "title": "T", "strength": "press", "language": "en",
        "url": "https://example.org/"}}]}}"#,
        actions.join(",")
    );
    let operation = match data::load("huge.json", file.as_bytes()) {
        Ok(operation) => operation,
        Err(error) => panic!("{error}"),
    };
    let mut app = App::new(operation).presenting(Start { step: 1, ..Start::default() });
    app.update(Action::Resize { columns: 80, rows: 24 });
    let standing = told(&app);
    assert_eq!(standing.now.lines.last().unwrap().as_str(), "…", "what is left out shows");
    assert!(standing.now.lines.len() > 10 && !standing.notes.is_empty());
}

/// Bytes as a peer may send them: nothing, anything, and what is nearly a line.
fn peers() -> impl Strategy<Value = Vec<u8>> {
    let line = wire::tell(&standing::of(&at(3), 0).unwrap()).unwrap();
    let slip = (any::<prop::sample::Index>(), any::<u8>());
    let slipped = prop::collection::vec(slip, 1..4).prop_map(move |slips| {
        let mut line = line.clone();
        for (place, byte) in slips {
            let place = place.index(line.len());
            line[place] = byte;
        }
        line
    });
    let text = r#"\{"liberterra":[0-9]{1,3},"says":(".{0,9}"|\{"go":-?[0-9]{1,6}\}|\[|null)\}?"#;
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        text.prop_map(String::into_bytes),
        slipped,
    ]
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn no_peer_is_obeyed_or_does_harm(bytes in peers()) {
        if let Ok(ask) = wire::asked(&bytes) {
            // It is one of the nine, and says no more than that.
            let again = wire::ask(ask);
            let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
            prop_assert_eq!(value(&again), value(&bytes));
        }
        if let Ok(standing) = wire::told(&bytes) {
            let mut console = new();
            find(&mut console, &[7]);
            console.update(Event::Told(7, Box::new(standing)));
            for (columns, rows) in [(60, 16), (80, 24), (200, 60)] {
                console.update(Event::Asked(Action::Resize { columns, rows }));
                console_screen(&console);
            }
        }
    }
}

#[test]
fn a_hostile_presentation_draws_nothing_but_text() {
    for (name, text) in payloads::payloads() {
        let honest: Standing<String> = standing::of(&at(3), 0).unwrap();
        let line = wire::tell(&honest.map(&|_| text.clone())).unwrap();
        let standing = wire::told(&line).unwrap();
        let mut console = new();
        find(&mut console, &[7, 8]);
        for number in [7, 8] {
            console.update(Event::Told(number, Box::new(standing.clone())));
        }
        for keys in ["", "Enter", "n", "?"] {
            type_on(&mut console, keys);
            for (columns, rows) in SIZES {
                console.update(Event::Asked(Action::Resize { columns, rows }));
                let drawn = console_screen(&console);
                let fault = drawn.lines().find_map(|line| stream::fault(line.as_bytes(), false));
                assert_eq!(fault, None, "{name}");
                assert!(!drawn.contains('\x1b'), "{name}: {drawn:?}");
            }
        }
    }
}

#[test]
fn numbers_that_cannot_be_are_no_standing() {
    let line = String::from_utf8(wire::tell(&standing::of(&at(3), 0).unwrap()).unwrap()).unwrap();
    assert!(wire::told(line.as_bytes()).is_ok());
    for (from, to) in [
        ("\"slide\":3", "\"slide\":0"),
        ("\"slide\":3", "\"slide\":29"),
        ("\"pages\":1", "\"pages\":0"),
        ("\"first\":1", "\"first\":0"),
        ("\"first\":1", "\"first\":4"),
        ("\"slide\":3", "\"slide\":-1"),
        ("\"sight\":\"slide\"", "\"sight\":\"shell\""),
        ("\"notes\":", "\"more\":1,\"notes\":"),
    ] {
        let changed = line.replacen(from, to, 1);
        assert_ne!(changed, line);
        assert_eq!(wire::told(changed.as_bytes()), Err(Fault::Malformed), "{to}");
    }
    let other = line.replacen("\"liberterra\":1", "\"liberterra\":2", 1);
    assert_eq!(wire::told(other.as_bytes()), Err(Fault::Version));
}

#[test]
fn who_was_dropped_is_said() {
    let mut console = new();
    find(&mut console, &[7]);
    let why: SafeText = sanitize::clean(&Fault::Version.to_string());
    console.update(Event::Gone(7, Some(why)));
    let said = console_screen(&console);
    assert!(
        said.contains("presentation 7 is not followed: it is another version of liberterra"),
        "{said}"
    );
}

#[test]
fn the_pictures_show_what_the_console_draws() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    for (columns, rows) in SIZES {
        let console = following(&at(11), (columns, rows), 668);
        for (ground, choice) in [("dark", Choice::Dark), ("light", Choice::Light)] {
            let name = format!("console-{columns}x{rows}-{ground}.svg");
            let kept = std::fs::read_to_string(folder.join(&name)).unwrap();
            let drawn = picture::console(&console, choice).unwrap();
            assert!(kept == drawn, "{name} is old: cargo run --example screenshots");
        }
    }
}
