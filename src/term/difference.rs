//! The difference between two frames: the cells that have to be written.
//!
//! Knows cells, and that few rows change at a time. ratatui's own search looks up how wide every
//! cell of every frame is; here that is asked only of the rows that changed, and where one of them
//! holds a character wider than a cell, the whole frame is left to ratatui.

use ratatui::buffer::{Buffer, Cell, CellWidth};

/// Rows that differ.
pub(super) struct Rows<'a> {
    left: u16,
    rows: Vec<Row<'a>>,
}

/// A row that differs: where it is, its cells as shown, and as they will be.
struct Row<'a> {
    y: u16,
    shown: &'a [Cell],
    next: &'a [Cell],
}

impl<'a> Rows<'a> {
    /// The rows that differ between two frames of one area; `None` if any of them holds or held
    /// what is not one cell wide.
    pub(super) fn between(shown: &'a Buffer, next: &'a Buffer) -> Option<Self> {
        let area = next.area();
        let width = usize::from(area.width).max(1);
        let both = shown.content().chunks(width).zip(next.content().chunks(width));
        let rows: Vec<Row<'_>> = (area.y..)
            .zip(both)
            .filter(|(_, (shown, next))| !shown.iter().zip(*next).all(same))
            .map(|(y, (shown, next))| Row { y, shown, next })
            .collect();
        let narrow = |cells: &[Cell]| cells.iter().all(|cell| cell.cell_width() == 1);
        let all = rows.iter().all(|row| narrow(row.shown) && narrow(row.next));
        all.then_some(Self { left: area.x, rows })
    }

    /// The cells that differ, each with its column and its row.
    pub(super) fn cells(&self) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
        self.rows.iter().flat_map(|row| {
            let both = row.shown.iter().zip(row.next);
            (self.left..)
                .zip(both)
                .filter(|(_, both)| !same(*both))
                .map(|(x, (_, next))| (x, row.y, next))
        })
    }
}

/// Whether two cells look the same. That is asked of every cell of every frame, so what differs
/// most is asked first, and the symbols, nearly all of one byte, are not handed to a function that
/// is made for long texts.
fn same((one, other): (&Cell, &Cell)) -> bool {
    one.fg == other.fg
        && one.modifier == other.modifier
        && one.bg == other.bg
        && match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one == other,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    const AREA: Rect = Rect::new(2, 3, 6, 4);

    /// A few texts somewhere on a frame, each in a style of its own.
    fn frames() -> impl Strategy<Value = Buffer> {
        let styles = [Style::new(), Style::new().fg(Color::Red), Style::new().bg(Color::Blue)];
        let text = ("[ab ▏]{0,6}|[a北]{0,3}", 2..8_u16, 3..7_u16, 0..3_usize);
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
        fn it_is_what_ratatui_finds(shown in frames(), next in frames()) {
            if let Some(rows) = Rows::between(&shown, &next) {
                let ours: Vec<_> = rows.cells().collect();
                let theirs: Vec<_> = shown.diff_iter(&next).collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn wide_characters_in_rows_that_changed_are_left_to_ratatui() {
        let frame = |text| Buffer::with_lines(["", text, ""]);
        assert!(Rows::between(&frame("北京x"), &frame("北京y")).is_none());
        assert!(Rows::between(&frame("北京x"), &frame("     ")).is_none());
        let (shown, next) = (Buffer::with_lines(["北京", "a"]), Buffer::with_lines(["北京", "b"]));
        assert_eq!(Rows::between(&shown, &next).unwrap().cells().count(), 1);
    }
}
