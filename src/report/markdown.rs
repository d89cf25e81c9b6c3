//! Markdown as GitHub reads it.
//!
//! Knows how a telling is spelled in it, and that no text of a file may become markup, HTML or a
//! link to a page; an address of mail GitHub makes a link of whatever stands before its sign. Must
//! not know what is told.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::scribe::{Cell, Column, Head, Level, Said, Scribe};
use super::words;
use crate::model::source::Source;

/// Writes a telling as Markdown.
pub struct Markdown<'a> {
    to: &'a mut dyn Write,
    /// The operation whose sources are cited.
    operation: usize,
    /// What was written last, which says whether an empty line has to come between.
    last: Last,
}

/// What was written last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Last {
    Nothing,
    Item,
    Row,
    Block,
}

impl<'a> Markdown<'a> {
    /// Writes to somewhere.
    #[must_use]
    pub fn new(to: &'a mut dyn Write) -> Self {
        Self { to, operation: 0, last: Last::Nothing }
    }

    /// An empty line, where what follows is no more of the same.
    fn part(&mut self, now: Last) -> io::Result<()> {
        let goes_on = now == self.last && matches!(now, Last::Item | Last::Row);
        let first = self.last == Last::Nothing;
        self.last = now;
        if goes_on || first { Ok(()) } else { writeln!(self.to) }
    }

    /// The words with their sources behind them, each a link to where it is listed.
    fn said(&self, said: &Said<'_>) -> String {
        let mut out = String::new();
        for (at, words) in said.0.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { "; " });
            out.push_str(&if at == 0 { begun(&words.text) } else { escaped(&words.text) });
            for (at, source) in words.sources.iter().enumerate() {
                let gap = if at == 0 { " " } else { "" };
                let _ = write!(out, "{gap}[\\[{}\\]](#{})", source + 1, self.anchor(*source));
            }
        }
        out
    }

    fn anchor(&self, source: usize) -> String {
        match self.operation {
            0 => format!("source-{}", source + 1),
            operation => format!("source-{}-{}", operation + 1, source + 1),
        }
    }
}

/// The text such that all of it is read as text, on one line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            // An address of a page would be a link without being asked to.
            ':' | '.' if links(text, at) => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether the sign there, a colon or a full stop, makes a link of what stands around it.
fn links(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or_default();
    behind.starts_with("://") || (behind.starts_with('.') && before.ends_with("www"))
}

/// The same where a line begins with it: a sign or a number that would begin a list does not.
fn begun(text: &str) -> String {
    let escaped = escaped(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = escaped.split_at_checked(digits).unwrap_or_default();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let begins = match number {
        "" => behind.strip_prefix(['-', '+']),
        _ => behind.strip_prefix(['.', ')']),
    };
    if begins.is_some_and(ends) { format!("{number}\\{behind}") } else { escaped }
}

/// An address as a link that shows itself, if it is one of the web; else as text.
fn link(url: &str) -> String {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>".contains(&byte));
    if is_web && is_plain { format!("<{url}>") } else { escaped(url) }
}

/// The same text as a copy in plain words, as Markdown: its first line stands out, what hangs below
/// a line is an item, and an address at the end of a line is a link.
#[must_use]
pub fn copied(text: &str) -> String {
    let (mut out, mut listing) = (String::new(), false);
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim_start_matches(' ');
        let depth = (line.len() - bare.len()) / 2;
        let is_item = depth > 0 || bare.starts_with("- ") || bare.starts_with('[');
        let words = bare.strip_prefix("- ").unwrap_or(bare);
        let said = match words.rsplit_once(' ') {
            Some((words, url)) if url.contains("://") => {
                format!("{} {}", begun(words), link(url))
            }
            _ => begun(words),
        };
        if at > 0 && !(is_item && listing) {
            out.push('\n');
        }
        let _ = match (at, is_item) {
            (0, _) => writeln!(out, "**{said}**"),
            (_, true) => writeln!(out, "{}- {said}", "  ".repeat(depth)),
            (_, false) => writeln!(out, "{said}"),
        };
        listing = is_item;
    }
    out
}

impl Scribe for Markdown<'_> {
    fn head(&mut self, head: &Head<'_>) -> io::Result<()> {
        self.part(Last::Block)?;
        writeln!(self.to, "# {}", escaped(&head.title))?;
        for line in &head.about {
            writeln!(self.to, "\n{}", begun(line))?;
        }
        for (word, meaning) in &head.cautions {
            writeln!(self.to, "\n**{}:** {}", escaped(word), escaped(meaning))?;
        }
        writeln!(self.to, "\n*{}*", escaped(head.disclaimer))
    }

    fn turn(&mut self, operation: usize) -> io::Result<()> {
        self.operation = operation;
        Ok(())
    }

    fn heading(&mut self, level: Level, title: &str) -> io::Result<()> {
        self.part(Last::Block)?;
        let marks = match level {
            Level::Section => "##",
            Level::Part => "###",
        };
        writeln!(self.to, "{marks} {}", escaped(title))
    }

    fn paragraph(&mut self, said: &Said<'_>) -> io::Result<()> {
        self.part(Last::Block)?;
        let said = self.said(said);
        writeln!(self.to, "{said}")
    }

    fn item(&mut self, depth: usize, said: &Said<'_>) -> io::Result<()> {
        self.part(Last::Item)?;
        let (indent, said) = ("  ".repeat(depth), self.said(said));
        writeln!(self.to, "{indent}- {said}")
    }

    fn table(&mut self, _: &str, columns: &[Column<'_>]) -> io::Result<()> {
        self.part(Last::Row)?;
        let headings: Vec<String> = columns.iter().map(|column| escaped(&column.heading)).collect();
        let rule = |column: &Column<'_>| if column.numbers { "---:" } else { "---" };
        let rules: Vec<&str> = columns.iter().map(rule).collect();
        writeln!(self.to, "| {} |\n| {} |", headings.join(" | "), rules.join(" | "))
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let cell = |cell: &Cell<'_>| {
            cell.as_ref().map_or_else(|| words::NOT_REPORTED.to_owned(), |said| self.said(said))
        };
        let cells: Vec<String> = cells.iter().map(cell).collect();
        writeln!(self.to, "| {} |", cells.join(" | "))
    }

    fn end_table(&mut self) -> io::Result<()> {
        self.last = Last::Block;
        Ok(())
    }

    fn source(&mut self, index: usize, source: &Source) -> io::Result<()> {
        self.part(Last::Block)?;
        let (anchor, said) = (self.anchor(index), escaped(&words::source(index, source)));
        writeln!(self.to, "<a id=\"{anchor}\"></a>{said} {}", link(source.url.as_str()))
    }
}
