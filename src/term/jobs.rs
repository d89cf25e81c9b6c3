//! Jobs: our process group and session, and those of whoever started us.
//!
//! Knows whether the terminal is with us, and whether somebody could continue us. Must not stop
//! anything; `signals` does.
//!
//! On Linux they are read from the process's own file: in a container the leader of a group or of
//! a session may be outside of what can be seen. Its number is 0 then, which the calls of rustix
//! must not return.

use rustix::process::{Pid, getppid};
use std::sync::OnceLock;

/// Where a process belongs. A number is 0 if it cannot be seen from here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Job {
    group: i32,
    session: i32,
}

/// Ours, which nobody changes while we run. None if the system does not tell.
fn ours() -> Option<Job> {
    static OURS: OnceLock<Option<Job>> = OnceLock::new();
    *OURS.get_or_init(|| job(None))
}

/// Whether the job that has the terminal is ours. What cannot be found out is taken for yes.
pub(super) fn is_ours(foreground: Pid) -> bool {
    ours().is_none_or(|job| job.group == 0 || job.group == foreground.as_raw_nonzero().get())
}

/// Whether somebody could continue us after a stop. In the process group of the session's leader
/// there is no job control: the terminal window runs just us, and would be stuck. Whoever started
/// us may be gone, and the shell with it, or be outside of what can be seen.
pub(super) fn can_be_continued() -> bool {
    let parent = || getppid().and_then(|parent| job(Some(parent)));
    ours().is_some_and(|ours| {
        ours.session != 0
            && ours.session != ours.group
            && parent().is_some_and(|parent| parent.session == ours.session)
    })
}

/// The job of a process, or of ours.
#[cfg(target_os = "linux")]
fn job(process: Option<Pid>) -> Option<Job> {
    let whose = process.map_or("self".to_owned(), |pid| pid.as_raw_nonzero().to_string());
    told(&std::fs::read(format!("/proc/{whose}/stat")).ok()?)
}

/// The job of a process, or of ours.
#[cfg(not(target_os = "linux"))]
fn job(process: Option<Pid>) -> Option<Job> {
    let group = rustix::process::getpgid(process).ok()?;
    let session = rustix::process::getsid(process).ok()?;
    Some(Job { group: group.as_raw_nonzero().get(), session: session.as_raw_nonzero().get() })
}

/// The job in the file of a process: its number, its name in parentheses, its state, its parent,
/// its group, its session, and more. A name may hold anything, parentheses and blanks too.
#[cfg(any(target_os = "linux", test))]
fn told(file: &[u8]) -> Option<Job> {
    let file = String::from_utf8_lossy(file);
    let (_, behind) = file.rsplit_once(')')?;
    let mut numbers = behind.split_whitespace().skip(2).map(str::parse::<i32>);
    Some(Job { group: numbers.next()?.ok()?, session: numbers.next()?.ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_tells_where_we_belong() {
        assert!(ours().is_some());
    }

    #[test]
    fn a_name_is_not_taken_for_a_number() {
        let file = b"42 (a) 1 2 3 (b) \xff) S 41 40 39 34816 40 4194560 107 0";
        assert_eq!(told(file), Some(Job { group: 40, session: 39 }));
    }

    #[test]
    fn a_leader_that_cannot_be_seen_is_no_fault() {
        let file = b"42 (board) S 0 0 0 34816 -1 4194560 107 0";
        assert_eq!(told(file), Some(Job { group: 0, session: 0 }));
    }

    #[test]
    fn what_is_not_such_a_file_tells_nothing() {
        for file in [&b""[..], b"42", b"42 (board)", b"42 (board) S 1", b"42 (board) S 1 x 3"] {
            assert_eq!(told(file), None);
        }
    }
}
