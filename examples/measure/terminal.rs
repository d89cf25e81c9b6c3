//! A program in a pseudo-terminal of 120 by 40, and when it wrote what.
//!
//! Knows when bytes came. A thread reads them, notes the time and answers questions at once, so
//! that nothing done with them afterwards is measured.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use color_eyre::eyre::{ContextCompat, Result, bail, eyre};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::Pid;

use crate::modes;
use crate::process::Process;

/// Columns and rows.
pub(crate) const SIZE: (u16, u16) = (120, 40);

/// Long enough for a first frame on a machine that is busy.
const DEADLINE: Duration = Duration::from_secs(20);

/// What kind of terminal it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It answers what it is asked.
    Answers,
    /// It answers nothing.
    Mute,
    /// It answers nothing, and once it has shown a frame nobody reads from it any more.
    Closing,
}

/// What came in one read.
struct Piece {
    at: Instant,
    bytes: Vec<u8>,
}

/// A time at which something came, and what.
pub(crate) struct Heard {
    pub(crate) at: Option<Instant>,
    pub(crate) bytes: Vec<u8>,
}

type Keys = Arc<Mutex<Box<dyn Write + Send>>>;

/// An open terminal.
pub(crate) struct Terminal {
    started: Instant,
    process: Process,
    child: Box<dyn Child + Send + Sync>,
    keys: Option<Keys>,
    pieces: Receiver<Piece>,
    written: Vec<u8>,
    /// The settings of the line before the program changed them.
    settings: String,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Opens a terminal and starts a program in it.
    pub(crate) fn open(words: &[OsString], manner: Manner) -> Result<Self> {
        let (cols, rows) = SIZE;
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).map_err(|error| eyre!("{error}"))?;
        let settings = settings(&*pair.master);
        let from = pair.master.try_clone_reader().map_err(|error| eyre!("{error}"))?;
        let keys = if manner == Manner::Closing {
            None
        } else {
            let writer = pair.master.take_writer().map_err(|error| eyre!("{error}"))?;
            Some(Arc::new(Mutex::new(writer)))
        };
        let (sender, pieces) = mpsc::channel();
        let answering = keys.clone().filter(|_| manner == Manner::Answers);
        thread::spawn(move || read(from, answering.as_ref(), manner, &sender));
        let command = command(words);
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).map_err(|error| eyre!("{error}"))?;
        drop(pair.slave);
        let pid = child.process_id().and_then(|pid| Pid::from_raw(i32::try_from(pid).ok()?));
        let process = Process(pid.wrap_err("it did not start")?);
        let (written, master) = (Vec::new(), pair.master);
        Ok(Self { started, process, child, keys, pieces, written, settings, master })
    }

    /// Starts a program and nothing around it.
    pub(crate) fn of(path: &Path, manner: Manner) -> Result<Self> {
        Self::open(&[path.into()], manner)
    }

    pub(crate) const fn process(&self) -> Process {
        self.process
    }

    /// All that has come so far.
    pub(crate) fn written(&self) -> &[u8] {
        &self.written
    }

    /// Waits for the first whole frame: how long it took from the start.
    pub(crate) fn first_frame(&mut self) -> Result<Duration> {
        loop {
            let Ok(piece) = self.pieces.recv_timeout(DEADLINE) else {
                bail!("no frame came; it wrote {}", String::from_utf8_lossy(&self.written));
            };
            self.written.extend(piece.bytes);
            if modes::frames(&self.written) > 0 {
                return Ok(piece.at.duration_since(self.started));
            }
        }
    }

    /// Waits for something to come, and listens until nothing has come for a while.
    pub(crate) fn answer(&mut self, silence: Duration) -> Heard {
        let mut heard = Heard { at: None, bytes: Vec::new() };
        let mut patience = DEADLINE;
        while let Ok(piece) = self.pieces.recv_timeout(patience) {
            heard.at = Some(piece.at);
            heard.bytes.extend(piece.bytes);
            patience = silence;
        }
        self.written.extend(&heard.bytes);
        heard
    }

    /// Listens until nothing has come for a while; what came.
    pub(crate) fn until_silent(&mut self, silence: Duration) -> Vec<u8> {
        let start = self.written.len();
        while let Ok(piece) = self.pieces.recv_timeout(silence) {
            self.written.extend(piece.bytes);
        }
        self.written.get(start..).unwrap_or_default().to_vec()
    }

    /// Types, in one write; when that was.
    pub(crate) fn press(&self, bytes: &[u8]) -> Result<Instant> {
        let keys = self.keys.as_ref().wrap_err("this terminal has no keys")?;
        let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        keys.write_all(bytes)?;
        Ok(now)
    }

    /// Does what ends the program: how long it took, and whether the terminal is as it was.
    pub(crate) fn end(mut self, how: impl FnOnce(&Self) -> Result<()>) -> Result<(Duration, bool)> {
        let now = Instant::now();
        how(&self)?;
        self.child.wait()?;
        let took = now.elapsed();
        while let Ok(piece) = self.pieces.recv_timeout(Duration::from_millis(100)) {
            self.written.extend(piece.bytes);
        }
        let clean = modes::left_on(&self.written).is_empty();
        Ok((took, clean && settings(&*self.master) == self.settings))
    }

    /// Closes the window: how long the program took to end.
    pub(crate) fn close(mut self) -> Result<Duration> {
        let now = Instant::now();
        drop((self.master, self.keys));
        self.child.wait()?;
        Ok(now.elapsed())
    }
}

/// The same surroundings for all.
fn command(words: &[OsString]) -> CommandBuilder {
    let mut command = CommandBuilder::from_argv(words.to_vec());
    command.env_clear();
    command.cwd("/");
    for (name, value) in [
        ("TERM", "xterm-256color"),
        ("COLORTERM", "truecolor"),
        ("LC_ALL", "C.UTF-8"),
        ("PATH", "/usr/local/bin:/usr/bin:/bin"),
        ("HOME", "/"),
    ] {
        command.env(name, value);
    }
    command
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// Reads until the end of the terminal.
fn read(mut from: Box<dyn Read>, keys: Option<&Keys>, manner: Manner, to: &Sender<Piece>) {
    let mut buffer = vec![0; 1 << 16];
    let mut frames = 0;
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        let at = Instant::now();
        let bytes = buffer.get(..count).unwrap_or_default().to_vec();
        if let Some(keys) = keys {
            let answers = modes::answers(&bytes);
            let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
            if !answers.is_empty() && keys.write_all(&answers).is_err() {
                return;
            }
        }
        frames += modes::frames(&bytes);
        if to.send(Piece { at, bytes }).is_err() || (manner == Manner::Closing && frames > 0) {
            return;
        }
    }
}
