//! Numbers against each other and against the words printed.

use liberterra::data::check::Severity::{Error, Warning};

use super::support::*;

#[test]
fn numbers_agree_with_each_other() {
    let (from, to) = ("\"value\": 30,", "\"value\": 130,");
    let text = changed(from, to).replace("thirty", "130");
    let findings = found(&text);
    assert_eq!(findings.len(), 1, "{}", shown(&findings));
    assert_eq!((findings[0].line, findings[0].column), place(&text, "130,"));
    assert!(
        shown(&findings).contains(
            "error at totals[1].value: the part, 130, is larger than its whole, 120; mend"
        )
    );
    let open = text
        .replace("\"value\": 120,", "\"value\": 120, \"qualifier\": \"nearly\",")
        .replace("\"as_printed\": \"120\"", "\"as_printed\": \"nearly 120\"");
    assert_eq!(shown(&found(&open)), "", "nearly leaves it open");
    let own = changed("\"apart\": { \"why\": \"doubt\", \"note\": \"one report\" },", "");
    let many =
        own.replace("\"value\": 7,", "\"value\": 700,").replace("at least seven", "at least 700");
    let findings = found(&many);
    assert_eq!(findings.len(), 1, "{}", shown(&findings));
    assert_eq!((findings[0].line, findings[0].column), place(&many, "120,"));
    assert!(shown(&findings).contains(
        "warning at totals[0].value: the 1 named places make at least 700, more than the 120"
    ));
    assert_eq!(shown(&found(&own)), "");
    each(
        Error,
        &[(
            "\"value\": 7,",
            "\"value\": \"some\",",
            "actions[0].figures[0].qualifier",
            "\"at_least",
            "no qualifier",
        )],
    );
}

#[test]
fn printed_words_say_the_value() {
    each(
        Error,
        &[
            (
                "\"as_printed\": \"120\"",
                "\"as_printed\": \"210\"",
                "totals[0].as_printed",
                "\"210",
                "`210` says 210, the value is 120",
            ),
            (
                "thirty",
                "treinta y uno",
                "totals[1].as_printed",
                "\"treinta",
                "says 31, the value is 30",
            ),
            (
                "120 were arrested",
                "102 were arrested",
                "totals[0].citations[0].locator",
                "\"102",
                "says 102",
            ),
            (
                "120 were arrested",
                "120 were arrested and a lot more were not",
                "totals[0].citations[0].locator",
                "\"120 were",
                "this one has 9",
            ),
        ],
    );
    each(
        Warning,
        &[(
            "thirty",
            "women from Ankara",
            "totals[1].as_printed",
            "\"women from",
            "no number is found",
        )],
    );
    let counted = changed("\"thirty\"", "\"31 women\", \"counted\": true");
    assert_eq!(shown(&found(&counted)), "");
    let foreign = changed("thirty", "trideset").replace(
        "\"language\": \"en\", \"strength\": \"official\"",
        "\"language\": \"hr\", \"strength\": \"official\"",
    );
    assert_eq!(shown(&found(&foreign)), "", "a language whose number words are not known");
    let some = changed("\"value\": 30,", "\"value\": \"some\",");
    assert!(shown(&found(&some)).contains("`thirty` is a number, the value is `some`"));
    let vague = some.replace("thirty", "a 32-year-old woman");
    assert_eq!(shown(&found(&vague)), "");
}

#[test]
fn a_text_without_a_number_gets_the_hint_that_fits() {
    const PRINTED: &str = "\"as_printed\": \"thirty\"";
    let printed = |words: &str| format!("\"as_printed\": \"{words}\"");
    let place = "totals[1].as_printed";
    each(
        Warning,
        &[
            (PRINTED, &printed("dozens"), place, "\"dozens", "the value is \"some\""),
            (PRINTED, &printed("hundreds of women"), place, "\"hundreds", "the value is \"some\""),
            (PRINTED, &printed("Ankara"), place, "\"Ankara", "\"counted\": true"),
        ],
    );
    let locator = changed("120 were arrested", "they were arrested");
    let all = shown(&found(&locator));
    assert!(all.contains("no number is found in the `locator`"), "{all}");
    assert!(!all.contains("counted"), "{all}");
    let digits = shown(&found(&changed("\"thirty\"", "\"31 women\"")));
    assert!(
        digits.contains("the `as_printed` `31 women` says 31, the value is 30; mend"),
        "{digits}"
    );
    assert!(!digits.contains("counted"), "{digits}");
}
