//! The countries that operations name: in the latest and before, new in it, no longer in it.
//!
//! Knows what is reported. Must not take a country that is not named for one that took no part.

use std::cmp::Reverse;
use std::sync::Arc;

use super::digest::Digest;
use super::{Comparison, Kind};
use crate::model::cell::Lead;
use crate::model::country::Country;
use crate::model::fold::fold;

/// What became of a country with the latest of several operations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fate {
    /// Named in the latest one and in one before.
    Both,
    /// Named in the latest one alone.
    New,
    /// Named before, and not in the latest one.
    Gone,
}

impl Fate {
    /// Every fate, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Both, Self::New, Self::Gone];
}

/// How a country stands in one operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is not named.
    NotNamed,
    /// It is named, with no figure of its own in the measure asked for.
    Named,
    /// It is named with this.
    Counted(Lead),
}

/// A country that one of several operations names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// The country.
    pub country: Country,
    /// What became of it.
    pub fate: Fate,
    /// How it stands in each operation, in their order.
    pub standings: Vec<Standing>,
}

impl Comparison {
    /// Every country that one of them names, with its figures of a measure: by fate, then those
    /// named most often, then by name.
    #[must_use]
    pub fn named(&self, kind: Option<Kind>) -> Vec<Named> {
        let countries = self.operations().iter().flat_map(|digest| digest.countries());
        let mut all: Vec<Country> = countries.map(|(country, _)| *country).collect();
        all.sort_unstable_by_key(|country| country.code());
        all.dedup();
        let mut named: Vec<Named> =
            all.into_iter().map(|country| self.standing(country, kind)).collect();
        named.sort_by_cached_key(|one| (one.fate, Reverse(one.times()), fold(one.country.name())));
        named
    }

    fn standing(&self, country: Country, kind: Option<Kind>) -> Named {
        let standing = |digest: &Arc<Digest>| {
            let found = digest.countries().iter().find(|(one, _)| *one == country);
            let Some((_, leads)) = found else { return Standing::NotNamed };
            let lead = leads.iter().find(|lead| Some((lead.measure, lead.who)) == kind);
            lead.map_or(Standing::Named, |lead| Standing::Counted(*lead))
        };
        let standings: Vec<Standing> = self.operations().iter().map(standing).collect();
        let is_named = |standing: &Standing| *standing != Standing::NotNamed;
        let (latest, before) = match standings.split_last() {
            Some((latest, before)) => (is_named(latest), before.iter().any(is_named)),
            None => (false, false),
        };
        let fate = match (latest, before) {
            (true, true) => Fate::Both,
            (true, false) => Fate::New,
            (false, _) => Fate::Gone,
        };
        Named { country, fate, standings }
    }
}

impl Named {
    /// In how many operations it is named.
    #[must_use]
    pub fn times(&self) -> usize {
        self.standings.iter().filter(|standing| **standing != Standing::NotNamed).count()
    }
}
