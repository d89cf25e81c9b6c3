//! Colours as they meet the eye: contrast, and how far apart two of them are.
//!
//! Knows published arithmetic, each with its source. Must not know a theme.

use std::fmt;

use ratatui::style::Color;

/// Red, green and blue, eight bits each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(u32);

impl Rgb {
    pub(super) const fn new(value: u32) -> Self {
        Self(value)
    }

    /// The light of each part, from 0 to 1: IEC 61966-2-1.
    fn light(self) -> [f64; 3] {
        [16, 8, 0].map(|shift| {
            let part = f64::from(u8::try_from(self.0 >> shift & 0xff).unwrap()) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }
}

impl fmt::Debug for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

/// How much red, green and blue add to the light of a colour.
const LUMINANCE: [f64; 3] = [0.2126, 0.7152, 0.0722];

fn times(row: [f64; 3], light: [f64; 3]) -> f64 {
    row.into_iter().zip(light).map(|(weight, part)| weight * part).sum()
}

fn luminance(colour: Rgb) -> f64 {
    times(LUMINANCE, colour.light())
}

/// The contrast of WCAG 2: from 1 to 21.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Whose eye, or a printer's.
#[derive(Clone, Copy, Debug)]
pub(super) enum Eye {
    Usual,
    Protan,
    Deutan,
    Tritan,
    Grey,
}

impl Eye {
    pub(super) const ALL: [Self; 5] =
        [Self::Usual, Self::Protan, Self::Deutan, Self::Tritan, Self::Grey];

    /// What the eye makes of light: Machado, Oliveira and Fernandes, *A Physiologically-based
    /// Model for Simulation of Color Vision Deficiency*, 2009, at full severity.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Grey => [LUMINANCE; 3],
        }
    }

    fn sees(self, colour: Rgb) -> [f64; 3] {
        self.matrix().map(|row| times(row, colour.light()).clamp(0.0, 1.0))
    }
}

/// CIE 1976 L*a*b* of light, as a screen's white is.
fn lab(light: [f64; 3]) -> [f64; 3] {
    let root = |part: f64| {
        if part > 0.008_856 { part.cbrt() } else { part * 7.787 + 16.0 / 116.0 }
    };
    let x = root(times([0.4124, 0.3576, 0.1805], light) / 0.950_47);
    let y = root(times(LUMINANCE, light));
    let z = root(times([0.0193, 0.1192, 0.9505], light) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// L*: how light a colour is, from 0 to 100.
pub(super) fn lightness(colour: Rgb) -> f64 {
    lab(colour.light())[0]
}

/// How large a mark has to be: a bar one row high, seen from where one reads it, is a third of a
/// degree, the smallest that has been measured.
const DEGREES: f64 = 1.0 / 3.0;

/// How far apart two colours are for an eye; from 1 on they are apart.
///
/// Stone, Szafir and Setlur, *An Engineering Model for Color Difference as a Function of Size*,
/// 2014: along L*, a* and b* a step of p × (10.16 + 1.50 / degrees), p × (10.68 + 3.08 / degrees)
/// and p × (10.70 + 5.74 / degrees) is told by the part p of all viewers. Theirs was measured
/// with p at one half; here 1 is the step of p at one, and 0.5 what they have measured.
pub(super) fn apart(one: Rgb, other: Rgb, eye: Eye) -> f64 {
    let steps = [(10.16, 1.50), (10.68, 3.08), (10.70, 5.74)];
    let (one, other) = (lab(eye.sees(one)), lab(eye.sees(other)));
    let distance = one.into_iter().zip(other).zip(steps);
    let squares = distance.map(|((one, other), (wide, small))| {
        let step: f64 = wide + small / DEGREES;
        ((one - other) / step).powi(2)
    });
    squares.sum::<f64>().sqrt()
}

/// What a terminal shows for the 16 colours.
pub(super) struct Palette {
    pub(super) name: &'static str,
    pub(super) colours: [Rgb; 16],
}

const fn palette(name: &'static str, values: [u32; 16]) -> Palette {
    let mut colours = [Rgb(0); 16];
    let mut at = 0;
    while at < 16 {
        colours[at] = Rgb(values[at]);
        at += 1;
    }
    Palette { name, colours }
}

/// The palettes that most terminals come with.
pub(super) static PALETTES: [Palette; 3] = [
    palette(
        "the Linux console",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    palette(
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    palette(
        "Windows Terminal",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
];

/// The 16 colours in their order.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

fn place(color: Color) -> Option<usize> {
    NAMED.iter().position(|named| *named == color)
}

/// The lighter partner of one of the darker eight colours.
pub(super) fn brightened(color: Color) -> Option<Color> {
    place(color).filter(|place| *place < 8).map(|place| NAMED[place + 8])
}

/// What a colour looks like; `None` where that is the terminal's own choice.
pub(super) fn shown(color: Color, palette: &Palette) -> Option<Rgb> {
    match color {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some(Rgb(u32::from_be_bytes([0, red, green, blue]))),
        Color::Indexed(index @ 16..) => Some(Rgb(indexed(u32::from(index)))),
        other => Some(palette.colours[place(other).expect("the first 16 go by their names")]),
    }
}

/// The cube of six levels and the greys of the 256 colours.
fn indexed(index: u32) -> u32 {
    if index >= 232 {
        return (8 + (index - 232) * 10) * 0x01_0101;
    }
    let level = |step: u32| if step == 0 { 0 } else { 55 + step * 40 };
    let index = index - 16;
    level(index / 36) << 16 | level(index / 6 % 6) << 8 | level(index % 6)
}

#[test]
fn the_arithmetic_agrees_with_what_is_published() {
    let (black, white) = (Rgb(0), Rgb(0xff_ffff));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    // The grey that is known for just missing 4.5 on white, and its neighbour that does not.
    assert!(contrast(Rgb(0x77_7777), white) < 4.5 && contrast(Rgb(0x76_7676), white) > 4.5);
    let red = lab(Rgb(0xff_0000).light());
    for (found, known) in red.into_iter().zip([53.24, 80.09, 67.20]) {
        assert!((found - known).abs() < 0.1, "{red:?}");
    }
    assert_eq!(indexed(16), 0);
    assert_eq!((indexed(208), indexed(244)), (0xff_8700, 0x80_8080));
}

#[test]
fn an_eye_that_misses_red_or_green_confuses_them() {
    let (red, green) = (Rgb(0xc0_4040), Rgb(0x78_7800));
    assert!(apart(red, green, Eye::Usual) > 2.0);
    assert!(apart(red, green, Eye::Deutan) < 1.0, "{}", apart(red, green, Eye::Deutan));
    let (blue, green) = (Rgb(0x00_6a8f), Rgb(0x00_7840));
    assert!(apart(blue, green, Eye::Usual) > 1.0);
    assert!(apart(blue, green, Eye::Tritan) < 1.0, "{}", apart(blue, green, Eye::Tritan));
}

#[test]
fn colours_that_are_equally_light_are_not_apart_in_grey() {
    // What this house has had before.
    let (arrests, rescues) = (Rgb(0xf2_a35e), Rgb(0x4f_c3c4));
    assert!(apart(arrests, rescues, Eye::Usual) > 3.0);
    assert!(apart(arrests, rescues, Eye::Grey) < 0.1);
}
