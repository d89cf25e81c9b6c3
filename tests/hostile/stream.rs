//! The bytes that go to a terminal, taken apart: only the sequences that the program means to
//! send, and text that a line of a terminal can hold.
//!
//! Knows every sequence of the program. Shared by the tests of the canvas and of the real binary.

#![allow(clippy::string_slice, reason = "a test that meets the unexpected has failed")]

use unicode_width::UnicodeWidthChar;

/// Sequences without parameters of their own, as they are sent.
const KNOWN: [&str; 17] = [
    "[?2026h",
    "[?2026l",
    "[?1049h",
    "[?1049l",
    "[?25h",
    "[?25l",
    "[?1000h",
    "[?1000l",
    "[?1006h",
    "[?1006l",
    "[?2004h",
    "[?2004l",
    "[2J",
    "[c",
    "]11;?\x1b\\",
    "]8;;\x1b\\",
    "[H",
];

/// More characters without a width in a row than any script puts on a letter.
const PILE: usize = 8;

/// How much of a fault is shown.
const SHOWN: usize = 60;

/// Says what is in the bytes that should not be; nothing if all is well. What the program copied
/// by request may be among them.
pub(crate) fn fault(bytes: &[u8], copies: bool) -> Option<String> {
    let Ok(mut rest) = str::from_utf8(bytes) else {
        return Some("not UTF-8".to_owned());
    };
    let mut linked = false;
    let mut pile = 0;
    while let Some(c) = rest.chars().next() {
        let here = || format!("{:?}", rest.chars().take(SHOWN).collect::<String>());
        if c == '\x1b' {
            let Some(length) = sequence(&rest[1..], copies) else {
                return Some(format!("a sequence that is not ours: {}", here()));
            };
            let sequence = &rest[1..=length];
            match (sequence.starts_with("]8;"), sequence == "]8;;\x1b\\", linked) {
                (true, false, true) => return Some(format!("a link in a link: {}", here())),
                // The end of none does no harm: it is sent when the terminal is given back.
                (true, end, _) => linked = !end,
                (false, ..) if linked && sequence == "[?2026l" => {
                    return Some("a link that stays open after the frame".to_owned());
                }
                _ => {}
            }
            rest = &rest[1 + length..];
            continue;
        }
        pile = if c.width() == Some(0) { pile + 1 } else { 0 };
        if is_forbidden(c) || pile > PILE {
            return Some(format!("U+{:04X} in the text: {}", u32::from(c), here()));
        }
        rest = &rest[c.len_utf8()..];
    }
    linked.then(|| "a link that stays open".to_owned())
}

/// The length of the sequence that begins here, behind its Escape; `None` if it is not ours.
fn sequence(rest: &str, copies: bool) -> Option<usize> {
    if let Some(known) = KNOWN.iter().find(|known| rest.starts_with(**known)) {
        return Some(known.len());
    }
    let until = |lead: &str| Some(rest.strip_prefix(lead)?.split_once("\x1b\\")?.0);
    if let Some(link) = until("]8;id=l") {
        let (id, address) = link.split_once(';')?;
        let safe = address.bytes().all(|byte| byte.is_ascii_graphic()) && address.len() <= 2_000;
        let web = address.starts_with("http://") || address.starts_with("https://");
        let counted = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        return (safe && web && counted).then(|| "]8;id=l".len() + link.len() + 2);
    }
    if let Some(copy) = until("]52;c;").filter(|_| copies) {
        let base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
        return copy.bytes().all(base64).then(|| "]52;c;".len() + copy.len() + 2);
    }
    let parameters = rest.strip_prefix('[')?;
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    // A style, a place, a column, blanks.
    parameters[end..].starts_with(['m', 'H', 'G', 'X']).then_some(end + 2)
}

/// Characters that a terminal obeys, does not show, or turns the line around for.
pub(crate) const fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_to_be_sent_passes() {
        for bytes in [
            "",
            "Türkiye 北京 क्षत्रिय",
            "\x1b[?2026h\x1b[2J\x1b[1;3Hd\x1b[38;5;250;48;2;1;2;3mx\x1b[0m\x1b[?2026l",
            "\x1b]8;id=l0;https://e.org/#:~:text=a%2C\x1b\\x\x1b]8;;\x1b\\",
        ] {
            assert_eq!(fault(bytes.as_bytes(), false), None, "{bytes:?}");
        }
        assert_eq!(fault(b"\x1b]52;c;aMOp\x1b\\", true), None);
    }

    #[test]
    fn what_is_not_meant_is_found() {
        for bytes in [
            "\x07",
            "a\nb",
            "\x1b",
            "\x1bc",
            "\x1b[6n",
            "\x1b[3J",
            "\x1b[?1003h",
            "\x1b]0;x\x07",
            "\x1b]52;c;aMOp\x1b\\",
            "\x1b]8;;https://e.org/\x1b\\x\x1b]8;;\x1b\\",
            "\x1b]8;id=l0;file:///x\x1b\\x\x1b]8;;\x1b\\",
            "\x1b]8;id=l0;https://e.org/ñ\x1b\\x\x1b]8;;\x1b\\",
            "\x1b]8;id=l0;https://e.org/\x1b\\x",
            "\x1b]8;id=l0;https://e.org/\x1b\\x\x1b[?2026l\x1b]8;;\x1b\\",
            "\x1b]8;id=l0;https://e.org/\x1b\\\x1b]8;id=l1;https://e.org/\x1b\\\x1b]8;;\x1b\\",
            "\u{9b}31m",
            "a\u{202e}b",
            "a\u{200d}b",
            "x\u{fe0f}",
            "\u{e0041}",
            "a\u{2028}b",
            "x\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        ] {
            assert!(fault(bytes.as_bytes(), false).is_some(), "{bytes:?}");
        }
        assert!(fault(b"\xff", false).is_some());
    }
}
