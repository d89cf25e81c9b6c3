//! What happens: the state of the board and what an action does to it.
//!
//! Knows the operation, the selection and what is open. Must not draw, must not know the
//! terminal, does no input or output and has no clock of its own.

pub mod action;
pub mod compare;
pub mod console;
mod cues;
pub mod export;
pub mod filter;
pub mod find;
pub mod focus;
pub mod grouping;
mod home;
pub mod line;
pub mod loading;
mod look;
pub mod map;
pub mod mark;
pub mod opening;
pub mod palette;
pub mod present;
pub mod question;
mod remote;
pub mod select;
pub mod shelf;
mod undo;

use std::path::PathBuf;
use std::sync::Arc;

use crate::data::DataError;
use crate::model::operation::Operation;
use crate::model::query::{Column, Sort};
use crate::view::extent::Extent;
use action::{Action, Edit, Effect, Motion, Target};
use compare::Compare;
use export::Exporting;
use filter::Filtering;
use find::Find;
use focus::{Axis, Focus, List, Overlay, Screen};
use grouping::Grouping;
use loading::Loading;
use map::Chart;
use mark::Marked;
use palette::Palette;
use present::{Presentation, Start};
use question::{Answer, Asking};
use shelf::Ready;
use undo::Past;

/// The state of the board.
#[derive(Clone, Debug)]
pub struct App {
    operation: Arc<Operation>,
    /// How far its numbers and names extend.
    extent: Extent,
    /// The place of the operation among how many.
    shelf: (usize, usize),
    /// The files that they come from; none if they are the bundled ones.
    files: Vec<PathBuf>,
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
    filtering: Filtering,
    marked: Marked,
    past: Past,
    grouping: Grouping,
    asking: Asking,
    palette: Option<Palette>,
    exporting: Option<Exporting>,
    compare: Compare,
    column: Column,
    axis: Axis,
    chart: Chart,
    /// The first action of the selected place that its sources are shown of.
    from: usize,
    notice: Option<String>,
    /// One line for the presenter alone, which a room need not see.
    aside: Option<String>,
    /// What the help lies over.
    beneath: Overlay,
    /// The file that is being read.
    loading: Option<Loading>,
    /// Whether no file has been read yet.
    unread: bool,
    /// Why the file as it is now is not shown, until it is mended.
    broken: Option<DataError>,
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
        let Ready { operation, answer: Answer { extent, order, .. } } = operation.into();
        Self {
            chart: Chart::of(&operation),
            operation,
            extent,
            order,
            shelf: (0, 1),
            files: Vec::new(),
            sort: Sort::default(),
            places: List::default(),
            sources: List::default(),
            screen: Screen::Overview,
            history: Vec::new(),
            focus: Focus::Rows,
            overlay: Overlay::None,
            find: None,
            filtering: Filtering::default(),
            marked: Marked::default(),
            past: Past::default(),
            grouping: Grouping::default(),
            asking: Asking::default(),
            palette: None,
            exporting: None,
            compare: Compare::default(),
            column: Column::Name,
            axis: Axis::Linear,
            from: 0,
            notice: None,
            aside: None,
            beneath: Overlay::None,
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

    /// Does what an action asks for, and says what has to be done outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        if !action.comes_by_itself() {
            self.notice = None;
            self.aside = None;
        }
        // The look that the board opened with is where undoing ends.
        self.settle();
        self.pause_by_hand(&action);
        if !Self::leaves_palette_open(&action) {
            self.palette = None;
        }
        let mut effects = self.act(action);
        let fetched = self.fetch();
        self.settle_compared();
        effects.extend(self.take_question());
        // What comes of this may come at once, and ask again: the later question has to be last.
        effects.extend(fetched);
        self.settle();
        self.keep_in_view();
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.unread && !action.needs_no_operation() {
            return Vec::new();
        }
        match action {
            // Who waits for a file that never comes has not seen anything yet.
            Action::Interrupt if self.unread => return vec![Effect::Interrupt],
            Action::Quit | Action::Interrupt => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Copy(form) => return self.copy(form),
            Action::Kept(name) => self.kept(name),
            Action::CopyLine => return self.copy_line(),
            Action::Back if self.overlay == Overlay::None && self.loading.is_some() => {
                return self.give_up().into_iter().collect();
            }
            Action::Back if self.overlay == Overlay::None && self.is_asking() => {
                return vec![self.give_up_asking()];
            }
            Action::Operation(step) => return self.ask_for_operation(step),
            Action::Loading(loading) => self.loading = Some(loading),
            Action::Opened(place, operation) => self.show_operation(place, *operation),
            Action::Reloaded(operation) => self.renew_operation(*operation),
            Action::Outdated(place) => self.outdate(place),
            Action::Fetched(place, fetched) => self.take_fetched(place, fetched),
            Action::Answered(answer) => self.take_answer(*answer),
            Action::Broken(reason) => self.break_off(reason),
            Action::Refused(reason) => self.refuse(&reason),
            Action::Resize { columns, rows } => self.size = (columns, rows),
            Action::Move(motion) => self.go(motion),
            Action::Page(step) => self.go(Motion::By(step.saturating_mul(self.page()))),
            Action::Across(step) => self.across(step),
            Action::Screen(screen) => self.open_screen(screen),
            Action::NextScreen(step) => self.open_screen(self.screen.next(step)),
            Action::Open => return self.open(),
            Action::Back => self.back(),
            Action::Sort => self.sort_by(self.column),
            Action::Reverse => self.reverse(),
            Action::Group => self.group_on(),
            Action::Axis => self.axis = self.axis.other(),
            Action::Help => self.toggle(Overlay::Help { scroll: 0 }),
            Action::Source => self.toggle(Overlay::Source { scroll: 0 }),
            Action::AcrossOperations => self.toggle(Overlay::Across { scroll: 0 }),
            Action::Compare(ask) => self.ask_compare(ask),
            Action::Find => self.start_find(),
            Action::Type(edit) => return self.edit(edit),
            Action::Palette => self.open_palette(),
            Action::Export => self.start_export(),
            Action::Exported(format, outcome) => self.exported(format, outcome),
            Action::Filter(ask) => self.ask_filter(ask),
            Action::Mark => self.mark_selected(),
            Action::Unmark => self.unmark(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::FindNext(step) => self.find_next(step),
            Action::Click(Target::Choice(place)) => return self.choose(place),
            Action::Click(target) => self.click(target),
            Action::Map(ask) => self.ask_map(ask),
            Action::Cue(cue) => self.cue(cue),
            Action::Ask(ask) => self.ask(ask),
            // These are a console's own.
            Action::Timer | Action::Notes => {}
        }
        Vec::new()
    }

    fn open_screen(&mut self, screen: Screen) {
        self.overlay = Overlay::None;
        self.leave_line();
        if screen != self.screen {
            self.history.retain(|past| *past != screen);
            self.history.push(self.screen);
            self.screen = screen;
            self.focus = Focus::Rows;
        }
    }

    /// Enter: from a row of the overview or the map into its detail.
    fn open(&mut self) -> Vec<Effect> {
        match (self.overlay, self.screen, self.focus) {
            (Overlay::None, Screen::Overview | Screen::Map, Focus::Rows) => {
                self.open_screen(Screen::Countries);
            }
            (Overlay::None, ..) if self.selected_group().is_some() => self.open_group(),
            (Overlay::None, ..) => match self.open_elsewhere() {
                Some(effect) => return vec![effect],
                None => self.toggle(Overlay::Source { scroll: 0 }),
            },
            _ => self.close_overlay(),
        }
        Vec::new()
    }

    /// Edits the line that is typed into.
    fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        if self.palette.is_some() {
            return self.edit_palette(edit);
        }
        if self.exporting.is_some() {
            return self.edit_export(edit);
        }
        if self.is_finding() {
            self.edit_find(edit);
        } else {
            self.edit_filter(edit);
        }
        Vec::new()
    }

    /// Keeps what came of the line that is typed into, and leaves it.
    fn leave_line(&mut self) {
        self.palette = None;
        self.exporting = None;
        if self.is_finding() {
            self.accept_find();
        }
        self.leave_filter();
    }

    /// Esc: one step back, from the topmost thing down.
    fn back(&mut self) {
        if self.overlay != Overlay::None {
            self.close_overlay();
        } else if self.find_here().is_some() {
            self.find = None;
            // The find was the topmost thing seen; dropping its marks is the step.
        } else if self.focus != Focus::Rows {
            self.focus = Focus::Rows;
        } else if let Some(screen) = self.history.pop() {
            self.screen = screen;
        }
    }

    fn toggle(&mut self, overlay: Overlay) {
        let same = std::mem::discriminant(&overlay) == std::mem::discriminant(&self.overlay);
        if same {
            return self.close_overlay();
        }
        self.beneath = self.overlay;
        self.overlay = overlay;
        self.from = 0;
    }

    /// Closes what lies over the screen; the help gives back what it was asked for over.
    fn close_overlay(&mut self) {
        let was_help = matches!(self.overlay, Overlay::Help { .. });
        self.overlay = if was_help { self.beneath } else { Overlay::None };
        self.beneath = Overlay::None;
    }

    fn sort_by(&mut self, column: Column) {
        self.sort.by(column);
        self.reorder();
    }

    fn reverse(&mut self) {
        self.sort.reverse();
        self.reorder();
    }

    /// Sorts the rows anew, and says how.
    fn reorder(&mut self) {
        self.ask_anew();
        self.notice = Some(format!("sorted by {}", self.sort.in_words(1)));
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
            Target::Outside => {
                self.palette = None;
                self.close_overlay();
            }
            Target::Choice(_) => {}
        }
    }
}
