//! Rectangles on whole units, and joining those that touch.
//!
//! Knows geometry and SVG's path letters. It must not know colours or cells.

use std::fmt::{Display, Formatter, Result};

/// A rectangle between whole coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tile {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Tile {
    pub(super) const fn new(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self { left, top, right, bottom }
    }

    pub(super) const fn moved(self, x: i32, y: i32) -> Self {
        Self::new(self.left + x, self.top + y, self.right + x, self.bottom + y)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub(super) const fn width(self) -> i32 {
        self.right - self.left
    }
}

/// The tile as a part of a path's data, clockwise.
impl Display for Tile {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (width, height) = (self.width(), self.bottom - self.top);
        write!(f, "M{} {}h{width}v{height}h-{width}z", self.left, self.top)
    }
}

/// Joins tiles of one band that touch or overlap, then equal tiles that stack.
pub(super) fn join(tiles: &mut Vec<Tile>) {
    tiles.sort_unstable_by_key(|tile| (tile.top, tile.bottom, tile.left));
    tiles.dedup_by(|next, kept| {
        let joins = (kept.top, kept.bottom) == (next.top, next.bottom) && next.left <= kept.right;
        if joins {
            kept.right = kept.right.max(next.right);
        }
        joins
    });
    tiles.sort_unstable_by_key(|tile| (tile.left, tile.right, tile.top));
    tiles.dedup_by(|next, kept| {
        let joins = (kept.left, kept.right) == (next.left, next.right) && next.top <= kept.bottom;
        if joins {
            kept.bottom = kept.bottom.max(next.bottom);
        }
        joins
    });
    tiles.sort_unstable_by_key(|tile| (tile.top, tile.left, tile.bottom));
}
