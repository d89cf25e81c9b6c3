//! The keyboard: what was typed and answered, as messages.
//!
//! Knows when the terminal is gone. Must not know what happens with what it reads.
//!
//! crossterm's own reader is not used: on a terminal that is gone it reads for ever.

use super::background::{self, Answer};
use super::decoder::{Decoder, Piece};
use super::device;
use super::fault;
use super::mailbox::Post;
use super::message::Message;
use rustix::fd::AsFd;
use std::time::{Duration, Instant};

/// More than the kernel holds for a terminal, so that a burst of keys is one message.
const READ: usize = 4096;

/// A terminal that is gone gives nothing for ever. Once may be the end-of-file key, typed while
/// the program was stopped.
const EMPTY_READS: u32 = 8;

/// How long to wait for the rest of an answer that was cut where a key might end.
const GAP: Duration = Duration::from_millis(25);

/// A keyboard that is read.
pub(super) struct Keys<F> {
    keyboard: F,
    decoder: Decoder,
    /// Since when an answer of the terminal may come.
    asked: Option<Instant>,
    /// How long the rest of an answer is waited for.
    gap: Duration,
    /// How often nothing was there to be read.
    empty: u32,
    buffer: Vec<u8>,
}

impl<F: AsFd> Keys<F> {
    /// A keyboard of which an answer is expected if the terminal was asked something.
    pub(super) fn new(keyboard: F, asked: Option<Instant>) -> Self {
        let (decoder, buffer) = (Decoder::default(), vec![0; READ]);
        Self { keyboard, decoder, asked, gap: GAP, empty: 0, buffer }
    }

    /// What is read from.
    pub(super) const fn keyboard(&self) -> &F {
        &self.keyboard
    }

    /// What there is to be read, waiting for it if need be. At the end of the terminal a hang-up.
    pub(super) fn read(&mut self) -> Vec<Message> {
        // An error is the end, too. A background process is stopped before it could see one, unless
        // nobody is left to put it in the foreground.
        let Ok(count) = device::read(&self.keyboard, &mut self.buffer) else {
            return vec![Message::Hangup];
        };
        self.empty = if count == 0 { self.empty + 1 } else { 0 };
        if self.empty == EMPTY_READS {
            return vec![Message::Hangup];
        }
        let mut pieces = Vec::new();
        self.decoder.feed(self.buffer.get(..count).unwrap_or_default(), &mut pieces);
        // A full buffer was not emptied by a pause, and an answer must not be read as keys.
        self.asked = self.asked.filter(|asked| asked.elapsed() < background::TOO_LATE);
        let expects = self.asked.is_some() && self.decoder.is_torn();
        if count < READ && !(expects && device::has_more(&self.keyboard, self.gap)) {
            self.decoder.pause(&mut pieces);
        }
        fault::may_happen("keyboard");
        let messages = sort(pieces);
        if messages.iter().any(|message| matches!(message, Message::Answer(Answer::Done))) {
            self.asked = None;
        }
        messages
    }

    /// Posts what is read, until the terminal is gone or nobody listens: the work of a thread,
    /// where the system cannot wait for a terminal and for something else at once.
    pub(super) fn post_to(mut self, post: &Post) {
        loop {
            for message in self.read() {
                let last = matches!(message, Message::Hangup);
                if !post.send(message) || last {
                    return;
                }
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
    use crate::term::mailbox::Mailbox;
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    /// The messages that come of writing these bytes and closing.
    fn messages(bytes: &[u8]) -> Vec<Message> {
        let (mut keys, from) = UnixStream::pair().unwrap();
        keys.write_all(bytes).unwrap();
        drop(keys);
        until_the_end(Keys::new(from, None))
    }

    fn until_the_end(mut keys: Keys<UnixStream>) -> Vec<Message> {
        let mut messages = Vec::new();
        loop {
            messages.extend(keys.read());
            if messages.pop_if(|message| matches!(message, Message::Hangup)).is_some() {
                return messages;
            }
        }
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
            let keys = Keys { gap, ..Keys::new(from, Some(Instant::now())) };
            let messages = until_the_end(keys);
            rest.join().unwrap();
            assert!(
                matches!(messages.as_slice(), [Message::Answer(_), Message::Answer(Answer::Done)]),
                "cut at {cut}: {messages:?}"
            );
        }
    }

    #[test]
    fn a_thread_posts_all_that_is_typed_and_the_end() {
        let (mut keys, from) = UnixStream::pair().unwrap();
        let (mut mailbox, post) = Mailbox::<UnixStream>::new().unwrap();
        let thread = std::thread::spawn(move || Keys::new(from, None).post_to(&post));
        keys.write_all(b"jj").unwrap();
        assert!(matches!(mailbox.next(None), Some(Message::Input(_))));
        drop(keys);
        thread.join().unwrap();
        let mut last = None;
        while let Some(message) = mailbox.waiting() {
            last = Some(message);
        }
        assert!(matches!(last, Some(Message::Hangup)));
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
