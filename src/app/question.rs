//! What is asked of an operation: which rows a filter picks, in which order, in which groups.
//!
//! Of a large operation it is answered elsewhere, and the board goes on; what it shows meanwhile is
//! the answer before. Must not know who answers.

use std::sync::Arc;

use super::App;
use super::action::Effect;
use crate::model::filter::{Filter, Picked};
use crate::model::group::{By, Groups};
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::query::Sort;
use crate::view::extent::Extent;

/// Operations of at most so many actions are asked while the user waits, who does not notice.
const AT_ONCE: usize = 20_000;

/// A question to an operation.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number: a later one makes it idle.
    number: u64,
    operation: Arc<Operation>,
    asked: Asked,
    /// Where operations are to be groups: their places, that of the one asked before all.
    operations: Vec<(usize, Arc<Operation>)>,
}

/// What can be asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Asked {
    filter: Filter,
    sort: Sort,
    group: Option<By>,
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    number: u64,
    asked: Asked,
    kept: Vec<bool>,
    picked: Option<Picked>,
    extent: Extent,
    order: Vec<usize>,
    groups: Option<Groups>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Question {}

/// The question that waits for its answer, and the last that got one.
#[derive(Clone, Debug, Default)]
pub(super) struct Asking {
    number: u64,
    /// Whether the last question still waits.
    waits: bool,
    /// The question that nobody has been given yet.
    to_ask: Option<Question>,
    answered: Asked,
}

impl Question {
    /// The answer, as long as somebody waits for it.
    #[must_use]
    pub fn answer(&self, waits: &dyn Fn() -> bool) -> Option<Answer> {
        let Asked { filter, sort, group } = &self.asked;
        let operation = &*self.operation;
        let asks = !filter.is_empty();
        let kept = if asks { filter.keep_while(operation, waits)? } else { Vec::new() };
        let is_kept = |row: &usize| !asks || kept.get(*row).copied().unwrap_or_default();
        let rows: Vec<usize> = (0..operation.rows.len()).filter(is_kept).collect();
        let picked = asks.then(|| Picked::of(operation, &rows));
        let order: Vec<usize> = sort.order(operation).into_iter().filter(is_kept).collect();
        if !waits() {
            return None;
        }
        let groups = match group {
            None => None,
            Some(By::Operation) => {
                let mut rows_of = vec![(self.place(), Arc::clone(&self.operation), order.clone())];
                for (place, other) in self.operations.iter().skip(1) {
                    let kept = filter.keep_while(other, waits)?;
                    let kept = kept.into_iter().enumerate().filter(|(_, kept)| *kept);
                    rows_of.push((*place, Arc::clone(other), kept.map(|(row, _)| row).collect()));
                }
                Some(Groups::across(&rows_of, sort))
            }
            Some(by) => Some(Groups::of(operation, &order, *by, sort)),
        };
        let extent = Extent::of(operation, &rows);
        let (number, asked) = (self.number, self.asked.clone());
        Some(Answer { number, asked, kept, picked, extent, order, groups })
    }

    fn place(&self) -> usize {
        self.operations.first().map_or(0, |(place, _)| *place)
    }
}

impl App {
    /// Whether an answer is waited for; what is shown is the one before.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        self.asking.waits
    }

    /// What is said while an answer is waited for.
    #[must_use]
    pub fn asked(&self) -> Option<String> {
        let actions = number::of(self.operation.actions.len());
        self.asking.waits.then(|| format!("asking {actions} actions · Esc gives up"))
    }

    /// Asks for the rows anew: at once, or, of a large operation, elsewhere.
    pub(super) fn ask_anew(&mut self) {
        let question = self.question();
        self.asking.number = question.number;
        let is_large = |operation: &Operation| operation.actions.len() > AT_ONCE;
        let large = question.operations.iter().any(|(_, operation)| is_large(operation));
        self.asking.waits = large || is_large(&self.operation);
        if self.asking.waits {
            self.asking.to_ask = Some(question);
        } else if let Some(answer) = question.answer(&|| true) {
            self.asking.to_ask = None;
            self.show_answer(answer);
        }
    }

    fn question(&self) -> Question {
        Question {
            number: self.asking.number + 1,
            operation: Arc::clone(&self.operation),
            asked: self.as_asked(),
            operations: match self.grouping.by {
                Some(By::Operation) => self.operations_at_hand(),
                _ => Vec::new(),
            },
        }
    }

    fn as_asked(&self) -> Asked {
        let (filter, sort) = (self.filter().clone(), self.sort.clone());
        Asked { filter, sort, group: self.grouping.by }
    }

    /// What somebody has to be asked.
    pub(super) fn take_question(&mut self) -> Option<Effect> {
        self.asking.to_ask.take().map(|question| Effect::Query(Box::new(question)))
    }

    /// Takes an answer, unless something else was asked since.
    pub(super) fn take_answer(&mut self, answer: Answer) {
        if self.asking.waits && answer.number == self.asking.number {
            self.asking.waits = false;
            self.show_answer(answer);
        }
    }

    /// Notes that what is shown answers what is asked, and makes an answer on its way idle.
    pub(super) fn note_answered(&mut self) {
        self.asking.number += 1;
        self.asking.waits = false;
        self.asking.to_ask = None;
        self.asking.answered = self.as_asked();
    }

    /// Waits no more, and asks for what is shown.
    pub(super) fn give_up_asking(&mut self) -> Effect {
        let Asked { filter, sort, group } = self.asking.answered.clone();
        self.filtering.go_back(filter);
        self.sort = sort;
        self.grouping.by = group;
        self.note_answered();
        self.notice = Some("given up: what is shown is as it was before".to_owned());
        if self.grouping.by.is_some() && !self.has_groups() {
            self.regroup();
        }
        Effect::DropQuery
    }

    /// Shows an answer; the same country stays selected.
    fn show_answer(&mut self, answer: Answer) {
        let selected = self.order.get(self.places.selected).copied();
        self.filtering.set(answer.kept, answer.picked);
        self.extent = answer.extent;
        self.order = answer.order;
        let place = self.order.iter().position(|index| Some(*index) == selected);
        self.places.selected = place.unwrap_or(0);
        self.place_find();
        if let Some(groups) = answer.groups {
            self.set_groups(groups);
        }
        self.asking.answered = answer.asked;
    }
}
