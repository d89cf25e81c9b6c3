//! The screens that list: the countries, in groups or not, and the sources with what each supports.
//!
//! Knows groups and sources. A group has an honest sum of each measure, and no total of its own.

use std::io;
use std::sync::Arc;

use super::front::head_of;
use super::{Telling, To};
use crate::model::cell::Cell;
use crate::model::figure::Citation;
use crate::model::group::{By, Group, Groups, Key};
use crate::model::measure::Family;
use crate::model::number;
use crate::model::operation::Operation;
use crate::report::asked::Asked;
use crate::report::scribe::{Level, Said, Scribe};
use crate::report::{alone, aloud, together, words};

/// Tells the countries: the table, in groups where that is asked for, then what was done.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn countries(
    operation: &Operation,
    asked: Asked<'_>,
    to: &mut dyn Scribe,
) -> io::Result<()> {
    let telling = Telling::of(operation, asked);
    telling.head(to, Some("Countries: what is reported of each"))?;
    telling.picked(to)?;
    match asked.group {
        Some(by) => telling.groups(to, by)?,
        None => telling.table(to, &telling.reported())?,
    }
    telling.actions(to)?;
    telling.sources_of(to, &telling.cited())?;
    to.end()
}

/// Tells the places of several operations, each of them a group with its own sources. The first is
/// the one that is shown.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn operations(
    all: &[Arc<Operation>],
    asked: Asked<'_>,
    to: &mut dyn Scribe,
) -> io::Result<()> {
    let tellings: Vec<Telling<'_>> = all.iter().map(|one| Telling::of(one, asked)).collect();
    let (mut rows, mut told, mut about) = (Vec::new(), Vec::new(), Vec::new());
    for (one, telling) in all.iter().zip(&tellings) {
        rows.push((rows.len(), Arc::clone(one), telling.rows.clone()));
    }
    let groups = Groups::across(&rows, &asked.order());
    for group in &groups.groups {
        let Key::Operation(place) = group.key else { continue };
        let Some(telling) = tellings.get(place) else { continue };
        let operation = telling.operation;
        about.push((operation, format!("{}, {}", operation.name, aloud::dates(operation))));
        told.push((place, group, telling));
    }
    head_of("Operations and what they name by country", about, to)?;
    if let Some(filter) = asked.filter() {
        to.heading(Level::Section, "Filtered")?;
        to.paragraph(&format!("Only places that fit, of each operation: {filter}").into())?;
    }
    let Some(shown) = tellings.first() else { return to.end() };
    let families = shown.table_of(to, &groups)?;
    for (place, group, telling) in told {
        to.turn(place)?;
        to.heading(Level::Section, telling.operation.name.as_str())?;
        telling.group(to, &groups, group, &families)?;
        telling.actions(to)?;
        telling.sources_of(to, &telling.cited())?;
    }
    to.end()
}

/// Tells the sources: each with its strength, what it supports, and where it is not used.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn sources(operation: &Operation, to: &mut dyn Scribe) -> io::Result<()> {
    // The filter picks places: the sources are told all.
    let telling = Telling::of(operation, Asked::default());
    telling.head(to, Some("Sources: what each of them supports"))?;
    to.paragraph(&format!("{}.", words::capital(&words::sources(operation))).into())?;
    for index in 0..operation.sources.len() {
        telling.source(to, index)?;
    }
    to.end()
}

impl Telling<'_> {
    /// The families of which anything is reported of the places that are told.
    fn reported(&self) -> Vec<Family> {
        let is_shown = |family: &Family| self.rows().any(|row| tells(row.cell(*family)));
        Family::COLUMNS.into_iter().filter(is_shown).collect()
    }

    /// The sources cited for the places that are told, as indices.
    pub(super) fn cited(&self) -> Vec<usize> {
        let (operation, is_told) = (self.operation, self.told());
        let mut cited: Vec<usize> = self.rows().flat_map(|row| operation.cited_by(row)).collect();
        let told = |action: usize| operation.actions.get(action).is_some_and(|it| is_told(it.row));
        let routes = operation.routes.iter().filter(|route| told(route.action));
        cited.extend(routes.flat_map(|route| route.citations.iter().map(Citation::source)));
        cited
    }

    fn groups(&self, to: To<'_>, by: By) -> io::Result<()> {
        let groups = Groups::of(self.operation, &self.rows, by, &self.asked.order());
        let families = self.table_of(to, &groups)?;
        groups.groups.iter().try_for_each(|group| self.group(to, &groups, group, &families))
    }

    /// The groups in a table; the families of which that tells anything.
    fn table_of(&self, to: To<'_>, groups: &Groups) -> io::Result<Vec<Family>> {
        self.heading(to, &format!("Places by {}", groups.by.name()))?;
        if groups.groups.is_empty() {
            return self.nothing(to).map(|()| Vec::new());
        }
        if groups.shared > 0 {
            let said = format!(
                "{} figures stand in more than one group: groups do not add up to a total.",
                number::of(groups.shared)
            );
            to.paragraph(&said.into())?;
        }
        let is_told = |family: &Family| groups.groups.iter().any(|one| tells(one.cell(*family)));
        let families: Vec<Family> = Family::COLUMNS.into_iter().filter(is_told).collect();
        Self::begin(to, groups.by.name(), &families)?;
        for group in &groups.groups {
            let cells = families.iter().map(|family| group.cell(*family));
            Self::line(to, places(group).into(), cells)?;
        }
        to.end_table()?;
        Ok(families)
    }

    /// A group: what its places come to, then each of them.
    fn group(
        &self,
        to: To<'_>,
        groups: &Groups,
        group: &Group,
        families: &[Family],
    ) -> io::Result<()> {
        to.heading(Level::Part, &places(group))?;
        for reported in &group.reported {
            let said = together::reported(reported, group.members.len(), " places");
            to.item(0, &said.into())?;
        }
        for note in together::beside_groups(groups, group) {
            to.item(0, &note.into())?;
        }
        if !group.cited.is_empty() {
            to.item(0, &Said::of("On the word of", group.cited.clone()))?;
        }
        Self::begin(to, "country", families)?;
        for member in &group.members {
            let Some(row) = self.operation.rows.get(member.row) else { continue };
            Self::line(to, row.name(), families.iter().map(|family| member.cell(*family)))?;
        }
        to.end_table()
    }

    /// A source, with the first of the figures that cite it.
    fn source(&self, to: To<'_>, index: usize) -> io::Result<()> {
        let operation = self.operation;
        let Some(source) = operation.sources.get(index) else { return Ok(()) };
        to.heading(Level::Part, &format!("Source {}", index + 1))?;
        to.source(index, source)?;
        let mut rest = source.supports;
        for (place, figure) in operation.supported_by(index) {
            let of = place.map_or_else(String::new, |place| format!("{}: ", place.shown()));
            let role = words::role(operation, figure, index);
            let said = format!("{of}{}{role}", alone::within(self.whole(figure), figure));
            to.item(0, &Said::of(said, vec![index]))?;
            let here = |citation: &&Citation| citation.source() == index;
            let cited = figure.citations.iter().filter(here);
            for locator in cited.filter_map(|citation| citation.locator.as_ref()) {
                to.item(1, &format!("Found by “{locator}”").into())?;
            }
            rest -= 1;
        }
        if rest > 0 {
            to.item(0, &format!("and {} more figures", number::of(rest)).into())?;
        }
        let others =
            operation.conflicts.iter().flat_map(|it| it.others.iter().map(move |o| (it, o)));
        others.filter(|(_, other)| other.source == index).try_for_each(|(conflict, other)| {
            let (of, said) = (self.disputed(conflict), aloud::other_value(operation, other));
            to.item(0, &format!("Not used for {of}: {said}. {}", conflict.note).into())
        })
    }
}

/// Whether anything is reported in a cell.
const fn tells(cell: Cell) -> bool {
    cell.lead.is_some() || cell.more
}

/// What a group is called, and how many places it has.
fn places(group: &Group) -> String {
    let noun = if group.members.len() == 1 { "place" } else { "places" };
    format!("{}, {} {noun}", group.name, number::of(group.members.len()))
}
