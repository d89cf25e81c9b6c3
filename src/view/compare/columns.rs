//! The columns of the comparison: what each cell says, how wide each operation is, and which of
//! them are in view.
//!
//! Knows words and widths. Draws nothing.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::compare::{Compare, Line};
use crate::model::compare::digest::Digest;
use crate::model::compare::named::Standing;
use crate::model::compare::rate::Rated;
use crate::report::compared;
use crate::view::widget::text;

/// Blanks before a column.
pub(super) const GAP: u16 = 2;

/// From this width on columns may stand further apart.
const WIDE: u16 = 158;

/// A column in view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// Which operation.
    pub(super) place: usize,
    /// Its area, beside the labels.
    x: u16,
    width: u16,
}

/// The columns in view.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// The room for labels.
    pub(super) label: u16,
    /// Those of operations.
    pub(super) shown: Vec<Shown>,
}

impl Shown {
    /// Its area in a row.
    pub(super) fn area(self, row: Rect) -> Rect {
        Rect { x: row.x.saturating_add(self.x), width: self.width, ..row }.intersection(row)
    }
}

/// What a line says of an operation, and whether that is a number.
pub(super) fn cell(compare: &Compare, line: Line, place: usize) -> (String, bool) {
    match line {
        Line::Family(..) | Line::Fate(..) => (String::new(), false),
        Line::Measure(kind) => {
            let rated = compare.table().at(place, kind, compare.rate());
            (compared::cell(rated), !matches!(rated, Rated::NotReported | Rated::None(_)))
        }
        Line::Country(country) => {
            let named = compare.named().get(country);
            match named.and_then(|named| named.standings.get(place)) {
                Some(Standing::Counted(lead)) => (compared::compact(lead), true),
                Some(Standing::Named) => ("named".to_owned(), false),
                Some(Standing::NotNamed) | None => ("·".to_owned(), false),
            }
        }
    }
}

/// What stands before a line: its indent is part of it.
pub(super) fn label(compare: &Compare, line: Line) -> String {
    match line {
        Line::Family(family, count) => {
            let people = compare.table().of_family(family).all(|(_, who)| who.is_some());
            let words = if people { ", not one line" } else { "" };
            format!("{} · {count} measures{words}", super::table::family(family))
        }
        Line::Measure(kind) => format!("  {}", compared::label(compare.table(), kind)),
        Line::Fate(fate, count) => {
            format!("{} ({count})", compared::fate(compare.table(), fate))
        }
        Line::Country(place) => {
            let name = compare.named().get(place).map_or("", |named| named.country.name());
            format!("  {name}")
        }
    }
}

/// How wide the labels are, and how wide each operation wants to be. Labels are whole: cut, two
/// measures would read alike.
fn wanted(compare: &Compare, width: u16) -> (u16, Vec<u16>) {
    // Of both parts, so that no column moves when the other one is listed.
    let both = [compare.measures(), compare.countries()].concat();
    let lines = || both.iter().copied();
    let rows = lines().filter(|line| !matches!(line, Line::Family(..) | Line::Fate(..)));
    let labels = rows.map(|line| text::width(&label(compare, line))).max().unwrap_or(0);
    let operation = |(place, digest): (usize, &Arc<Digest>)| {
        let cells = lines().map(|line| text::width(&cell(compare, line, place).0));
        cells.max().unwrap_or(0).max(text::width(digest.short_name())).max(4)
    };
    let operations = compare.table().operations().iter().enumerate().map(operation);
    (labels.min(width / 3 * 2), operations.collect())
}

/// The columns in view in a row of some width.
pub(super) fn shown(compare: &Compare, width: u16) -> Columns {
    let (label, wanted) = wanted(compare, width);
    let all: u16 = wanted.iter().map(|width| width + GAP).fold(0, u16::saturating_add);
    let room = width.saturating_sub(label);
    let spare = room.saturating_sub(all);
    // Columns stand apart where there is room, but not so far that a row falls to pieces.
    let each = (spare / u16::try_from(wanted.len().max(1)).unwrap_or(1)).min(if width < WIDE {
        10
    } else {
        18
    });
    let (mut shown, mut x) = (Vec::new(), label);
    for (place, wanted) in wanted.iter().enumerate().skip(compare.first()) {
        let all = GAP + each + wanted;
        if x + all > width && !shown.is_empty() {
            break;
        }
        let column = all.min(width.saturating_sub(x));
        shown.push(Shown { place, x, width: column });
        x += column;
    }
    Columns { label, shown }
}

/// How many operations are in view when the last one is.
pub(super) fn in_view(compare: &Compare, width: u16) -> usize {
    let (label, wanted) = wanted(compare, width);
    let room = width.saturating_sub(label);
    let mut used: u16 = 0;
    let fits = |wanted: &&u16| {
        used = used.saturating_add(**wanted + GAP);
        used <= room
    };
    wanted.iter().rev().take_while(fits).count().max(1)
}
