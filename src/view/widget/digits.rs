//! Large digits that carry to the last row: a font of 3 by 5 squares.
//!
//! Two sizes: half a cell high a square (three rows), or a full row and two columns (five rows).
//! Only blocks that every font and terminal has are used; where there are none, the smaller size
//! is drawn with lines in the same cells, as on a pocket calculator.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// Squares of the font in height.
const TALL: usize = 5;

/// How large a square of the font is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// One column by half a row: three rows in all.
    Half,
    /// Two columns by one row: five rows in all.
    Full,
}

impl Scale {
    /// The height in rows.
    #[must_use]
    pub const fn height(self) -> u16 {
        match self {
            Self::Half => 3,
            Self::Full => 5,
        }
    }

    const fn square(self) -> u16 {
        match self {
            Self::Half => 1,
            Self::Full => 2,
        }
    }
}

/// A number in large digits.
#[derive(Clone, Debug)]
pub struct Digits {
    text: String,
    scale: Scale,
    style: Style,
    in_lines: bool,
}

impl Digits {
    /// Digits, commas and the signs of qualifiers; other characters leave a gap.
    #[must_use]
    pub const fn new(text: String, scale: Scale) -> Self {
        Self { text, scale, style: Style::new(), in_lines: false }
    }

    /// In this colour.
    #[must_use]
    pub fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Without half blocks, if so wanted.
    #[must_use]
    pub fn in_lines(self, in_lines: bool) -> Self {
        Self { in_lines, ..self }
    }

    /// The width in columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        let squares: usize = self.text.chars().map(|c| glyph_or_gap(c).0 + 1).sum();
        let squares = u16::try_from(squares.saturating_sub(1)).unwrap_or(u16::MAX);
        squares.saturating_mul(self.scale.square())
    }
}

/// The squares of a character: its width, and its rows as bits, the leftmost the highest.
pub(super) const fn glyph(c: char) -> Option<(usize, [u8; TALL])> {
    Some(match c {
        '0' => (3, [0b111, 0b101, 0b101, 0b101, 0b111]),
        '1' => (3, [0b010, 0b110, 0b010, 0b010, 0b111]),
        '2' => (3, [0b111, 0b001, 0b111, 0b100, 0b111]),
        '3' => (3, [0b111, 0b001, 0b111, 0b001, 0b111]),
        '4' => (3, [0b101, 0b101, 0b111, 0b001, 0b001]),
        '5' => (3, [0b111, 0b100, 0b111, 0b001, 0b111]),
        '6' => (3, [0b111, 0b100, 0b111, 0b101, 0b111]),
        '7' => (3, [0b111, 0b001, 0b001, 0b001, 0b001]),
        '8' => (3, [0b111, 0b101, 0b111, 0b101, 0b111]),
        '9' => (3, [0b111, 0b101, 0b111, 0b001, 0b111]),
        ',' => (1, [0, 0, 0, 1, 1]),
        '.' => (1, [0, 0, 0, 0, 1]),
        ':' => (1, [0, 1, 0, 1, 0]),
        '>' => (3, [0b100, 0b010, 0b001, 0b010, 0b100]),
        '≥' => (3, [0b100, 0b011, 0b100, 0b000, 0b111]),
        '≤' => (3, [0b001, 0b110, 0b001, 0b000, 0b111]),
        '≈' => (4, [0b0101, 0b1010, 0b0000, 0b0101, 0b1010]),
        _ => return None,
    })
}

/// The squares of a character, or a gap.
fn glyph_or_gap(c: char) -> (usize, [u8; TALL]) {
    glyph(c).unwrap_or((2, [0; TALL]))
}

/// The same character in lines, of three rows in the same columns. The squares of a digit are the
/// seven lines of a pocket calculator; the signs are small.
fn in_lines(c: char) -> [String; 3] {
    let (width, rows) = glyph_or_gap(c);
    let lit = |row: usize, column: usize| {
        rows.get(row).is_some_and(|bits| bits >> (width - 1 - column) & 1 == 1)
    };
    let small = |sign: &str| [String::new(), sign.to_owned(), String::new()];
    match c {
        '1' => ["", "  |", "  |"].map(str::to_owned),
        '0'..='9' => {
            let line = |sign: char, row, column| if lit(row, column) { sign } else { ' ' };
            let cells =
                |row: usize| [line('|', row - 1, 0), line('_', row, 1), line('|', row - 1, 2)];
            [
                format!(" {} ", line('_', 0, 1)),
                String::from_iter(cells(2)),
                String::from_iter(cells(4)),
            ]
        }
        ',' | '.' => [String::new(), String::new(), c.to_string()],
        ':' => small(":"),
        '>' => small(" >"),
        '≥' => small(">="),
        '≤' => small("<="),
        '≈' => small(" ~"),
        _ => small(""),
    }
}

impl Widget for Digits {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(*buffer.area());
        if self.in_lines && self.scale == Scale::Half {
            return self.lines(area, buffer);
        }
        let mut left = area.x;
        for c in self.text.chars() {
            let (width, rows) = glyph_or_gap(c);
            for column in 0..width {
                let lit = |row: usize| {
                    rows.get(row).is_some_and(|bits| bits >> (width - 1 - column) & 1 == 1)
                };
                for _ in 0..self.scale.square() {
                    if left < area.right() {
                        self.column(left, area, lit, buffer);
                    }
                    left = left.saturating_add(1);
                }
            }
            left = left.saturating_add(self.scale.square());
        }
    }
}

impl Digits {
    /// Draws all characters in lines.
    fn lines(&self, area: Rect, buffer: &mut Buffer) {
        let mut left = area.x;
        for c in self.text.chars() {
            for (text, row) in in_lines(c).iter().zip(area.rows()) {
                for (x, line) in (left..area.right()).zip(text.chars()) {
                    if let Some(cell) = buffer.cell_mut((x, row.y)).filter(|_| line != ' ') {
                        cell.set_char(line).set_style(self.style);
                    }
                }
            }
            let width = u16::try_from(glyph_or_gap(c).0 + 1).unwrap_or(u16::MAX);
            left = left.saturating_add(width);
        }
    }

    /// Draws one column of cells from the squares that are lit.
    fn column(&self, x: u16, area: Rect, lit: impl Fn(usize) -> bool, buffer: &mut Buffer) {
        for row in 0..self.scale.height().min(area.height) {
            let at = usize::from(row);
            let symbol = match self.scale {
                Scale::Full if lit(at) => "█",
                Scale::Full => continue,
                Scale::Half => match (lit(at * 2), lit(at * 2 + 1)) {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => continue,
                },
            };
            if let Some(cell) = buffer.cell_mut((x, area.y + row)) {
                cell.set_symbol(symbol).set_style(self.style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, scale: Scale) -> Vec<String> {
        let digits = Digits::new(text.to_owned(), scale);
        let mut buffer = Buffer::empty(Rect::new(0, 0, digits.width(), scale.height()));
        digits.render(buffer.area, &mut buffer);
        let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        (0..scale.height()).map(row).collect()
    }

    #[test]
    fn digits_are_three_rows_of_half_squares() {
        assert_eq!(
            drawn("2,517", Scale::Half),
            ["▀▀█   █▀▀ ▄█  ▀▀█", "█▀▀ ▄ ▀▀█  █    █", "▀▀▀ ▀ ▀▀▀ ▀▀▀   ▀",]
        );
    }

    #[test]
    fn digits_in_lines_take_the_same_cells() {
        let all = |text: &str| {
            let digits = Digits::new(text.to_owned(), Scale::Half).in_lines(true);
            let mut buffer = Buffer::empty(Rect::new(0, 0, digits.width(), 3));
            digits.render(buffer.area, &mut buffer);
            let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            (0..3).map(row).collect::<Vec<String>>()
        };
        assert_eq!(
            all("0123456789"),
            [
                " _       _   _       _   _   _   _   _ ",
                "| |   |  _|  _| |_| |_  |_    | |_| |_|",
                "|_|   | |_   _|   |  _| |_|   | |_|  _|",
            ]
        );
        assert_eq!(all("≥178")[1], ">=    |   | |_|");
        assert_eq!(all("≈2,5")[1..], [" ~    _|   |_ ", "     |_  ,  _|"]);
    }

    #[test]
    fn full_squares_are_five_rows() {
        assert_eq!(drawn("7", Scale::Full), ["██████", "    ██", "    ██", "    ██", "    ██"]);
    }

    #[test]
    fn a_window_too_narrow_cuts_and_never_panics() {
        for width in 0..20 {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, 2));
            let area = Rect::new(0, 0, 40, 9);
            Digits::new("17,793".to_owned(), Scale::Half).render(area, &mut buffer);
        }
    }
}
