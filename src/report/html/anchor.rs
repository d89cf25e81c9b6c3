//! The names of the places in a page that links lead to.
//!
//! Knows that no two may be alike. Must not know what stands there.

/// The name of the place where a source is listed.
pub(super) fn listed(operation: usize, source: usize) -> String {
    match operation {
        0 => format!("source-{}", source + 1),
        operation => format!("source-{}-{}", operation + 1, source + 1),
    }
}

/// The name of the places where a source is cited, which are counted behind it.
pub(super) fn cited(operation: usize, source: usize) -> String {
    listed(operation, source).replacen("source", "cited", 1)
}
