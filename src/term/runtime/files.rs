//! Operations that are opened, read again and given up while the loop runs.
//!
//! Knows which file is being read. How it is read is `reader`'s; what follows is the app's.

use std::ops::ControlFlow::{self, Break, Continue};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::{Runtime, spawn};
use crate::app::action::Action;
use crate::app::export::Exported;
use crate::app::loading::Loading;
use crate::app::shelf::Ready;
use crate::data::{DataError, Library, sanitize};
use crate::model::compare::digest::Digest;
use crate::model::text::SafeText;
use crate::report::format::Format;
use crate::term::Ending;
use crate::term::message::Message;
use crate::term::reader::Reader;

impl Runtime {
    /// Reads the file of the operation shown again, if it has changed and been left alone since.
    pub(super) fn read_again(&mut self) -> ControlFlow<Ending> {
        if self.reload.is_none_or(|due| due > Instant::now()) {
            return Continue(());
        }
        self.reload = None;
        self.read(self.app.shelf().0, true)
    }

    /// Reads an operation: at once where nobody would notice, else on a thread of its own.
    pub(super) fn read(&mut self, place: usize, again: bool) -> ControlFlow<Ending> {
        self.reader = None;
        let asked = self.app.as_asked();
        if !self.library.is_quick(place) {
            let post = self.post.clone();
            self.reader = Reader::start(&self.library, place, again, asked, post);
            return self.tell_progress();
        }
        let ready = |operation| Box::new(Ready::new(operation, asked));
        let result = self.library.open(place).map(ready);
        self.have_read(place, again, result)
    }

    /// Reads operations for comparing, those that take long on a thread of their own.
    pub(super) fn fetch(&mut self, places: &[usize]) -> ControlFlow<Ending> {
        for place in places.iter().copied() {
            let library = Arc::clone(&self.library);
            if library.is_quick(place) {
                self.act(Action::Fetched(place, digest(&library, place)))?;
                continue;
            }
            let post = self.post.clone();
            let work = move || {
                let _ = post.send(Message::Fetched(place, digest(&library, place)));
            };
            if spawn("comparing", work).is_err() {
                let reason = sanitize::clean("the system has no thread to read it");
                self.act(Action::Fetched(place, Err(reason)))?;
            }
        }
        Continue(())
    }

    /// Writes what is on the screen to a file, on a thread of its own.
    pub(super) fn write(&mut self, file: (PathBuf, Format, bool)) -> ControlFlow<Ending> {
        let (export, format, post) = (self.app.export(file.1), file.1, self.post.clone());
        if self.writers.start(export, file, self.manner, post) {
            return Continue(());
        }
        let sentence = "The system has no thread to write it; close other programs and try again.";
        self.act(Action::Exported(format, Exported::Failed(sanitize::clean(sentence))))
    }

    /// Tells the board how far the reading has come.
    pub(super) fn tell_progress(&mut self) -> ControlFlow<Ending> {
        let Some(reader) = &mut self.reader else { return Continue(()) };
        let Some(progress) = reader.stage() else { return Continue(()) };
        let title = self.library.title(reader.place);
        self.act(Action::Loading(Loading { title, progress }))
    }

    /// Tells the board what came of a reading.
    pub(super) fn have_read(
        &mut self,
        place: usize,
        again: bool,
        result: Result<Box<Ready>, DataError>,
    ) -> ControlFlow<Ending> {
        let action = match (result, again) {
            (Ok(ready), false) => Action::Opened(place, ready),
            (Ok(ready), true) => Action::Reloaded(ready),
            (Err(error), _) if self.app.is_unread() => {
                return Break(Ending::Unusable(error.into_sentence()));
            }
            (Err(error), false) => Action::Refused(error.into_sentence()),
            (Err(error), true) => Action::Broken(error),
        };
        self.act(action)
    }
}

/// An operation as comparisons see it, or why there is none.
fn digest(library: &Library, place: usize) -> Result<Arc<Digest>, SafeText> {
    let operation = library.open(place).map_err(DataError::into_sentence)?;
    Ok(Arc::new(Digest::of(Arc::new(operation))))
}
