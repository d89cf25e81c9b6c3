//! What the places come to that were picked: how many, and sums that stay honest.
//!
//! Knows which figures may be added. Must not know why a place was picked.

use crate::model::cell::Lead;
use crate::model::figure::Figure;
use crate::model::gather;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::stats::names_countries;
use crate::model::sum::Sum;
use crate::model::tally::Tallies;

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
        let rows = || rows.iter().filter_map(|index| operation.rows.get(*index));
        let named = rows().filter(|row: &&Row| names_countries(&row.place));
        Self {
            count: rows().count(),
            named: gather::named(rows()),
            tallies: Tallies::of(named.flat_map(|row| operation.figures_of(row))),
        }
    }

    /// The sum of their figures that have the measure of a total.
    #[must_use]
    pub fn sum(&self, total: &Figure) -> Sum {
        self.tallies.sum(total)
    }
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
