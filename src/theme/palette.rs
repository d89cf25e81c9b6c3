//! The colours, as tables: one for each ground and each number of colours.
//!
//! Knows nothing but the values. What they have to hold is tested in `theme/legible`: text stands
//! out, arrests and rescues stay apart for every eye and in grey. The 16 colours are the
//! terminal's own; they are chosen by what the usual palettes show for them.

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
    /// Bars and large digits.
    pub(super) arrests: Color,
    pub(super) rescues: Color,
    /// The same as words, which have to stand out more than what is large.
    pub(super) arrests_label: Color,
    pub(super) rescues_label: Color,
    /// Half the way from the ground to the rescues; `None` where the palette has no such colour.
    pub(super) shade: Option<Color>,
    pub(super) selected: Option<Color>,
}

impl Hues {
    /// Whether these are the 16 colours of the terminal, on a ground of the terminal.
    pub(super) const fn is_palette(&self) -> bool {
        !matches!(self.ground, Color::Rgb(..) | Color::Indexed(_))
    }

    /// Whether the ground is a dark one.
    pub(super) const fn is_dark(&self) -> bool {
        match self.ground {
            Color::Rgb(_, green, _) => green < 0x80,
            Color::Indexed(index) => index != 231,
            _ => matches!(self.ground, Color::Black),
        }
    }
}

const fn rgb(value: u32) -> Color {
    Color::from_u32(value)
}

/// The terminal's own text colour for everything: good on any ground.
pub(super) const OWN: Hues = Hues {
    ground: Color::Reset,
    text: Color::Reset,
    dim: Color::Reset,
    faint: Color::Reset,
    accent: Color::Reset,
    warn: Color::Reset,
    arrests: Color::Reset,
    rescues: Color::Reset,
    arrests_label: Color::Reset,
    rescues_label: Color::Reset,
    shade: None,
    selected: None,
};

/// 24 bits, the ground unknown: what is large stands out on black and on white.
pub(super) const TRUE: Hues =
    Hues { faint: rgb(0x0080_8080), arrests: rgb(0x00b0_500f), rescues: rgb(0x002f_a1a0), ..OWN };

/// 24 bits on dark.
pub(super) const TRUE_DARK: Hues = Hues {
    ground: rgb(0x0014_171c),
    text: rgb(0x00d8_dce3),
    dim: rgb(0x0095_9eae),
    faint: rgb(0x0042_4a57),
    accent: rgb(0x00b9_aef7),
    warn: rgb(0x00e8_c765),
    arrests: rgb(0x00ee_8b45),
    rescues: rgb(0x007f_e0dd),
    arrests_label: rgb(0x00ee_8b45),
    rescues_label: rgb(0x007f_e0dd),
    shade: Some(rgb(0x0049_7b7c)),
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
    arrests: rgb(0x007a_1a00),
    rescues: rgb(0x0007_7069),
    arrests_label: rgb(0x007a_1a00),
    rescues_label: rgb(0x0007_7069),
    shade: Some(rgb(0x0081_b5b0)),
    selected: Some(rgb(0x00e9_e6f5)),
};

/// 24 bits, black as it can be.
pub(super) const TRUE_CONTRAST_DARK: Hues = Hues {
    ground: rgb(0x0000_0000),
    text: rgb(0x00ff_ffff),
    dim: rgb(0x00e0_e0e0),
    faint: rgb(0x009a_9a9a),
    accent: rgb(0x00d9_cfff),
    warn: rgb(0x00ff_e14d),
    arrests: rgb(0x00ff_9a45),
    rescues: rgb(0x00a8_fffb),
    arrests_label: rgb(0x00ff_9a45),
    rescues_label: rgb(0x00a8_fffb),
    shade: Some(rgb(0x0054_7f7d)),
    selected: None,
};

/// 24 bits, white as it can be.
pub(super) const TRUE_CONTRAST_LIGHT: Hues = Hues {
    ground: rgb(0x00ff_ffff),
    text: rgb(0x0000_0000),
    dim: rgb(0x0030_3030),
    faint: rgb(0x0055_5555),
    accent: rgb(0x003d_1fa8),
    warn: rgb(0x006b_3d00),
    arrests: rgb(0x005c_1a00),
    rescues: rgb(0x0000_635d),
    arrests_label: rgb(0x005c_1a00),
    rescues_label: rgb(0x0000_635d),
    shade: Some(rgb(0x007f_b1ae)),
    selected: None,
};

/// 256 colours, the ground unknown.
pub(super) const INDEXED: Hues = Hues {
    faint: Color::Indexed(244),
    arrests: Color::Indexed(137),
    rescues: Color::Indexed(25),
    ..OWN
};

/// 256 colours on dark.
pub(super) const INDEXED_DARK: Hues = Hues {
    ground: Color::Indexed(234),
    text: Color::Indexed(253),
    dim: Color::Indexed(249),
    faint: Color::Indexed(239),
    accent: Color::Indexed(147),
    warn: Color::Indexed(221),
    arrests: Color::Indexed(208),
    rescues: Color::Indexed(123),
    arrests_label: Color::Indexed(208),
    rescues_label: Color::Indexed(123),
    shade: Some(Color::Indexed(66)),
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
    arrests: Color::Indexed(88),
    rescues: Color::Indexed(30),
    arrests_label: Color::Indexed(88),
    rescues_label: Color::Indexed(23),
    shade: Some(Color::Indexed(116)),
    selected: Some(Color::Indexed(254)),
};

/// 256 colours, black as it can be.
pub(super) const INDEXED_CONTRAST_DARK: Hues = Hues {
    ground: Color::Indexed(16),
    text: Color::Indexed(231),
    dim: Color::Indexed(254),
    faint: Color::Indexed(248),
    accent: Color::Indexed(189),
    warn: Color::Indexed(227),
    arrests: Color::Indexed(208),
    rescues: Color::Indexed(159),
    arrests_label: Color::Indexed(208),
    rescues_label: Color::Indexed(159),
    shade: Some(Color::Indexed(66)),
    selected: None,
};

/// 256 colours, white as it can be.
pub(super) const INDEXED_CONTRAST_LIGHT: Hues = Hues {
    ground: Color::Indexed(231),
    text: Color::Indexed(16),
    dim: Color::Indexed(236),
    faint: Color::Indexed(240),
    accent: Color::Indexed(54),
    warn: Color::Indexed(52),
    arrests: Color::Indexed(52),
    rescues: Color::Indexed(23),
    arrests_label: Color::Indexed(52),
    rescues_label: Color::Indexed(23),
    shade: Some(Color::Indexed(109)),
    selected: None,
};

/// The terminal's own 16 colours on dark.
pub(super) const ANSI_DARK: Hues = Hues {
    ground: Color::Black,
    text: Color::White,
    dim: Color::Gray,
    faint: Color::DarkGray,
    accent: Color::LightGreen,
    warn: Color::LightYellow,
    arrests: Color::LightRed,
    rescues: Color::LightCyan,
    arrests_label: Color::LightRed,
    rescues_label: Color::LightCyan,
    shade: None,
    selected: None,
};

/// The terminal's own 16 colours on light.
pub(super) const ANSI_LIGHT: Hues = Hues {
    ground: Color::White,
    text: Color::Black,
    dim: Color::Black,
    faint: Color::DarkGray,
    accent: Color::Magenta,
    warn: Color::Black,
    arrests: Color::Red,
    rescues: Color::Blue,
    arrests_label: Color::Red,
    rescues_label: Color::Blue,
    shade: None,
    selected: None,
};

/// The terminal's own 16 colours, as far apart from black as they go.
pub(super) const ANSI_CONTRAST_DARK: Hues = Hues {
    dim: Color::White,
    faint: Color::Gray,
    accent: Color::LightYellow,
    arrests_label: Color::White,
    rescues_label: Color::White,
    ..ANSI_DARK
};

/// The terminal's own 16 colours, as far apart from white as they go.
pub(super) const ANSI_CONTRAST_LIGHT: Hues = Hues {
    faint: Color::Black,
    accent: Color::Black,
    arrests_label: Color::Black,
    rescues_label: Color::Black,
    ..ANSI_LIGHT
};
