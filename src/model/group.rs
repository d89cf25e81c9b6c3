//! Groups: what is reported of places gathered by region, offence, source, country or operation.
//!
//! Knows which figures stand in which group, and which of them a sum may hold. A figure may stand
//! in more than one group, so groups never add up to a total of their own. Must not know how a
//! group looks, or which are open.

mod making;

use std::sync::Arc;

use super::cell::Cell;
use super::country::{Country, Region};
use super::filter::Reported;
use super::fold::fold;
use super::measure::Family;
use super::number;
use super::offence::Offence;
use super::operation::Operation;
use super::place;
use super::query::Sort;

/// By what places are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum By {
    /// By the regions that their countries lie in.
    Region,
    /// By what their actions are about.
    Offence,
    /// By the source that is used for their figures.
    Source,
    /// By the countries that they are, alone or with others.
    Country,
    /// By the operations that they took part in.
    Operation,
}

impl By {
    /// Every way, in the order in which they follow each other.
    pub const ALL: [Self; 5] =
        [Self::Region, Self::Offence, Self::Source, Self::Country, Self::Operation];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Offence => "offence",
            Self::Source => "source",
            Self::Country => "country",
            Self::Operation => "operation",
        }
    }

    /// The next way; none after the last.
    #[must_use]
    pub fn after(before: Option<Self>) -> Option<Self> {
        let place = before.and_then(|by| Self::ALL.iter().position(|one| *one == by));
        Self::ALL.get(place.map_or(0, |place| place + 1)).copied()
    }
}

/// What a group has in common; `None` where nothing is said of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Key {
    /// The region.
    Region(Option<Region>),
    /// The offence.
    Offence(Option<Offence>),
    /// The source, as an index.
    Source(Option<usize>),
    /// The country.
    Country(Option<Country>),
    /// The operation, by its place among those at hand.
    Operation(usize),
}

impl Key {
    /// What the group is called.
    #[must_use]
    pub fn name(self, operation: &Operation) -> String {
        let source = |index: usize| operation.sources.get(index).map(|one| (index, one));
        match self {
            Self::Region(Some(region)) => region.name().to_owned(),
            Self::Offence(Some(offence)) => offence.name().to_owned(),
            Self::Country(Some(country)) => country.name().to_owned(),
            Self::Operation(_) => operation.qualified_name(),
            Self::Region(None) | Self::Country(None) => "no country named".to_owned(),
            Self::Offence(None) => "no offence named".to_owned(),
            Self::Source(index) => match index.and_then(source) {
                Some((index, one)) => format!("[{}] {}", index + 1, one.publisher),
                None => "no source named".to_owned(),
            },
        }
    }
}

/// The cells of the columns of which something is reported.
type Cells = Box<[(Family, Cell)]>;

/// A place in a group, with what stands in this group alone.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its row in the operation.
    pub row: usize,
    cells: Cells,
}

impl Member {
    /// What it shows for a family.
    #[must_use]
    pub fn cell(&self, family: Family) -> Cell {
        place::find(&self.cells, family)
    }
}

/// Places that have something in common.
#[derive(Clone, Debug)]
pub struct Group {
    /// What that is.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// Its places.
    pub members: Vec<Member>,
    /// What they come to, each measure by itself.
    pub reported: Vec<Reported>,
    /// How many of them are regions, which no sum holds.
    pub regions: usize,
    /// How many of them are several countries, whose figures no sum of one of them holds.
    pub joint: usize,
    /// The sources cited for its figures, and for actions without any, as indices.
    pub cited: Vec<usize>,
    /// The operation that its places and sources are of, where that is not the one shown.
    pub elsewhere: Option<Arc<Operation>>,
    cells: Cells,
}

impl Group {
    /// What it is called, and how many places it has: `Europe · 5`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} · {}", self.name, number::of(self.members.len()))
    }

    /// The operation that its places and sources are of.
    #[must_use]
    pub fn operation<'a>(&'a self, shown: &'a Operation) -> &'a Operation {
        self.elsewhere.as_deref().unwrap_or(shown)
    }

    /// What it shows for a family: an honest sum; where there is none the one figure that stands
    /// alone, or *some*.
    #[must_use]
    pub fn cell(&self, family: Family) -> Cell {
        place::find(&self.cells, family)
    }
}

/// Places of an operation in groups.
#[derive(Clone, Debug)]
pub struct Groups {
    /// By what.
    pub by: By,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// How many figures stand in more than one group.
    pub shared: usize,
}

impl Groups {
    /// Some rows of an operation in groups, both in an order.
    #[must_use]
    pub fn of(operation: &Operation, rows: &[usize], by: By, sort: &Sort) -> Self {
        let (groups, shared) = making::groups(operation, rows, by);
        let mut groups = Self { by, groups, shared };
        groups.set_in_order(operation, sort);
        groups
    }

    /// Some rows of several operations, a group for each operation that has any, in an order. Each
    /// comes with its place among those at hand; the first is the one shown.
    #[must_use]
    pub fn across(asked: &[(usize, Arc<Operation>, Vec<usize>)], sort: &Sort) -> Self {
        let made = asked.iter().enumerate().flat_map(|(at, (place, operation, rows))| {
            let groups = making::groups(operation, rows, By::Operation).0;
            let elsewhere = (at > 0).then(|| Arc::clone(operation));
            groups.into_iter().map(move |group| Group {
                key: Key::Operation(*place),
                elsewhere: elsewhere.clone(),
                ..group
            })
        });
        let mut groups = Self { by: By::Operation, groups: made.collect(), shared: 0 };
        if let Some((_, shown, _)) = asked.first() {
            groups.set_in_order(shown, sort);
        }
        groups
    }

    /// Puts the groups in order, and the places in each.
    fn set_in_order(&mut self, shown: &Operation, sort: &Sort) {
        for group in &mut self.groups {
            let Group { members, elsewhere, .. } = group;
            let rows = &elsewhere.as_deref().unwrap_or(shown).rows;
            let name = |one: &Member| rows.get(one.row).map(|row| fold(&row.name()));
            in_order(members, sort, |one| &one.cells, |one| name(one).unwrap_or_default());
        }
        in_order(&mut self.groups, sort, |group| &group.cells, |group| fold(&group.name));
    }
}

/// Puts things with cells and a folded name in order.
fn in_order<T>(
    things: &mut Vec<T>,
    sort: &Sort,
    cells: impl Fn(&T) -> &Cells,
    name: impl Fn(&T) -> String,
) {
    let named = std::mem::take(things).into_iter().map(|thing| (name(&thing), thing));
    let mut named: Vec<(String, T)> = named.collect();
    named.sort_by(|(one_name, one), (other_name, other)| {
        sort.compare((cells(one), one_name), (cells(other), other_name))
    });
    things.extend(named.into_iter().map(|(_, thing)| thing));
}
