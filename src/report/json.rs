//! The report for programs: JSON that loses nothing and opens again.
//!
//! Knows what was asked for. How it is written, and read again, is `data`'s.

use std::io::{self, Write};

use super::asked::Asked;
use super::words::DISCLAIMER;
use crate::data::envelope;
use crate::model::operation::Operation;

/// Writes operations one after the other, each whole, with the places that are asked for.
///
/// # Errors
///
/// If writing fails.
pub fn write(operations: &[&Operation], asked: Asked<'_>, out: &mut impl Write) -> io::Result<()> {
    let shown = |operation: &&Operation| (!asked.is_all()).then(|| asked.rows(operation));
    let operations: Vec<envelope::Shown<'_>> =
        operations.iter().map(|operation| (*operation, shown(operation))).collect();
    let filter = asked.filter.filter(|filter| !filter.is_empty());
    let said = envelope::Asked {
        about: DISCLAIMER,
        filter: filter.map(ToString::to_string),
        sort: asked.sort.map(ToString::to_string),
        ..envelope::Asked::default()
    };
    envelope::write(&said, &operations, out)
}
