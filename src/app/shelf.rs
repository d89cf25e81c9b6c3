//! Going from one operation to another.
//!
//! Knows that there are several and which one is shown. Opening one is for the outside.

use std::sync::Arc;

use super::App;
use super::action::Effect;
use super::focus::{Focus, List, Overlay};
use super::present::{Presentation, Stage, Start};
use super::question::{Answer, Asked, Question};
use crate::data::DataError;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::text::SafeText;

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
    pub(super) fn show_operation(&mut self, place: usize, ready: Ready) {
        self.shelf.0 = place;
        self.close_groups();
        self.replace_operation(ready);
        self.places.top = 0;
        self.sources = List::default();
        self.focus = Focus::Rows;
        self.find = None;
        if let Some(shown) = &mut self.presentation {
            // Another operation has another story, told from its beginning.
            let stage = shown.stage();
            let start = Start { step: 0, pace: shown.pace(), looped: shown.looped };
            *shown = Presentation::new(&self.operation, start);
            shown.stage = stage;
        }
        self.begin_presenting();
        self.renew_compared();
        self.beneath = Overlay::None;
        if !matches!(self.overlay, Overlay::Help { .. }) {
            self.overlay = Overlay::None;
        }
    }

    /// Shows the operation as its file has it now: what was selected, sorted and scrolled stays.
    pub(super) fn renew_operation(&mut self, ready: Ready) {
        self.replace_operation(ready);
        let said = Some("the file has changed and was read again".to_owned());
        match self.stage() {
            // On a slide the source stands where this would.
            Some(Stage::Slide | Stage::Blank | Stage::Index(_)) => self.aside = said,
            Some(Stage::Board) | None => self.notice = said,
        }
        let sources = self.operation.sources.len();
        self.sources.select(self.sources.selected, sources);
        self.focus = match self.focus {
            Focus::Rows => Focus::Rows,
            Focus::Total(place) => self.total(place),
            Focus::Reach => self.total(usize::MAX),
        };
        self.find_again();
        self.renew_compared();
        if let Some(shown) = &mut self.presentation {
            shown.renew(&self.operation);
        }
    }

    /// The row at a place in the order, grouped or not.
    fn in_order(&self, place: usize) -> Option<&Row> {
        self.order.get(place).and_then(|row| self.operation.rows.get(*row))
    }

    fn replace_operation(&mut self, ready: Ready) {
        let sought = self.take_sought();
        let is_sought = sought.is_some();
        let kept = self.in_order(self.places.selected).map(|row| row.place.clone());
        let kept = sought.or(kept);
        let before = self.places.selected;
        (self.loading, self.unread, self.broken) = (None, false, None);
        self.carry_marks(&ready.operation);
        self.operation = ready.operation;
        self.chart.show(&self.operation);
        self.show_beforehand(ready.answer);
        let count = self.order.len();
        let same = (0..count).find(|at| self.in_order(*at).map(|row| &row.place) == kept.as_ref());
        self.places.select(same.unwrap_or(before), count);
        if is_sought && same.is_some() {
            self.show_in_groups();
        }
    }

    /// Keeps what is shown, and says why the file as it is now is not.
    pub(super) fn break_off(&mut self, why: DataError) {
        self.loading = None;
        self.broken = Some(why);
    }

    /// Says why something asked for was not done.
    pub(super) fn refuse(&mut self, reason: &SafeText) {
        self.loading = None;
        self.take_sought();
        self.notice = Some(reason.to_string());
    }
}

/// An operation with all that has to be known before it is shown, which for a large one takes
/// long enough to be made elsewhere.
#[derive(Clone, Debug)]
pub struct Ready {
    pub(super) operation: Arc<Operation>,
    pub(super) answer: Answer,
}

impl Ready {
    /// Makes an operation ready to be shown as the one before is.
    #[must_use]
    pub fn new(operation: Operation, asked: Asked) -> Self {
        let operation = Arc::new(operation);
        let answer = Question::beforehand(Arc::clone(&operation), asked).answer(&|| true);
        Self { operation, answer: answer.unwrap_or_default() }
    }
}

impl From<Operation> for Ready {
    fn from(operation: Operation) -> Self {
        Self::new(operation, Asked::default())
    }
}
