//! How much of a total is named, and what stands beside it.
//!
//! Knows places and totals. Must not know how a sum is drawn.

use std::borrow::Cow;

use super::amount::Amount;
use super::figure::Figure;
use super::operation::{At, Operation};
use super::place::{Place, Row};
use super::share::Share;
use super::sum::Sum;
use super::who::Who;

/// What part of a total the named places make up, where the measure is the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Coverage {
    /// The sum over the places.
    pub sum: Sum,
    /// The places whose figures are in the sum, as indices of rows, with what each adds.
    pub(crate) places: Vec<(usize, Amount)>,
    /// The first figures that are not in the sum: those of the family, then those of the same
    /// people, each in the order of the places.
    pub(crate) beside: Vec<At>,
    /// How many such figures there are.
    pub besides: usize,
    /// The share of the total, where one can be said.
    pub share: Option<Share>,
}

impl Coverage {
    /// The places whose figures are in the sum, with what each adds.
    pub fn places<'a>(&'a self, of: &'a Operation) -> impl Iterator<Item = (&'a Row, Amount)> {
        self.places.iter().filter_map(|(row, amount)| Some((of.rows.get(*row)?, *amount)))
    }

    /// The first figures of the family, or of the same people, that are not in the sum, with the
    /// reason in words.
    /// [`Self::besides`] says how many there are.
    pub fn beside<'a>(
        &'a self,
        of: &'a Operation,
        total: &'a Figure,
    ) -> impl Iterator<Item = (&'a Place, &'a Figure, Cow<'a, str>)> {
        self.beside.iter().filter_map(move |at| {
            let (place, figure) = of.figure_at(*at)?;
            Some((place?, figure, reason(figure, total)))
        })
    }
}

/// Why a figure is not in the sum below a total.
fn reason<'a>(figure: &'a Figure, total: &Figure) -> Cow<'a, str> {
    let unlike = |one: &str, other: &str| Cow::Owned(format!("{one}, not {other}"));
    match (figure.apart(), figure.who, total.who) {
        (Some((_, reason)), ..) => Cow::Borrowed(reason.as_str()),
        _ if figure.same_measure(total) => Cow::Borrowed("no country is named"),
        // Victims are no migrants, whatever was done for them.
        (_, Some(who), Some(whom))
            if figure.measure == total.measure
                || (who != Who::People && who.is_migrants() != whom.is_migrants()) =>
        {
            unlike(who.noun(), whom.noun())
        }
        _ => unlike(figure.measure.words(), total.measure.words()),
    }
}

/// Whether a place's figures are of countries that are named.
pub(crate) const fn names_countries(place: &Place) -> bool {
    !matches!(place, Place::Region(_))
}
