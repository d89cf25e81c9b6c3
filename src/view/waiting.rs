//! What stands in the window while the first file is being read.
//!
//! Knows how far that has come. Shows nothing that could be taken for a figure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::widget::bar::{Bar, Scale, Side, Texture};
use super::widget::text;
use crate::app::loading::Loading;
use crate::theme::Theme;

/// The widest bar.
const WIDEST: u16 = 48;

/// Draws the name of the file, a bar and a few words into the middle of an area.
pub(super) fn draw(loading: Option<&Loading>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let width = WIDEST.min(area.width.saturating_sub(4));
    let (x, y) = (area.x + (area.width - width) / 2, area.y + area.height.saturating_sub(5) / 2);
    let line =
        |step: u16| Rect { x, y: y.saturating_add(step), width, height: 1 }.intersection(area);
    let Some(loading) = loading else { return };
    text::write(buffer, line(0), &format!("Reading {}", loading.title), theme.title);
    super::rule(buffer, line(2), theme);
    let bar = Bar {
        side: Side::Right,
        eighths: match loading.progress.done() {
            0 => 0,
            done => Scale::Linear(100).eighths(done, width),
        },
        texture: Texture::Solid,
        style: theme.accent,
        edge: theme.accent,
    };
    bar.render(line(2), buffer);
    text::write(buffer, line(4), &loading.progress.in_words(), theme.dim);
    text::write_right(buffer, line(4), "Esc gives up", theme.dim);
}
