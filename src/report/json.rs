//! The report for programs: JSON that loses nothing and opens again.
//!
//! Knows what was asked for. How it is written, and read again, is `data`'s.

use std::io::{self, Write};

use super::asked::Asked;
use super::words::DISCLAIMER;
use crate::data::envelope;
use crate::model::operation::Operation;

/// Writes operations one after the other, each whole, with the places that are asked for. What else
/// was asked for is given as options of the command line.
///
/// # Errors
///
/// If writing fails.
pub fn write(
    operations: &[&Operation],
    mut options: Vec<(&'static str, String)>,
    asked: Asked<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let shown = |operation: &&Operation| (!asked.is_all()).then(|| asked.rows(operation));
    let operations: Vec<envelope::Shown<'_>> =
        operations.iter().map(|operation| (*operation, shown(operation))).collect();
    if let Some(filter) = asked.filter() {
        options.push(("filter", filter.to_string()));
    }
    if let Some(sort) = asked.sort {
        options.push(("sort", sort.to_string()));
    }
    if let Some(by) = asked.group {
        options.push(("group", by.name().to_owned()));
    }
    envelope::write(&envelope::Asked { about: DISCLAIMER, options }, &operations, out)
}
