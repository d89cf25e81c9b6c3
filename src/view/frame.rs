//! What every screen has: the title, the tabs, the footer.
//!
//! Knows the operation's name and the commands that apply. The footer becomes the line of text
//! while a find is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::widget::text;
use super::{filter, layout, line, marked};
use crate::app::App;
use crate::app::filter::Draft;
use crate::app::find::Find;
use crate::app::focus::Screen;
use crate::command::{Command, docs};
use crate::data::DataError;
use crate::model::compare::Part;
use crate::model::measure::Measure;
use crate::model::number;
use crate::model::operation::Status;
use crate::report::words;
use crate::theme::Theme;

/// What stands before the text being typed.
const PROMPT: &str = "find: ";

/// Draws title, tabs and footer.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let frame = layout::frame(app, area);
    title(app, theme, frame.title, buffer);
    tabs(app, theme, frame.tabs, buffer);
    banner(app, theme, frame, buffer);
    filter::draw(app, theme, frame.filter, buffer);
    marked::draw(app, theme, frame.marked, buffer);
    match (app.find().filter(|find| find.is_typing()), app.draft()) {
        (Some(find), _) => prompt(app, find, theme, frame.footer, buffer),
        (None, Some(typed)) => draft(app, typed, theme, frame.footer, buffer),
        (None, None) => footer(app, theme, frame.footer, buffer),
    }
}

fn title(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let operation = app.operation();
    let mut right = area;
    if operation.status == Status::Preliminary {
        let used = text::write_right(buffer, area, "PRELIMINARY", theme.warn);
        right.width = area.width.saturating_sub(used + 2);
    }
    if let Some(cleaned) = words::cleaned(operation) {
        let used = text::write_right(buffer, right, &format!("! {cleaned}"), theme.warn);
        right.width = right.width.saturating_sub(used + 2);
    }
    let name = operation.name.as_str().to_uppercase();
    let used = text::write(buffer, right, &name, theme.title) + 3;
    let rest = Rect {
        x: right.x.saturating_add(used).min(right.right()),
        width: right.width.saturating_sub(used),
        ..right
    };
    text::write(buffer, rest, &when_and_where(app, rest.width), theme.dim);
}

/// Organiser, dates and participants, as far as there is room.
fn when_and_where(app: &App, room: u16) -> String {
    let operation = app.operation();
    let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
    let countries = operation.total(Measure::Countries);
    let long = countries.map(|figure| format!(" · {}", figure.in_words()));
    let short = countries.map(|figure| format!(" · {} countries", figure.amount.in_words()));
    let organiser = format!("{} · ", operation.organiser);
    let choices = [
        format!("{organiser}{dates}{}", long.clone().unwrap_or_default()),
        format!("{dates}{}", long.unwrap_or_default()),
        format!("{dates}{}", short.unwrap_or_default()),
        dates,
    ];
    let fits = |choice: &&String| text::width(choice) <= room;
    choices.iter().find(fits).or(choices.last()).cloned().unwrap_or_default()
}

/// Each tab with its area.
pub(super) fn tab_areas(area: Rect) -> Vec<(Screen, Rect)> {
    let mut x = area.x;
    let mut areas = Vec::new();
    for screen in Screen::ALL {
        let width = text::width(screen.name()) + 4;
        let tab = Rect { x, width, ..area }.intersection(area);
        areas.push((screen, tab));
        x = x.saturating_add(width + 1);
    }
    areas
}

fn tabs(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    for (screen, tab) in tab_areas(area) {
        let words = format!("{} {}", screen.digit(), screen.name());
        let open = screen == app.screen();
        let style = if open { theme.accent.patch(theme.selected_name) } else { theme.dim };
        let inside = Rect { x: tab.x + 1, width: tab.width.saturating_sub(1), ..tab };
        text::write(buffer, inside, &words, style);
    }
}

/// Until it is mended: behind the tabs that the file as it is now is not shown, below them why.
fn banner(app: &App, theme: &Theme, frame: layout::Frame, buffer: &mut Buffer) {
    let Some(why) = app.broken() else { return };
    let area = frame.tabs;
    let tabs = tab_areas(area).last().map_or(area.x, |(_, tab)| tab.right());
    let x = (tabs + 1).min(area.right());
    let room = Rect { x, width: area.right() - x, ..area };
    text::write_right(buffer, room, "last good data shown", theme.warn);
    text::write(buffer, frame.broken, &fault(why, frame.broken.width), theme.warn);
}

/// What is wrong and where; where there is no room for all of it, the former gives way.
fn fault(why: &DataError, room: u16) -> String {
    let (what, place) = (why.what().as_str(), why.place().as_str());
    let left = room.saturating_sub(text::width(place) + 3);
    if left < MEANT {
        // A name as long as that is not what has to be read.
        return text::fitted(&format!("{what} · {place}"), room).into_owned();
    }
    format!("{} · {place}", text::fitted(what, left))
}

/// The columns that it takes to say what is wrong.
const MEANT: u16 = 30;

/// What can be done here, as much of it as fits; a notice comes first.
fn footer(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    commands(said(app, area).as_deref(), docs::footer(app), theme, area, buffer);
}

/// A notice, if there is one, and as many commands as fit.
pub(super) fn commands(
    notice: Option<&str>,
    commands: Vec<&Command>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let mut rest = area;
    let take = |rest: &mut Rect, used: u16| {
        rest.x = rest.x.saturating_add(used).min(rest.right());
        rest.width = area.right().saturating_sub(rest.x);
    };
    if let Some(notice) = notice {
        let used = text::write(buffer, rest, notice, theme.text);
        take(&mut rest, used + 3);
    }
    for (keys, title) in hints(commands, rest.width) {
        let used = text::write(buffer, rest, &keys, theme.accent);
        take(&mut rest, used + 1);
        let used = text::write(buffer, rest, title, theme.dim);
        take(&mut rest, used + 2);
    }
}

/// Keys and titles of the commands that fit. Where not all do, the less wanted are left out, but
/// never help and quit.
fn hints(mut commands: Vec<&Command>, room: u16) -> Vec<(String, &'static str)> {
    let hint = |command: &&Command| {
        let keys = command.keys.first().map(ToString::to_string).unwrap_or_default();
        (
            if keys == "n" && command.title == "next" { "n N".to_owned() } else { keys },
            command.title,
        )
    };
    let width = |(keys, title): &(String, &str)| text::width(keys) + text::width(title) + 3;
    let mut hints: Vec<(String, &str)> = commands.iter().map(hint).collect();
    while hints.iter().map(width).sum::<u16>() > room.saturating_add(2) {
        let last = commands.iter().rposition(|command| command.footer < Some(ALWAYS));
        let Some(last) = last else { break };
        commands.remove(last);
        hints.remove(last);
    }
    hints
}

/// From this place on a command of the footer is never left out.
const ALWAYS: u8 = 90;

/// The room that those take.
const KEPT: u16 = 18;

/// The notice, how far a reading has come, how far the last find got, or what is marked where
/// that has no line of its own.
fn said(app: &App, area: Rect) -> Option<String> {
    if let Some(asked) = app.asked() {
        return Some(asked);
    }
    if let Some(notice) = app.notice() {
        return Some(notice.to_owned());
    }
    if let Some(loading) = app.loading() {
        return Some(format!("reading {}: {}", loading.title, loading.progress.in_words()));
    }
    match app.find_here() {
        Some(find) => Some(format!("“{}”: {}", find.text(), found(app))),
        None if layout::frame(app, layout::window(app)).marked.height > 0 => None,
        None => marked::said(app, area.width.saturating_sub(KEPT)),
    }
}

fn found(app: &App) -> String {
    let places = app.find().map_or(&[][..], Find::places);
    let compared = app.screen() == Screen::Compare;
    let here = if compared { app.compare().list().selected } else { app.selected() };
    let before = places.partition_point(|place| *place <= here);
    match app.found() {
        0 => "nothing found".to_owned(),
        all if app.is_found(here) => {
            format!("{} of {}", number::of(before), number::of(all))
        }
        all => format!("{} found", number::of(all)),
    }
}

/// What may be sought in what the screen lists.
fn sought(app: &App) -> &'static str {
    match (app.screen(), app.compare().part()) {
        (Screen::Compare, Part::Measures) => "a measure",
        (Screen::Compare, Part::Countries) => "a country, a code",
        _ => "a country, a code, a word",
    }
}

/// The text being typed, and what it finds so far.
fn prompt(app: &App, find: &Find, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let used = text::write(buffer, area, PROMPT, theme.accent);
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    let hint = if find.text().is_empty() { sought(app).to_owned() } else { found(app) };
    let used = text::write_right(buffer, rest, &format!("{hint}   {}", ways_out(app)), theme.dim);
    let room = Rect { width: rest.width.saturating_sub(used + 1), ..rest };
    line::draw(find.line(), None, theme, room, buffer);
}

/// What may be typed into the filter, which itself stands below the tabs.
fn draft(app: &App, draft: &Draft, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let used = text::write_right(buffer, area, &ways_out(app), theme.dim);
    let room = Rect { width: area.width.saturating_sub(used + 2), ..area };
    filter::hint(draft, theme, room, buffer);
}

/// The keys that leave the line being typed.
pub(super) fn ways_out(app: &App) -> String {
    let keys = hints(docs::footer(app), u16::MAX);
    let keys = keys.iter().map(|(keys, title)| format!("{keys} {title}"));
    keys.collect::<Vec<String>>().join("  ")
}
