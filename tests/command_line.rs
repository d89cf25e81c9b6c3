//! The program without a terminal: options, the plain summary, and where that cannot go.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, pipe};
use std::process::{Command, Output, Stdio};

/// The program with some options, no terminal on any stream, and nothing in its environment.
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

/// Asserts an end with one sentence for people on standard error, and nothing else anywhere.
fn refuses(output: &Output, code: i32) {
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with("liberterra: ") && error.ends_with(".\n"), "{error}");
    for technical in ["os error", "panicked", "backtrace", "Error"] {
        assert!(!error.contains(technical), "{error}");
    }
}

#[test]
fn a_pipe_gets_the_plain_summary() {
    let output = ran(&[]);
    let text = said(&output.stdout);
    assert!(output.status.success());
    for words in [
        "OPERATION LIBERTERRA II",
        "2,517",
        "3,222",
        "PRELIMINARY",
        "at least 178",
        "nearly 24,000",
        "https://www.thenationalnews.com/",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(output.stderr.is_empty());
}

#[test]
fn every_source_of_the_summary_has_its_address() {
    let output = ran(&[]);
    let (_, sources) = said(&output.stdout).split_once("\nSOURCES\n").unwrap();
    let (mut named, mut addresses) = (0, 0);
    for line in sources.lines() {
        named += usize::from(line.starts_with('['));
        let address = line.strip_prefix("    http");
        addresses += usize::from(address.is_some());
        assert!(address.is_none() || addresses == named, "{line}");
    }
    assert!(named > 20 && named == addresses, "{named} {addresses}");
}

#[test]
fn the_summary_has_no_control_characters() {
    let output = ran(&[]);
    let control = said(&output.stdout).chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None);
}

#[test]
fn the_summary_can_be_asked_for() {
    assert_eq!(said(&ran(&["--plain"]).stdout), said(&ran(&[]).stdout));
}

#[test]
fn the_summary_depends_on_the_environment_for_its_width_alone() {
    let told = |environment: &[(&str, &str)]| {
        program(&[]).envs(environment.iter().copied()).output().unwrap().stdout
    };
    let whole = ran(&[]).stdout;
    for rich in [
        [("TERM", "linux"), ("LC_ALL", "de_DE.UTF-8"), ("COLUMNS", "80")],
        [("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1"), ("COLUMNS", "wide")],
        [("TERM", "xterm-kitty"), ("COLORTERM", "truecolor"), ("COLUMNS", "0")],
    ] {
        assert_eq!(said(&told(&rich)), said(&whole), "{rich:?}");
    }
    let words = |bytes: &[u8]| said(bytes).split_whitespace().collect::<Vec<&str>>().join(" ");
    for width in [30, 60, 120] {
        let text = told(&[("COLUMNS", &width.to_string())]);
        assert_eq!(words(&text), words(&whole));
        for line in said(&text).lines().filter(|line| !line.trim().starts_with("http")) {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
        assert!(said(&text).lines().any(|line| line.chars().count() > width - 10), "{width}");
    }
}

#[test]
fn a_language_without_utf_8_gets_the_same_in_ascii() {
    let whole = said(&ran(&[]).stdout).to_owned();
    let in_c = program(&[]).env("LC_ALL", "C").output().unwrap().stdout;
    let text = said(&in_c);
    assert!(!whole.is_ascii() && text.is_ascii());
    assert!(text.contains("\nTurkiye\n") && text.contains("(printed \"Argentina,"));
    assert_eq!(text.lines().count(), whole.lines().count());
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    assert_eq!(digits(text), digits(&whole));
    assert_eq!(said(&ran(&["--ascii"]).stdout), text);
    assert_eq!(said(&ran(&["--plain", "--ascii"]).stdout), text);
}

#[test]
fn nothing_for_people_leaves_ascii_where_it_is_asked_for() {
    let turkish = file("türkiye.json", "{}");
    let wrong = file("wrong-sign.json", &BUNDLED.replacen("\"TR\"", "\"Tü≥\"", 1));
    let calls: [&[&str]; 8] = [
        &["list"],
        &["--help"],
        &["check", &wrong],
        &["check", &turkish],
        &[&turkish],
        &["check", "nö.json"],
        &["--operation", "é"],
        &["--thème"],
    ];
    for options in calls {
        let output = program(options).env("LC_ALL", "C").output().unwrap();
        let printed = [output.stdout, output.stderr].concat();
        assert!(!printed.is_empty() && printed.is_ascii(), "{options:?} {}", said(&printed));
    }
    let asked = ran(&["check", "--ascii", &wrong]).stdout;
    assert!(said(&asked).contains("`Tu>=`") && asked.is_ascii(), "{}", said(&asked));
}

#[test]
fn what_is_for_programs_is_utf_8_in_every_language() {
    let wrong = file("wrong-for-programs.json", &BUNDLED.replacen("\"TR\"", "\"Tü≥\"", 1));
    for options in [&["schema"][..], &["check", "--format", "json", &wrong]] {
        let output = program(options).env("LC_ALL", "C").arg("--ascii").output().unwrap();
        assert_eq!(said(&output.stdout), said(&ran(options).stdout));
    }
    let found = ran(&["check", "--format", "json", &wrong]).stdout;
    assert!(said(&found).contains("Tü≥"), "{}", said(&found));
}

/// Signs that a voice leaves out or reads as something else.
const FOR_THE_EYE: &str = "≥≤≈>·…†→←–—▸◂│─█▒•";

#[test]
fn the_summary_can_be_read_aloud() {
    for id in said(&ran(&["list"]).stdout).lines().filter_map(|line| line.split(' ').next()) {
        let output = ran(&["--operation", id]).stdout;
        for line in said(&output).lines().filter(|line| !line.trim().starts_with("http")) {
            let sign = line.chars().find(|c| FOR_THE_EYE.contains(*c));
            assert_eq!(sign, None, "{line}");
            assert!(!line.trim_start().contains("  "), "a column: {line}");
            assert!(!line.split(' ').any(|word| word.ends_with('*')), "{line}");
        }
    }
}

#[test]
fn a_reader_who_has_read_enough_is_no_error() {
    let mut child = program(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().unwrap());
    reader.read_line(&mut line).unwrap();
    drop(reader);
    let output = child.wait_with_output().unwrap();
    assert_eq!(line, "OPERATION LIBERTERRA II\n");
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), ""));
}

#[test]
fn a_pipe_that_nobody_reads_is_no_error() {
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let output = program(&[]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_in_one_sentence() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = program(&[]).stdout(full).output().unwrap();
    refuses(&output, 1);
}

#[test]
fn an_option_that_does_not_exist_is_said_in_one_sentence_with_the_way_to_help() {
    let output = ran(&["--colour"]);
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(error.contains("--colour") && error.contains("`liberterra --help`"), "{error}");
    assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_theme_that_does_not_exist_is_said_with_those_that_do() {
    let output = ran(&["--theme", "purple"]);
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    for words in ["purple", "auto", "dark", "light", "contrast", "terminal", "mono"] {
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_said_in_one_sentence() {
    for file in ["/no/such/file", "/", "/dev/null", "-", "\x1b[31mred"] {
        let output = ran(&[file]);
        refuses(&output, 2);
        assert!(output.stdout.is_empty());
        assert!(!said(&output.stderr).contains('\x1b'));
    }
}

#[test]
fn a_file_with_the_bundled_operation_is_the_bundled_operation() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/liberterra-2.json");
    let piped = program(&["-"]).stdin(File::open(file).unwrap()).output().unwrap();
    assert_eq!(said(&ran(&[file]).stdout), said(&ran(&[]).stdout));
    assert_eq!(said(&piped.stdout), said(&ran(&[]).stdout));
}

#[test]
fn the_options_are_explained() {
    for option in ["--help", "-h"] {
        let output = ran(&[option]);
        let help = said(&output.stdout);
        assert!(output.status.success());
        for words in ["Usage: liberterra", "--theme", "--plain", "Exit codes"] {
            assert!(help.contains(words), "{help}");
        }
    }
}

#[test]
fn the_version_is_said() {
    let version = concat!("liberterra ", env!("CARGO_PKG_VERSION"), "\n");
    let output = ran(&["-V"]);
    assert!(output.status.success());
    assert_eq!(said(&output.stdout), version);
    let output = ran(&["--version"]);
    assert!(output.status.success());
    let formats = "files of format 1, reports of version 1\n";
    assert_eq!(said(&output.stdout), format!("{version}{formats}"));
}

#[test]
fn what_is_kept_for_shells_and_for_man_is_printed() {
    for (shell, start) in [
        ("bash", "_liberterra()"),
        ("zsh", "#compdef liberterra"),
        ("fish", "# Print an optspec"),
        ("elvish", "\nuse builtin;"),
        ("powershell", "\nusing namespace"),
    ] {
        let output = ran(&["completions", shell]);
        assert!(output.status.success() && output.stderr.is_empty());
        assert!(said(&output.stdout).starts_with(start), "{}", said(&output.stdout));
    }
    let manual = ran(&["man"]);
    assert!(manual.status.success());
    assert!(said(&manual.stdout).contains(".SH KEYS"));
    assert_eq!(ran(&["completions", "tcsh"]).status.code(), Some(2));
}

#[test]
fn without_any_terminal_a_theme_changes_nothing() {
    let output = ran(&["--theme", "light"]);
    assert!(output.status.success() && output.stderr.is_empty());
    assert_eq!(said(&output.stdout), said(&ran(&[]).stdout));
}

const BUNDLED: &str = include_str!("../data/liberterra-2.json");

/// A file of this test with this text.
fn file(name: &str, text: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_check_says_by_its_exit_code_what_it_came_to() {
    let bundled = BUNDLED;
    let clean = file("clean.json", bundled);
    let warned = file(
        "warned.json",
        &bundled.replacen("\"publisher\": \"UNODC\"", "\"publisher\": \"UN\u{200d}ODC\"", 1),
    );
    let wrong = file("wrong.json", &bundled.replacen("\"TR\"", "\"TUR\"", 1));
    let code = |arguments: &[&str]| program(&[&["check"], arguments].concat()).output().unwrap();
    let output = code(&[&clean]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output.stdout).contains("is clean"));
    assert_eq!(code(&[&warned]).status.code(), Some(0));
    assert_eq!(code(&["--deny-warnings", &warned]).status.code(), Some(1));
    let output = code(&[&clean, "/no/such/file", &wrong]);
    assert_eq!(output.status.code(), Some(2), "one cannot be read");
    assert!(said(&output.stdout).contains("`TUR`") && said(&output.stdout).contains("is clean"));
    assert!(said(&output.stderr).contains("there is no such file"));
    let output = code(&[&wrong, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found[0]["severity"], "error");
    assert!(found[0]["line"].as_u64() > Some(1));
}

#[test]
fn the_bundled_operations_are_listed() {
    let output = ran(&["list"]);
    let listed = said(&output.stdout);
    assert_eq!(listed.lines().count(), 13);
    for line in listed.lines() {
        let id = line.split_whitespace().next().unwrap();
        assert_eq!(ran(&["--operation", id]).status.code(), Some(0), "{id}");
    }
}

#[test]
fn a_rehearsal_says_what_a_projector_shows() {
    let output = ran(&["present", "--check"]);
    let text = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.starts_with("  1  1 page   "), "{text}");
    assert!(text.contains("Serbia\n     note: Say the at least."), "{text}");
    assert!(text.contains("2 pages") && text.ends_with("all of it fits at 80×24\n"), "{text}");
    let later = ran(&["present", "--check", "--from", "20"]);
    assert!(said(&later.stdout).starts_with(" 20  "), "{}", said(&later.stdout));
}

#[test]
fn a_slide_that_does_not_fit_fails_the_rehearsal() {
    let text = include_str!("../data/liberterra-2.json");
    let long = "A title that goes on and on until no projector has room for all of its words";
    let path = format!("{}/long-title.json", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, text.replacen("On trafficking or smuggling charges", long, 1)).unwrap();
    let output = ran(&["present", "--check", &path]);
    let text = said(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(&format!("     DOES NOT FIT: {long}\n")), "{text}");
    assert!(text.ends_with("1 slide does not fit at 80×24\n"), "{text}");
}

#[test]
fn a_presentation_without_a_terminal_is_the_plain_summary() {
    assert_eq!(said(&ran(&["present"]).stdout), said(&ran(&[]).stdout));
}

#[test]
fn a_presentation_that_cannot_begin_says_why() {
    refuses(&ran(&["present", "--check", "--from", "99"]), 2);
    refuses(&ran(&["present", "--check", "--from", "0"]), 2);
    refuses(&ran(&["present", "--every", "never"]), 2);
    refuses(&ran(&["present", "--operation", "liberterra-9"]), 2);
    let error = ran(&["present", "--every", "2"]);
    assert!(error.status.success(), "a number alone is seconds");
}

#[test]
fn minutes_that_are_none_are_refused_in_a_sentence() {
    let output = ran(&["console", "--minutes", "x"]);
    refuses(&output, 2);
    assert!(said(&output.stderr).contains("write whole minutes from 1 to 1440, such as 20"));
}

#[test]
fn a_check_without_a_file_says_what_is_missing() {
    let output = ran(&["check"]);
    refuses(&output, 2);
    assert!(said(&output.stderr).contains("the file to check is missing"));
}
