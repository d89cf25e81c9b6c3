//! System calls, counted by `strace`.
//!
//! Knows what `strace` writes. Where it is not installed, nothing is counted.

use std::ffi::OsString;
use std::path::Path;
use std::process::{self, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use color_eyre::eyre::Result;

use crate::terminal::{Manner, Terminal};

/// Long enough for a program that is slowed down.
const REST: Duration = Duration::from_millis(400);

/// What was counted.
#[derive(Clone, Copy)]
pub(crate) struct Calls {
    /// Until the first write to the terminal, that one included.
    pub(crate) first: usize,
    /// Writes to the terminal for twenty keys.
    pub(crate) writes: usize,
    /// System calls for twenty keys.
    pub(crate) keys: usize,
}

/// How many keys are pressed.
pub(crate) const KEYS: usize = 20;

/// Counts the system calls of a program, or says nothing where that cannot be done.
pub(crate) fn count(path: &Path) -> Result<Option<Calls>> {
    let quiet = || Stdio::null();
    let found = Command::new("strace").arg("-V").stdout(quiet()).stderr(quiet()).status();
    if !found.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let log = env::temp_dir().join(format!("liberterra-calls-{}", process::id()));
    let words: [OsString; 6] =
        ["strace".into(), "-f".into(), "-qq".into(), "-o".into(), log.clone().into(), path.into()];
    let mut terminal = Terminal::open(&words, Manner::Answers)?;
    terminal.first_frame()?;
    terminal.until_silent(REST);
    let before = lines(&log)?;
    for number in 0..KEYS {
        let key: &[u8] = if number % 10 < 5 { b"\x1b[B" } else { b"\x1b[A" };
        terminal.press(key)?;
        thread::sleep(Duration::from_millis(20));
    }
    terminal.until_silent(REST);
    let after = lines(&log)?;
    terminal.end(|terminal| terminal.press(b"q").map(drop))?;
    fs::remove_file(&log)?;
    let first = before.iter().position(|line| is_write(line)).map_or(0, |place| place + 1);
    let pressed = after.get(before.len()..).unwrap_or_default();
    let writes = pressed.iter().filter(|line| is_write(line)).count();
    Ok(Some(Calls { first, writes, keys: pressed.len() }))
}

/// The system calls so far. One that another thread interrupts is written in two lines.
fn lines(log: &Path) -> Result<Vec<String>> {
    let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    let calls = text.lines().filter(|line| !line.contains(" resumed>"));
    Ok(calls.map(str::to_owned).collect())
}

fn is_write(line: &str) -> bool {
    line.contains(" write(1,")
}
