//! Where everything stands: from the size of the window to named areas.
//!
//! Knows sizes and the number of rows. Draws nothing and changes nothing; `update` asks it how
//! long a page is.

use ratatui::layout::Rect;

use super::compare;
use super::map::camera;
use crate::app::App;
use crate::app::focus::Screen;
use crate::command::palette;

/// The smallest window that the board is drawn in: columns, rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// How much room there is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Size {
    /// A projector's 80 by 24 and its like.
    Narrow,
    /// 120 by 40 and its like.
    Wide,
    /// 200 by 60 and more.
    Huge,
}

impl Size {
    /// The size of a window; `None` where it is too small.
    #[must_use]
    pub const fn of(area: Rect) -> Option<Self> {
        match (area.width, area.height) {
            (columns, rows) if columns < SMALLEST.0 || rows < SMALLEST.1 => None,
            (columns, rows) if columns >= 160 && rows >= 50 => Some(Self::Huge),
            (columns, rows) if columns >= 110 && rows >= 34 => Some(Self::Wide),
            _ => Some(Self::Narrow),
        }
    }
}

/// In windows with fewer rows every row is needed.
const LOW: u16 = 20;

/// The areas that every screen has.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The operation's name and dates.
    pub title: Rect,
    /// The tabs.
    pub tabs: Rect,
    /// What is wrong with the file as it is now, until it is mended.
    pub broken: Rect,
    /// The filter, where there is one.
    pub filter: Rect,
    /// What is marked, where something is and there is room.
    pub marked: Rect,
    /// What the screen itself draws.
    pub body: Rect,
    /// What can be done here.
    pub footer: Rect,
}

/// The areas of every screen, with a margin of one column on both sides.
#[must_use]
pub fn frame(app: &App, area: Rect) -> Frame {
    let filtered = app.is_filtered() || app.draft().is_some();
    framed(area, app.broken().is_some(), filtered, !app.marked().is_empty())
}

/// The areas of a screen, with or without a row for what is wrong with the file, one for a filter
/// and one for what is marked.
fn framed(area: Rect, broken: bool, filtered: bool, marked: bool) -> Frame {
    let roomy = Size::of(area) > Some(Size::Narrow);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let gap = u16::from(roomy);
    let (bar, marks) = (u16::from(filtered), u16::from(marked && area.height >= LOW));
    let fault = u16::from(broken);
    let body = area.height.saturating_sub(3 + gap + fault + bar + marks);
    let [title, tabs, broken, filter, marked, _, body, footer] =
        stacked(inner, [1, 1, fault, bar, marks, gap, body, 1]);
    Frame { title, tabs, broken, filter, marked, body, footer }
}

/// Areas of these heights, one below the other from the top; what has no room has no height. By
/// plain sums: the solver of ratatui takes longer than all that is drawn in a first frame.
pub(super) fn stacked<const N: usize>(area: Rect, heights: [u16; N]) -> [Rect; N] {
    let mut y = area.y;
    heights.map(|height| {
        let part = Rect { y, height: height.min(area.bottom() - y), ..area };
        y = part.bottom();
        part
    })
}

/// Areas of these widths, one beside the other from the left with a gap between.
#[must_use]
pub fn beside<const N: usize>(area: Rect, widths: [u16; N], gap: u16) -> [Rect; N] {
    let mut x = area.x;
    widths.map(|width| {
        let part = Rect { x, width, ..area }.intersection(area);
        x = part.right().saturating_add(gap);
        part
    })
}

/// The areas of the overview.
#[derive(Clone, Copy, Debug)]
pub struct Overview {
    /// The headline totals.
    pub totals: Rect,
    /// The heading of the table, with what part of the totals is named.
    pub heading: Rect,
    /// The headings of the columns.
    pub columns: Rect,
    /// The operation's own bars.
    pub whole: Rect,
    /// Their axis.
    pub whole_axis: Rect,
    /// One row a country, or two where there is room for what happened.
    pub rows: Rect,
    /// How many rows of the window a country takes.
    pub pitch: u16,
    /// The axis of the countries.
    pub axis: Rect,
    /// The heading of the detail.
    pub detail_heading: Rect,
    /// What is selected.
    pub detail: Rect,
}

impl Overview {
    /// How many countries are in view.
    #[must_use]
    pub fn lines(&self) -> usize {
        usize::from(self.rows.height / self.pitch)
    }

    /// The areas of the countries in view, from the first one down.
    pub fn countries(&self) -> impl Iterator<Item = Rect> {
        let (rows, pitch) = (self.rows, self.pitch);
        (0..rows.height / pitch).map(move |step| Rect {
            y: rows.y + step * pitch,
            height: pitch,
            ..rows
        })
    }
}

/// The areas of the overview.
#[must_use]
pub fn overview(app: &App, area: Rect) -> Overview {
    let body = frame(app, area).body;
    let count = u16::try_from(app.len()).unwrap_or(u16::MAX).max(1);
    let (totals, gap, detail, pitch) = match Size::of(area) {
        Some(Size::Huge) => (9, 1, 4, 2),
        Some(Size::Wide) => (8, 1, 3, 1),
        _ if area.height < LOW => (4, 0, 1, 1),
        _ => (6, 0, 2, 1),
    };
    let left = body.height.saturating_sub(totals + gap + 5 + gap + 1);
    let rows = left.saturating_sub(detail).min(count.saturating_mul(pitch));
    let heights = [totals, gap, 1, 1, 1, 1, rows, 1, gap, 1, left - rows];
    let [totals, _, heading, columns, whole, whole_axis, rows, axis, _, detail_heading, detail] =
        stacked(body, heights);
    Overview {
        totals,
        heading,
        columns,
        whole,
        whole_axis,
        rows,
        pitch,
        axis,
        detail_heading,
        detail,
    }
}

/// The areas of a table with the detail of one row below it: the countries, the sources.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The heading of the table.
    pub heading: Rect,
    /// The headings of the columns.
    pub columns: Rect,
    /// One row a place.
    pub rows: Rect,
    /// The heading of the detail.
    pub detail_heading: Rect,
    /// All that is reported of the selected place.
    pub detail: Rect,
}

/// The areas of a table with a detail.
#[must_use]
pub fn table(app: &App, area: Rect) -> Table {
    let body = frame(app, area).body;
    let count = u16::try_from(app.listed()).unwrap_or(u16::MAX).max(1);
    let gap = u16::from(Size::of(area) > Some(Size::Narrow));
    let detail = if gap == 0 { 9 } else { 12 };
    let lines = count.min(body.height.saturating_sub(3 + gap + detail)).max(3);
    let left = body.height.saturating_sub(3 + lines + gap);
    let [heading, columns, rows, _, detail_heading, detail] =
        stacked(body, [1, 1, lines, gap, 1, left]);
    Table { heading, columns, rows, detail_heading, detail }
}

/// The areas of the map.
#[derive(Clone, Copy, Debug)]
pub struct Map {
    /// What is shown, and how much of it.
    pub heading: Rect,
    /// The map itself.
    pub picture: Rect,
    /// What its colours mean, and what has to be said beside any map.
    pub legend: Rect,
    /// The heading of the list.
    pub list_heading: Rect,
    /// One row a place.
    pub list: Rect,
    /// The heading of the detail.
    pub detail_heading: Rect,
    /// What is selected.
    pub detail: Rect,
}

/// The areas of the map, with the list beside it: in a small window the list gives way first, but
/// keeps its names.
#[must_use]
pub fn map(app: &App, area: Rect) -> Map {
    let body = frame(app, area).body;
    let size = Size::of(area);
    let (list, gap, detail) = match size {
        Some(Size::Huge) => (48, 3, 9),
        Some(Size::Wide) => (31, 2, 6),
        _ if area.height < 20 => (body.width / 3, 1, 0),
        _ => (body.width / 3 + 2, 1, 3),
    };
    let beside_gap = u16::from(size > Some(Size::Narrow));
    let [left, list] = beside(body, [body.width.saturating_sub(list + gap), list], gap);
    // Links have to be said what they are.
    let legend = 3 + u16::from(!app.operation().routes.is_empty());
    let most = left.height.saturating_sub(1 + legend + beside_gap + detail);
    // A little higher than true: it is the rows that are few.
    let rows = (camera::world(app).rows(left.width).saturating_mul(9) / 8).min(most);
    let rest = left.height.saturating_sub(1 + rows + legend + beside_gap);
    let [heading, picture, legend, _, detail_heading, detail] =
        stacked(left, [1, rows, legend, beside_gap, rest.min(1), rest.saturating_sub(1)]);
    let [list_heading, list] = stacked(list, [1, list.height.saturating_sub(1)]);
    Map { heading, picture, legend, list_heading, list, detail_heading, detail }
}

/// The widest text that lies over a screen; longer lines are hard to read.
const OVERLAY_WIDTH: u16 = 104;

/// The box that lies over the screen, and the area of its text.
#[must_use]
pub fn overlay_box(app: &App, area: Rect) -> (Rect, Rect) {
    box_over(frame(app, area), area)
}

/// The box that lies over a presenter's console, and the area of its text.
#[must_use]
pub fn console_box(area: Rect) -> (Rect, Rect) {
    box_over(framed(area, false, false, false), area)
}

fn box_over(frame: Frame, area: Rect) -> (Rect, Rect) {
    let outer = Rect { x: area.x, width: area.width, ..frame.body };
    let inner = Rect {
        x: outer.x + 3,
        y: outer.y + 1,
        width: outer.width.saturating_sub(6).min(OVERLAY_WIDTH),
        height: outer.height.saturating_sub(2),
    };
    (outer, inner)
}

/// How wide the palette is at the most, and how many commands it shows.
const PALETTE: (u16, u16) = (84, 14);

/// The box of the palette, its line, and its list: as many rows as there are commands that fit.
#[must_use]
pub fn palette_box(app: &App, area: Rect) -> (Rect, Rect, Rect) {
    let width = area.width.min(PALETTE.0);
    let found = u16::try_from(palette::found(app).len()).unwrap_or(u16::MAX).max(1);
    let rows = area.height.saturating_sub(6).min(PALETTE.1).min(found);
    let x = area.x + area.width.saturating_sub(width) / 2;
    let outer = Rect { x, y: area.y + 2, width, height: rows + 3 }.intersection(area);
    let inside = Rect { x: outer.x + 2, width: outer.width.saturating_sub(4), ..outer };
    let [_, line, list] = stacked(inside, [1, 1, rows]);
    (outer, line, list)
}

/// How many commands of the palette are in view.
#[must_use]
pub fn palette_rows(app: &App) -> usize {
    usize::from(palette_box(app, window(app)).2.height)
}

/// The window as an area.
#[must_use]
pub const fn window(app: &App) -> Rect {
    let (columns, rows) = app.size();
    Rect::new(0, 0, columns, rows)
}

/// How many rows of the list are in view.
#[must_use]
pub fn list_rows(app: &App) -> usize {
    let area = window(app);
    match app.screen() {
        Screen::Overview => overview(app, area).lines(),
        Screen::Map => usize::from(map(app, area).list.height),
        Screen::Compare => usize::from(compare::areas(app, area).rows.height),
        Screen::Countries | Screen::Sources => usize::from(table(app, area).rows.height),
    }
}
