//! The map of an operation as a vector picture, to stand in a page.
//!
//! Knows shapes, tones and links, and SVG. No script, nothing from elsewhere; the page gives the
//! colours. Of two signs for everything the colour is one: a class has a letter, too, and a country
//! without a number is hatched.

mod globe;
mod links;
mod spots;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use self::globe::{Globe, SIZE};
use self::spots::Spots;
use crate::data::map;
use crate::model::classes::RANKS;
use crate::model::country::Country;
use crate::model::map::Atlas;
use crate::model::map::tones::{self, Tone, Tones};
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::report::svg::Escaped;
use crate::report::{mapped, words};

/// The height of a line below the map.
const LINE: i32 = 24;

/// The letters of the classes, from the least to the most.
const LETTERS: [char; RANKS] = ['D', 'C', 'B', 'A'];

/// The colours of maps, by the names that a page may set: `--ink`, `--ground`, `--land`, and a
/// colour for each family of measures. It stands in every map, and may stand in the page instead.
pub const STYLE: &str = "\
.lt-map{font:14px system-ui,sans-serif}\
.lt-map text{fill:var(--ink,#22272e)}\
.lt-map .land{fill:var(--land,#dcdcd8);stroke:var(--ground,#fbfaf7)}\
.lt-map .arrests{--tone:var(--arrests,#7a1a00)}\
.lt-map .rescues{--tone:var(--rescues,#077069)}\
.lt-map .identified{--tone:var(--identified,#5540c4)}\
.lt-map .moved{--tone:var(--moved,#835200)}\
.lt-map .tone{fill:var(--tone);stroke:var(--ground,#fbfaf7)}\
.lt-map .hatch{stroke:var(--tone);stroke-width:1.6;fill:none}\
.lt-map .under{fill:var(--land,#dcdcd8);stroke:none}\
.lt-map .named{stroke:var(--tone);stroke-width:1.5}\
.lt-map .c0{fill-opacity:.4}.lt-map .c1{fill-opacity:.6}.lt-map .c2{fill-opacity:.8}\
.lt-map .sign{font-weight:700;text-anchor:middle;paint-order:stroke;\
stroke:var(--ground,#fbfaf7);stroke-width:3px}\
.lt-map .link{fill:none;stroke:var(--ink,#22272e);stroke-width:1.5;stroke-dasharray:5 3}\
.lt-map .unsure{stroke-dasharray:1 3}\
.lt-map .lead{stroke:var(--ink,#22272e);stroke-width:1}\
.lt-map .head{fill:var(--ink,#22272e)}\
.lt-map .stub{font-size:12px}";

/// Writes the map of an operation for a family of measures.
///
/// # Errors
///
/// If writing fails.
pub fn svg(operation: &Operation, family: Family, out: &mut impl Write) -> io::Result<()> {
    let rows = operation.rows.iter().enumerate();
    let tones = Tones::of(operation.rows.iter(), family);
    let chart = Chart { operation, tones, atlas: map::atlas().ok() };
    let (legend, class) = (chart.legend(), class(family));
    let height = SIZE.1 + LINE * i32::try_from(legend.len()).unwrap_or(0) + LINE;
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="lt-map" role="img" viewBox="0 0 {} {height}">"#,
        SIZE.0
    )?;
    let title = format!("{}, {}", operation.name, mapped::title(family, None));
    writeln!(out, "<title>{}</title>", Escaped(&title))?;
    writeln!(out, "<desc>{}</desc>", Escaped(&chart.description()))?;
    writeln!(out, "<style>{STYLE}</style>")?;
    writeln!(out, r#"<g class="{class}"><defs>{}</defs>"#, hatch(class))?;
    let globe = Globe::new();
    let named = tones::by_country(&rows);
    let signs = match chart.atlas {
        Some(atlas) => chart.shapes(atlas, &globe, &named, out)?,
        None => String::new(),
    };
    links::draw(operation, &globe, out)?;
    out.write_all(signs.as_bytes())?;
    for (line, keys) in (1..).zip(&legend) {
        chart.line(keys, SIZE.1 + LINE * line, out)?;
    }
    writeln!(out, "</g></svg>")
}

/// The pattern of countries that are named without a number.
fn hatch(class: &str) -> String {
    format!(
        r#"<pattern id="lt-hatch-{class}" width="6" height="6" patternUnits="userSpaceOnUse"><path class="under" d="M0 0h6v6h-6z"/><path class="hatch" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/></pattern>"#
    )
}

/// The name of a family among classes.
const fn class(family: Family) -> &'static str {
    match family {
        Family::Rescues => "rescues",
        Family::Identified => "identified",
        Family::Moved => "moved",
        _ => "arrests",
    }
}

/// What a line of the legend shows before its words.
#[derive(Clone, Copy)]
enum Sign {
    Tone(Tone),
    Land,
    Link,
    /// A link that is attempted or alleged.
    Unsure,
    None,
}

impl Sign {
    const fn width(self) -> i32 {
        if matches!(self, Self::None) { 0 } else { 34 }
    }
}

/// About as wide as a sign and letters of any font are, and a gap.
fn width((sign, said): &(Sign, String)) -> i32 {
    sign.width() + 9 * i32::try_from(said.chars().count()).unwrap_or(0) + 24
}

struct Chart<'a> {
    operation: &'a Operation,
    tones: Tones,
    atlas: Option<&'a Atlas>,
}

impl Chart<'_> {
    /// What a row says on the map.
    fn said(&self, row: &Row) -> String {
        let lead = self.tones.cell(row).lead;
        let said = lead.map_or_else(|| mapped::NAMED.to_owned(), words::lead);
        let together = if matches!(row.place, Place::Several(_)) { " together" } else { "" };
        format!("{}{together}: {said}", row.name())
    }

    /// The lines below the map, each of some signs with their words.
    fn legend(&self) -> Vec<Vec<(Sign, String)>> {
        let heading = words::capital(self.tones.family().heading());
        let classes = self.tones.reported().iter().map(|(tone, class)| {
            (Sign::Tone(*tone), mapped::bounds(class, " to ", &mapped::in_words))
        });
        let named = (Sign::Tone(Tone::Named), mapped::UNRANKED.to_owned());
        let keys = std::iter::once((Sign::None, heading)).chain(classes).chain([named]);
        let mut legend: Vec<Vec<(Sign, String)>> = Vec::new();
        let mut used = 0;
        for key in keys {
            let wide = width(&key);
            if let Some(line) = legend.last_mut().filter(|_| used + wide <= SIZE.0) {
                line.push(key);
            } else {
                used = 0;
                legend.push(vec![key]);
            }
            used += wide;
        }
        let mut say = |sign: Sign, said: &str| legend.push(vec![(sign, said.to_owned())]);
        say(Sign::Land, mapped::GROUND);
        if !self.operation.routes.is_empty() {
            say(Sign::Link, mapped::LINKS);
        }
        match mapped::manners(&self.operation.routes) {
            "" => {}
            manners => say(Sign::Unsure, manners),
        }
        if let Some(beside) = mapped::beside(self.operation.rows.iter()) {
            say(Sign::None, &beside);
        }
        say(Sign::None, mapped::BOUNDARIES);
        if self.atlas.is_none() {
            say(Sign::None, "the map that comes with the program is damaged and not drawn");
        }
        legend
    }

    /// All that the picture says, in words.
    fn description(&self) -> String {
        let mut said = String::new();
        for row in self.operation.rows.iter().filter(|row| !row.place.countries().is_empty()) {
            let _ = write!(said, "{}. ", self.said(row));
        }
        let _ = write!(said, "{}; {}.", words::capital(mapped::GROUND), mapped::BOUNDARIES);
        said
    }

    /// The countries: those of which nothing is reported as one ground, the others by themselves.
    fn shapes(
        &self,
        atlas: &Atlas,
        globe: &Globe,
        rows: &BTreeMap<Country, usize>,
        out: &mut impl Write,
    ) -> io::Result<String> {
        let row = |country| rows.get(&country).and_then(|row| self.operation.rows.get(*row));
        let mut ground = String::new();
        for shape in &atlas.shapes {
            if shape.country.and_then(row).is_none() {
                globe.outline(shape, &mut ground);
            }
        }
        writeln!(
            out,
            r#"<g transform="scale({})"><path class="land" d="{ground}"/>"#,
            Globe::STEP
        )?;
        let (mut signs, mut spots) = (String::new(), Spots::default());
        for (country, row) in rows.keys().filter_map(|country| Some((*country, row(*country)?))) {
            let tone = self.tones.of_row(row);
            let (class, fill) = self.paint(tone);
            let title = self.said(row);
            let title = Escaped(&title);
            let mut path = String::new();
            let own = atlas.shapes.iter().filter(|shape| shape.country == Some(country));
            let seen: Vec<bool> = own.map(|shape| globe.outline(shape, &mut path)).collect();
            let large = seen.contains(&true);
            let (label, (x, y)) = spots.put(globe.label(country), large);
            if label != (x, y) {
                let (right, down) = (x - label.0, y - label.1);
                let line = format!("M{} {}l{right} {down}", label.0, label.1);
                let _ = writeln!(signs, r#"<path class="lead" d="{line}"/>"#);
            }
            writeln!(
                out,
                r#"<path class="{class}" {fill}d="{path}"><title>{title}</title></path>"#
            )?;
            if !large {
                let circle = format!(r#"<circle class="{class}" {fill}cx="{x}" cy="{y}" r="7">"#);
                let _ = writeln!(signs, "{circle}<title>{title}</title></circle>");
            }
            if let Tone::Class(rank) = tone {
                let letter = LETTERS.get(rank).copied().unwrap_or('A');
                let y = y + 5;
                let _ = writeln!(signs, r#"<text class="sign" x="{x}" y="{y}">{letter}</text>"#);
            }
        }
        writeln!(out, "</g>")?;
        Ok(signs)
    }

    /// The classes of a tone, and its fill where that is a pattern.
    fn paint(&self, tone: Tone) -> (String, String) {
        match tone {
            Tone::Class(rank) => (format!("tone c{rank}"), String::new()),
            Tone::Named => {
                let class = class(self.tones.family());
                ("named".to_owned(), format!(r#"fill="url(#lt-hatch-{class})" "#))
            }
        }
    }

    /// A line of the legend.
    fn line(&self, keys: &[(Sign, String)], y: i32, out: &mut impl Write) -> io::Result<()> {
        let mut x = 8;
        for key in keys {
            let (sign, said) = key;
            self.sign(*sign, (x, y), out)?;
            let words = x + sign.width();
            writeln!(out, r#"<text x="{words}" y="{y}">{}</text>"#, Escaped(said))?;
            x += width(key);
        }
        Ok(())
    }

    /// A sign of the legend.
    fn sign(&self, sign: Sign, (x, y): (i32, i32), out: &mut impl Write) -> io::Result<()> {
        let (top, middle) = (y - 13, y - 5);
        match sign {
            Sign::Tone(tone) => {
                let (class, fill) = self.paint(tone);
                writeln!(out, r#"<path class="{class}" {fill}d="M{x} {top}h26v16h-26z"/>"#)?;
                if let Tone::Class(rank) = tone {
                    let (x, letter) = (x + 13, LETTERS.get(rank).copied().unwrap_or('A'));
                    writeln!(out, r#"<text class="sign" x="{x}" y="{y}">{letter}</text>"#)?;
                }
                Ok(())
            }
            Sign::Land => writeln!(out, r#"<path class="land" d="M{x} {top}h26v16h-26z"/>"#),
            Sign::Link | Sign::Unsure => {
                let class = if matches!(sign, Sign::Unsure) { links::UNSURE } else { links::SURE };
                writeln!(out, r#"<path class="{class}" d="M{x} {middle}h20"/>"#)?;
                writeln!(out, r#"<path class="head" d="M{} {middle}l-8-4v8z"/>"#, x + 26)
            }
            Sign::None => Ok(()),
        }
    }
}
