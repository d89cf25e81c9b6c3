//! The overview: what happened, with no key pressed.
//!
//! Knows the order of its parts: totals, the list that is its own chart, what is selected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail::{self, Detail};
use super::layout::{self, Overview};
use super::rows::{self, Cells};
use super::totals;
use super::widget::bar::Scale;
use super::widget::text;
use super::{NOTHING_FITS, NOTHING_REPORTED, coverage, filter, marked};
use crate::app::App;
use crate::app::focus::Focus;
use crate::model::measure::Family;
use crate::model::place::Row;
use crate::theme::Theme;

/// Draws the overview.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let places = layout::overview(app, area);
    totals::draw(app, theme, area, buffer);
    heading(app, theme, &places, buffer);
    column_heads(app, theme, &places, buffer);
    whole(app, theme, &places, buffer);
    countries(app, theme, &places, buffer);
    selected(app, theme, &places, buffer);
}

/// What the table shows and how much of the totals that is, in as many words as fit.
fn heading(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let axis = app.axis().name();
    let used = text::write_right(buffer, places.heading, axis, theme.dim);
    let mut room = places.heading;
    room.width = room.width.saturating_sub(used + 1);
    let (named, sum, share) = coverage::clauses(app);
    let ways = [
        format!("Actions by country · {named}: {sum}{share}"),
        format!("{named}: {sum}{share}"),
        format!("named: {sum}{share}"),
        format!("named: {sum}"),
        named,
    ];
    let words = detail::longest(room.width, &ways);
    super::heading(buffer, room, words, theme.title, theme);
}

fn column_heads(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let columns = rows::columns(places.columns, app.extent().left());
    text::write(buffer, columns.name, "  country", theme.dim);
    let arrests = Rect { width: columns.left.width.saturating_sub(1), ..columns.left };
    text::write_right(buffer, arrests, "arrests ◂", theme.arrests_label);
    let (x, width) = (columns.right.x + 1, columns.right.width.saturating_sub(1));
    text::write(buffer, Rect { x, width, ..columns.right }, "▸ rescued", theme.rescues_label);
    if let Some(other) = columns.other {
        text::write(buffer, other, "other people", theme.dim);
    }
}

/// The operation's own numbers, on a scale of their own.
fn whole(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let cell = |family| app.operation().whole(family);
    let cells = Cells {
        arrests: cell(Family::Arrests),
        rescues: cell(Family::Rescues),
        others: cell(Family::Identified),
    };
    let scale = app.extent().whole(app.axis());
    let columns = rows::columns(places.whole, app.extent().left());
    text::write(buffer, columns.name, "  Whole operation", theme.title);
    rows::draw(cells, scale.unwrap_or(Scale::Linear(1)), &columns, theme, buffer);
    if let Some(scale) = scale {
        rows::draw_axis(scale, &columns, places.whole_axis, theme, buffer);
    }
}

fn countries(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let (scale, left_label) = (app.extent().places(app.axis()), app.extent().left());
    for (step, area) in places.countries().enumerate() {
        let place = app.top() + step;
        if let Some(row) = app.row(place) {
            country(app, row, place, (scale, left_label), area, theme, buffer);
        }
    }
    let columns = rows::columns(places.axis, left_label);
    let shown = places.lines();
    if app.is_empty() {
        let none = if app.is_filtered() { NOTHING_FITS } else { NOTHING_REPORTED };
        text::write(buffer, places.rows, none, theme.dim);
        return;
    }
    if app.extent().has_numbers() {
        rows::draw_axis(scale, &columns, places.axis, theme, buffer);
    }
    if app.len() > shown {
        let position = format!("  {}", super::position(app.top(), shown, app.len()));
        text::write(buffer, columns.name, &position, theme.dim);
    }
}

fn country(
    app: &App,
    row: &Row,
    place: usize,
    (scale, left_label): (Scale, u16),
    area: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let selected = place == app.selected() && app.focus() == Focus::Rows;
    if selected {
        buffer.set_style(area, theme.selected);
    }
    let columns = rows::columns(Rect { height: 1, ..area }, left_label);
    name(app, row, place, selected, columns.name, theme, buffer);
    let others = [Family::Identified, Family::Suspects, Family::Moved];
    let cells = Cells {
        arrests: row.cell(Family::Arrests),
        rescues: row.cell(Family::Rescues),
        others: rows::first_of(&others.map(|family| row.cell(family))),
    };
    rows::draw(cells, scale, &columns, theme, buffer);
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
    if app.is_marked(place) {
        // In the margin, where it is seen whatever is selected.
        marked::sign(area, theme, buffer);
    }
    if selected {
        text::write(buffer, area, "▸", theme.accent);
        style = style.patch(theme.selected_name);
    }
    if app.is_found(place) {
        style = style.patch(theme.found);
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    text::write(buffer, inside, &row.name(), style);
}

/// What happened, in the second row of a country.
fn happened(app: &App, row: &Row, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let second =
        Rect { x: area.x + 4, y: area.y + 1, width: area.width.saturating_sub(4), height: 1 };
    let mut all = String::new();
    for action in app.operation().actions_of(row) {
        // What is beyond the end of the row is never seen.
        if text::width(&all) > second.width {
            break;
        }
        all.push_str(if all.is_empty() { "" } else { " " });
        all.push_str(action.summary.as_str());
    }
    text::write(buffer, second, &all, theme.dim);
}

/// What is selected: a country with its actions, a total with what is known below it, the reach.
fn selected(app: &App, theme: &Theme, places: &Overview, buffer: &mut Buffer) {
    let operation = app.operation();
    let detail = Detail::new(operation, places.detail.width, theme);
    let (title, source, lines) = match (app.focus(), app.focused_total(), app.selected_row()) {
        (Focus::Reach, ..) => (
            "Reach".to_owned(),
            String::new(),
            detail.figures(&app.reach().collect::<Vec<_>>()).into(),
        ),
        (_, Some(total), _) => (
            {
                let aside = if app.is_filtered() { ", the filter aside" } else { "" };
                format!("{}: what is named{aside}", detail::capital(&total.label()))
            },
            detail::tag(operation, total.citations.first()),
            detail.coverage(total).into(),
        ),
        (_, None, Some(row)) => (
            detail::place_title(row),
            detail::single_tag(operation, row),
            detail.brief(row, places.detail.height),
        ),
        (_, None, None) => {
            return filter::say_nothing(app, theme, places.detail_heading, places.detail, buffer);
        }
    };
    let rest = super::heading(buffer, places.detail_heading, &title, theme.title, theme);
    if !source.is_empty() {
        text::write_right(buffer, rest, &format!(" {source}"), theme.dim);
    }
    lines.draw(buffer, places.detail, theme);
}
