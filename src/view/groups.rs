//! Groups among the countries: the line of a group, and what its places come to.
//!
//! Knows sums that are made elsewhere. What stands in more than one group is said wherever groups
//! are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail::{self, Detail};
use super::extent::STEP;
use super::link::Text;
use super::page::Page;
use super::widget::text;
use crate::app::App;
use crate::model::group::{By, Group, Groups, Key};
use crate::model::number;
use crate::model::operation::{Operation, Status};
use crate::model::place::Row;
use crate::report::together;
use crate::theme::Theme;

/// The name of a group with the marker of the selection, and whether it is open.
pub(super) fn name(
    app: &App,
    (group, open): (&Group, bool),
    selected: bool,
    area: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let mut style = theme.title;
    if selected {
        text::write(buffer, area, "▸", theme.accent);
        style = style.patch(theme.selected_name);
    }
    let sign = stepped(area);
    text::write(buffer, sign, if open { "−" } else { "+" }, theme.accent);
    let room = stepped(sign);
    text::write(buffer, room, &title(app, group, room.width), style);
}

/// What a group is called. Where that finds no room, the end of a name is what is lost, and not
/// that the results are preliminary.
fn title(app: &App, group: &Group, room: u16) -> String {
    let (title, operation) = (group.title(), group.operation(app.operation()));
    let is_preliminary =
        matches!(group.key, Key::Operation(_)) && operation.status == Status::Preliminary;
    if text::width(&title) <= room || !is_preliminary {
        return title;
    }
    format!("prelim. {}", operation.short_name())
}

/// What a place of any operation is called, and of which operation it is, if that is not the one
/// shown; `rest` follows where there is room for it.
pub(super) fn place_title(
    app: &App,
    (operation, row): (&Operation, &Row),
    rest: &str,
    room: u16,
) -> String {
    let title = detail::place_title(row);
    if std::ptr::eq(operation, app.operation()) {
        return format!("{title}{rest}");
    }
    let (name, within) = (row.name(), operation.qualified_name());
    let ways = [
        format!("{title} · in {within}{rest}"),
        format!("{name} · in {within}{rest}"),
        format!("{name} · in {within}"),
        format!("{within}: {name}"),
    ];
    detail::longest(room, &ways).to_owned()
}

/// The room of a place in a group, its name to the right of that of the group.
pub(super) fn within(area: Rect) -> Rect {
    stepped(stepped(area))
}

/// The room a step to the right.
fn stepped(area: Rect) -> Rect {
    let step = STEP.min(area.width);
    Rect { x: area.x + step, width: area.width - step, ..area }
}

/// What the heading says of groups, in several ways from the longest on.
pub(super) fn clauses(groups: &Groups, awaited: usize, sorted: &str) -> [String; 4] {
    let (by, count) = (groups.by.name(), number::of(groups.groups.len()));
    let group = if groups.groups.len() == 1 { "group" } else { "groups" };
    let shared = match groups.shared {
        0 => String::new(),
        1 => " · 1 figure in more than one".to_owned(),
        shared => format!(" · {} figures in more than one", number::of(shared)),
    };
    // Whose headline totals are others is said before anything that may find no room.
    let by = match (groups.by, awaited) {
        (By::Operation, 0) => format!("{by}, of what is named by country"),
        (By::Operation, _) => format!("{by}, {} still being read", number::of(awaited)),
        _ => by.to_owned(),
    };
    [
        format!("{count} {group} by {by}{shared} · {sorted}"),
        format!("{count} {group} by {by}{shared}"),
        format!("by {by}{shared}"),
        format!("by {by}"),
    ]
}

/// What the places of the selected group come to, each measure by itself, and on whose word;
/// `None` where none is selected. With addresses where it lies over the screen.
pub(super) fn selected(
    app: &App,
    located: bool,
    width: u16,
    theme: &Theme,
) -> Option<(String, Text)> {
    let (groups, group) = (app.groups()?, app.selected_group()?);
    let width = width.min(detail::WIDEST);
    let mut page = Page::new(width, theme);
    for reported in &group.reported {
        page.point("  • ", &together::reported(reported, group.members.len(), " places"));
    }
    for note in together::beside_groups(groups, group) {
        page.say(note, 0, theme.dim);
    }
    if !located {
        page.say("Enter shows its places, again hides them.", 0, theme.dim);
    }
    let detail = Detail::new(group.operation(app.operation()), width, theme);
    let detail = if located { detail.located() } else { detail };
    detail.sources(group.cited.clone(), &[], &mut page);
    Some((group.title(), page.text()))
}
