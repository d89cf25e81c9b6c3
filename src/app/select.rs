//! Moving: the selection, the focus, what is scrolled, what is copied.
//!
//! Knows how many rows the layout shows, which it asks for. Must not draw.

use std::ops::Range;

use super::App;
use super::action::{Effect, Form, Motion};
use super::focus::{Focus, List, Overlay, Screen};
use super::present::Stage;
use crate::model::figure::Figure;
use crate::model::place::Row;
use crate::model::story;
use crate::model::text::SafeText;
use crate::report::{citation, compared, markdown};
use crate::view::{layout, overlay, slide};

/// How many actions of a place lie over the screen at a time.
const PART: usize = 20;

impl App {
    /// The headline totals, in the order in which they stand on the overview.
    pub fn headlines(&self) -> impl Iterator<Item = &Figure> {
        story::headlines(&self.operation).map(|(_, figure)| figure)
    }

    /// The other totals that stand for themselves: how far the operation reached.
    pub fn reach(&self) -> impl Iterator<Item = &Figure> {
        let headlines: Vec<&Figure> = self.headlines().collect();
        self.operation.totals.iter().filter(move |figure| {
            figure.part_of().is_none()
                && !headlines.iter().any(|headline| std::ptr::eq(*headline, *figure))
        })
    }

    /// The total under the focus, if the focus is on the totals.
    #[must_use]
    pub fn focused_total(&self) -> Option<&Figure> {
        match self.focus {
            Focus::Total(place) => self.headlines().nth(place),
            Focus::Rows | Focus::Reach => None,
        }
    }

    /// Selects a line of the list on screen, or the last one if there are fewer.
    pub(super) fn select(&mut self, place: usize) {
        self.focus = Focus::Rows;
        if self.screen == Screen::Compare {
            return self.select_compared(place);
        }
        let count = self.listed();
        self.list().select(place, count);
        self.follow_group();
    }

    /// How many lines the list on screen has.
    #[must_use]
    pub fn listed(&self) -> usize {
        match self.screen {
            Screen::Overview | Screen::Countries | Screen::Map => self.len(),
            Screen::Compare => self.compare.lines().len(),
            Screen::Sources => self.operation.sources.len(),
        }
    }

    /// The list of places, of groups or of sources.
    fn list(&mut self) -> &mut List {
        if self.groups().is_some() {
            return &mut self.grouping.list;
        }
        if self.screen.lists_places() { &mut self.places } else { &mut self.sources }
    }

    /// Moves what the arrows move: the text lying over the screen, or the selection.
    pub(super) fn go(&mut self, motion: Motion) {
        if self.move_in_palette(motion)
            || (self.overlay == Overlay::None && self.move_in_index(motion))
        {
            return;
        }
        let scrolled = |scroll: usize, lines: usize| motion.applied(scroll, lines);
        match self.overlay {
            Overlay::Help { scroll } => {
                let lines = overlay::positions(self);
                self.overlay = Overlay::Help { scroll: scrolled(scroll, lines) };
            }
            Overlay::Source { scroll } => {
                let lines = overlay::positions(self);
                self.overlay = Overlay::Source { scroll: scrolled(scroll, lines) };
            }
            Overlay::Across { scroll } => {
                let lines = overlay::positions(self);
                self.overlay = Overlay::Across { scroll: scrolled(scroll, lines) };
            }
            Overlay::Operations => self.go_operations(motion),
            Overlay::None if self.screen == Screen::Compare => self.go_compared(motion),
            Overlay::None => self.go_rows(motion),
        }
    }

    /// Moves the selection; from the first row of the overview the way up leads to the totals.
    fn go_rows(&mut self, motion: Motion) {
        let has_totals = self.screen == Screen::Overview && !self.operation.totals.is_empty();
        match (self.focus, motion) {
            (Focus::Total(_) | Focus::Reach, Motion::By(step)) if step < 0 => {}
            (Focus::Total(_) | Focus::Reach, Motion::By(_)) => self.focus = Focus::Rows,
            (Focus::Rows, Motion::By(-1)) if has_totals && self.places.selected == 0 => {
                self.focus = self.total(0);
            }
            _ => {
                let place = motion.applied(self.list().selected, self.listed());
                self.select(place);
            }
        }
    }

    /// The focus on a total by its place; behind the last headline stands the reach.
    pub(super) fn total(&self, place: usize) -> Focus {
        let headlines = self.headlines().count();
        let has_reach = self.reach().next().is_some();
        match (place < headlines, has_reach, headlines.checked_sub(1)) {
            (true, ..) => Focus::Total(place),
            (false, true, _) => Focus::Reach,
            (false, false, Some(last)) => Focus::Total(last),
            (false, false, None) => Focus::Rows,
        }
    }

    /// The actions of a place that lie over the screen: all, or a part of very many.
    #[must_use]
    pub fn part(&self, row: &Row) -> Range<usize> {
        let from = self.from.min(row.count().saturating_sub(1)) / PART * PART;
        from..from.saturating_add(PART).min(row.count())
    }

    /// Whether the selected place has more actions than lie over the screen at a time.
    #[must_use]
    pub fn has_parts(&self) -> bool {
        let rows = self.screen.lists_places() && self.focus == Focus::Rows;
        rows && self.selected_anywhere().is_some_and(|(_, row)| row.count() > PART)
    }

    /// Shows the next part of the actions lying over the screen, or the one before.
    fn turn(&mut self, step: isize) {
        let count = self.selected_anywhere().map_or(0, |(_, row)| row.count());
        let parts = count.div_ceil(PART);
        let part = Motion::By(step).applied(self.from / PART, parts);
        if self.has_parts() && part * PART != self.from {
            self.from = part * PART;
            self.overlay = Overlay::Source { scroll: 0 };
        }
    }

    /// Moves sideways: among the totals, the column cursor, or the parts of a long text.
    pub(super) fn across(&mut self, step: isize) {
        if let Overlay::Source { .. } = self.overlay {
            return self.turn(step);
        }
        match (self.screen, self.focus) {
            (Screen::Countries, _) => self.column = self.column.moved(step),
            (Screen::Overview, Focus::Total(place)) => {
                self.focus = self.total(place.saturating_add_signed(step));
            }
            (Screen::Overview, Focus::Reach) => {
                let last = self.headlines().count();
                self.focus = self.total(last.saturating_add_signed(step));
            }
            (Screen::Compare, _) => self.move_operations(step),
            (Screen::Overview | Screen::Map | Screen::Sources, _) => {}
        }
    }

    /// How many lines a page is.
    pub(super) fn page(&self) -> isize {
        let lines = match self.overlay {
            _ if self.palette.is_some() => layout::palette_rows(self),
            Overlay::None if matches!(self.stage(), Some(Stage::Index(_))) => {
                slide::index_rows(self)
            }
            Overlay::None => layout::list_rows(self),
            _ => overlay::rows(self),
        };
        isize::try_from(lines).unwrap_or(isize::MAX).max(1)
    }

    /// Moves the first row in view no further than the selection asks for, and what is scrolled
    /// back into a window that has grown.
    pub(super) fn keep_in_view(&mut self) {
        if self.screen == Screen::Compare {
            self.keep_compared_in_view();
        } else {
            let (rows, count) = (layout::list_rows(self), self.listed());
            self.list().keep_in_view(rows, count);
        }
        // The list of another screen is put right when that screen is back; until then it must
        // only hold together.
        self.places.top = self.places.top.min(self.places.selected);
        let positions = overlay::positions(self);
        if let Overlay::Help { scroll } | Overlay::Source { scroll } | Overlay::Across { scroll } =
            &mut self.overlay
        {
            *scroll = (*scroll).min(positions.saturating_sub(1));
        }
        self.keep_map_in_view();
        self.keep_slide_in_view();
        self.keep_palette_in_view();
    }

    /// Copies what is marked or selected.
    pub(super) fn copy(&mut self, form: Form) -> Vec<Effect> {
        let Some((text, what)) = self.copied() else {
            return Vec::new();
        };
        let (text, said) = match form {
            Form::Text => (text, ""),
            Form::Markdown => (markdown::copied(&text), ", as Markdown"),
        };
        self.notice = Some(format!("copied {what}{said}"));
        vec![Effect::Copy(text, form)]
    }

    /// Says where a copy went that the terminal did not take.
    pub(super) fn kept(&mut self, name: Option<SafeText>) {
        self.notice = Some(match name {
            Some(name) => format!("this terminal has no clipboard: the copy is in {name}"),
            None => "this terminal has no clipboard, and no file can be written here".to_owned(),
        });
    }

    /// The text that is copied, and what to call it.
    fn copied(&self) -> Option<(String, String)> {
        let across = matches!(self.overlay, Overlay::Across { .. });
        let rows = self.screen.lists_places() && self.focus == Focus::Rows && !across;
        if rows && self.on_slide().is_none() && !self.marked().is_empty() {
            return Some(self.copied_marks());
        }
        let (text, what) = self.copied_selection()?;
        Some((text, format!("{what} with its citation")))
    }

    fn copied_selection(&self) -> Option<(String, String)> {
        if let Some(shown) = self.on_slide()
            && let Some(step) = shown.step()
        {
            let text = citation::step(&self.operation, shown.story(), step);
            return Some((text, "the slide".to_owned()));
        }
        if let Overlay::Across { .. } = self.overlay {
            return Some(compared::across(&self.compare.at_hand(), &self.sought()?));
        }
        if self.screen == Screen::Compare {
            return self.copied_comparison();
        }
        if self.focus == Focus::Reach {
            let figures: Vec<&Figure> = self.reach().collect();
            return Some((citation::figures(&self.operation, &figures), "the reach".to_owned()));
        }
        if let Some(total) = self.focused_total() {
            return Some((citation::figures(&self.operation, &[total]), total.label()));
        }
        if self.screen == Screen::Sources {
            let source = self.operation.sources.get(self.sources.selected)?;
            let text = citation::source(&self.operation, self.sources.selected);
            return Some((text, source.publisher.to_string()));
        }
        if let (Some(groups), Some(group)) = (self.groups(), self.selected_group()) {
            let text = citation::group(group.operation(&self.operation), groups, group);
            return Some((text, group.name.clone()));
        }
        let (operation, row) = self.selected_anywhere()?;
        Some((citation::rows(operation, &[row]), row.name().into_owned()))
    }
}
