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
pub struct DataError {
    sentence: SafeText,
    /// What is wrong.
    what: SafeText,
    /// The file, and where in it.
    place: SafeText,
}

impl DataError {
    fn new(place: &str, what: &str, sentence: &str) -> Self {
        let [sentence, what, place] = [sentence, what, place].map(sanitize::clean);
        Self { sentence, what, place }
    }

    /// What is wrong in a file as a whole, and what to do about it.
    fn of_file(name: &str, what: &str, advice: &str) -> Self {
        Self::new(name, what, &format!("{name}: {what}; {advice}."))
    }

    /// The sentence, for showing it on a screen.
    #[must_use]
    pub fn into_sentence(self) -> SafeText {
        self.sentence
    }

    /// What is wrong.
    #[must_use]
    pub const fn what(&self) -> &SafeText {
        &self.what
    }

    /// The file, and the line and the column where they are known.
    #[must_use]
    pub const fn place(&self) -> &SafeText {
        &self.place
    }

    pub(super) fn missing(place: usize) -> Self {
        let what = format!("there is no operation {}", place + 1);
        Self::new("", &what, &format!("{what}; `liberterra list` names them."))
    }

    pub(crate) fn unknown(id: &str) -> Self {
        let what = format!("no operation has the id `{id}`");
        Self::new("", &what, &format!("{what}; `liberterra list` names the bundled ones."))
    }

    pub(super) fn unreadable(name: &str, error: &std::io::Error) -> Self {
        let what = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::PermissionDenied => "it may not be read".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            other => other.to_string(),
        };
        Self::of_file(name, &what, "name a file that can be read")
    }

    pub(super) fn json(name: &str, error: &serde_json::Error) -> Self {
        let (what, place) = told(error);
        let sentence = format!("{name}: {place}: {what}; mend the JSON there.");
        Self::new(&format!("{name}, {place}"), &what, &sentence)
    }

    pub(super) fn found(name: &str, finding: &Finding) -> Self {
        let Finding { line, column, path, what, hint, .. } = finding;
        let at = if path.is_empty() { String::new() } else { format!(", at {path}") };
        let stop = if hint.as_str().ends_with('?') { "" } else { "." };
        let place = format!("{name}, line {line}, column {column}");
        let sentence = format!("{place}{at}: {what}; {hint}{stop}");
        Self::new(&place, what.as_str(), &sentence)
    }

    pub(super) fn content(name: &str, what: &str) -> Self {
        Self::of_file(name, what, "mend that")
    }

    pub(super) fn given_up(name: &str) -> Self {
        Self::of_file(name, "the reading was given up", "open it again to go on")
    }
}

/// What an error says that says "what it is at line 3 column 7", and "line 3, column 7".
fn told(error: &serde_json::Error) -> (String, String) {
    let said = error.to_string();
    let (line, column) = (error.line(), error.column());
    let what = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
    (what.to_owned(), format!("line {line}, column {column}"))
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.sentence, f)
    }
}

impl std::error::Error for DataError {}
