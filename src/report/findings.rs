//! Findings about files as lines of text and as JSON.
//!
//! Knows how a finding is written. Must not know what is looked for.

use std::io::{self, Write};

use serde::Serialize;

use crate::data::check::{Finding, Severity};
use crate::model::text::SafeText;

/// Writes one line a finding: `results.json:12:7: error at actions[3].id: what; hint`.
///
/// # Errors
///
/// If `out` cannot be written to.
pub fn text(name: &SafeText, findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        let at = if finding.path.is_empty() { "" } else { " at " };
        writeln!(
            out,
            "{name}:{}:{}: {}{at}{}: {}; {}",
            finding.line,
            finding.column,
            finding.severity.name(),
            finding.path,
            finding.what,
            finding.hint
        )?;
    }
    Ok(())
}

/// Writes how many there are: `2 errors, 1 warning in results.json`, or `results.json is clean`.
///
/// # Errors
///
/// If `out` cannot be written to.
pub fn summary(name: &SafeText, findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let count = |severity: Severity| {
        let number = findings.iter().filter(|finding| finding.severity == severity).count();
        let plural = if number == 1 { "" } else { "s" };
        (number > 0).then(|| format!("{number} {}{plural}", severity.name()))
    };
    let counts: Vec<String> =
        [Severity::Error, Severity::Warning].into_iter().filter_map(count).collect();
    if counts.is_empty() {
        return writeln!(out, "{name} is clean");
    }
    writeln!(out, "{} in {name}", counts.join(", "))
}

/// A finding as JSON has it.
#[derive(Serialize)]
struct Written<'a> {
    file: &'a str,
    severity: &'static str,
    path: &'a str,
    line: usize,
    column: usize,
    what: &'a str,
    hint: &'a str,
}

/// Writes the findings of any number of files as one JSON array of objects.
///
/// # Errors
///
/// If `out` cannot be written to.
pub fn json<'a>(
    files: impl IntoIterator<Item = (&'a SafeText, &'a [Finding])>,
    out: &mut impl Write,
) -> io::Result<()> {
    let written = |name: &'a SafeText, finding: &'a Finding| Written {
        file: name.as_str(),
        severity: finding.severity.name(),
        path: finding.path.as_str(),
        line: finding.line,
        column: finding.column,
        what: finding.what.as_str(),
        hint: finding.hint.as_str(),
    };
    let lines: Vec<Written<'a>> = files
        .into_iter()
        .flat_map(|(name, findings)| findings.iter().map(move |finding| written(name, finding)))
        .collect();
    serde_json::to_writer_pretty(&mut *out, &lines)?;
    writeln!(out)
}
