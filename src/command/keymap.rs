//! What an input means here and now.
//!
//! Knows the table and what is clicked on, which it asks the view. Must not change anything.

use terminput::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use terminput::{MouseButton, MouseEvent, MouseEventKind, ScrollDirection};

use super::{COMMANDS, Command};
use crate::app::App;
use crate::app::action::{Action, Edit, Motion};
use crate::app::focus::Overlay;
use crate::app::present::{Cue, Stage};
use crate::view::hit;

/// Rows that one notch of the wheel moves.
const WHEEL: isize = 2;

/// What an input means; `None` if it means nothing here.
#[must_use]
pub fn action(app: &App, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => of_key(app, key),
        Event::Mouse(mouse) => of_mouse(app, *mouse),
        Event::Paste(text) if app.is_typing() => Some(Action::Type(Edit::Insert(text.clone()))),
        _ => None,
    }
}

fn of_key(app: &App, key: &KeyEvent) -> Option<Action> {
    command(app, key).or_else(|| of_any_key(app, key))
}

/// What the command table says of a key.
fn command(app: &App, key: &KeyEvent) -> Option<Action> {
    of_table(key, |command| command.applies(app))
}

/// What the command table says of a key among the commands that apply.
pub(super) fn of_table(key: &KeyEvent, applies: impl Fn(&Command) -> bool) -> Option<Action> {
    let asked = COMMANDS
        .iter()
        .find(|command| command.keys.iter().any(|chord| chord.is(key)) && applies(command));
    match (&asked?.action, key.code) {
        (Action::Cue(Cue::Digit(_)), KeyCode::Char(digit)) => {
            let digit = u8::try_from(digit.to_digit(10)?).ok()?;
            Some(Action::Cue(Cue::Digit(digit)))
        }
        (action, _) => Some(action.clone()),
    }
}

/// What a key does that asks for nothing by itself.
fn of_any_key(app: &App, key: &KeyEvent) -> Option<Action> {
    match app.stage().filter(|_| !app.is_typing()) {
        Some(Stage::Blank) => return Some(Action::Cue(Cue::Unblank)),
        Some(Stage::Slide | Stage::Index(_)) => return Some(Action::Cue(Cue::Pause)),
        Some(Stage::Board) | None => {}
    }
    let plain = !key.modifiers.intersects(KeyModifiers::CTRL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) if plain && app.is_typing() => {
            Some(Action::Type(Edit::Insert(c.to_string())))
        }
        _ => None,
    }
}

fn of_mouse(app: &App, mouse: MouseEvent) -> Option<Action> {
    if app.overlay() == Overlay::None
        && app.palette().is_none()
        && let Some(cue) = on_stage(app, mouse.kind)
    {
        return Some(Action::Cue(cue));
    }
    match mouse.kind {
        MouseEventKind::Scroll(ScrollDirection::Up) => Some(Action::Move(Motion::By(-WHEEL))),
        MouseEventKind::Scroll(ScrollDirection::Down) => Some(Action::Move(Motion::By(WHEEL))),
        MouseEventKind::Down(MouseButton::Left) => {
            hit::target(app, mouse.column, mouse.row).map(Action::Click)
        }
        _ => None,
    }
}

/// What the mouse does on a slide or a blank screen.
fn on_stage(app: &App, kind: MouseEventKind) -> Option<Cue> {
    let next = matches!(
        kind,
        MouseEventKind::Down(MouseButton::Left) | MouseEventKind::Scroll(ScrollDirection::Down)
    );
    let back = matches!(
        kind,
        MouseEventKind::Down(MouseButton::Right) | MouseEventKind::Scroll(ScrollDirection::Up)
    );
    match app.stage()? {
        Stage::Slide if next => Some(Cue::Next),
        Stage::Slide if back => Some(Cue::Back),
        Stage::Blank if next || back => Some(Cue::Unblank),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_answer_one_key_in_one_place() {
        for (index, one) in COMMANDS.iter().enumerate() {
            for other in COMMANDS.iter().skip(index + 1).filter(|c| c.scope == one.scope) {
                let clash = one.keys.iter().any(|a| other.keys.iter().any(|b| a.clashes(b)));
                assert!(!clash, "{} and {}", one.doc, other.doc);
            }
        }
    }

    #[test]
    fn every_command_says_what_it_does() {
        for command in COMMANDS {
            assert!(!command.title.is_empty() && !command.doc.is_empty());
            assert!(!command.keys.is_empty(), "{}", command.doc);
        }
    }
}
