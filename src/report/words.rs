//! Figures, citations and routes in words: the one way in which they are said.
//!
//! Knows the model. Screens and exports both take their sentences from here.

mod sourced;

pub use sourced::*;

use crate::model::cell::Lead;
use crate::model::figure::{Citation, Figure, Marks, people, singular};
use crate::model::measure::{Family, Measure};
use crate::model::number;
use crate::model::offence::{Offence, Offences};
use crate::model::operation::Operation;
use crate::model::place::{Route, Row, Stop};
use crate::model::source::Conflict;
use crate::model::tally::Tallies;
use crate::model::text::SafeText;
use crate::model::who::Who;

/// What every export says.
pub const DISCLAIMER: &str = "Independent; not a product of INTERPOL. An arrest is not a \
    conviction; a potential victim is not a confirmed one.";

/// What stands where a source says nothing.
pub const NOT_REPORTED: &str = "not reported";

/// How many texts of the file were cleaned, as a badge; nothing if none were.
#[must_use]
pub fn cleaned(operation: &Operation) -> Option<String> {
    match operation.replaced {
        0 => None,
        1 => Some("1 text cleaned".to_owned()),
        many => Some(format!("{} texts cleaned", number::of(many))),
    }
}

/// What such a badge means.
pub const CLEANED: &str = "hidden characters were in the file; `liberterra check FILE` says where";

/// The text with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the totals beside the headline are called: the reach, or more than that.
#[must_use]
pub fn beside_headline(figures: &[&Figure]) -> &'static str {
    let reach = |figure: &&Figure| matches!(figure.family(), Family::Reach | Family::Attributes);
    if figures.iter().all(reach) { "Reach" } else { "Also reported" }
}

/// That the results are preliminary, and who says so.
#[must_use]
pub fn preliminary(operation: &Operation) -> String {
    format!("{} calls these results preliminary.", operation.organiser)
}

/// How many countries are named: `15 of 116 countries named`.
#[must_use]
pub fn named(operation: &Operation) -> String {
    let all = operation.total(Measure::Countries);
    let of = all.map_or_else(String::new, |figure| format!(" of {}", figure.amount.in_words()));
    let named = operation.countries_named();
    let noun = if all.is_none() && named == 1 { "country" } else { "countries" };
    format!("{named}{of} {noun} named")
}

/// The families that count people.
const PEOPLE: [Family; 5] =
    [Family::Arrests, Family::Rescues, Family::Identified, Family::Suspects, Family::Moved];

/// What leads a place's families of people, in their order.
pub fn leads(row: &Row) -> impl Iterator<Item = Lead> {
    PEOPLE.into_iter().filter_map(|family| row.cell(family).lead)
}

/// Everything that a place reports of people, each measure of each family by itself.
#[must_use]
pub fn all_leads(operation: &Operation, row: &Row) -> Vec<Lead> {
    let tallies = Tallies::of(operation.figures_of(row));
    PEOPLE.into_iter().flat_map(|family| tallies.leads(family)).collect()
}

/// What a lead counts, in full: `arrests`, `irregular migrants rescued`.
#[must_use]
pub fn counted(lead: &Lead) -> String {
    let one = lead.amount.value() == Some(1);
    let noun = |plural: &str| if one { singular(plural) } else { plural.to_owned() };
    let alleged = if lead.alleged { "allegedly " } else { "" };
    let verb = lead.measure.words();
    match (lead.group, lead.who) {
        (None, Some(Who::Suspects)) if lead.measure == Measure::Arrested => noun("arrests"),
        (None, Some(_)) if lead.measure.family() == Family::Suspects => noun(verb),
        (_, None) => noun(verb),
        (group, Some(who)) => format!("{} {alleged}{verb}", people(group, who, one)),
    }
}

/// What a figure counts, in the singular where it is one.
#[must_use]
pub fn label(figure: &Figure) -> String {
    let said = figure.in_words();
    let label = said.strip_prefix(&figure.amount.in_words()).map(str::trim_start);
    label.map_or_else(|| figure.label(), ToOwned::to_owned)
}

/// A lead in words: `at least 178 irregular migrants moved by suspects`, `1 arrest (in doubt)`.
#[must_use]
pub fn lead(lead: Lead) -> String {
    let said = format!("{} {}", lead.amount.in_words(), counted(&lead));
    let apart = if lead.counted || lead.marks.doubt { "" } else { " (in no sum)" };
    format!("{said}{apart}{}", marked(lead.marks))
}

/// The marks behind a number, in words: ` (sources disagree)`; nothing where there are none.
#[must_use]
pub fn marked(of: Marks) -> String {
    match marks(of) {
        said if said.is_empty() => said,
        said => format!(" ({said})"),
    }
}

/// What has to be seen on a figure, in words.
#[must_use]
pub fn marks(marks: Marks) -> String {
    let said = [
        (marks.doubt, "in doubt"),
        (marks.disputed, "sources disagree"),
        (marks.weak, "one weak source"),
    ];
    let said: Vec<&str> = said.into_iter().filter_map(|(set, said)| set.then_some(said)).collect();
    said.join(", ")
}

/// The figure that sources differ on, with the place it is reported of.
#[must_use]
pub fn disputed(operation: &Operation, conflict: &Conflict) -> String {
    match operation.figure(&conflict.figure) {
        Some((Some(place), figure)) => format!("{}, {}", place.shown(), figure.in_words()),
        Some((None, figure)) => figure.in_words(),
        None => conflict.figure.to_string(),
    }
}

/// A figure with everything that it says of itself: qualifier, measure, words of its own, the
/// words as printed where they differ, and its sources by number.
#[must_use]
pub fn figure(figure: &Figure) -> String {
    format!("{} {}", figure_itself(figure, &figure.marks.signs()), numbers(&figure.citations))
}

/// A figure without its sources, its marks as they are wanted.
pub(super) fn figure_itself(figure: &Figure, marks: &str) -> String {
    let mut said = format!("{}{marks}", figure.in_words());
    if let Some(detail) = figure.detail() {
        said = format!("{said}, {detail}");
    }
    let printed = figure.as_printed.as_ref().map(ToString::to_string);
    let (shown, detail) = (figure.amount.in_words(), figure.detail());
    let is_new = |printed: &String| {
        let said = |other: &str| printed.eq_ignore_ascii_case(other);
        !said(&shown)
            && !said(&figure.in_words())
            && !detail.is_some_and(|detail| said(detail.as_str()))
    };
    if let Some(printed) = printed.filter(is_new) {
        said = format!("{said} (printed “{printed}”)");
    }
    said
}

/// What a case or a figure is about, where that is said: `About: migrant smuggling`.
#[must_use]
pub fn about(offences: Offences) -> Option<String> {
    let names: Vec<&str> = offences.iter().map(Offence::name).collect();
    (!names.is_empty()).then(|| format!("About: {}", names.join(", ")))
}

/// The words by which a figure is found in its sources, where they say more than the figure does.
pub fn locators(figure: &Figure) -> impl Iterator<Item = String> {
    let printed = figure.as_printed.as_ref().map(SafeText::as_str);
    let located = |citation: &Citation| {
        let locator = citation.locator.as_ref()?;
        Some((citation.source(), locator.as_str().to_owned()))
    };
    let is_new = move |(_, locator): &(usize, String)| {
        let bare = locator.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        !bare && printed != Some(locator.as_str())
    };
    let located = figure.citations.iter().filter_map(located).filter(is_new);
    located.map(|(source, locator)| format!("[{}] “{locator}”", source + 1))
}

/// How a journey is told: as an accusation, as an attempt, or both.
#[must_use]
pub const fn manner(route: &Route) -> &'static str {
    match (route.attempted, route.alleged) {
        (true, true) => "alleged attempt",
        (true, false) => "attempted",
        (false, true) => "alleged",
        (false, false) => "",
    }
}

/// A route from origin to destination, never the way taken.
#[must_use]
pub fn route(route: &Route) -> String {
    format!("{} {}", route_itself(route, " → "), numbers(&route.citations))
}

/// A route without its sources.
pub(in crate::report) fn route_itself(route: &Route, way: &str) -> String {
    let stops: Vec<&str> = route.stops.iter().map(Stop::name).collect();
    let how = match manner(route) {
        "" => String::new(),
        manner => format!(" ({manner})"),
    };
    format!("Origin and destination: {}{how}", stops.join(way))
}
