//! The colours, as tables: one for each ground and each number of colours.
//!
//! Knows nothing but the values. With 24 bits and 256 colours text stands out 4.5 to 1 or more on
//! its ground and on a selected row; the 16 colours are the terminal's own, and how far they stand
//! out is the terminal's choice.

use ratatui::style::Color;

/// The colours of one theme. Where `selected` is `None` the row is marked without colour.
#[derive(Debug)]
pub(super) struct Hues {
    pub(super) ground: Color,
    pub(super) text: Color,
    pub(super) dim: Color,
    pub(super) faint: Color,
    pub(super) accent: Color,
    pub(super) warn: Color,
    pub(super) arrests: Color,
    pub(super) rescues: Color,
    /// Half the way from the ground to the rescues; `None` where the palette has no such colour.
    pub(super) shade: Option<Color>,
    pub(super) selected: Option<Color>,
}

const fn rgb(value: u32) -> Color {
    Color::from_u32(value)
}

/// 24 bits on dark.
pub(super) const TRUE_DARK: Hues = Hues {
    ground: rgb(0x0014_171c),
    text: rgb(0x00d8_dce3),
    dim: rgb(0x0095_9eae),
    faint: rgb(0x0042_4a57),
    accent: rgb(0x00b9_aef7),
    warn: rgb(0x00e8_c765),
    arrests: rgb(0x00f2_a35e),
    rescues: rgb(0x004f_c3c4),
    shade: Some(rgb(0x0031_6d70)),
    selected: Some(rgb(0x0028_2e3a)),
};

/// 24 bits on light.
pub(super) const TRUE_LIGHT: Hues = Hues {
    ground: rgb(0x00fb_faf7),
    text: rgb(0x0022_272e),
    dim: rgb(0x0059_626e),
    faint: rgb(0x00c3_c7cd),
    accent: rgb(0x0055_40c4),
    warn: rgb(0x0083_5200),
    arrests: rgb(0x00ad_4f0a),
    rescues: rgb(0x000b_7069),
    shade: Some(rgb(0x0083_b5b0)),
    selected: Some(rgb(0x00e9_e6f5)),
};

/// 256 colours on dark.
pub(super) const INDEXED_DARK: Hues = Hues {
    ground: Color::Indexed(234),
    text: Color::Indexed(253),
    dim: Color::Indexed(249),
    faint: Color::Indexed(239),
    accent: Color::Indexed(147),
    warn: Color::Indexed(221),
    arrests: Color::Indexed(215),
    rescues: Color::Indexed(80),
    shade: Some(Color::Indexed(30)),
    selected: Some(Color::Indexed(237)),
};

/// 256 colours on light.
pub(super) const INDEXED_LIGHT: Hues = Hues {
    ground: Color::Indexed(231),
    text: Color::Indexed(235),
    dim: Color::Indexed(241),
    faint: Color::Indexed(250),
    accent: Color::Indexed(56),
    warn: Color::Indexed(94),
    arrests: Color::Indexed(130),
    rescues: Color::Indexed(23),
    shade: Some(Color::Indexed(109)),
    selected: Some(Color::Indexed(254)),
};

/// The terminal's own 16 colours, its ground unknown.
pub(super) const ANSI: Hues = Hues {
    ground: Color::Reset,
    text: Color::Reset,
    dim: Color::Reset,
    faint: Color::DarkGray,
    accent: Color::Magenta,
    warn: Color::Reset,
    arrests: Color::Red,
    rescues: Color::Cyan,
    shade: None,
    selected: None,
};

/// The terminal's own 16 colours on dark.
pub(super) const ANSI_DARK: Hues = Hues {
    ground: Color::Black,
    text: Color::Gray,
    accent: Color::LightMagenta,
    warn: Color::LightYellow,
    arrests: Color::Yellow,
    rescues: Color::LightCyan,
    ..ANSI
};

/// The terminal's own 16 colours on light.
pub(super) const ANSI_LIGHT: Hues = Hues {
    ground: Color::White,
    text: Color::Black,
    accent: Color::Magenta,
    arrests: Color::Red,
    rescues: Color::Blue,
    ..ANSI
};
