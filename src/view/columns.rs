//! The columns of the table of countries: how wide each is, and which of them are in view.
//!
//! Knows what the cells say. Computed once a frame; draws nothing.

use ratatui::layout::Rect;

use super::widget::text;
use crate::app::App;
use crate::model::group::By;
use crate::model::query::Column;

/// Blanks before a column.
const GAP: u16 = 2;

/// The least room for the name of an operation, and that it is preliminary.
const OPERATION: u16 = 26;

/// A column in view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// Which one.
    pub(super) column: Column,
    /// The part of it in which numbers stand in line; nouns follow.
    pub(super) numbers: u16,
    start: u16,
    width: u16,
}

impl Shown {
    /// Its area in a row of the table.
    pub(super) fn area(self, row: Rect) -> Rect {
        let x = row.x.saturating_add(self.start);
        Rect { x, width: self.width, ..row }.intersection(row)
    }
}

/// How wide a column wants to be: all of it, and its numbers.
fn wanted(app: &App, column: Column) -> (u16, u16) {
    // The marker of the cursor, the way it is sorted, and its rank in the order.
    let head = text::width(column.heading()) + 3;
    let Column::Family(family) = column else {
        let widest = (app.extent().name() + 2).max(head);
        return (widest, widest);
    };
    let (numbers, nouns) = app.extent().family(family);
    if nouns == 0 {
        let all = numbers.max(head);
        return (all, all);
    }
    ((numbers + 1 + nouns).max(head), numbers)
}

/// The columns in view in a row of some width: the name, then as many families as fit, moved to
/// the right as far as the column under the cursor asks for.
pub(super) fn shown(app: &App, width: u16) -> Vec<Shown> {
    let operations = app.groups().is_some_and(|groups| groups.by == By::Operation);
    let least = if operations { OPERATION } else { 12 };
    let name = wanted(app, Column::Name).0.min(width / 3).max(least);
    let room = width.saturating_sub(name);
    let families: Vec<(Column, u16, u16)> = Column::ALL
        .into_iter()
        .filter(|column| *column != Column::Name)
        .map(|column| {
            let (all, numbers) = wanted(app, column);
            (column, all, numbers)
        })
        .collect();
    let cursor = families.iter().position(|(column, ..)| *column == app.column()).unwrap_or(0);
    let reaches_cursor = |first: &usize| {
        let upto = families.iter().take(cursor + 1).skip(*first);
        upto.map(|(_, all, _)| all + GAP).fold(0, u16::saturating_add) <= room
    };
    let first = (0..=cursor).find(reaches_cursor).unwrap_or(cursor);
    let mut shown = vec![Shown { column: Column::Name, numbers: name, start: 0, width: name }];
    let mut start = name;
    for (column, all, numbers) in families.into_iter().skip(first) {
        let fits = start + GAP + all <= width;
        if !fits && shown.len() > 1 {
            break;
        }
        let all = all.min(width.saturating_sub(start + GAP));
        shown.push(Shown { column, numbers, start: start + GAP, width: all });
        start += GAP + all;
    }
    shown
}
