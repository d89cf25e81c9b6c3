//! The briefing note of an operation: what happened, how much of it is named, what is uncertain,
//! and on whose word.
//!
//! Knows the order of its parts. Must not know in which format it is written.

mod actions;
mod back;
pub(super) mod beside;
mod front;
pub(super) mod listed;
pub(super) mod mapped;
mod named;
mod places;
pub(super) mod story;

use std::collections::HashMap;
use std::io;

use super::asked::Asked;
use super::scribe::Scribe;
use crate::model::figure::Figure;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::model::text::SafeText;

/// Who is told.
type To<'a> = &'a mut dyn Scribe;

/// An operation of which something is told.
struct Telling<'a> {
    operation: &'a Operation,
    asked: Asked<'a>,
    /// The rows that are told, in order.
    rows: Vec<usize>,
    /// The figures by which others are named, with their places.
    named: HashMap<&'a SafeText, (Option<&'a Place>, &'a Figure)>,
}

/// Tells the whole note.
///
/// # Errors
///
/// If writing fails.
pub fn tell(operation: &Operation, asked: Asked<'_>, to: &mut dyn Scribe) -> io::Result<()> {
    let telling = Telling::of(operation, asked);
    telling.head(to, None)?;
    telling.totals(to, "Totals")?;
    telling.coverage(to)?;
    telling.picked(to)?;
    telling.table(to, &places::PEOPLE)?;
    telling.bars(to)?;
    telling.on_a_map(to)?;
    telling.actions(to)?;
    telling.uncertain(to)?;
    telling.differences(to)?;
    telling.notes(to)?;
    telling.sources(to)?;
    to.end()
}

impl<'a> Telling<'a> {
    fn of(operation: &'a Operation, asked: Asked<'a>) -> Self {
        let id = |(place, figure): (Option<&'a Place>, &'a Figure)| {
            figure.id.as_deref().map(|id| (id, (place, figure)))
        };
        let named = operation.figures().filter_map(id).collect();
        Self { operation, asked, rows: asked.rows(operation), named }
    }

    /// The rows that are told, in order.
    fn rows(&self) -> impl Iterator<Item = &'a Row> + use<'a, '_> {
        let operation = self.operation;
        self.rows.iter().filter_map(|row| operation.rows.get(*row))
    }

    /// The whole that a figure is a part of.
    fn whole(&self, figure: &Figure) -> Option<&'a Figure> {
        self.named.get(figure.part_of()?).map(|(_, whole)| *whole)
    }
}
