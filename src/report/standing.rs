//! Where a presentation stands, in words for a presenter's console.
//!
//! Knows stories and how much text one message may hold. A figure keeps its qualifier, its measure
//! and its source. Must not know who reads it.

use super::told;
use crate::app::App;
use crate::app::focus::Overlay;
use crate::app::present::{Pace, Presentation, Stage};
use crate::model::operation::Operation;
use crate::model::standing::{Card, Reached, Running, Sight, Standing};
use crate::model::story::{Step, Story};
use crate::view::slide;
use crate::view::widget::text;

/// How many bytes a list of texts may have together.
const LIST: usize = 12 * 1024;

/// How many texts a list may have; nobody reads more while speaking.
const MOST: usize = 60;

/// The widest single text, in cells.
const WIDEST: u16 = 2_000;

/// The sources that are named; the slide's own list has all.
const NAMED: usize = 2;

/// Where the presentation in progress stands after so many seconds.
#[must_use]
pub fn of(app: &App, elapsed: u64) -> Option<Standing<String>> {
    let shown = app.presentation()?;
    let operation = app.operation();
    let card = |step| card(operation, shown.story(), step);
    let step = shown.step()?;
    Some(Standing {
        id: short(operation.id.as_str()),
        operation: short(operation.name.as_str()),
        badges: slide::badges(operation).collect(),
        sight: sight(shown.stage(), app.overlay()),
        running: running(shown.pace()),
        reached: reached(app, shown),
        elapsed,
        now: card(step),
        next: shown.next_step().map(card),
        notes: list(step.notes.iter().map(ToString::to_string)),
        notice: notice(app),
    })
}

/// What is said to the presenter: what has just happened, else what is wrong for longer.
fn notice(app: &App) -> Option<String> {
    let broken = || {
        let why = app.broken()?;
        Some(format!("file not shown: {} · {}", why.what(), why.place()))
    };
    app.notice().or(app.aside()).map(str::to_owned).or_else(broken).map(|said| short(&said))
}

const fn sight(stage: Stage, overlay: Overlay) -> Sight {
    match (stage, overlay) {
        (Stage::Blank, _) => Sight::Blank,
        (Stage::Board, _) => Sight::Board,
        (_, Overlay::Help { .. }) => Sight::Help,
        (_, Overlay::Source { .. }) => Sight::Sources,
        (Stage::Index(_), _) => Sight::Index,
        (Stage::Slide, _) => Sight::Slide,
    }
}

const fn running(pace: Pace) -> Running {
    match pace {
        Pace::ByHand => Running::ByHand,
        Pace::Every(_) => Running::ByItself,
        Pace::Paused(_) => Running::Waits,
    }
}

fn reached(app: &App, shown: &Presentation) -> Reached {
    let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let (slides, pages) = (count(shown.len()).max(1), count(slide::pages(app)).max(1));
    let at = shown.slide();
    Reached {
        slide: count(at.step.saturating_add(1)).min(slides),
        slides,
        page: count(at.page.saturating_add(1)).min(pages),
        pages,
        first: count(shown.first().saturating_add(1)).min(slides),
    }
}

fn card(operation: &Operation, story: &Story, step: &Step) -> Card<String> {
    let row = step.place().and_then(|place| told::row(operation, place));
    let said = told::some_lines(operation, story, step, MOST + 1);
    Card {
        name: short(&told::name(operation, step)),
        // What stands large on the slide of a place comes first.
        lines: list(row.map(|row| told::leads(operation, row)).into_iter().chain(said)),
        sources: sources(operation, &told::cited(operation, story, step)),
    }
}

/// The first sources that a step rests on, and how many others there are.
fn sources(operation: &Operation, cited: &[usize]) -> String {
    let named = cited.iter().take(NAMED);
    let mut said: Vec<String> =
        named.map(|index| format!("{} [{}]", told::source(operation, *index), index + 1)).collect();
    let more = cited.len().saturating_sub(NAMED);
    if more > 0 {
        said.push(format!("and {more} more"));
    }
    short(&said.join("; "))
}

/// As many texts as there is room for; what is left out shows.
fn list(texts: impl Iterator<Item = String>) -> Vec<String> {
    let (mut kept, mut room) = (Vec::new(), LIST);
    for text in texts {
        let text = short(&text);
        match room.checked_sub(text.len()) {
            Some(left) if kept.len() < MOST => room = left,
            _ => {
                kept.push("…".to_owned());
                break;
            }
        }
        kept.push(text);
    }
    kept
}

fn short(said: &str) -> String {
    text::fitted(said, WIDEST).into_owned()
}
