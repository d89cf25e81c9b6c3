//! Files that are none, or not what they should be: one sentence, the right exit code, no panic,
//! and the other files are still looked at.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const BUNDLED: &str = include_str!("../data/liberterra-2.json");

/// The nobody of most systems, who may read nothing that is not for all.
const NOBODY: u32 = 65_534;

fn program(options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    command.args(options).env_clear().stdin(Stdio::null());
    command
}

fn ran(options: &[&str]) -> Output {
    program(options).output().unwrap()
}

fn said(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad input");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file of this test.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder().join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The bundled operation with a part of it written otherwise.
fn with(part: &str, other: &str) -> String {
    assert!(BUNDLED.contains(part), "{part}");
    BUNDLED.replacen(part, other, 1)
}

/// Asserts one sentence on standard error that names the file, says what is wrong and what to do,
/// and nothing else anywhere.
fn is_refused(output: &Output, path: &str, words: &[&str]) {
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(output.stdout.is_empty(), "{path}");
    assert!(error.starts_with(&format!("liberterra: {path}")), "{error}");
    assert!(error.lines().count() == 1 && error.len() < 1_500, "{error:.2000}");
    assert!(error.ends_with(".\n") || error.ends_with("?\n"), "{error}");
    let advice = error.rsplit_once("; ").map(|(_, advice)| advice.len());
    assert!(advice.is_some_and(|length| length > 6), "{error}");
    for word in words {
        assert!(error.contains(word), "`{word}` is not in: {error}");
    }
    for technical in ["os error", "panicked", "backtrace", "struct ", "u32", "EOF while"] {
        assert!(!error.contains(technical), "{error}");
    }
}

/// Asserts that `check` says something of the file on standard output.
fn is_found(output: &Output, path: &str, words: &[&str]) {
    let found = said(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{found}{}", said(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", said(&output.stderr));
    assert!(found.starts_with(path) && found.contains("error"), "{found}");
    for word in words {
        assert!(found.contains(word), "`{word}` is not in: {found}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_by_all() {
    let missing = folder().join("missing.json");
    let missing = missing.to_str().unwrap();
    let folder = folder();
    let folder = folder.to_str().unwrap();
    for (path, words) in [(missing, "there is no such file"), (folder, "it is a folder")] {
        is_refused(&ran(&[path]), path, &[words]);
        is_refused(&ran(&["--plain", path]), path, &[words]);
        is_refused(&ran(&["check", path]), path, &[words]);
    }
}

#[test]
fn a_file_that_may_not_be_read_is_refused_by_all() {
    let path = file("secret.json", BUNDLED);
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    for options in [&[path.as_str()][..], &["--plain", &path], &["check", &path]] {
        let mut command = program(options);
        // Whoever may read everything has to become somebody who may not.
        if File::open(&path).is_ok() {
            command.uid(NOBODY).gid(NOBODY);
        }
        is_refused(&command.output().unwrap(), &path, &["it may not be read"]);
    }
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
}

/// A file by its name: its bytes, where the fault lies, and words of what is said.
type Fault = (&'static str, Vec<u8>, &'static str, &'static str);

fn fault(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    place: &'static str,
    words: &'static str,
) -> Fault {
    (name, bytes.into(), place, words)
}

/// The first bytes of the bundled operation.
fn cut(length: usize) -> Vec<u8> {
    BUNDLED.bytes().take(length).collect()
}

fn faults() -> Vec<Fault> {
    [no_text(), no_operation(), too_much(), no_counts(), twice()].concat()
}

fn no_text() -> Vec<Fault> {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0";
    let wide = BUNDLED.encode_utf16().flat_map(u16::to_le_bytes);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    let latin = with("Operation Liberterra II", "Operation T\u{1}rkiye");
    let latin: Vec<u8> = latin.bytes().map(|byte| if byte == 1 { 0xfc } else { byte }).collect();
    vec![
        fault("latin-1.json", latin, "line 4", "not UTF-8"),
        fault("utf-16.json", wide, "line 1", "UTF-16"),
        fault("image.png", *png, "line 1", "no text, but an image"),
    ]
}

fn no_operation() -> Vec<Fault> {
    vec![
        fault("words.txt", "Operation Liberterra II was a success.", "line 1", "no JSON"),
        fault("empty.json", "", "line 1", "the file is empty"),
        fault("blank.json", " \n\t\n", "line 1", "the file is empty"),
        fault("braces.json", "{}", "line 1", "`schema` is missing"),
        fault("list.json", "[]", "line 1", "not a list"),
        fault("null.json", "null", "line 1", "no JSON"),
        fault("string.json", "\"x\"", "line 1", "no JSON"),
        fault("cut short.json", cut(5_000), "line 1", "was the file cut short?"),
        fault("cut in a text.json", cut(70), "line 4", "not closed"),
        fault(
            "unknown.json",
            with("\"organiser\"", "\"organizer\""),
            "line 5",
            "did you mean `organiser`?",
        ),
    ]
}

fn too_much() -> Vec<Fault> {
    let nested = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let hubs = with("\"hubs\": [", &format!("\"hubs\": {nested}, \"x\": ["));
    let long = "x".repeat(10_000_000);
    let organiser = with("\"INTERPOL\"", &format!("\"{long}\""));
    let language = with("\"en\"", &format!("\"{long}\""));
    let name = with("\"organiser\"", &format!("\"{long}\""));
    let number = with("\"value\": 2517", &format!("\"value\": {}", "9".repeat(1_000_000)));
    vec![
        fault("nested.json", nested, "line 1", "not a list"),
        fault("nested field.json", hubs, "at hubs[0]", "not a list"),
        fault("nested deeper.json", "[{\"a\":".repeat(100_000), "line 1", "not a list"),
        fault("long.json", organiser, "at organiser", "10000000 characters"),
        fault("long word.json", language, "at sources[0].language", "10000000 characters"),
        fault("long name.json", name, "line 1", "`organiser` is missing"),
        fault("long number.json", number, "totals[0].value", "too large"),
    ]
}

fn no_counts() -> Vec<Fault> {
    let count = |name, number: &str, words| {
        let bytes = with("\"value\": 2517", &format!("\"value\": {number}"));
        fault(name, bytes, "at totals[0].value", words)
    };
    vec![
        count("negative.json", "-1", "never negative"),
        count("minus nothing.json", "-0", "never negative"),
        count("fraction.json", "1.5", "whole number"),
        count("exponent.json", "1e309", "not written out"),
        count("overflow.json", "18446744073709551616", "too large"),
        count("no number.json", "NaN", "no value"),
        count("quoted.json", "\"2517\"", "not the text"),
    ]
}

fn twice() -> Vec<Fault> {
    let name = with("\"organiser\"", "\"name\": \"x\", \"organiser\"");
    let measure = with("\"who\"", "\"measure\": \"rescued\", \"who\"");
    vec![
        fault("twice.json", name, "at name", "given twice"),
        fault("twice within.json", measure, "at totals[0].measure", "given twice"),
        fault("two at once.json", BUNDLED.repeat(2), "column 1", "follows the end"),
        fault("trailing.json", format!("{BUNDLED}x"), "column 1", "follows the end"),
    ]
}

#[test]
fn what_is_in_a_file_is_refused_with_its_place_and_found_by_a_check() {
    for (name, bytes, place, words) in faults() {
        let path = file(name, bytes);
        is_refused(&ran(&[&path]), &path, &[place, words]);
        is_refused(&ran(&["--plain", &path]), &path, &[place, words]);
        is_found(&ran(&["check", &path]), &path, &[words]);
        let output = ran(&["check", "--format", "json", &path]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found[0]["file"], path, "{name}");
    }
}

#[test]
fn the_same_comes_in_through_standard_input() {
    for (name, bytes, place, words) in faults() {
        let path = file(&format!("piped {name}"), bytes);
        let piped =
            |options: &[&str]| program(options).stdin(File::open(&path).unwrap()).output().unwrap();
        is_refused(&piped(&["-"]), "standard input", &[place, words]);
        is_found(&piped(&["check", "-"]), "standard input", &[words]);
    }
}

#[test]
fn one_bad_file_keeps_no_other_from_being_checked() {
    let good = file("good.json", BUNDLED);
    let bad = file("bad.json", "{}");
    let missing = "./no such file.json";
    let output = ran(&["check", &good, &bad, "-", missing, &good]);
    let (found, unread) = (said(&output.stdout), said(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "one cannot be read");
    assert_eq!(found.matches(&format!("{good} is clean")).count(), 2, "{found}");
    assert!(found.contains(&format!("in {bad}")) && found.contains("in standard input"), "{found}");
    assert_eq!(unread.lines().count(), 1, "{unread}");
    assert!(unread.contains(missing) && unread.contains("there is no such file"), "{unread}");
    assert_eq!(ran(&["check", &good, &bad, &good]).status.code(), Some(1), "all can be read");
}

#[test]
fn of_several_files_the_first_is_shown_and_a_bad_one_says_so_when_it_is_asked_for() {
    let good = file("shown.json", BUNDLED);
    let bad = file("not shown.json", "{}");
    let output = ran(&[&good, &bad]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output.stdout).starts_with("OPERATION LIBERTERRA II"));
    is_refused(&ran(&[&bad, &good]), &bad, &["`schema` is missing"]);
    let output = ran(&["--operation", "liberterra-2", "--plain", &bad, &good]);
    assert_eq!(output.status.code(), Some(0), "the bad one is not the one asked for");
}
