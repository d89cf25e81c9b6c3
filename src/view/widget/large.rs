//! Large letters and digits: words that carry to the last row, a square as large as there is room.
//!
//! Only half blocks are used, which every font and terminal has. Squares that touch by a corner
//! are joined, so that a slanted stroke stays one stroke however large it is. Words that hold a
//! letter the font does not have are not drawn large at all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::font::{ACCENT, Glyph, TALL};

/// The longest text that is drawn large, in bytes: in large letters a page has room for less.
const LONGEST: usize = 1_000;

/// Squares that a blank adds to a line, with those beside it.
const SPACE: u16 = 4;

/// One line of large letters.
#[derive(Clone, Debug)]
pub struct Large {
    glyphs: Vec<Glyph>,
    /// The size of a square: columns, and half rows.
    scale: u16,
    style: Style,
    /// Whether whole cells are all there is to draw with.
    in_cells: bool,
}

impl Large {
    /// The words in capitals, a square `scale` columns wide; `None` where the font lacks a letter
    /// or the words are too many.
    #[must_use]
    pub fn new(words: &str, scale: u16) -> Option<Self> {
        if words.len() > LONGEST {
            return None;
        }
        let capitals = words.chars().flat_map(char::to_uppercase);
        let glyphs = capitals.map(Glyph::of).collect::<Option<Vec<Glyph>>>()?;
        Some(Self { glyphs, scale: scale.max(1), style: Style::new(), in_cells: false })
    }

    /// Without half blocks, if so wanted. The smallest letters are then plain ones, each in the
    /// place of a large one.
    #[must_use]
    pub fn in_cells(self, in_cells: bool) -> Self {
        Self { in_cells, ..self }
    }

    /// In this colour.
    #[must_use]
    pub fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// In this size.
    #[must_use]
    pub fn scale(self, scale: u16) -> Self {
        Self { scale: scale.max(1), ..self }
    }

    /// The width in columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        let squares = self.glyphs.iter().map(|glyph| glyph.width + 1);
        let squares = squares.fold(0, u16::saturating_add).saturating_sub(1);
        squares.saturating_mul(self.scale)
    }

    /// The height in rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        let below = u16::from(self.glyphs.iter().any(Glyph::has_cedilla));
        (self.above() + TALL + below).saturating_mul(self.scale).div_ceil(2)
    }

    /// Whether not even half a row is left free below it.
    #[must_use]
    pub fn fills_its_rows(&self) -> bool {
        let below = u16::from(self.glyphs.iter().any(Glyph::has_cedilla));
        ((self.above() + TALL + below) * self.scale).is_multiple_of(2)
    }

    /// The empty rows between it and a line below.
    #[must_use]
    pub fn gap(&self) -> u16 {
        self.scale.div_ceil(2)
    }

    /// The words in lines no wider than `width`, broken between words, as few lines as can be and
    /// all about as wide; `None` where the font lacks a letter or a word is too wide.
    #[must_use]
    pub fn balanced(words: &str, width: u16, scale: u16) -> Option<Vec<Self>> {
        let mut lines = Self::wrapped(words, width, scale)?;
        loop {
            let widest = lines.iter().map(Self::width).max()?;
            match Self::wrapped(words, widest.checked_sub(1)?, scale) {
                Some(other) if other.len() == lines.len() => lines = other,
                _ => return Some(lines),
            }
        }
    }

    /// The words in lines no wider than `width`, broken between words; `None` where the font lacks
    /// a letter or a word is too wide.
    #[must_use]
    pub fn wrapped(words: &str, width: u16, scale: u16) -> Option<Vec<Self>> {
        if words.len() > LONGEST {
            return None;
        }
        let mut lines: Vec<Self> = Vec::new();
        for word in words.split_whitespace() {
            let word = Self::new(word, scale)?;
            if word.width() > width {
                return None;
            }
            match lines.last_mut() {
                Some(line) if line.width() + word.width() + SPACE * line.scale <= width => {
                    line.glyphs.extend(Glyph::of(' '));
                    line.glyphs.extend(word.glyphs);
                }
                _ => lines.push(word),
            }
        }
        Some(lines)
    }

    /// Squares above the letters.
    fn above(&self) -> u16 {
        if self.glyphs.iter().any(Glyph::has_accent) { ACCENT } else { 0 }
    }

    /// Plain letters, as far apart as large ones would be.
    fn letters(&self, area: Rect, buffer: &mut Buffer) {
        let y = area.y + u16::midpoint(self.above(), TALL / 2);
        let mut left = area.x;
        for glyph in &self.glyphs {
            let at = (left.saturating_add(glyph.width / 2), y);
            let inside = area.contains(at.into()) && glyph.sign != ' ';
            if let Some(cell) = buffer.cell_mut(at).filter(|_| inside) {
                cell.set_char(glyph.sign).set_style(self.style.add_modifier(Modifier::BOLD));
            }
            left = left.saturating_add(glyph.width + 1);
        }
    }

    /// Whether a spot of a glyph, given in columns and half rows from its top left, is lit.
    fn is_lit(&self, glyph: &Glyph, x: u16, y: u16) -> bool {
        let (scale, above) = (self.scale, i32::from(self.above()));
        let (column, row) = (i32::from(x / scale), i32::from(y / scale) - above);
        if glyph.is_lit(column, row) {
            return true;
        }
        // How far the spot lies inside its square, from the left and from the top.
        let (right, down) = (x % scale, y % scale);
        let (left, up) = (scale - 1 - right, scale - 1 - down);
        let joined = |across: i32, along: i32, distance: u16| {
            distance < scale - 1
                && glyph.is_lit(column + across, row)
                && glyph.is_lit(column, row + along)
                && !glyph.is_lit(column + across, row + along)
        };
        joined(-1, -1, right + down)
            || joined(1, -1, left + down)
            || joined(-1, 1, right + up)
            || joined(1, 1, left + up)
    }
}

impl Widget for &Large {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(*buffer.area());
        if self.in_cells && self.scale == 1 {
            return self.letters(area, buffer);
        }
        let mut left = area.x;
        for glyph in &self.glyphs {
            let width = glyph.width.saturating_mul(self.scale);
            for x in 0..width.min(area.right().saturating_sub(left)) {
                for y in 0..self.height().min(area.height) {
                    let lit = [y * 2, y * 2 + 1].map(|y| self.is_lit(glyph, x, y));
                    let symbol = match lit {
                        // The upper half decides: every row of squares has one somewhere.
                        [true, _] if self.in_cells => "█",
                        [false, true] if self.in_cells => continue,
                        [true, true] => "█",
                        [true, false] => "▀",
                        [false, true] => "▄",
                        [false, false] => continue,
                    };
                    if let Some(cell) = buffer.cell_mut((left + x, area.y + y)) {
                        cell.set_symbol(symbol).set_style(self.style);
                    }
                }
            }
            left = left.saturating_add(width.saturating_add(self.scale)).min(area.right());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(words: &str, scale: u16) -> Vec<String> {
        let large = Large::new(words, scale).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, large.width(), large.height()));
        large.render(buffer.area, &mut buffer);
        let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        (0..buffer.area.height).map(row).collect()
    }

    #[test]
    fn letters_are_three_rows_of_half_squares() {
        assert_eq!(drawn("Iraq", 1), ["█ █▀█ █▀█ █▀█ ", "█ █▀▄ █▀█ █ █ ", "▀ ▀ ▀ ▀ ▀ ▀▀▀▀"]);
    }

    #[test]
    fn accents_stand_above_a_free_row() {
        assert_eq!(drawn("Ü", 1), ["▄ ▄", "▄ ▄", "█ █", "█▄█"]);
        assert_eq!(drawn("í", 1), [" ▄▀", " ▄ ", " █ ", " █ "]);
        assert_eq!(drawn("ç", 1), ["█▀▀", "█  ", "▀█▀"]);
    }

    #[test]
    fn without_half_blocks_letters_are_plain_or_of_whole_cells() {
        let drawn = |words: &str, scale| {
            let large = Large::new(words, scale).unwrap().in_cells(true);
            let mut buffer = Buffer::empty(Rect::new(0, 0, large.width(), large.height()));
            large.render(buffer.area, &mut buffer);
            let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            (0..buffer.area.height).map(row).collect::<Vec<String>>()
        };
        assert_eq!(drawn("Mali 7", 1)[1], "  M    A   L  I     7 ");
        assert_eq!(drawn("Ü", 1), ["   ", "   ", " Ü ", "   "]);
        let seven = ["█████████", "█████████", "      ███"];
        assert_eq!(drawn("7", 3)[..3], seven);
        assert!(drawn("2,517", 3).concat().chars().all(|c| matches!(c, '█' | ' ')));
    }

    #[test]
    fn corners_that_touch_are_joined() {
        let rows = drawn("N", 4);
        assert_eq!(rows.len(), 10);
        assert!(rows[1].starts_with("████"), "{rows:?}");
        let joined = rows.iter().map(|row| row.matches(['█', '▀', '▄']).count()).sum::<usize>();
        assert!(joined > 10 * 8 + 4 * 2, "a bare diagonal has gaps: {rows:?}");
    }

    #[test]
    fn what_the_font_lacks_is_not_drawn_large() {
        for words in ["Ελλάδα", "日本", "a\u{1ab0}", "Łódź"] {
            assert!(Large::new(words, 1).is_none(), "{words}");
        }
        let book = "many words ".repeat(200);
        assert!(Large::new(&book, 1).is_none() && Large::wrapped(&book, 200, 1).is_none());
        assert!(Large::new("São Tomé and Príncipe (7.5 % of ≈8)", 1).is_some());
    }

    #[test]
    fn lines_are_no_wider_than_their_room_and_balanced() {
        let widths = |lines: Vec<Large>| lines.iter().map(Large::width).collect::<Vec<u16>>();
        let words = "Operation Turquesa II";
        let (greedy, balanced) = (Large::wrapped(words, 74, 1), Large::balanced(words, 74, 1));
        let whole = |words: &str| Large::new(words, 1).unwrap().width();
        assert_eq!(widths(greedy.unwrap()), [whole("Operation Turquesa"), whole("II")]);
        assert_eq!(widths(balanced.unwrap()), [whole("Operation"), whole("Turquesa II")]);
        assert!(Large::wrapped(words, whole("Operation") - 1, 1).is_none());
        assert!(Large::balanced("", 10, 1).is_none_or(|lines| lines.is_empty()));
    }

    #[test]
    fn any_room_will_do() {
        for (width, height) in [(0, 0), (1, 9), (30, 1), (300, 60)] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            let large = Large::new("Türkiye", 9).unwrap();
            large.render(Rect::new(0, 0, 400, 90), &mut buffer);
        }
    }
}
