//! Making groups: one pass over the actions, in the order in which they lie in memory.
//!
//! Knows which groups a figure stands in, and what each comes to. Must not know their order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{By, Cells, Group, Key, Member};
use crate::model::cell::Lead;
use crate::model::figure::{Citation, Figure};
use crate::model::filter::Reported;
use crate::model::measure::Family;
use crate::model::offence::Offences;
use crate::model::operation::{Action, Operation};
use crate::model::place::Place;
use crate::model::stats::names_countries;
use crate::model::tally::Counting;

/// A group that is being made.
#[derive(Default)]
struct Made<'a> {
    /// Its places: the row, and what stands in this group of it.
    members: Vec<(usize, Counting<'a>)>,
    /// Where in that list a row is.
    at: HashMap<usize, usize>,
    /// What the places come to that a sum may hold.
    named: Counting<'a>,
    /// What the others do, which no sum holds.
    aside: Counting<'a>,
    cited: BTreeSet<usize>,
}

impl<'a> Made<'a> {
    /// The place of a row, which is in the group from now on.
    fn member(&mut self, row: usize) -> Option<&mut Counting<'a>> {
        let next = self.members.len();
        let at = *self.at.entry(row).or_insert(next);
        if at == next {
            self.members.push((row, Counting::default()));
        }
        self.members.get_mut(at).map(|(_, counting)| counting)
    }

    fn add(&mut self, row: usize, is_named: bool, figure: &'a Figure) {
        if let Some(member) = self.member(row) {
            member.add(figure);
        }
        if is_named {
            self.named.add(figure);
        } else {
            self.aside.add(figure);
        }
        self.cited.extend(figure.citations.iter().map(Citation::source));
    }
}

/// The groups of some rows of an operation, and how many figures stand in more than one.
pub(super) fn groups(operation: &Operation, rows: &[usize], by: By) -> (Vec<Group>, usize) {
    let mut is_asked = vec![false; operation.rows.len()];
    for row in rows {
        if let Some(asked) = is_asked.get_mut(*row) {
            *asked = true;
        }
    }
    let (mut made, mut shared) = (BTreeMap::<Key, Made>::new(), 0);
    for action in &operation.actions {
        let asked = is_asked.get(action.row).is_some_and(|asked| *asked);
        let Some(row) = operation.rows.get(action.row).filter(|_| asked) else { continue };
        let is_named = counts(by, &row.place);
        if action.figures.is_empty() || by == By::Offence {
            each(by, &row.place, action, None, |key| {
                let made = made.entry(key).or_default();
                made.member(action.row);
                if action.figures.is_empty() {
                    made.cited.extend(action.citations.iter().map(Citation::source));
                }
            });
        }
        for figure in &action.figures {
            let stands = each(by, &row.place, action, Some(figure), |key| {
                made.entry(key).or_default().add(action.row, is_named, figure);
            });
            let is_seen = figure.counts() && figure.family() != Family::Attributes;
            shared += usize::from(is_seen && stands > 1);
        }
    }
    (made.into_iter().map(|(key, made)| group(operation, by, key, made)).collect(), shared)
}

/// Whether the figures of a place may stand in the sum of a group: those of a region never, as its
/// countries may be among the others; those of several countries in no sum of one of them.
fn counts(by: By, place: &Place) -> bool {
    names_countries(place) && !(by == By::Country && place.countries().len() > 1)
}

/// Names the groups that a figure of an action stands in, or the action itself; says how many.
fn each<'a>(
    by: By,
    place: &Place,
    action: &'a Action,
    figure: Option<&'a Figure>,
    mut name: impl FnMut(Key),
) -> usize {
    let count = std::cell::Cell::new(0);
    let mut name = |key| {
        count.set(count.get() + 1);
        name(key);
    };
    match by {
        By::Region => {
            let countries = place.countries();
            for (at, region) in countries.iter().map(|one| one.region()).enumerate() {
                if countries.iter().take(at).all(|before| before.region() != region) {
                    name(Key::Region(Some(region)));
                }
            }
        }
        By::Country => {
            place.countries().iter().for_each(|country| name(Key::Country(Some(*country))));
        }
        By::Operation => name(Key::Operation(0)),
        By::Offence => {
            let limited = figure.map(Figure::offences).filter(|own| *own != Offences::default());
            let about = limited.unwrap_or(action.offences);
            about.iter().for_each(|offence| name(Key::Offence(Some(offence))));
        }
        By::Source => {
            let used = figure.map_or_else(|| action.leading(), |one| one.citations.first());
            if let Some(cited) = used {
                name(Key::Source(Some(cited.source())));
            }
        }
    }
    if count.get() == 0 {
        name(match by {
            By::Region => Key::Region(None),
            By::Offence => Key::Offence(None),
            By::Source => Key::Source(None),
            By::Country => Key::Country(None),
            By::Operation => Key::Operation(0),
        });
    }
    count.get()
}

fn group(operation: &Operation, by: By, key: Key, made: Made<'_>) -> Group {
    let is_so = |row: usize, so: &dyn Fn(&Place) -> bool| {
        operation.rows.get(row).is_some_and(|row| so(&row.place))
    };
    let is_named = |row: usize| is_so(row, &|place| counts(by, place));
    let all = |so: &dyn Fn(&Place) -> bool| {
        made.members.iter().filter(|(row, _)| is_so(*row, so)).count()
    };
    let (named, aside) = (made.named.tallies, made.aside.tallies);
    let places = |lead: &Lead| {
        let reports = |(row, own): &&(usize, Counting<'_>)| {
            is_named(*row) && own.tallies.sums().iter().any(|(one, _)| one.is_like(lead))
        };
        made.members.iter().filter(reports).count()
    };
    let sums = named.sums().into_iter();
    let reported = sums.map(|(lead, sum)| Reported { places: places(&lead), lead, sum }).collect();
    Group {
        key,
        name: key.name(operation),
        reported,
        regions: all(&|place| !names_countries(place)),
        joint: all(&|place| names_countries(place) && !counts(by, place)),
        elsewhere: None,
        cited: made.cited.into_iter().collect(),
        cells: beside(named.summed_cells(), aside.cells_aside()),
        members: made
            .members
            .iter()
            .map(|(row, own)| Member { row: *row, cells: own.tallies.cells() })
            .collect(),
    }
}

/// Cells of sums, where more is reported that no sum holds.
fn beside(sums: Cells, more: Cells) -> Cells {
    let mut cells = sums.into_vec();
    for (family, cell) in more {
        match cells.iter_mut().find(|(one, _)| *one == family) {
            Some((_, known)) => known.more = true,
            None => cells.push((family, cell)),
        }
    }
    cells.into()
}
