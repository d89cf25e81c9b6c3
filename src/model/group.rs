//! Groups: what is reported of places gathered by region, by offence or by source.
//!
//! Knows which figures stand in which group, and which of them a sum may hold. A figure may stand
//! in more than one group, so groups never add up to a total of their own. Must not know how a
//! group looks, or which are open.

use std::collections::BTreeMap;

use super::amount::Amount;
use super::cell::{Cell, Lead};
use super::country::Region;
use super::figure::{Citation, Figure};
use super::filter::Reported;
use super::fold::fold;
use super::measure::Family;
use super::number;
use super::offence::{Offence, Offences};
use super::operation::{Action, Operation};
use super::place::{self, Row};
use super::query::Sort;
use super::stats::names_countries;
use super::tally::Tallies;

/// By what places are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum By {
    /// By the regions that their countries lie in.
    Region,
    /// By what their actions are about.
    Offence,
    /// By the source that is used for their figures.
    Source,
}

impl By {
    /// Every way, in the order in which they follow each other.
    pub const ALL: [Self; 3] = [Self::Region, Self::Offence, Self::Source];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Offence => "offence",
            Self::Source => "source",
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
}

impl Key {
    /// What the group is called.
    #[must_use]
    pub fn name(self, operation: &Operation) -> String {
        let source = |index: usize| operation.sources.get(index).map(|one| (index, one));
        match self {
            Self::Region(Some(region)) => region.name().to_owned(),
            Self::Offence(Some(offence)) => offence.name().to_owned(),
            Self::Region(None) => "no country named".to_owned(),
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
    /// The sources cited for its figures, as indices.
    pub cited: Vec<usize>,
    cells: Cells,
}

impl Group {
    /// What it is called, and how many places it has: `Europe · 5`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} · {}", self.name, number::of(self.members.len()))
    }

    /// What it shows for a family: an honest sum, or *some* where there is none.
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
        let (mut gathered, mut shared) = (BTreeMap::<Key, Vec<Told>>::new(), 0);
        for row in rows {
            let (own, more) = split(operation, *row, by);
            shared += more;
            for (key, figures) in own {
                gathered.entry(key).or_default().push(Told { row: *row, figures });
            }
        }
        let group = |(key, told)| group(operation, key, told, sort);
        let mut groups: Vec<Group> = gathered.into_iter().map(group).collect();
        in_order(&mut groups, sort, |group| &group.cells, |group| fold(&group.name));
        Self { by, groups, shared }
    }
}

/// The figures of a place that stand in one group.
struct Told<'a> {
    row: usize,
    figures: Vec<&'a Figure>,
}

/// The figures of a row by groups, and how many of them stand in more than one.
fn split(operation: &Operation, row: usize, by: By) -> (BTreeMap<Key, Vec<&Figure>>, usize) {
    let (mut own, mut shared) = (BTreeMap::<Key, Vec<&Figure>>::new(), 0);
    let Some(row) = operation.rows.get(row) else { return (own, shared) };
    for action in operation.actions_of(row) {
        for key in keys(by, row, action, None) {
            own.entry(key).or_default();
        }
        for figure in &action.figures {
            let keys = keys(by, row, action, Some(figure));
            let is_seen = figure.counts() && figure.family() != Family::Attributes;
            shared += usize::from(is_seen && keys.len() > 1);
            for key in keys {
                own.entry(key).or_default().push(figure);
            }
        }
    }
    (own, shared)
}

/// The groups that a figure of an action stands in, or the action itself.
fn keys(by: By, row: &Row, action: &Action, figure: Option<&Figure>) -> Vec<Key> {
    let keys: Vec<Key> = match by {
        By::Region => {
            let mut regions: Vec<Region> =
                row.place.countries().iter().map(|one| one.region()).collect();
            regions.sort_unstable();
            regions.dedup();
            regions.into_iter().map(|region| Key::Region(Some(region))).collect()
        }
        By::Offence => {
            let limited = figure.map(Figure::offences).filter(|own| *own != Offences::default());
            let about = limited.unwrap_or(action.offences);
            about.iter().map(|offence| Key::Offence(Some(offence))).collect()
        }
        By::Source => {
            let used = figure.map_or_else(|| action.leading(), |one| one.citations.first());
            used.map(|cited| Key::Source(Some(cited.source()))).into_iter().collect()
        }
    };
    if !keys.is_empty() {
        return keys;
    }
    vec![match by {
        By::Region => Key::Region(None),
        By::Offence => Key::Offence(None),
        By::Source => Key::Source(None),
    }]
}

fn group(operation: &Operation, key: Key, told: Vec<Told>, sort: &Sort) -> Group {
    let is_named =
        |told: &&Told| operation.rows.get(told.row).is_some_and(|row| names_countries(&row.place));
    let (named, regions): (Vec<&Told>, Vec<&Told>) = told.iter().partition(is_named);
    let figures =
        |told: &[&Told]| Tallies::of(told.iter().flat_map(|told| told.figures.iter().copied()));
    let tallies = figures(&named);
    let reported = tallies.sums().into_iter().map(|(lead, sum)| {
        let alike = |figure: &&Figure| figure.counts() && figure.kind() == (lead.measure, lead.who);
        let places =
            named.iter().filter(|told| told.figures.iter().copied().any(|one| alike(&one)));
        Reported { lead, sum, places: places.count() }
    });
    let reported = reported.collect();
    let cells = beside(tallies.summed_cells(), &figures(&regions).cells());
    let regions = regions.len();
    let figures = told.iter().flat_map(|told| &told.figures);
    let mut cited: Vec<usize> =
        figures.flat_map(|figure| figure.citations.iter().map(Citation::source)).collect();
    cited.sort_unstable();
    cited.dedup();
    let member = |told: Told| Member { row: told.row, cells: apart(&Tallies::of(told.figures)) };
    let mut members: Vec<Member> = told.into_iter().map(member).collect();
    let name = |row: usize| operation.rows.get(row).map(|row| fold(&row.name()));
    in_order(&mut members, sort, |one| &one.cells, |one| name(one.row).unwrap_or_default());
    Group { key, name: key.name(operation), members, reported, regions, cited, cells }
}

/// The cells of a place in a group. A figure that the sum of the group does not hold is marked as
/// one of which there is more to tell.
fn apart(tallies: &Tallies) -> Cells {
    let mut cells = tallies.cells();
    for (_, cell) in &mut cells {
        cell.more |= cell.lead.is_some_and(|lead| !lead.counted);
    }
    cells
}

/// Cells of sums, where more is reported that no sum holds.
fn beside(sums: Cells, more: &[(Family, Cell)]) -> Cells {
    let mut cells = sums.into_vec();
    for (family, cell) in more {
        if let Some((_, known)) = cells.iter_mut().find(|(one, _)| one == family) {
            known.more = true;
        } else {
            let lead = cell.lead.map(|lead| Lead { amount: Amount::Some, ..lead });
            cells.push((*family, Cell { lead, more: true }));
        }
    }
    cells.into()
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
