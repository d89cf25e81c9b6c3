//! The report for programs, held against the smallest program that reads and prints the same bytes.
//!
//! Knows how both are started. Neither has a terminal.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, process};

use color_eyre::eyre::{ContextCompat, Result, ensure};

use crate::copies::Copied;
use crate::samples::Dice;

/// How many copies of each are made.
const COPIES: usize = 20;

/// How often each copy is started.
const RUNS: usize = 10;

/// How long each takes, from the start to the end.
pub(crate) struct Took {
    /// What reads the report that is there already.
    pub(crate) floor: Vec<Duration>,
    /// What makes it.
    pub(crate) ours: Vec<Duration>,
}

/// Runs both in turns; `floor` is the program beside which the one that reads JSON lies.
pub(crate) fn run(floor: &Path, ours: &Path, dice: &mut Dice) -> Result<Took> {
    let reader = floor.parent().wrap_err("it lies nowhere")?.join("json");
    let file = env::temp_dir().join(format!("liberterra-report-{}.json", process::id()));
    let report = making(ours).output()?.stdout;
    fs::write(&file, &report)?;
    let same = reading(&reader, &file).output()?.stdout == report;
    ensure!(same && !report.is_empty(), "they do not print the same bytes");
    let mut took = Took { floor: Vec::new(), ours: Vec::new() };
    for _ in 0..COPIES {
        let (reader, maker) = (Copied::of(&reader)?, Copied::of(ours)?);
        let mut both = (reading(reader.path(), &file), making(maker.path()));
        for is_ours in (0..RUNS).flat_map(|_| dice.shuffled(&[false, true])) {
            let (command, times) = if is_ours {
                (&mut both.1, &mut took.ours)
            } else {
                (&mut both.0, &mut took.floor)
            };
            let start = Instant::now();
            command.stdout(Stdio::null()).status()?;
            times.push(start.elapsed());
        }
    }
    fs::remove_file::<PathBuf>(file)?;
    Ok(took)
}

/// What makes the report.
fn making(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["report", "--format", "json"]);
    command
}

/// What reads it.
fn reading(program: &Path, file: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(file);
    command
}
