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
    others: Vec<(&'static str, Option<String>)>,
    asked: Asked<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let shown = |operation: &&Operation| (!asked.is_all()).then(|| asked.rows(operation));
    let operations: Vec<envelope::Shown<'_>> =
        operations.iter().map(|operation| (*operation, shown(operation))).collect();
    let mut options = others;
    options.extend([
        ("filter", asked.filter().map(ToString::to_string)),
        ("sort", asked.sort.map(ToString::to_string)),
        ("group", asked.group.map(|by| by.name().to_owned())),
    ]);
    let given = options.into_iter().filter_map(|(name, said)| Some((name, said?)));
    let said = envelope::Asked { about: DISCLAIMER, options: given.collect() };
    envelope::write(&said, &operations, out)
}
