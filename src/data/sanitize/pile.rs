//! What is piled on one letter: more than a cell of a terminal should hold.
//!
//! Knows marks, clusters and widths. Must not know which characters are harmful alone.
//!
//! A cluster may go on without end: marks, jamo, skin tones, signs before a number, consonants
//! joined to consonants. What has no width of its own is drawn into the cell before it, so that
//! is counted too.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many marks a letter may carry, and what else has no width; no living script needs more.
const MARKS: usize = 4;

/// How many bytes of text one cell may hold: more than the largest syllable that is written, and
/// few enough that the end of one text and the beginning of another fit into a cell together.
const CELL: usize = 32;

/// How many of them are left for the last character of a cluster, which may be what all the others
/// belong to.
const LAST: usize = 4;

/// The text without what is piled too high.
pub(super) fn thinned(text: &str) -> Cow<'_, str> {
    let mut thin = Cow::Borrowed(text);
    // What lay apart may come to lie together when something between goes.
    while is_piled(&thin) {
        let mut heap = Heap::default();
        let mut kept = String::with_capacity(thin.len());
        thin.graphemes(true).for_each(|cluster| kept.extend(heap.kept(cluster)));
        thin = Cow::Owned(kept);
    }
    thin
}

/// Whether something in a text is piled too high.
pub(super) fn is_piled(text: &str) -> bool {
    let mut heap = Heap::default();
    let mut topples = |cluster: &str| heap.kept(cluster).count() < cluster.chars().count();
    text.chars().any(may_pile) && text.graphemes(true).any(&mut topples)
}

/// Whether a character could be part of a pile; those of most languages and their punctuation
/// cannot.
const fn may_pile(c: char) -> bool {
    !matches!(c, '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{20a0}'..='\u{20bf}')
}

/// What lies in one cell so far.
#[derive(Default)]
struct Heap {
    bytes: usize,
    marks: usize,
    /// Whether there is a letter at all; a mark cannot begin a cell.
    has_ground: bool,
}

impl Heap {
    /// The characters of a cluster for which there is room: in a cell of their own, or, if they
    /// have no width, in the cell before them.
    fn kept<'a>(&'a mut self, cluster: &'a str) -> impl Iterator<Item = char> + 'a {
        if cluster.width() > 0 {
            *self = Self::default();
        }
        let end = cluster.len();
        let fits = move |(at, c): (usize, char)| {
            let room = if at + c.len_utf8() == end { CELL } else { CELL - LAST };
            self.takes(c, room).then_some(c)
        };
        cluster.char_indices().filter_map(fits)
    }

    /// Whether there is room for one more; takes it, if so.
    fn takes(&mut self, c: char, room: usize) -> bool {
        let mark = is_combining_mark(c) || c.width() == Some(0);
        let marks = if mark { self.marks + 1 } else { 0 };
        let bytes = self.bytes + c.len_utf8();
        let fits = (self.has_ground || !mark) && marks <= MARKS && bytes <= room;
        if fits {
            *self = Self { bytes, marks, has_ground: true };
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pile_is_thinned_to_a_cell() {
        for more in [
            "\u{301}",
            "\u{35c}",
            "\u{1f3fb}",
            "\u{ff9e}",
            "\u{e33}",
            "\u{1100}",
            "\u{1161}",
            "\u{11a8}\u{1161}",
            "\u{600}",
            "\u{110bd}",
            "\u{915}\u{94d}",
            "\u{f90}",
        ] {
            let pile = format!("x{} y", more.repeat(200));
            let thin = thinned(&pile);
            let largest = thin.graphemes(true).map(str::len).max().unwrap();
            assert!(largest <= CELL, "{more}: {largest}");
            assert!(thin.starts_with('x') && thin.ends_with(" y"), "{thin}");
            assert_eq!(thinned(&thin), thin, "once is enough");
        }
    }

    #[test]
    fn what_comes_to_lie_together_is_thinned_again() {
        let thin = thinned("®\u{1161}🏻🏻🏻🏻🏻🏻🏻🏻");
        assert!(thin.graphemes(true).all(|cluster| cluster.len() <= CELL), "{thin}");
    }

    #[test]
    fn what_no_letter_carries_goes() {
        assert_eq!(thinned("\u{301}\u{316}x"), "x");
        assert_eq!(thinned("\u{1161}"), "");
        assert_eq!(thinned("\u{f90}\u{f90}\u{f90}\u{f90}\u{a3e}"), "");
    }

    #[test]
    fn what_people_write_is_no_pile() {
        for text in [
            "Việt Nam",
            "ऑपरेशन क्षत्रिय श्रृंखला",
            "น้ำ ที่",
            "اَلْعَرَبِيَّة",
            "가각ᄒᆞᆫ",
            "བསྒྲུབས",
            "שָׁלוֹם",
            "👍🏽 🇹🇷",
            "ｶﾞｷﾞ",
            "x̱̄́",
            "தமிழ் க்ஷ்",
            "ខ្ញុំស្រឡាញ់",
        ] {
            assert!(matches!(thinned(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
