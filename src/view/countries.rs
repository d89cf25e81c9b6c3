//! The countries: every family of measures as a column, and the detail of one place.
//!
//! Knows how headings, cells and the detail are written. A column that finds no room is announced,
//! not dropped in silence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Shown};
use super::detail::{self, Detail};
use super::layout::{self, Table};
use super::overview;
use super::page::Told;
use super::rows;
use super::widget::text;
use super::{NOTHING_FITS, NOTHING_REPORTED, coverage, filter, groups};
use crate::app::App;
use crate::app::grouping::Line;
use crate::model::query::Column;
use crate::theme::Theme;

/// How many columns of the order are told: the one that leads, and the first that break ties.
const SAID: usize = 3;

/// Draws the countries screen.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let places = layout::table(app, area);
    let table = columns::shown(app, places.columns.width);
    heading(app, theme, &places, table.len(), buffer);
    column_heads(app, theme, &table, places.columns, buffer);
    for (step, line) in places.rows.rows().enumerate() {
        row(app, app.top() + step, theme, &table, line, buffer);
    }
    if app.listed() == 0 {
        let none = if app.is_filtered() { NOTHING_FITS } else { NOTHING_REPORTED };
        text::write(buffer, places.rows, none, theme.dim);
    }
    selected(app, theme, &places, buffer);
}

fn heading(app: &App, theme: &Theme, places: &Table, columns: usize, buffer: &mut Buffer) {
    let shown = usize::from(places.rows.height);
    let position = if app.len() > shown {
        super::position(app.top(), shown, app.len())
    } else {
        String::new()
    };
    let hidden = Column::ALL.len() - columns;
    let more = if hidden > 0 { format!("{hidden} more columns ←→") } else { String::new() };
    let gap = if position.is_empty() || more.is_empty() { "" } else { " · " };
    let used =
        text::write_right(buffer, places.heading, &format!("{more}{gap}{position}"), theme.dim);
    let room = places.heading.width.saturating_sub(used + u16::from(used > 0));
    let sorted = format!("sorted by {}", app.sort().in_words(1));
    let ties = format!("sorted by {}", app.sort().in_words(SAID));
    let ways = if let Some(groups) = app.groups() {
        groups::clauses(groups, app.awaited_groups(), &sorted)
    } else {
        let (named, sum, share) = coverage::clauses(app);
        [
            format!("{named}: {sum}{share} · {ties}"),
            format!("{named}: {sum}{share} · {sorted}"),
            format!("{named} · {sorted}"),
            sorted,
        ]
    };
    let words = detail::longest(room, &ways);
    super::heading(buffer, Rect { width: room, ..places.heading }, words, theme.title, theme);
}

fn column_heads(app: &App, theme: &Theme, table: &[Shown], area: Rect, buffer: &mut Buffer) {
    for shown in table {
        let column = shown.column;
        let rank = app.sort().rank(column).filter(|(rank, _)| *rank < SAID);
        let (cursor, sorted) = (column == app.column(), matches!(rank, Some((0, _))));
        // The column that leads needs no number.
        let sign = match rank {
            None => String::new(),
            Some((0, direction)) => direction.sign().to_owned(),
            Some((rank, direction)) => format!("{}{}", direction.sign(), rank + 1),
        };
        let mark = match (cursor, column) {
            (true, Column::Name) => "▸ ",
            (false, Column::Name) => "  ",
            (true, Column::Family(_)) => "▸",
            (false, Column::Family(_)) => "",
        };
        let style = match (cursor, sorted) {
            (true, _) => theme.accent.patch(theme.selected_name),
            (false, true) => theme.title,
            (false, false) => theme.dim,
        };
        let heading = match app.groups() {
            Some(groups) if column == Column::Name => groups.by.name(),
            _ => column.heading(),
        };
        let words = format!("{mark}{heading}{sign}");
        let area = shown.area(area);
        if column == Column::Name || shown.numbers < area.width {
            text::write(buffer, area, &words, style);
        } else {
            text::write_right(buffer, area, &words, style);
        }
    }
}

fn row(app: &App, place: usize, theme: &Theme, table: &[Shown], line: Rect, buffer: &mut Buffer) {
    let within = app.line(place);
    let row = match within {
        Some(Line::Elsewhere(operation, member)) => operation.rows.get(member.row),
        _ => app.row(place),
    };
    let selected = place == app.selected();
    if selected {
        buffer.set_style(line, theme.selected);
    }
    for shown in table {
        let area = shown.area(line);
        match (shown.column, within, row) {
            (Column::Name, Some(Line::Group(group, open)), _) => {
                groups::name(app, (group, open), selected, area, theme, buffer);
            }
            (Column::Name, within, Some(row)) => {
                let area = if within.is_some() { groups::within(area) } else { area };
                overview::name(app, row, place, selected, area, theme, buffer);
            }
            (Column::Family(family), within, row) => {
                let cell = match (within, row) {
                    (Some(Line::Group(group, _)), _) => group.cell(family),
                    (Some(Line::Member(member) | Line::Elsewhere(_, member)), _) => {
                        member.cell(family)
                    }
                    (None, Some(row)) => row.cell(family),
                    (None, None) => return,
                };
                rows::write_cell(cell, true, area, shown.numbers, theme, buffer);
            }
            (Column::Name, _, None) => {}
        }
    }
}

/// Everything reported of the selected place.
fn selected(app: &App, theme: &Theme, places: &Table, buffer: &mut Buffer) {
    if let Some((title, told)) = groups::selected(app, false, places.detail.width, theme) {
        super::heading(buffer, places.detail_heading, &title, theme.title, theme);
        Told::from(told).draw(buffer, places.detail, theme);
        return;
    }
    let Some((operation, row)) = app.selected_anywhere() else {
        return filter::say_nothing(app, theme, places.detail_heading, places.detail, buffer);
    };
    let elsewhere = !std::ptr::eq(operation, app.operation());
    let rest = if elsewhere { " · Enter goes there" } else { "" };
    let title = groups::place_title(app, (operation, row), rest, places.detail_heading.width);
    super::heading(buffer, places.detail_heading, &title, theme.title, theme);
    let detail = Detail::new(operation, places.detail.width, theme);
    detail.place(row, 0..row.count(), places.detail.height).draw(buffer, places.detail, theme);
}
