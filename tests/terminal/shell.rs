//! Stopping for the shell and coming back.

#![allow(clippy::print_stderr, reason = "a test that is left out says so")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process};

use crate::harness::{DEADLINE, Setup, Terminal};
use crate::screen::Screen;

const BASH: [&str; 5] = ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"];
const DASH: [&str; 2] = ["/bin/dash", "-i"];

/// A shell at its prompt; none, with a word about it, where there is no such shell.
fn at_prompt(words: &[&str]) -> Option<Terminal> {
    if !Path::new(words[0]).exists() {
        eprintln!("not tested: there is no {}", words[0]);
        return None;
    }
    let terminal = Setup::in_shell(words).open();
    terminal.until("the prompt", is_at_prompt);
    Some(terminal)
}

fn shell() -> Option<Terminal> {
    at_prompt(&BASH)
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
        self.starts_on_serbia_by("\"$BOARD\"");
    }

    fn starts_on_serbia_by(&mut self, line: &str) {
        self.send(format!("{line}\n"));
        self.until("the board", Screen::is_overview);
        self.send("jj");
        self.until("the third row", is_on_serbia);
    }

    /// Has the shell do a sum, which shows that it has the terminal.
    fn lets_the_shell_work(&mut self) {
        self.lets_the_shell_multiply_by(7);
    }

    fn lets_the_shell_multiply_by(&mut self, number: u16) {
        self.send(format!("echo [$((6 * {number}))]\n"));
        let product = format!("[{}]\n", 6 * number);
        self.until("an ordinary line and the prompt", |screen| {
            is_at_prompt(screen) && screen.shows(&product)
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
    let Some(mut terminal) = at_prompt(&DASH) else { return };
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

/// How the board is stopped for the shell.
#[derive(Clone, Copy, Debug)]
enum Stop {
    /// By the key.
    Key,
    /// By a signal to it. A signal to its whole job would stop a program that waits for the board
    /// at once, and the shell would be back before the board could give it the terminal.
    Signal,
}

/// Ways to start the board, with and without another program that waits for it.
fn starts() -> Vec<String> {
    let script = format!("{}/around-the-board", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&script, "#!/bin/sh\n\"$BOARD\"\necho left with $?\n").unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let ways = [
        r#""$BOARD""#,
        r#"env "$BOARD""#,
        r#"nice "$BOARD""#,
        r#"sh -c '"$BOARD"; true'"#,
        r#"sh -c 'sh -c "nice \"$BOARD\"; true"; true'"#,
        r#"("$BOARD"; true)"#,
    ];
    ways.into_iter().map(str::to_owned).chain([script]).collect()
}

/// The board in a job.
fn board_in(job: Pid) -> Pid {
    let listed = Command::new("ps").args(["-A", "-o", "pgid=,pid=,args="]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let job = job.as_raw_nonzero().to_string();
    let board = env!("CARGO_BIN_EXE_liberterra");
    let is_board = |words: &[&str]| words.len() == 3 && words[0] == job && words[2] == board;
    let mut lines = listed.lines().map(|line| line.split_whitespace().collect::<Vec<&str>>());
    let found = lines.find(|words| is_board(words)).unwrap();
    Pid::from_raw(found[1].parse().unwrap()).unwrap()
}

/// Stops the board, changes the window, has the shell work in between, and comes back; twice.
fn stops_and_comes_back(words: &[&str], start: &str, stop: Stop) {
    let Some(mut terminal) = at_prompt(words) else { return };
    terminal.starts_on_serbia_by(start);
    for (columns, rows) in [(90, 30), (120, 40)] {
        match stop {
            Stop::Key => terminal.send("\x1a"),
            Stop::Signal => {
                kill_process(board_in(terminal.foreground()), Signal::TSTP).unwrap();
            }
        }
        let screen = terminal.until(&format!("the prompt after {start} {stop:?}"), is_at_prompt);
        assert!(screen.shows("Stopped"), "{}", screen.text());
        terminal.resize(columns, rows);
        terminal.lets_the_shell_multiply_by(columns);
        terminal.send("fg\n");
        terminal.until(&format!("the board again of {start} {stop:?}"), |screen| {
            let end = usize::from(columns) - 1 - "PRELIMINARY".len();
            is_on_serbia(screen) && screen.place("PRELIMINARY") == Some((end, 0))
        });
        terminal.moves_to("j", "Montenegro");
        terminal.moves_to("k", "Serbia");
    }
    terminal.leaves();
}

fn stops_and_comes_back_however_it_was_started(words: &[&str]) {
    for start in starts() {
        for stop in [Stop::Key, Stop::Signal] {
            stops_and_comes_back(words, &start, stop);
        }
    }
}

#[test]
fn it_stops_and_comes_back_in_bash_however_it_was_started() {
    stops_and_comes_back_however_it_was_started(&BASH);
}

#[test]
fn it_stops_and_comes_back_in_dash_however_it_was_started() {
    stops_and_comes_back_however_it_was_started(&DASH);
}

#[test]
fn a_signal_ends_it_while_it_is_stopped() {
    for words in [&BASH[..], &DASH] {
        let Some(mut terminal) = at_prompt(words) else { continue };
        terminal.starts_on_serbia();
        let board = terminal.foreground();
        terminal.send("\x1a");
        terminal.until("the prompt", is_at_prompt);
        kill_process(board, Signal::TERM).unwrap();
        terminal.send("fg\n");
        let over = |screen: &Screen| is_at_prompt(screen) && screen.shows("fg\n");
        terminal.until("the prompt after the end", over);
        terminal.send("echo left with $?\n");
        terminal.until("the exit code", |screen| screen.shows("left with 143"));
        terminal.send("exit\n");
        assert_eq!(terminal.exit_code(), 0);
    }
}

/// Whether a program still runs, or waits to; one that has ended and is only listed does not.
fn is_running(program: Pid) -> bool {
    let number = program.as_raw_nonzero().to_string();
    let listed = Command::new("ps").args(["-o", "stat=", "-p", &number]).output().unwrap();
    !matches!(listed.stdout.trim_ascii().first(), None | Some(b'Z'))
}

#[test]
fn a_closed_window_ends_it_while_it_is_stopped() {
    for words in [&BASH[..], &DASH] {
        for start in starts() {
            let Some(mut terminal) = at_prompt(words) else { continue };
            terminal.starts_on_serbia_by(&start);
            let board = board_in(terminal.foreground());
            terminal.send("\x1a");
            terminal.until("the prompt", is_at_prompt);
            terminal.close("\n");
            let end = Instant::now() + DEADLINE;
            while is_running(board) {
                assert!(Instant::now() < end, "{start} in {words:?} leaves {board:?} behind");
                thread::yield_now();
            }
        }
    }
}
