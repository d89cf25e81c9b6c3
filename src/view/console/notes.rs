//! What the speaker wants to be reminded of.
//!
//! Knows lines and parts: notes longer than their area are shown one part after the other, and how
//! many there are is said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::app::console::Console;
use crate::model::standing::Standing;
use crate::model::text::SafeText;
use crate::theme::Theme;
use crate::view;
use crate::view::widget::text;

/// Longer lines are hard to follow in a glance.
const READABLE: u16 = 96;

/// Draws the notes of the slide it is at.
pub(super) fn draw(
    console: &Console,
    standing: &Standing<SafeText>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let parts = parts(standing, area);
    let shown = console.part().min(parts.len().saturating_sub(1));
    let heading = match parts.len() {
        0 | 1 => "Notes".to_owned(),
        all => format!("Notes · part {} of {all} · n shows more", shown + 1),
    };
    view::heading(buffer, area, &heading, theme.dim, theme);
    let body = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    if standing.notes.is_empty() {
        text::write(buffer, body, "none for this slide", theme.dim);
    }
    for (line, row) in parts.get(shown).into_iter().flatten().zip(body.rows()) {
        Line::styled(line.as_str(), theme.text).render(row, buffer);
    }
}

/// The notes in lines.
fn said(standing: &Standing<SafeText>, width: u16) -> Vec<String> {
    let mut said = Vec::new();
    for note in &standing.notes {
        let wrapped = text::wrapped(note.as_str(), width.min(READABLE).saturating_sub(2));
        let signs = std::iter::once("– ").chain(std::iter::repeat("  "));
        said.extend(signs.zip(wrapped).map(|(sign, line)| format!("{sign}{line}")));
    }
    said
}

/// How many rows all of them take with their heading.
pub(super) fn rows(standing: &Standing<SafeText>, width: u16) -> u16 {
    let lines = said(standing, width).len().max(1);
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(1)
}

/// The notes in the parts that fit into an area with a heading.
pub(super) fn parts(standing: &Standing<SafeText>, area: Rect) -> Vec<Vec<String>> {
    let rows = usize::from(area.height.saturating_sub(1)).max(1);
    said(standing, area.width).chunks(rows).map(<[String]>::to_vec).collect()
}
