//! Operations side by side in a report: their totals by measure, what may not be compared, which
//! countries they name, and the sources of each.
//!
//! Knows comparisons. A total stands in a line with its like alone, and a gap is never a zero.

use std::borrow::Cow;
use std::io;

use super::front::head_of;
use super::named::Countries;
use super::{Telling, To};
use crate::model::compare::rate::{Rate, Rated};
use crate::model::compare::{Comparison, Kind, Part};
use crate::model::figure::Citation;
use crate::model::filter::Filter;
use crate::report::asked::Asked;
use crate::report::compared;
use crate::report::paper::How;
use crate::report::scribe::{Cell, Column, Level, Scribe};
use crate::report::words;

/// Tells operations side by side.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn tell(
    table: &Comparison,
    how: How,
    filter: Option<&Filter>,
    to: &mut dyn Scribe,
) -> io::Result<()> {
    let kind = how.measure.and_then(|kind| table.kind(kind));
    let has = |part: Part| how.part.is_none_or(|only| only == part);
    let countries = Countries::of(table, kind, filter);
    head(table, to)?;
    if let (Some(missing), None) = (how.measure, kind) {
        let said = words::capital(&compared::reported_by_none(missing));
        to.paragraph(&format!("{said}.").into())?;
    }
    if has(Part::Measures) {
        totals(table, to)?;
        if how.rate != Rate::Total {
            rates(table, how.rate, to)?;
        }
        reserves(table, how.rate, to)?;
    }
    if has(Part::Countries) {
        countries.tell(to)?;
    }
    for (place, digest) in table.operations().iter().enumerate() {
        let operation = digest.operation();
        let telling = Telling::of(operation, Asked::default());
        let mut cited = Vec::new();
        to.turn(place)?;
        if has(Part::Measures) {
            telling.totals(to, &format!("Totals of {}", operation.name))?;
            let citations = operation.totals.iter().flat_map(|total| &total.citations);
            cited.extend(citations.map(Citation::source));
        }
        if has(Part::Countries) {
            cited.extend(countries.of_one(place, digest, to)?);
        }
        telling.sources_of(to, &cited)?;
    }
    to.end()
}

fn head(table: &Comparison, to: To<'_>) -> io::Result<()> {
    let mut about = Vec::new();
    for digest in table.operations() {
        let said = compared::head(digest).replace(" · ", ", ").replace(" – ", " to ");
        about.push((digest.operation().as_ref(), said));
    }
    head_of("Operations side by side", about, to)
}

/// A column for each operation behind that of what stands in a row.
pub(super) fn begin(table: &Comparison, caption: &str, first: &str, to: To<'_>) -> io::Result<()> {
    let mut columns =
        vec![Column { heading: first.to_owned().into(), numbers: false, plain: true }];
    columns.extend(table.operations().iter().map(|digest| {
        let heading = Cow::Borrowed(digest.short_name());
        Column { heading, numbers: true, plain: false }
    }));
    to.table(caption, &columns)
}

fn totals(table: &Comparison, to: To<'_>) -> io::Result<()> {
    to.heading(Level::Section, "Totals by measure")?;
    begin(table, "Totals by measure", "measure", to)?;
    for kind in table.rows() {
        let mut cells: Vec<Cell<'_>> = vec![Some(compared::label(table, *kind).into())];
        for (digest, total) in table.line(*kind) {
            cells.push(match total {
                Some(total) => Some(compared::told(total).into()),
                // Where another measure is reported instead, it is named beside the gap.
                None => compared::gap(digest, *kind).into_iter().nth(1).map(Into::into),
            });
        }
        to.row(&cells)?;
    }
    to.end_table()
}

/// What the totals come to a day or a country, which no source reports.
fn rates(table: &Comparison, rate: Rate, to: To<'_>) -> io::Result<()> {
    let caption = format!("The same {}, derived: reported by no source", rate.words());
    to.heading(Level::Section, &caption)?;
    begin(table, &caption, "measure", to)?;
    for kind in table.rows() {
        let mut cells: Vec<Cell<'_>> = vec![Some(compared::label(table, *kind).into())];
        cells.extend(table.rated(*kind, rate).map(|(_, rated)| match rated {
            Rated::NotReported => None,
            Rated::Derived(derived) => Some(compared::told_at(derived, rate, "").into()),
            Rated::Total(_) | Rated::None(_) => Some(compared::cell(rated).into()),
        }));
        to.row(&cells)?;
    }
    to.end_table()
}

/// What has to be known before numbers are compared: of all measures, then of each.
fn reserves(table: &Comparison, rate: Rate, to: To<'_>) -> io::Result<()> {
    let notes = |kind: &Kind| compared::notes(table, *kind, rate);
    let Some((first, others)) = table.rows().split_first() else { return Ok(()) };
    let mut of_all = notes(first);
    for kind in others {
        let own = notes(kind);
        of_all.retain(|note| own.contains(note));
    }
    // What several measures have to be known of is said once, of all of them.
    let mut own: Vec<(String, Vec<String>)> = Vec::new();
    for kind in table.rows() {
        let label = compared::label(table, *kind);
        for note in notes(kind).into_iter().filter(|note| !of_all.contains(note)) {
            match own.iter_mut().find(|(known, _)| *known == note) {
                Some((_, labels)) => labels.push(label.clone()),
                None => own.push((note, vec![label.clone()])),
            }
        }
    }
    if of_all.is_empty() && own.is_empty() {
        return Ok(());
    }
    to.heading(Level::Section, "Before numbers are compared")?;
    of_all.into_iter().try_for_each(|note| to.item(0, &note.into()))?;
    own.into_iter().try_for_each(|(note, labels)| {
        let names_them = labels.iter().all(|label| note.contains(label));
        let of = words::capital(&labels.join(", "));
        let said = if names_them { note } else { format!("{of}: {note}") };
        to.item(0, &said.into())
    })
}
