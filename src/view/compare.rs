//! Operations side by side: a column each, a line a measure or a country; below them the chosen
//! measure over time, or what is reported of the chosen country.
//!
//! Knows where these stand. What may stand in one line is known to the model.

mod chart;
mod columns;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::filter;
use super::layout::{self, Size};
use super::page::Page;
use super::widget::text;
use crate::app::App;
use crate::app::compare::Slot;
use crate::model::compare::Part;
use crate::model::compare::named::{Fate, Named};
use crate::model::operation::Status;
use crate::model::place::Place;
use crate::report::compared;
use crate::theme::Theme;
use columns::Columns;

/// The areas of the comparison.
#[derive(Clone, Copy, Debug)]
pub struct Areas {
    /// Name, date, days and countries of each operation.
    pub heads: Rect,
    /// A rule below them, where there is room.
    pub rule: Rect,
    /// One row a line.
    pub rows: Rect,
    /// The heading of what lies below.
    pub heading: Rect,
    /// The chart, or what is reported of a country.
    pub chart: Rect,
    /// What has to be known before numbers are compared.
    pub notes: Rect,
    /// Which countries are named.
    pub rest: Rect,
}

/// The areas of the comparison.
#[must_use]
pub fn areas(app: &App, area: Rect) -> Areas {
    let body = layout::frame(app, area).body;
    let compare = app.compare();
    let many = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let operations = compare.table().operations();
    let preliminary = operations.iter().any(|one| one.operation().status == Status::Preliminary);
    let heads = 4 + u16::from(preliminary);
    // Gaps, the fewest lines, the room for notes and for the countries. It is the same for every
    // measure, so that nothing jumps while the selection moves.
    let (gap, least, notes, rest) = match Size::of(area) {
        Some(Size::Huge) => (1, 8, 4, 8),
        Some(Size::Wide) => (1, 6, 3, 4),
        _ if area.height < 22 => (0, 3, 1, 0),
        _ => (0, 4, 2, 1),
    };
    let is_measures = compare.part() == Part::Measures;
    let notes = if is_measures { notes } else { 1 };
    let rest = if is_measures { rest } else { 0 };
    let chart = if is_measures { many(operations.len()).max(1) } else { 3 + 5 * gap };
    let below = gap + 1 + chart + notes + gap + rest;
    let lines = many(compare.lines().len()).max(1);
    let room = body.height.saturating_sub(heads + gap);
    let rows = lines.min(room.saturating_sub(below)).max(least.min(room));
    let left = room.saturating_sub(rows);
    let fixed = gap + 1 + notes + gap + rest;
    // The chart needs no more than its bars; what is told of a country takes all there is.
    let most = if is_measures { chart } else { u16::MAX };
    let chart = left.saturating_sub(fixed).min(most);
    let rest = left.saturating_sub(gap + 1 + chart + notes + gap);
    let [heads, rule, rows, _, heading, chart, notes, _, rest] =
        layout::stacked(body, [heads, gap, rows, gap, 1, chart, notes, gap, rest]);
    Areas { heads, rule, rows, heading, chart, notes, rest }
}

/// How many operations are in view beside each other.
#[must_use]
pub fn columns_in_view(app: &App) -> usize {
    let body = layout::frame(app, layout::window(app)).body;
    columns::in_view(app.compare(), body.width)
}

/// Draws the comparison.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let areas = areas(app, area);
    if areas.rule.height > 0 {
        super::rule(buffer, areas.rule, theme);
    }
    let columns = columns::shown(app.compare(), areas.heads.width);
    table::draw(app, theme, &columns, (areas.heads, areas.rows), buffer);
    match app.compare().part() {
        Part::Measures => {
            chart::draw(app, theme, areas.heading, areas.chart, buffer);
            notes(app, theme, areas.notes, buffer);
            countries(app, theme, &columns, areas.rest, buffer);
        }
        Part::Countries => {
            country(app, theme, areas.heading, areas.chart, buffer);
            text::write(buffer, areas.notes, compared::NOT_NAMED, theme.dim);
        }
    }
}

/// What has to be known before the numbers are compared, in lines.
fn said(app: &App, width: u16) -> Vec<String> {
    let compare = app.compare();
    let mut said = Vec::new();
    if app.is_filtered() {
        said.push(
            "The filter picks the countries listed; the totals are the operations' own.".to_owned(),
        );
    }
    let awaited = compare.awaited();
    if awaited > 0 {
        said.push(format!("Still to be read: {awaited}."));
    }
    for slot in compare.shelf() {
        if let Slot::Failed(reason) = slot {
            said.push(format!("Not compared: {reason}"));
        }
    }
    if let Some(kind) = compare.measure() {
        said.extend(compared::notes(compare.table(), kind, compare.rate()));
    }
    said.iter().flat_map(|note| text::wrapped(note, width)).collect()
}

/// Writes what has to be known before the numbers are compared.
fn notes(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lines = said(app, area.width);
    let hidden = lines.len().saturating_sub(usize::from(area.height));
    let more = (hidden > 0).then(|| format!(" … {hidden} more · o shows all"));
    let lines: Vec<Line> = lines.into_iter().map(|line| Line::styled(line, theme.text)).collect();
    text::lines(buffer, area, &lines, more.as_deref(), theme.dim);
}

/// Which countries are named in the latest operation and before, in it alone, before alone.
fn countries(app: &App, theme: &Theme, columns: &Columns, area: Rect, buffer: &mut Buffer) {
    let compare = app.compare();
    let named = compare.named();
    let of = |fate: Fate| named.iter().filter(move |one| one.fate == fate);
    let fates = Fate::ALL.into_iter().filter(|fate| of(*fate).next().is_some());
    if area.is_empty() {
        return;
    }
    if named.is_empty() {
        let none = if app.is_filtered() {
            "no country named fits the filter"
        } else {
            "no country is named"
        };
        text::write(buffer, Rect { height: 1, ..area }, none, theme.dim);
        return;
    }
    if area.height < 3 {
        let count = |fate: Fate| format!("{} {}", of(fate).count(), compared::short(fate));
        let said = fates.map(count).collect::<Vec<String>>().join(" · ");
        let said = format!("Countries named: {said}");
        let used = text::write_right(buffer, area, "  v countries", theme.dim);
        let room = Rect { width: area.width.saturating_sub(used), height: 1, ..area };
        text::write(buffer, room, &said, theme.dim);
        return;
    }
    if area.height > ROOMY {
        let rows = Rect { y: area.y + 1, height: area.height - 1, ..area };
        return table::countries(app, theme, columns, (area, rows), buffer);
    }
    let mut page = Page::new(area.width, theme);
    for fate in fates {
        let countries: Vec<&str> = of(fate).map(|one: &Named| one.country.name()).collect();
        let fate = compared::fate(compare.table(), fate);
        page.say(&format!("{fate} ({}): {}.", countries.len(), countries.join(", ")), 0, theme.dim);
    }
    let lines = page.lines();
    let hidden = lines.len().saturating_sub(usize::from(area.height));
    let more = (hidden > 0).then(|| format!(" … {hidden} more · v shows all"));
    text::lines(buffer, area, &lines, more.as_deref(), theme.dim);
}

/// From more rows than these on the countries have a table of their own.
const ROOMY: u16 = 7;

/// What is reported of the selected country, in short.
fn country(app: &App, theme: &Theme, heading: Rect, area: Rect, buffer: &mut Buffer) {
    let compare = app.compare();
    let Some(named) = compare.country() else {
        if !app.is_filtered() {
            text::write(buffer, area, super::NOTHING_REPORTED, theme.dim);
        }
        return filter::say_nothing(app, theme, heading, area, buffer);
    };
    let title = format!("{} · {}", named.country.name(), named.country.subregion().name());
    let beside = compare.measure().map(|kind| compared::label(compare.table(), kind));
    let beside = beside.map_or_else(String::new, |label| format!("numbers: {label} · m others"));
    let used = text::write_right(buffer, heading, &beside, theme.dim);
    let room = Rect { width: heading.width.saturating_sub(used + 1), ..heading };
    super::heading(buffer, room, &title, theme.title, theme);
    let place = Place::Country(named.country);
    let mut page = Page::new(area.width, theme);
    for digest in compare.table().operations() {
        for row in compared::rows(digest, &place) {
            for action in digest.operation().actions_of(row).take(usize::from(area.height)) {
                page.item();
                let said = format!("{} · {}", digest.short_name(), action.summary);
                page.say(&said, 0, theme.text);
            }
        }
    }
    page.told(0, ("line", "lines")).draw(buffer, area, theme);
}
