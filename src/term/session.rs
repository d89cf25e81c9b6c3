//! The session: what is switched on in the terminal, and that all of it is switched off again.
//!
//! Knows the modes and whether they are on. Must not know what is drawn between them.
//!
//! The state is one for the process, as the terminal is: a panic hook and the end of a thread must
//! be able to give it back without holding anything.

use super::{PANICKED, device, line, links};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{io, panic, process};

/// Everything that is switched on besides raw mode, in order, and what switches it off.
const MODES: [(&str, &str); 5] = [
    // The alternate screen, so that the shell's text comes back.
    ("\x1b[?1049h", "\x1b[?1049l"),
    // The cursor hidden.
    ("\x1b[?25l", "\x1b[?25h"),
    // Clicks and the wheel, but not the mouse's every move: that would wake us for nothing.
    ("\x1b[?1000h", "\x1b[?1000l"),
    // Mouse reports in decimal, good for windows wider than 223 columns.
    ("\x1b[?1006h", "\x1b[?1006l"),
    // Pasted text told from typed text.
    ("\x1b[?2004h", "\x1b[?2004l"),
];

/// Ends a synchronized update and the style, in case a frame was cut off half-way.
const CLEAN: &str = "\x1b[?2026l\x1b[0m";

/// How far into the terminal we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It belongs to the shell.
    Outside,
    /// Raw mode is on; the other modes go out together with the next frame.
    Raw,
    /// All modes are on.
    Inside {
        /// Whether there were links in what was drawn.
        linked: bool,
    },
}

static STAGE: Mutex<Stage> = Mutex::new(Stage::Outside);

fn stage() -> MutexGuard<'static, Stage> {
    STAGE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal is ours while this lives.
#[must_use]
pub(super) struct Session(());

impl Session {
    /// Switches to raw mode. The other modes follow in the same write as the first frame, so that
    /// nothing flickers and nothing is to be undone if no frame comes.
    pub(super) fn begin() -> io::Result<Self> {
        enter().map(|()| Self(()))
    }
}

fn enter() -> io::Result<()> {
    let mut stage = stage();
    line::take()?;
    *stage = Stage::Raw;
    Ok(())
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal again after a stop. Where we were stopped unawares it is given back first:
/// whoever had it meanwhile may have changed every mode on record.
pub(super) fn reenter() -> io::Result<()> {
    leave();
    enter()
}

/// Gives the terminal back; does nothing if that has been done. Errors are ignored: the terminal
/// may be gone, and then there is nothing to restore.
pub(super) fn leave() {
    let mut stage = stage();
    if let Stage::Inside { linked } = *stage {
        let mut off = if linked { links::CLOSE.to_owned() } else { String::new() };
        off.push_str(CLEAN);
        off.extend(MODES.iter().rev().map(|(_, off)| *off));
        let _ = device::write_all(io::stdout(), off.as_bytes());
    }
    if *stage != Stage::Outside {
        line::give_back();
    }
    *stage = Stage::Outside;
}

/// Gives back no more than the keyboard, which works even while a write to the screen is stuck.
pub(super) fn abandon() {
    line::give_back();
}

/// Writes a frame in one go, after the modes if they are not on yet. Outside it writes nothing, so
/// that a thread that did not hear of the end cannot draw over the shell. `linked` says whether
/// there are links in it, which may be left open if it is cut off half-way.
pub(super) fn show(frame: &[u8], linked: bool) -> io::Result<()> {
    // Held while writing: whoever restores the terminal must come after the frame, not into it.
    let mut stage = stage();
    match *stage {
        Stage::Outside => Ok(()),
        Stage::Inside { linked: before } => {
            *stage = Stage::Inside { linked: linked || before };
            device::write_all(io::stdout(), frame)
        }
        Stage::Raw => {
            let mut first: Vec<u8> = MODES.iter().flat_map(|(on, _)| on.bytes()).collect();
            first.extend(frame);
            // Before the write, which may fail after a part of it went out.
            *stage = Stage::Inside { linked };
            device::write_all(io::stdout(), &first)
        }
    }
}

/// Makes a panic, on whichever thread, give the terminal back before the hook there is says what
/// happened and ends the program.
pub(super) fn guard_against_panics() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave();
        // Nobody can read of it on a terminal that is gone.
        if !device::is_dead(io::stderr()) {
            report(info);
        }
        process::exit(PANICKED);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_is_undone_by_its_opposite() {
        for (on, off) in MODES {
            let number = |mode: &str| mode.replace(|c: char| !c.is_ascii_digit(), "");
            assert_eq!(number(on), number(off));
            assert_ne!(on, off);
        }
    }

    #[test]
    fn nothing_is_written_outside_a_session() {
        assert!(show(b"this would be seen in the output of the test", false).is_ok());
        leave();
        leave();
    }
}
