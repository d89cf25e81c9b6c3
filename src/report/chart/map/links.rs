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

/// Draws every link of an operation.
pub(super) fn draw(operation: &Operation, globe: &Globe, out: &mut impl Write) -> io::Result<()> {
    for route in &operation.routes {
        link(route, globe, out)?;
    }
    Ok(())
}

fn link(route: &Route, globe: &Globe, out: &mut impl Write) -> io::Result<()> {
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
            None => stub(stop.name(), before.unwrap_or(anchor), out)?,
        };
        if let Some(before) = before {
            arc(before, here, out)?;
        }
        before = Some(here);
    }
    writeln!(out, "</g>")
}

/// The name of a region at the edge of the map that is nearest to it, and where its link begins.
fn stub(name: &str, near: At, out: &mut impl Write) -> io::Result<At> {
    let (wide, high) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let (at, anchor, (right, down)) = match Side::of(name) {
        Side::North => ((near.0, 16.0), "middle", (0.0, 6.0)),
        Side::South => ((near.0, high - 6.0), "middle", (0.0, -14.0)),
        Side::West => ((8.0, near.1), "start", (8.0, 6.0)),
        Side::East => ((wide - 8.0, near.1 - 24.0), "end", (-8.0, 6.0)),
    };
    let (x, y) = (whole(at.0), whole(at.1));
    writeln!(
        out,
        r#"<text class="stub" text-anchor="{anchor}" x="{x}" y="{y}">{}</text>"#,
        Escaped(name)
    )?;
    Ok((at.0 + right, at.1 + down))
}

/// A dashed arc with an arrow where it ends, bent to the left of its way, so that there and back
/// are two lines.
fn arc(from: At, to: At, out: &mut impl Write) -> io::Result<()> {
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let bent =
        (f64::midpoint(from.0, to.0) + down * 0.18, f64::midpoint(from.1, to.1) - right * 0.18);
    let (right, down) = (to.0 - bent.0, to.1 - bent.1);
    let length = (right * right + down * down).sqrt().max(1.0);
    let (right, down) = (right / length, down / length);
    let [from, bent, to_there] = [from, bent, to].map(place);
    writeln!(out, r#"<path class="link" d="M{from}Q{bent} {to_there}"/>"#)?;
    let back = (to.0 - right * 10.0, to.1 - down * 10.0);
    let one = place((back.0 - down * 4.0, back.1 + right * 4.0));
    let other = place((back.0 + down * 4.0, back.1 - right * 4.0));
    writeln!(out, r#"<path class="head" d="M{to_there}L{one} {other}z"/>"#)
}

/// A place in the data of a path, with one digit after the point.
fn place((x, y): At) -> String {
    format!("{x:.1} {y:.1}")
}
