//! A screen of the board as a picture, drawn by the same views as in the terminal.
//!
//! Knows the views and the SVG writer. Must not know where the picture goes.

use std::fmt;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::svg::{self, Palette};
use super::told;
use crate::app::App;
use crate::app::action::{Action, Effect};
use crate::app::console::Console;
use crate::app::opening::Opening;
use crate::app::present::Start;
use crate::data::{DataError, Library};
use crate::model::compare::digest::Digest;
use crate::theme::{Choice, Depth, Ground, Theme};
use crate::view;

/// What a picture is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shot {
    /// What the board shows.
    pub opening: Opening,
    /// The slide that is shown instead, from 0 on.
    pub slide: Option<usize>,
    /// The columns and rows of the window.
    pub size: (u16, u16),
}

/// The board on an operation of a library, as it stands to be pictured.
///
/// # Errors
///
/// If the operation, or one that it is compared with, cannot be used.
pub fn board(library: &Library, place: usize, shot: Shot) -> Result<App, DataError> {
    let (columns, rows) = shot.size;
    let app = App::new(library.open(place)?).among(place, library.len()).opening(shot.opening);
    let mut app = match shot.slide {
        Some(step) => app.presenting(Start { step, ..Start::default() }),
        None => app,
    };
    let mut effects = app.update(Action::Resize { columns, rows });
    while let Some(effect) = effects.pop() {
        let Effect::Fetch(places) = effect else { continue };
        for place in places {
            let digest = Digest::of(Arc::new(library.open(place)?));
            effects.extend(app.update(Action::Fetched(place, Ok(Arc::new(digest)))));
        }
    }
    Ok(app)
}

/// The board as it stands, in the size of its window, as SVG.
///
/// # Errors
///
/// If the writer fails, which writing to a `String` does not.
pub fn svg(app: &App, choice: Choice) -> Result<String, fmt::Error> {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::draw(app, &theme(choice), area, &mut buffer);
    let shown = app.step().map(|step| told::name(app.operation(), step));
    let shown = shown.unwrap_or_else(|| app.screen().name().to_owned());
    written(&buffer, choice, &format!("{}, {shown}", app.operation().name))
}

/// A console as it stands, in the size of its window, as SVG.
///
/// # Errors
///
/// If the writer fails, which writing to a `String` does not.
pub fn console(console: &Console, choice: Choice) -> Result<String, fmt::Error> {
    let (columns, rows) = console.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::console::draw(console, &theme(choice), area, &mut buffer);
    let shown = console.standing().map(|standing| format!("{}, ", standing.operation));
    written(&buffer, choice, &format!("{}the presenter's console", shown.unwrap_or_default()))
}

/// The theme of a picture, which has a ground of its own: dark, but where light is asked for.
fn theme(choice: Choice) -> Theme {
    let ground = if choice == Choice::Light { Ground::Light } else { Ground::Dark };
    Theme::resolve(choice, Some(ground), Depth::True)
}

fn written(buffer: &Buffer, choice: Choice, title: &str) -> Result<String, fmt::Error> {
    let palette = if choice == Choice::Light { Palette::LIGHT } else { Palette::DARK };
    let mut out = String::new();
    svg::write(buffer, &palette, title, &mut out)?;
    Ok(out)
}
