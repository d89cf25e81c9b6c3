//! Order and finding: which rows, in which order, and which of them a text means.
//!
//! Knows rows and columns. Must not know the keys that ask for them.

use std::cmp::Ordering;
use std::thread;

use super::cell::Cell;
use super::country::Country;
use super::fold::{fold, natural};
use super::measure::Family;
use super::operation::Operation;
use super::place::{self, Place, Row};
use super::tell::tell;

/// A column of the table of countries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// The name of the place.
    Name,
    /// What one family of measures says.
    Family(Family),
}

impl Column {
    /// Every column, left to right.
    pub const ALL: [Self; Family::COLUMNS.len() + 1] = {
        let mut all = [Self::Name; Family::COLUMNS.len() + 1];
        let mut rest = all.as_mut_slice();
        let mut families = Family::COLUMNS.as_slice();
        while let ([_, tail @ ..], [family, more @ ..]) = (rest, families) {
            let [first, ..] = tail else { break };
            *first = Self::Family(*family);
            rest = tail;
            families = more;
        }
        all
    };

    /// The heading.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Name => "country",
            Self::Family(family) => family.heading(),
        }
    }

    /// The column `step` places to the right (or left, if negative), stopping at the ends.
    #[must_use]
    pub fn moved(self, step: isize) -> Self {
        let here = Self::ALL.iter().position(|c| *c == self).unwrap_or(0);
        let there = here.saturating_add_signed(step).min(Self::ALL.len() - 1);
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// Largest first; for names Z to A.
    Descending,
    /// Smallest first; for names A to Z.
    Ascending,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Descending => Self::Ascending,
            Self::Ascending => Self::Descending,
        }
    }

    /// The sign in a heading.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Descending => "▾",
            Self::Ascending => "▴",
        }
    }
}

/// One column and its direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The column.
    pub column: Column,
    /// Which way.
    pub direction: Direction,
}

impl Key {
    /// The column in the direction that people expect first: names A to Z, numbers downwards.
    #[must_use]
    pub const fn natural(column: Column) -> Self {
        let direction = match column {
            Column::Name => Direction::Ascending,
            Column::Family(_) => Direction::Descending,
        };
        Self { column, direction }
    }

    /// The same column the other way.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { direction: self.direction.reversed(), ..self }
    }
}

/// The order of the rows: keys from the strongest to the weakest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sort {
    keys: Vec<Key>,
}

impl Default for Sort {
    /// Arrests, then rescued, then name.
    fn default() -> Self {
        Self {
            keys: vec![
                Key::natural(Column::Family(Family::Arrests)),
                Key::natural(Column::Family(Family::Rescues)),
                Key::natural(Column::Name),
            ],
        }
    }
}

impl Sort {
    /// An order by some keys; a column that comes again is as it came first.
    #[must_use]
    pub fn of(keys: Vec<Key>) -> Self {
        let mut sort = Self { keys: Vec::new() };
        for key in keys {
            if sort.rank(key.column).is_none() {
                sort.keys.push(key);
            }
        }
        sort
    }

    /// The keys, from the strongest to the weakest.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The column that leads the order.
    #[must_use]
    pub fn first(&self) -> Key {
        self.keys.first().copied().unwrap_or(Key::natural(Column::Name))
    }

    /// Which way a column is sorted and how many columns go before it, if the order looks at it.
    #[must_use]
    pub fn rank(&self, column: Column) -> Option<(usize, Direction)> {
        let rank = self.keys.iter().position(|key| key.column == column)?;
        Some((rank, self.keys.get(rank)?.direction))
    }

    /// The columns of the order in words, the first few of them: `arrests ▾, rescued ▾`.
    #[must_use]
    pub fn in_words(&self, most: usize) -> String {
        let said = |key: &Key| format!("{} {}", key.column.heading(), key.direction.sign());
        self.keys.iter().take(most).map(said).collect::<Vec<String>>().join(", ")
    }

    /// Makes `column` lead; the old leader becomes the tie-breaker. The leading column itself is
    /// left as it is.
    pub fn by(&mut self, column: Column) {
        if self.first().column != column {
            self.keys.retain(|key| key.column != column);
            self.keys.insert(0, Key::natural(column));
        }
    }

    /// Turns the leading column round.
    pub fn reverse(&mut self) {
        if let Some(first) = self.keys.first_mut() {
            *first = first.turned();
        }
    }

    /// The rows of an operation in this order, as indices.
    #[must_use]
    pub fn order(&self, operation: &Operation) -> Vec<usize> {
        let mut order: Vec<(usize, &Row, String)> = operation
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| (index, row, fold(&row.name())))
            .collect();
        order.sort_by(|(_, one, one_name), (_, other, other_name)| {
            self.compare((&one.cells, one_name), (&other.cells, other_name))
        });
        order.into_iter().map(|(index, _, _)| index).collect()
    }

    /// How two things go one after the other, by their cells and their folded names.
    pub(crate) fn compare(&self, one: Compared<'_>, other: Compared<'_>) -> Ordering {
        self.keys
            .iter()
            .map(|key| compare(*key, one, other))
            .find(|ordering| ordering.is_ne())
            .unwrap_or_else(|| natural(one.1, other.1))
    }
}

/// What is looked at to put things in order: cells, and a folded name.
pub(crate) type Compared<'a> = (&'a [(Family, Cell)], &'a str);

/// Numbers first, then *some*, then not reported, whichever way the numbers run.
fn compare(key: Key, one: Compared<'_>, other: Compared<'_>) -> Ordering {
    let turned = |ordering: Ordering| match key.direction {
        Direction::Ascending => ordering,
        Direction::Descending => ordering.reverse(),
    };
    match key.column {
        Column::Name => turned(natural(one.1, other.1)),
        Column::Family(family) => {
            let (one_kind, one_value) = place::find(one.0, family).rank();
            let (other_kind, other_value) = place::find(other.0, family).rank();
            other_kind.cmp(&one_kind).then_with(|| turned(one_value.cmp(&other_value)))
        }
    }
}

/// How a text fits a row, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// It is the country's code, or its name begins with it.
    Name,
    /// It begins another name of the country.
    Alias,
    /// It stands inside a name.
    Inside,
    /// It stands in the text of an action.
    Text,
}

/// How a folded text fits the rows of an operation: their names, their codes, their other names,
/// the text and the offences of their actions. `before` is how a beginning of the text fitted,
/// if that is known: in a row where that stood in no action, no more of it does.
#[must_use]
pub fn fits(
    operation: &Operation,
    folded: &str,
    before: Option<&[Option<Fit>]>,
) -> Vec<Option<Fit>> {
    let mut fits: Vec<Option<Fit>> =
        operation.rows.iter().map(|row| fit_place(&row.place, folded)).collect();
    let sought =
        |row: usize| before.is_none_or(|before| before.get(row).is_some_and(Option::is_some));
    let open = fits.iter().enumerate().map(|(row, fit)| fit.is_none() && sought(row));
    let mut open: Vec<bool> = open.collect();
    let (one, two) = operation.actions.split_at(operation.actions.len() / 2);
    let told = if operation.actions.len() < MANY {
        tell(&operation.actions, folded, &mut open)
    } else {
        thread::scope(|scope| {
            let mut also_open = open.clone();
            let first = scope.spawn(move || tell(one, folded, &mut also_open));
            let second = tell(two, folded, &mut open);
            first.join().unwrap_or_default().into_iter().chain(second).collect()
        })
    };
    for row in told {
        if let Some(fit) = fits.get_mut(row) {
            *fit = Some(Fit::Text);
        }
    }
    fits
}

/// From so many actions on two threads look at them.
const MANY: usize = 50_000;

fn fit_place(place: &Place, folded: &str) -> Option<Fit> {
    match place {
        Place::Country(one) => fit_country(*one, folded),
        Place::Several(several) => several.iter().filter_map(|c| fit_country(*c, folded)).min(),
        Place::Region(name) => fit_name(&fold(name.as_str()), folded),
    }
}

pub(crate) fn fit_country(country: Country, folded: &str) -> Option<Fit> {
    let code = [country.code(), country.alpha3()];
    if code.iter().any(|code| code.eq_ignore_ascii_case(folded)) {
        return Some(Fit::Name);
    }
    let alias = |alias: &&str| match fit_name(&fold(alias), folded) {
        Some(Fit::Name) => Some(Fit::Alias),
        other => other,
    };
    fit_name(&fold(country.name()), folded)
        .into_iter()
        .chain(country.aliases().iter().filter_map(alias))
        .min()
}

pub(crate) fn fit_name(name: &str, folded: &str) -> Option<Fit> {
    match name.find(folded) {
        Some(0) => Some(Fit::Name),
        Some(_) => Some(Fit::Inside),
        None => None,
    }
}
