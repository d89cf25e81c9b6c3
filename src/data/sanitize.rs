//! The one door for text from outside.
//!
//! Knows which characters could change a terminal, reorder a line or hide what it says. Controls
//! are shown as their pictures, so that an attack looks like one; white space becomes a blank;
//! marks that are invisible or reorder text are dropped; what is stacked on one letter is capped;
//! the rest is put into its composed form (NFC).

mod pile;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::model::ascii::is_plain;
use crate::model::text::{Heap, SafeText};

/// The longest text of a file, in bytes: several times what the format allows, and little enough
/// that drawing it takes no time.
const LONGEST: usize = 10_000;

/// Cleans text for screens, exports and messages.
#[must_use]
pub fn clean(text: &str) -> SafeText {
    SafeText::cleaned(cleaned(text).into_owned())
}

/// The texts of one file on their way through the door: they are put one behind the other, so that
/// very many of them need no room of their own, and the file itself can be let go.
#[derive(Default)]
pub(super) struct Door {
    heap: Arc<Heap>,
    texts: RefCell<String>,
    replaced: Cell<usize>,
    overlong: Cell<bool>,
}

impl Door {
    /// Cleans a text. One that is too long for any use is not let through. What is let through says
    /// something once the door is shut.
    pub(super) fn clean(&self, text: &str) -> SafeText {
        if text.len() > LONGEST {
            self.overlong.set(true);
            return SafeText::default();
        }
        let clean = cleaned(text);
        // A picture is longer than what it stands for; what is let through is let through again.
        if clean.len() > LONGEST {
            self.overlong.set(true);
            return SafeText::default();
        }
        if let Cow::Owned(other) = &clean {
            let harmful = |c| !is_space(c) && safe(c) != Some(c);
            let piled = || text.nfc().count() > other.chars().count();
            if text.chars().any(harmful) || piled() {
                self.replaced.set(self.replaced.get() + 1);
            }
        }
        let mut texts = self.texts.borrow_mut();
        let (start, end) = (texts.len(), texts.len() + clean.len());
        let Ok((start, end)) = u32::try_from(start).and_then(|s| Ok((s, u32::try_from(end)?)))
        else {
            self.overlong.set(true);
            return SafeText::default();
        };
        texts.push_str(&clean);
        SafeText::piece(&self.heap, start..end)
    }

    /// Lets nothing more through: from now on the texts can be read.
    pub(super) fn shut(&self) {
        self.heap.fill(self.texts.take());
    }

    /// Whether a text was too long to be let through.
    pub(super) const fn was_overrun(&self) -> bool {
        self.overlong.get()
    }

    /// How many texts lost something, or had it shown as a picture, so that it does no harm.
    pub(super) const fn replaced(&self) -> usize {
        self.replaced.get()
    }
}

/// The text as it is let through; borrowed where that is as it came.
fn cleaned(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let composed = is_nfc_quick(text.chars()) == IsNormalized::Yes;
    if composed && text.chars().all(|c| safe(c) == Some(c)) && !pile::is_piled(text) {
        return Cow::Borrowed(text);
    }
    // Composed after the door, not before it: what was dropped may have kept two apart.
    let kept: String = text.chars().filter_map(safe).nfc().collect();
    Cow::Owned(pile::thinned(&kept).into_owned())
}

/// What becomes a blank: it does no harm, and nothing is lost.
const fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What a character becomes; `None` where it goes.
fn safe(c: char) -> Option<char> {
    match c {
        _ if is_space(c) => Some(' '),
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
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        clean(text).to_string()
    }

    #[test]
    fn texts_are_read_when_the_door_is_shut_and_a_changed_one_is_counted() {
        let door = Door::default();
        let clean = door.clean("Türkiye");
        assert_eq!(door.replaced(), 0);
        let hostile = door.clean("\u{1b}[2J");
        assert_eq!(door.replaced(), 1);
        let blank = door.clean("tab\there");
        assert_eq!(door.replaced(), 1, "a blank is no harm");
        door.shut();
        let texts = [clean.as_str(), hostile.as_str(), blank.as_str()];
        assert_eq!(texts, ["Türkiye", "␛[2J", "tab here"]);
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
