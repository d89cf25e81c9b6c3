//! On which side of the world a region lies that is no country.
//!
//! Knows words for regions. A region is no point in some country: a link to it ends at the edge.

use crate::model::fold::fold;

/// A side of the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the four are named")]
pub enum Side {
    North,
    South,
    West,
    East,
}

impl Side {
    /// The side of the map that is nearest to a region, by its name.
    #[must_use]
    pub fn of(region: &str) -> Self {
        let folded = fold(region);
        let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if says(&["europe", "balkan", "schengen"]) {
            Self::North
        } else if says(&["america", "caribbean"]) {
            Self::West
        } else if says(&["africa", "sahel", "sahara"]) {
            Self::South
        } else {
            Self::East
        }
    }
}
