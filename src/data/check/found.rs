//! What was found so far, and how a place in the bytes becomes a line and a column.
//!
//! Knows how many findings one run lists. Must not know what a finding is about.

use super::path::Path;
use super::{Finding, Severity};
use crate::data::sanitize::clean;

/// How many findings one run lists: who mends these comes back for the rest.
const MOST: usize = 200;

/// A finding whose place is still an offset in bytes.
struct Raw {
    at: usize,
    severity: Severity,
    path: String,
    what: String,
    hint: String,
}

/// The findings of one file.
#[derive(Default)]
pub(super) struct Found {
    list: Vec<Raw>,
    unlisted: usize,
    errors: usize,
}

impl Found {
    /// Notes what makes a file unfit for use.
    pub(super) fn error(&mut self, at: usize, path: &Path<'_>, what: &str, hint: &str) {
        self.errors += 1;
        self.add(Severity::Error, at, path, what, hint);
    }

    /// Notes what is probably an oversight.
    pub(super) fn warning(&mut self, at: usize, path: &Path<'_>, what: &str, hint: &str) {
        self.add(Severity::Warning, at, path, what, hint);
    }

    /// Notes what is as grave as is said.
    pub(super) fn add(
        &mut self,
        severity: Severity,
        at: usize,
        path: &Path<'_>,
        what: &str,
        hint: &str,
    ) {
        if self.is_full() {
            self.unlisted += 1;
            return;
        }
        let (what, hint) = (what.to_owned(), hint.to_owned());
        self.list.push(Raw { at, severity, path: path.to_string(), what, hint });
    }

    /// Whether more would only be counted.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MOST
    }

    /// Whether nothing was found.
    pub(super) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether there is an error among them.
    pub(super) const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// The findings in the order of the file.
    pub(super) fn placed(mut self, text: &str) -> Vec<Finding> {
        if self.unlisted > 0 {
            let what = format!("{} more findings are not listed", self.unlisted);
            let listed = self.list.iter().any(|raw| raw.severity == Severity::Error);
            let severity =
                if listed || !self.has_errors() { Severity::Warning } else { Severity::Error };
            let hint = "mend those above and check again".to_owned();
            self.list.push(Raw { at: text.len(), severity, path: String::new(), what, hint });
        }
        self.list.sort_by_key(|raw| raw.at);
        let mut chars = text.char_indices().peekable();
        let (mut line, mut column) = (1, 1);
        let mut placed = Vec::with_capacity(self.list.len());
        for raw in self.list {
            while let Some((_, c)) = chars.next_if(|(at, _)| *at < raw.at) {
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            placed.push(Finding {
                severity: raw.severity,
                path: clean(&raw.path),
                line,
                column,
                what: clean(&raw.what),
                hint: clean(&raw.hint),
            });
        }
        placed
    }
}
