//! Holds what the program does with a very large file against its goals:
//!
//! ```sh
//! cargo build --release
//! cargo run --release --example large -- 1000000 > large.json
//! cargo run --release --example limits -- large.json
//! ```
//!
//! Prints a Markdown table of goals and the best of several runs: other work on the machine only
//! makes times longer. The board runs in a terminal of its own, as for `measure`.

#[path = "../measure/modes.rs"]
#[allow(dead_code, reason = "some of it is for `measure` only")]
mod modes;
#[path = "../measure/process.rs"]
#[allow(dead_code, reason = "some of it is for `measure` only")]
mod process;
#[path = "../measure/terminal.rs"]
#[allow(dead_code, reason = "some of it is for `measure` only")]
mod terminal;

mod plain;
mod runs;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use color_eyre::eyre::{ContextCompat, Result};
use liberterra::data::Library;

use runs::Board;

/// Holds what the program does with a very large file against its goals.
#[derive(Parser)]
struct Options {
    /// The file
    file: PathBuf,
    /// The program
    #[arg(default_value = "target/release/liberterra")]
    program: PathBuf,
    /// How often everything is done
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

fn main() -> Result<()> {
    color_eyre::install()?;
    let options = Options::parse();
    let (file, program) = (options.file.canonicalize()?, options.program.canonicalize()?);
    let texts = [late(&file)?, "nothing is called so".to_owned()];
    let alone = [program.clone().into_os_string()];
    let words = [program.clone().into_os_string(), file.clone().into_os_string()];
    let (mut small, mut large) = (Vec::new(), Vec::new());
    let (mut loads, mut checks, mut cancels) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=options.rounds {
        writeln!(io::stderr(), "round {round} of {} …", options.rounds)?;
        small.push(runs::board(&alone, &[])?);
        large.push(runs::board(&words, &texts)?);
        cancels.push(runs::cancel(&words)?);
        loads.push(runs::load(&file)?);
        checks.push(runs::check(&program, &file)?);
    }
    let size = fs::metadata(&file)?.len();
    let mut out = io::stdout().lock();
    writeln!(out, "| what | goal | measured |\n|---|---|---|")?;
    boards(&mut out, &small, &large, size)?;
    let (plain, ours) = (best(loads.iter().map(|one| one.0)), best(loads.iter().map(|one| one.1)));
    let ratio = ours.as_secs_f64() / plain.as_secs_f64();
    let (plain, ours) = (millis(plain), millis(ours));
    writeln!(
        out,
        "| read, checked and summed | ≤ 1.5 × parsing alone | {ratio:.2} × ({ours} of {plain}) |"
    )?;
    writeln!(out, "| Esc while it loads | | {} |", millis(best(cancels)))?;
    let took = millis(best(checks.iter().map(|one| one.0)));
    let peak = checks.iter().map(|one| one.1).max().unwrap_or(0) * 1024 / 1_000_000;
    writeln!(out, "| `check`, nothing found | ≤ 3 s, ≤ 1.5 GB | {took}, {peak} MB |")?;
    writeln!(out, "\n{} bytes; {}", size, process::machine())?;
    Ok(())
}

/// What boards on the bundled data and on the file took.
fn boards(out: &mut impl Write, small: &[Board], large: &[Board], size: u64) -> Result<()> {
    let frame = |boards: &[Board]| best(boards.iter().map(|one| one.frame));
    let key = |boards: &[Board]| {
        let mut keys: Vec<Duration> = boards.iter().flat_map(|one| one.keys.clone()).collect();
        keys.sort_unstable();
        keys.get(keys.len() / 2).copied().unwrap_or_default()
    };
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
    let (first, press) = (frame(large), key(large));
    let [to_first, to_press] = [ratio(first, frame(small)), ratio(press, key(small))];
    let (first, press) = (millis(first), millis(press));
    writeln!(out, "| first frame | ≤ 2 × bundled | {to_first:.2} × ({first}) |")?;
    writeln!(out, "| a key | ≤ 1.2 × bundled | {to_press:.2} × ({press}) |")?;
    let find = |place: usize| best(large.iter().filter_map(|one| one.finds.get(place).copied()));
    writeln!(out, "| find an action at 99 % | ≤ 50 ms | {} |", millis(find(0)))?;
    writeln!(out, "| find what is nowhere | ≤ 50 ms | {} |", millis(find(1)))?;
    let peak = large.iter().map(|one| one.peak).max().unwrap_or(0) * 1024;
    let parts = peak * 100 / size.max(1);
    let (whole, rest, peak) = (parts / 100, parts % 100, peak / 1_000_000);
    writeln!(out, "| peak memory | ≤ 2 × file | {whole}.{rest:02} × ({peak} MB) |")?;
    let quit = millis(best(large.iter().map(|one| one.quit)));
    writeln!(out, "| quit | ≤ 20 ms | {quit} |")?;
    Ok(())
}

/// The front of the summary of an action at 99 % of the file.
fn late(file: &Path) -> Result<String> {
    let operation = Library::of_files(&[file.to_owned()])?.open(0)?;
    let place = operation.actions.len() * 99 / 100;
    let action = operation.actions.get(place).wrap_err("the file has no actions")?;
    Ok(action.summary.as_str().chars().take(20).collect())
}

fn best(times: impl IntoIterator<Item = Duration>) -> Duration {
    times.into_iter().min().unwrap_or_default()
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
