//! What a console asks for, done as if it had been typed here.
//!
//! Knows that no key of a console may surprise the room: one that brings back a blank screen does
//! nothing else, and what was half typed here is dropped.

use std::num::NonZeroU16;

use super::App;
use super::present::{Cue, Stage};
use crate::model::standing::Ask;

impl App {
    /// Does what a console asks for; nothing if there is no presentation.
    pub(super) fn ask(&mut self, ask: Ask) {
        let Some(stage) = self.stage().filter(|_| ask != Ask::Tell) else { return };
        if self.is_typing() {
            self.accept_find();
        }
        if let Some(shown) = &mut self.presentation {
            shown.typed = None;
        }
        self.cue(cue(stage, ask));
    }
}

fn cue(stage: Stage, ask: Ask) -> Cue {
    match (stage, ask) {
        (Stage::Blank, _) | (_, Ask::Tell) => Cue::Unblank,
        (_, Ask::Next) => Cue::Next,
        (_, Ask::Back) => Cue::Back,
        (_, Ask::First) => Cue::First,
        (_, Ask::Last) => Cue::Last,
        (_, Ask::Go(number)) => Cue::Go(usize::from(NonZeroU16::get(number)) - 1),
        (_, Ask::Blank) => Cue::Blank,
        (Stage::Board, Ask::Live) => Cue::Present,
        (_, Ask::Live) => Cue::StepIn,
        (_, Ask::Run) => Cue::Run,
    }
}
