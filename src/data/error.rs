//! What is wrong with a file: which file, where in it, what, and what to do next.
//!
//! Knows how such a sentence is built. Every piece of it that came from outside is sanitized.

use std::fmt;
use std::io::ErrorKind;

use super::check::Finding;
use super::sanitize;
use crate::model::text::SafeText;

/// One sentence about a file that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataError(SafeText);

impl DataError {
    fn new(sentence: &str) -> Self {
        Self(sanitize::clean(sentence))
    }

    /// The sentence, for showing it on a screen.
    #[must_use]
    pub fn into_sentence(self) -> SafeText {
        self.0
    }

    pub(super) fn missing(place: usize) -> Self {
        Self::new(&format!("there is no operation {}; `liberterra list` names them.", place + 1))
    }

    pub(super) fn unknown(id: &str) -> Self {
        Self::new(&format!(
            "no operation has the id `{id}`; `liberterra list` names the bundled ones."
        ))
    }

    pub(super) fn unreadable(name: &str, error: &std::io::Error) -> Self {
        let what = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::PermissionDenied => "it may not be read".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            other => other.to_string(),
        };
        Self::new(&format!("{name}: {what}; name a file that can be read."))
    }

    pub(super) fn json(name: &str, error: &serde_json::Error) -> Self {
        Self::new(&format!("{name}: {}; mend the JSON there.", place(error)))
    }

    pub(super) fn found(name: &str, finding: &Finding) -> Self {
        let Finding { line, column, path, what, hint, .. } = finding;
        let at = if path.is_empty() { String::new() } else { format!(", at {path}") };
        let stop = if hint.as_str().ends_with('?') { "" } else { "." };
        Self::new(&format!("{name}, line {line}, column {column}{at}: {what}; {hint}{stop}"))
    }

    pub(super) fn content(name: &str, what: &str) -> Self {
        Self::new(&format!("{name}: {what}; mend that."))
    }

    pub(super) fn given_up(name: &str) -> Self {
        Self::new(&format!("{name}: the reading was given up; open it again to go on."))
    }
}

/// "what it is, line 3, column 7" from an error that says "what it is at line 3 column 7".
fn place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let (line, column) = (error.line(), error.column());
    let what = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
    format!("line {line}, column {column}: {what}")
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for DataError {}
