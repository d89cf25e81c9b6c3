//! How strongly countries are shown: by the class of their number, or as named without one.
//!
//! Knows rows and one family of measures. Must not know colours, or where a country lies.

use std::collections::BTreeMap;

use crate::model::cell::{Cell, Lead};
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
    /// What was reported of each class.
    reported: Vec<(Tone, Vec<Lead>)>,
}

impl Tones {
    /// The tones of rows. What several countries have together is no number of any.
    #[must_use]
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row>, family: Family) -> Self {
        let single = rows.filter(|row| matches!(row.place, Place::Country(_)));
        let leads: Vec<Lead> =
            single.filter_map(|row| row.cell(family).lead.filter(|lead| lead.counted)).collect();
        let number = |lead: &Lead| lead.amount.value();
        let classes = Classes::of(leads.iter().filter_map(number), RANKS);
        let reported = classes.bounds().iter().enumerate().rev().map(|(class, (low, high))| {
            let is_within =
                |lead: &&Lead| number(lead).is_some_and(|it| (*low..=*high).contains(&it));
            let within = leads.iter().filter(is_within).copied().collect();
            (Tone::Class(classes.rank(class, RANKS)), within)
        });
        let reported = reported.collect();
        Self { family, classes, reported }
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

    /// Every class from the most to the least, with all that was reported of it, in the order of
    /// the rows. What they count may differ.
    #[must_use]
    pub fn reported(&self) -> &[(Tone, Vec<Lead>)] {
        &self.reported
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
