//! What the cues of a presentation do: turning slides, stepping into the board and back.
//!
//! Knows where on the board a step of the story is at home. How many pages a step has is asked of
//! the view. Must not draw, and has no clock: that a slide's time is over comes in as a cue.

use super::App;
use super::action::{Action, Motion};
use super::focus::{Focus, List, Overlay, Screen};
use super::present::{Cue, Pace, Presentation, Slide, Stage, Start};
use crate::model::standing::Ask;
use crate::model::story::Step;
use crate::view::slide;

impl App {
    /// The same app, presenting; an operation that has still to be read as soon as that is done.
    #[must_use]
    pub fn presenting(mut self, start: Start) -> Self {
        self.to_present = Some(start);
        if !self.unread {
            self.begin_presenting();
        }
        self
    }

    /// Begins a presentation that was asked for before there was anything to present.
    pub(super) fn begin_presenting(&mut self) {
        if let Some(start) = self.to_present.take() {
            self.presentation = Some(Presentation::new(&self.operation, start));
        }
    }

    /// The presentation in progress.
    #[must_use]
    pub const fn presentation(&self) -> Option<&Presentation> {
        self.presentation.as_ref()
    }

    /// What the room sees of a presentation; nothing if there is none.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.presentation.as_ref().map(Presentation::stage)
    }

    /// The presentation, if its slide is what the room sees.
    #[must_use]
    pub fn on_slide(&self) -> Option<&Presentation> {
        self.presentation.as_ref().filter(|shown| shown.stage == Stage::Slide)
    }

    /// The slide that stands only for a time, and for how many seconds. A clock starts anew
    /// whenever this changes.
    #[must_use]
    pub fn due(&self) -> Option<(Slide, u32)> {
        let shown = self.on_slide()?;
        match shown.pace {
            Pace::Every(seconds) => Some((shown.slide, seconds)),
            Pace::ByHand | Pace::Paused(_) => None,
        }
    }

    /// Does what a cue asks for.
    pub(super) fn cue(&mut self, cue: Cue) {
        if cue == Cue::Present {
            return self.present();
        }
        let Some(shown) = &mut self.presentation else { return };
        let typed = match cue {
            Cue::Digit(digit) => return shown.type_digit(digit),
            Cue::Back if shown.typed.is_some() => return shown.drop_digit(),
            Cue::End if shown.typed.is_some() => return shown.typed = None,
            _ => shown.typed.take(),
        };
        match cue {
            Cue::Next => self.go_on(),
            Cue::Due => self.due_slide(),
            Cue::Back => self.turn_back(),
            Cue::First => self.go_to_step(0),
            Cue::Last => self.go_to_step(usize::MAX),
            Cue::Go(step) => self.go_to_step(step),
            Cue::Enter => self.enter(typed),
            Cue::StepIn => self.step_in(),
            Cue::Blank => self.set_stage(Stage::Blank),
            Cue::Unblank => self.set_stage(Stage::Slide),
            Cue::Index => self.toggle_index(),
            Cue::Run => shown.run_or_pause(),
            Cue::End => {
                self.step_in();
                self.presentation = None;
            }
            Cue::Pause | Cue::Present | Cue::Digit(_) => {}
        }
    }

    /// Begins, or comes back to the slide.
    fn present(&mut self) {
        self.overlay = Overlay::None;
        self.leave_line();
        match &mut self.presentation {
            Some(shown) => shown.stage = Stage::Slide,
            None => {
                self.presentation = Some(Presentation::new(&self.operation, Start::default()));
            }
        }
    }

    fn set_stage(&mut self, stage: Stage) {
        self.overlay = Overlay::None;
        if let Some(shown) = &mut self.presentation {
            shown.stage = stage;
        }
    }

    fn go_to_step(&mut self, step: usize) {
        self.overlay = Overlay::None;
        if let Some(shown) = &mut self.presentation {
            shown.go(step);
        }
    }

    /// The next page of the step, or the next step.
    fn go_on(&mut self) {
        let pages = slide::pages(self);
        let Some(shown) = &mut self.presentation else { return };
        let Slide { step, page } = shown.slide;
        if page + 1 < pages {
            self.overlay = Overlay::None;
            shown.slide.page += 1;
            shown.stage = Stage::Slide;
        } else if !shown.is_at_last_step() {
            self.go_to_step(step + 1);
        } else if shown.looped {
            self.go_to_step(0);
        } else {
            self.notice = Some("the last slide".to_owned());
        }
    }

    /// The slide's time is over: the next one, which at the end of a story that is not told again
    /// is the end of going on.
    fn due_slide(&mut self) {
        let last = slide::pages(self).saturating_sub(1);
        if let Some(shown) = &mut self.presentation
            && shown.is_at_last_step()
            && shown.slide.page >= last
            && !shown.looped
        {
            shown.pause();
            return;
        }
        self.go_on();
    }

    /// The page before, or the last page of the step before.
    fn turn_back(&mut self) {
        let Some(shown) = &mut self.presentation else { return };
        let Slide { step, page } = shown.slide;
        self.overlay = Overlay::None;
        shown.stage = Stage::Slide;
        match (page.checked_sub(1), step.checked_sub(1)) {
            (Some(before), _) => shown.slide.page = before,
            (None, Some(before)) => {
                shown.go(before);
                let last = slide::pages(self).saturating_sub(1);
                if let Some(shown) = &mut self.presentation {
                    shown.slide.page = last;
                }
            }
            (None, None) => self.notice = Some("the first slide".to_owned()),
        }
    }

    /// Enter: to the slide selected in the index or typed as a number, else into the board.
    fn enter(&mut self, typed: Option<usize>) {
        let Some(shown) = &self.presentation else { return };
        let count = shown.len();
        match (shown.stage, typed) {
            (Stage::Index(list), _) => self.go_to_step(list.selected),
            (_, Some(number)) if (1..=count).contains(&number) => self.go_to_step(number - 1),
            (_, Some(number)) => {
                self.notice = Some(format!("there is no slide {number}; the last is {count}"));
            }
            (_, None) => self.step_in(),
        }
    }

    fn toggle_index(&mut self) {
        let Some(shown) = &mut self.presentation else { return };
        let selected = shown.slide.step;
        self.overlay = Overlay::None;
        shown.stage = match shown.stage {
            Stage::Index(_) => Stage::Slide,
            _ => Stage::Index(List { selected, top: 0 }),
        };
    }

    /// Steps into the board, where what the slide shows is at home.
    fn step_in(&mut self) {
        let subject = self.presentation.as_ref().and_then(Presentation::step);
        let Some(subject) = subject.map(|step| step.subject.clone()) else { return };
        self.overlay = Overlay::None;
        self.find = None;
        self.history.clear();
        self.screen = Screen::Overview;
        self.focus = Focus::Rows;
        self.go_home(&subject);
        if self.screen != Screen::Overview {
            self.history.push(Screen::Overview);
        }
        if let Some(shown) = &mut self.presentation {
            shown.stage = Stage::Board;
        }
    }

    /// Moves in the index of slides; says whether it is open.
    pub(super) fn move_in_index(&mut self, motion: Motion) -> bool {
        let Some(shown) = &mut self.presentation else { return false };
        let count = shown.len();
        let Stage::Index(list) = &mut shown.stage else { return false };
        list.select(motion.applied(list.selected, count), count);
        true
    }

    /// Keeps the page among those there are, and what is selected in the index in view.
    pub(super) fn keep_slide_in_view(&mut self) {
        let rows = slide::index_rows(self);
        // A first page is always there, and asking how many there are costs more than a look.
        let further = self.on_slide().is_some_and(|shown| shown.slide.page > 0);
        let pages = if further { slide::pages(self) } else { usize::MAX };
        let Some(shown) = &mut self.presentation else { return };
        shown.slide.page = shown.slide.page.min(pages.saturating_sub(1));
        shown.first = shown.first.min(shown.slide.step);
        let count = shown.len();
        if let Stage::Index(list) = &mut shown.stage {
            list.keep_in_view(rows, count);
        }
    }

    /// Waits, if it was going on by itself and somebody has done something.
    pub(super) fn pause_by_hand(&mut self, action: &Action) {
        let by_itself = action.comes_by_itself()
            || matches!(
                action,
                Action::Opened(..)
                    | Action::Reloaded(_)
                    | Action::Broken(_)
                    | Action::Refused(_)
                    | Action::Cue(Cue::Due | Cue::Run)
                    | Action::Ask(Ask::Run | Ask::Tell)
            );
        if let Some(shown) = self.presentation.as_mut().filter(|_| !by_itself) {
            shown.pause();
        }
    }

    /// The step on the slide that the room sees.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.on_slide().and_then(Presentation::step)
    }
}
