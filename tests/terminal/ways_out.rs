//! However the program ends, the terminal is as it was.

use rustix::process::{Signal, kill_process};

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

/// The board, started by a script, on another row than at first.
fn opened() -> Terminal {
    let mut terminal = Setup::in_script().open();
    terminal.until("the board", Screen::is_overview);
    terminal.send("j");
    let screen = terminal.until("the second row", |screen| screen.selected() == "Iraq");
    assert!(screen.is_taken_over());
    assert!(!terminal.is_set_as_at_first());
    terminal
}

/// Waits for an exit code, and looks at what the program has left behind.
fn ends_with(terminal: &Terminal, code: u32) {
    let screen = terminal.until("an exit code", |screen| {
        screen.shows("[code ") && screen.last_line().ends_with(']')
    });
    assert!(screen.shows(&format!("[code {code}]")), "{}", screen.text());
    assert!(screen.is_given_back(), "{}", screen.text());
    assert!(screen.shows("[pid "), "what the shell showed is back");
    assert!(!screen.is_overview(), "{}", screen.text());
    assert!(terminal.is_set_as_at_first());
}

fn keys_end_it(keys: &str) {
    let mut terminal = opened();
    terminal.send(keys);
    ends_with(&terminal, 0);
}

fn a_signal_ends_it(signal: Signal) {
    let terminal = opened();
    kill_process(terminal.in_script(), signal).unwrap();
    ends_with(&terminal, 128 + u32::try_from(signal.as_raw()).unwrap());
}

#[test]
fn q_ends_it() {
    keys_end_it("q");
}

#[test]
fn ctrl_c_ends_it() {
    keys_end_it("\x03");
}

#[test]
fn ctrl_c_ends_it_from_a_line_of_text_where_q_is_a_letter() {
    let mut terminal = opened();
    terminal.send("/q");
    terminal.until("the letter", |screen| screen.shows("find: q"));
    terminal.send("\x03");
    ends_with(&terminal, 0);
}

#[test]
fn q_ends_it_with_the_help_open() {
    keys_end_it("?q");
}

#[test]
fn a_quit_before_anything_is_shown_ends_it() {
    let mut terminal = Setup::in_script().open();
    terminal.send("q");
    ends_with(&terminal, 0);
}

#[test]
fn the_signal_to_terminate_ends_it() {
    a_signal_ends_it(Signal::TERM);
}

#[test]
fn the_signal_to_hang_up_ends_it() {
    a_signal_ends_it(Signal::HUP);
}

#[test]
fn the_signal_to_interrupt_ends_it() {
    a_signal_ends_it(Signal::INT);
}

#[test]
fn the_signal_to_quit_ends_it() {
    a_signal_ends_it(Signal::QUIT);
}

#[test]
fn a_closed_window_ends_it() {
    let mut terminal = Setup::board().open();
    terminal.until("the board", Screen::is_overview);
    terminal.close("j");
    assert_eq!(terminal.exit_code(), 129);
}
