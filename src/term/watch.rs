//! Files on the command line as messages: which of them has changed.
//!
//! Knows folders and events of the file system. Must not read the files.
//!
//! The folder is watched, not the file: editors save by renaming another file over it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::mailbox::Post;
use super::message::Message;

/// How long a file has to be left alone before it is read: a save is often several writes.
pub(super) const CALM: Duration = Duration::from_millis(120);

/// Keeps the watch going for as long as it lives.
pub(super) struct Watch(
    #[expect(dead_code, reason = "the watch ends when it is dropped")] Box<dyn Watcher>,
);

/// Watches files, each with its place in the library. `None` if there are none, or if the system
/// does not let them be watched; then they are shown as they were.
pub(super) fn watch(files: Vec<(usize, PathBuf)>, post: Post) -> Option<Watch> {
    let files: Vec<(usize, PathBuf, OsString)> = files
        .into_iter()
        .filter_map(|(place, path)| Some((place, folder(&path)?, path.file_name()?.to_owned())))
        .collect();
    let folders: Vec<PathBuf> = files.iter().map(|(_, folder, _)| folder.clone()).collect();
    if folders.is_empty() {
        return None;
    }
    let changed = move |event: notify::Result<Event>| {
        let Some(event) = event.ok().filter(is_change) else { return };
        for (place, _, name) in &files {
            if event.paths.iter().any(|path| path.file_name() == Some(name)) {
                // A loop that is gone wants to know nothing any more.
                post.send(Message::Changed(*place));
            }
        }
    };
    let mut watcher = notify::recommended_watcher(changed).ok()?;
    for folder in folders {
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
    }
    Some(Watch(Box::new(watcher)))
}

fn folder(path: &Path) -> Option<PathBuf> {
    let whole = path.canonicalize().ok()?;
    // The link's own folder, not that of its target: the name is what is saved to.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent
        .map_or_else(|| Some(PathBuf::from(".")), |parent| Some(parent.to_owned()))
        .filter(|_| whole.is_file())
}

/// Whether something may have been written; looking at a file is no change.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
