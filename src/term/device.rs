//! Descriptors: reading, writing and measuring a terminal.
//!
//! Knows what the system says about a terminal that is busy, interrupted or gone. Must not know
//! what the bytes mean.

use super::jobs;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// Larger than any real window; what is beyond is not drawn, so that a wrong size cannot ask for
/// gigabytes.
const LARGEST: (u16, u16) = (1_000, 500);

/// Where keys come from.
pub(super) enum Keyboard {
    /// Standard input is the terminal.
    Input(io::Stdin),
    /// Standard input carries something else; this is the controlling terminal.
    Terminal(File),
}

impl Keyboard {
    /// Standard input if it is a terminal, else the controlling terminal if there is one.
    pub(super) fn open() -> Option<Self> {
        let input = io::stdin();
        if input.is_terminal() {
            return Some(Self::Input(input));
        }
        File::options().read(true).write(true).open("/dev/tty").ok().map(Self::Terminal)
    }
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Input(input) => input.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }
}

/// Waits for bytes and reads them. None come from a terminal that is gone.
///
/// The waiting is no read: one that is under way when the program is stopped would still take the
/// next line that is typed, and the shell would miss it.
pub(super) fn read(from: impl AsFd, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        if wait(&from, PollFlags::IN, None)?.is_empty() {
            continue;
        }
        match rustix::io::read(&from, &mut *buffer) {
            // Another program on this terminal left it in non-blocking mode.
            Err(Errno::INTR | Errno::AGAIN) => {}
            result => return Ok(result?),
        }
    }
}

/// Writes everything; one system call if the terminal takes it all.
pub(super) fn write_all(to: impl AsFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(&to, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => drop(wait(&to, PollFlags::OUT, None)?),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether the system can wait for a terminal and for something else at once. That of macOS waits
/// for no terminal in this way.
pub(super) const WAITS_FOR_TERMINALS: bool = cfg!(target_os = "linux");

/// Waits until there is something to read in one of two places, or the second has come to its end,
/// or a while has passed, or something interrupts; in which of them something is to be seen. Of the
/// second nothing but its end is waited for if it is not to be read.
pub(super) fn wait_for_either(
    one: impl AsFd,
    other: Option<(&impl AsFd, bool)>,
    limit: Option<Duration>,
) -> io::Result<(bool, bool)> {
    let Some((other, is_read)) = other else {
        return wait(one, PollFlags::IN, limit).map(|seen| (!seen.is_empty(), false));
    };
    let what = if is_read { PollFlags::IN } else { PollFlags::empty() };
    let mut asked = [PollFd::new(&one, PollFlags::IN), PollFd::new(other, what)];
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    match poll(&mut asked, limit.as_ref()) {
        Ok(_) => Ok(asked.map(|place| !place.revents().is_empty()).into()),
        Err(Errno::INTR) => Ok((false, false)),
        Err(error) => Err(error.into()),
    }
}

/// Whether there is something to read, now or before long.
pub(super) fn has_more(from: impl AsFd, before: Duration) -> bool {
    wait(from, PollFlags::IN, Some(before)).is_ok_and(|seen| seen.contains(PollFlags::IN))
}

/// Whether what is written here can no longer reach anybody.
pub(super) fn is_dead(to: impl AsFd) -> bool {
    let dead = PollFlags::ERR | PollFlags::HUP;
    wait(to, PollFlags::OUT, Some(Duration::ZERO)).is_ok_and(|seen| seen.intersects(dead))
}

/// Waits until something can be done here, and says what was seen; nothing, if interrupted.
fn wait(on: impl AsFd, what: PollFlags, limit: Option<Duration>) -> io::Result<PollFlags> {
    let mut asked = [PollFd::new(&on, what)];
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    match poll(&mut asked, limit.as_ref()) {
        Ok(_) => Ok(asked.iter().fold(PollFlags::empty(), |seen, fd| seen | fd.revents())),
        Err(Errno::INTR) => Ok(PollFlags::empty()),
        Err(error) => Err(error.into()),
    }
}

/// Whether the terminal is ours to change: another job, the shell itself perhaps, may have it. What
/// cannot be found out is taken for yes.
pub(super) fn is_in_foreground(of: impl AsFd) -> bool {
    rustix::termios::tcgetpgrp(of).map_or(true, jobs::is_ours)
}

/// Columns and rows of the screen; none if it does not say, or says it has none.
pub(super) fn size() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    let (columns, rows) = LARGEST;
    let known = size.ws_col > 0 && size.ws_row > 0;
    known.then(|| (size.ws_col.min(columns), size.ws_row.min(rows)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    #[test]
    fn everything_written_is_read_and_then_nothing() {
        let (mut left, right) = UnixStream::pair().unwrap();
        write_all(&left, b"one two").unwrap();
        let mut buffer = [0; 64];
        assert_eq!(read(&right, &mut buffer).unwrap(), 7);
        assert_eq!(&buffer[..7], b"one two");
        left.flush().unwrap();
        drop(left);
        assert_eq!(read(&right, &mut buffer).unwrap(), 0);
    }

    #[test]
    fn a_full_descriptor_that_does_not_block_is_waited_for() {
        let (left, right) = UnixStream::pair().unwrap();
        left.set_nonblocking(true).unwrap();
        right.set_nonblocking(true).unwrap();
        let reader = std::thread::spawn(move || {
            let (mut buffer, mut total) = ([0; 4096], 0);
            while let Ok(count @ 1..) = read(&right, &mut buffer) {
                total += count;
            }
            total
        });
        write_all(&left, &vec![b'x'; 4 << 20]).unwrap();
        drop(left);
        assert_eq!(reader.join().unwrap(), 4 << 20);
    }

    #[test]
    fn a_closed_pipe_is_dead_and_an_error() {
        let (left, right) = UnixStream::pair().unwrap();
        assert!(!is_dead(&left));
        drop(right);
        assert!(is_dead(&left));
        assert!(write_all(&left, b"x").is_err());
    }
}
