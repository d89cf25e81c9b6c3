//! Hostile text in files, names and options: what the program prints without a board.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]
#![allow(clippy::indexing_slicing, reason = "a test that meets the unexpected has failed")]

#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "hostile/stream.rs"]
mod stream;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::{fs, str};

use payloads::{everywhere, payloads};

fn ran<I: AsRef<OsStr>>(options: &[I]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    command.args(options).env_clear().stdin(Stdio::null());
    command.output().unwrap()
}

/// What is wrong with printed text, if anything: only line ends may be in it besides letters.
fn fault(printed: &[u8]) -> Option<String> {
    let Ok(text) = str::from_utf8(printed) else { return Some("not UTF-8".to_owned()) };
    text.lines().find_map(|line| {
        stream::fault(line.as_bytes(), false)
            .or_else(|| line.contains('\x1b').then(|| "an escape sequence".to_owned()))
    })
}

/// A file of these tests in a folder of its own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Runs the program for every payload and asserts that all it prints is text.
fn each(mut run: impl FnMut(&str, &str) -> Vec<Output>) {
    let mut faults = Vec::new();
    for (index, (name, text)) in payloads().iter().enumerate() {
        for output in run(&format!("{index}.json"), text) {
            let code = output.status.code();
            assert!(matches!(code, Some(0..=2)), "{name} ended with {code:?}");
            assert!(output.stdout.len() + output.stderr.len() > 0, "{name}: nothing is said");
            let fault = fault(&output.stdout).or_else(|| fault(&output.stderr));
            faults.extend(fault.map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_printed_of_a_file_is_text_and_nothing_else() {
    each(|name, text| {
        let path = file(name, &everywhere(text));
        let path = path.to_str().unwrap();
        let plain = ran(&["--plain", path]);
        assert_eq!(plain.status.code(), Some(0), "{text:?} keeps a file from being shown");
        let ascii = ran(&["--plain", "--ascii", path]);
        assert!(ascii.stdout.is_ascii(), "{text:?} is not spelled in ASCII");
        let (slides, found) = (ran(&["present", "--check", path]), ran(&["check", path]));
        vec![plain, ascii, slides, found, ran(&["check", "--format", "json", path])]
    });
}

#[test]
fn the_summary_says_that_texts_were_cleaned_and_a_check_says_where() {
    let (_, text) = payloads().into_iter().find(|(name, _)| *name == "override").unwrap();
    let path = file("cleaned.json", &everywhere(&text));
    let summary =
        String::from_utf8(ran(&[OsStr::new("--plain"), path.as_os_str()]).stdout).unwrap();
    let words: Vec<&str> = summary.split_whitespace().collect();
    let summary = words.join(" ");
    let (before, after) = summary.split_once(" TEXTS CLEANED: ").unwrap();
    assert!(after.contains("`liberterra check FILE` says where."), "{after}");
    let found = String::from_utf8(ran(&[OsStr::new("check"), path.as_os_str()]).stdout).unwrap();
    let count: usize = before.split(' ').next_back().unwrap().parse().unwrap();
    // Names by which sources are cited are found too, though they are not shown.
    assert!(count > 50 && found.matches("U+202E").count() >= count, "a finding for each text");
    let sound = file("not cleaned.json", &everywhere("sound"));
    let summary =
        String::from_utf8(ran(&[OsStr::new("--plain"), sound.as_os_str()]).stdout).unwrap();
    assert!(!summary.contains("CLEANED"));
}

#[test]
fn what_is_said_of_a_broken_file_is_text_and_nothing_else() {
    each(|name, text| {
        let unknown = serde_json::json!({"schema": 1, text: text, "status": text}).to_string();
        // No JSON, but what a person may have pasted into a file.
        let raw = file(&format!("raw-{name}"), format!("{{\"{text}\": {text}").as_bytes());
        let unknown = file(&format!("unknown-{name}"), unknown.as_bytes());
        let (raw, unknown) = (raw.to_str().unwrap(), unknown.to_str().unwrap());
        vec![
            ran(&[raw]),
            ran(&["check", raw]),
            ran(&["--plain", unknown]),
            ran(&["check", unknown]),
        ]
    });
}

#[test]
fn what_is_said_of_a_name_or_an_option_is_text_and_nothing_else() {
    each(|_, text| {
        // No name of a file and no option can hold this one.
        let text = text.replace('\0', "");
        let missing = format!("./no such file {text}");
        let named: String = text.chars().filter(|c| *c != '/').take(50).collect();
        let named = file(&format!("{named}.json"), b"{\"schema\": 1}");
        let mut outputs = vec![
            ran(&[missing.as_str()]),
            ran(&["check", missing.as_str()]),
            ran(&[OsStr::new("check"), named.as_os_str()]),
            ran(&["--operation", text.as_str(), "--plain"]),
            ran(&["--theme", text.as_str()]),
            ran(&["present", "--every", text.as_str()]),
            ran(&[format!("--{text}x").as_str()]),
        ];
        outputs.push(ran(&["list", text.as_str()]));
        outputs
    });
}

#[test]
fn a_name_that_is_no_text_at_all_is_shown_as_marks() {
    let name = OsStr::from_bytes(b"./no\xff\x1b[31m\x9b.json");
    for output in [ran(&[name]), ran(&[OsStr::new("check"), name])] {
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(fault(&output.stderr), None);
        assert!(str::from_utf8(&output.stderr).unwrap().contains("\u{fffd}␛[31m"));
    }
}
