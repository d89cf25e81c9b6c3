//! Figures, citations and routes in words: the one way in which they are said.
//!
//! Knows the model. Screens and exports both take their sentences from here.

use crate::model::figure::{Citation, Figure};
use crate::model::operation::Operation;
use crate::model::place::{Route, Stop};
use crate::model::source::{OtherValue, Source};

/// What every export says.
pub const DISCLAIMER: &str = "Independent; not a product of INTERPOL. An arrest is not a \
    conviction; a potential victim is not a confirmed one.";

/// The publisher without what stands in brackets behind it.
pub(super) fn publisher(source: &Source) -> &str {
    let full = source.publisher.as_str();
    full.split_once(" (").map_or(full, |(short, _)| short)
}

/// The strength, publisher and number of a cited source: `press · The National [1]`.
#[must_use]
pub fn tag(operation: &Operation, citation: &Citation) -> String {
    let number = citation.source + 1;
    match operation.sources.get(citation.source) {
        Some(source) => {
            format!("{} · {} [{number}]", source.strength.short(), publisher(source))
        }
        None => format!("[{number}]"),
    }
}

/// The strength and number of a cited source, for where its publisher finds no room.
#[must_use]
pub fn short_tag(operation: &Operation, citation: &Citation) -> String {
    let number = citation.source + 1;
    let source = operation.sources.get(citation.source);
    source.map_or_else(|| format!("[{number}]"), |s| format!("{} [{number}]", s.strength.short()))
}

/// The numbers of all cited sources: `[1][7]`.
#[must_use]
pub fn numbers(citations: &[Citation]) -> String {
    let number = |citation: &Citation| format!("[{}]", citation.source + 1);
    citations.iter().map(number).collect::<Vec<String>>().concat()
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
        !said(&shown) && !detail.is_some_and(|detail| said(detail.as_str()))
    };
    if let Some(printed) = printed.filter(is_new) {
        said = format!("{said} (printed “{printed}”)");
    }
    said
}

/// A source in one line: number, publisher, title, date, strength.
#[must_use]
pub fn source(index: usize, source: &Source) -> String {
    let date = source.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    format!(
        "[{}] {}, “{}”, {date}, {}",
        index + 1,
        source.publisher,
        source.title,
        source.strength.name()
    )
}

/// A value that another source gives, and why it differs.
#[must_use]
pub fn other_value(operation: &Operation, other: &OtherValue) -> String {
    let citation = Citation { source: other.source, locator: None };
    format!("“{}” · {} · {}", other.as_printed, other.kind.name(), tag(operation, &citation))
}

/// What a source is to a figure that cites it: nothing to add where it is the one used, else that
/// it says so too, or in which words it differs, which must not be put into its mouth.
#[must_use]
pub fn role(operation: &Operation, figure: &Figure, source: usize) -> String {
    let mut others = operation.conflict(figure).into_iter().flat_map(|found| &found.others);
    let used = figure.citations.first().is_some_and(|first| first.source == source);
    match others.find(|other| other.source == source) {
        Some(other) => format!(" (prints “{}”)", other.as_printed),
        None if used => String::new(),
        None => " (also)".to_owned(),
    }
}

/// A route from origin to destination, never the way taken.
#[must_use]
pub fn route(route: &Route) -> String {
    format!("{} {}", route_itself(route, " → "), numbers(&route.citations))
}

/// A route without its sources.
pub(super) fn route_itself(route: &Route, way: &str) -> String {
    let stops: Vec<&str> = route.stops.iter().map(Stop::name).collect();
    let how = match (route.attempted, route.alleged) {
        (true, true) => " (alleged attempt)",
        (true, false) => " (attempted)",
        (false, true) => " (alleged)",
        (false, false) => "",
    };
    format!("Origin and destination: {}{how}", stops.join(way))
}
