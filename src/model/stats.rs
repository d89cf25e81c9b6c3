//! How much of a total is named, and what stands beside it.
//!
//! Knows places and totals. Must not know how a sum is drawn.

use super::amount::Amount;
use super::figure::Figure;
use super::operation::Operation;
use super::place::{Place, Row};
use super::share::Share;
use super::sum::Sum;

/// What part of a total the named places make up, where the measure is the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Coverage<'a> {
    /// The sum over the places.
    pub sum: Sum,
    /// The places whose figures are in the sum, with what each adds.
    pub places: Vec<(&'a Row, Amount)>,
    /// Figures of the family that are not in the sum, with the reason in words.
    pub beside: Vec<(&'a Row, &'a Figure, &'a str)>,
    /// The share of the total, where one can be said.
    pub share: Option<Share>,
}

/// Sums what the named places report in the measure of a total.
#[must_use]
pub fn coverage<'a>(operation: &'a Operation, total: &Figure) -> Coverage<'a> {
    let mut cover =
        Coverage { sum: Sum::NotReported, places: Vec::new(), beside: Vec::new(), share: None };
    let mut all = Vec::new();
    for row in &operation.rows {
        let figures = operation.figures_of(row).filter(|f| f.family() == total.family());
        let (same, other): (Vec<&Figure>, Vec<&Figure>) = figures
            .filter(|f| f.part_of.is_none())
            .partition(|f| f.same_measure(total) && f.apart.is_none() && names_countries(row));
        if let Sum::Amount(amount) = Sum::of(same.iter().copied()) {
            cover.places.push((row, amount));
        }
        all.extend(same);
        let reason = |f: &'a Figure| match &f.apart {
            Some((_, reason)) => reason.as_str(),
            None if f.same_measure(total) => "no country is named",
            None => "another measure",
        };
        cover.beside.extend(other.into_iter().map(|f| (row, f, reason(f))));
    }
    cover.sum = Sum::of(all);
    if let Sum::Amount(sum) = cover.sum {
        cover.share = Share::of(sum, total.amount);
    }
    cover
}

/// Whether a row's figures are of countries that are named.
const fn names_countries(row: &Row) -> bool {
    !matches!(row.place, Place::Region(_))
}
