//! A comparison as a command line asks for it, and as it would be asked for now.
//!
//! Knows ids of operations, which may still have to be read. How options are written is their own.

use std::sync::Arc;

use super::{Choice, Compare, Slot};
use crate::app::App;
use crate::app::focus::List;
use crate::model::compare::rate::Rate;
use crate::model::compare::{Kind, Part};
use crate::report::compared;

/// The word for all operations.
pub const ALL: &str = "all";

/// What a comparison is asked to show first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// The operations, by their ids; `all` for all of them, nothing for the series.
    pub operations: Vec<String>,
    /// The measure that is charted.
    pub measure: Option<Kind>,
    /// What totals are divided by.
    pub rate: Option<Rate>,
    /// What is listed.
    pub part: Option<Part>,
}

impl Compare {
    /// What it is asked to show before anything is at hand.
    pub(in crate::app) fn want(&mut self, wanted: Wanted) {
        if !wanted.operations.is_empty() {
            self.choice = Choice::Asked(wanted.operations.into());
        }
        self.wanted = wanted.measure;
        self.rate = wanted.rate.unwrap_or(self.rate);
        self.is_new = wanted.part.is_some();
        self.part = wanted.part.unwrap_or(self.part);
    }

    /// What it would have to be asked for to show what it shows.
    ///
    /// # Errors
    ///
    /// If no ids say which operations are compared; why not.
    pub fn as_wanted(&self) -> Result<Wanted, String> {
        let first = self.table.rows().first();
        let measure = self.measure.filter(|kind| first != Some(kind));
        Ok(Wanted {
            operations: match &self.choice {
                Choice::Series => Vec::new(),
                Choice::Asked(ids) if self.chosen.is_empty() => ids.to_vec(),
                Choice::Asked(_) | Choice::ByHand => self.ids()?,
            },
            measure,
            rate: (self.rate != Rate::Total).then_some(self.rate),
            part: (self.part != Part::Measures).then_some(self.part),
        })
    }

    /// The ids of the operations side by side, or `all`.
    fn ids(&self) -> Result<Vec<String>, String> {
        let here = |slot: &Slot| match slot {
            Slot::Here(digest) => Some(digest.operation().id.to_string()),
            _ => None,
        };
        let known: Vec<Option<String>> = self.shelf.iter().map(here).collect();
        if known.iter().flatten().count() == self.chosen.len() {
            return Ok(vec![ALL.to_owned()]);
        }
        let mut places = self.chosen.clone();
        places.sort_unstable();
        let ids = places.iter().filter_map(|place| known.get(*place)?.clone());
        let ids: Vec<String> = ids.collect();
        for id in &ids {
            let times = known.iter().flatten().filter(|other| *other == id).count();
            if times > 1 || id == ALL || id.is_empty() || id.contains([',', ' ']) {
                return Err("an operation that is compared has no id of its own".to_owned());
            }
        }
        Ok(ids)
    }

    /// Puts the operations side by side that were asked for, as far as they are at hand.
    pub(super) fn choose_asked(&mut self, ids: &Arc<[String]>) {
        let is_asked = |slot: &Slot| match slot {
            Slot::Here(digest) => {
                ids.iter().any(|id| id == ALL || id == digest.operation().id.as_str())
            }
            _ => false,
        };
        let places = self.shelf.iter().enumerate().filter(|(_, slot)| is_asked(slot));
        self.chosen = places.map(|(place, _)| place).collect();
        self.set();
    }
}

impl App {
    /// Once all is read: what was asked for is chosen, and what of it is not there is said.
    pub(super) fn meet_wanted(&mut self) {
        let has_id = |slot: &Slot, id: &str| match slot {
            Slot::Here(digest) => digest.operation().id.as_str() == id,
            _ => false,
        };
        if let Choice::Asked(ids) = self.compare.choice.clone() {
            self.compare.choice = Choice::ByHand;
            let slots = &self.compare.shelf;
            let is_missing =
                |id: &&String| *id != ALL && slots.iter().all(|slot| !has_id(slot, id));
            if let Some(id) = ids.iter().find(is_missing) {
                self.notice = Some(format!("no operation has the id {id}"));
            }
            if self.compare.chosen.is_empty() {
                self.choose_series();
            }
        }
        if std::mem::take(&mut self.compare.is_new) {
            // What was first while there was less to list is selected no more.
            self.compare.lines.clear();
            self.compare.list = List::default();
            self.compare.list_anew();
        }
        if let Some(kind) = self.compare.wanted.take()
            && self.compare.table.kind(kind).is_none()
        {
            self.notice = Some(compared::reported_by_none(kind));
        }
    }
}
