//! What is written to the terminal, and when nothing is.

use std::process::Command;

use rustix::process::{Signal, kill_process};

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

fn frames(written: &[u8]) -> usize {
    let written = str::from_utf8(written).unwrap();
    written.matches("\x1b[?2026h").count()
}

/// The links begun and ended in what was written, and where they lead.
fn links(written: &[u8]) -> (Vec<&str>, usize) {
    let sent = str::from_utf8(written).unwrap().split("\x1b]8;").skip(1);
    let targets: Vec<&str> = sent.map(|rest| rest.split("\x1b\\").next().unwrap()).collect();
    let ends = targets.iter().filter(|target| **target == ";").count();
    (targets.into_iter().filter(|target| *target != ";").collect(), ends)
}

#[test]
fn the_sources_of_a_figure_are_links_and_nothing_else_is() {
    let mut terminal = Setup::board().open();
    terminal.until_asked();
    terminal.send("2");
    terminal.until("the countries", Screen::is_countries);
    assert_eq!(links(&terminal.written()).0.len(), 0);
    terminal.send("o");
    terminal.until("the sources", |screen| screen.shows("Esc closes"));
    let written = terminal.written();
    let (begun, ended) = links(&written);
    assert!(begun.len() > 2 && begun.len() == ended, "{ended} ends of {begun:?}");
    let words = "#:~:text=94%20suspected%20smugglers%20in%20Turkey";
    assert!(begun.iter().any(|target| target.contains(words)), "{begun:?}");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    let left = String::from_utf8(terminal.all_written()).unwrap();
    assert!(left.contains("\x1b]8;;\x1b\\\x1b[?2026l\x1b[0m"), "none is left open in the shell");
}

#[test]
fn a_terminal_that_would_print_links_gets_none() {
    for (name, value) in [("TERM", "linux"), ("STY", "7.pts"), ("FORCE_HYPERLINK", "0")] {
        let mut terminal = Setup::board().env(name, value).open();
        terminal.until("the board", Screen::is_overview);
        terminal.send("o");
        terminal.until("the sources", |screen| screen.shows("Esc closes"));
        assert_eq!(links(&terminal.written()), (Vec::new(), 0), "{name}");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0);
    }
}

/// A whole visit: started, looked at, left.
fn visit() {
    let mut other = Setup::board().open();
    other.until("the board", Screen::is_overview);
    other.send("jq");
    assert_eq!(other.exit_code(), 0);
}

/// What a key makes the program write.
fn written_for(terminal: &mut Terminal, key: &str, row: &str) -> Vec<u8> {
    let before = terminal.written().len();
    terminal.send(key);
    terminal.until(row, |screen| screen.selected() == row);
    terminal.written().split_off(before)
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut terminal = Setup::board().open();
    terminal.until_asked();
    let first = terminal.written();
    assert_eq!(frames(&first), 1);
    visit();
    assert_eq!(terminal.written(), first);
    let second = written_for(&mut terminal, "j", "Iraq");
    assert_eq!(frames(&second), 1);
    assert!(second.len() < first.len() / 2, "only what differs");
}

#[test]
fn what_means_nothing_here_writes_nothing() {
    let mut terminal = Setup::board().open();
    terminal.until_asked();
    let before = terminal.written().len();
    for nothing in ["z", "\x1b[<35;9;9M", "\x1b[<0;1;40M", "\x1b[24;80R", "n"] {
        terminal.send(nothing);
    }
    kill_process(terminal.leader(), Signal::WINCH).unwrap();
    visit();
    assert_eq!(terminal.written().len(), before);
    let written = written_for(&mut terminal, "j", "Iraq");
    assert_eq!(frames(&written), 1);
}

#[test]
fn the_plain_summary_is_the_same_in_a_terminal_and_in_a_pipe() {
    let terminal = Setup::in_script().arg("--plain").open();
    terminal.until("the end", |screen| screen.shows("[code 0]"));
    let shown = String::from_utf8(terminal.written()).unwrap();
    let (_, shown) = shown.split_once("]\r\n").unwrap();
    let (shown, _) = shown.rsplit_once("[code").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    let piped = command.arg("--plain").output().unwrap().stdout;
    let piped = String::from_utf8(piped).unwrap();
    assert_eq!(shown, piped.replace('\n', "\r\n"));
}
