//! The cells of the table: what one family of measures shows for one place.
//!
//! Knows which figure leads, and when a cell cannot show everything. Must not know how it looks.

use super::amount::Amount;
use super::figure::{Figure, Marks};
use super::measure::{Family, Measure};
use super::sum::Sum;
use super::who::{Group, Who};

/// What leads a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lead {
    /// The sum of the leading measure.
    pub amount: Amount,
    /// The leading measure.
    pub measure: Measure,
    /// Who is counted by it.
    pub who: Option<Who>,
    /// The group among them, where every figure of the sum is of that group.
    pub group: Option<Group>,
    /// Whether sums hold it; what none may hold has no length on a shared scale.
    pub counted: bool,
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
    /// The cell of one family over the figures of one place.
    ///
    /// Unlike measures are never added: the measure that stands first in the closed list leads,
    /// and the rest is *more*. Figures set apart lead only where nothing else does.
    #[must_use]
    pub fn of(figures: &[&Figure], family: Family) -> Self {
        let whole: Vec<&Figure> = figures
            .iter()
            .copied()
            .filter(|figure| figure.family() == family && figure.part_of.is_none())
            .collect();
        let more = family == Family::Seized && figures.iter().any(|figure| is_money_taken(figure));
        let leads = whole.iter().filter(|figure| figure.counts()).min_by_key(|f| f.kind());
        let Some(first) = leads.or_else(|| whole.iter().min_by_key(|f| f.kind())) else {
            return Self { lead: None, more };
        };
        let alike: Vec<&Figure> = whole
            .iter()
            .copied()
            .filter(|figure| figure.same_measure(first) && figure.counts() == first.counts())
            .collect();
        let (amount, shown) = match Sum::of(alike.iter().copied()) {
            Sum::Amount(amount) => (amount, alike.as_slice()),
            // No honest sum, or figures that no sum may hold: the first stands alone.
            Sum::NotReported | Sum::None => (first.amount, std::slice::from_ref(first)),
        };
        let group = first.group.filter(|group| shown.iter().all(|f| f.group == Some(*group)));
        let lead = Lead {
            amount,
            measure: first.measure,
            who: first.who,
            group,
            counted: first.counts(),
            alleged: shown.iter().any(|figure| figure.alleged),
            marks: shown.iter().fold(Marks::default(), |marks, f| marks.and(f.marks)),
        };
        Self { lead: Some(lead), more: more || shown.len() < whole.len() }
    }

    /// The number that a bar may show.
    #[must_use]
    pub fn drawn(&self) -> Option<u64> {
        self.lead.filter(|lead| lead.counted)?.amount.value()
    }

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

/// Money is an attribute and no count, but a reader of what was seized must be told of it.
const fn is_money_taken(figure: &Figure) -> bool {
    matches!(figure.measure, Measure::CashSeized | Measure::AssetsFrozen)
}
