//! The presenter's console: which presentation it follows, what it knows of it, its time.
//!
//! Knows presentations by number and where they say that they stand. Must not draw, must not know
//! sockets, and has no clock of its own: what time it is comes in as a value.

mod follow;
pub mod pace;
mod steer;

use super::action::{Action, Motion};
use crate::model::standing::{Ask, Standing};
use crate::model::text::SafeText;
use crate::view::console as view;
use pace::Pace;

/// What time it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Now {
    /// Seconds since the console was started.
    pub second: u64,
    /// Hour and minute of the day.
    pub clock: (u8, u8),
}

/// A presentation that answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// Its number, by which it can be asked for.
    pub number: u32,
    /// Where it stands, as soon as it has said so.
    pub standing: Option<Standing<SafeText>>,
}

/// From when on the time of a talk is counted.
#[derive(Clone, Copy, Debug)]
struct Time {
    /// The second of the console.
    since: u64,
    /// How many seconds of the talk had gone by then.
    before: u64,
    /// The slide that the talk began with, or an earlier one that it went back to.
    first: u16,
}

/// What is in front of the presenter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sight {
    /// Nothing to follow; if there was something, where it stood last.
    #[default]
    Waiting,
    /// The list of presentations, the number of the one selected, and which one was followed before.
    Choosing(u32, Option<u32>),
    /// A presentation, by its number.
    Following(u32),
}

/// Something that happens to the console.
#[derive(Clone, Debug)]
pub enum Event {
    /// The presenter asks for something.
    Asked(Action),
    /// A second has gone by.
    Second(Now),
    /// Presentations have been found, by their numbers.
    Found(Vec<u32>),
    /// A presentation says where it stands.
    Told(u32, Box<Standing<SafeText>>),
    /// A presentation is gone; why, if that is not just its end.
    Gone(u32, Option<SafeText>),
}

/// What the outside has to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// End the console.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Ask a presentation for something.
    Ask(u32, Ask),
}

/// The state of a console.
#[derive(Clone, Debug, Default)]
pub struct Console {
    /// How many minutes the talk may take.
    minutes: Option<u16>,
    /// The presentation to follow, by its number or the id of its operation; any if not said.
    wanted: Option<SafeText>,
    offers: Vec<Offer>,
    sight: Sight,
    /// Where the presentation followed stands, or stood when it was seen last.
    standing: Option<Standing<SafeText>>,
    now: Now,
    /// Those that were there when the one followed was lost: other rooms, perhaps.
    others: Vec<u32>,
    /// The time of the talk, as soon as something was seen of it.
    time: Option<Time>,
    /// The number of a slide as far as it is typed.
    typed: Option<u16>,
    notice: Option<String>,
    /// How often something was asked since the last answer, and since which second.
    unanswered: Option<(u8, u64)>,
    /// The help, scrolled by some lines.
    help: Option<usize>,
    /// Which part of notes too long for the window is shown.
    part: usize,
    size: (u16, u16),
}

impl Console {
    /// A console for a talk of so many minutes, that follows what is wanted.
    #[must_use]
    pub fn new(minutes: Option<u16>, wanted: Option<SafeText>, now: Now) -> Self {
        Self { minutes, wanted, now, size: (80, 24), ..Self::default() }
    }

    /// Columns and rows of the window.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// What is in front of the presenter.
    #[must_use]
    pub const fn sight(&self) -> Sight {
        self.sight
    }

    /// The presentations that answer, in the order of their numbers.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// What is to be followed, if that was said.
    #[must_use]
    pub const fn wanted(&self) -> Option<&SafeText> {
        self.wanted.as_ref()
    }

    /// Where the presentation followed stands, or stood when it was seen last.
    #[must_use]
    pub const fn standing(&self) -> Option<&Standing<SafeText>> {
        self.standing.as_ref()
    }

    /// The hour and the minute of the day.
    #[must_use]
    pub const fn clock(&self) -> (u8, u8) {
        self.now.clock
    }

    /// How many seconds the talk has taken.
    #[must_use]
    pub fn elapsed(&self) -> u64 {
        let since = |time: Time| self.now.second.saturating_sub(time.since);
        self.time.map_or(0, |time| time.before.saturating_add(since(time)))
    }

    /// How many minutes it may take.
    #[must_use]
    pub const fn minutes(&self) -> Option<u16> {
        self.minutes
    }

    /// Whether it is ahead or behind; nothing without a time to hold it against.
    #[must_use]
    pub fn pace(&self) -> Option<Pace> {
        let standing = self.standing.as_ref()?;
        let first = self.time.map_or(standing.reached.first, |time| time.first);
        Some(Pace::of(standing.reached.from(first), self.elapsed(), self.minutes?))
    }

    /// The number of a slide as far as it is typed.
    #[must_use]
    pub const fn typed(&self) -> Option<u16> {
        self.typed
    }

    /// One line for the presenter, until the next key.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// By how many lines the help is scrolled; nothing if it is closed.
    #[must_use]
    pub const fn help(&self) -> Option<usize> {
        self.help
    }

    /// Which part of notes too long for the window is shown, from 0 on.
    #[must_use]
    pub const fn part(&self) -> usize {
        self.part
    }

    /// Whether the presentation whose standing is shown is there no more.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.standing.is_some() && self.followed().is_none()
    }

    /// Whether there is a presentation that keys would reach.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        matches!(self.sight, Sight::Following(_)) && self.standing.is_some()
    }

    /// Takes in what has happened, and says what has to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Asked(action) => return self.asked(&action).into_iter().collect(),
            Event::Second(now) => self.now = now,
            Event::Found(numbers) => self.found(numbers),
            Event::Told(number, standing) => self.told(number, *standing),
            Event::Gone(number, why) => self.gone(number, why),
        }
        Vec::new()
    }

    fn asked(&mut self, action: &Action) -> Option<Effect> {
        if !matches!(action, Action::Resize { .. }) {
            self.notice = None;
        }
        match *action {
            Action::Quit | Action::Interrupt => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Resize { columns, rows } => self.size = (columns, rows),
            Action::Cue(cue) => return self.steer(cue),
            Action::Timer => self.time = Some(self.begun_here()),
            Action::Notes => self.part = (self.part + 1) % view::parts(self).max(1),
            Action::Help => self.help = if self.help.is_some() { None } else { Some(0) },
            Action::Move(motion) => self.go(motion),
            Action::Page(step) => self.go(Motion::By(step.saturating_mul(view::page(self)))),
            Action::Open => self.choose(),
            Action::Back => self.back(),
            _ => {}
        }
        None
    }

    /// The time of a talk that begins with what is shown now.
    fn begun_here(&self) -> Time {
        let first = self.standing.as_ref().map_or(u16::MAX, |standing| standing.reached.slide);
        Time { since: self.now.second, before: 0, first }
    }

    fn go(&mut self, motion: Motion) {
        if let Some(scroll) = self.help {
            self.help = Some(motion.applied(scroll, view::help_positions(self)));
        } else if let Sight::Choosing(selected, before) = self.sight {
            let place = self.place_of(selected).unwrap_or_else(|place| place);
            let there = self.offers.get(motion.applied(place, self.offers.len()));
            let selected = there.map_or(selected, |offer| offer.number);
            self.sight = Sight::Choosing(selected, before);
        }
    }

    /// Esc: one step back, from the topmost thing down.
    fn back(&mut self) {
        match self.sight {
            _ if self.help.is_some() => self.help = None,
            _ if self.typed.is_some() => self.typed = None,
            Sight::Choosing(_, before) => before.into_iter().for_each(|it| self.follow(it)),
            Sight::Following(_) | Sight::Waiting => self.list(),
        }
    }
}
