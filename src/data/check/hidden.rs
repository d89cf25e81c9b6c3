//! Characters that a reader of the file does not see, or that turn what is seen around.
//!
//! Knows what to call them. What counts as one is decided by the one door for text alone.

use unicode_normalization::UnicodeNormalization as _;

use super::Severity;
use crate::data::sanitize::clean;

/// How far into a text is looked; a longer one is refused for its length.
const FAR: usize = 1000;

/// What is hidden in a text.
pub(super) struct Hidden {
    /// How grave that is.
    pub(super) severity: Severity,
    /// What it is, in words.
    pub(super) what: String,
}

/// What the door for text takes out of a text, if anything.
pub(super) fn hidden(text: &str) -> Option<Hidden> {
    let plain = |byte: u8| (0x20..0x7f).contains(&byte);
    let head = text.as_bytes().get(..FAR).unwrap_or(text.as_bytes());
    // Without a way out in the middle, the compiler looks at many bytes at once.
    if head.iter().fold(true, |all, byte| all & plain(*byte)) {
        return None;
    }
    let text: String = text.chars().take(FAR).collect();
    let composed: String = text.nfc().collect();
    if clean(&text).as_str() == composed {
        return None;
    }
    let found = text.chars().find(|c| is_changed(*c));
    Some(found.map_or_else(
        || {
            Hidden {
                severity: Severity::Warning,
                what: "more marks are piled on one letter than any script needs, or stand on none"
                    .to_owned(),
            }
        },
        |c| Hidden {
            severity: if is_harmless(c) { Severity::Warning } else { Severity::Error },
            what: format!("the text holds U+{:04X}, {}", u32::from(c), name(c)),
        },
    ))
}

/// Whether the door does not let a character through as it is.
fn is_changed(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    // Behind a letter: a mark that stands on nothing goes, whatever it is.
    let alone = format!("x{c}");
    clean(&alone).as_str() != alone.nfc().collect::<String>()
}

/// What stands in honest text, though nobody sees it.
const fn is_harmless(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

const fn name(c: char) -> &'static str {
    match c {
        '\t' => "a tab",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "a control character",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "which turns the direction of the text"
        }
        '\u{e0000}'..='\u{e007f}' => "an invisible tag character",
        _ => "which is not seen",
    }
}
