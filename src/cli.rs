//! The options.
//!
//! Knows how they are written and explained. Must not do what they ask for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::data::sanitize;
use crate::theme::{Choice, Signs};

/// A terminal briefing room for the results of operations against human trafficking and migrant
/// smuggling. Opens on INTERPOL's Operation Liberterra II (2024).
#[derive(Parser, Clone, Debug)]
#[command(version, after_help = AFTER, args_conflicts_with_subcommands = true)]
pub struct Options {
    /// Files to show instead of the bundled operations, one operation each; `-` is standard
    /// input, and `./list` a file called list
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The operation to open on, by its id
    #[arg(long, value_name = "ID")]
    pub operation: Option<String>,
    /// The colours of the board
    #[arg(long, value_enum, default_value_t)]
    pub theme: Choice,
    /// Draw and print with ASCII characters only, as in a language without UTF-8
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Print a plain-text summary instead of opening the board
    #[arg(long)]
    pub plain: bool,
    /// What to do instead of opening the board
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done instead of opening the board.
#[derive(Subcommand, Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Check files and say everything that is wrong in them
    Check(Check),
    /// List the bundled operations: id, name, dates
    List,
    /// Print the JSON Schema of the files
    Schema,
}

/// What to check, and how to say it.
#[derive(Args, Clone, PartialEq, Eq, Debug)]
pub struct Check {
    /// The files; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// End with 1 for warnings too
    #[arg(long)]
    pub deny_warnings: bool,
}

/// How findings are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// A line each, for reading
    #[default]
    Text,
    /// One JSON array, for programs
    Json,
}

impl Options {
    /// The characters of text that is printed: those of the language, wherever it is printed to.
    #[must_use]
    pub fn signs(&self) -> Signs {
        if self.ascii { Signs::Ascii } else { Signs::for_text(variable) }
    }

    /// The characters of the board.
    #[must_use]
    pub fn signs_on_screen(&self) -> Signs {
        if self.ascii { Signs::Ascii } else { Signs::for_screen(variable) }
    }

    /// Reads the options of the process. Help and version are `Ok(Err(text))`.
    ///
    /// # Errors
    ///
    /// If an option is not known or its value is not; one sentence that says what to do.
    pub fn read() -> Result<Result<Self, String>, String> {
        let error = match Self::try_parse() {
            Ok(options) => return Ok(Ok(options)),
            Err(error) => error,
        };
        if !error.use_stderr() {
            return Ok(Err(error.to_string()));
        }
        let text = error.to_string();
        let mut lines = text.lines().map(str::trim);
        let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
        let values = lines.find(|line| line.starts_with("[possible values")).unwrap_or_default();
        let gap = if values.is_empty() { "" } else { " " };
        let said = sanitize::clean(&format!("{what}{gap}{values}"));
        Err(format!("{said}; `liberterra --help` lists the options."))
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

const AFTER: &str = "\
Where the output is no terminal, the plain-text summary is printed.
Exit codes: 0 done; 1 the output could not be written, or `check` found errors; 2 a bad option, an unusable terminal or \
data that cannot be used; 101 a fault of the program; 128+n ended by signal n.
Independent; not a product of INTERPOL.";
