//! Files that are kept in the program.
//!
//! Knows how they come in. Each is a static by itself and not behind a reference, so that it has a
//! name: what is called `APART` is kept apart by `build.rs`, since opening a board does not read it.

/// The bytes of a file of the repository, as a static of some name.
macro_rules! kept {
    ($name:ident, $($path:expr),+) => {{
        static $name: [u8; include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), $($path),+)).len()] =
            *include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), $($path),+));
        &$name
    }};
}
