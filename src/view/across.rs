//! What lies over a screen and speaks of several operations: a measure or a place in each of
//! them, and the list of operations to choose from.
//!
//! Knows the order of what is said. Every operation has its own numbers of sources.

use ratatui::text::{Line, Span};

use super::detail::{self, Detail};
use super::link::Text;
use super::page::Page;
use crate::app::App;
use crate::app::compare::Slot;
use crate::model::compare::digest::Digest;
use crate::model::figure::Figure;
use crate::model::place::Place;
use crate::report::compared;
use crate::theme::Theme;

/// What is selected on the comparison: a measure or a country, with its sources.
pub(super) fn compared(app: &App, width: u16, theme: &Theme) -> (String, Text) {
    let compare = app.compare();
    if let Some(named) = compare.country() {
        return of_place(app, &Place::Country(named.country), width, theme);
    }
    let Some(kind) = compare.measure() else { return (String::new(), Text::default()) };
    let table = compare.table();
    let mut page = Page::new(width, theme);
    for note in compared::notes(table, kind, compare.rate()) {
        page.say(&note, 0, theme.warn);
    }
    let mut text = page.text();
    for digest in table.operations() {
        heading(digest, width, theme, &mut text);
        let figures: Vec<&Figure> = digest.figures(kind).collect();
        if figures.is_empty() {
            let mut page = Page::new(width, theme);
            let gap = compared::gap(digest, kind).into_iter().next().unwrap_or_default();
            page.say(&gap, 2, theme.dim);
            text.add(page.text());
        } else {
            text.add(Detail::new(digest.operation(), width, theme).located().reported(&figures));
        }
    }
    (detail::capital(&compared::label(table, kind)), text)
}

/// The selected place in every operation at hand.
pub(super) fn place(app: &App, width: u16, theme: &Theme) -> (String, Text) {
    match app.sought() {
        Some(place) => of_place(app, &place, width, theme),
        None => (String::new(), Text::default()),
    }
}

fn of_place(app: &App, place: &Place, width: u16, theme: &Theme) -> (String, Text) {
    let operations = app.compare().at_hand();
    let (mut text, mut named, mut silent) = (Text::default(), 0, Vec::new());
    for digest in operations.operations() {
        let mut rows = compared::rows(digest, place).peekable();
        if rows.peek().is_none() {
            silent.push(digest.short_name());
            continue;
        }
        named += 1;
        heading(digest, width, theme, &mut text);
        for row in rows {
            let mut page = Page::new(width, theme);
            if row.place != *place {
                page.say(&format!("Together: {}", row.name()), 0, theme.dim);
            }
            text.add(page.text());
            let detail = Detail::new(digest.operation(), width, theme);
            text.add(detail.place(row, app.part(row), u16::MAX).text);
        }
    }
    let mut page = Page::new(width, theme);
    page.gap();
    if !silent.is_empty() {
        let said = format!("Not named in: {}. {}", silent.join(", "), compared::NOT_NAMED);
        page.say(&said, 0, theme.dim);
    }
    unread(app, &mut page, theme);
    text.add(page.text());
    let noun = if named == 1 { "operation" } else { "operations" };
    (format!("{} in {named} {noun}", place.shown()), text)
}

/// Which operations are not looked through, and why.
fn unread(app: &App, page: &mut Page, theme: &Theme) {
    let awaited = app.compare().awaited();
    if awaited > 0 {
        page.say(&format!("Still to be read: {awaited}."), 0, theme.warn);
    }
    for slot in app.compare().shelf() {
        if let Slot::Failed(reason) = slot {
            page.say(&format!("Not read: {reason}"), 0, theme.warn);
        }
    }
}

/// An operation's name and dates, with a line before them.
fn heading(digest: &Digest, width: u16, theme: &Theme, text: &mut Text) {
    let mut page = Page::new(width, theme);
    if !text.lines.is_empty() {
        page.gap();
    }
    page.say(&compared::head(digest), 0, theme.accent);
    text.add(page.text());
}

/// The operations to choose from, those that are compared with a mark.
pub(super) fn operations(app: &App, _width: u16, theme: &Theme) -> (String, Text) {
    let compare = app.compare();
    let line = |(place, slot): (usize, &Slot)| {
        let selected = place == compare.picker().selected;
        let mark = if selected { "▸ " } else { "  " };
        let taken = if compare.has(place) { "[x] " } else { "[ ] " };
        let (name, rest) = match slot {
            Slot::Here(digest) => {
                let head = compared::head(digest);
                let name = digest.operation().name.to_string();
                let rest = head.strip_prefix(&name).unwrap_or_default().to_owned();
                (name, rest)
            }
            Slot::Failed(reason) => ("not read".to_owned(), format!(" · {reason}")),
            Slot::Asked | Slot::Unasked => ("still to be read".to_owned(), String::new()),
        };
        let style = if selected { theme.text.patch(theme.selected_name) } else { theme.text };
        Line::from(vec![
            Span::styled(mark, theme.accent),
            Span::styled(taken, theme.accent),
            Span::styled(name, style),
            Span::styled(rest, theme.dim),
        ])
    };
    let lines: Vec<Line<'static>> = compare.shelf().iter().enumerate().map(line).collect();
    ("Operations to compare · space takes in or out · a all · s series".to_owned(), lines.into())
}
