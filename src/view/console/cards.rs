//! This slide and the next one in words.
//!
//! Knows what a slide says, with qualifier, measure and source. What finds no room is counted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::lines;
use crate::model::standing::{Card, Standing};
use crate::model::text::SafeText;
use crate::theme::{Choice, Depth, Signs, Theme};
use crate::view;
use crate::view::layout::Size;
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// Draws the slide it is at.
pub(super) fn now(
    standing: &Standing<SafeText>,
    theme: &Theme,
    (area, size): (Rect, Option<Size>),
    buffer: &mut Buffer,
) {
    let reached = standing.reached;
    let page = match reached.pages {
        1 => String::new(),
        pages => format!(" · page {} of {pages}", reached.page),
    };
    let place = format!("This slide · {} of {}{page}", reached.slide, reached.slides);
    view::heading(buffer, area, &place, theme.dim, theme);
    let mut body = below(area);
    let mut said = said(standing, &standing.now, body.width, true, theme);
    let named = lines(standing.now.name.as_str(), body.width, theme.title).len();
    let name = large(standing, body.width, size);
    if let Some(name) =
        name.filter(|name| height(name) + said.len() - named <= usize::from(body.height))
    {
        for line in name {
            let line = line.style(theme.title).in_cells(theme.signs == Signs::Ascii);
            body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            (&line).render(body, buffer);
            let rows = line.height().min(body.height);
            body = Rect { y: body.y + rows, height: body.height - rows, ..body };
        }
        body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        said.drain(..named.min(said.len()));
    }
    put(&said, theme, body, buffer);
}

/// The name of the slide in large letters, where the window is large enough and the name short.
fn large(standing: &Standing<SafeText>, width: u16, size: Option<Size>) -> Option<Vec<Large>> {
    let scale = match size? {
        Size::Narrow => return None,
        Size::Wide => 1,
        Size::Huge => 2,
    };
    let name = standing.now.name.as_str();
    let fits = |lines: &Vec<Large>| lines.len() <= 2;
    let of = |scale| Large::balanced(name, width, scale).filter(fits);
    of(scale).or_else(|| of(1))
}

/// How many rows large letters take with air above and below.
fn height(name: &[Large]) -> usize {
    name.iter().map(|line| usize::from(line.height()) + 1).sum::<usize>() + 1
}

/// Draws the slide that follows.
pub(super) fn next(standing: &Standing<SafeText>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    view::heading(buffer, area, "Next", theme.dim, theme);
    let body = below(area);
    let said = match &standing.next {
        Some(card) => said(standing, card, body.width, false, theme),
        None => lines("This is the last slide.", body.width, theme.dim),
    };
    put(&said, theme, body, buffer);
}

/// How many rows a slide takes with its heading.
pub(super) fn rows(
    standing: &Standing<SafeText>,
    card: &Card<SafeText>,
    width: u16,
    (is_now, airy): (bool, bool),
    size: Option<Size>,
) -> u16 {
    let plain = Theme::resolve(Choice::Mono, None, Depth::Mono);
    let said = said(standing, card, width, is_now, &plain);
    let gaps = said.iter().skip(1).filter(|line| !line.to_string().starts_with("  ")).count();
    let name = large(standing, width, size).filter(|_| is_now && airy);
    let count = said.len() + if airy { gaps } else { 0 } + name.map_or(0, |name| height(&name));
    u16::try_from(count).unwrap_or(u16::MAX).saturating_add(1)
}

/// A slide in lines: its name, what it says, its sources. Where a thing takes more than a line, its
/// further ones are indented.
fn said(
    standing: &Standing<SafeText>,
    card: &Card<SafeText>,
    width: u16,
    is_now: bool,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let (name, style) = if is_now { (theme.title, theme.text) } else { (theme.text, theme.dim) };
    let mut said = Vec::new();
    let pages = standing.reached.pages.saturating_sub(standing.reached.page);
    if !is_now && pages > 0 {
        let more = if pages == 1 { "page" } else { "pages" };
        said.extend(lines(&format!("{pages} more {more} of this slide, then:"), width, style));
    }
    said.extend(lines(card.name.as_str(), width, name));
    for line in card.lines.iter().filter(|line| **line != card.name) {
        said.extend(hanging(line.as_str(), width, style));
    }
    if is_now && !card.sources.is_empty() {
        said.extend(hanging(card.sources.as_str(), width, theme.dim));
    }
    said
}

fn hanging(said: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    let wrapped = text::wrapped(said, width.saturating_sub(2)).into_iter();
    let indents = std::iter::once("").chain(std::iter::repeat("  "));
    wrapped
        .zip(indents)
        .map(|(line, indent)| Line::styled(format!("{indent}{line}"), style))
        .collect()
}

/// Draws lines, with air between the things they say where there is room for it; how many find no
/// room is said at the end of the last row.
fn put(said: &[Line], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let rows = usize::from(area.height);
    let begins = |line: &&Line| !line.to_string().starts_with("  ");
    if said.len() + said.iter().skip(1).filter(begins).count() <= rows {
        let airy: Vec<Line> = said
            .iter()
            .enumerate()
            .flat_map(|(place, line)| {
                let air = (place > 0 && begins(&line)).then(Line::default);
                air.into_iter().chain(std::iter::once(line.clone()))
            })
            .collect();
        return text::lines(buffer, area, &airy, None, theme.dim);
    }
    let more = said.len().checked_sub(rows).filter(|more| *more > 0);
    let more = more.map(|more| match more {
        1 => " … 1 more line".to_owned(),
        more => format!(" … {more} more lines"),
    });
    text::lines(buffer, area, said, more.as_deref(), theme.dim);
}

fn below(area: Rect) -> Rect {
    Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
}
