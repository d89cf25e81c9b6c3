//! The report for programs: operations as their files have them, whole, in an envelope that says
//! which of their places were shown, and why these.
//!
//! Knows the fields of the envelope, version 1. An operation in it is never a part of one: what a
//! filter left out would otherwise look as if it had not been reported. Must not know what is
//! asked on the command line.

mod lines;
mod read;

use std::io::{self, BufWriter, Write};

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::Serializer as Json;

use self::lines::Lines;
pub(super) use self::read::{Head, head, is_one, read};
use super::write::{Each, Whole, region};
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::text::SafeText;

/// The only version of the envelope that there is.
pub const VERSION: u32 = 1;

/// The field by which an envelope is known; it comes first.
const MARK: &str = "liberterra_report";

/// What a report says that was asked for, to be shown again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct View(Vec<(String, SafeText)>);

impl View {
    /// What an option was, by its name.
    #[must_use]
    pub fn said(&self, option: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == option).map(|(_, said)| said.as_str())
    }
}

/// The fields that say what was asked for: the options of what a screen shows, by their names on
/// the command line.
pub const ASKED: [&str; 9] =
    ["screen", "filter", "sort", "group", "counts", "compare", "measure", "per", "rows"];

/// What was asked for, as it is written on the command line.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// What every export says.
    pub about: &'a str,
    /// The options that were given, by their names, in their order.
    pub options: Vec<(&'static str, String)>,
}

/// An operation, and its rows in the order in which they are shown, if not all are as they come.
pub type Shown<'a> = (&'a Operation, Option<Vec<usize>>);

/// Writes a report of operations.
///
/// # Errors
///
/// If writing fails.
pub fn write(asked: &Asked<'_>, operations: &[Shown<'_>], out: &mut impl Write) -> io::Result<()> {
    // Each word is a write of its own.
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let report = Report { asked, operations };
    report.serialize(&mut Json::with_formatter(&mut out, Lines::default()))?;
    writeln!(out)?;
    out.flush()
}

struct Report<'a> {
    asked: &'a Asked<'a>,
    operations: &'a [Shown<'a>],
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry(MARK, &VERSION)?;
        map.serialize_entry("about", self.asked.about)?;
        for (name, asked) in &self.asked.options {
            map.serialize_entry(name, asked)?;
        }
        let ids = || self.operations.iter().map(|(operation, _)| operation.id.as_str());
        map.serialize_entry("ids", &Each(ids))?;
        map.serialize_entry("operations", &Each(|| self.operations.iter().map(Entry)))?;
        map.end()
    }
}

struct Entry<'a>(&'a Shown<'a>);

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (operation, rows) = self.0;
        let mut map = to.serialize_map(None)?;
        if operation.replaced > 0 {
            map.serialize_entry("cleaned", &operation.replaced)?;
        }
        if let Some(rows) = rows {
            map.serialize_entry("shown", &Places(operation, rows))?;
        }
        map.serialize_entry("operation", &Whole(operation))?;
        map.end()
    }
}

/// The places shown, in their order.
struct Places<'a>(&'a Operation, &'a [usize]);

impl Serialize for Places<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let rows = || self.1.iter().filter_map(|row| self.0.rows.get(*row));
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("of", &self.0.rows.len())?;
        map.serialize_entry("places", &Each(|| rows().map(|row| Place(self.0, row))))?;
        map.end()
    }
}

struct Place<'a>(&'a Operation, &'a Row);

impl Serialize for Place<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(operation, row) = *self;
        let mut map = to.serialize_map(None)?;
        if let Some(region) = region(&row.place) {
            map.serialize_entry("region", region.as_str())?;
        } else {
            let codes = || row.place.countries().iter().map(|country| country.code());
            map.serialize_entry("countries", &Each(codes))?;
        }
        let ids = || operation.actions_of(row).map(|action| action.id.as_str());
        map.serialize_entry("actions", &Each(ids))?;
        map.end()
    }
}
