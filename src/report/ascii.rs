//! Text for places that show nothing but ASCII.
//!
//! Knows how each of our signs is spelled there, and how to take a letter's accent off. Must not
//! know where the text goes, or whether it should be ASCII.

use std::io::{self, Write};
use std::str;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::theme::Signs;

/// The text in ASCII: signs spelled out, letters without their accents, `?` for what has neither.
#[must_use]
pub fn text(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut said = String::with_capacity(text.len());
    for letter in text.chars() {
        spell(letter, &mut said);
    }
    said
}

fn spell(letter: char, said: &mut String) {
    if letter.is_ascii() {
        said.push(letter);
    } else if let Some(sign) = sign(letter) {
        said.push_str(sign);
    } else if letter.is_whitespace() {
        said.push(' ');
    } else if !is_silent(letter) {
        let before = said.len();
        // Not what merely looks like it: ½ must not become 12.
        said.extend(std::iter::once(letter).nfd().filter(char::is_ascii));
        if said.len() == before {
            said.push('?');
        }
    }
}

/// What belongs to the letter before it: an accent, a joiner, a choice of its shape.
fn is_silent(letter: char) -> bool {
    is_combining_mark(letter) || matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Signs and letters that do not come apart. No two signs with meanings of their own become one:
/// `≥178` must not be read as more than 178.
const fn sign(letter: char) -> Option<&'static str> {
    Some(match letter {
        '≥' => ">=",
        '≤' => "<=",
        '≈' => "~",
        '…' => "...",
        '·' => "|",
        '†' => "!",
        '×' => "x",
        '÷' => "/",
        '→' => "->",
        '←' => "<-",
        '↑' | '▴' => "^",
        '↓' | '▾' => "v",
        '▸' => ">",
        '●' => "+",
        '◂' => "<",
        '–' | '—' | '‑' | '−' | '•' => "-",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '‚' | 'ʼ' => "'",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'þ' => "th",
        'Þ' => "Th",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'ı' => "i",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        '€' => "EUR",
        '£' => "GBP",
        _ => return None,
    })
}

/// Writes text on, in ASCII where nothing else can be shown.
#[derive(Debug)]
pub struct Text<W> {
    to: W,
    signs: Signs,
    /// The bytes of a character whose rest has not come yet.
    torn: Vec<u8>,
}

impl<W: Write> Text<W> {
    /// Before a writer.
    pub const fn new(to: W, signs: Signs) -> Self {
        Self { to, signs, torn: Vec::new() }
    }
}

impl<W: Write> Write for Text<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.signs == Signs::Unicode {
            return self.to.write(bytes);
        }
        self.torn.extend(bytes);
        let whole = match str::from_utf8(&self.torn) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            // What is not text is passed on; nothing of ours writes that.
            Ok(_) | Err(_) => self.torn.len(),
        };
        let rest = self.torn.split_off(whole);
        let ready = std::mem::replace(&mut self.torn, rest);
        self.to.write_all(text(&String::from_utf8_lossy(&ready)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_are_spelled_and_accents_left_off() {
        for (written, said) in [
            ("Türkiye", "Turkiye"),
            (
                "at least ≥178, about ≈24,000, up to ≤40, more than >250",
                "at least >=178, about ~24,000, up to <=40, more than >250",
            ),
            ("São Tomé and Côte d’Ivoire", "Sao Tome and Cote d'Ivoire"),
            ("“Straße” – İstanbul, Łódź", "\"Strasse\" - Istanbul, Lodz"),
            ("Serbia → Bosnia…", "Serbia -> Bosnia..."),
            ("94† 1? 6*", "94! 1? 6*"),
            ("北京 \u{a0}½ 10²", "??  ? 10?"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(text(written), said);
        }
    }

    #[test]
    fn no_two_signs_of_a_number_are_spelled_alike() {
        let signs = ["≥", ">", "≈", "≤", "·", "…", "?", "*", "†"].map(text);
        for (at, one) in signs.iter().enumerate() {
            assert!(!signs.iter().skip(at + 1).any(|other| other == one), "{one}");
        }
    }

    #[test]
    fn a_character_may_come_in_parts() {
        for size in 1..5 {
            let mut out = Text::new(Vec::new(), Signs::Ascii);
            for part in "≥178 in Türkiye".as_bytes().chunks(size) {
                out.write_all(part).unwrap();
            }
            assert_eq!(out.to, b">=178 in Turkiye");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_it_is_ascii(written in "\\PC{0,40}", bytes: Vec<u8>) {
            prop_assert!(text(&written).is_ascii());
            let mut out = Text::new(Vec::new(), Signs::Ascii);
            out.write_all(&bytes).unwrap();
            prop_assert!(out.to.is_ascii());
            let mut out = Text::new(Vec::new(), Signs::Unicode);
            out.write_all(&bytes).unwrap();
            prop_assert_eq!(out.to, bytes);
        }
    }
}
