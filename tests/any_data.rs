//! Any actions on any valid operation: nothing panics, the selection is in range, the board draws.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "support/operations.rs"]
mod operations;
mod support;

use liberterra::app::App;
use liberterra::app::action::{Action, Edit, Motion, Target};
use liberterra::app::focus::{Focus, Screen};
use liberterra::app::loading::{Loading, Stage};
use liberterra::command::COMMANDS;
use liberterra::data::check::check;
use liberterra::data::sanitize::clean;
use liberterra::model::query::Column;
use liberterra::report::citation;
use liberterra::report::format::Format;
use liberterra::report::paper::Paper;
use liberterra::theme::Choice;
use operations::{Size, thrown, written};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{drawn, drawn_in_ascii, lines};

/// Something that happens, with other operations by the numbers that throw them.
#[derive(Clone, Debug)]
enum Step {
    Act(Action),
    Open(u64, Size),
    Reload(u64, Size),
}

fn sizes() -> impl Strategy<Value = Size> {
    prop_oneof![
        2 => Just(Size::Empty),
        2 => Just(Size::One),
        6 => Just(Size::Few),
        1 => Just(Size::Many),
    ]
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Complete),
        "\\PC{0,6}|a|e|[0-9]|-?(has|no|some):arrests |arrests>=[0-9] ".prop_map(Edit::Insert),
        Just(Edit::DeleteBack),
        Just(Edit::DeleteForward),
        Just(Edit::DeleteWord),
        Just(Edit::DeleteAll),
        (-9_isize..9).prop_map(Edit::Cursor),
        Just(Edit::Accept),
        Just(Edit::Cancel),
    ]
}

fn targets() -> impl Strategy<Value = Target> {
    prop_oneof![
        (0..Screen::ALL.len()).prop_map(|at| Target::Screen(Screen::ALL[at])),
        (0..Column::ALL.len()).prop_map(|at| Target::Column(Column::ALL[at])),
        prop_oneof![0_usize..600, Just(usize::MAX)].prop_map(Target::Row),
        prop_oneof![0_usize..50, Just(usize::MAX)].prop_map(Target::Total),
        Just(Target::Outside),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let far = || prop_oneof![8 => -30_isize..30, 1 => Just(isize::MIN), 1 => Just(isize::MAX)];
    let stage = (any::<usize>(), any::<usize>(), any::<usize>());
    let text = || "\\PC{0,90}".prop_map(|text| clean(&text));
    let actions = prop_oneof![
        30 => (0..COMMANDS.len()).prop_map(|index| COMMANDS[index].action.clone()),
        8 => far().prop_map(|step| Action::Move(Motion::By(step))),
        3 => far().prop_map(Action::Page),
        4 => far().prop_map(Action::Across),
        4 => far().prop_map(Action::NextScreen),
        4 => far().prop_map(Action::FindNext),
        2 => far().prop_map(Action::Operation),
        4 => (60_u16..260, 16_u16..90).prop_map(|(columns, rows)| Action::Resize { columns, rows }),
        2 => (0_u16..80, 0_u16..20).prop_map(|(columns, rows)| Action::Resize { columns, rows }),
        1 => Just(Action::Resize { columns: 400, rows: 120 }),
        6 => edits().prop_map(Action::Type),
        6 => targets().prop_map(Action::Click),
        1 => text().prop_map(|name| Action::Broken(liberterra::data::load(name.as_str(), b"{").unwrap_err())),
        1 => text().prop_map(Action::Refused),
        1 => (text(), stage).prop_map(|(title, (size, read, checked))| {
            Action::Loading(Loading { title, progress: Stage { size, read, checked } })
        }),
    ];
    prop_oneof![
        20 => actions.prop_map(Step::Act),
        1 => (any::<u64>(), sizes()).prop_map(|(number, size)| Step::Open(number, size)),
        1 => (any::<u64>(), sizes()).prop_map(|(number, size)| Step::Reload(number, size)),
    ]
}

/// The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
fn steady(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2024);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    config
}

/// What has to hold whatever has happened.
fn is_sound(app: &App) {
    assert!(app.selected() < app.len().max(1));
    assert!(app.top() <= app.selected());
    let sources = app.sources();
    assert!(sources.selected < app.operation().sources.len().max(1));
    assert!(sources.top <= sources.selected);
    let is_selected = app.selected_row().is_some() || app.selected_group().is_some();
    assert_eq!(is_selected, !app.is_empty());
    if let Focus::Total(place) = app.focus() {
        assert!(place < app.headlines().count().max(1), "{place}");
    }
}

/// Draws the board, in one theme after the other and in ASCII.
fn draws(app: &App, turn: usize) {
    let choices = [Choice::Dark, Choice::Contrast, Choice::Terminal, Choice::Light];
    let buffer = drawn(app, choices[turn % choices.len()]);
    assert_eq!((buffer.area.width, buffer.area.height), app.size());
    for cell in buffer.content() {
        let symbol = cell.symbol();
        assert!(symbol.len() < 64 && !symbol.chars().any(char::is_control), "{symbol:?}");
    }
    for cell in drawn_in_ascii(app).content() {
        assert!(cell.symbol().is_ascii(), "{:?}", cell.symbol());
    }
}

proptest! {
    #![proptest_config(steady(64))]

    #[test]
    fn any_actions_on_any_operation(
        number: u64,
        size in sizes(),
        steps in prop::collection::vec(steps(), 1..40),
    ) {
        let mut app = App::new(thrown(number, size)).among(0, 3);
        is_sound(&app);
        draws(&app, 0);
        for (turn, step) in steps.into_iter().enumerate() {
            app.update(match step {
                Step::Act(action) => action,
                Step::Open(number, size) => Action::Opened(1, Box::new(thrown(number, size).into())),
                Step::Reload(number, size) => Action::Reloaded(Box::new(thrown(number, size).into())),
            });
            is_sound(&app);
            draws(&app, turn);
        }
    }
}

proptest! {
    #![proptest_config(steady(32))]

    #[test]
    fn any_operation_is_said_in_text(number: u64, size in sizes()) {
        let operation = thrown(number, size);
        let mut out = Vec::new();
        Paper::note(&operation).write(Format::Text, 80, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        let in_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = in_line(&text);
        for row in &operation.rows {
            prop_assert!(text.contains(&in_line(&row.name())));
            prop_assert!(!citation::rows(&operation, &[row]).is_empty());
        }
        for source in 0..operation.sources.len() {
            prop_assert!(!citation::source(&operation, source).is_empty());
        }
    }

    #[test]
    fn whatever_a_check_finds_has_its_place(number: u64, size in sizes()) {
        let text = format!("{:#}", written(number, size));
        let lines: Vec<&str> = text.lines().collect();
        for finding in check(text.as_bytes()) {
            prop_assert!((1..=lines.len()).contains(&finding.line), "{finding:?}");
            let columns = lines[finding.line - 1].chars().count();
            prop_assert!((1..=columns + 1).contains(&finding.column), "{finding:?}");
            prop_assert!(!finding.what.as_str().is_empty() && !finding.hint.as_str().is_empty());
        }
    }
}

/// What is thrown has to reach what there is.
#[test]
fn every_kind_of_operation_is_thrown() {
    let (mut rows, mut screens) = (Vec::new(), String::new());
    for size in Size::ALL {
        for number in 0..3 {
            let mut app = App::new(thrown(number, size));
            app.update(Action::Resize { columns: 200, rows: 60 });
            rows.push(app.len());
            screens += &lines(&drawn(&app, Choice::Dark)).join("\n");
        }
    }
    assert!(
        rows.contains(&0) && rows.contains(&1) && rows.iter().any(|rows| *rows > 250),
        "{rows:?}"
    );
    for sign in ["≥", "≈", ">", "≤", "some", "not reported", "▒", "*", "no action of any country"]
    {
        assert!(screens.contains(sign), "{sign}");
    }
}
