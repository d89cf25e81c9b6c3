//! The goals, and what became of them: one row each, as Markdown.
//!
//! Knows what is good. Must not know how anything was measured.

use std::io::{self, Write};
use std::time::Duration;

use liberterra::app::focus::Screen;

use crate::Measured;
use crate::calls::{self, Calls};
use crate::runs::{Ending, Idle, Press, Start};
use crate::samples::{median, most, percentile};

/// The keys to every screen, to the help and to the sources of what is selected.
pub(crate) fn screens() -> Vec<String> {
    let screens = Screen::ALL.iter().map(|screen| screen.digit().to_string());
    screens.chain(["?".to_owned(), "?1o".to_owned()]).collect()
}

/// One row of the table.
struct Row {
    what: &'static str,
    goal: &'static str,
    floor: String,
    ours: String,
    ratio: String,
    kept: Option<bool>,
}

/// Writes the table.
pub(crate) fn write(out: &mut impl Write, floor: &Measured, ours: &Measured) -> io::Result<()> {
    writeln!(out, "| what | goal | floor | ours | ratio | kept |\n|---|---|---|---|---|---|")?;
    let rows = times(floor, ours).into_iter().chain(counts(floor, ours));
    for Row { what, goal, floor, ours, ratio, kept } in rows {
        let kept = kept.map_or("", |kept| if kept { "yes" } else { "**no**" });
        writeln!(out, "| {what} | {goal} | {floor} | {ours} | {ratio} | {kept} |")?;
    }
    Ok(())
}

/// What is held against the floor: times and memory.
fn times(floor: &Measured, ours: &Measured) -> Vec<Row> {
    let ms = |value: f64| format!("{value:.2} ms");
    let kib = |value: f64| format!("{value:.0} KiB");
    let row = |what, goal, limit: f64, show: fn(f64) -> String, value: fn(&Measured) -> f64| {
        let (floor, ours) = (value(floor), value(ours));
        let ratio = ours / floor;
        let kept = limit.is_finite().then_some(ratio <= limit);
        let ratio = format!("{ratio:.2}");
        Row { what, goal, floor: show(floor), ours: show(ours), ratio, kept }
    };
    let mute = |one: &Measured| median(one.mute.iter().map(frame));
    let waited = mute(ours) - median(ours.starts.iter().map(frame));
    let mut rows = vec![
        row("spawn to first whole frame", "≤ 1.15 × floor", 1.15, ms, |one| {
            median(one.starts.iter().map(frame))
        }),
        row("… computed", "", f64::INFINITY, ms, |one| {
            median(one.starts.iter().map(|start| millis(start.computed)))
        }),
        Row {
            what: "the same on a terminal that answers nothing",
            goal: "≤ 150 ms more",
            floor: ms(mute(floor)),
            ours: ms(mute(ours)),
            ratio: format!("{waited:+.2} ms"),
            kept: Some(waited <= 150.0),
        },
        row("key to last byte of the frame, median", "≤ 1.00 × floor", 1.0, ms, |one| {
            median(presses(one).map(took))
        }),
        row("… 95 of 100", "≤ 1.25 × floor", 1.25, ms, |one| {
            percentile(presses(one).map(took), 95)
        }),
        row("CPU for one key", "≤ 1.20 × floor", 1.2, ms, |one| {
            median(one.keys.iter().map(|keys| millis(keys.computed)))
        }),
        row("500 keys at once", "≤ 2.00 × floor", 2.0, ms, |one| {
            median(one.keys.iter().map(|keys| millis(keys.burst)))
        }),
        row(
            "`report --format json`, to its end",
            "≤ 1.50 × printing the same bytes",
            1.5,
            ms,
            |one| median(one.reports.iter().copied().map(millis)),
        ),
        row("peak memory", "≤ 1.30 × floor", 1.3, kib, |one| {
            median(one.keys.iter().map(|keys| number(keys.peak)))
        }),
        row("… its own, no file's", "", f64::INFINITY, kib, |one| {
            median(one.keys.iter().map(|keys| number(keys.own)))
        }),
    ];
    rows.insert(5, turn(floor, ours));
    let right = |one: &Measured| one.keys.iter().all(|keys| keys.right);
    rows.push(plain("… and the right row after", "yes", floor, ours, |one| {
        if right(one) { "yes" } else { "no" }.to_owned()
    }));
    rows.last_mut().into_iter().for_each(|row| row.kept = Some(right(ours)));
    rows
}

/// Turning a slide, held against a key of the floor, which has no slides.
fn turn(floor: &Measured, ours: &Measured) -> Row {
    let (key, turn) = (median(presses(floor).map(took)), median(ours.turns.iter().map(took)));
    Row {
        what: "next slide, key to last byte, median",
        goal: "≤ 2.00 × a key of the floor",
        floor: format!("{key:.2} ms"),
        ours: format!("{turn:.2} ms"),
        ratio: format!("{:.2}", turn / key),
        kept: Some(turn <= 2.0 * key),
    }
}

/// The bytes of a move on Countries; the floor has none.
fn moves(one: &Measured) -> String {
    let bytes = || one.moves.iter().map(|press| number(press.bytes));
    if one.moves.is_empty() {
        return String::new();
    }
    format!("{}, {}", median(bytes()), most(bytes()))
}

/// What has a limit of its own.
fn counts(floor: &Measured, ours: &Measured) -> Vec<Row> {
    let bytes = |one: &Measured| most(presses(one).map(|press| number(press.bytes)));
    let whole = |one: &Measured| presses(one).all(|press| press.one_frame);
    let size = |one: &Measured| one.path.metadata().map_or(0, |file| file.len());
    let judged = |row: Row, kept: Option<bool>| Row { kept, ..row };
    let row =
        |what, goal, value: &dyn Fn(&Measured) -> String| plain(what, goal, floor, ours, value);
    let counted = |value: fn(Calls) -> String| {
        move |one: &Measured| one.calls.map_or("no strace".to_owned(), value)
    };
    let kept = |good: fn(Calls) -> bool| ours.calls.map(good);
    vec![
        judged(
            row("bytes for one move of the selection, at most", "≤ 1,500", &|one| {
                bytes(one).to_string()
            }),
            Some(bytes(ours) <= 1_500.0),
        ),
        row("… on Countries, beside all that is known of each: median, at most", "", &moves),
        judged(
            row("… one synchronized update each", "yes", &|one| {
                if whole(one) { "yes" } else { "no" }.to_owned()
            }),
            Some(whole(ours)),
        ),
        judged(
            row("… writes for 20 moves", "20", &counted(|calls| calls.writes.to_string())),
            kept(|calls| calls.writes == calls::KEYS),
        ),
        row("… system calls for 20 moves", "", &counted(|calls| calls.keys.to_string())),
        judged(
            row(
                "system calls to the first frame",
                "≤ 120",
                &counted(|calls| calls.first.to_string()),
            ),
            kept(|calls| calls.first <= 120),
        ),
        row("pages touched to the first frame", "", &|one| {
            median(one.starts.iter().map(|start| number(start.faults))).to_string()
        }),
        judged(
            row("idle: wakeups, bytes, CPU on every screen", "0, 0, 0", &|one| idle(&one.idle)),
            Some(ours.idle.iter().all(is_still)),
        ),
        judged(
            row("the binary, stripped", "≤ 3.5 MB", &|one| {
                format!("{:.2} MB", number(size(one)) / 1e6)
            }),
            Some(size(ours) <= 3_500_000),
        ),
        judged(
            row("a signal or hang-up to exit", "≤ 2 ms", &|one| slowest(&one.endings)),
            Some(ends(&ours.endings).all(|(_, took, _)| took <= 2.0)),
        ),
        judged(
            row("… nothing left on", "yes", &|one| left(&one.endings)),
            Some(ours.endings.iter().all(|ending| ending.clean)),
        ),
    ]
}

/// A row whose two sides are only said.
fn plain(
    what: &'static str,
    goal: &'static str,
    floor: &Measured,
    ours: &Measured,
    value: impl Fn(&Measured) -> String,
) -> Row {
    Row { what, goal, floor: value(floor), ours: value(ours), ratio: String::new(), kept: None }
}

fn presses(one: &Measured) -> impl Iterator<Item = &Press> {
    one.keys.iter().flat_map(|keys| &keys.presses)
}

fn frame(start: &Start) -> f64 {
    millis(start.frame)
}

fn took(press: &Press) -> f64 {
    millis(press.took)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// A count as a number that can be divided; all counts here are small.
fn number(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

fn is_still(idle: &Idle) -> bool {
    idle.wakeups == 0 && idle.bytes == 0 && idle.computed.is_zero()
}

/// Nothing, or what was not nothing and where.
fn idle(seen: &[Idle]) -> String {
    let loud: Vec<String> = seen
        .iter()
        .filter(|idle| !is_still(idle))
        .map(|Idle { screen, wakeups, bytes, computed }| {
            format!("{wakeups}, {bytes}, {:.2} ms after `{screen}`", millis(*computed))
        })
        .collect();
    if loud.is_empty() { format!("0, 0, 0 on {}", seen.len()) } else { loud.join("; ") }
}

/// Each way to end: its name, the median in milliseconds, whether it was always clean.
fn ends(endings: &[Ending]) -> impl Iterator<Item = (&'static str, f64, bool)> {
    let mut names: Vec<&str> = endings.iter().map(|ending| ending.name).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| {
        let these = || endings.iter().filter(move |ending| ending.name == name);
        let took = median(these().map(|ending| millis(ending.took)));
        (name, took, these().all(|ending| ending.clean))
    })
}

fn slowest(endings: &[Ending]) -> String {
    let slowest = ends(endings).max_by(|one, other| one.1.total_cmp(&other.1));
    slowest.map_or_else(String::new, |(name, took, _)| format!("{took:.2} ms ({name})"))
}

fn left(endings: &[Ending]) -> String {
    let dirty: Vec<&str> = ends(endings).filter(|end| !end.2).map(|end| end.0).collect();
    if dirty.is_empty() { "yes".to_owned() } else { format!("not after {}", dirty.join(", ")) }
}
