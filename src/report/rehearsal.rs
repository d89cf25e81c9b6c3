//! The rehearsal: every slide as a room with a projector would get it, in lines of text.
//!
//! Knows stories, and asks the slides how they fit. Must not know the terminal.

use std::io::{self, Write};

use ratatui::layout::Rect;

use super::told;
use crate::model::operation::Operation;
use crate::model::story::Story;
use crate::view::slide;

/// The window of a projector, in which every slide has to fit.
const PROJECTOR: Rect = Rect::new(0, 0, 80, 24);

/// Writes the steps of a story from the one with a number on: name, pages and size, what does not
/// fit, the notes. Says whether everything fits.
///
/// # Errors
///
/// If writing fails.
pub fn write(
    operation: &Operation,
    story: &Story,
    from: usize,
    out: &mut impl Write,
) -> io::Result<bool> {
    let (mut all, mut wrong) = (0, 0);
    for (place, step) in story.steps().iter().enumerate().skip(from.saturating_sub(1)) {
        let fit = slide::fit(operation, story, step, PROJECTOR);
        let pages = match fit.pages {
            1 => "1 page ".to_owned(),
            pages => format!("{pages} pages"),
        };
        let (columns, rows) = fit.size;
        let name = told::name(operation, step);
        writeln!(out, "{:>3}  {pages}  {columns:>2}×{rows:<2}  {name}", place + 1)?;
        for cut in &fit.cut {
            writeln!(out, "     DOES NOT FIT: {cut}")?;
        }
        for note in &step.notes {
            writeln!(out, "     note: {note}")?;
        }
        all += fit.pages;
        wrong += usize::from(!fit.cut.is_empty());
    }
    let told = story.steps().len() + 1 - from.max(1).min(story.steps().len() + 1);
    let steps = if told == 1 { "1 slide".to_owned() } else { format!("{told} slides") };
    let verdict = match wrong {
        0 => "all of it fits at 80×24".to_owned(),
        1 => "1 slide does not fit at 80×24".to_owned(),
        wrong => format!("{wrong} slides do not fit at 80×24"),
    };
    writeln!(out, "{steps}, {all} pages; {verdict}")?;
    Ok(wrong == 0)
}
