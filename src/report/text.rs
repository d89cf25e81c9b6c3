//! Lines of text: what a pipe, a file or a screen reader gets.
//!
//! Knows how a telling is written one line after the other, no wider than is asked for. Writes no
//! control characters, no columns that a voice would tear apart, no sign that it would leave out.
//! Must not know what is told.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::scribe::{Cell, Column, Head, Level, Said, Scribe};
use super::words;
use crate::model::source::Source;

/// How far a line stands to the right of what it belongs to.
const STEP: usize = 2;

/// Narrower lines are none that can be read.
const NARROWEST: usize = 20;

/// Writes a telling as lines of text.
pub struct Text<'a> {
    to: &'a mut dyn Write,
    width: usize,
    /// The heading of each column whose cells need it.
    headings: Vec<Option<String>>,
}

impl<'a> Text<'a> {
    /// Writes to somewhere, in lines of so many cells.
    #[must_use]
    pub fn new(to: &'a mut dyn Write, width: usize) -> Self {
        Self { to, width: width.max(NARROWEST), headings: Vec::new() }
    }

    /// Writes a text behind what leads its first line, its other lines so many cells to the right.
    fn lines(&mut self, lead: &str, indent: usize, text: &str) -> io::Result<()> {
        let indent = " ".repeat(indent);
        let options = Options::new(self.width)
            .initial_indent(lead)
            .subsequent_indent(&indent)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(false);
        textwrap::wrap(text, options).iter().try_for_each(|line| writeln!(self.to, "{line}"))
    }
}

/// The words with the numbers of their sources behind them, with a pause between these.
fn spoken<'a>(said: &'a Said<'_>) -> Cow<'a, str> {
    if let [only] = said.0.as_slice()
        && only.sources.is_empty()
    {
        return Cow::Borrowed(&only.text);
    }
    let mut out = String::new();
    for (at, words) in said.0.iter().enumerate() {
        let gap = if at == 0 { "" } else { "; " };
        let _ = write!(out, "{gap}{}", words.text);
        for source in &words.sources {
            let _ = write!(out, " [{}]", source + 1);
        }
    }
    out.into()
}

impl Scribe for Text<'_> {
    fn head(&mut self, head: &Head<'_>) -> io::Result<()> {
        self.lines("", 0, &head.title.to_uppercase())?;
        for line in &head.about {
            self.lines("", 0, line)?;
        }
        for (word, meaning) in &head.cautions {
            self.lines("", 0, &format!("{}: {meaning}", word.to_uppercase()))?;
        }
        self.lines("", 0, head.disclaimer)
    }

    fn heading(&mut self, level: Level, title: &str) -> io::Result<()> {
        writeln!(self.to)?;
        match level {
            Level::Section => self.lines("", 0, &title.to_uppercase()),
            Level::Part => self.lines("", 0, title),
        }
    }

    fn paragraph(&mut self, said: &Said<'_>) -> io::Result<()> {
        self.lines("", 0, &spoken(said))
    }

    fn item(&mut self, depth: usize, said: &Said<'_>) -> io::Result<()> {
        let lead = format!("{}- ", " ".repeat(depth * STEP));
        self.lines(&lead, lead.len(), &spoken(said))
    }

    fn table(&mut self, _: &str, columns: &[Column<'_>]) -> io::Result<()> {
        let heading =
            |column: &Column<'_>| (!column.plain).then(|| column.heading.clone().into_owned());
        self.headings = columns.iter().map(heading).collect();
        Ok(())
    }

    /// A line a row: its name, then each cell that something is reported in.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let Some((name, cells)) = cells.split_first() else { return Ok(()) };
        let headings =
            self.headings.iter().skip(1).map(Option::as_deref).chain(std::iter::repeat(None));
        let said: Vec<String> = cells
            .iter()
            .zip(headings)
            .filter_map(|(cell, heading)| match (cell, heading) {
                (Some(said), Some(heading)) => Some(format!("{heading}: {}", spoken(said))),
                (Some(said), None) => Some(spoken(said).into_owned()),
                (None, Some(heading)) => Some(format!("{heading}: {}", words::NOT_REPORTED)),
                (None, None) => None,
            })
            .collect();
        let name = name.as_ref().map_or(Cow::Borrowed(""), spoken);
        let said = if said.is_empty() { words::NOT_REPORTED.to_owned() } else { said.join("; ") };
        self.lines("", STEP, &format!("{name}: {said}"))
    }

    fn end_table(&mut self) -> io::Result<()> {
        self.headings.clear();
        Ok(())
    }

    fn source(&mut self, index: usize, source: &Source) -> io::Result<()> {
        self.lines("", 2 * STEP, &words::source(index, source))?;
        writeln!(self.to, "{}{}", " ".repeat(2 * STEP), source.url)
    }
}
