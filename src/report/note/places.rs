//! The table of places: what each family of measures says of each.
//!
//! Knows cells. A cell says in full what it counts: its column alone would say too little.

use std::borrow::Cow;
use std::io;

use super::{Telling, To};
use crate::model::cell::Cell;
use crate::model::measure::Family;
use crate::model::place::Row;
use crate::model::story::maps::View;
use crate::report::scribe::{self, Bar, Bars, Column, Map};
use crate::report::words;

/// The families of the overview.
pub(super) const PEOPLE: [Family; 3] = [Family::Arrests, Family::Rescues, Family::Identified];

/// So many places have their bars; the table has all.
const BARS: usize = 60;

impl Telling<'_> {
    /// The places with what these families say of them.
    pub(super) fn table(&self, to: To<'_>, families: &[Family]) -> io::Result<()> {
        self.heading(to, "Places")?;
        if self.rows.is_empty() {
            return self.nothing(to);
        }
        Self::begin(to, "country", families)?;
        for row in self.rows() {
            Self::line(to, row.name(), families.iter().map(|family| row.cell(*family)))?;
        }
        to.end_table()
    }

    /// The beginning of a table with a column for each family.
    pub(super) fn begin(to: To<'_>, first: &str, families: &[Family]) -> io::Result<()> {
        let mut columns = vec![column(first)];
        columns.extend(families.iter().map(|family| column(family.heading())));
        to.table("Places", &columns)
    }

    /// A line of such a table.
    pub(super) fn line(
        to: To<'_>,
        name: Cow<'_, str>,
        families: impl Iterator<Item = Cell>,
    ) -> io::Result<()> {
        let mut cells = vec![Some(name.into())];
        cells.extend(families.map(cell));
        to.row(&cells)
    }

    /// A heading, and in which order places follow.
    pub(super) fn heading(&self, to: To<'_>, of: &str) -> io::Result<()> {
        to.heading(scribe::Level::Section, of)?;
        to.paragraph(&format!("In order of {}.", self.asked.order_in_words()).into())
    }

    /// That no place is told.
    pub(super) fn nothing(&self, to: To<'_>) -> io::Result<()> {
        let none =
            if self.operation.rows.is_empty() { "No place is named." } else { "No place fits." };
        to.paragraph(&none.into())
    }

    /// Arrests versus rescues, as a chart.
    pub(super) fn bars(&self, to: To<'_>) -> io::Result<()> {
        let lead = |row: &Row, family: Family| row.cell(family).lead;
        let bar = |row: &Row| Bar {
            name: row.name().into_owned().into(),
            left: lead(row, Family::Arrests),
            right: lead(row, Family::Rescues),
        };
        let rows: Vec<Bar<'_>> = self.rows().take(BARS).map(bar).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let more = match self.rows.len() - rows.len() {
            0 => String::new(),
            more => format!("; {more} more places stand in the table"),
        };
        let caption = format!("Arrests versus rescues, by place; linear, from nothing{more}");
        let sides = [Family::Arrests.heading(), Family::Rescues.heading()];
        to.bars(&Bars { caption, sides, rows })
    }

    /// The countries on a map, by the measure of which there are numbers; what it shows stands in
    /// the table, too.
    pub(super) fn on_a_map(&self, to: To<'_>) -> io::Result<()> {
        let (operation, view) = (self.operation, View::default());
        if !view.is_named(operation) {
            return Ok(());
        }
        to.map(&Map { operation, family: view.family(operation), rows: &self.rows })
    }
}

/// A column of words: a number stands in the middle of what it counts.
fn column(heading: &str) -> Column<'_> {
    Column { heading: heading.into(), numbers: false, plain: true }
}

/// A cell in full: `94 arrests`, and whether there is more than it says.
fn cell<'a>(cell: Cell) -> scribe::Cell<'a> {
    let Some(lead) = cell.lead else {
        // What is taken in money is no count.
        return cell.more.then(|| "money, told with what was done".into());
    };
    let lead = words::lead(lead);
    Some(if cell.more { format!("{lead} and more").into() } else { lead.into() })
}
