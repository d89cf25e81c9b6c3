//! What lies over a screen: the help, and the sources of what is selected.
//!
//! Knows which commands apply here and now, and what is selected. Scrolls by whole lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

use super::detail::{self, Detail};
use super::link::{Link, Text};
use super::widget::text;
use super::{across, groups, layout, sources};
use crate::app::App;
use crate::app::focus::{Focus, Overlay, Screen};
use crate::app::present::Stage;
use crate::command::{Command, Group, docs};
use crate::model::place::Row;
use crate::report::{told, words};
use crate::theme::{Choice, Depth, Theme};

/// Draws what lies over the screen, and says which links are in it; `None` if nothing does.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Vec<Link>> {
    let scroll = match app.overlay() {
        Overlay::None => return None,
        Overlay::Operations => app.compare().picker().top,
        Overlay::Help { scroll } | Overlay::Source { scroll } | Overlay::Across { scroll } => {
            scroll
        }
    };
    let (outer, inner) = layout::overlay_box(app, area);
    let (title, text) = content(app, inner.width, theme);
    boxed(&title, &text.lines, scroll, theme, (outer, inner), buffer);
    Some(text.links(scroll, inner))
}

/// Draws lines in a box over a screen, from one of them on; the box comes with the area of its text.
pub(super) fn boxed(
    title: &str,
    lines: &[Line],
    scroll: usize,
    theme: &Theme,
    (outer, inner): (Rect, Rect),
    buffer: &mut Buffer,
) {
    Clear.render(outer, buffer);
    buffer.set_style(outer, theme.ground);
    Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme.faint)
        .title_top(Line::styled(format!(" {title} "), theme.title))
        .title_bottom(Line::styled(position(scroll, lines.len(), inner), theme.dim).right_aligned())
        .render(outer, buffer);
    for (line, row) in lines.iter().skip(scroll).zip(inner.rows()) {
        line.render(row, buffer);
    }
}

/// Which lines are in view, and how to see others or leave.
fn position(scroll: usize, lines: usize, inner: Rect) -> String {
    let rows = usize::from(inner.height);
    if lines <= rows {
        return " Esc closes ".to_owned();
    }
    format!(" {} · ↑↓ scroll · Esc closes ", super::position(scroll, rows, lines))
}

/// How many lines of what lies over the screen are in view.
#[must_use]
pub fn rows(app: &App) -> usize {
    usize::from(layout::overlay_box(app, layout::window(app)).1.height)
}

/// How many positions what lies over the screen can be scrolled to.
#[must_use]
pub fn positions(app: &App) -> usize {
    if app.overlay() == Overlay::None {
        return 1;
    }
    let plain = Theme::resolve(Choice::Mono, None, Depth::Mono);
    let (_, inner) = layout::overlay_box(app, layout::window(app));
    let lines = content(app, inner.width, &plain).1.lines.len();
    lines.saturating_sub(rows(app)) + 1
}

fn content(app: &App, width: u16, theme: &Theme) -> (String, Text) {
    match app.overlay() {
        Overlay::Help { .. } => (HELP.to_owned(), help(app, width, theme).into()),
        Overlay::Across { .. } => across::place(app, width, theme),
        Overlay::Operations => across::operations(app, width, theme),
        _ => source(app, width, theme),
    }
}

/// What the help is called.
pub(super) const HELP: &str = "What works here";

/// Commands under their headings, a line each.
pub(super) fn commands(
    groups: &[(Group, Vec<&'static Command>)],
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let commands = groups.iter().flat_map(|(_, commands)| commands);
    let widest = commands.map(|command| text::width(&docs::keys(command))).max().unwrap_or(0);
    let column = usize::from(widest + 1).max(14);
    for (group, commands) in groups {
        section(group.name(), &mut lines, theme);
        for command in commands {
            let keys = format!("  {:<column$}", docs::keys(command));
            let room = width.saturating_sub(text::width(&keys));
            lines.push(Line::from(vec![
                Span::styled(keys, theme.accent),
                Span::styled(text::fitted(command.doc, room), theme.text),
            ]));
        }
    }
    lines
}

/// The commands that do something where the help was asked for, and what the signs mean.
fn help(app: &App, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = commands(&docs::help(app).collect::<Vec<_>>(), width, theme);
    if app.screen().picks_places() && app.stage().is_none_or(|stage| stage == Stage::Board) {
        section("What a filter can ask; all of it has to hold of a place", &mut lines, theme);
        let widest = docs::asks().map(|(form, _)| text::width(form)).max().unwrap_or(0);
        for (form, doc) in docs::asks() {
            let form = format!("  {form:<0$}  ", usize::from(widest));
            let room = width.saturating_sub(text::width(&form));
            let doc = text::fitted(doc, room).into_owned();
            lines.push(Line::from(vec![
                Span::styled(form, theme.text),
                Span::styled(doc, theme.dim),
            ]));
        }
    }
    section("Signs", &mut lines, theme);
    let cleaned = if words::cleaned(app.operation()).is_some() { CLEANED.as_slice() } else { &[] };
    for (sign, meaning) in SIGNS.iter().chain(cleaned) {
        lines.push(Line::from(vec![
            Span::styled(format!("  {sign:<14}"), theme.text),
            Span::styled(text::fitted(meaning, width.saturating_sub(16)), theme.dim),
        ]));
    }
    lines
}

/// A heading, with a blank line before it unless it is the first.
fn section(heading: &'static str, lines: &mut Vec<Line<'static>>, theme: &Theme) {
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.push(Line::styled(heading, theme.title));
}

/// What the signs mean, for those who have not seen them before.
const SIGNS: [(&str, &str); 7] = [
    ("·", "not reported, which is not zero"),
    ("some", "reported without a number"),
    ("≥ > ≈ ≤", "at least, more than, about or nearly, up to"),
    ("…", "more in the detail: another measure, or figures that no sum holds"),
    ("?", "in doubt"),
    ("*", "sources disagree"),
    ("†", "rests on one weak source"),
];

/// What the badge in the title means.
const CLEANED: [(&str, &str); 2] = [
    ("! cleaned", "hidden characters were in the file;"),
    ("", "`liberterra check FILE` says where"),
];

fn source(app: &App, width: u16, theme: &Theme) -> (String, Text) {
    let operation = app.operation();
    let detail = Detail::new(operation, width, theme).located();
    if let Some(shown) = app.on_slide()
        && let Some(step) = shown.step()
    {
        let mut title = told::name(operation, step);
        let row = step.place().and_then(|place| told::row(operation, place));
        if let Some(all) = row.map(Row::count).filter(|all| *all > detail::ON_A_SLIDE) {
            let shown = super::position(0, detail::ON_A_SLIDE, all);
            title = format!("{title} · actions {shown} · p shows all");
        }
        return (title, detail.step(shown.story(), step));
    }
    if app.screen() == Screen::Compare {
        return across::compared(app, width, theme);
    }
    if app.screen() == Screen::Sources {
        let selected = app.sources().selected;
        let told = sources::told(operation, selected, true, (width, u16::MAX), theme);
        return (format!("Source [{}]", selected + 1), told.text);
    }
    if app.focus() == Focus::Reach {
        let reach: Vec<_> = app.reach().collect();
        return (detail::beside_headline(&reach).to_owned(), detail.totals(&reach));
    }
    if let Some(total) = app.focused_total() {
        return (detail::capital(&total.in_words()), detail.total(total));
    }
    if let Some(group) = groups::selected(app, true, width, theme) {
        return group;
    }
    let Some((operation, row)) = app.selected_anywhere() else {
        return (String::new(), Text::default());
    };
    let detail = Detail::new(operation, width, theme).located();
    let (part, all) = (app.part(row), row.count());
    let rest = match part.len() {
        told if told == all => String::new(),
        told => {
            format!(" · actions {} · ←→ others", super::position(part.start, told, all))
        }
    };
    (
        groups::place_title(app, (operation, row), &rest, width),
        detail.place(row, part, u16::MAX).text,
    )
}
