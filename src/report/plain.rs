//! The plain summary: what a pipe, a file or a screen reader gets.
//!
//! Knows the model. Writes lines of text, no control characters, no columns that depend on a
//! window, no sign that a voice would leave out.

use std::io::{self, Write};

use super::{aloud, words};
use crate::data::Library;
use crate::model::figure::Figure;
use crate::model::filter::{Filter, Picked};
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;
use crate::model::query::{Column, Direction, Key, Sort};
use crate::model::share::Share;
use crate::model::sum::Sum;

/// Which places are written, and in which order; without a word all of them as the file has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// What the places have to be.
    pub filter: Option<&'a Filter>,
    /// The order.
    pub sort: Option<&'a Sort>,
}

impl Asked<'_> {
    /// Whether all places are written as they come.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.filter.is_none_or(Filter::is_empty) && self.sort.is_none()
    }

    /// The rows of the places that are written, in their order.
    #[must_use]
    pub fn rows(&self, operation: &Operation) -> Vec<usize> {
        let mut rows: Vec<usize> = match self.sort {
            Some(sort) => sort.order(operation),
            None => (0..operation.rows.len()).collect(),
        };
        if let Some(filter) = self.filter.filter(|filter| !filter.is_empty()) {
            let kept = filter.keep(operation);
            rows.retain(|row| kept.get(*row).copied().unwrap_or_default());
        }
        rows
    }
}

/// Writes the totals, the countries and the sources of an operation.
///
/// # Errors
///
/// If writing fails; a closed pipe is one of the ways.
pub fn write(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    write_asked(operation, Asked::default(), out)
}

/// Writes the same, of the places alone that are asked for, and says so.
///
/// # Errors
///
/// If writing fails.
pub fn write_asked(
    operation: &Operation,
    asked: Asked<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    head(operation, out)?;
    totals(operation, out)?;
    coverage(operation, out)?;
    let rows = asked.rows(operation);
    if let Some(filter) = asked.filter.filter(|filter| !filter.is_empty()) {
        filtered(operation, filter, &Picked::of(operation, &rows), out)?;
    }
    writeln!(out, "\nACTIONS BY COUNTRY{}", ordered(asked.sort))?;
    for row in rows.iter().filter_map(|row| operation.rows.get(*row)) {
        place(operation, row, out)?;
    }
    conflicts(operation, out)?;
    notes(operation, out)?;
    sources(operation, out)
}

/// Writes the operations at hand, a line each: id, name, dates.
///
/// # Errors
///
/// If writing fails.
pub fn list(library: &Library, out: &mut impl Write) -> io::Result<()> {
    for place in 0..library.len() {
        match library.open(place) {
            Ok(operation) => {
                let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
                writeln!(out, "{:<16} {:<26} {dates}", operation.id, operation.name)?;
            }
            Err(error) => writeln!(out, "{error}")?,
        }
    }
    Ok(())
}

fn head(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", operation.name.as_str().to_uppercase())?;
    writeln!(out, "{}, {}", operation.organiser, aloud::dates(operation))?;
    if operation.status == Status::Preliminary {
        writeln!(out, "PRELIMINARY: the organiser calls these results preliminary.")?;
    }
    if let Some(cleaned) = words::cleaned(operation) {
        writeln!(out, "{}: {}.", cleaned.to_uppercase(), words::CLEANED)?;
    }
    writeln!(out, "{}", words::DISCLAIMER)
}

fn totals(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nTOTALS")?;
    for figure in operation.totals.iter().filter(|figure| figure.part_of().is_none()) {
        writeln!(out, "{}", aloud::figure(figure))?;
        beside(figure, "  ", out)?;
        for part in Operation::parts_of(&operation.totals, figure) {
            writeln!(out, "  of them {}", aloud::figure(part))?;
            beside(part, "    ", out)?;
        }
    }
    Ok(())
}

/// What a total is limited to, and the words by which it is found in its sources.
fn beside(total: &Figure, indent: &str, out: &mut impl Write) -> io::Result<()> {
    if let Some(about) = words::about(total.offences()) {
        writeln!(out, "{indent}{about}")?;
    }
    found_by(total, indent, out)
}

/// The words by which a figure is found in its sources.
fn found_by(figure: &Figure, indent: &str, out: &mut impl Write) -> io::Result<()> {
    let words: Vec<String> = words::locators(figure).collect();
    if words.is_empty() {
        return Ok(());
    }
    writeln!(out, "{indent}Found by: {}", words.join(", "))
}

/// The totals of people that stand for themselves.
fn people(operation: &Operation) -> impl Iterator<Item = &Figure> {
    operation.totals.iter().filter(|figure| figure.who.is_some() && figure.part_of().is_none())
}

/// For each headline total: who is named in its measure, and what is not in that sum.
fn coverage(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nHOW MUCH OF IT IS NAMED")?;
    let named = operation.countries_named();
    let are = if named == 1 {
        "country is named. It is a highlight"
    } else {
        "countries are named. They are highlights"
    };
    writeln!(out, "{named} {are}; country actions do not add up to the totals.")?;
    for total in people(operation) {
        let Some(cover) = operation.coverage(total) else { continue };
        let whole = total.in_words();
        match cover.sum {
            Sum::Amount(sum) => {
                let share = cover
                    .share
                    .map_or_else(String::new, |share| format!(" ({})", share.in_words()));
                writeln!(out, "{} of {whole}{share}", sum.in_words())?;
            }
            Sum::NotReported => writeln!(out, "no country reports in the measure of: {whole}")?,
            Sum::None => writeln!(out, "no honest sum below: {whole}")?,
        }
        let mut rest = cover.besides;
        for (place, figure, reason) in cover.beside(operation, total) {
            writeln!(out, "  not in it: {}, {}: {reason}", place.shown(), figure.in_words())?;
            rest -= 1;
        }
        if rest > 0 {
            writeln!(out, "  not in it: {rest} more figures")?;
        }
    }
    Ok(())
}

/// Which places a filter picks, and what part of each total they make up.
fn filtered(
    operation: &Operation,
    filter: &Filter,
    picked: &Picked,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "\nFILTERED")?;
    let all = operation.rows.len();
    writeln!(out, "Only places that fit: {filter}")?;
    writeln!(
        out,
        "{} of {all} places fit, with {} of {} named countries. What stands above is of all.",
        picked.count,
        picked.named,
        operation.countries_named()
    )?;
    for total in people(operation).filter(|total| operation.coverage(total).is_some()) {
        let whole = total.in_words();
        match picked.sum(total) {
            Sum::Amount(sum) => {
                let share = Share::of(sum, total.amount);
                let share = share.map_or_else(String::new, |it| format!(" ({})", it.in_words()));
                writeln!(out, "{} of {whole}{share}", sum.in_words())?;
            }
            Sum::NotReported => writeln!(out, "none of them reports in the measure of: {whole}")?,
            Sum::None => writeln!(out, "no honest sum below: {whole}")?,
        }
    }
    Ok(())
}

/// The order that was asked for, in words.
fn ordered(sort: Option<&Sort>) -> String {
    let key = |key: &Key| {
        let way = match (key.column, key.direction) {
            (Column::Name, Direction::Ascending) => "A to Z",
            (Column::Name, Direction::Descending) => "Z to A",
            (Column::Family(_), Direction::Ascending) => "smallest first",
            (Column::Family(_), Direction::Descending) => "largest first",
        };
        format!("{} {way}", key.column.heading())
    };
    let keys = |sort: &Sort| sort.keys().iter().map(key).collect::<Vec<String>>().join(", then ");
    sort.map_or_else(String::new, |sort| format!(", by {}", keys(sort)))
}

fn place(operation: &Operation, row: &Row, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n{}", row.name())?;
    for action in operation.actions_of(row) {
        writeln!(out, "- {} {}", action.summary, aloud::numbers(&action.citations))?;
        if let Some(about) = words::about(action.offences) {
            writeln!(out, "  {about}")?;
        }
        for figure in &action.figures {
            let lead = if figure.part_of().is_some() { "of them " } else { "" };
            writeln!(out, "  - {lead}{}", aloud::figure(figure))?;
            found_by(figure, "    ", out)?;
            if let Some((_, reason)) = figure.apart() {
                writeln!(out, "    in no sum: {reason}")?;
            }
        }
        if let Some(note) = &action.note {
            writeln!(out, "  Note: {note}")?;
        }
        for route in operation.routes_of(action) {
            writeln!(out, "  {}", aloud::route(route))?;
        }
    }
    Ok(())
}

fn conflicts(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    if operation.conflicts.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nWHERE SOURCES DIFFER")?;
    for conflict in &operation.conflicts {
        let name = words::disputed(operation, conflict);
        writeln!(out, "{name}: {}", conflict.note)?;
        for other in &conflict.others {
            writeln!(out, "  - {}", aloud::other_value(operation, other))?;
        }
    }
    Ok(())
}

fn notes(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    if !operation.notes.is_empty() {
        writeln!(out, "\nNOTES")?;
    }
    operation.notes.iter().try_for_each(|note| writeln!(out, "- {note}"))
}

fn sources(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nSOURCES")?;
    for (index, source) in operation.sources.iter().enumerate() {
        writeln!(out, "{}\n    {}", words::source(index, source), source.url)?;
    }
    Ok(())
}
