//! Colours: what a cell's style looks like on paper.
//!
//! Knows ratatui's colours and modifiers, and how SVG writes a colour. It must
//! not know where a cell is or what it shows.

use std::fmt::{Display, Formatter, Result};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// The colours a picture is drawn with: what a terminal's default foreground,
/// background and its 16 palette colours look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The default text colour.
    pub foreground: [u8; 3],
    /// The default ground.
    pub background: [u8; 3],
    /// The eight colours and their bright partners, in ANSI order.
    pub ansi: [[u8; 3]; 16],
}

impl Palette {
    /// Calm colours on a dark ground.
    pub const DARK: Self = Self {
        foreground: [0xd5, 0xd9, 0xe0],
        background: [0x14, 0x17, 0x1c],
        ansi: [
            [0x25, 0x2a, 0x33],
            [0xe0, 0x6f, 0x78],
            [0x86, 0xbd, 0x7c],
            [0xdb, 0xb3, 0x6b],
            [0x6c, 0xa4, 0xe6],
            [0xbd, 0x8a, 0xdc],
            [0x5c, 0xb9, 0xc2],
            [0xae, 0xb6, 0xc2],
            [0x74, 0x7e, 0x8f],
            [0xf0, 0x8d, 0x94],
            [0xa5, 0xd4, 0x9b],
            [0xec, 0xcc, 0x8c],
            [0x91, 0xbf, 0xf2],
            [0xd2, 0xaa, 0xeb],
            [0x85, 0xd2, 0xd9],
            [0xf3, 0xf5, 0xf8],
        ],
    };

    /// Calm colours on a light ground.
    pub const LIGHT: Self = Self {
        foreground: [0x24, 0x29, 0x2f],
        background: [0xfb, 0xfa, 0xf7],
        ansi: [
            [0x24, 0x29, 0x2f],
            [0xb3, 0x36, 0x3e],
            [0x2f, 0x78, 0x3f],
            [0x8a, 0x62, 0x0c],
            [0x1f, 0x62, 0xb5],
            [0x85, 0x43, 0xa8],
            [0x10, 0x72, 0x80],
            [0x6a, 0x72, 0x7d],
            [0x56, 0x5e, 0x69],
            [0xc9, 0x47, 0x4e],
            [0x3c, 0x8b, 0x4c],
            [0xa2, 0x75, 0x17],
            [0x36, 0x79, 0xcc],
            [0x9a, 0x58, 0xbd],
            [0x1f, 0x87, 0x95],
            [0x8c, 0x93, 0x9c],
        ],
    };

    /// The colours a cell ends up with after its modifiers.
    pub(super) fn ink(&self, cell: &Cell) -> Ink {
        let modifier = cell.modifier;
        let mut figure = self.look_up(cell.fg, self.foreground);
        let mut ground = self.look_up(cell.bg, self.background);
        if modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut figure, &mut ground);
        }
        // After the swap, so that it is always the text that fades.
        if modifier.contains(Modifier::DIM) {
            figure = faded(figure, ground);
        }
        Ink { figure, ground, modifier }
    }

    fn look_up(&self, colour: Color, default: Rgb) -> Rgb {
        match colour {
            Color::Reset => default,
            Color::Black => self.indexed(0),
            Color::Red => self.indexed(1),
            Color::Green => self.indexed(2),
            Color::Yellow => self.indexed(3),
            Color::Blue => self.indexed(4),
            Color::Magenta => self.indexed(5),
            Color::Cyan => self.indexed(6),
            Color::Gray => self.indexed(7),
            Color::DarkGray => self.indexed(8),
            Color::LightRed => self.indexed(9),
            Color::LightGreen => self.indexed(10),
            Color::LightYellow => self.indexed(11),
            Color::LightBlue => self.indexed(12),
            Color::LightMagenta => self.indexed(13),
            Color::LightCyan => self.indexed(14),
            Color::White => self.indexed(15),
            Color::Indexed(index) => self.indexed(index),
            Color::Rgb(red, green, blue) => [red, green, blue],
        }
    }

    /// The 256 colours: sixteen of the palette, a cube of six levels, greys.
    fn indexed(&self, index: u8) -> Rgb {
        match index {
            0..=15 => {
                let own = self.ansi.get(usize::from(index));
                own.copied().unwrap_or(self.foreground)
            }
            16..=231 => {
                let cube = index - 16;
                [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
            }
            232..=255 => [8 + 10 * (index - 232); 3],
        }
    }
}

/// What a cell is drawn with, its modifiers resolved as far as colours go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub(super) figure: Rgb,
    pub(super) ground: Rgb,
    modifier: Modifier,
}

impl Ink {
    /// Whether the cell asks for all of `wanted`.
    pub(super) const fn is(self, wanted: Modifier) -> bool {
        self.modifier.contains(wanted)
    }
}

/// A step of the colour cube.
const fn level(step: u8) -> u8 {
    if step == 0 { 0 } else { 55 + 40 * step }
}

/// Two fifths of the way from `figure` to `ground`: quieter, still legible.
fn faded(figure: Rgb, ground: Rgb) -> Rgb {
    let [red, green, blue] = figure;
    let [towards_red, towards_green, towards_blue] = ground;
    let mix = |from: u8, to: u8| {
        let fifths = u16::from(from) * 3 + u16::from(to) * 2;
        u8::try_from((fifths + 2) / 5).unwrap_or(u8::MAX)
    };
    [mix(red, towards_red), mix(green, towards_green), mix(blue, towards_blue)]
}

/// A colour as SVG writes it: `#rrggbb`.
pub(super) struct Hex(pub(super) Rgb);

impl Display for Hex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}
