//! The links between places: from where to where people were moved, not the way they took.
//!
//! Knows the routes of the operation. A region is no point in some country: it stands at the edge.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::picture::over;
use super::scene::Scene;
use crate::model::map::Point;
use crate::model::map::projection::whole;
use crate::model::map::side::Side;
use crate::model::place::{Route, Stop};
use crate::report::mapped::{LINKS, manners};
use crate::report::words;
use crate::theme::{Signs, Theme};
use crate::view::layout::Size;
use crate::view::widget::text;

/// What is said of the links that are drawn, as fully as there is room for; nothing if none is.
pub(super) fn captions(scene: &Scene) -> Option<[String; 3]> {
    let mut picked = scene.operation.routes.iter().filter(|route| is_picked(scene, route));
    let any = picked.next()?;
    let own = scene.operation.routes.iter().find(|route| is_own(scene, route));
    let shown = own.unwrap_or(any);
    let short = format!("{}: not the way taken", in_words(shown, true));
    let long = match own {
        Some(own) => format!("{}: {LINKS}", in_words(own, false)),
        None => format!("links: {LINKS}"),
    };
    Some([long, if own.is_some() { short } else { LINKS.to_owned() }, LINKS.to_owned()])
}

/// What the dotted ones among the links that are drawn are; in a small window the only ones drawn
/// are told in words.
pub(super) fn dotted_are(scene: &Scene) -> Option<String> {
    let routes = scene.operation.routes.iter().filter(|route| is_picked(scene, route));
    let manners = if scene.coded { manners(routes) } else { "" };
    (!manners.is_empty()).then(|| format!("dotted: {manners}"))
}

/// A link in words: `Tunisia → United Kingdom, attempted`.
fn in_words(route: &Route, short: bool) -> String {
    let name = |stop: &Stop| match stop {
        Stop::Country(country) if short => country.code().to_owned(),
        stop => stop.name().to_owned(),
    };
    let stops: Vec<String> = route.stops.iter().map(name).collect();
    let attempted = if route.attempted { ", attempted" } else { "" };
    let alleged = if route.alleged { ", alleged" } else { "" };
    format!("{}{attempted}{alleged}", stops.join(" → "))
}

/// The row of the action that tells of a link.
fn row_of(scene: &Scene, route: &Route) -> Option<usize> {
    Some(scene.operation.actions.get(route.action)?.row)
}

fn is_picked(scene: &Scene, route: &Route) -> bool {
    let told = row_of(scene, route).and_then(|row| scene.operation.rows.get(row));
    told.is_some_and(|told| scene.rows().any(|row| row == told))
}

/// Whether a link is told of by an action of the selected row.
fn is_own(scene: &Scene, route: &Route) -> bool {
    let told = row_of(scene, route).and_then(|row| scene.operation.rows.get(row));
    told.is_some() && told == scene.selected_row()
}

/// Draws the links: in a small window those of the selected place alone, else all of them, its own
/// last and stronger.
pub(super) fn draw(scene: &Scene, theme: &Theme, window: Rect, buffer: &mut Buffer) {
    let narrow = Size::of(window) <= Some(Size::Narrow);
    let routes = scene.operation.routes.iter().filter(|route| is_picked(scene, route));
    let (own, others): (Vec<&Route>, Vec<&Route>) = routes.partition(|route| is_own(scene, route));
    let mut names = Vec::new();
    for route in others.into_iter().filter(|_| !narrow) {
        link(scene, route, theme.text, &mut names, theme, buffer);
    }
    for route in own {
        link(scene, route, theme.accent, &mut names, theme, buffer);
    }
    for (at, words, style) in names {
        text::write(buffer, at, &words, style);
    }
}

/// Where a link has an end, in dots from the upper left corner, two across a cell and four down.
type Dots = (f64, f64);

/// The name of a region at the edge of the map.
type Name = (Rect, String, Style);

fn link(
    scene: &Scene,
    route: &Route,
    style: Style,
    names: &mut Vec<Name>,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let known: Vec<Option<Dots>> = route.stops.iter().map(|stop| place(scene, stop)).collect();
    // A link of which no country is in sight would be a line from nowhere to nowhere.
    let in_sight = known.iter().flatten().find(|dots| cell(scene, **dots).is_some());
    let Some(anchor) = in_sight.copied() else { return };
    let mut stops: Vec<Dots> = Vec::new();
    for (stop, known) in route.stops.iter().zip(known) {
        let near = stops.last().copied().unwrap_or(anchor);
        let at = known.or_else(|| {
            let (at, words, dots) = stub(scene, stop, near, names);
            names.push((at, words, style));
            Some(dots)
        });
        stops.extend(at);
    }
    // Dashes twice as long as the gaps between them; dots for what is attempted or alleged.
    let dash = if words::manner(route).is_empty() { (12, 8) } else { (6, 3) };
    for pair in stops.windows(2) {
        if let [from, to] = *pair {
            arc(scene, (from, to), (dash, style), theme, buffer);
        }
    }
}

fn place(scene: &Scene, stop: &Stop) -> Option<Dots> {
    let Stop::Country(country) = stop else { return None };
    let (x, y) = scene.grid.as_ref()?.sight.place(Point::of_label(*country));
    Some((x, y * 2.0))
}

/// The name of a region at the edge of the map that is nearest to it, and where its link begins.
/// Where another name stands it goes a row on, towards the middle.
fn stub(scene: &Scene, stop: &Stop, near: Dots, names: &[Name]) -> (Rect, String, Dots) {
    let area = scene.area;
    let words = format!(" {} ", stop.name());
    let width = text::width(&words).min(area.width);
    let line = |dots: f64, count: u16| {
        u16::try_from(whole(dots).max(0)).unwrap_or(u16::MAX).min(count.saturating_sub(1))
    };
    let row = line(near.1 / 4.0, area.height);
    let middle = line(near.0 / 2.0 - f64::from(width) / 2.0, area.width - width + 1);
    let (column, row) = match Side::of(stop.name()) {
        Side::North => (middle, 0),
        Side::West => (0, row),
        Side::South => (middle, area.height.saturating_sub(1)),
        Side::East => (area.width - width, row.saturating_sub(2)),
    };
    let mut at = Rect { x: area.x + column, y: area.y + row, width, height: 1 };
    let is_low = row * 2 > area.height;
    for _ in 0..area.height {
        let hides =
            |(other, name, _): &&Name| other.intersects(at) && (*name != words || *other != at);
        if !names.iter().any(|name| hides(&name)) {
            break;
        }
        at.y = if is_low { at.y.saturating_sub(1) } else { at.y + 1 };
    }
    let (at, row) = (at.intersection(area), at.y.saturating_sub(area.y));
    let side = if column == 0 { width } else { 0 };
    let inside =
        if row == 0 || row + 1 == area.height { column + width / 2 } else { column + side };
    (at, words, (f64::from(inside) * 2.0, f64::from(row) * 4.0 + 2.0))
}

/// Draws an arc with an arrow where it ends; `dash` is how many dots there are to a gap and the
/// dash before it, and to the dash alone.
fn arc(
    scene: &Scene,
    (from, to): (Dots, Dots),
    (dash, style): ((i32, i32), Style),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let length = (right * right + down * down).sqrt();
    let steps = whole(length * 1.5).clamp(1, 4_000);
    // Bent to the left of its way, so that there and back are two lines.
    let bent =
        (f64::midpoint(from.0, to.0) + down * 0.18, f64::midpoint(from.1, to.1) - right * 0.18);
    let point = |step: i32| {
        let t = f64::from(step) / f64::from(steps);
        let along = |a: f64, b: f64, c: f64| {
            a * (1.0 - t) * (1.0 - t) + 2.0 * b * t * (1.0 - t) + c * t * t
        };
        (along(from.0, bent.0, to.0), along(from.1, bent.1, to.1))
    };
    let mut cells: BTreeMap<(u16, u16), u32> = BTreeMap::new();
    let mut head = None;
    let last = cell(scene, point(steps));
    for step in 0..=steps {
        let dots = point(step);
        let Some(at) = cell(scene, dots) else { continue };
        if Some(at) != last {
            head = Some(at);
        }
        if step % dash.0 < dash.1 {
            let bit = bit(whole(dots.0).rem_euclid(2), whole(dots.1).rem_euclid(4));
            *cells.entry(at).or_default() |= bit;
        }
    }
    for (at, bits) in cells {
        over(buffer, at, dotted(bits, theme), style);
    }
    if let Some(at) = head.or(last) {
        over(buffer, at, arrow(to.0 - bent.0, to.1 - bent.1, theme), style);
    }
}

/// Draws a thin line from the middle of one cell to that of another.
pub(super) fn line(
    scene: &Scene,
    from: (u16, u16),
    to: (u16, u16),
    style: Style,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let dots = |(x, y): (u16, u16)| (f64::from(x) * 2.0 + 0.9, f64::from(y) * 4.0 + 1.9);
    let (from, to) = (dots(from), dots(to));
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let steps = whole(right.abs().max(down.abs()) + 1.0).clamp(1, 2_000);
    let mut cells: BTreeMap<(u16, u16), u32> = BTreeMap::new();
    for step in 0..=steps {
        let part = f64::from(step) / f64::from(steps);
        let at = (from.0 + right * part, from.1 + down * part);
        if let Some(cell) = cell(scene, at) {
            *cells.entry(cell).or_default() |=
                bit(whole(at.0).rem_euclid(2), whole(at.1).rem_euclid(4));
        }
    }
    for (at, bits) in cells {
        over(buffer, at, dotted(bits, theme), style);
    }
}

/// A cell with some of its dots.
fn dotted(bits: u32, theme: &Theme) -> char {
    match theme.signs {
        Signs::Unicode => char::from_u32(0x2800 + bits).unwrap_or('·'),
        Signs::Ascii => '*',
    }
}

/// The cell of a dot, if it is in the picture.
fn cell(scene: &Scene, dots: Dots) -> Option<(u16, u16)> {
    let area = scene.area;
    let column = u16::try_from(whole(dots.0 / 2.0)).ok().filter(|column| *column < area.width)?;
    let row = u16::try_from(whole(dots.1 / 4.0)).ok().filter(|row| *row < area.height)?;
    Some((area.x + column, area.y + row))
}

/// The bit of a dot in the pattern of a cell.
const fn bit(column: i32, row: i32) -> u32 {
    match (column, row) {
        (0, 0) => 0x01,
        (0, 1) => 0x02,
        (0, 2) => 0x04,
        (0, _) => 0x40,
        (_, 0) => 0x08,
        (_, 1) => 0x10,
        (_, 2) => 0x20,
        _ => 0x80,
    }
}

fn arrow(right: f64, down: f64, theme: &Theme) -> char {
    let signs = match theme.signs {
        Signs::Unicode => ['▸', '◂', '▾', '▴'],
        Signs::Ascii => ['>', '<', 'v', '^'],
    };
    let [east, west, south, north] = signs;
    match (right.abs() > down.abs(), right > 0.0, down > 0.0) {
        (true, true, _) => east,
        (true, false, _) => west,
        (false, _, true) => south,
        (false, _, false) => north,
    }
}
