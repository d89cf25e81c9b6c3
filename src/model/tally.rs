//! Tallies: the figures of one place, added up by what they count.
//!
//! Knows which figures may be added to which, and which of them leads a cell. Must not know how a
//! cell looks.

use std::collections::HashSet;

use super::amount::Amount;
use super::cell::{Cell, Lead};
use super::figure::{Figure, Marks};
use super::measure::{Family, Measure};
use super::sum::{Adder, Sum};
use super::text::SafeText;
use super::who::{Group, Who};

/// What the figures of a tally share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Kind {
    /// Figures that no sum may hold come last.
    apart: bool,
    measure: Measure,
    who: Option<Who>,
}

impl Kind {
    fn of(figure: &Figure) -> Self {
        Self { apart: figure.apart().is_some(), measure: figure.measure, who: figure.who }
    }
}

/// Figures that may be added to each other, or those that may not although their measure fits.
#[derive(Clone, Copy, Debug)]
struct Tally {
    kind: Kind,
    /// What is said of the first of them.
    first: Said,
    /// What has to be said of all of them together.
    all: Said,
    adder: Adder,
    /// How many there are.
    figures: usize,
}

/// What is said of a number.
#[derive(Clone, Copy, Debug)]
struct Said {
    amount: Amount,
    group: Option<Group>,
    alleged: bool,
    marks: Marks,
}

impl Said {
    fn of(figure: &Figure) -> Self {
        let Figure { amount, group, alleged, marks, .. } = figure;
        Self { amount: *amount, group: *group, alleged: *alleged, marks: *marks }
    }

    /// What is still true of both.
    fn and(self, other: Self) -> Self {
        Self {
            amount: self.amount,
            group: self.group.filter(|group| other.group == Some(*group)),
            alleged: self.alleged || other.alleged,
            marks: self.marks.and(other.marks),
        }
    }
}

impl Tally {
    /// The same for a group of places.
    fn sum(&self) -> (Lead, usize) {
        match (self.kind.apart, self.adder.sum()) {
            (false, Sum::Amount(_)) => self.lead(),
            _ => self.unsummed(),
        }
    }

    /// The same for places whose figures no sum of the group holds.
    fn aside(&self) -> (Lead, usize) {
        let (lead, told) = self.unsummed();
        (Lead { counted: false, ..lead }, told)
    }

    /// One figure alone is told as it is; of several without an honest sum none can stand for all,
    /// and they are *some*.
    fn unsummed(&self) -> (Lead, usize) {
        let (said, told) = match self.figures {
            1 => (self.first, 1),
            _ => (Said { amount: Amount::Some, ..self.all }, 0),
        };
        (self.with(said), told)
    }

    /// What it leads a cell with, and how many of its figures that holds.
    fn lead(&self) -> (Lead, usize) {
        match (self.kind.apart, self.adder.sum()) {
            (false, Sum::Amount(amount)) => (self.with(Said { amount, ..self.all }), self.figures),
            // No honest sum, or figures that no sum may hold: the first stands alone.
            _ => (self.with(self.first), 1),
        }
    }

    /// A lead that says so much of the number.
    const fn with(&self, said: Said) -> Lead {
        Lead {
            amount: said.amount,
            measure: self.kind.measure,
            who: self.kind.who,
            group: said.group,
            counted: !self.kind.apart,
            alleged: said.alleged,
            marks: said.marks,
        }
    }
}

/// The figures of a place that a lead of it holds: all that were added up, or the one that stands
/// alone.
pub(crate) fn behind<'a>(
    lead: &Lead,
    figures: impl Iterator<Item = &'a Figure>,
) -> Vec<&'a Figure> {
    let kind = Kind { apart: !lead.counted, measure: lead.measure, who: lead.who };
    let is_held = |figure: &&Figure| figure.part_of().is_none() && Kind::of(figure) == kind;
    let mut held: Vec<&Figure> = figures.filter(is_held).collect();
    let mut adder = Adder::default();
    for figure in &held {
        adder.add(figure.amount);
    }
    if !lead.counted || !matches!(adder.sum(), Sum::Amount(_)) {
        held.truncate(1);
    }
    held
}

/// All figures of one place. Parts of other figures are in no tally.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tallies {
    tallies: Vec<Tally>,
    /// Whether money was taken, which is no count but must be told.
    money: bool,
}

/// Tallies while figures are added, of which a case told twice counts once.
#[derive(Default)]
pub(crate) struct Counting<'a> {
    pub(crate) tallies: Tallies,
    cases: HashSet<(Kind, &'a SafeText)>,
}

impl<'a> Counting<'a> {
    /// Adds a figure.
    pub(crate) fn add(&mut self, figure: &'a Figure) {
        let told = figure.same_case().map(|case| (Kind::of(figure), case));
        self.tallies.add(figure, told.is_some_and(|told| !self.cases.insert(told)));
    }
}

impl Tallies {
    /// The tallies of figures, of which a case told twice counts once.
    pub(crate) fn of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        let mut counting = Counting::default();
        figures.into_iter().for_each(|figure| counting.add(figure));
        counting.tallies
    }

    /// Adds a figure; `again` if it tells of a case that was already counted.
    pub(crate) fn add(&mut self, figure: &Figure, again: bool) {
        self.money |= matches!(figure.measure, Measure::CashSeized | Measure::AssetsFrozen);
        if figure.part_of().is_some() {
            return;
        }
        let (kind, said) = (Kind::of(figure), Said::of(figure));
        let known = self.tallies.iter().position(|tally| tally.kind == kind);
        let place = known.unwrap_or_else(|| {
            let (adder, figures) = (Adder::default(), 0);
            self.tallies.reserve_exact(1);
            self.tallies.push(Tally { kind, first: said, all: said, adder, figures });
            self.tallies.len() - 1
        });
        let Some(tally) = self.tallies.get_mut(place) else { return };
        tally.all = tally.all.and(said);
        tally.figures += 1;
        if !again {
            tally.adder.add(figure.amount);
        }
    }

    /// The sum of the figures that have the measure of `like`.
    pub(crate) fn sum(&self, like: &Figure) -> Sum {
        let kind = Kind { apart: false, measure: like.measure, who: like.who };
        let tally = self.tallies.iter().find(|tally| tally.kind == kind);
        tally.map_or(Sum::NotReported, |tally| tally.adder.sum())
    }

    /// What each measure comes to of which sums may hold figures, in their order: what is said of
    /// all of them together, and the sum.
    pub(crate) fn sums(&self) -> Vec<(Lead, Sum)> {
        let is_summed =
            |tally: &&Tally| !tally.kind.apart && tally.kind.measure.family() != Family::Attributes;
        let mut tallies: Vec<&Tally> = self.tallies.iter().filter(is_summed).collect();
        tallies.sort_by_key(|tally| tally.kind);
        tallies.into_iter().map(|tally| (tally.with(tally.all), tally.adder.sum())).collect()
    }

    /// The cells of all families of which something is to be shown.
    pub(crate) fn cells(&self) -> Box<[(Family, Cell)]> {
        self.cells_of(Tally::lead)
    }

    /// The same for a group of places: sums, and what stands alone.
    pub(crate) fn summed_cells(&self) -> Box<[(Family, Cell)]> {
        self.cells_of(Tally::sum)
    }

    /// The same for places whose figures no sum of the group holds.
    pub(crate) fn cells_aside(&self) -> Box<[(Family, Cell)]> {
        self.cells_of(Tally::aside)
    }

    fn cells_of(&self, lead: fn(&Tally) -> (Lead, usize)) -> Box<[(Family, Cell)]> {
        let cell = |family: Family| (family, self.cell(family, lead));
        let is_shown = |(_, cell): &(Family, Cell)| cell.lead.is_some() || cell.more;
        Family::COLUMNS.into_iter().map(cell).filter(is_shown).collect()
    }

    /// What each measure of a family comes to; figures set apart only where nothing else of their
    /// measure is reported.
    pub(crate) fn leads(&self, family: Family) -> Vec<Lead> {
        let is_shown = |tally: &&Tally| {
            let counted = Kind { apart: false, ..tally.kind };
            !tally.kind.apart || self.tallies.iter().all(|other| other.kind != counted)
        };
        let of_family = |tally: &&Tally| tally.kind.measure.family() == family;
        let mut tallies: Vec<&Tally> = self.tallies.iter().filter(of_family).collect();
        tallies.sort_by_key(|tally| tally.kind);
        tallies.into_iter().filter(is_shown).map(|tally| tally.lead().0).collect()
    }

    /// The cell of one family.
    ///
    /// Unlike measures are never added: the measure that stands first in the closed list leads,
    /// and the rest is *more*. Figures set apart lead only where nothing else does.
    fn cell(&self, family: Family, lead: fn(&Tally) -> (Lead, usize)) -> Cell {
        let whole = self.tallies.iter().filter(|tally| tally.kind.measure.family() == family);
        let more = family == Family::Seized && self.money;
        let figures: usize = whole.clone().map(|tally| tally.figures).sum();
        let Some(tally) = whole.min_by_key(|tally| tally.kind) else {
            return Cell { lead: None, more };
        };
        let (lead, shown) = lead(tally);
        Cell { lead: Some(lead), more: more || shown < figures }
    }
}
