//! What only several pieces of a file show together: parts and their whole, words and figures.

use liberterra::data::check::Severity::Warning;

use super::support::*;

#[test]
fn parts_together_are_no_more_than_their_whole() {
    const REST: &str = "\"thirty\", \"citations\": [{ \"source\": \"release\" }] }";
    let second = |more: &str| {
        changed(
            REST,
            &format!(
                "{REST},\n{{ \"measure\": \"arrested\", \"who\": \"suspects\", {more}, \"part_of\": \"all\",
                \"citations\": [{{ \"source\": \"release\" }}] }}"
            ),
        )
    };
    let all = shown(&found(&second("\"group\": \"men\", \"value\": 91")));
    assert!(all.contains("warning at totals[0].value: 2 parts of it come to 121, more"), "{all}");
    for fine in [
        "\"group\": \"men\", \"value\": 90",
        // Women may be minors, and about 91 may be 90.
        "\"group\": \"girls\", \"value\": 90",
        "\"group\": \"women_and_girls\", \"value\": 91",
        "\"group\": \"men\", \"qualifier\": \"about\", \"value\": 91",
    ] {
        assert_eq!(shown(&found(&second(fine))), "", "{fine}");
    }
}

#[test]
fn a_summary_and_a_title_say_no_number_of_their_own() {
    let summary = "\"At least seven smugglers arrested.\"";
    let said = |words: &str| shown(&found(&changed(summary, &format!("\"{words}\""))));
    let all = said("500 arrests in one week.");
    assert!(all.contains("warning at actions[0].summary: the summary says 500, which"), "{all}");
    for fine in ["At least 7 smugglers arrested, 2 of them women, on 8 May 2024.", "In 12 days."] {
        assert_eq!(said(fine), "", "{fine}");
    }
    let story = |step: &str| {
        let steps = format!("\"story\": [{{ \"show\": \"title\" }}, {step}],\n  \"notes\": [\"A");
        shown(&found(&changed("\"notes\": [\"A", &steps)))
    };
    let figure = |title: &str| {
        story(&format!("{{ \"show\": \"figure\", \"figure\": \"all\", \"title\": \"{title}\" }}"))
    };
    let all = figure("500 arrests in one week");
    assert!(all.contains("warning at story[1].title: the title says 500, which"), "{all}");
    for fine in ["120 arrests", "30 of 120 are women", "Arrests of 2024", "In the 3rd week"] {
        assert_eq!(figure(fine), "", "{fine}");
    }
    let place = "{ \"show\": \"place\", \"countries\": [\"TR\"], \"title\": \"120 arrests\" }";
    assert!(story(place).contains("says 120"), "the figures of another slide");
}

#[test]
fn one_cause_is_said_once() {
    let steps = "\"story\": [{ \"show\": \"title\" },
        { \"show\": \"place\", \"countries\": [\"TR\"] }],\n  \"notes\": [\"A";
    let text = changed("\"notes\": [\"A", steps)
        .replace("\"countries\": [\"TR\"], \"s", "\"countries\": [\"TK9\"], \"s");
    let all = shown(&found(&text));
    assert!(all.lines().count() == 1 && all.contains("`TK9` is no country code"), "{all}");
}

#[test]
fn a_year_too_far_and_a_source_too_often_are_asked_about() {
    each(
        Warning,
        &[
            (
                "\"2024-05-10\"",
                "\"2034-05-10\"",
                "end",
                "\"2034",
                "more than two years after it starts",
            ),
            (
                "\"thirty\", \"citations\": [{ \"source\": \"release\" }]",
                "\"thirty\", \"citations\": [{ \"source\": \"release\" }, {\"source\": \"release\" }]",
                "totals[1].citations[1]",
                "{\"source\": \"release\" }]",
                "`release` is cited twice in the same words",
            ),
        ],
    );
}
