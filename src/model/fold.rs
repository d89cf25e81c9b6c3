//! Text folded for finding: case and accents do not matter.
//!
//! Knows Unicode's decomposition and the few letters that it leaves alone.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text so that `turkiye` finds Türkiye, and `istanbul` finds İstanbul and Istanbul.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            let parts = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
            let lower = parts.flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c));
            folded.extend(lower.map(plain));
        }
    }
    folded
}

/// The order of two folded texts as people expect it: numbers in them by their size, so that
/// zone 9 goes before zone 10.
#[must_use]
pub fn natural(one: &str, other: &str) -> Ordering {
    let (mut ones, mut others) = (pieces(one), pieces(other));
    loop {
        let ordering = match (ones.next(), others.next()) {
            (None, None) => return one.cmp(other),
            (one, other) => one.cmp(&other),
        };
        if ordering.is_ne() {
            return ordering;
        }
    }
}

/// A text in pieces: numbers without leading zeros, the shorter first, and single letters.
fn pieces(text: &str) -> impl Iterator<Item = (Option<char>, usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if end > 0 {
            let (digits, after) = rest.split_at_checked(end)?;
            rest = after;
            let digits = digits.trim_start_matches('0');
            return Some((None, digits.len(), digits));
        }
        let mut letters = rest.chars();
        let letter = letters.next()?;
        rest = letters.as_str();
        Some((Some(letter), 0, ""))
    })
}

/// A folded text to look for in many others.
#[derive(Clone, Copy, Debug)]
pub struct Needle<'a> {
    folded: &'a str,
    /// The place in it of the letter that is rarest in plain text.
    rarest: usize,
}

/// Letters from the most to the least frequent; what is not in here is rare.
const FREQUENT: &[u8] = b" eatinosr0123456789hldcumpfgywbvk";

impl<'a> Needle<'a> {
    /// The needle of a folded text.
    #[must_use]
    pub fn new(folded: &'a str) -> Self {
        let rank = |byte: u8| FREQUENT.iter().position(|one| *one == byte);
        let bytes = folded.bytes().enumerate();
        let rarest = bytes.max_by_key(|(_, byte)| rank(*byte).unwrap_or(FREQUENT.len()));
        Self { folded, rarest: rarest.map_or(0, |(place, _)| place) }
    }

    /// Whether it stands in a text as people read it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        // As it stands it may be in any text; only what is written otherwise has to be folded.
        self.folded.is_empty()
            || self.next_in(text.as_bytes(), 0).is_some()
            || (!text.is_ascii() && fold(text).contains(self.folded))
    }

    /// Where it stands next in a text, from a place on, as it is typed but for the case. Elsewhere
    /// it may stand written otherwise, but only where the text is not ASCII.
    pub(crate) fn next_in(&self, text: &[u8], from: usize) -> Option<usize> {
        let folded = self.folded.as_bytes();
        let rare = folded.get(self.rarest).filter(|_| self.folded.is_ascii())?;
        let text = text.get(from..)?;
        let mut places =
            memchr::memchr2_iter(*rare, rare.to_ascii_uppercase(), text.get(self.rarest..)?);
        let here = |at: usize| text.get(at..at + folded.len());
        let found =
            places.find(|at| here(*at).is_some_and(|here| here.eq_ignore_ascii_case(folded)));
        found.map(|at| from + at)
    }
}

/// Letters that carry no separable accent but are typed without one.
const fn plain(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        '’' | 'ʼ' | '‘' => '\'',
        '–' | '‑' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Needle, fold, natural};

    #[test]
    fn numbers_in_names_go_by_their_size() {
        let mut names = ["zone 10", "zone 9", "zone", "zone 9a", "zone 09", "zone 100", "area 11"];
        names.sort_by(|one, other| natural(one, other));
        let wanted = ["area 11", "zone", "zone 09", "zone 9", "zone 9a", "zone 10", "zone 100"];
        assert_eq!(names, wanted);
        assert!(natural("99999999999999999999998", "99999999999999999999999").is_lt());
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        for (text, folded) in [
            ("Türkiye", "turkiye"),
            ("İSTANBUL ISTANBUL ısı", "istanbul istanbul isi"),
            ("Côte d’Ivoire", "cote d'ivoire"),
            ("São Tomé", "sao tome"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_needle_is_found_wherever_folding_would_find_it() {
        for text in
            ["Report 12: Zebra in CHAD.", "", "Zürich", "z", "a Z b", "…zebra", "… ZÉBRA chad."]
        {
            for needle in ["z", "zebra", "chad.", "rt 12", "report 12: zebra in chad.!", "ü", ""] {
                let found = Needle::new(needle).is_in(text);
                assert_eq!(found, fold(text).contains(needle), "{needle:?} in {text:?}");
            }
        }
    }
}
