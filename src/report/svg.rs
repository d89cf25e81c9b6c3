//! A terminal screen as one self-contained SVG picture.
//!
//! Knows ratatui's [`Buffer`] and SVG, and the size of a cell. It must not
//! know a terminal, a file, or what the screen shows.
//!
//! Everything that has to join its neighbour (lines, blocks, shades) is drawn
//! as geometry, never as text: fonts leave gaps between cells, geometry on
//! whole units does not. Only what is left is set as text.

mod glyph;
mod lines;
mod paint;
mod picture;
mod text;
mod tile;

#[cfg(test)]
mod tests;

use std::fmt::{Result, Write};

use ratatui::buffer::{Buffer, CellWidth};

pub use self::paint::Palette;
use self::paint::{Hex, Ink};
use self::picture::Picture;
pub(in crate::report) use self::text::Escaped;

/// Width of a cell: eight, so that every eighth block ends on a whole unit.
const CELL_WIDTH: i32 = 8;
/// Height of a cell: twice eight, for the same reason.
const CELL_HEIGHT: i32 = 16;
/// The margin round the screen.
const MARGIN: i32 = 12;

/// One cell of the screen, or the two that a wide character takes.
struct Spot<'a> {
    column: i32,
    row: i32,
    width: i32,
    symbol: &'a str,
    ink: Ink,
}

/// Draws every cell of `buffer` as one self-contained SVG document.
///
/// `palette` gives the colours a terminal would choose itself; `title` becomes
/// the accessible name of the picture. The same buffer gives the same bytes.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(buffer: &Buffer, palette: &Palette, title: &str, out: &mut impl Write) -> Result {
    let width = i32::from(buffer.area.width) * CELL_WIDTH + 2 * MARGIN;
    let height = i32::from(buffer.area.height) * CELL_HEIGHT + 2 * MARGIN;
    // The margin is a negative origin: cell corners stay multiples of the cell.
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="-{MARGIN} -{MARGIN} {width} {height}">"#
    )?;
    writeln!(out, "<title>{}</title>", Escaped(title))?;
    writeln!(
        out,
        r#"<rect x="-{MARGIN}" y="-{MARGIN}" width="{width}" height="{height}" rx="8" fill="{}"/>"#,
        Hex(palette.background)
    )?;
    let mut picture = Picture::on(palette.background);
    for row in 0..buffer.area.height {
        spots(buffer, palette, row).for_each(|spot| picture.add(&spot));
    }
    picture.write(out)?;
    text::open(palette.foreground, out)?;
    for row in 0..buffer.area.height {
        text::write_row(spots(buffer, palette, row), palette.foreground, out)?;
    }
    text::close(out)?;
    writeln!(out, "</svg>")
}

/// The cells of a row, each wide character once.
fn spots<'a>(buffer: &'a Buffer, palette: &'a Palette, row: u16) -> impl Iterator<Item = Spot<'a>> {
    let area = buffer.area;
    let mut column = 0;
    std::iter::from_fn(move || {
        let left = area.width.checked_sub(column).filter(|left| *left > 0)?;
        let cell = buffer.cell((area.x.checked_add(column)?, area.y.checked_add(row)?))?;
        // A control sequence has no width to trust: it is one unknown character.
        let (symbol, width) = if cell.symbol().contains(char::is_control) {
            ("\u{fffd}", 1)
        } else {
            (cell.symbol(), cell.cell_width().clamp(1, left))
        };
        let spot = Spot {
            column: i32::from(column),
            row: i32::from(row),
            width: i32::from(width),
            symbol,
            ink: palette.ink(cell),
        };
        column += width;
        Some(spot)
    })
}
