//! What is made of the table for reading: help, footer, the key table of the README.
//!
//! Knows the table. Must not draw.

use std::fmt::Write as _;

use super::{COMMANDS, Command, Group, console};
use crate::app::App;
use crate::app::action::Action;
use crate::app::console::Console;
use crate::app::focus::Overlay;
use crate::app::present::Cue;
use crate::model::filter::{FORMS, KEYS};

/// The keys of a command as they are written: `↑ k`; all digits together: `0–9`.
#[must_use]
pub fn keys(command: &Command) -> String {
    if matches!(command.action, Action::Cue(Cue::Digit(_))) {
        return "0–9".to_owned();
    }
    let keys: Vec<String> = command.keys.iter().map(ToString::to_string).collect();
    keys.join(" ")
}

/// The commands that do something on the screen below the help, under their headings.
#[must_use]
pub fn help(app: &App) -> impl ExactSizeIterator<Item = (Group, Vec<&'static Command>)> + use<> {
    grouped(|command| command.scope.holds(app, Overlay::None)).into_iter()
}

/// The commands that do something on a console, under their headings.
#[must_use]
pub fn console_help(
    of: &Console,
) -> impl ExactSizeIterator<Item = (Group, Vec<&'static Command>)> + use<> {
    grouped(|command| console::holds(command, of, false)).into_iter()
}

fn grouped(applies: impl Fn(&Command) -> bool) -> Vec<(Group, Vec<&'static Command>)> {
    let of_group = |group| {
        let applies = |command: &&Command| command.group == group && applies(command);
        let commands: Vec<&Command> = COMMANDS.iter().filter(applies).collect();
        (!commands.is_empty()).then_some((group, commands))
    };
    Group::ALL.into_iter().filter_map(of_group).collect()
}

/// The commands for the footer, most wanted first.
#[must_use]
pub fn footer(app: &App) -> Vec<&'static Command> {
    wanted(|command| command.applies(app))
}

/// The commands for the footer of a console, most wanted first.
#[must_use]
pub fn console_footer(of: &Console) -> Vec<&'static Command> {
    wanted(|command| console::applies(command, of))
}

fn wanted(applies: impl Fn(&Command) -> bool) -> Vec<&'static Command> {
    let mut shown: Vec<(u8, &Command)> = COMMANDS
        .iter()
        .filter(|command| applies(command))
        .filter_map(|command| Some((command.footer?, command)))
        .collect();
    shown.sort_by_key(|(place, _)| *place);
    shown.into_iter().map(|(_, command)| command).collect()
}

/// The key table of the README.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::from("| keys | what they do |\n|---|---|\n");
    for group in Group::ALL {
        let _ = writeln!(out, "| **{}** | |", group.name());
        for command in COMMANDS.iter().filter(|command| command.group == group) {
            let keys = keys(command).replace(' ', "` `");
            let _ = writeln!(out, "| `{keys}` | {}{} |", command.doc, place(command));
        }
    }
    out
}

/// What a filter can ask: each form with an example, and when a place fits it.
pub fn asks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let keys = KEYS.iter().map(|key| (key.example, key.doc));
    FORMS.iter().copied().chain(keys)
}

/// The table of filters of the README.
#[must_use]
pub fn filters() -> String {
    let mut out = String::from("| term | a place fits where |\n|---|---|\n");
    for (example, doc) in asks() {
        let _ = writeln!(out, "| `{example}` | {doc} |");
    }
    out
}

/// Where a command applies, for a reader who does not see the screen.
fn place(command: &Command) -> &'static str {
    use super::Scope;
    match command.scope {
        Scope::Slide | Scope::Paced if console::steers(command) => " (on a slide, on the console)",
        Scope::Console => " (on the console)",
        Scope::Presentations => " (in the console's list of presentations)",
        Scope::Totals => " (among the totals)",
        Scope::Countries => " (on Countries)",
        Scope::Map => " (on the Map)",
        Scope::Compare => " (on Compare)",
        Scope::Choice => " (in the list of operations)",
        Scope::Parts => " (in the sources of a place of very many actions)",
        Scope::Overview => " (on the Overview)",
        Scope::Typing => " (while typing)",
        Scope::Finding => " (while typing a find)",
        Scope::Filtering => " (while typing a filter)",
        Scope::Exporting => " (while typing the name of a file)",
        Scope::Choosing => " (in the palette)",
        Scope::Filtered => " (while a filter holds)",
        Scope::Marked => " (while places are marked)",
        Scope::SteppedIn => " (from the live data)",
        Scope::Slide | Scope::Paced => " (on a slide)",
        Scope::Index => " (in the index)",
        _ => "",
    }
}
