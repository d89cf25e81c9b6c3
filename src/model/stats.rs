//! How much of a total is named, and what stands beside it.
//!
//! Knows places and totals. Must not know how a sum is drawn.

use super::amount::Amount;
use super::figure::Figure;
use super::operation::{At, Operation};
use super::place::{Place, Row};
use super::share::Share;
use super::sum::Sum;

/// What part of a total the named places make up, where the measure is the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Coverage {
    /// The sum over the places.
    pub sum: Sum,
    /// The places whose figures are in the sum, as indices of rows, with what each adds.
    pub(crate) places: Vec<(usize, Amount)>,
    /// The first figures of the family that are not in the sum.
    pub(crate) beside: Vec<At>,
    /// How many figures of the family are not in the sum.
    pub besides: usize,
    /// The share of the total, where one can be said.
    pub share: Option<Share>,
}

impl Coverage {
    /// The places whose figures are in the sum, with what each adds.
    pub fn places<'a>(&'a self, of: &'a Operation) -> impl Iterator<Item = (&'a Row, Amount)> {
        self.places.iter().filter_map(|(row, amount)| Some((of.rows.get(*row)?, *amount)))
    }

    /// The first figures of the family that are not in the sum, with the reason in words.
    /// [`Self::besides`] says how many there are.
    pub fn beside<'a>(
        &'a self,
        of: &'a Operation,
        total: &'a Figure,
    ) -> impl Iterator<Item = (&'a Place, &'a Figure, &'a str)> {
        self.beside.iter().filter_map(move |at| {
            let (place, figure) = of.figure_at(*at)?;
            let reason = match figure.apart() {
                Some((_, reason)) => reason.as_str(),
                None if figure.same_measure(total) => "no country is named",
                None => "another measure",
            };
            Some((place?, figure, reason))
        })
    }
}

/// Whether a place's figures are of countries that are named.
pub(crate) const fn names_countries(place: &Place) -> bool {
    !matches!(place, Place::Region(_))
}
