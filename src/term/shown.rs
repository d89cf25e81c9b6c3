//! The frame on the screen, kept in a third of the room that cells to be drawn on take.
//!
//! Knows cells, and how little of one has to be remembered to tell whether another looks the same.
//! Must not know how they come on the screen.

use std::iter;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// A frame.
#[derive(Debug, Default)]
pub(super) struct Shown {
    area: Rect,
    marks: Vec<Mark>,
    /// Symbols of more than four bytes with the places of their marks, in order.
    long: Vec<(usize, Box<str>)>,
}

/// A cell: its symbol, in short, and its look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mark {
    symbol: [u8; 4],
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Stands for a symbol of more than four bytes; no text has such bytes.
const LONG: [u8; 4] = [u8::MAX; 4];

const BLANK: Mark = Mark {
    symbol: [b' ', 0, 0, 0],
    fg: Cell::EMPTY.fg,
    bg: Cell::EMPTY.bg,
    modifier: Modifier::empty(),
};

/// The bytes of a symbol, if there are no more than four.
fn short(symbol: &str) -> [u8; 4] {
    match *symbol.as_bytes() {
        [a] => [a, 0, 0, 0],
        [a, b, c] => [a, b, c, 0],
        [a, b] => [a, b, 0, 0],
        [a, b, c, d] => [a, b, c, d],
        _ => LONG,
    }
}

impl Mark {
    fn of(cell: &Cell) -> Self {
        let symbol = short(cell.symbol());
        Self { symbol, fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a cell looks as it is shown, if its symbol is a short one. That is asked of every
    /// cell of every frame: what differs most comes first, and one byte is the usual, or three.
    fn is_same(&self, cell: &Cell) -> bool {
        self.fg == cell.fg
            && self.modifier == cell.modifier
            && self.bg == cell.bg
            && match *cell.symbol().as_bytes() {
                [one] => self.symbol == [one, 0, 0, 0],
                [a, b, c] => self.symbol == [a, b, c, 0],
                _ => self.symbol != LONG && self.symbol == short(cell.symbol()),
            }
    }
}

impl Shown {
    /// Forgets everything: an empty screen of some size.
    pub(super) fn clear(&mut self, area: Rect) {
        self.area = area;
        self.marks.clear();
        self.marks.resize(usize::from(area.width) * usize::from(area.height), BLANK);
        self.long.clear();
    }

    /// Its size.
    pub(super) const fn area(&self) -> Rect {
        self.area
    }

    /// The places of the cells of a row.
    fn row(&self, y: u16) -> Range<usize> {
        let width = usize::from(self.area.width);
        let start = usize::from(y.saturating_sub(self.area.y)) * width;
        start..start + width
    }

    /// Which cells of a row do not look like those of another frame, from the left.
    pub(super) fn changed<'a>(
        &'a self,
        y: u16,
        next: &'a [Cell],
    ) -> impl Iterator<Item = (u16, &'a Cell)> {
        let mut from = 0;
        iter::from_fn(move || {
            let found = self.change(y, next, from)?;
            from = found + 1;
            let x = self.area.x.saturating_add(u16::try_from(found).ok()?);
            next.get(found).map(|cell| (x, cell))
        })
    }

    /// The first cell of a row, from one on, that does not look like that of another frame.
    fn change(&self, y: u16, next: &[Cell], from: usize) -> Option<usize> {
        let row = self.row(y);
        let marks = self.marks.get(row.clone())?;
        let mut at = from;
        loop {
            let mut pairs = marks.get(at..)?.iter().zip(next.get(at..)?);
            at += pairs.position(|(mark, cell)| !mark.is_same(cell))?;
            if !self.is_same_long(row.start + at, *marks.get(at)?, next.get(at)?) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// Whether a cell looks as it is shown, if its symbol is a long one.
    fn is_same_long(&self, place: usize, mark: Mark, cell: &Cell) -> bool {
        mark == Mark::of(cell)
            && mark.symbol == LONG
            && self.long(place).is_some_and(|long| *long == *cell.symbol())
    }

    fn long(&self, place: usize) -> Option<&str> {
        let found = self.long.binary_search_by_key(&place, |(place, _)| *place).ok()?;
        self.long.get(found).map(|(_, symbol)| &**symbol)
    }

    /// Whether every character of a row is one cell wide.
    pub(super) fn is_narrow(&self, y: u16) -> bool {
        let mut marks = self.row(y).zip(self.marks.get(self.row(y)).unwrap_or_default());
        marks.all(|(place, mark)| match mark.symbol {
            [_, 0, 0, 0] => true,
            _ => self.symbol(place, mark).cell_width() == 1,
        })
    }

    /// Takes over a row of another frame.
    pub(super) fn keep(&mut self, y: u16, next: &[Cell]) {
        let row = self.row(y);
        if !self.long.is_empty() {
            self.long.retain(|(place, _)| !row.contains(place));
        }
        let marks = self.marks.get_mut(row.clone()).unwrap_or_default();
        for (place, (mark, cell)) in row.zip(marks.iter_mut().zip(next)) {
            *mark = Mark::of(cell);
            if mark.symbol == LONG {
                let at = self.long.partition_point(|(before, _)| *before < place);
                self.long.insert(at, (place, cell.symbol().into()));
            }
        }
    }

    /// Makes a cell look changed, unless it looks different from the next one already. The symbol
    /// stays: its width says which cells beside it have to be painted.
    pub(super) fn expose(&mut self, (x, y): (u16, u16), next: &Cell) {
        let place = self.row(y).start + usize::from(x.saturating_sub(self.area.x));
        if let Some(mark) = self.marks.get_mut(place)
            && mark.modifier == next.modifier
        {
            mark.modifier.toggle(Modifier::HIDDEN);
        }
    }

    fn symbol<'a>(&'a self, place: usize, mark: &'a Mark) -> &'a str {
        if mark.symbol == LONG {
            return self.long(place).unwrap_or_default();
        }
        let length = mark.symbol.iter().position(|byte| *byte == 0).unwrap_or(mark.symbol.len());
        let short = mark.symbol.get(..length).and_then(|bytes| str::from_utf8(bytes).ok());
        short.unwrap_or_default()
    }

    fn cell(&self, place: usize, mark: &Mark) -> Cell {
        let mut cell = Cell::default();
        cell.set_symbol(self.symbol(place, mark));
        (cell.fg, cell.bg, cell.modifier) = (mark.fg, mark.bg, mark.modifier);
        cell
    }

    /// The frame as ratatui has it.
    pub(super) fn to_buffer(&self) -> Buffer {
        let cells = self.marks.iter().enumerate().map(|(place, mark)| self.cell(place, mark));
        Buffer { area: self.area, content: cells.collect() }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::term::difference::rows;
    use proptest::prelude::*;
    use ratatui::style::Style;

    const AREA: Rect = Rect::new(2, 3, 6, 4);

    pub(in crate::term) fn shown(frame: &Buffer) -> Shown {
        let mut shown = Shown::default();
        shown.clear(frame.area);
        keep(&mut shown, frame);
        shown
    }

    fn keep(shown: &mut Shown, frame: &Buffer) {
        rows(frame).for_each(|(y, row)| shown.keep(y, row));
    }

    /// A few texts somewhere on a frame, each in a style of its own.
    pub(in crate::term) fn frames() -> impl Strategy<Value = Buffer> {
        let styles = [Style::new(), Style::new().red(), Style::new().on_blue()];
        let text = "[ab ▏é]{0,6}|(👩‍👧|a\u{301}\u{323}|北){0,3}";
        let text = (text, 2..8_u16, 3..7_u16, 0..3_usize);
        prop::collection::vec(text, 0..5).prop_map(move |texts| {
            let mut buffer = Buffer::empty(AREA);
            for (text, x, y, style) in texts {
                buffer.set_stringn(x, y, text, usize::from(AREA.right() - x), styles[style]);
            }
            buffer
        })
    }

    proptest! {
        #[test]
        fn nothing_that_is_seen_of_a_frame_is_lost(first in frames(), next in frames()) {
            let mut kept = shown(&first);
            prop_assert_eq!(kept.to_buffer(), first);
            keep(&mut kept, &next);
            prop_assert_eq!(kept.to_buffer(), next);
        }

        #[test]
        fn a_cell_has_changed_where_it_is_another_one(first in frames(), next in frames()) {
            let kept = shown(&first);
            let rows = next.content.chunks(6).zip(first.content.chunks(6));
            for (y, (row, before)) in (3..).zip(rows) {
                let ours: Vec<u16> = kept.changed(y, row).map(|(x, _)| x).collect();
                let both = (2..).zip(row.iter().zip(before));
                let all: Vec<u16> = both.filter(|(_, (a, b))| a != b).map(|(x, _)| x).collect();
                prop_assert_eq!(ours, all);
            }
        }
    }
}
