//! The keyboard's thread: blocked in a read while nobody types, so it costs nothing.
//!
//! Knows when the terminal is gone. Must not know what happens with what it reads.
//!
//! crossterm's own reader is not used: on a terminal that is gone it reads for ever.

use super::background::{self, Answer};
use super::decoder::{Decoder, Piece};
use super::device::{self, Keyboard};
use super::fault;
use super::message::Message;
use rustix::fd::AsFd;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// More than the kernel holds for a terminal, so that a burst of keys is one message.
const READ: usize = 4096;

/// A terminal that is gone gives nothing for ever. Once may be the end-of-file key, typed while
/// the program was stopped.
const EMPTY_READS: u32 = 8;

/// How long to wait for the rest of an answer that was cut where a key might end.
const GAP: Duration = Duration::from_millis(25);

/// Reads until the terminal is gone or nobody listens any more. An answer is expected if the
/// terminal was asked something.
pub(super) fn listen(keyboard: &Keyboard, asked: Option<Instant>, messages: &Sender<Message>) {
    relay(keyboard, asked, GAP, &mut |message| messages.send(message).is_ok());
    let _ = messages.send(Message::Hangup);
}

/// Relays what is read until the end, or until a message is not taken. The rest of an answer is
/// waited for as long as `gap`.
fn relay(
    from: impl AsFd,
    mut asked: Option<Instant>,
    gap: Duration,
    send: &mut impl FnMut(Message) -> bool,
) {
    let mut decoder = Decoder::default();
    let mut buffer = [0; READ];
    let mut empty = 0;
    // An error is the end, too. A background process is stopped before it could see one, unless
    // nobody is left to put it in the foreground.
    while let Ok(count) = device::read(&from, &mut buffer) {
        empty = if count == 0 { empty + 1 } else { 0 };
        if empty == EMPTY_READS {
            return;
        }
        let mut pieces = Vec::new();
        decoder.feed(buffer.get(..count).unwrap_or_default(), &mut pieces);
        // A full buffer was not emptied by a pause, and an answer must not be read as keys.
        asked = asked.filter(|asked| asked.elapsed() < background::TOO_LATE);
        let expects = asked.is_some() && decoder.is_torn();
        if count < READ && !(expects && device::has_more(&from, gap)) {
            decoder.pause(&mut pieces);
        }
        fault::may_happen("keyboard");
        for message in sort(pieces) {
            if matches!(message, Message::Answer(Answer::Done)) {
                asked = None;
            }
            if !send(message) {
                return;
            }
        }
    }
}

/// Messages for the pieces of one read: the answers, and all events as one.
fn sort(pieces: Vec<Piece>) -> Vec<Message> {
    let (mut messages, mut events) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Event(event) => events.push(event),
            Piece::Reply(reply) => {
                messages.extend(background::answer(&reply).map(Message::Answer));
            }
        }
    }
    if !events.is_empty() {
        messages.push(Message::Input(events));
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    /// The messages that come of writing these bytes and closing.
    fn messages(bytes: &[u8]) -> Vec<Message> {
        let (mut keys, from) = UnixStream::pair().unwrap();
        keys.write_all(bytes).unwrap();
        drop(keys);
        let mut messages = Vec::new();
        relay(&from, None, GAP, &mut |message| {
            messages.push(message);
            true
        });
        messages
    }

    #[test]
    fn a_burst_is_one_message_and_the_end_is_found() {
        let found = messages(&b"j".repeat(500));
        let [Message::Input(events)] = found.as_slice() else { unreachable!("{found:?}") };
        assert_eq!(events.len(), 500);
    }

    #[test]
    fn a_read_as_long_as_the_buffer_cuts_no_sequence() {
        for keys in READ - 4..=READ {
            let found = messages(&[&b"j".repeat(keys)[..], b"\x1b[A"].concat());
            let count = |message: &Message| match message {
                Message::Input(events) => events.len(),
                _ => 0,
            };
            assert_eq!(found.iter().map(count).sum::<usize>(), keys + 1);
        }
    }

    #[test]
    fn an_answer_cut_anywhere_is_not_read_as_keys() {
        let answer = b"\x1b]11;rgb:0/0/0\x1b\\\x1b[?62c";
        for cut in 1..answer.len() {
            let (mut keys, from) = UnixStream::pair().unwrap();
            let (now, later) = answer.split_at(cut);
            keys.write_all(now).unwrap();
            let rest = std::thread::spawn(move || {
                std::thread::yield_now();
                keys.write_all(later).unwrap();
            });
            // Longer than any machine takes to come to the second half.
            let gap = Duration::from_mins(1);
            let mut messages = Vec::new();
            relay(&from, Some(Instant::now()), gap, &mut |message| {
                messages.push(message);
                true
            });
            rest.join().unwrap();
            assert!(
                matches!(messages.as_slice(), [Message::Answer(_), Message::Answer(Answer::Done)]),
                "cut at {cut}: {messages:?}"
            );
        }
    }

    #[test]
    fn answers_come_before_the_keys_of_the_same_read() {
        let found = messages(b"q\x1b]11;rgb:0/0/0\x1b\\\x1b[?62c");
        assert!(matches!(
            found.as_slice(),
            [Message::Answer(_), Message::Answer(_), Message::Input(_)]
        ));
    }
}
