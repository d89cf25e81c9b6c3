//! The globe laid flat, three ways.
//!
//! Knows arithmetic. What it needs of sines and roots is summed up while the program is compiled:
//! a library of mathematics would have to be loaded at every start, with a map or without.

/// How the globe is laid flat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Projection {
    /// Miller's: fills a window that is low and wide.
    Miller,
    /// Equal Earth (Šavrič, Patterson and Jenny, 2018): areas are true.
    EqualEarth,
    /// Degrees as they are, narrower by the latitude in the middle: for a region.
    Plain(i8),
}

/// For each degree of latitude from the equator on: how far up, and how wide a degree of longitude
/// is, both in degrees of the equator.
type Table = [(f64, f64); 91];

static MILLER: Table = miller();
static EQUAL_EARTH: Table = equal_earth();
static COSINES: Table = cosines();

const RADIAN: f64 = 57.295_779_513_082_32;

/// Sine and cosine of up to a right angle, as far as a number of 64 bits can tell.
const fn sine_and_cosine(angle: f64) -> (f64, f64) {
    let (mut sine, mut cosine) = (0.0, 0.0);
    let (mut term, mut step) = (1.0, 0.0);
    while step < 24.0 {
        cosine += term;
        term *= angle / (step + 1.0);
        sine += term;
        term *= -angle / (step + 2.0);
        step += 2.0;
    }
    (sine, cosine)
}

/// Miller's y is 1.25 ln tan (45° + 0.4 φ), whose slope is one over the cosine of 0.8 φ.
const fn miller() -> Table {
    let mut table = [(0.0, 1.0); 91];
    let (mut at, mut up) = (0.0, 0.0);
    let mut rest = table.as_mut_slice();
    while let [first, tail @ ..] = rest {
        *first = (up, 1.0);
        rest = tail;
        // Simpson's rule over the degree that follows.
        let ends = secant(at) + secant(at + 1.0);
        up += (ends + 4.0 * secant(at + 0.5)) / 6.0;
        at += 1.0;
    }
    table
}

const fn secant(latitude: f64) -> f64 {
    1.0 / sine_and_cosine(0.8 * latitude / RADIAN).1
}

const HALF_ROOT_OF_THREE: f64 = 0.866_025_403_784_438_6;

/// The polynomial of Equal Earth, in θ with sin θ = ½√3 sin φ.
const fn equal_earth() -> Table {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let mut table = [(0.0, 1.0); 91];
    let (mut latitude, mut theta) = (0.0, 0.0);
    let mut rest = table.as_mut_slice();
    while let [first, tail @ ..] = rest {
        let wanted = HALF_ROOT_OF_THREE * sine_and_cosine(latitude / RADIAN).0;
        let mut round = 0;
        while round < 6 {
            let (sine, cosine) = sine_and_cosine(theta);
            theta += (wanted - sine) / cosine;
            round += 1;
        }
        let two = theta * theta;
        let six = two * two * two;
        let up = theta * (A[0] + A[1] * two + six * (A[2] + A[3] * two));
        let slope = A[0] + 3.0 * A[1] * two + six * (7.0 * A[2] + 9.0 * A[3] * two);
        let wide = sine_and_cosine(theta).1 / (HALF_ROOT_OF_THREE * slope);
        *first = (up * RADIAN, wide);
        rest = tail;
        latitude += 1.0;
    }
    table
}

const fn cosines() -> Table {
    let mut table = [(0.0, 1.0); 91];
    let mut latitude = 0.0;
    let mut rest = table.as_mut_slice();
    while let [first, tail @ ..] = rest {
        *first = (latitude, sine_and_cosine(latitude / RADIAN).1);
        rest = tail;
        latitude += 1.0;
    }
    table
}

/// What a table says between two degrees of latitude, which it is near enough to a straight line.
fn between(table: &Table, latitude: f64) -> (f64, f64) {
    let latitude = latitude.clamp(0.0, 90.0);
    let degree = whole(latitude);
    let at = usize::try_from(degree).unwrap_or(0);
    let low = table.get(at).copied().unwrap_or((0.0, 1.0));
    let high = table.get(at + 1).copied().unwrap_or(low);
    let part = latitude - f64::from(degree);
    (low.0 + (high.0 - low.0) * part, low.1 + (high.1 - low.1) * part)
}

/// The whole number below, for numbers between a million and its negative.
#[must_use]
pub fn whole(value: f64) -> i32 {
    // There is no conversion that is checked. In a number so large that its last bit is a one, the
    // last 32 bits are the nearest whole number.
    let large = value.clamp(-1e6, 1e6) + 6_755_399_441_055_744.0;
    let nearest = u32::try_from(large.to_bits() & 0xffff_ffff).unwrap_or(0).cast_signed();
    if f64::from(nearest) > value { nearest - 1 } else { nearest }
}

impl Projection {
    /// How far up a latitude lies, and how wide a degree of longitude is there.
    #[must_use]
    pub fn row(self, latitude: f64) -> (f64, f64) {
        let (up, wide) = match self {
            Self::Miller => between(&MILLER, latitude.abs()),
            Self::EqualEarth => between(&EQUAL_EARTH, latitude.abs()),
            Self::Plain(middle) => (latitude.abs(), between(&COSINES, f64::from(middle).abs()).1),
        };
        (up.copysign(latitude), wide)
    }

    /// Where a place lies: to the right of the meridian in the middle, and up from the equator.
    #[must_use]
    pub fn place(self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (up, wide) = self.row(latitude);
        (longitude * wide, up)
    }

    /// Longitude and latitude of what lies there.
    #[must_use]
    pub fn back(self, right: f64, up: f64) -> (f64, f64) {
        let (mut south, mut north) = (-90.0, 90.0);
        for _ in 0..48 {
            let middle = f64::midpoint(south, north);
            if self.row(middle).0 > up {
                north = middle;
            } else {
                south = middle;
            }
        }
        (right / self.row(south).1, south)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Projection; 4] =
        [Projection::Miller, Projection::EqualEarth, Projection::Plain(0), Projection::Plain(-45)];

    #[test]
    fn there_and_back_again() {
        for projection in ALL {
            for latitude in (-88..=88).map(|step| f64::from(step) + 0.37) {
                for longitude in [-170.0, -33.3, 0.0, 12.5, 179.0] {
                    let (right, up) = projection.place(longitude, latitude);
                    let (east, north) = projection.back(right, up);
                    let far = (east - longitude).abs().max((north - latitude).abs());
                    assert!(far < 1e-6, "{projection:?} {longitude} {latitude}: {east} {north}");
                }
            }
        }
    }

    #[test]
    fn the_tables_agree_with_the_formulas_that_are_published() {
        for degrees in [0.0_f64, 10.25, 33.5, 45.0, 60.75, 80.5] {
            let angle = degrees.to_radians();
            let miller = 1.25 * (0.25f64.mul_add(std::f64::consts::PI, 0.4 * angle)).tan().ln();
            assert!((Projection::Miller.row(degrees).0 - miller.to_degrees()).abs() < 0.01);
            let theta = (3f64.sqrt() / 2.0 * angle.sin()).asin();
            let slope = 1.340_264 - 3.0 * 0.081_106 * theta.powi(2)
                + 7.0 * 0.000_893 * theta.powi(6)
                + 9.0 * 0.003_796 * theta.powi(8);
            let wide = 2.0 * 3f64.sqrt() * theta.cos() / (3.0 * slope);
            assert!((Projection::EqualEarth.row(degrees).1 - wide).abs() < 1e-3);
        }
    }

    #[test]
    fn whole_parts_are_whole_parts() {
        for (value, part) in [
            (-3.0, -3),
            (-2.5, -3),
            (-0.01, -1),
            (0.0, 0),
            (0.99, 0),
            (1.0, 1),
            (1.5, 1),
            (2.5, 2),
            (65535.5, 65535),
            (1e9, 1_000_000),
        ] {
            assert_eq!(whole(value), part);
        }
        let _ = whole(f64::NAN);
    }
}
