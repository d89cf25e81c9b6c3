//! Marks: rows picked by hand, and what they come to together.
//!
//! Knows rows by their places in the operation; sorting and filtering leave marks alone. What may
//! be added is the model's. Must not know how a mark looks.

use std::collections::HashMap;
use std::sync::Arc;

use super::App;
use super::action::Motion;
use crate::model::filter::Reported;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::model::stats::names_countries;
use crate::report::citation;

/// Rows of an operation, in the order of the file.
pub(super) type Rows = Arc<[usize]>;

/// The rows that are marked, and what they come to.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    rows: Rows,
    reported: Vec<Reported>,
    /// How many are regions, which no sum holds.
    regions: usize,
}

impl Marked {
    fn of(rows: Rows, operation: &Operation) -> Self {
        let reported = Reported::of(operation, &rows);
        let places = rows.iter().filter_map(|row| operation.rows.get(*row));
        let regions = places.filter(|row| !names_countries(&row.place)).count();
        Self { rows, reported, regions }
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// What they come to, each measure by itself.
    #[must_use]
    pub fn reported(&self) -> &[Reported] {
        &self.reported
    }

    /// How many of them are regions, which no sum holds.
    #[must_use]
    pub const fn regions(&self) -> usize {
        self.regions
    }

    pub(super) const fn rows(&self) -> &Rows {
        &self.rows
    }
}

impl App {
    /// The rows that are marked.
    #[must_use]
    pub const fn marked(&self) -> &Marked {
        &self.marked
    }

    /// Whether the row at a place on screen is marked.
    #[must_use]
    pub fn is_marked(&self, place: usize) -> bool {
        let marked = |row: usize| self.marked.rows.binary_search(&row).is_ok();
        !self.marked.is_empty() && self.row_at(place).is_some_and(marked)
    }

    /// How many marked rows the filter hides.
    #[must_use]
    pub fn marked_unseen(&self) -> usize {
        self.marked.rows.iter().filter(|row| !self.filtering.picks(**row)).count()
    }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    pub(super) fn mark_selected(&mut self) {
        let Some(row) = self.row_at(self.selected()) else { return };
        let mut rows = self.marked.rows.to_vec();
        match rows.binary_search(&row) {
            Ok(at) => drop(rows.remove(at)),
            Err(at) => rows.insert(at, row),
        }
        self.set_marks(rows.into());
        self.go(Motion::By(1));
    }

    /// Takes all marks away.
    pub(super) fn unmark(&mut self) {
        self.set_marks(Rows::default());
        self.notice = Some("no place is marked any more".to_owned());
    }

    pub(super) fn set_marks(&mut self, rows: Rows) {
        self.marked = Marked::of(rows, &self.operation);
    }

    /// Moves the marks to the same places of another operation, as far as it names them.
    pub(super) fn carry_marks(&mut self, to: &Operation) {
        self.carry_past_marks(to);
        if self.marked.is_empty() {
            return;
        }
        let rows = carried(&self.marked.rows, &self.operation, &places(to));
        self.marked = Marked::of(rows, to);
    }

    /// The text that is copied for what is marked, and what to call it.
    pub(super) fn copied_marks(&self) -> (String, String) {
        let rows = self.marked.rows.iter().filter_map(|row| self.operation.rows.get(*row));
        let text = citation::rows(&self.operation, &rows.collect::<Vec<&Row>>());
        let what = match self.marked.len() {
            1 => "the marked place with its citation".to_owned(),
            count => format!("{count} marked places with their citations"),
        };
        let unseen = match self.marked_unseen() {
            0 => String::new(),
            count => format!(", {count} of them hidden by the filter"),
        };
        (text, format!("{what}{unseen}"))
    }
}

/// The places of an operation, each with its row.
pub(super) fn places(operation: &Operation) -> HashMap<&Place, usize> {
    operation.rows.iter().enumerate().map(|(index, row)| (&row.place, index)).collect()
}

/// The rows of the same places among others.
pub(super) fn carried(rows: &Rows, from: &Operation, to: &HashMap<&Place, usize>) -> Rows {
    let place = |row: &usize| from.rows.get(*row).map(|row| &row.place);
    let mut rows: Vec<usize> =
        rows.iter().filter_map(place).filter_map(|place| to.get(place).copied()).collect();
    rows.sort_unstable();
    rows.into()
}
