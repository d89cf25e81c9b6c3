//! Operations side by side in a report: their totals by measure, what may not be compared, which
//! countries they name, and the sources of each.
//!
//! Knows comparisons. A total stands in a line with its like alone, and a gap is never a zero.

use std::borrow::Cow;
use std::io;

use super::{Telling, To};
use crate::model::compare::named::{Fate, Named, Standing};
use crate::model::compare::rate::{Rate, Rated};
use crate::model::compare::{Comparison, Kind};
use crate::model::figure::Citation;
use crate::model::filter::Filter;
use crate::model::operation::{Operation, Status};
use crate::report::asked::Asked;
use crate::report::compared;
use crate::report::paper::How;
use crate::report::scribe::{Cell, Column, Head, Level, Scribe};
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
    head(table, to)?;
    totals(table, to)?;
    if how.rate != Rate::Total {
        rates(table, how.rate, to)?;
    }
    reserves(table, how.rate, to)?;
    countries(table, how.measure, filter, to)?;
    for (place, digest) in table.operations().iter().enumerate() {
        to.turn(place)?;
        operation(digest.operation(), to)?;
    }
    to.end()
}

fn head(table: &Comparison, to: To<'_>) -> io::Result<()> {
    let mut cautions = Vec::new();
    let mut about = Vec::new();
    for digest in table.operations() {
        let operation = digest.operation();
        if operation.status == Status::Preliminary {
            let said = format!("{}: {}", operation.name, words::preliminary(operation));
            cautions.push(("Preliminary".to_owned(), said));
        }
        about.push(compared::head(digest).replace(" · ", ", ").replace(" – ", " to "));
    }
    let title = "Operations side by side".into();
    to.head(&Head { title, about, cautions, disclaimer: words::DISCLAIMER })
}

/// A column for each operation behind that of what stands in a row.
fn begin(table: &Comparison, caption: &str, first: &str, to: To<'_>) -> io::Result<()> {
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
                Some(total) => {
                    let lead = &total.lead;
                    let group = lead.group.map_or("", |group| group.noun());
                    let gap = if group.is_empty() { "" } else { " " };
                    let reserve = compared::reserve(total);
                    let reserve = reserve.map_or_else(String::new, |said| format!(" ({said})"));
                    let marks = words::marked(lead.marks);
                    Some(format!("{}{gap}{group}{reserve}{marks}", lead.amount.in_words()).into())
                }
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
            Rated::Derived(derived) => {
                Some(format!("{} ({})", derived.in_words(), derived.way(rate)).into())
            }
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

/// Which countries are named in which operation, with what they report of the first measure.
fn countries(
    table: &Comparison,
    measure: Option<Kind>,
    filter: Option<&Filter>,
    to: To<'_>,
) -> io::Result<()> {
    let kind = measure.or_else(|| table.rows().first().copied());
    let mut named = table.named(kind);
    let all = named.len();
    if all == 0 {
        return Ok(());
    }
    let picked = filter.and_then(|filter| table.picked(filter));
    named.retain(|one| picked.as_ref().is_none_or(|picked| picked.contains(&one.country)));
    let beside = kind
        .map_or_else(String::new, |kind| format!(", with their {}", compared::label(table, kind)));
    to.heading(Level::Section, &format!("Countries named{beside}"))?;
    if let Some(filter) = filter.filter(|_| picked.is_some()) {
        let fit = named.len();
        let said = format!(
            "Only countries of places that fit: {filter}. {fit} of {all} countries fit. The totals \
             are of all."
        );
        to.paragraph(&said.into())?;
    }
    to.paragraph(&compared::NOT_NAMED.into())?;
    for fate in Fate::ALL {
        let mut of_fate = named.iter().filter(|one| one.fate == fate).peekable();
        if of_fate.peek().is_none() {
            continue;
        }
        let caption = compared::fate(table, fate);
        to.heading(Level::Part, &caption)?;
        begin(table, &caption, "country", to)?;
        of_fate.try_for_each(|one| country(one, to))?;
        to.end_table()?;
    }
    Ok(())
}

fn country(named: &Named, to: To<'_>) -> io::Result<()> {
    let mut cells: Vec<Cell<'_>> = vec![Some(named.country.name().into())];
    cells.extend(named.standings.iter().map(|standing| match standing {
        Standing::NotNamed => Some("not named".into()),
        Standing::Named => Some("named".into()),
        Standing::Counted(lead) => Some(words::lead(*lead).into()),
    }));
    to.row(&cells)
}

/// The totals of an operation as they are reported, and the sources that they rest on.
fn operation(operation: &Operation, to: To<'_>) -> io::Result<()> {
    let telling = Telling::of(operation, Asked::default());
    telling.totals(to, &format!("Totals of {}", operation.name))?;
    let cited = operation.totals.iter().flat_map(|total| &total.citations);
    let cited: Vec<usize> = cited.map(Citation::source).collect();
    telling.sources_of(to, &cited)
}
