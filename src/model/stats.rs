//! Sums that stay honest, the cells of the table, and how much of a total is named.
//!
//! Knows which figures may be added. Must not know how a sum is drawn.

use super::figure::{Amount, Figure, Marks, Qualifier};
use super::measure::{Family, Measure};
use super::operation::Operation;
use super::place::Row;
use super::share::Share;
use super::who::Who;

/// A sum of figures of one measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    /// Nothing was reported.
    NotReported,
    /// What was reported adds up to this.
    Amount(Amount),
    /// A lower and an upper bound, or a number too large to hold: no honest sum.
    None,
}

impl Sum {
    /// Adds figures of one measure. Parts of other figures, figures set apart, and second
    /// tellings of a case are passed over.
    #[must_use]
    pub fn of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        let mut cases = Vec::new();
        let mut sum = Self::NotReported;
        for figure in figures.into_iter().filter(|f| f.counts()) {
            if let Some(case) = &figure.same_case {
                if cases.contains(&case) {
                    continue;
                }
                cases.push(case);
            }
            sum = sum.add(figure.amount);
        }
        sum
    }

    /// Adds one more amount.
    #[must_use]
    pub const fn add(self, amount: Amount) -> Self {
        match (self, amount) {
            (Self::NotReported, first) => Self::Amount(first),
            (Self::None, _) => Self::None,
            (Self::Amount(Amount::Some), Amount::Some) => Self::Amount(Amount::Some),
            (Self::Amount(Amount::Some), Amount::Number(qualifier, value))
            | (Self::Amount(Amount::Number(qualifier, value)), Amount::Some) => {
                with_some(qualifier, value)
            }
            (Self::Amount(Amount::Number(one, a)), Amount::Number(other, b)) => {
                match (one.add(other), a.checked_add(b)) {
                    (Some(qualifier), Some(value)) => {
                        Self::Amount(Amount::Number(qualifier, value))
                    }
                    _ => Self::None,
                }
            }
        }
    }
}

/// *Some* more than a number: at least that number, unless the number is itself no lower bound.
const fn with_some(qualifier: Qualifier, value: u64) -> Sum {
    match qualifier {
        Qualifier::UpTo => Sum::None,
        Qualifier::About | Qualifier::Nearly => {
            Sum::Amount(Amount::Number(Qualifier::About, value))
        }
        Qualifier::MoreThan => Sum::Amount(Amount::Number(Qualifier::MoreThan, value)),
        Qualifier::Exact | Qualifier::AtLeast => {
            Sum::Amount(Amount::Number(Qualifier::AtLeast, value))
        }
    }
}

/// What one family shows for one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lead {
    /// The sum of the leading measure.
    pub amount: Amount,
    /// The leading measure.
    pub measure: Measure,
    /// Who is counted by it.
    pub who: Option<Who>,
    /// Whether it is an accusation.
    pub alleged: bool,
    /// What has to be seen on it.
    pub marks: Marks,
}

/// A cell of the table: the leading figure, and whether there is more than it can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// `None` is *not reported*.
    pub lead: Option<Lead>,
    /// Whether other measures of the family, or figures set apart, stand in the detail.
    pub more: bool,
}

impl Cell {
    /// The rank of the cell among others, highest first: numbers, then *some*, then nothing.
    #[must_use]
    pub fn rank(&self) -> (u8, u64) {
        match self.lead.map(|lead| lead.amount) {
            Some(Amount::Number(_, value)) => (2, value),
            Some(Amount::Some) => (1, 0),
            None => (0, 0),
        }
    }
}

/// The cell of one family over the figures of one place.
///
/// Unlike measures are never added: the measure that stands first in the closed list leads, and
/// the rest is *more*. Figures set apart lead only where nothing else does.
#[must_use]
pub fn cell(figures: &[&Figure], family: Family) -> Cell {
    let whole: Vec<&Figure> =
        figures.iter().copied().filter(|f| f.family() == family && f.part_of.is_none()).collect();
    let leads = whole.iter().filter(|f| f.counts()).min_by_key(|f| f.kind());
    let Some(first) = leads.or_else(|| whole.iter().min_by_key(|f| f.kind())) else {
        return Cell::default();
    };
    let alike: Vec<&Figure> =
        whole.iter().copied().filter(|f| f.same_measure(first) && f.apart == first.apart).collect();
    let amount = match Sum::of(alike.iter().copied()) {
        Sum::Amount(amount) => amount,
        Sum::NotReported | Sum::None => first.amount,
    };
    Cell {
        more: alike.len() < whole.len(),
        lead: Some(Lead {
            amount,
            measure: first.measure,
            who: first.who,
            alleged: alike.iter().any(|f| f.alleged),
            marks: alike.iter().fold(Marks::default(), |marks, f| marks.and(f.marks)),
        }),
    }
}

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
            .partition(|f| f.same_measure(total) && f.apart.is_none());
        if let Sum::Amount(amount) = Sum::of(same.iter().copied()) {
            cover.places.push((row, amount));
        }
        all.extend(same);
        cover.beside.extend(other.into_iter().map(|f| (row, f, beside_reason(f))));
    }
    cover.sum = Sum::of(all);
    if let Sum::Amount(sum) = cover.sum {
        cover.share = Share::of(sum, total.amount);
    }
    cover
}

fn beside_reason(figure: &Figure) -> &str {
    match &figure.apart {
        Some((_, reason)) => reason.as_str(),
        None => "another measure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Qualifier::{About, AtLeast, Exact, MoreThan, UpTo};

    fn sum(amounts: &[Amount]) -> Sum {
        amounts.iter().fold(Sum::NotReported, |sum, amount| sum.add(*amount))
    }

    fn number(qualifier: Qualifier, value: u64) -> Amount {
        Amount::Number(qualifier, value)
    }

    #[test]
    fn sums_follow_the_weakest_part() {
        let seven_and_twelve = sum(&[number(Exact, 7), number(AtLeast, 12)]);
        assert_eq!(seven_and_twelve, Sum::Amount(number(AtLeast, 19)));
        let more = sum(&[number(AtLeast, 12), number(MoreThan, 250)]);
        assert_eq!(more, Sum::Amount(number(MoreThan, 262)));
        assert_eq!(sum(&[number(Exact, 7), Amount::Some]), Sum::Amount(number(AtLeast, 7)));
        assert_eq!(sum(&[Amount::Some, Amount::Some]), Sum::Amount(Amount::Some));
        assert_eq!(sum(&[number(About, 50), Amount::Some]), Sum::Amount(number(About, 50)));
    }

    #[test]
    fn what_has_no_honest_sum_has_none() {
        assert_eq!(sum(&[]), Sum::NotReported);
        assert_eq!(sum(&[number(AtLeast, 3), number(UpTo, 40)]), Sum::None);
        assert_eq!(sum(&[number(UpTo, 40), Amount::Some]), Sum::None);
        assert_eq!(sum(&[number(Exact, u64::MAX), number(Exact, 1)]), Sum::None);
        assert_eq!(sum(&[number(AtLeast, 3), number(UpTo, 4), number(Exact, 1)]), Sum::None);
    }
}
