//! The palette of commands while it is open: what is typed, and which command is selected.
//!
//! Knows a line and a list. Which commands there are is asked of the table; what they do is done
//! as if their keys had been pressed.

use super::App;
use super::action::{Action, Edit, Effect, Motion};
use super::focus::{List, Overlay};
use super::line::Line;
use crate::command::palette;
use crate::view::layout;

/// The palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    line: Line,
    list: List,
}

impl Palette {
    /// The line that is typed into.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// The list of commands that fit.
    #[must_use]
    pub const fn list(&self) -> List {
        self.list
    }
}

impl App {
    /// The palette, if it is open.
    #[must_use]
    pub const fn palette(&self) -> Option<&Palette> {
        self.palette.as_ref()
    }

    pub(super) fn open_palette(&mut self) {
        self.leave_line();
        self.overlay = Overlay::None;
        self.palette = Some(Palette::default());
    }

    pub(super) fn edit_palette(&mut self, edit: Edit) -> Vec<Effect> {
        let Some(open) = &mut self.palette else { return Vec::new() };
        match edit {
            Edit::Accept => {
                let place = open.list.selected;
                return self.choose(place);
            }
            Edit::Cancel => self.palette = None,
            edit => {
                open.line.edit(edit);
                open.list = List::default();
            }
        }
        Vec::new()
    }

    /// Does what a command of the palette asks for, by its place; nothing where there is none.
    pub(super) fn choose(&mut self, place: usize) -> Vec<Effect> {
        let chosen = palette::found(self).get(place).map(|command| command.action.clone());
        let Some(action) = chosen else { return Vec::new() };
        self.palette = None;
        self.act(action)
    }

    /// Moves in the palette; says whether it is open.
    pub(super) fn move_in_palette(&mut self, motion: Motion) -> bool {
        if self.palette.is_none() {
            return false;
        }
        let count = palette::found(self).len();
        let Some(open) = &mut self.palette else { return false };
        open.list.select(motion.applied(open.list.selected, count), count);
        true
    }

    /// Keeps the selected command in view.
    pub(super) fn keep_palette_in_view(&mut self) {
        if self.palette.is_none() {
            return;
        }
        let (rows, count) = (layout::palette_rows(self), palette::found(self).len());
        if let Some(open) = &mut self.palette {
            open.list.select(open.list.selected, count);
            open.list.keep_in_view(rows, count);
        }
    }

    /// Whether an action is one of the palette itself, or leaves it open.
    pub(super) fn leaves_palette_open(action: &Action) -> bool {
        action.comes_by_itself()
            || matches!(
                action,
                Action::Type(_)
                    | Action::Move(_)
                    | Action::Page(_)
                    | Action::Palette
                    | Action::Click(_)
                    | Action::Reloaded(_)
                    | Action::Broken(_)
                    | Action::Refused(_)
            )
    }
}
