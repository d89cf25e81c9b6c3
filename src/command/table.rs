//! The table itself: every command, in the order in which the help lists it.

use terminput::KeyCode::{
    Backspace, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::chord::{char, ctrl, key, shift};
use super::{Command, Group, Scope};
use crate::app::action::{Action, CompareAsk, Edit, FilterAsk, Form, Motion};
use crate::app::focus::Screen;
use crate::app::map::{Ask, Heading};
use crate::app::present::Cue;

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
    Move Map [key(Up)] Action::Map(Ask::Go(Heading::North)),
        "north", "the nearest country named to the north";
    Move Map [key(Down)] Action::Map(Ask::Go(Heading::South)),
        "south", "the nearest country named to the south";
    Move Map [key(Left), char('h')] Action::Map(Ask::Go(Heading::West)),
        "west", "the nearest country named to the west";
    Move Map [key(Right), char('l')] Action::Map(Ask::Go(Heading::East)),
        "east", "the nearest country named to the east";
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
    Move Compare [key(Left), char('h')] Action::Across(-1),
        "operation", "the operations to the left";
    Move Compare [key(Right), char('l')] Action::Across(1),
        "operation", "the operations to the right";
    Move Movable [key(PageUp)] Action::Page(-1),
        "page up", "a page up";
    Move Movable [key(PageDown)] Action::Page(1),
        "page down", "a page down";
    Move Movable [key(Home), char('g')] Action::Move(Motion::First),
        "first", "the first";
    Move Movable [key(End), char('G')] Action::Move(Motion::Last),
        "last", "the last";
    Screens Board [char('1')] Action::Screen(Screen::Overview),
        "overview", "the overview: what happened";
    Screens Board [char('2')] Action::Screen(Screen::Countries),
        "countries", "the countries: every measure, every action";
    Screens Board [char('3')] Action::Screen(Screen::Map),
        "map", "the map: where it happened, and from where to where";
    Screens Board [char('4')] Action::Screen(Screen::Compare),
        "compare", "compare: operations side by side and over time";
    Screens Board [char('5')] Action::Screen(Screen::Sources),
        "sources", "the sources: how strong, and what they support";
    Screens Board [key(Tab)] Action::NextScreen(1),
        "next screen", "the next screen";
    Screens Board [shift(Tab)] Action::NextScreen(-1),
        "screen before", "the screen before";
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
    Look Across [char('c')] Action::AcrossOperations,
        "in all", "the country in all operations, by date; again closes", footer 38;
    Look Compare [char('v')] Action::Compare(CompareAsk::Part),
        "countries", "countries or totals: who is named in both, new, gone", footer 32;
    Look Compare [char('r')] Action::Compare(CompareAsk::Rate),
        "rates", "totals, or what they come to a day or a country", footer 34;
    Look Compare [char('m')] Action::Compare(CompareAsk::Measure),
        "measure", "chart the next measure", footer 42;
    Look Compare [char('e')] Action::Compare(CompareAsk::Choose),
        "operations", "choose the operations to compare", footer 33;
    Look Choice [char(' ')] Action::Compare(CompareAsk::Toggle),
        "take", "take the operation in, or out", footer 10;
    Look Choice [char('a')] Action::Compare(CompareAsk::All),
        "all", "compare all operations", footer 12;
    Look Choice [char('s')] Action::Compare(CompareAsk::Series),
        "series", "compare the series of the operation shown", footer 13;
    Look Choice [key(Enter), char('e')] Action::Compare(CompareAsk::Choose),
        "done", "close the list", footer 14;
    Look Copied [char('y')] Action::Copy(Form::Text),
        "copy", "copy what is marked, or selected, with its citation", footer 60;
    Look Copied [ctrl('y')] Action::Copy(Form::Markdown),
        "copy Markdown", "copy the same as Markdown";
    Look Board [char('Y')] Action::CopyLine,
        "copy line", "copy the command line that opens this screen, filter and order";
    Look Exported [char('x')] Action::Export,
        "export", "write what is shown, or marked, to a file", footer 70;
    Look Countries [char('s')] Action::Sort,
        "sort", "sort by the column; the old one breaks ties", footer 40;
    Look Countries [char('S')] Action::Reverse,
        "reverse", "turn the order round", footer 45;
    Look Countries [char('v')] Action::Group,
        "group", "group by region, offence, source, country, operation; then no more", footer 48;
    Look Overview [char('a')] Action::Axis,
        "axis", "the axis of the bars: linear or log", footer 50;
    Look Map [char('m')] Action::Map(Ask::Family),
        "measure", "what the map counts: arrests, rescued, identified, moved", footer 25;
    Look Map [char('+'), char('=')] Action::Map(Ask::Zoom(1)),
        "nearer", "nearer to what is selected", footer 27;
    Look Map [char('-')] Action::Map(Ask::Zoom(-1)),
        "farther", "from farther away", footer 28;
    Look Map [char('0')] Action::Map(Ask::World),
        "world", "the whole world";
    Find Ungrouped [char('/')] Action::Find,
        "find", "find in names, codes, actions, measures", footer 35;
    Find Found [char('n')] Action::FindNext(1),
        "next", "the next match", footer 10;
    Find Found [char('N')] Action::FindNext(-1),
        "previous", "the match before";
    Find Pickable [char('f')] Action::Filter(FilterAsk::Edit),
        "filter", "filter: show only the places that fit", footer 36;
    Find Places [char('@')] Action::Filter(FilterAsk::Like),
        "like this", "filter by this country, or by the state of this cell";
    Find Filtered [char('F')] Action::Filter(FilterAsk::Clear),
        "clear", "clear the filter: show all places", footer 12;
    Find Filtered [key(Backspace)] Action::Filter(FilterAsk::DropLast),
        "less", "drop the last term of the filter";
    Find Markable [char(' ')] Action::Mark,
        "mark", "mark the place, or take its mark away", footer 62;
    Find Marked [char('M')] Action::Unmark,
        "unmark", "take all marks away", footer 14;
    Find Board [char('u')] Action::Undo,
        "undo", "undo the last step: filter, order, groups, marks, screen";
    Find Board [ctrl('r')] Action::Redo,
        "redo", "do again what was undone";
    Find Finding [key(Enter)] Action::Type(Edit::Accept),
        "keep", "keep what was found", footer 10;
    Find Finding [key(Esc)] Action::Type(Edit::Cancel),
        "cancel", "go back to where the find began", footer 15;
    Find Finding [key(Tab)] Action::Type(Edit::Complete),
        "filter", "show only what is found", footer 12;
    Find Filtering [key(Enter)] Action::Type(Edit::Accept),
        "keep", "keep the filter", footer 10;
    Find Filtering [key(Esc)] Action::Type(Edit::Cancel),
        "cancel", "go back to the filter before", footer 15;
    Find Filtering [key(Tab)] Action::Type(Edit::Complete),
        "complete", "complete the word; again takes the next name", footer 12;
    Find Exporting [key(Enter)] Action::Type(Edit::Accept),
        "write", "write the file", footer 10;
    Find Exporting [key(Esc)] Action::Type(Edit::Cancel),
        "cancel", "write nothing", footer 15;
    Find Exporting [key(Tab), key(Down)] Action::Type(Edit::Other(1)),
        "format", "the next format", footer 12;
    Find Exporting [shift(Tab), key(Up)] Action::Type(Edit::Other(-1)),
        "format", "the format before";
    Find Typing [key(Backspace), ctrl('h')] Action::Type(Edit::DeleteBack),
        "delete", "delete a character";
    Find Typing [key(Delete), ctrl('d')] Action::Type(Edit::DeleteForward),
        "delete", "delete the character under the cursor";
    Find Typing [ctrl('w')] Action::Type(Edit::DeleteWord),
        "delete word", "delete a word";
    Find Typing [ctrl('u')] Action::Type(Edit::DeleteAll),
        "clear", "delete all";
    Find Typing [key(Left), ctrl('b')] Action::Type(Edit::Cursor(-1)),
        "left", "a character to the left";
    Find Typing [key(Right), ctrl('f')] Action::Type(Edit::Cursor(1)),
        "right", "a character to the right";
    Find Typing [key(Home), ctrl('a')] Action::Type(Edit::Cursor(isize::MIN)),
        "start", "to the start of the text";
    Find Typing [key(End), ctrl('e')] Action::Type(Edit::Cursor(isize::MAX)),
        "end", "to the end of the text";
    Present Unpresented [char('p')] Action::Cue(Cue::Present),
        "present", "present: the story, one thing a slide", footer 65;
    Present SteppedIn [char('p')] Action::Cue(Cue::Present),
        "slide", "back to the slide", footer 5;
    Present Slide [char(' '), key(Right), key(Down), key(PageDown), char('l'), char('j')]
        Action::Cue(Cue::Next),
        "next", "the next slide, as by a click on it", footer 10;
    Present Slide [key(Backspace), key(Left), key(Up), key(PageUp), char('h'), char('k')]
        Action::Cue(Cue::Back),
        "back", "the slide before; while a number is typed, one digit less", footer 15;
    Present Slide [key(Home), char('g')] Action::Cue(Cue::First),
        "first", "the first slide";
    Present Slide [key(End), char('G')] Action::Cue(Cue::Last),
        "last", "the last slide";
    Present Slide [
        char('0'), char('1'), char('2'), char('3'), char('4'),
        char('5'), char('6'), char('7'), char('8'), char('9')
    ] Action::Cue(Cue::Digit(0)),
        "number", "the number of a slide; Enter goes there";
    Present Slide [key(Enter)] Action::Cue(Cue::Enter),
        "go", "to the number typed; with none typed, into the live data";
    Present Slide [char('p')] Action::Cue(Cue::StepIn),
        "live", "into the live data at what the slide shows; p comes back", footer 60;
    Present Slide [char('i'), key(Tab)] Action::Cue(Cue::Index),
        "index", "the index of slides";
    Present Slide [char('.'), char('b')] Action::Cue(Cue::Blank),
        "blank", "a blank screen; any key brings the slide back", footer 20;
    Present Paced [char('r')] Action::Cue(Cue::Run),
        "run", "go on by itself, or wait", footer 25;
    Present Slide [key(Esc)] Action::Cue(Cue::End),
        "end", "end the presentation where the slide is at home";
    Present Index [key(Enter)] Action::Cue(Cue::Enter),
        "go", "to the slide that is selected", footer 10;
    Present Index [key(Esc), char('i'), key(Tab)] Action::Cue(Cue::Index),
        "close", "close the index", footer 15;
    Program Choosing [key(Enter)] Action::Type(Edit::Accept),
        "do", "do what is selected", footer 10;
    Program Choosing [key(Esc)] Action::Type(Edit::Cancel),
        "close", "close the palette", footer 15;
    Program Choosing [key(Up), ctrl('p')] Action::Move(Motion::By(-1)),
        "up", "the command above";
    Program Choosing [key(Down), ctrl('n'), key(Tab)] Action::Move(Motion::By(1)),
        "down", "the command below";
    Program Choosing [key(PageUp)] Action::Page(-1),
        "page up", "a page of commands up";
    Program Choosing [key(PageDown)] Action::Page(1),
        "page down", "a page of commands down";
    Program Anywhere [char(':')] Action::Palette,
        "commands", "every command that works here, by its name", footer 88;
    Present Console [char('t')] Action::Timer,
        "time from here", "count the time of the talk from here", footer 30;
    Present Console [char('n')] Action::Notes,
        "more notes", "more of notes that are longer than the window; then from the top";
    Present Console [key(Esc)] Action::Back,
        "list", "drop the number typed; with none typed, the list of presentations", footer 50;
    Present Presentations [key(Enter)] Action::Open,
        "follow", "follow the presentation that is selected", footer 10;
    Present Presentations [key(Esc)] Action::Back,
        "back", "back to the presentation followed before", footer 15;
    Program Anywhere [char('?'), key(F(1))] Action::Help,
        "help", "what works here and now", footer 90;
    Program Anywhere [char('q')] Action::Quit,
        "quit", "quit", footer 95;
    Program Always [ctrl('c')] Action::Interrupt,
        "quit", "quit, wherever you are";
    Program Always [ctrl('z')] Action::Suspend,
        "suspend", "back to the shell; fg returns";
}
