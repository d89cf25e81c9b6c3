//! The globe laid flat on the picture: outlines as paths, and places.
//!
//! Knows Equal Earth and whole units. Every line is put on the same grid, so that neighbours share
//! their border however coarse it is. Must not know what is reported.

use std::fmt::Write as _;

use crate::model::country::Country;
use crate::model::map::projection::{Projection, whole};
use crate::model::map::{Point, ROUND, Ring, Shape};

/// The width and the height of the map.
pub(super) const SIZE: (i32, i32) = (1_000, 380);

/// Steps of the grid on which outlines are drawn, to the width of the map.
const STEPS: i32 = 1_500;

/// The meridian in the middle: the edge of the picture is then in the Bering Strait.
const MIDDLE: i32 = 1_100;

/// The latitude of the upper edge.
const NORTH: f64 = 83.5;

/// What is smaller than this is a point, and no shape.
const SMALL: i32 = 12;

/// The globe laid flat.
pub(super) struct Globe {
    scale: f64,
    top: f64,
}

impl Globe {
    pub(super) fn new() -> Self {
        let scale = f64::from(STEPS) / 360.0;
        Self { scale, top: Projection::EqualEarth.row(NORTH).0 }
    }

    /// Where a place is that is so far from the meridian in the middle.
    fn at(&self, lon: i32, lat: i32) -> (i32, i32) {
        let (lon, lat) = (f64::from(lon) / 100.0, f64::from(lat) / 100.0);
        let (right, up) = Projection::EqualEarth.place(lon, lat);
        let near = |at: f64| whole(at + 0.5);
        (near(f64::from(STEPS) / 2.0 + right * self.scale), near((self.top - up) * self.scale))
    }

    /// How much smaller a step of the grid is than a unit of the picture.
    pub(super) const STEP: &str = ".66667";

    /// Where the label of a country stands, in units of the picture.
    pub(super) fn label(&self, country: Country) -> (i32, i32) {
        let Point { lon, lat } = Point::of_label(country);
        let (x, y) = self.at(lon + turn(lon), lat);
        (x * SIZE.0 / STEPS, y * SIZE.0 / STEPS)
    }

    /// Adds the outlines of a shape to the data of a path; says whether it is large enough to be
    /// seen.
    pub(super) fn outline(&self, shape: &Shape, path: &mut String) -> bool {
        let mut large = false;
        for ring in &shape.rings {
            let points = self.points(ring);
            let ends = |of: fn(&(i32, i32)) -> i32| {
                let all = || points.iter().map(of);
                all().max().unwrap_or(0) - all().min().unwrap_or(0)
            };
            let (wide, high) = (ends(|point| point.0), ends(|point| point.1));
            large |= wide.max(high) >= 2 * SMALL && wide.min(high) >= SMALL;
            if points.len() > 2 && wide.max(high) > 2 {
                add(&points, path);
            }
        }
        large
    }

    /// The places of a ring on the grid, none twice in a row.
    fn points(&self, ring: &Ring) -> Vec<(i32, i32)> {
        let (west, east) = ring.longitudes();
        let turn = turn(i32::midpoint(west, east));
        let mut points: Vec<(i32, i32)> =
            ring.points().iter().map(|point| self.at(point.lon + turn, point.lat)).collect();
        points.dedup();
        let between = |points: &[(i32, i32)]| match *points {
            [first, middle, last] => {
                let (right, down) = (middle.0 - first.0, middle.1 - first.1);
                right * (last.1 - middle.1) == down * (last.0 - middle.0)
            }
            _ => false,
        };
        // What lies on a straight line between its neighbours is not said.
        let mut kept: Vec<(i32, i32)> = Vec::with_capacity(points.len());
        for point in points {
            kept.push(point);
            while let Some(rest) = kept.len().checked_sub(3)
                && kept.get(rest..).is_some_and(between)
            {
                kept.remove(rest + 1);
            }
        }
        kept
    }
}

/// What brings a longitude to the turn of the globe that is seen, from its meridian in the middle.
const fn turn(lon: i32) -> i32 {
    let away = lon - MIDDLE;
    if away > ROUND / 2 {
        -MIDDLE - ROUND
    } else if away < -ROUND / 2 {
        -MIDDLE + ROUND
    } else {
        -MIDDLE
    }
}

/// Writes a closed line in steps from place to place.
fn add(points: &[(i32, i32)], path: &mut String) {
    let mut before: Option<(i32, i32)> = None;
    for (x, y) in points {
        let (right, down) = before.map_or((*x, *y), |(a, b)| (x - a, y - b));
        let gap = match before {
            None => "M",
            Some(_) if path.ends_with('l') || right < 0 => "",
            Some(_) => " ",
        };
        let between = if down < 0 { "" } else { " " };
        let _ = write!(path, "{gap}{right}{between}{down}");
        if before.is_none() {
            path.push('l');
        }
        before = Some((*x, *y));
    }
    path.push('z');
}
