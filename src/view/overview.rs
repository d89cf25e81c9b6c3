//! The overview: what happened, with no key pressed.
//!
//! Knows the order of its parts: totals, the list that is its own chart, what is selected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{self, Overview, Size};
use super::rows::{self, Columns};
use super::widget::bar::Scale;
use super::widget::text;
use super::{detail, totals};
use crate::app::App;
use crate::app::focus::Focus;
use crate::model::figure::Figure;
use crate::model::measure::Family;
use crate::model::place::Row;
use crate::model::stats::{self, Cell};
use crate::theme::Theme;

/// Room for the numbers of other people.
const OTHERS: u16 = 6;

/// Draws the overview.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let size = Size::of(area).unwrap_or(Size::Narrow);
    let places = layout::overview(area, app.len());
    totals::draw(app, theme, area, buffer);
    heading(app, theme, &places, buffer);
    column_heads(theme, size, &places, buffer);
    whole(app, theme, size, &places, buffer);
    countries(app, theme, size, &places, buffer);
    selected(app, theme, &places, buffer);
}

/// What the table shows and how much of the totals that is.
fn heading(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let axis = app.axis().name();
    let used = text::write_right(buffer, places.heading, axis, theme.dim);
    let mut room = places.heading;
    room.width = room.width.saturating_sub(used + 1);
    let named = "Actions by country";
    let coverage = detail::coverage_line(app.operation());
    let long = format!("{named} · {coverage}");
    let fits = text::width(&long) + 2 <= room.width;
    let words = if fits { long } else { coverage };
    super::heading(buffer, room, &words, theme.title, theme);
}

fn column_heads(theme: &Theme, size: Size, places: &Overview, buffer: &mut Buffer) {
    let columns = rows::columns(places.columns, size);
    text::write(buffer, columns.name, "  country", theme.dim);
    let arrests = Rect { width: columns.left.width.saturating_sub(1), ..columns.left };
    text::write_right(buffer, arrests, "arrests ◂", theme.arrests);
    let rescued = Rect {
        x: columns.right.x + 1,
        width: columns.right.width.saturating_sub(1),
        ..columns.right
    };
    text::write(buffer, rescued, "▸ rescued", theme.rescues);
    if let Some(other) = columns.other {
        text::write(buffer, other, "other people", theme.dim);
    }
}

/// The operation's own numbers, on a scale of their own.
fn whole(app: &App, theme: &Theme, size: Size, places: &Overview, buffer: &mut Buffer) {
    let figures: Vec<&Figure> = app.operation().totals.iter().collect();
    let cell = |family| stats::cell(&figures, family);
    let (arrests, rescues) = (cell(Family::Arrests), cell(Family::Rescues));
    let scale = rows::scale(app.axis(), values(&[arrests, rescues]));
    let columns = rows::columns(places.whole, size);
    text::write(buffer, columns.name, "  Whole operation", theme.title);
    rows::bars((arrests, rescues), scale, &columns, theme, buffer);
    if let Some(area) = columns.other {
        let other = cell(Family::Identified);
        rows::write_cell(other, &rows::cell_words(other, false), area, OTHERS, theme, buffer);
    }
    rows::draw_axis(scale, &columns, places.whole_axis, theme, buffer);
}

fn values(cells: &[Cell]) -> impl Iterator<Item = u64> {
    cells.iter().filter_map(|cell| cell.lead?.amount.value())
}

/// The scale of all countries together, so that rows keep their lengths while they scroll.
fn country_scale(app: &App) -> Scale {
    let cells = app
        .operation()
        .rows
        .iter()
        .flat_map(|row| [row.cell(Family::Arrests), row.cell(Family::Rescues)]);
    rows::scale(app.axis(), cells.filter_map(|cell| cell.lead?.amount.value()))
}

fn countries(app: &App, theme: &Theme, size: Size, places: &Overview, buffer: &mut Buffer) {
    let scale = country_scale(app);
    for (step, area) in places.countries().enumerate() {
        let place = app.top() + step;
        if let Some(row) = app.row(place) {
            country(app, row, place, scale, (area, size), theme, buffer);
        }
    }
    let columns = rows::columns(places.axis, size);
    rows::draw_axis(scale, &columns, places.axis, theme, buffer);
    let shown = places.lines();
    if app.is_empty() {
        text::write(buffer, places.rows, "  no action of any country is reported", theme.dim);
    } else if app.len() > shown {
        let last = (app.top() + shown).min(app.len());
        let position = format!("  {}–{last} of {}", app.top() + 1, app.len());
        text::write(buffer, columns.name, &position, theme.dim);
    }
}

fn country(
    app: &App,
    row: &Row,
    place: usize,
    scale: Scale,
    (area, size): (Rect, Size),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let selected = place == app.selected() && app.focus() == Focus::Rows;
    if selected {
        buffer.set_style(area, theme.selected);
    }
    let columns = rows::columns(Rect { height: 1, ..area }, size);
    name(app, row, place, selected, columns.name, theme, buffer);
    let bars = (row.cell(Family::Arrests), row.cell(Family::Rescues));
    rows::bars(bars, scale, &columns, theme, buffer);
    others(row, &columns, theme, buffer);
    if area.height > 1 {
        happened(app, row, area, theme, buffer);
    }
}

/// The name of a row with the marker of the selection.
pub(super) fn name(
    app: &App,
    row: &Row,
    place: usize,
    selected: bool,
    area: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let mut style = theme.text;
    if selected {
        text::write(buffer, area, "▸", theme.accent);
        style = style.patch(theme.selected_name);
    }
    if app.is_found(place) {
        style = style.patch(theme.found);
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    text::write(buffer, inside, row.name.as_str(), style);
}

/// What happened, in the second row of a country.
fn happened(app: &App, row: &Row, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let second =
        Rect { x: area.x + 4, y: area.y + 1, width: area.width.saturating_sub(4), height: 1 };
    let summaries = app.operation().actions_of(row).map(|action| action.summary.as_str());
    let all: Vec<&str> = summaries.collect();
    text::write(buffer, second, &all.join(" "), theme.dim);
}

/// People who were neither arrested nor rescued.
fn others(row: &Row, columns: &Columns, theme: &Theme, buffer: &mut Buffer) {
    if let Some(area) = columns.other {
        let families = [Family::Identified, Family::Suspects, Family::Moved];
        let cell = rows::first_of(&families.map(|family| row.cell(family)));
        let area = Rect { width: area.width.saturating_sub(1), ..area };
        rows::write_cell(cell, &rows::cell_words(cell, false), area, OTHERS, theme, buffer);
    }
}

/// What is selected: a country with its actions, or a total with what is known below it.
fn selected(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let width = places.detail.width.min(detail::WIDEST);
    let operation = app.operation();
    let (title, source, lines) = match (app.focused_total(), app.selected_row()) {
        (Some(total), _) => (
            format!("{}: what is named", detail::capital(&total.label())),
            detail::tag(operation, total.citations.first()),
            detail::coverage(operation, total, width, theme),
        ),
        (None, Some(row)) => (
            detail::place_title(row),
            detail::single_tag(operation, row),
            detail::brief(operation, row, width, theme),
        ),
        (None, None) => return,
    };
    let rest = super::heading(buffer, places.detail_heading, &title, theme.title, theme);
    if !source.is_empty() {
        text::write_right(buffer, rest, &format!(" {source}"), theme.dim);
    }
    text::lines(buffer, places.detail, &lines, " · o shows all", theme.dim);
}
