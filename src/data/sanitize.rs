//! The one door for text from outside.
//!
//! Knows which characters could change a terminal, reorder a line or hide what it says. Controls
//! are shown as their pictures, so that an attack looks like one; white space becomes a blank;
//! marks that are invisible or reorder text are dropped; what is stacked on one letter is capped;
//! the rest is put into its composed form (NFC).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::text::SafeText;

/// How many combining marks a letter may carry; no living script needs more.
const MARKS: usize = 4;

/// Cleans text for screens, exports and messages.
#[must_use]
pub fn clean(text: &str) -> SafeText {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return SafeText::cleaned(text.to_owned());
    }
    let mut marks = 0;
    let kept = text.nfc().filter_map(safe).filter(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS
    });
    SafeText::cleaned(kept.collect())
}

/// What a character becomes; `None` where it goes.
fn safe(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        _ if is_invisible(c) => None,
        _ => Some(c),
    }
}

/// Characters that are not seen, or that turn the order of those that are.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    fn cleaned(text: &str) -> String {
        clean(text).to_string()
    }

    #[test]
    fn controls_are_seen_and_never_sent() {
        assert_eq!(cleaned("\u{1b}[31mred\u{7}"), "␛[31mred␇");
        assert_eq!(cleaned("a\u{9b}31m\u{7f}"), "a\u{fffd}31m␡");
        assert_eq!(cleaned("a\tb\r\nc\u{2028}d"), "a b  c d");
    }

    #[test]
    fn nothing_invisible_or_reordering_is_left() {
        assert_eq!(cleaned("a\u{202e}b\u{2067}c\u{200b}d\u{feff}e\u{ad}f"), "abcdef");
        assert_eq!(cleaned("x\u{e0041}\u{fe0f}\u{200d}y"), "xy");
    }

    #[test]
    fn letters_of_the_world_stay() {
        for text in ["Türkiye", "Côte d’Ivoire", "الجبل الأسود", "北京", "Việt Nam", "–…·"]
        {
            assert_eq!(cleaned(text), text);
        }
        assert_eq!(cleaned("Tu\u{308}rkiye"), "Türkiye");
    }

    #[test]
    fn a_pile_of_marks_is_capped() {
        let pile = format!("x{}y", "\u{35c}".repeat(1000));
        assert_eq!(cleaned(&pile).chars().count(), 6);
    }
}
