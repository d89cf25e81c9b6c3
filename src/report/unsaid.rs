//! What the sources do not say, in sentences: what is preliminary, not named, not reported, not
//! settled.
//!
//! Knows the model. Every sentence follows from the operation; a sentence that does not hold of it
//! is not said.

use super::words;
use crate::model::amount::Amount;
use crate::model::cell::Lead;
use crate::model::figure::{Apart, Figure};
use crate::model::measure::{Family, Measure};
use crate::model::number;
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;
use crate::model::story;
use crate::model::sum::Sum;

/// Names are listed up to this many; beyond, they are only counted.
const NAMES: usize = 6;

/// The sentences, the weightiest first.
#[must_use]
pub fn sentences(operation: &Operation) -> Vec<String> {
    let mut said = Vec::new();
    if operation.status == Status::Preliminary {
        said.push(words::preliminary(operation));
    }
    if operation.dates().is_none() {
        said.push("When the operation took place is not reported.".to_owned());
    }
    said.extend(participants(operation));
    for (family, verb) in [(Family::Arrests, "arrested"), (Family::Rescues, "rescued")] {
        if !operation.totals.iter().any(|total| total.family() == family) {
            said.push(format!("How many people were {verb} in all is not reported."));
        }
    }
    said.extend(story::headlines(operation).filter_map(|(_, total)| by_country(operation, total)));
    said.extend(without_number(operation));
    said.extend(unsettled(operation));
    said
}

/// How many countries are named with an action, of those that took part.
fn participants(operation: &Operation) -> Option<String> {
    let Some(total) = operation.total(Measure::Countries) else {
        return Some("How many countries took part is not reported.".to_owned());
    };
    let named = operation.countries_named();
    let more = total.amount.value().is_none_or(|all| u64::try_from(named).is_ok_and(|n| n < all));
    let are = if named == 1 { "is" } else { "are" };
    let of = total.in_words();
    more.then(|| {
        format!("Of {of}, {named} {are} named with an action; no action of the others is told.")
    })
}

/// What of a total is not told by country.
fn by_country(operation: &Operation, total: &Figure) -> Option<String> {
    let label = total.label();
    let whole = format!("{}{}", total.in_words(), words::marked(total.marks));
    match operation.coverage(total)?.sum {
        Sum::NotReported => Some(format!("No country is reported with {label}.")),
        Sum::Amount(Amount::Some) => {
            Some(format!("No country is reported with a number of {label}."))
        }
        Sum::Amount(sum) if sum.value() < total.amount.value() => Some(format!(
            "Of {whole}, {} are reported by country; the others only in the total.",
            sum.in_words()
        )),
        Sum::Amount(_) | Sum::None => None,
    }
}

/// The places that are named without any number of people.
fn without_number(operation: &Operation) -> Option<String> {
    let numbered = |lead: Lead| lead.amount.value().is_some();
    let without = |row: &&Row| !words::all_leads(operation, row).into_iter().any(numbered);
    let rows: Vec<&Row> = operation.rows.iter().filter(without).collect();
    let (count, noun) = match rows.len() {
        0 => return None,
        1 => ("One".to_owned(), "place is"),
        count => (number::of(count), "places are"),
    };
    let names: Vec<_> = rows.iter().take(NAMES).map(|row| row.name()).collect();
    let more = match rows.len() - names.len() {
        0 => String::new(),
        more => format!(" and {} more", number::of(more)),
    };
    Some(format!("{count} {noun} named without a number of people: {}{more}.", names.join(", ")))
}

/// What no sum holds, what is disputed, what rests on one weak source.
fn unsettled(operation: &Operation) -> Vec<String> {
    let (mut doubt, mut joint, mut overlap, mut disputed, mut weak) = (0, 0, 0, 0, 0);
    for (_, figure) in operation.figures() {
        match figure.apart().map(|(why, _)| why) {
            Some(Apart::Doubt) => doubt += 1,
            Some(Apart::Joint) => joint += 1,
            Some(Apart::Overlap) => overlap += 1,
            None => {}
        }
        disputed += usize::from(figure.marks.disputed);
        weak += usize::from(figure.marks.weak);
    }
    let reasons = [
        (doubt, "in doubt"),
        (joint, "joint with another operation"),
        (overlap, "not to be told apart from others"),
    ];
    let reasons = reasons.iter().filter(|(count, _)| *count > 0);
    let reasons: Vec<String> =
        reasons.map(|(count, why)| format!("{} {why}", number::of(*count))).collect();
    let noun = |count: usize| if count == 1 { "figure" } else { "figures" };
    let mut said = Vec::new();
    if !reasons.is_empty() {
        said.push(format!("Figures that no sum holds: {}.", reasons.join(", ")));
    }
    if disputed > 0 {
        said.push(format!("Sources disagree on {} {} (*).", number::of(disputed), noun(disputed)));
    }
    if weak > 0 {
        let rest = if weak == 1 { "rests" } else { "rest" };
        said.push(format!("{} {} {rest} on one weak source (†).", number::of(weak), noun(weak)));
    }
    said
}
