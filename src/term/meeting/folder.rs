//! The folder in which presentations and consoles meet.
//!
//! Knows where it is, that it has to be the user's own and closed to all others, and whose socket
//! is left from a program that is no more. Must not know what is said in there.

use super::is_ours;
use crate::data::sanitize;
use rustix::process::{Pid, geteuid, test_kill_process};
use std::ffi::OsString;
use std::fs::{self, DirBuilder, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::{env, fmt};

/// How a socket is called after the number of its presentation.
const ENDING: &str = ".sock";

/// The longest path of a socket that every system takes, in bytes.
const LONGEST: usize = 100;

/// More presentations than this are not looked at.
const MOST: usize = 64;

/// What one socket has and no other one.
pub(super) type Mark = (u64, i64, i64);

/// A folder that was looked at and found to be safe.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// Why a folder cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    path: PathBuf,
    why: Why,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Why {
    NotMade,
    NoFolder,
    Others,
    Open,
    Long,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = sanitize::clean(&self.path.to_string_lossy());
        let (why, advice) = match self.why {
            Why::NotMade => ("it cannot be made", "a folder that you can write to"),
            Why::NoFolder => ("it is no folder", "another folder"),
            Why::Others => ("it belongs to somebody else", "a folder of your own"),
            Why::Open => ("others can enter it", "another folder, or close it with `chmod 700`"),
            Why::Long => ("its path is too long", "a folder with a shorter path"),
        };
        write!(
            f,
            "presentations and consoles cannot meet in {path}: {why}; set XDG_RUNTIME_DIR to {advice}."
        )
    }
}

/// Where the folder is: in the user's runtime folder, else in that for temporary files.
fn place(runtime: Option<OsString>, temporary: &Path) -> PathBuf {
    match runtime.map(PathBuf::from).filter(|path| path.is_absolute()) {
        Some(runtime) => runtime.join("liberterra"),
        None => temporary.join(format!("liberterra-{}", geteuid().as_raw())),
    }
}

impl Folder {
    /// The folder of this user, made if it is not there.
    ///
    /// # Errors
    ///
    /// If it cannot be made, or is not safe.
    pub fn open() -> Result<Self, Refusal> {
        Self::at(place(env::var_os("XDG_RUNTIME_DIR"), &env::temp_dir()))
    }

    fn at(path: PathBuf) -> Result<Self, Refusal> {
        let made = DirBuilder::new().mode(0o700).create(&path);
        let there = match made {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(Why::NotMade),
            // Of a link the link itself is looked at.
            _ => fs::symlink_metadata(&path).map_err(|_| Why::NotMade),
        };
        let long = path.as_os_str().len() + "/4294967295".len() + ENDING.len() > LONGEST;
        let sound = there.and_then(|found| is_safe(&found, geteuid().as_raw()));
        match sound {
            Ok(()) if !long => Ok(Self(path)),
            Ok(()) => Err(Refusal { path, why: Why::Long }),
            Err(why) => Err(Refusal { path, why }),
        }
    }

    /// Where the socket of a presentation is.
    pub(super) fn socket(&self, number: u32) -> PathBuf {
        self.0.join(format!("{number}{ENDING}"))
    }

    /// The numbers of the presentations that have a socket here.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let number = |name: OsString| name.to_str()?.strip_suffix(ENDING)?.parse::<u32>().ok();
        entries.filter_map(|entry| number(entry.file_name())).take(MOST).collect()
    }

    /// What tells the socket of a presentation from another one by its name.
    pub(super) fn mark(&self, number: u32) -> Option<Mark> {
        let found = fs::symlink_metadata(self.socket(number)).ok()?;
        Some((found.ino(), found.ctime(), found.ctime_nsec()))
    }

    /// Meets a presentation. The socket of one that is no more is taken away.
    pub(super) fn meet(&self, number: u32) -> Option<UnixStream> {
        let path = self.socket(number);
        let found = fs::symlink_metadata(&path).ok()?;
        if !found.file_type().is_socket() || found.uid() != geteuid().as_raw() {
            return None;
        }
        match UnixStream::connect(&path) {
            Ok(stream) => Some(stream).filter(is_ours),
            Err(error) => {
                if error.kind() == ErrorKind::ConnectionRefused && !is_running(number) {
                    let _ = fs::remove_file(&path);
                }
                None
            }
        }
    }
}

/// Whether nobody but the user can enter a folder.
fn is_safe(found: &Metadata, user: u32) -> Result<(), Why> {
    judged(found.is_dir(), found.uid() == user, found.mode())
}

const fn judged(is_folder: bool, is_own: bool, mode: u32) -> Result<(), Why> {
    match (is_folder, is_own, mode & 0o077) {
        (false, ..) => Err(Why::NoFolder),
        (_, false, _) => Err(Why::Others),
        (_, _, 0) => Ok(()),
        _ => Err(Why::Open),
    }
}

/// Whether a program with a number runs.
fn is_running(number: u32) -> bool {
    let process = i32::try_from(number).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    /// An empty folder for a test.
    fn empty(name: &str) -> PathBuf {
        let path = env::temp_dir().join(format!("lt-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        DirBuilder::new().mode(0o700).create(&path).unwrap();
        path
    }

    #[test]
    fn it_is_the_runtime_folder_or_a_private_one_among_the_temporary() {
        let temporary = Path::new("/tmp");
        let of = |runtime: &str| place(Some(runtime.into()), temporary);
        assert_eq!(of("/run/user/7"), Path::new("/run/user/7/liberterra"));
        let own = format!("/tmp/liberterra-{}", geteuid().as_raw());
        assert_eq!(of("relative"), Path::new(&own));
        assert_eq!(of(""), Path::new(&own));
        assert_eq!(place(None, temporary), Path::new(&own));
    }

    #[test]
    fn only_a_closed_folder_of_ones_own_is_safe() {
        assert_eq!(judged(true, true, 0o40_700), Ok(()));
        assert_eq!(judged(true, false, 0o40_700), Err(Why::Others));
        assert_eq!(judged(false, true, 0o100_600), Err(Why::NoFolder));
        for mode in [0o710, 0o701, 0o755, 0o777, 0o720] {
            assert_eq!(judged(true, true, mode), Err(Why::Open), "{mode:o}");
        }
    }

    #[test]
    fn it_is_made_for_the_user_alone_and_a_link_is_none() {
        let here = empty("made");
        let Folder(path) = Folder::at(here.join("one")).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o700);
        assert!(Folder::at(path.clone()).is_ok(), "it may be there");
        symlink(&path, here.join("link")).unwrap();
        let why = |path: PathBuf| Folder::at(path).map(|_| ()).map_err(|refusal| refusal.why);
        assert_eq!(why(here.join("link")), Err(Why::NoFolder));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(why(path), Err(Why::Open));
        assert_eq!(why(here.join("not/there")), Err(Why::NotMade));
        assert_eq!(why(here.join("x".repeat(90))), Err(Why::Long));
        fs::remove_dir_all(here).unwrap();
    }

    #[test]
    fn what_is_left_of_the_dead_is_taken_away_and_a_file_is_left_alone() {
        let folder = Folder(empty("left"));
        // No system has so many processes.
        let dead = u32::try_from(i32::MAX).unwrap();
        drop(UnixListener::bind(folder.socket(dead)).unwrap());
        assert_eq!(folder.numbers(), [dead]);
        assert!(folder.meet(dead).is_none());
        assert!(folder.numbers().is_empty());
        fs::write(folder.socket(dead), "").unwrap();
        assert!(folder.meet(dead).is_none());
        assert_eq!(folder.numbers(), [dead], "it is no socket of ours");
        let own = std::process::id();
        drop(UnixListener::bind(folder.socket(own)).unwrap());
        assert!(folder.meet(own).is_none());
        assert!(folder.mark(own).is_some(), "its program runs, and may be about to listen");
        fs::remove_dir_all(folder.0).unwrap();
    }

    #[test]
    fn a_refusal_is_one_sentence_that_says_what_to_do() {
        for why in [Why::NotMade, Why::NoFolder, Why::Others, Why::Open, Why::Long] {
            let said = Refusal { path: PathBuf::from("/run/\u{1b}[2J"), why }.to_string();
            assert!(said.contains("; set XDG_RUNTIME_DIR") && said.ends_with('.'), "{said}");
            assert!(!said.contains('\u{1b}'), "{said}");
        }
    }
}
