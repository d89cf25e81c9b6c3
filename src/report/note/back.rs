//! The back of a note: what is uncertain, where sources differ, what has to be known, the sources.
//!
//! Knows marks and conflicts. Everything here is also said where the figure itself stands.

use std::io;

use super::{Telling, To};
use crate::model::figure::{Figure, Marks};
use crate::model::number;
use crate::model::place::Place;
use crate::model::source::Conflict;
use crate::report::scribe::{Level, Said};
use crate::report::{alone, aloud};

/// So many uncertain figures are listed; nobody reads more of them.
const LISTED: usize = 100;

impl Telling<'_> {
    /// The figures that are in doubt, that sources disagree on, that rest on one weak source.
    pub(super) fn uncertain(&self, to: To<'_>) -> io::Result<()> {
        let operation = self.operation;
        let is_told = self.told();
        let actions = operation.actions.iter().filter(|action| is_told(action.row));
        let of_actions = actions
            .flat_map(|action| action.figures.iter().map(|one| (operation.place(action), one)));
        let totals = operation.totals.iter().map(|total| (None, total));
        let is_marked = |(_, figure): &(Option<&Place>, &Figure)| figure.marks != Marks::default();
        let mut all = totals.chain(of_actions).filter(is_marked);
        let marked: Vec<(Option<&Place>, &Figure)> = all.by_ref().take(LISTED).collect();
        let rest = all.count();
        if marked.is_empty() {
            return Ok(());
        }
        to.heading(Level::Section, "What is uncertain")?;
        for (place, figure) in marked {
            let of = place.map_or_else(String::new, |place| format!("{}: ", place.shown()));
            let said = format!("{of}{}", alone::within(self.whole(figure), figure));
            to.item(0, &Said::cited(said, &figure.citations))?;
        }
        if rest > 0 {
            let said = format!("{} more, each said where it stands", number::of(rest));
            to.item(0, &said.into())?;
        }
        Ok(())
    }

    /// Which rows are told.
    pub(super) fn told(&self) -> impl Fn(usize) -> bool + use<> {
        let mut told = vec![false; self.operation.rows.len()];
        for row in &self.rows {
            if let Some(told) = told.get_mut(*row) {
                *told = true;
            }
        }
        move |row| told.get(row).copied().unwrap_or_default()
    }

    /// Where sources differ.
    pub(super) fn differences(&self, to: To<'_>) -> io::Result<()> {
        if self.operation.conflicts.is_empty() {
            return Ok(());
        }
        to.heading(Level::Section, "Where sources differ")?;
        self.conflicts(to)
    }

    /// What other sources say, and why the one that is used is used.
    pub(super) fn conflicts(&self, to: To<'_>) -> io::Result<()> {
        let operation = self.operation;
        for conflict in &operation.conflicts {
            to.item(0, &format!("{}: {}", self.disputed(conflict), conflict.note).into())?;
            for other in &conflict.others {
                let said = aloud::other_value(operation, other);
                to.item(1, &Said::of(said, vec![other.source]))?;
            }
        }
        Ok(())
    }

    /// The figure that sources differ on, with the place it is reported of.
    pub(super) fn disputed(&self, conflict: &Conflict) -> String {
        match self.named.get(&conflict.figure) {
            Some((Some(place), figure)) => format!("{}, {}", place.shown(), figure.in_words()),
            Some((None, figure)) => figure.in_words(),
            None => conflict.figure.to_string(),
        }
    }

    /// What has to be known of the operation as a whole.
    pub(super) fn notes(&self, to: To<'_>) -> io::Result<()> {
        if self.operation.notes.is_empty() {
            return Ok(());
        }
        to.heading(Level::Section, "Notes")?;
        self.operation.notes.iter().try_for_each(|note| to.item(0, &note.as_str().into()))
    }

    /// The sources, with their strength and date.
    pub(super) fn sources(&self, to: To<'_>) -> io::Result<()> {
        self.sources_of(to, &(0..self.operation.sources.len()).collect::<Vec<usize>>())
    }

    /// Some of the sources, each once, in their order.
    pub(super) fn sources_of(&self, to: To<'_>, cited: &[usize]) -> io::Result<()> {
        let mut is_cited = vec![false; self.operation.sources.len()];
        for source in cited {
            if let Some(cited) = is_cited.get_mut(*source) {
                *cited = true;
            }
        }
        let sources = self.operation.sources.iter().enumerate();
        let mut cited = sources.zip(is_cited).filter(|(_, cited)| *cited).peekable();
        if cited.peek().is_none() {
            return Ok(());
        }
        to.heading(Level::Section, "Sources")?;
        cited.try_for_each(|((index, source), _)| to.source(index, source))
    }
}
