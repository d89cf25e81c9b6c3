//! Lines from the other end of a meeting.
//!
//! Knows how long a line may be, how many may come in a second, and how long one may take; who sends
//! longer ones, more, or none is no longer listened to. Must not know what they say.

use std::io::{self, ErrorKind, Read};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

/// How long a first line may be waited for, and any other one from its first byte to its end.
const PATIENCE: Duration = Duration::from_secs(5);

/// A reader that waits only so long for the end of a line. Between lines it waits for ever, and
/// wakes for nothing.
pub(super) struct Patient<'s> {
    stream: &'s UnixStream,
    /// Until when the line that is read has to end.
    until: Option<Instant>,
}

impl<'s> Patient<'s> {
    /// A reader that waits for a first line.
    pub(super) fn new(stream: &'s UnixStream) -> Self {
        Self::waiting(stream, PATIENCE)
    }

    fn waiting(stream: &'s UnixStream, patience: Duration) -> Self {
        Self { stream, until: Instant::now().checked_add(patience) }
    }
}

impl Read for Patient<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()));
        if left == Some(Duration::ZERO) {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(left)?;
        let read = self.stream.read(bytes)?;
        let come = bytes.get(..read).unwrap_or_default();
        if come.ends_with(b"\n") {
            self.until = None;
        } else if self.until.is_none() || come.contains(&b'\n') {
            self.until = Instant::now().checked_add(PATIENCE);
        }
        Ok(read)
    }
}

/// Enough for a presentation that is turned by a key held down, and little enough to be dealt with.
const A_SECOND: u32 = 200;

/// Hands on each line without its end, until there are no more, one is too long, there are too
/// many, or they are not wanted any more. `true` if it was the other end that ended it.
pub(super) fn each(
    mut from: impl Read,
    longest: usize,
    mut take: impl FnMut(&[u8]) -> bool,
) -> bool {
    let (mut line, mut bytes) = (Vec::new(), [0; 4096]);
    let (mut since, mut count) = (Instant::now(), 0);
    loop {
        let read = match from.read(&mut bytes) {
            Ok(0) => return true,
            Ok(read) => bytes.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return true,
        };
        let mut parts = read.split(|byte| *byte == b'\n').peekable();
        while let Some(part) = parts.next() {
            if line.len() + part.len() > longest {
                return false;
            }
            line.extend(part);
            if parts.peek().is_none() {
                break;
            }
            if since.elapsed() >= Duration::from_secs(1) {
                (since, count) = (Instant::now(), 0);
            }
            count += 1;
            if count > A_SECOND || !take(&line) {
                return false;
            }
            line.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of some bytes, and whether they came to their end.
    fn lines(bytes: &[u8], longest: usize) -> (Vec<String>, bool) {
        let mut lines = Vec::new();
        let ended = each(bytes, longest, |line| {
            lines.push(String::from_utf8_lossy(line).into_owned());
            true
        });
        (lines, ended)
    }

    #[test]
    fn a_line_is_what_its_end_ends() {
        assert_eq!(
            lines(b"one\ntwo\n\nthr", 5),
            (vec!["one".into(), "two".into(), String::new()], true)
        );
        let long = "x".repeat(10_000);
        let (found, ended) = lines(format!("{long}\n{long}\n").as_bytes(), 10_000);
        assert!(ended && found == [long.clone(), long], "cut wherever a read ends");
    }

    #[test]
    fn a_line_that_is_too_long_ends_it_before_its_own_end() {
        assert_eq!(lines(b"one\n123456", 5), (vec!["one".into()], false));
        assert_eq!(lines(&vec![0; 1 << 20], 4_096), (Vec::new(), false));
    }

    #[test]
    fn too_many_lines_end_it() {
        // Faster than a second, or never too many: a slow machine cannot make it fail.
        let begun = Instant::now();
        let (found, ended) = lines(&b"x\n".repeat(1_000), 5);
        assert!(begun.elapsed() >= Duration::from_secs(1) || (!ended && found.len() == 200));
    }

    #[test]
    fn who_says_nothing_or_does_not_end_a_line_is_waited_for_only_so_long() {
        use std::io::Write as _;
        let (mut theirs, ours) = UnixStream::pair().unwrap();
        let mut bytes = [0; 16];
        // Nobody has to wait for that: its time is over before it begins.
        let mut silent = Patient::waiting(&ours, Duration::ZERO);
        assert_eq!(silent.read(&mut bytes).unwrap_err().kind(), ErrorKind::TimedOut);
        let mut patient = Patient::new(&ours);
        let end = patient.until;
        theirs.write_all(b"a").unwrap();
        assert!(patient.read(&mut bytes).is_ok() && patient.until == end, "no line, no more time");
        theirs.write_all(b"b\n").unwrap();
        assert!(patient.read(&mut bytes).is_ok() && patient.until.is_none(), "for ever");
        theirs.write_all(b"c").unwrap();
        assert!(patient.read(&mut bytes).is_ok() && patient.until.is_some(), "a new line");
    }

    #[test]
    fn what_is_not_wanted_is_not_read_on() {
        let mut count = 0;
        let ended = each(&b"a\nb\nc\n"[..], 5, |_| {
            count += 1;
            count < 2
        });
        assert_eq!((count, ended), (2, false));
    }
}
