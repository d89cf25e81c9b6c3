//! The atlas as it is worked on: lines that countries share, and countries made of them.
//!
//! Knows `TopoJSON` as world-atlas writes it. Must not know what is decided about whom.

use std::collections::BTreeMap;

use liberterra::model::country::Country;
use serde_json::Value;

use crate::Outcome;
use crate::decisions::Decisions;

/// Longitude and latitude in hundredths of a degree; the longitude goes on past 180 degrees where
/// a line crosses them.
pub(crate) type Point = (i32, i32);

/// A line in a ring: which one, and whether it is taken backwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Use {
    pub(crate) arc: usize,
    pub(crate) back: bool,
}

pub(crate) type Ring = Vec<Use>;

/// What is packed.
pub(crate) struct Atlas {
    pub(crate) arcs: Vec<Vec<Point>>,
    /// By code, in the order in which they are painted.
    pub(crate) shapes: BTreeMap<String, Vec<Ring>>,
    /// Painted over them.
    pub(crate) patches: Vec<(String, Ring)>,
}

impl Atlas {
    pub(crate) fn read(text: &str, decisions: &Decisions) -> Outcome<Self> {
        let source: Value = serde_json::from_str(text)?;
        let arcs = list(source.get("arcs"))?;
        let arcs = arcs.iter().map(|arc| line(&source, arc)).collect::<Outcome<_>>()?;
        let mut shapes: BTreeMap<String, Vec<Ring>> = BTreeMap::new();
        for geometry in list(source.pointer("/objects/countries/geometries"))? {
            let code = code(geometry, decisions)?;
            shapes.entry(code).or_default().extend(rings(geometry)?);
        }
        Ok(Self { arcs, shapes, patches: Vec::new() })
    }

    /// A line from its first to its last place as a ring takes it.
    pub(crate) fn points(&self, one: Use) -> Vec<Point> {
        let mut points = self.arcs.get(one.arc).cloned().unwrap_or_default();
        if one.back {
            points.reverse();
        }
        points
    }

    /// Adds a line, to be taken forwards.
    pub(crate) fn add(&mut self, points: Vec<Point>) -> Use {
        self.arcs.push(points);
        Use { arc: self.arcs.len() - 1, back: false }
    }
}

fn list(value: Option<&Value>) -> Outcome<&[Value]> {
    let list = value.and_then(Value::as_array).ok_or("a list is missing in the atlas")?;
    Ok(list)
}

/// The code of the country that a shape is drawn as.
fn code(geometry: &Value, decisions: &Decisions) -> Outcome<String> {
    let name = geometry.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    if let Some(code) = decisions.shape(name) {
        return Ok(code.to_owned());
    }
    let id = geometry.get("id").and_then(Value::as_str).unwrap_or_default();
    let number: Option<u16> = id.parse().ok();
    let country = Country::all().find(|country| Some(country.numeric()) == number);
    let country = country.ok_or_else(|| format!("nothing is decided about {name} ({id})"))?;
    Ok(country.code().to_owned())
}

fn rings(geometry: &Value) -> Outcome<Vec<Ring>> {
    let arcs = list(geometry.get("arcs"))?;
    let polygons = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![arcs],
        _ => arcs.iter().map(|polygon| list(Some(polygon))).collect::<Outcome<_>>()?,
    };
    polygons.into_iter().flatten().map(ring).collect()
}

fn ring(arcs: &Value) -> Outcome<Ring> {
    let one = |arc: &Value| {
        let arc = arc.as_i64().ok_or("an arc is no number")?;
        // The complement stands for the arc taken backwards.
        let (index, back) = if arc < 0 { (!arc, true) } else { (arc, false) };
        Ok(Use { arc: usize::try_from(index)?, back })
    };
    list(Some(arcs))?.iter().map(one).collect()
}

/// The places along an arc, which is stored as steps on a grid.
fn line(source: &Value, arc: &Value) -> Outcome<Vec<Point>> {
    let pair = |value: Option<&Value>| {
        let values = value.and_then(Value::as_array)?;
        Some((values.first()?.as_f64()?, values.get(1)?.as_f64()?))
    };
    let scale = pair(source.pointer("/transform/scale")).ok_or("the atlas has no scale")?;
    let origin = pair(source.pointer("/transform/translate")).ok_or("the atlas has no origin")?;
    let (mut x, mut y) = (0.0, 0.0);
    let mut points: Vec<Point> = Vec::new();
    for step in list(Some(arc))? {
        let (dx, dy) = pair(Some(step)).ok_or("a step is no pair")?;
        (x, y) = (x + dx, y + dy);
        let mut lon = hundredths(x * scale.0 + origin.0)?;
        if let Some((before, _)) = points.last() {
            while lon - before > 18_000 {
                lon -= 36_000;
            }
            while before - lon > 18_000 {
                lon += 36_000;
            }
        }
        let point = (lon, hundredths(y * scale.1 + origin.1)?);
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    Ok(points)
}

/// Degrees as a whole number of hundredths.
pub(crate) fn hundredths(degrees: f64) -> Outcome<i32> {
    Ok(format!("{:.0}", (degrees * 100.0).round() + 0.0).parse()?)
}
