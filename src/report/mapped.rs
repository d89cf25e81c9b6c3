//! What has to be said beside any map, on a screen, on a slide and in an export.
//!
//! Knows sentences. Must not know how a map is drawn.

use crate::model::measure::Family;

/// What the ground of a map must not be taken for.
pub const GROUND: &str = "not named: no result published, not zero";

/// The class of countries that are named without a number.
pub const NAMED: &str = "named, no number";

/// What no map says.
pub const BOUNDARIES: &str = "boundaries and names shown do not imply endorsement";

/// The same where there is less room.
pub const BOUNDARIES_SHORT: &str = "names and boundaries: no endorsement";

/// What is said beside links.
pub const LINKS: &str = "origin and destination, not the way taken";

/// What a map shows of a part of the world, or of all of it.
#[must_use]
pub fn title(family: Family, part: Option<&str>) -> String {
    format!("{}: {}", part.unwrap_or("The world"), family.heading())
}
