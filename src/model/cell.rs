//! The cells of the table: what one family of measures shows for one place.
//!
//! Knows what may be drawn of it and how cells are ranked. Which figure leads is decided in
//! [`super::tally`]; how a cell looks must not be known here.

use super::amount::Amount;
use super::figure::Marks;
use super::measure::Measure;
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

impl Lead {
    /// Whether the two count the same: the same measure of the same people.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (self.measure, self.who) == (other.measure, other.who)
    }

    /// Whether the same words say what the two count: an accusation and a group among them, too.
    #[must_use]
    pub fn is_said_like(&self, other: &Self) -> bool {
        let said = |lead: &Self| (lead.group, lead.alleged);
        self.is_like(other) && said(self) == said(other)
    }
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
    /// The number that a bar may show.
    #[must_use]
    pub fn drawn(&self) -> Option<u64> {
        self.lead.filter(|lead| lead.counted)?.amount.value()
    }

    /// Whether a table has a sign that there is more to know of it: also where no sum holds it and
    /// no mark says so.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.more || self.lead.is_some_and(|lead| !lead.counted && !lead.marks.doubt)
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
