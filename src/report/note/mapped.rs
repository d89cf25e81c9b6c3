//! The map in words: its classes with their countries, and the links between places.
//!
//! Knows classes. What a map does not say is said beside it.

use std::io;

use super::{Telling, To};
use crate::model::classes::Classes;
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::report::asked::Asked;
use crate::report::scribe::{Level, Map, Said, Scribe};
use crate::report::{aloud, mapped, words};
use crate::theme::map::CLASSES;

/// Tells what a family of measures says of countries, and the links.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn tell(
    operation: &Operation,
    family: Family,
    asked: Asked<'_>,
    to: &mut dyn Scribe,
) -> io::Result<()> {
    let telling = Telling::of(operation, asked);
    telling.head(to, Some(&format!("Map: {}", family.heading())))?;
    telling.picked(to)?;
    telling.classes(to, family)?;
    telling.links(to)?;
    telling.table(to, &[family])?;
    telling.actions(to)?;
    telling.sources_of(to, &telling.cited())?;
    to.end()
}

impl Telling<'_> {
    /// The classes from the greatest to the least, then those without a number.
    fn classes(&self, to: To<'_>, family: Family) -> io::Result<()> {
        to.heading(Level::Section, &format!("{} by country", words::capital(family.heading())))?;
        let caption = format!(
            "A country that does not stand here is {}. {}.",
            mapped::GROUND,
            words::capital(mapped::BOUNDARIES)
        );
        to.map(&Map {
            operation: self.operation,
            family,
            rows: &self.rows,
            caption: caption.clone(),
        })?;
        let numbers = || self.rows().filter_map(|row| number(row, family));
        let classes = Classes::of(numbers(), CLASSES);
        let named = |class: Option<usize>| -> Vec<String> {
            let is_it = |row: &&Row| {
                !row.place.countries().is_empty()
                    && number(row, family).and_then(|number| classes.class(number)) == class
            };
            self.rows().filter(is_it).map(|row| row.name().into_owned()).collect()
        };
        for (class, (low, high)) in classes.bounds().iter().enumerate().rev() {
            let bounds = if low == high {
                self.said(family, *low)
            } else {
                format!("{} to {}", self.said(family, *low), self.said(family, *high))
            };
            to.item(0, &format!("{bounds}: {}", named(Some(class)).join("; ")).into())?;
        }
        let (unnumbered, regions) = (named(None), self.regions());
        if !unnumbered.is_empty() {
            to.item(
                0,
                &format!("Named, no number that a sum holds: {}", unnumbered.join("; ")).into(),
            )?;
        }
        if !regions.is_empty() {
            to.item(0, &format!("Regions, on no map: {}", regions.join("; ")).into())?;
        }
        to.paragraph(&caption.into())
    }

    /// A number that a class begins or ends with, as it is reported.
    fn said(&self, family: Family, number_is: u64) -> String {
        let row = self.rows().find(|row| number(row, family) == Some(number_is));
        let lead = row.and_then(|row| row.cell(family).lead);
        lead.map_or_else(String::new, |lead| lead.amount.in_words())
    }

    fn regions(&self) -> Vec<String> {
        let is_region = |row: &&Row| row.place.countries().is_empty();
        self.rows().filter(is_region).map(|row| row.name().into_owned()).collect()
    }

    /// The links that actions of the places tell of.
    fn links(&self, to: To<'_>) -> io::Result<()> {
        let (operation, is_told) = (self.operation, self.told());
        let told = |action: usize| operation.actions.get(action).is_some_and(|it| is_told(it.row));
        let mut routes = operation.routes.iter().filter(|route| told(route.action)).peekable();
        if routes.peek().is_none() {
            return Ok(());
        }
        to.heading(Level::Section, &format!("Links: {}", mapped::LINKS))?;
        routes.try_for_each(|route| to.item(0, &Said::cited(aloud::route(route), &route.citations)))
    }
}

/// The number of a country that a map may show: what several have together is no number of any.
fn number(row: &Row, family: Family) -> Option<u64> {
    match row.place {
        Place::Country(_) => row.cell(family).drawn(),
        Place::Several(_) | Place::Region(_) => None,
    }
}
