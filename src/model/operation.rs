//! An operation: who ran it and when, its totals, its actions country by country, its sources.
//!
//! Knows how these hang together. Must not know where they were read from or how they look.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::country::Country;
use super::date::{self, Date};
use super::figure::{Apart, Citation, Figure, Marks};
use super::measure::{Family, Measure};
use super::offence::Offence;
use super::place::{Place, Route, Row};
use super::source::{Conflict, ConflictKind, Source, Strength};
use super::text::SafeText;

/// How far a result is settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The organiser calls the results preliminary.
    Preliminary,
    /// Nothing says that the results are preliminary.
    Published,
}

/// What was done in one place: one case, however many sources tell of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// The name by which routes refer to it.
    pub id: SafeText,
    /// Where.
    pub place: Place,
    /// What happened, in the project's own words.
    pub summary: SafeText,
    /// What it was about.
    pub offences: Vec<Offence>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Where it was read; the strongest first.
    pub citations: Vec<Citation>,
    /// What has to be known beside it.
    pub note: Option<SafeText>,
}

/// An operation with all that is reported of it.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The name used on the command line and between files.
    pub id: SafeText,
    /// The name shown.
    pub name: SafeText,
    /// Who ran it.
    pub organiser: SafeText,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Whether the results are preliminary.
    pub status: Status,
    /// Where coordination units sat.
    pub hubs: Vec<SafeText>,
    /// The operation's own totals.
    pub totals: Vec<Figure>,
    /// What was done, place by place.
    pub actions: Vec<Action>,
    /// The actions gathered by place, in the order of the file.
    pub rows: Vec<Row>,
    /// What was read.
    pub sources: Vec<Source>,
    /// Where sources differ.
    pub conflicts: Vec<Conflict>,
    /// From where to where.
    pub routes: Vec<Route>,
    /// What has to be known of the operation as a whole.
    pub notes: Vec<SafeText>,
}

impl Operation {
    /// When it took place, if that is known.
    #[must_use]
    pub fn dates(&self) -> Option<String> {
        date::span(self.start, self.end)
    }

    /// The total of a measure that stands for itself.
    #[must_use]
    pub fn total(&self, measure: Measure) -> Option<&Figure> {
        self.totals.iter().find(|f| f.measure == measure && f.part_of.is_none())
    }

    /// The figures among `figures` that are part of `whole`.
    pub fn parts_of<'a>(
        figures: &'a [Figure],
        whole: &'a Figure,
    ) -> impl Iterator<Item = &'a Figure> {
        figures.iter().filter(|f| f.part_of.is_some() && f.part_of == whole.id)
    }

    /// The figures reported of a row's place, in order.
    pub fn figures_of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Figure> {
        self.actions_of(row).flat_map(|action| &action.figures)
    }

    /// The actions in a row's place, in order.
    pub fn actions_of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Action> {
        row.actions.iter().filter_map(|index| self.actions.get(*index))
    }

    /// The sources cited for a row and in conflicts about its figures, as indices; some more than
    /// once.
    #[must_use]
    pub fn cited_by(&self, row: &Row) -> Vec<usize> {
        let actions = self.actions_of(row).flat_map(|action| &action.citations);
        let actions = actions.map(|citation| citation.source);
        actions.chain(self.figures_of(row).flat_map(|figure| self.cited_for(figure))).collect()
    }

    /// The sources cited for a total, its parts and its conflict, as indices.
    #[must_use]
    pub fn cited_by_total(&self, total: &Figure) -> Vec<usize> {
        let parts = Self::parts_of(&self.totals, total);
        std::iter::once(total).chain(parts).flat_map(|figure| self.cited_for(figure)).collect()
    }

    fn cited_for(&self, figure: &Figure) -> Vec<usize> {
        let cited = figure.citations.iter().map(|citation| citation.source);
        let others = self.conflict(figure).into_iter().flat_map(|conflict| &conflict.others);
        cited.chain(others.map(|other| other.source)).collect()
    }

    /// How many countries are named, alone or with others.
    #[must_use]
    pub fn countries_named(&self) -> usize {
        let mut named: Vec<Country> = Vec::new();
        for row in &self.rows {
            match &row.place {
                Place::Country(one) => named.push(*one),
                Place::Several(several) => named.extend(several),
                Place::Region(_) => {}
            }
        }
        named.sort_unstable();
        named.dedup();
        named.len()
    }

    /// The figure with an id and the place it is reported of; `None` for the operation.
    #[must_use]
    pub fn figure(&self, id: &SafeText) -> Option<(Option<&Place>, &Figure)> {
        self.figures().find(|(_, figure)| figure.id.as_ref() == Some(id))
    }

    /// The figures that cite a source, each with the place it is reported of; `None` for the
    /// operation as a whole.
    pub fn supported_by(&self, source: usize) -> impl Iterator<Item = (Option<&Place>, &Figure)> {
        self.figures()
            .filter(move |(_, figure)| figure.citations.iter().any(|c| c.source == source))
    }

    /// Every figure, each with the place it is reported of; `None` for the operation as a whole.
    pub fn figures(&self) -> impl Iterator<Item = (Option<&Place>, &Figure)> {
        let totals = self.totals.iter().map(|figure| (None, figure));
        let actions = self
            .actions
            .iter()
            .flat_map(|action| action.figures.iter().map(|figure| (Some(&action.place), figure)));
        totals.chain(actions)
    }

    /// The conflict about a figure, if sources differ on it.
    #[must_use]
    pub fn conflict(&self, figure: &Figure) -> Option<&Conflict> {
        let id = figure.id.as_ref()?;
        self.conflicts.iter().find(|conflict| conflict.figure == *id)
    }

    /// Gathers actions by place, in the order in which places first appear.
    pub(crate) fn gather(&mut self) {
        self.mark();
        self.count_support();
        let mut rows: Vec<Row> = Vec::new();
        for (index, action) in self.actions.iter().enumerate() {
            match rows.iter_mut().find(|row| row.place == action.place) {
                Some(row) => row.actions.push(index),
                None => rows.push(Row {
                    name: SafeText::cleaned(action.place.shown()),
                    place: action.place.clone(),
                    actions: vec![index],
                    cells: Default::default(),
                }),
            }
        }
        for row in &mut rows {
            let figures: Vec<&Figure> = self.figures_of(row).collect();
            let cells = Family::COLUMNS.map(|family| Cell::of(&figures, family));
            row.cells = cells;
        }
        self.rows = rows;
    }

    /// Counts for every source the figures that cite it.
    fn count_support(&mut self) {
        let figures = self.actions.iter().flat_map(|action| &action.figures);
        for figure in self.totals.iter().chain(figures) {
            for citation in &figure.citations {
                if let Some(source) = self.sources.get_mut(citation.source) {
                    source.supports += 1;
                }
            }
        }
    }

    /// Sets the marks of every figure.
    fn mark(&mut self) {
        let (sources, conflicts) = (&self.sources, &self.conflicts);
        let weak = |figure: &Figure| match figure.citations.as_slice() {
            [only] => sources.get(only.source).is_some_and(|s| s.strength == Strength::Aggregator),
            _ => false,
        };
        let disputed = |figure: &Figure| {
            let about = |conflict: &&Conflict| Some(&conflict.figure) == figure.id.as_ref();
            let others = conflicts.iter().filter(about).flat_map(|conflict| &conflict.others);
            others.map(|other| other.kind).any(|kind| kind == ConflictKind::Disagreement)
        };
        let figures = self.actions.iter_mut().flat_map(|action| &mut action.figures);
        for figure in self.totals.iter_mut().chain(figures) {
            let doubt = matches!(figure.apart, Some((Apart::Doubt, _)));
            figure.marks = Marks { doubt, disputed: disputed(figure), weak: weak(figure) };
        }
    }
}
