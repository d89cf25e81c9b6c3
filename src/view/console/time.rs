//! The time of the talk: how much has gone by, whether that is as planned, and what time it is.
//!
//! Knows large digits. Whether a talk is late is said in words; the colour only repeats it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::app::console::Console;
use crate::app::console::pace::{Pace, duration};
use crate::theme::{Signs, Theme};
use crate::view::layout::Size;
use crate::view::widget::digits::{Digits, Scale};
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// What the help says about the time.
pub(super) const HELP: [&str; 2] = [
    "The time of the talk is that of the presentation, or begins here and now with t.",
    "With --minutes each slide may take its even share of them. On time is up to half a minute \
     before or after that share; what is ahead or behind is the whole way to it.",
];

/// The size of the digits.
const fn scale(area: Rect) -> u16 {
    match Size::of(area) {
        Some(Size::Huge) => 3,
        Some(Size::Wide) => 2,
        _ => 1,
    }
}

/// How many rows the time takes in a window.
pub(super) fn rows(window: Rect) -> u16 {
    (5 * scale(window)).div_ceil(2)
}

/// Draws the time of the talk to the left, the time of day to the right, the pace between them.
pub(super) fn draw(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let scale = (area.height * 2 / 5).max(1);
    let (hour, minute) = console.clock();
    let elapsed = duration(console.elapsed());
    let left =
        area.x.saturating_add(digits(&elapsed, scale, theme.title, theme, (area, false), buffer));
    let clock = format!("{hour:02}:{minute:02}");
    let right = area.right();
    let right = right.saturating_sub(digits(&clock, scale, theme.dim, theme, (area, true), buffer));
    let gap = 1 + scale;
    let x = left.saturating_add(gap).min(right);
    let middle = Rect { x, width: right.saturating_sub(x + gap), ..area };
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..middle };
    let used = text::write_right(buffer, last, "time of day", theme.dim);
    let rest = Rect { width: last.width.saturating_sub(used + 2), ..last };
    text::write(buffer, rest, "of the talk", theme.dim);
    pace(console, theme, Rect { height: area.height.saturating_sub(1), ..middle }, buffer);
}

/// A time in large digits at the left or the right end of an area; the columns it took. In ASCII the
/// small ones are drawn in lines.
fn digits(
    said: &str,
    scale: u16,
    style: Style,
    theme: &Theme,
    (area, at_right): (Rect, bool),
    buffer: &mut Buffer,
) -> u16 {
    let ascii = theme.signs == Signs::Ascii;
    let Some(large) = Large::new(said, scale) else { return 0 };
    let width = large.width().min(area.width);
    let x = if at_right { area.right() - width } else { area.x };
    let area = Rect { x, width, ..area };
    if ascii && scale == 1 {
        Digits::new(said.to_owned(), Scale::Half).style(style).in_lines(true).render(area, buffer);
    } else {
        (&large.style(style).in_cells(ascii)).render(area, buffer);
    }
    width
}

/// Whether the talk is on time, and how much of it is left.
fn pace(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(minutes) = console.minutes() else { return };
    let (all, elapsed) = (u64::from(minutes) * 60, console.elapsed());
    let left = match all.checked_sub(elapsed) {
        Some(left) => format!("{} left of {}", duration(left), duration(all)),
        None => format!("{} over {}", duration(elapsed - all), duration(all)),
    };
    let line = |y: u16| Rect { y: area.y + y, height: 1, ..area };
    let mut y = 0;
    if let Some(pace) = console.pace() {
        let style = match pace {
            Pace::OnTime => theme.title,
            Pace::Ahead(_) => theme.accent,
            Pace::Behind(_) => theme.warn,
        };
        let large = Large::new(&pace.to_string(), 1)
            .filter(|large| area.height > large.height() + 1 && large.width() <= area.width);
        if let Some(large) = large {
            let large = large.style(style).in_cells(theme.signs == Signs::Ascii);
            (&large).render(area, buffer);
            y = large.height() + 1;
        } else {
            text::write(buffer, line(0), &pace.to_string(), style);
            y = 1;
        }
    }
    text::write(buffer, line(y), &left, theme.dim);
}
