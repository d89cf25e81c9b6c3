//! The bytes of a file, read in steps so that it can be given up, and a large one by two threads:
//! most of the time goes into getting the memory for it.
//!
//! Knows files. Must not know what is in them.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::thread;

use super::progress::Progress;

/// The bytes of a step.
const STEP: usize = 4 << 20;

/// From so many bytes on a file is read by two threads.
const LARGE: usize = 32 << 20;

/// Reads a file or a pipe.
///
/// # Errors
///
/// If it cannot be read, or was given up.
pub(super) fn read(path: &Path, progress: &Progress) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let meta = file.metadata()?;
    if meta.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let size = usize::try_from(meta.len()).unwrap_or(0);
    progress.expect(size);
    let mut bytes = Vec::new();
    if meta.is_file() && size >= LARGE {
        bytes = halves(&file, size, progress)?;
        // What was written to it meanwhile follows below.
        file.seek(SeekFrom::Start(meta.len()))?;
    }
    // One byte more than expected, so that the end is found without asking for room.
    bytes.reserve_exact(size.saturating_sub(bytes.len()).saturating_add(1));
    loop {
        let step = file.by_ref().take(u64::try_from(STEP).unwrap_or(u64::MAX));
        match { step }.read_to_end(&mut bytes)? {
            0 => return Ok(bytes),
            more => progress.read(more)?,
        }
    }
}

/// Reads a file of a known size.
fn halves(file: &File, size: usize, progress: &Progress) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; size];
    let middle = size / 2;
    let (one, two) = bytes.split_at_mut(middle);
    thread::scope(|scope| {
        let first = scope.spawn(|| part(file, one, 0, progress));
        let second = part(file, two, middle, progress);
        first.join().unwrap_or_else(|_| Err(ErrorKind::Other.into())).and(second)
    })?;
    Ok(bytes)
}

/// Reads a part of a file.
fn part(file: &File, bytes: &mut [u8], start: usize, progress: &Progress) -> io::Result<()> {
    let mut at = u64::try_from(start).unwrap_or(u64::MAX);
    for step in bytes.chunks_mut(STEP) {
        file.read_exact_at(step, at)?;
        at = at.saturating_add(u64::try_from(step.len()).unwrap_or(u64::MAX));
        progress.read(step.len())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_read_as_it_is() {
        let path = std::env::temp_dir().join(format!("liberterra-bytes-{}", std::process::id()));
        let written: Vec<u8> = (0..=u8::MAX).cycle().take(LARGE + 12_345).collect();
        std::fs::write(&path, &written).unwrap();
        let progress = Progress::default();
        let read = read(&path, &progress).unwrap();
        assert!(read == written && progress.bytes().0 == written.len());
        progress.give_up();
        assert!(super::read(&path, &progress).is_err());
        std::fs::remove_file(&path).unwrap();
    }
}
