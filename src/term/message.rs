//! What can arrive at the loop.
//!
//! Knows what can be told. Must not know who tells it or what follows.

use std::sync::Arc;

use terminput::Event;

use super::background::Answer;
use super::meeting::News;
use super::reader::Outcome;
use crate::app::export::Exported;
use crate::app::question as rows;
use crate::model::compare::digest::Digest;
use crate::model::text::SafeText;
use crate::report::format::Format;

/// What the threads tell the loop.
#[derive(Debug)]
pub(super) enum Message {
    /// The user did something, or several things at once.
    Input(Vec<Event>),
    /// The terminal answered.
    Answer(Answer),
    /// The file of the operation at a place of the library has changed.
    Changed(usize),
    /// A file was read, or cannot be.
    Read(Outcome),
    /// An operation was read for comparing, or cannot be.
    Fetched(usize, Result<Arc<Digest>, SafeText>),
    /// A file was written, or not.
    Exported(Format, Exported),
    /// A question about the rows of an operation has its answer.
    Answered(Box<rows::Answer>),
    /// The window may have a new size.
    Resized,
    /// A signal to end.
    Signal(i32),
    /// A signal to stop.
    Stop,
    /// Somebody continued us, whoever had stopped us.
    Continued,
    /// The terminal is gone.
    Hangup,
    /// Presentation and console have something to say to each other.
    Met(News),
}
