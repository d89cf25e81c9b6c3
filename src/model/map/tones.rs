//! How strongly countries are shown: by the class of their number, or as named without one.
//!
//! Knows rows and one family of measures. Must not know colours, or where a country lies.

use std::collections::BTreeMap;

use crate::model::cell::Cell;
use crate::model::classes::{Classes, RANKS};
use crate::model::country::Country;
use crate::model::measure::Family;
use crate::model::place::{Place, Row};

/// The families that a map can show, in the order in which they are asked for.
pub const FAMILIES: [Family; 4] =
    [Family::Arrests, Family::Rescues, Family::Identified, Family::Moved];

/// How a country that is named is shown, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tone {
    /// Without a number.
    Named,
    /// With a number whose class has this place among [`RANKS`].
    Class(usize),
}

/// The tones of some rows for a family of measures.
#[derive(Clone, Debug)]
pub struct Tones {
    family: Family,
    classes: Classes,
    /// The bounds of each class as they were reported.
    bounds: Vec<(Tone, String)>,
}

impl Tones {
    /// The tones of rows. What several countries have together is no number of any.
    #[must_use]
    pub fn of<'a>(rows: &(impl Iterator<Item = &'a Row> + Clone), family: Family) -> Self {
        let single = rows.clone().filter(|row| matches!(row.place, Place::Country(_)));
        let cells = single.map(|row| row.cell(family));
        let classes = Classes::of(cells.clone().filter_map(|cell| cell.drawn()), RANKS);
        let said = |number: u64| {
            let mut cells = cells.clone();
            let lead = cells.find(|cell| cell.drawn() == Some(number)).and_then(|cell| cell.lead);
            lead.map(|lead| lead.amount.compact()).unwrap_or_default()
        };
        let bounds = classes.bounds().iter().enumerate().rev().map(|(class, (low, high))| {
            let words =
                if low == high { said(*low) } else { format!("{}–{}", said(*low), said(*high)) };
            (Tone::Class(classes.rank(class, RANKS)), words)
        });
        let bounds = bounds.collect();
        Self { family, classes, bounds }
    }

    /// The family of measures.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// What a row shows for the family.
    #[must_use]
    pub fn cell(&self, row: &Row) -> Cell {
        row.cell(self.family)
    }

    /// How the countries of a row are shown.
    #[must_use]
    pub fn of_row(&self, row: &Row) -> Tone {
        let number = match row.place {
            Place::Country(_) => self.cell(row).drawn(),
            Place::Several(_) | Place::Region(_) => None,
        };
        let class = number.and_then(|number| self.classes.class(number));
        class.map_or(Tone::Named, |class| Tone::Class(self.classes.rank(class, RANKS)))
    }

    /// Every class from the most to the least, with the least and the greatest of its numbers as
    /// they were reported.
    #[must_use]
    pub fn bounds(&self) -> &[(Tone, String)] {
        &self.bounds
    }
}

/// The row of each country that is named. A country's own row goes before one that it shares.
#[must_use]
pub fn by_country<'a>(
    rows: &(impl Iterator<Item = (usize, &'a Row)> + Clone),
) -> BTreeMap<Country, usize> {
    let mut by_country = BTreeMap::new();
    for wanted in [true, false] {
        for (at, row) in rows.clone() {
            if matches!(row.place, Place::Country(_)) == wanted {
                for country in row.place.countries() {
                    by_country.entry(*country).or_insert(at);
                }
            }
        }
    }
    by_country
}
