//! Places: where an action took place, the row that gathers them, and links between them.
//!
//! Knows countries and regions. Must not know where they lie on a screen.

use std::borrow::Cow;
use std::ops::Range;

use super::cell::Cell;
use super::country::Country;
use super::figure::Citations;
use super::measure::Family;
use super::text::SafeText;

/// Where an action took place.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// One country.
    Country(Country),
    /// Several countries in one result that is not told apart.
    Several(Box<[Country]>),
    /// A region whose countries are not named.
    Region(SafeText),
}

impl Place {
    /// The name shown.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Country(country) => country.name().into(),
            Self::Several(countries) => {
                let names: Vec<&str> = countries.iter().map(|c| c.name()).collect();
                names.join(", ").into()
            }
            Self::Region(name) => name.as_str().into(),
        }
    }

    /// The name for a row, where a region is told apart from a country.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Region(name) => format!("{name} (region)").into(),
            _ => self.name(),
        }
    }

    /// The countries that it names.
    #[must_use]
    pub const fn countries(&self) -> &[Country] {
        match self {
            Self::Country(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
            Self::Region(_) => &[],
        }
    }

    /// The two-letter code, for a single country.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Country(country) => Some(country.code()),
            _ => None,
        }
    }
}

/// A row of the board: a place with everything reported of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// Which of [`super::operation::Operation::by_row`] are its actions.
    pub(crate) actions: Range<usize>,
    /// What the row shows in the columns of which something is reported.
    pub(crate) cells: Box<[(Family, Cell)]>,
}

impl Row {
    /// A row of which nothing is gathered yet.
    pub(crate) fn new(place: Place) -> Self {
        Self { place, actions: 0..0, cells: Box::default() }
    }

    /// The place's name, ready to show.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        self.place.shown()
    }

    /// How many actions it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.actions.len()
    }

    /// What the row shows for a family; attributes have no cell.
    #[must_use]
    pub fn cell(&self, family: Family) -> Cell {
        find(&self.cells, family)
    }
}

/// The cell of a family among those that show something.
pub(crate) fn find(cells: &[(Family, Cell)], family: Family) -> Cell {
    let cell = cells.iter().find(|(column, _)| *column == family);
    cell.map_or_else(Cell::default, |(_, cell)| *cell)
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

/// One end or a station of a route.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// A country.
    Country(Country),
    /// A region, where the source names no country.
    Region(SafeText),
}

impl Stop {
    /// The name shown.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Country(country) => country.name(),
            Self::Region(name) => name.as_str(),
        }
    }
}

/// From where to where people were moved or meant to be moved: not the way they took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Route {
    /// Origin, stations and destination in order; at least two.
    pub stops: Vec<Stop>,
    /// The action that tells of it, as an index.
    pub action: usize,
    /// Whether the journey was only attempted.
    pub attempted: bool,
    /// Whether it is an accusation.
    pub alleged: bool,
    /// Where it was read.
    pub citations: Citations,
}
