//! What is done with a large file: it is opened, scrolled, searched, given up, checked.
//!
//! Knows what is measured, and how large files take their time. Must not know what is good.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use color_eyre::eyre::{Result, ensure};
use liberterra::data::Library;
use rustix::process::Pid;

use crate::plain;
use crate::process::Process;
use crate::terminal::{Manner, Terminal};

/// A file is loaded when nothing has been said of its progress for so long.
const LOADED: Duration = Duration::from_millis(600);
/// A frame is over when nothing has come for so long.
const SILENCE: Duration = Duration::from_millis(120);

/// What a board on a file took.
pub(crate) struct Board {
    pub(crate) frame: Duration,
    /// The most memory until everything was loaded, in KiB.
    pub(crate) peak: u64,
    /// Each press of a key.
    pub(crate) keys: Vec<Duration>,
    /// Each find of a text.
    pub(crate) finds: Vec<Duration>,
    pub(crate) quit: Duration,
}

/// Opens a board, on a file if there is one, moves, looks for texts and quits.
pub(crate) fn board(words: &[OsString], texts: &[String]) -> Result<Board> {
    let mut terminal = Terminal::open(words, Manner::Answers)?;
    let frame = terminal.first_frame()?;
    terminal.until_silent(LOADED);
    let peak = terminal.process().peak();
    let mut keys = Vec::new();
    for number in 0..20 {
        keys.push(answer(&mut terminal, if number % 10 < 5 { b"j" } else { b"k" })?);
    }
    let mut finds = Vec::new();
    for text in texts {
        answer(&mut terminal, b"/")?;
        // As pasted: the whole text is looked for at once.
        let pasted = format!("\x1b[200~{text}\x1b[201~");
        finds.push(answer(&mut terminal, pasted.as_bytes())?);
        answer(&mut terminal, b"\x1b")?;
    }
    let (quit, _) = terminal.end(|terminal| terminal.press(b"q").map(drop))?;
    Ok(Board { frame, peak, keys, finds, quit })
}

fn answer(terminal: &mut Terminal, keys: &[u8]) -> Result<Duration> {
    let written = terminal.press(keys)?;
    let heard = terminal.answer(SILENCE);
    Ok(heard.at.map_or(Duration::MAX, |at| at.duration_since(written)))
}

/// Gives up a file while it is read: how long that takes.
pub(crate) fn cancel(words: &[OsString]) -> Result<Duration> {
    let mut terminal = Terminal::open(words, Manner::Answers)?;
    terminal.first_frame()?;
    std::thread::sleep(Duration::from_millis(300));
    Ok(terminal.end(|terminal| terminal.press(b"\x1b").map(drop))?.0)
}

/// How long it takes to read a file into plain structs, without and with the program's checks and
/// sums; the second reads it from the disk, too.
pub(crate) fn load(path: &Path) -> Result<(Duration, Duration)> {
    let bytes = fs::read_to_string(path)?;
    let began = Instant::now();
    let whole: plain::Operation<'_> = serde_json::from_str(&bytes)?;
    let plain = began.elapsed();
    drop(whole);
    drop(bytes);
    let library = Library::of_files(&[path.to_owned()])?;
    let began = Instant::now();
    let operation = library.open(0)?;
    let took = began.elapsed();
    drop(operation);
    Ok((plain, took))
}

/// Checks a file: how long that takes, and the most memory, in KiB.
pub(crate) fn check(program: &Path, path: &Path) -> Result<(Duration, u64)> {
    let began = Instant::now();
    let mut command = Command::new(program);
    let mut child = command.arg("check").arg(path).stdout(Stdio::null()).spawn()?;
    let process = Pid::from_raw(i32::try_from(child.id())?).map(Process);
    let mut peak = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            ensure!(status.success(), "{} is not clean", path.display());
            return Ok((began.elapsed(), peak));
        }
        peak = peak.max(process.map_or(0, Process::peak));
        std::thread::sleep(Duration::from_millis(5));
    }
}
