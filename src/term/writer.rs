//! Files that are written while the loop runs, on a thread of their own.
//!
//! Knows when the writing is over, and how to give it up. Must not know what is written.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::mailbox::Post;
use super::message::Message;
use super::window::spawn;
use crate::app::export::{Export, Exported};
use crate::data::sanitize;
use crate::output::{self, Fault};
use crate::report::ascii::Text;
use crate::report::format::Format;
use crate::report::picture;
use crate::theme::{Choice, Signs};

/// How text and pictures leave the board: as on a command line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Manner {
    /// The characters of text.
    pub signs: Signs,
    /// The width of its lines, in cells.
    pub width: usize,
    /// The colours of pictures.
    pub theme: Choice,
}

/// How long a user who leaves waits for a file at the most.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it may take to give a file up.
const LAST: Duration = Duration::from_secs(1);

/// The files that are being written.
#[derive(Default)]
pub(super) struct Writers {
    all: Vec<JoinHandle<()>>,
    given_up: Arc<AtomicBool>,
}

impl Writers {
    /// Begins to write; says whether the system has a thread for it.
    pub(super) fn start(
        &mut self,
        export: Export,
        (path, format, replaces): (PathBuf, Format, bool),
        manner: Manner,
        post: Post,
    ) -> bool {
        self.all.retain(|thread| !thread.is_finished());
        let given_up = Arc::clone(&self.given_up);
        let work = move || {
            let outcome = written(&export, &path, (format, replaces), manner, &given_up);
            post.send(Message::Exported(format, outcome));
        };
        let thread = spawn("writer", work);
        let started = thread.is_ok();
        self.all.extend(thread);
        started
    }

    /// Waits until all is written, for a while; what is not is given up, and nothing of it left.
    pub(super) fn end(self, in_haste: bool) {
        if !in_haste {
            self.wait(PATIENCE);
        }
        self.given_up.store(true, Ordering::Relaxed);
        self.wait(LAST);
    }

    fn wait(&self, longest: Duration) {
        let due = Instant::now() + longest;
        while self.all.iter().any(|thread| !thread.is_finished()) && Instant::now() < due {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn written(
    export: &Export,
    path: &Path,
    (format, replaces): (Format, bool),
    manner: Manner,
    given_up: &AtomicBool,
) -> Exported {
    let said = |path: &Path| sanitize::clean(&path.display().to_string());
    let is_given_up = || given_up.load(Ordering::Relaxed);
    let done = output::write(path, replaces, &is_given_up, |to| {
        let mut out = Text::new(to, format.signs(manner.signs));
        match export.board() {
            Some(board) => {
                let picture = picture::svg(board, manner.theme).map_err(io::Error::other)?;
                out.write_all(picture.as_bytes())
            }
            None => export.paper().write(format, manner.width, &mut out),
        }
    });
    match done {
        Ok(()) => Exported::Written(said(&std::path::absolute(path).unwrap_or(path.to_owned()))),
        Err(Fault::Exists(path)) => Exported::IsThere(said(&path)),
        Err(fault) => Exported::Failed(sanitize::clean(&fault.to_string())),
    }
}
