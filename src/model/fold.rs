//! Text folded for finding: case and accents do not matter.
//!
//! Knows Unicode's decomposition and the few letters that it leaves alone.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text so that `turkiye` finds Türkiye, and `istanbul` finds İstanbul and Istanbul.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c))
        .map(plain)
        .collect()
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
    use super::fold;

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
}
