//! Lines from the other end of a meeting.
//!
//! Knows how long a line may be and how many may come in a second; who sends longer ones or more is
//! no longer listened to. Must not know what they say.

use std::io::{ErrorKind, Read};
use std::time::{Duration, Instant};

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
    fn what_is_not_wanted_is_not_read_on() {
        let mut count = 0;
        let ended = each(&b"a\nb\nc\n"[..], 5, |_| {
            count += 1;
            count < 2
        });
        assert_eq!((count, ended), (2, false));
    }
}
