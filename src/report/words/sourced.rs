//! Sources in words: who published them, how strong they are, what they say otherwise.
//!
//! Knows that a source is called by its number wherever it is cited, and never without its
//! strength where there is room for it.

use super::disputed;
use crate::model::figure::{Citation, Figure};
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::source::{OtherValue, Source, Strength};

/// The publisher without what stands in brackets behind it.
#[must_use]
pub fn publisher(source: &Source) -> &str {
    let full = source.publisher.as_str();
    full.split_once(" (").map_or(full, |(short, _)| short)
}

/// The strength, publisher and number of a cited source: `press · The National [1]`.
#[must_use]
pub fn tag(operation: &Operation, citation: &Citation) -> String {
    let number = citation.source() + 1;
    match operation.sources.get(citation.source()) {
        Some(source) => {
            format!("{} · {} [{number}]", source.strength.short(), publisher(source))
        }
        None => format!("[{number}]"),
    }
}

/// The strength and number of a cited source, for where its publisher finds no room.
#[must_use]
pub fn short_tag(operation: &Operation, citation: &Citation) -> String {
    let number = citation.source() + 1;
    let source = operation.sources.get(citation.source());
    source.map_or_else(|| format!("[{number}]"), |s| format!("{} [{number}]", s.strength.short()))
}

/// The numbers of cited sources by their strength: `authority [6][9]; press [1]`.
#[must_use]
pub fn by_strength(operation: &Operation, citations: &[&Citation]) -> String {
    let of = |strength: Strength| {
        let mut numbers: Vec<usize> = citations.iter().map(|cited| cited.source()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let is = |index: &usize| {
            operation.sources.get(*index).is_some_and(|source| source.strength == strength)
        };
        let numbers: Vec<String> =
            numbers.into_iter().filter(is).map(|index| format!("[{}]", index + 1)).collect();
        (!numbers.is_empty()).then(|| format!("{} {}", strength.short(), numbers.concat()))
    };
    Strength::ALL.into_iter().filter_map(of).collect::<Vec<String>>().join("; ")
}

/// The numbers of all cited sources: `[1][7]`.
#[must_use]
pub fn numbers(citations: &[Citation]) -> String {
    let number = |citation: &Citation| format!("[{}]", citation.source() + 1);
    citations.iter().map(number).collect::<Vec<String>>().concat()
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
    let citation = Citation::new(other.source, None);
    format!("“{}” · {} · {}", other.as_printed, other.kind.name(), tag(operation, &citation))
}

/// What a source says of figures otherwise than the source that is used.
pub fn not_used(operation: &Operation, source: usize) -> impl Iterator<Item = String> {
    let others = operation
        .conflicts
        .iter()
        .flat_map(|conflict| conflict.others.iter().map(move |other| (conflict, other)));
    others.filter(move |(_, other)| other.source == source).map(|(conflict, other)| {
        let said = other_value(operation, other);
        format!("Not used for {}: {said}. {}", disputed(operation, conflict), conflict.note)
    })
}

/// What a source is to a figure that cites it: nothing to add where it is the one used, else that
/// it says so too, or in which words it differs, which must not be put into its mouth.
#[must_use]
pub fn role(operation: &Operation, figure: &Figure, source: usize) -> String {
    let mut others = operation.conflict(figure).into_iter().flat_map(|found| &found.others);
    let used = figure.citations.first().is_some_and(|first| first.source() == source);
    match others.find(|other| other.source == source) {
        Some(other) => format!(" (prints “{}”)", other.as_printed),
        None if used => String::new(),
        None => " (also)".to_owned(),
    }
}

/// How many sources there are, and how many of them are weak.
#[must_use]
pub fn sources(operation: &Operation) -> String {
    let weak = |source: &&Source| source.strength == Strength::Aggregator;
    let weak = operation.sources.iter().filter(weak).count();
    let count = operation.sources.len();
    let noun = if count == 1 { "source" } else { "sources" };
    let weak =
        if weak == 0 { String::new() } else { format!(", {} of them weak", number::of(weak)) };
    format!("{} {noun}{weak}", number::of(count))
}
