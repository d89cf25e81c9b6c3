//! Box drawing lines: which arms a character has and where their edges run.
//!
//! Knows U+2500 to U+257F and the size of a cell. It must not know colours or
//! the screen. Arcs and diagonals are outlines, found beside the other ones.

use super::tile::Tile;
use super::{CELL_HEIGHT, CELL_WIDTH};

/// Arms from U+2500 on, a digit each for up, right, down and left:
/// none (0), light (1), heavy (2) or double (3).
#[rustfmt::skip]
const ARMS: [u16; 128] = [
    0x0101, 0x0202, 0x1010, 0x2020, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0000, 0x0000, 0x0000, 0x0000, 0x0110, 0x0210, 0x0120, 0x0220,
    0x0011, 0x0012, 0x0021, 0x0022, 0x1100, 0x1200, 0x2100, 0x2200,
    0x1001, 0x1002, 0x2001, 0x2002, 0x1110, 0x1210, 0x2110, 0x1120,
    0x2120, 0x2210, 0x1220, 0x2220, 0x1011, 0x1012, 0x2011, 0x1021,
    0x2021, 0x2012, 0x1022, 0x2022, 0x0111, 0x0112, 0x0211, 0x0212,
    0x0121, 0x0122, 0x0221, 0x0222, 0x1101, 0x1102, 0x1201, 0x1202,
    0x2101, 0x2102, 0x2201, 0x2202, 0x1111, 0x1112, 0x1211, 0x1212,
    0x2111, 0x1121, 0x2121, 0x2112, 0x2211, 0x1122, 0x1221, 0x2212,
    0x1222, 0x2122, 0x2221, 0x2222, 0x0000, 0x0000, 0x0000, 0x0000,
    0x0303, 0x3030, 0x0310, 0x0130, 0x0330, 0x0013, 0x0031, 0x0033,
    0x1300, 0x3100, 0x3300, 0x1003, 0x3001, 0x3003, 0x1310, 0x3130,
    0x3330, 0x1013, 0x3031, 0x3033, 0x0313, 0x0131, 0x0333, 0x1303,
    0x3101, 0x3303, 0x1313, 0x3131, 0x3333, 0x0000, 0x0000, 0x0000,
    0x0000, 0x0000, 0x0000, 0x0000, 0x0001, 0x1000, 0x0100, 0x0010,
    0x0002, 0x2000, 0x0200, 0x0020, 0x0201, 0x1020, 0x0102, 0x2010,
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    None,
    Light,
    Heavy,
    Double,
}

/// An arm of a cross, seen along its own way from the cell's edge inwards.
struct Arm {
    weight: Weight,
    /// The arm that goes on beyond the centre.
    opposite: Weight,
    /// The crossing arm at the smaller coordinate, and the one at the larger.
    crossing: [Weight; 2],
    /// The cell's length along the arm, and across it.
    along: i32,
    across: i32,
    /// Whether it comes from the right or the bottom.
    far: bool,
}

/// The tiles of a straight box drawing character, within its cell.
pub(super) fn of(symbol: char) -> Option<Vec<Tile>> {
    if let Some(dashes) = dashes(symbol) {
        return Some(dashes);
    }
    let place = u32::from(symbol).checked_sub(0x2500)?;
    let arms = *ARMS.get(usize::try_from(place).ok()?)?;
    if arms == 0 {
        return None;
    }
    let [up, right, down, left] = [12, 8, 4, 0].map(|shift| weight(arms >> shift & 3));
    let upright = |weight, opposite, far| Arm {
        weight,
        opposite,
        crossing: [left, right],
        along: CELL_HEIGHT,
        across: CELL_WIDTH,
        far,
    };
    let level = |weight, opposite, far| Arm {
        weight,
        opposite,
        crossing: [up, down],
        along: CELL_WIDTH,
        across: CELL_HEIGHT,
        far,
    };
    let mut tiles = Vec::new();
    for arm in [upright(up, down, false), upright(down, up, true)] {
        let tile = |[from, to]: [i32; 2], [start, end]: [i32; 2]| Tile::new(start, from, end, to);
        tiles.extend(arm.rails().map(|(along, across)| tile(along, across)));
    }
    for arm in [level(left, right, false), level(right, left, true)] {
        let tile = |[from, to]: [i32; 2], [start, end]: [i32; 2]| Tile::new(from, start, to, end);
        tiles.extend(arm.rails().map(|(along, across)| tile(along, across)));
    }
    Some(tiles)
}

const fn weight(digit: u16) -> Weight {
    match digit {
        0 => Weight::None,
        1 => Weight::Light,
        2 => Weight::Heavy,
        _ => Weight::Double,
    }
}

impl Arm {
    /// The one or two rails of the arm: their span along it and across it.
    fn rails(&self) -> impl Iterator<Item = ([i32; 2], [i32; 2])> {
        let reach = self.reach();
        let [inner_start, inner_end] = band(Weight::Light, self.across, false);
        let [start, end] = band(self.weight, self.across, false);
        let [before, after] = self.crossing;
        let spans = match self.weight {
            Weight::None => [None, None],
            Weight::Light | Weight::Heavy => [Some((reach, [start, end])), None],
            Weight::Double => [
                Some((self.turn(before, reach), [start, inner_start])),
                Some((self.turn(after, reach), [inner_end, end])),
            ],
        };
        let edge = |reach| {
            if self.far { [self.along - reach, self.along] } else { [0, reach] }
        };
        let along = spans.map(|span| span.map(|(reach, across)| (edge(reach), across)));
        along.into_iter().flatten()
    }

    /// How far the arm goes past the edge of the cell to meet all the others.
    fn reach(&self) -> i32 {
        let [before, after] = self.crossing;
        let [_, light_end] = self.crossed(Weight::Light);
        if self.crossing.contains(&Weight::Heavy) {
            let [_, end] = self.crossed(Weight::Heavy);
            end
        } else if before != after || self.weight == self.opposite {
            light_end + i32::from(self.crossing.contains(&Weight::Double))
        } else if before == Weight::None {
            light_end
        } else {
            light_end - 1
        }
    }

    /// Where a rail ends: a double line at its side lets it turn off early.
    fn turn(&self, side: Weight, reach: i32) -> i32 {
        let [start, _] = self.crossed(Weight::Light);
        if side == Weight::Double { start } else { reach }
    }

    /// The span a crossing line of `weight` takes along this arm.
    fn crossed(&self, weight: Weight) -> [i32; 2] {
        band(weight, self.along, self.far)
    }
}

/// The span a line takes across a cell of `length`. A light line is one unit
/// wide, just past the middle: on the middle it would blur over two pixels.
const fn band(weight: Weight, length: i32, far: bool) -> [i32; 2] {
    let middle = length / 2 - if far { 1 } else { 0 };
    match weight {
        Weight::None | Weight::Light => [middle, middle + 1],
        Weight::Heavy => [length / 2 - 1, length / 2 + 1],
        Weight::Double => [middle - 1, middle + 2],
    }
}

/// The dashes of a broken line.
fn dashes(symbol: char) -> Option<Vec<Tile>> {
    let (count, weight) = match symbol {
        '┄' | '┆' => (3, Weight::Light),
        '┅' | '┇' => (3, Weight::Heavy),
        '┈' | '┊' => (4, Weight::Light),
        '┉' | '┋' => (4, Weight::Heavy),
        '╌' | '╎' => (2, Weight::Light),
        '╍' | '╏' => (2, Weight::Heavy),
        _ => return None,
    };
    let level = matches!(symbol, '┄' | '┅' | '┈' | '┉' | '╌' | '╍');
    let (along, across) = if level { (CELL_WIDTH, CELL_HEIGHT) } else { (CELL_HEIGHT, CELL_WIDTH) };
    let [start, end] = band(weight, across, false);
    let dash = |index: i32| {
        let from = index * along / count;
        let to = (index + 1) * along / count - along / 8;
        if level { Tile::new(from, start, to, end) } else { Tile::new(start, from, end, to) }
    };
    Some((0..count).map(dash).collect())
}
