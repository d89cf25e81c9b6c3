//! Fewer places along each line: those go first that make the least difference (Visvalingam).
//!
//! Knows lines and which rings they are in. A ring keeps four places, or islands would vanish.

use std::collections::BTreeMap;

use crate::atlas::{Atlas, Point};

/// Triangles smaller than this are given up, in ten-thousandths of a square degree, twice.
const LEAST: i64 = 40;

/// Simplifies every line, and drops those that no ring takes.
pub(crate) fn all(atlas: &mut Atlas) {
    let mut least: BTreeMap<usize, usize> = BTreeMap::new();
    for ring in atlas.shapes.values().flatten().chain(atlas.patches.iter().map(|(_, ring)| ring)) {
        // A closed line needs four places, two lines that close one three each.
        let needed = match ring.len() {
            1 => 4,
            2 => 3,
            _ => 2,
        };
        for one in ring {
            let most = least.entry(one.arc).or_default();
            *most = needed.max(*most);
        }
    }
    let mut kept = Vec::new();
    let mut names = BTreeMap::new();
    for (arc, needed) in least {
        names.insert(arc, kept.len());
        kept.push(simpler(atlas.arcs.get(arc).map_or(&[], Vec::as_slice), needed));
    }
    let rings = atlas.shapes.values_mut().flatten();
    for one in rings.chain(atlas.patches.iter_mut().map(|(_, ring)| ring)).flatten() {
        one.arc = names.get(&one.arc).copied().unwrap_or(0);
    }
    atlas.arcs = kept;
}

fn simpler(line: &[Point], needed: usize) -> Vec<Point> {
    let mut line = line.to_vec();
    while line.len() > needed {
        let areas = line.windows(3).map(|three| match three {
            [a, b, c] => twice_the_area(*a, *b, *c),
            _ => i64::MAX,
        });
        let smallest = areas.enumerate().min_by_key(|(at, area)| (*area, *at));
        match smallest.filter(|(_, area)| *area < LEAST) {
            Some((at, _)) => line.remove(at + 1),
            None => break,
        };
    }
    line
}

fn twice_the_area(a: Point, b: Point, c: Point) -> i64 {
    let wide = |one: i32, other: i32| i64::from(one) - i64::from(other);
    (wide(b.0, a.0) * wide(c.1, a.1) - wide(c.0, a.0) * wide(b.1, a.1)).abs()
}
