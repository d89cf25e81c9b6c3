//! A page of text: lines of one width, wrapped as they are said.
//!
//! Knows wrapping and indents. Must not know what is said.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::widget::text;
use crate::theme::Theme;

/// Lines collected one after the other.
pub(super) struct Page<'a> {
    lines: Vec<Line<'static>>,
    width: u16,
    theme: &'a Theme,
}

impl<'a> Page<'a> {
    /// An empty page of some width.
    pub(super) const fn new(width: u16, theme: &'a Theme) -> Self {
        Self { lines: Vec::new(), width, theme }
    }

    /// The lines.
    pub(super) fn lines(self) -> Vec<Line<'static>> {
        self.lines
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
        let words = text::fitted(words, self.width);
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
