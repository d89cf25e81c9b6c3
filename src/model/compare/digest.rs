//! What a comparison asks of one operation, computed once: its totals and its countries.
//!
//! Knows one operation. Must not know what it is compared with.

use std::collections::HashSet;
use std::sync::Arc;

use super::Kind;
use crate::model::amount::{Amount, Qualifier};
use crate::model::cell::Lead;
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::figure::Figure;
use crate::model::measure::{Family, Measure};
use crate::model::operation::Operation;
use crate::model::place::Place;
use crate::model::tally::Tallies;

/// What an operation's totals come to in one measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Total {
    /// What is shown of it.
    pub lead: Lead,
    /// How many of the operation's totals it holds; from two on it is a sum.
    pub figures: usize,
}

impl Total {
    /// What it counts, of whom.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        (self.lead.measure, self.lead.who)
    }
}

/// An operation as comparisons see it.
#[derive(Clone, Debug)]
pub struct Digest {
    operation: Arc<Operation>,
    totals: Vec<Total>,
    /// Every country named, in no order, with what is reported of it alone.
    countries: Vec<(Country, Vec<Lead>)>,
}

impl Digest {
    /// Looks through an operation.
    #[must_use]
    pub fn of(operation: Arc<Operation>) -> Self {
        let total = |lead: Lead| {
            // A case that is told twice is counted once.
            let mut cases = HashSet::new();
            let figures = figures(&operation, (lead.measure, lead.who));
            let figures = figures.filter(|figure| figure.counts());
            let counted =
                figures.filter(|figure| figure.same_case().is_none_or(|case| cases.insert(case)));
            Total { lead, figures: if lead.counted { counted.count() } else { 1 } }
        };
        let totals = leads(&operation.totals).into_iter().map(total).collect();
        let countries = countries(&operation);
        Self { operation, totals, countries }
    }

    /// The operation itself.
    #[must_use]
    pub fn operation(&self) -> &Arc<Operation> {
        &self.operation
    }

    /// The name without the word that all of them begin with.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.operation.short_name()
    }

    /// The year in which it ended.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.operation.end.or(self.operation.start).map(Date::year)
    }

    /// How many days it took, where first and last day are known.
    #[must_use]
    pub fn days(&self) -> Option<u64> {
        self.operation.start?.days_to(self.operation.end?)
    }

    /// The days as an amount.
    #[must_use]
    pub fn days_amount(&self) -> Option<Amount> {
        self.days().map(|days| Amount::Number(Qualifier::Exact, days))
    }

    /// How many countries took part.
    #[must_use]
    pub fn countries_amount(&self) -> Option<Amount> {
        self.total((Measure::Countries, None)).map(|total| total.lead.amount)
    }

    /// What its totals come to, in the order of the closed list.
    #[must_use]
    pub fn totals(&self) -> &[Total] {
        &self.totals
    }

    /// What its totals come to in one measure.
    #[must_use]
    pub fn total(&self, kind: Kind) -> Option<&Total> {
        self.totals.iter().find(|total| total.kind() == kind)
    }

    /// The totals of a measure as they are reported, those among them that no sum holds too.
    pub fn figures(&self, kind: Kind) -> impl Iterator<Item = &Figure> {
        figures(&self.operation, kind)
    }

    /// Every country named, in no order, with what is reported of it alone.
    #[must_use]
    pub fn countries(&self) -> &[(Country, Vec<Lead>)] {
        &self.countries
    }
}

/// The totals of a measure that are no part of another.
fn figures(operation: &Operation, kind: Kind) -> impl Iterator<Item = &Figure> {
    let totals = operation.totals.iter();
    totals.filter(move |figure| figure.kind() == kind && figure.part_of().is_none())
}

/// What figures come to, each measure by itself.
fn leads<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Lead> {
    let tallies = Tallies::of(figures);
    Family::COLUMNS.into_iter().flat_map(|family| tallies.leads(family)).collect()
}

/// The countries of all places. What several have in common is none of theirs alone.
fn countries(operation: &Operation) -> Vec<(Country, Vec<Lead>)> {
    let mut countries: Vec<(Country, Vec<Lead>)> = Vec::new();
    for row in &operation.rows {
        match &row.place {
            Place::Country(country) => {
                let own = leads(operation.figures_of(row));
                countries.retain(|(known, _)| known != country);
                countries.push((*country, own));
            }
            Place::Several(several) => {
                for country in several {
                    if countries.iter().all(|(known, _)| known != country) {
                        countries.push((*country, Vec::new()));
                    }
                }
            }
            Place::Region(_) => {}
        }
    }
    countries
}
