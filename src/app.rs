//! What happens: the state of the board and what an action does to it.
//!
//! Knows the operation, the selection and what is open. Must not draw, must not know the
//! terminal, does no input or output and has no clock of its own.

pub mod action;
pub mod console;
mod cues;
pub mod find;
pub mod focus;
mod home;
pub mod loading;
pub mod present;
mod remote;
pub mod select;
pub mod shelf;

use std::sync::Arc;

use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::query::{Column, Sort};
use crate::model::text::SafeText;
use crate::view::extent::Extent;
use action::{Action, Effect, Motion, Target};
use find::Find;
use focus::{Axis, Focus, List, Overlay, Screen};
use loading::Loading;
use present::{Presentation, Start};
use shelf::Ready;

/// The state of the board.
#[derive(Clone, Debug)]
pub struct App {
    operation: Arc<Operation>,
    /// How far its numbers and names extend.
    extent: Extent,
    /// The place of the operation among how many.
    shelf: (usize, usize),
    /// Rows of the operation in the order on screen.
    order: Vec<usize>,
    sort: Sort,
    /// The list of places, as `order` has them.
    places: List,
    /// The list of sources, in the order of the file.
    sources: List,
    screen: Screen,
    /// Screens to go back to, the last one on top.
    history: Vec<Screen>,
    focus: Focus,
    overlay: Overlay,
    find: Option<Find>,
    column: Column,
    axis: Axis,
    /// The first action of the selected place that its sources are shown of.
    from: usize,
    notice: Option<String>,
    /// The file that is being read.
    loading: Option<Loading>,
    /// Whether no file has been read yet.
    unread: bool,
    /// Why the file as it is now is not shown, until it is mended.
    broken: Option<SafeText>,
    /// The presentation in progress, also while the presenter has stepped into the board.
    presentation: Option<Presentation>,
    /// How the operation is to be presented that has still to be read.
    to_present: Option<Start>,
    size: (u16, u16),
}

impl App {
    /// A board on an operation, opened on the overview with its first row selected.
    #[must_use]
    pub fn new(operation: Operation) -> Self {
        let Ready { operation, extent, sort, order } = operation.into();
        Self {
            operation,
            extent,
            order,
            shelf: (0, 1),
            sort,
            places: List::default(),
            sources: List::default(),
            screen: Screen::Overview,
            history: Vec::new(),
            focus: Focus::Rows,
            overlay: Overlay::None,
            find: None,
            column: Column::Name,
            axis: Axis::Linear,
            from: 0,
            notice: None,
            loading: None,
            unread: false,
            broken: None,
            presentation: None,
            to_present: None,
            size: (80, 24),
        }
    }

    /// The same board, its operation being one of several.
    #[must_use]
    pub fn among(self, place: usize, count: usize) -> Self {
        Self { shelf: (place, count.max(1)), ..self }
    }

    /// The place of the operation among how many, from 0 on.
    #[must_use]
    pub const fn shelf(&self) -> (usize, usize) {
        self.shelf
    }

    /// The operation shown.
    #[must_use]
    pub fn operation(&self) -> &Operation {
        &self.operation
    }

    /// The operation shown, to be held on to.
    #[must_use]
    pub fn shared_operation(&self) -> Arc<Operation> {
        Arc::clone(&self.operation)
    }

    /// How far the numbers and names of the operation extend.
    #[must_use]
    pub const fn extent(&self) -> &Extent {
        &self.extent
    }

    /// The screen shown.
    #[must_use]
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// What the arrow keys move.
    #[must_use]
    pub const fn focus(&self) -> Focus {
        self.focus
    }

    /// What lies over the screen.
    #[must_use]
    pub const fn overlay(&self) -> Overlay {
        self.overlay
    }

    /// The find in progress or the last one made.
    #[must_use]
    pub const fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    /// The order of the rows.
    #[must_use]
    pub const fn sort(&self) -> &Sort {
        &self.sort
    }

    /// The column under the column cursor of the countries screen.
    #[must_use]
    pub const fn column(&self) -> Column {
        self.column
    }

    /// How bars are scaled.
    #[must_use]
    pub const fn axis(&self) -> Axis {
        self.axis
    }

    /// One line for the user, until the next action.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Why the file as it is now is not shown; what is shown is its last good state.
    #[must_use]
    pub const fn broken(&self) -> Option<&SafeText> {
        self.broken.as_ref()
    }

    /// Columns and rows of the window.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is reported of any place.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The place of the selected row among the rows on screen.
    #[must_use]
    pub const fn selected(&self) -> usize {
        self.places.selected
    }

    /// The first row in view.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.places.top
    }

    /// The list of sources.
    #[must_use]
    pub const fn sources(&self) -> List {
        self.sources
    }

    /// The row at a place on screen.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        self.order.get(place).and_then(|index| self.operation.rows.get(*index))
    }

    /// The selected row.
    #[must_use]
    pub fn selected_row(&self) -> Option<&Row> {
        self.row(self.places.selected)
    }

    /// Whether the row at a place is what the last find found.
    #[must_use]
    pub fn is_found(&self, place: usize) -> bool {
        let found = |find: &Find| self.order.get(place).and_then(|row| find.fit(*row)).is_some();
        self.find.as_ref().is_some_and(found)
    }

    /// How many rows the find finds.
    #[must_use]
    pub fn found(&self) -> usize {
        self.find.as_ref().map_or(0, |find| find.places().len())
    }

    /// Whether Esc has a step to take.
    #[must_use]
    pub const fn can_go_back(&self) -> bool {
        let finds = self.find.is_some() && self.screen.lists_places();
        finds
            || self.loading.is_some()
            || !matches!(self.focus, Focus::Rows)
            || !self.history.is_empty()
    }

    /// Does what an action asks for, and says what has to be done outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(action, Action::Resize { .. } | Action::Loading(_)) {
            self.notice = None;
        }
        self.pause_by_hand(&action);
        let effects = self.act(action);
        self.keep_in_view();
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.unread && !action.needs_no_operation() {
            return Vec::new();
        }
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Copy => return self.copy(),
            Action::Back if self.overlay == Overlay::None && self.loading.is_some() => {
                return self.give_up().into_iter().collect();
            }
            Action::Operation(step) => return self.ask_for_operation(step),
            Action::Loading(loading) => self.loading = Some(loading),
            Action::Opened(place, operation) => self.show_operation(place, *operation),
            Action::Reloaded(operation) => self.renew_operation(*operation),
            Action::Broken(reason) => self.break_off(reason),
            Action::Refused(reason) => self.refuse(&reason),
            Action::Resize { columns, rows } => self.size = (columns, rows),
            Action::Move(motion) => self.go(motion),
            Action::Page(step) => self.go(Motion::By(step.saturating_mul(self.page()))),
            Action::Across(step) => self.across(step),
            Action::Screen(screen) => self.open_screen(screen),
            Action::NextScreen(step) => self.open_screen(self.screen.next(step)),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Sort => self.sort_by(self.column),
            Action::Reverse => self.reverse(),
            Action::Axis => self.axis = self.axis.other(),
            Action::Help => self.toggle(Overlay::Help { scroll: 0 }),
            Action::Source => self.toggle(Overlay::Source { scroll: 0 }),
            Action::Find(edit) => self.edit_find(edit),
            Action::FindNext(step) => self.find_next(step),
            Action::Click(target) => self.click(target),
            Action::Cue(cue) => self.cue(cue),
            Action::Ask(ask) => self.ask(ask),
            // These are a console's own.
            Action::Timer | Action::Notes => {}
        }
        Vec::new()
    }

    fn open_screen(&mut self, screen: Screen) {
        self.overlay = Overlay::None;
        if self.is_typing() {
            self.accept_find();
        }
        if screen != self.screen {
            self.history.retain(|past| *past != screen);
            self.history.push(self.screen);
            self.screen = screen;
            self.focus = Focus::Rows;
        }
    }

    /// Enter: from a row of the overview into its detail.
    fn open(&mut self) {
        match (self.overlay, self.screen, self.focus) {
            (Overlay::None, Screen::Overview, Focus::Rows) => self.open_screen(Screen::Countries),
            (Overlay::None, _, _) => self.toggle(Overlay::Source { scroll: 0 }),
            _ => self.overlay = Overlay::None,
        }
    }

    /// Esc: one step back, from the topmost thing down.
    fn back(&mut self) {
        if self.overlay != Overlay::None {
            self.overlay = Overlay::None;
        } else if self.screen.lists_places() && self.find.take().is_some() {
            // The find was the topmost thing seen; dropping its marks is the step.
        } else if self.focus != Focus::Rows {
            self.focus = Focus::Rows;
        } else if let Some(screen) = self.history.pop() {
            self.screen = screen;
        }
    }

    fn toggle(&mut self, overlay: Overlay) {
        let same = std::mem::discriminant(&overlay) == std::mem::discriminant(&self.overlay);
        self.overlay = if same { Overlay::None } else { overlay };
        self.from = 0;
    }

    fn sort_by(&mut self, column: Column) {
        self.sort.by(column);
        self.reorder();
    }

    fn reverse(&mut self) {
        self.sort.reverse();
        self.reorder();
    }

    /// Sorts the rows anew; the same country stays selected.
    fn reorder(&mut self) {
        let kept = self.order.get(self.places.selected).copied();
        self.order = self.sort.order(&self.operation);
        let place = self.order.iter().position(|index| Some(*index) == kept);
        self.places.selected = place.unwrap_or(0);
        if let Some(find) = &mut self.find {
            find.place(&self.order);
        }
        let key = self.sort.first();
        self.notice = Some(format!("sorted by {} {}", key.column.heading(), key.direction.sign()));
    }

    fn click(&mut self, target: Target) {
        match target {
            Target::Screen(screen) => self.open_screen(screen),
            Target::Row(place) => self.select(place),
            Target::Total(place) => self.focus = self.total(place),
            Target::Column(column) => {
                self.column = column;
                if self.sort.first().column == column {
                    self.reverse();
                } else {
                    self.sort_by(column);
                }
            }
            Target::Slide(step) => self.cue(present::Cue::Go(step)),
            Target::Outside => self.overlay = Overlay::None,
        }
    }

    fn copy(&mut self) -> Vec<Effect> {
        let Some((text, what)) = self.copied() else {
            return Vec::new();
        };
        self.notice = Some(format!("copied {what} with its citation"));
        vec![Effect::Copy(text)]
    }
}
