//! Text that came from outside and has passed the one door for it.
//!
//! Knows nothing but that its content was cleaned; must not clean anything itself.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// What texts are cut from: all texts of a file, or one text alone.
///
/// Those of a file are pieces of it from the beginning, but say nothing until all of them have come
/// and the heap is filled.
#[derive(Debug, Default)]
pub(crate) struct Heap(OnceLock<Box<str>>);

impl Heap {
    /// Fills it, once.
    pub(crate) fn fill(&self, text: String) {
        self.0.get_or_init(|| text.into_boxed_str());
    }

    fn as_str(&self) -> &str {
        self.0.get().map_or("", |text| text)
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
        let end = u32::try_from(text.len());
        let heap = Arc::<Heap>::default();
        heap.fill(if end.is_ok() { text } else { String::new() });
        Self { heap, start: 0, end: end.unwrap_or(0) }
    }

    /// Wraps a piece of a heap that holds nothing, or will hold nothing, but text that the
    /// sanitizer has cleaned.
    pub(crate) fn piece(heap: &Arc<Heap>, Range { start, end }: Range<u32>) -> Self {
        Self { heap: Arc::clone(heap), start, end }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        self.heap.as_str().get(at(self.start)..at(self.end)).unwrap_or_default()
    }

    /// All texts of a file from this one up to a later one; `None` if they are of no one file.
    pub(crate) fn up_to(&self, last: &Self) -> Option<&str> {
        let at = |place: u32| usize::try_from(place).ok();
        let whole = Arc::ptr_eq(&self.heap, &last.heap).then(|| self.heap.as_str())?;
        whole.get(at(self.start)?..at(last.end)?)
    }

    /// Where it lies behind the beginning of an earlier text of the same file.
    pub(crate) fn behind(&self, first: &Self) -> Range<usize> {
        let far = |place: u32| usize::try_from(place.saturating_sub(first.start)).unwrap_or(0);
        far(self.start)..far(self.end)
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
    fn a_piece_says_what_its_heap_was_filled_with() {
        let heap = Arc::<Heap>::default();
        let two = SafeText::piece(&heap, 4..7);
        assert_eq!(two.as_str(), "");
        heap.fill("one two three".to_owned());
        assert_eq!(two.as_str(), "two");
        assert_eq!(SafeText::piece(&heap, 4..70).as_str(), "");
    }
}
