//! What a person in front of the terminal can see, and the modes it is in.

use std::collections::BTreeSet;

use vt100::{Cell, Color, MouseProtocolEncoding, MouseProtocolMode};

/// The marker of what is selected, as it is and in ASCII.
const MARKERS: [char; 2] = ['▸', '>'];

/// One moment of the terminal.
#[derive(Clone)]
pub(crate) struct Screen {
    terminal: vt100::Screen,
    lines: Vec<String>,
}

impl Screen {
    pub(crate) fn of(terminal: &vt100::Screen) -> Self {
        let (_, columns) = terminal.size();
        Self { lines: terminal.rows(0, columns.get()).collect(), terminal: terminal.clone() }
    }

    pub(crate) fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.trim_end()).collect();
        lines.join("\n")
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The last line that is not empty.
    pub(crate) fn last_line(&self) -> &str {
        let mut lines = self.lines.iter().rev().map(|line| line.trim());
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    }

    pub(crate) fn is_overview(&self) -> bool {
        self.shows("Whole operation")
    }

    pub(crate) fn is_countries(&self) -> bool {
        self.shows("sorted by")
    }

    /// The name in the selected row; empty if no row is selected.
    pub(crate) fn selected(&self) -> &str {
        self.selected_line().map_or("", |line| name(&self.lines[line]))
    }

    /// The names of the rows around the selected one, from the top down.
    pub(crate) fn names(&self) -> Vec<&str> {
        let Some(selected) = self.selected_line() else {
            return Vec::new();
        };
        let is_row = |line: &&String| !name(line).is_empty() && !line.contains("───");
        let above = self.lines[..selected].iter().rev();
        let above = above.take_while(|line| is_row(line) && !is_head(line));
        let below = self.lines[selected..].iter().take_while(is_row);
        let mut names: Vec<&str> = above.map(|line| name(line)).collect();
        names.reverse();
        names.extend(below.map(|line| name(line)));
        names
    }

    /// The cell, counted from zero, where some words begin.
    pub(crate) fn place(&self, words: &str) -> Option<(usize, usize)> {
        self.lines.iter().enumerate().find_map(|(row, line)| {
            let (before, _) = line.split_once(words)?;
            Some((before.chars().count(), row))
        })
    }

    /// Whether a line begins with these words and a rule follows: the heading of the detail.
    pub(crate) fn has_heading(&self, words: &str) -> bool {
        let mut lines = self.lines.iter().map(|line| line.trim());
        lines.any(|line| line.starts_with(words) && line.contains("───"))
    }

    /// Whether a cell of the selected row is reversed.
    pub(crate) fn is_selection_reversed(&self) -> bool {
        let line = self.selected_line().unwrap();
        self.cells_of(line).any(Cell::inverse)
    }

    /// Every colour that a cell has, of its text or its ground, but for the terminal's own.
    pub(crate) fn colours(&self) -> BTreeSet<String> {
        let lines = 0..self.lines.len();
        let cells = lines.flat_map(|line| self.cells_of(line));
        let colours = cells.flat_map(|cell| [cell.fgcolor(), cell.bgcolor()]);
        let set = colours.filter(|colour| *colour != Color::Default);
        set.map(|colour| format!("{colour:?}")).collect()
    }

    /// Whether the board has the terminal: another screen, no cursor, the mouse, marked pastes.
    pub(crate) fn is_taken_over(&self) -> bool {
        let mouse = self.terminal.mouse_protocol_mode() == MouseProtocolMode::PressRelease
            && self.terminal.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr;
        let modes = self.terminal.hide_cursor() && self.terminal.bracketed_paste();
        self.terminal.alternate_screen() && mouse && modes
    }

    /// Whether nothing of all that is left.
    pub(crate) fn is_given_back(&self) -> bool {
        let mouse = self.terminal.mouse_protocol_mode() != MouseProtocolMode::None
            || self.terminal.mouse_protocol_encoding() != MouseProtocolEncoding::Default;
        let modes = self.terminal.hide_cursor() || self.terminal.bracketed_paste();
        !self.terminal.alternate_screen() && !mouse && !modes
    }

    fn selected_line(&self) -> Option<usize> {
        let mut lines = self.lines.iter();
        lines.rposition(|line| line.trim_start().starts_with(MARKERS))
    }

    fn cells_of(&self, line: usize) -> impl Iterator<Item = &Cell> {
        let (_, columns) = self.terminal.size();
        let line = u16::try_from(line).unwrap();
        (0..columns.get()).map(move |column| self.terminal.cell(line, column).unwrap())
    }
}

/// What a row begins with, up to the first gap.
fn name(line: &str) -> &str {
    let words = line.trim_start().trim_start_matches(MARKERS).trim_start();
    words.split("  ").next().unwrap_or_default()
}

/// Whether a line is the one with the headings of the columns.
fn is_head(line: &str) -> bool {
    name(line).starts_with("country")
}
