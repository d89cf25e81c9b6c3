//! What contradicts itself although every field is well formed.

use liberterra::data::check::Severity::{Error, Warning};
use liberterra::data::check::Together;

use super::support::*;

const WOMEN: &str = "\"measure\": \"arrested\", \"who\": \"suspects\", \"group\": \"women\"";
const SEVEN: &str =
    "\"id\": \"seven\", \"measure\": \"arrested\", \"who\": \"suspects\", \"value\": 7";

#[test]
fn the_words_before_a_number_are_its_qualifier() {
    const PRINTED: &str = "\"as_printed\": \"120\"";
    let errors = [
        ("more than 120", "says `more than`, the qualifier is `exact`"),
        ("plus de 120", "write \"qualifier\": \"more_than\""),
        ("at least 120", "`at_least`"),
        ("hasta 120", "`up_to`"),
    ];
    for (printed, part) in errors {
        // The language of the source is what its words are read in.
        let text = changed(PRINTED, &format!("\"as_printed\": \"{printed}\""));
        let text = match printed.split(' ').next() {
            Some("plus") => text.replace("\"en\"", "\"fr\""),
            Some("hasta") => text.replace("\"en\"", "\"es\""),
            _ => text,
        };
        let all = shown(&found(&text));
        assert!(all.contains("error at totals[0].as_printed: `"), "{printed}: {all}");
        let part = part.replace('`', if part.contains("says") { "`" } else { "" });
        assert!(all.contains(&part), "{printed}: {all}");
    }
    each(
        Warning,
        &[
            (
                PRINTED,
                "\"as_printed\": \"about 120\"",
                "totals[0].as_printed",
                "\"about",
                "`about`?",
            ),
            (
                "\"as_printed\": \"at least seven\"",
                "\"as_printed\": \"seven\"",
                "actions[0].figures[0].as_printed",
                "\"seven\",\n          \"apart",
                "no word for the qualifier `at_least`",
            ),
        ],
    );
    each(
        Error,
        &[(
            "\"as_printed\": \"at least seven\"",
            "\"as_printed\": \"more than seven\"",
            "actions[0].figures[0].as_printed",
            "\"more than seven",
            "says `more than`, the qualifier is `at_least`",
        )],
    );
}

#[test]
fn a_number_that_is_not_read_to_its_end_is_no_error() {
    each(
        Warning,
        &[(
            "\"thirty\"",
            "\"twenty ten\"",
            "totals[1].as_printed",
            "\"twenty ten",
            "could not be read in full",
        )],
    );
}

#[test]
fn only_money_has_a_unit_and_has_to_have_one() {
    let money = |more: &str| {
        format!(
            "{{ \"measure\": \"fee\", \"value\": 12, {more}\"citations\": [{{ \"source\": \"release\" }}] }},\n        {{ {SEVEN}"
        )
    };
    let seven = format!("{{ {SEVEN}");
    let one = |more: &str| changed(&seven, &money(more));
    assert_eq!(shown(&found(&one("\"unit\": \"USD\", "))), "");
    assert!(
        shown(&found(&one("")))
            .contains("error at actions[0].figures[0].unit: fee charged: the currency is missing")
    );
    assert!(shown(&found(&one("\"unit\": \"dollars\", "))).contains("no code of a currency"));
    let people = format!("{SEVEN}, \"unit\": \"USD\"");
    each(
        Error,
        &[(SEVEN, &people, "actions[0].figures[0].unit", "\"USD\"", "does not belong to arrested")],
    );
}

#[test]
fn a_part_counts_what_its_whole_counts() {
    for (who, whole, severity) in [
        ("people", "migrants", "warning"),
        ("victims", "migrants", "error"),
        ("irregular_migrants", "potential_victims", "error"),
        ("victims", "people", ""),
        ("irregular_migrants", "migrants", ""),
    ] {
        let text = changed(WOMEN, &WOMEN.replace("suspects", who).replace("arrested", "rescued"))
            .replace(
                "\"measure\": \"arrested\", \"who\": \"suspects\", \"value\": 120",
                &format!("\"measure\": \"rescued\", \"who\": \"{whole}\", \"value\": 120"),
            );
        let all = shown(&found(&text));
        // Victims and migrants are counted apart; people are more than migrants.
        let said = all.contains(&format!("{severity} at totals[1].part_of"));
        assert_eq!(said, !severity.is_empty(), "{who} of {whole}: {all}");
    }
    each(
        Error,
        &[(
            WOMEN,
            "\"measure\": \"rescued\", \"who\": \"victims\", \"group\": \"women\"",
            "totals[1].part_of",
            "\"all\",\n      \"as_printed\": \"thirty",
            "rescued are no part of arrested",
        )],
    );
    let elsewhere = format!("{SEVEN}, \"part_of\": \"all\"");
    each(
        Warning,
        &[(
            SEVEN,
            &elsewhere,
            "actions[0].figures[0].part_of",
            "\"all\",\n          \"qualifier",
            "another place",
        )],
    );
}

#[test]
fn a_conflict_is_one() {
    const OTHERS: &str = "[{ \"as_printed\": \"about 100\", \"source\": \"release\",\n      \"kind\": \"rounding\" }]";
    let others = |words: &str| OTHERS.replace("about 100", words);
    let (same, wordless) = (others("120"), others("a great many"));
    each(
        Error,
        &[
            (OTHERS, "[]", "conflicts[0].others", "[], \"note", "nobody says anything else"),
            (
                OTHERS,
                &same,
                "conflicts[0].others[0].as_printed",
                "\"120\", \"source\"",
                "what the figure itself says",
            ),
        ],
    );
    let wording = others("121").replace("rounding", "wording");
    each(
        Warning,
        &[
            (OTHERS, &wordless, "conflicts[0].others[0].as_printed", "\"a great", "no number"),
            (OTHERS, &wording, "conflicts[0].others[0].kind", "\"121", "another number than 120"),
            (
                OTHERS,
                &OTHERS.replace("release", "daily"),
                "conflicts[0].others[0].source",
                "\"daily\",\n      \"kind",
                "contradicts",
            ),
        ],
    );
    assert_eq!(shown(&found(&changed(OTHERS, &others("more than 120")))), "");
}

#[test]
fn zero_and_what_was_counted_need_their_words() {
    let (zero, none) = (SEVEN.replace('7', "0"), SEVEN.replace('7', "0"));
    let text = changed(SEVEN, &zero).replace("\"qualifier\": \"at_least\", ", "");
    let without = text.replace("\"as_printed\": \"at least seven\",", "");
    assert!(
        shown(&found(&without)).contains("value: no source prints this 0"),
        "{}",
        shown(&found(&without))
    );
    let none = changed(SEVEN, &none).replace(
        "\"qualifier\": \"at_least\", \"as_printed\": \"at least seven\",",
        "\"as_printed\": \"no arrests\",",
    );
    assert!(!shown(&found(&none)).contains("this 0"), "{}", shown(&found(&none)));
    let printed = "\"as_printed\": \"thirty\"";
    each(
        Warning,
        &[(printed, "\"counted\": true", "totals[1].counted", "true, \"citations", "are missing")],
    );
    let list = "\"as_printed\": \"Ankara, Izmir and Bursa\", \"counted\": true";
    each(Error, &[(printed, list, "totals[1].as_printed", "\"Ankara", "lists 3, the value is 30")]);
}

#[test]
fn arrests_are_of_suspects() {
    each(
        Error,
        &[
            (
                SEVEN,
                &SEVEN.replace("suspects", "victims"),
                "actions[0].figures[0].who",
                "\"victims",
                "not counted as arrested",
            ),
            (
                SEVEN,
                &SEVEN.replace("arrested", "rescued"),
                "actions[0].figures[0].who",
                "\"suspects\", \"value\": 7",
                "suspects are not rescued",
            ),
        ],
    );
    each(
        Warning,
        &[(
            SEVEN,
            &SEVEN.replace("arrested", "red_notices"),
            "actions[0].figures[0].who",
            "\"suspects\", \"value\": 7",
            "`who` says nothing about Red Notices",
        )],
    );
}

#[test]
fn what_is_hardly_meant_is_asked_about() {
    each(
        Warning,
        &[
            (
                "[\"TR\"]",
                "[\"TR\", \"tr\"]",
                "actions[0].countries[1]",
                "\"tr\"]",
                "Türkiye is named twice",
            ),
            (
                "{ \"region\": \"Europe\" }",
                "{ \"country\": \"TR\" }",
                "routes[0].stops",
                "[{ \"country",
                "stays where it is",
            ),
            (
                "\"date\": \"2024-05-20\"",
                "\"date\": \"2023-05-20\"",
                "sources[0].date",
                "\"2023",
                "older than the operation",
            ),
            (
                "\"date\": \"2024-05-20\",\n      \"url\": \"https://example.org/results\", \"language\": \"en\"",
                "\"date\": \"2024-05-20\",\n      \"url\": \"https://example.org/results\", \"language\": \"english\"",
                "sources[0].language",
                "\"english",
                "no code of a language",
            ),
            (
                "\"value\": 30,",
                "\"value\": 30, \"same_case\": \"x\",",
                "totals[1].same_case",
                "\"x\"",
                "no other figure",
            ),
            (
                "\"thirty\", \"citations\": [{ \"source\": \"release\" }]",
                "\"thirty\", \"citations\": [{ \"source\": \"daily\" }, { \"source\": \"release\" }]",
                "totals[1].citations[1]",
                "{ \"source\": \"release\" }]",
                "a stronger source stands behind one that is press",
            ),
        ],
    );
    assert_eq!(shown(&found(&changed("[\"TR\"]", "[\"tr\"]"))), "", "small letters are as good");
}

#[test]
fn two_files_do_not_share_an_id() {
    let mut together = Together::default();
    assert_eq!(together.check("one.json", SMALL.into()), []);
    let found = together.check("two.json", SMALL.into());
    assert!(shown(&found).contains("warning at id: one.json has the id `small` too"));
}
