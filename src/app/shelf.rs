//! Going from one operation to another.
//!
//! Knows that there are several and which one is shown. Opening one is for the outside.

use super::App;
use super::action::Effect;
use super::focus::{Focus, List, Overlay};
use crate::model::operation::Operation;

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
        let kept = self.selected_row().map(|row| row.place.clone());
        self.operation = operation;
        self.shelf.0 = place;
        self.order = self.sort.order(&self.operation);
        let same = (0..self.len()).find(|at| self.row(*at).map(|row| &row.place) == kept.as_ref());
        self.places = List { selected: same.unwrap_or(0), top: 0 };
        self.sources = List::default();
        self.focus = Focus::Rows;
        self.find = None;
        if !matches!(self.overlay, Overlay::Help { .. }) {
            self.overlay = Overlay::None;
        }
    }
}
