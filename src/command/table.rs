//! The table itself: every command, in the order in which the help lists it.

use terminput::KeyCode::{
    Backspace, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::chord::{char, ctrl, key, shift};
use super::{Command, Group, Scope};
use crate::app::action::{Action, FindEdit, Motion};
use crate::app::focus::Screen;

macro_rules! commands {
    ($($group:ident $scope:ident [$($key:expr),+] $action:expr,
        $title:literal, $doc:literal $(, footer $place:literal)?;)*) => {
        /// Every command of the program.
        pub static COMMANDS: &[Command] = &[$(Command {
            keys: &[$($key),+],
            action: $action,
            title: $title,
            doc: $doc,
            group: Group::$group,
            scope: Scope::$scope,
            footer: commands!(@place $($place)?),
        },)*];
    };
    (@place) => { None };
    (@place $place:literal) => { Some($place) };
}

commands! {
    Move Movable [key(Up), char('k')] Action::Move(Motion::By(-1)),
        "up", "up; from the first row of the overview to the totals";
    Move Movable [key(Down), char('j')] Action::Move(Motion::By(1)),
        "down", "down";
    Move Totals [key(Left), char('h')] Action::Across(-1),
        "total", "the total to the left";
    Move Totals [key(Right), char('l')] Action::Across(1),
        "total", "the total to the right";
    Move Parts [key(Left), char('h')] Action::Across(-1),
        "actions", "the actions before these";
    Move Parts [key(Right), char('l')] Action::Across(1),
        "actions", "the actions after these";
    Move Countries [key(Left), char('h')] Action::Across(-1),
        "column", "the column to the left";
    Move Countries [key(Right), char('l')] Action::Across(1),
        "column", "the column to the right";
    Move Movable [key(PageUp)] Action::Page(-1),
        "page up", "a page up";
    Move Movable [key(PageDown)] Action::Page(1),
        "page down", "a page down";
    Move Movable [key(Home), char('g')] Action::Move(Motion::First),
        "first", "the first";
    Move Movable [key(End), char('G')] Action::Move(Motion::Last),
        "last", "the last";
    Screens Anywhere [char('1')] Action::Screen(Screen::Overview),
        "overview", "the overview: what happened";
    Screens Anywhere [char('2')] Action::Screen(Screen::Countries),
        "countries", "the countries: every measure, every action";
    Screens Anywhere [char('5')] Action::Screen(Screen::Sources),
        "sources", "the sources: how strong, and what they support";
    Screens Anywhere [key(Tab)] Action::NextScreen(1),
        "next", "the next screen";
    Screens Anywhere [shift(Tab)] Action::NextScreen(-1),
        "previous", "the screen before";
    Screens Several [char('[')] Action::Operation(-1),
        "operation", "the operation before";
    Screens Several [char(']')] Action::Operation(1),
        "operation", "the next operation", footer 55;
    Screens Rows [key(Enter)] Action::Open,
        "open", "open what is selected", footer 20;
    Screens Back [key(Esc)] Action::Back,
        "back", "one step back", footer 15;
    Look Sourced [char('o')] Action::Source,
        "source", "where the figures come from; again closes", footer 30;
    Look Rows [char('y')] Action::Copy,
        "copy", "copy what is selected, with its citation", footer 60;
    Look Countries [char('s')] Action::Sort,
        "sort", "sort by the column; the old one breaks ties", footer 40;
    Look Countries [char('S')] Action::Reverse,
        "reverse", "turn the order round", footer 45;
    Look Overview [char('a')] Action::Axis,
        "axis", "the axis of the bars: linear or log", footer 50;
    Find Places [char('/')] Action::Find(FindEdit::Start),
        "find", "find in names, codes and actions", footer 35;
    Find Found [char('n')] Action::FindNext(1),
        "next", "the next match", footer 10;
    Find Found [char('N')] Action::FindNext(-1),
        "previous", "the match before";
    Find Typing [key(Enter)] Action::Find(FindEdit::Accept),
        "keep", "keep what was found", footer 10;
    Find Typing [key(Esc)] Action::Find(FindEdit::Cancel),
        "cancel", "go back to where the find began", footer 15;
    Find Typing [key(Backspace), ctrl('h')] Action::Find(FindEdit::DeleteBack),
        "delete", "delete a character";
    Find Typing [key(Delete), ctrl('d')] Action::Find(FindEdit::DeleteForward),
        "delete", "delete the character under the cursor";
    Find Typing [ctrl('w')] Action::Find(FindEdit::DeleteWord),
        "delete word", "delete a word";
    Find Typing [ctrl('u')] Action::Find(FindEdit::DeleteAll),
        "clear", "delete all";
    Find Typing [key(Left), ctrl('b')] Action::Find(FindEdit::Cursor(-1)),
        "left", "a character to the left";
    Find Typing [key(Right), ctrl('f')] Action::Find(FindEdit::Cursor(1)),
        "right", "a character to the right";
    Find Typing [key(Home), ctrl('a')] Action::Find(FindEdit::Cursor(isize::MIN)),
        "start", "to the start of the text";
    Find Typing [key(End), ctrl('e')] Action::Find(FindEdit::Cursor(isize::MAX)),
        "end", "to the end of the text";
    Program Anywhere [char('?'), key(F(1))] Action::Help,
        "help", "what works here and now", footer 90;
    Program Anywhere [char('q')] Action::Quit,
        "quit", "quit", footer 95;
    Program Always [ctrl('c')] Action::Quit,
        "quit", "quit, wherever you are";
    Program Always [ctrl('z')] Action::Suspend,
        "suspend", "back to the shell; fg returns";
}
