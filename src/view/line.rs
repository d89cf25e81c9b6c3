//! A line of text that is typed: the part of it around the cursor, what is wrong in it underlined.
//!
//! Knows cells. Must not know what the text is for.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use super::widget::text;
use crate::app::line::Line;
use crate::theme::Theme;

/// Draws a line with its cursor as a reversed cell; `wrong` is the part that cannot be read.
pub(super) fn draw(
    line: &Line,
    wrong: Option<&Range<usize>>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let cursor = u16::try_from(line.cursor()).unwrap_or(u16::MAX);
    let last = area.width.saturating_sub(1);
    let whole = text::width(line.text());
    // The cells before these are out of sight.
    let first = if whole < area.width { 0 } else { cursor.saturating_sub(last) };
    let mut at: u16 = 0;
    for (byte, cluster) in line.text().grapheme_indices(true) {
        let width = text::width(cluster);
        let x = at.checked_sub(first);
        at = at.saturating_add(width);
        let Some(x) = x.filter(|x| x + width <= area.width) else { continue };
        let is_wrong = wrong.is_some_and(|wrong| wrong.contains(&byte));
        let style =
            if is_wrong { theme.warn.add_modifier(Modifier::UNDERLINED) } else { theme.text };
        text::write(buffer, Rect { x: area.x + x, width, ..area }, cluster, style);
    }
    let cut = [(first > 0, area.x), (whole.saturating_sub(first) > area.width, area.x + last)];
    for (_, x) in cut.into_iter().filter(|(cut, _)| *cut) {
        text::write(buffer, Rect { x, width: 1, ..area }, "…", theme.dim);
    }
    if let Some(cell) = buffer.cell_mut((area.x + (cursor - first).min(last), area.y)) {
        cell.modifier.insert(Modifier::REVERSED);
    }
}
