//! The commands of a presenter's console: those of a slide that may be given from afar, and its own.
//!
//! Knows the table and what a console shows. Must not change anything.

use terminput::{Event, KeyEventKind};

use super::{Command, Scope, keymap};
use crate::app::action::Action;
use crate::app::console::{Console, Sight};
use crate::app::present::Cue;
use crate::model::standing::Running;

/// What an input means on a console; `None` if it means nothing there.
///
/// The mouse means nothing: a click that only brings the window to the front would turn a slide in
/// front of a room.
#[must_use]
pub fn action(console: &Console, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            keymap::of_table(key, |command| applies(command, console))
        }
        _ => None,
    }
}

/// Whether a command does something on a console as it is.
#[must_use]
pub fn applies(command: &Command, console: &Console) -> bool {
    holds(command, console, console.help().is_some())
}

/// Whether a command does something on a console, with or without the help over it.
#[must_use]
pub fn holds(command: &Command, console: &Console, help: bool) -> bool {
    let choosing = matches!(console.sight(), Sight::Choosing(..));
    match command.scope {
        // There are so few commands that the help is all it takes to find one.
        Scope::Anywhere => !matches!(command.action, Action::Palette),
        Scope::Always => true,
        Scope::Back => help,
        Scope::Movable => help || (choosing && matches!(command.action, Action::Move(_))),
        Scope::Presentations => !help && choosing,
        Scope::Console => !help && !choosing,
        Scope::Slide => !help && console.is_connected() && steers(command),
        Scope::Paced => !help && steers(command) && is_paced(console),
        _ => false,
    }
}

/// Whether the presentation followed goes on by itself.
fn is_paced(console: &Console) -> bool {
    let running = console.standing().map(|standing| standing.running);
    console.is_connected() && running.is_some_and(|running| running != Running::ByHand)
}

/// Whether a command of a slide may be given from a console.
#[must_use]
pub const fn steers(command: &Command) -> bool {
    matches!(
        command.action,
        Action::Cue(
            Cue::Next
                | Cue::Back
                | Cue::First
                | Cue::Last
                | Cue::Digit(_)
                | Cue::Enter
                | Cue::StepIn
                | Cue::Blank
                | Cue::Run
        )
    )
}
