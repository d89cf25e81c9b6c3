//! What the pieces of one file have to agree on: ids are given once, what is referred to is
//! there, no part is larger than its whole.
//!
//! Knows only yes and no, quickly, for files of any size. What is wrong, where, and what to do
//! about it is said by `check`, which looks for the same things at leisure.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use crate::model::figure::{Citations, Figure};
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::text::SafeText;

/// Why a file is refused, in a few words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fault(pub(super) &'static str);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Puts the places of sources and actions where so far only their names were known: `sources`
/// has for each source cited its place in the list, `told` for each route the id of its action.
///
/// # Errors
///
/// If there is no such action.
pub(super) fn resolve(
    operation: &mut Operation,
    sources: &[usize],
    told: &[SafeText],
) -> Result<(), Fault> {
    let resolved = |cited: usize| sources.get(cited).copied().unwrap_or(cited);
    let all = |citations: &mut Citations| {
        citations.iter_mut().for_each(|one| one.cite(resolved(one.source())));
    };
    for action in &mut operation.actions {
        all(&mut action.citations);
        action.figures.iter_mut().for_each(|figure| all(&mut figure.citations));
    }
    operation.totals.iter_mut().for_each(|figure| all(&mut figure.citations));
    operation.routes.iter_mut().for_each(|route| all(&mut route.citations));
    let others = operation.conflicts.iter_mut().flat_map(|conflict| &mut conflict.others);
    others.for_each(|other| other.source = resolved(other.source));

    if operation.routes.is_empty() {
        return Ok(());
    }
    let mut wanted: HashMap<&SafeText, Option<usize>> = told.iter().map(|id| (id, None)).collect();
    for (index, action) in operation.actions.iter_mut().enumerate() {
        if let Some(place) = wanted.get_mut(&action.id) {
            *place = Some(index);
            action.has_routes = true;
        }
    }
    for (route, id) in operation.routes.iter_mut().zip(told) {
        let place = wanted.get(id).copied().flatten();
        route.action = place.ok_or(Fault("a route names an action that is not there"))?;
    }
    Ok(())
}

/// Holds the pieces of an operation against each other.
///
/// # Errors
///
/// If two of them do not agree.
pub(super) fn check(operation: &Operation) -> Result<(), Fault> {
    let (start, end) = (operation.start, operation.end);
    if start.zip(end).is_some_and(|(start, end)| start.is_after(end)) {
        return Err(Fault("the operation ends before it starts"));
    }
    once(|| operation.sources.iter().map(|source| source.id.as_str()))?;
    once(|| operation.actions.iter().map(|action| action.id.as_str()))?;
    once(|| figures(operation).filter_map(|figure| figure.id.as_deref()).map(SafeText::as_str))?;
    parts(operation)
}

fn figures(operation: &Operation) -> impl Iterator<Item = &Figure> {
    let actions = operation.actions.iter().flat_map(|action| &action.figures);
    operation.totals.iter().chain(actions)
}

/// So many ids are looked up at once.
const FEW: usize = 1_024;

/// Whether no id is given twice. Of very many ids only their hashes are kept, until two agree.
fn once<'a, I: Iterator<Item = &'a str>>(ids: impl Fn() -> I) -> Result<(), Fault> {
    if ids().nth(FEW).is_none() {
        return looked_up(ids());
    }
    let hasher: BuildHasherDefault<DefaultHasher> = BuildHasherDefault::default();
    let mut shorts: Vec<u64> = ids().map(|id| hasher.hash_one(id)).collect();
    shorts.sort_unstable();
    if shorts.is_sorted_by(|one, next| one < next) {
        return Ok(());
    }
    looked_up(ids())
}

fn looked_up<'a>(mut ids: impl Iterator<Item = &'a str>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    let twice = ids.any(|id| !seen.insert(id));
    if twice { Err(Fault("an id is given twice")) } else { Ok(()) }
}

/// How many wholes may lie in each other; longer rows are rings.
const DEEPEST: usize = 32;

/// Whether every whole is there, is no part of its own part, and is not smaller than it.
fn parts(operation: &Operation) -> Result<(), Fault> {
    let conflicts = operation.conflicts.iter().map(|conflict| &conflict.figure);
    let wholes = figures(operation).filter_map(Figure::part_of);
    let mut wanted: HashMap<&SafeText, Option<&Figure>> =
        wholes.chain(conflicts).map(|id| (id, None)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    for figure in figures(operation) {
        if let Some(known) = figure.id.as_deref().and_then(|id| wanted.get_mut(id)) {
            *known = Some(figure);
        }
    }
    if wanted.values().any(Option::is_none) {
        return Err(Fault("a figure is referred to that is not there"));
    }
    let whole = |part: &Figure| part.part_of().and_then(|id| wanted.get(id).copied().flatten());
    for part in figures(operation) {
        let Some(direct) = whole(part) else { continue };
        let counts = |figure: &Figure| figure.family() != Family::Attributes;
        if counts(part) && counts(direct) && part.amount.exceeds(direct.amount) {
            return Err(Fault("a part is larger than its whole"));
        }
        if std::iter::successors(Some(direct), |part| whole(part)).nth(DEEPEST).is_some() {
            return Err(Fault("a figure is a part of itself"));
        }
    }
    Ok(())
}
