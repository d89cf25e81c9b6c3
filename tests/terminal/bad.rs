//! Files that are none, and pipes that nobody writes to: the terminal stays as it is, and a key
//! ends the waiting.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

const BUNDLED: &str = include_str!("../../data/liberterra-2.json");
const INTERRUPT: &str = "\x03";

fn path(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad files");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// A pipe with a name, to which nobody writes.
fn pipe(name: &str) -> PathBuf {
    let path = path(name);
    let _ = fs::remove_file(&path);
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

/// What was written between the start of the program and its end.
fn between(terminal: &Terminal) -> String {
    let written = String::from_utf8(terminal.written()).unwrap();
    let (_, from) = written.split_once("]\r\n").unwrap();
    from.rsplit_once("[code").unwrap().0.to_owned()
}

#[test]
fn what_is_no_operation_leaves_the_terminal_as_it_is() {
    let broken = path("broken.json");
    fs::write(&broken, "{").unwrap();
    let folder = path("");
    let missing = path("missing.json");
    for file in [broken, folder, missing] {
        let terminal = Setup::in_script().arg(file.to_str().unwrap()).open();
        terminal.until("the end", |screen| screen.shows("[code 2]"));
        let said = between(&terminal);
        assert!(said.starts_with("liberterra: ") && !said.contains('\x1b'), "{said:?}");
        assert!(terminal.is_set_as_at_first());
    }
}

#[test]
fn a_pipe_that_nobody_writes_to_is_left_by_a_key() {
    let pipe = pipe("silent");
    for (key, code) in [(INTERRUPT, "[code 130]"), ("q", "[code 0]"), ("\x1b", "[code 0]")] {
        let mut terminal = Setup::in_script().arg(pipe.to_str().unwrap()).open();
        terminal.until("the waiting", |screen| screen.shows("Reading"));
        terminal.send(key);
        terminal.until("the end", |screen| screen.shows(code) && screen.is_given_back());
        assert!(terminal.is_set_as_at_first());
    }
}

#[test]
fn without_a_board_such_a_pipe_is_left_by_an_interrupt() {
    let pipe = pipe("silent too");
    for option in ["--plain", "check"] {
        let mut terminal = Setup::announced().arg(option).arg(pipe.to_str().unwrap()).open();
        terminal.until("the start", |screen| screen.shows("[ready]"));
        terminal.send(INTERRUPT);
        assert_eq!(terminal.killed_by(), "Interrupt");
        let written = String::from_utf8(terminal.written()).unwrap();
        assert_eq!(written.replace("^C", "").trim(), "[ready]");
    }
}

#[test]
fn a_pipe_that_is_written_to_at_last_is_shown() {
    let pipe = pipe("late");
    let terminal = Setup::board().arg(pipe.to_str().unwrap()).open();
    terminal.until("the waiting", |screen| screen.shows("Reading"));
    fs::write(&pipe, BUNDLED).unwrap();
    terminal.until("the board", Screen::is_overview);
}
