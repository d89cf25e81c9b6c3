//! The loop of a presenter's console: keys, presentations and seconds in, at most one frame out.
//!
//! Knows the order of things, and what time it is. It wakes once a second for its clock, and else
//! for what happens. Must not know keys, colours or cells.

use super::device::Keyboard;
use super::mailbox::Mailbox;
use super::meeting::News;
use super::meeting::folder::Folder;
use super::meeting::guest::Guest;
use super::message::Message;
use super::window::{HANGUP, Opening, Window};
use super::{Ending, Error, fault};
use crate::app::action::Action;
use crate::app::console::{Console, Effect, Event, Now, Sight};
use crate::command;
use crate::data::sanitize;
use crate::model::text::SafeText;
use crate::theme::{Choice, Signs};
use crate::view;
use std::ops::ControlFlow::{self, Break, Continue};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tz::TimeZone;

/// Shows the console until its end.
pub(super) fn run(
    minutes: Option<u16>,
    wanted: Option<SafeText>,
    folder: Folder,
    choice: Choice,
    signs: Signs,
) -> Result<Ending, Error> {
    let opening = Opening::begin()?;
    let size = opening.size;
    let (session, mail, post, listening) = opening.split();
    let clock = Clock::new();
    let console = Console::new(minutes, wanted, clock.now());
    let guest = Guest::new(folder, post.clone());
    let mut desk = Desk { console, window: Window::new(choice, signs), mail, guest, clock };
    if let Break(ending) = desk.begin(size) {
        return Ok(ending);
    }
    listening.begin(&mut desk.mail, &post, desk.window.asked())?;
    let ending = desk.serve();
    drop(session);
    Ok(ending)
}

/// What time it is, by a clock that never jumps and by that of the wall.
struct Clock {
    begun: Instant,
    zone: Option<TimeZone>,
}

impl Clock {
    fn new() -> Self {
        let zone = match std::env::var("TZ") {
            Ok(named) => TimeZone::from_posix_tz(&named),
            Err(_) => TimeZone::local(),
        };
        Self { begun: Instant::now(), zone: zone.ok() }
    }

    fn now(&self) -> Now {
        let second = self.begun.elapsed().as_secs();
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let unix = i64::try_from(since.as_secs()).unwrap_or(0);
        let local = self.zone.as_ref().and_then(|zone| zone.find_local_time_type(unix).ok());
        let offset = local.map_or(0, |local| i64::from(local.ut_offset()));
        Now { second, clock: hour_and_minute(unix.saturating_add(offset)) }
    }

    /// When the next second begins after the last one that was seen.
    fn next(&self, seen: u64) -> Instant {
        self.begun + Duration::from_secs(seen.saturating_add(1))
    }
}

fn hour_and_minute(seconds: i64) -> (u8, u8) {
    let minutes = seconds.rem_euclid(86_400) / 60;
    let part = |number: i64| u8::try_from(number).unwrap_or(0);
    (part(minutes / 60), part(minutes % 60))
}

struct Desk {
    console: Console,
    window: Window,
    mail: Mailbox<Keyboard>,
    guest: Guest,
    clock: Clock,
}

impl Desk {
    fn begin(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.resize(size)?;
        self.look()?;
        self.compose();
        self.window.ask_for_ground();
        self.window.commit()
    }

    fn serve(&mut self) -> Ending {
        let mut seen = self.clock.now().second;
        loop {
            if let Break(ending) = self.turn(&mut seen) {
                if ending == Ending::Quit {
                    self.window.await_answer(&mut self.mail);
                }
                return ending;
            }
        }
    }

    /// A message or a second, all that wait behind it, and a frame.
    fn turn(&mut self, seen: &mut u64) -> ControlFlow<Ending> {
        let due = (!self.window.is_away()).then(|| self.clock.next(*seen));
        let mut next = self.mail.next(due);
        while let Some(message) = next {
            self.take(message)?;
            next = self.mail.waiting();
        }
        let now = self.clock.now();
        if now.second > *seen && !self.window.is_away() {
            *seen = now.second;
            self.happen(Event::Second(now))?;
            // One that is followed alone need not be looked for.
            if !matches!(self.console.sight(), Sight::Following(_)) {
                self.look()?;
            }
        }
        if self.window.is_away() || !self.window.dirty {
            return Continue(());
        }
        if let Some(size) = self.window.measure() {
            self.resize(size)?;
        }
        self.compose();
        self.window.commit()
    }

    fn take(&mut self, message: Message) -> ControlFlow<Ending> {
        match message {
            Message::Input(events) => events.iter().try_for_each(|event| {
                match command::console::action(&self.console, event) {
                    Some(action) => self.happen(Event::Asked(action)),
                    None => Continue(()),
                }
            }),
            Message::Answer(answer) => {
                self.window.learn(answer);
                Continue(())
            }
            Message::Resized => match self.window.measure() {
                Some(size) => self.resize(size),
                None => Continue(()),
            },
            Message::Signal(signal) => Break(Ending::Signal(signal)),
            Message::Stop => self.window.suspend(),
            Message::Continued => self.window.resume(),
            Message::Hangup => Break(HANGUP),
            Message::Met(news) => self.hear(news),
            // These are the board's.
            Message::Changed(_)
            | Message::Read(_)
            | Message::Fetched(..)
            | Message::Answered(_)
            | Message::Exported(..) => Continue(()),
        }
    }

    fn hear(&mut self, news: News) -> ControlFlow<Ending> {
        match news {
            News::Told(number, standing) => self.happen(Event::Told(number, standing)),
            News::Gone(number, fault) => {
                self.guest.leave(number, fault);
                let why = fault.map(|fault| sanitize::clean(&fault.to_string()));
                self.happen(Event::Gone(number, why))
            }
            News::Came(_) | News::Asked(..) | News::Left(_) => Continue(()),
        }
    }

    fn happen(&mut self, event: Event) -> ControlFlow<Ending> {
        self.window.dirty = true;
        fault::may_happen("update");
        let effects = self.console.update(event);
        effects.into_iter().try_for_each(|effect| match effect {
            Effect::Quit => Break(Ending::Quit),
            Effect::Suspend => self.window.suspend(),
            Effect::Ask(number, ask) => {
                self.guest.ask(number, ask);
                Continue(())
            }
        })
    }

    /// Looks for presentations that have come.
    fn look(&mut self) -> ControlFlow<Ending> {
        let found = self.guest.look();
        if found.is_empty() { Continue(()) } else { self.happen(Event::Found(found)) }
    }

    fn resize(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.window.resize(size);
        let (columns, rows) = size;
        self.happen(Event::Asked(Action::Resize { columns, rows }))
    }

    fn compose(&mut self) {
        let console = &self.console;
        self.window.compose(|theme, area, buffer| {
            view::console::draw(console, theme, area, buffer);
            Vec::new()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_24_hours_on_either_side_of_its_beginning() {
        assert_eq!(hour_and_minute(0), (0, 0));
        assert_eq!(hour_and_minute(86_399), (23, 59));
        assert_eq!(hour_and_minute(-60), (23, 59));
        assert_eq!(hour_and_minute(1_732_500_000), (2, 0));
    }
}
