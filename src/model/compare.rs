//! Operations side by side: what each reports in every measure, and which countries each names.
//!
//! Knows which figures may stand in one line: those of one measure and of the same people, and
//! nothing else. Must not know which operations are at hand or how a table is drawn.

pub mod digest;
pub mod named;
pub mod rate;
pub mod series;
pub mod written;

use std::collections::HashSet;
use std::sync::Arc;

use super::amount::{Amount, Qualifier};
use super::cell::Lead;
use super::country::Country;
use super::filter::Filter;
use super::measure::{Family, Measure};
use super::operation::Operation;
use super::who::Who;
use digest::{Digest, Total};
use rate::{Rate, Rated};

/// What is counted, of whom: what has to agree before figures stand in one line.
pub type Kind = (Measure, Option<Who>);

/// What of a comparison is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Part {
    /// The totals, measure by measure.
    #[default]
    Measures,
    /// The countries that are named.
    Countries,
}

impl Part {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::Measures, Self::Countries];

    /// The word that an option has for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Measures => "measures",
            Self::Countries => "countries",
        }
    }
}

/// Operations side by side, in order of date.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    operations: Vec<Arc<Digest>>,
    rows: Vec<Kind>,
}

impl Comparison {
    /// Puts operations side by side, in order of date; those without a date come last.
    #[must_use]
    pub fn of(mut operations: Vec<Arc<Digest>>) -> Self {
        let date = |digest: &Arc<Digest>| {
            let start = digest.operation().start.or(digest.operation().end);
            (start.is_none(), start)
        };
        operations.sort_by_key(date);
        let totals = operations.iter().flat_map(|digest| digest.totals());
        let mut rows: Vec<Kind> = totals.map(Total::kind).collect();
        rows.sort_unstable_by_key(|(measure, who)| (measure.family(), *measure, *who));
        rows.dedup();
        Self { operations, rows }
    }

    /// The operations, in order of date.
    #[must_use]
    pub fn operations(&self) -> &[Arc<Digest>] {
        &self.operations
    }

    /// The countries of the places that a filter picks in one of the operations; `None` where it
    /// asks for nothing.
    #[must_use]
    pub fn picked(&self, filter: &Filter) -> Option<HashSet<Country>> {
        let keep = |operation: &Arc<Operation>| Some(filter.keep(operation));
        if filter.is_empty() { None } else { self.picked_by(&keep) }
    }

    /// The countries of the rows that are kept of one of the operations; `None` where that is not
    /// known of one.
    pub fn picked_by(
        &self,
        keep: &dyn Fn(&Arc<Operation>) -> Option<Vec<bool>>,
    ) -> Option<HashSet<Country>> {
        let mut picked = HashSet::new();
        for digest in &self.operations {
            let operation = digest.operation();
            let rows = operation.rows.iter().zip(keep(operation)?).filter(|(_, kept)| *kept);
            picked.extend(rows.flat_map(|(row, _)| row.place.countries()).copied());
        }
        Some(picked)
    }

    /// Every measure that one of them reports a total of, in the order of the closed list.
    #[must_use]
    pub fn rows(&self) -> &[Kind] {
        &self.rows
    }

    /// The measure that is meant by one that may leave out who is counted: then the first of them.
    /// `None` if none of them reports it.
    #[must_use]
    pub fn kind(&self, wanted: Kind) -> Option<Kind> {
        let meant = |row: &&Kind| wanted.1.is_none() && row.0 == wanted.0;
        let found = self.rows.iter().find(|row| **row == wanted);
        found.or_else(|| self.rows.iter().find(meant)).copied()
    }

    /// The measures of a family that one of them reports a total of.
    pub fn of_family(&self, family: Family) -> impl Iterator<Item = Kind> + '_ {
        self.rows.iter().copied().filter(move |(measure, _)| measure.family() == family)
    }

    /// What each operation reports in a measure; `None` where it reports nothing.
    pub fn line(&self, kind: Kind) -> impl Iterator<Item = (&Digest, Option<&Total>)> {
        self.operations.iter().map(move |digest| (digest.as_ref(), digest.total(kind)))
    }

    /// What each operation's total comes to at a rate.
    pub fn rated(&self, kind: Kind, rate: Rate) -> impl Iterator<Item = (&Digest, Rated)> {
        self.line(kind).map(move |(digest, total)| (digest, rate.of(digest, total)))
    }

    /// What the total of one operation, by its place, comes to at a rate.
    #[must_use]
    pub fn at(&self, place: usize, kind: Kind, rate: Rate) -> Rated {
        let digest = self.operations.get(place);
        digest.map_or(Rated::NotReported, |digest| rate.of(digest, digest.total(kind)))
    }

    /// The measures that might be taken for a measure, itself among them.
    pub fn kin(&self, kind: Kind) -> impl Iterator<Item = Kind> + '_ {
        self.rows.iter().copied().filter(move |other| is_kin(kind, *other))
    }

    /// What an operation reports of like people in another measure, where it reports nothing in
    /// this one. It may be named beside the gap, and never fills it.
    #[must_use]
    pub fn instead(digest: &Digest, kind: Kind) -> Vec<Lead> {
        if digest.total(kind).is_some() {
            return Vec::new();
        }
        let kin = digest.totals().iter().filter(|total| is_kin(kind, total.kind()));
        kin.map(|total| total.lead).collect()
    }

    /// The words before the numbers of a measure, where they are not the same for all.
    #[must_use]
    pub fn unlike_qualifiers(&self, kind: Kind) -> Vec<Qualifier> {
        let amounts = self.line(kind).filter_map(|(_, total)| Some(total?.lead.amount));
        let numbers = amounts.filter(|amount| *amount != Amount::Some);
        let mut qualifiers: Vec<Qualifier> = numbers.map(Amount::qualifier).collect();
        qualifiers.sort_unstable();
        qualifiers.dedup();
        if qualifiers.len() > 1 { qualifiers } else { Vec::new() }
    }
}

/// Whether two measures are of like people and might be taken for each other: rescued, safeguarded
/// and identified, but never victims for migrants, and no arrest for anything else.
fn is_kin((measure, who): Kind, (other, whom): Kind) -> bool {
    let group = |measure: Measure| match measure.family() {
        Family::Identified => Family::Rescues,
        family => family,
    };
    let alike = who.zip(whom).is_some_and(|(who, whom)| who.is_migrants() == whom.is_migrants());
    alike && group(measure) == group(other)
}
