//! Numbers in the file's own words against its figures: a summary or the title of a slide must not
//! say what no figure there does.
//!
//! Knows which numbers in a text count nothing: years, days, ages, ordinals, numbers of reports. How
//! a number is written is known by `numerals`. Numbers in words are left alone: they count cities
//! and days as often.

use super::found::Found;
use super::numerals::{self, Number};
use super::path::Path;
use super::refs::Ids;
use super::story::place;
use super::tree::Node;
use super::words;
use crate::model::story::Show;

/// The language of the project's own words.
const OWN: &str = "en";

/// Finds summaries that say a number of which no figure of their action speaks.
pub(super) fn summaries(root: &Node<'_>, found: &mut Found) {
    let actions = Path::Root.field("actions");
    for (index, action) in root.list("actions").iter().enumerate() {
        let Some((node, text)) = action.text_of("summary") else { continue };
        let figures: Vec<&Node<'_>> = action.list("figures").iter().collect();
        if let Some(number) = unsaid(text, || known(&figures, Some(action))) {
            let what = format!("the summary says {number}, which no figure of the action does");
            let hint = "give it a figure, or take it out of the summary";
            found.warning(node.at, &actions.item(index).field("summary"), &what, hint);
        }
    }
}

/// Finds titles that say a number which the step does not show.
pub(super) fn titles<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    let story = Path::Root.field("story");
    for (index, step) in root.list("story").iter().enumerate() {
        let Some((node, text)) = step.text_of("title") else { continue };
        let show = step.text_of("show").and_then(|(_, word)| words::meaning::<Show>(word));
        // How many countries are named is counted and not written anywhere.
        let Some(show) = show.filter(|show| *show != Show::Coverage) else { continue };
        if let Some(number) = unsaid(text, || known(&shown(root, ids, step, show), None)) {
            let what = format!("the title says {number}, which no figure shown there does");
            let hint = "a title holds no number of its own; mend it, or show the figure";
            found.warning(node.at, &story.item(index).field("title"), &what, hint);
        }
    }
}

/// The figures that a step shows.
fn shown<'t>(root: &'t Node<'t>, ids: &Ids<'t>, step: &Node<'_>, show: Show) -> Vec<&'t Node<'t>> {
    let totals = root.list("totals");
    let of = |actions: &'t [Node<'t>], at: Option<String>| -> Vec<&'t Node<'t>> {
        let here = actions.iter().filter(|one| at.is_none() || place(one) == at);
        here.flat_map(|action| action.list("figures")).collect()
    };
    match show {
        Show::Figure | Show::Split | Show::Figures => {
            let one = step.text_of("figure").map(|(_, id)| id);
            let several = step.list("figures").iter().filter_map(Node::text);
            let named: Vec<&str> = one.into_iter().chain(several).collect();
            let is_part = |figure: &&Node<'_>| {
                figure.text_of("part_of").is_some_and(|(_, whole)| named.contains(&whole))
            };
            let figures = named.iter().filter_map(|id| ids.figures.get(id).copied());
            figures.chain(totals.iter().filter(is_part)).collect()
        }
        Show::Place => of(root.list("actions"), place(step)),
        Show::Title | Show::Versus => totals.iter().collect(),
        _ => totals.iter().chain(of(root.list("actions"), None)).collect(),
    }
}

/// The numbers of figures: their values, and those in the words of their sources.
fn known(figures: &[&Node<'_>], of: Option<&Node<'_>>) -> Vec<u64> {
    let mut known: Vec<u64> =
        figures.iter().filter_map(|figure| figure.get("value")?.count()).collect();
    let printed = figures.iter().filter_map(|figure| figure.text_of("as_printed"));
    let cited = figures.iter().copied().chain(of).flat_map(|one| one.list("citations"));
    let located = cited.filter_map(|citation| citation.text_of("locator"));
    let texts = printed.chain(located).map(|(_, text)| text);
    known.extend(texts.flat_map(|text| numerals::numbers(text, OWN)).filter_map(|it| it.whole()));
    known
}

/// The first number of a text that is not known. One that is smaller than a known number beside it
/// may be a part of that: 15 men of 16 people.
fn unsaid(text: &str, known: impl FnOnce() -> Vec<u64>) -> Option<String> {
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    if !digits(text) || !has_count(text) {
        return None;
    }
    let known = known();
    let numbers = numerals::numbers(text, OWN);
    let is_known = |number: &Number| known.iter().any(|value| number.is(*value));
    let largest = numbers.iter().filter(|one| is_known(one)).filter_map(Number::whole).max();
    let is_part = |number: &Number| number.whole() < largest;
    let is_said = |number: &Number| {
        let here = |other: &&Number| other.place.start == number.place.start;
        numbers.iter().filter(here).any(|one| is_known(one) || is_part(one))
    };
    let in_digits = |number: &Number| text.get(number.place.clone()).is_some_and(digits);
    let counts = |number: &Number| number.clear && in_digits(number);
    let new = |number: &&Number| {
        counts(number) && !is_said(number) && !is_other(text, number.place.start, number.place.end)
    };
    numbers.iter().find(new).map(ToString::to_string)
}

/// Whether any run of digits may count something, which is quick to see.
fn has_count(text: &str) -> bool {
    let mut rest = 0;
    while let Some(start) =
        text.get(rest..).and_then(|after| after.find(|c: char| c.is_ascii_digit()))
    {
        let start = rest + start;
        let run = text.get(start..).unwrap_or_default();
        let end = start + run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        if !is_other(text, start, end) {
            return true;
        }
        rest = end;
    }
    false
}

/// What stands before a number that names a thing and counts none.
const NAMED: [&str; 10] =
    ["report", "case", "operation", "article", "section", "page", "phase", "flight", "no.", "aged"];

/// What stands after a number that tells a time, an age or a share.
const MEASURED: [&str; 9] =
    ["year", "month", "week", "day", "hour", "minute", "%", "per cent", "percent"];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Whether the number in a place of a text is a year, a day, an ordinal, an age, a share or a name.
fn is_other(text: &str, start: usize, end: usize) -> bool {
    let number = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let joined = before.ends_with(|c: char| c.is_alphabetic() || c == '-');
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| after.starts_with(end));
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let named = NAMED.iter().any(|word| last.eq_ignore_ascii_case(word));
    let follows = after.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
    let measured = MEASURED.iter().any(|word| follows.starts_with(word));
    let between = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '–' | '-' | '/');
    let next = after.trim_start_matches(between);
    let month = |word: &str| MONTHS.iter().any(|month| word.starts_with(month));
    let day = number.len() <= 2 && (month(next) || month(last));
    year || joined || ordinal || named || measured || day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_counts_and_is_not_known_is_found() {
        for (text, number) in [
            ("120 were arrested in 7 raids.", None),
            ("More than 500 were arrested.", Some("500")),
            ("Some 1,500 migrants were rescued.", Some("1,500")),
            ("8 million checks were made.", Some("8,000,000")),
            ("Of 120 people 118 were men.", None),
            ("In 2024, from 29 September to 4 October, 120 were arrested.", None),
            (
                "From 6–10 May the 3rd wave; a 32-year-old was freed after 15 days, 34 % of all.",
                None,
            ),
            ("Report 999: two men.", None),
            ("Two hundred men were arrested.", None),
        ] {
            assert_eq!(unsaid(text, || vec![120]).as_deref(), number, "{text}");
        }
    }
}
