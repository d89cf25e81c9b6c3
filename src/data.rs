//! Bytes to model: the operations at hand, their schema, the door for text, the checks.
//!
//! Knows JSON. Must not know the terminal.

pub mod check;
mod error;
pub mod library;
pub mod sanitize;
mod schema;
mod validate;

pub use error::DataError;
pub use library::Library;
pub use schema::json_schema;

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
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Loads an operation from the bytes of a file; `name` is what errors call the file.
///
/// # Errors
///
/// If the bytes are not UTF-8, not JSON, not in the schema, or contradict themselves; the error
/// says where.
pub fn load(name: &str, bytes: &[u8]) -> Result<Operation, DataError> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| DataError::encoding(name, &error))?;
    let Ok(written) = serde_json::from_str(text) else {
        return Err(explain(name, text));
    };
    validate::operation(written).map_err(|(path, what)| DataError::content(name, &path, &what))
}

/// Why a text is no operation. Read once more, slower, by a reader that keeps the path.
fn explain(name: &str, text: &str) -> DataError {
    let mut json = serde_json::Deserializer::from_str(text);
    let written: Result<schema::Operation, _> = serde_path_to_error::deserialize(&mut json);
    match (written, json.end()) {
        (Err(error), _) => DataError::schema(name, &error),
        (Ok(_), Err(error)) => DataError::json(name, &error),
        (Ok(_), Ok(())) => DataError::content(name, "the whole file", "it cannot be read"),
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
        assert!(load("marked.json", &[BOM, bytes].concat()).is_ok());
    }

    #[test]
    fn a_broken_file_is_named_with_place_and_next_step() {
        for (bytes, part) in [
            (&b"\xff"[..], "not UTF-8"),
            (b"", "line 1"),
            (b"{\"schema\": 1", "line 1, column 12"),
            (b"{\"schema\": 1, \"colour\": 2}", "unknown field `colour`"),
        ] {
            let message = load("results.json", bytes).unwrap_err().to_string();
            assert!(message.starts_with("results.json"), "{message}");
            assert!(message.contains(part), "{message}");
            assert!(!message.contains('\n'), "{message}");
        }
    }
}
