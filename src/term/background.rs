//! The question whether the terminal's background is dark or light, and its answers.
//!
//! Knows how it is asked and what the answers look like. Must not wait: the answer comes as any
//! other input does, or never, and nothing depends on it but the colours.

use crate::theme::{Choice, Depth, Ground};
use std::time::Duration;

/// The background colour, and after it something every terminal answers: when the second answer
/// is there, the first will not come any more.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// How long an answer on its way is waited for before the terminal goes back to the shell, which
/// would take it for typed text.
pub(super) const PATIENCE: Duration = Duration::from_millis(150);

/// When it is too late to change the colours under the reader's eyes.
pub(super) const TOO_LATE: Duration = Duration::from_secs(1);

/// What a reply of the terminal says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer {
    /// What the background is.
    Ground(Ground),
    /// That everything asked has been answered.
    Done,
}

/// Whether to ask at all: only if the answer would change anything and `TERM` names a terminal
/// that may answer.
pub(super) fn is_worth_asking(choice: Choice, depth: Depth, term: Option<&str>) -> bool {
    let mute = matches!(term, None | Some("" | "dumb" | "linux" | "vt100" | "vt220"));
    matches!(choice, Choice::Auto | Choice::Contrast | Choice::Terminal)
        && !matches!(depth, Depth::Mono)
        && !mute
}

/// What a reply, as the decoder found it, says about the background.
pub(super) fn answer(reply: &[u8]) -> Option<Answer> {
    match reply {
        [0x1b, b'[', b'?', .., b'c'] => Some(Answer::Done),
        [0x1b, b']', b'1', b'1', b';', colour @ ..] => ground(colour).map(Answer::Ground),
        _ => None,
    }
}

/// Dark or light, from `rgb:RRRR/GGGG/BBBB` with one to four digits each, or the same with alpha.
fn ground(colour: &[u8]) -> Option<Ground> {
    let colour = std::str::from_utf8(colour).ok()?;
    let colour = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let mut parts = colour.split('/').map(component);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    let bright = (299 * red + 587 * green + 114 * blue) / 1_000;
    Some(if bright > WHITE / 2 { Ground::Light } else { Ground::Dark })
}

const WHITE: u32 = 0xffff;

/// One component, on a scale to [`WHITE`].
fn component(digits: &str) -> Option<u32> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => WHITE,
        _ => return None,
    };
    let value = u32::from_str_radix(digits, 16).ok()?;
    Some(value * WHITE / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_light(reply: &[u8]) -> Option<bool> {
        match answer(reply)? {
            Answer::Ground(ground) => Some(matches!(ground, Ground::Light)),
            Answer::Done => None,
        }
    }

    #[test]
    fn colours_are_dark_or_light_in_every_notation() {
        for (colour, light) in [
            ("rgb:0000/0000/0000", false),
            ("rgb:ffff/ffff/ffff", true),
            ("rgb:f/f/f", true),
            ("rgb:1e/1e/2e", false),
            ("rgb:fdf/6f6/e3e", true),
            ("rgb:0000/2b2b/3636", false),
            ("rgba:eeee/eeee/eeee/ffff", true),
            ("rgb:0000/0000/ffff", false),
            ("rgb:ffff/ffff/0000", true),
        ] {
            assert_eq!(is_light(format!("\x1b]11;{colour}").as_bytes()), Some(light), "{colour}");
        }
    }

    #[test]
    fn nonsense_says_nothing() {
        for colour in
            ["", "?", "rgb:", "rgb:1/2", "rgb:12345/0/0", "rgb:x/y/z", "rgb://", "#ffffff"]
        {
            assert_eq!(is_light(format!("\x1b]11;{colour}").as_bytes()), None, "{colour}");
        }
        assert_eq!(is_light(b"\x1b]10;rgb:ff/ff/ff"), None);
        assert_eq!(is_light(b"\x1b]11;rgb:ff/ff/\xff"), None);
    }

    #[test]
    fn device_attributes_end_the_question() {
        assert!(matches!(answer(b"\x1b[?62;22c"), Some(Answer::Done)));
    }

    #[test]
    fn only_a_useful_question_is_asked() {
        let term = Some("xterm-256color");
        assert!(is_worth_asking(Choice::Auto, Depth::True, term));
        assert!(!is_worth_asking(Choice::Light, Depth::True, term));
        assert!(!is_worth_asking(Choice::Auto, Depth::Mono, term));
        assert!(!is_worth_asking(Choice::Auto, Depth::Ansi, Some("dumb")));
        assert!(!is_worth_asking(Choice::Auto, Depth::Ansi, None));
    }
}
