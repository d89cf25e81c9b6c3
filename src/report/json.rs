//! The report for programs: JSON that loses nothing and opens again.
//!
//! Knows what was asked for. How it is written, and read again, is `data`'s.

use std::io::{self, Write};

use super::asked::Asked;
use super::words::DISCLAIMER;
use crate::app::focus::Screen;
use crate::data::envelope;
use crate::model::operation::Operation;

/// Writes operations one after the other, each whole, with the places that are asked for.
///
/// # Errors
///
/// If writing fails.
pub fn write(
    operations: &[&Operation],
    screen: Option<Screen>,
    asked: Asked<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let shown = |operation: &&Operation| (!asked.is_all()).then(|| asked.rows(operation));
    let operations: Vec<envelope::Shown<'_>> =
        operations.iter().map(|operation| (*operation, shown(operation))).collect();
    let said = envelope::Asked {
        about: DISCLAIMER,
        screen: screen.map(|screen| screen.word().to_owned()),
        filter: asked.filter().map(ToString::to_string),
        sort: asked.sort.map(ToString::to_string),
        group: asked.group.map(|by| by.name().to_owned()),
    };
    envelope::write(&said, &operations, out)
}
