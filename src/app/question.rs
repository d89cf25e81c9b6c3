//! What is asked of an operation: which rows a filter picks, in which order, in which groups.
//!
//! Of a large operation it is answered elsewhere, and the board goes on; what it shows meanwhile is
//! the answer before. Must not know who answers.

use std::collections::HashSet;
use std::sync::Arc;

use super::App;
use super::action::Effect;
use super::focus::Screen;
use crate::model::compare::Comparison;
use crate::model::country::Country;
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
    /// The operation, and its place among those at hand.
    operation: Arc<Operation>,
    place: usize,
    asked: Asked,
    /// Where operations are to be groups: the others, with their places.
    others: Vec<(usize, Arc<Operation>)>,
    /// The operations whose countries are listed, where they are.
    compared: Comparison,
}

/// What can be asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    pub(super) filter: Filter,
    pub(super) sort: Sort,
    pub(super) group: Option<By>,
}

/// The answer to a question.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    number: u64,
    pub(super) asked: Asked,
    kept: Vec<bool>,
    picked: Option<Picked>,
    pub(super) extent: Extent,
    pub(super) order: Vec<usize>,
    pub(super) groups: Option<Groups>,
    /// The countries that the filter picks in one of the operations compared.
    countries: Option<HashSet<Country>>,
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
    /// What is asked of an operation before it is shown.
    pub(super) fn beforehand(operation: Arc<Operation>, asked: Asked) -> Self {
        let (others, compared) = (Vec::new(), Comparison::default());
        Self { number: 0, operation, place: 0, asked, others, compared }
    }

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
            Some(by) => Some(self.groups(*by, &order, waits)?),
        };
        let lists = asks && !self.compared.operations().is_empty();
        let countries = if lists { Some(self.countries(&kept, waits)?) } else { None };
        let extent = Extent::of(operation, &rows);
        let (number, asked) = (self.number, self.asked.clone());
        Some(Answer { number, asked, kept, picked, extent, order, groups, countries })
    }

    /// The rows picked of the operation in groups, with those of the others where these are asked
    /// too.
    pub(super) fn groups(
        &self,
        by: By,
        order: &[usize],
        waits: &dyn Fn() -> bool,
    ) -> Option<Groups> {
        let Asked { filter, sort, .. } = &self.asked;
        if by != By::Operation {
            return Some(Groups::of(&self.operation, order, by, sort));
        }
        let mut rows_of = vec![(self.place, Arc::clone(&self.operation), order.to_vec())];
        for (place, other) in &self.others {
            let kept = filter.keep_while(other, waits)?;
            let kept = kept.into_iter().enumerate().filter(|(_, kept)| *kept);
            rows_of.push((*place, Arc::clone(other), kept.map(|(row, _)| row).collect()));
        }
        Some(Groups::across(&rows_of, sort))
    }

    /// The countries picked in one of the operations compared, some of whose rows are known.
    fn countries(&self, kept: &[bool], waits: &dyn Fn() -> bool) -> Option<HashSet<Country>> {
        self.compared.picked_by(&|operation| {
            if Arc::ptr_eq(operation, &self.operation) {
                return Some(kept.to_vec());
            }
            self.asked.filter.keep_while(operation, waits)
        })
    }

    /// Whether it takes a while.
    fn is_large(&self) -> bool {
        let others = self.others.iter().map(|(_, other)| other);
        let compared = self.compared.operations().iter().map(|digest| digest.operation());
        let mut all = std::iter::once(&self.operation).chain(others).chain(compared);
        all.any(|operation| operation.actions.len() > AT_ONCE)
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

    /// Asks for something else than before.
    pub(super) fn ask_for(&mut self, asked: Asked) {
        if asked != self.as_asked() {
            self.set_asked(asked);
            self.ask_anew();
        }
    }

    fn set_asked(&mut self, asked: Asked) {
        if asked.group != self.grouping.by {
            self.find = None;
            self.set_grouped_by(asked.group);
        }
        self.filtering.filter = asked.filter;
        self.sort = asked.sort;
    }

    /// Asks for something, and waits for the answer.
    pub(super) fn ask_at_once(&mut self, asked: Asked) {
        self.set_asked(asked);
        let answer = self.question().answer(&|| true);
        self.show_at_once(answer);
    }

    /// Asks for the rows anew: at once, or, of a large operation, elsewhere.
    pub(super) fn ask_anew(&mut self) {
        let question = self.question();
        self.asking.number = question.number;
        // A question that waits is idle now.
        self.compare.give_up_asking();
        if self.screen == Screen::Compare {
            self.compare.note_asked(&question.asked.filter);
        }
        self.asking.waits = question.is_large();
        if self.asking.waits {
            self.asking.to_ask = Some(question);
        } else if let Some(answer) = question.answer(&|| true) {
            self.asking.to_ask = None;
            self.show_answer(answer);
        }
    }

    fn question(&self) -> Question {
        let is_compare = self.screen == Screen::Compare;
        Question {
            number: self.asking.number + 1,
            operation: Arc::clone(&self.operation),
            place: self.shelf.0,
            asked: self.as_asked(),
            others: match self.grouping.by {
                Some(By::Operation) => self.other_operations(),
                _ => Vec::new(),
            },
            compared: if is_compare { self.compare.table().clone() } else { Comparison::default() },
        }
    }

    /// What is asked for.
    #[must_use]
    pub fn as_asked(&self) -> Asked {
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

    /// Shows what is known of an operation that has just come, and asks at once for what is not.
    pub(super) fn show_beforehand(&mut self, answer: Answer) {
        let question = self.question();
        let mut known = Some(answer).filter(|answer| answer.asked == question.asked);
        if let (Some(answer), Some(By::Operation)) = (&mut known, question.asked.group) {
            // Nobody knew the others.
            answer.groups = question.groups(By::Operation, &answer.order, &|| true);
        }
        self.show_at_once(known.or_else(|| question.answer(&|| true)));
    }

    /// Shows an answer that nobody had to wait for, and makes those on their way idle.
    fn show_at_once(&mut self, answer: Option<Answer>) {
        if let Some(answer) = answer {
            self.show_answer(answer);
        }
        self.wait_no_more();
    }

    fn wait_no_more(&mut self) {
        self.asking.number += 1;
        self.asking.waits = false;
        self.asking.to_ask = None;
        self.asking.answered = self.as_asked();
    }

    /// Waits no more, and asks for what is shown.
    pub(super) fn give_up_asking(&mut self) -> Effect {
        self.filtering.drop_draft();
        let groups = self.has_groups();
        self.set_asked(self.asking.answered.clone());
        self.wait_no_more();
        self.compare.give_up_asking();
        self.notice = Some("given up: what is shown is as it was before".to_owned());
        if self.grouping.by.is_some() && !groups {
            // They went when they were asked for no more.
            self.asking.answered.group = None;
            self.ask_anew();
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
        if answer.countries.is_some() || answer.asked.filter.is_empty() {
            self.compare.take_picked(&answer.asked.filter, answer.countries);
        }
        self.asking.answered = answer.asked;
    }
}
