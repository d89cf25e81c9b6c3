//! Finding as it is typed: the text, where it began, the next and the previous match.
//!
//! Knows rows and text. Must not know which keys type it.

use super::App;
use super::action::Edit;
use super::compare;
use super::focus::{Focus, Overlay, Screen};
use super::line::Line;
use crate::model::fold::fold;
use crate::model::operation::Operation;
use crate::model::query;
use crate::report::compared;

/// What is said where the comparison lists nothing that was sought.
const AMONG: &str = " in what is listed; v lists countries or measures";

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
    /// Whether it looks through the lines of the comparison, not through places.
    compared: bool,
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

    /// Whether it looks through the lines of the comparison.
    #[must_use]
    pub const fn is_compared(&self) -> bool {
        self.compared
    }

    fn edit(&mut self, edit: Edit, operation: &Operation, order: &[usize]) {
        self.line.edit(edit);
        if self.compared {
            self.folded = fold(self.line.text().trim());
            return;
        }
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
                    self.point_at(find.from);
                }
            }
            edit => {
                if let Some(find) = &mut self.find {
                    find.edit(edit, &self.operation, &self.order);
                    self.look_at_lines();
                    self.select_best();
                }
            }
        }
    }

    pub(super) fn start_find(&mut self) {
        if !self.screen.picks_places() {
            return;
        }
        let compared = self.screen == Screen::Compare;
        self.overlay = Overlay::None;
        self.focus = Focus::Rows;
        self.find = Some(Find {
            line: Line::default(),
            folded: String::new(),
            fits: Vec::new(),
            places: Vec::new(),
            typing: true,
            compared,
            from: if compared { self.compare.list().selected } else { self.places.selected },
        });
    }

    /// The last find, if it was made in what the screen lists.
    #[must_use]
    pub fn find_here(&self) -> Option<&Find> {
        let compared = self.screen == Screen::Compare;
        let here = |find: &&Find| find.compared == compared;
        self.find.as_ref().filter(|_| self.screen.picks_places()).filter(here)
    }

    /// Selects a place, or a line of the comparison.
    fn point_at(&mut self, place: usize) {
        if self.screen == Screen::Compare {
            self.select_compared(place);
        } else {
            self.places.selected = place;
        }
    }

    /// Looks through the lines of the comparison as they are now.
    pub(super) fn look_at_lines(&mut self) {
        let Some(find) = self.find.as_mut().filter(|find| find.compared) else { return };
        let compare = &self.compare;
        let fit = |line: &compare::Line| match line {
            _ if find.folded.is_empty() => None,
            compare::Line::Measure(kind) => {
                query::fit_name(&fold(&compared::label(compare.table(), *kind)), &find.folded)
            }
            compare::Line::Country(place) => {
                query::fit_country(compare.named().get(*place)?.country, &find.folded)
            }
            compare::Line::Family(..) | compare::Line::Fate(..) => None,
        };
        find.fits = compare.lines().iter().map(fit).collect();
        let found = find.fits.iter().enumerate().filter(|(_, fit)| fit.is_some());
        find.places = found.map(|(place, _)| place).collect();
        find.from = find.from.min(compare.lines().len().saturating_sub(1));
    }

    /// Looks again, in an operation that has changed.
    pub(super) fn find_again(&mut self) {
        if let Some(find) = self.find.as_mut().filter(|find| !find.compared) {
            find.look(&self.operation, &self.order, false);
        }
        self.place_find();
    }

    /// Notes where on screen the rows are now that the find found.
    pub(super) fn place_find(&mut self) {
        let last = self.len().saturating_sub(1);
        if let Some(find) = self.find.as_mut().filter(|find| !find.compared) {
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
            let (from, more) = (find.from, if find.compared { AMONG } else { "" });
            self.notice = Some(format!("nothing found for “{}”{more}", find.text()));
            self.find = None;
            self.point_at(from);
        }
    }

    /// Selects the best match at or after the row where the find began, or goes back to it.
    fn select_best(&mut self) {
        let Some(find) = &self.find else { return };
        let (count, from) = (self.listed().max(1), find.from);
        let fit = |place: usize| {
            if find.compared {
                return find.fit(place);
            }
            self.order.get(place).and_then(|row| find.fit(*row))
        };
        let distance = |place: usize| (place + count - from) % count;
        let best = find.places.iter().copied().min_by_key(|at| (fit(*at), distance(*at)));
        self.point_at(best.unwrap_or(from));
    }

    /// Goes to the next match, or the previous one, round the end.
    pub(super) fn find_next(&mut self, step: isize) {
        if !self.screen.picks_places() {
            return;
        }
        let compared = self.screen == Screen::Compare;
        let Some(find) = self.find_here() else {
            self.notice = Some("nothing to find yet: / finds".to_owned());
            return;
        };
        let here = if compared { self.compare.list().selected } else { self.places.selected };
        let found = find.places();
        let next = if step < 0 {
            let before = found.partition_point(|place| *place < here);
            before.checked_sub(1).and_then(|at| found.get(at)).or(found.last())
        } else {
            let after = found.partition_point(|place| *place <= here);
            found.get(after).or(found.first())
        };
        if let Some(place) = next.copied() {
            self.focus = Focus::Rows;
            self.point_at(place);
        } else {
            self.notice = Some(format!("nothing found for “{}”", find.text()));
        }
    }
}
