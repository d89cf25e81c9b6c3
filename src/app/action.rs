//! Everything that can happen, and everything that it can ask of the outside.
//!
//! Knows no keys and no terminal.

use std::path::PathBuf;
use std::sync::Arc;

use super::export::Exported;
use super::focus::Screen;
use super::loading::Loading;
use super::map;
use super::present::Cue;
use super::question::{Answer, Question};
use super::shelf::Ready;
use crate::data::DataError;
use crate::model::compare::digest::Digest;
use crate::model::query::Column;
use crate::model::standing::Ask;
use crate::model::text::SafeText;
use crate::report::format::Format;

/// Something that happens to the board.
#[derive(Clone, Debug)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// End the program, whatever it is at.
    Interrupt,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// The window has a new size in cells.
    Resize {
        /// Width.
        columns: u16,
        /// Height.
        rows: u16,
    },
    /// Move the selection, or scroll what lies over the screen.
    Move(Motion),
    /// Move by whole pages of what is seen.
    Page(isize),
    /// Move sideways: the column cursor, or among the totals.
    Across(isize),
    /// Go to a screen.
    Screen(Screen),
    /// Go some screens on.
    NextScreen(isize),
    /// Open what is selected.
    Open,
    /// Go back one step.
    Back,
    /// Sort by the column under the cursor.
    Sort,
    /// Turn the order round.
    Reverse,
    /// Group the places by the next thing.
    Group,
    /// Change between the linear and the logarithmic axis.
    Axis,
    /// Open or close the help.
    Help,
    /// Open or close the sources of what is selected.
    Source,
    /// Open or close the actions of the selected country in all operations.
    AcrossOperations,
    /// Do something about the comparison.
    Compare(CompareAsk),
    /// Copy what is selected, with its citation.
    Copy(Form),
    /// The terminal has no clipboard: what was copied is in a file of this name, or nowhere.
    Kept(Option<SafeText>),
    /// Copy the command line that opens what is on the screen.
    CopyLine,
    /// Ask for the name of the file that what is on the screen is written to.
    Export,
    /// It was written, or not.
    Exported(Format, Exported),
    /// Change to another operation, some places on.
    Operation(isize),
    /// A file is being read.
    Loading(Loading),
    /// An operation was opened.
    Opened(usize, Box<Ready>),
    /// The file of the operation shown was saved and read again.
    Reloaded(Box<Ready>),
    /// An operation that was asked for is at hand for comparing, or could not be read.
    Fetched(usize, Result<Arc<Digest>, SafeText>),
    /// A question about the rows has its answer.
    Answered(Box<Answer>),
    /// The file of an operation that is not shown has changed.
    Outdated(usize),
    /// It was saved, but what is in it now cannot be used; the reason in one sentence.
    Broken(DataError),
    /// What was asked for could not be done; the reason in one sentence.
    Refused(SafeText),
    /// Mark the selected row, or take its mark away.
    Mark,
    /// Take all marks away.
    Unmark,
    /// Take the last step back: filter, order, marks, screen.
    Undo,
    /// Do again what was undone.
    Redo,
    /// Begin to find.
    Find,
    /// Work on the line of text that is open.
    Type(Edit),
    /// Open the palette of commands.
    Palette,
    /// Do something about the filter.
    Filter(FilterAsk),
    /// Go to the next or the previous match.
    FindNext(isize),
    /// Something was clicked.
    Click(Target),
    /// A cue of the presentation.
    Cue(Cue),
    /// What a console asks of the presentation.
    Ask(Ask),
    /// Do something to the map.
    Map(map::Ask),
    /// Count the time of a talk from here.
    Timer,
    /// Show more of the notes.
    Notes,
}

impl Action {
    /// Whether it comes of no key, and leaves what was said last on the screen.
    pub(super) const fn comes_by_itself(&self) -> bool {
        matches!(
            self,
            Self::Resize { .. }
                | Self::Loading(_)
                | Self::Fetched(..)
                | Self::Answered(_)
                | Self::Outdated(_)
                | Self::Exported(..)
                | Self::Kept(_)
        )
    }

    /// Whether it can be done while no operation has been read.
    pub(super) const fn needs_no_operation(&self) -> bool {
        matches!(
            self,
            Self::Quit
                | Self::Interrupt
                | Self::Suspend
                | Self::Resize { .. }
                | Self::Back
                | Self::Loading(_)
                | Self::Opened(..)
                | Self::Refused(_)
        )
    }
}

/// The form in which something is copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Lines in plain words.
    Text,
    /// The same as Markdown.
    Markdown,
}

/// Where the selection goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Motion {
    /// Some rows down, or up if negative.
    By(isize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Motion {
    /// A place among `count` after the motion, stopping at both ends.
    #[must_use]
    pub fn applied(self, place: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::First => 0,
            Self::Last => last,
            Self::By(step) => place.saturating_add_signed(step).min(last),
        }
    }
}

/// A change of the line of text that is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// Type or paste text.
    Insert(String),
    /// Delete the character before the cursor.
    DeleteBack,
    /// Delete the character under the cursor.
    DeleteForward,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete everything before the cursor.
    DeleteAll,
    /// Move the cursor by characters.
    Cursor(isize),
    /// Complete what is begun; a find becomes a filter.
    Complete,
    /// Take another of what can be chosen, some places on.
    Other(isize),
    /// Keep what came of it.
    Accept,
    /// Give up and go back to where it began.
    Cancel,
}

/// What is asked about the filter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FilterAsk {
    /// Type one, or go on with the one there is.
    Edit,
    /// Pick places that are like the selected one in what is under the cursor.
    Like,
    /// Drop its last term.
    DropLast,
    /// Show all places again.
    Clear,
}

/// What is asked of the comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareAsk {
    /// List the countries instead of the measures, or the reverse.
    Part,
    /// Divide totals by days, by countries, by nothing.
    Rate,
    /// Chart the next measure.
    Measure,
    /// Open or close the list of operations.
    Choose,
    /// Take the selected operation in, or out.
    Toggle,
    /// Compare the series of the operation shown.
    Series,
    /// Compare all operations.
    All,
}

/// What a click meets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A tab.
    Screen(Screen),
    /// A row, by its place on screen.
    Row(usize),
    /// A headline total, by its place.
    Total(usize),
    /// The heading of a column.
    Column(Column),
    /// A line of the index of slides, by its step.
    Slide(usize),
    /// A command of the palette, by its place.
    Choice(usize),
    /// Beside what lies over the screen.
    Outside,
}

/// What the outside has to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// End it as the signal would that the terminal has for that.
    Interrupt,
    /// Stop until the shell continues the program.
    Suspend,
    /// Put text on the clipboard.
    Copy(String, Form),
    /// Write what is on the screen to a file, and say [`Action::Exported`].
    Export {
        /// The file.
        path: PathBuf,
        /// The format.
        format: Format,
        /// Whether a file that is there is replaced.
        replaces: bool,
    },
    /// Open the operation at a place of the library and say [`Action::Opened`].
    Open(usize),
    /// Open the operations at places of the library for comparing, and say [`Action::Fetched`] of
    /// each.
    Fetch(Vec<usize>),
    /// Give up the reading that is going on.
    GiveUp,
    /// Answer a question and say [`Action::Answered`]; the one before is idle.
    Query(Box<Question>),
    /// Answer no more.
    DropQuery,
}
