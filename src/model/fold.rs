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
        let as_it_stands = self.folded.is_ascii() && self.is_in_ascii(text.as_bytes());
        as_it_stands || (!text.is_ascii() && fold(text).contains(self.folded))
    }

    fn is_in_ascii(&self, text: &[u8]) -> bool {
        let Some(rare) = self.folded.as_bytes().get(self.rarest) else { return true };
        let mut places = memchr::memchr2_iter(*rare, rare.to_ascii_uppercase(), text);
        places.any(|at| {
            let start = at.checked_sub(self.rarest);
            let here = start.and_then(|start| text.get(start..start + self.folded.len()));
            here.is_some_and(|here| here.eq_ignore_ascii_case(self.folded.as_bytes()))
        })
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
