//! A bar to the left or to the right of an axis, an eighth of a cell precise.
//!
//! The smallest number is an eighth of a cell, never nothing; no bar is ever drawn for what was
//! not reported, because none is asked for. Migrants have a texture of their own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

/// Eighths of a cell, filled from the left.
const EIGHTHS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// The side of the axis on which a bar lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The bar ends at the right edge of its area and grows to the left.
    Left,
    /// The bar starts at the left edge of its area and grows to the right.
    Right,
}

/// What a bar is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Texture {
    /// Victims, suspects and others.
    Solid,
    /// Migrants: shaded, its precise end in a colour as light as the shade.
    Shaded,
}

/// How numbers become lengths.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// In proportion; the number is the one at full length.
    Linear(u64),
    /// Each step is ten times the one before, from 1 on; the number is the one at full length.
    Log(u64),
}

impl Scale {
    /// The length of a number in eighths of a cell, where the full length is `cells`.
    #[must_use]
    pub fn eighths(self, value: u64, cells: u16) -> u32 {
        let full = u32::from(cells) * 8;
        if value == 0 || full == 0 {
            return 0;
        }
        let length = match self {
            Self::Linear(most) => {
                let wide = u128::from(value) * u128::from(full);
                let length = (wide + u128::from(most) / 2) / u128::from(most.max(1));
                u32::try_from(length).unwrap_or(full)
            }
            Self::Log(most) => log_eighths(value, most.max(2), full),
        };
        length.clamp(1, full)
    }
}

/// The length on a logarithmic axis that begins at 1.
fn log_eighths(value: u64, most: u64, full: u32) -> u32 {
    let length = (log10(value) / log10(most) * f64::from(full)).round().clamp(0.0, f64::from(full));
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range of the target just above"
    )]
    let eighths = length as u32;
    eighths
}

/// The decimal logarithm of a number from 1 up, from its first digits.
fn log10(value: u64) -> f64 {
    let step = value.max(1).ilog10();
    let millionths = u128::from(value.max(1)) * 1_000_000 / 10_u128.pow(step);
    let mantissa = f64::from(u32::try_from(millionths).unwrap_or(1_000_000)) / 1_000_000.0;
    f64::from(step) + log10_of_digits(mantissa)
}

/// The decimal logarithm of a number from 1 to 10, to nine digits. Three square roots bring it
/// close to 1, where a few terms of the series do. The function of the standard library would be
/// the only one that needs the system's library of mathematics, and loading that is a tenth of
/// the time and of the memory of a start.
fn log10_of_digits(mantissa: f64) -> f64 {
    let near = mantissa.sqrt().sqrt().sqrt();
    let step = (near - 1.0) / (near + 1.0);
    let square = step * step;
    let terms = [9.0, 7.0, 5.0, 3.0, 1.0];
    let series = terms.iter().fold(0.0, |sum, term| sum * square + 1.0 / term);
    16.0 * step * series / std::f64::consts::LN_10
}

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// The side of the axis.
    pub side: Side,
    /// Its length in eighths of a cell.
    pub eighths: u32,
    /// What it is made of.
    pub texture: Texture,
    /// Its colour.
    pub style: Style,
    /// The colour of the last, partly filled cell of a shaded bar: as light as the shade.
    pub edge: Style,
}

impl Bar {
    /// How many cells it touches.
    #[must_use]
    pub fn cells(&self) -> u16 {
        u16::try_from(self.eighths.div_ceil(8)).unwrap_or(u16::MAX)
    }

    /// The symbol and style of the cell `distance` cells from the axis.
    fn cell(&self, distance: u16) -> (&'static str, Style) {
        let before = u32::from(distance) * 8;
        let filled = self.eighths.saturating_sub(before).min(8);
        let last = self.eighths <= before + 8;
        let whole = filled == 8 || !last;
        let style = match (self.texture, whole) {
            (Texture::Shaded, true) => return ("▒", self.style),
            (Texture::Shaded, false) => self.edge,
            (Texture::Solid, _) => self.style,
        };
        let eighth = |count: u32| {
            usize::try_from(count).ok().and_then(|i| EIGHTHS.get(i)).copied().unwrap_or("█")
        };
        match self.side {
            Side::Left if filled < 8 => {
                // There are no blocks that fill from the right: the empty part is drawn instead.
                (eighth(8 - filled), style.add_modifier(Modifier::REVERSED))
            }
            _ => (eighth(filled), style),
        }
    }
}

impl Widget for Bar {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(*buffer.area());
        for distance in 0..self.cells().min(area.width) {
            let x = match self.side {
                Side::Left => area.right() - 1 - distance,
                Side::Right => area.x + distance,
            };
            let (symbol, style) = self.cell(distance);
            if let Some(cell) = buffer.cell_mut((x, area.y)) {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(side: Side, eighths: u32, texture: Texture) -> (String, usize) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        Bar { side, eighths, texture, style: Style::new(), edge: Style::new().dim() }
            .render(buffer.area, &mut buffer);
        let reversed = |x| buffer[(x, 0)].modifier.contains(Modifier::REVERSED);
        let text = (0..4).map(|x| buffer[(x, 0)].symbol()).collect();
        (text, (0..4).filter(|x| reversed(*x)).count())
    }

    #[test]
    fn bars_grow_away_from_the_axis_by_eighths() {
        assert_eq!(drawn(Side::Right, 19, Texture::Solid), ("██▍ ".into(), 0));
        assert_eq!(drawn(Side::Left, 19, Texture::Solid), (" ▋██".into(), 1));
        assert_eq!(drawn(Side::Left, 16, Texture::Solid), ("  ██".into(), 0));
        assert_eq!(drawn(Side::Right, 0, Texture::Solid), ("    ".into(), 0));
    }

    #[test]
    fn migrants_are_shaded_with_a_precise_end() {
        assert_eq!(drawn(Side::Right, 19, Texture::Shaded), ("▒▒▍ ".into(), 0));
        assert_eq!(drawn(Side::Right, 3, Texture::Shaded), ("▍   ".into(), 0));
        assert_eq!(drawn(Side::Right, 16, Texture::Shaded), ("▒▒  ".into(), 0));
    }

    #[test]
    fn a_linear_length_is_in_proportion_and_never_nothing() {
        let scale = Scale::Linear(1500);
        assert_eq!(scale.eighths(1500, 20), 160);
        assert_eq!(scale.eighths(750, 20), 80);
        assert_eq!(scale.eighths(1, 20), 1);
        assert_eq!(scale.eighths(0, 20), 0);
        assert_eq!(scale.eighths(u64::MAX, 20), 160);
        assert_eq!(Scale::Linear(u64::MAX).eighths(u64::MAX, u16::MAX), u32::from(u16::MAX) * 8);
    }

    #[test]
    fn a_logarithm_is_right_to_nine_digits() {
        for millionths in (1_000_000..=10_000_000).step_by(997) {
            let mantissa = f64::from(millionths) / 1_000_000.0;
            let error = (log10_of_digits(mantissa) - mantissa.log10()).abs();
            assert!(error < 1e-9, "{mantissa}: {error}");
        }
    }

    #[test]
    fn a_log_length_steps_by_tens() {
        let scale = Scale::Log(10_000);
        let lengths = [1, 10, 100, 1000, 10_000].map(|value| scale.eighths(value, 20));
        assert_eq!(lengths, [1, 40, 80, 120, 160]);
        assert!((11..=13).contains(&scale.eighths(2, 20)), "log 2 is 0.301 of a step of 40");
        assert!((27..=28).contains(&scale.eighths(5, 20)), "log 5 is 0.699 of a step of 40");
        assert!((78..=80).contains(&scale.eighths(99, 20)));
        let values: Vec<u32> = (1..2000).map(|value| scale.eighths(value, 20)).collect();
        assert!(values.is_sorted());
    }
}
