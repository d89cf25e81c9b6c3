//! Tags on a map that stands still: the name and the number of a country beside its shape, joined
//! to it by a thin line.
//!
//! Knows where a tag hides the least. Must not know what the map is of.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::crossing::crosses;
use super::links;
use super::picture::{self, over};
use super::scene::{Look, Scene};
use crate::theme::{Signs, Theme};
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// How far from its country a tag may stand, in columns and rows.
const FAR: (u16, u16) = (36, 12);

/// What a tag says of the country in a cell.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// The cell of the country's label.
    pub(super) spot: (u16, u16),
    /// Whether the country is so small that it has a mark there.
    pub(super) marked: bool,
    pub(super) name: String,
    /// Its number, and what that counts; both may be empty. Words are no number.
    pub(super) number: String,
    pub(super) noun: String,
}

/// A way to set a tag: the size of its number, that of its name, 0 for plain text; none for all
/// of it on one line.
type Size = Option<(u16, u16)>;

/// The tags that found room, each with how it is set and where.
pub(super) struct Tags {
    set: Vec<(Tag, Size, Rect)>,
    named: Sums,
}

impl Tags {
    /// No tags on a map.
    pub(super) fn new(scene: &Scene) -> Self {
        Self { set: Vec::new(), named: Sums::of(scene) }
    }

    /// Finds room for a tag beside those that have some, as large as one of the sizes; says
    /// whether there is any.
    pub(super) fn add(
        &mut self,
        scene: &Scene,
        spots: &[(u16, u16)],
        tag: Tag,
        sizes: &[Size],
    ) -> bool {
        let room = sizes.iter().find_map(|size| {
            let extent = tag.extent(*size)?;
            Some((*size, self.room(scene, spots, tag.spot, extent)?))
        });
        room.map(|(size, area)| self.set.push((tag, size, area))).is_some()
    }

    /// The best area of an extent near a spot.
    fn room(
        &self,
        scene: &Scene,
        spots: &[(u16, u16)],
        spot: (u16, u16),
        (width, height): (u16, u16),
    ) -> Option<Rect> {
        let window = scene.area;
        let (right, down) = (window.width.checked_sub(width)?, window.height.checked_sub(height)?);
        let xs = spot.0.saturating_sub(FAR.0 + width)..=right.min(spot.0 + FAR.0);
        let mut best: Option<(u32, Rect)> = None;
        let ys = spot.1.saturating_sub(FAR.1 + height)..=down.min(spot.1 + FAR.1);
        let mut ys: Vec<(u32, u16)> =
            ys.map(|y| (distance(Rect { x: spot.0, y, width, height }, spot), y)).collect();
        // The nearest first: what is farther than the best costs more.
        ys.sort_unstable();
        for (least, y) in ys {
            if best.is_some_and(|(cost, _)| least >= cost) {
                break;
            }
            for x in xs.clone() {
                let area = Rect { x, y, width, height };
                let far = distance(area, spot);
                if best.is_some_and(|(cost, _)| far >= cost) || self.is_taken(area, spot, spots) {
                    continue;
                }
                let cost = far + self.named.within(area) * 3;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, area));
                }
            }
        }
        // A large tag is better set smaller than far away.
        let bearable = if height > 1 { 18 } else { 40 };
        best.filter(|(cost, _)| *cost <= bearable).map(|(_, area)| area)
    }

    /// Whether another tag stands there, or a country's own spot is hidden; or whether a tag would
    /// hide a part of another's line, and so seem to be at its end.
    fn is_taken(&self, area: Rect, spot: (u16, u16), spots: &[(u16, u16)]) -> bool {
        let wide = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
        let air = |spot: &(u16, u16)| wide.contains((*spot).into());
        let own = nearest(area, spot);
        let hides = |(tag, _, other): &(Tag, Size, Rect)| {
            other.intersects(wide)
                || crosses(tag.spot, nearest(*other, tag.spot), area)
                || crosses(spot, own, *other)
        };
        spots.iter().any(air) || self.set.iter().any(hides)
    }

    /// The countries whose line goes behind the tag of another, with the name of that.
    #[cfg(test)]
    pub(super) fn hidden(&self) -> Vec<(&str, &str)> {
        let mut hidden = Vec::new();
        for (tag, _, area) in &self.set {
            let (from, to) = (tag.spot, nearest(*area, tag.spot));
            let others = self.set.iter().filter(|(other, ..)| other.name != tag.name);
            let over = others.filter(|(.., over)| {
                (0..=1_000).any(|step| {
                    let at = |a: u16, b: u16| {
                        let (a, b) = (i32::from(a), i32::from(b));
                        u16::try_from((a * 1_000 + (b - a) * step + 500) / 1_000).unwrap_or(0)
                    };
                    over.contains((at(from.0, to.0), at(from.1, to.1)).into())
                })
            });
            hidden.extend(over.map(|(other, ..)| (tag.name.as_str(), other.name.as_str())));
        }
        hidden
    }

    /// Draws them over the map.
    pub(super) fn draw(&self, scene: &Scene, theme: &Theme, buffer: &mut Buffer) {
        for (tag, _, area) in &self.set {
            links::line(scene, tag.spot, nearest(*area, tag.spot), theme.title, theme, buffer);
        }
        picture::marks(scene, theme, buffer);
        let dot = theme.title.patch(Style { bg: theme.map.sea.bg, ..Style::new() });
        for (tag, ..) in self.set.iter().filter(|(tag, ..)| !tag.marked) {
            let sign = if theme.signs == Signs::Ascii { '@' } else { '●' };
            let at = (scene.area.x + tag.spot.0, scene.area.y + tag.spot.1);
            over(buffer, at, sign, dot);
        }
        let ground = Style::reset().patch(theme.map.sea);
        for (tag, size, area) in &self.set {
            let area = Rect { x: scene.area.x + area.x, y: scene.area.y + area.y, ..*area };
            for at in area.positions() {
                if let Some(cell) = buffer.cell_mut(at) {
                    cell.set_char(' ').set_style(ground);
                }
            }
            tag.draw(*size, theme, area, buffer);
        }
    }
}

/// How many cells that show named countries lie above and to the left of each corner of a cell.
struct Sums {
    width: usize,
    sums: Vec<u32>,
}

impl Sums {
    fn of(scene: &Scene) -> Self {
        let Rect { width, height, .. } = scene.area;
        let mut sums = vec![0; usize::from(width) + 1];
        for row in 0..height {
            let (mut line, mut sum) = (vec![0], 0);
            for column in 0..width {
                let named = scene.quarters(column, row).iter().any(|look| *look >= Look::Named);
                sum += u32::from(named);
                let above = sums.len() - usize::from(width);
                let above = sums.get(above + usize::from(column)).copied().unwrap_or(0);
                line.push(above + sum);
            }
            sums.append(&mut line);
        }
        Self { width: usize::from(width) + 1, sums }
    }

    /// How many cells of an area show countries that are named.
    fn within(&self, area: Rect) -> u32 {
        let at = |x: u16, y: u16| {
            self.sums.get(usize::from(y) * self.width + usize::from(x)).copied().unwrap_or(0)
        };
        let (right, bottom) = (area.right(), area.bottom());
        let whole = at(right, bottom) + at(area.x, area.y);
        whole.saturating_sub(at(area.x, bottom) + at(right, area.y))
    }
}

/// The cell of an area that is nearest to a spot.
fn nearest(area: Rect, spot: (u16, u16)) -> (u16, u16) {
    let within = |at: u16, from: u16, to: u16| at.clamp(from, to.saturating_sub(1).max(from));
    (within(spot.0, area.x, area.right()), within(spot.1, area.y, area.bottom()))
}

/// How far an area is from a spot; a row is as high as two columns are wide.
fn distance(area: Rect, spot: (u16, u16)) -> u32 {
    let (x, y) = nearest(area, spot);
    u32::from(x.abs_diff(spot.0)) + 2 * u32::from(y.abs_diff(spot.1))
}

impl Tag {
    fn line(&self) -> String {
        let parts = [self.name.as_str(), &self.number, &self.noun];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    /// The columns and rows that it takes; `None` where it cannot be set so.
    fn extent(&self, size: Size) -> Option<(u16, u16)> {
        let Some((number, name)) = size else { return Some((text::width(&self.line()) + 2, 1)) };
        if !self.number.contains(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        let number = Large::new(&self.number, number)?;
        let (wide, high) = words(&self.name, name)?;
        let (noun, lower) = if self.noun.is_empty() { (0, 0) } else { words(&self.noun, 0)? };
        Some((number.width().max(wide).max(noun) + 2, number.height() + high + lower + name))
    }

    fn draw(&self, size: Size, theme: &Theme, area: Rect, buffer: &mut Buffer) {
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let Some((number, name)) = size else {
            text::write(buffer, inside, &self.line(), theme.title);
            return;
        };
        let in_cells = theme.signs == Signs::Ascii;
        let mut rest = inside;
        let below = |rest: &mut Rect, rows: u16| {
            let rows = rows.min(rest.height);
            rest.y += rows;
            rest.height -= rows;
        };
        let mut large = |rest: &mut Rect, words: &str, scale: u16, style: Style| {
            if let Some(large) = Large::new(words, scale) {
                let large = large.style(style).in_cells(in_cells);
                (&large).render(*rest, buffer);
                below(rest, large.height());
            }
        };
        large(&mut rest, &self.number, number, theme.title);
        if name > 0 {
            rest.y += name;
            rest.height = rest.height.saturating_sub(name);
            large(&mut rest, &self.name, name, theme.text);
        } else {
            text::write(buffer, rest, &self.name, theme.title.add_modifier(Modifier::BOLD));
            rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        }
        text::write(buffer, rest, &self.noun, theme.text);
    }
}

/// The columns and rows of words in large letters of some size; 0 is plain text.
fn words(said: &str, scale: u16) -> Option<(u16, u16)> {
    match scale {
        0 => Some((text::width(said), 1)),
        scale => Large::new(said, scale).map(|large| (large.width(), large.height())),
    }
}
