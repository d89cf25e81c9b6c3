//! Fields, words of closed lists, single values.

use liberterra::data::check::Severity::{Error, Warning};

use super::support::*;

#[test]
fn fields_are_held_against_the_format() {
    each(
        Error,
        &[
            ("\"note\": \"The", "\"nota\": \"The", "conflicts[0].nota", "\"nota\"", "`note`?"),
            ("\"start\"", "\"colour\"", "colour", "\"colour\"", "it has schema, id"),
            ("  \"id\": \"small\",\n", "", "", "{", "`id` is missing"),
            (
                "\"why\": \"doubt\", ",
                "",
                "actions[0].figures[0].apart",
                "{ \"note\": \"one",
                "`why` is missing",
            ),
            ("\"id\": \"small\"", "\"id\": \"a\", \"id\": \"b\"", "id", "\"id\": \"b\"", "twice"),
            ("\"id\": \"small\"", "\"id\": 5", "id", "5,", "a text has to stand here"),
            ("[\"TR\"]", "\"TR\"", "actions[0].countries", "\"TR\", \"sum", "put it in [ ]"),
            ("[\"A remark.\"]", "null", "notes", "null\n", "write [] or leave"),
            ("\"id\": \"small\"", "\"id\": \" \"", "id", "\" \"", "the text is empty"),
            ("\"schema\": 1", "\"schema\": 2", "schema", "2,", "this program reads format 1"),
            (
                "{ \"why\": \"doubt\", \"note\": \"one report\" }",
                "true",
                "actions[0].figures[0].apart",
                "true",
                "put its fields in { }",
            ),
        ],
    );
}

#[test]
fn counts_are_whole_numbers_from_0_up() {
    for (to, part) in [
        ("-1", "never negative"),
        ("1.5", "a whole number"),
        ("1e309", "too large"),
        ("18446744073709551616", "too large"),
        ("\"2517\"", "without quotes"),
        ("null", "not null"),
        ("\"Some\"", "in small letters"),
    ] {
        let to = format!("{to},\n");
        each(Error, &[("120,\n", &to, "totals[0].value", &to, part)]);
    }
}

#[test]
fn words_come_from_closed_lists() {
    const FIGURE: &str = "\"measure\": \"arrested\", \"who\": \"suspects\", \"group\": \"women\"";
    let figure = |from: &str, to: &str| FIGURE.replace(from, to);
    let (measure, who) = (figure("\"arrested", "\"arested"), figure("suspects", "Suspect"));
    let group = figure("women", "woman");
    let place = "totals[1]";
    each(
        Error,
        &[
            (FIGURE, &measure, &format!("{place}.measure"), "\"arested", "mean `arrested`?"),
            (FIGURE, &who, &format!("{place}.who"), "\"Suspect\"", "mean `suspects`?"),
            (FIGURE, &group, &format!("{place}.group"), "\"woman\"", "mean `women`?"),
            (
                "at_least",
                "at least",
                "actions[0].figures[0].qualifier",
                "\"at least\",",
                "mean `at_least`?",
            ),
            (
                "migrant_smuggling",
                "smuggling",
                "actions[0].offences[0]",
                "\"smuggling\"",
                "not a known offence",
            ),
            ("doubt", "doubts", "actions[0].figures[0].apart.why", "\"doubts", "mean `doubt`?"),
            (
                "rounding",
                "rounded",
                "conflicts[0].others[0].kind",
                "\"rounded",
                "use disagreement, rounding",
            ),
            ("published", "final", "status", "\"final", "use preliminary, published"),
            ("\"press\"", "\"newspaper\"", "sources[1].strength", "\"newspaper", "un_partner"),
            ("[\"TR\"]", "[\"UK\"]", "actions[0].countries[0]", "\"UK", "GB is United Kingdom"),
            ("[\"TR\"]", "[\"Turkei\"]", "actions[0].countries[0]", "\"Turkei", "TR is Türkiye"),
            (
                "\"country\": \"TR\"",
                "\"country\": \"ZZ\"",
                "routes[0].stops[0].country",
                "\"ZZ",
                "alpha-2",
            ),
        ],
    );
}

#[test]
fn dates_and_links_are_possible() {
    each(
        Error,
        &[
            ("2024-05-20", "2024-02-30", "sources[0].date", "\"2024-02-30", "is no date"),
            ("2024-05-06", "6 May 2024", "start", "\"6 May", "write 2024-11-06"),
            ("2024-05-10", "2024-05-01", "end", "\"2024-05-01", "ends before it starts"),
            (
                "https://example.com/raids",
                "ftp://example.com",
                "sources[1].url",
                "\"ftp:",
                "https://…",
            ),
            ("https://example.com/raids", "javascript:x", "sources[1].url", "\"java", "no link"),
            ("https://example.com/raids", "https://", "sources[1].url", "\"https://\",", "no link"),
        ],
    );
}

#[test]
fn nothing_hides_in_a_text() {
    let at = "\"Operation";
    for (to, part) in [
        ("Operation \\u001b[31m", "U+001B, a control character"),
        ("Operation \u{9b}31m", "U+009B, a control character"),
        ("Operation \u{202e}llamS", "U+202E, which turns the direction"),
        ("Operation \u{200b}Small", "U+200B, which is not seen"),
        ("Operation \u{e0041}Small", "U+E0041, an invisible tag character"),
    ] {
        each(Error, &[("Operation Small", to, "name", at, part)]);
    }
    for (to, part) in [
        ("Operation\\nSmall", "U+000A, a line break"),
        ("Opera\u{ad}tion", "U+00AD"),
        (&format!("Operation S{}", "\u{35c}".repeat(9)), "more marks"),
    ] {
        each(Warning, &[("Operation Small", to, "name", "\"Opera", part)]);
    }
    assert_eq!(shown(&found(&changed("Operation Small", "Ope\u{301}ration Tu\\u0308rkiye"))), "");
    let long = "x".repeat(301);
    each(Error, &[("Operation Small", &long, "name", "\"xxx", "301 characters, 300 are the most")]);
    let summary = changed("At least seven smugglers arrested.", &"x".repeat(600));
    assert_eq!(shown(&found(&summary)), "");
}

#[test]
fn a_cause_is_said_without_what_follows_from_it() {
    each(
        Error,
        &[
            ("\"sources\": [", "\"sauces\": [", "sauces", "\"sauces\"", "did you mean `sources`?"),
            (
                "\"id\": \"daily\"",
                "\"id\": \"release\"",
                "sources[1].id",
                "\"release\", \"publisher\": \"The",
                "given twice",
            ),
            ("[\"TR\"]", "[]", "actions[0].countries", "[], \"summary", "the place is missing"),
            (
                "\"countries\": [\"TR\"]",
                "\"country\": \"TR\"",
                "actions[0].country",
                "\"country\": \"TR\", \"summary",
                "write `countries`, as \"countries\": [\"TR\"]",
            ),
            (
                "At least seven smugglers arrested.",
                "At least seven\n smugglers arrested.",
                "actions[0].summary",
                "\n smugglers",
                "a line break, U+000A, stands bare in a text; write a blank",
            ),
            (
                "\"locator\": \"120 were arrested\"",
                "\"locator\": \"\"",
                "totals[0].citations[0].locator",
                "\"\" }",
                "the text is empty; write it, or leave it out",
            ),
        ],
    );
}

#[test]
fn a_hint_shows_what_to_write() {
    each(
        Error,
        &[
            (
                "Operation Small",
                "",
                "name",
                "\"\",\n  \"organiser",
                "the text is empty; write it\n",
            ),
            (
                "  \"status\": \"published\",\n",
                "",
                "",
                "{",
                "write \"status\": \"preliminary\" or \"published\"",
            ),
            ("120,\n", "\"2,517\",\n", "totals[0].value", "\"2,517\"", "write 2517, without"),
            ("120,\n", "2.517,\n", "totals[0].value", "2.517", "write 2517, without the point"),
            ("120,\n", "-120,\n", "totals[0].value", "-120", "is it 120?"),
            ("120,\n", "2,517,\n", "totals[0]", "517", "without separators: 2517"),
            (
                "\"measure\": \"arrested\", \"who\": \"suspects\", \"group\"",
                "\"measure\": \"kidnapped_by_force\", \"who\": \"suspects\", \"group\"",
                "totals[1].measure",
                "\"kidnapped",
                "`liberterra schema` lists them",
            ),
            (
                "\"action\": \"tr\"",
                "\"action\": \"zzzz\"",
                "routes[0].action",
                "\"zzzz",
                "an action",
            ),
        ],
    );
}
