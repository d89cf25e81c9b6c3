//! The line at the foot in which the name of a file is asked for, over whatever the window shows.
//!
//! Knows cells. What the file will hold must not be known here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::widget::text;
use super::{frame, line};
use crate::app::App;
use crate::theme::Theme;

/// Draws the line if a name is asked for.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(asked) = app.exporting() else { return };
    let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }.intersection(area);
    Clear.render(row, buffer);
    buffer.set_style(row, theme.ground);
    let row = Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row };
    let (said, style) = if asked.replaces() {
        ("exists, replace: ".to_owned(), theme.warn)
    } else {
        (format!("write {}: ", asked.format().name()), theme.accent)
    };
    let used = text::write(buffer, row, &said, style);
    let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
    let used = text::write_right(buffer, rest, &frame::ways_out(app), theme.dim);
    let room = Rect { width: rest.width.saturating_sub(used + 1), ..rest };
    line::draw(asked.line(), None, theme, room, buffer);
}
