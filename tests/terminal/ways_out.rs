//! However the program ends, the terminal is as it was.
//!
//! | the end                                 | exit code |
//! |-----------------------------------------|-----------|
//! | q, Ctrl-C                               | 0         |
//! | TERM, HUP, INT, QUIT                    | 128 + n   |
//! | the window closed, HUP ignored or not   | 129       |
//! | a panic: update, a draw, another thread | 101       |
//! | standard input closed                   | as above  |
//! | a full disk                             | 1         |

use rustix::process::{Signal, kill_process};

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

/// The board, started by a script, on another row than at first.
fn opened() -> Terminal {
    at_work(Setup::in_script())
}

fn at_work(setup: Setup) -> Terminal {
    let mut terminal = setup.open();
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

#[test]
fn a_closed_window_ends_it_where_nobody_is_told() {
    // The shell has the terminal's signal ignored, and waits for what it has started.
    let deaf = r#"trap '' HUP; "$BOARD"; exit $?"#;
    let mut terminal = Setup::script(deaf).open();
    terminal.until("the board", Screen::is_overview);
    terminal.close("j");
    assert_eq!(terminal.exit_code(), 129);
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_window_ends_it_where_the_signal_is_lost() {
    // In a session of its own it has no controlling terminal, and no signal comes at all.
    let alone = r#"trap '' HUP; exec 3<&0; setsid -w "$BOARD" <&3; exit $?"#;
    let mut terminal = Setup::script(alone).open();
    terminal.until("the board", Screen::is_overview);
    terminal.close("j");
    assert_eq!(terminal.exit_code(), 129);
}

/// A fault that the program is asked for, the keys that lead to it, and the end.
fn a_panic_ends_it(fault: &str, keys: &str) -> Terminal {
    let mut terminal = Setup::in_script().env("LIBERTERRA_FAULT", fault).open();
    if !keys.is_empty() {
        terminal.until("the board", Screen::is_overview);
        terminal.send(keys);
    }
    ends_with(&terminal, 101);
    let screen = terminal.until("the message", |screen| screen.shows("as it was asked for"));
    let (place, _) = fault.split_once(':').unwrap();
    assert!(screen.shows(&format!("a fault in {place}")), "{}", screen.text());
    terminal
}

#[test]
fn a_panic_in_update_ends_it_with_its_message() {
    a_panic_ends_it("update:2", "j");
}

#[test]
fn a_panic_before_anything_is_drawn_ends_it_with_its_message() {
    a_panic_ends_it("update:1", "");
    a_panic_ends_it("draw:1", "");
}

#[test]
fn a_panic_in_a_draw_ends_it_with_its_message() {
    a_panic_ends_it("draw:2", "j");
}

#[test]
fn a_panic_in_another_thread_ends_it_with_its_message() {
    a_panic_ends_it("keyboard:1", "j");
    let terminal = Setup::in_script().env("LIBERTERRA_FAULT", "signals:1").open();
    terminal.until("the board", Screen::is_overview);
    kill_process(terminal.in_script(), Signal::WINCH).unwrap();
    ends_with(&terminal, 101);
}

#[test]
fn a_panic_shows_where_it_came_from_if_asked() {
    let terminal = a_panic_ends_it("update:2", "j");
    assert!(!shows_a_backtrace(&terminal));
    let asked = Setup::in_script().env("RUST_BACKTRACE", "1").env("LIBERTERRA_FAULT", "update:1");
    let terminal = asked.open();
    terminal.until("an exit code", |screen| screen.shows("[code 101]"));
    assert!(shows_a_backtrace(&terminal));
}

fn shows_a_backtrace(terminal: &Terminal) -> bool {
    String::from_utf8(terminal.written()).unwrap().contains("frames hidden")
}

#[cfg(target_os = "linux")]
#[test]
fn a_panic_that_nobody_can_read_of_ends_it() {
    for errors in ["2>/dev/full", "2>&-"] {
        let around = format!(
            r#"/bin/sh -c 'echo "[pid $$]"; exec "$BOARD" {errors}'; echo "[code $?]"; read -r line"#
        );
        let mut terminal = Setup::script(&around).env("LIBERTERRA_FAULT", "draw:2").open();
        terminal.until("the board", Screen::is_overview);
        terminal.send("j");
        ends_with(&terminal, 101);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_it_without_a_trace_in_the_terminal() {
    let around = r#"echo "[pid $$]"; "$BOARD" >/dev/full; echo "[code $?]"; read -r line"#;
    let terminal = Setup::script(around).open();
    ends_with(&terminal, 1);
    let written = String::from_utf8(terminal.written()).unwrap();
    assert!(written.contains("could not be written") && !written.contains('\x1b'), "{written}");
}

#[test]
fn every_end_is_the_same_with_standard_input_closed() {
    let around =
        r#"/bin/sh -c 'echo "[pid $$]"; exec "$BOARD" <&-'; echo "[code $?]"; read -r line"#;
    let closed = || Setup::script(around);
    for keys in ["q", "\x03"] {
        let mut terminal = at_work(closed());
        terminal.send(keys);
        ends_with(&terminal, 0);
    }
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let terminal = at_work(closed());
        kill_process(terminal.in_script(), signal).unwrap();
        ends_with(&terminal, 128 + u32::try_from(signal.as_raw()).unwrap());
    }
    let mut terminal = Setup::script(r#"exec "$BOARD" <&-"#).open();
    terminal.until("the board", Screen::is_overview);
    terminal.close("j");
    assert_eq!(terminal.exit_code(), 129);
}

#[test]
fn every_signal_at_once_ends_it_once() {
    let terminal = opened();
    let board = terminal.in_script();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT, Signal::TERM] {
        // It may be gone already.
        let _ = kill_process(board, signal);
    }
    let screen = terminal.until("an exit code", |screen| screen.shows("[code "));
    assert!(screen.is_given_back(), "{}", screen.text());
    assert!(terminal.is_set_as_at_first());
    let codes = ["[code 143]", "[code 129]", "[code 130]", "[code 131]"];
    assert!(codes.into_iter().any(|code| screen.shows(code)), "{}", screen.text());
}
