//! From the state of the board to cells: `&App` in, `Buffer` out.
//!
//! Knows widgets, areas and roles. Nothing that is drawn changes state.

mod across;
mod ascii;
mod columns;
pub mod compare;
pub mod console;
mod countries;
mod coverage;
mod detail;
mod export;
pub mod extent;
mod filter;
mod frame;
mod groups;
pub mod hit;
pub mod layout;
mod line;
pub mod link;
pub mod map;
mod marked;
pub mod overlay;
mod overview;
mod page;
mod palette;
mod rows;
mod share;
pub mod slide;
mod sources;
mod totals;
mod waiting;
pub mod widget;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::focus::Screen;
use crate::app::present::Stage;
use crate::model::number;
use crate::theme::{Signs, Theme};
use layout::Size;
use link::Link;
use widget::text;

/// Draws the whole board into `area`, and says which parts of it are links.
pub fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Vec<Link> {
    let area = area.intersection(*buffer.area());
    let links = window(app, theme, area, buffer);
    if theme.signs == Signs::Ascii {
        ascii::write(area, buffer);
    }
    links
}

/// Draws what the window shows, whatever characters the terminal has.
fn window(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Vec<Link> {
    if theme.ground != Style::new() {
        buffer.set_style(area, theme.ground);
    }
    if Size::of(area).is_none() {
        too_small("board", theme, area, buffer);
        return Vec::new();
    }
    if app.is_unread() {
        waiting::draw(app.loading(), theme, area, buffer);
        return Vec::new();
    }
    let links = match app.presentation().filter(|shown| shown.stage() != Stage::Board) {
        Some(shown) => {
            slide::draw(app, shown, theme, area, buffer);
            Vec::new()
        }
        None => board(app, theme, area, buffer),
    };
    // What lies over the screen hides its links.
    let links = overlay::draw(app, theme, area, buffer).unwrap_or(links);
    let links = if palette::draw(app, theme, area, buffer) { Vec::new() } else { links };
    export::draw(app, theme, area, buffer);
    links
}

/// Draws the board; says which links are in view.
fn board(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Vec<Link> {
    frame::draw(app, theme, area, buffer);
    match app.screen() {
        Screen::Overview => overview::draw(app, theme, area, buffer),
        Screen::Countries => countries::draw(app, theme, area, buffer),
        Screen::Map => map::draw(app, theme, area, buffer),
        Screen::Compare => compare::draw(app, theme, area, buffer),
        Screen::Sources => return sources::draw(app, theme, area, buffer),
    }
    Vec::new()
}

/// One sentence in the middle of a window that cannot hold the board.
fn too_small(what: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (columns, rows) = layout::SMALLEST;
    let sentence = format!(
        "The {what} needs {columns} by {rows} cells; this window has {} by {}.",
        area.width, area.height
    );
    in_the_middle(&sentence, theme.text, area, buffer);
}

/// A sentence in the middle of an area.
fn in_the_middle(sentence: &str, style: Style, area: Rect, buffer: &mut Buffer) {
    let lines = text::wrapped(sentence, area.width);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = area.y + area.height.saturating_sub(height) / 2;
    for (line, row) in lines.iter().zip(Rect { y: top, height, ..area }.rows()) {
        let indent = row.width.saturating_sub(text::width(line)) / 2;
        let at = Rect { x: row.x + indent, width: row.width - indent, ..row };
        text::write(buffer, at, line, style);
    }
}

/// What stands in a list where nothing is reported.
const NOTHING_REPORTED: &str = "  no action of any country is reported";

/// What stands in a list where the filter picks nothing.
const NOTHING_FITS: &str = "  no place fits the filter";

/// Which items of a list are in view: `1–20 of 3,912`.
fn position(top: usize, shown: usize, all: usize) -> String {
    let last = top.saturating_add(shown).min(all);
    format!("{}–{} of {}", number::of(top + 1), number::of(last), number::of(all))
}

/// A heading: its words, then a thin rule to the end of the row.
fn heading(buffer: &mut Buffer, area: Rect, words: &str, style: Style, theme: &Theme) -> Rect {
    let used = text::write(buffer, area, words, style);
    let rest = Rect {
        x: area.x.saturating_add(used + 1).min(area.right()),
        width: area.width.saturating_sub(used + 1),
        ..area
    };
    rule(buffer, rest, theme);
    rest
}

/// A thin rule along the first row of an area.
fn rule(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    text::fill(buffer, area, "─", theme.faint);
}
