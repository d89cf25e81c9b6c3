//! The picture itself: two colours a cell, or one block as dense as the number is large.
//!
//! Knows cells and styles. What each quarter says is the scene's.

use ratatui::buffer::{self, Buffer};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS};

use super::scene::{Look, Mark, Scene};
use crate::model::cell::Cell;
use crate::model::place::Row;
use crate::theme::{Map, Signs, Theme};
use crate::view::rows;
use crate::view::widget::text;

/// The style of what a quarter says.
pub(super) fn style(look: Look, map: &Map, theme: &Theme) -> Style {
    match look {
        Look::Sea => map.sea,
        Look::Land(shade) => map.land.get(shade).copied().unwrap_or_default(),
        Look::Hidden => theme.faint,
        Look::Named => map.named,
        Look::Class(class) => map.classes.get(class).copied().unwrap_or_default(),
    }
}

/// One block for a whole cell.
pub(super) const fn block(look: Look, signs: Signs) -> char {
    match (look, signs) {
        (Look::Sea, _) => ' ',
        (Look::Land(_), _) => '.',
        (Look::Hidden, _) => ',',
        (Look::Named, _) => ':',
        (Look::Class(0), Signs::Unicode) => '░',
        (Look::Class(1), Signs::Unicode) => '▒',
        (Look::Class(2), Signs::Unicode) => '▓',
        (Look::Class(_), Signs::Unicode) => '█',
        (Look::Class(0), Signs::Ascii) => '-',
        (Look::Class(1), Signs::Ascii) => '+',
        (Look::Class(2), Signs::Ascii) => '%',
        (Look::Class(_), Signs::Ascii) => '#',
    }
}

/// The sign of a class beside its name: the block it is drawn with, or a dot in its colour.
pub(super) const fn sign(look: Look, theme: &Theme) -> char {
    if theme.map.dense { block(look, theme.signs) } else { '■' }
}

/// The same where there is room for more than one cell.
pub(super) const fn swatch(look: Look, theme: &Theme) -> char {
    if theme.map.dense { block(look, theme.signs) } else { '▆' }
}

/// Draws the countries.
pub(super) fn draw(scene: &Scene, theme: &Theme, buffer: &mut Buffer) {
    let area = scene.area;
    if theme.map.sea != Style::new() {
        buffer.set_style(area, theme.map.sea);
    }
    for row in 0..area.height {
        for column in 0..area.width {
            let Some(cell) = buffer.cell_mut((area.x + column, area.y + row)) else { continue };
            let quarters = scene.quarters(column, row);
            match scene.eighths(column, row) {
                _ if theme.map.dense => dense(cell, quarters, theme),
                Some(eighths) => coloured(cell, &eighths, &OCTANTS, theme),
                None => coloured(cell, &quarters, &QUADRANTS, theme),
            }
        }
    }
}

/// Draws the marks of countries too small to be seen.
pub(super) fn marks(scene: &Scene, theme: &Theme, buffer: &mut Buffer) {
    let area = scene.area;
    for marked in scene.markers() {
        let Some(place) = scene.row(marked.row) else { continue };
        let look = scene.look_of(place);
        let at = (area.x + marked.at.0, area.y + marked.at.1);
        match marked.code.filter(|_| !theme.map.dense) {
            Some(code) => letters(buffer, at, code, plate(look, theme)),
            None => over(buffer, at, mark(look, false, theme), style(look, &theme.map, theme)),
        }
    }
}

/// Writes a code over the map.
fn letters(buffer: &mut Buffer, (x, y): (u16, u16), code: &str, style: Style) {
    for (letter, x) in code.chars().zip(x..) {
        over(buffer, (x, y), letter, style);
    }
}

/// Letters on the colour of a look.
fn plate(look: Look, theme: &Theme) -> Style {
    let ink = match look {
        Look::Class(_) => theme.map.sea.bg,
        _ => theme.title.fg,
    };
    let ground = style(look, &theme.map, theme).fg;
    Style { fg: ink, bg: ground, ..Style::new() }.add_modifier(Modifier::BOLD)
}

/// The mark of a small country, or of the one that is selected.
const fn mark(look: Look, selected: bool, theme: &Theme) -> char {
    match (theme.signs, selected) {
        (Signs::Ascii, true) => '@',
        (Signs::Unicode, true) => '◉',
        (Signs::Unicode, false) if !theme.map.dense => '●',
        (_, false) => block(look, theme.signs),
    }
}

/// The look that most parts have; of two as many the one that says more.
fn most(parts: &[Look]) -> Look {
    let count = |look: Look| parts.iter().filter(|other| **other == look).count();
    parts.iter().copied().max_by_key(|look| (count(*look), *look)).unwrap_or(Look::Sea)
}

fn dense(cell: &mut buffer::Cell, quarters: [Look; 4], theme: &Theme) {
    if quarters == [Look::Sea; 4] {
        return;
    }
    let look = most(&quarters);
    cell.set_char(block(look, theme.signs)).set_style(style(look, &theme.map, theme));
}

/// Draws the parts of a cell in two colours with one of the signs, which are in the order of their
/// parts as bits, the first the lowest.
fn coloured(cell: &mut buffer::Cell, parts: &[Look], signs: &[char], theme: &Theme) {
    if parts.iter().all(|look| *look == Look::Sea) {
        return;
    }
    let first = most(parts);
    let rest = parts.iter().copied().filter(|look| *look != first).max();
    let colour = |look: Look| {
        let style = style(look, &theme.map, theme);
        if look == Look::Sea { style.bg } else { style.fg }
    };
    // What is whole is drawn as a ground, on which anything can be written.
    if let Some(colour) = colour(first) {
        cell.set_bg(colour);
    }
    let Some(second) = rest else { return };
    let bits = parts.iter().rev();
    let mask = bits.fold(0, |mask, look| mask * 2 + usize::from(*look != first));
    cell.set_char(signs.get(mask).copied().unwrap_or(' '));
    if let Some(colour) = colour(second) {
        cell.set_fg(colour);
    }
}

/// Writes a sign over the map, on the ground that most of the cell has.
pub(super) fn over(buffer: &mut Buffer, at: (u16, u16), sign: char, style: Style) {
    if let Some(cell) = buffer.cell_mut(at) {
        cell.set_char(sign).set_style(style.remove_modifier(Modifier::DIM));
    }
}

/// The selected place by its name and number, beside its mark.
pub(super) fn label(scene: &Scene, theme: &Theme, buffer: &mut Buffer) {
    let Some(row) = scene.selected_row() else { return };
    let look = scene.look_of(row);
    let own = theme.title.patch(theme.map.sea).add_modifier(Modifier::REVERSED);
    let markers = scene.markers();
    let own_mark = || markers.iter().find(|mark| Some(mark.row) == scene.selected);
    let code = own_mark().and_then(|mark| mark.code).filter(|_| !theme.map.dense);
    let marked = own_mark().map(|mark| mark.at).into_iter();
    let spots = row.place.countries().iter().filter_map(|country| scene.spot(*country));
    let spots: Vec<(u16, u16)> = if row.place.countries().len() == 1 {
        marked.chain(spots).take(1).collect()
    } else {
        spots.collect()
    };
    for (column, line) in &spots {
        let at = (scene.area.x + column, scene.area.y + line);
        match code {
            Some(code) => letters(buffer, at, code, own),
            None => over(buffer, at, mark(look, true, theme), own),
        }
    }
    let Some(spot) = spots.first() else { return };
    let words = said(scene, row);
    let at = beside(scene, *spot, text::width(&words), &markers);
    text::write(buffer, at, &words, own);
}

/// The name of a place, its number and what that counts; where they take more than half of the
/// picture its code will do for the name.
fn said(scene: &Scene, row: &Row) -> String {
    let room = scene.area.width / 2;
    let cell = Cell { more: false, ..scene.tones.cell(row) };
    let (number, noun) = match cell.lead {
        Some(_) => {
            let used = text::width(&row.name()) + rows::cell_width(cell, true).0 + 2;
            rows::cell_words(cell, true, room.saturating_sub(used))
        }
        None => Default::default(),
    };
    let said = |name: &str| {
        let parts = [name, &number, &noun].into_iter().filter(|part| !part.is_empty());
        format!(" {} ", parts.collect::<Vec<&str>>().join(" "))
    };
    let whole = said(&row.name());
    let is_long = text::width(&whole) > room && !noun.is_empty();
    row.place.code().filter(|_| is_long).map_or(whole, said)
}

/// Where a label hides the least of what is named, near its mark.
fn beside(scene: &Scene, (column, line): (u16, u16), width: u16, markers: &[Mark]) -> Rect {
    let area = scene.area;
    let width = width.min(area.width);
    let hidden = |x: u16, y: u16| {
        let cells = (x..x + width).filter(|x| {
            let named = scene.quarters(*x, y).iter().any(|look| *look >= Look::Named);
            named || markers.iter().any(|mark| mark.holds((*x, y)))
        });
        cells.count()
    };
    let mut best = (usize::MAX, Rect { width, height: 1, ..area });
    for down in [0_i16, -1, 1, -2, 2, -3, 3] {
        let Some(y) = line.checked_add_signed(down).filter(|y| *y < area.height) else { continue };
        let sides =
            [column + 2, column.saturating_sub(width + 1), column.saturating_sub(width / 2)];
        for (side, x) in sides.into_iter().enumerate().take(if down == 0 { 2 } else { 3 }) {
            let x = x.min(area.width - width);
            let covers = down == 0 && (x..x + width).contains(&column);
            let far = usize::from(down.unsigned_abs()) * 2 + side;
            let cost = hidden(x, y) * 4 + far + if covers { 1_000 } else { 0 };
            if cost < best.0 {
                best = (cost, Rect { x: area.x + x, y: area.y + y, width, height: 1 });
            }
        }
    }
    best.1
}
