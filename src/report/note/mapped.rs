//! The map in words: its classes with their countries, and the links between places.
//!
//! Knows classes. What a map does not say is said beside it.

use std::io;

use super::{Telling, To};
use crate::model::map::tones::{Tone, Tones};
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::report::asked::Asked;
use crate::report::scribe::{Level, Map, Said, Scribe};
use crate::report::{aloud, mapped, words};

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
        to.map(&Map { operation: self.operation, family, rows: &self.rows })?;
        let tones = Tones::of(self.rows(), family);
        let of_tone = |tone: Tone, each: &dyn Fn(&Row) -> String| -> Vec<String> {
            let is_it = |row: &&Row| !row.place.countries().is_empty() && tones.of_row(row) == tone;
            self.rows().filter(is_it).map(each).collect()
        };
        let name = |row: &Row| row.name().into_owned();
        let in_full = |row: &Row| match row.cell(family).lead {
            Some(lead) => format!("{} ({})", row.name(), words::lead(lead)),
            None => name(row),
        };
        for (tone, class) in tones.reported() {
            let bounds = mapped::bounds(class, " to ", &mapped::in_words);
            let names = if mapped::are_alike(class) {
                of_tone(*tone, &name)
            } else {
                of_tone(*tone, &in_full)
            };
            to.item(0, &format!("{bounds}: {}", names.join("; ")).into())?;
        }
        let (unnumbered, regions) = (of_tone(Tone::Named, &name), self.regions());
        if !unnumbered.is_empty() {
            let unranked = words::capital(mapped::UNRANKED);
            to.item(0, &format!("{unranked}: {}", unnumbered.join("; ")).into())?;
        }
        if !regions.is_empty() {
            to.item(0, &format!("Regions, on no map: {}", regions.join("; ")).into())?;
        }
        to.paragraph(&caption.into())
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
