//! The shapes of countries, and in which of them a place lies.
//!
//! Knows closed lines in hundredths of a degree. Must not know how the globe is laid flat, or how
//! the lines were stored.

pub mod projection;
pub mod side;
pub mod tones;

use super::country::Country;

/// Once round the globe, in hundredths of a degree.
pub const ROUND: i32 = 36_000;

/// Longitude and latitude in hundredths of a degree. Along a line the longitude goes on past 180
/// degrees, so that no step jumps round the globe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "longitude and latitude")]
pub struct Point {
    pub lon: i32,
    pub lat: i32,
}

impl Point {
    /// Where the label of a country stands.
    #[must_use]
    pub fn of_label(country: Country) -> Self {
        let (lat, lon) = country.label_hundredths();
        Self { lon: lon.into(), lat: lat.into() }
    }
}

/// A closed line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ring {
    points: Box<[Point]>,
    west: i32,
    east: i32,
    south: i32,
    north: i32,
}

impl Ring {
    /// The ring through these places and back to the first.
    #[must_use]
    pub fn new(points: Vec<Point>) -> Self {
        let end = |of: fn(&Point) -> i32| {
            let all = || points.iter().map(of);
            (all().min().unwrap_or(0), all().max().unwrap_or(0))
        };
        let ((west, east), (south, north)) = (end(|p| p.lon), end(|p| p.lat));
        Self { points: points.into(), west, east, south, north }
    }

    /// Its places.
    #[must_use]
    pub const fn points(&self) -> &[Point] {
        &self.points
    }

    /// The least and the greatest longitude.
    #[must_use]
    pub const fn longitudes(&self) -> (i32, i32) {
        (self.west, self.east)
    }

    /// The least and the greatest latitude.
    #[must_use]
    pub const fn latitudes(&self) -> (i32, i32) {
        (self.south, self.north)
    }

    /// Its sides.
    pub fn sides(&self) -> impl Iterator<Item = (Point, Point)> {
        let next = self.points.iter().skip(1).chain(self.points.first());
        self.points.iter().copied().zip(next.copied())
    }

    /// Whether a place is inside, in whichever turn of the globe.
    fn holds(&self, place: Point) -> bool {
        [-ROUND, 0, ROUND].into_iter().any(|turn| {
            let place = Point { lon: place.lon + turn, ..place };
            (self.west..=self.east).contains(&place.lon)
                && (self.south..=self.north).contains(&place.lat)
                && self.sides().filter(|side| crosses(*side, place)).count() % 2 == 1
        })
    }
}

/// Whether a side crosses the line from a place to the east.
fn crosses((a, b): (Point, Point), place: Point) -> bool {
    if (a.lat > place.lat) == (b.lat > place.lat) {
        return false;
    }
    let wide = |one: i32, other: i32| i64::from(one) - i64::from(other);
    let (low, high) = if a.lat < b.lat { (a, b) } else { (b, a) };
    wide(place.lon, low.lon) * wide(high.lat, low.lat)
        < wide(high.lon, low.lon) * wide(place.lat, low.lat)
}

/// What is drawn as one country, or as nobody's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shape {
    /// Whose it is; `None` where that is open.
    pub country: Option<Country>,
    /// A small number that no neighbour has.
    pub shade: u8,
    /// Its lines; what is inside two of them is a hole.
    pub rings: Box<[Ring]>,
}

/// Every shape, in the order in which they are painted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Atlas {
    /// The shapes.
    pub shapes: Box<[Shape]>,
}

impl Atlas {
    /// The shape in which a place lies: the last one painted there.
    #[must_use]
    pub fn at(&self, place: Point) -> Option<&Shape> {
        let holds = |shape: &&Shape| shape.rings.iter().filter(|r| r.holds(place)).count() % 2 == 1;
        self.shapes.iter().rev().find(holds)
    }

    /// West, east, south and north of the largest piece of a country's land.
    #[must_use]
    pub fn land(&self, country: Country) -> Option<[i32; 4]> {
        let own = self.shapes.iter().filter(|shape| shape.country == Some(country));
        let sides = own.flat_map(|shape| &shape.rings).map(|ring| {
            let ((west, east), (south, north)) = (ring.longitudes(), ring.latitudes());
            [west, east, south, north]
        });
        let size = |[west, east, south, north]: &[i32; 4]| {
            i64::from(east - west) * i64::from(north - south)
        };
        sides.max_by_key(size)
    }
}
