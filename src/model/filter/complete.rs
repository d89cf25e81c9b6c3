//! What may stand where the cursor is: keys, columns and values by their names.
//!
//! Knows every name. Places of the operation at hand come first; all others follow.

use std::borrow::Cow;
use std::ops::Range;

use super::names::{self, Asks, KEYS, Named};
use super::{Name, token};
use crate::model::amount::Qualifier;
use crate::model::country::Country;
use crate::model::measure::{Family, Measure};
use crate::model::offence::Offence;
use crate::model::operation::Operation;
use crate::model::place::Place;
use crate::model::source::Strength;

/// What may stand in a place of the text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Completion {
    /// The part of the text that it would replace.
    pub span: Range<usize>,
    /// What it may be, the likeliest first; empty where nothing fits.
    pub choices: Vec<String>,
}

/// What may stand where the cursor is, given in bytes from the start.
#[must_use]
pub fn complete(text: &str, cursor: usize, operation: &Operation) -> Completion {
    let cursor = text.floor_char_boundary(cursor);
    let here = |word: &Range<usize>| word.start <= cursor && cursor <= word.end;
    let word = token::words(text).into_iter().find(here).unwrap_or(cursor..cursor);
    let said = text.get(word.start..cursor).unwrap_or_default();
    let start = word.start + usize::from(said.starts_with('-'));
    let said = text.get(start..cursor).unwrap_or_default();
    match token::find(said, |c| c == ':' || token::is_operator(c)) {
        None => {
            let plain = names::plain(said);
            let keys = KEYS.iter().map(|key| format!("{}:", key.name));
            let columns = Family::COLUMNS.iter().map(|one| format!("{}>=", names::name(*one)));
            let all: Vec<String> = keys.chain(columns).collect();
            Completion { span: start..cursor, choices: fitting(&plain, all) }
        }
        Some(at) => {
            let (key, values) = said.split_at_checked(at).unwrap_or((said, ""));
            let values = values.strip_prefix(':');
            let found = values.and_then(|_| names::key(&token::unquoted(key)).ok());
            let (Some(values), Some(found)) = (values, found) else { return Completion::default() };
            let last = token::split(values, |c| c == ',').pop().unwrap_or_default();
            let typed = names::plain(values.get(last.clone()).unwrap_or_default());
            let span = start + at + 1 + last.start..cursor;
            Completion { span, choices: fitting(&typed, values_of(found.asks, operation)) }
        }
    }
}

/// Those that begin with what is typed, then those that it stands in.
fn fitting(typed: &str, all: Vec<String>) -> Vec<String> {
    let (begin, rest): (Vec<String>, Vec<String>) =
        all.into_iter().partition(|name| name.starts_with(typed));
    let inside = rest.into_iter().filter(|name| name.contains(typed));
    begin.into_iter().chain(inside).collect()
}

fn values_of(asks: Asks, operation: &Operation) -> Vec<String> {
    match asks {
        Asks::Country => countries(operation),
        Asks::Region => written::<super::Area>(),
        Asks::Family => written::<Family>(),
        Asks::Measure => written::<Measure>(),
        Asks::Offence => written::<Offence>(),
        Asks::Strength => written::<Strength>(),
        Asks::Qualifier => written::<Qualifier>(),
        Asks::State(_) => written::<Name>(),
    }
}

/// The name of each value that is written.
fn written<T: Named>() -> Vec<String> {
    let mut seen: Vec<T> = Vec::new();
    let mut written = Vec::new();
    for (name, value) in T::names() {
        if !seen.contains(&value) {
            seen.push(value);
            written.push(Cow::into_owned(name));
        }
    }
    written
}

/// The countries of an operation, then all others.
fn countries(operation: &Operation) -> Vec<String> {
    let mut countries: Vec<Country> = Vec::new();
    for row in &operation.rows {
        match &row.place {
            Place::Country(one) => countries.push(*one),
            Place::Several(several) => countries.extend(several),
            Place::Region(_) => {}
        }
    }
    let named = |one: &Country| names::plain(one.name());
    countries.sort_by_key(named);
    countries.dedup();
    let mut others: Vec<Country> = Country::all().filter(|one| !countries.contains(one)).collect();
    others.sort_by_key(named);
    countries.iter().chain(&others).map(named).collect()
}
