//! What several places report together, in words: those that are marked, those of a group.
//!
//! Knows sums that were made elsewhere, and what has to be known beside them.

use super::words;
use crate::model::cell::Lead;
use crate::model::filter::Reported;
use crate::model::group::{By, Group, Groups};
use crate::model::number;
use crate::model::sum::Sum;

/// What has to be known beside the sums of a group.
pub fn beside_groups(groups: &Groups, group: &Group) -> impl Iterator<Item = &'static str> {
    let nothing = "Nothing is reported that can be summed.";
    let region = "A region is in no sum: its countries may be among the others.";
    let joint = "What is reported of several countries together is in no sum of one of them.";
    let totals = "Of what is named by country; the headline totals of an operation are others.";
    let shared = "Some figures stand in more than one group: groups do not add up to a total.";
    let notes = [
        (group.reported.is_empty(), nothing),
        (group.regions > 0, region),
        (group.joint > 0, joint),
        (groups.by == By::Operation, totals),
        (groups.shared > 0, shared),
    ];
    notes.into_iter().filter_map(|(is_so, said)| is_so.then_some(said))
}

/// What places report in one measure, and how many of so many do: `at least 9 arrests (2 of 3)`.
#[must_use]
pub fn reported(told: &Reported, all: usize, noun: &str) -> String {
    let said = match told.sum {
        Sum::Amount(amount) => words::lead(Lead { amount, ..told.lead }),
        Sum::NotReported | Sum::None => format!("no honest sum of {}", words::counted(&told.lead)),
    };
    match told.places {
        places if places == all => said,
        places => format!("{said} ({} of {}{noun})", number::of(places), number::of(all)),
    }
}
