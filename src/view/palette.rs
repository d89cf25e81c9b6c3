//! The palette: a line to type into, and the commands that fit, each with what it does and its key.
//!
//! Knows cells. Which commands fit is known by [`crate::command::palette`].

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Widget};

use super::widget::text;
use super::{layout, line};
use crate::app::App;
use crate::command::{Command, docs, palette};
use crate::theme::Theme;

/// The room for a command's name, and the most for its keys.
const NAME: u16 = 14;
const KEYS: u16 = 11;

/// Draws the palette if it is open, and says whether it is.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> bool {
    let Some(open) = app.palette() else { return false };
    let (outer, prompt, rows) = layout::palette_box(app, area);
    let found = palette::found(app);
    Clear.render(outer, buffer);
    buffer.set_style(outer, theme.ground);
    let count = super::position(open.list().top, usize::from(rows.height), found.len());
    let said = if found.len() > usize::from(rows.height) {
        format!(" {count} ↑↓ · ")
    } else {
        " ".to_owned()
    };
    Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme.faint)
        .title_top(Line::styled(" Commands that work here ", theme.title))
        .title_bottom(
            Line::styled(format!("{said}Enter does it · Esc closes "), theme.dim).right_aligned(),
        )
        .render(outer, buffer);
    text::write(buffer, prompt, ":", theme.accent);
    let typed = Rect { x: prompt.x + 2, width: prompt.width.saturating_sub(2), ..prompt };
    line::draw(open.line(), None, theme, typed, buffer);
    if found.is_empty() {
        text::write(buffer, rows, "  no command that works here is called so", theme.dim);
    }
    let shown = found.iter().enumerate().skip(open.list().top);
    for ((place, command), row) in shown.zip(rows.rows()) {
        entry(command, place == open.list().selected, theme, row, buffer);
    }
    true
}

/// A command: its name, what it does, its keys at the end.
fn entry(command: &Command, selected: bool, theme: &Theme, row: Rect, buffer: &mut Buffer) {
    let mut name = theme.text;
    if selected {
        buffer.set_style(row, theme.selected);
        text::write(buffer, row, "▸", theme.accent);
        name = name.patch(theme.selected_name);
    }
    let part = |x: u16, width: u16| Rect { x: row.x + x, width, ..row }.intersection(row);
    let all = docs::keys(command);
    let first = command.keys.first().map(ToString::to_string).unwrap_or_default();
    let keys = if text::width(&all) <= KEYS { all } else { first };
    let used = text::write_right(buffer, part(0, row.width), &keys, theme.accent);
    text::write(buffer, part(2, NAME - 1), command.title, name);
    let room = row.width.saturating_sub(2 + NAME + used.max(KEYS) + 1);
    text::write(buffer, part(2 + NAME, room), command.doc, theme.dim);
}
