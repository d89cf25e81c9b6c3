//! The story that is made of an operation: its steps, their order, and that no step says what the
//! operation does not hold.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::collections::BTreeSet;

use liberterra::data::{self, Library};
use liberterra::model::country::Region;
use liberterra::model::measure::{Family, Measure};
use liberterra::model::operation::Operation;
use liberterra::model::story::maps::{Coloured, View};
use liberterra::model::story::{Story, Subject};
use liberterra::report::{told, unsaid};
use liberterra::view::slide;
use ratatui::layout::Rect;
use serde_json::{Value, json};

fn bundled() -> Vec<Operation> {
    let library = Library::bundled();
    (0..library.len()).map(|place| library.open(place).unwrap()).collect()
}

fn names(operation: &Operation) -> Vec<String> {
    let story = Story::of(operation);
    story.steps().iter().map(|step| told::name(operation, step)).collect()
}

/// An operation with these actions, each a place and its number of arrests.
fn with_actions(actions: impl Iterator<Item = (Value, Value)>) -> Operation {
    let cite = json!([{ "source": "s" }]);
    let action = |(index, (place, value)): (usize, (Value, Value))| {
        let figure = json!({
            "measure": "arrested", "who": "suspects", "value": value, "citations": cite,
        });
        let mut action = json!({
            "id": format!("a{index}"), "summary": "People arrested.", "figures": [figure],
            "citations": cite,
        });
        let (name, value) = if place.is_array() { ("countries", place) } else { ("region", place) };
        action.as_object_mut().unwrap().insert(name.to_owned(), value);
        action
    };
    let actions: Vec<Value> = actions.enumerate().map(action).collect();
    let file = json!({
        "schema": 1, "id": "x", "name": "Operation X", "organiser": "Y", "status": "published",
        "totals": [], "actions": actions,
        "sources": [{
            "id": "s", "publisher": "P", "title": "T", "url": "https://p.example/",
            "language": "en", "strength": "press",
        }],
    });
    data::load("x.json", file.to_string().as_bytes()).unwrap()
}

#[test]
fn a_story_says_what_happened_how_large_where_what_is_uncertain_and_on_whose_word() {
    let told = bundled().remove(0);
    let mut made = told.clone();
    made.story.clear();
    assert!(!told.story.is_empty());
    for operation in [told, made] {
        reads_as_a_briefing(&operation);
    }
}

fn reads_as_a_briefing(operation: &Operation) {
    let built: Vec<Subject> =
        Story::of(operation).steps().iter().map(|step| step.subject.clone()).collect();
    let at = |wanted: &dyn Fn(&Subject) -> bool| built.iter().position(wanted).unwrap();
    let order = [
        at(&|subject| *subject == Subject::Title),
        at(&|subject| matches!(subject, Subject::Figure(_))),
        at(&|subject| matches!(subject, Subject::Split(_))),
        at(&|subject| *subject == Subject::Versus),
        at(&|subject| *subject == Subject::Coverage),
        at(&|subject| matches!(subject, Subject::Map(_))),
        at(&|subject| matches!(subject, Subject::Place(_))),
        at(&|subject| *subject == Subject::Others),
        at(&|subject| *subject == Subject::Routes),
        at(&|subject| *subject == Subject::Unsaid),
        at(&|subject| *subject == Subject::Sources),
    ];
    assert!(order.is_sorted(), "{built:?}");
}

#[test]
fn the_world_is_shown_and_then_each_part_of_it_with_two_countries_to_tell_apart() {
    for mut operation in bundled() {
        operation.story.clear();
        let story = Story::of(&operation);
        let maps: Vec<View> = story
            .steps()
            .iter()
            .filter_map(|step| match step.subject {
                Subject::Map(view) => Some(view),
                _ => None,
            })
            .collect();
        if operation.countries_named() < 2 {
            assert!(maps.is_empty(), "a single country is its own slide");
            continue;
        }
        assert_eq!(maps.first(), Some(&View::default()), "{}", operation.name);
        let named: BTreeSet<_> =
            operation.rows.iter().flat_map(|row| row.place.countries()).copied().collect();
        let with_two = named
            .iter()
            .map(|one| one.region())
            .filter(|region| named.iter().filter(|one| one.region() == *region).count() > 1);
        let parts: BTreeSet<_> = maps.iter().filter_map(|view| view.region).collect();
        assert_eq!(parts, with_two.collect(), "{}", operation.name);
        assert_eq!(maps.len(), parts.len() + 1, "{}", operation.name);
    }
}

#[test]
fn a_map_counts_arrests_unless_there_is_no_number_of_them() {
    let operation = bundled().remove(0);
    let of = |region| View { region, family: None }.family(&operation);
    assert_eq!(of(None), Family::Arrests);
    assert_eq!(of(Some(Region::Europe)), Family::Arrests);
    assert_eq!(of(Some(Region::Americas)), Family::Rescues, "some arrests are no number");
    let asked = View { region: None, family: Some(Coloured::PeopleMoved) };
    assert_eq!(asked.family(&operation), Family::Moved);
    let rows = View { region: Some(Region::Asia), family: None }.rows(&operation);
    assert_eq!(rows[0].name(), "Türkiye");
}

#[test]
fn places_are_told_the_strongest_first_and_nobody_is_left_out() {
    for operation in bundled() {
        let story = Story::of(&operation);
        let alone: Vec<_> = story.steps().iter().filter_map(|step| step.place()).collect();
        let arrests = |place| {
            let row = told::row(&operation, place).unwrap();
            row.cell(Family::Arrests).rank()
        };
        let ranks: Vec<_> = alone.iter().map(|place| arrests(place)).collect();
        assert!(ranks.is_sorted_by(|one, other| one >= other), "{}: {ranks:?}", operation.name);
        let told = alone.len() + story.others(&operation).len();
        assert_eq!(told, operation.rows.len(), "{}", operation.name);
        let others = story.steps().iter().any(|step| step.subject == Subject::Others);
        assert_eq!(others, story.others(&operation).len() > 0, "{}", operation.name);
    }
}

#[test]
fn every_bundled_operation_has_a_whole_story_that_fits_a_projector() {
    let window = Rect::new(0, 0, 80, 24);
    for operation in bundled() {
        let story = Story::of(&operation);
        assert!(story.steps().len() > 7, "{}", operation.name);
        for step in story.steps() {
            let name = told::name(&operation, step);
            assert!(!name.is_empty());
            assert!(!told::lines(&operation, &story, step).is_empty(), "{name}");
            let fit = slide::fit(&operation, &story, step, window);
            assert!(fit.cut.is_empty(), "{}, {name}: {:?}", operation.name, fit.cut);
            assert!(fit.pages <= 3, "{}, {name}: {} pages", operation.name, fit.pages);
        }
    }
}

#[test]
fn what_is_said_to_be_unsaid_is_so() {
    let said = |index: usize| unsaid::sentences(&bundled()[index]);
    let liberterra = said(0);
    for sentence in [
        "INTERPOL calls these results preliminary.",
        "Of 116 countries and territories, 15 are named with an action; no action of the others is told.",
        "Of 2,517 arrests, at least 158 are reported by country; the others only in the total.",
        "No country is reported with potential victims rescued.",
        "Sources disagree on 1 figure (*).",
    ] {
        assert!(liberterra.iter().any(|said| said == sentence), "{sentence}: {liberterra:#?}");
    }
    for operation in bundled() {
        let sentences = unsaid::sentences(&operation).join("\n");
        let has = |family| operation.totals.iter().any(|total| total.family() == family);
        assert_eq!(sentences.contains("rescued in all is not"), !has(Family::Rescues));
        assert_eq!(sentences.contains("arrested in all is not"), !has(Family::Arrests));
        let took_part = operation.total(Measure::Countries).is_some();
        assert_eq!(sentences.contains("How many countries took part"), !took_part);
    }
}

#[test]
fn an_operation_of_which_nothing_is_reported_still_has_a_title() {
    let empty = support::empty().operation().clone();
    assert_eq!(names(&empty), ["Operation X", "What the sources do not say"]);
    let said = unsaid::sentences(&empty);
    assert!(said.contains(&"How many people were arrested in all is not reported.".to_owned()));
}

#[test]
fn one_country_is_one_slide() {
    let one = with_actions([(json!(["TR"]), json!(7))].into_iter());
    let expected = ["Operation X", "How much of it is named", "Türkiye"];
    assert_eq!(names(&one)[..3], expected);
    let story = Story::of(&one);
    assert_eq!(story.others(&one).len(), 0);
    // A place without a single figure of people is still told, if it is all there is.
    let bare = with_actions([(json!("The Gulf"), json!("some"))].into_iter());
    assert!(names(&bare).contains(&"The Gulf (region)".to_owned()));
}

#[test]
fn a_huge_operation_is_told_by_its_strongest_places() {
    let regions = (0..3_000).map(|index| (json!(format!("Region {index}")), json!(index + 1)));
    let huge = with_actions(regions);
    let story = Story::of(&huge);
    let steps = names(&huge);
    assert_eq!(
        steps[2..5],
        ["Region 2999 (region)", "Region 2998 (region)", "Region 2997 (region)"]
    );
    assert!(steps.len() < 30, "{}", steps.len());
    assert_eq!(story.others(&huge).len(), 3_000 - 12);
    let mut app =
        liberterra::app::App::new(huge).presenting(liberterra::app::present::Start::default());
    app.update(liberterra::app::action::Action::Resize { columns: 80, rows: 24 });
    support::type_keys(&mut app, "1 5 Enter");
    assert!(support::screen(&app).contains("Also named"), "{}", support::screen(&app));
    support::type_keys(&mut app, "Space Space Space Space");
    let last = (0..9).map(|_| {
        support::type_keys(&mut app, "BSpace");
        support::screen(&app)
    });
    let more = "and 2,958 more places: p shows them";
    assert!(last.into_iter().any(|screen| screen.contains(more)));
}

#[test]
fn of_a_place_with_many_actions_the_first_are_told_and_the_others_counted() {
    let many = with_actions((0..1_000).map(|_| (json!(["TR"]), json!(2))));
    let mut app =
        liberterra::app::App::new(many).presenting(liberterra::app::present::Start::default());
    app.update(liberterra::app::action::Action::Resize { columns: 80, rows: 24 });
    support::type_keys(&mut app, "4 Enter BSpace");
    let screen = support::screen(&app);
    assert!(screen.contains("and 994 more actions: p shows them"), "{screen}");
    support::type_keys(&mut app, "o");
    assert!(support::screen(&app).contains("actions 1–20 of 1,000 · p shows all"));
}
