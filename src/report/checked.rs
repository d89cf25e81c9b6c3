//! The report of `check`: every file, every finding, and whether all is well.
//!
//! Knows the library and how findings are written. Must not decide what is a finding.

use std::io::{self, Write};

use super::findings;
use crate::data::Library;
use crate::data::check::{Finding, Severity, Together};
use crate::model::text::SafeText;

/// What checking came to, from the best to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// There are warnings.
    Warnings,
    /// There are errors.
    Errors,
    /// A file could not be read.
    Unreadable,
}

/// Checks all files; one that cannot be read does not keep the others from being checked.
///
/// Findings go to `out`, as text or as one JSON array; what cannot be read goes to `err`.
///
/// # Errors
///
/// If writing fails.
pub fn write(
    library: &Library,
    json: bool,
    out: &mut impl Write,
    err: &mut impl Write,
) -> io::Result<Verdict> {
    let mut verdict = Verdict::Clean;
    let mut together = Together::default();
    let mut checked: Vec<(SafeText, Vec<Finding>)> = Vec::new();
    for place in 0..library.len() {
        match library.bytes(place) {
            Ok((name, bytes)) => {
                let found = together.check(name.as_str(), bytes.into_owned());
                verdict = verdict.max(of(&found));
                if !json {
                    findings::text(&name, &found, out)?;
                    findings::summary(&name, &found, out)?;
                }
                checked.push((name, found));
            }
            Err(error) => {
                verdict = Verdict::Unreadable;
                writeln!(err, "liberterra: {error}")?;
            }
        }
    }
    if json {
        findings::json(checked.iter().map(|(name, found)| (name, found.as_slice())), out)?;
    }
    Ok(verdict)
}

fn of(found: &[Finding]) -> Verdict {
    match found.iter().map(|finding| finding.severity == Severity::Error).max() {
        None => Verdict::Clean,
        Some(false) => Verdict::Warnings,
        Some(true) => Verdict::Errors,
    }
}
