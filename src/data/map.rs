//! The map: bytes to shapes, when it is first asked for.
//!
//! Knows how `data/map.bin` is laid out; `examples/map` writes it. What is not exactly so is not
//! used at all: half a map would be a wrong one.
//!
//! After the four letters and the checksum come numbers of seven bits a byte, lowest first: how
//! many lines, and for each how many places and the steps between them in hundredths of a degree,
//! the sign in the lowest bit; how many shapes, and for each two letters of its country or `--`, a
//! byte of shade, how many rings, and for each how many lines and which, the lowest bit saying
//! that a line is taken backwards.

use std::fmt;
use std::sync::OnceLock;

use crate::model::country::Country;
use crate::model::map::{Atlas, Point, ROUND, Ring, Shape};

/// What the file begins with.
pub const MAGIC: &[u8; 4] = b"LTM1";

/// The bytes of the map.
const FILE: &[u8] = kept!(APART, "/data/map.bin");

/// Why there is no map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Damage {
    /// It does not begin like one.
    Other,
    /// Its bytes are not those that were written.
    Altered,
    /// It says what cannot be.
    Senseless,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Other => "it is no map",
            Self::Altered => "its bytes are not those that were written",
            Self::Senseless => "it says what cannot be",
        })
    }
}

/// The map that comes with the program, read when it is first asked for.
///
/// # Errors
///
/// If the program's own copy is damaged.
pub fn atlas() -> Result<&'static Atlas, Damage> {
    static ATLAS: OnceLock<Result<Atlas, Damage>> = OnceLock::new();
    ATLAS.get_or_init(|| read(FILE)).as_ref().map_err(|damage| *damage)
}

/// Reads a map.
///
/// # Errors
///
/// If the bytes are not a whole, sound one.
pub fn read(bytes: &[u8]) -> Result<Atlas, Damage> {
    let (magic, rest) = bytes.split_first_chunk().ok_or(Damage::Other)?;
    if magic != MAGIC {
        return Err(Damage::Other);
    }
    let (sum, body) = rest.split_first_chunk().ok_or(Damage::Altered)?;
    if checksum(body) != u32::from_be_bytes(*sum) {
        return Err(Damage::Altered);
    }
    Reader(body).atlas().filter(|atlas| !atlas.shapes.is_empty()).ok_or(Damage::Senseless)
}

/// FNV-1a of 32 bits.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// How many of something follow: each takes a byte, so there are no more than bytes are left.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.0.len()).then_some(count)
    }

    fn step(&mut self) -> Option<i32> {
        let value = self.number()?.cast_signed();
        Some((value >> 1) ^ -(value & 1))
    }

    fn atlas(&mut self) -> Option<Atlas> {
        let lines: Vec<Vec<Point>> = self.several(Self::line)?;
        let shapes: Vec<Shape> = self.several(|reader| reader.shape(&lines))?;
        self.0.is_empty().then(|| Atlas { shapes: shapes.into() })
    }

    fn several<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        (0..count).map(|_| one(self)).collect()
    }

    fn line(&mut self) -> Option<Vec<Point>> {
        let mut at = Point { lon: 0, lat: 0 };
        let count = self.count()?;
        let mut line = Vec::with_capacity(count);
        for _ in 0..count {
            at = Point { lon: at.lon + self.step()?, lat: at.lat + self.step()? };
            if at.lon.abs() > 2 * ROUND || at.lat.abs() > ROUND / 4 {
                return None;
            }
            line.push(at);
        }
        (count > 1).then_some(line)
    }

    fn shape(&mut self, lines: &[Vec<Point>]) -> Option<Shape> {
        let code = [self.byte()?, self.byte()?];
        let country = match &code {
            b"--" => None,
            code => Some(Country::from_code(str::from_utf8(code).ok()?)?),
        };
        let shade = self.byte()?;
        let rings: Vec<Ring> = self.several(|reader| reader.ring(lines))?;
        Some(Shape { country, shade, rings: rings.into() })
    }

    fn ring(&mut self, lines: &[Vec<Point>]) -> Option<Ring> {
        let mut points: Vec<Point> = Vec::new();
        for _ in 0..self.count()? {
            let number = self.number()?;
            let line = lines.get(usize::try_from(number >> 1).ok()?)?;
            let ordered: &mut dyn Iterator<Item = &Point> =
                if number & 1 == 1 { &mut line.iter().rev() } else { &mut line.iter() };
            // A line begins where the one before it ended, if in another turn of the globe.
            let mut turn = 0;
            for (at, point) in ordered.enumerate() {
                if let (0, Some(last)) = (at, points.last()) {
                    turn = last.lon - point.lon;
                    if turn % ROUND != 0 || last.lat != point.lat {
                        return None;
                    }
                } else {
                    points.push(Point { lon: point.lon + turn, ..*point });
                }
            }
        }
        let closed = points.len() > 3 && points.first() == points.last();
        points.pop();
        closed.then(|| Ring::new(points))
    }
}
