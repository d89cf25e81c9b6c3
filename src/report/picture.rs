//! A screen of the board as a picture, drawn by the same views as in the terminal.
//!
//! Knows the views and the SVG writer. Must not know where the picture goes.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::svg::{self, Palette};
use super::told;
use crate::app::App;
use crate::app::console::Console;
use crate::theme::{Choice, Depth, Theme};
use crate::view;

/// The board as it stands, in the size of its window, as SVG.
///
/// # Errors
///
/// If the writer fails, which writing to a `String` does not.
pub fn svg(app: &App, choice: Choice) -> Result<String, fmt::Error> {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::draw(app, &Theme::resolve(choice, None, Depth::True), area, &mut buffer);
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
    view::console::draw(console, &Theme::resolve(choice, None, Depth::True), area, &mut buffer);
    let shown = console.standing().map(|standing| format!("{}, ", standing.operation));
    written(&buffer, choice, &format!("{}the presenter's console", shown.unwrap_or_default()))
}

fn written(buffer: &Buffer, choice: Choice, title: &str) -> Result<String, fmt::Error> {
    let palette = if choice == Choice::Light { Palette::LIGHT } else { Palette::DARK };
    let mut out = String::new();
    svg::write(buffer, &palette, title, &mut out)?;
    Ok(out)
}
