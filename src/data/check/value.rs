//! Single values: counts, dates, links, countries, words of closed lists, the length of a text.
//!
//! Knows what each form accepts. Must not know which field a value stands in.

use super::fields::Form;
use super::found::Found;
use super::path::{Path, short};
use super::tree::{Kind, Node};
use crate::data::schema;
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::fold::fold;
use crate::model::nearest::nearest;

/// How many words a locator may have: it points into a source, it does not quote it.
const LOCATOR_WORDS: usize = 8;

/// The longest locator, link or word, in characters.
const LONGEST: usize = 300;

/// How many words of a closed list a hint names.
const NAMED: usize = 16;

/// The number of the format.
pub(super) fn format(found: &mut Found, at: usize, written: &str, path: &Path<'_>) {
    let known = schema::FORMAT;
    if written.parse() != Ok(known) {
        let what = format!("format {} is not known", short(written));
        found.error(at, path, &what, &format!("this program reads format {known}"));
    }
}

/// A count, or `some`.
pub(super) fn count(found: &mut Found, node: &Node<'_>, path: &Path<'_>) {
    let (what, hint) = match &node.kind {
        Kind::Broken => return,
        Kind::Number(written) if written.parse::<u64>().is_ok() => return,
        Kind::Number(written) => wrong_count(written),
        Kind::Text(text) if text == "some" => return,
        Kind::Text(text) if text.trim().eq_ignore_ascii_case("some") => {
            ("the word is `some`".to_owned(), "write \"some\" in small letters".to_owned())
        }
        Kind::Text(text) => (
            format!("a count or \"some\" has to stand here, not the text `{}`", short(text)),
            match bare(text) {
                Some(digits) => format!("write {digits}, without quotes and separators"),
                None => "write the number in digits, without quotes".to_owned(),
            },
        ),
        _ => (
            format!("a count or \"some\" has to stand here, not {}", node.noun()),
            "write the number, or \"some\" where the source gives none".to_owned(),
        ),
    };
    found.error(node.at, path, &what, &hint);
}

fn wrong_count(written: &str) -> (String, String) {
    let shown = short(written);
    if let Some(positive) = written.strip_prefix('-') {
        let what = format!("a count is never negative, as {shown} is");
        (what, format!("is it {}?", short(positive)))
    } else if written.contains(['e', 'E']) {
        let what = format!("{shown} is not written out, or too large");
        (what, "write the digits of the count".to_owned())
    } else if written.contains('.') {
        let hint = bare(written).map_or_else(
            || "write a whole number".to_owned(),
            |digits| format!("write {digits}, without the point"),
        );
        (format!("a count is a whole number, which {shown} is not"), hint)
    } else {
        (format!("{shown} is too large"), format!("the largest count is {}", u64::MAX))
    }
}

/// The digits of a number written in groups of three, or without any; `None` for other texts.
fn bare(text: &str) -> Option<String> {
    let between = |c: char| matches!(c, ',' | '.' | '\'' | '’') || c.is_whitespace();
    let groups: Vec<&str> = text.trim().split(between).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    (groups.iter().all(digits) && grouped && text.len() < 40).then(|| groups.concat())
}

/// A text of any form; `must` says whether it has to be there.
pub(super) fn text(
    found: &mut Found,
    (form, must): (Form, bool),
    at: usize,
    text: &str,
    path: &Path<'_>,
) {
    let longest = longest(form);
    if text.len() > longest && text.chars().nth(longest).is_some() {
        let length = text.chars().count();
        let what = format!("the text has {length} characters, {longest} are the most");
        return found.error(at, path, &what, "say it in fewer words");
    }
    if text.trim().is_empty() {
        let hint = if must { "write it" } else { "write it, or leave it out" };
        return found.error(at, path, "the text is empty", hint);
    }
    match form {
        Form::Date if Date::parse(text).is_none() => {
            let what = format!("`{}` is no date", short(text));
            found.error(at, path, &what, "write 2024-11-06, 2024-11 or 2024");
        }
        Form::Country if Country::from_code(text).is_none() => {
            let what = format!("`{}` is no country code", short(text));
            found.error(at, path, &what, &country_hint(text));
        }
        Form::Link if !is_link(text) => {
            let what = format!("`{}` is no link of http or https", short(text));
            found.error(at, path, &what, "write the address as https://…");
        }
        Form::Locator if text.split_whitespace().count() > LOCATOR_WORDS => {
            let what = format!(
                "a locator has at most eight words, this one has {}",
                text.split_whitespace().count()
            );
            found.error(at, path, &what, "keep the few words round the number");
        }
        Form::Word(noun, words) => word(found, at, text, path, noun, words()),
        _ => {}
    }
}

/// The longest text of a form, in characters.
const fn longest(form: Form) -> usize {
    match form {
        Form::Text(most) => most,
        _ => LONGEST,
    }
}

fn word(
    found: &mut Found,
    at: usize,
    text: &str,
    path: &Path<'_>,
    noun: &str,
    words: &'static [&'static str],
) {
    if words.contains(&text) {
        return;
    }
    let what = if matches!(noun, "who" | "group") {
        format!("`{}` is not a known value of `{noun}`", short(text))
    } else {
        format!("`{}` is not a known {noun}", short(text))
    };
    let hint = match nearest(text, words.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if words.len() <= NAMED => format!("use {}", words.join(", ")),
        None => "`liberterra schema` lists them".to_owned(),
    };
    found.error(at, path, &what, &hint);
}

/// The code of the country that a name, a longer code or a slip means.
fn country_hint(text: &str) -> String {
    let folded = fold(text);
    let named = |country: &Country| {
        country.alpha3().eq_ignore_ascii_case(text)
            || names_of(*country).any(|name| fold(name) == folded)
    };
    let near = || {
        let name =
            (text.len() > 3).then(|| nearest(text, Country::all().flat_map(names_of))).flatten()?;
        Country::all().find(|one| names_of(*one).any(|other| other == name))
    };
    Country::all().find(named).or_else(near).map_or_else(
        || "use ISO 3166-1 alpha-2 such as TR".to_owned(),
        |country| format!("{} is {}", country.code(), country.name()),
    )
}

fn names_of(country: Country) -> impl Iterator<Item = &'static str> {
    std::iter::once(country.name()).chain(country.aliases().iter().copied())
}

/// Whether a text is an address of the web: a scheme, a host, and no blanks.
fn is_link(text: &str) -> bool {
    let after = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let host = after.and_then(|rest| rest.split(['/', '?', '#']).next());
    let blank = |c: char| c.is_whitespace() || c.is_control();
    host.is_some_and(|host| !host.is_empty() && !host.starts_with('.')) && !text.contains(blank)
}
