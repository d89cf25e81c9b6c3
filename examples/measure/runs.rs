//! What is done with a program: it is started, keys are pressed, it is left alone, it is ended.
//!
//! Knows what is measured. Must not know what is good.

use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::Duration;

use color_eyre::eyre::Result;
use rustix::process::{Signal, kill_process};

use crate::modes;
use crate::samples::Dice;
use crate::terminal::{Manner, SIZE, Terminal};

const UP: &[u8] = b"\x1b[A";
pub(crate) const DOWN: &[u8] = b"\x1b[B";
const QUIT: &[u8] = b"q";

/// A frame is over when nothing has come for so long.
const SILENCE: Duration = Duration::from_millis(20);
/// A program is at rest when nothing has come for so long.
const REST: Duration = Duration::from_millis(250);

/// What a start took.
pub(crate) struct Start {
    /// Until the first whole frame.
    pub(crate) frame: Duration,
    /// Of that, what it computed.
    pub(crate) computed: Duration,
    /// The pages it touched until then.
    pub(crate) faults: u64,
}

/// Starts a program and ends it.
pub(crate) fn start(path: &Path, mute: bool) -> Result<Start> {
    let mut terminal = Terminal::of(path, if mute { Manner::Mute } else { Manner::Answers })?;
    let frame = terminal.first_frame()?;
    let process = terminal.process();
    let (computed, faults) = (process.computed(), process.faults());
    terminal.until_silent(SILENCE);
    terminal.end(|terminal| terminal.press(QUIT).map(drop))?;
    Ok(Start { frame, computed, faults })
}

/// One press of a key.
pub(crate) struct Press {
    /// From the write to the last byte of the frame.
    pub(crate) took: Duration,
    /// How many bytes came.
    pub(crate) bytes: usize,
    /// Whether they were one synchronized update.
    pub(crate) one_frame: bool,
}

/// What keys took.
pub(crate) struct Keys {
    /// Each of fifty.
    pub(crate) presses: Vec<Press>,
    /// What one of them computed.
    pub(crate) computed: Duration,
    /// Five hundred at once, until the last byte.
    pub(crate) burst: Duration,
    /// Whether these led where as many single ones lead.
    pub(crate) right: bool,
    /// The most memory until the end, in KiB.
    pub(crate) peak: u64,
    /// The memory at the end that is the program's own, not a file's that others share, in KiB.
    pub(crate) own: u64,
}

/// Presses keys one by one, then many at once.
pub(crate) fn keys(path: &Path, dice: &mut Dice) -> Result<Keys> {
    const PRESSES: u32 = 50;
    let mut terminal = Terminal::of(path, Manner::Answers)?;
    terminal.first_frame()?;
    terminal.until_silent(REST);
    let process = terminal.process();
    let before = process.computed();
    let mut presses = Vec::new();
    for number in 0..PRESSES {
        presses.push(press(&mut terminal, if number % 10 < 5 { DOWN } else { UP }, dice)?);
    }
    let computed = process.computed().saturating_sub(before) / PRESSES;
    // Six rows down in the end, by way of five hundred keys.
    let mut many = [DOWN, UP].concat().repeat(247);
    many.extend(DOWN.repeat(6));
    let written = terminal.press(&many)?;
    let heard = terminal.answer(REST);
    let burst = heard.at.map_or(Duration::MAX, |at| at.duration_since(written));
    let (peak, own) = (process.peak(), process.own());
    let there = screen(terminal.written());
    for _ in 0..6 {
        press(&mut terminal, UP, dice)?;
    }
    for _ in 0..6 {
        press(&mut terminal, DOWN, dice)?;
    }
    let right = there == screen(terminal.written());
    terminal.end(|terminal| terminal.press(QUIT).map(drop))?;
    Ok(Keys { presses, computed, burst, right, peak, own })
}

/// Presses one key again and again in the program as some words and some keys open it.
pub(crate) fn again(
    words: &[&OsStr],
    first: &[u8],
    (key, times): (&[u8], u32),
    dice: &mut Dice,
) -> Result<Vec<Press>> {
    let words: Vec<OsString> = words.iter().map(OsString::from).collect();
    let mut terminal = Terminal::open(&words, Manner::Answers)?;
    terminal.first_frame()?;
    terminal.until_silent(REST);
    if !first.is_empty() {
        terminal.press(first)?;
        terminal.until_silent(REST);
    }
    let mut presses = Vec::new();
    for _ in 0..times {
        presses.push(press(&mut terminal, key, dice)?);
    }
    terminal.end(|terminal| Ok(kill_process(terminal.process().0, Signal::TERM)?))?;
    Ok(presses)
}

fn press(terminal: &mut Terminal, key: &[u8], dice: &mut Dice) -> Result<Press> {
    // No rhythm that a timer could share.
    thread::sleep(Duration::from_millis(10 + dice.below(16)));
    let written = terminal.press(key)?;
    let heard = terminal.answer(SILENCE);
    Ok(Press {
        took: heard.at.map_or(Duration::MAX, |at| at.duration_since(written)),
        bytes: heard.bytes.len(),
        one_frame: modes::is_one_frame(&heard.bytes),
    })
}

/// What a terminal shows after all that was written: of each cell its text and its ground.
fn screen(written: &[u8]) -> Option<Vec<String>> {
    let (columns, rows) = SIZE;
    let mut emulator = vt100::Parser::new(NonZero::new(rows)?, NonZero::new(columns)?, 0);
    emulator.process(written);
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let cells = cells.filter_map(|(row, column)| emulator.screen().cell(row, column));
    let seen = |cell: &vt100::Cell| {
        format!("{} {:?} {}", cell.contents().trim_end(), cell.bgcolor(), cell.inverse())
    };
    Some(cells.map(seen).collect())
}

/// What happened while nothing was to be done.
pub(crate) struct Idle {
    /// On which screen; the keys that lead there.
    pub(crate) screen: String,
    pub(crate) wakeups: u64,
    pub(crate) bytes: usize,
    pub(crate) computed: Duration,
}

/// Leaves a program alone, on its first screen and after each of some keys.
pub(crate) fn idle(path: &Path, screens: &[String], seconds: u64) -> Result<Vec<Idle>> {
    let mut terminal = Terminal::of(path, Manner::Answers)?;
    terminal.first_frame()?;
    let mut seen = Vec::new();
    for keys in [String::new()].iter().chain(screens) {
        terminal.press(keys.as_bytes())?;
        terminal.until_silent(REST);
        let process = terminal.process();
        let (wakeups, computed) = (process.wakeups(), process.computed());
        thread::sleep(Duration::from_secs(seconds));
        let wakeups = process.wakeups() - wakeups;
        let computed = process.computed().saturating_sub(computed);
        let bytes = terminal.until_silent(SILENCE).len();
        seen.push(Idle { screen: keys.clone(), wakeups, bytes, computed });
    }
    terminal.end(|terminal| Ok(kill_process(terminal.process().0, Signal::TERM)?))?;
    Ok(seen)
}

/// How a program ended.
pub(crate) struct Ending {
    pub(crate) name: &'static str,
    pub(crate) took: Duration,
    /// Whether the terminal is as it was; a closed one is as nobody sees.
    pub(crate) clean: bool,
}

/// Ends a program in every way, five times each.
pub(crate) fn endings(path: &Path) -> Result<Vec<Ending>> {
    let signals = [
        ("TERM", Signal::TERM),
        ("HUP", Signal::HUP),
        ("INT", Signal::INT),
        ("QUIT", Signal::QUIT),
    ];
    let mut endings = Vec::new();
    for _ in 0..5 {
        for (name, signal) in signals {
            let mut terminal = Terminal::of(path, Manner::Answers)?;
            terminal.first_frame()?;
            terminal.until_silent(REST);
            let kill = |terminal: &Terminal| Ok(kill_process(terminal.process().0, signal)?);
            let (took, clean) = terminal.end(kill)?;
            endings.push(Ending { name, took, clean });
        }
        let plain = vec![path.into()];
        let deaf = ["/bin/sh", "-c", "trap '' HUP; exec \"$1\"", "sh"].map(OsString::from);
        let deaf = [deaf.to_vec(), plain.clone()].concat();
        for (name, words) in [("closed", &plain), ("closed, HUP ignored", &deaf)] {
            let mut terminal = Terminal::open(words, Manner::Closing)?;
            terminal.first_frame()?;
            thread::sleep(REST);
            endings.push(Ending { name, took: terminal.close()?, clean: true });
        }
    }
    Ok(endings)
}
