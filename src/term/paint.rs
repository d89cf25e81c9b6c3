//! Cells as bytes: where they go, in what style, and what they hold, said as shortly as it can be.
//!
//! Knows the sequences of a terminal for places and styles, and the few that need not be said: a
//! blank cell has no colour but its ground, a style that is still in force is not repeated, and many
//! blanks are said as their number.
//! Must not know which cells have to be written.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What makes a cell look different although it is blank.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Each modifier with the number that switches it on and the one that switches it off. Two share
/// the latter where they are two strengths of one thing.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// From so many blanks on it is shorter to say how many: that, and the place behind them, take ten
/// bytes together.
const MANY: u16 = 11;

/// Writes cells, each with its column and row; afterwards the style is the terminal's own, as it
/// has to be before.
pub(super) fn paint<'a>(bytes: &mut Vec<u8>, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
    let mut pen = Pen { bytes, at: None, style: PLAIN, blanks: None };
    for (x, y, cell) in cells {
        let wanted = pen.look(cell);
        if !pen.leaves_out(x, y, cell, wanted) {
            pen.erase();
            pen.go(x, y);
            pen.dress(wanted);
            pen.write(cell.symbol());
        }
    }
    pen.erase();
    if pen.style != PLAIN {
        pen.bytes.extend(b"\x1b[0m");
    }
}

/// Colours and modifiers of what is written next.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

struct Pen<'b> {
    bytes: &'b mut Vec<u8>,
    /// Where the cursor is, if that is certain.
    at: Option<(u16, u16)>,
    style: Look,
    /// Blanks in a row on the terminal's own ground that are still to be written: where they
    /// begin, and how many they are.
    blanks: Option<((u16, u16), u16)>,
}

impl Pen<'_> {
    /// How a cell is to look: a blank takes over what is not seen of it.
    fn look(&self, cell: &Cell) -> Look {
        let mut wanted = Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK) {
            wanted.fg = self.style.fg;
            wanted.modifier = self.style.modifier.difference(SEEN_ON_BLANK);
        }
        wanted
    }

    /// Keeps a blank for later, when it is known how many there are. Not on a ground of its own:
    /// some terminals erase to theirs.
    fn leaves_out(&mut self, x: u16, y: u16, cell: &Cell, wanted: Look) -> bool {
        if cell.symbol() != " "
            || wanted.bg != Color::Reset
            || wanted.modifier.intersects(SEEN_ON_BLANK)
        {
            return false;
        }
        match &mut self.blanks {
            Some(((start, row), count)) if *row == y && start.saturating_add(*count) == x => {
                *count = count.saturating_add(1);
            }
            _ => {
                self.erase();
                self.blanks = Some(((x, y), 1));
            }
        }
        true
    }

    /// Writes the blanks that were left out, or how many they are.
    fn erase(&mut self) {
        let Some(((x, y), count)) = self.blanks.take() else { return };
        self.go(x, y);
        let modifier = self.style.modifier.difference(SEEN_ON_BLANK);
        self.dress(Look { bg: Color::Reset, modifier, ..self.style });
        if count < MANY {
            (0..count).for_each(|_| self.write(" "));
            return;
        }
        // The cursor stays where it is.
        self.bytes.extend(b"\x1b[");
        number(self.bytes, count);
        self.bytes.push(b'X');
    }

    fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at == (x, y) => {}
            // The column itself, not how many on: a terminal that took a character for wider or
            // narrower is right again from here.
            Some((column, row)) if row == y && column < x => {
                self.bytes.extend(b"\x1b[");
                number(self.bytes, x.saturating_add(1));
                self.bytes.push(b'G');
            }
            _ => {
                self.bytes.extend(b"\x1b[");
                number(self.bytes, y.saturating_add(1));
                self.bytes.push(b';');
                number(self.bytes, x.saturating_add(1));
                self.bytes.push(b'H');
            }
        }
        self.at = Some((x, y));
    }

    fn dress(&mut self, wanted: Look) {
        if wanted == self.style {
            return;
        }
        let mut codes = Codes { bytes: &mut *self.bytes, lead: b"\x1b[" };
        codes.modifiers(self.style.modifier, wanted.modifier);
        if wanted.fg != self.style.fg {
            codes.colour(wanted.fg, 38);
        }
        if wanted.bg != self.style.bg {
            codes.colour(wanted.bg, 48);
        }
        self.bytes.push(b'm');
        self.style = wanted;
    }

    /// Writes what a cell holds. Only after a single character of plain width is it certain where
    /// every terminal has its cursor; the sign for a broken character is left out by some.
    fn write(&mut self, symbol: &str) {
        self.bytes.extend(symbol.as_bytes());
        let certain = symbol.len() == 1
            || (symbol.chars().nth(1).is_none() && is_narrow(symbol) && symbol != "\u{fffd}");
        self.at = self.at.filter(|_| certain).map(|(x, y)| (x.saturating_add(1), y));
    }
}

fn is_narrow(symbol: &str) -> bool {
    unicode_width::UnicodeWidthStr::width(symbol) == 1
}

/// The numbers of one change of style, between `ESC [` and `m`.
struct Codes<'b> {
    bytes: &'b mut Vec<u8>,
    /// What stands before the next number.
    lead: &'static [u8],
}

impl Codes<'_> {
    fn say(&mut self, code: u8) {
        self.bytes.extend(self.lead);
        number(self.bytes, code.into());
        self.lead = b";";
    }

    fn say_all<const N: usize>(&mut self, codes: [u8; N]) {
        for code in codes {
            self.say(code);
        }
    }

    fn modifiers(&mut self, from: Modifier, to: Modifier) {
        let mut on = from;
        for (modifier, _, off) in MODIFIERS {
            if on.contains(modifier) && !to.contains(modifier) {
                self.say(off);
                for (other, _, shared) in MODIFIERS {
                    on.set(other, on.contains(other) && shared != off);
                }
            }
        }
        for (modifier, code, _) in MODIFIERS {
            if to.contains(modifier) && !on.contains(modifier) {
                self.say(code);
            }
        }
    }

    /// A colour, by the number that says what of the cell it is for.
    fn colour(&mut self, colour: Color, of: u8) {
        let indexed = match colour {
            Color::Reset => return self.say(of + 1),
            Color::Rgb(red, green, blue) => {
                return self.say_all([of, 2, red, green, blue]);
            }
            Color::Indexed(index) => index,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        self.say_all([of, 5, indexed]);
    }
}

/// A number in decimal digits.
fn number(bytes: &mut Vec<u8>, value: u16) {
    if value >= 10 {
        number(bytes, value / 10);
    }
    bytes.push(b'0' + u8::try_from(value % 10).unwrap_or(0));
}

#[cfg(test)]
mod tests;
