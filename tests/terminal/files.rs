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
