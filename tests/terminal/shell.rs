//! Stopping for the shell and coming back.

#![allow(clippy::print_stderr, reason = "a test that is left out says so")]

use std::path::Path;

use rustix::process::{Signal, kill_process};

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

/// Bash at its prompt; none, with a word about it, where there is no such shell.
fn shell() -> Option<Terminal> {
    at_prompt("/bin/bash", Setup::in_bash())
}

fn at_prompt(shell: &str, setup: Setup) -> Option<Terminal> {
    if !Path::new(shell).exists() {
        eprintln!("not tested: there is no {shell}");
        return None;
    }
    let terminal = setup.open();
    terminal.until("the prompt", is_at_prompt);
    Some(terminal)
}

fn is_at_prompt(screen: &Screen) -> bool {
    screen.is_given_back() && screen.last_line() == "ready>"
}

fn is_on_serbia(screen: &Screen) -> bool {
    screen.is_taken_over() && screen.is_overview() && screen.selected() == "Serbia"
}

impl Terminal {
    /// Starts the board from the prompt and goes to its third row.
    fn starts_on_serbia(&mut self) {
        self.send("\"$BOARD\"\n");
        self.until("the board", Screen::is_overview);
        self.send("jj");
        self.until("the third row", is_on_serbia);
    }

    /// Has the shell do sums, which shows that it has the terminal.
    fn lets_the_shell_work(&mut self) {
        self.send("echo $((6 * 7))\n");
        self.until("an ordinary line and the prompt", |screen| {
            is_at_prompt(screen) && screen.shows("\n42\n")
        });
    }

    /// Leaves the board, then the shell, which ends with the exit code of the board.
    fn leaves(&mut self) {
        self.send("q");
        self.until("the prompt", is_at_prompt);
        self.send("exit\n");
        assert_eq!(self.exit_code(), 0);
    }
}

#[test]
fn the_suspend_key_gives_back_the_prompt_and_fg_the_board() {
    let Some(mut terminal) = shell() else { return };
    terminal.starts_on_serbia();
    terminal.send("\x1a");
    let screen = terminal.until("the prompt", is_at_prompt);
    assert!(screen.shows("Stopped"), "{}", screen.text());
    terminal.lets_the_shell_work();
    terminal.send("fg\n");
    terminal.until("the board again", is_on_serbia);
    terminal.leaves();
}

#[test]
fn a_stop_from_outside_is_like_the_key() {
    let Some(mut terminal) = shell() else { return };
    terminal.starts_on_serbia();
    kill_process(terminal.foreground(), Signal::TSTP).unwrap();
    let screen = terminal.until("the prompt", is_at_prompt);
    assert!(screen.shows("Stopped"), "{}", screen.text());
    terminal.send("fg\n");
    terminal.until("the board again", is_on_serbia);
    terminal.leaves();
}

#[test]
fn continued_in_the_background_it_leaves_the_terminal_to_the_shell() {
    let Some(mut terminal) = shell() else { return };
    terminal.starts_on_serbia();
    let board = terminal.foreground();
    terminal.send("\x1a");
    terminal.until("the prompt", is_at_prompt);
    kill_process(board, Signal::CONT).unwrap();
    terminal.lets_the_shell_work();
    // The shell may not have heard yet that its job has stopped a second time.
    let back = (0..3).any(|attempt| {
        let typed = format!("fg # {attempt}\n");
        terminal.send(&typed);
        let screen = terminal.until("the board again", |screen| {
            is_on_serbia(screen) || is_at_prompt(screen) && screen.shows(&typed)
        });
        screen.is_taken_over()
    });
    assert!(back);
    terminal.leaves();
}

#[test]
#[cfg(target_os = "linux")]
fn continued_in_the_background_it_does_not_take_the_modes_of_others_for_those_to_go_back_to() {
    let Some(mut terminal) = at_prompt("/bin/dash", Setup::in_dash()) else { return };
    terminal.starts_on_serbia();
    let board = terminal.foreground();
    terminal.send("\x1a");
    terminal.until("the prompt", is_at_prompt);
    // What a shell with a line editor does at every prompt, and undoes before every command.
    terminal.send("stty -echo; echo silent\n");
    terminal
        .until("a line without echo", |screen| is_at_prompt(screen) && screen.shows("\nsilent\n"));
    // More than once: it may also be stopped for reading before it thinks of the modes.
    for _ in 0..20 {
        kill_process(board, Signal::CONT).unwrap();
        terminal.until_stopped(board);
    }
    terminal.send("stty echo; fg\n");
    terminal.until("the board again", is_on_serbia);
    terminal.send("q");
    terminal.until("the prompt", is_at_prompt);
    assert!(terminal.is_set_as_at_first());
    terminal.lets_the_shell_work();
}

#[test]
fn stopped_unawares_and_continued_it_paints_everything_anew() {
    let mut terminal = Setup::board().open();
    terminal.until("the board", Screen::is_overview);
    terminal.send("jj");
    let before = terminal.until("the third row", is_on_serbia);
    kill_process(terminal.leader(), Signal::STOP).unwrap();
    terminal.forget();
    kill_process(terminal.leader(), Signal::CONT).unwrap();
    let after = terminal.until("the board again", is_on_serbia);
    assert_eq!(after.text(), before.text());
}

#[test]
fn where_nobody_could_continue_it_nothing_stops_it() {
    let mut terminal = Setup::board().open();
    terminal.until("the board", Screen::is_overview);
    terminal.send("\x1a");
    kill_process(terminal.leader(), Signal::TSTP).unwrap();
    terminal.send("jj");
    terminal.until("the third row", is_on_serbia);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}
