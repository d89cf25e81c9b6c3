//! Text that came from outside and has passed the one door for it.
//!
//! Knows nothing but that its content was cleaned; must not clean anything itself.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// What texts are cut from: the whole of a file, or one text alone.
///
/// The texts of a large file stay where they were read. A heap as a whole is not clean; only the
/// pieces are that the door has let through.
#[derive(Debug)]
pub(crate) struct Heap(Cow<'static, str>);

impl Heap {
    /// A heap of text; `None` where it is too long to be pointed into.
    pub(crate) fn new(text: Cow<'static, str>) -> Option<Arc<Self>> {
        u32::try_from(text.len()).ok().map(|_| Arc::new(Self(text)))
    }

    /// All of it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Where a piece of this text lies in it; `None` for a text from elsewhere.
    fn place(&self, piece: &str) -> Option<Range<u32>> {
        let start = piece.as_ptr().addr().checked_sub(self.0.as_ptr().addr())?;
        let end = start.checked_add(piece.len()).filter(|end| *end <= self.0.len())?;
        Some(u32::try_from(start).ok()?..u32::try_from(end).ok()?)
    }
}

/// Text from a data file, a file name or an option, safe to draw and to print.
///
/// Only [`crate::data::sanitize`] makes one, so a view or an export that asks for `SafeText`
/// cannot be handed an escape sequence.
#[derive(Clone)]
pub struct SafeText {
    heap: Arc<Heap>,
    start: u32,
    end: u32,
}

impl SafeText {
    /// Wraps text that the sanitizer has cleaned.
    pub(crate) fn cleaned(text: String) -> Self {
        let heap = Heap::new(Cow::Owned(text)).unwrap_or_else(|| Arc::new(Heap("".into())));
        let end = u32::try_from(heap.as_str().len()).unwrap_or(0);
        Self { heap, start: 0, end }
    }

    /// Wraps a piece of a heap that the sanitizer has found clean; `None` if it is not in there.
    pub(crate) fn piece(heap: &Arc<Heap>, piece: &str) -> Option<Self> {
        let Range { start, end } = heap.place(piece)?;
        Some(Self { heap: Arc::clone(heap), start, end })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        self.heap.as_str().get(at(self.start)..at(self.end)).unwrap_or_default()
    }

    /// Whether there is no text at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

impl Default for SafeText {
    fn default() -> Self {
        Self::cleaned(String::new())
    }
}

impl PartialEq for SafeText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SafeText {}

impl PartialOrd for SafeText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SafeText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for SafeText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_heap_is_itself_and_a_stranger_is_none() {
        let heap = Heap::new("one two three".into()).unwrap();
        let two = heap.as_str().get(4..7).unwrap();
        assert_eq!(SafeText::piece(&heap, two).unwrap().as_str(), "two");
        assert!(SafeText::piece(&heap, "two, but elsewhere").is_none());
    }
}
