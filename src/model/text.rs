//! Text that came from outside and has passed the one door for it.
//!
//! Knows nothing but that its content was cleaned; must not clean anything itself.

use std::fmt;

/// Text from a data file, a file name or an option, safe to draw and to print.
///
/// Only [`crate::data::sanitize`] makes one, so a view or an export that asks for `SafeText`
/// cannot be handed an escape sequence.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Box<str>);

impl SafeText {
    /// Wraps text that the sanitizer has cleaned.
    pub(crate) fn cleaned(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
