//! Whom a report is told to: text, Markdown and a page are written from one telling.
//!
//! Knows the parts of a report, each told as soon as it is known, so that a long one is held
//! nowhere as a whole. Must not know what is told, or how any format is spelled.

use std::borrow::Cow;
use std::io;

use crate::model::cell::Lead;
use crate::model::figure::Citation;
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::source::Source;

/// Words with the sources they rest on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The sources cited behind them, as indices, in the order in which they are cited.
    pub sources: Vec<usize>,
}

/// What is said in one piece: words, or several of them with a semicolon between.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said<'a>(pub Vec<Words<'a>>);

impl<'a> Said<'a> {
    /// Words that rest on sources.
    #[must_use]
    pub fn cited(text: impl Into<Cow<'a, str>>, citations: &[Citation]) -> Self {
        Self::of(text, citations.iter().map(Citation::source).collect())
    }

    /// Words that rest on sources, given as indices.
    #[must_use]
    pub fn of(text: impl Into<Cow<'a, str>>, sources: Vec<usize>) -> Self {
        Self(vec![Words { text: text.into(), sources }])
    }
}

impl<'a> From<&'a str> for Said<'a> {
    fn from(text: &'a str) -> Self {
        Self::of(text, Vec::new())
    }
}

impl From<String> for Said<'_> {
    fn from(text: String) -> Self {
        Self::of(text, Vec::new())
    }
}

impl<'a> From<Cow<'a, str>> for Said<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::of(text, Vec::new())
    }
}

/// What a report has at its head.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head<'a> {
    /// What it is called.
    pub title: Cow<'a, str>,
    /// Who, when, and what of it is told.
    pub about: Vec<String>,
    /// What has to be known before any of it is read: a lead word, and what it means.
    pub cautions: Vec<(String, String)>,
    /// What every report says.
    pub disclaimer: &'static str,
}

/// How deep a heading lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A part of the report.
    Section,
    /// A part of a section: a place, a slide.
    Part,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column<'a> {
    /// What stands above it.
    pub heading: Cow<'a, str>,
    /// Whether it holds numbers, which stand to the right.
    pub numbers: bool,
    /// Whether its cells say by themselves what they are, so that a line that reads them one after
    /// the other needs no heading.
    pub plain: bool,
}

/// A cell of a table; `None` is *not reported*.
pub type Cell<'a> = Option<Said<'a>>;

/// A row of a chart: what a place shows on either side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar<'a> {
    /// The place.
    pub name: Cow<'a, str>,
    /// What stands to the left; what no sum may hold has no length.
    pub left: Option<Lead>,
    /// What stands to the right.
    pub right: Option<Lead>,
}

/// A chart of two sides, which share one scale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bars<'a> {
    /// What it shows, with its scale, in words.
    pub caption: String,
    /// What stands above either side.
    pub sides: [&'a str; 2],
    /// Its rows.
    pub rows: Vec<Bar<'a>>,
}

/// A map of what a family of measures says of countries.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// Of what.
    pub operation: &'a Operation,
    /// The family.
    pub family: Family,
    /// The rows that are told, as indices.
    pub rows: &'a [usize],
}

/// One to whom a report is told, part by part.
///
/// A list ends, and a paragraph, with the next part that is no item. Every way of writing takes
/// what is told in this order, so no format says more than another; a picture of what is also told
/// in words may be left out.
pub trait Scribe {
    /// The head. It comes first, and in a report of several operations once.
    ///
    /// # Errors
    ///
    /// If writing fails, as in all of these.
    fn head(&mut self, head: &Head<'_>) -> io::Result<()>;

    /// From here on sources are those of another operation, given by its place in the report.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn turn(&mut self, operation: usize) -> io::Result<()> {
        let _ = operation;
        Ok(())
    }

    /// A heading.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn heading(&mut self, level: Level, title: &str) -> io::Result<()>;

    /// A paragraph.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn paragraph(&mut self, said: &Said<'_>) -> io::Result<()>;

    /// An item of a list, so many steps inside another one; never more than one step deeper than
    /// the one before it.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn item(&mut self, depth: usize, said: &Said<'_>) -> io::Result<()>;

    /// The beginning of a table: what it shows, and its columns. The first names the row.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn table(&mut self, caption: &str, columns: &[Column<'_>]) -> io::Result<()>;

    /// A row of the table, a cell a column.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;

    /// The end of the table.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn end_table(&mut self) -> io::Result<()>;

    /// A chart; its numbers are told in a table too.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn bars(&mut self, bars: &Bars<'_>) -> io::Result<()> {
        let _ = bars;
        Ok(())
    }

    /// A map; what it shows is told in a list too.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn map(&mut self, map: &Map<'_>) -> io::Result<()> {
        let _ = map;
        Ok(())
    }

    /// A source of the list of sources, by its index.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn source(&mut self, index: usize, source: &Source) -> io::Result<()>;

    /// The end.
    ///
    /// # Errors
    ///
    /// If writing fails.
    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}
