//! How far the numbers and names of an operation extend: what widths and scales follow from.
//!
//! Knows the cells of all rows. Computed once for an operation, not for every frame: there may be
//! very many rows, and only a window of them is ever drawn.

use super::rows;
use super::widget::bar::Scale;
use super::widget::text;
use crate::app::focus::Axis;
use crate::model::cell::Cell;
use crate::model::group::Groups;
use crate::model::measure::Family;
use crate::model::operation::Operation;

/// How far the sign of a group, its name and those of its places stand to the right of each other.
pub(super) const STEP: u16 = 2;

/// What is drawn as bars.
const DRAWN: [Family; 2] = [Family::Arrests, Family::Rescues];

/// How far the numbers and names of an operation extend.
#[derive(Clone, Debug, Default)]
pub struct Extent {
    /// The cells of the longest name.
    name: u16,
    /// For each family in columns, the cells of its longest number and of its longest noun.
    families: [(u16, u16); Family::COLUMNS.len()],
    /// The room to the left of all bars.
    left: u16,
    /// The largest number that a bar of a place shows, and one of the whole operation.
    most: (Option<u64>, Option<u64>),
}

impl Extent {
    /// The extent of some rows of an operation, by their indices.
    #[must_use]
    pub fn of(operation: &Operation, rows: &[usize]) -> Self {
        let whole = DRAWN.map(|family| operation.whole(family));
        let mut extent = Self {
            name: 0,
            families: [(1, 0); Family::COLUMNS.len()],
            left: rows::left_label(operation.whole(Family::Arrests)),
            most: (None, whole.iter().filter_map(Cell::drawn).max()),
        };
        for row in rows.iter().filter_map(|index| operation.rows.get(*index)) {
            extent.name = extent.name.max(text::width(&row.name()));
            for (family, cell) in &row.cells {
                extent.cell(*family, *cell);
            }
        }
        extent
    }

    /// The same extent, with room for groups of the rows and for their places.
    #[must_use]
    pub fn with_groups(&self, groups: &Groups) -> Self {
        let mut extent = Self { name: self.name + 2 * STEP, ..self.clone() };
        for group in &groups.groups {
            extent.name = extent.name.max(text::width(&group.title()) + STEP);
            for family in Family::COLUMNS {
                extent.cell(family, group.cell(family));
                for member in &group.members {
                    extent.cell(family, member.cell(family));
                }
            }
        }
        extent
    }

    fn cell(&mut self, family: Family, cell: Cell) {
        let (number, noun) = rows::cell_width(cell, true);
        let place = Family::COLUMNS.iter().position(|column| *column == family);
        if let Some((numbers, nouns)) = place.and_then(|place| self.families.get_mut(place)) {
            *numbers = number.max(*numbers);
            *nouns = noun.max(*nouns);
        }
        if family == Family::Arrests {
            self.left = self.left.max(rows::left_label(cell));
        }
        if DRAWN.contains(&family) {
            self.most.0 = self.most.0.max(cell.drawn());
        }
    }

    /// The cells of the longest name.
    pub(super) const fn name(&self) -> u16 {
        self.name
    }

    /// The cells of the longest number of a family, and of its longest noun.
    pub(super) fn family(&self, family: Family) -> (u16, u16) {
        let families = Family::COLUMNS.iter().zip(self.families);
        families
            .into_iter()
            .find_map(|(one, widths)| (*one == family).then_some(widths))
            .unwrap_or((1, 0))
    }

    /// The room to the left of all bars.
    pub(super) fn left(&self) -> u16 {
        self.left.clamp(5, 16) + 1
    }

    /// Whether a bar of any place has a length.
    pub(super) const fn has_numbers(&self) -> bool {
        self.most.0.is_some()
    }

    /// The scale of all places together, so that rows keep their lengths while they scroll. The
    /// logarithmic one has room for the whole operation too, and is shared with it.
    pub(super) fn places(&self, axis: Axis) -> Scale {
        let (places, whole) = self.most;
        match axis {
            Axis::Linear => Scale::Linear(places.unwrap_or(1).max(1)),
            Axis::Log => Scale::Log(places.max(whole).unwrap_or(1).max(1)),
        }
    }

    /// The scale of the operation's own numbers; `None` where there are none.
    pub(super) fn whole(&self, axis: Axis) -> Option<Scale> {
        let most = self.most.1?;
        Some(match axis {
            Axis::Linear => Scale::Linear(most.max(1)),
            Axis::Log => self.places(axis),
        })
    }
}
