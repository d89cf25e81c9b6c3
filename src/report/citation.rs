//! A figure or a place as text to hand on: with qualifier, measure, source and address.
//!
//! Knows the model. Nothing that is copied loses where it comes from.

use std::fmt::Write as _;

use super::{alone, together, told, words};
use crate::model::figure::Figure;
use crate::model::group::{Group, Groups};
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;
use crate::model::story::{Step, Story};

/// Totals of an operation with their parts, what other sources say, and their citations.
#[must_use]
pub fn figures(operation: &Operation, totals: &[&Figure]) -> String {
    let mut out = head(operation);
    let mut cited = Vec::new();
    for total in totals {
        let of = alone::place(operation, total).map(|place| format!("{}: ", place.shown()));
        let said = alone::cited(operation, total);
        let _ = writeln!(out, "{}{said}", of.unwrap_or_default());
        for part in Operation::parts_of(&operation.totals, total) {
            let _ = writeln!(out, "  of them {}", alone::part(part));
        }
        if let Some(conflict) = operation.conflict(total) {
            for other in &conflict.others {
                let _ = writeln!(out, "  not used: {}", words::other_value(operation, other));
            }
            let _ = writeln!(out, "  {}", conflict.note);
        }
        cited.extend(operation.cited_by_total(total));
    }
    sources(&mut out, operation, cited);
    out
}

/// Everything reported of some places, with their citations.
#[must_use]
pub fn rows(operation: &Operation, rows: &[&Row]) -> String {
    let mut out = head(operation);
    let mut cited = Vec::new();
    for row in rows {
        place(&mut out, operation, row);
        cited.extend(operation.cited_by(row));
    }
    sources(&mut out, operation, cited);
    out
}

fn place(out: &mut String, operation: &Operation, row: &Row) {
    let _ = writeln!(out, "{}", row.name());
    for action in operation.actions_of(row) {
        let _ = writeln!(out, "- {} {}", action.summary, words::numbers(&action.citations));
        for figure in &action.figures {
            let lead = if figure.part_of().is_some() { "of them " } else { "" };
            let _ = writeln!(out, "  - {lead}{}", alone::part(figure));
        }
        if let Some(note) = &action.note {
            let _ = writeln!(out, "  Note: {note}");
        }
        for route in operation.routes_of(action) {
            let _ = writeln!(out, "  {}", words::route(route));
        }
    }
}

/// What the places of a group come to, with the sources that it rests on.
#[must_use]
pub fn group(operation: &Operation, groups: &Groups, group: &Group) -> String {
    let mut out = head(operation);
    let rows = group.members.iter().filter_map(|member| operation.rows.get(member.row));
    let names: Vec<String> = rows.map(|row| row.name().into_owned()).collect();
    let _ = writeln!(out, "{}, by {}: {}", group.name, groups.by.name(), names.join("; "));
    for reported in &group.reported {
        let _ = writeln!(out, "- {}", together::reported(reported, group.members.len(), " places"));
    }
    for note in together::beside_groups(groups, group) {
        let _ = writeln!(out, "{note}");
    }
    sources(&mut out, operation, group.cited.clone());
    out
}

/// One source with the figures that it supports.
#[must_use]
pub fn source(operation: &Operation, index: usize) -> String {
    let mut out = head(operation);
    let mut told = 0;
    for (place, figure) in operation.supported_by(index) {
        let of = place.map_or_else(String::new, |place| format!("{}: ", place.shown()));
        let role = words::role(operation, figure, index);
        told += 1;
        let _ = writeln!(out, "- {of}{}{role}", alone::cited(operation, figure));
    }
    let supports = operation.sources.get(index).map_or(0, |source| source.supports);
    if supports > told {
        let _ = writeln!(out, "- and {} more figures", supports - told);
    }
    for said in words::not_used(operation, index) {
        let _ = writeln!(out, "- {said}");
    }
    sources(&mut out, operation, vec![index]);
    out
}

/// A step of the story: what it says, and the sources that it rests on.
#[must_use]
pub fn step(operation: &Operation, story: &Story, step: &Step) -> String {
    if let Some(found) = step.place().and_then(|place| told::row(operation, place)) {
        return rows(operation, &[found]);
    }
    let totals = told::figures(operation, &step.subject);
    if !totals.is_empty() {
        return figures(operation, &totals);
    }
    let mut out = head(operation);
    let _ = writeln!(out, "{}", told::name(operation, step));
    for line in told::lines(operation, story, step) {
        let _ = writeln!(out, "- {line}");
    }
    sources(&mut out, operation, told::cited(operation, story, step));
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

/// The sources cited, then what every export has to say.
fn sources(out: &mut String, operation: &Operation, mut cited: Vec<usize>) {
    cited.sort_unstable();
    cited.dedup();
    for index in cited {
        if let Some(source) = operation.sources.get(index) {
            let _ = writeln!(out, "{} {}", words::source(index, source), source.url);
        }
    }
    let _ = writeln!(out, "{}", words::DISCLAIMER);
}
