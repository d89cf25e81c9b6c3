//! Questions about the rows of a large operation, answered on a thread of their own.
//!
//! Knows that the last question is the only one that anybody waits for. What is asked, and what is
//! shown meanwhile, is the app's.

use std::ops::ControlFlow::{self, Continue};
use std::sync::Arc;

use super::{Runtime, spawn};
use crate::app::action::Action;
use crate::app::question::Question;
use crate::term::Ending;
use crate::term::message::Message;

/// That somebody waits for an answer: until this is dropped, or another question is asked.
pub(super) struct Waiting(
    #[expect(dead_code, reason = "that it is held says that somebody waits")] Arc<()>,
);

impl Runtime {
    /// Has a question answered. The one before ends as soon as it sees that nobody waits for it.
    pub(super) fn ask(&mut self, question: Box<Question>) -> ControlFlow<Ending> {
        let waiting = Arc::new(());
        let (waits, post) = (Arc::downgrade(&waiting), self.post.clone());
        self.asked = Some(Waiting(waiting));
        let here = question.clone();
        let work = move || {
            if let Some(answer) = question.answer(&|| waits.strong_count() > 0) {
                post.send(Message::Answered(Box::new(answer)));
            }
        };
        if spawn("asking", work).is_ok() {
            return Continue(());
        }
        // Without a thread for it, it is answered here, which only takes longer.
        match here.answer(&|| true) {
            Some(answer) => self.act(Action::Answered(Box::new(answer))),
            None => Continue(()),
        }
    }
}
