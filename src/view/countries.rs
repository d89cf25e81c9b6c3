//! The countries: every family of measures as a column, and the detail of one place.
//!
//! Knows how wide columns are and which are in view. A column that finds no room is announced,
//! not dropped in silence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{self, Countries};
use super::rows;
use super::widget::text;
use super::{detail, overview};
use crate::app::App;
use crate::model::place::Row;
use crate::model::query::Column;
use crate::theme::Theme;

/// Blanks between columns.
const GAP: u16 = 2;

/// Draws the countries screen.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let places = layout::countries(area, app.len());
    heading(app, theme, &places, buffer);
    column_heads(app, theme, places.columns, buffer);
    for (step, line) in places.rows.rows().enumerate() {
        row(app, app.top() + step, theme, line, buffer);
    }
    if app.is_empty() {
        text::write(
            buffer,
            places.rows,
            "  no action of any country is reported",
            theme.dim,
        );
    }
    selected(app, theme, &places, buffer);
}

fn heading(app: &App, theme: &Theme, places: &Countries, buffer: &mut Buffer) {
    let shown = usize::from(places.rows.height);
    let last = (app.top() + shown).min(app.len());
    let position = if app.len() > shown {
        format!("{}–{last} of {}", app.top() + 1, app.len())
    } else {
        String::new()
    };
    let columns = columns(app, places.columns).len();
    let hidden = Column::ALL.len() - columns;
    let more = if hidden > 0 {
        format!("{hidden} more columns ←→")
    } else {
        String::new()
    };
    let gap = if position.is_empty() || more.is_empty() {
        ""
    } else {
        " · "
    };
    let used = text::write_right(
        buffer,
        places.heading,
        &format!("{more}{gap}{position}"),
        theme.dim,
    );
    let room = places
        .heading
        .width
        .saturating_sub(used + u16::from(used > 0));
    let key = app.sort().first();
    let sorted = format!(
        "sorted by {} {}",
        key.column.heading(),
        key.direction.sign()
    );
    let words = format!("{} · {sorted}", detail::coverage_line(app.operation()));
    let words = if text::width(&words) <= room {
        words
    } else {
        sorted
    };
    super::heading(
        buffer,
        Rect {
            width: room,
            ..places.heading
        },
        &words,
        theme.title,
        theme,
    );
}

/// How wide a column is: its numbers, and its nouns with the blank before them.
#[derive(Clone, Copy, Debug)]
struct Width {
    numbers: u16,
    nouns: u16,
}

impl Width {
    /// What the cells and the heading of a column ask for.
    fn of(app: &App, column: Column) -> Self {
        let rows = &app.operation().rows;
        let head = text::width(column.heading()) + 2;
        let Column::Family(family) = column else {
            let name = |row: &Row| text::width(row.name.as_str()) + 2;
            return Self {
                numbers: rows.iter().map(name).max().unwrap_or(0).max(head),
                nouns: 0,
            };
        };
        let words = |row: &Row| rows::cell_words(row.cell(family), true);
        let cells = rows.iter().map(words);
        let (numbers, nouns) = cells.fold((1, 0), |(numbers, nouns), (number, noun)| {
            (
                numbers.max(text::width(&number)),
                nouns.max(text::width(&noun)),
            )
        });
        let nouns = if nouns > 0 { nouns + 1 } else { 0 };
        let spare = head.saturating_sub(numbers + nouns);
        if nouns > 0 {
            Self {
                numbers,
                nouns: nouns + spare,
            }
        } else {
            Self {
                numbers: numbers + spare,
                nouns,
            }
        }
    }

    const fn all(self) -> u16 {
        self.numbers + self.nouns
    }
}

/// The columns in view with their areas in a row: the name, then as many families as fit, moved
/// to the right as far as the column under the cursor asks for.
pub(super) fn columns(app: &App, row: Rect) -> Vec<(Column, Rect)> {
    let mut columns = Column::ALL.into_iter();
    let name = columns.next().unwrap_or(Column::Name);
    let families: Vec<(Column, u16)> = columns
        .map(|column| (column, Width::of(app, column).all() + GAP))
        .collect();
    let name_width = Width::of(app, name).all().min(row.width / 3).max(12);
    let room = row.width.saturating_sub(name_width);
    let cursor = families
        .iter()
        .position(|(column, _)| *column == app.column())
        .unwrap_or(0);
    let upto_cursor = |first: &usize| -> bool {
        let upto = families.iter().take(cursor + 1).skip(*first);
        upto.map(|(_, width)| *width)
            .fold(0_u16, u16::saturating_add)
            <= room
    };
    let first = (0..=cursor).find(upto_cursor).unwrap_or(cursor);
    let mut areas = vec![(
        name,
        Rect {
            width: name_width,
            ..row
        },
    )];
    let mut x = row.x + name_width;
    for (column, width) in families.into_iter().skip(first) {
        let width = if areas.len() == 1 {
            width.min(room)
        } else {
            width
        };
        if x + width > row.right() {
            break;
        }
        areas.push((
            column,
            Rect {
                x: x + GAP,
                width: width.saturating_sub(GAP),
                ..row
            },
        ));
        x += width;
    }
    areas
}

fn column_heads(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let key = app.sort().first();
    for (column, area) in columns(app, area) {
        let sign = if key.column == column {
            key.direction.sign()
        } else {
            ""
        };
        let words = format!("{}{sign}", column.heading());
        let cursor = column == app.column();
        let style = match (cursor, key.column == column) {
            (true, _) => theme.accent.patch(theme.selected_name),
            (false, true) => theme.title,
            (false, false) => theme.dim,
        };
        let mark = if cursor { "▸" } else { "" };
        let has_nouns = Width::of(app, column).nouns > 0;
        match column {
            Column::Name => {
                let mark = if cursor { "▸ " } else { "  " };
                text::write(buffer, area, &format!("{mark}{words}"), style);
            }
            Column::Family(_) if has_nouns => {
                text::write(buffer, area, &format!("{mark}{words}"), style);
            }
            Column::Family(_) => {
                text::write_right(buffer, area, &format!("{mark}{words}"), style);
            }
        }
    }
}

fn row(app: &App, place: usize, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let Some(row) = app.row(place) else { return };
    let selected = place == app.selected();
    if selected {
        buffer.set_style(line, theme.selected);
    }
    for (column, area) in columns(app, line) {
        match column {
            Column::Name => {
                overview::name(app, row, place, selected, area, theme, buffer);
            }
            Column::Family(family) => {
                let cell = row.cell(family);
                let numbers = Width::of(app, column).numbers;
                rows::write_cell(
                    cell,
                    &rows::cell_words(cell, true),
                    area,
                    numbers,
                    theme,
                    buffer,
                );
            }
        }
    }
}

/// Everything reported of the selected place.
fn selected(app: &App, theme: &Theme, places: &Countries, buffer: &mut Buffer) {
    let Some(row) = app.selected_row() else {
        return;
    };
    super::heading(
        buffer,
        places.detail_heading,
        &detail::place_title(row),
        theme.title,
        theme,
    );
    let width = places.detail.width.min(detail::WIDEST);
    let lines = detail::full_with_sources(app.operation(), row, width, theme);
    text::lines(buffer, places.detail, &lines, " · o shows all", theme.dim);
}
