//! Holds the program against its floor, the smallest ratatui program that draws a full screen:
//!
//! ```sh
//! cargo build --release
//! cargo build --release --manifest-path benches/floor/Cargo.toml
//! cargo run --release --example measure -- benches/floor/target/release/floor target/release/liberterra
//! ```
//!
//! Both run in a terminal of 120 by 40 that answers questions as terminals do, in turns whose
//! order is shuffled: what ran just before a program changes how fast it starts. It takes some two
//! minutes and prints a Markdown table of goals and ratios. Times are wall times, so other work on
//! the machine shows in them; the counts (bytes, system calls, wakeups) hardly vary.
//!
//! | file       | what it answers for                                     |
//! |------------|---------------------------------------------------------|
//! | `terminal` | a program in a pseudo-terminal, and when it wrote what  |
//! | `modes`    | what a program asks of a terminal, and what it left on  |
//! | `process`  | what the system says about a process                    |
//! | `runs`     | starting, pressing keys, doing nothing, ending          |
//! | `calls`    | system calls                                            |
//! | `copies`   | new copies of programs                                  |
//! | `reports`  | the report for programs                                 |
//! | `samples`  | medians, and an order that is shuffled                  |
//! | `table`    | the goals, and what became of them                      |

mod calls;
mod copies;
mod modes;
mod process;
mod reports;
mod runs;
mod samples;
mod table;
mod terminal;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use color_eyre::eyre::Result;

use calls::Calls;
use copies::Copied;
use runs::{Ending, Idle, Keys, Press, Start};
use samples::Dice;

/// Holds the program against its floor and prints a Markdown table.
#[derive(Parser)]
struct Options {
    /// The floor
    #[arg(default_value = "benches/floor/target/release/floor")]
    floor: PathBuf,
    /// The program
    #[arg(default_value = "target/release/liberterra")]
    ours: PathBuf,
    /// How often each is started
    #[arg(long, default_value_t = 24)]
    starts: usize,
    /// How often each goes through fifty keys and five hundred
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How long each screen is watched doing nothing, in seconds
    #[arg(long, default_value_t = 5)]
    idle: u64,
    /// Where the shuffled order begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// All that was measured of one program.
struct Measured {
    path: PathBuf,
    starts: Vec<Start>,
    mute: Vec<Start>,
    keys: Vec<Keys>,
    /// Turning slides; the floor has none.
    turns: Vec<Press>,
    /// Moving the selection where most is drawn anew.
    moves: Vec<Press>,
    idle: Vec<Idle>,
    endings: Vec<Ending>,
    calls: Option<Calls>,
    /// Writing the report for programs; the floor reads and prints the same bytes.
    reports: Vec<Duration>,
}

fn main() -> Result<()> {
    color_eyre::install()?;
    let options = Options::parse();
    let mut dice = Dice::new(options.seed);
    let mut both = [Measured::of(&options.floor)?, Measured::of(&options.ours)?];
    say("starts")?;
    for _ in 0..options.starts {
        for (place, mute) in dice.shuffled(&[(0, false), (0, true), (1, false), (1, true)]) {
            if let Some(one) = both.get_mut(place) {
                one.start(mute)?;
            }
        }
    }
    say("keys")?;
    for _ in 0..options.rounds {
        for place in dice.shuffled(&[0, 1]) {
            if let Some(one) = both.get_mut(place) {
                let copy = Copied::of(&one.path)?;
                one.keys.push(runs::keys(copy.path(), &mut dice)?);
            }
        }
        let [_, ours] = &mut both;
        ours.slides(Copied::of(&ours.path)?.path(), &mut dice)?;
    }
    let [floor, ours] = &mut both;
    say("reports")?;
    let took = reports::run(&floor.path, &ours.path, &mut dice)?;
    (floor.reports, ours.reports) = (took.floor, took.ours);
    for one in [&mut *floor, &mut *ours] {
        say("endings")?;
        one.endings = runs::endings(&one.path)?;
        say("system calls")?;
        one.calls = calls::count(&one.path)?;
    }
    say("idle")?;
    floor.idle = runs::idle(&floor.path, &[], options.idle)?;
    ours.idle = runs::idle(&ours.path, &table::screens(), options.idle)?;
    let mut out = io::stdout().lock();
    table::write(&mut out, floor, ours)?;
    writeln!(out, "\n{}", process::machine())?;
    Ok(())
}

/// Says what is going on, beside the table.
fn say(what: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{what} …")
}

impl Measured {
    fn of(path: &Path) -> Result<Self> {
        Ok(Self {
            path: path.canonicalize()?,
            starts: Vec::new(),
            mute: Vec::new(),
            keys: Vec::new(),
            turns: Vec::new(),
            moves: Vec::new(),
            idle: Vec::new(),
            endings: Vec::new(),
            calls: None,
            reports: Vec::new(),
        })
    }

    /// Turns slides, and moves on Countries.
    fn slides(&mut self, copy: &Path, dice: &mut Dice) -> Result<()> {
        let path = copy.as_os_str();
        self.turns.extend(runs::again(&[path, OsStr::new("present")], b"", (b" ", 20), dice)?);
        self.moves.extend(runs::again(&[path], b"2", (runs::DOWN, 16), dice)?);
        Ok(())
    }

    fn start(&mut self, mute: bool) -> Result<()> {
        let start = runs::start(&self.path, mute)?;
        if mute { &mut self.mute } else { &mut self.starts }.push(start);
        Ok(())
    }
}
