//! A page of text: lines of one width, wrapped as they are said.
//!
//! Knows wrapping and indents. Must not know what is said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::link::{Link, Text};
use super::widget::text;
use crate::model::number;
use crate::report::address::Address;
use crate::theme::Theme;

/// What is told of a thing, in lines, and what is left to tell.
#[derive(Default)]
pub(super) struct Told {
    /// The lines, and the links in them.
    pub(super) text: Text,
    /// The line at which each item begins.
    starts: Vec<usize>,
    /// How many items are not told.
    rest: usize,
    /// What an item is called, alone and in number.
    nouns: (&'static str, &'static str),
}

impl From<Vec<Line<'static>>> for Told {
    fn from(lines: Vec<Line<'static>>) -> Self {
        Self { text: lines.into(), ..Self::default() }
    }
}

impl From<Text> for Told {
    fn from(text: Text) -> Self {
        Self { text, ..Self::default() }
    }
}

impl Told {
    /// Draws the lines from the first one down; where they do not all fit, the end of the last
    /// row says how much more there is, and how to see it. Says which links are in view.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) -> Vec<Link> {
        let rows = usize::from(area.height);
        let hidden = if self.rest > 0 {
            let begun = self.starts.iter().filter(|start| **start < rows).count();
            let count = self.rest + self.starts.len() - begun;
            Some((count, if count == 1 { self.nouns.0 } else { self.nouns.1 }))
        } else {
            let count = self.text.lines.len().saturating_sub(rows);
            (count > 0).then_some((count, if count == 1 { "line" } else { "lines" }))
        };
        let said = hidden
            .map(|(count, noun)| format!(" … {} more {noun} · o shows all", number::of(count)));
        text::lines(buffer, area, &self.text.lines, said.as_deref(), theme.dim);
        let whole = area.height.saturating_sub(u16::from(said.is_some()));
        self.text.links(0, Rect { height: whole, ..area })
    }
}

/// Lines collected one after the other.
pub(super) struct Page<'a> {
    starts: Vec<usize>,
    text: Text,
    width: u16,
    theme: &'a Theme,
}

impl<'a> Page<'a> {
    /// An empty page of some width.
    pub(super) fn new(width: u16, theme: &'a Theme) -> Self {
        Self { starts: Vec::new(), text: Text::default(), width, theme }
    }

    /// The lines.
    pub(super) fn lines(self) -> Vec<Line<'static>> {
        self.text.lines
    }

    /// The lines with the links in them.
    pub(super) fn text(self) -> Text {
        self.text
    }

    /// The lines, of items some of which are not told.
    pub(super) fn told(self, rest: usize, nouns: (&'static str, &'static str)) -> Told {
        Told { text: self.text, starts: self.starts, rest, nouns }
    }

    /// Begins an item.
    pub(super) fn item(&mut self) {
        self.starts.push(self.text.lines.len());
    }

    /// Whether there are more lines than some rows can show.
    pub(super) fn is_beyond(&self, rows: u16) -> bool {
        self.text.lines.len() > usize::from(rows)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.lines.push(Line::default());
    }

    /// Text in lines, all of them indented.
    pub(super) fn say(&mut self, said: &str, indent: u16, style: Style) {
        let pad = " ".repeat(usize::from(indent));
        for line in text::wrapped(said, self.width.saturating_sub(indent)) {
            let line = vec![Span::raw(pad.clone()), Span::styled(line, style)];
            self.text.lines.push(Line::from(line));
        }
    }

    /// Text in lines as [`Self::say`] has it, leading to an address if there is one.
    pub(super) fn lead(&mut self, said: &str, indent: u16, style: Style, to: Option<Address>) {
        let before = self.text.lines.len();
        self.say(said, indent, style);
        if let Some(address) = to {
            self.text.link(self.text.lines.len() - before, indent, address);
        }
    }

    /// A point of a list: what leads it, then its text.
    pub(super) fn point(&mut self, lead: &'static str, said: &str) {
        let room = self.width.saturating_sub(text::width(lead));
        let pad = " ".repeat(lead.chars().count());
        for (step, line) in text::wrapped(said, room).into_iter().enumerate() {
            let before =
                if step == 0 { Span::styled(lead, self.theme.dim) } else { pad.clone().into() };
            self.text.lines.push(Line::from(vec![before, Span::styled(line, self.theme.title)]));
        }
    }

    /// Words at the right end of the last line, or of a line of their own.
    pub(super) fn at_line_end(&mut self, words: &str, style: Style) {
        let words = text::fitted(words, self.width).into_owned();
        let room = self.width.saturating_sub(text::width(&words));
        let used = self.text.lines.last().map(|line| u16::try_from(line.width()).unwrap_or(room));
        let gap = |used: u16| Span::raw(" ".repeat(usize::from(room.saturating_sub(used))));
        match (self.text.lines.last_mut(), used) {
            (Some(last), Some(used)) if used + 2 <= room => {
                last.push_span(gap(used));
                last.push_span(Span::styled(words, style));
            }
            _ => self.text.lines.push(Line::from(vec![gap(0), Span::styled(words, style)])),
        }
    }
}
