//! The part of a total that is told apart, with its share as a bar.
//!
//! Knows parts and shares. Must not know where a total stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::widget::bar::{Bar, Scale, Side, Texture};
use super::widget::text;
use crate::model::figure::Figure;
use crate::model::operation::Operation;
use crate::model::share::Share;
use crate::theme::Theme;

/// The part of a total in the same measure that is told apart, with its share.
fn part<'a>(operation: &'a Operation, whole: &'a Figure) -> Option<(&'a Figure, Share)> {
    let part = Operation::parts_of(&operation.totals, whole).find(|f| f.same_measure(whole))?;
    Share::of(part.amount, whole.amount).map(|share| (part, share))
}

/// What the part is, in its own words where it has some.
fn detail(part: &Figure) -> String {
    part.detail().map_or_else(|| part.label(), ToString::to_string)
}

/// The part below its total: its words, then its share.
pub(super) fn below(
    operation: &Operation,
    whole: &Figure,
    colour: Style,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Some((part, share)) = part(operation, whole) else {
        return;
    };
    let words = format!("{} {}", part.amount.in_words(), detail(part));
    let mut rows = area.rows();
    for (line, row) in text::wrapped(&words, area.width).iter().zip(&mut rows) {
        text::write(buffer, row, line, theme.text);
    }
    if let Some(row) = rows.next() {
        bar(share, colour, theme, row, buffer);
    }
}

/// The part in one row: its words and what it is a part of, then its share.
pub(super) fn in_a_row(
    operation: &Operation,
    whole: &Figure,
    colour: Style,
    theme: &Theme,
    row: Rect,
    buffer: &mut Buffer,
) {
    let Some((part, share)) = part(operation, whole) else {
        return;
    };
    let words = format!("{} of {} {}", part.amount.in_words(), whole.in_words(), detail(part));
    let used = text::write(buffer, row, &words, theme.text) + 2;
    let rest =
        Rect { x: row.x + used.min(row.width), width: row.width.saturating_sub(used), ..row };
    bar(share, colour, theme, rest, buffer);
}

/// A share of a hundred: filled up to it, a thin rule for the rest, the number behind.
fn bar(share: Share, colour: Style, theme: &Theme, row: Rect, buffer: &mut Buffer) {
    let label = format!(" {}", share.in_words());
    let room = row.width.saturating_sub(text::width(&label)).min(40);
    if row.height == 0 || room < 4 {
        return;
    }
    let line = Rect { width: room, ..row };
    let bar = Bar {
        side: Side::Right,
        eighths: Scale::Linear(100).eighths(share.percent(), room),
        texture: Texture::Solid,
        style: colour,
        edge: colour,
    };
    let filled = bar.cells().min(room);
    bar.render(line, buffer);
    let empty = Rect { x: line.x + filled, width: room - filled, ..line };
    super::rule(buffer, empty, theme);
    let after = Rect { x: line.right(), width: row.right() - line.right(), ..row };
    text::write(buffer, after, &label, theme.text);
}
