//! Options as they are written on a command line, for a POSIX shell.
//!
//! Knows quotes, and which options a state of the board needs. Reading what is written here gives
//! the same options.

use clap::{CommandFactory as _, ValueEnum as _};

use super::values::Counted;
use super::{Options, Shown};
use crate::app::App;
use crate::app::compare::Wanted;
use crate::app::focus::Screen;
use crate::app::line::LONGEST;
use crate::data::is_stdin;
use crate::model::query::Sort;
use crate::model::story::maps::View;

/// The command line that opens what a board shows.
///
/// # Errors
///
/// If no command line can say it; why not, in a few words.
pub fn reopening(app: &App) -> Result<String, String> {
    let compares = app.screen() == Screen::Compare;
    let compare = if compares { app.compare().as_wanted()? } else { Wanted::default() };
    let shown = Shown {
        files: app.files().to_vec(),
        operation: (app.shelf().0 > 0).then(|| app.operation().id.to_string()),
        screen: (app.screen() != Screen::Overview).then(|| app.screen()),
        filter: app.is_filtered().then(|| app.filter().clone()),
        sort: (*app.sort() != Sort::default()).then(|| app.sort().clone()),
        group: app.grouped_by(),
        counts: (app.screen() == Screen::Map
            && app.chart().family() != View::default().family(app.operation()))
        .then(|| Counted(app.chart().family())),
        comparison: compare.into(),
    };
    shown.written()
}

impl Shown {
    /// The options that say what to show, as a command line.
    fn written(&self) -> Result<String, String> {
        let mut words = vec!["liberterra".to_owned()];
        let screen = self.screen.map(|screen| screen.word().to_owned());
        let filter = self.filter.as_ref().map(ToString::to_string);
        if filter.as_ref().is_some_and(|filter| filter.len() > LONGEST) {
            return Err("the filter is too long for a command line".to_owned());
        }
        let counts = self.counts.and_then(|counted| counted.to_possible_value());
        let counts = counts.map(|value| value.get_name().to_owned());
        let asked = [
            ("operation", self.operation.clone()),
            ("screen", screen),
            ("filter", filter),
            ("group", self.group.map(|by| by.name().to_owned())),
            ("sort", self.sort.as_ref().map(ToString::to_string)),
            ("counts", counts),
        ];
        for (name, value) in asked.into_iter().chain(self.comparison.written()) {
            if let Some(value) = value {
                words.push(format!("--{name}={}", quoted(&value)));
            }
        }
        words.extend(self.written_files()?);
        Ok(words.join(" "))
    }

    fn written_files(&self) -> Result<Vec<String>, String> {
        let commands: Vec<String> =
            Options::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let mut words = Vec::new();
        for file in &self.files {
            let name = file.to_str().filter(|name| !name.chars().any(char::is_control));
            let Some(name) = name else {
                return Err("a file has a name that no command line should hold".to_owned());
            };
            let is_option = name.starts_with('-') && !is_stdin(file);
            let is_command = commands.iter().any(|one| one == name) || name == "help";
            let before = if is_option || is_command { "./" } else { "" };
            words.push(quoted(&format!("{before}{name}")));
        }
        Ok(words)
    }
}

/// A word as a shell takes it for one: as it is where nothing in it means anything to the shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./,:=@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_change_it() {
        for (word, written) in [
            ("region:africa", "region:africa"),
            ("", "''"),
            ("arrests>=10", "'arrests>=10'"),
            ("\"it's\" $HOME", r#"'"it'\''s" $HOME'"#),
            ("~", "'~'"),
            ("ü", "'ü'"),
        ] {
            assert_eq!(quoted(word), written);
        }
    }

    #[test]
    fn files_that_look_like_something_else_are_written_as_files() {
        let files = ["-x.json", "list", "help", "-", "my file.json"].map(Into::into).to_vec();
        let options = Shown { files, ..Shown::default() };
        let line = options.written().unwrap();
        assert_eq!(line, "liberterra ./-x.json ./list ./help - 'my file.json'");
        let files = vec!["a\u{1b}[2J.json".into()];
        assert!(Shown { files, ..Shown::default() }.written().is_err());
    }
}
