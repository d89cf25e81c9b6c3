//! Sequences: the event that one whole escape sequence, or one whole character, stands for.
//!
//! Knows which sequences the parser must not be given. Must not know how sequences are found in
//! the stream.

use terminput::{Event, KeyEventKind, KeyModifiers};

/// The event of a whole sequence; none if it is not one we take.
pub(super) fn event(sequence: &[u8]) -> Option<Event> {
    if is_unfit(sequence) {
        return None;
    }
    match Event::parse_from(sequence).ok().flatten()? {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        event => Some(event),
    }
}

/// The event of a key that is pressed together with Alt.
pub(super) fn with_alt(key: u8) -> Option<Event> {
    match event(&[key])? {
        Event::Key(mut key) => {
            key.modifiers |= KeyModifiers::ALT;
            Some(Event::Key(key))
        }
        _ => None,
    }
}

/// What the parser would overflow on or mistake for a key.
fn is_unfit(sequence: &[u8]) -> bool {
    match sequence {
        // It takes one from each coordinate, and they are from outside.
        [0x1b, b'[', b'<', place @ .., b'M' | b'm'] => !is_on_screen(place),
        // A report of the cursor's place reads like F3 with odd modifiers; F3 itself starts with 1.
        [0x1b, b'[', b'1', b';', _, b'R'] | [0x1b, b'[', b'R'] => false,
        // The others, and mouse reports of a kind we never ask for, with the same subtraction.
        [0x1b, b'[', .., b'R'] | [0x1b, b'[', b'0'..=b'9', .., b'M'] => true,
        _ => false,
    }
}

/// Whether a mouse report, `button;column;row`, counts from one as it should.
fn is_on_screen(place: &[u8]) -> bool {
    let mut fields = place.split(|byte| *byte == b';').skip(1);
    let mut counts = || {
        let field = fields.next().and_then(|field| std::str::from_utf8(field).ok());
        field.and_then(|field| field.parse::<u16>().ok()).is_some_and(|place| place > 0)
    };
    counts() && counts()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use terminput::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind, ScrollDirection};

    fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
        Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
    }

    #[test]
    fn clicks_and_the_wheel_count_from_zero() {
        let left = MouseButton::Left;
        assert_eq!(event(b"\x1b[<0;1;1M"), Some(mouse(MouseEventKind::Down(left), 0, 0)));
        assert_eq!(event(b"\x1b[<0;12;7m"), Some(mouse(MouseEventKind::Up(left), 11, 6)));
        let down = MouseEventKind::Scroll(ScrollDirection::Down);
        assert_eq!(event(b"\x1b[<65;300;7M"), Some(mouse(down, 299, 6)));
    }

    #[test]
    fn what_would_break_the_parser_does_not_reach_it() {
        let hostile: [&[u8]; 9] = [
            b"",
            b"\x1b[<0;0;1M",
            b"\x1b[<0;1;0m",
            b"\x1b[<0;0M",
            b"\x1b[<M",
            b"\x1b[<0;99999;1M",
            b"\x1b[32;0;0M",
            b"\x1b[24;80R",
            b"\x1b[1;80R",
        ];
        for sequence in hostile {
            assert_eq!(event(sequence), None, "{sequence:?}");
        }
    }

    #[test]
    fn a_key_let_go_is_not_a_key() {
        assert_eq!(event(b"\x1b[97;1:1u"), Some(Event::Key(KeyCode::Char('a').into())));
        assert_eq!(event(b"\x1b[97;1:3u"), None);
    }

    #[test]
    fn alt_is_added_to_a_key() {
        let key = KeyEvent::new(KeyCode::Char('[')).modifiers(KeyModifiers::ALT);
        assert_eq!(with_alt(b'['), Some(Event::Key(key)));
        assert_eq!(with_alt(0x80), None);
    }

    proptest! {
        #[test]
        fn no_sequence_panics(start in "\x1b(\\[|O|\\[<|\\[M|\\[\\[|\\[\\?|\\[;)?", rest: Vec<u8>) {
            let mut sequence = start.into_bytes();
            sequence.extend(rest);
            let _ = event(&sequence);
        }

        #[test]
        fn no_numbers_panic(text in "\x1b\\[[<?;]?([0-9]{0,6}[;:]?){0,5}[A-Za-z~]") {
            let _ = event(text.as_bytes());
        }
    }
}
