//! The presentation's side: a socket while something is presented, and the consoles that come.
//!
//! Knows who has come, and what they were told last. Without a console it does nothing at all, and
//! where no socket can be had the presentation goes on without one.

use super::folder::Folder;
use super::lines::{self, Patient};
use super::outbox::Outbox;
use super::{News, is_ours};
use crate::app::App;
use crate::data::wire;
use crate::model::standing::{Ask, Standing};
use crate::report::standing;
use crate::term::device;
use crate::term::mailbox::Post;
use crate::term::message::Message;
use crate::term::window::spawn;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// More consoles than this are not let in.
const MOST: usize = 8;

/// How long the door stays shut when the system has no descriptor for who comes.
const REST: Duration = Duration::from_secs(1);

/// The socket of a presentation and who has come there.
#[derive(Default)]
pub(in crate::term) struct Host {
    door: Door,
    guests: Vec<Guest>,
    /// How many have ever come.
    count: u64,
    /// What they were told last, as of its beginning.
    told: Option<Standing<String>>,
    /// Since when there is something to tell.
    since: Option<Instant>,
}

/// Whether consoles can come.
#[derive(Default)]
enum Door {
    /// Nothing is presented.
    #[default]
    Closed,
    /// They can.
    Open { path: PathBuf, bell: UnixStream },
    /// There is no place where they could.
    None,
}

/// A console that has come.
struct Guest {
    number: u64,
    stream: UnixStream,
    outbox: Arc<Outbox>,
}

impl Host {
    /// Opens the socket if that has not been tried; says whether it is open. The presentation's time
    /// begins with that.
    pub(in crate::term) fn is_open(&mut self, post: &Post) -> bool {
        self.since.get_or_insert_with(Instant::now);
        if matches!(self.door, Door::Closed) {
            self.door = open(post).unwrap_or(Door::None);
        }
        matches!(self.door, Door::Open { .. })
    }

    /// Takes the socket away and shows everybody out.
    pub(in crate::term) fn close(&mut self) {
        // First the door: who is shown out must not find it open.
        if let Door::Open { path, bell } = std::mem::take(&mut self.door) {
            let _ = fs::remove_file(path);
            let _ = bell.shutdown(Shutdown::Both);
        }
        self.guests.clear();
        (self.told, self.since) = (None, None);
    }

    /// Tells everybody where the presentation stands, if they do not know it yet. That time goes by
    /// they know themselves.
    pub(in crate::term) fn tell(&mut self, app: &App) {
        if self.guests.is_empty() {
            return;
        }
        let Some(mut standing) = standing::of(app, 0).filter(|it| Some(it) != self.told.as_ref())
        else {
            return;
        };
        standing.elapsed = self.since.map_or(0, |since| since.elapsed().as_secs());
        let Some(line) = wire::tell(&standing) else { return };
        let line: Arc<[u8]> = line.into();
        for guest in &self.guests {
            guest.outbox.put(Arc::clone(&line));
        }
        self.told = Some(Standing { elapsed: 0, ..standing });
    }

    /// Takes in what has come of a meeting, and says what a console asks for. It is always
    /// answered, so that a console knows that it was heard.
    pub(in crate::term) fn take(&mut self, news: News, post: &Post) -> Option<Ask> {
        match news {
            News::Came(stream) => self.welcome(stream, post),
            News::Asked(number, ask) if self.guests.iter().any(|it| it.number == number) => {
                self.told = None;
                return Some(ask).filter(|ask| *ask != Ask::Tell);
            }
            News::Left(number) => self.guests.retain(|guest| guest.number != number),
            News::Asked(..) | News::Told(..) | News::Gone(..) => {}
        }
        None
    }

    fn welcome(&mut self, stream: UnixStream, post: &Post) {
        if !matches!(self.door, Door::Open { .. }) {
            return;
        }
        if self.guests.len() >= MOST {
            return refuse(stream);
        }
        self.count += 1;
        if let Ok(guest) = Guest::new(self.count, stream, post) {
            self.guests.push(guest);
            self.told = None;
        }
    }
}

impl Guest {
    fn new(number: u64, stream: UnixStream, post: &Post) -> io::Result<Self> {
        let (from, to) = (stream.try_clone()?, stream.try_clone()?);
        let outbox = Arc::new(Outbox::default());
        let guest = Self { number, stream, outbox: Arc::clone(&outbox) };
        let post = post.clone();
        let full = |_| io::Error::from(ErrorKind::OutOfMemory);
        spawn("console", move || listen(&from, number, &post)).map_err(full)?;
        spawn("to console", move || outbox.write_to(&to)).map_err(full)?;
        Ok(guest)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.outbox.close();
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// Says that there is no place, and nothing more. It never waits.
fn refuse(mut stream: UnixStream) {
    if stream.set_nonblocking(true).is_ok() {
        let _ = stream.write_all(&wire::full());
        // What is not read when it is closed may take the answer with it.
        let _ = stream.read(&mut [0; wire::LONGEST_ASK]);
    }
}

/// Hands on what a console asks for, until it leaves or says something else, or nothing at all.
fn listen(from: &UnixStream, number: u64, post: &Post) {
    lines::each(Patient::new(from), wire::LONGEST_ASK, |line| {
        let asked = wire::asked(line).map(|ask| Message::Met(News::Asked(number, ask)));
        asked.is_ok_and(|message| post.send(message))
    });
    post.send(Message::Met(News::Left(number)));
}

/// Opens the socket of this program, in the place of one that is left from another with its number.
fn open(post: &Post) -> Option<Door> {
    let folder = Folder::open().ok()?;
    let path = folder.socket(process::id());
    let _ = fs::remove_file(&path);
    let listener = UnixListener::bind(&path).ok()?;
    let prepared = || {
        fs::set_permissions(&path, Permissions::from_mode(0o600))?;
        listener.set_nonblocking(true)?;
        UnixStream::pair()
    };
    let Ok((bell, heard)) = prepared() else {
        let _ = fs::remove_file(&path);
        return None;
    };
    let to = post.clone();
    if spawn("consoles", move || receive(&listener, &heard, &to)).is_err() {
        let _ = fs::remove_file(&path);
        return None;
    }
    Some(Door::Open { path, bell })
}

/// Hands on every console that comes, until the bell rings.
fn receive(listener: &UnixListener, bell: &UnixStream, post: &Post) {
    while let Ok((_, false)) = device::wait_for_either(listener, Some((bell, true)), None) {
        let came = listener.accept().map(|(stream, _)| stream);
        if !take_in(came, (bell, REST), post) {
            return;
        }
    }
}

/// Hands on a console that has come, if one has; says whether another may come.
fn take_in(
    came: io::Result<UnixStream>,
    (bell, rest): (&UnixStream, Duration),
    post: &Post,
) -> bool {
    match came {
        Ok(stream) => {
            let usable = is_ours(&stream) && stream.set_nonblocking(false).is_ok();
            !usable || post.send(Message::Met(News::Came(stream)))
        }
        Err(error) => match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::Interrupted | ErrorKind::ConnectionAborted => true,
            // Who waits at the door is still there when there are descriptors again; until then
            // it would be tried over and over.
            _ => !device::has_more(bell, rest),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::mailbox::Mailbox;

    #[test]
    fn who_finds_no_descriptor_does_not_close_the_door_for_ever() {
        let (ours, bell) = UnixStream::pair().unwrap();
        let (_mail, post) = Mailbox::<UnixStream>::new().unwrap();
        let full = || Err(io::Error::from_raw_os_error(rustix::io::Errno::MFILE.raw_os_error()));
        assert!(take_in(full(), (&bell, Duration::ZERO), &post), "it is tried again");
        ours.shutdown(Shutdown::Both).unwrap();
        assert!(!take_in(full(), (&bell, REST), &post), "but not after the end");
    }

    #[test]
    fn who_finds_no_place_is_told_so() {
        let (mut theirs, ours) = UnixStream::pair().unwrap();
        theirs.write_all(&wire::ask(Ask::Tell)).unwrap();
        refuse(ours);
        let mut said = Vec::new();
        theirs.read_to_end(&mut said).unwrap();
        assert_eq!(wire::told(&said).err(), Some(wire::Fault::Full));
    }
}
