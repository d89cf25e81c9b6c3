//! The presentation's side: a socket while something is presented, and the consoles that come.
//!
//! Knows who has come, and what they were told last. Without a console it does nothing at all, and
//! where no socket can be had the presentation goes on without one.

use super::folder::Folder;
use super::outbox::Outbox;
use super::{News, is_ours, lines};
use crate::app::App;
use crate::data::wire;
use crate::model::standing::Ask;
use crate::report::standing;
use crate::term::device;
use crate::term::mailbox::Post;
use crate::term::message::Message;
use crate::term::window::spawn;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;

/// More consoles than this are not let in.
const MOST: usize = 8;

/// The socket of a presentation and who has come there.
#[derive(Default)]
pub(in crate::term) struct Host {
    door: Door,
    guests: Vec<Guest>,
    /// How many have ever come.
    count: u64,
    /// What they were told last.
    told: Option<Arc<[u8]>>,
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
    /// Opens the socket if that has not been tried; says whether it is open.
    pub(in crate::term) fn is_open(&mut self, post: &Post) -> bool {
        if matches!(self.door, Door::Closed) {
            self.door = open(post).unwrap_or(Door::None);
        }
        matches!(self.door, Door::Open { .. })
    }

    /// Takes the socket away and shows everybody out.
    pub(in crate::term) fn close(&mut self) {
        self.guests.clear();
        self.told = None;
        if let Door::Open { path, bell } = std::mem::take(&mut self.door) {
            let _ = fs::remove_file(path);
            let _ = bell.shutdown(Shutdown::Both);
        }
    }

    /// Tells everybody where the presentation stands, if they do not know it yet.
    pub(in crate::term) fn tell(&mut self, app: &App) {
        if self.guests.is_empty() {
            return;
        }
        let Some(line) = standing::of(app).as_ref().and_then(wire::tell) else { return };
        if self.told.as_deref() == Some(line.as_slice()) {
            return;
        }
        let line: Arc<[u8]> = line.into();
        for guest in &self.guests {
            guest.outbox.put(Arc::clone(&line));
        }
        self.told = Some(line);
    }

    /// Takes in what has come of a meeting, and says what a console asks for. It is always
    /// answered, so that a console knows that it was heard.
    pub(in crate::term) fn take(&mut self, news: News, post: &Post) -> Option<Ask> {
        match news {
            News::Came(stream) => self.welcome(stream, post),
            News::Asked(number, ask) if self.guests.iter().any(|it| it.number == number) => {
                self.told = None;
                return Some(ask);
            }
            News::Left(number) => self.guests.retain(|guest| guest.number != number),
            News::Asked(..) | News::Told(..) | News::Gone(..) => {}
        }
        None
    }

    fn welcome(&mut self, stream: UnixStream, post: &Post) {
        if self.guests.len() >= MOST || !matches!(self.door, Door::Open { .. }) {
            return;
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

/// Hands on what a console asks for, until it leaves or says something else.
fn listen(from: &UnixStream, number: u64, post: &Post) {
    lines::each(from, wire::LONGEST_ASK, |line| {
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
        match listener.accept() {
            Ok((stream, _)) => {
                let usable = is_ours(&stream) && stream.set_nonblocking(false).is_ok();
                if usable && !post.send(Message::Met(News::Came(stream))) {
                    return;
                }
            }
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::WouldBlock | ErrorKind::Interrupted | ErrorKind::ConnectionAborted
                ) => {}
            // Without descriptors it would be tried for ever.
            Err(_) => return,
        }
    }
}
