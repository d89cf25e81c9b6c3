//! Bytes to model: the operations at hand, their schema, the door for text, the checks.
//!
//! Knows JSON. Must not know the terminal.

mod agree;
mod build;
mod bytes;
pub mod check;
pub mod envelope;
mod error;
pub mod library;
pub mod map;
mod progress;
pub mod sanitize;
mod schema;
mod story;
mod stream;
pub mod wire;
mod write;

pub use error::DataError;
pub use library::{Library, is_stdin};
pub use progress::Progress;
pub use schema::{FORMAT, SCHEMA};

use self::agree::Fault;
use self::build::Builder;
use self::check::Severity;
use crate::model::operation::Operation;

/// Loads the bundled operation that the board opens on.
///
/// # Errors
///
/// If the bundled file is broken, which its own test rules out.
pub fn bundled() -> Result<Operation, DataError> {
    Library::bundled().open(0)
}

/// What some editors put before UTF-8.
const BOM: char = '\u{feff}';

/// Loads an operation from the bytes of a file; `name` is what errors call the file.
///
/// # Errors
///
/// If the bytes are not UTF-8, not JSON, not in the schema, or contradict themselves; the error
/// says where.
pub fn load(name: &str, bytes: &[u8]) -> Result<Operation, DataError> {
    open(name, bytes, 0, &Progress::default())
}

/// Loads the operation of a report that has this place in it.
///
/// # Errors
///
/// As [`load`]; and if the report has no such operation.
pub fn load_reported(name: &str, bytes: &[u8], place: usize) -> Result<Operation, DataError> {
    open(name, bytes, place, &Progress::default())
}

/// Loads an operation from the bytes of a file, telling how far it has come. Of a report it is the
/// one that has this place in it.
fn open(
    name: &str,
    bytes: &[u8],
    place: usize,
    progress: &Progress,
) -> Result<Operation, DataError> {
    let text = std::str::from_utf8(bytes).map_err(|_| match check::encoding(bytes) {
        Some(found) => DataError::found(name, &found),
        None => DataError::content(name, "it is no text"),
    })?;
    parse(text, place, progress).map_err(|refusal| match refusal {
        _ if progress.is_given_up() => DataError::given_up(name),
        refusal => explain(name, text, &refusal),
    })
}

/// Why a text is no operation, as far as one quick reading can tell.
enum Refusal {
    Json(serde_json::Error),
    Fault(Fault),
}

/// Reads an operation once, quickly.
fn parse(text: &str, place: usize, progress: &Progress) -> Result<Operation, Refusal> {
    let json = text.strip_prefix(BOM).unwrap_or(text);
    let mut builder = Builder::new(json, progress);
    let (written, cleaned) = if envelope::is_one(json) {
        let found = envelope::read(json, place, &mut builder).map_err(Refusal::Json)?;
        (found.written, found.cleaned)
    } else {
        (stream::read(json, &mut builder).map_err(Refusal::Json)?, 0)
    };
    let mut operation = builder.finish(written).map_err(Refusal::Fault)?;
    operation.replaced = operation.replaced.saturating_add(cleaned);
    Ok(operation)
}

/// The first thing to mend in a text that is no operation. It is read once more, by the reader
/// that sees everything, unless it is so large that this would take too long.
fn explain(name: &str, text: &str, refusal: &Refusal) -> DataError {
    /// The largest text that is read once more, in bytes.
    const LARGE: usize = 64 << 20;
    // A report is no file that is written by hand: what one reading says of it is enough.
    let is_slow = text.len() > LARGE || envelope::is_one(text);
    let found = if is_slow { Vec::new() } else { check::refused(text) };
    match (found.iter().find(|found| found.severity == Severity::Error), refusal) {
        (Some(finding), _) => DataError::found(name, finding),
        (None, Refusal::Json(error)) => DataError::json(name, error),
        (None, Refusal::Fault(fault)) => DataError::content(name, &fault.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_operation_is_sound() {
        let operation = bundled().unwrap();
        assert_eq!(operation.id.as_str(), "liberterra-2");
    }

    #[test]
    fn a_byte_order_mark_does_no_harm() {
        let bytes: &[u8] = include_bytes!("../data/liberterra-2.json");
        assert!(load("marked.json", &["\u{feff}".as_bytes(), bytes].concat()).is_ok());
    }

    #[test]
    fn a_broken_file_is_named_with_place_and_next_step() {
        for (bytes, part) in [
            (&b"\xff"[..], "not UTF-8"),
            (b"", "line 1"),
            (b"{\"schema\": 1", "line 1, column 13"),
            (b"{\"schema\": 1, \"colour\": 2}", "the field `id` is missing"),
        ] {
            let message = load("results.json", bytes).unwrap_err().to_string();
            assert!(message.starts_with("results.json"), "{message}");
            assert!(message.contains(part), "{message}");
            assert!(!message.contains('\n'), "{message}");
        }
    }
}
