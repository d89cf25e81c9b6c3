//! A page that a person would mail: one file, no script, nothing from elsewhere.
//!
//! Knows how a telling is spelled in HTML, and that no text of a file may become markup, an
//! attribute or an address. Must not know what is told, or how the page looks.

mod anchor;
mod bars;
mod number;
mod page;
mod style;

use std::collections::HashMap;
use std::io::{self, Write};

use super::address::Address;
use super::chart;
use super::scribe::{Bars, Cell, Column, Head, Level, Map, Said, Scribe};
use super::svg::Escaped;
use super::words;
use crate::model::measure::Family;
use crate::model::place::Row;
use crate::model::source::Source;

/// So many ways back from a source are shown; nobody follows more of them.
const BACK: usize = 12;

/// A table of more columns shows a dot for what is not reported, and says so below.
const MANY: usize = 5;

/// Writes a telling as a page.
pub struct Html<'a> {
    to: &'a mut dyn Write,
    /// The operation whose sources are cited.
    operation: usize,
    /// How often each source of each operation was cited.
    cited: HashMap<(usize, usize), usize>,
    /// How many lists are open, one inside the other.
    lists: usize,
    /// Whether the list of sources is open.
    sources: bool,
    /// How many sections there are; the last one is open.
    sections: usize,
    /// What the last heading says.
    heading: String,
    /// How many tables there are.
    tables: usize,
    /// What stands above the columns of the table that hold numbers.
    numbers: Vec<Option<String>>,
    /// How many charts there are.
    charts: usize,
    /// The families of which there is a map: a second one would show the same.
    maps: Vec<Family>,
}

impl<'a> Html<'a> {
    /// Writes to somewhere.
    #[must_use]
    pub fn new(to: &'a mut dyn Write) -> Self {
        Self {
            to,
            operation: 0,
            cited: HashMap::new(),
            lists: 0,
            sources: false,
            sections: 0,
            heading: String::new(),
            tables: 0,
            numbers: Vec::new(),
            charts: 0,
            maps: Vec::new(),
        }
    }

    /// Ends the lists that are open.
    fn end_lists(&mut self) -> io::Result<()> {
        for _ in 0..std::mem::take(&mut self.lists) {
            self.to.write_all(b"</li>\n</ul>\n")?;
        }
        if std::mem::take(&mut self.sources) {
            self.to.write_all(b"</ol>\n")?;
        }
        Ok(())
    }

    /// The words, each with its sources behind it, which are links to where they are listed.
    fn said(&mut self, said: &Said<'_>) -> io::Result<()> {
        for (at, words) in said.0.iter().enumerate() {
            let gap = if at == 0 { "" } else { "; " };
            write!(self.to, "{gap}{}", Escaped(&words.text))?;
            self.cite(&words.sources)?;
        }
        Ok(())
    }

    /// The numbers of sources as links.
    fn cite(&mut self, sources: &[usize]) -> io::Result<()> {
        for source in sources {
            let count = self.cited.entry((self.operation, *source)).or_default();
            *count += 1;
            let (to, from) =
                (anchor::listed(self.operation, *source), anchor::cited(self.operation, *source));
            let (number, count) = (source + 1, *count);
            write!(
                self.to,
                " <a role=\"doc-noteref\" id=\"{from}-{count}\" href=\"#{to}\">[{number}]</a>"
            )?;
        }
        Ok(())
    }

    /// The ways back from a source to where it is cited.
    fn back(&mut self, source: usize) -> io::Result<()> {
        let count = self.cited.get(&(self.operation, source)).copied().unwrap_or_default();
        let from = anchor::cited(self.operation, source);
        if count == 0 {
            return Ok(());
        }
        write!(self.to, " <span class=\"back\">Cited:")?;
        for at in 1..=count.min(BACK) {
            write!(self.to, " <a role=\"doc-backlink\" href=\"#{from}-{at}\">{at}</a>")?;
        }
        match count.saturating_sub(BACK) {
            0 => {}
            more => write!(self.to, " and {more} more")?,
        }
        self.to.write_all(b"</span>")
    }

    /// A cell that holds a number: the number stands out, what it counts stands below. What the
    /// heading above says already is there to be heard alone.
    fn number(&mut self, said: &Said<'_>, heading: &str) -> io::Result<()> {
        self.to.write_all(b"<td class=\"n\" dir=\"auto\">")?;
        for (at, words) in said.0.iter().enumerate() {
            let gap = if at == 0 { "" } else { "; " };
            let (number, counted) = number::apart(&words.text);
            let class = if number::is_said_by(heading, counted) { "heard" } else { "of" };
            let (number, counted) = (Escaped(number), Escaped(counted));
            write!(self.to, "{gap}<b>{number}</b><span class=\"{class}\">{counted}</span>")?;
            self.cite(&words.sources)?;
        }
        self.to.write_all(b"</td>")
    }
}

impl Scribe for Html<'_> {
    fn head(&mut self, head: &Head<'_>) -> io::Result<()> {
        page::head(self.to, head)
    }

    fn turn(&mut self, operation: usize) -> io::Result<()> {
        self.operation = operation;
        Ok(())
    }

    fn heading(&mut self, level: Level, title: &str) -> io::Result<()> {
        self.end_lists()?;
        title.clone_into(&mut self.heading);
        let said = Escaped(title);
        match level {
            Level::Section => {
                if self.sections > 0 {
                    self.to.write_all(b"</section>\n")?;
                }
                self.sections += 1;
                let id = format!("section-{}", self.sections);
                write!(self.to, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\"")?;
                writeln!(self.to, " dir=\"auto\">{said}</h2>")
            }
            Level::Part => writeln!(self.to, "<h3 dir=\"auto\">{said}</h3>"),
        }
    }

    fn paragraph(&mut self, said: &Said<'_>) -> io::Result<()> {
        self.end_lists()?;
        self.to.write_all(b"<p dir=\"auto\">")?;
        self.said(said)?;
        self.to.write_all(b"</p>\n")
    }

    fn item(&mut self, depth: usize, said: &Said<'_>) -> io::Result<()> {
        if self.sources {
            self.end_lists()?;
        }
        let wanted = (depth + 1).min(self.lists + 1);
        if wanted > self.lists {
            self.to.write_all(b"<ul>\n")?;
        } else {
            for _ in wanted..self.lists {
                self.to.write_all(b"</li>\n</ul>\n")?;
            }
            self.to.write_all(b"</li>\n")?;
        }
        self.lists = wanted;
        self.to.write_all(b"<li dir=\"auto\">")?;
        self.said(said)
    }

    fn table(&mut self, caption: &str, columns: &[Column<'_>]) -> io::Result<()> {
        self.end_lists()?;
        self.tables += 1;
        let holds = |at: usize, column: &Column<'_>| column.numbers || (at > 0 && column.plain);
        let number = |(at, column): (usize, &Column<'_>)| {
            holds(at, column).then(|| column.heading.to_string())
        };
        self.numbers = columns.iter().enumerate().map(number).collect();
        // What the heading above says already is there to be heard alone.
        let class = if self.heading.starts_with(caption) { " class=\"heard\"" } else { "" };
        let many = if columns.len() > MANY { " many" } else { "" };
        let id = format!("table-{}", self.tables);
        writeln!(
            self.to,
            "<div class=\"wide{many}\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table>\n\
             <caption id=\"{id}\"{class} dir=\"auto\">{}</caption>\n<thead><tr>",
            Escaped(caption)
        )?;
        for (at, column) in columns.iter().enumerate() {
            let class = if holds(at, column) { " class=\"n\"" } else { "" };
            let heading = Escaped(&column.heading);
            write!(self.to, "<th scope=\"col\"{class} dir=\"auto\">{heading}</th>")?;
        }
        self.to.write_all(b"</tr></thead>\n<tbody>\n")
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.to.write_all(b"<tr>")?;
        for (at, cell) in cells.iter().enumerate() {
            let heading = self.numbers.get(at).cloned().flatten();
            match (cell, heading) {
                (Some(said), _) if at == 0 => {
                    self.to.write_all(b"<th scope=\"row\" dir=\"auto\">")?;
                    self.said(said)?;
                    self.to.write_all(b"</th>")?;
                }
                (Some(said), Some(heading)) => self.number(said, &heading)?,
                (Some(said), None) => {
                    self.to.write_all(b"<td dir=\"auto\">")?;
                    self.said(said)?;
                    self.to.write_all(b"</td>")?;
                }
                (None, heading) => {
                    let class = if heading.is_some() { "n none" } else { "none" };
                    write!(
                        self.to,
                        "<td class=\"{class}\"><span>{}</span></td>",
                        words::NOT_REPORTED
                    )?;
                }
            }
        }
        self.to.write_all(b"</tr>\n")
    }

    fn end_table(&mut self) -> io::Result<()> {
        self.to.write_all(b"</tbody>\n</table>\n</div>\n")?;
        if self.numbers.len() > MANY {
            writeln!(
                self.to,
                "<p class=\"dots\" aria-hidden=\"true\">· {}</p>",
                words::NOT_REPORTED
            )?;
        }
        Ok(())
    }

    fn bars(&mut self, bars: &Bars<'_>) -> io::Result<()> {
        self.end_lists()?;
        self.charts += 1;
        bars::write(self.to, bars, self.charts)
    }

    fn map(&mut self, map: &Map<'_>) -> io::Result<()> {
        if !is_whole(map) || self.maps.contains(&map.family) {
            return Ok(());
        }
        self.maps.push(map.family);
        self.end_lists()?;
        let label = "role=\"region\" aria-label=\"Map\" tabindex=\"0\"";
        writeln!(self.to, "<figure class=\"map wide\" {label}>")?;
        chart::map::svg(map.operation, map.family, &mut self.to)?;
        self.to.write_all(b"</figure>\n")
    }

    fn source(&mut self, index: usize, source: &Source) -> io::Result<()> {
        if !self.sources {
            self.end_lists()?;
            self.to.write_all(b"<ol class=\"sources\" role=\"list\">\n")?;
            self.sources = true;
        }
        let said = words::source(index, source);
        let anchor = anchor::listed(self.operation, index);
        write!(self.to, "<li id=\"{anchor}\" dir=\"auto\">{} ", Escaped(&said))?;
        let shown = Escaped(source.url.as_str());
        match Address::of(source.url.as_str(), []) {
            Some(address) => {
                let address = Escaped(address.as_str());
                let rel = "external noopener noreferrer";
                write!(self.to, "<a class=\"url\" dir=\"ltr\" rel=\"{rel}\" href=\"{address}\">")?;
                write!(self.to, "{shown}</a>")?;
            }
            None => write!(self.to, "<span class=\"url\" dir=\"ltr\">{shown}</span>")?,
        }
        self.back(index)?;
        self.to.write_all(b"</li>\n")
    }

    fn end(&mut self) -> io::Result<()> {
        self.end_lists()?;
        if self.sections > 0 {
            self.to.write_all(b"</section>\n")?;
        }
        page::end(self.to)
    }
}

/// Whether a map is of all countries of its operation: what is told of some of them stands in the
/// list alone, because a picture would show all.
fn is_whole(map: &Map<'_>) -> bool {
    let on_map = |row: &&Row| !row.place.countries().is_empty();
    let rows = map.rows.iter().filter_map(|row| map.operation.rows.get(*row));
    rows.filter(on_map).count() == map.operation.rows.iter().filter(on_map).count()
}
