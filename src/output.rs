//! Where a report goes: a file, written as a whole or not at all.
//!
//! Knows files. Must not know what is written.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::data::sanitize;

/// Why a file was not written.
#[derive(Debug)]
pub enum Fault {
    /// It is there already, and nobody said that it may be replaced.
    Exists(PathBuf),
    /// It is a folder.
    Folder(PathBuf),
    /// Its folder is not there.
    NoFolder(PathBuf),
    /// It could not be written.
    Failed(PathBuf, ErrorKind),
    /// It was given up.
    GivenUp(PathBuf),
}

impl Fault {
    fn of(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path.to_owned()),
            ErrorKind::IsADirectory => Self::Folder(path.to_owned()),
            ErrorKind::NotFound if !folder(path).exists() => {
                Self::NoFolder(folder(path).to_owned())
            }
            kind => Self::Failed(path.to_owned(), kind),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |path: &Path| sanitize::clean(&path.display().to_string());
        match self {
            Self::Exists(path) => write!(
                f,
                "{}: it is there already; give another name, or `--force` to replace it.",
                said(path)
            ),
            Self::Folder(path) => {
                write!(f, "{}: it is a folder; give the name of a file in it.", said(path))
            }
            Self::NoFolder(folder) => {
                write!(
                    f,
                    "{}: there is no such folder; make it, or give another one.",
                    said(folder)
                )
            }
            Self::GivenUp(path) => {
                write!(f, "{}: the writing was given up; nothing of it is left.", said(path))
            }
            Self::Failed(path, kind) => {
                let (what, advice) = match kind {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        ("it may not be written", "give a folder that you may write to")
                    }
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                        ("the disk is full", "make room, or give another place")
                    }
                    ErrorKind::NotADirectory => {
                        ("a part of its path is no folder", "give another place")
                    }
                    other => {
                        return write!(
                            f,
                            "{}: it could not be written: {other}; give another place.",
                            said(path)
                        );
                    }
                };
                write!(f, "{}: {what}; {advice}.", said(path))
            }
        }
    }
}

/// Writes a file as a whole: first beside it under a name of its own, which becomes the file's
/// when all is written. What is no file, such as a pipe, is written as it comes.
///
/// # Errors
///
/// If it is there and may not be replaced, or could not be written; then nothing is left of it.
pub fn write(
    path: &Path,
    replace: bool,
    is_given_up: &dyn Fn() -> bool,
    written: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Fault> {
    let fault = |error: io::Error| {
        if is_given_up() { Fault::GivenUp(path.to_owned()) } else { Fault::of(path, &error) }
    };
    let put = |file: File| fill(Watched { to: file, is_given_up }, written);
    let there = fs::metadata(path).ok();
    match &there {
        Some(there) if there.is_dir() => return Err(Fault::Folder(path.to_owned())),
        Some(there) if !there.is_file() => {
            return File::create(path).and_then(put).map_err(fault);
        }
        Some(_) if !replace => return Err(Fault::Exists(path.to_owned())),
        Some(_) | None => {}
    }
    // A link stays what it is: what it leads to is replaced.
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (beside, opened) = beside(&whole).map_err(fault)?;
    let kept = || match &there {
        Some(there) => fs::set_permissions(&beside, there.permissions()),
        None => Ok(()),
    };
    let done = put(opened).and_then(|()| kept()).and_then(|()| {
        if replace { fs::rename(&beside, &whole) } else { named_anew(&beside, &whole) }
    });
    if done.is_err() {
        // What could not be written cannot always be taken away either.
        let _ = fs::remove_file(&beside);
    }
    done.map_err(fault)
}

/// A file that takes nothing more as soon as the writing is given up.
struct Watched<'a> {
    to: File,
    is_given_up: &'a dyn Fn() -> bool,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.is_given_up)() {
            // Not `Interrupted`, after which writing is tried again.
            return Err(ErrorKind::Other.into());
        }
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn fill(
    file: Watched<'_>,
    written: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    written(&mut out)?;
    out.flush()
}

/// A new file in the folder of another one, under a name that nothing has yet.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0_u32;
    loop {
        let name = format!(".{name}.{}-{number}.part", std::process::id());
        let beside = folder(path).join(name);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => number += 1,
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

/// Gives a file its name if nothing else has it, not even since it was looked.
fn named_anew(beside: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        Ok(()) => fs::remove_file(beside),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Not every disk knows two names for a file.
        Err(_) if path.exists() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(beside, path),
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of its own.
    fn empty(name: &str) -> PathBuf {
        let name = format!("liberterra-output-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        folder
    }

    #[test]
    fn nothing_is_left_of_what_could_not_be_written() {
        let folder = empty("failed");
        let path = folder.join("x");
        let fails = |kind: ErrorKind| {
            write(&path, false, &|| false, |out| {
                out.write_all(&vec![b'x'; 1 << 20])?;
                assert!(!path.exists() && fs::read_dir(&folder).unwrap().count() == 1);
                Err(kind.into())
            })
        };
        let said = fails(ErrorKind::StorageFull).unwrap_err().to_string();
        assert!(said.contains("the disk is full; make room"), "{said}");
        let said = fails(ErrorKind::UnexpectedEof).unwrap_err().to_string();
        assert!(said.contains("could not be written"), "{said}");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir(&folder).unwrap();
    }

    #[test]
    fn what_is_given_up_ends_at_the_next_write() {
        let folder = empty("given-up");
        let given_up = std::cell::Cell::new(false);
        let done = write(&folder.join("x"), false, &|| given_up.get(), |out| {
            out.write_all(&vec![b'x'; 1 << 20])?;
            given_up.set(true);
            out.write_all(&vec![b'x'; 1 << 20])
        });
        assert!(matches!(done, Err(Fault::GivenUp(_))));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir(&folder).unwrap();
    }

    #[test]
    fn a_file_that_comes_meanwhile_is_not_written_over() {
        let folder = empty("meanwhile");
        let path = folder.join("x");
        let done = write(&path, false, &|| false, |out| {
            fs::write(&path, "mine")?;
            out.write_all(b"report")
        });
        assert!(matches!(done, Err(Fault::Exists(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
