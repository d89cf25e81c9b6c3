//! A line of text that is typed: what is in it, where its cursor is, how it is edited.
//!
//! Knows text and a cursor. Must not know what the text is for, or which keys type it.

use std::ops::Range;

use tui_input::{Input, InputRequest};

use super::action::Edit;
use crate::data::sanitize::clean;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Line {
    input: Input,
}

/// The longest text, in bytes; a pasted book finds nothing anyway.
pub const LONGEST: usize = 1_000;

impl Line {
    /// A line that holds a text, its cursor at the end.
    pub(super) fn holding(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The cursor's distance from the start of the text, in cells.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// The place of the cursor in the text, in bytes.
    #[must_use]
    pub fn place(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Edits the text.
    pub(super) fn edit(&mut self, edit: Edit) {
        let mut ask = |request| {
            self.input.handle(request);
        };
        match edit {
            Edit::Insert(text) => self.insert(&text),
            Edit::DeleteBack => ask(InputRequest::DeletePrevChar),
            Edit::DeleteForward => ask(InputRequest::DeleteNextChar),
            Edit::DeleteWord => ask(InputRequest::DeletePrevWord),
            Edit::DeleteAll => ask(InputRequest::DeleteLine),
            Edit::Cursor(isize::MIN) => ask(InputRequest::GoToStart),
            Edit::Cursor(isize::MAX) => ask(InputRequest::GoToEnd),
            Edit::Cursor(step) if step < 0 => ask(InputRequest::GoToPrevChar),
            Edit::Cursor(_) => ask(InputRequest::GoToNextChar),
            Edit::Complete | Edit::Other(_) | Edit::Accept | Edit::Cancel => {}
        }
        self.tidy();
    }

    /// Puts a text in the place of a part of the line, the cursor behind it.
    pub(super) fn replace(&mut self, part: Range<usize>, text: &str) {
        let value = self.input.value();
        let before = value.get(..part.start).unwrap_or(value);
        let after = value.get(part.end..).unwrap_or_default();
        let cursor = before.chars().count() + text.chars().count();
        let whole = format!("{before}{text}{after}");
        if whole.len() <= LONGEST {
            self.input = Input::new(whole).with_cursor(cursor);
        }
    }

    /// Puts text where the cursor is, as far as there is room. It is cleaned together with what is
    /// before it: a mark belongs to the letter there.
    fn insert(&mut self, text: &str) {
        let value = self.input.value();
        let (before, after) = value.split_at_checked(self.place()).unwrap_or((value, ""));
        let (joined, mut room) =
            (clean(&format!("{before}{text}")), LONGEST.saturating_sub(after.len()));
        let fits = |c: &char| {
            let left = room.checked_sub(c.len_utf8());
            room = left.unwrap_or(0);
            left.is_some()
        };
        let head: String = joined.as_str().chars().take_while(fits).collect();
        let cursor = head.chars().count();
        self.input = Input::new(head + after).with_cursor(cursor);
    }

    /// Cleans the whole text again: pieces that are clean by themselves may pile up together.
    fn tidy(&mut self) {
        let tidy = clean(self.input.value());
        if tidy.as_str() != self.input.value() {
            let count = |text: &str| text.chars().count();
            let less = count(self.input.value()).saturating_sub(count(tidy.as_str()));
            let cursor = self.input.cursor().saturating_sub(less);
            self.input = Input::new(tidy.to_string()).with_cursor(cursor);
        }
    }
}
