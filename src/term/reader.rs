//! Files that take long to read, on a thread of their own.
//!
//! Knows how far the reading has come. Must not know what is shown meanwhile.

use std::sync::Arc;
use std::time::Duration;

use super::mailbox::Post;
use super::message::Message;
use super::window::spawn;
use crate::app::loading::Stage;
use crate::app::question::Asked;
use crate::app::shelf::Ready;
use crate::data::{DataError, Library, Progress};

/// How often the board is told how far the reading has come.
pub(super) const TICK: Duration = Duration::from_millis(100);

/// What came of a reading.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The reading it is the end of.
    progress: Arc<Progress>,
    /// What was read, ready to be shown.
    pub(super) result: Result<Box<Ready>, DataError>,
}

/// A file that is being read. It is given up when this is dropped.
pub(super) struct Reader {
    progress: Arc<Progress>,
    /// Which operation of the library it is.
    pub(super) place: usize,
    /// Whether it is the one already shown, which has changed.
    pub(super) again: bool,
    shown: Option<Stage>,
}

impl Reader {
    /// Begins to read; `None` if the system has no thread for it.
    pub(super) fn start(
        library: &Arc<Library>,
        place: usize,
        again: bool,
        asked: Asked,
        post: Post,
    ) -> Option<Self> {
        let (library, progress) = (Arc::clone(library), Arc::<Progress>::default());
        let reading = Arc::clone(&progress);
        let work = move || {
            let operation = library.open_slowly(place, &reading);
            let result = operation.map(|operation| Box::new(Ready::new(operation, asked)));
            // What nobody waits for any more ends here, so that freeing it keeps nobody waiting.
            if !reading.is_given_up() {
                post.send(Message::Read(Outcome { progress: reading, result }));
            }
        };
        spawn("reader", work).ok()?;
        Some(Self { progress, place, again, shown: None })
    }

    /// How far it has come, if that is not what was said last.
    pub(super) fn stage(&mut self) -> Option<Stage> {
        let (read, checked, size) = self.progress.bytes();
        let stage = Stage { size, read, checked };
        let said = self.shown.replace(stage).map(Stage::in_words);
        (said != Some(stage.in_words())).then_some(stage)
    }

    /// Whether an outcome is that of this reading.
    pub(super) fn is_of(&self, outcome: &Outcome) -> bool {
        Arc::ptr_eq(&self.progress, &outcome.progress)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.progress.give_up();
    }
}
