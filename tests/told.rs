//! A story in a file: what it may say, what `check` says of one that cannot be told, and that the
//! loader refuses just those.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

use liberterra::data::check::{Severity, check};
use liberterra::data::{self, Library};
use liberterra::model::story::{Named, Story, Subject};
use liberterra::report::told;
use serde_json::{Value, json};

/// A small operation with a story.
fn with(story: &Value) -> String {
    let cite = json!([{ "source": "s" }]);
    json!({
        "schema": 1, "id": "x", "name": "Operation X", "organiser": "Y", "status": "published",
        "totals": [
            { "id": "all", "measure": "arrested", "who": "suspects", "value": 120,
              "citations": cite },
            { "id": "some-of-them", "measure": "arrested", "who": "suspects", "value": 30,
              "part_of": "all", "citations": cite },
            { "id": "units", "measure": "coordination_units", "value": 2, "citations": cite },
        ],
        "actions": [
            { "id": "tr", "countries": ["TR"], "summary": "Seven arrests.", "citations": cite,
              "figures": [{ "id": "seven", "measure": "arrested", "who": "suspects", "value": 7,
                            "citations": cite }] },
            { "id": "two", "countries": ["ML", "TG"], "summary": "A raid.", "citations": cite },
            { "id": "gulf", "region": "The Gulf", "summary": "A raid.", "citations": cite },
        ],
        "sources": [{ "id": "s", "publisher": "P", "title": "T", "url": "https://p.example/",
                      "language": "en", "strength": "press" }],
        "story": story,
    })
    .to_string()
}

/// The errors of a story, each with its path and hint.
fn errors(story: &Value) -> Vec<String> {
    let findings = check(with(story).as_bytes());
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|one| format!("{}: {}; {}", one.path, one.what, one.hint)).collect()
}

#[test]
fn a_story_sets_order_titles_picks_and_notes() {
    let story = json!([
        { "show": "title", "notes": ["Say who we are.", "And what this is not."] },
        { "show": "place", "region": "The Gulf" },
        { "show": "figure", "figure": "seven", "title": "Seven of them" },
        { "show": "place", "countries": ["ML", "TG"] },
        { "show": "figures", "figures": ["units", "all"] },
        { "show": "split", "figure": "all" },
        { "show": "versus" }, { "show": "coverage" }, { "show": "others" },
        { "show": "unsaid" }, { "show": "sources" },
    ]);
    assert_eq!(errors(&story), Vec::<String>::new());
    let operation = data::load("x.json", with(&story).as_bytes()).unwrap();
    let story = Story::of(&operation);
    let names: Vec<String> =
        story.steps().iter().map(|step| told::name(&operation, step)).collect();
    assert_eq!(names[..4], ["Operation X", "The Gulf (region)", "Seven of them", "Mali, Togo"]);
    assert_eq!(story.steps()[0].notes.len(), 2);
    assert!(
        matches!(&story.steps()[2].subject, Subject::Figure(Named::Id(id)) if id.as_str() == "seven")
    );
    // Türkiye has no slide of its own and is among the others.
    let others: Vec<String> = story.others(&operation).map(|row| row.name().into_owned()).collect();
    assert_eq!(others, ["Türkiye"]);
}

#[test]
fn an_empty_story_is_none() {
    let operation = data::load("x.json", with(&json!([])).as_bytes()).unwrap();
    assert!(operation.story.is_empty());
    assert!(Story::of(&operation).steps().len() > 5);
}

#[test]
fn what_cannot_be_told_is_said_with_what_to_do_and_does_not_load() {
    let title = || json!({ "show": "title" });
    for (step, said) in [
        (
            json!({ "show": "figure", "figure": "al" }),
            "story[1].figure: no figure has the id `al`; did you mean `all`?",
        ),
        (
            json!({ "show": "figures", "figures": ["units", "unit"] }),
            "story[1].figures[1]: no figure has the id `unit`; did you mean `units`?",
        ),
        (
            json!({ "show": "figure" }),
            "story[1]: the step does not say what it shows: it needs `figure`; name it, and only once",
        ),
        (json!({ "show": "figures", "figures": [] }), "needs `figures`"),
        (json!({ "show": "place" }), "needs `countries` or `region`"),
        (
            json!({ "show": "place", "countries": ["TR"], "region": "The Gulf" }),
            "name it, and only once",
        ),
        (json!({ "show": "place", "countries": ["IQ"] }), "story[1]: no action is told of `IQ`"),
        (json!({ "show": "place", "countries": ["TG", "ML"] }), "no action is told of `TG, ML`"),
        (json!({ "show": "place", "region": "The Golf" }), "did you mean `The Gulf`?"),
        (
            json!({ "show": "title", "figure": "all" }),
            "story[1].figure: a step with this `show` has no `figure`",
        ),
        (
            json!({ "show": "split", "figure": "seven" }),
            "story[1]: no total in `totals` is part of that figure; take the step out",
        ),
        (json!({ "show": "map", "part": "oceania" }), "no action names a country there"),
        (json!({ "show": "map", "part": "Europe" }), "story[1].part"),
        (json!({ "show": "map", "region": "The Gulf" }), "a step with this `show` has no `region`"),
        (json!({ "show": "coverage", "family": "arrests" }), "only a map has a `family`"),
        (json!({ "show": "routes" }), "there are no routes"),
        (json!({ "show": "differences" }), "there are no conflicts"),
        (json!({ "show": "notes" }), "there are no notes"),
        (json!({ "show": "slide" }), "story[1].show"),
        (
            json!({ "show": "figure", "figure": "all", "value": 9 }),
            "story[1].value: a step of the story has no field `value`",
        ),
    ] {
        let story = json!([title(), step]);
        let found = errors(&story);
        assert_eq!(found.len(), 1, "{step}: {found:?}");
        assert!(found[0].contains(said), "{step}: {found:?}");
        assert!(data::load("x.json", with(&story).as_bytes()).is_err(), "{step} loads");
    }
    let headless = json!([{ "show": "sources" }]);
    let found = errors(&headless);
    assert!(
        found.len() == 1
            && found[0].starts_with("story[0]: the story does not begin with its title"),
        "{found:?}"
    );
    assert!(data::load("x.json", with(&headless).as_bytes()).is_err());
}

#[test]
fn a_file_can_ask_for_a_map_of_a_part_of_the_world_and_for_its_measure() {
    let story = json!([
        { "show": "title" }, { "show": "map" },
        { "show": "map", "part": "africa", "family": "people_moved" },
    ]);
    let operation = data::load("x.json", with(&story).as_bytes()).unwrap();
    assert!(errors(&story).is_empty());
    let story = Story::of(&operation);
    let names: Vec<String> =
        story.steps().iter().map(|step| told::name(&operation, step)).collect();
    assert_eq!(names[1], "The world: arrests");
    assert_eq!(names[2], "Africa: moved by suspects");
    let said = told::lines(&operation, &story, &story.steps()[2]);
    assert_eq!(said.last().unwrap(), "Not named: no result published, not zero");
}

#[test]
fn no_total_of_people_is_nothing_to_compare() {
    let text = with(&json!([{ "show": "title" }, { "show": "versus" }]));
    let text = text.replace("\"arrested\"", "\"investigations\"");
    let findings = check(text.as_bytes());
    assert!(
        findings
            .iter()
            .any(|one| one.what.as_str() == "there is no total of arrests or of rescues")
    );
    assert!(data::load("x.json", text.as_bytes()).is_err());
}

#[test]
fn the_bundled_story_has_notes_on_every_slide_and_quotes_no_source() {
    let operation = Library::bundled().open(0).unwrap();
    let printed: Vec<&str> = operation
        .figures()
        .filter_map(|(_, figure)| figure.as_printed.as_ref())
        .map(liberterra::model::text::SafeText::as_str)
        .filter(|text| text.split(' ').count() > 2)
        .collect();
    for step in &operation.story {
        assert!(!step.notes.is_empty(), "{:?}", step.subject);
        for note in &step.notes {
            assert!(!printed.iter().any(|text| note.as_str().contains(text)), "{note}");
        }
    }
}
