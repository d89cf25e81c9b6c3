//! What of an operation is asked for: which places, in which order, gathered by what.
//!
//! Knows the options of a report. Must not know how it is told or written.

use std::borrow::Cow;

use crate::model::filter::Filter;
use crate::model::group::By;
use crate::model::operation::Operation;
use crate::model::query::{Column, Direction, Key, Sort};

/// Which places are told, and in which order: what a screen shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// What the places have to be.
    pub filter: Option<&'a Filter>,
    /// The order; without a word that of the board.
    pub sort: Option<&'a Sort>,
    /// By what the countries are grouped.
    pub group: Option<By>,
    /// The rows that are marked, as indices: where there are any, no others are told.
    pub marked: &'a [usize],
}

impl Asked<'_> {
    /// Whether all places are told, in no order that is asked for.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.filter().is_none() && self.sort.is_none() && self.marked.is_empty()
    }

    /// The filter, if it asks for anything.
    #[must_use]
    pub fn filter(&self) -> Option<&Filter> {
        self.filter.filter(|filter| !filter.is_empty())
    }

    /// The order.
    #[must_use]
    pub fn order(&self) -> Cow<'_, Sort> {
        self.sort.map_or_else(|| Cow::Owned(Sort::default()), Cow::Borrowed)
    }

    /// The rows that are told, in order, as indices.
    #[must_use]
    pub fn rows(&self, operation: &Operation) -> Vec<usize> {
        let mut rows = self.order().order(operation);
        if let Some(filter) = self.filter() {
            let kept = filter.keep(operation);
            rows.retain(|row| kept.get(*row).copied().unwrap_or_default());
        }
        if !self.marked.is_empty() {
            let mut marked = self.marked.to_vec();
            marked.sort_unstable();
            rows.retain(|row| marked.binary_search(row).is_ok());
        }
        rows
    }

    /// The order in words: `arrests largest first, then country A to Z`.
    #[must_use]
    pub fn order_in_words(&self) -> String {
        let key = |key: &Key| {
            let way = match (key.column, key.direction) {
                (Column::Name, Direction::Ascending) => "A to Z",
                (Column::Name, Direction::Descending) => "Z to A",
                (Column::Family(_), Direction::Ascending) => "smallest first",
                (Column::Family(_), Direction::Descending) => "largest first",
            };
            format!("{} {way}", key.column.heading())
        };
        self.order().keys().iter().map(key).collect::<Vec<String>>().join(", then ")
    }
}
