//! Whether reading and checking agree on some bytes, for tests and for the fuzz target.

use liberterra::data::check::{Finding, Severity, check};
use liberterra::data::load;

use super::stream;

/// Reads and checks bytes, and asserts that both agree on whether they can be used.
///
/// # Errors
///
/// If they do not, or if a finding is without a place or holds what was never meant to be shown.
pub(crate) fn on(bytes: &[u8]) -> Result<(), String> {
    let (loaded, found) = (load("any.json", bytes), check(bytes));
    let mut errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    if let Err(error) = loaded {
        let sentence = error.to_string();
        is(found.iter().any(is_error), || format!("refused, but not found wrong: {sentence}"))?;
        is_shown(&sentence)?;
    } else if let Some(error) = errors.find(|error| !is_let_in(error)) {
        return Err(format!("found wrong, but not refused: {} at {}", error.what, error.path));
    }
    for finding in &found {
        for text in [&finding.path, &finding.what, &finding.hint] {
            is_shown(text.as_str())?;
        }
        let placed = finding.line > 0 && finding.column > 0;
        is(placed, || format!("without a place: {}", finding.what))?;
    }
    Ok(())
}

fn is(so: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if so { Ok(()) } else { Err(otherwise()) }
}

/// Whether a text holds nothing that a terminal would obey.
fn is_shown(text: &str) -> Result<(), String> {
    stream::fault(text.as_bytes(), false).map_or(Ok(()), Err)
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}

/// What is said of figures that are readable and yet not right.
const MEANING: [&str; 15] = [
    "` says ",
    " has no word for the qualifier ",
    " is no code of a currency",
    "the currency is missing",
    " does not belong to ",
    " are no part of ",
    " are not counted as ",
    "suspects are not ",
    " says nothing about ",
    " has a conflict already",
    "nobody says anything else here",
    " is what the figure itself says",
    " is cited for the figure ",
    "` lists ",
    "no source is listed",
];

/// What is wrong with a text alone does no harm once it has been cleaned, and keeps no file from
/// being shown: what was hidden in it, its length within bounds, that it is empty or no link, that
/// the words printed seem to say another number. Nor does what only a reader of the field can
/// judge: a unit, who is counted, what is a part of what, what differs.
fn is_let_in(error: &Finding) -> bool {
    let what = error.what.as_str();
    ["the text holds U+", "the text has ", "the text is empty"]
        .iter()
        .any(|so| what.starts_with(so))
        || what.ends_with("is no link of http or https")
        || MEANING.iter().any(|so| what.contains(so))
}
