//! Places: where an action took place, the row that gathers them, and links between them.
//!
//! Knows countries and regions. Must not know where they lie on a screen.

use super::cell::Cell;
use super::country::Country;
use super::figure::Citation;
use super::measure::Family;
use super::text::SafeText;

/// Where an action took place.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// One country.
    Country(Country),
    /// Several countries in one result that is not told apart.
    Several(Vec<Country>),
    /// A region whose countries are not named.
    Region(SafeText),
}

impl Place {
    /// The name shown.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Country(country) => country.name().to_owned(),
            Self::Several(countries) => {
                let names: Vec<&str> = countries.iter().map(|c| c.name()).collect();
                names.join(", ")
            }
            Self::Region(name) => name.to_string(),
        }
    }

    /// The name for a row, where a region is told apart from a country.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Region(name) => format!("{name} (region)"),
            _ => self.name(),
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
    /// The place's name, ready to show.
    pub name: SafeText,
    /// Indices of its actions.
    pub actions: Vec<usize>,
    /// What the row shows in each column of [`Family::COLUMNS`].
    pub cells: [Cell; Family::COLUMNS.len()],
}

impl Row {
    /// What the row shows for a family; attributes have no cell.
    #[must_use]
    pub fn cell(&self, family: Family) -> Cell {
        Family::COLUMNS
            .iter()
            .zip(self.cells)
            .find_map(|(column, cell)| (*column == family).then_some(cell))
            .unwrap_or_default()
    }
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
    /// The action that tells of it.
    pub action: SafeText,
    /// Whether the journey was only attempted.
    pub attempted: bool,
    /// Whether it is an accusation.
    pub alleged: bool,
    /// Where it was read.
    pub citations: Vec<Citation>,
}
