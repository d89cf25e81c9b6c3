//! An operation: who ran it and when, its totals, its actions country by country, its sources.
//!
//! Knows how these hang together. Must not know where they were read from or how they look.

use serde::{Deserialize, Serialize};

use super::cell::{Cell, Lead};
use super::date::{self, Date};
use super::few::Few;
use super::figure::{Citation, Citations, Figure};
use super::measure::{Family, Measure};
use super::offence::Offences;
use super::place::{self, Place, Route, Row};
use super::source::{Conflict, Source};
use super::stats::Coverage;
use super::story::Step;
use super::tally;
use super::text::SafeText;

/// How far a result is settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    /// Where, as an index into the rows.
    pub row: usize,
    /// What happened, in the project's own words.
    pub summary: SafeText,
    /// What it was about.
    pub offences: Offences,
    /// Whether routes tell of it.
    pub(crate) has_routes: bool,
    /// Its figures.
    pub figures: Few<Figure>,
    /// Where it was read; the strongest first.
    pub citations: Citations,
    /// What has to be known beside it.
    pub note: Option<Box<SafeText>>,
}

impl Action {
    /// The citation it rests on: that of its first figure, or its own where it has none.
    #[must_use]
    pub fn leading(&self) -> Option<&Citation> {
        let figure = self.figures.first().and_then(|figure| figure.citations.first());
        figure.or_else(|| self.citations.first())
    }
}

/// Where a figure stands in its operation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum At {
    /// Among the totals.
    Total(usize),
    /// Among the figures of an action: the action, the figure.
    Action(usize, usize),
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
    /// The places, in the order in which the file names them.
    pub rows: Vec<Row>,
    /// What was read.
    pub sources: Vec<Source>,
    /// Where sources differ.
    pub conflicts: Vec<Conflict>,
    /// From where to where.
    pub routes: Vec<Route>,
    /// What has to be known of the operation as a whole.
    pub notes: Vec<SafeText>,
    /// The story as the file tells it; empty if it tells none.
    pub story: Vec<Step>,
    /// How many texts of the file had something replaced that could have done harm.
    pub replaced: usize,
    /// What follows from all of these.
    pub(crate) gathered: Gathered,
}

/// What follows from an operation's actions and totals, computed once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered {
    /// The actions by row, as indices; a row knows which of them are its own.
    pub(crate) by_row: Vec<usize>,
    /// What the totals show in the columns of which something is reported.
    pub(crate) whole: Box<[(Family, Cell)]>,
    /// How much of each total is named, for the totals that stand for themselves.
    pub(crate) coverage: Vec<Option<Coverage>>,
    /// How many countries are named, alone or with others.
    pub(crate) named: usize,
}

impl Operation {
    /// An operation of which nothing is known yet but what it is called.
    pub(crate) fn unread(name: SafeText) -> Self {
        Self {
            id: SafeText::default(),
            name,
            organiser: SafeText::default(),
            start: None,
            end: None,
            status: Status::Published,
            hubs: Vec::new(),
            totals: Vec::new(),
            actions: Vec::new(),
            rows: Vec::new(),
            sources: Vec::new(),
            conflicts: Vec::new(),
            routes: Vec::new(),
            notes: Vec::new(),
            story: Vec::new(),
            replaced: 0,
            gathered: Gathered::default(),
        }
    }

    /// The name without the word that all of them begin with.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let name = self.name.as_str();
        name.strip_prefix("Operation ").unwrap_or(name)
    }

    /// The short name, and that the results are preliminary where they are.
    #[must_use]
    pub fn qualified_name(&self) -> String {
        match self.status {
            Status::Preliminary => format!("{} (preliminary)", self.short_name()),
            Status::Published => self.short_name().to_owned(),
        }
    }

    /// When it took place, if that is known.
    #[must_use]
    pub fn dates(&self) -> Option<String> {
        date::span(self.start, self.end)
    }

    /// The total of a measure that stands for itself.
    #[must_use]
    pub fn total(&self, measure: Measure) -> Option<&Figure> {
        self.totals.iter().find(|f| f.measure == measure && f.part_of().is_none())
    }

    /// The figures among `figures` that are part of `whole`.
    pub fn parts_of<'a>(
        figures: &'a [Figure],
        whole: &'a Figure,
    ) -> impl Iterator<Item = &'a Figure> {
        figures.iter().filter(|f| f.part_of().is_some() && f.part_of() == whole.id.as_deref())
    }

    /// The figures reported of a row's place, in order.
    pub fn figures_of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Figure> {
        self.actions_of(row).flat_map(|action| &action.figures)
    }

    /// The figures that a lead of a row's place holds, in order: those that were added up to it.
    #[must_use]
    pub fn behind<'a>(&'a self, row: &'a Row, lead: &Lead) -> Vec<&'a Figure> {
        tally::behind(lead, self.figures_of(row))
    }

    /// The actions in a row's place, in order.
    pub fn actions_of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Action> {
        let own = self.gathered.by_row.get(row.actions.clone()).unwrap_or_default();
        own.iter().filter_map(|index| self.actions.get(*index))
    }

    /// The routes that an action tells of.
    pub fn routes_of<'a>(&'a self, action: &'a Action) -> impl Iterator<Item = &'a Route> {
        let routes = if action.has_routes { self.routes.as_slice() } else { &[] };
        let tells =
            |route: &&Route| self.actions.get(route.action).is_some_and(|one| one.id == action.id);
        routes.iter().filter(tells)
    }

    /// The place of an action.
    #[must_use]
    pub fn place(&self, action: &Action) -> Option<&Place> {
        self.rows.get(action.row).map(|row| &row.place)
    }

    /// What the totals show for a family.
    #[must_use]
    pub fn whole(&self, family: Family) -> Cell {
        place::find(&self.gathered.whole, family)
    }

    /// How much of a total is named; `None` for a figure that is no total standing for itself.
    #[must_use]
    pub fn coverage(&self, total: &Figure) -> Option<&Coverage> {
        let index = self.totals.iter().position(|one| std::ptr::eq(one, total))?;
        self.gathered.coverage.get(index)?.as_ref()
    }

    /// The sources cited for a row and in conflicts about its figures, as indices; some more than
    /// once.
    #[must_use]
    pub fn cited_by(&self, row: &Row) -> Vec<usize> {
        self.cited_in(self.actions_of(row))
    }

    /// The sources cited for actions and in conflicts about their figures, as indices; some more
    /// than once.
    pub fn cited_in<'a>(&self, actions: impl Iterator<Item = &'a Action>) -> Vec<usize> {
        let mut cited = Vec::new();
        for action in actions {
            cited.extend(action.citations.iter().map(Citation::source));
            cited.extend(action.figures.iter().flat_map(|figure| self.cited_for(figure)));
        }
        cited
    }

    /// The sources cited for a total, its parts and its conflict, as indices.
    #[must_use]
    pub fn cited_by_total(&self, total: &Figure) -> Vec<usize> {
        let parts = Self::parts_of(&self.totals, total);
        std::iter::once(total).chain(parts).flat_map(|figure| self.cited_for(figure)).collect()
    }

    fn cited_for(&self, figure: &Figure) -> Vec<usize> {
        let cited = figure.citations.iter().map(Citation::source);
        let others = self.conflict(figure).into_iter().flat_map(|conflict| &conflict.others);
        cited.chain(others.map(|other| other.source)).collect()
    }

    /// How many countries are named, alone or with others.
    #[must_use]
    pub const fn countries_named(&self) -> usize {
        self.gathered.named
    }

    /// The figure with an id and the place it is reported of; `None` for the operation.
    #[must_use]
    pub fn figure(&self, id: &SafeText) -> Option<(Option<&Place>, &Figure)> {
        self.figures().find(|(_, figure)| figure.id.as_deref() == Some(id))
    }

    /// The first figures that cite a source, each with the place it is reported of; `None` for
    /// the operation as a whole. [`Source::supports`] says how many there are.
    pub fn supported_by(&self, source: usize) -> impl Iterator<Item = (Option<&Place>, &Figure)> {
        let supported = self.sources.get(source).map_or(&[][..], |source| &source.supported);
        supported.iter().filter_map(|at| self.figure_at(*at))
    }

    /// The figure that stands somewhere, with the place it is reported of.
    #[must_use]
    pub fn figure_at(&self, at: At) -> Option<(Option<&Place>, &Figure)> {
        match at {
            At::Total(index) => Some((None, self.totals.get(index)?)),
            At::Action(action, figure) => {
                let action = self.actions.get(action)?;
                Some((self.place(action), action.figures.get(figure)?))
            }
        }
    }

    /// Every figure, each with the place it is reported of; `None` for the operation as a whole.
    pub fn figures(&self) -> impl Iterator<Item = (Option<&Place>, &Figure)> {
        let totals = self.totals.iter().map(|figure| (None, figure));
        let actions = self
            .actions
            .iter()
            .flat_map(|action| action.figures.iter().map(|figure| (self.place(action), figure)));
        totals.chain(actions)
    }

    /// The conflict about a figure, if sources differ on it.
    #[must_use]
    pub fn conflict(&self, figure: &Figure) -> Option<&Conflict> {
        let id = figure.id.as_deref()?;
        self.conflicts.iter().find(|conflict| conflict.figure == *id)
    }
}
