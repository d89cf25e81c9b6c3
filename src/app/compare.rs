//! Comparing: which operations are at hand, which of them stand side by side, what is asked of
//! them.
//!
//! Knows choices and lists. What is done to them is in `asked`. Must not draw.

mod asked;
mod picked;
mod wanted;

pub use wanted::{ALL, Wanted};

use std::sync::Arc;

use super::focus::List;
use crate::model::compare::digest::Digest;
use crate::model::compare::named::{Fate, Named};
use crate::model::compare::rate::Rate;
use crate::model::compare::{Comparison, Kind, Part};
use crate::model::measure::Family;
use crate::model::text::SafeText;
use crate::report::paper::How;
use picked::Picked;

/// An operation of the library, as far as it is at hand.
#[derive(Clone, Debug)]
pub enum Slot {
    /// Nobody has asked for it yet.
    Unasked,
    /// It has been asked for.
    Asked,
    /// It is here.
    Here(Arc<Digest>),
    /// It could not be read; the reason in one sentence.
    Failed(SafeText),
}

/// Who chose the operations that stand side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
enum Choice {
    /// Nobody: they are the series of the operation shown.
    #[default]
    Series,
    /// The user.
    ByHand,
    /// The options, by the ids of operations that may still have to be read.
    Asked(Arc<[String]>),
}

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// The heading of a family, of which there are so many measures.
    Family(Family, usize),
    /// A measure.
    Measure(Kind),
    /// The heading of countries with one fate, of which there are so many.
    Fate(Fate, usize),
    /// A country, by its place among the named.
    Country(usize),
}

impl Line {
    const fn is_heading(self) -> bool {
        matches!(self, Self::Family(..) | Self::Fate(..))
    }
}

/// What is compared, and how.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// The operations of the library, by their places.
    shelf: Vec<Slot>,
    /// The places of those that stand side by side.
    chosen: Vec<usize>,
    choice: Choice,
    table: Comparison,
    named: Vec<Named>,
    /// How many countries are named, whatever the filter picks.
    all_named: usize,
    picked: Picked,
    lines: Vec<Line>,
    /// Whether nobody has looked through the lines yet.
    relisted: bool,
    part: Part,
    rate: Rate,
    /// The measure that is charted, and whose figures stand beside the countries.
    measure: Option<Kind>,
    /// The measure that was asked for, until it is there.
    wanted: Option<Kind>,
    /// Whether a part was asked for that has still to be listed from its first line.
    is_new: bool,
    list: List,
    /// The first operation in view.
    first: usize,
    /// The list of operations to choose from.
    picker: List,
}

impl Compare {
    /// The operations of the library, by their places.
    #[must_use]
    pub fn shelf(&self) -> &[Slot] {
        &self.shelf
    }

    /// Whether the operation at a place of the library is among those compared.
    #[must_use]
    pub fn has(&self, place: usize) -> bool {
        self.chosen.contains(&place)
    }

    /// The operations side by side.
    #[must_use]
    pub const fn table(&self) -> &Comparison {
        &self.table
    }

    /// The countries that they name.
    #[must_use]
    pub fn named(&self) -> &[Named] {
        &self.named
    }

    /// How many countries they name, whatever the filter picks.
    #[must_use]
    pub const fn all_named(&self) -> usize {
        self.all_named
    }

    /// The lines of the list.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What the list lists.
    #[must_use]
    pub const fn part(&self) -> Part {
        self.part
    }

    /// What totals are divided by.
    #[must_use]
    pub const fn rate(&self) -> Rate {
        self.rate
    }

    /// The measure that is charted.
    #[must_use]
    pub const fn measure(&self) -> Option<Kind> {
        self.measure
    }

    /// How it is compared, as a report says it: with the measures what they list is told whole.
    pub(super) fn how(&self) -> How {
        let part = (self.part != Part::Measures).then_some(self.part);
        How { measure: self.measure, rate: self.rate, part }
    }

    /// The list with its selected line.
    #[must_use]
    pub const fn list(&self) -> List {
        self.list
    }

    /// The first operation in view.
    #[must_use]
    pub const fn first(&self) -> usize {
        self.first
    }

    /// The list of operations to choose from.
    #[must_use]
    pub const fn picker(&self) -> List {
        self.picker
    }

    /// The selected country, where countries are listed.
    #[must_use]
    pub fn country(&self) -> Option<&Named> {
        match self.lines.get(self.list.selected) {
            Some(Line::Country(place)) => self.named.get(*place),
            _ => None,
        }
    }

    /// Every operation at hand, in order of date.
    #[must_use]
    pub fn at_hand(&self) -> Comparison {
        let here = |slot: &Slot| match slot {
            Slot::Here(digest) => Some(Arc::clone(digest)),
            _ => None,
        };
        Comparison::of(self.shelf.iter().filter_map(here).collect())
    }

    /// How many operations are still being read.
    #[must_use]
    pub fn awaited(&self) -> usize {
        self.shelf.iter().filter(|slot| matches!(slot, Slot::Asked | Slot::Unasked)).count()
    }

    /// Puts the chosen ones side by side; what was selected stays so.
    fn set(&mut self) {
        let here = |place: &usize| match self.shelf.get(*place) {
            Some(Slot::Here(digest)) => Some(Arc::clone(digest)),
            _ => None,
        };
        self.table = Comparison::of(self.chosen.iter().filter_map(here).collect());
        let rows = self.table.rows();
        let kept = self.measure.filter(|kind| rows.contains(kind));
        let wanted = self.wanted.and_then(|kind| self.table.kind(kind));
        self.measure = wanted.or(kept).or_else(|| rows.first().copied());
        self.first = self.first.min(self.table.operations().len().saturating_sub(1));
        self.picked.forget();
        self.list_anew();
    }

    /// Whether there are lines that nobody has looked through; somebody does now.
    pub(super) fn take_relisted(&mut self) -> bool {
        std::mem::take(&mut self.relisted)
    }

    /// The countries named with what they report in a measure, as far as the filter picks them.
    fn name(&mut self) {
        self.named = self.table.named(self.measure);
        self.all_named = self.named.len();
        if let Some(picked) = self.picked.countries() {
            self.named.retain(|one| picked.contains(&one.country));
        }
    }

    /// Lists the measures or the countries anew; the same one stays selected if it is there.
    fn list_anew(&mut self) {
        let country = self.country().map(|named| named.country);
        self.relisted = true;
        self.name();
        self.lines = match self.part {
            Part::Measures => self.measures(),
            Part::Countries => self.countries(),
        };
        let is_it = |line: &Line| match line {
            Line::Measure(kind) => Some(*kind) == self.measure,
            Line::Country(place) => {
                country.is_some() && self.named.get(*place).map(|one| one.country) == country
            }
            _ => false,
        };
        let place = self.lines.iter().position(is_it).unwrap_or(0);
        self.select(place, 1);
    }

    /// The measures as lines, under headings of the families that have several.
    #[must_use]
    pub fn measures(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for family in Family::COLUMNS {
            let kinds: Vec<Kind> = self.table.of_family(family).collect();
            if kinds.len() > 1 {
                lines.push(Line::Family(family, kinds.len()));
            }
            lines.extend(kinds.into_iter().map(Line::Measure));
        }
        lines
    }

    /// The countries as lines, under headings of their fates.
    #[must_use]
    pub fn countries(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for fate in Fate::ALL {
            let named = self.named.iter().enumerate().filter(|(_, one)| one.fate == fate);
            let places: Vec<Line> = named.map(|(place, _)| Line::Country(place)).collect();
            if !places.is_empty() {
                lines.push(Line::Fate(fate, places.len()));
                lines.extend(places);
            }
        }
        lines
    }

    /// Selects a line; a heading passes the selection on in the direction of the step.
    fn select(&mut self, place: usize, step: isize) {
        let count = self.lines.len();
        let is_heading = |place: usize| self.lines.get(place).is_some_and(|one| one.is_heading());
        let place = place.min(count.saturating_sub(1));
        let over = match (is_heading(place), place) {
            (true, 0) => 1,
            (true, place) => place.saturating_add_signed(step.signum()),
            (false, place) => place,
        };
        self.list.select(over, count);
        // The list of a screen that is not shown must at least hold together.
        self.list.top = self.list.top.min(self.list.selected);
        let measure = match self.lines.get(self.list.selected) {
            Some(Line::Measure(kind)) => Some(*kind),
            _ => self.measure,
        };
        if measure != self.measure {
            self.measure = measure;
            self.wanted = None;
            // The numbers beside the countries are of the measure that is charted.
            self.name();
        }
    }

    /// Charts another measure, some places on, round the end.
    fn turn_measure(&mut self) {
        let rows = self.table.rows();
        let here = rows.iter().position(|kind| Some(*kind) == self.measure);
        self.wanted = None;
        let next = here.map_or(0, |here| (here + 1) % rows.len().max(1));
        self.measure = rows.get(next).copied();
        self.list_anew();
    }

    fn toggle(&mut self, place: usize) {
        if !matches!(self.shelf.get(place), Some(Slot::Here(_))) {
            return;
        }
        match self.chosen.iter().position(|one| *one == place) {
            // What is compared is never nothing.
            Some(at) if self.chosen.len() > 1 => drop(self.chosen.remove(at)),
            Some(_) => {}
            None => self.chosen.push(place),
        }
        self.choice = Choice::ByHand;
        self.set();
    }
}
