//! The settings of the line that is typed on: single keys for us, whole lines for the shell.
//!
//! Knows what they were before. Must not know when they change; the session does.
//!
//! Not crossterm's: that one sets them also while the terminal is with the shell, which stops the
//! program in the middle of giving it back.

use super::device::{self, Keyboard};
use rustix::io::Errno;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The settings before they were ours; one for the process, as the terminal is.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

fn found() -> MutexGuard<'static, Option<Termios>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Every key by itself, and nothing shown of it. In the background this stops the program until
/// it is in the foreground.
pub(super) fn take() -> io::Result<()> {
    let keyboard = Keyboard::open().ok_or(io::ErrorKind::NotFound)?;
    let mut settings = tcgetattr(&keyboard)?;
    let mut found = found();
    // Single keys are our own doing: a shell that had no time to see us leave brings them back.
    let is_ours = !settings.local_modes.contains(LocalModes::ICANON);
    if found.is_none() || !is_ours {
        *found = Some(settings.clone());
    }
    settings.make_raw();
    set(&keyboard, &settings)
}

/// As it was. Errors are ignored: the terminal may be gone.
pub(super) fn give_back() {
    let Some(keyboard) = Keyboard::open() else { return };
    // Another job that has the terminal has made its own settings.
    if let Some(settings) = found().as_ref().filter(|_| device::is_in_foreground(&keyboard)) {
        let _ = set(&keyboard, settings);
    }
}

fn set(keyboard: &Keyboard, settings: &Termios) -> io::Result<()> {
    loop {
        match tcsetattr(keyboard, OptionalActions::Now, settings) {
            Err(Errno::INTR) => {}
            result => return Ok(result?),
        }
    }
}
