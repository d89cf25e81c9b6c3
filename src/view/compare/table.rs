//! The table of the comparison: the heads of the operations, and a line a measure or a country.
//!
//! Knows how heads and lines are written. A gap is a sign, never a zero; a rate is never written
//! like a number that was reported.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::{self, Columns, Shown};
use crate::app::App;
use crate::app::compare::Line;
use crate::model::amount::Amount;
use crate::model::compare::Part;
use crate::model::compare::digest::Digest;
use crate::model::compare::rate::Rate;
use crate::model::date;
use crate::model::measure::Family;
use crate::model::operation::Status;
use crate::report::compared;
use crate::theme::Theme;
use crate::view::widget::text;

/// The name of a family as a heading.
pub(super) const fn family(family: Family) -> &'static str {
    match family {
        Family::Arrests => "Arrests",
        Family::Rescues => "Rescued",
        Family::Identified => "People identified",
        Family::Suspects => "Suspects identified",
        Family::Moved => "Moved by suspects",
        Family::Cases => "Cases",
        Family::Reach => "Reach",
        Family::Seized => "Seized",
        Family::Attributes => "Attributes",
    }
}

/// Draws the heads and the lines in view.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    columns: &Columns,
    (heads, rows): (Rect, Rect),
    buffer: &mut Buffer,
) {
    let (compare, Columns { label, shown }) = (app.compare(), columns);
    labels(app, theme, Rect { width: *label, ..heads }, shown.len(), rows.height, buffer);
    for column in shown {
        if let Some(digest) = compare.table().operations().get(column.place) {
            head(digest, *column, theme, heads, buffer);
        }
    }
    let list = compare.list();
    for (step, row) in rows.rows().enumerate() {
        let place = list.top + step;
        if let Some(one) = compare.lines().get(place) {
            line(app, *one, place == list.selected, columns, theme, row, buffer);
        }
    }
}

/// Draws the first countries under the same columns, none of them selected.
pub(super) fn countries(
    app: &App,
    theme: &Theme,
    columns: &Columns,
    (heading, rows): (Rect, Rect),
    buffer: &mut Buffer,
) {
    let compare = app.compare();
    let (lines, room) = (compare.countries(), usize::from(rows.height));
    let beside = compare.measure().map(|kind| compared::label(compare.table(), kind));
    let title = match beside {
        Some(label) => format!("Countries named, with their {label}"),
        None => "Countries named".to_owned(),
    };
    let more = if lines.len() > room {
        format!("{} · v shows all", crate::view::position(0, room, lines.len()))
    } else {
        String::new()
    };
    let used = text::write_right(buffer, heading, &more, theme.dim);
    let area = Rect { width: heading.width.saturating_sub(used + u16::from(used > 0)), ..heading };
    crate::view::heading(buffer, area, &title, theme.title, theme);
    for (one, row) in lines.into_iter().zip(rows.rows()) {
        line(app, one, false, columns, theme, row, buffer);
    }
}

/// What the heads say, at their left.
fn labels(app: &App, theme: &Theme, area: Rect, shown: usize, rows: u16, buffer: &mut Buffer) {
    let compare = app.compare();
    let title = match (compare.part(), compare.rate()) {
        (Part::Countries, _) => "Countries named",
        (_, Rate::Total) => "Totals by measure",
        (_, Rate::Day) => "Derived: totals ÷ days",
        (_, Rate::Country) => "Derived: totals ÷ countries",
    };
    let (lines, rows) = (compare.lines().len(), usize::from(rows));
    let position = if lines > rows {
        crate::view::position(compare.list().top, rows, lines)
    } else {
        String::new()
    };
    let hidden = compare.table().operations().len() - shown;
    let more = match hidden {
        0 => String::new(),
        1 => "1 more operation ←→".to_owned(),
        hidden => format!("{hidden} more operations ←→"),
    };
    let words = [
        (title, theme.title),
        (position.as_str(), theme.dim),
        ("  days", theme.dim),
        ("  countries taking part", theme.dim),
        (more.as_str(), theme.accent),
    ];
    // Without a line of its own what is hidden takes the place of which lines are in view.
    let short = area.height < 5 && hidden > 0;
    for (index, ((words, style), row)) in words.into_iter().zip(area.rows()).enumerate() {
        let (words, style) =
            if index == 1 && short { (more.as_str(), theme.accent) } else { (words, style) };
        text::write(buffer, row, words, style);
    }
}

/// The head of an operation: name, date, days, countries, and whether it is preliminary.
fn head(digest: &Digest, column: Shown, theme: &Theme, heads: Rect, buffer: &mut Buffer) {
    let amount = |amount: Option<Amount>| {
        amount.map_or_else(|| ("·".to_owned(), theme.dim), |it| (it.compact(), theme.text))
    };
    let preliminary = match digest.operation().status {
        Status::Preliminary => "preliminary",
        Status::Published => "",
    };
    let inside = heads.rows().next().map_or(heads, |row| inner(column, row));
    let lines = [
        (digest.short_name().to_owned(), theme.title),
        (dates(digest, inside.width), theme.dim),
        amount(digest.days_amount()),
        amount(digest.countries_amount()),
        (preliminary.to_owned(), theme.warn),
    ];
    // A head without anything preliminary has a row less.
    for ((words, style), row) in lines.into_iter().zip(heads.rows()) {
        text::write_right(buffer, inner(column, row), &words, style);
    }
}

/// The column without the gap before it.
fn inner(column: Shown, row: Rect) -> Rect {
    let area = column.area(row);
    let gap = columns::GAP.min(area.width);
    Rect { x: area.x + gap, width: area.width - gap, ..area }
}

/// When it took place, as exactly as there is room for.
fn dates(digest: &Digest, room: u16) -> String {
    let operation = digest.operation();
    let (start, end) = (operation.start, operation.end);
    let month = |day: Option<date::Date>| day.map(date::Date::month);
    let ways = [
        date::span(start, end).unwrap_or_else(|| "·".to_owned()),
        date::span(month(start), month(end)).unwrap_or_default(),
        digest.year().map_or_else(String::new, |year| year.to_string()),
    ];
    crate::view::detail::longest(room, &ways).to_owned()
}

fn line(
    app: &App,
    line: Line,
    selected: bool,
    columns: &Columns,
    theme: &Theme,
    row: Rect,
    buffer: &mut Buffer,
) {
    let compare = app.compare();
    let words = columns::label(compare, line);
    let area = Rect { width: columns.label, ..row }.intersection(row);
    if matches!(line, Line::Family(..) | Line::Fate(..)) {
        text::write(buffer, row, &words, theme.dim);
        return;
    }
    let mut name = theme.text;
    if selected {
        buffer.set_style(row, theme.selected);
        name = name.patch(theme.selected_name);
    }
    text::write(buffer, area, &words, name);
    if selected {
        text::write(buffer, Rect { width: 1, ..area }, "▸", theme.accent);
    }
    for column in &columns.shown {
        let (words, is_number) = columns::cell(compare, line, column.place);
        let style = if is_number { number(app, line, theme) } else { theme.dim };
        text::write_right(buffer, inner(*column, row), &words, style);
    }
}

/// The look of a number: what was derived stands back behind what was reported.
fn number(app: &App, line: Line, theme: &Theme) -> Style {
    match line {
        Line::Measure(_) if app.compare().rate() != Rate::Total => theme.noun,
        _ => theme.text,
    }
}
