//! How far the reading of a file has come, seen from outside, and the way to give it up.
//!
//! Knows bytes. Must not know who looks.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The progress of one reading, shared between the one who reads and the one who waits.
#[derive(Debug, Default)]
pub struct Progress {
    /// The bytes of the file, if that is known.
    size: AtomicUsize,
    read: AtomicUsize,
    checked: AtomicUsize,
    given_up: AtomicBool,
}

impl Progress {
    /// Asks the reading to end as soon as it looks.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to end.
    #[must_use]
    pub fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    /// The bytes read so far, those checked so far, and the size of the file; 0 if not known.
    #[must_use]
    pub fn bytes(&self) -> (usize, usize, usize) {
        let [read, checked, size] =
            [&self.read, &self.checked, &self.size].map(|count| count.load(Ordering::Relaxed));
        (read, checked, size)
    }

    /// Says how large the file is.
    pub(super) fn expect(&self, size: usize) {
        self.size.store(size, Ordering::Relaxed);
    }

    /// Says that so many more bytes are read.
    ///
    /// # Errors
    ///
    /// If the reading is to end.
    pub(super) fn read(&self, more: usize) -> io::Result<()> {
        self.read.fetch_add(more, Ordering::Relaxed);
        if self.is_given_up() { Err(ErrorKind::Interrupted.into()) } else { Ok(()) }
    }

    /// Says how many bytes are checked, where that is known; returns whether to give up.
    pub(super) fn checked(&self, bytes: Option<usize>) -> bool {
        if let Some(bytes) = bytes {
            self.checked.store(bytes, Ordering::Relaxed);
        }
        self.is_given_up()
    }
}
