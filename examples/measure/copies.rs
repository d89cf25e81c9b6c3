//! New copies of programs.
//!
//! Where the pages of a file come to lie in memory decides which of them push each other out of the
//! processor's caches, and a file stays where it was read first. That was seen to make a key a
//! tenth slower or faster, the same in every run until the program is built again. So each round
//! runs a copy of its own.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use color_eyre::eyre::{ContextCompat, Result};

/// A copy, gone when this is dropped.
pub(crate) struct Copied(PathBuf);

impl Copied {
    /// A new copy of a program.
    pub(crate) fn of(program: &Path) -> Result<Self> {
        let name = program.file_name().wrap_err("it has no name")?.to_string_lossy();
        let copy = Self(env::temp_dir().join(format!("{name}-{}", process::id())));
        fs::copy(program, &copy.0)?;
        Ok(copy)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        // What cannot be removed is left for whoever clears that folder.
        let _ = fs::remove_file(&self.0);
    }
}
