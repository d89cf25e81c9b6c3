//! The options.
//!
//! Knows how they are written and explained. Must not do what they ask for.

mod compare;
pub mod line;
pub mod manual;
mod picture;
pub mod shells;
mod shown;
pub mod values;

pub use compare::Comparison;
pub use picture::Picture;
pub use shown::Shown;

use std::error::Error as _;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand, ValueEnum};

use self::shells::Shell;
use crate::data::envelope;
use crate::data::sanitize;
use crate::report;
use crate::theme::{Choice, Signs};
use crate::view::map::raster::Mosaic;

/// A terminal briefing room for the results of operations against human trafficking and migrant
/// smuggling. Opens on INTERPOL's Operation Liberterra II (2024).
#[derive(Parser, Clone, Default, PartialEq, Eq, Debug)]
#[command(
    version,
    long_version = manual::VERSION,
    after_help = manual::below(),
    after_long_help = manual::far_below(),
    args_conflicts_with_subcommands = true
)]
pub struct Options {
    /// What to show
    #[command(flatten)]
    pub shown: Shown,
    /// The colours of the board
    #[arg(long, value_enum, default_value_t)]
    pub theme: Choice,
    /// Draw and print with ASCII characters only, as in a language without UTF-8
    #[arg(long, global = true)]
    pub ascii: bool,
    /// How finely maps are drawn
    #[arg(long, value_enum, default_value_t, value_name = "MOSAIC", global = true)]
    pub map: Mosaic,
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
    /// Present an operation: its story, one thing a slide
    Present(Present),
    /// Follow and steer a presentation from a second terminal: its notes, what comes next, the time
    Console(Console),
    /// Write what a screen shows, to be handed on
    Report(Report),
    /// Check files and say everything that is wrong in them
    Check(Check),
    /// List the bundled operations: id, name, dates
    List,
    /// Print the JSON Schema of the files
    Schema,
    /// Print what a shell needs to complete command lines
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual, for `man -l -`
    Man,
}

/// What to present, and how it goes on.
#[derive(Args, Clone, PartialEq, Eq, Debug)]
pub struct Present {
    /// Files to present instead of the bundled operations, one operation each; `-` is standard
    /// input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The operation to present, by its id
    #[arg(long, value_name = "ID")]
    pub operation: Option<String>,
    /// The colours of the slides
    #[arg(long, value_enum, default_value_t)]
    pub theme: Choice,
    /// The slide to begin with
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub from: usize,
    /// Go on by itself after this time, such as 20s or 2m; any key makes it wait
    #[arg(long, value_name = "TIME", value_parser = seconds)]
    pub every: Option<u32>,
    /// Begin again after the last slide, whether slides are turned by hand or with `--every`
    #[arg(long = "loop")]
    pub looped: bool,
    /// Print every slide with its size, its notes and what does not fit at 80 by 24, and end
    #[arg(long)]
    pub check: bool,
}

/// What is written, in which format, and where to.
#[derive(Args, Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What to write
    #[command(flatten)]
    pub shown: Shown,
    /// Write the story instead, slide by slide, with what is said to each
    #[arg(long, conflicts_with_all = envelope::ASKED)]
    pub story: bool,
    /// What a picture is of, and how it looks
    #[command(flatten)]
    pub picture: Picture,
    /// The format; without it that of the file's name, else text
    #[arg(long, value_enum)]
    pub format: Option<report::format::Format>,
    /// The file to write; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that exists
    #[arg(long)]
    pub force: bool,
}

impl Report {
    /// The format that is asked for.
    #[must_use]
    pub fn format(&self) -> report::format::Format {
        let of_name = || report::format::Format::of_name(self.output.as_deref()?);
        self.format.or_else(of_name).unwrap_or_default()
    }
}

/// What a console follows, and what it holds the time against.
#[derive(Args, Clone, PartialEq, Eq, Debug)]
pub struct Console {
    /// The presentation to follow, by the id of its operation or its number in the list; without
    /// it, the one that is there
    #[arg(value_name = "ID")]
    pub presentation: Option<String>,
    /// How many minutes the talk may take; the console then says whether it is on time
    #[arg(long, value_name = "N", value_parser = whole_minutes)]
    pub minutes: Option<u16>,
    /// The colours of the console
    #[arg(long, value_enum, default_value_t)]
    pub theme: Choice,
}

/// The minutes of a talk; a day is the longest.
fn whole_minutes(written: &str) -> Result<u16, String> {
    let minutes = written.parse::<u16>().ok().filter(|minutes| (1..=1_440).contains(minutes));
    minutes.ok_or_else(|| "write whole minutes from 1 to 1440, such as 20".to_owned())
}

/// The longest time a slide may stand before the next one.
const A_DAY: u32 = 86_400;

/// A time in seconds: `20s`, `2m`, `1h`, `90`.
fn seconds(written: &str) -> Result<u32, String> {
    let (digits, unit) = match written.strip_suffix(['s', 'm', 'h']) {
        Some(digits) => (digits, written.chars().next_back()),
        None => (written, None),
    };
    let each = match unit {
        Some('m') => 60,
        Some('h') => 3_600,
        _ => 1,
    };
    let seconds = digits.parse::<u32>().ok().and_then(|number| number.checked_mul(each));
    seconds
        .filter(|seconds| (1..=A_DAY).contains(seconds))
        .ok_or_else(|| "write a time from 1s to 24h, such as 20s or 2m".to_owned())
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

    /// How many cells a line of text may have: what the variable COLUMNS says, else 80.
    #[must_use]
    pub fn width() -> usize {
        let columns = variable("COLUMNS").and_then(|columns| columns.trim().parse().ok());
        columns.filter(|columns| *columns > 0).unwrap_or(WIDTH)
    }

    /// Reads the options of the process. Help and version are `Ok(Err(text))`.
    ///
    /// # Errors
    ///
    /// If an option is not known or its value is not; one sentence that says what to do.
    pub fn read() -> Result<Result<Self, String>, String> {
        // Without any there is nothing to parse, and the parser's code and tables, a tenth of what
        // a start reads into memory, can stay where they are.
        if std::env::args_os().len() <= 1 {
            return Ok(Ok(Self::default()));
        }
        let error = match Self::try_parse() {
            Ok(options) => return Ok(Ok(options)),
            Err(error) => error,
        };
        if !error.use_stderr() {
            return Ok(Err(error.to_string()));
        }
        if error.kind() == ErrorKind::MissingRequiredArgument {
            return Err("the file to check is missing; name one or more: \
                `liberterra check FILE`."
                .to_owned());
        }
        let text = error.to_string();
        let mut lines = text.lines().map(str::trim);
        let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
        let what = match (error.get(ContextKind::InvalidArg), error.source()) {
            // What is wrong in a value says itself where that is.
            (Some(option), Some(why)) => format!("{option}: {why}"),
            _ => what.to_owned(),
        };
        let values = lines.find(|line| line.starts_with("[possible values")).unwrap_or_default();
        let gap = if values.is_empty() { "" } else { " " };
        let said = sanitize::clean(&format!("{what}{gap}{values}"));
        Err(format!("{said}; `liberterra --help` lists the options."))
    }
}

/// The width of text where nothing else is said.
const WIDTH: usize = 80;

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_parsed_is_what_would_have_been() {
        assert_eq!(Options::try_parse_from(["liberterra"]).unwrap(), Options::default());
    }

    #[test]
    fn a_talk_has_whole_minutes() {
        assert_eq!((whole_minutes("1"), whole_minutes("1440")), (Ok(1), Ok(1_440)));
        for written in ["", "x", "0", "-1", "1441", "20m", "1.5", "99999999"] {
            assert_eq!(
                whole_minutes(written).unwrap_err(),
                "write whole minutes from 1 to 1440, such as 20"
            );
        }
    }

    #[test]
    fn a_time_has_a_unit_or_is_in_seconds() {
        for (written, expected) in [("20s", 20), ("90", 90), ("2m", 120), ("1h", 3_600)] {
            assert_eq!(seconds(written), Ok(expected));
        }
        for written in ["", "s", "0", "0s", "-1s", "25h", "99999999h", "1.5s", "20 s", "ms"] {
            assert!(seconds(written).is_err(), "{written}");
        }
    }
}
