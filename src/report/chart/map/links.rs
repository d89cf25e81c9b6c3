//! Links between places on the picture: dashed, bent, with an arrow where they end.
//!
//! Knows routes and whole units. A link joins origin and destination; it is not the way taken.

use std::io::{self, Write};

use super::globe::{Globe, SIZE};
use crate::model::map::projection::whole;
use crate::model::map::side::Side;
use crate::model::operation::Operation;
use crate::model::place::{Route, Stop};
use crate::report::svg::Escaped;
use crate::report::words;

/// A place on the picture.
type At = (f64, f64);

/// The class of a link, and that of one which is attempted or alleged.
pub(super) const SURE: &str = "link";
pub(super) const UNSURE: &str = "link unsure";

/// Draws every link of an operation.
pub(super) fn draw(operation: &Operation, globe: &Globe, out: &mut impl Write) -> io::Result<()> {
    let mut taken = Vec::new();
    operation.routes.iter().try_for_each(|route| link(route, globe, &mut taken, out))
}

fn link(
    route: &Route,
    globe: &Globe,
    taken: &mut Vec<Name>,
    out: &mut impl Write,
) -> io::Result<()> {
    let class = if words::manner(route).is_empty() { SURE } else { UNSURE };
    let known = |stop: &Stop| match stop {
        Stop::Country(country) => {
            let (x, y) = globe.label(*country);
            Some((f64::from(x), f64::from(y)))
        }
        Stop::Region(_) => None,
    };
    let Some(anchor) = route.stops.iter().find_map(known) else { return Ok(()) };
    let title = words::route_itself(route, " → ");
    writeln!(out, "<g><title>{}</title>", Escaped(&title))?;
    let mut before: Option<At> = None;
    for stop in &route.stops {
        let here = match known(stop) {
            Some(here) => here,
            None => stub(stop.name(), before.unwrap_or(anchor), taken, out)?,
        };
        if let Some(before) = before {
            arc(before, here, class, out)?;
        }
        before = Some(here);
    }
    writeln!(out, "</g>")
}

/// A name at the edge: where it begins and ends, and its line.
type Name = (i32, i32, i32);

/// How far apart the lines of two names are.
const APART: i32 = 14;

/// The name of a region at the edge of the map that is nearest to it, and where its link begins.
/// Where another name stands it goes a line on, towards the middle.
fn stub(name: &str, near: At, taken: &mut Vec<Name>, out: &mut impl Write) -> io::Result<At> {
    let (wide, high) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let (at, anchor, (right, down)) = match Side::of(name) {
        Side::North => ((near.0, 16.0), "middle", (0.0, 6.0)),
        Side::South => ((near.0, high - 6.0), "middle", (0.0, -14.0)),
        Side::West => ((8.0, near.1), "start", (8.0, 6.0)),
        Side::East => ((wide - 8.0, near.1 - 24.0), "end", (-8.0, 6.0)),
    };
    let (x, mut y) = (whole(at.0), whole(at.1));
    // About as wide as letters of any font are.
    let letters = 7 * i32::try_from(name.chars().count()).unwrap_or(0);
    let from = match anchor {
        "start" => x,
        "end" => x - letters,
        _ => x - letters / 2,
    };
    let hides = |y: i32, (left, right, line): &Name| {
        from < *right && *left < from + letters && (y - line).abs() < APART
    };
    let on = if y * 2 > SIZE.1 { -APART } else { APART };
    for _ in 0..SIZE.1 / APART {
        y += if taken.iter().any(|other| hides(y, other)) { on } else { break };
    }
    taken.push((from, from + letters, y));
    writeln!(
        out,
        r#"<text class="stub" text-anchor="{anchor}" x="{x}" y="{y}">{}</text>"#,
        Escaped(name)
    )?;
    Ok((at.0 + right, f64::from(y) + down))
}

/// A dashed arc with an arrow where it ends, bent to the left of its way, so that there and back
/// are two lines. `class` is that of its line.
fn arc(from: At, to: At, class: &str, out: &mut impl Write) -> io::Result<()> {
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let bent =
        (f64::midpoint(from.0, to.0) + down * 0.18, f64::midpoint(from.1, to.1) - right * 0.18);
    let (right, down) = (to.0 - bent.0, to.1 - bent.1);
    let length = (right * right + down * down).sqrt().max(1.0);
    let (right, down) = (right / length, down / length);
    let [from, bent, to_there] = [from, bent, to].map(place);
    writeln!(out, r#"<path class="{class}" d="M{from}Q{bent} {to_there}"/>"#)?;
    let back = (to.0 - right * 10.0, to.1 - down * 10.0);
    let one = place((back.0 - down * 4.0, back.1 + right * 4.0));
    let other = place((back.0 + down * 4.0, back.1 - right * 4.0));
    writeln!(out, r#"<path class="head" d="M{to_there}L{one} {other}z"/>"#)
}

/// A place in the data of a path, with one digit after the point.
fn place((x, y): At) -> String {
    format!("{x:.1} {y:.1}")
}
