//! Shapes to cells: which shape lies in which quarter, or eighth, of a cell.
//!
//! Knows the atlas and a camera. A grid holds for a camera and a size until either changes; what
//! is selected does not matter to it.

use crate::model::map::projection::{Projection, whole};
use crate::model::map::{Atlas, Point, ROUND, Ring};

/// What part of the globe is seen, and how it is laid flat. In hundredths of a degree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the four sides are named")]
pub struct Camera {
    pub projection: Projection,
    pub west: i32,
    pub east: i32,
    pub south: i32,
    pub north: i32,
}

/// How finely a cell is divided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum Mosaic {
    /// Two by two, which every font has
    #[default]
    Quadrants,
    /// Two by four, for terminals that draw such blocks themselves
    Octants,
}

impl Mosaic {
    /// How many rows a cell is divided into.
    const fn rows(self) -> u16 {
        match self {
            Self::Quadrants => 2,
            Self::Octants => 4,
        }
    }
}

/// Hundredths of a degree as degrees.
fn degrees(hundredths: i32) -> f64 {
    f64::from(hundredths) / 100.0
}

impl Camera {
    /// The meridian in the middle.
    #[must_use]
    pub const fn middle(&self) -> i32 {
        i32::midpoint(self.west, self.east)
    }

    /// How wide and how high the part is where it is widest, in degrees of the equator.
    fn extent(&self) -> (f64, f64) {
        let inmost = if self.south > 0 { self.south } else { self.north.min(0) };
        let wide = self.projection.row(degrees(inmost)).1;
        let up = |latitude| self.projection.row(degrees(latitude)).0;
        (degrees(self.east - self.west) * wide, up(self.north) - up(self.south))
    }

    /// How many rows of the window it takes in true proportion, at a width of so many columns. A
    /// cell is twice as high as wide.
    #[must_use]
    pub fn rows(&self, columns: u16) -> u16 {
        let (wide, high) = self.extent();
        u16::try_from(whole(f64::from(columns) * high / wide / 2.0 + 0.5)).unwrap_or(u16::MAX)
    }
}

/// A camera over a part of the window.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sight {
    camera: Camera,
    /// Columns and rows.
    size: (u16, u16),
    /// Quarters of a cell to a degree of the equator, to the right and down.
    scale: (f64, f64),
    /// How far up the upper edge is.
    top: f64,
}

impl Sight {
    /// A camera that fills a part of the window of so many columns and rows.
    #[must_use]
    pub fn new(camera: Camera, size: (u16, u16)) -> Self {
        let (wide, high) = camera.extent();
        let scale = (f64::from(size.0) * 2.0 / wide, f64::from(size.1) * 2.0 / high);
        Self { camera, size, scale, top: camera.projection.row(degrees(camera.north)).0 }
    }

    /// Where a place is, in quarters of a cell from the upper left corner. It may be outside.
    #[must_use]
    pub fn place(&self, point: Point) -> (f64, f64) {
        let half = ROUND / 2;
        let mut lon = point.lon - self.camera.middle();
        while lon > half {
            lon -= ROUND;
        }
        while lon < -half {
            lon += ROUND;
        }
        self.beside(lon, point.lat)
    }

    /// Where a place is that is so far from the meridian in the middle.
    fn beside(&self, lon: i32, lat: i32) -> (f64, f64) {
        let (right, up) = self.camera.projection.place(degrees(lon), degrees(lat));
        (f64::from(self.size.0) + right * self.scale.0, (self.top - up) * self.scale.1)
    }

    /// Whether a place is in sight, and not right at the edge.
    #[must_use]
    pub fn holds_well(&self, point: Point) -> bool {
        let (x, y) = self.place(point);
        let within = |at: f64, cells: u16| {
            let cells = f64::from(cells) * 2.0;
            at > cells * 0.08 && at < cells * 0.92
        };
        within(x, self.size.0) && within(y, self.size.1)
    }

    /// The cell in which a place is, if that is in sight.
    #[must_use]
    pub fn cell(&self, point: Point) -> Option<(u16, u16)> {
        let (x, y) = self.place(point);
        let cell = |at: f64, count: u16| {
            let at = u16::try_from(whole(at / 2.0)).ok()?;
            (at < count).then_some(at)
        };
        Some((cell(x, self.size.0)?, cell(y, self.size.1)?))
    }
}

/// Which shape lies where, in parts of cells, row by row.
#[derive(Clone, PartialEq, Debug)]
pub struct Grid {
    /// From where it is seen.
    pub sight: Sight,
    mosaic: Mosaic,
    /// One more than the place of the shape; 0 is the sea.
    parts: Box<[u16]>,
    /// How many parts each shape has.
    counts: Box<[u32]>,
}

impl Grid {
    /// Whether it is what a camera sees in a part of the window of that size.
    #[must_use]
    pub fn is_of(&self, camera: Camera, size: (u16, u16), mosaic: Mosaic) -> bool {
        self.sight.camera == camera && self.sight.size == size && self.mosaic == mosaic
    }

    /// How finely its cells are divided.
    #[must_use]
    pub const fn mosaic(&self) -> Mosaic {
        self.mosaic
    }

    /// Columns and rows.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.sight.size
    }

    /// The shapes in the four quarters of a cell: upper left, upper right, lower left, lower right.
    #[must_use]
    pub fn cell(&self, column: u16, row: u16) -> [Option<usize>; 4] {
        // Of four rows the two in the middle are those nearest to the middles of two.
        let lines = match self.mosaic {
            Mosaic::Quadrants => [0, 1],
            Mosaic::Octants => [1, 2],
        };
        let [upper, lower] = lines.map(|line| self.line(column, row, line));
        [upper[0], upper[1], lower[0], lower[1]]
    }

    /// The shapes in the eight parts of a cell, the upper row first, where it has as many.
    #[must_use]
    pub fn eighths(&self, column: u16, row: u16) -> [Option<usize>; 8] {
        let [a, b, c, d] = [0, 1, 2, 3].map(|line| self.line(column, row, line));
        [a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]]
    }

    /// The shapes in a row of a cell, left and right.
    fn line(&self, column: u16, row: u16, line: u16) -> [Option<usize>; 2] {
        let width = usize::from(self.sight.size.0) * 2;
        let down = usize::from(row) * usize::from(self.mosaic.rows()) + usize::from(line);
        let first = down * width + usize::from(column) * 2;
        [first, first + 1].map(|at| {
            let part = self.parts.get(at).copied().unwrap_or(0);
            usize::from(part).checked_sub(1)
        })
    }

    /// How many quarters of a cell a shape has.
    #[must_use]
    pub fn count(&self, shape: usize) -> u32 {
        let parts = self.counts.get(shape).copied().unwrap_or(0);
        parts * 2 / u32::from(self.mosaic.rows())
    }

    /// What a camera sees of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas, camera: Camera, size: (u16, u16), mosaic: Mosaic) -> Self {
        let sight = Sight::new(camera, size);
        let rows = mosaic.rows();
        let (width, height) = (i32::from(size.0) * 2, i32::from(size.1) * i32::from(rows));
        let area = usize::from(size.0) * 2 * usize::from(size.1) * usize::from(rows);
        let mut parts = vec![0_u16; area].into_boxed_slice();
        let stretch = f64::from(rows) / 2.0;
        let mut counts = vec![0; atlas.shapes.len()].into_boxed_slice();
        let mut crossings = Vec::new();
        for ((shape, count), name) in atlas.shapes.iter().zip(&mut counts).zip(1_u16..) {
            crossings.clear();
            for ring in &shape.rings {
                cross(&sight, ring, (width, height), stretch, &mut crossings);
            }
            crossings.sort_unstable();
            for pair in crossings.chunks_exact(2) {
                if let [(row, from), (_, to)] = *pair {
                    *count += fill(&mut parts, width, row, (from, to), name);
                }
            }
        }
        Self { sight, mosaic, parts, counts }
    }
}

/// Fills parts of a row; says how many.
fn fill(parts: &mut [u16], width: i32, row: i32, (from, to): (i32, i32), name: u16) -> u32 {
    let at = |column: i32| usize::try_from(row * width + column.clamp(0, width)).unwrap_or(0);
    let part = parts.get_mut(at(from)..at(to)).unwrap_or_default();
    part.fill(name);
    u32::try_from(part.len()).unwrap_or(0)
}

/// Where the sides of a ring cross the middle of each row of parts, which are so many times as many
/// as those of quarters.
fn cross(
    sight: &Sight,
    ring: &Ring,
    (width, height): (i32, i32),
    stretch: f64,
    out: &mut Vec<(i32, i32)>,
) {
    let camera = &sight.camera;
    let ((west, east), (south, north)) = (ring.longitudes(), ring.latitudes());
    if south > camera.north || north < camera.south {
        return;
    }
    // The turn of the globe in which the middle of the ring is nearest.
    let mut shift = -camera.middle();
    let middle = i32::midpoint(west, east);
    while middle + shift > ROUND / 2 {
        shift -= ROUND;
    }
    while middle + shift < -ROUND / 2 {
        shift += ROUND;
    }
    let place = |point: &Point| {
        let (right, down) = sight.beside(point.lon + shift, point.lat);
        (right, down * stretch)
    };
    let Some(mut before) = ring.points().last().map(place) else { return };
    for point in ring.points() {
        let here = place(point);
        side(before, here, (width, height), out);
        before = here;
    }
}

/// The first middle of a quarter that is not before a place.
fn first_from(at: f64, most: i32) -> i32 {
    let limit = f64::from(most);
    // At a half and more the middle of the quarter lies before the place.
    whole((at + 0.5).clamp(0.0, limit)).min(most)
}

fn side(a: (f64, f64), b: (f64, f64), (width, height): (i32, i32), out: &mut Vec<(i32, i32)>) {
    let (low, high) = if a.1 < b.1 { (a, b) } else { (b, a) };
    let (from, to) = (first_from(low.1, height), first_from(high.1, height));
    if from == to {
        return;
    }
    let slope = (high.0 - low.0) / (high.1 - low.1);
    for row in from..to {
        let x = low.0 + (f64::from(row) + 0.5 - low.1) * slope;
        out.push((row, first_from(x, width)));
    }
}

#[cfg(test)]
mod tests;
