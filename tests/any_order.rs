//! Any actions in any order, any keys and clicks at any size: nothing breaks, nothing is lost.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::app::action::{Action, Edit, Motion, Target};
use liberterra::app::focus::Focus;
use liberterra::app::present::Cue;
use liberterra::command::COMMANDS;
use liberterra::data::{self, sanitize};
use liberterra::theme::Choice;
use proptest::prelude::*;
use support::{click, drawn, empty, serve, shelf, steady, type_on_shelf};

fn actions() -> impl Strategy<Value = Action> {
    let step = || -20_isize..20;
    prop_oneof![
        8 => step().prop_map(|step| Action::Move(Motion::By(step))),
        2 => Just(Action::Move(Motion::First)),
        2 => Just(Action::Move(Motion::Last)),
        2 => step().prop_map(Action::Page),
        4 => step().prop_map(Action::Across),
        4 => step().prop_map(Action::NextScreen),
        4 => step().prop_map(Action::FindNext),
        6 => (0_u16..220, 0_u16..70).prop_map(|(columns, rows)| Action::Resize { columns, rows }),
        4 => ".{0,9}".prop_map(|text| Action::Type(Edit::Insert(text))),
        4 => (0_usize..99).prop_map(|place| Action::Click(Target::Row(place))),
        1 => any::<bool>().prop_map(|none| {
            let operation = if none { empty().operation().clone() } else { data::bundled().unwrap() };
            if none { Action::Opened(0, Box::new(operation.into())) } else { Action::Reloaded(Box::new(operation.into())) }
        }),
        1 => any::<bool>().prop_map(|none| {
            let operation = if none { empty().operation().clone() } else { data::bundled().unwrap() };
            Action::Reloaded(Box::new(operation.into()))
        }),
        4 => (0_usize..99).prop_map(|place| Action::Click(Target::Total(place))),
        2 => (0_usize..99).prop_map(|place| Action::Click(Target::Choice(place))),
        4 => (0_usize..99).prop_map(|step| Action::Cue(Cue::Go(step))),
        4 => (0_u8..10).prop_map(|digit| Action::Cue(Cue::Digit(digit))),
        2 => (0_usize..20).prop_map(Action::Outdated),
        2 => (0_usize..20).prop_map(|place| Action::Fetched(place, Err(sanitize::clean("gone")))),
        1 => Just(Action::Cue(Cue::Due)),
        2 => (0_usize..99).prop_map(|step| Action::Click(Target::Slide(step))),
        30 => (0..COMMANDS.len()).prop_map(|index| COMMANDS[index].action.clone()),
    ]
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn no_sequence_of_actions_loses_the_selection(
        actions in prop::collection::vec(actions(), 1..60),
        none in any::<bool>(),
    ) {
        let mut app = if none { empty() } else { shelf(80, 24) };
        for action in actions {
            for effect in app.update(action) {
                serve(&mut app, effect);
            }
            let compared = app.compare();
            prop_assert!(compared.list().selected < compared.lines().len().max(1));
            prop_assert!(compared.list().top <= compared.list().selected);
            prop_assert!(app.selected() < app.len().max(1));
            prop_assert!(app.top() <= app.selected());
            if let Focus::Total(place) = app.focus() {
                prop_assert!(place < app.headlines().count().max(1), "{place}");
            }
            let buffer = drawn(&app, Choice::Dark);
            prop_assert_eq!((buffer.area.width, buffer.area.height), app.size());
        }
    }

    #[test]
    fn any_keys_and_clicks_at_any_size_draw(
        columns in 0_u16..250,
        rows in 0_u16..80,
        script in "[a-zA-Z0-9/?]{0,20}",
        clicks in prop::collection::vec((0_u16..250, 0_u16..80), 0..6),
    ) {
        let mut app = shelf(columns, rows);
        type_on_shelf(&mut app, &script);
        for (column, row) in clicks {
            click(&mut app, column, row);
        }
        drawn(&app, Choice::Light);
    }
}
