//! Files on the command line: what a save, a broken save and its mending show.

use std::fs;
use std::path::PathBuf;

use crate::harness::Setup;

const BUNDLED: &str = include_str!("../../data/liberterra-2.json");

/// A file of this test with the bundled operation in it.
fn file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("mine.json");
    fs::write(&path, BUNDLED).unwrap();
    path
}

/// The operation with another number of arrests in Türkiye.
fn with_arrests(number: &str) -> String {
    BUNDLED.replacen("\"value\": 94", &format!("\"value\": {number}"), 1)
}

#[test]
fn a_save_shows_and_what_was_selected_stays() {
    let path = file("saved");
    let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
    terminal.until("the board", |screen| screen.text().contains("at least 158"));
    terminal.moves_to("j", "Iraq");
    fs::write(&path, with_arrests("95")).unwrap();
    let screen = terminal.until("the save", |screen| screen.text().contains("at least 159"));
    assert_eq!(screen.selected(), "Iraq");
    let other = path.with_extension("new");
    fs::write(&other, with_arrests("96")).unwrap();
    fs::rename(&other, &path).unwrap();
    terminal.until("a save by renaming", |screen| screen.text().contains("at least 160"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_broken_save_leaves_the_last_good_data_until_it_is_mended() {
    let path = file("broken");
    let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
    terminal.until("the board", |screen| screen.text().contains("at least 158"));
    // A key that is answered says that files are watched by now.
    terminal.moves_to("j", "Iraq");
    fs::write(&path, "{").unwrap();
    let banner = "last good data shown";
    let screen = terminal.until("the banner", |screen| screen.text().contains(banner));
    assert!(screen.text().contains("at least 158"));
    fs::remove_file(&path).unwrap();
    fs::write(&path, with_arrests("95")).unwrap();
    let mended = terminal.until("the mending", |screen| screen.text().contains("at least 159"));
    assert!(!mended.text().contains(banner));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn several_files_are_several_operations() {
    let path = file("several");
    let other = path.with_file_name("other.json");
    fs::write(&other, BUNDLED.replacen("Operation Liberterra II", "Operation Another", 1)).unwrap();
    let setup = Setup::board().arg(path.to_str().unwrap()).arg(other.to_str().unwrap());
    let mut terminal = setup.open();
    terminal.until("the first", |screen| screen.text().contains("OPERATION LIBERTERRA II"));
    terminal.send("]");
    terminal.until("the second", |screen| screen.text().contains("OPERATION ANOTHER"));
    terminal.send("]");
    terminal.until("the first again", |screen| screen.text().contains("OPERATION LIBERTERRA II"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

/// An operation of so many actions that it is read behind the first frame.
fn large(name: &str, end: &str) -> PathBuf {
    let actions: Vec<String> = (0..30_000)
        .map(|number| {
            let country = ["TR", "IQ", "ML"][number % 3];
            format!(
                r#"{{"id":"a{number}","countries":["{country}"],"summary":"Case {number}.",
                "figures":[{{"measure":"arrested","who":"suspects","value":2,
                "citations":[{{"source":"s"}}]}}],"citations":[{{"source":"s"}}]}}"#
            )
        })
        .collect();
    let source = r#"{"id":"s","publisher":"P","title":"T","url":"https://example.org",
        "language":"en","strength":"press"}"#;
    let text = format!(
        r#"{{"schema":1,"id":"large","name":"Operation Large","organiser":"O",
        "status":"published","totals":[],"actions":[{}],"sources":[{source}]{end}"#,
        actions.join(",")
    );
    let path = file(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_large_file_opens_behind_the_first_frame_and_every_action_can_be_reached() {
    let path = large("large", "}");
    let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
    terminal.until("the board", |screen| screen.text().contains("OPERATION LARGE"));
    let written = terminal.written();
    let waited = b"Reading";
    assert!(written.windows(waited.len()).any(|bytes| bytes == waited));
    terminal.send("o");
    terminal.until("a part", |screen| screen.text().contains("actions 1–20 of 10,000"));
    terminal.send("\x1b[C");
    terminal.until("the next", |screen| screen.text().contains("actions 21–40 of 10,000"));
    terminal.send("\x1b[D\x1b[D");
    terminal.until("the first again", |screen| screen.text().contains("actions 1–20 of 10,000"));
    terminal.send("o");
    terminal.until("the board again", |screen| !screen.text().contains("actions 1–20"));
    terminal.send("/case 29999");
    terminal.until("the country", |screen| screen.text().contains("1 of 1"));
    terminal.send("\rq");
    assert_eq!(terminal.exit_code(), 0);
    assert!(terminal.is_set_as_at_first());
}

#[test]
fn a_large_file_is_read_for_comparing_while_the_board_goes_on() {
    let (own, large) = (file("compared"), large("compared-large", "}"));
    let setup = Setup::board().arg(own.to_str().unwrap()).arg(large.to_str().unwrap());
    let mut terminal = setup.open();
    terminal.until("the board", |screen| screen.text().contains("OPERATION LIBERTERRA II"));
    terminal.send("4");
    terminal.until("both beside each other", |screen| screen.text().contains("  Large"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_large_file_that_is_broken_leaves_the_terminal_as_it_was() {
    let path = large("large-broken", ",\"colour\":1}");
    let terminal = Setup::board().arg(path.to_str().unwrap()).open();
    assert_eq!(terminal.exit_code(), 2);
    assert!(terminal.is_set_as_at_first());
    let said = terminal.until("the reason", |screen| screen.text().contains("colour"));
    assert!(said.text().contains("mine.json, line "), "{}", said.text());
}

#[test]
fn a_pipe_that_nobody_writes_to_can_be_left() {
    for (name, key, code) in [("pipe-esc", "\x1b", 0), ("pipe-c", "\x03", 130), ("pipe-q", "q", 0)]
    {
        let path = file(name).with_file_name("pipe");
        let _ = fs::remove_file(&path);
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let mut terminal = Setup::board().arg(path.to_str().unwrap()).open();
        terminal.until("the wait", |screen| screen.text().contains("Reading"));
        terminal.send(key);
        assert_eq!(terminal.exit_code(), code, "{name}");
        assert!(terminal.is_set_as_at_first());
    }
}

#[test]
fn a_large_operation_that_is_on_its_way_can_be_given_up() {
    let path = file("given-up");
    let pipe = path.with_file_name("pipe");
    let _ = fs::remove_file(&pipe);
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let setup = Setup::board().arg(path.to_str().unwrap()).arg(pipe.to_str().unwrap());
    let mut terminal = setup.open();
    terminal.until("the first", |screen| screen.text().contains("OPERATION LIBERTERRA II"));
    terminal.send("]");
    terminal.until("the reading", |screen| screen.text().contains("reading "));
    terminal.moves_to("j", "Iraq");
    terminal.send("\x1b");
    terminal.until("the end of it", |screen| screen.text().contains("was not opened"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}
