//! The report for spreadsheets: CSV by RFC 4180, a row a figure.
//!
//! Knows the columns and what stands in each. Every row says all that a figure needs to stand by
//! itself; what is not reported is an empty cell, and never a zero. Must not know which bytes a
//! cell is made of.

mod sheet;

use std::collections::HashMap;
use std::io::{self, Write};

use self::sheet::{Sheet, Word};
use super::asked::Asked;
use super::words;
use crate::model::amount::Amount;
use crate::model::compare::Part;
use crate::model::date::Date;
use crate::model::figure::{Citations, Figure};
use crate::model::operation::{Action, Operation, Status};
use crate::model::place::{Place, Row};
use crate::model::source::Source;
use crate::model::text::SafeText;

/// The columns, in their order.
pub const COLUMNS: [&str; 36] = [
    "row",
    "operation",
    "operation_name",
    "status",
    "place_kind",
    "country_codes",
    "place",
    "action",
    "figure",
    "measure",
    "family",
    "who",
    "group",
    "qualifier",
    "value",
    "unit",
    "as_printed",
    "detail",
    "part_of",
    "same_case",
    "alleged",
    "marks",
    "offences",
    "in_no_sum",
    "in_no_sum_reason",
    "source_numbers",
    "sources",
    "strength",
    "date",
    "publisher",
    "url",
    "locator",
    "other_values",
    "action_offences",
    "summary",
    "note",
];

/// How many columns are a figure's own.
const FIGURE: usize = 17;
/// How many columns the sources have.
const SOURCES: usize = 8;

/// By this, spreadsheets know that the letters are UTF-8.
const MARK: &str = "\u{feff}";

/// Writes the names of the columns.
///
/// # Errors
///
/// If writing fails.
pub fn head(out: &mut impl Write) -> io::Result<()> {
    let mut sheet = Sheet::default();
    for column in COLUMNS {
        sheet.text(column);
    }
    out.write_all(MARK.as_bytes())?;
    sheet.end_row(out)?;
    sheet.hand_on(out)
}

/// Writes what has to be known of an operation, its totals, then the figures of its places: those
/// that are asked for, in that order.
///
/// # Errors
///
/// If writing fails.
pub fn write(operation: &Operation, asked: Asked<'_>, out: &mut impl Write) -> io::Result<()> {
    write_part(operation, asked, None, out)
}

/// The same, but for one part of it where a comparison tells that alone.
///
/// # Errors
///
/// If writing fails.
pub fn write_part(
    operation: &Operation,
    asked: Asked<'_>,
    part: Option<Part>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut table = Table::of(operation);
    let mut rows = asked.rows(operation);
    for note in notes(operation, asked, part, rows.len()) {
        table.note(&note);
        table.sheet.end_row(out)?;
    }
    table.lead("total").text("whole operation").empty(3);
    table.tail.clear().empty(3);
    let totals = if part == Some(Part::Countries) { &[] } else { operation.totals.as_slice() };
    for total in totals {
        table.figure(total).end_row(out)?;
    }
    if part == Some(Part::Measures) {
        rows.clear();
    }
    for row in rows.iter().filter_map(|row| operation.rows.get(*row)) {
        for action in operation.actions_of(row) {
            table.action(row, action);
            for figure in &action.figures {
                table.figure(figure).end_row(out)?;
            }
            if action.figures.is_empty() {
                table.without_figure(action).end_row(out)?;
            }
        }
    }
    table.sheet.hand_on(out)
}

/// What has to be known before the figures are read.
fn notes(operation: &Operation, asked: Asked<'_>, part: Option<Part>, shown: usize) -> Vec<String> {
    let mut notes = vec![words::DISCLAIMER.to_owned()];
    if operation.status == Status::Preliminary {
        notes.push(words::preliminary(operation));
    }
    if let Some(filter) = asked.filter() {
        let all = operation.rows.len();
        notes.push(format!(
            "Only places that fit: {filter}. {shown} of {all} places fit; totals are of all."
        ));
    }
    if !asked.marked.is_empty() {
        notes.push("Only the places that are marked; totals are of all.".to_owned());
    }
    if let Some(part) = part {
        let said = match part {
            Part::Measures => "The totals alone; what is reported of places is left out.",
            Part::Countries => "What is reported of places alone; the totals are left out.",
        };
        notes.push(said.to_owned());
    }
    if let Some(cleaned) = words::cleaned(operation) {
        notes.push(format!("{cleaned}: {}.", words::CLEANED));
    }
    notes.extend(operation.notes.iter().map(ToString::to_string));
    notes
}

/// Rows on their way out, and what many of them share.
struct Table<'a> {
    operation: &'a Operation,
    sheet: Sheet,
    /// The cells up to those of a figure.
    head: Sheet,
    /// The cells behind those of the sources.
    tail: Sheet,
    /// For each source, its cells where it is the one used.
    sources: Vec<Sheet>,
    /// What other sources say, by the id of the figure.
    others: HashMap<&'a SafeText, String>,
}

impl<'a> Table<'a> {
    fn of(operation: &'a Operation) -> Self {
        let others = operation.conflicts.iter().map(|conflict| {
            let said = conflict.others.iter().map(|other| words::other_value(operation, other));
            (&conflict.figure, said.collect::<Vec<String>>().join("; "))
        });
        Self {
            operation,
            sheet: Sheet::default(),
            head: Sheet::default(),
            tail: Sheet::default(),
            sources: operation.sources.iter().map(source).collect(),
            others: others.collect(),
        }
    }

    /// Begins what rows of one kind share.
    fn lead(&mut self, kind: &str) -> &mut Sheet {
        let Operation { id, name, status, .. } = self.operation;
        let head = self.head.clear().text(kind).text(id.as_str()).text(name.as_str());
        head.word(Some(status))
    }

    /// A row that holds no figure, but what has to be known of the operation.
    fn note(&mut self, note: &str) {
        self.lead("note").text("whole operation").empty(3);
        let sheet = self.sheet.cells(&self.head).empty(FIGURE + SOURCES);
        sheet.empty(1).text(note).empty(1);
    }

    /// What the rows of an action share.
    fn action(&mut self, row: &Row, action: &Action) {
        let kind = if action.figures.is_empty() { "action" } else { "figure" };
        let head = self.lead(kind).text(match row.place {
            Place::Country(_) => "country",
            Place::Several(_) => "several countries",
            Place::Region(_) => "region",
        });
        let codes = row.place.countries().iter().map(|country| country.code());
        head.spaced(codes).text(&row.place.name()).text(action.id.as_str());
        let offences = self.tail.clear().spaced(action.offences.iter().map(Word));
        offences.text(action.summary.as_str()).optional(action.note.as_deref());
    }

    /// A row of a figure.
    fn figure(&mut self, figure: &Figure) -> &mut Sheet {
        self.sheet.cells(&self.head);
        counted(figure, &mut self.sheet);
        self.cited(&figure.citations);
        let others = figure.id.as_deref().and_then(|id| self.others.get(id));
        self.sheet.text(others.map_or("", String::as_str)).cells(&self.tail)
    }

    /// A row of an action of which no figure is reported.
    fn without_figure(&mut self, action: &Action) -> &mut Sheet {
        self.sheet.cells(&self.head).empty(FIGURE);
        self.cited(&action.citations);
        self.sheet.empty(1).cells(&self.tail)
    }

    /// The sources that are cited, and what is to be known of the one used.
    fn cited(&mut self, citations: &Citations) {
        let sources = &self.operation.sources;
        self.sheet.spaced(citations.iter().map(|cited| cited.source() + 1));
        let id = |place: usize| sources.get(place).map_or("", |source| source.id.as_str());
        match citations.as_ref() {
            [one] => self.sheet.text(id(one.source())),
            several => {
                let ids: Vec<&str> = several.iter().map(|cited| id(cited.source())).collect();
                self.sheet.text(&ids.join("; "))
            }
        };
        let used = citations.first();
        match used.and_then(|cited| self.sources.get(cited.source())) {
            Some(cells) => self.sheet.cells(cells),
            None => self.sheet.empty(4),
        };
        self.sheet.optional(used.and_then(|cited| cited.locator.as_deref()));
    }
}

/// What is to be known of a source that is used.
fn source(of: &Source) -> Sheet {
    let mut cells = Sheet::default();
    cells.word(Some(of.strength)).text(&of.date.map(Date::iso).unwrap_or_default());
    cells.text(of.publisher.as_str()).text(of.url.as_str());
    cells
}

/// What a figure says of itself.
fn counted(figure: &Figure, sheet: &mut Sheet) {
    sheet.optional(figure.id.as_deref()).word(Some(figure.measure));
    sheet.plain(figure.family().heading()).word(figure.who).word(figure.group);
    match figure.amount {
        Amount::Number(qualifier, value) => sheet.word(Some(qualifier)).plain(value),
        Amount::Some => sheet.plain("some").empty(1),
    };
    sheet.optional(figure.unit()).optional(figure.as_printed.as_ref()).optional(figure.detail());
    sheet.optional(figure.part_of()).optional(figure.same_case());
    sheet.text(if figure.alleged { "alleged" } else { "" });
    sheet.text(&words::marks(figure.marks));
    sheet.spaced(figure.offences().iter().map(Word));
    let (why, reason) = figure.apart().unzip();
    sheet.word(why).optional(reason);
}
