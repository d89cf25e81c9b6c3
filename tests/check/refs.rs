//! What refers to what.

use liberterra::data::check::Severity::{Error, Warning};

use super::support::*;

#[test]
fn what_refers_to_something_finds_it() {
    each(
        Error,
        &[
            (
                "{ \"source\": \"daily\", ",
                "{ \"source\": \"dayly\", ",
                "totals[0].citations[0].source",
                "\"dayly",
                "mean `daily`?",
            ),
            (
                "\"part_of\": \"all\"",
                "\"part_of\": \"al\"",
                "totals[1].part_of",
                "\"al\"",
                "mean `all`?",
            ),
            (
                "\"part_of\": \"all\"",
                "\"id\": \"x\", \"part_of\": \"x\"",
                "totals[1].part_of",
                "\"x\",\n",
                "no part of itself",
            ),
            (
                "\"figure\": \"all\"",
                "\"figure\": \"none\"",
                "conflicts[0].figure",
                "\"none\"",
                "no figure has the id `none`",
            ),
            (
                "\"action\": \"tr\"",
                "\"action\": \"gr\"",
                "routes[0].action",
                "\"gr\"",
                "mean `tr`?",
            ),
            (
                "\"id\": \"seven\"",
                "\"id\": \"all\"",
                "actions[0].figures[0].id",
                "\"all\", \"measure\": \"arrested\", \"who\": \"suspects\", \"value\": 7",
                "given twice",
            ),
        ],
    );
}

#[test]
fn nothing_stands_without_a_source_or_a_place() {
    const ACTION: &str = "{ \"id\": \"tr\", \"countries\": [\"TR\"],";
    each(
        Error,
        &[
            (
                "thirty\", \"citations\": [{ \"source\": \"release\" }]",
                "thirty\", \"citations\": []",
                "totals[1].citations",
                "[] }",
                "cite one",
            ),
            (
                "thirty\", \"citations\": [{ \"source\": \"release\" }]",
                "thirty\"",
                "totals[1]",
                "{ \"measure\"",
                "nothing stands without a source",
            ),
            (
                ACTION,
                "{ \"id\": \"tr\",",
                "actions[0].countries",
                "{ \"id\": \"tr\"",
                "the place is missing",
            ),
            (
                ", { \"region\": \"Europe\" }",
                "",
                "routes[0].stops",
                "[{ \"country\"",
                "at least two stops",
            ),
            (
                "{ \"region\": \"Europe\" }",
                "{}",
                "routes[0].stops[1]",
                "{}",
                "either a country or a region",
            ),
            (
                "\"who\": \"suspects\", \"group\"",
                "\"group\"",
                "totals[1].who",
                "{ \"measure\": \"arrested\", \"group\"",
                "say who is counted",
            ),
        ],
    );
}

#[test]
fn an_id_is_given_once_and_no_figure_holds_itself() {
    let round = changed("\"part_of\": \"all\"", "\"id\": \"x\", \"part_of\": \"all\"")
        .replace("\"id\": \"all\",", "\"id\": \"all\", \"part_of\": \"x\",");
    assert_eq!(shown(&found(&round)).matches("a part of itself in the end").count(), 2);
    let twice = changed("\"id\": \"daily\"", "\"id\": \"release\"");
    assert!(shown(&found(&twice)).contains("sources[1].id: the id `release` is given twice"));
}

#[test]
fn what_is_idle_is_an_oversight() {
    const ACTION: &str = "{ \"id\": \"tr\", \"countries\": [\"TR\"],";
    each(
        Warning,
        &[
            (
                ACTION,
                "{ \"id\": \"tr\", \"countries\": [\"TR\"], \"region\": \"Asia\",",
                "actions[0].region",
                "\"Asia\"",
                "not shown",
            ),
            (
                "  ],\n  \"notes\"",
                "  , { \"id\": \"x\", \"publisher\": \"X\", \"title\": \"X\", \"url\": \"https://x.org\", \"language\": \"en\", \"strength\": \"press\" } ],\n  \"notes\"",
                "sources[2]",
                "{ \"id\": \"x\"",
                "`x` is never cited",
            ),
        ],
    );
}
