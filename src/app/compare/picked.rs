//! Which of the countries compared a filter picks, and what of that has still to be asked.
//!
//! Knows filters and countries. Must not know who answers.

use std::collections::HashSet;

use super::Compare;
use crate::model::country::Country;
use crate::model::filter::Filter;

/// The countries that a filter picks.
#[derive(Clone, Debug, Default)]
pub(super) struct Picked {
    /// The filter that was asked about last.
    asked: Option<Filter>,
    /// The one that the countries are the answer to; `None` if they are of other operations.
    answered: Option<Filter>,
    /// `None` where it asks for nothing.
    countries: Option<HashSet<Country>>,
}

impl Picked {
    /// The countries; `None` where all are.
    pub(super) const fn countries(&self) -> Option<&HashSet<Country>> {
        self.countries.as_ref()
    }

    /// Other operations are compared. What picks nothing out picks nothing of these either.
    pub(super) fn forget(&mut self) {
        self.asked.take_if(|filter| !filter.is_empty());
        self.answered.take_if(|filter| !filter.is_empty());
    }
}

impl Compare {
    /// Whether it has still to be asked which countries a filter picks.
    pub(super) fn has_to_ask(&self, filter: &Filter) -> bool {
        self.picked.asked.as_ref() != Some(filter)
    }

    /// Notes that it was asked which countries a filter picks.
    pub(in crate::app) fn note_asked(&mut self, filter: &Filter) {
        self.picked.asked = Some(filter.clone());
    }

    /// Waits no more for the countries that were asked for last.
    pub(in crate::app) fn give_up_asking(&mut self) {
        self.picked.asked.clone_from(&self.picked.answered);
    }

    /// Lists the countries that a filter picks in one of the operations, if that was asked.
    pub(in crate::app) fn take_picked(
        &mut self,
        filter: &Filter,
        countries: Option<HashSet<Country>>,
    ) {
        let picked = &mut self.picked;
        if picked.asked.as_ref() != Some(filter) || picked.answered == picked.asked {
            return;
        }
        picked.answered.clone_from(&picked.asked);
        if picked.countries != countries {
            picked.countries = countries;
            self.list_anew();
        }
    }
}
