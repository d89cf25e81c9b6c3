//! The presenter's console: the time, this slide, the next one, the notes.
//!
//! Knows what a presenter needs at a glance, and in which order: how the time stands, what the room
//! sees, what to say, what comes next. Draws nothing that a room would see.

mod cards;
mod choose;
mod notes;
mod time;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::layout::{self, Size};
use super::{ascii, frame, overlay, slide};
use crate::app::console::{Console, Sight};
use crate::command::docs;
use crate::model::standing::{Running, Sight as Room, Standing};
use crate::model::text::SafeText;
use crate::theme::{Choice, Depth, Signs, Theme};
use crate::view::widget::text;

/// The areas of a console.
#[derive(Clone, Copy)]
struct Areas {
    title: Rect,
    time: Rect,
    now: Rect,
    next: Rect,
    notes: Rect,
    progress: Rect,
    footer: Rect,
}

/// Draws the console into an area.
pub fn draw(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(*buffer.area());
    window(console, theme, area, buffer);
    if theme.signs == Signs::Ascii {
        ascii::write(area, buffer);
    }
}

fn window(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if theme.ground != Style::new() {
        buffer.set_style(area, theme.ground);
    }
    if Size::of(area).is_none() {
        return super::too_small("console", theme, area, buffer);
    }
    let areas = areas(console, area);
    title(console, theme, areas.title, buffer);
    time::draw(console, theme, areas.time, buffer);
    match (console.sight(), console.standing()) {
        (Sight::Choosing(number, _), _) => {
            choose::draw(console, number, theme, body(areas), buffer);
        }
        (_, Some(standing)) => {
            cards::now(standing, theme, (areas.now, Size::of(area)), buffer);
            cards::next(standing, theme, areas.next, buffer);
            notes::draw(console, standing, theme, (areas.notes, Size::of(area)), buffer);
            let width = u64::from(areas.progress.width);
            let (before, parts) = standing.reached.parts();
            let done = u16::try_from(width * (before + 1) / parts).unwrap_or(u16::MAX);
            slide::progress(done, theme, areas.progress, buffer);
        }
        (sight, None) => choose::waiting(console, sight, theme, body(areas), buffer),
    }
    footer(console, theme, areas.footer, buffer);
    if let Some(scroll) = console.help() {
        let places = layout::console_box(area);
        let lines = help(console, places.1.width, theme);
        overlay::boxed(overlay::HELP, &lines, scroll, theme, places, buffer);
    }
}

/// What is between the time and the footer.
const fn body(areas: Areas) -> Rect {
    let Rect { x, y, .. } = areas.now;
    Rect { x, y, width: areas.title.width, height: areas.progress.y.saturating_sub(y) }
}

/// The operation, that this is a console, and what must not be overlooked.
fn title(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut room = area;
    let shown = console.standing().filter(|_| !matches!(console.sight(), Sight::Choosing(..)));
    for badge in shown.map_or(&[][..], |standing| &standing.badges) {
        let used = text::write_right(buffer, room, badge.as_str(), theme.warn);
        room.width = room.width.saturating_sub(used + 2);
    }
    let name = shown.map_or_else(
        || "liberterra".to_owned(),
        |standing| standing.operation.as_str().to_uppercase(),
    );
    let used = text::write(buffer, room, &name, theme.title) + 3;
    let rest = Rect {
        x: room.x.saturating_add(used).min(room.right()),
        width: room.width.saturating_sub(used),
        ..room
    };
    match shown.and_then(|standing| besides(console, standing)) {
        Some(said) => text::write(buffer, rest, &said, theme.warn),
        None => text::write(buffer, rest, "presenter's console", theme.dim),
    };
}

/// What the presenter has to know besides what is on the slide.
fn besides(console: &Console, standing: &Standing<SafeText>) -> Option<String> {
    let running = match standing.running {
        _ if console.is_lost() => return Some("the presentation is gone".to_owned()),
        Running::ByHand => None,
        Running::ByItself => Some("it goes on by itself".to_owned()),
        Running::Waits => Some("it waits".to_owned()),
    };
    instead(standing).map(|room| format!("the room sees {room}")).or(running)
}

fn footer(console: &Console, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let typed = console.typed().map(|number| format!("slide {number} · Enter goes there"));
    let silent = console.is_overdue().then_some("the presentation does not answer");
    let said = console.standing().and_then(|standing| standing.notice.as_ref());
    let said = said.filter(|_| console.is_connected()).map(SafeText::as_str);
    let lost = console.standing().filter(|_| console.is_lost());
    let lost = lost.map(|it| format!("gone; `--from {}` begins there again", it.reached.slide));
    let silent = silent.or(lost.as_deref());
    let notice = typed.as_deref().or(console.notice()).or(silent).or(said);
    frame::commands(notice, docs::console_footer(console), theme, area, buffer);
}

/// The areas for what there is to show: the notes take what they need, and leave the slides half of
/// the room at least.
fn areas(console: &Console, area: Rect) -> Areas {
    let (margin, gap) = match Size::of(area) {
        Some(Size::Huge) => (6, 2),
        Some(Size::Wide) => (4, 1),
        _ if area.height < 20 => (2, 0),
        _ => (2, 1),
    };
    let width = area.width.saturating_sub(margin * 2);
    let inner = Rect { x: area.x + margin, width, ..area };
    let band = time::rows(area);
    let roomy = u16::from(gap > 1);
    let fixed = 1 + gap + band + gap + gap + 2 + roomy;
    let left = area.height.saturating_sub(fixed);
    let beside = columns(inner, margin);
    let size = Size::of(area);
    let slides = console.standing().map_or(left, |standing| {
        let notes = notes::rows(standing, width, size);
        let room = left.saturating_sub(notes).max(left / 2);
        let wanted = |airy| {
            let now = cards::rows(standing, &standing.now, beside.0.width, (true, airy), size);
            let next = standing.next.as_ref();
            let next =
                next.map_or(2, |it| cards::rows(standing, it, beside.1.width, (false, airy), size));
            now.max(next.min(now.max(6)))
        };
        let airy = wanted(true);
        let rows = if airy <= room { airy } else { wanted(false).min(room) };
        rows.max(3.min(left))
    });
    let heights = [1, gap, band, gap, slides, gap, left - slides, roomy, 1, 1];
    let [title, _, time, _, slides, _, notes, _, progress, footer] =
        layout::stacked(inner, heights);
    let (now, next) = columns(slides, margin);
    let progress = Rect { x: area.x, width: area.width, ..progress };
    Areas { title, time, now, next, notes, progress, footer }
}

/// This slide and the next one beside each other.
fn columns(area: Rect, gap: u16) -> (Rect, Rect) {
    let right = area.width.saturating_sub(gap) * 2 / 5;
    let [now, next] = layout::beside(area, [area.width.saturating_sub(gap + right), right], gap);
    (now, next)
}

fn help(console: &Console, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let groups: Vec<_> = docs::console_help(console).collect();
    let mut lines = overlay::commands(&groups, width, theme);
    lines.push(Line::default());
    lines.push(Line::styled("Time", theme.title));
    for said in time::HELP {
        lines.extend(
            text::wrapped(said, width.saturating_sub(2))
                .into_iter()
                .map(|line| Line::styled(format!("  {line}"), theme.dim)),
        );
    }
    lines
}

const fn window_of(console: &Console) -> Rect {
    let (columns, rows) = console.size();
    Rect::new(0, 0, columns, rows)
}

/// How many lines a page of the help has.
#[must_use]
pub fn page(console: &Console) -> isize {
    let rows = layout::console_box(window_of(console)).1.height;
    isize::try_from(rows).unwrap_or(1)
}

/// How many positions the help can be scrolled to.
#[must_use]
pub fn help_positions(console: &Console) -> usize {
    let (_, inner) = layout::console_box(window_of(console));
    let plain = Theme::resolve(Choice::Mono, None, Depth::Mono);
    let lines = help(console, inner.width, &plain).len();
    lines.saturating_sub(usize::from(inner.height)) + 1
}

/// In how many parts the notes are shown.
#[must_use]
pub fn parts(console: &Console) -> usize {
    let window = window_of(console);
    let area = areas(console, window).notes;
    console.standing().map_or(1, |it| notes::parts(it, area, Size::of(window)).len())
}

/// Lines of text in a style.
fn lines(said: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    text::wrapped(said, width).into_iter().map(|line| Line::styled(line, style)).collect()
}

/// What the room sees where that is not the slide.
const fn instead(standing: &Standing<SafeText>) -> Option<&'static str> {
    match standing.sight {
        Room::Slide => None,
        Room::Sources => Some("the slide's sources"),
        Room::Help => Some("the help"),
        Room::Blank => Some("a blank screen"),
        Room::Index => Some("the index"),
        Room::Board => Some("the live data"),
    }
}
