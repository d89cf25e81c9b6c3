//! Groups on the countries screen: by what, which are open, and the lines that they make.
//!
//! Knows lines and which of them is selected. What stands in a group is the model's. The rows in
//! order stay what they are below it, and are shown on every other screen.

use std::sync::Arc;

use super::App;
use super::action::Effect;
use super::compare::Slot;
use super::focus::{List, Screen};
use super::question::Asked;
use crate::model::group::{By, Group, Groups, Key, Member};
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::view::extent::Extent;

/// How places are grouped.
#[derive(Clone, Debug, Default)]
pub(super) struct Grouping {
    pub(super) by: Option<By>,
    made: Option<Made>,
    /// What the groups that are open have in common.
    open: Vec<Key>,
    pub(super) list: List,
    /// The place to select in the operation that was asked for.
    sought: Option<Place>,
}

/// The groups, and what follows from them.
#[derive(Clone, Debug)]
struct Made {
    groups: Groups,
    lines: Vec<At>,
    extent: Extent,
}

/// Which group a line is of, and which of its places, if it is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct At {
    group: usize,
    member: Option<usize>,
}

/// What stands in a line.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// A group, and whether it is open.
    Group(&'a Group, bool),
    /// A place in the group that is open above it.
    Member(&'a Member),
    /// A place in it, in another operation than the one shown.
    Elsewhere(&'a Operation, &'a Member),
}

impl App {
    /// By what the places are grouped.
    #[must_use]
    pub const fn grouped_by(&self) -> Option<By> {
        self.grouping.by
    }

    fn made(&self) -> Option<&Made> {
        self.grouping.made.as_ref().filter(|_| self.screen == Screen::Countries)
    }

    /// The groups, if they are what the screen lists.
    #[must_use]
    pub fn groups(&self) -> Option<&Groups> {
        self.made().map(|made| &made.groups)
    }

    /// How many lines the groups make.
    pub(super) fn grouped_lines(&self) -> Option<usize> {
        self.made().map(|made| made.lines.len())
    }

    /// How far the numbers and names of the groups extend.
    pub(super) fn grouped_extent(&self) -> Option<&Extent> {
        self.made().map(|made| &made.extent)
    }

    /// What stands in a line of the groups.
    #[must_use]
    pub fn line(&self, place: usize) -> Option<Line<'_>> {
        let made = self.made()?;
        let at = made.lines.get(place)?;
        let group = made.groups.groups.get(at.group)?;
        Some(match at.member {
            None => Line::Group(group, self.grouping.open.contains(&group.key)),
            Some(member) => match (group.members.get(member)?, &group.elsewhere) {
                (member, None) => Line::Member(member),
                (member, Some(operation)) => Line::Elsewhere(operation, member),
            },
        })
    }

    /// The group that is selected.
    #[must_use]
    pub fn selected_group(&self) -> Option<&Group> {
        match self.line(self.grouping.list.selected)? {
            Line::Group(group, _) => Some(group),
            Line::Member(_) | Line::Elsewhere(..) => None,
        }
    }

    /// The operation that the selected row is of, and the row: of the operation shown, or of
    /// another one that is listed with it.
    #[must_use]
    pub fn selected_anywhere(&self) -> Option<(&Operation, &Row)> {
        match self.line(self.selected()) {
            Some(Line::Elsewhere(operation, member)) => {
                Some((operation, operation.rows.get(member.row)?))
            }
            _ => Some((&self.operation, self.selected_row()?)),
        }
    }

    /// How many operations are still to come, where each is to be a group.
    #[must_use]
    pub fn awaited_groups(&self) -> usize {
        if self.groups_operations() { self.compare.awaited() } else { 0 }
    }

    /// Whether the operations at hand are the groups on the screen.
    pub(super) fn groups_operations(&self) -> bool {
        self.grouping.by == Some(By::Operation) && self.screen == Screen::Countries
    }

    /// Groups by the next thing, after the last one by nothing.
    pub(super) fn group_on(&mut self) {
        self.group_by(By::after(self.grouping.by));
        self.notice = Some(match self.grouping.by {
            Some(by) => format!("grouped by {}", by.name()),
            None => "not grouped any more".to_owned(),
        });
    }

    /// Groups by something, all groups closed.
    pub(super) fn group_by(&mut self, by: Option<By>) {
        self.ask_for(Asked { group: by, ..self.as_asked() });
    }

    /// Notes by what the groups are to be; without any there is nothing to keep.
    pub(super) fn set_grouped_by(&mut self, by: Option<By>) {
        self.grouping.by = by;
        if by.is_none() {
            self.grouping = Grouping::default();
        }
    }

    /// Opens the group that is selected, or closes it.
    pub(super) fn open_group(&mut self) {
        let Some(key) = self.selected_group().map(|group| group.key) else { return };
        match self.grouping.open.iter().position(|one| *one == key) {
            Some(at) => drop(self.grouping.open.remove(at)),
            None => self.grouping.open.push(key),
        }
        self.unfold();
    }

    /// Whether there are groups, shown or not.
    pub(super) const fn has_groups(&self) -> bool {
        self.grouping.made.is_some()
    }

    /// Takes groups; those by something else than before are all closed.
    pub(super) fn set_groups(&mut self, groups: Groups) {
        if self.grouping.made.as_ref().is_none_or(|made| made.groups.by != groups.by) {
            let sought = self.grouping.sought.take();
            self.grouping = Grouping { by: Some(groups.by), sought, ..Grouping::default() };
        }
        let kept = self.grouping.made.as_ref().and_then(|made| named(made, self.grouping.list));
        let extent = self.extent.with_groups(&groups);
        self.grouping.made = Some(Made { groups, lines: Vec::new(), extent });
        self.unfold();
        let Some(made) = &self.grouping.made else { return };
        let is_kept = |at: &usize| named(made, List { selected: *at, top: 0 }) == kept;
        let count = made.lines.len();
        let same = kept.and_then(|_| (0..count).find(is_kept));
        let place = same.unwrap_or(self.grouping.list.selected);
        self.grouping.list.select(place, count);
    }

    /// The operations at hand but the one shown, with their places.
    pub(super) fn other_operations(&self) -> Vec<(usize, Arc<Operation>)> {
        let here = self.shelf.0;
        let others = self.compare.shelf().iter().enumerate().filter(|(place, _)| *place != here);
        let others = others.filter_map(|(place, slot)| match slot {
            Slot::Here(digest) => Some((place, Arc::clone(digest.operation()))),
            _ => None,
        });
        others.collect()
    }

    /// Goes to the operation of the selected row, and to its place there.
    pub(super) fn open_elsewhere(&mut self) -> Option<Effect> {
        let list = self.grouping.list;
        let Some(Line::Elsewhere(operation, member)) = self.line(list.selected) else {
            return None;
        };
        let place = operation.rows.get(member.row)?.place.clone();
        let made = self.grouping.made.as_ref()?;
        let Key::Operation(operation) = named(made, list)?.0 else { return None };
        self.grouping.sought = Some(place);
        Some(Effect::Open(operation))
    }

    /// The place that the operation now shown was opened for.
    pub(super) const fn take_sought(&mut self) -> Option<Place> {
        self.grouping.sought.take()
    }

    /// Opens the group of the operation shown, and selects there what is selected among its rows.
    pub(super) fn show_in_groups(&mut self) {
        let Some(row) = self.order.get(self.places.selected).copied() else { return };
        let key = Key::Operation(self.shelf.0);
        if !self.grouping.open.contains(&key) {
            self.grouping.open.push(key);
        }
        self.unfold();
        let Some(made) = &self.grouping.made else { return };
        let count = made.lines.len();
        let at = |at: &usize| named(made, List { selected: *at, top: 0 }) == Some((key, Some(row)));
        if let Some(place) = (0..count).find(at) {
            self.grouping.list.select(place, count);
        }
    }

    /// Lays the groups out in lines, and the places of those that are open.
    fn unfold(&mut self) {
        let Grouping { made: Some(made), open, .. } = &mut self.grouping else { return };
        let lines = made.groups.groups.iter().enumerate().flat_map(|(place, group)| {
            let shown = if open.contains(&group.key) { group.members.len() } else { 0 };
            let members = (0..shown).map(Some);
            std::iter::once(None).chain(members).map(move |member| At { group: place, member })
        });
        made.lines = lines.collect();
    }

    /// Closes all groups and forgets them; they are made again for another operation.
    pub(super) fn close_groups(&mut self) {
        let sought = self.grouping.sought.take();
        self.grouping = Grouping { by: self.grouping.by, sought, ..Grouping::default() };
    }

    /// Selects on the other screens what is selected among the groups.
    pub(super) fn follow_group(&mut self) {
        let Some(Line::Member(member)) = self.line(self.grouping.list.selected) else { return };
        let row = member.row;
        if let Some(place) = self.order.iter().position(|one| *one == row) {
            self.places.selected = place;
        }
    }
}

/// What a line is of: the group, and the row in it.
fn named(made: &Made, list: List) -> Option<(Key, Option<usize>)> {
    let at = made.lines.get(list.selected)?;
    let group = made.groups.groups.get(at.group)?;
    let member = at.member.and_then(|member| group.members.get(member));
    Some((group.key, member.map(|member| member.row)))
}
