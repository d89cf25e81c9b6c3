//! What the board can be asked: its state as it is, and what follows from it.
//!
//! Knows the state. Must not change it.

use std::sync::Arc;

use super::App;
use super::find::Find;
use super::focus::{Axis, Focus, List, Overlay, Screen};
use super::grouping::Line;
use crate::data::DataError;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::query::{Column, Sort};
use crate::view::extent::Extent;

impl App {
    /// The place of the operation among how many, from 0 on.
    #[must_use]
    pub const fn shelf(&self) -> (usize, usize) {
        self.shelf
    }

    /// The operation shown.
    #[must_use]
    pub fn operation(&self) -> &Operation {
        &self.operation
    }

    /// The operation shown, to be held on to.
    #[must_use]
    pub fn shared_operation(&self) -> Arc<Operation> {
        Arc::clone(&self.operation)
    }

    /// How far the numbers and names of the operation extend.
    #[must_use]
    pub fn extent(&self) -> &Extent {
        self.grouped_extent().unwrap_or(&self.extent)
    }

    /// The screen shown.
    #[must_use]
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// What the arrow keys move.
    #[must_use]
    pub const fn focus(&self) -> Focus {
        self.focus
    }

    /// What lies over the screen.
    #[must_use]
    pub const fn overlay(&self) -> Overlay {
        self.overlay
    }

    /// The find in progress or the last one made.
    #[must_use]
    pub const fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    /// The order of the rows.
    #[must_use]
    pub const fn sort(&self) -> &Sort {
        &self.sort
    }

    /// The column under the column cursor of the countries screen.
    #[must_use]
    pub const fn column(&self) -> Column {
        self.column
    }

    /// How bars are scaled.
    #[must_use]
    pub const fn axis(&self) -> Axis {
        self.axis
    }

    /// One line for the user, until the next action.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// One line for the presenter alone, until the next action.
    #[must_use]
    pub fn aside(&self) -> Option<&str> {
        self.aside.as_deref()
    }

    /// Why the file as it is now is not shown; what is shown is its last good state.
    #[must_use]
    pub const fn broken(&self) -> Option<&DataError> {
        self.broken.as_ref()
    }

    /// Columns and rows of the window.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// How many rows there are on screen.
    #[must_use]
    pub fn len(&self) -> usize {
        self.grouped_lines().unwrap_or(self.order.len())
    }

    /// Whether nothing is reported of any place.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The list of places as it is on screen.
    fn places(&self) -> &List {
        if self.groups().is_some() { &self.grouping.list } else { &self.places }
    }

    /// The place of the selected row among the rows on screen.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.places().selected
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.places().top
    }

    /// The list of sources.
    #[must_use]
    pub const fn sources(&self) -> List {
        self.sources
    }

    /// The row at a place on screen.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        self.operation.rows.get(self.row_at(place)?)
    }

    /// The index of the row at a place on screen, where a row stands.
    pub(super) fn row_at(&self, place: usize) -> Option<usize> {
        match self.line(place) {
            Some(Line::Member(member)) => Some(member.row),
            Some(Line::Group(..) | Line::Elsewhere(..)) => None,
            // Below the last line of the groups there is nothing.
            None if self.groups().is_some() => None,
            None => self.order.get(place).copied(),
        }
    }

    /// The selected row.
    #[must_use]
    pub fn selected_row(&self) -> Option<&Row> {
        self.row(self.selected())
    }

    /// Whether the row at a place is what the last find found.
    #[must_use]
    pub fn is_found(&self, place: usize) -> bool {
        let found = |find: &Find| {
            let row = if find.is_compared() { Some(place) } else { self.row_at(place) };
            row.and_then(|row| find.fit(row)).is_some()
        };
        self.find_here().is_some_and(found)
    }

    /// How many rows the find finds.
    #[must_use]
    pub fn found(&self) -> usize {
        self.find.as_ref().map_or(0, |find| find.places().len())
    }

    /// Whether Esc has a step to take.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.find_here().is_some()
            || self.is_asking()
            || self.loading.is_some()
            || !matches!(self.focus, Focus::Rows)
            || !self.history.is_empty()
    }

    /// Whether keys are text.
    #[must_use]
    pub const fn is_typing(&self) -> bool {
        self.is_finding()
            || self.draft().is_some()
            || self.palette.is_some()
            || self.exporting.is_some()
    }
}
