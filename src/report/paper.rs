//! A report as it is handed over: of what, and in which format.
//!
//! Knows who tells what, and who writes it. Must not know where it goes.

use std::io::{self, Write};

use super::asked::Asked;
use super::format::Format;
use super::markdown::Markdown;
use super::scribe::Scribe;
use super::text::Text;
use super::{csv, json, note};
use crate::app::focus::Screen;
use crate::model::operation::Operation;

/// What a report is of.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The screen whose report it is; that of the overview is the briefing note.
    pub screen: Screen,
    /// Which places, and in which order.
    pub asked: Asked<'a>,
}

impl<'a> Paper<'a> {
    /// The briefing note of an operation.
    #[must_use]
    pub fn note(operation: &'a Operation) -> Self {
        Self { operation, screen: Screen::Overview, asked: Asked::default() }
    }

    /// Writes it; text in lines of so many cells.
    ///
    /// # Errors
    ///
    /// If writing fails; a closed pipe is one of the ways.
    pub fn write(&self, format: Format, width: usize, mut out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Text => self.tell(&mut Text::new(out, width)),
            Format::Markdown => self.tell(&mut Markdown::new(out)),
            Format::Json => json::write(&[self.operation], self.asked, &mut out),
            Format::Csv => {
                csv::head(&mut out)?;
                csv::write(self.operation, self.asked, &mut out)
            }
        }
    }

    /// Tells it.
    ///
    /// # Errors
    ///
    /// If writing fails.
    pub fn tell(&self, to: &mut dyn Scribe) -> io::Result<()> {
        note::tell(self.operation, self.asked, to)
    }
}
