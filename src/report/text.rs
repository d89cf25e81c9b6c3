//! Lines of text: what a pipe, a file or a screen reader gets.
//!
//! Knows how a telling is written one line after the other, no wider than is asked for. Writes no
//! control characters, no columns that a voice would tear apart, no sign that it would leave out.
//! Must not know what is told.

use std::borrow::Cow;
use std::io::{self, Write};

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::scribe::{Cell, Column, Head, Level, Said, Scribe};
use super::words;
use crate::model::source::Source;

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

    /// Writes a text behind what leads its first line and under that.
    fn lines(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let indent = " ".repeat(lead.len());
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
    if said.sources.is_empty() {
        return Cow::Borrowed(&said.text);
    }
    let numbers: Vec<String> =
        said.sources.iter().map(|source| format!("[{}]", source + 1)).collect();
    format!("{} {}", said.text, numbers.join(" ")).into()
}

impl Scribe for Text<'_> {
    fn head(&mut self, head: &Head<'_>) -> io::Result<()> {
        self.lines("", &head.title.to_uppercase())?;
        for line in &head.about {
            self.lines("", line)?;
        }
        for (word, meaning) in &head.cautions {
            self.lines("", &format!("{}: {meaning}", word.to_uppercase()))?;
        }
        self.lines("", head.disclaimer)
    }

    fn heading(&mut self, level: Level, title: &str) -> io::Result<()> {
        writeln!(self.to)?;
        match level {
            Level::Section => self.lines("", &title.to_uppercase()),
            Level::Part => self.lines("", title),
        }
    }

    fn paragraph(&mut self, said: &Said<'_>) -> io::Result<()> {
        self.lines("", &spoken(said))
    }

    fn item(&mut self, depth: usize, said: &Said<'_>) -> io::Result<()> {
        let lead = format!("{}- ", "  ".repeat(depth));
        self.lines(&lead, &spoken(said))
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
        let line = format!("{name}: {said}");
        self.lines("", &line)
    }

    fn end_table(&mut self) -> io::Result<()> {
        self.headings.clear();
        Ok(())
    }

    fn source(&mut self, index: usize, source: &Source) -> io::Result<()> {
        self.lines("", &words::source(index, source))?;
        writeln!(self.to, "    {}", source.url)
    }
}
