//! The filter of the board: typed, completed, kept, dropped; what it picks follows at once.
//!
//! Knows rows and the text of the filter. What a filter means is the model's. Must not know which
//! keys type it.

use super::App;
use super::action::{Edit, FilterAsk};
use super::focus::{Focus, Overlay, Screen};
use super::line::Line;
use super::question::Asked;
use crate::model::filter::{self, Completion, Filter, Mistake, Name, Picked, State, Term, Test};
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::model::query::Column;

/// The filter that holds, and the one that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Filtering {
    pub(super) filter: Filter,
    /// For each row of the operation, whether it is picked; empty where nothing is asked.
    kept: Vec<bool>,
    picked: Option<Picked>,
    draft: Option<Draft>,
    /// What was typed last and could not be read.
    left: Option<Line>,
}

impl Filtering {
    /// Takes what a filter picks.
    pub(super) fn set(&mut self, kept: Vec<bool>, picked: Option<Picked>) {
        (self.kept, self.picked) = (kept, picked);
    }

    /// Forgets what is being typed.
    pub(super) fn drop_draft(&mut self) {
        self.draft = None;
    }

    /// Whether a row is picked.
    pub(super) fn picks(&self, row: usize) -> bool {
        self.filter.is_empty() || self.kept.get(row).copied().unwrap_or_default()
    }
}

/// A filter as it is typed.
#[derive(Clone, Debug)]
pub struct Draft {
    line: Line,
    /// The filter to go back to.
    before: Filter,
    mistake: Option<Mistake>,
    completion: Completion,
    /// Which of the choices stands in the text.
    chosen: Option<usize>,
}

impl Draft {
    fn new(line: Line, before: Filter, operation: &Operation) -> Self {
        let (mistake, completion, chosen) = (None, Completion::default(), None);
        let mut draft = Self { line, before, mistake, completion, chosen };
        draft.complete(operation);
        draft
    }

    /// The line that it is typed into.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// Where the text cannot be read, and what was expected there.
    #[must_use]
    pub const fn mistake(&self) -> Option<&Mistake> {
        self.mistake.as_ref()
    }

    /// What may stand where the cursor is.
    #[must_use]
    pub fn choices(&self) -> &[String] {
        &self.completion.choices
    }

    /// Which of the choices the text already has.
    #[must_use]
    pub const fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Whether the mistake is only that a word is not typed to its end.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        let at = self.line.place();
        let here = |mistake: &Mistake| mistake.span.start <= at && at <= mistake.span.end;
        self.mistake.as_ref().is_some_and(here) && !self.completion.choices.is_empty()
    }

    fn complete(&mut self, operation: &Operation) {
        self.completion = filter::complete(self.line.text(), self.line.place(), operation);
        self.chosen = None;
    }

    /// Puts the next choice in the place of what is begun.
    fn choose(&mut self) {
        let count = self.completion.choices.len();
        let next = self.chosen.map_or(0, |chosen| (chosen + 1) % count.max(1));
        let Some(choice) = self.completion.choices.get(next) else { return };
        self.line.replace(self.completion.span.clone(), choice);
        self.completion.span.end = self.line.place();
        self.chosen = Some(next);
    }
}

impl App {
    /// The filter that holds.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filtering.filter
    }

    /// What the filter picks; `None` where it asks for nothing.
    #[must_use]
    pub const fn picked(&self) -> Option<&Picked> {
        self.filtering.picked.as_ref()
    }

    /// The filter as it is typed.
    #[must_use]
    pub const fn draft(&self) -> Option<&Draft> {
        self.filtering.draft.as_ref()
    }

    /// Whether a filter holds.
    #[must_use]
    pub const fn is_filtered(&self) -> bool {
        !self.filtering.filter.is_empty()
    }

    pub(super) fn ask_filter(&mut self, ask: FilterAsk) {
        match ask {
            FilterAsk::Edit if self.screen.picks_places() => self.start_filter(),
            FilterAsk::Like if self.screen.lists_places() => {
                if let Some(test) = self.selected_row().map(|row| self.like(row)) {
                    self.filter_by(self.filter().clone().and(test.into()));
                }
            }
            FilterAsk::DropLast => self.filter_by(self.filter().clone().without_last()),
            FilterAsk::Clear => self.filter_by(Filter::default()),
            FilterAsk::Edit | FilterAsk::Like => {}
        }
    }

    fn start_filter(&mut self) {
        self.overlay = Overlay::None;
        self.focus = Focus::Rows;
        let line = self.filtering.left.take().unwrap_or_else(|| {
            let gap = if self.is_filtered() { " " } else { "" };
            Line::holding(&format!("{}{gap}", self.filter()))
        });
        self.draft_filter(line);
    }

    fn draft_filter(&mut self, line: Line) {
        self.find = None;
        let draft = Draft::new(line, self.filter().clone(), &self.operation);
        self.filtering.draft = Some(draft);
        self.read_draft();
    }

    /// What is found becomes what is asked for.
    pub(super) fn filter_by_find(&mut self) {
        let Some(text) = self.find.as_ref().map(|find| find.text().trim().to_owned()) else {
            return;
        };
        let asked = (!text.is_empty()).then(|| Term::from(Test::Text(text)));
        let filter = asked.into_iter().fold(self.filter().clone(), Filter::and);
        self.draft_filter(Line::holding(&filter.to_string()));
    }

    pub(super) fn edit_filter(&mut self, edit: Edit) {
        let Some(draft) = &mut self.filtering.draft else { return };
        match edit {
            Edit::Accept => return self.accept_filter(),
            Edit::Cancel => {
                let before = draft.before.clone();
                self.filtering.draft = None;
                return self.filter_by(before);
            }
            Edit::Complete => draft.choose(),
            edit => {
                draft.line.edit(edit);
                draft.complete(&self.operation);
            }
        }
        self.read_draft();
    }

    /// Reads what is typed. What can be read of it holds at once.
    fn read_draft(&mut self) {
        let Some(draft) = &mut self.filtering.draft else { return };
        let (filter, mistake) = filter::read(draft.line.text());
        draft.mistake = mistake;
        self.filter_by(filter);
    }

    /// Keeps the filter as it is typed. One that cannot be read stays open.
    fn accept_filter(&mut self) {
        self.filtering.draft.take_if(|draft| draft.mistake.is_none());
    }

    /// Leaves the line that is typed into; a text that cannot be read waits there.
    pub(super) fn leave_filter(&mut self) {
        if let Some(draft) = self.filtering.draft.take()
            && draft.mistake.is_some()
        {
            self.filtering.left = Some(draft.line);
        }
    }

    /// Shows the places that a filter picks.
    pub(super) fn filter_by(&mut self, filter: Filter) {
        self.ask_for(Asked { filter, ..self.as_asked() });
    }

    /// What is asked for by a row that is to be like another one.
    fn like(&self, row: &Row) -> Test {
        let column = if self.screen == Screen::Countries { self.column } else { Column::Name };
        match (column, &row.place) {
            (Column::Name, Place::Country(one)) => Test::Country(vec![*one]),
            (Column::Name, Place::Several(several)) => Test::Country(several.to_vec()),
            (Column::Name, Place::Region(name)) => Test::Text(name.to_string()),
            (Column::Family(family), _) => {
                let state = match row.cell(family).lead.map(|lead| lead.amount.value()) {
                    Some(Some(_)) => State::Number,
                    Some(None) => State::Some,
                    None => State::Nothing,
                };
                Test::State(state, vec![Name::Family(family)])
            }
        }
    }
}
