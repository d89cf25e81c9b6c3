//! Where a presentation stands, and what may be asked of it from another terminal.
//!
//! Knows what a presenter's console shows and can ask. Text comes in two kinds: as it crosses from
//! one terminal to the other, and cleaned. Must not know how it crosses.

use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};

/// All that a console may ask of a presentation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The next slide.
    Next,
    /// The slide before.
    Back,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// A slide by its number.
    Go(NonZeroU16),
    /// A blank screen, or the slide again.
    Blank,
    /// Into the live data, or back to the slide.
    Live,
    /// Go on by itself, or wait.
    Run,
    /// Where it stands. What a console says when it comes, so that it is known for one.
    Tell,
}

/// What the room sees.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// The slide.
    Slide,
    /// The slide, below the sources of what is on it.
    Sources,
    /// The help, over whatever it may be.
    Help,
    /// Nothing.
    Blank,
    /// The index of slides.
    Index,
    /// The live data.
    Board,
}

/// Whether it goes on by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Running {
    /// By hand.
    ByHand,
    /// By itself.
    ByItself,
    /// By itself, but for now it waits.
    Waits,
}

/// How far it is, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reached {
    /// The slide.
    pub slide: u16,
    /// Of how many.
    pub slides: u16,
    /// Its page.
    pub page: u16,
    /// Of how many.
    pub pages: u16,
    /// The slide that the talk began with, or an earlier one that it went back to.
    pub first: u16,
}

impl Reached {
    /// Whether the numbers can be those of a presentation.
    #[must_use]
    pub fn is_sound(self) -> bool {
        (1..=self.slides).contains(&self.slide)
            && (1..=self.pages).contains(&self.page)
            && (1..=self.slide).contains(&self.first)
    }

    /// The same in a talk that began with some slide.
    #[must_use]
    pub fn from(self, first: u16) -> Self {
        Self { first: first.clamp(1, self.slide.max(1)), ..self }
    }

    /// How many of how many equal parts of the talk lie behind it when this page begins: of the
    /// slides before its first one nothing is told.
    #[must_use]
    pub fn told(self) -> (u64, u64) {
        let (before, parts) = self.parts();
        let untold = u64::from(self.first.saturating_sub(1)) * u64::from(self.pages).max(1);
        (before.saturating_sub(untold), parts.saturating_sub(untold).max(1))
    }

    /// How many of how many equal parts lie behind it when this page begins.
    #[must_use]
    pub fn parts(self) -> (u64, u64) {
        let (slides, pages) = (u64::from(self.slides).max(1), u64::from(self.pages).max(1));
        let before = u64::from(self.slide.saturating_sub(1)) * pages;
        (before + u64::from(self.page.saturating_sub(1)), slides * pages)
    }
}

/// A slide in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card<T> {
    /// What it is called.
    pub name: T,
    /// What it says; figures with qualifier and measure.
    pub lines: Vec<T>,
    /// The sources it rests on.
    pub sources: T,
}

/// Where a presentation stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing<T> {
    /// The id of the operation.
    pub id: T,
    /// Its name.
    pub operation: T,
    /// What must not be overlooked: preliminary, cleaned.
    pub badges: Vec<T>,
    /// What the room sees.
    pub sight: Sight,
    /// Whether it goes on by itself.
    pub running: Running,
    /// How far it is.
    pub reached: Reached,
    /// How many seconds it has taken when this is said.
    pub elapsed: u64,
    /// The slide it is at.
    pub now: Card<T>,
    /// The slide that follows; none after the last.
    pub next: Option<Card<T>>,
    /// What the speaker wants to be reminded of.
    pub notes: Vec<T>,
    /// What the presentation itself says, such as that this is the last slide.
    pub notice: Option<T>,
}

impl<T> Card<T> {
    fn map<U>(self, change: &impl Fn(T) -> U) -> Card<U> {
        Card {
            name: change(self.name),
            lines: self.lines.into_iter().map(change).collect(),
            sources: change(self.sources),
        }
    }
}

impl<T> Standing<T> {
    /// The same with another kind of text.
    pub fn map<U>(self, change: &impl Fn(T) -> U) -> Standing<U> {
        Standing {
            id: change(self.id),
            operation: change(self.operation),
            badges: self.badges.into_iter().map(change).collect(),
            sight: self.sight,
            running: self.running,
            reached: self.reached,
            elapsed: self.elapsed,
            now: self.now.map(change),
            next: self.next.map(|next| next.map(change)),
            notes: self.notes.into_iter().map(change).collect(),
            notice: self.notice.map(change),
        }
    }
}
