//! The rules of the house that a compiler does not check.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use liberterra::command::docs;
use liberterra::data::check;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file below a folder of `src`, with its text.
fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut folders = vec![root().join("src").join(below)];
    let mut files = Vec::new();
    let beside = root().join("src").join(format!("{below}.rs"));
    if beside.is_file() {
        files.push(beside);
    }
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The part of a file that is no test.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

fn nobody_says(below: &str, words: &[&str], except: &[&str]) {
    let files = sources(below);
    assert!(!files.is_empty());
    for (path, text) in files {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if except.iter().any(|allowed| name.starts_with(allowed)) {
            continue;
        }
        for word in words {
            assert!(!code(&text).contains(word), "{name} knows {word}");
        }
    }
}

#[test]
fn the_model_knows_no_json_and_no_terminal() {
    nobody_says("model", &["serde_json", "ratatui", "crossterm", "std::io", "std::fs"], &[]);
}

#[test]
fn what_happens_is_decided_without_drawing_or_a_terminal() {
    nobody_says("app", &["ratatui", "crossterm", "std::io", "std::fs", "std::time"], &[]);
}

#[test]
fn only_the_terminal_layer_knows_crossterm() {
    nobody_says("", &["crossterm::", "rustix::", "signal_hook::"], &["src/term"]);
}

#[test]
fn only_the_theme_names_colours() {
    // The other two write the colours that the theme has named.
    nobody_says("", &["Color::"], &["src/theme", "src/report/svg", "src/term/paint"]);
}

#[test]
fn text_from_outside_has_one_door() {
    let allowed = ["src/data/sanitize.rs", "src/model/text.rs"];
    nobody_says("", &["SafeText::cleaned", "SafeText::piece"], &allowed);
}

#[test]
fn no_start_loads_a_library_of_mathematics() {
    let functions = ["log10", "ln", "log2", "powf", "exp", "sin", "cos", "tan", "atan2", "hypot"];
    let calls: Vec<String> = functions.iter().map(|name| format!(".{name}(")).collect();
    let tests = ["src/theme/legible"];
    nobody_says("", &calls.iter().map(String::as_str).collect::<Vec<_>>(), &tests);
}

#[test]
fn files_stay_readable() {
    for (path, text) in sources("") {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
        assert!(text.starts_with("//!"), "{} does not say what it knows", path.display());
    }
}

#[test]
fn the_key_table_of_the_readme_is_the_command_table() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&docs::markdown()), "put this into README.md:\n\n{}", docs::markdown());
}

/// Holds a part of a document against what it is made from; `UPDATE_DOCS=1` writes it anew.
fn holds(document: &str, part: &str, wanted: &str) {
    let path = root().join(document);
    let text = fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- {part} -->\n"), format!("<!-- /{part} -->"));
    let (before, rest) = text.split_once(&open).unwrap();
    let (held, after) = rest.split_once(&close).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{before}{open}{wanted}{close}{after}")).unwrap();
    } else {
        assert!(held == wanted, "{document} has an old table: run this test with UPDATE_DOCS=1");
    }
}

#[test]
fn the_tables_of_the_format_are_those_of_the_types() {
    holds("data/README.md", "objects", &check::docs::objects());
    holds("data/README.md", "lists", &check::docs::lists());
}

#[test]
fn the_table_of_filters_is_that_of_the_language() {
    holds("README.md", "filter", &docs::filters());
}

#[test]
fn the_readme_says_what_each_dependency_is_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, after) = manifest.split_once("[dependencies]\n").unwrap();
    let lines = after.lines().take_while(|line| !line.starts_with('['));
    let needed: Vec<&str> = lines.filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    let (_, table) = readme.split_once("| crate | what for |").unwrap();
    let table = table.split_once("\n\n").map_or(table, |(table, _)| table);
    let said: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(said, needed);
    let count = format!("the {} below", needed.len());
    assert!(readme.contains(&count), "the README does not say {count}");
}

#[test]
fn every_picture_of_the_readme_is_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let pictures: Vec<&str> = readme
        .split("screenshots/")
        .skip(1)
        .filter_map(|rest| rest.split_once(".svg"))
        .map(|(name, _)| name)
        .collect();
    assert!(!pictures.is_empty());
    for name in pictures {
        let file = root().join("screenshots").join(format!("{name}.svg"));
        assert!(file.is_file(), "{}", file.display());
    }
}
