//! Keys that steer the presentation from the console.
//!
//! Knows the number being typed, and how many of its keys were not answered: a presentation that
//! stands still must not be flooded, and turn ten slides when it comes back.

use std::num::NonZeroU16;

use super::{Console, Effect, Sight};
use crate::app::present::Cue;
use crate::model::standing::Ask;

/// The largest number of a slide that can be typed.
const LARGEST: u16 = 9_999;

/// How many keys may wait for an answer.
const PATIENT: u8 = 8;

/// After how many seconds an answer is overdue.
const OVERDUE: u64 = 2;

impl Console {
    /// Does what a key asks for that means the same on a slide.
    pub(super) fn steer(&mut self, cue: Cue) -> Option<Effect> {
        let typed = match cue {
            Cue::Digit(digit) => {
                self.type_digit(digit);
                return None;
            }
            Cue::Back if self.typed.is_some() => {
                self.typed = self.typed.map(|number| number / 10).filter(|number| *number > 0);
                return None;
            }
            _ => self.typed.take(),
        };
        let ask = match (cue, typed) {
            (Cue::Next, _) => Ask::Next,
            (Cue::Back, _) => Ask::Back,
            (Cue::First, _) => Ask::First,
            (Cue::Last, _) => Ask::Last,
            (Cue::Enter, Some(number)) => Ask::Go(self.slide(number)?),
            (Cue::Enter, None) | (Cue::StepIn, _) => Ask::Live,
            (Cue::Blank, _) => Ask::Blank,
            (Cue::Run, _) => Ask::Run,
            _ => return None,
        };
        self.ask(ask)
    }

    fn type_digit(&mut self, digit: u8) {
        let number = self.typed.unwrap_or(0).saturating_mul(10).saturating_add(u16::from(digit));
        if number <= LARGEST {
            self.typed = Some(number);
        }
    }

    /// The number of a slide that there is.
    fn slide(&mut self, number: u16) -> Option<NonZeroU16> {
        let last = self.standing.as_ref()?.reached.slides;
        let there = NonZeroU16::new(number).filter(|number| number.get() <= last);
        if there.is_none() {
            self.notice = Some(format!("there is no slide {number}; the last is {last}"));
        }
        there
    }

    fn ask(&mut self, ask: Ask) -> Option<Effect> {
        let Sight::Following(number) = self.sight else { return None };
        let (waiting, since) = self.unanswered.unwrap_or((0, self.now.second));
        if waiting >= PATIENT {
            return None;
        }
        self.unanswered = Some((waiting + 1, since));
        Some(Effect::Ask(number, ask))
    }

    /// Whether the presentation leaves keys unanswered: it may be stopped.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.unanswered.is_some_and(|(_, since)| self.now.second >= since + OVERDUE)
    }
}
