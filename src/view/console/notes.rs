//! What the speaker wants to be reminded of.
//!
//! Knows lines and parts: notes longer than their area are shown one part after the other, and how
//! many there are is said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::app::console::Console;
use crate::model::standing::Standing;
use crate::model::text::SafeText;
use crate::theme::{Signs, Theme};
use crate::view;
use crate::view::layout::Size;
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// Longer lines are hard to follow in a glance.
const READABLE: u16 = 96;

/// Draws the notes of the slide it is at.
pub(super) fn draw(
    console: &Console,
    standing: &Standing<SafeText>,
    theme: &Theme,
    (area, size): (Rect, Option<Size>),
    buffer: &mut Buffer,
) {
    let parts = parts(standing, area, size);
    let shown = console.part().min(parts.len().saturating_sub(1));
    let heading = match parts.len() {
        0 | 1 => "Notes".to_owned(),
        all => format!("Notes · part {} of {all} · n shows more", shown + 1),
    };
    view::heading(buffer, area, &heading, theme.dim, theme);
    let head = head(size).min(area.height);
    let body = Rect { y: area.y + head, height: area.height - head, ..area };
    if standing.notes.is_empty() {
        text::write(buffer, body, "none for this slide", theme.dim);
    }
    let mut rest = body;
    for said in parts.get(shown).into_iter().flatten() {
        said.draw(theme, rest, buffer);
        let rows = said.rows().min(rest.height);
        rest = Rect { y: rest.y + rows, height: rest.height - rows, ..rest };
    }
}

/// The rows of the heading, and the air below it where letters are large.
fn head(size: Option<Size>) -> u16 {
    1 + u16::from(size == Some(Size::Huge))
}

/// A line of the notes.
#[derive(Clone)]
pub(super) enum Said {
    /// In letters of the terminal.
    Plain(String),
    /// In large letters, with an empty row below.
    Large(Large),
}

impl Said {
    fn rows(&self) -> u16 {
        match self {
            Self::Plain(_) => 1,
            Self::Large(line) => line.height() + 1,
        }
    }

    fn draw(&self, theme: &Theme, area: Rect, buffer: &mut Buffer) {
        match self {
            Self::Plain(line) => {
                text::write(buffer, area, line, theme.text);
            }
            Self::Large(line) => {
                let line = line.clone().style(theme.text);
                (&line.in_cells(theme.signs == Signs::Ascii)).render(area, buffer);
            }
        }
    }
}

/// The notes in lines; in a huge window in large ones, as somebody sees them who stands beside it.
fn said(standing: &Standing<SafeText>, width: u16, size: Option<Size>) -> Vec<Said> {
    let mut said = Vec::new();
    let large = |note: &SafeText| Large::wrapped(note.as_str(), width, 1);
    let large: Option<Vec<Vec<Large>>> = standing.notes.iter().map(large).collect();
    if let Some(notes) = large.filter(|_| size == Some(Size::Huge)) {
        for (place, note) in notes.into_iter().enumerate() {
            said.extend((place > 0).then(|| Said::Plain(String::new())));
            said.extend(note.into_iter().map(Said::Large));
        }
        return said;
    }
    for (place, note) in standing.notes.iter().enumerate() {
        let air = place > 0 && size > Some(Size::Narrow);
        said.extend(air.then(|| Said::Plain(String::new())));
        let wrapped = text::wrapped(note.as_str(), width.min(READABLE).saturating_sub(2));
        let signs = std::iter::once("– ").chain(std::iter::repeat("  "));
        let lines = signs.zip(wrapped).map(|(sign, line)| format!("{sign}{line}"));
        said.extend(lines.map(Said::Plain));
    }
    said
}

/// How many rows all of them take with their heading.
pub(super) fn rows(standing: &Standing<SafeText>, width: u16, size: Option<Size>) -> u16 {
    let rows = said(standing, width, size).iter().map(Said::rows).fold(0, u16::saturating_add);
    rows.max(1).saturating_add(head(size))
}

/// The notes in the parts that fit into an area with a heading.
pub(super) fn parts(
    standing: &Standing<SafeText>,
    area: Rect,
    size: Option<Size>,
) -> Vec<Vec<Said>> {
    let room = area.height.saturating_sub(head(size)).max(1);
    let mut parts: Vec<Vec<Said>> = Vec::new();
    let mut used = room;
    for line in said(standing, area.width, size) {
        if used.saturating_add(line.rows()) > room {
            parts.push(Vec::new());
            used = 0;
        }
        used = used.saturating_add(line.rows());
        parts.last_mut().into_iter().for_each(|part| part.push(line.clone()));
    }
    parts
}
