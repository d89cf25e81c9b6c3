//! Finding as it is typed: the text, where it began, the next and the previous match.
//!
//! Knows rows and text. Must not know which keys type it.

use super::App;
use super::action::Edit;
use super::focus::{Focus, Overlay};
use super::line::Line;
use crate::model::fold::fold;
use crate::model::operation::Operation;
use crate::model::query;

/// A find in progress or finished.
#[derive(Clone, Debug)]
pub struct Find {
    line: Line,
    folded: String,
    /// How the text fits each row of the operation, in the order of the file.
    fits: Vec<Option<query::Fit>>,
    /// The places on screen of the rows that it fits, in order.
    places: Vec<usize>,
    typing: bool,
    /// The row selected when the find began.
    from: usize,
}

impl Find {
    /// The text typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// The line that it is typed into.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// Whether keys still go into the text.
    #[must_use]
    pub const fn is_typing(&self) -> bool {
        self.typing
    }

    /// How well the text fits a row, given by its place in the file; `None` where it does not.
    #[must_use]
    pub fn fit(&self, row: usize) -> Option<query::Fit> {
        self.fits.get(row).copied().flatten()
    }

    /// The places on screen of the rows that the text fits, in order.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    fn edit(&mut self, edit: Edit, operation: &Operation, order: &[usize]) {
        self.line.edit(edit);
        let before = std::mem::replace(&mut self.folded, fold(self.line.text().trim()));
        let narrower = !before.is_empty() && self.folded.starts_with(&before);
        self.look(operation, order, narrower);
    }

    /// Looks at every row; the text may only say more than it said when they were looked at last.
    fn look(&mut self, operation: &Operation, order: &[usize], narrower: bool) {
        self.fits = if self.folded.is_empty() {
            Vec::new()
        } else {
            let before = narrower.then_some(self.fits.as_slice());
            query::fits(operation, &self.folded, before)
        };
        self.place(order);
    }

    /// Notes where on screen the rows are that it found.
    fn place(&mut self, order: &[usize]) {
        let found = order.iter().enumerate().filter(|(_, row)| self.fit(**row).is_some());
        self.places = found.map(|(place, _)| place).collect();
    }
}

impl App {
    /// Whether keys are text to find.
    #[must_use]
    pub const fn is_finding(&self) -> bool {
        matches!(&self.find, Some(find) if find.typing)
    }

    pub(super) fn edit_find(&mut self, edit: Edit) {
        match edit {
            Edit::Accept => self.accept_find(),
            Edit::Complete => self.filter_by_find(),
            Edit::Cancel => {
                if let Some(find) = self.find.take() {
                    self.places.selected = find.from;
                }
            }
            edit => {
                if let Some(find) = &mut self.find {
                    find.edit(edit, &self.operation, &self.order);
                    self.select_best();
                }
            }
        }
    }

    pub(super) fn start_find(&mut self) {
        if !self.screen.lists_places() {
            return;
        }
        self.overlay = Overlay::None;
        self.focus = Focus::Rows;
        self.find = Some(Find {
            line: Line::default(),
            folded: String::new(),
            fits: Vec::new(),
            places: Vec::new(),
            typing: true,
            from: self.places.selected,
        });
    }

    /// Looks again, in an operation that has changed.
    pub(super) fn find_again(&mut self) {
        if let Some(find) = &mut self.find {
            find.look(&self.operation, &self.order, false);
        }
        self.place_find();
    }

    /// Notes where on screen the rows are now that the find found.
    pub(super) fn place_find(&mut self) {
        let last = self.len().saturating_sub(1);
        if let Some(find) = &mut self.find {
            find.place(&self.order);
            find.from = find.from.min(last);
        }
    }

    /// Keeps what was found; a text that finds nothing is dropped.
    pub(super) fn accept_find(&mut self) {
        let found = self.found();
        let Some(find) = &mut self.find else { return };
        find.typing = false;
        if find.folded.is_empty() {
            self.find = None;
        } else if found == 0 {
            self.notice = Some(format!("nothing found for “{}”", find.text()));
            self.places.selected = find.from;
            self.find = None;
        }
    }

    /// Selects the best match at or after the row where the find began, or goes back to it.
    fn select_best(&mut self) {
        let Some(find) = &self.find else { return };
        let (count, from) = (self.len().max(1), find.from);
        let fit = |place: usize| self.order.get(place).and_then(|row| find.fit(*row));
        let distance = |place: usize| (place + count - from) % count;
        let best = find.places.iter().copied().min_by_key(|at| (fit(*at), distance(*at)));
        self.places.selected = best.unwrap_or(from);
    }

    /// Goes to the next match, or the previous one, round the end.
    pub(super) fn find_next(&mut self, step: isize) {
        if !self.screen.lists_places() {
            return;
        }
        let Some(find) = &self.find else {
            self.notice = Some("nothing to find yet: / finds".to_owned());
            return;
        };
        let (found, here) = (find.places(), self.places.selected);
        let next = if step < 0 {
            let before = found.partition_point(|place| *place < here);
            before.checked_sub(1).and_then(|at| found.get(at)).or(found.last())
        } else {
            let after = found.partition_point(|place| *place <= here);
            found.get(after).or(found.first())
        };
        if let Some(place) = next.copied() {
            self.focus = Focus::Rows;
            self.places.selected = place;
        } else {
            self.notice = Some(format!("nothing found for “{}”", find.text()));
        }
    }
}
