//! Hostile files, names and pastes: every byte that the real program sends is one that it means.

use std::fs;
use std::path::PathBuf;

use crate::harness::{Setup, Terminal};
use crate::payloads::{everywhere, payloads};
use crate::screen::Screen;
use crate::stream;

/// The payloads that say most about the way from a file to a terminal.
const SOME: [&str; 6] = ["clipboard", "8 bit", "override", "marks", "address", "jamo in disorder"];

fn payload(name: &str) -> String {
    payloads().into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// A file whose name attacks too, with a text in every field.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile screens");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name} \u{1b}]0;pwned\u{7} \u{202e}nosj.json"));
    fs::write(&path, everywhere(text)).unwrap();
    path
}

/// Sends keys one after the other and waits for the frame of each.
fn press(terminal: &mut Terminal, keys: &[&str]) {
    for key in keys {
        let before = terminal.written().len();
        terminal.send(key);
        terminal.until_after(before);
    }
}

/// Leaves the program and looks at everything it has ever sent.
fn leave(mut terminal: Terminal, name: &str) {
    terminal.send("\u{3}");
    assert_eq!(terminal.exit_code(), 0, "{name}");
    assert_eq!(stream::fault(&terminal.written(), false), None, "{name}");
}

#[test]
fn no_file_reaches_the_terminal_as_anything_but_text() {
    for name in SOME {
        let path = file(name, &payload(name));
        let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
        terminal.until("the board", Screen::is_overview);
        press(&mut terminal, &["2", "o", "o", "5", "o", "o", "1", "\u{1b}[A", "o", "?"]);
        leave(terminal, name);
    }
}

#[test]
fn no_paste_reaches_the_terminal_as_anything_but_text() {
    for name in SOME {
        let mut terminal = Setup::board().open();
        terminal.until("the board", Screen::is_overview);
        press(&mut terminal, &["/"]);
        terminal.paste(&payload(name).replace("\u{1b}[201~", ""));
        terminal.until("what is found", |screen| screen.shows("nothing found"));
        press(&mut terminal, &["\r"]);
        leave(terminal, name);
    }
}

#[test]
fn no_banner_of_a_broken_save_does_either() {
    for name in SOME {
        let path = file(&format!("saved {name}"), "sound");
        let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
        terminal.until("the board", Screen::is_overview);
        // A key that is answered says that files are watched by now.
        press(&mut terminal, &["2"]);
        let text = payload(name);
        fs::write(&path, serde_json::json!({"schema": 1, text: 2}).to_string()).unwrap();
        terminal.until("the banner", |screen| screen.shows("last good data shown"));
        leave(terminal, name);
    }
}
