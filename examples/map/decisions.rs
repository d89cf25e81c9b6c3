//! What `data/map.txt` decides, and how it is done to the atlas.
//!
//! Knows the forms of a decision. Every one has to say why, and to change something.

use liberterra::model::country::Country;

use crate::Outcome;
use crate::atlas::{Atlas, Point, Ring, Use, hundredths};

/// A decision on the lines of a country.
enum Decision {
    Part { from: String, to: String, bounds: [i32; 4] },
    Cut { from: String, to: String, place: Point },
    Patch { code: String, outline: Vec<Point> },
    Drop { code: String },
}

/// All of them, in their order.
pub(crate) struct Decisions {
    shapes: Vec<(String, String)>,
    decided: Vec<Decision>,
}

impl Decisions {
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut all = Self { shapes: Vec::new(), decided: Vec::new() };
        for (number, line) in text.lines().enumerate() {
            let content = line.trim();
            if !content.is_empty() && !content.starts_with('#') {
                let parts: Vec<&str> = content.split('|').map(str::trim).collect();
                all.add(&parts)
                    .map_err(|error| format!("map.txt, line {}: {error}", number + 1))?;
            }
        }
        Ok(all)
    }

    fn add(&mut self, parts: &[&str]) -> Outcome<()> {
        let codes = match parts {
            ["part" | "cut", from, to, ..] => vec![*from, *to],
            [_, code, ..] => vec![*code],
            _ => return Err("no decision".into()),
        };
        if let Some(code) =
            codes.iter().find(|code| **code != "--" && Country::from_code(code).is_none())
        {
            return Err(format!("{code} is no country").into());
        }
        if parts.last().is_none_or(|why| !why.ends_with('.')) {
            return Err("no reason".into());
        }
        let decision = match parts {
            ["shape", code, name, _] => {
                self.shapes.push(((*name).to_owned(), (*code).to_owned()));
                return Ok(());
            }
            ["keep", _, _] => return Ok(()),
            ["part", from, to, bounds, _] => Decision::Part {
                from: (*from).to_owned(),
                to: (*to).to_owned(),
                bounds: numbers(bounds)?.try_into().map_err(|_| "a box has four sides")?,
            },
            ["cut", from, to, place, _] => {
                let [lat, lon] = numbers(place)?.try_into().map_err(|_| "a place is a pair")?;
                Decision::Cut { from: (*from).to_owned(), to: (*to).to_owned(), place: (lon, lat) }
            }
            ["patch", code, outline, _] => {
                let outline = outline.split(',').map(|pair| {
                    let pair = numbers(&pair.trim().replace(' ', ","))?;
                    let [lat, lon] = pair.try_into().map_err(|_| "a place is a pair")?;
                    Ok((lon, lat))
                });
                let outline = outline.collect::<Outcome<_>>()?;
                Decision::Patch { code: (*code).to_owned(), outline }
            }
            ["drop", code, _] => Decision::Drop { code: (*code).to_owned() },
            _ => return Err("no decision".into()),
        };
        self.decided.push(decision);
        Ok(())
    }

    /// Whom a shape of this name is drawn as.
    pub(crate) fn shape(&self, name: &str) -> Option<&str> {
        self.shapes.iter().find(|(shape, _)| shape == name).map(|(_, code)| code.as_str())
    }

    /// Does to the atlas what is decided.
    pub(crate) fn apply(&self, atlas: &mut Atlas) -> Outcome<()> {
        for decision in &self.decided {
            match decision {
                Decision::Part { from, to, bounds } => part(atlas, from, to, *bounds)?,
                Decision::Cut { from, to, place } => cut(atlas, from, to, *place)?,
                Decision::Patch { code, outline } => {
                    let mut outline = outline.clone();
                    outline.extend(outline.first().copied());
                    let ring = vec![atlas.add(outline)];
                    atlas.patches.push((code.clone(), ring));
                }
                Decision::Drop { code } => {
                    atlas.shapes.remove(code).ok_or_else(|| format!("{code} has no shape"))?;
                }
            }
        }
        atlas.shapes.retain(|_, rings| !rings.is_empty());
        Ok(())
    }
}

/// Numbers parted by commas, in hundredths.
fn numbers(text: &str) -> Outcome<Vec<i32>> {
    text.split(',').map(|number| hundredths(number.trim().parse()?)).collect()
}

fn rings<'a>(atlas: &'a mut Atlas, code: &str) -> Outcome<&'a mut Vec<Ring>> {
    atlas.shapes.get_mut(code).ok_or_else(|| format!("{code} has no shape").into())
}

/// Gives the rings that begin in a box to another country.
fn part(atlas: &mut Atlas, from: &str, to: &str, bounds: [i32; 4]) -> Outcome<()> {
    let [south, north, west, east] = bounds;
    let all = std::mem::take(rings(atlas, from)?);
    let (given, kept): (Vec<Ring>, Vec<Ring>) = all.into_iter().partition(|ring| {
        let first = ring.first().and_then(|one| atlas.points(*one).first().copied());
        first.is_some_and(|(lon, lat)| {
            (south..=north).contains(&lat) && (west..=east).contains(&lon)
        })
    });
    if given.is_empty() {
        return Err(format!("{from} has nothing there for {to}").into());
    }
    *rings(atlas, from)? = kept;
    atlas.shapes.entry(to.to_owned()).or_default().extend(given);
    Ok(())
}

/// Draws the border of two countries anew: straight from one end of it to a place on the coast.
fn cut(atlas: &mut Atlas, from: &str, to: &str, place: Point) -> Outcome<()> {
    let shared = |atlas: &Atlas, one: &Use| {
        atlas.shapes.get(to).is_some_and(|rings| rings.iter().flatten().any(|u| u.arc == one.arc))
    };
    let ring = atlas.shapes.get(from).into_iter().flatten();
    let mut ring = ring.filter(|ring| ring.iter().any(|one| shared(atlas, one)));
    let ring = ring.next_back().cloned().ok_or("the two share no border")?;
    let at = ring.iter().position(|one| shared(atlas, one)).unwrap_or(0);
    let border = *ring.get(at).ok_or("no border")?;
    let coast = *ring.get((at + 1) % ring.len()).ok_or("no coast behind the border")?;
    let points = atlas.points(coast);
    let far = |point: &&Point| (point.0 - place.0).pow(2) + (point.1 - place.1).pow(2);
    let here = points.iter().min_by_key(far).copied().ok_or("no coast")?;
    let step = points.iter().position(|point| *point == here).unwrap_or(0);
    let corner = *atlas.points(border).first().ok_or("no border")?;
    let line = atlas.add(vec![corner, here]);
    let given = atlas.add(points.iter().take(step + 1).copied().collect());
    let kept = atlas.add(points.iter().skip(step).copied().collect());
    for ring in atlas.shapes.get_mut(from).into_iter().flatten() {
        replace(ring, border.arc, &[line]);
        replace(ring, coast.arc, &[kept]);
    }
    for ring in atlas.shapes.get_mut(to).into_iter().flatten() {
        replace(ring, border.arc, &[given, Use { back: true, ..line }]);
    }
    Ok(())
}

fn replace(ring: &mut Ring, arc: usize, by: &[Use]) {
    if let Some(at) = ring.iter().position(|one| one.arc == arc) {
        ring.splice(at..=at, by.iter().copied());
    }
}
