//! Maps in a story: the whole world, and each of its regions in which several countries are named.
//!
//! Knows which places and which family of measures a map shows. Must not know how it is drawn.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::model::country::{Country, Region};
use crate::model::map::tones::FAMILIES;
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};

/// What the countries of a map are coloured by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Coloured {
    /// People arrested.
    Arrests,
    /// People rescued.
    Rescues,
    /// People identified: neither rescued nor arrested.
    PeopleIdentified,
    /// People moved by suspects; nearly always alleged.
    PeopleMoved,
}

impl From<Coloured> for Family {
    fn from(coloured: Coloured) -> Self {
        match coloured {
            Coloured::Arrests => Self::Arrests,
            Coloured::Rescues => Self::Rescues,
            Coloured::PeopleIdentified => Self::Identified,
            Coloured::PeopleMoved => Self::Moved,
        }
    }
}

/// What a map of a story shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct View {
    /// The part of the world; `None` is the whole.
    pub region: Option<Region>,
    /// The family of measures asked for; `None` is the first of which there are numbers.
    pub family: Option<Coloured>,
}

impl View {
    /// Whether a country lies in it.
    #[must_use]
    pub fn holds(self, country: Country) -> bool {
        self.region.is_none_or(|region| country.region() == region)
    }

    /// The rows that name a country in it, those with the greatest numbers first, the others as
    /// they were.
    #[must_use]
    pub fn rows(self, operation: &Operation) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.named(operation).collect();
        let family = self.family(operation);
        rows.sort_by_key(|row| std::cmp::Reverse(row.cell(family).rank()));
        rows
    }

    /// Whether anything is reported of a country in it.
    #[must_use]
    pub fn is_named(self, operation: &Operation) -> bool {
        self.named(operation).next().is_some()
    }

    fn named(self, operation: &Operation) -> impl Iterator<Item = &Row> {
        let held = move |row: &&Row| row.place.countries().iter().any(|one| self.holds(*one));
        operation.rows.iter().filter(held)
    }

    /// The family of measures shown: arrests, unless there is no number of them. A part of the
    /// world is shown as the whole is, unless it has no number of that.
    #[must_use]
    pub fn family(self, operation: &Operation) -> Family {
        let has = |view: Self, family: Family| {
            let number = |row: &Row| row.cell(family).drawn().is_some();
            view.named(operation).any(|row| matches!(row.place, Place::Country(_)) && number(row))
        };
        let first = |view: Self| FAMILIES.into_iter().find(|family| has(view, *family));
        let usual = first(Self::default());
        let here = usual.filter(|family| has(self, *family)).or_else(|| first(self));
        self.family.map(Family::from).or(here).or(usual).unwrap_or(Family::Arrests)
    }
}

/// The maps of an operation: the whole, and its parts in an order of rows. None where there are not
/// two countries to be told apart; one alone has a slide of its own.
pub(super) fn views(operation: &Operation, order: &[usize]) -> Vec<View> {
    let rows = || order.iter().filter_map(|row| operation.rows.get(*row));
    let countries = || rows().flat_map(|row| row.place.countries()).copied();
    let mut parts: Vec<(Region, HashSet<Country>)> = Vec::new();
    for country in countries() {
        let region = country.region();
        match parts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, named)) => drop(named.insert(country)),
            None => parts.push((region, HashSet::from([country]))),
        }
    }
    if parts.iter().map(|(_, named)| named.len()).sum::<usize>() < 2 {
        return Vec::new();
    }
    let several = parts.into_iter().filter(|(_, named)| named.len() > 1);
    let parts = several.map(|(region, _)| View { region: Some(region), family: None });
    std::iter::once(View::default()).chain(parts).collect()
}
