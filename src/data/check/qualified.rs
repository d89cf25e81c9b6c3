//! The words before and after a printed number against the qualifier of its figure.
//!
//! Knows which words mean which qualifier, language by language. Must not know how numbers are
//! read.

use std::ops::Range;

use super::found::Found;
use super::lexicon;
use super::path::{Path, short};
use crate::model::amount::Qualifier::{self, About, AtLeast, Exact, MoreThan, Nearly, UpTo};

/// Words of one language and the qualifiers that they may mean.
type Row = (&'static str, &'static [Qualifier], &'static str);

/// Words that stand before a number, parted by `|`.
const BEFORE: &[Row] = &[
    (
        "en",
        &[AtLeast],
        "at least|no fewer than|not fewer than|no less than|not less than|a minimum of",
    ),
    ("en", &[MoreThan], "more than|over|upwards of|in excess of|greater than|exceeding|well over"),
    ("en", &[About], "about|around|some|approximately|roughly|circa|an estimated|estimated"),
    ("en", &[Nearly], "nearly|almost|just under|just over"),
    ("en", &[About, Nearly], "close to"),
    (
        "en",
        &[UpTo],
        "up to|as many as|at most|no more than|not more than|a maximum of|fewer than|less than",
    ),
    ("es", &[AtLeast], "al menos|por lo menos|no menos de|como mínimo|un mínimo de"),
    ("es", &[MoreThan], "más de|mas de|superior a|superiores a|por encima de"),
    ("es", &[About], "unos|unas|alrededor de|aproximadamente|en torno a|aprox"),
    ("es", &[Nearly], "casi"),
    ("es", &[About, Nearly], "cerca de"),
    ("es", &[UpTo], "hasta|como máximo|un máximo de|no más de|menos de"),
    ("pt", &[AtLeast], "pelo menos|ao menos|no mínimo|um mínimo de|não menos de"),
    ("pt", &[MoreThan], "mais de|mais do que|acima de|superior a"),
    ("pt", &[About], "cerca de|aproximadamente|em torno de|por volta de|uns|umas"),
    ("pt", &[Nearly], "quase"),
    ("pt", &[About, Nearly], "perto de"),
    ("pt", &[UpTo], "até|no máximo|um máximo de|não mais de|menos de"),
    ("fr", &[AtLeast], "au moins|au minimum|pas moins de|un minimum de"),
    ("fr", &[MoreThan], "plus de|plus d|au-delà de|supérieur à|supérieure à"),
    ("fr", &[About], "environ|quelque|quelques|à peu près|approximativement|autour de"),
    ("fr", &[Nearly], "presque|quasiment"),
    ("fr", &[About, Nearly], "près de|près d"),
    ("fr", &[UpTo], "jusqu'à|jusqu’à|au plus|au maximum|un maximum de|moins de|moins d"),
    ("de", &[AtLeast], "mindestens|wenigstens|nicht weniger als"),
    ("de", &[MoreThan], "mehr als|über"),
    ("de", &[About], "etwa|rund|ungefähr|circa|ca|zirka|schätzungsweise"),
    ("de", &[Nearly], "fast|beinahe|nahezu|knapp"),
    ("de", &[UpTo], "bis zu|höchstens|maximal|nicht mehr als|weniger als"),
    ("it", &[AtLeast], "almeno|non meno di|un minimo di|come minimo"),
    ("it", &[MoreThan], "più di|piu di|oltre|oltre i|oltre le|superiore a"),
    ("it", &[About], "circa|intorno a|approssimativamente"),
    ("it", &[Nearly], "quasi"),
    ("it", &[About, Nearly], "vicino a"),
    ("it", &[UpTo], "fino a|al massimo|un massimo di|non più di|meno di"),
    ("", &[MoreThan], ">"),
    ("", &[AtLeast], "≥|>="),
    ("", &[UpTo], "≤|<=|<"),
    ("", &[About, Nearly], "~|≈"),
];

/// Words that stand after a number.
const AFTER: &[Row] = &[
    ("en", &[AtLeast], "or more|at least|and more"),
    ("es", &[AtLeast], "o más|como mínimo|por lo menos|al menos"),
    ("pt", &[AtLeast], "ou mais|no mínimo|pelo menos"),
    ("fr", &[AtLeast], "ou plus|au moins|au minimum"),
    ("de", &[AtLeast], "oder mehr"),
    ("it", &[AtLeast], "o più|almeno"),
    ("", &[AtLeast, MoreThan], "+"),
];

/// Words that mean something else as often: handed over 12 suspects.
const UNSURE: [&str; 4] = ["over", "über", "oltre", "quelques"];

/// What a text says of a number.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Stated {
    /// The words.
    words: String,
    /// What they may mean.
    means: &'static [Qualifier],
}

/// The words round a number in a text, if they qualify it.
pub(super) fn around(text: &str, number: Range<usize>, language: &str) -> Option<Stated> {
    let before = text.get(..number.start)?.to_lowercase();
    let before = without_currency(&before);
    let after = text.get(number.end..)?.to_lowercase();
    let after = after.trim_start();
    let last = |words: &str| is_last(before, words);
    let first = |words: &str| {
        let rest = after.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let rough = text.get(number)?.to_lowercase();
    let mut words = rough.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let rough = words.find(|word| lexicon::is_rough(word));
    let rough = rough.map(|word| Stated { words: word.to_owned(), means: &[About, Nearly] });
    // Where nothing stands, no words do.
    let before = (!before.is_empty()).then(|| longest(BEFORE, language, last)).flatten();
    let behind = || (!after.is_empty()).then(|| longest(AFTER, language, first)).flatten();
    before.or_else(behind).or(rough)
}

/// The longest words of a table that stand there; English may stand in for any language.
fn longest(table: &'static [Row], language: &str, stands: impl Fn(&str) -> bool) -> Option<Stated> {
    let spoken = |row: &&Row| language == row.0 || matches!(row.0, "" | "en");
    let rows = table.iter().filter(spoken);
    let words = rows.flat_map(|(_, means, words)| words.split('|').map(move |one| (one, *means)));
    let found = words.filter(|(words, _)| stands(words)).max_by_key(|(words, _)| words.len());
    found.map(|(words, means)| Stated { words: words.to_owned(), means })
}

fn is_last(before: &str, words: &str) -> bool {
    let letter = words.ends_with(char::is_alphabetic);
    before.strip_suffix(words).is_some_and(|rest| !letter || !rest.ends_with(char::is_alphabetic))
}

/// A text without the currency at its end: more than USD 20,000; about R$ 5 million.
fn without_currency(before: &str) -> &str {
    let trimmed = before.trim_end();
    let open = trimmed.trim_end_matches(['$', '€', '£', '¥']);
    if open.len() < trimmed.len() {
        let letters = ["us", "r", "au", "ca", "s"];
        let bare = letters.iter().find_map(|code| open.strip_suffix(code));
        return bare.unwrap_or(open).trim_end();
    }
    let codes = ["usd", "eur", "gbp", "brl", "mxn", "inr"];
    let bare = codes.iter().find_map(|code| trimmed.strip_suffix(code));
    let bare = bare.filter(|rest| rest.is_empty() || rest.ends_with(' ')).unwrap_or(trimmed);
    bare.trim_end_matches([' ', '’', '\''])
}

/// Whether what is stated, or that nothing is, means the qualifier.
pub(super) fn agrees(stated: Option<&Stated>, qualifier: Qualifier) -> bool {
    stated.map_or(qualifier == Exact, |stated| stated.means.contains(&qualifier))
}

/// Holds what is stated against the qualifier; `said` is the text, its field, and whether its
/// source is the one used.
pub(super) fn compare(
    stated: Option<&Stated>,
    qualifier: Qualifier,
    said: (&str, &str, bool),
    at: usize,
    path: &Path<'_>,
    found: &mut Found,
) {
    let (text, field, used) = said;
    let (name, printed) = (name(qualifier), short(text));
    match stated {
        _ if agrees(stated, qualifier) => {}
        None if field != "as_printed" => {}
        None => {
            let what = format!("`{printed}` has no word for the qualifier `{name}`");
            let hint = "print the words of the source with the number, or take the qualifier out";
            found.warning(at, path, &what, hint);
        }
        Some(stated) => {
            let words = &stated.words;
            let what = format!("`{printed}` says `{words}`, the qualifier is `{name}`");
            let meant = stated.means.first().map_or("", |means| self::name(*means));
            let loose = stated.means.iter().any(|means| matches!(means, About | Nearly));
            if used && !loose && !UNSURE.contains(&words.as_str()) {
                let hint = format!("write \"qualifier\": \"{meant}\", or mend the text");
                found.error(at, path, &what, &hint);
            } else if used {
                let hint = format!("is the qualifier `{meant}`?");
                found.warning(at, path, &what, &hint);
            } else {
                let hint = "a source that words it otherwise stands in `conflicts`, not here";
                found.warning(at, path, &what, hint);
            }
        }
    }
}

/// The word that the format has for a qualifier.
const fn name(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Exact => "exact",
        AtLeast => "at_least",
        MoreThan => "more_than",
        About => "about",
        Nearly => "nearly",
        UpTo => "up_to",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(text: &str, language: &str) -> &'static [Qualifier] {
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let end = text.rfind(|c: char| c.is_ascii_digit()).unwrap() + 1;
        around(text, start..end, language).map_or(&[], |stated| stated.means)
    }

    #[test]
    fn words_round_a_number_are_its_qualifier() {
        for (language, text, wanted) in [
            ("en", "more than 1,240", MoreThan),
            ("en", "At least 40 people", AtLeast),
            ("en", "up to 40", UpTo),
            ("en", "40 or more", AtLeast),
            ("en", "some 430", About),
            ("en", "just under 100", Nearly),
            ("en", "upwards of USD 20,000", MoreThan),
            ("en", "about US$ 3", About),
            ("fr", "plus de 1 240", MoreThan),
            ("fr", "au moins 12", AtLeast),
            ("fr", "jusqu’à 12", UpTo),
            ("fr", "près de 100", Nearly),
            ("es", "al menos 12", AtLeast),
            ("es", "casi 10.000", Nearly),
            ("es", "unos 775", About),
            ("es", "hasta 40", UpTo),
            ("pt", "pelo menos 286", AtLeast),
            ("pt", "quase 90", Nearly),
            ("pt", "até 90", UpTo),
            ("it", "almeno 12", AtLeast),
            ("it", "più di 12", MoreThan),
            ("de", "bis zu 12", UpTo),
            ("de", "knapp 19.000", Nearly),
            ("en", "120+", MoreThan),
            ("es", "more than 200", MoreThan),
        ] {
            assert!(means(text, language).contains(&wanted), "{text}: {:?}", means(text, language));
        }
        for (language, text) in [
            ("en", "1,240"),
            ("en", "rollover 12"),
            ("en", "27 people, more than half of them minors"),
            ("en", "32-year-old"),
            ("es", "los 12"),
            ("hr", "oko 450"),
        ] {
            assert_eq!(means(text, language), &[], "{text}");
        }
    }
}
