//! Completions, man page, help and README: all of them are made of the same tables, and none drifts.
//!
//! `UPDATE_DOCS=1` writes the files of `src/cli/manual/` anew.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory as _, ValueEnum as _};
use clap_complete::{Shell as Maker, generate};
use liberterra::cli::Options;
use liberterra::cli::manual::{ENVIRONMENT, EXAMPLES, EXIT_CODES, exit_codes};
use liberterra::cli::shells::{MANUAL, Shell};
use liberterra::command::{COMMANDS, docs};
use roff::{Roff, bold, roman};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Holds a file of `src/cli/manual/` against what it is made from.
fn holds(name: &str, held: &[u8], wanted: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(root().join("src/cli/manual").join(name), wanted).unwrap();
    } else {
        assert!(held == wanted.as_bytes(), "{name} is old: run this test with UPDATE_DOCS=1");
    }
}

fn text(held: &[u8]) -> &str {
    std::str::from_utf8(held).unwrap()
}

fn maker(shell: Shell) -> Maker {
    match shell {
        Shell::Bash => Maker::Bash,
        Shell::Zsh => Maker::Zsh,
        Shell::Fish => Maker::Fish,
        Shell::Elvish => Maker::Elvish,
        Shell::PowerShell => Maker::PowerShell,
    }
}

#[test]
fn the_completions_are_those_of_the_options() {
    assert_eq!(Shell::ALL.map(|(shell, _)| shell), Shell::value_variants());
    for (shell, name) in Shell::ALL {
        let mut made = Vec::new();
        generate(maker(shell), &mut Options::command(), "liberterra", &mut made);
        holds(name, shell.completions(), &mended(shell, String::from_utf8(made).unwrap()));
    }
}

/// What the maker of completions gets wrong, put right.
fn mended(shell: Shell, made: String) -> String {
    match shell {
        // It takes the command for the word behind the files, of which there may be none.
        Shell::Zsh => {
            let of_files = |line: &&str| line.starts_with("'::files -- Files to show instead");
            let line = made.lines().find(of_files).unwrap();
            let commands = "_describe -t commands 'liberterra commands' commands \"$@\"";
            let made = replaced(&made, &format!("{line}\n"), "");
            let made = replaced(&made, "$line[2]", "$line[1]");
            replaced(&made, commands, &format!("{commands}\n    _files"))
        }
        // It completes nothing behind an option that has no value yet, and no shell.
        Shell::Fish => {
            let condition = "-n \"__fish_liberterra_using_subcommand completions\"";
            let shells: Vec<String> = Shell::value_variants()
                .iter()
                .map(|shell| shell.to_possible_value().unwrap().get_name().to_owned())
                .collect();
            let made = replaced(&made, "    or return\n", "    or return 0\n");
            format!("{made}complete -c liberterra {condition} -f -a \"{}\"\n", shells.join(" "))
        }
        Shell::Bash | Shell::Elvish | Shell::PowerShell => made,
    }
}

/// The text with one part in place of another, which has to be there.
fn replaced(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replace(old, new)
}

#[test]
fn the_manual_is_that_of_the_options_and_the_commands() {
    holds("liberterra.1", MANUAL, &manual());
}

#[test]
fn every_key_and_every_exit_code_stands_in_the_manual() {
    for command in COMMANDS {
        assert!(text(MANUAL).contains(&escaped(command.doc)), "{}", command.doc);
    }
    for (code, said) in EXIT_CODES {
        assert!(text(MANUAL).contains(code) && text(MANUAL).contains(&escaped(said)), "{said}");
    }
}

#[test]
fn help_and_readme_say_the_same_exit_codes() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap().replace('\n', " ");
    assert!(readme.contains(&exit_codes()), "the README does not say: {}", exit_codes());
    let mut command = Options::command();
    for help in [command.render_help(), command.render_long_help()] {
        assert!(help.to_string().contains(&exit_codes()), "{help}");
    }
}

#[test]
fn every_example_is_a_command_line_that_is_understood() {
    for (line, _) in EXAMPLES {
        let line = line.split(['|', '>']).next().unwrap();
        let words = line.split_whitespace().map(|word| word.trim_matches('\''));
        Options::command().try_get_matches_from(words).unwrap();
    }
}

/// A text as it stands in a man page.
fn escaped(text: &str) -> String {
    let mut page = Roff::new();
    page.text([roman(text)]);
    page.to_roff().trim().to_owned()
}

/// The whole man page.
fn manual() -> String {
    let mut command = Options::command();
    command.build();
    let about = told(command.get_about());
    let (title, name) = (
        ["liberterra", "1"],
        "liberterra \\- what operations against human \
        trafficking and migrant smuggling came to",
    );
    let mut page = Roff::new();
    page.control("TH", title).control("SH", ["NAME"]);
    let mut out = page.to_roff() + name + "\n";
    out.push_str(&part("SH", "SYNOPSIS", &usage(&command), ""));
    out.push_str(&part("SH", "DESCRIPTION", "", &about));
    out.push_str(&part("SH", "OPTIONS", "", ""));
    out.push_str(&options(&command));
    let mut page = Roff::new();
    item(&mut page, "-h, --help", "the options, in short or with examples; of a command, too");
    item(&mut page, "-V, --version", "the version, in short or with those of the formats");
    out.push_str(&page.to_roff());
    out.push_str(&part("SH", "COMMANDS", "", ""));
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        let (usage, about) = (usage(command), told(command.get_about()));
        out.push_str(&part("SS", command.get_name(), &usage, &about));
        out.push_str(&options(command));
    }
    out.push_str(&keys());
    out.push_str(&pairs("ENVIRONMENT", &ENVIRONMENT));
    out.push_str(&pairs("EXIT STATUS", &EXIT_CODES));
    out.push_str(&pairs("EXAMPLES", &EXAMPLES));
    out
}

fn told(said: Option<&StyledStr>) -> String {
    said.map(ToString::to_string).unwrap_or_default()
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let lines = usage.trim_start_matches("Usage: ").lines().map(str::trim);
    lines.collect::<Vec<&str>>().join("\n")
}

/// A heading with the way to write a command and with what it does, each if there is one.
fn part(level: &str, title: &str, usage: &str, about: &str) -> String {
    let mut page = Roff::new();
    page.control(level, [title]);
    for (place, line) in usage.lines().enumerate() {
        if place > 0 {
            page.control("br", []);
        }
        page.text([bold(line)]);
    }
    if !about.is_empty() {
        page.control("PP", []).text([roman(about)]);
    }
    page.to_roff()
}

/// What may stand behind a command.
fn options(command: &Command) -> String {
    let mut page = Roff::new();
    let is_told = |argument: &&Arg| !["help", "version"].contains(&argument.get_id().as_str());
    for argument in command.get_arguments().filter(is_told) {
        let mut said = told(argument.get_help());
        let values: Vec<String> = argument
            .get_possible_values()
            .iter()
            .map(|value| value.get_name().to_owned())
            .collect();
        let takes = argument.get_action().takes_values();
        if takes && !values.is_empty() {
            said = format!("{said}. One of {}", values.join(", "));
        }
        if let Some(usual) = argument.get_default_values().first().filter(|_| takes) {
            said = format!("{said}; {} without it", usual.to_string_lossy());
        }
        item(&mut page, &argument.to_string(), &said);
    }
    page.to_roff()
}

/// The keys, in the groups in which they are explained.
fn keys() -> String {
    let mut page = Roff::new();
    page.control("SH", ["KEYS"]);
    for line in docs::markdown().lines().skip(2) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, keys, said, _] = cells.as_slice() else { continue };
        if let Some(group) = keys.strip_prefix("**").and_then(|name| name.strip_suffix("**")) {
            page.control("SS", [group]);
        } else {
            item(&mut page, &keys.replace('`', ""), said);
        }
    }
    page.to_roff()
}

fn pairs(title: &str, pairs: &[(&str, &str)]) -> String {
    let mut page = Roff::new();
    page.control("SH", [title]);
    for (name, said) in pairs {
        item(&mut page, name, said);
    }
    page.to_roff()
}

fn item(page: &mut Roff, name: &str, said: &str) {
    page.control("TP", []).text([bold(name)]).text([roman(said)]);
}
