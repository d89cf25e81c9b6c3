//! How many cells a text fills, and text put into cells.
//!
//! Knows the two ways there are: the one for any text, which asks Unicode's tables where one
//! character ends and how wide it is, and a quick one for texts in which every character fills
//! one cell and joins no other. Nearly all are such, and they are most of what a frame costs.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::model::ascii::is_plain;

/// The width of a text in cells.
pub(super) fn width(text: &str) -> u16 {
    let cells = quick(text).unwrap_or_else(|| text.width());
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// Puts a text that is no wider than the first row of an area, which is on the buffer, into its
/// cells; the cells it took, or nothing if it is wider.
pub(super) fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> Option<u16> {
    let count = quick(text);
    let cells = u16::try_from(count.unwrap_or_else(|| text.width())).unwrap_or(u16::MAX);
    if cells > area.width {
        return None;
    }
    if count.is_none() {
        buffer.set_stringn(area.x, area.y, text, usize::from(area.width), style);
        return Some(cells);
    }
    for (cell, character) in row(buffer, area).zip(text.chars()) {
        // Many blanks are put where there is one.
        if character != ' ' || cell.symbol() != " " {
            cell.set_char(character);
        }
        cell.set_style(style);
    }
    Some(cells)
}

/// Puts one symbol that fills a cell into each of the first row of an area on the buffer.
pub(super) fn fill(buffer: &mut Buffer, area: Rect, symbol: &str, style: Style) {
    for cell in row(buffer, area) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// The cells of the first row of an area on the buffer, found once and not each by itself.
fn row(buffer: &mut Buffer, area: Rect) -> impl Iterator<Item = &mut Cell> {
    let whole = buffer.area;
    let above = usize::from(area.y.saturating_sub(whole.y)) * usize::from(whole.width);
    let from = above + usize::from(area.x.saturating_sub(whole.x));
    let cells = buffer.content.get_mut(from..from + usize::from(area.width));
    cells.unwrap_or_default().iter_mut()
}

/// The number of characters, if each fills one cell by itself.
fn quick(text: &str) -> Option<usize> {
    if is_plain(text) {
        return Some(text.len());
    }
    text.chars().try_fold(0, |count, character| fills_one_cell(character).then_some(count + 1))
}

/// Whether a character fills one cell whatever stands beside it: Latin letters, and the
/// punctuation, arrows, lines and blocks that the board uses.
const fn fills_one_cell(character: char) -> bool {
    matches!(
        character,
        ' '..='~'
            | '\u{a0}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2190}'..='\u{22ff}'
            | '\u{2500}'..='\u{25fc}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect::new(0, 0, 6, 1);

    fn by_ratatui(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_stringn(0, 0, text, 6, Style::new().bold());
        buffer
    }

    fn by_us(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        let cells = put(&mut buffer, AREA, text, Style::new().bold());
        assert_eq!(cells.map(usize::from), Some(text.width()), "{text:?}");
        buffer
    }

    #[test]
    fn the_quick_way_is_the_long_way_for_every_character_that_may_take_it() {
        let all = ('\0'..=char::MAX).filter(|character| fills_one_cell(*character));
        let mut count = 0;
        for text in all.map(|character| format!("a{character}{character}b")) {
            assert_eq!((width(&text), text.width()), (4, 4), "{text:?}");
            assert_eq!(by_us(&text), by_ratatui(&text), "{text:?}");
            count += 1;
        }
        assert!(count > 1_000);
    }

    #[test]
    fn other_texts_take_the_long_way() {
        for text in ["北京", "e\u{301}a", "🇹🇷x", "न\u{93f}", "a\u{ad}b", "a\u{200d}b"] {
            assert_eq!(usize::from(width(text)), text.width(), "{text:?}");
            assert_eq!(by_us(text), by_ratatui(text), "{text:?}");
        }
    }

    #[test]
    fn a_text_that_is_too_wide_is_not_put() {
        for text in ["abcdefg", "北京北京", "üüüüüüü"] {
            let mut buffer = Buffer::empty(AREA);
            assert_eq!(put(&mut buffer, AREA, text, Style::new()), None);
            assert_eq!(buffer, Buffer::empty(AREA));
        }
    }
}
