//! The words of a source against the value they stand for.
//!
//! Knows when a text clearly holds another number. How numbers are written is known by `numerals`
//! and `digits`.

use super::found::Found;
use super::lexicon;
use super::numerals::{self, Number};
use super::path::{Path, short};
use super::qualified;
use super::tree::{Kind, Node};
use super::words;
use crate::model::amount::Qualifier;
use crate::model::number::thousands;

/// What a text says of a value.
#[derive(PartialEq, Eq, Debug)]
enum Verdict {
    /// It may mean the value; where the number stands in it.
    Agrees(usize, usize),
    /// It holds no number.
    Silent,
    /// It holds a number that could not be read to its end.
    Unread,
    /// It holds this number and not the value.
    Differs(String),
}

/// A text of a figure that should say its value.
struct Said<'a> {
    field: &'static str,
    text: &'a str,
    /// The code of its language, `None` if its words are not known.
    language: Option<&'static str>,
    /// Whether it comes from the source that is used.
    used: bool,
}

/// Holds the words printed and the locators of a figure against its value.
pub(super) fn figure<'t>(
    figure: &'t Node<'t>,
    path: &Path<'_>,
    language: impl Fn(&str) -> Option<&'t str>,
    found: &mut Found,
) {
    let counted = figure.get("counted").is_some_and(|node| matches!(node.kind, Kind::Flag(true)));
    let Some(value) = figure.get("value").filter(|_| !counted) else { return };
    let count = value.count();
    if count.is_none() && value.text() != Some("some") {
        return;
    }
    let value = count.map(|count| (count, qualifier(figure)));
    let citations = figure.list("citations");
    let known = |citation: Option<&'t Node<'t>>| {
        let said = citation.and_then(|one| one.text_of("source")).and_then(|(_, id)| language(id));
        said.map_or(Some("en"), lexicon::language)
    };
    if let Some((node, text)) = figure.text_of("as_printed") {
        let here = path.field("as_printed");
        let language = known(citations.first());
        let said = Said { field: "as_printed", text, language, used: true };
        said.against(value, node.at, &here, found);
    }
    let list = path.field("citations");
    for (index, citation) in citations.iter().enumerate() {
        if let Some((node, text)) = citation.text_of("locator") {
            let item = list.item(index);
            let here = item.field("locator");
            let language = known(Some(citation));
            let said = Said { field: "locator", text, language, used: index == 0 };
            said.against(value, node.at, &here, found);
        }
    }
}

/// The qualifier of a figure; `None` if it is none that is known.
pub(super) fn qualifier(figure: &Node<'_>) -> Option<Qualifier> {
    match figure.text_of("qualifier") {
        Some((_, word)) => words::meaning(word),
        None => Some(Qualifier::Exact),
    }
}

impl Said<'_> {
    fn against(
        &self,
        value: Option<(u64, Option<Qualifier>)>,
        at: usize,
        path: &Path<'_>,
        found: &mut Found,
    ) {
        const LONGEST: usize = 300;
        let is_long = |text: &str| text.len() > LONGEST && text.chars().nth(LONGEST).is_some();
        let (text, field) = (self.text, self.field);
        if found.is_full() || is_long(text) || text.trim().is_empty() {
            return;
        }
        let language = self.language.unwrap_or_default();
        let Some((value, qualifier)) = value else {
            if numerals::is_number_alone(text, language) {
                let what = format!("`{}` is a number, the value is `some`", short(text));
                found.warning(at, path, &what, "write the number as the value");
            }
            return;
        };
        let said = thousands(value);
        match verdict(text, language, value) {
            Verdict::Agrees(start, end) => {
                let Some(qualifier) = qualifier else { return };
                let stated = qualified::around(text, start..end, language);
                qualified::compare(
                    stated.as_ref(),
                    qualifier,
                    (text, field, self.used),
                    at,
                    path,
                    found,
                );
            }
            Verdict::Silent if self.language.is_none() => {}
            Verdict::Silent => {
                let what = format!("no number is found in the `{field}` `{}`", short(text));
                found.warning(at, path, &what, &self.hint());
            }
            Verdict::Unread => {
                let what = format!("the number in `{}` could not be read in full", short(text));
                let hint = format!("see that it is {said}; digits are always read");
                found.warning(at, path, &what, &hint);
            }
            Verdict::Differs(other) => {
                let what =
                    format!("the `{field}` `{}` says {other}, the value is {said}", short(text));
                let digits = text.contains(|c: char| c.is_ascii_digit());
                let counted = if digits || field == "locator" {
                    ""
                } else {
                    ", or say \"counted\": true if it was counted out of these words"
                };
                found.error(at, path, &what, &format!("mend the one that is wrong{counted}"));
            }
        }
    }

    /// What to do about a text without a number.
    fn hint(&self) -> String {
        if numerals::speaks_of_number(self.text, self.language.unwrap_or_default()) {
            "if the source gives no more than that, the value is \"some\"".to_owned()
        } else if self.field == "locator" {
            "choose the words round the number, or leave the locator out".to_owned()
        } else {
            "say \"counted\": true if the value was counted out of these words".to_owned()
        }
    }
}

fn verdict(text: &str, language: &str, value: u64) -> Verdict {
    let numbers = numerals::numbers(text, language);
    let unread = |number: &Number| !number.whole;
    if let Some(same) = numbers.iter().find(|number| number.is(value) && number.whole) {
        return Verdict::Agrees(same.place.start, same.place.end);
    }
    if numbers.iter().any(unread) {
        return Verdict::Unread;
    }
    numbers
        .iter()
        .find(|number| number.clear)
        .map_or(Verdict::Silent, |clear| Verdict::Differs(clear.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_however_they_are_written() {
        const SAME: &str = "2517|2,517;2517|2 517;2517|2\u{a0}517;2517|2\u{202f}517;9015|9.015;\
            1234567|1’234’567;100000|1,00,000;8000000|nearly 8 million;2500000|2.5 million;\
            11000|mais de 11 mil;1000000|casi un millón;5940000|R$ 5,94 milhões;\
            1100000|1,1 millones de dólares;4419|4 mil 419;2000000|casi dos millones;\
            44000|cerca de 44 000;8|seis + dos;239|72 + 167;1000|a thousand dollars;\
            9|nine;4|cuatro;7|sete;4|Quatre;50|Une cinquantaine;22|Twenty-two;1|una más;\
            775|unos 775;11|elf;7|Sept;97|quatre-vingt-dix-sept;21|vingt et un;71|soixante et onze;\
            22|zweiundzwanzig;35|treinta y cinco;42|quarenta e dois;120|a hundred and twenty;\
            1|An additional suspect;1|a Syrian man;8|eight-year-old;32|32-year old;2|both men;\
            6|six-day;12|a dozen;24|two dozen;600|seiscientos;2500|dos mil quinientos;\
            3000000000|3 mil millones;25|25 de noviembre;27|27 people, including 21 minors;\
            21|27 people, including 21 minors;200000|200.000 dólares;37000|USD 37,000;\
            1|eine Person;30|dreißig;10000|10k;2000|2000;116|in 2024 116 countries;\
            3|drei Personen;100|une centaine;1200|twelve hundred;2|l’une des deux";
        for case in SAME.split(';') {
            let (value, text) = case.split_once('|').unwrap();
            let value = value.trim().parse().unwrap();
            let told = verdict(text, "en", value);
            assert!(matches!(told, Verdict::Agrees(..)), "{text} {value}: {told:?}");
        }
    }

    #[test]
    fn another_number_is_told() {
        const OTHER: &str = "2517|2,571|2,571;2517|2 571|2,571;517|2,517|2,517;9|eight|8;\
            9|Twenty-two|22;8000000|nearly 9 million|9,000,000;11|mais de 11 mil|11,000;\
            2|cuatro|4;594|R$ 5,94 milhões|5,940,000;41|quatre-vingts|80;6|2.5|2.5;3|2000|2,000";
        for case in OTHER.split(';') {
            let parts: Vec<&str> = case.trim().split('|').collect();
            let told = verdict(parts[1], "en", parts[0].parse().unwrap());
            assert_eq!(told, Verdict::Differs(parts[2].to_owned()), "{case}");
        }
    }

    #[test]
    fn a_text_that_may_mean_anything_is_silent() {
        for text in [
            "a group of doctors",
            "Argentina, Senegal, the Philippines and North Macedonia",
            "",
            "hundreds of people",
            "miles de personas",
            "once more, per cent",
            "COVID-19 G7 in 2024",
            "très",
        ] {
            assert_eq!(verdict(text, "en", 5), Verdict::Silent, "{text}");
        }
    }
}
