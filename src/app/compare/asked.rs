//! What is asked of a comparison: which operations, which part, which rate, which line.
//!
//! Nothing is opened before the screen is: what is not at hand is asked for, and comes as an
//! action. Must not draw.

use std::sync::Arc;

use super::{Choice, Compare, Slot};
use crate::app::App;
use crate::app::action::{CompareAsk, Effect, Motion};
use crate::app::focus::{Focus, List, Overlay, Screen};
use crate::model::compare::digest::Digest;
use crate::model::compare::{Part, series};
use crate::model::group::By;
use crate::model::operation::Operation;
use crate::model::place::Place;
use crate::model::text::SafeText;
use crate::report::compared;
use crate::view::{compare, layout, overlay};

impl App {
    /// What is compared, and how.
    #[must_use]
    pub const fn compare(&self) -> &Compare {
        &self.compare
    }

    /// The place whose actions in all operations can be shown.
    #[must_use]
    pub fn sought(&self) -> Option<Place> {
        match self.screen {
            Screen::Overview | Screen::Countries if self.focus == Focus::Rows => {
                self.selected_anywhere().map(|(_, row)| row.place.clone())
            }
            Screen::Compare => self.compare.country().map(|named| Place::Country(named.country)),
            _ => None,
        }
    }

    /// The text that is copied of the comparison, and what to call it.
    pub(in crate::app) fn copied_comparison(&self) -> Option<(String, String)> {
        let (table, rate) = (self.compare.table(), self.compare.rate());
        match self.compare.country() {
            Some(named) => Some(compared::across(table, &Place::Country(named.country))),
            None => self.compare.measure().map(|kind| compared::measure(table, kind, rate)),
        }
    }

    /// Asks for the operations that are needed and not yet at hand.
    pub(in crate::app) fn fetch(&mut self) -> Option<Effect> {
        let needed = self.screen == Screen::Compare
            || self.groups_operations()
            || matches!(self.overlay, Overlay::Across { .. });
        if !needed || self.unread {
            return None;
        }
        let (place, count) = self.shelf;
        let is_new = self.compare.shelf.len() != count;
        self.compare.shelf.resize(count, Slot::Unasked);
        if is_new {
            self.take_shown(place);
            self.choose_anew();
        }
        let mut asked = Vec::new();
        for (place, slot) in self.compare.shelf.iter_mut().enumerate() {
            if matches!(slot, Slot::Unasked) {
                *slot = Slot::Asked;
                asked.push(place);
            }
        }
        (!asked.is_empty()).then_some(Effect::Fetch(asked))
    }

    /// Asks which countries the filter picks, unless that is known, and looks through lines that
    /// are new.
    pub(in crate::app) fn settle_compared(&mut self) {
        let filter = &self.filtering.filter;
        if self.screen == Screen::Compare && !self.unread && self.compare.has_to_ask(filter) {
            if filter.is_empty() {
                self.compare.note_asked(filter);
                self.compare.take_picked(filter, None);
            } else {
                self.ask_anew();
            }
        }
        if self.compare.take_relisted() {
            self.look_at_lines();
        }
    }

    /// Takes what was asked for.
    pub(in crate::app) fn take_fetched(
        &mut self,
        place: usize,
        fetched: Result<Arc<Digest>, SafeText>,
    ) {
        let Some(slot) = self.compare.shelf.get_mut(place).filter(|_| place != self.shelf.0) else {
            return;
        };
        *slot = fetched.map_or_else(Slot::Failed, Slot::Here);
        self.choose_anew();
        if self.grouped_by() == Some(By::Operation) {
            self.ask_anew();
        }
    }

    /// Asks again for an operation whose file has changed, when it is needed next.
    pub(in crate::app) fn outdate(&mut self, place: usize) {
        if let Some(slot) = self.compare.shelf.get_mut(place).filter(|_| place != self.shelf.0) {
            *slot = Slot::Unasked;
        }
    }

    /// Compares the operation shown as it is now, where anything is compared at all.
    pub(in crate::app) fn renew_compared(&mut self) {
        if self.compare.shelf.is_empty() {
            return;
        }
        let place = self.shelf.0;
        self.take_shown(place);
        if self.compare.choice != Choice::ByHand || self.compare.has(place) {
            self.choose_anew();
        } else {
            self.choose_series();
        }
    }

    fn take_shown(&mut self, place: usize) {
        if let Some(slot) = self.compare.shelf.get_mut(place) {
            *slot = Slot::Here(Arc::new(Digest::of(Arc::clone(&self.operation))));
        }
    }

    /// Puts side by side what was chosen, as far as it is at hand.
    fn choose_anew(&mut self) {
        match self.compare.choice.clone() {
            Choice::Series => self.choose_series(),
            Choice::ByHand => self.compare.set(),
            Choice::Asked(ids) => self.compare.choose_asked(&ids),
        }
        if self.compare.awaited() == 0 {
            self.meet_wanted();
        }
    }

    /// Puts the series of the operation shown side by side; all there are, if it is in none.
    pub(super) fn choose_series(&mut self) {
        let shown = series::of(&self.operation).to_owned();
        let is_of = |operation: &Operation| series::of(operation) == shown;
        let here = |wanted: &dyn Fn(&Operation) -> bool| -> Vec<usize> {
            let slots = self.compare.shelf.iter().enumerate();
            let fits = |(place, slot): (usize, &Slot)| match slot {
                Slot::Here(digest) if wanted(digest.operation()) => Some(place),
                _ => None,
            };
            slots.filter_map(fits).collect()
        };
        let series = here(&is_of);
        self.compare.chosen = if series.len() > 1 { series } else { here(&|_| true) };
        self.compare.choice = Choice::Series;
        self.compare.set();
    }

    /// Does what is asked of the comparison.
    pub(in crate::app) fn ask_compare(&mut self, ask: CompareAsk) {
        let compare = &mut self.compare;
        match ask {
            CompareAsk::Part => {
                compare.part = match compare.part {
                    Part::Measures => Part::Countries,
                    Part::Countries => Part::Measures,
                };
                compare.list = List::default();
                compare.list_anew();
            }
            CompareAsk::Rate => compare.rate = compare.rate.next(),
            CompareAsk::Measure => compare.turn_measure(),
            CompareAsk::Choose => self.toggle(Overlay::Operations),
            CompareAsk::Toggle => compare.toggle(compare.picker.selected),
            CompareAsk::Series => self.choose_series(),
            CompareAsk::All => {
                let here =
                    |(place, slot): (usize, &Slot)| matches!(slot, Slot::Here(_)).then_some(place);
                compare.chosen = compare.shelf.iter().enumerate().filter_map(here).collect();
                compare.choice = Choice::ByHand;
                compare.set();
            }
        }
    }

    /// Moves the selection of the comparison.
    pub(in crate::app) fn go_compared(&mut self, motion: Motion) {
        let compare = &mut self.compare;
        let (place, step) = match motion {
            Motion::By(step) => (motion.applied(compare.list.selected, compare.lines.len()), step),
            Motion::First => (0, 1),
            Motion::Last => (compare.lines.len(), -1),
        };
        compare.select(place, step);
    }

    /// Moves among the operations to choose from.
    pub(in crate::app) fn go_operations(&mut self, motion: Motion) {
        let count = self.compare.shelf.len();
        let place = motion.applied(self.compare.picker.selected, count);
        self.compare.picker.select(place, count);
    }

    /// Moves the operations in view sideways.
    pub(in crate::app) fn move_operations(&mut self, step: isize) {
        let count = self.compare.table.operations().len();
        self.compare.first = Motion::By(step).applied(self.compare.first, count);
    }

    /// Selects a line of the comparison.
    pub(in crate::app) fn select_compared(&mut self, place: usize) {
        self.compare.select(place, 1);
    }

    /// Keeps the selected line in view, the heading above it too, and the operations.
    pub(in crate::app) fn keep_compared_in_view(&mut self) {
        let (rows, box_rows) = (layout::list_rows(self), overlay::rows(self));
        // How many are in view is asked only where some are out of it.
        let columns = if self.compare.first > 0 { compare::columns_in_view(self) } else { 1 };
        let compare = &mut self.compare;
        let count = compare.lines.len();
        compare.list.keep_in_view(rows, count);
        let (top, selected) = (compare.list.top, compare.list.selected);
        let above = top.checked_sub(1).and_then(|above| compare.lines.get(above));
        if rows > 1 && top == selected && above.is_some_and(|line| line.is_heading()) {
            compare.list.top -= 1;
        }
        let most = compare.table.operations().len().saturating_sub(columns);
        compare.first = compare.first.min(most);
        compare.picker.keep_in_view(box_rows, compare.shelf.len());
    }
}
