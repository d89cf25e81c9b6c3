//! A presentation: which step of the story is shown, and how it goes on.
//!
//! Knows steps, pages and whether the slide, the index or the board is shown. A plain value: its
//! clock is the outside's, and what its cues do to the board stands in [`super::cues`].

use super::focus::List;
use crate::model::operation::Operation;
use crate::model::story::{Step, Story};

/// A slide: a step of the story, and a page of it where it does not fit into one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Slide {
    /// The step, from 0 on.
    pub step: usize,
    /// The page, from 0 on.
    pub page: usize,
}

/// What the room sees.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// The slide.
    Slide,
    /// Nothing: the screen is blank.
    Blank,
    /// The list of all slides.
    Index(List),
    /// The live data, into which the presenter has stepped.
    Board,
}

/// Whether it goes on by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Pace {
    /// By hand.
    #[default]
    ByHand,
    /// By itself, after so many seconds.
    Every(u32),
    /// By itself, but for now it waits.
    Paused(u32),
}

/// How a presentation begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Start {
    /// The first step shown, from 0 on.
    pub step: usize,
    /// Whether it goes on by itself.
    pub pace: Pace,
    /// Whether the first slide follows the last one.
    pub looped: bool,
}

/// What a presenter, a clock or a console asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cue {
    /// Begin, or come back from the board to the slide.
    Present,
    /// The next slide.
    Next,
    /// The slide before; while a number is typed, one digit less.
    Back,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// A digit of the number of a slide; keys fill it in.
    Digit(u8),
    /// Go to the number typed; with none typed, step into the board.
    Enter,
    /// Go to a step, from 0 on.
    Go(usize),
    /// Step into the board at what the slide shows.
    StepIn,
    /// Make the screen blank.
    Blank,
    /// Show the slide again.
    Unblank,
    /// Open or close the index of slides.
    Index,
    /// Go on by itself, or wait.
    Run,
    /// Wait, if it goes on by itself.
    Pause,
    /// The time of the slide is over.
    Due,
    /// Drop the number typed; with none typed, end the presentation at what the slide shows.
    End,
}

/// A presentation in progress.
#[derive(Clone, Debug)]
pub struct Presentation {
    story: Story,
    pub(super) slide: Slide,
    pub(super) stage: Stage,
    pub(super) pace: Pace,
    pub(super) looped: bool,
    /// The earliest step that was shown.
    pub(super) first: usize,
    /// The number of a slide as far as it is typed.
    pub(super) typed: Option<usize>,
}

/// The largest number of a slide that can be typed.
const LARGEST: usize = 9_999;

impl Presentation {
    /// A presentation of an operation that begins at a step, or at the last one if there are fewer.
    pub(super) fn new(operation: &Operation, start: Start) -> Self {
        let story = Story::of(operation);
        let step = start.step.min(story.steps().len().saturating_sub(1));
        Self {
            story,
            slide: Slide { step, page: 0 },
            stage: Stage::Slide,
            pace: start.pace,
            looped: start.looped,
            first: step,
            typed: None,
        }
    }

    /// The story told.
    #[must_use]
    pub const fn story(&self) -> &Story {
        &self.story
    }

    /// The slide that is shown, or that it comes back to.
    #[must_use]
    pub const fn slide(&self) -> Slide {
        self.slide
    }

    /// What the room sees.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it goes on by itself.
    #[must_use]
    pub const fn pace(&self) -> Pace {
        self.pace
    }

    /// The step that it began with, or an earlier one that it went back to.
    #[must_use]
    pub const fn first(&self) -> usize {
        self.first
    }

    /// The number of a slide as far as it is typed.
    #[must_use]
    pub const fn typed(&self) -> Option<usize> {
        self.typed
    }

    /// The step that is shown.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.story.steps().get(self.slide.step)
    }

    /// How many steps there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.story.steps().len()
    }

    /// Whether there are none, which never happens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.story.steps().is_empty()
    }

    /// Whether no step follows.
    #[must_use]
    pub fn is_at_last_step(&self) -> bool {
        self.slide.step + 1 >= self.len()
    }

    /// The step that follows; none after the last, unless the story is told again and again.
    #[must_use]
    pub fn next_step(&self) -> Option<&Step> {
        let steps = self.story.steps();
        let first = || steps.first().filter(|_| self.looped);
        steps.get(self.slide.step + 1).or_else(first)
    }

    /// Shows a step, or the last one if there are fewer.
    pub(super) fn go(&mut self, step: usize) {
        self.slide = Slide { step: step.min(self.len().saturating_sub(1)), page: 0 };
        self.stage = Stage::Slide;
    }

    /// Takes a digit of the number of a slide.
    pub(super) fn type_digit(&mut self, digit: u8) {
        let number = self.typed.unwrap_or(0) * 10 + usize::from(digit);
        if number <= LARGEST {
            self.typed = Some(number);
        }
    }

    /// Drops the last digit typed.
    pub(super) fn drop_digit(&mut self) {
        self.typed = self.typed.map(|number| number / 10).filter(|number| *number > 0);
    }

    /// Waits, if it goes on by itself.
    pub(super) const fn pause(&mut self) {
        if let Pace::Every(seconds) = self.pace {
            self.pace = Pace::Paused(seconds);
        }
    }

    /// Goes on by itself, or waits.
    pub(super) const fn run_or_pause(&mut self) {
        self.pace = match self.pace {
            Pace::ByHand => Pace::ByHand,
            Pace::Every(seconds) => Pace::Paused(seconds),
            Pace::Paused(seconds) => Pace::Every(seconds),
        };
    }

    /// The same slide of the story as its operation has it now.
    pub(super) fn renew(&mut self, operation: &Operation) {
        let story = Story::of(operation);
        let is_same = |step: &Step| self.step().is_some_and(|was| was.subject == step.subject);
        let here = story.steps().get(self.slide.step).is_some_and(is_same);
        let same = story.steps().iter().position(is_same).filter(|_| !here);
        let last = story.steps().len().saturating_sub(1);
        if !here {
            let step = same.unwrap_or(self.slide.step.min(last));
            self.slide = Slide { step, page: same.map_or(0, |_| self.slide.page) };
        }
        self.story = story;
        if let Stage::Index(list) = &mut self.stage {
            list.select(list.selected, last + 1);
        }
    }
}
