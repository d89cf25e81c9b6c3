//! A report as it is handed over: of what, and in which format.
//!
//! Knows who tells what, and who writes it. Must not know where it goes.

use std::io::{self, Write};
use std::sync::Arc;

use super::asked::Asked;
use super::format::Format;
use super::html::Html;
use super::markdown::Markdown;
use super::note::{self, beside, listed, mapped, story};
use super::scribe::Scribe;
use super::text::Text;
use super::{csv, json};
use crate::app::compare::ALL;
use crate::app::focus::Screen;
use crate::model::compare::rate::Rate;
use crate::model::compare::{Comparison, Kind, Part, written};
use crate::model::measure::Family;
use crate::model::operation::Operation;

/// What a report is of.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// An operation as a whole: the briefing note.
    Note,
    /// Its countries.
    Countries,
    /// The countries of several operations, which are the groups; the first is the one shown.
    Operations(&'a [Arc<Operation>]),
    /// The map of a family of measures.
    Map(Family),
    /// Operations side by side, and how.
    Compare(&'a Comparison, How),
    /// Its sources.
    Sources,
    /// Its story, slide by slide.
    Story,
}

/// How operations are compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct How {
    /// The measure of which it is said what each country reports; the first one without it.
    pub measure: Option<Kind>,
    /// What totals are divided by, beside the totals themselves.
    pub rate: Rate,
    /// What of it is told; all without it.
    pub part: Option<Part>,
}

impl How {
    /// The options that ask for the same of the same operations. The first measure is what is told
    /// without being asked for.
    fn options(self, table: &Comparison, options: &mut Vec<(&'static str, String)>) {
        let mut ids = String::new();
        for digest in table.operations() {
            let id = digest.operation().id.as_str();
            // Where no list can hold an id: they are all there are in the report.
            if id.contains(',') || id.trim() != id {
                ALL.clone_into(&mut ids);
                break;
            }
            ids.push_str(if ids.is_empty() { "" } else { "," });
            ids.push_str(id);
        }
        options.push(("compare", ids));
        let first = table.rows().first().copied();
        if let Some(kind) = self.measure
            && table.kind(kind).is_none_or(|kind| Some(kind) != first)
        {
            options.push(("measure", written::of(kind)));
        }
        if self.rate != Rate::Total {
            options.push(("per", self.rate.word().to_owned()));
        }
        if let Some(part) = self.part {
            options.push(("rows", part.word().to_owned()));
        }
    }
}

/// A report.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What of it.
    pub subject: Subject<'a>,
    /// Which places, and in which order.
    pub asked: Asked<'a>,
}

impl<'a> Paper<'a> {
    /// The briefing note of an operation.
    #[must_use]
    pub fn note(operation: &'a Operation) -> Self {
        Self { operation, subject: Subject::Note, asked: Asked::default() }
    }

    /// Writes it; text in lines of so many cells.
    ///
    /// # Errors
    ///
    /// If writing fails; a closed pipe is one of the ways.
    pub fn write(&self, format: Format, width: usize, mut out: &mut dyn Write) -> io::Result<()> {
        // What a filter picks are places; what lists none of them is told as a whole.
        let asked = match self.subject {
            Subject::Note | Subject::Countries | Subject::Operations(_) | Subject::Map(_) => {
                self.asked
            }
            Subject::Compare(..) => Asked { filter: self.asked.filter, ..Asked::default() },
            Subject::Sources | Subject::Story => Asked::default(),
        };
        match format {
            Format::Text => self.tell(&mut Text::new(out, width)),
            Format::Markdown => self.tell(&mut Markdown::new(out)),
            Format::Html => self.tell(&mut Html::new(out)),
            // A picture is drawn from a board, by `picture`.
            Format::Svg => Err(io::ErrorKind::Unsupported.into()),
            Format::Json => json::write(&self.operations(), self.options(), asked, &mut out),
            Format::Csv => {
                csv::head(&mut out)?;
                let part =
                    if let Subject::Compare(_, how) = self.subject { how.part } else { None };
                let mut operations = self.operations().into_iter();
                operations.try_for_each(|one| csv::write_part(one, asked, part, &mut out))
            }
        }
    }

    /// The options by which a board shows the same; a story is on no screen.
    fn options(&self) -> Vec<(&'static str, String)> {
        let screen = match self.subject {
            Subject::Note => Screen::Overview,
            Subject::Countries | Subject::Operations(_) => Screen::Countries,
            Subject::Map(_) => Screen::Map,
            Subject::Compare(..) => Screen::Compare,
            Subject::Sources => Screen::Sources,
            Subject::Story => return Vec::new(),
        };
        let mut options = vec![("screen", screen.word().to_owned())];
        match self.subject {
            Subject::Map(family) => options.push(("counts", family.word().to_owned())),
            Subject::Compare(table, how) => how.options(table, &mut options),
            _ => {}
        }
        options
    }

    /// The operations that it is of.
    fn operations(&self) -> Vec<&'a Operation> {
        match self.subject {
            Subject::Compare(table, _) => {
                table.operations().iter().map(|digest| digest.operation().as_ref()).collect()
            }
            Subject::Operations(all) => all.iter().map(Arc::as_ref).collect(),
            _ => vec![self.operation],
        }
    }

    /// Tells it.
    ///
    /// # Errors
    ///
    /// If writing fails.
    pub fn tell(&self, to: &mut dyn Scribe) -> io::Result<()> {
        match self.subject {
            Subject::Note => note::tell(self.operation, self.asked, to),
            Subject::Countries => listed::countries(self.operation, self.asked, to),
            Subject::Operations(all) => listed::operations(all, self.asked, to),
            Subject::Map(family) => mapped::tell(self.operation, family, self.asked, to),
            Subject::Compare(table, how) => beside::tell(table, how, self.asked.filter(), to),
            Subject::Sources => listed::sources(self.operation, to),
            Subject::Story => story::tell(self.operation, to),
        }
    }
}
