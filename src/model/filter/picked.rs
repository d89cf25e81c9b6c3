//! What the places come to that were picked: how many, and sums that stay honest.
//!
//! Knows which figures may be added. Must not know why a place was picked.

use crate::model::cell::Lead;
use crate::model::figure::Figure;
use crate::model::gather;
use crate::model::operation::{Action, Operation};
use crate::model::place::Row;
use crate::model::stats::names_countries;
use crate::model::sum::Sum;
use crate::model::tally::Tallies;

/// From so many actions on they are looked through in their order.
const MANY: usize = 50_000;

/// Places of an operation that were picked from all of them.
#[derive(Clone, Debug, Default)]
pub struct Picked {
    /// How many there are.
    pub count: usize,
    /// How many countries they name.
    pub named: usize,
    /// The figures of those that name countries.
    tallies: Tallies,
}

impl Picked {
    /// What some rows of an operation come to, by their indices.
    #[must_use]
    pub fn of(operation: &Operation, rows: &[usize]) -> Self {
        let tallies = tallies(operation, rows, MANY);
        let rows = || rows.iter().filter_map(|index| operation.rows.get(*index));
        Self { count: rows().count(), named: gather::named(rows()), tallies }
    }

    /// The sum of their figures that have the measure of a total.
    #[must_use]
    pub fn sum(&self, total: &Figure) -> Sum {
        self.tallies.sum(total)
    }
}

/// The tallies of those rows that name countries: row by row, or, where that would be to jump about
/// among very many actions, in the order in which they lie in memory.
fn tallies(operation: &Operation, rows: &[usize], many: usize) -> Tallies {
    let row = |index: &usize| operation.rows.get(*index);
    let is_named = |index: &usize| row(index).is_some_and(|row| names_countries(&row.place));
    let named = || rows.iter().filter(|index| is_named(index));
    if named().filter_map(row).map(Row::count).sum::<usize>() < many {
        return Tallies::of(named().filter_map(row).flat_map(|row| operation.figures_of(row)));
    }
    let mut is_asked = vec![false; operation.rows.len()];
    for index in named() {
        if let Some(asked) = is_asked.get_mut(*index) {
            *asked = true;
        }
    }
    let asked = |action: &&Action| is_asked.get(action.row).is_some_and(|asked| *asked);
    Tallies::of(operation.actions.iter().filter(asked).flat_map(|action| &action.figures))
}

/// What places report in one measure.
#[derive(Clone, Debug)]
pub struct Reported {
    /// What is counted, and what has to be said of all of it together.
    pub lead: Lead,
    /// The sum.
    pub sum: Sum,
    /// How many of the places report in this measure.
    pub places: usize,
}

impl Reported {
    /// What some rows report, each measure by itself. Only rows that name countries are summed:
    /// the countries of a region may be among them.
    #[must_use]
    pub fn of(operation: &Operation, rows: &[usize]) -> Vec<Self> {
        let rows = || {
            let rows = rows.iter().filter_map(|index| operation.rows.get(*index));
            rows.filter(|row| names_countries(&row.place))
        };
        let reports = |row: &&Row, lead: &Lead| {
            let alike = |figure: &Figure| figure.kind() == (lead.measure, lead.who);
            operation.figures_of(row).any(|figure| figure.counts() && alike(figure))
        };
        let tallies = Tallies::of(rows().flat_map(|row| operation.figures_of(row)));
        let told = |(lead, sum)| {
            let places = rows().filter(|row| reports(row, &lead)).count();
            Self { lead, sum, places }
        };
        tallies.sums().into_iter().map(told).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    #[test]
    fn a_sum_is_the_same_in_whatever_order_its_figures_are_met() {
        let operation = data::bundled().unwrap();
        let all = operation.rows.len();
        for rows in [(0..all).collect::<Vec<usize>>(), (0..all).step_by(2).collect(), Vec::new()] {
            let by_row = tallies(&operation, &rows, usize::MAX).sums();
            let by_action = tallies(&operation, &rows, 0).sums();
            let told = |sums: &[(Lead, Sum)]| {
                sums.iter().map(|(lead, sum)| (lead.measure, lead.who, *sum)).collect::<Vec<_>>()
            };
            assert_eq!(told(&by_row), told(&by_action));
            assert_eq!(by_row.is_empty(), rows.is_empty());
        }
    }
}
