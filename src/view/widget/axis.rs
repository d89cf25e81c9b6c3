//! The axis under mirrored bars: its ticks and their numbers on one row.
//!
//! Knows scales. The numbers stand where their ticks are, on both sides.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::bar::Scale;
use super::text;
use crate::model::number::thousands;

/// An axis with zero (or one, if logarithmic) in its middle.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// How numbers become lengths.
    pub scale: Scale,
    /// The cells of each side.
    pub cells: u16,
    /// The look of the line.
    pub line: Style,
    /// The look of the numbers.
    pub numbers: Style,
}

impl Axis {
    /// The numbers to print: the middle first, then the largest, so that these win where room is
    /// short.
    fn ticks(&self) -> Vec<u64> {
        match self.scale {
            Scale::Linear(most) => vec![0, most],
            Scale::Log(most) => {
                let powers = (1..=most.max(1).ilog10()).rev();
                let one = std::iter::once(1);
                one.chain(powers.filter_map(|power| 10_u64.checked_pow(power))).collect()
            }
        }
    }

    fn distance(&self, value: u64) -> u16 {
        let eighths = match (self.scale, value) {
            (Scale::Log(_), 1) | (_, 0) => 0,
            (scale, value) => scale.eighths(value, self.cells),
        };
        u16::try_from(eighths / 8).unwrap_or(self.cells)
    }
}

impl Widget for Axis {
    /// Draws the axis; `area` is as wide as both sides and the middle, plus what the outermost
    /// numbers need beyond the ends.
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(*buffer.area());
        let middle = area.x + area.width / 2;
        let from = middle.saturating_sub(self.cells).max(area.x);
        let to = (middle + self.cells + 1).min(area.right());
        let line = Rect { x: from, width: to.saturating_sub(from), ..area };
        text::fill(buffer, line, "─", self.line);
        let mut taken: Vec<(u16, u16)> = Vec::new();
        for value in self.ticks() {
            let said = thousands(value);
            let width = text::width(&said);
            let distance = self.distance(value);
            let starts = [middle.checked_sub(distance), middle.checked_add(distance)].map(|at| {
                let start = at.unwrap_or(area.x).saturating_sub(width / 2).max(area.x);
                start.min(area.right().saturating_sub(width))
            });
            let free = |start: &u16| {
                let end = start.saturating_add(width);
                end <= area.right() && taken.iter().all(|(from, to)| end < *from || start > to)
            };
            // Both sides carry a number, or neither does.
            if starts.iter().all(free) {
                for start in starts {
                    let room = Rect { x: start, width, ..area };
                    text::write(buffer, room, &said, self.numbers);
                    taken.push((start, start.saturating_add(width)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(scale: Scale, cells: u16, width: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let style = Style::new();
        Axis { scale, cells, line: style, numbers: style }.render(buffer.area, &mut buffer);
        (0..width).map(|x| buffer[(x, 0)].symbol()).collect()
    }

    #[test]
    fn both_ends_and_the_middle_carry_their_numbers() {
        assert_eq!(drawn(Scale::Linear(1500), 8, 21), "1,500─────0─────1,500");
    }

    #[test]
    fn powers_of_ten_stand_at_even_distances() {
        assert_eq!(drawn(Scale::Log(100), 8, 21), " 100─10───1──10──100 ");
    }

    #[test]
    fn numbers_that_find_no_room_are_left_out() {
        let tight = drawn(Scale::Log(10_000), 4, 13);
        assert_eq!(tight.trim(), "────1────".to_owned(), "{tight}");
    }
}
