//! The list beside the map: every row of the board, with its class and its figure.
//!
//! Knows how a name and a cell are written. Places that no map knows stand here as well.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::picture::{sign, style};
use super::scene::Scene;
use crate::app::App;
use crate::model::place::Row;
use crate::theme::Theme;
use crate::view::layout::Map;
use crate::view::overview;
use crate::view::rows;
use crate::view::widget::text;
use crate::view::{NOTHING_FITS, NOTHING_REPORTED, position};

/// The least that a name keeps.
const NAME: u16 = 8;

/// Draws the list.
pub(super) fn draw(app: &App, scene: &Scene, theme: &Theme, places: &Map, buffer: &mut Buffer) {
    let list = places.list;
    let shown = usize::from(list.height);
    let mut room = places.list_heading;
    if app.len() > shown {
        let words = position(app.top(), shown, app.len());
        let used = text::write_right(buffer, room, &words, theme.dim);
        room.width = room.width.saturating_sub(used + 1);
    }
    let heading = app.chart().family().heading();
    text::write(buffer, room, &format!("    country · {heading}"), theme.dim);
    if app.is_empty() {
        let none = if app.is_filtered() { NOTHING_FITS } else { NOTHING_REPORTED };
        text::write(buffer, list, none, theme.dim);
        return;
    }
    let seen = || (app.top()..app.len()).take(shown).filter_map(|place| app.row(place));
    let widths = seen().map(|row| rows::cell_width(scene.tones.cell(row), true));
    let (numbers, nouns) = widths
        .fold((1, 0), |(numbers, nouns), (number, noun)| (numbers.max(number), nouns.max(noun)));
    let noun = u16::from(nouns > 0) + nouns;
    let figure = (numbers + noun).min(list.width.saturating_sub(NAME + 5)).max(numbers);
    for (step, line) in list.rows().enumerate() {
        let place = app.top() + step;
        if let Some(row) = app.row(place) {
            draw_row((app, scene), (place, row), (numbers, figure), line, theme, buffer);
        }
    }
}

fn draw_row(
    (app, scene): (&App, &Scene),
    (place, row): (usize, &Row),
    (numbers, figure): (u16, u16),
    line: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let selected = place == app.selected();
    if selected {
        buffer.set_style(line, theme.selected);
    }
    let figures = line.width.saturating_sub(figure + 1);
    // A name goes on to its own number, which may be shorter than others.
    let spare = numbers.saturating_sub(rows::cell_width(scene.tones.cell(row), true).0);
    let name = Rect { width: figures + spare, ..line };
    if selected {
        text::write(buffer, name, "▸", theme.accent);
    }
    if !row.place.countries().is_empty() {
        let look = scene.look_of(row);
        let at = Rect { x: name.x + 2, width: name.width.saturating_sub(2).min(1), ..name };
        text::write(buffer, at, &sign(look, theme).to_string(), style(look, &theme.map, theme));
    }
    let words = Rect { x: name.x + 2, width: name.width.saturating_sub(2), ..name };
    overview::name(app, row, place, false, words, theme, buffer);
    let width = figure.min(line.width);
    let cell = Rect { x: line.right() - width, width, ..line };
    rows::write_cell(scene.tones.cell(row), true, cell, numbers, theme, buffer);
}
