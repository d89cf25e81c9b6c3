//! The operations at hand, to choose one from.
//!
//! Knows a line for each. Must not know what is in them.

use std::io::{self, Write};

use crate::data::Library;

/// Writes the operations at hand, a line each: id, name, dates.
///
/// # Errors
///
/// If writing fails.
pub fn write(library: &Library, out: &mut impl Write) -> io::Result<()> {
    for place in 0..library.len() {
        match library.open(place) {
            Ok(operation) => {
                let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
                writeln!(out, "{:<16} {:<26} {dates}", operation.id, operation.name)?;
            }
            Err(error) => writeln!(out, "{error}")?,
        }
    }
    Ok(())
}
