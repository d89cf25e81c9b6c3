//! The one table of commands, and all that is made of it.
//!
//! Knows every command with its keys, its action and where it applies; help, footer, the key
//! table of the README and the keymap come out of this table. Must not draw.

pub mod chord;
pub mod console;
pub mod docs;
pub mod keymap;
pub mod palette;
mod table;

pub use table::COMMANDS;

use crate::app::App;
use crate::app::action::Action;
use crate::app::focus::{Focus, Overlay, Screen};
use crate::app::present::{Pace, Stage};
use chord::Chord;

/// Something the user can ask for.
#[derive(Debug)]
pub struct Command {
    /// The keys that ask for it; the first one is shown in the footer.
    pub keys: &'static [Chord],
    /// What happens.
    pub action: Action,
    /// A word or two for the footer.
    pub title: &'static str,
    /// A line for the help.
    pub doc: &'static str,
    /// The heading under which the help lists it.
    pub group: Group,
    /// Where it applies.
    pub scope: Scope,
    /// Its place in the footer, the lower the earlier; `None` keeps it out.
    pub footer: Option<u8>,
}

impl Command {
    /// Whether the command does something here and now.
    #[must_use]
    pub fn applies(&self, app: &App) -> bool {
        self.scope.holds(app, app.overlay())
    }
}

/// The headings of the help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Moving about.
    Move,
    /// Going from screen to screen.
    Screens,
    /// Looking at what is selected.
    Look,
    /// Finding.
    Find,
    /// Presenting.
    Present,
    /// The program itself.
    Program,
}

impl Group {
    /// Every heading in its order.
    pub const ALL: [Self; 6] =
        [Self::Move, Self::Screens, Self::Present, Self::Look, Self::Find, Self::Program];

    /// The heading.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Screens => "Screens",
            Self::Look => "Look",
            Self::Find => "Find",
            Self::Present => "Present",
            Self::Program => "Program",
        }
    }
}

/// Where a command applies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everywhere but in a line of text.
    Anywhere,
    /// Everywhere, also in a line of text.
    Always,
    /// Where rows can be selected or text can be scrolled.
    Movable,
    /// On a screen that lists places, nothing over it.
    Places,
    /// On a screen with something to select and nothing over it.
    Rows,
    /// Where something is selected, also under its own sources.
    Sourced,
    /// Among the headline totals.
    Totals,
    /// In the sources of a place of very many actions.
    Parts,
    /// On the overview, nothing over it.
    Overview,
    /// On the countries, nothing over it.
    Countries,
    /// On the map, nothing over it.
    Map,
    /// On the comparison, nothing over it.
    Compare,
    /// In the list of operations to compare.
    Choice,
    /// Where a place is selected, also under its actions in all operations.
    Across,
    /// Where there is more than one operation.
    Several,
    /// On the board, whatever lies over it.
    Board,
    /// On the board while no presentation is in progress.
    Unpresented,
    /// On the board, into which the presenter has stepped.
    SteppedIn,
    /// Where something can be copied.
    Copied,
    /// On a slide, also under its sources, where the keys that scroll scroll.
    Slide,
    /// On a slide of a presentation that goes on by itself.
    Paced,
    /// In the index of slides.
    Index,
    /// Where there is a step back to take.
    Back,
    /// On a screen from which a filter picks, nothing over it.
    Pickable,
    /// On a screen that lists places or what is compared one by one, nothing over it.
    Ungrouped,
    /// After a find.
    Found,
    /// While a filter holds.
    Filtered,
    /// On a row that can be marked.
    Markable,
    /// While rows are marked.
    Marked,
    /// In a line of text.
    Typing,
    /// In the line of text to find.
    Finding,
    /// In the line of a filter.
    Filtering,
    /// Where what is seen can be written to a file.
    Exported,
    /// In the line of the name of a file.
    Exporting,
    /// In the palette.
    Choosing,
    /// On a presenter's console.
    Console,
    /// In the console's list of presentations.
    Presentations,
}

impl Scope {
    /// Whether it is so now, with this lying over the screen.
    #[must_use]
    pub fn holds(self, app: &App, overlay: Overlay) -> bool {
        if app.is_typing() {
            return match self {
                Self::Typing | Self::Always => true,
                Self::Finding => app.is_finding(),
                Self::Filtering => app.draft().is_some(),
                Self::Exporting => app.exporting().is_some(),
                Self::Choosing => app.palette().is_some(),
                _ => false,
            };
        }
        self.holds_beneath(app, overlay)
    }

    /// Whether it is so now, whatever is being typed.
    #[must_use]
    pub fn holds_beneath(self, app: &App, overlay: Overlay) -> bool {
        match app.stage() {
            Some(Stage::Blank) => self == Self::Always,
            Some(Stage::Index(_)) if overlay == Overlay::None => {
                matches!(self, Self::Index | Self::Movable | Self::Anywhere | Self::Always)
            }
            Some(Stage::Slide | Stage::Index(_)) => self.holds_on_slide(app, overlay),
            Some(Stage::Board) | None => self.holds_on_board(app, overlay),
        }
    }

    /// Whether it is so on a slide.
    fn holds_on_slide(self, app: &App, overlay: Overlay) -> bool {
        let free = overlay == Overlay::None;
        match self {
            Self::Anywhere | Self::Always => true,
            Self::Copied | Self::Exported => free,
            Self::Slide => !matches!(overlay, Overlay::Help { .. }),
            Self::Paced => free && app.presentation().is_some_and(|p| p.pace() != Pace::ByHand),
            Self::Sourced => !matches!(overlay, Overlay::Help { .. }),
            Self::Movable | Self::Back => !free,
            _ => false,
        }
    }

    /// Whether it is so on the board.
    fn holds_on_board(self, app: &App, overlay: Overlay) -> bool {
        let board = overlay == Overlay::None;
        match self {
            Self::Anywhere | Self::Always | Self::Board => true,
            Self::Exported => board,
            Self::Unpresented => app.presentation().is_none(),
            Self::SteppedIn => app.presentation().is_some(),
            Self::Copied => {
                matches!(overlay, Overlay::Across { .. }) || Self::Rows.holds_on_board(app, overlay)
            }
            Self::Movable => !board || app.listed() > 0,
            Self::Places => board && app.screen().lists_places(),
            Self::Pickable => board && app.screen().picks_places(),
            Self::Ungrouped => {
                Self::Pickable.holds_on_board(app, overlay) && app.groups().is_none()
            }
            Self::Rows => board && (app.listed() > 0 || app.focus() != Focus::Rows),
            Self::Sourced => {
                matches!(overlay, Overlay::Source { .. }) || Self::Rows.holds_on_board(app, overlay)
            }
            Self::Totals => board && app.focus() != Focus::Rows,
            Self::Parts => matches!(overlay, Overlay::Source { .. }) && app.has_parts(),
            Self::Overview => board && app.screen() == Screen::Overview,
            Self::Countries => board && app.screen() == Screen::Countries,
            Self::Map => board && app.screen() == Screen::Map && app.focus() == Focus::Rows,
            Self::Compare => board && app.screen() == Screen::Compare,
            Self::Choice => overlay == Overlay::Operations,
            Self::Across => {
                matches!(overlay, Overlay::Across { .. }) || (board && app.sought().is_some())
            }
            Self::Several => app.shelf().1 > 1,
            Self::Back => !board || app.can_go_back(),
            Self::Found => board && app.find_here().is_some(),
            Self::Filtered => board && app.is_filtered(),
            Self::Markable => {
                Self::Places.holds_on_board(app, overlay)
                    && app.focus() == Focus::Rows
                    && app.selected_row().is_some()
            }
            Self::Marked => board && !app.marked().is_empty(),
            Self::Typing
            | Self::Finding
            | Self::Filtering
            | Self::Exporting
            | Self::Choosing
            | Self::Slide
            | Self::Paced
            | Self::Index
            | Self::Console
            | Self::Presentations => false,
        }
    }
}
