//! A figure or a place as text to hand on: with qualifier, measure, source and address.
//!
//! Knows the model. Nothing that is copied loses where it comes from.

use std::fmt::Write as _;

use super::words;
use crate::model::figure::{Citation, Figure};
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;

/// One figure with its citations.
#[must_use]
pub fn figure(operation: &Operation, figure: &Figure) -> String {
    let mut out = head(operation);
    let _ = writeln!(out, "{}", words::figure(figure));
    for part in Operation::parts_of(&operation.totals, figure) {
        let _ = writeln!(out, "  of them {}", words::figure(part));
    }
    sources(&mut out, operation, figure.citations.iter());
    out
}

/// Everything reported of a place, with its citations.
#[must_use]
pub fn row(operation: &Operation, row: &Row) -> String {
    let mut out = head(operation);
    let _ = writeln!(out, "{}", row.name);
    let mut cited = Vec::new();
    for action in operation.actions_of(row) {
        let _ = writeln!(out, "- {} {}", action.summary, words::numbers(&action.citations));
        for figure in &action.figures {
            let lead = if figure.part_of.is_some() { "of them " } else { "" };
            let apart = figure
                .apart
                .as_ref()
                .map_or_else(String::new, |(_, why)| format!(" (in no sum: {why})"));
            let _ = writeln!(out, "  - {lead}{}{apart}", words::figure(figure));
        }
        cited.extend(&action.citations);
        cited.extend(action.figures.iter().flat_map(|figure| &figure.citations));
    }
    sources(&mut out, operation, cited.into_iter());
    out
}

/// One source with the figures that it supports.
#[must_use]
pub fn source(operation: &Operation, index: usize) -> String {
    let mut out = head(operation);
    for (place, figure) in operation.supported_by(index) {
        let of = place.map_or_else(String::new, |place| format!("{}: ", place.shown()));
        let _ = writeln!(out, "- {of}{}", words::figure(figure));
    }
    if let Some(source) = operation.sources.get(index) {
        let _ = writeln!(out, "{} {}", words::source(index, source), source.url);
    }
    out
}

fn head(operation: &Operation) -> String {
    let dates = operation.dates().map_or_else(String::new, |dates| format!(", {dates}"));
    let status = match operation.status {
        Status::Preliminary => " (preliminary)",
        Status::Published => "",
    };
    format!("{} · {}{dates}{status}\n", operation.name, operation.organiser)
}

fn sources<'a>(out: &mut String, operation: &Operation, cited: impl Iterator<Item = &'a Citation>) {
    let mut used: Vec<usize> = cited.map(|citation| citation.source).collect();
    used.sort_unstable();
    used.dedup();
    for index in used {
        if let Some(source) = operation.sources.get(index) {
            let _ = writeln!(out, "{} {}", words::source(index, source), source.url);
        }
    }
}
