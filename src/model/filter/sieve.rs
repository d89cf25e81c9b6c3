//! Which places a filter picks.
//!
//! Knows how each test looks at a place. One pass over the actions, which can be given up, so
//! that it can be made elsewhere where there are very many.

use super::{Filter, Name, State, Term, Test};
use crate::model::cell::Lead;
use crate::model::figure::Figure;
use crate::model::fold::fold;
use crate::model::measure::Measure;
use crate::model::offence::Offences;
use crate::model::operation::{Action, Operation};
use crate::model::place::Row;
use crate::model::query;
use crate::model::tally::Tallies;

/// How many actions are looked at before it is asked whether anybody still waits.
const BETWEEN: usize = 4_096;

impl Filter {
    /// For each row of an operation, whether it is picked.
    #[must_use]
    pub fn keep(&self, operation: &Operation) -> Vec<bool> {
        self.keep_while(operation, &|| true).unwrap_or_default()
    }

    /// The same, as long as somebody waits for it; `None` if nobody does any more.
    pub fn keep_while(&self, operation: &Operation, waits: &dyn Fn() -> bool) -> Option<Vec<bool>> {
        let rows = &operation.rows;
        let mut open = vec![true; rows.len()];
        for term in &self.terms {
            narrow(term, operation, &mut open);
        }
        self.tell(operation, &mut open, waits)?;
        for term in &self.terms {
            for (row, open) in rows.iter().zip(&mut open).filter(|(_, open)| **open) {
                *open = by_measure(&term.test, operation, row).is_none_or(|is| is != term.negated);
            }
        }
        Some(open)
    }

    /// Looks through the actions for what is asked of figures: all that has to be so of one and
    /// the same figure, each that must not be so of none.
    fn tell(
        &self,
        operation: &Operation,
        open: &mut [bool],
        waits: &dyn Fn() -> bool,
    ) -> Option<()> {
        let of_figures = self.terms.iter().filter(|term| term.test.is_of_figures());
        let (wrong, right): (Vec<&Term>, Vec<&Term>) = of_figures.partition(|term| term.negated);
        if wrong.is_empty() && right.is_empty() {
            return Some(());
        }
        let mut told = vec![right.is_empty(); open.len()];
        for (index, action) in operation.actions.iter().enumerate() {
            if index % BETWEEN == 0 && !waits() {
                return None;
            }
            let (Some(open), Some(told)) = (open.get_mut(action.row), told.get_mut(action.row))
            else {
                continue;
            };
            let is_so = |terms: &[&Term]| holds_together(terms, operation, action);
            *open = *open && !wrong.iter().any(|term| is_so(&[term]));
            *told = *told || (*open && is_so(&right));
        }
        for (open, told) in open.iter_mut().zip(told) {
            *open = *open && told;
        }
        Some(())
    }
}

impl Test {
    /// Whether it is asked of figures and actions, each for itself.
    const fn is_of_figures(&self) -> bool {
        matches!(
            self,
            Self::Family(_)
                | Self::Measure(_)
                | Self::Offence(_)
                | Self::Strength(_)
                | Self::Qualifier(_)
        )
    }
}

/// Closes the rows of which a term does not hold that only looks at places and cells.
fn narrow(term: &Term, operation: &Operation, open: &mut [bool]) {
    let fits = match &term.test {
        Test::Text(text) => query::fits(operation, &fold(text.trim()), None),
        _ => Vec::new(),
    };
    for (index, (row, open)) in operation.rows.iter().zip(open).enumerate() {
        let fits = fits.get(index).is_some_and(Option::is_some);
        let is = match &term.test {
            Test::Text(_) => fits,
            Test::Country(countries) => {
                row.place.countries().iter().any(|one| countries.contains(one))
            }
            Test::Region(areas) => {
                row.place.countries().iter().any(|one| areas.iter().any(|area| area.holds(*one)))
            }
            _ => continue,
        };
        *open = *open && is != term.negated;
    }
}

/// Whether all of it holds of one figure of an action, or of the action itself.
fn holds_together(terms: &[&Term], operation: &Operation, action: &Action) -> bool {
    let holds = |figure: Option<&Figure>| {
        terms.iter().all(|term| holds(&term.test, operation, action, figure))
    };
    action.figures.iter().any(|figure| holds(Some(figure))) || holds(None)
}

/// Whether a test holds of a figure of an action, or of the action itself.
fn holds(test: &Test, operation: &Operation, action: &Action, figure: Option<&Figure>) -> bool {
    match test {
        Test::Family(families) => figure.is_some_and(|one| families.contains(&one.family())),
        Test::Measure(measures) => figure.is_some_and(|one| measures.contains(&one.measure)),
        Test::Qualifier(qualifiers) => figure.is_some_and(|one| {
            one.amount.value().is_some() && qualifiers.contains(&one.amount.qualifier())
        }),
        Test::Offence(offences) => {
            let limited = figure.map(Figure::offences).filter(|own| *own != Offences::default());
            limited.unwrap_or(action.offences).meets(offences.iter().copied().collect())
        }
        Test::Strength(strengths) => {
            let used = figure.map_or_else(|| action.leading(), |one| one.citations.first());
            let source = used.and_then(|cited| operation.sources.get(cited.source()));
            source.is_some_and(|source| strengths.contains(&source.strength))
        }
        _ => false,
    }
}

/// Whether a test of numbers holds of a row; `None` for any other test.
fn by_measure(test: &Test, operation: &Operation, row: &Row) -> Option<bool> {
    match test {
        Test::State(state, names) => {
            Some(names.iter().any(|name| state_of(*name, operation, row) == *state))
        }
        Test::Compare(name, comparison, number) => Some(
            leads(*name, operation, row)
                .iter()
                .any(|lead| lead.counted && comparison.holds(lead.amount, *number)),
        ),
        _ => None,
    }
}

/// How something is reported of a row, as its cell shows it.
fn state_of(name: Name, operation: &Operation, row: &Row) -> State {
    let leads = leads(name, operation, row);
    let has_number = |lead: &Lead| lead.amount.value().is_some();
    match leads.as_slice() {
        [] => State::Nothing,
        leads if leads.iter().any(has_number) => State::Number,
        _ => State::Some,
    }
}

/// What a row says of a name: what leads the cell of a column, or all there is of a measure.
fn leads(name: Name, operation: &Operation, row: &Row) -> Vec<Lead> {
    match name {
        Name::Family(family) => row.cell(family).lead.into_iter().collect(),
        Name::Measure(measure) => of_measure(measure, operation, row),
    }
}

fn of_measure(measure: Measure, operation: &Operation, row: &Row) -> Vec<Lead> {
    let mut leads = Tallies::of(operation.figures_of(row)).leads(measure.family());
    leads.retain(|lead| lead.measure == measure);
    leads
}
