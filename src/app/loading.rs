//! A file that is being read while the board goes on.
//!
//! Knows how far the reading has come. Who reads, and how, is known outside.

use super::App;
use super::action::Effect;
use crate::model::text::SafeText;

/// A file that is being read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loading {
    /// What it is called.
    pub title: SafeText,
    /// How far it has come.
    pub progress: Stage,
}

/// How far a reading has come, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stage {
    /// The size of the file; 0 if it is not known.
    pub size: usize,
    /// How much of it was read.
    pub read: usize,
    /// How much of it was checked.
    pub checked: usize,
}

/// Bytes in a megabyte, as people count files.
const MEGABYTE: usize = 1_000_000;

impl Stage {
    /// In words: `47 of 309 MB read`, `45 % checked`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (read, size) = (self.read / MEGABYTE, self.size / MEGABYTE);
        match self.size {
            0 => format!("{read} MB read"),
            _ if self.checked > 0 => format!("{} % checked", self.percent(self.checked)),
            _ => format!("{read} of {size} MB read"),
        }
    }

    /// How much of the work is done, in percent; reading is about a quarter of it.
    #[must_use]
    pub fn done(self) -> u64 {
        (self.percent(self.read) + 3 * self.percent(self.checked)) / 4
    }

    fn percent(self, bytes: usize) -> u64 {
        let wide = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        (wide(bytes).saturating_mul(100) / wide(self.size).max(1)).min(100)
    }
}

impl App {
    /// A board on a file that is still to be read.
    #[must_use]
    pub fn unread(title: SafeText) -> Self {
        let mut app = Self::new(crate::model::operation::Operation::unread(title));
        app.unread = true;
        app
    }

    /// Whether nothing has been read yet.
    #[must_use]
    pub const fn is_unread(&self) -> bool {
        self.unread
    }

    /// The file that is being read.
    #[must_use]
    pub const fn loading(&self) -> Option<&Loading> {
        self.loading.as_ref()
    }

    /// Gives up the reading, if there is one; where nothing else is shown, that is the end.
    pub(super) fn give_up(&mut self) -> Option<Effect> {
        let loading = self.loading.take()?;
        self.notice = Some(format!("{} was not opened", loading.title));
        Some(if self.unread { Effect::Quit } else { Effect::GiveUp })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_it_has_come_is_said_in_words() {
        let stage = |read, checked| Stage { size: 309_000_000, read, checked };
        assert_eq!(stage(47_500_000, 0).in_words(), "47 of 309 MB read");
        assert_eq!(stage(309_000_000, 154_500_000).in_words(), "50 % checked");
        assert_eq!(Stage { read: 3_000_000, ..Stage::default() }.in_words(), "3 MB read");
        assert_eq!(stage(0, 0).done(), 0);
        assert_eq!(stage(309_000_000, 309_000_000).done(), 100);
    }
}
