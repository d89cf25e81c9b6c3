//! The story of an operation whose file tells none.
//!
//! Knows what a room wants to hear and in which order: what happened, how large, where, what is
//! uncertain, where it comes from. A huge operation is told by its strongest places.

use super::{Named, Step, Subject, headlines, maps, versus};
use crate::model::figure::Figure;
use crate::model::measure::{Family, Measure};
use crate::model::operation::Operation;
use crate::model::place::Row;

/// How many places are told one by one. More would tire a room; the rest are named together.
const PLACES: usize = 12;

/// The steps; `order` has the rows from the strongest down.
pub(super) fn steps(operation: &Operation, order: &[usize]) -> Vec<Step> {
    let mut subjects = vec![Subject::Title];
    totals(operation, &mut subjects);
    places(operation, order, &mut subjects);
    if !operation.routes.is_empty() {
        subjects.push(Subject::Routes);
    }
    subjects.push(Subject::Unsaid);
    if !operation.conflicts.is_empty() {
        subjects.push(Subject::Differences);
    }
    if !operation.notes.is_empty() {
        subjects.push(Subject::Notes);
    }
    if !operation.sources.is_empty() {
        subjects.push(Subject::Sources);
    }
    subjects.into_iter().map(Step::from).collect()
}

/// The headline totals alone, the parts of each behind it, arrests versus rescues, the rest.
fn totals(operation: &Operation, subjects: &mut Vec<Subject>) {
    let mut told = Vec::new();
    for (place, total) in headlines(operation) {
        subjects.push(Subject::Figure(named(place, total)));
        if Operation::parts_of(&operation.totals, total).next().is_some() {
            subjects.push(Subject::Split(named(place, total)));
        }
        told.push(place);
    }
    let has = |family: Family| versus(operation).any(|total| total.family() == family);
    if has(Family::Arrests) && has(Family::Rescues) {
        subjects.push(Subject::Versus);
    }
    // How many countries took part stands on the title, and beside how many of them are named.
    let is_rest = |(place, total): &(usize, &Figure)| {
        let told = told.contains(place) || total.measure == Measure::Countries;
        total.part_of().is_none() && !told
    };
    let rest = operation.totals.iter().enumerate().filter(is_rest);
    let mut rest: Vec<Named> = rest.map(|(place, total)| named(place, total)).collect();
    match rest.len() {
        0 => {}
        1 => subjects.extend(rest.pop().map(Subject::Figure)),
        _ => subjects.push(Subject::Figures(rest)),
    }
}

fn named(place: usize, total: &Figure) -> Named {
    total.id.as_deref().cloned().map_or(Named::Total(place), Named::Id)
}

/// How much is named, the strongest places one by one, and the others together.
fn places(operation: &Operation, order: &[usize], subjects: &mut Vec<Subject>) {
    let rows = || order.iter().filter_map(|index| operation.rows.get(*index));
    if operation.rows.is_empty() {
        return;
    }
    subjects.push(Subject::Coverage);
    subjects.extend(maps::views(operation, order).into_iter().map(Subject::Map));
    let strong: Vec<&Row> = rows().filter(|row| tells_of_people(row)).take(PLACES).collect();
    let alone = if strong.is_empty() { rows().take(1).collect() } else { strong };
    let left = operation.rows.len() - alone.len();
    subjects.extend(alone.into_iter().map(|row| Subject::Place(row.place.clone())));
    if left > 0 {
        subjects.push(Subject::Others);
    }
}

/// Whether a place reports people; a place that only hosted a unit is named with the others.
fn tells_of_people(row: &Row) -> bool {
    let people =
        [Family::Arrests, Family::Rescues, Family::Identified, Family::Suspects, Family::Moved];
    people.iter().any(|family| row.cell(*family).lead.is_some())
}
