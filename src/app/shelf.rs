//! Going from one operation to another.
//!
//! Knows that there are several and which one is shown. Opening one is for the outside.

use super::App;
use super::action::Effect;
use super::focus::{Focus, List, Overlay};
use crate::model::operation::Operation;
use crate::view::extent::Extent;

impl App {
    /// Asks for the operation some places on, round the end.
    pub(super) fn ask_for_operation(&mut self, step: isize) -> Vec<Effect> {
        let (place, count) = self.shelf;
        if count < 2 {
            self.notice = Some("there is no other operation at hand".to_owned());
            return Vec::new();
        }
        let forward = if step < 0 { count - 1 } else { 1 };
        vec![Effect::Open((place + forward) % count)]
    }

    /// Shows another operation: the same screen, order and axis, the same place selected if it
    /// is there.
    pub(super) fn show_operation(&mut self, place: usize, operation: Operation) {
        self.shelf.0 = place;
        self.replace_operation(operation);
        self.places.top = 0;
        self.sources = List::default();
        self.focus = Focus::Rows;
        self.find = None;
        if !matches!(self.overlay, Overlay::Help { .. }) {
            self.overlay = Overlay::None;
        }
    }

    /// Shows the operation as its file has it now: what was selected, sorted and scrolled stays.
    pub(super) fn renew_operation(&mut self, operation: Operation) {
        self.replace_operation(operation);
        self.notice = Some("the file has changed and was read again".to_owned());
        let sources = self.operation.sources.len();
        self.sources.select(self.sources.selected, sources);
        self.focus = match self.focus {
            Focus::Rows => Focus::Rows,
            Focus::Total(place) => self.total(place),
            Focus::Reach => self.total(usize::MAX),
        };
        self.find_again();
    }

    fn replace_operation(&mut self, operation: Operation) {
        let kept = self.selected_row().map(|row| row.place.clone());
        let before = self.places.selected;
        self.extent = Extent::of(&operation);
        self.operation = operation;
        self.broken = None;
        self.order = self.sort.order(&self.operation);
        let same = (0..self.len()).find(|at| self.row(*at).map(|row| &row.place) == kept.as_ref());
        let count = self.len();
        self.places.select(same.unwrap_or(before), count);
    }
}
