//! The colours of the map: land in shades, and countries in classes from the least to the most.
//!
//! Knows nothing but the values. Each step is as far in lightness as an eye needs that sees no
//! colours at all; where a terminal has no such colours, countries are drawn in denser and denser
//! blocks instead.

use ratatui::style::{Color, Style};

use super::palette::Hues;

/// How many classes of numbers there are.
pub const CLASSES: usize = crate::model::classes::RANKS;

/// How many shades of land tell all neighbours apart.
pub const SHADES: usize = 5;

/// How countries are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Map {
    /// What lies around them.
    pub sea: Style,
    /// Countries of which nothing is reported.
    pub land: [Style; SHADES],
    /// Countries named without a number.
    pub named: Style,
    /// Countries with a number, from the fewest to the most.
    pub classes: [Style; CLASSES],
    /// Whether they are told apart by how dense they are drawn, not by their colours.
    pub dense: bool,
}

const fn rgb(value: u32) -> Color {
    Color::from_u32(value)
}

const TRUE_DARK: [Color; 10] = [
    rgb(0x0025_2930),
    rgb(0x002b_2f36),
    rgb(0x0031_353c),
    rgb(0x0037_3b42),
    rgb(0x003d_4148),
    rgb(0x0065_538b),
    rgb(0x0048_81d8),
    rgb(0x001b_bbbb),
    rgb(0x00a5_e189),
    rgb(0x00ff_fcea),
];

const TRUE_LIGHT: [Color; 10] = [
    rgb(0x00e8_e8e4),
    rgb(0x00e1_e1dd),
    rgb(0x00da_dad6),
    rgb(0x00d3_d3cf),
    rgb(0x00cc_ccc8),
    rgb(0x00ab_a1c0),
    rgb(0x0091_7c13),
    rgb(0x0018_634c),
    rgb(0x000d_336d),
    rgb(0x0018_022e),
];

const INDEXED_DARK: [Color; 10] = [
    Color::Indexed(235),
    Color::Indexed(236),
    Color::Indexed(237),
    Color::Indexed(233),
    Color::Indexed(232),
    Color::Indexed(240),
    Color::Indexed(31),
    Color::Indexed(39),
    Color::Indexed(185),
    Color::Indexed(230),
];

const INDEXED_LIGHT: [Color; 10] = [
    Color::Indexed(255),
    Color::Indexed(254),
    Color::Indexed(253),
    Color::Indexed(252),
    Color::Indexed(251),
    Color::Indexed(247),
    Color::Indexed(243),
    Color::Indexed(239),
    Color::Indexed(235),
    Color::Indexed(16),
];

impl Map {
    /// The map on the ground of a theme.
    pub(super) fn of(hues: &Hues) -> Self {
        let bright = |dark, light| if hues.is_dark() { dark } else { light };
        match hues.ground {
            Color::Rgb(..) => Self::coloured(hues.ground, bright(TRUE_DARK, TRUE_LIGHT)),
            Color::Indexed(_) => Self::coloured(hues.ground, bright(INDEXED_DARK, INDEXED_LIGHT)),
            _ => Self::dense(Style::new().fg(hues.faint), Style::new().fg(hues.text)),
        }
    }

    /// The map in two styles: what lies behind, and what is named.
    pub(super) const fn dense(land: Style, named: Style) -> Self {
        let sea = Style::new();
        Self { sea, land: [land; SHADES], named, classes: [named; CLASSES], dense: true }
    }

    fn coloured(ground: Color, colours: [Color; 10]) -> Self {
        let [land @ .., named, one, two, three, four] =
            colours.map(|colour| Style::new().fg(colour));
        // A shade of land is hardly lighter than our own ground; on another it might be darker.
        let sea = Style::new().bg(ground);
        Self { sea, land, named, classes: [one, two, three, four], dense: false }
    }
}
