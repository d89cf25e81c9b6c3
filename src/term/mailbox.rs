//! Where everything arrives: what is typed, and what other threads tell.
//!
//! Knows how to wait for both at once, without a timer unless one is asked for. Must not know what
//! follows from a message.
//!
//! Where the system can wait for a terminal and for something else at once, the keyboard has no
//! thread of its own: a key would have to wake two, one after the other, which is a good part of
//! the time that it takes until it can be seen.

use super::device;
use super::input::Keys;
use super::message::Message;
use rustix::fd::AsFd;
use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

/// The one that is read.
pub(super) struct Mailbox<F> {
    /// The keyboard, where it has no thread of its own.
    keys: Option<Keys<F>>,
    /// Whether what is typed is left to another job, which has the terminal. A read would stop us,
    /// and afterwards wait for a key before it heard of anything else.
    paused: bool,
    /// What was read and not taken yet.
    read: VecDeque<Message>,
    posted: Receiver<Message>,
    /// Rings when something was posted, for those who wait for keys.
    bell: UnixStream,
}

/// A way to tell the loop something, for other threads.
#[derive(Clone)]
pub(super) struct Post {
    sender: Sender<Message>,
    bell: Arc<UnixStream>,
}

impl Post {
    /// Posts a message; false if nobody listens any more.
    pub(super) fn send(&self, message: Message) -> bool {
        let sent = self.sender.send(message).is_ok();
        if sent {
            // A bell that can take no more has not been heard yet, and will be.
            let _ = self.bell.as_ref().write(&[0]);
        }
        sent
    }
}

impl<F: AsFd> Mailbox<F> {
    /// A mailbox, and a way to post into it.
    pub(super) fn new() -> io::Result<(Self, Post)> {
        let (bell, button) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        button.set_nonblocking(true)?;
        let (sender, posted) = mpsc::channel();
        let post = Post { sender, bell: Arc::new(button) };
        let read = VecDeque::new();
        Ok((Self { keys: None, paused: false, read, posted, bell }, post))
    }

    /// Reads a keyboard, too, from now on.
    pub(super) fn read_from(&mut self, keys: Keys<F>) {
        self.keys = Some(keys);
    }

    /// What has arrived and been seen, the oldest first.
    pub(super) fn waiting(&mut self) -> Option<Message> {
        let message = self.read.pop_front().or_else(|| self.posted.try_recv().ok());
        self.paused &= !matches!(message, Some(Message::Continued));
        message
    }

    /// The next message; `None` if none has come when it is `due`.
    pub(super) fn next(&mut self, due: Option<Instant>) -> Option<Message> {
        loop {
            if let Some(message) = self.waiting() {
                return Some(message);
            }
            let left = due.map(|due| due.saturating_duration_since(Instant::now()));
            let keyboard = self.keys.as_ref().map(|keys| (keys.keyboard(), !self.paused));
            let Ok((rung, typed)) = device::wait_for_either(&self.bell, keyboard, left) else {
                return Some(Message::Hangup);
            };
            if rung {
                self.hear();
            }
            if let Some(keys) = self.keys.as_mut().filter(|_| typed) {
                let ours = self.paused || device::is_in_foreground(keys.keyboard());
                self.paused |= !ours;
                self.read.extend(if ours { keys.read() } else { Vec::new() });
            }
            if !rung && !typed && left.is_some_and(|left| left.is_zero()) {
                return None;
            }
        }
    }

    /// Silences the bell, before what it rang for is looked at.
    fn hear(&mut self) {
        let mut rings = [0; 64];
        while let Ok(1..) = self.bell.read(&mut rings) {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    fn mailbox() -> (UnixStream, Mailbox<UnixStream>, Post) {
        let (keys, keyboard) = UnixStream::pair().unwrap();
        let (mut mailbox, post) = Mailbox::new().unwrap();
        mailbox.read_from(Keys::new(keyboard, None));
        (keys, mailbox, post)
    }

    #[test]
    fn what_is_typed_and_what_is_posted_both_arrive() {
        let (mut keys, mut mailbox, post) = mailbox();
        keys.write_all(b"jk").unwrap();
        assert!(matches!(mailbox.next(None), Some(Message::Input(events)) if events.len() == 2));
        thread::scope(|scope| {
            scope.spawn(|| assert!(post.send(Message::Resized)));
            assert!(matches!(mailbox.next(None), Some(Message::Resized)));
            scope.spawn(|| keys.write_all(b"q").unwrap());
            assert!(matches!(mailbox.next(None), Some(Message::Input(_))));
        });
        assert!(mailbox.waiting().is_none());
    }

    #[test]
    fn many_posts_wait_behind_one_another_though_the_bell_takes_no_more() {
        let (_keys, mut mailbox, post) = mailbox();
        for place in 0..100_000 {
            assert!(post.send(Message::Changed(place)));
        }
        for place in 0..100_000 {
            assert!(matches!(mailbox.next(None), Some(Message::Changed(next)) if next == place));
        }
    }

    #[test]
    fn nothing_comes_when_it_is_due_and_nobody_listens_in_the_end() {
        let (_keys, mut mailbox, post) = mailbox();
        assert!(mailbox.next(Some(Instant::now())).is_none());
        assert!(mailbox.next(Some(Instant::now() + Duration::from_millis(1))).is_none());
        drop(mailbox);
        assert!(!post.send(Message::Resized));
    }

    #[test]
    fn a_keyboard_that_is_gone_is_a_hangup() {
        let (keys, mut mailbox, _post) = mailbox();
        drop(keys);
        assert!(matches!(mailbox.next(None), Some(Message::Hangup)));
    }
}
