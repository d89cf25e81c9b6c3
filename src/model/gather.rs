//! What follows from an operation: marks, support, rows, cells, coverage. Computed once, when it
//! is loaded, in one pass over its figures, however many there are: `mark`, then `sums`, which only
//! looks, then `keep`.
//!
//! Knows operations. Must not know who asks.

use std::collections::HashSet;

use super::cell::Cell;
use super::figure::{Apart, Figure, Marks};
use super::measure::{Family, Measure};
use super::operation::{At, Gathered, Operation};
use super::place::{Place, Row};
use super::share::Share;
use super::source::{ConflictKind, LISTED, Source, Strength};
use super::stats::{Coverage, names_countries};
use super::sum::Sum;
use super::tally::Tallies;
use super::text::SafeText;
use super::who::Who;

/// What one pass over the figures of an operation came to.
pub(crate) struct Sums {
    gathered: Gathered,
    /// The cells of each row.
    cells: Vec<Box<[(Family, Cell)]>>,
    /// For each source, how many figures cite it, and the first of them.
    support: Vec<(usize, Vec<At>)>,
}

impl Operation {
    /// What its figures come to, once they are marked.
    pub(crate) fn sums(&self) -> Sums {
        let mut support = vec![(0, Vec::new()); self.sources.len()];
        let mut pass = Pass::new(&self.rows);
        for (index, total) in self.totals.iter().enumerate() {
            supports(&mut support, total, At::Total(index));
        }
        for (index, action) in self.actions.iter().enumerate() {
            for (place, figure) in action.figures.iter().enumerate() {
                let at = At::Action(index, place);
                supports(&mut support, figure, at);
                pass.figure(action.row, figure, at);
            }
        }
        let coverage = |total: &Figure| pass.coverage(total);
        let gathered = Gathered {
            whole: Tallies::of(&self.totals).cells(),
            coverage: self.totals.iter().map(coverage).collect(),
            by_row: Vec::new(),
            named: named(self.rows.iter()),
        };
        Sums { gathered, cells: pass.rows.iter().map(Tallies::cells).collect(), support }
    }

    /// Keeps what its figures come to.
    pub(crate) fn keep(&mut self, sums: Sums) {
        self.gathered = sums.gathered;
        for (row, cells) in self.rows.iter_mut().zip(sums.cells) {
            row.cells = cells;
        }
        for (source, support) in self.sources.iter_mut().zip(sums.support) {
            (source.supports, source.supported) = support;
        }
        self.order_by_row();
    }

    /// Puts the actions of each row beside each other, in the order of the file.
    fn order_by_row(&mut self) {
        let mut ends = vec![0; self.rows.len()];
        for action in &self.actions {
            if let Some(count) = ends.get_mut(action.row) {
                *count += 1;
            }
        }
        let mut start = 0;
        for (row, count) in self.rows.iter_mut().zip(&mut ends) {
            row.actions = start..start + *count;
            start = row.actions.end;
            // From here on: where the next action of the row goes.
            *count = row.actions.start;
        }
        let mut by_row = vec![0; start];
        for (index, action) in self.actions.iter().enumerate() {
            let Some(next) = ends.get_mut(action.row) else { continue };
            if let Some(slot) = by_row.get_mut(*next) {
                *slot = index;
            }
            *next += 1;
        }
        self.gathered.by_row = by_row;
    }

    /// Sets the marks of every figure.
    pub(crate) fn mark(&mut self) {
        let differ = |kind: ConflictKind| kind == ConflictKind::Disagreement;
        let disputed: HashSet<&SafeText> = self
            .conflicts
            .iter()
            .filter(|conflict| conflict.others.iter().any(|other| differ(other.kind)))
            .map(|conflict| &conflict.figure)
            .collect();
        let sources = &self.sources;
        let figures = self.actions.iter_mut().flat_map(|action| &mut action.figures);
        for figure in self.totals.iter_mut().chain(figures) {
            let in_dispute = |id: &SafeText| !disputed.is_empty() && disputed.contains(id);
            figure.marks = Marks {
                doubt: matches!(figure.apart(), Some((Apart::Doubt, _))),
                disputed: figure.id.as_deref().is_some_and(in_dispute),
                weak: is_weak(sources, figure),
            };
        }
    }
}

/// Whether a figure rests on one weak source.
fn is_weak(sources: &[Source], figure: &Figure) -> bool {
    let weak = |source: &Source| source.strength == Strength::Aggregator;
    match &*figure.citations {
        [only] => sources.get(only.source()).is_some_and(weak),
        _ => false,
    }
}

/// Counts a figure for every source that it cites.
fn supports(support: &mut [(usize, Vec<At>)], figure: &Figure, at: At) {
    let mut last = None;
    for citation in &figure.citations {
        // A figure that cites a source twice is one figure.
        if last.replace(citation.source()) == Some(citation.source()) {
            continue;
        }
        let Some((count, first)) = support.get_mut(citation.source()) else { continue };
        *count += 1;
        if first.len() < LISTED {
            first.push(at);
        }
    }
}

/// How many countries rows name, alone or with others.
pub(super) fn named<'a>(rows: impl Iterator<Item = &'a Row>) -> usize {
    let mut named = Vec::new();
    for row in rows {
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

/// One pass over the figures of all actions.
struct Pass<'a> {
    /// Of each row.
    rows: Vec<Tallies>,
    /// Of all rows that name countries.
    all: Tallies,
    /// For each row, whether it names countries.
    names: Vec<bool>,
    /// What was told of a case: in a row, or in all of them.
    cases: HashSet<(Option<usize>, Measure, Option<Who>, &'a SafeText)>,
    /// The figures that stand for themselves, by what they count.
    kinds: Vec<Counted>,
}

/// Figures of one kind that may, or may not, be in the sum over the places.
struct Counted {
    measure: Measure,
    who: Option<Who>,
    /// Whether they are in the sum of their measure.
    summed: bool,
    /// The first of them, each with its row.
    first: Vec<(usize, At)>,
    count: usize,
}

/// How many of the figures beside a sum are listed.
const BESIDE: usize = 100;

impl<'a> Pass<'a> {
    fn new(rows: &[Row]) -> Self {
        Self {
            rows: vec![Tallies::default(); rows.len()],
            all: Tallies::default(),
            names: rows.iter().map(|row| names_countries(&row.place)).collect(),
            cases: HashSet::new(),
            kinds: Vec::new(),
        }
    }

    fn figure(&mut self, row: usize, figure: &'a Figure, at: At) {
        let named = self.names.get(row).copied().unwrap_or_default();
        let (mut again_here, mut again) = (false, false);
        if let Some(case) = figure.same_case() {
            let (measure, who) = figure.kind();
            again_here = !self.cases.insert((Some(row), measure, who, case));
            again = named && !self.cases.insert((None, measure, who, case));
        }
        if let Some(tallies) = self.rows.get_mut(row) {
            tallies.add(figure, again_here);
        }
        if named {
            self.all.add(figure, again);
        }
        if figure.part_of().is_none() {
            self.kind(figure, named && figure.apart().is_none(), (row, at));
        }
    }

    fn kind(&mut self, figure: &Figure, summed: bool, at: (usize, At)) {
        let (measure, who) = figure.kind();
        let alike =
            |kind: &&mut Counted| (kind.measure, kind.who, kind.summed) == (measure, who, summed);
        if let Some(kind) = self.kinds.iter_mut().find(alike) {
            kind.count += 1;
            if kind.first.len() < BESIDE {
                kind.first.push(at);
            }
        } else {
            self.kinds.push(Counted { measure, who, summed, first: vec![at], count: 1 });
        }
    }

    /// How much of a total the places make up.
    fn coverage(&self, total: &Figure) -> Option<Coverage> {
        if total.part_of().is_some() || total.family() == Family::Attributes {
            return None;
        }
        let amount = |(row, tallies): (usize, &Tallies)| match tallies.sum(total) {
            Sum::Amount(amount) => Some((row, amount)),
            Sum::NotReported | Sum::None => None,
        };
        let named = |(row, _): &(usize, &Tallies)| self.names.get(*row).is_some_and(|named| *named);
        let beside: Vec<&Counted> = self
            .kinds
            .iter()
            .filter(|kind| kind.measure.family() == total.family() || same_people(kind, total))
            .filter(|kind| !kind.summed || (kind.measure, kind.who) != total.kind())
            .collect();
        let mut first: Vec<(bool, usize, At)> = Vec::new();
        for kind in &beside {
            let other = kind.measure.family() != total.family();
            first.extend(kind.first.iter().map(|(row, at)| (other, *row, *at)));
        }
        first.sort_unstable();
        first.truncate(BESIDE);
        let sum = self.all.sum(total);
        Some(Coverage {
            sum,
            places: self.rows.iter().enumerate().filter(named).filter_map(amount).collect(),
            beside: first.into_iter().map(|(.., at)| at).collect(),
            besides: beside.iter().map(|kind| kind.count).sum(),
            share: match sum {
                Sum::Amount(sum) => Share::of(sum, total.amount),
                Sum::NotReported | Sum::None => None,
            },
        })
    }
}

/// Whether the victims or migrants of a total were rescued or identified otherwise: who looks for
/// the one has to be told of the other.
fn same_people(kind: &Counted, total: &Figure) -> bool {
    let family =
        |measure: Measure| matches!(measure.family(), Family::Rescues | Family::Identified);
    let named = !matches!(kind.who, None | Some(Who::Suspects | Who::People));
    named && kind.who == total.who && family(kind.measure) && family(total.measure)
}
