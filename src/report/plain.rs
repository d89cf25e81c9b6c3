//! The plain summary: what a pipe, a file or a screen reader gets.
//!
//! Knows the model. Writes lines of text, no control characters, no columns that depend on a
//! window, no sign that a voice would leave out.

use std::io::{self, Write};

use super::{aloud, words};
use crate::data::Library;
use crate::model::figure::Figure;
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;
use crate::model::sum::Sum;

/// Writes the totals, the countries and the sources of an operation.
///
/// # Errors
///
/// If writing fails; a closed pipe is one of the ways.
pub fn write(operation: &Operation, out: &mut impl Write) -> io::Result<()> {
    head(operation, out)?;
    totals(operation, out)?;
    coverage(operation, out)?;
    writeln!(out, "\nACTIONS BY COUNTRY")?;
    for row in &operation.rows {
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
    let people = |figure: &&Figure| figure.who.is_some() && figure.part_of().is_none();
    for total in operation.totals.iter().filter(people) {
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
