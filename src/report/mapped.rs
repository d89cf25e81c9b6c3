//! What has to be said beside any map, on a screen, on a slide and in an export.
//!
//! Knows sentences. Must not know how a map is drawn.

use super::words;
use crate::model::cell::Lead;
use crate::model::measure::Family;
use crate::model::place::{Route, Row};

/// What the ground of a map must not be taken for.
pub const GROUND: &str = "not named: no result published, not zero";

/// What is said of a country that is named, and of which nothing is reported that the map counts.
pub const NAMED: &str = "named, no number";

/// The countries that are named and in no class: what they report is no number, is left out of
/// sums, or is one of several countries together.
pub const UNRANKED: &str = "named, no number of its own that a sum holds";

/// The same where there is less room.
pub const UNRANKED_SHORT: &str = "named, not ranked";

/// What no map says.
pub const BOUNDARIES: &str = "boundaries and names shown do not imply endorsement";

/// The same where there is less room.
pub const BOUNDARIES_SHORT: &str = "names and boundaries: no endorsement";

/// What is said beside links.
pub const LINKS: &str = "origin and destination, not the way taken";

/// What kinds of journeys there are among links: `attempted`, `alleged`, or both; nothing where all
/// took place and none is an accusation.
#[must_use]
pub fn manners<'a>(routes: impl IntoIterator<Item = &'a Route>) -> &'static str {
    let both = routes.into_iter().fold((false, false), |(attempted, alleged), route| {
        (attempted || route.attempted, alleged || route.alleged)
    });
    match both {
        (true, true) => "attempted or alleged",
        (true, false) => "attempted",
        (false, true) => "alleged",
        (false, false) => "",
    }
}

/// How many places that are named no map shows: regions whose countries are not named.
#[must_use]
pub fn beside<'a>(rows: impl Iterator<Item = &'a Row>) -> Option<String> {
    match rows.filter(|row| row.place.countries().is_empty()).count() {
        0 => None,
        1 => Some("1 region that is named is on no map".to_owned()),
        count => Some(format!("{count} regions that are named are on no map")),
    }
}

/// What a map shows of a part of the world, or of all of it.
#[must_use]
pub fn title(family: Family, part: Option<&str>) -> String {
    format!("{}: {}", part.unwrap_or("The world"), family.heading())
}

/// The least and the greatest number of a class with what they count, once where all of the class
/// count the same. `said` is a number and its noun.
#[must_use]
pub fn bounds(class: &[Lead], between: &str, said: &dyn Fn(Lead) -> (String, String)) -> String {
    let number = |lead: &&Lead| lead.amount.value();
    let ends = (class.iter().min_by_key(number), class.iter().max_by_key(number));
    let (Some(least), Some(greatest)) = ends else { return String::new() };
    let whole = |lead: &Lead| match said(*lead) {
        (number, noun) if noun.is_empty() => number,
        (number, noun) => format!("{number} {noun}"),
    };
    if number(&least) == number(&greatest) {
        let mut ways: Vec<String> = Vec::new();
        for way in class.iter().map(whole) {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        return ways.join(", ");
    }
    let once = are_alike(class) && least.marks == greatest.marks;
    let least = if once { said(*least).0 } else { whole(least) };
    format!("{least}{between}{}", whole(greatest))
}

/// Whether all of a class count the same.
#[must_use]
pub fn are_alike(class: &[Lead]) -> bool {
    class.windows(2).all(|two| matches!(two, [one, other] if one.is_said_like(other)))
}

/// A number of a map in words, apart from what it counts and its marks. Below the heading of
/// arrests a plain arrest is not said again.
#[must_use]
pub fn in_words(lead: Lead) -> (String, String) {
    let counted = words::counted(&lead);
    let noun = match counted.as_str() {
        "arrest" | "arrests" | "arrested" => "",
        noun => noun,
    };
    let noun = format!("{noun}{}", words::marked(lead.marks)).trim_start().to_owned();
    (lead.amount.in_words(), noun)
}
