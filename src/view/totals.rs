//! The headline totals in large digits, and how far the operation reached.
//!
//! Knows how a total is labelled: number, what is counted, the source's own qualifier, the
//! source, and the part of it that is told apart.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect, Spacing};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::detail;
use super::layout::{self, Size};
use super::widget::bar::{Bar, Scale, Side, Texture};
use super::widget::digits::{self, Digits};
use super::widget::text;
use crate::app::App;
use crate::app::focus::Focus;
use crate::model::figure::{Amount, Figure};
use crate::model::measure::{Family, Measure};
use crate::model::number;
use crate::model::operation::Operation;
use crate::theme::Theme;

/// What the operation's reach is told by, in this order.
const REACH: [Measure; 5] = [
    Measure::Flights,
    Measure::DatabaseChecks,
    Measure::CoordinationUnits,
    Measure::Officers,
    Measure::Bodies,
];

/// The area of each headline total, and last the area of the reach.
pub(super) fn cards(app: &App, area: Rect) -> Vec<Rect> {
    let totals = layout::overview(area, app.len()).totals;
    let size = Size::of(area).unwrap_or(Size::Narrow);
    let reach = match size {
        Size::Narrow => Constraint::Fill(1),
        Size::Wide | Size::Huge => Constraint::Fill(9),
    };
    let card = |figure: &Figure| match size {
        Size::Narrow => {
            Constraint::Length(large(figure, size, Style::new(), |d| d.width()).max(17))
        }
        Size::Wide | Size::Huge => Constraint::Fill(12),
    };
    let widths: Vec<Constraint> = app.headlines().map(card).chain([reach]).collect();
    Layout::horizontal(widths)
        .spacing(Spacing::Space(2))
        .split(totals)
        .to_vec()
}

/// Does something with the large digits of a total.
fn large<T>(figure: &Figure, size: Size, style: Style, then: impl FnOnce(Digits) -> T) -> T {
    let scale = if size == Size::Huge {
        digits::Scale::Full
    } else {
        digits::Scale::Half
    };
    let text = figure
        .amount
        .value()
        .map_or_else(String::new, number::thousands);
    then(Digits::new(&text, scale, style))
}

/// Draws the totals.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let size = Size::of(area).unwrap_or(Size::Narrow);
    let cards = cards(app, area);
    for (place, (figure, card)) in app.headlines().zip(&cards).enumerate() {
        let focused = app.focus() == Focus::Total(place);
        total(app.operation(), figure, focused, size, theme, *card, buffer);
    }
    if let Some(last) = cards.last() {
        let spare = u16::from(size == Size::Narrow);
        let card = Rect {
            height: last.height.saturating_sub(spare),
            ..*last
        };
        reach(app.operation(), theme, card, buffer);
    }
    if size == Size::Narrow {
        let row = layout::overview(area, app.len()).totals;
        let last = Rect {
            y: row.bottom().saturating_sub(1),
            height: 1,
            ..row
        };
        if let Some(whole) = app.headlines().next() {
            part_in_a_row(app.operation(), whole, theme, last, buffer);
        }
    }
}

fn colour(figure: &Figure, theme: &Theme) -> Style {
    match figure.family() {
        Family::Arrests => theme.arrests,
        Family::Rescues => theme.rescues,
        _ => theme.title,
    }
}

fn total(
    operation: &Operation,
    figure: &Figure,
    focused: bool,
    size: Size,
    theme: &Theme,
    card: Rect,
    buffer: &mut Buffer,
) {
    let mut rest = card;
    let drawn = large(figure, size, colour(figure, theme), |digits| {
        let fits = (1..=card.width).contains(&digits.width());
        if fits {
            digits.render(
                Rect {
                    height: digits.height().min(card.height),
                    ..card
                },
                buffer,
            );
        }
        fits.then(|| digits.height())
    });
    if drawn.is_none() {
        text::write(buffer, rest, &figure.amount.in_words(), theme.title);
    }
    rest = below(rest, drawn.unwrap_or(1));
    let mark = if operation.disputed(figure) { "*" } else { "" };
    let pointer = if focused { "▸ " } else { "" };
    let label = format!("{}{}", figure.amount.qualifier().words(), figure.label());
    let label = format!("{pointer}{}{mark}", detail::capital(&label));
    let style = if focused {
        theme.accent.patch(theme.selected_name)
    } else {
        theme.title
    };
    let lines = if size == Size::Narrow {
        rest.height.saturating_sub(1)
    } else {
        rest.height
    };
    for line in text::wrapped(&label, rest.width)
        .iter()
        .take(usize::from(lines))
    {
        text::write(buffer, rest, line, style);
        rest = below(rest, 1);
    }
    if size > Size::Narrow {
        let source = detail::tag(operation, figure.citations.first());
        text::write(buffer, rest, &source, theme.dim);
        part(operation, figure, theme, below(rest, 1), buffer);
    }
}

fn below(area: Rect, rows: u16) -> Rect {
    let taken = rows.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}

/// The first part of a total that is told apart, with its share in percent.
fn share<'a>(operation: &'a Operation, whole: &'a Figure) -> Option<(&'a Figure, u64)> {
    let part = Operation::parts_of(&operation.totals, whole).find(|f| f.same_measure(whole))?;
    let percent = match (part.amount, whole.amount) {
        (Amount::Number(qualifier, value), Amount::Number(_, whole)) => {
            number::percent(value, qualifier, whole)
        }
        _ => None,
    };
    percent.map(|percent| (part, percent))
}

fn part_words(part: &Figure) -> String {
    let detail = part
        .detail
        .as_ref()
        .map_or_else(|| part.label(), ToString::to_string);
    format!("{} {detail}", part.amount.in_words())
}

/// The part below its total: its words, then its share as a bar.
fn part(operation: &Operation, whole: &Figure, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some((part, percent)) = share(operation, whole) else {
        return;
    };
    let mut rest = area;
    for line in text::wrapped(&part_words(part), area.width) {
        text::write(buffer, rest, &line, theme.text);
        rest = below(rest, 1);
    }
    share_bar(percent, colour(whole, theme), theme, rest, buffer);
}

/// The part in one row: its words, its share as a bar.
fn part_in_a_row(
    operation: &Operation,
    whole: &Figure,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Some((part, percent)) = share(operation, whole) else {
        return;
    };
    let of = format!("{} of {}", part.amount.in_words(), whole.in_words());
    let detail = part
        .detail
        .as_ref()
        .map_or_else(|| part.label(), ToString::to_string);
    let used = text::write(buffer, area, &format!("{of} {detail}"), theme.text) + 2;
    let rest = Rect {
        x: area.x + used.min(area.width),
        width: area.width.saturating_sub(used),
        ..area
    };
    share_bar(percent, colour(whole, theme), theme, rest, buffer);
}

/// A share of a hundred: filled up to it, a thin rule for the rest, the number behind.
fn share_bar(percent: u64, style: Style, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let label = format!(" {percent} %");
    let room = area.width.saturating_sub(text::width(&label)).min(40);
    if area.height == 0 || room < 4 {
        text::write(buffer, area, label.trim(), theme.text);
        return;
    }
    let line = Rect {
        width: room,
        height: 1,
        ..area
    };
    super::rule(buffer, line, theme);
    let eighths = Scale::Linear(100).eighths(percent, room);
    let bar = Bar {
        side: Side::Right,
        eighths,
        texture: Texture::Solid,
        style,
    };
    bar.render(line, buffer);
    let after = Rect {
        x: line.right(),
        width: area.right() - line.right(),
        ..area
    };
    text::write(buffer, after, &label, theme.text);
}

/// How far the operation reached: two rows a figure, number and noun.
fn reach(operation: &Operation, theme: &Theme, card: Rect, buffer: &mut Buffer) {
    let mut rest = card;
    let known = REACH.iter().filter_map(|measure| operation.total(*measure));
    for figure in known {
        let number = figure.amount.in_words();
        let label = figure.label();
        let one = format!("{number} {label}");
        if rest.height == 0 {
            break;
        }
        if text::width(&one) <= rest.width {
            let used = text::write(buffer, rest, &number, theme.title) + 1;
            let after = Rect {
                x: rest.x + used,
                width: rest.width - used,
                ..rest
            };
            text::write(buffer, after, &label, theme.dim);
            rest = below(rest, 1);
        } else if rest.height > 1 {
            text::write(buffer, rest, &number, theme.title);
            text::write(buffer, below(rest, 1), &label, theme.dim);
            rest = below(rest, 2);
        } else {
            break;
        }
    }
}
