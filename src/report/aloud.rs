//! The same sentences for a voice: no sign that has to be seen.
//!
//! Knows what the signs stand for. What is written for the eye is in `words`.

use super::words;
use crate::model::figure::{Citation, Figure, Marks};
use crate::model::operation::Operation;
use crate::model::place::Route;
use crate::model::source::OtherValue;

/// The numbers of all cited sources, with a pause between them: `[1] [7]`.
#[must_use]
pub fn numbers(citations: &[Citation]) -> String {
    words::numbers(citations).replace("][", "] [")
}

/// What the marks of a figure say, behind its number; nothing where there are none.
fn marks(marks: Marks) -> String {
    let said = [
        (marks.doubt, "in doubt"),
        (marks.disputed, "sources disagree"),
        (marks.weak, "rests on one weak source"),
    ];
    let said: Vec<&str> = said.into_iter().filter_map(|(set, said)| set.then_some(said)).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

/// A figure with everything that it says of itself, and its sources by number.
#[must_use]
pub fn figure(figure: &Figure) -> String {
    let said = words::figure_itself(figure, &marks(figure.marks));
    format!("{said} {}", numbers(&figure.citations))
}

/// A value that another source gives, and why it differs.
#[must_use]
pub fn other_value(operation: &Operation, other: &OtherValue) -> String {
    let by = operation.sources.get(other.source).map_or_else(String::new, |source| {
        format!(", {}, {}", source.strength.short(), words::publisher(source))
    });
    format!("“{}”, {}{by} [{}]", other.as_printed, other.kind.name(), other.source + 1)
}

/// A route from origin to destination, never the way taken.
#[must_use]
pub fn route(route: &Route) -> String {
    format!("{} {}", words::route_itself(route, " to "), numbers(&route.citations))
}

/// The days of an operation, from the first to the last.
#[must_use]
pub fn dates(operation: &Operation) -> String {
    let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
    dates.replace(" – ", " to ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_its_words() {
        let all = Marks { doubt: true, disputed: true, weak: true };
        assert_eq!(marks(all), " (in doubt, sources disagree, rests on one weak source)");
        assert_eq!(marks(Marks::default()), "");
    }
}
