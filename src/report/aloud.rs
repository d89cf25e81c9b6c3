//! The same sentences for a voice: no sign that has to be seen.
//!
//! Knows what the signs stand for. What is written for the eye is in `words`.

use super::words;
use crate::model::operation::Operation;
use crate::model::place::Route;
use crate::model::source::OtherValue;

/// A value that another source gives, why it differs, and who gives it; without its number.
#[must_use]
pub fn other_value(operation: &Operation, other: &OtherValue) -> String {
    let by = operation.sources.get(other.source).map_or_else(String::new, |source| {
        format!(", {}, {}", source.strength.short(), words::publisher(source))
    });
    format!("“{}”, {}{by}", other.as_printed, other.kind.name())
}

/// A route from origin to destination, never the way taken; without its sources.
#[must_use]
pub fn route(route: &Route) -> String {
    words::route_itself(route, " to ")
}

/// The days of an operation, from the first to the last.
#[must_use]
pub fn dates(operation: &Operation) -> String {
    let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
    dates.replace(" – ", " to ")
}
