//! The sockets by which presentations and consoles meet, on this machine alone.
//!
//! Knows Unix domain sockets in a folder of the user's own. Nobody at the other end is trusted: what
//! is no line of ours, too long or too much ends the meeting, and nothing that a console does can
//! keep a presentation waiting. Must not know what is asked or told.
//!
//! ```text
//! presentation   host ─▸ outbox ─▸ socket ─▸ lines ─▸ guest   console
//!                host ◂── lines ◂── socket ◂───────── guest
//! ```

pub(super) mod folder;
pub(super) mod guest;
pub(super) mod host;
mod lines;
mod outbox;

use crate::data::wire::Fault;
use crate::model::standing::{Ask, Standing};
use crate::model::text::SafeText;
use std::os::unix::net::UnixStream;

/// What comes of a meeting.
#[derive(Debug)]
pub(super) enum News {
    /// A console has come to the presentation.
    Came(UnixStream),
    /// A console asks for something.
    Asked(u64, Ask),
    /// A console has left, or was shown out.
    Left(u64),
    /// A presentation says where it stands.
    Told(u32, Box<Standing<SafeText>>),
    /// A presentation is gone, or was not understood.
    Gone(u32, Option<Fault>),
}

/// Whether the other end is a program of the same user. Where the system does not say, the folder,
/// which nobody else can enter, has to do.
#[cfg(target_os = "linux")]
fn is_ours(stream: &UnixStream) -> bool {
    let peer = rustix::net::sockopt::socket_peercred(stream);
    peer.is_ok_and(|peer| peer.uid == rustix::process::geteuid())
}

#[cfg(not(target_os = "linux"))]
const fn is_ours(_: &UnixStream) -> bool {
    true
}
