//! Text folded for finding: case and accents do not matter.
//!
//! Knows Unicode's decomposition and the few letters that it leaves alone.

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
    use super::{Needle, fold};

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
