//! The index: every step of the story by number and name, to jump from.
//!
//! Knows lines. Must not know what is on the slides.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Frame, frame, head, progress};
use crate::app::App;
use crate::app::focus::List;
use crate::app::present::{Presentation, Stage};
use crate::report::told;
use crate::theme::Theme;
use crate::view::layout;
use crate::view::widget::text;

/// Draws the index.
pub(super) fn draw(
    app: &App,
    shown: &Presentation,
    list: List,
    theme: &Theme,
    frame: Frame,
    buffer: &mut Buffer,
) {
    head(app, "Slides", theme, frame.head, buffer);
    let steps = shown.story().steps().iter().enumerate().skip(list.top);
    for ((place, step), line) in steps.zip(frame.body.rows()) {
        let selected = place == list.selected;
        if selected {
            buffer.set_style(line, theme.selected);
            text::write(buffer, line, "▸", theme.accent);
        }
        let number = Rect { x: line.x + 2, width: 4.min(line.width), ..line };
        text::write_right(buffer, number, &(place + 1).to_string(), theme.dim);
        let room = Rect { x: line.x + 8, width: line.width.saturating_sub(8), ..line };
        let style = if selected { theme.text.patch(theme.selected_name) } else { theme.text };
        text::write(buffer, room, &told::name(app.operation(), step), style);
    }
    let rows = usize::from(frame.body.height);
    let seen = (list.top + rows).min(shown.len());
    if shown.len() > rows {
        let said = format!("{}–{seen} of {}", list.top + 1, shown.len());
        text::write_right(buffer, frame.quiet, &said, theme.dim);
    }
    text::write(buffer, frame.quiet, "Enter goes there · Esc closes", theme.dim);
    progress(0, theme, frame.progress, buffer);
}

/// How many lines of the index are in view.
#[must_use]
pub fn rows(app: &App) -> usize {
    usize::from(frame(layout::window(app)).body.height)
}

/// The step of the index that lies at a cell.
pub(in crate::view) fn target(app: &App, shown: &Presentation, at: Position) -> Option<usize> {
    let Stage::Index(list) = shown.stage() else { return None };
    let body = frame(layout::window(app)).body;
    let place = list.top + usize::from(at.y.checked_sub(body.y)?);
    (body.contains(at) && place < shown.len()).then_some(place)
}
