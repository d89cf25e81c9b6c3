//! Bars to either side of an axis, a picture a row, so that no page cuts one.
//!
//! Knows lengths and textures: solid for victims and suspects, a hatch for migrants, as on the
//! board; nothing is drawn for what no sum may hold. Must not know what is compared.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::model::cell::Lead;
use crate::model::who::Who;
use crate::report::scribe::{Bar, Bars};
use crate::report::svg::Escaped;
use crate::report::words;

/// The length of the longest bar, in thousandths of the half that it lies in.
const FULL: u64 = 1_000;

/// The hatches of migrants, one a side, once a page.
const PATTERNS: &str = "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\
<pattern id=\"hatch-left\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<path class=\"hatch left\" d=\"M-1 1l2-2M0 5l5-5M4 6l2-2\"/></pattern>\
<pattern id=\"hatch-right\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<path class=\"hatch right\" d=\"M-1 1l2-2M0 5l5-5M4 6l2-2\"/></pattern></defs></svg>\n";

/// Writes a chart, the `number`th of the page.
pub(super) fn write(to: &mut dyn Write, bars: &Bars<'_>, number: usize) -> io::Result<()> {
    let said = |row: &&Bar<'_>| row.left.is_some() || row.right.is_some();
    let rows: Vec<&Bar<'_>> = bars.rows.iter().filter(said).collect();
    let rest = match bars.rows.len() - rows.len() {
        0 => String::new(),
        1 => "; of 1 more place neither is reported".to_owned(),
        more => format!("; of {more} more places neither is reported"),
    };
    let leads = rows.iter().flat_map(|row| [row.left, row.right]).flatten();
    let (most, hatched) = leads.fold((0, false), |(most, hatched), lead| {
        (most.max(drawn(&lead).unwrap_or(0)), hatched || is_hatched(&lead))
    });
    let [left, right] = bars.sides;
    writeln!(
        to,
        "<figure class=\"chart\" aria-labelledby=\"chart-{number}\">\n\
         <figcaption id=\"chart-{number}\">{}{rest}</figcaption>",
        Escaped(&bars.caption)
    )?;
    if number == 1 {
        to.write_all(PATTERNS.as_bytes())?;
    }
    let mut key = vec![("left", left.to_owned(), false), ("right", right.to_owned(), false)];
    if hatched {
        key.push(("right", format!("{right}, migrants"), true));
    }
    write!(to, "<p class=\"key\" aria-hidden=\"true\">")?;
    for (side, said, hatched) in key {
        let fill = fill(side, hatched);
        let said = Escaped(&said);
        write!(
            to,
            "<span><svg class=\"{side}\" width=\"28\" height=\"12\"><rect width=\"28\" \
             height=\"12\"{fill}/></svg> {said}</span> "
        )?;
    }
    writeln!(to, "</p>\n<ul class=\"bars\" role=\"list\">")?;
    for row in rows {
        line(to, bars.sides, row, most)?;
    }
    writeln!(to, "</ul>\n</figure>")
}

/// A place: its name, what it shows to the left, the bars, what it shows to the right.
fn line(to: &mut dyn Write, sides: [&str; 2], row: &Bar<'_>, most: u64) -> io::Result<()> {
    let [left, right] = [&row.left, &row.right].map(|lead| said(lead.as_ref()));
    let [left_side, right_side] = sides;
    let name = Escaped(&row.name);
    write!(to, "<li><span class=\"name\" aria-hidden=\"true\" dir=\"auto\">{name}</span>")?;
    value(to, "left", &left, row.left.is_none())?;
    let mut picture = String::new();
    rect(&mut picture, "left", row.left.as_ref(), most);
    rect(&mut picture, "right", row.right.as_ref(), most);
    write!(
        to,
        "<svg role=\"img\" height=\"18\"><title>{name}</title><desc>{left_side}: {left}; \
         {right_side}: {right}</desc>{picture}<line class=\"axis\" x1=\"50%\" x2=\"50%\" y2=\"18\"/></svg>"
    )?;
    value(to, "right", &right, row.right.is_none())?;
    writeln!(to, "</li>")
}

/// What stands beside a bar.
fn value(to: &mut dyn Write, side: &str, said: &str, none: bool) -> io::Result<()> {
    let none = if none { " none" } else { "" };
    write!(to, "<span class=\"{side}{none}\" aria-hidden=\"true\">{}</span>", Escaped(said))
}

fn said(lead: Option<&Lead>) -> String {
    lead.map_or_else(|| words::NOT_REPORTED.to_owned(), |lead| words::lead(*lead))
}

/// The number that a bar may show.
fn drawn(lead: &Lead) -> Option<u64> {
    lead.amount.value().filter(|_| lead.counted)
}

fn is_hatched(lead: &Lead) -> bool {
    lead.who.is_some_and(Who::is_migrants)
}

/// A bar; the smallest one is still seen, and what is not drawn leaves nothing.
fn rect(out: &mut String, side: &str, lead: Option<&Lead>, most: u64) {
    let Some((lead, value)) = lead.and_then(|lead| Some((lead, drawn(lead)?))) else { return };
    if value == 0 {
        return;
    }
    let wide = u128::from(value) * u128::from(FULL) / u128::from(most.max(1));
    // Half the picture, in tenths of a hundredth of it.
    let half = u64::try_from(wide).unwrap_or(FULL).clamp(2, FULL) / 2;
    let (whole, tenth) = (half / 10, half % 10);
    let start = 500 - half;
    let x = if side == "left" { format!("{}.{}", start / 10, start % 10) } else { "50".to_owned() };
    let fill = fill(side, is_hatched(lead));
    let _ = write!(
        out,
        "<rect class=\"{side}\" x=\"{x}%\" y=\"2\" width=\"{whole}.{tenth}%\" height=\"14\"{fill}/>"
    );
}

/// The fill of migrants, which is a pattern; others have that of their side.
fn fill(side: &str, hatched: bool) -> String {
    if hatched { format!(" style=\"fill:url(#hatch-{side})\"") } else { String::new() }
}
