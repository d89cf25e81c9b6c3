//! The difference between two frames: the cells that have to be written.
//!
//! Knows cells, and that few rows change at a time. ratatui's own search looks up how wide every
//! cell of every frame is; here that is asked only of the rows that changed, and where one of them
//! holds a character wider than a cell, the whole frame is left to ratatui.

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::shown::Shown;

/// Rows that differ.
pub(super) struct Rows<'a> {
    shown: &'a Shown,
    rows: Vec<(u16, &'a [Cell])>,
}

impl<'a> Rows<'a> {
    /// The rows that differ between two frames of one area; `None` if any of them holds or held
    /// what is not one cell wide.
    pub(super) fn between(shown: &'a Shown, next: &'a Buffer) -> Option<Self> {
        let rows = rows(next).filter(|(y, row)| shown.changed(*y, row).next().is_some());
        let rows: Vec<(u16, &[Cell])> = rows.collect();
        // One byte is one cell wide; that is most of a row.
        let narrow = |cell: &Cell| cell.symbol().len() == 1 || cell.cell_width() == 1;
        let narrow = |cells: &[Cell]| cells.iter().all(narrow);
        let all = rows.iter().all(|(y, next)| narrow(next) && shown.is_narrow(*y));
        all.then_some(Self { shown, rows })
    }

    /// The cells that differ, each with its column and its row.
    pub(super) fn cells(&self) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
        self.rows
            .iter()
            .flat_map(|(y, row)| self.shown.changed(*y, row).map(|(x, cell)| (x, *y, cell)))
    }

    /// The rows, each by where it is.
    pub(super) fn places(&self) -> Vec<u16> {
        self.rows.iter().map(|(y, _)| *y).collect()
    }
}

/// The rows of a frame, each with where it is.
pub(super) fn rows(frame: &Buffer) -> impl Iterator<Item = (u16, &[Cell])> {
    let width = usize::from(frame.area.width).max(1);
    (frame.area.y..).zip(frame.content().chunks(width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::shown::tests::{frames, shown};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_what_ratatui_finds(before in frames(), next in frames()) {
            if let Some(rows) = Rows::between(&shown(&before), &next) {
                let ours: Vec<_> = rows.cells().collect();
                let theirs: Vec<_> = before.diff_iter(&next).collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn wide_characters_in_rows_that_changed_are_left_to_ratatui() {
        let frame = |text| Buffer::with_lines(["", text, ""]);
        assert!(Rows::between(&shown(&frame("北京x")), &frame("北京y")).is_none());
        assert!(Rows::between(&shown(&frame("北京x")), &frame("     ")).is_none());
        let (before, next) = (Buffer::with_lines(["北京", "a"]), Buffer::with_lines(["北京", "b"]));
        assert_eq!(Rows::between(&shown(&before), &next).unwrap().cells().count(), 1);
    }
}
