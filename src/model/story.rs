//! The story: an operation told in steps, one thing a step.
//!
//! Knows which steps there are and in which order. A step refers to figures and places by name
//! and holds no number, so that it can never say one that the operation does not hold. Must not
//! know how a step looks.

mod build;
pub mod maps;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use self::maps::View;
use super::figure::Figure;
use super::measure::Family;
use super::operation::Operation;
use super::place::{Place, Row};
use super::query::{Column, Sort};
use super::text::SafeText;

/// How many totals find room beside each other in large digits.
const HEADLINES: usize = 3;

/// A figure by its name, or, where it has none, a total by its place among the totals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// The id of a figure.
    Id(SafeText),
    /// The place of a total that has no id.
    Total(usize),
}

impl Named {
    /// The figure, with the place it is reported of; `None` for the operation as a whole.
    #[must_use]
    pub fn of<'a>(&self, operation: &'a Operation) -> Option<(Option<&'a Place>, &'a Figure)> {
        match self {
            Self::Id(id) => operation.figure(id),
            Self::Total(place) => operation.totals.get(*place).map(|total| (None, total)),
        }
    }
}

/// What a step of a story in a file shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// The operation: who, when, how sure. The first step of every story.
    Title,
    /// One figure alone; name it in `figure`.
    Figure,
    /// The parts of a total with their shares; name the total in `figure`.
    Split,
    /// Arrests versus rescues of the whole operation.
    Versus,
    /// Several figures, one below the other; name them in `figures`.
    Figures,
    /// How many countries are named, and what part of the totals that is.
    Coverage,
    /// The map of the world, or of a `part` of it.
    Map,
    /// One place; name it in `countries` or `region`, as its actions do.
    Place,
    /// The places that have no step of their own.
    Others,
    /// From where to where.
    Routes,
    /// What the sources do not say.
    Unsaid,
    /// Where sources differ.
    Differences,
    /// The notes of the operation.
    Notes,
    /// What all of it rests on.
    Sources,
}

/// What a step is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The operation: who, when, how sure.
    Title,
    /// One figure alone.
    Figure(Named),
    /// The parts of a total that are told apart, with their shares.
    Split(Named),
    /// Arrests versus rescues of the whole operation.
    Versus,
    /// Several figures, one below the other.
    Figures(Vec<Named>),
    /// How many countries are named, and what part of the totals that is.
    Coverage,
    /// Countries on a map.
    Map(View),
    /// One place: what happened, and its figures.
    Place(Place),
    /// The places that have no step of their own.
    Others,
    /// From where to where.
    Routes,
    /// What the sources do not say.
    Unsaid,
    /// Where sources differ.
    Differences,
    /// What has to be known of the operation as a whole.
    Notes,
    /// What all of it rests on.
    Sources,
}

/// One step of a story.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What it is about.
    pub subject: Subject,
    /// A title of its own, instead of the usual one.
    pub title: Option<SafeText>,
    /// What the speaker wants to be reminded of.
    pub notes: Vec<SafeText>,
}

impl From<Subject> for Step {
    fn from(subject: Subject) -> Self {
        Self { subject, title: None, notes: Vec::new() }
    }
}

/// An operation told in steps; there is always at least one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Story {
    steps: Vec<Step>,
    /// The rows without a step of their own, the strongest first.
    others: Vec<usize>,
}

impl Story {
    /// The story of an operation: the one that its file tells, or one that is made of it.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        let order = strongest_first().order(operation);
        let told = operation.story.as_slice();
        let steps = if told.is_empty() { build::steps(operation, &order) } else { told.to_vec() };
        let told: HashSet<&Place> = steps.iter().filter_map(Step::place).collect();
        let row = |index: &usize| operation.rows.get(*index);
        let untold = |index: &usize| row(index).is_some_and(|row| !told.contains(&row.place));
        let others = order.into_iter().filter(untold).collect();
        Self { steps, others }
    }

    /// Its steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The rows that have no step of their own, the strongest first.
    #[must_use]
    pub fn others<'a>(
        &'a self,
        operation: &'a Operation,
    ) -> impl ExactSizeIterator<Item = &'a Row> {
        // Every index is one of this operation's rows; another operation has another story.
        let rows: Vec<&Row> =
            self.others.iter().filter_map(|index| operation.rows.get(*index)).collect();
        rows.into_iter()
    }
}

impl Step {
    /// The place that it is about, if it is about one.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        match &self.subject {
            Subject::Place(place) => Some(place),
            _ => None,
        }
    }
}

/// The totals of arrests, then those of rescues, that a bar may show.
pub fn versus(operation: &Operation) -> impl Iterator<Item = &Figure> {
    [Family::Arrests, Family::Rescues].into_iter().flat_map(move |family| {
        let shown = move |figure: &&Figure| figure.family() == family && figure.counts();
        operation.totals.iter().filter(shown).filter(|figure| figure.amount.value().is_some())
    })
}

/// The order in which places are told: by arrests, then people rescued, identified, moved.
fn strongest_first() -> Sort {
    let mut sort = Sort::default();
    for family in [Family::Moved, Family::Identified, Family::Rescues, Family::Arrests] {
        sort.by(Column::Family(family));
    }
    sort
}

/// The headline totals, with their places among the totals: people counted for the whole
/// operation, standing for themselves; what a room is told first.
pub fn headlines(operation: &Operation) -> impl Iterator<Item = (usize, &Figure)> {
    let people =
        |(_, figure): &(usize, &Figure)| figure.who.is_some() && figure.part_of().is_none();
    operation.totals.iter().enumerate().filter(people).take(HEADLINES)
}
