//! A page of text: lines of one width, wrapped as they are said.
//!
//! Knows wrapping and indents. Must not know what is said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::widget::text;
use crate::model::number;
use crate::theme::Theme;

/// What is told of a thing, in lines, and what is left to tell.
#[derive(Default)]
pub(super) struct Told {
    /// The lines.
    pub(super) lines: Vec<Line<'static>>,
    /// The line at which each item begins.
    starts: Vec<usize>,
    /// How many items are not told.
    rest: usize,
    /// What an item is called, alone and in number.
    nouns: (&'static str, &'static str),
}

impl From<Vec<Line<'static>>> for Told {
    fn from(lines: Vec<Line<'static>>) -> Self {
        Self { lines, ..Self::default() }
    }
}

impl Told {
    /// Draws the lines from the first one down; where they do not all fit, the end of the last
    /// row says how much more there is, and how to see it.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        let rows = usize::from(area.height);
        let hidden = if self.rest > 0 {
            let begun = self.starts.iter().filter(|start| **start < rows).count();
            let count = self.rest + self.starts.len() - begun;
            Some((count, if count == 1 { self.nouns.0 } else { self.nouns.1 }))
        } else {
            let count = self.lines.len().saturating_sub(rows);
            (count > 0).then_some((count, if count == 1 { "line" } else { "lines" }))
        };
        let said = hidden
            .map(|(count, noun)| format!(" … {} more {noun} · o shows all", number::of(count)));
        text::lines(buffer, area, &self.lines, said.as_deref(), theme.dim);
    }
}

/// Lines collected one after the other.
pub(super) struct Page<'a> {
    starts: Vec<usize>,
    lines: Vec<Line<'static>>,
    width: u16,
    theme: &'a Theme,
}

impl<'a> Page<'a> {
    /// An empty page of some width.
    pub(super) const fn new(width: u16, theme: &'a Theme) -> Self {
        Self { starts: Vec::new(), lines: Vec::new(), width, theme }
    }

    /// The lines.
    pub(super) fn lines(self) -> Vec<Line<'static>> {
        self.lines
    }

    /// The lines, of items some of which are not told.
    pub(super) fn told(self, rest: usize, nouns: (&'static str, &'static str)) -> Told {
        Told { lines: self.lines, starts: self.starts, rest, nouns }
    }

    /// Begins an item.
    pub(super) fn item(&mut self) {
        self.starts.push(self.lines.len());
    }

    /// Whether there are more lines than some rows can show.
    pub(super) fn is_beyond(&self, rows: u16) -> bool {
        self.lines.len() > usize::from(rows)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// Text in lines, all of them indented.
    pub(super) fn say(&mut self, said: &str, indent: u16, style: Style) {
        let pad = " ".repeat(usize::from(indent));
        for line in text::wrapped(said, self.width.saturating_sub(indent)) {
            let line = vec![Span::raw(pad.clone()), Span::styled(line, style)];
            self.lines.push(Line::from(line));
        }
    }

    /// A point of a list: what leads it, then its text.
    pub(super) fn point(&mut self, lead: &'static str, said: &str) {
        let room = self.width.saturating_sub(text::width(lead));
        let pad = " ".repeat(lead.chars().count());
        for (step, line) in text::wrapped(said, room).into_iter().enumerate() {
            let before =
                if step == 0 { Span::styled(lead, self.theme.dim) } else { pad.clone().into() };
            self.lines.push(Line::from(vec![before, Span::styled(line, self.theme.title)]));
        }
    }

    /// Words at the right end of the last line, or of a line of their own.
    pub(super) fn at_line_end(&mut self, words: &str, style: Style) {
        let words = text::fitted(words, self.width).into_owned();
        let room = self.width.saturating_sub(text::width(&words));
        let used = self.lines.last().map(|line| u16::try_from(line.width()).unwrap_or(room));
        let gap = |used: u16| Span::raw(" ".repeat(usize::from(room.saturating_sub(used))));
        match (self.lines.last_mut(), used) {
            (Some(last), Some(used)) if used + 2 <= room => {
                last.push_span(gap(used));
                last.push_span(Span::styled(words, style));
            }
            _ => self.lines.push(Line::from(vec![gap(0), Span::styled(words, style)])),
        }
    }
}
