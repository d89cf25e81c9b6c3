//! The console's side: every presentation that is there, and a line to each.
//!
//! Knows numbers and sockets. Whom it does not understand it leaves alone until another has the
//! number. Must not know what is shown.

use super::folder::{Folder, Mark};
use super::{News, lines};
use crate::data::wire::{self, Fault};
use crate::model::standing::Ask;
use crate::term::mailbox::Post;
use crate::term::message::Message;
use crate::term::window::spawn;
use std::io::Write;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// More presentations than this are not followed at once.
const MOST: usize = 32;

/// How long a presentation may take to take a few bytes; one that is stopped does not.
const PATIENCE: Duration = Duration::from_millis(100);

/// The lines to all presentations.
pub(in crate::term) struct Guest {
    folder: Folder,
    post: Post,
    met: Vec<(u32, UnixStream)>,
    left: Vec<Left>,
}

/// A presentation that is left alone: one that was not understood until another has its number, one
/// that had no place for a while.
struct Left {
    number: u32,
    /// What tells its socket from a later one.
    mark: Option<Mark>,
    /// After how many looks it is tried again.
    looks: Option<u8>,
}

/// After how many looks, which are a second apart, a place may have come free.
const LATER: u8 = 5;

impl Guest {
    /// A console that looks in a folder and hears by a mailbox.
    pub(in crate::term) const fn new(folder: Folder, post: Post) -> Self {
        Self { folder, post, met: Vec::new(), left: Vec::new() }
    }

    /// Meets the presentations that have come; their numbers.
    pub(in crate::term) fn look(&mut self) -> Vec<u32> {
        for left in &mut self.left {
            left.looks = left.looks.map(|looks| looks.saturating_sub(1));
        }
        self.left.retain(|left| left.looks != Some(0));
        let mut found = self.folder.numbers();
        found.retain(|number| !self.is_known(*number));
        found.retain(|number| self.met.len() < MOST && self.meet(*number));
        found
    }

    fn is_known(&self, number: u32) -> bool {
        let is_left = || {
            let left = self.left.iter().find(|left| left.number == number);
            left.is_some_and(|left| left.mark == self.folder.mark(number))
        };
        self.met.iter().any(|(other, _)| *other == number) || is_left()
    }

    fn meet(&mut self, number: u32) -> bool {
        let Some(mut stream) = self.folder.meet(number) else { return false };
        let Ok(from) = stream.try_clone() else { return false };
        let _ = stream.set_write_timeout(Some(PATIENCE));
        // Who says nothing is taken for no console. Whether it was heard, the answer says.
        let _ = stream.write_all(&wire::ask(Ask::Tell));
        let post = self.post.clone();
        let met = spawn("presentation", move || listen(&from, number, &post)).is_ok();
        if met {
            self.left.retain(|left| left.number != number);
            self.met.push((number, stream));
        }
        met
    }

    /// Asks a presentation for something. One that takes nothing is hung up on.
    pub(in crate::term) fn ask(&mut self, number: u32, ask: Ask) {
        let met = self.met.iter_mut().find(|(other, _)| *other == number);
        if let Some((_, stream)) = met
            && stream.write_all(&wire::ask(ask)).is_err()
        {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Takes in that a presentation is gone, and leaves it alone if it was not understood.
    pub(in crate::term) fn leave(&mut self, number: u32, fault: Option<Fault>) {
        self.met.retain(|(other, _)| *other != number);
        if let Some(fault) = fault {
            let looks = (fault == Fault::Full).then_some(LATER);
            self.left.push(Left { number, mark: self.folder.mark(number), looks });
        }
    }
}

/// Hands on where a presentation says that it stands, until it is gone or is not understood.
fn listen(from: &UnixStream, number: u32, post: &Post) {
    let mut fault = None;
    let ended = lines::each(from, wire::LONGEST_STANDING, |line| match wire::told(line) {
        Ok(standing) => post.send(Message::Met(News::Told(number, Box::new(standing)))),
        Err(other) => {
            fault = Some(other);
            false
        }
    });
    let fault = if ended { None } else { fault.or(Some(Fault::Malformed)) };
    let _ = from.shutdown(Shutdown::Both);
    post.send(Message::Met(News::Gone(number, fault)));
}
