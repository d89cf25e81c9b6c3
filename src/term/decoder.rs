//! The decoder: a stream of bytes, cut anywhere, into keys, clicks, pastes and replies.
//!
//! Knows where a sequence ends. Must not read, wait or look at a clock, and must not know what a
//! sequence means (`sequence` does).
//!
//! Whatever comes, it holds a bounded number of bytes, and a control character or Escape ends any
//! sequence but a paste: nothing the terminal sends can swallow the keyboard.

use super::sequence;
use terminput::Event;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// Longer control sequences are none that anybody sends; they are dropped whole.
const SEQUENCE_LIMIT: usize = 128;
/// Longer replies are none that we asked for; they are dropped whole.
const REPLY_LIMIT: usize = 256;
/// What is pasted beyond this is dropped.
const PASTE_LIMIT: usize = 64 * 1024;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// One thing found in the stream.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// The user did something.
    Event(Event),
    /// The terminal says something: a string without its terminator, or device attributes.
    Reply(Vec<u8>),
}

/// Where in the stream we are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// Between sequences.
    #[default]
    Ground,
    /// After Escape.
    Escape,
    /// After `ESC [`.
    Control,
    /// After `ESC O`.
    Function,
    /// In something of known length, with so many bytes to go, whatever they are.
    Fixed(u8),
    /// In a character of several bytes, with so many to go.
    Character(u8),
    /// In a string of the terminal: after `ESC ]` and its like.
    Text,
    /// In such a string, after Escape.
    TextEnd,
    /// In pasted text, with so many bytes of its end seen.
    Paste(usize),
}

/// Puts sequences together.
#[derive(Default)]
pub(super) struct Decoder {
    state: State,
    held: Vec<u8>,
}

impl Decoder {
    /// Takes bytes in and adds what they complete.
    pub(super) fn feed(&mut self, bytes: &[u8], found: &mut Vec<Piece>) {
        found.extend(bytes.iter().filter_map(|byte| self.step(*byte)));
    }

    /// Whether a pause now would make a key of what may be the start of a sequence.
    pub(super) fn is_torn(&self) -> bool {
        match self.state {
            State::Escape => true,
            State::Control | State::Function | State::Text => self.held.len() == 2,
            _ => false,
        }
    }

    /// Says that the stream pauses. A terminal sends a sequence in one piece, a person does not:
    /// Escape, or Escape and one byte, before a pause is a key and not the start of a sequence.
    pub(super) fn pause(&mut self, found: &mut Vec<Piece>) {
        if self.is_torn() {
            let event = match *self.held {
                [_, key] => sequence::with_alt(key),
                _ => sequence::event(&self.held),
            };
            self.reset();
            found.extend(event.map(Piece::Event));
        }
    }

    fn step(&mut self, byte: u8) -> Option<Piece> {
        match self.state {
            State::Ground => self.ground(byte),
            State::Escape => self.escape(byte),
            State::Control => self.control(byte),
            State::Function => self.function(byte),
            State::Fixed(left) => self.fixed(byte, left),
            State::Character(left) => self.character(byte, left),
            State::Text => self.text(byte),
            State::TextEnd => self.text_end(byte),
            State::Paste(seen) => self.paste(byte, seen),
        }
    }

    fn ground(&mut self, byte: u8) -> Option<Piece> {
        self.held.clear();
        match byte {
            ESC => self.hold(byte, State::Escape),
            _ => self.key(byte),
        }
    }

    /// A key or the start of a character, on its own or after Escape.
    fn key(&mut self, byte: u8) -> Option<Piece> {
        match byte {
            0x00..=0x7f => self.finish(byte),
            0xc2..=0xdf => self.hold(byte, State::Character(1)),
            0xe0..=0xef => self.hold(byte, State::Character(2)),
            0xf0..=0xf4 => self.hold(byte, State::Character(3)),
            _ => self.drop_held(),
        }
    }

    fn escape(&mut self, byte: u8) -> Option<Piece> {
        match byte {
            b'[' => self.hold(byte, State::Control),
            b'O' => self.hold(byte, State::Function),
            b']' | b'P' | b'X' | b'^' | b'_' => self.hold(byte, State::Text),
            // The Escape key, and right after it something else that starts with Escape.
            ESC => sequence::event(&self.held).map(Piece::Event),
            _ => self.key(byte),
        }
    }

    fn control(&mut self, byte: u8) -> Option<Piece> {
        match (byte, self.held.len()) {
            (0x20..=0x3f, ..SEQUENCE_LIMIT) => self.hold(byte, State::Control),
            (0x20..=0x3f, _) => None,
            // Three bytes of a mouse report from a terminal that knows no better way.
            (b'M', 2) => self.hold(byte, State::Fixed(3)),
            // A function key of the Linux console.
            (b'[', 2) => self.hold(byte, State::Fixed(1)),
            (0x40..=0x7e, ..SEQUENCE_LIMIT) => self.control_end(byte),
            (0x40..=0x7e, _) => self.drop_held(),
            _ => self.broken_off(byte),
        }
    }

    fn control_end(&mut self, byte: u8) -> Option<Piece> {
        if byte == b'c' && self.held.get(2) == Some(&b'?') {
            self.held.push(byte);
            return self.reply();
        }
        if byte == b'~' && PASTE_START.strip_suffix(b"~") == Some(&self.held) {
            self.held.clear();
            self.state = State::Paste(0);
            return None;
        }
        self.finish(byte)
    }

    fn function(&mut self, byte: u8) -> Option<Piece> {
        match (byte, self.held.len()) {
            // Modifiers, as some old terminals put them.
            (b'0'..=b';', ..SEQUENCE_LIMIT) => self.hold(byte, State::Function),
            (b'0'..=b';', _) => None,
            (0x20..=0x7e, ..SEQUENCE_LIMIT) => self.finish(byte),
            (0x20..=0x7e, _) => self.drop_held(),
            _ => self.broken_off(byte),
        }
    }

    fn fixed(&mut self, byte: u8, left: u8) -> Option<Piece> {
        match left {
            2.. => self.hold(byte, State::Fixed(left - 1)),
            _ => self.finish(byte),
        }
    }

    fn character(&mut self, byte: u8, left: u8) -> Option<Piece> {
        match (byte, left) {
            (0x80..=0xbf, 2..) => self.hold(byte, State::Character(left - 1)),
            (0x80..=0xbf, _) => self.finish(byte),
            _ => self.broken_off(byte),
        }
    }

    fn text(&mut self, byte: u8) -> Option<Piece> {
        match (byte, self.held.len()) {
            (BEL, _) => self.reply(),
            (ESC, _) => {
                self.state = State::TextEnd;
                None
            }
            (0x00..=0x1f, _) => self.broken_off(byte),
            (_, ..REPLY_LIMIT) => self.hold(byte, State::Text),
            _ => None,
        }
    }

    fn text_end(&mut self, byte: u8) -> Option<Piece> {
        if byte == b'\\' {
            return self.reply();
        }
        self.held.clear();
        self.held.push(ESC);
        self.state = State::Escape;
        self.escape(byte)
    }

    fn paste(&mut self, byte: u8, seen: usize) -> Option<Piece> {
        if PASTE_END.get(seen) != Some(&byte) {
            // It only looked like the end; it is text.
            self.keep(PASTE_END.get(..seen).unwrap_or_default());
            let restarts = PASTE_END.first() == Some(&byte);
            if !restarts {
                self.keep(&[byte]);
            }
            self.state = State::Paste(usize::from(restarts));
            return None;
        }
        if seen + 1 < PASTE_END.len() {
            self.state = State::Paste(seen + 1);
            return None;
        }
        let text = String::from_utf8_lossy(&self.held);
        let cut = self.held.len() == PASTE_LIMIT;
        let text = if cut { text.trim_end_matches(char::REPLACEMENT_CHARACTER) } else { &text };
        let event = Event::Paste(text.to_owned());
        self.reset();
        Some(Piece::Event(event))
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE_LIMIT.saturating_sub(self.held.len());
        self.held.extend(bytes.iter().take(room));
    }

    fn hold(&mut self, byte: u8, state: State) -> Option<Piece> {
        self.held.push(byte);
        self.state = state;
        None
    }

    fn finish(&mut self, byte: u8) -> Option<Piece> {
        self.held.push(byte);
        let event = sequence::event(&self.held);
        self.reset();
        event.map(Piece::Event)
    }

    fn reply(&mut self) -> Option<Piece> {
        let reply = std::mem::take(&mut self.held);
        self.state = State::Ground;
        (reply.len() < REPLY_LIMIT).then_some(Piece::Reply(reply))
    }

    fn drop_held(&mut self) -> Option<Piece> {
        self.reset();
        None
    }

    /// What was held is no sequence; the byte counts for itself.
    fn broken_off(&mut self, byte: u8) -> Option<Piece> {
        self.reset();
        self.ground(byte)
    }

    fn reset(&mut self) {
        self.state = State::Ground;
        self.held.clear();
        // A large paste is rare; what it needed is given back.
        self.held.shrink_to(SEQUENCE_LIMIT);
    }
}

#[cfg(test)]
mod tests;
