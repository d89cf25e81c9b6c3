//! The squares that large letters are made of: capitals and signs, five squares high.
//!
//! Knows shapes. Digits and the signs of qualifiers are those of [`super::digits`]. Must not know
//! how large a square is.

use unicode_normalization::UnicodeNormalization;

use super::digits;

/// Squares of a letter in height.
pub(super) const TALL: u16 = 5;

/// Squares above a letter for its accent, the last of them left free.
pub(super) const ACCENT: u16 = 3;

/// A character in squares: the letter, and the mark above or below it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// The character itself.
    pub(super) sign: char,
    /// Squares in width.
    pub(super) width: u16,
    /// The rows of the letter as bits, the leftmost the highest.
    rows: [u8; 5],
    /// The two rows of its accent.
    accent: [u8; 2],
    /// Whether something hangs below it.
    cedilla: bool,
}

impl Glyph {
    /// The squares of a character, which is a capital, a digit or a sign; `None` for what the
    /// font does not have.
    pub(super) fn of(c: char) -> Option<Self> {
        let mut parts = c.nfd();
        let (width, rows) = squares(parts.next()?)?;
        let mut glyph = Self { sign: c, width, rows, accent: [0; 2], cedilla: false };
        for mark in parts {
            match mark {
                '\u{327}' | '\u{328}' => glyph.cedilla = true,
                mark => glyph.accent = accent(mark)?,
            }
        }
        if glyph.width == 1 && glyph.has_accent() {
            // A single stroke makes room for what stands above it.
            (glyph.width, glyph.rows) = (3, glyph.rows.map(|row| row << 1));
        }
        Some(glyph)
    }

    /// Whether it needs the rows above the letters.
    pub(super) const fn has_accent(&self) -> bool {
        self.accent[0] | self.accent[1] != 0
    }

    /// Whether it needs the row below the letters.
    pub(super) const fn has_cedilla(&self) -> bool {
        self.cedilla
    }

    /// Whether a square is lit; row 0 is the first of the letter, its accent lies above.
    pub(super) fn is_lit(&self, column: i32, row: i32) -> bool {
        let bits = |width: u16, bits: u8| {
            let place = i32::from(width) - 1 - column;
            u32::try_from(place).is_ok_and(|place| place < 8 && bits >> place & 1 == 1)
        };
        match row {
            -3 => bits(3, self.accent[0]),
            -2 => bits(3, self.accent[1]),
            5 => self.cedilla && column == i32::from(self.width / 2),
            _ => {
                let row = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
                column >= 0 && row.is_some_and(|row| bits(self.width, *row))
            }
        }
    }
}

/// The two rows of an accent above a letter.
const fn accent(mark: char) -> Option<[u8; 2]> {
    Some(match mark {
        '\u{300}' => [0b100, 0b010],
        '\u{301}' => [0b001, 0b010],
        '\u{302}' => [0b010, 0b101],
        '\u{303}' => [0b011, 0b110],
        '\u{304}' => [0b000, 0b111],
        '\u{306}' | '\u{30c}' => [0b101, 0b010],
        '\u{307}' | '\u{30a}' => [0b000, 0b010],
        '\u{308}' => [0b000, 0b101],
        _ => return None,
    })
}

/// The squares of a character without its marks.
fn squares(c: char) -> Option<(u16, [u8; 5])> {
    Some(match c {
        'A' => (3, [0b111, 0b101, 0b111, 0b101, 0b101]),
        'B' => (3, [0b111, 0b101, 0b110, 0b101, 0b111]),
        'C' => (3, [0b111, 0b100, 0b100, 0b100, 0b111]),
        'D' => (3, [0b110, 0b101, 0b101, 0b101, 0b110]),
        'E' => (3, [0b111, 0b100, 0b110, 0b100, 0b111]),
        'F' => (3, [0b111, 0b100, 0b110, 0b100, 0b100]),
        'G' => (3, [0b111, 0b100, 0b101, 0b101, 0b111]),
        'H' => (3, [0b101, 0b101, 0b111, 0b101, 0b101]),
        'I' => (1, [1, 1, 1, 1, 1]),
        'J' => (3, [0b001, 0b001, 0b001, 0b101, 0b111]),
        'K' => (3, [0b101, 0b101, 0b110, 0b101, 0b101]),
        'L' => (3, [0b100, 0b100, 0b100, 0b100, 0b111]),
        'M' => (5, [0b10001, 0b11011, 0b10101, 0b10001, 0b10001]),
        'N' => (4, [0b1001, 0b1101, 0b1011, 0b1001, 0b1001]),
        'O' => (3, [0b111, 0b101, 0b101, 0b101, 0b111]),
        'P' => (3, [0b111, 0b101, 0b111, 0b100, 0b100]),
        'Q' => (4, [0b1110, 0b1010, 0b1010, 0b1010, 0b1111]),
        'R' => (3, [0b111, 0b101, 0b110, 0b101, 0b101]),
        'S' => (3, [0b111, 0b100, 0b111, 0b001, 0b111]),
        'T' => (3, [0b111, 0b010, 0b010, 0b010, 0b010]),
        'U' => (3, [0b101, 0b101, 0b101, 0b101, 0b111]),
        'V' => (3, [0b101, 0b101, 0b101, 0b101, 0b010]),
        'W' => (5, [0b10001, 0b10001, 0b10101, 0b11011, 0b10001]),
        'X' => (3, [0b101, 0b101, 0b010, 0b101, 0b101]),
        'Y' => (3, [0b101, 0b101, 0b111, 0b010, 0b010]),
        'Z' => (3, [0b111, 0b001, 0b010, 0b100, 0b111]),
        ' ' => (2, [0; 5]),
        '-' | '–' => (2, [0, 0, 0b11, 0, 0]),
        '\'' | '’' | 'ʻ' => (1, [1, 1, 0, 0, 0]),
        '"' | '“' | '”' => (3, [0b101, 0b101, 0, 0, 0]),
        ';' => (1, [0, 1, 0, 1, 1]),
        '!' => (1, [1, 1, 1, 0, 1]),
        '?' => (3, [0b111, 0b001, 0b011, 0b000, 0b010]),
        '+' => (3, [0b000, 0b010, 0b111, 0b010, 0b000]),
        '=' => (3, [0b000, 0b111, 0b000, 0b111, 0b000]),
        '&' => (4, [0b0110, 0b1000, 0b0110, 0b1010, 0b0111]),
        '·' => (1, [0, 0, 1, 0, 0]),
        '*' => (3, [0b101, 0b010, 0b101, 0, 0]),
        // Slanted, so that nobody takes it for a decimal point.
        ',' => (2, [0, 0, 0, 0b01, 0b10]),
        '[' => (2, [0b11, 0b10, 0b10, 0b10, 0b11]),
        ']' => (2, [0b11, 0b01, 0b01, 0b01, 0b11]),
        '(' => (2, [0b01, 0b10, 0b10, 0b10, 0b01]),
        ')' => (2, [0b10, 0b01, 0b01, 0b01, 0b10]),
        '→' => (5, [0b00100, 0b00010, 0b11111, 0b00010, 0b00100]),
        '/' => (3, [0b001, 0b001, 0b010, 0b100, 0b100]),
        '%' => (3, [0b101, 0b001, 0b010, 0b100, 0b101]),
        digit_or_sign => {
            let (width, rows) = digits::glyph(digit_or_sign)?;
            (u16::try_from(width).ok()?, rows)
        }
    })
}
