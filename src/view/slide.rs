//! Slides: one step of the story, as large as the window allows.
//!
//! Knows the frame of a slide: what stands above and below it, and how far the story is. What is
//! on it is composed by step, width and height alone, so that `update` can ask how many pages a
//! step has.

mod compose;
mod index;
mod lists;
mod maps;
mod named;
mod parts;
mod places;
mod sheet;
mod whole;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{self, Size};
use super::widget::text;
use crate::app::App;
use crate::app::present::{Pace, Presentation, Stage};
use crate::model::operation::{Operation, Status};
use crate::model::story::{Step, Story};
use crate::report::{told, words};
use crate::theme::{Choice, Depth, Theme};
use crate::view::map::raster::Mosaic;
use compose::Composer;
pub use index::rows as index_rows;
pub(super) use index::target as index_target;

/// The areas of a slide.
#[derive(Clone, Copy)]
struct Frame {
    head: Rect,
    body: Rect,
    quiet: Rect,
    progress: Rect,
}

fn frame(area: Rect) -> Frame {
    let (margin, gap) = match Size::of(area) {
        Some(Size::Huge) => (8, 2),
        Some(Size::Wide) => (5, 1),
        _ => (3, 1),
    };
    let body = area.height.saturating_sub(4 + gap);
    let [head, _, body, _, quiet, progress] = layout::stacked(area, [1, gap, body, 1, 1, 1]);
    let inner =
        |row: Rect| Rect { x: row.x + margin, width: row.width.saturating_sub(margin * 2), ..row };
    Frame { head: inner(head), body: inner(body), quiet: inner(quiet), progress }
}

/// What a room has to see on every slide, from the right: that results are not settled, that
/// something was taken out of their file.
pub fn badges(operation: &Operation) -> impl Iterator<Item = String> {
    let preliminary = operation.status == Status::Preliminary;
    let cleaned = words::cleaned(operation).map(|cleaned| format!("! {cleaned}"));
    preliminary.then(|| "PRELIMINARY".to_owned()).into_iter().chain(cleaned)
}

/// Draws what the room sees of a presentation.
pub(super) fn draw(
    app: &App,
    shown: &Presentation,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    match (shown.stage(), shown.step()) {
        (Stage::Blank, _) => buffer.set_style(area, theme.blank),
        (Stage::Index(list), _) => index::draw(app, shown, list, theme, frame(area), buffer),
        (_, Some(step)) => slide(app, shown, step, theme, frame(area), buffer),
        (_, None) => {}
    }
}

fn slide(
    app: &App,
    shown: &Presentation,
    step: &Step,
    theme: &Theme,
    frame: Frame,
    buffer: &mut Buffer,
) {
    let operation = app.operation();
    head(app, &told::heading(operation, step), theme, frame.head, buffer);
    let sheet = Composer::new(operation, shown.story(), theme, (frame.body, app.chart().mosaic()))
        .sheet(step);
    let pages = sheet.pages(frame.body.height);
    let page = shown.slide().page.min(pages.len().saturating_sub(1));
    if let Some(blocks) = pages.get(page) {
        let used = sheet::rows(blocks);
        // A little above the middle looks like the middle.
        let top = frame.body.height.saturating_sub(used) * 2 / 5;
        let top = if sheet.middle && pages.len() == 1 { top } else { 0 };
        let body = Rect { y: frame.body.y + top, height: frame.body.height - top, ..frame.body };
        sheet::draw(blocks, body, buffer);
    }
    let place = place_words(shown.slide().step + 1, shown.len(), page + 1, pages.len());
    quiet(app, shown, &place, &sheet.quiet, theme, frame.quiet, buffer);
    let done = fraction(shown, page, pages.len(), frame.progress.width);
    progress(done, theme, frame.progress, buffer);
}

/// What the slide is about, the operation, and whether its results are preliminary.
fn head(app: &App, heading: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let operation = app.operation();
    let mut room = area;
    for badge in badges(operation) {
        let used = text::write_right(buffer, room, &badge, theme.warn);
        room.width = room.width.saturating_sub(used + 2);
    }
    let used = text::write(buffer, room, heading, theme.text);
    let left = room.width.saturating_sub(used + 2);
    // The title slide says the name itself.
    if used > 0 && text::width(operation.name.as_str()) <= left {
        text::write_right(buffer, room, operation.name.as_str(), theme.dim);
    }
}

/// `7 of 24`, and which page of how many; all counted from 1.
fn place_words(step: usize, steps: usize, page: usize, pages: usize) -> String {
    let step = format!("{step} of {steps}");
    if pages > 1 { format!("{step} · page {page} of {pages}") } else { step }
}

/// The last line: measure and source; at its end where in the story it is. What is typed, said or
/// waited for stands before that.
fn quiet(
    app: &App,
    shown: &Presentation,
    place: &str,
    ways: &[String],
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let used = text::write_right(buffer, area, place, theme.dim);
    let mut room = Rect { width: area.width.saturating_sub(used + 3), ..area };
    if let Pace::Paused(_) = shown.pace() {
        let used = text::write_right(buffer, room, "waits · r goes on", theme.dim);
        room.width = room.width.saturating_sub(used + 3);
    }
    let typed = shown.typed().map(|number| format!("slide {number} · Enter goes there"));
    match typed.as_deref().or(app.notice()) {
        Some(said) => text::write(buffer, room, said, theme.accent),
        None => text::write(buffer, room, super::detail::longest(room.width, ways), theme.dim),
    };
}

/// How many columns of the progress are done.
fn fraction(shown: &Presentation, page: usize, pages: usize, width: u16) -> u16 {
    let all = shown.len().max(1) * pages.max(1);
    let done = shown.slide().step * pages.max(1) + page + 1;
    u16::try_from(usize::from(width) * done / all).unwrap_or(width)
}

pub(super) fn progress(done: u16, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let [past, left] = layout::beside(area, [done, area.width.saturating_sub(done)], 0);
    text::fill(buffer, past, "━", theme.accent);
    text::fill(buffer, left, "─", theme.faint);
}

/// How many pages the step of a presentation has in the window as it is.
#[must_use]
pub fn pages(app: &App) -> usize {
    let Some(shown) = app.presentation() else { return 1 };
    let counted = |step| {
        let drawn = (layout::window(app), app.chart().mosaic());
        count(app.operation(), shown.story(), step, drawn)
    };
    shown.step().map_or(1, counted)
}

/// How many pages a step has in a window.
#[must_use]
pub fn pages_of(operation: &Operation, story: &Story, step: &Step, window: Rect) -> usize {
    count(operation, story, step, (window, Mosaic::default()))
}

fn count(
    operation: &Operation,
    story: &Story,
    step: &Step,
    (window, mosaic): (Rect, Mosaic),
) -> usize {
    let body = frame(window).body;
    let theme = Theme::resolve(Choice::Mono, None, Depth::Mono);
    Composer::new(operation, story, &theme, (body, mosaic)).sheet(step).pages(body.height).len()
}

/// How a step fits into a window.
#[derive(Clone, Debug)]
pub struct Fit {
    /// How many pages it takes.
    pub pages: usize,
    /// The columns and rows that its fullest page takes.
    pub size: (u16, u16),
    /// What of it is cut.
    pub cut: Vec<String>,
}

/// How the pages of a step fit into a window.
#[must_use]
pub fn fit(operation: &Operation, story: &Story, step: &Step, window: Rect) -> Fit {
    let theme = Theme::resolve(Choice::Mono, None, Depth::Mono);
    let frame = frame(window);
    let Rect { width, height, .. } = frame.body;
    let sheet =
        Composer::new(operation, story, &theme, (frame.body, Mosaic::default())).sheet(step);
    let pages = sheet.pages(height);
    let mut fit = Fit { pages: pages.len(), size: (0, 0), cut: Vec::new() };
    for blocks in &pages {
        let rows = sheet::rows(blocks);
        let columns = blocks.iter().map(sheet::Block::columns).max().unwrap_or(0);
        fit.size = (fit.size.0.max(columns), fit.size.1.max(rows));
        if columns > width || rows > height {
            fit.cut.push(format!("{columns}×{rows} of {width}×{height}"));
        }
    }
    let heading = told::heading(operation, step);
    let badges: u16 = badges(operation).map(|badge| text::width(&badge) + 2).sum();
    if text::width(&heading) > frame.head.width.saturating_sub(badges) {
        fit.cut.push(heading);
    }
    let steps = story.steps().len();
    let place = text::width(&place_words(steps, steps, pages.len(), pages.len()));
    let room = frame.quiet.width.saturating_sub(place + 3);
    fit.cut.extend(sheet.quiet.last().filter(|said| text::width(said) > room).cloned());
    fit
}
