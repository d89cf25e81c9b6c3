//! Characters that are drawn: how each one fills its cell.
//!
//! Knows the characters and the size of a cell. It must not know colours or
//! the screen.

use ratatui::symbols::pixel::OCTANTS;

use super::lines;
use super::tile::Tile;
use super::{CELL_HEIGHT, CELL_WIDTH};

/// How a character is put on the picture.
pub(super) enum Glyph {
    /// Set as text.
    Text,
    /// Nothing to draw.
    Blank,
    /// The cell is parted between figure and ground.
    Block(Block),
    /// The cell is parted in eight; which of them are figure, row by row, the first the lowest bit.
    Octant(u8),
    /// The whole cell in a texture.
    Shade(Shade),
    /// Straight lines.
    Lines(Vec<Tile>),
    /// A path from the top left corner of the cell.
    Outline(&'static str),
    /// Braille dots: their places in the cell.
    Dots(Vec<(i32, i32)>),
}

/// The three textures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shade {
    Light,
    Medium,
    Dark,
}

/// A cell cut once down and once across; which of the quarters are figure.
#[derive(Clone, Copy)]
pub(super) struct Block {
    x: i32,
    y: i32,
    figure: u8,
}

const TOP_LEFT: u8 = 1;
const TOP_RIGHT: u8 = 2;
const BOTTOM_LEFT: u8 = 4;
const BOTTOM_RIGHT: u8 = 8;

impl Block {
    const fn cut(x: i32, y: i32, figure: u8) -> Self {
        Self { x, y, figure }
    }

    /// The quarters that are not empty, and whether each is figure.
    pub(super) fn parts(self) -> impl Iterator<Item = (Tile, bool)> {
        let Self { x, y, figure } = self;
        [
            (Tile::new(0, 0, x, y), TOP_LEFT),
            (Tile::new(x, 0, CELL_WIDTH, y), TOP_RIGHT),
            (Tile::new(0, y, x, CELL_HEIGHT), BOTTOM_LEFT),
            (Tile::new(x, y, CELL_WIDTH, CELL_HEIGHT), BOTTOM_RIGHT),
        ]
        .into_iter()
        .filter(|(tile, _)| !tile.is_empty())
        .map(move |(tile, quarter)| (tile, figure & quarter != 0))
    }
}

impl Glyph {
    /// How `symbol`, the text of one cell, is drawn.
    pub(super) fn of(symbol: &str) -> Self {
        let mut characters = symbol.chars();
        match (characters.next(), characters.next()) {
            (None | Some(' ' | '\u{a0}' | '\u{2800}'), None) => Self::Blank,
            (Some(only), None) => Self::drawn(only).unwrap_or(Self::Text),
            _ => Self::Text,
        }
    }

    fn drawn(symbol: char) -> Option<Self> {
        match symbol {
            '\u{2500}'..='\u{257f}' => {
                lines::of(symbol).map(Self::Lines).or_else(|| outline(symbol).map(Self::Outline))
            }
            '░' => Some(Self::Shade(Shade::Light)),
            '▒' => Some(Self::Shade(Shade::Medium)),
            '▓' => Some(Self::Shade(Shade::Dark)),
            '\u{1fb82}'
            | '\u{1fb85}'
            | '\u{1fbe6}'
            | '\u{1fbe7}'
            | '\u{1cd00}'..='\u{1cde5}'
            | '\u{1cea0}'..='\u{1ceab}' => octant(symbol).map(Self::Octant),
            '\u{2580}'..='\u{259f}' => block(symbol).map(Self::Block),
            '\u{2801}'..='\u{28ff}' => Some(Self::Dots(dots(symbol))),
            _ => outline(symbol).map(Self::Outline),
        }
    }
}

/// Which of the eight parts of a cell a character fills.
fn octant(symbol: char) -> Option<u8> {
    let mask = OCTANTS.iter().position(|octant| *octant == symbol)?;
    u8::try_from(mask).ok()
}

/// The eight parts of a cell, and whether each is figure.
pub(super) fn eighths(mask: u8) -> impl Iterator<Item = (Tile, bool)> {
    let (width, height) = (CELL_WIDTH / 2, CELL_HEIGHT / 4);
    let places = (0..4).flat_map(move |row| [0, 1].map(|column| (column * width, row * height)));
    places
        .enumerate()
        .map(move |(bit, (x, y))| (Tile::new(x, y, x + width, y + height), mask >> bit & 1 == 1))
}

fn block(symbol: char) -> Option<Block> {
    let (half_width, half_height) = (CELL_WIDTH / 2, CELL_HEIGHT / 2);
    let quarters = |figure| Block::cut(half_width, half_height, figure);
    let eighths = |first: u32| i32::try_from(u32::from(symbol) - first).ok();
    Some(match symbol {
        '▀' => Block::cut(CELL_WIDTH, half_height, TOP_LEFT),
        '▁'..='█' => {
            let height = (eighths(0x2580)?) * CELL_HEIGHT / 8;
            Block::cut(CELL_WIDTH, CELL_HEIGHT - height, BOTTOM_LEFT)
        }
        '▉'..='▏' => {
            let width = CELL_WIDTH - eighths(0x2588)? * CELL_WIDTH / 8;
            Block::cut(width, CELL_HEIGHT, TOP_LEFT)
        }
        '▐' => Block::cut(half_width, CELL_HEIGHT, TOP_RIGHT),
        '▔' => Block::cut(CELL_WIDTH, CELL_HEIGHT / 8, TOP_LEFT),
        '▕' => Block::cut(CELL_WIDTH - CELL_WIDTH / 8, CELL_HEIGHT, TOP_RIGHT),
        '▖' => quarters(BOTTOM_LEFT),
        '▗' => quarters(BOTTOM_RIGHT),
        '▘' => quarters(TOP_LEFT),
        '▙' => quarters(TOP_LEFT | BOTTOM_LEFT | BOTTOM_RIGHT),
        '▚' => quarters(TOP_LEFT | BOTTOM_RIGHT),
        '▛' => quarters(TOP_LEFT | TOP_RIGHT | BOTTOM_LEFT),
        '▜' => quarters(TOP_LEFT | TOP_RIGHT | BOTTOM_RIGHT),
        '▝' => quarters(TOP_RIGHT),
        '▞' => quarters(TOP_RIGHT | BOTTOM_LEFT),
        '▟' => quarters(TOP_RIGHT | BOTTOM_LEFT | BOTTOM_RIGHT),
        _ => return None,
    })
}

/// Marks and bent lines, each a path that runs clockwise (holes the other way)
/// so that it can share a path with the lines it meets. Marks are centred on
/// the light lines, not on the cell.
fn outline(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '╭' => "m4 16v-4a4 4 0 0 1 4-4v1a3 3 0 0 0-3 3v4z",
        '╮' => "m0 8h1a4 4 0 0 1 4 4v4h-1v-4a3 3 0 0 0-3-3h-1z",
        '╯' => "m4 0h1v5a4 4 0 0 1-4 4h-1v-1h1a3 3 0 0 0 3-3z",
        '╰' => "m4 0h1v5a3 3 0 0 0 3 3v1a4 4 0 0 1-4-4z",
        '╱' => "m7.4 0h1.2l-8 16h-1.2z",
        '╲' => "m-.6 0h1.2l8 16h-1.2z",
        '╳' => "m7.4 0h1.2l-8 16h-1.2zm-8 0h1.2l8 16h-1.2z",
        '●' => "m1.5 8.5a3 3 0 0 1 6 0a3 3 0 0 1-6 0z",
        '○' => "m1.5 8.5a3 3 0 0 1 6 0a3 3 0 0 1-6 0zm1 0a2 2 0 0 0 4 0a2 2 0 0 0-4 0z",
        '◉' => {
            "m1 8.5a3.5 3.5 0 0 1 7 0a3.5 3.5 0 0 1-7 0zm1 0a2.5 2.5 0 0 0 5 0a2.5 2.5 0 0 0-5 0z\
             m1 0a1.5 1.5 0 0 1 3 0a1.5 1.5 0 0 1-3 0z"
        }
        '▶' => "m1 5l7 3.5l-7 3.5z",
        '◀' => "m8 5v7l-7-3.5z",
        '▲' => "m4.5 5l3.5 7h-7z",
        '▼' => "m1 5h7l-3.5 7z",
        '▸' => "m2 5.5l5 3l-5 3z",
        '◂' => "m7 5.5v6l-5-3z",
        '▴' => "m4.5 6l3 5h-6z",
        '▾' => "m1.5 6h6l-3 5z",
        '◆' => "m4.5 5l3 3.5l-3 3.5l-3-3.5z",
        '◇' => "m4.5 5l3 3.5l-3 3.5l-3-3.5zm0 1.5l-1.7 2l1.7 2l1.7-2z",
        '■' => "m1 5h7v7h-7z",
        '□' => "m1 5h7v7h-7zm1 1v5h5v-5z",
        '▪' => "m2 6h5v5h-5z",
        _ => return None,
    })
}

/// The places of a Braille character's dots, in the order of its bits.
fn dots(symbol: char) -> Vec<(i32, i32)> {
    let places = [(2, 2), (2, 6), (2, 10), (6, 2), (6, 6), (6, 10), (2, 14), (6, 14)];
    let bits = u32::from(symbol);
    let raised = places.into_iter().enumerate();
    let mut raised: Vec<_> =
        raised.filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, place)| place).collect();
    raised.sort_unstable_by_key(|&(x, y)| (y, x));
    raised
}
