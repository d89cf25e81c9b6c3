//! The drawn part of a picture: grounds, blocks, shades, lines, marks, dots.
//!
//! Knows cells' places and colours, and SVG paths. It must not know text.
//!
//! All that has one colour becomes one path, so tiles that touch can show no
//! seam even where edges are smoothed; different colours meet without
//! smoothing (`crispEdges`), so there is none between them either.

use std::collections::BTreeMap;
use std::fmt::{Result, Write};

use ratatui::style::Modifier;

use super::glyph::{self, Glyph, Shade};
use super::paint::{Hex, Rgb};
use super::tile::{self, Tile};
use super::{CELL_HEIGHT, CELL_WIDTH, Spot};

/// What a path is filled with; the order is that of drawing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fill {
    Solid(Rgb),
    Shade(Shade, Rgb),
    Line(Rgb),
    Dots(Rgb),
}

impl Fill {
    /// Whether its edges must fall on pixels.
    const fn is_crisp(self) -> bool {
        matches!(self, Self::Solid(_) | Self::Shade(..))
    }
}

/// All that is drawn in one fill.
#[derive(Default)]
struct Figure {
    tiles: Vec<Tile>,
    outlines: Vec<(i32, i32, &'static str)>,
    dots: Vec<(i32, i32)>,
}

/// A picture in the making.
pub(super) struct Picture {
    page: Rgb,
    figures: BTreeMap<Fill, Figure>,
}

impl Picture {
    /// An empty picture on a ground that need not be drawn again.
    pub(super) const fn on(page: Rgb) -> Self {
        Self { page, figures: BTreeMap::new() }
    }

    /// Puts a cell on the picture, save for its text.
    pub(super) fn add(&mut self, spot: &Spot) {
        let (x, y) = (spot.column * CELL_WIDTH, spot.row * CELL_HEIGHT);
        let colour = spot.ink.figure;
        let whole = Tile::new(0, 0, spot.width * CELL_WIDTH, CELL_HEIGHT).moved(x, y);
        let glyph =
            if spot.ink.is(Modifier::HIDDEN) { Glyph::Blank } else { Glyph::of(spot.symbol) };
        if !matches!(glyph, Glyph::Block(_) | Glyph::Octant(_)) {
            self.solid(spot.ink.ground, whole);
        }
        match glyph {
            Glyph::Text | Glyph::Blank => {}
            Glyph::Block(block) => self.parted(spot, (x, y), block.parts()),
            Glyph::Octant(mask) => self.parted(spot, (x, y), glyph::eighths(mask)),
            Glyph::Shade(shade) => self.figure(Fill::Shade(shade, colour)).tiles.push(whole),
            Glyph::Lines(tiles) => {
                let moved = tiles.into_iter().map(|tile| tile.moved(x, y));
                self.figure(Fill::Line(colour)).tiles.extend(moved);
            }
            Glyph::Outline(path) => {
                let outlines = &mut self.figure(Fill::Line(colour)).outlines;
                outlines.push((x, y, path));
            }
            Glyph::Dots(dots) => {
                let moved = dots.into_iter().map(|(right, down)| (x + right, y + down));
                self.figure(Fill::Dots(colour)).dots.extend(moved);
            }
        }
        self.rules(spot, whole);
    }

    /// A cell parted between figure and ground.
    fn parted(
        &mut self,
        spot: &Spot,
        (x, y): (i32, i32),
        parts: impl Iterator<Item = (Tile, bool)>,
    ) {
        for (part, is_figure) in parts {
            let colour = if is_figure { spot.ink.figure } else { spot.ink.ground };
            self.solid(colour, part.moved(x, y));
        }
    }

    /// The lines under and through text.
    fn rules(&mut self, spot: &Spot, cell: Tile) {
        let places = [(Modifier::UNDERLINED, 14), (Modifier::CROSSED_OUT, 8)];
        for (modifier, down) in places {
            if spot.ink.is(modifier) && !spot.ink.is(Modifier::HIDDEN) {
                let top = cell.top + down;
                let rule = Tile::new(cell.left, top, cell.right, top + 1);
                self.figure(Fill::Line(spot.ink.figure)).tiles.push(rule);
            }
        }
    }

    fn solid(&mut self, colour: Rgb, tile: Tile) {
        if colour != self.page {
            self.figure(Fill::Solid(colour)).tiles.push(tile);
        }
    }

    fn figure(&mut self, fill: Fill) -> &mut Figure {
        self.figures.entry(fill).or_default()
    }

    /// Joins what touches and writes all paths.
    pub(super) fn write(mut self, out: &mut impl Write) -> Result {
        self.figures.values_mut().for_each(|figure| tile::join(&mut figure.tiles));
        self.keep_hairs();
        self.write_textures(out)?;
        writeln!(out, r#"<g shape-rendering="crispEdges">"#)?;
        self.write_figures(true, out)?;
        writeln!(out, "</g>")?;
        self.write_figures(false, out)
    }

    /// A strip one unit wide can fall between the pixels of a smaller picture;
    /// drawn once more with smoothed edges, something of it always shows.
    fn keep_hairs(&mut self) {
        let mut hairs = Vec::new();
        for (fill, figure) in &self.figures {
            if let Fill::Solid(colour) = *fill {
                let thin = figure.tiles.iter().filter(|tile| tile.width() == 1);
                hairs.extend(thin.map(|tile| (colour, *tile)));
            }
        }
        for (colour, tile) in hairs {
            self.figure(Fill::Line(colour)).tiles.push(tile);
        }
    }

    fn write_textures(&self, out: &mut impl Write) -> Result {
        let mut shades = self.figures.keys().filter_map(|fill| match *fill {
            Fill::Shade(shade, colour) => Some((shade, colour)),
            _ => None,
        });
        shades.try_for_each(|(shade, colour)| write_texture(shade, colour, out))
    }

    fn write_figures(&self, crisp: bool, out: &mut impl Write) -> Result {
        let figures = self.figures.iter();
        let mut wanted = figures.filter(|(fill, _)| fill.is_crisp() == crisp);
        wanted.try_for_each(|(fill, figure)| figure.write(*fill, out))
    }
}

impl Figure {
    fn write(&self, fill: Fill, out: &mut impl Write) -> Result {
        match fill {
            Fill::Solid(colour) | Fill::Line(colour) => {
                write!(out, r#"<path fill="{}" d=""#, Hex(colour))?;
            }
            Fill::Shade(shade, colour) => {
                write!(out, r#"<path fill="url(#{})" d=""#, name(shade, colour))?;
            }
            // Round ends on lines without length: a dot in a few bytes.
            Fill::Dots(colour) => write!(
                out,
                r#"<path fill="none" stroke="{}" stroke-width="2.6" stroke-linecap="round" d=""#,
                Hex(colour)
            )?,
        }
        for tile in &self.tiles {
            write!(out, "{tile}")?;
        }
        for (x, y, path) in &self.outlines {
            write!(out, "M{x} {y}{path}")?;
        }
        let mut pen = None;
        for &(x, y) in &self.dots {
            match pen.replace((x, y)) {
                None => write!(out, "M{x} {y}h0")?,
                Some((from_x, from_y)) => write!(out, "m{} {}h0", x - from_x, y - from_y)?,
            }
        }
        writeln!(out, r#""/>"#)
    }
}

/// A texture's name tells all it shows, so two pictures in one page agree.
fn name(shade: Shade, colour: Rgb) -> String {
    let [red, green, blue] = colour;
    let kind = match shade {
        Shade::Light => "light",
        Shade::Medium => "medium",
        Shade::Dark => "dark",
    };
    format!("{kind}-{red:02x}{green:02x}{blue:02x}")
}

/// Textures hang on the picture's origin, so neighbouring cells continue them.
fn write_texture(shade: Shade, colour: Rgb, out: &mut impl Write) -> Result {
    // Squares of two units: one would turn into a flat tint on a smaller picture.
    let path = match shade {
        Shade::Light => "M0 0h2v2h-2z",
        Shade::Medium => "M0 0h2v2h-2zM2 2h2v2h-2z",
        Shade::Dark => "M0 0h2v2h2v2h-4z",
    };
    writeln!(
        out,
        r#"<pattern id="{}" width="4" height="4" patternUnits="userSpaceOnUse"><path fill="{}" d="{path}"/></pattern>"#,
        name(shade, colour),
        Hex(colour)
    )
}
