//! Signals: caught from the start, forwarded as messages, and the stop that the shell expects.
//!
//! Knows which signals there are to know. Must not do what they ask for: the loop does, in the
//! order in which things happened.

use super::mailbox::Post;
use super::message::Message;
use super::{fault, session};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use std::{io, process, thread};

/// The signal of a terminal that is gone.
pub(super) const HANGUP: i32 = SIGHUP;

/// How long the loop may take to end. When it has not, it is stuck in a write to a terminal that
/// takes nothing any more, and the program ends without it.
const GRACE: Duration = Duration::from_secs(1);

/// Catches the signals; what comes before [`forward`] is called is kept.
pub(super) fn catch() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT])
}

/// Notes a signal to end instead of ending by it, so that work can be given up in order; a second
/// one ends at once. Returns what says which one has come.
///
/// # Errors
///
/// If the system refuses a signal handler.
pub fn noted() -> io::Result<impl Fn() -> Option<i32>> {
    let (which, again) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&again))?;
        flag::register(signal, Arc::clone(&again))?;
        let number = usize::try_from(signal).unwrap_or_default();
        flag::register_usize(signal, Arc::clone(&which), number)?;
    }
    Ok(move || i32::try_from(which.load(Ordering::Relaxed)).ok().filter(|signal| *signal > 0))
}

/// Sends a message for each signal, until nobody listens.
pub(super) fn forward(mut signals: Signals, post: &Post) {
    for signal in signals.forever() {
        fault::may_happen("signals");
        if !post.send(message(signal)) {
            return;
        }
        if matches!(signal, SIGTERM | SIGHUP | SIGINT | SIGQUIT) {
            thread::sleep(GRACE);
            session::abandon();
            process::exit(128 + signal);
        }
    }
}

const fn message(signal: i32) -> Message {
    match signal {
        SIGWINCH => Message::Resized,
        SIGTSTP => Message::Stop,
        SIGCONT => Message::Continued,
        _ => Message::Signal(signal),
    }
}

/// Stops until somebody continues us; [`Message::Continued`] follows then. The whole group stops:
/// a program that started us and waits would else keep the shell from noticing.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::mailbox::Mailbox;
    use std::os::unix::net::UnixStream;

    #[test]
    fn signals_become_messages_even_if_they_came_before_the_thread() {
        let signals = catch().unwrap();
        let handle = signals.handle();
        signal_hook::low_level::raise(SIGWINCH).unwrap();
        let (mut mailbox, post) = Mailbox::<UnixStream>::new().unwrap();
        let thread = std::thread::spawn(move || forward(signals, &post));
        assert!(matches!(mailbox.next(None), Some(Message::Resized)));
        signal_hook::low_level::raise(SIGCONT).unwrap();
        assert!(matches!(mailbox.next(None), Some(Message::Continued)));
        handle.close();
        thread.join().unwrap();
    }
}
