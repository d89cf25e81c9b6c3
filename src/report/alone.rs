//! A figure away from its place and its whole: in a list, on a slide, in a copy.
//!
//! Knows what would be lost there: the place it is reported of, the whole it is a part of, why no
//! sum holds it, and what its marks say.

use super::words;
use crate::model::figure::{Apart, Figure, Marks};
use crate::model::operation::Operation;
use crate::model::place::Place;

/// What has to be read beside a figure that stands by itself: of what it is a part, why no sum
/// holds it, what its marks say. Empty where there is nothing of that.
#[must_use]
pub fn caution(operation: &Operation, figure: &Figure) -> String {
    let whole = figure.part_of().and_then(|id| operation.figure(id));
    cautions(whole.map(|(_, whole)| whole), figure)
}

fn cautions(whole: Option<&Figure>, figure: &Figure) -> String {
    let whole = whole.map(|whole| format!("of {}", whole.in_words()));
    whole.into_iter().chain(reservations(figure)).collect::<Vec<String>>().join("; ")
}

/// Why no sum holds a figure, and what its marks say.
fn reservations(figure: &Figure) -> impl Iterator<Item = String> {
    let reason = figure.apart().map(|(why, words)| match why {
        Apart::Doubt => format!("in doubt: {words}"),
        Apart::Joint | Apart::Overlap => format!("in no sum: {words}"),
    });
    let doubt = figure.marks.doubt && reason.is_none();
    let marks = words::marks(Marks { doubt, ..figure.marks });
    reason.into_iter().chain((!marks.is_empty()).then_some(marks))
}

/// A figure by itself, without its sources: `14 minors freed (of 59 people freed)`.
#[must_use]
pub fn figure(operation: &Operation, figure: &Figure) -> String {
    let detail = figure.detail().map_or_else(String::new, |detail| format!(", {detail}"));
    format!("{}{detail}{}", figure.in_words(), bracketed(&caution(operation, figure)))
}

/// A figure by itself with all that it says, and its sources by number.
#[must_use]
pub fn cited(operation: &Operation, figure: &Figure) -> String {
    let whole = figure.part_of().and_then(|id| operation.figure(id)).map(|(_, whole)| whole);
    format!("{} {}", within(whole, figure), words::numbers(&figure.citations))
}

/// The same of a figure that stands below its whole.
#[must_use]
pub fn part(figure: &Figure) -> String {
    format!("{} {}", within(None, figure), words::numbers(&figure.citations))
}

/// A figure with all that it says but its sources, with the whole it is a part of where that is
/// to be said.
#[must_use]
pub fn within(whole: Option<&Figure>, figure: &Figure) -> String {
    format!("{}{}", words::figure_itself(figure, ""), bracketed(&cautions(whole, figure)))
}

/// The place that a figure is reported of; `None` for the operation as a whole.
#[must_use]
pub fn place<'a>(operation: &'a Operation, figure: &Figure) -> Option<&'a Place> {
    operation.figures().find(|(_, one)| std::ptr::eq(*one, figure)).and_then(|(place, _)| place)
}

fn bracketed(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(" ({said})") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    fn said(words: &str) -> String {
        let operation = data::bundled().unwrap();
        let (_, found) =
            operation.figures().find(|(_, figure)| figure.in_words() == words).unwrap();
        figure(&operation, found)
    }

    #[test]
    fn a_part_says_of_what_it_is_one() {
        assert_eq!(said("14 minors freed"), "14 minors freed (of 59 people freed)");
        assert!(said("850 arrests").ends_with("(of 2,517 arrests)"));
    }

    #[test]
    fn what_no_sum_holds_says_why() {
        let candidate = said("70 migrants allegedly smuggled");
        assert!(candidate.contains("(in doubt: "), "{candidate}");
        let joint = said("8 suspects detained");
        assert!(joint.contains("(in no sum: "), "{joint}");
    }

    #[test]
    fn a_figure_that_needs_nothing_beside_it_stands_alone() {
        assert_eq!(said("2,517 arrests"), "2,517 arrests");
    }
}
