//! Operations side by side in words: what may be compared, what may not, and why.
//!
//! Knows the model. The screen and what is copied from it both take their sentences from here.

use std::fmt::Write as _;

use super::{citation, words};
use crate::model::amount::{Amount, Qualifier};
use crate::model::cell::Lead;
use crate::model::compare::digest::{Digest, Total};
use crate::model::compare::named::Fate;
use crate::model::compare::rate::{Derived, Rate, Rated};
use crate::model::compare::{Comparison, Kind, written};
use crate::model::figure::{Figure, Marks};
use crate::model::operation::Status;
use crate::model::place::{Place, Row};

/// That a country which is not named may have taken part.
pub const NOT_NAMED: &str =
    "Named in the reports; a country that is not named may have taken part.";

/// What a measure counts: `arrests`, `potential victims rescued`.
#[must_use]
pub fn label(comparison: &Comparison, kind: Kind) -> String {
    let alleged = comparison.line(kind).any(|(_, total)| total.is_some_and(|it| it.lead.alleged));
    let (measure, who) = kind;
    let (group, marks) = (None, Marks::default());
    words::counted(&Lead {
        amount: Amount::Some,
        measure,
        who,
        group,
        counted: true,
        alleged,
        marks,
    })
}

/// A total in a table: `2,517`, `≈430`, `128 women`.
#[must_use]
pub fn compact(lead: &Lead) -> String {
    signed(lead, &lead.amount.compact())
}

/// A number in a table with the marks of its total, and whom that counts.
fn signed(lead: &Lead, number: &str) -> String {
    format!("{number}{}{}", lead.marks.signs(), group(lead))
}

/// Whom of all who are counted a total is of, behind a number: ` women`.
fn group(lead: &Lead) -> String {
    lead.group.map_or_else(String::new, |group| format!(" {}", group.noun()))
}

/// A total in full: `130 (sum of 2 totals)`, `nearly 100 (sources disagree)`.
#[must_use]
pub fn told(total: &Total) -> String {
    let said = format!("{}{}", total.lead.amount.in_words(), group(&total.lead));
    with_reserves(said, None, total)
}

/// What a total comes to, in full: `83.3 (500 ÷ 6 days; sources disagree)`.
#[must_use]
pub fn told_at(derived: Derived, rate: Rate, each: &str) -> String {
    let total = &derived.total;
    let said = format!("{}{}{each}", derived.in_words(), group(&total.lead));
    with_reserves(said, Some(derived.way(rate)), total)
}

fn with_reserves(said: String, way: Option<String>, total: &Total) -> String {
    let marks = words::marks(total.lead.marks);
    let marks = (!marks.is_empty()).then_some(marks);
    let behind: Vec<String> = [way, reserve(total), marks].into_iter().flatten().collect();
    if behind.is_empty() { said } else { format!("{said} ({})", behind.join("; ")) }
}

/// A total at a rate in a table.
#[must_use]
pub fn cell(rated: Rated) -> String {
    match rated {
        Rated::NotReported => "·".to_owned(),
        Rated::Total(total) => compact(&total.lead),
        Rated::Derived(derived) => signed(&derived.total.lead, &derived.compact()),
        Rated::None(_) => "no rate".to_owned(),
    }
}

/// What a total counts where that is less than its line says, or made of several.
#[must_use]
pub fn reserve(total: &Total) -> Option<String> {
    if !total.lead.counted {
        return Some("in no sum".to_owned());
    }
    (total.figures > 1).then(|| format!("sum of {} totals", total.figures))
}

/// What stands in a gap, the longest way first: that nothing is reported, and what is of like
/// people in another measure.
#[must_use]
pub fn gap(digest: &Digest, kind: Kind) -> Vec<String> {
    let others: Vec<String> =
        Comparison::instead(digest, kind).into_iter().map(words::lead).collect();
    if others.is_empty() {
        return vec![words::NOT_REPORTED.to_owned()];
    }
    let others = others.join("; ");
    vec![
        format!("not reported · another measure: {others}"),
        format!("not reported, but {others}"),
        "not reported · another measure is …".to_owned(),
    ]
}

/// What a fate means: `named in Liberterra III and before`.
#[must_use]
pub fn fate(comparison: &Comparison, fate: Fate) -> String {
    let (latest, alone) = match comparison.operations() {
        [] => return String::new(),
        [only] => (only.short_name(), true),
        [.., latest] => (latest.short_name(), false),
    };
    match fate {
        _ if alone => format!("Named in {latest}"),
        Fate::Both => format!("Named in {latest} and before"),
        Fate::New => format!("New in {latest}"),
        Fate::Gone => format!("Named before, not in {latest}"),
    }
}

/// The same in a word or two, after a number.
#[must_use]
pub const fn short(fate: Fate) -> &'static str {
    match fate {
        Fate::Both => "also before",
        Fate::New => "new",
        Fate::Gone => "no longer",
    }
}

/// That a measure asked for is none that is compared.
#[must_use]
pub fn reported_by_none(kind: Kind) -> String {
    format!("none of them reports {}", written::of(kind))
}

/// Everything that has to be known before the numbers of a measure are compared.
#[must_use]
pub fn notes(comparison: &Comparison, kind: Kind, rate: Rate) -> Vec<String> {
    let notes = [
        derived(comparison, kind, rate),
        different_measures(comparison, kind),
        unlike_qualifiers(comparison, kind),
        unlike_bases(comparison),
        alone(comparison),
    ];
    notes.into_iter().flatten().collect()
}

fn alone(comparison: &Comparison) -> Option<String> {
    let alone = comparison.operations().len() == 1;
    alone.then(|| "There is one operation alone to look at.".to_owned())
}

fn derived(comparison: &Comparison, kind: Kind, rate: Rate) -> Option<String> {
    let derived = |(_, rated): (&Digest, Rated)| matches!(rated, Rated::Derived(_));
    match (rate, comparison.rated(kind, rate).any(derived)) {
        (Rate::Total, _) => None,
        (rate, true) => {
            Some(format!("Derived, reported by no source: each total ÷ its {}.", rate.by()))
        }
        (rate, false) => Some(format!("No total of this measure can be divided by {}.", rate.by())),
    }
}

fn different_measures(comparison: &Comparison, kind: Kind) -> Option<String> {
    let labels: Vec<String> = comparison.kin(kind).map(|kin| label(comparison, kin)).collect();
    (labels.len() > 1).then(|| format!("Different measures, never one line: {}.", listed(&labels)))
}

fn unlike_qualifiers(comparison: &Comparison, kind: Kind) -> Option<String> {
    let name = |qualifier: &Qualifier| match qualifier {
        Qualifier::Exact => "exact".to_owned(),
        other => other.words().trim_end().to_owned(),
    };
    let names: Vec<String> = comparison.unlike_qualifiers(kind).iter().map(name).collect();
    (!names.is_empty()).then(|| format!("Unlike qualifiers: {}.", listed(&names)))
}

fn unlike_bases(comparison: &Comparison) -> Option<String> {
    let bases = |amount: &dyn Fn(&Digest) -> Option<Amount>, noun: &str| {
        let all: Vec<Option<Amount>> =
            comparison.operations().iter().map(|digest| amount(digest)).collect();
        let words = |amount: &Option<Amount>| {
            amount.map_or_else(|| words::NOT_REPORTED.to_owned(), Amount::in_words)
        };
        let unlike = all.windows(2).any(|pair| pair.first() != pair.last());
        unlike.then(|| format!("{} {noun}", listed(&all.iter().map(words).collect::<Vec<_>>())))
    };
    let unlike = [
        bases(&Digest::days_amount, "days"),
        bases(&Digest::countries_amount, "countries taking part"),
    ];
    let unlike: Vec<String> = unlike.into_iter().flatten().collect();
    (!unlike.is_empty()).then(|| format!("Not alike: {}.", unlike.join("; ")))
}

/// `a, b and c`.
fn listed(words: &[String]) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// What an operation is called above what is told of it: its dates, and that it is preliminary.
#[must_use]
pub fn head(digest: &Digest) -> String {
    let operation = digest.operation();
    let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
    let preliminary = match operation.status {
        Status::Preliminary => " · preliminary",
        Status::Published => "",
    };
    format!("{} · {dates}{preliminary}", operation.name)
}

/// The rows of an operation that tell of a place: of a country also those it shares with others.
pub fn rows<'a>(digest: &'a Digest, place: &'a Place) -> impl Iterator<Item = &'a Row> {
    digest.operation().rows.iter().filter(move |row| match (place, &row.place) {
        (Place::Country(country), Place::Several(several)) => several.contains(country),
        (place, other) => place == other,
    })
}

/// What every operation reports in a measure, to be copied, and what to call it.
#[must_use]
pub fn measure(table: &Comparison, kind: Kind, rate: Rate) -> (String, String) {
    let mut out = format!("{}\n", words::capital(&label(table, kind)));
    for note in notes(table, kind, rate) {
        let _ = writeln!(out, "{note}");
    }
    for (digest, rated) in table.rated(kind, rate) {
        if let Rated::Derived(derived) = rated {
            let said = told_at(derived, rate, &format!(" {}", rate.words()));
            let _ = writeln!(out, "- {}: {said}", digest.short_name());
        }
    }
    for digest in table.operations() {
        let figures: Vec<&Figure> = digest.figures(kind).collect();
        if figures.is_empty() {
            let gap = gap(digest, kind).into_iter().next().unwrap_or_default();
            let _ = writeln!(out, "\n{}\n{gap}", head(digest));
        } else {
            let _ = write!(out, "\n{}", citation::figures(digest.operation(), &figures));
        }
    }
    (once_disclaimed(&out), label(table, kind))
}

/// The actions of a place in every operation, to be copied, and what to call them.
#[must_use]
pub fn across(operations: &Comparison, place: &Place) -> (String, String) {
    let mut out = format!("{}\n", place.shown());
    for digest in operations.operations() {
        let told: Vec<&Row> = rows(digest, place).collect();
        if !told.is_empty() {
            let _ = write!(out, "\n{}", citation::rows(digest.operation(), &told));
        }
    }
    (once_disclaimed(&out), place.shown().into_owned())
}

/// What every export has to say, said once at the end.
fn once_disclaimed(text: &str) -> String {
    let line = format!("{}\n", words::DISCLAIMER);
    format!("{}{line}", text.replace(&line, ""))
}
