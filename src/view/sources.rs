//! The sources: how strong each is, what it supports, and where it differs from others.
//!
//! Knows the sources of the operation. The number of a source is the one in every citation.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::detail;
use super::layout;
use super::link::Link;
use super::page::{Page, Told};
use super::widget::text;
use crate::app::App;
use crate::model::figure::{Citation, Figure};
use crate::model::operation::Operation;
use crate::model::place::Place;
use crate::model::source::{Source, Strength};
use crate::report::address::Address;
use crate::report::{alone, words};
use crate::theme::Theme;

/// Draws the sources screen, and says which links are on it.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Vec<Link> {
    let places = layout::table(app, area);
    let (list, sources) = (app.sources(), &app.operation().sources);
    heading(app, theme, places.heading, usize::from(places.rows.height), buffer);
    let heads = ["  source", "strength", "date", "figures"];
    write(heads, [theme.dim; 4], places.columns, buffer);
    for (step, line) in places.rows.rows().enumerate() {
        let place = list.top + step;
        if let Some(source) = sources.get(place) {
            row(source, place, place == list.selected, theme, line, buffer);
        }
    }
    let Some(source) = sources.get(list.selected) else { return Vec::new() };
    let title = format!("[{}] {}", list.selected + 1, source.publisher);
    super::heading(buffer, places.detail_heading, &title, theme.title, theme);
    let room = (places.detail.width.min(detail::WIDEST), places.detail.height);
    let told = told(app.operation(), list.selected, false, room, theme);
    told.draw(buffer, places.detail, theme)
}

fn heading(app: &App, theme: &Theme, area: Rect, rows: usize, buffer: &mut Buffer) {
    let (top, count) = (app.sources().top, app.listed());
    let position = if count > rows { super::position(top, rows, count) } else { String::new() };
    let used = text::write_right(buffer, area, &position, theme.dim);
    let room = Rect { width: area.width.saturating_sub(used + u16::from(used > 0)), ..area };
    let weak = |source: &&Source| source.strength == Strength::Aggregator;
    let weak = app.operation().sources.iter().filter(weak).count();
    let words = format!("{count} sources, {weak} of them weak");
    super::heading(buffer, room, &words, theme.title, theme);
}

/// From this width on there is room for the date and the strength in full.
const WIDE: u16 = 100;

/// Writes a row of the table: source, strength, date, number of figures.
fn write(words: [&str; 4], styles: [Style; 4], line: Rect, buffer: &mut Buffer) {
    // In a narrow window the date gives way first, so that the source keeps its number and name.
    let (strength, date) = if line.width < WIDE { (14, 0) } else { (29, 11) };
    let rest = line.width.saturating_sub(strength + date + 7 + 3);
    let areas = layout::beside(line, [rest, strength, date, 7], 1);
    for (index, ((words, style), area)) in words.iter().zip(styles).zip(areas).enumerate() {
        if index == 3 {
            text::write_right(buffer, area, words, style);
        } else {
            text::write(buffer, area, words, style);
        }
    }
}

fn row(
    source: &Source,
    place: usize,
    selected: bool,
    theme: &Theme,
    line: Rect,
    buffer: &mut Buffer,
) {
    let mut name = theme.text;
    if selected {
        buffer.set_style(line, theme.selected);
        name = name.patch(theme.selected_name);
    }
    let strength = if source.strength == Strength::Aggregator { theme.warn } else { theme.dim };
    let date = source.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let words = format!("  [{}] {}", place + 1, source.publisher);
    let supports = source.supports.to_string();
    let strength_name =
        if line.width < WIDE { source.strength.short() } else { source.strength.name() };
    let words = [words.as_str(), strength_name, &date, &supports];
    write(words, [name, strength, theme.dim, theme.text], line, buffer);
    if selected {
        text::write(buffer, Rect { width: 1, ..line }, "▸", theme.accent);
    }
}

/// Everything about one source, as much as some rows can show: title, address, where it differs,
/// the figures it supports. `located` adds the words by which each figure is found in it.
pub(super) fn told(
    operation: &Operation,
    index: usize,
    located: bool,
    (width, rows): (u16, u16),
    theme: &Theme,
) -> Told {
    let mut page = Page::new(width, theme);
    let Some(source) = operation.sources.get(index) else { return page.told(0, FIGURES) };
    page.say(&format!("“{}” ({})", source.title, source.language), 0, theme.text);
    let first = operation.supported_by(index).take(FIRST);
    let words = first.flat_map(|(_, figure)| locators(figure, index));
    page.lead(source.url.as_str(), 0, theme.dim, Address::of(source.url.as_str(), words));
    let mut rest = source.supports;
    for (place, figure) in operation.supported_by(index) {
        if page.is_beyond(rows) {
            break;
        }
        page.item();
        let of = place.map_or_else(|| operation.name.as_str().into(), Place::shown);
        let role = words::role(operation, figure, index);
        let said = format!("{of}: {}{role}", alone::figure(operation, figure));
        page.say(&said, 0, theme.text);
        for locator in locators(figure, index).filter(|_| located) {
            let to = Address::of(source.url.as_str(), [locator]);
            page.lead(&format!("“{locator}”"), 4, theme.dim, to);
        }
        rest -= 1;
    }
    for said in words::not_used(operation, index) {
        page.say(&said, 0, theme.warn);
    }
    page.told(rest, FIGURES)
}

/// How many figures of a source are asked for the words to be found in it.
const FIRST: usize = 20;

/// The words by which a figure is found in a source.
fn locators(figure: &Figure, source: usize) -> impl Iterator<Item = &str> {
    let here = move |citation: &&Citation| citation.source() == source;
    let cited = figure.citations.iter().filter(here);
    cited.filter_map(|citation| Some(citation.locator.as_ref()?.as_str()))
}

/// What the items of a source are called.
const FIGURES: (&str, &str) = ("figure", "figures");
