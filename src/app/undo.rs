//! Undoing: the looks that the board has had, back and forward.
//!
//! Knows what makes a look: screen, filter, order, groups, marks. A move of the selection is no step. Must
//! not know which keys ask for it.

use std::collections::VecDeque;
use std::sync::Arc;

use super::App;
use super::focus::{Focus, Overlay, Screen};
use super::mark::{self, Rows};
use super::question::Asked;
use crate::model::filter::Filter;
use crate::model::group::By;
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::query::Sort;

/// How many steps can be taken back.
const STEPS: usize = 200;

/// How the board looks at its operation.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Look {
    screen: Screen,
    filter: Filter,
    sort: Sort,
    marks: Rows,
    group: Option<By>,
}

impl Look {
    /// What was done to come from another look to this one.
    fn since(&self, before: &Self) -> String {
        let mut said = Vec::new();
        if self.filter != before.filter {
            said.push(if self.filter.is_empty() {
                format!("clearing the filter {}", before.filter)
            } else {
                format!("the filter {}", self.filter)
            });
        }
        if self.sort != before.sort {
            said.push(format!("the order by {}", self.sort.in_words(1)));
        }
        if self.marks != before.marks {
            said.push(match (before.marks.len(), self.marks.len()) {
                (some, 0) if some > 1 => format!("taking {} marks away", number::of(some)),
                (before, now) if now < before => "taking a mark away".to_owned(),
                _ => "a mark".to_owned(),
            });
        }
        if self.group != before.group {
            said.push(self.group.map_or_else(
                || "the end of the groups".to_owned(),
                |by| format!("the groups by {}", by.name()),
            ));
        }
        if self.screen != before.screen && said.is_empty() {
            said.push(format!("the way to {}", self.screen.name()));
        }
        said.join(", ")
    }
}

/// The looks before the one there is, and those that were undone.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// The look that was there when the last action was done.
    settled: Option<Look>,
    before: VecDeque<Look>,
    undone: Vec<Look>,
}

impl Past {
    fn looks(&mut self) -> impl Iterator<Item = &mut Look> {
        self.settled.iter_mut().chain(&mut self.before).chain(&mut self.undone)
    }
}

impl App {
    fn look(&self) -> Look {
        Look {
            screen: self.screen,
            filter: self.filter().clone(),
            sort: self.sort.clone(),
            marks: Arc::clone(self.marked.rows()),
            group: self.grouped_by(),
        }
    }

    /// Whether the board still looks so.
    fn looks(&self, look: &Look) -> bool {
        let marks = self.marked.rows();
        self.screen == look.screen
            && self.sort == look.sort
            && self.grouped_by() == look.group
            && *self.filter() == look.filter
            && (Arc::ptr_eq(marks, &look.marks) || *marks == look.marks)
    }

    /// Notes a step, if what was done was one. What is still being typed is none yet.
    pub(super) fn settle(&mut self) {
        let is_new = |look: &Look| !self.looks(look);
        if self.draft().is_some() || !self.past.settled.as_ref().is_none_or(is_new) {
            return;
        }
        let look = self.look();
        if let Some(before) = self.past.settled.replace(look) {
            self.past.undone.clear();
            self.past.before.push_back(before);
            if self.past.before.len() > STEPS {
                self.past.before.pop_front();
            }
        }
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) {
        let Some(look) = self.past.before.pop_back() else {
            self.notice = Some("nothing to undo".to_owned());
            return;
        };
        let now = self.look();
        let said = format!("undone: {}", now.since(&look));
        self.past.undone.push(now);
        self.show_look(look, said);
    }

    /// Does again what was undone last.
    pub(super) fn redo(&mut self) {
        let Some(look) = self.past.undone.pop() else {
            self.notice = Some("nothing to do again".to_owned());
            return;
        };
        let now = self.look();
        let said = format!("done again: {}", look.since(&now));
        self.past.before.push_back(now);
        self.show_look(look, said);
    }

    fn show_look(&mut self, look: Look, said: String) {
        self.past.settled = Some(look.clone());
        self.overlay = Overlay::None;
        self.find = None;
        if look.screen != self.screen {
            self.history.retain(|past| *past != look.screen);
            self.screen = look.screen;
            self.focus = Focus::Rows;
        }
        if look.marks != *self.marked.rows() {
            self.set_marks(look.marks);
        }
        let Look { filter, sort, group, .. } = look;
        self.ask_for(Asked { filter, sort, group });
        self.notice = Some(said);
    }

    /// Moves all marks there have been to the same places of another operation.
    pub(super) fn carry_past_marks(&mut self, to: &Operation) {
        if self.past.looks().all(|look| look.marks.is_empty()) {
            return;
        }
        let places = mark::places(to);
        let from = Arc::clone(&self.operation);
        for look in self.past.looks() {
            look.marks = mark::carried(&look.marks, &from, &places);
        }
    }
}
