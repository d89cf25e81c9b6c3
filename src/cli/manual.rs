//! What help, man page and README say alike: examples, exit codes, the environment.
//!
//! Knows sentences. Must not know how an option is read.

use std::fmt::Write as _;

/// Which format of files and which version of reports are opened.
pub const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), "\nfiles of format 1, reports of version 1");

/// What each exit code says.
pub const EXIT_CODES: [(&str, &str); 5] = [
    ("0", "done"),
    ("1", "the output could not be written, `check` found errors or a slide does not fit"),
    ("2", "a bad option, an unusable terminal or data that cannot be used"),
    ("101", "a fault of the program"),
    ("128+n", "ended by signal n"),
];

/// Variables that change what is done.
pub const ENVIRONMENT: [(&str, &str); 8] = [
    (
        "LC_ALL, LC_CTYPE, LANG",
        "the first that is set: without UTF-8 in it, board and text are ASCII",
    ),
    ("NO_COLOR", "set to anything, the board has no colours"),
    ("COLORTERM", "truecolor or 24bit: the terminal shows every colour"),
    ("TERM", "what the terminal can; dumb has no board"),
    ("FORCE_HYPERLINK", "1 makes addresses links on any terminal, 0 on none"),
    ("COLUMNS", "how wide text is written into a pipe or a file; 80 without it"),
    ("TZ", "the time of day on the console"),
    ("XDG_RUNTIME_DIR", "where presentation and console meet"),
];

/// Command lines, and what each does.
pub const EXAMPLES: [(&str, &str); 10] = [
    ("liberterra", "the board, on Operation Liberterra II"),
    ("liberterra --operation turquesa-5", "on another of the bundled operations"),
    ("liberterra results.json other.json", "on files of your own"),
    (
        "liberterra --screen countries --filter 'region:africa' --sort rescued",
        "open as you left it",
    ),
    ("liberterra --plain | less", "everything as plain text"),
    ("liberterra report --format csv --output figures.csv", "a row a figure, for a spreadsheet"),
    ("liberterra report --format json --filter region:africa", "a report that opens again"),
    ("liberterra present --every 20s --loop", "a wall display"),
    ("liberterra check results.json", "everything that is wrong in a file"),
    ("liberterra completions bash > ~/.local/share/bash-completion/completions/liberterra", "Tab"),
];

/// The exit codes in one line.
#[must_use]
pub fn exit_codes() -> String {
    let codes: Vec<String> =
        EXIT_CODES.iter().map(|(code, said)| format!("{code} {said}")).collect();
    format!("Exit codes: {}.", codes.join("; "))
}

const INDEPENDENT: &str = "Independent; not a product of INTERPOL.";

/// What stands below the short help.
#[must_use]
pub fn below() -> String {
    format!(
        "Where the output is no terminal, the plain-text summary is printed.\n{}\n{INDEPENDENT}\n\
        `liberterra --help` has examples, `liberterra man` is the manual.",
        exit_codes()
    )
}

/// What stands below the long help.
#[must_use]
pub fn far_below() -> String {
    let mut out = "Examples:\n".to_owned();
    for (line, said) in EXAMPLES {
        let _ = writeln!(out, "  {line}\n          {said}");
    }
    out.push_str("\nEnvironment:\n");
    for (names, said) in ENVIRONMENT {
        let _ = writeln!(out, "  {names}\n          {said}");
    }
    let _ = write!(
        out,
        "\nWhere the output is no terminal, the plain-text summary is printed.\n{}\n\
        `liberterra man` is the manual, with all keys.\n{INDEPENDENT}",
        exit_codes()
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_those_of_the_formats() {
        let said = format!(
            "{}\nfiles of format {}, reports of version {}",
            env!("CARGO_PKG_VERSION"),
            crate::data::FORMAT,
            crate::data::envelope::VERSION
        );
        assert_eq!(VERSION, said);
    }
}
