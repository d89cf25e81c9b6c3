//! The headline totals in large digits, and how far the operation reached.
//!
//! Knows how a total is labelled: number, what is counted, the source's own qualifier, the
//! source. Digits are large only where every one of them has room, its label included.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::layout::{self, Size};
use super::widget::digits::{Digits, Scale};
use super::widget::text;
use super::{detail, share};
use crate::app::App;
use crate::app::focus::Focus;
use crate::model::amount::Qualifier;
use crate::model::figure::Figure;
use crate::model::measure::{Family, Measure};
use crate::model::number;
use crate::model::operation::Operation;
use crate::report::words;
use crate::theme::{Signs, Theme};

/// What the operation's reach is told by first, in this order.
const REACH: [Measure; 5] = [
    Measure::Flights,
    Measure::DatabaseChecks,
    Measure::CoordinationUnits,
    Measure::Officers,
    Measure::Bodies,
];

/// The card of the reach where there is little room.
const NARROWEST: u16 = 17;

/// The blank columns between two cards.
const GAP: u16 = 2;

/// The area of each headline total, and last the area of the reach.
pub(super) fn cards(app: &App, area: Rect) -> Vec<Rect> {
    let totals = layout::overview(app, area).totals;
    let narrow = Size::of(area) <= Some(Size::Narrow);
    // In a narrow window the last row belongs to the part of the first total, all across.
    let totals = Rect { height: totals.height.saturating_sub(u16::from(narrow)), ..totals };
    if !narrow {
        return wide_cards(app.headlines().count(), totals);
    }
    narrow_cards(app.headlines().map(|figure| digits(figure, Scale::Half).width()), totals)
}

/// Cards as wide as each has to be, the narrowest ones first widened by what is left beside the
/// last one.
fn narrow_cards(least: impl Iterator<Item = u16>, area: Rect) -> Vec<Rect> {
    let mut widths: Vec<u16> = least.collect();
    let taken = widths.iter().fold(NARROWEST, |sum, width| sum.saturating_add(width + GAP));
    for _ in taken..area.width {
        if let Some(narrowest) = widths.iter_mut().min() {
            *narrowest += 1;
        }
    }
    let mut x = area.x;
    let card = |width: u16| {
        let card = Rect { x, width, ..area }.intersection(area);
        x = x.saturating_add(width + GAP);
        card
    };
    widths.into_iter().chain([NARROWEST]).map(card).collect()
}

/// Cards of one width, and one of three quarters of it, that share all the room there is.
fn wide_cards(totals: usize, area: Rect) -> Vec<Rect> {
    let totals = u16::try_from(totals).unwrap_or(u16::MAX);
    let room = u32::from(area.width.saturating_sub(GAP * totals));
    let all = 4 * u32::from(totals) + 3;
    // Where a card begins, rounded each for itself, so that no remainder gathers at the end.
    let along = |part: u32| u16::try_from((room * part * 2 + all) / (all * 2)).unwrap_or(u16::MAX);
    let card = |place: u16| {
        let (from, to) = (4 * u32::from(place), (4 * u32::from(place) + 4).min(all));
        let (x, width) = (along(from) + GAP * place, along(to) - along(from));
        Rect { x: area.x + x, width, ..area }.intersection(area)
    };
    (0..=totals).map(card).collect()
}

/// The number in large digits, its qualifier as a sign before it.
fn digits(figure: &Figure, scale: Scale) -> Digits {
    let sign = figure.amount.qualifier().sign();
    let number = figure.amount.value().map(|value| format!("{sign}{}", number::thousands(value)));
    Digits::new(number.unwrap_or_default(), scale)
}

/// What a total counts, in lines: its qualifier in words before it where that fits into the rows
/// there are.
fn label(figure: &Figure, pointer: &str, width: u16, rows: u16) -> Vec<String> {
    let whole = match figure.amount.qualifier() {
        Qualifier::Exact => figure.label(),
        _ => figure.in_words(),
    };
    let said = |words: &str| format!("{pointer}{}{}", detail::capital(words), figure.marks.signs());
    let lines = text::wrapped(&said(&whole), width);
    if lines.len() <= usize::from(rows) {
        return lines;
    }
    text::wrapped(&said(&figure.label()), width)
}

/// How large the digits are, if there is room for all of them above their labels.
fn scale(app: &App, cards: &[Rect], size: Size) -> Option<Scale> {
    let scale = if size == Size::Huge { Scale::Full } else { Scale::Half };
    let fits = |(figure, card): (&Figure, &Rect)| {
        let rows = card.height.saturating_sub(scale.height());
        figure.amount.value().is_none()
            || (digits(figure, scale).width() <= card.width
                && label(figure, "", card.width, rows).len() <= usize::from(rows))
    };
    app.headlines().zip(cards).all(fits).then_some(scale)
}

/// Draws the totals.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let size = Size::of(area).unwrap_or(Size::Narrow);
    let cards = cards(app, area);
    let scale = scale(app, &cards, size);
    for (place, (figure, card)) in app.headlines().zip(&cards).enumerate() {
        let focused = app.focus() == Focus::Total(place);
        let rest = amount(figure, scale, theme, *card, buffer);
        let rest = write_label(figure, scale.is_some(), focused, theme, rest, buffer);
        if size > Size::Narrow {
            source(app.operation(), figure, theme, rest, buffer);
            let colour = colour(figure, theme);
            share::below(app.operation(), figure, colour, theme, below(rest, 1), buffer);
        }
    }
    if let Some(last) = cards.last() {
        reach(app, theme, *last, buffer);
    }
    if let (Size::Narrow, Some(first)) = (size, app.headlines().next()) {
        let totals = layout::overview(app, area).totals;
        let last = below(totals, totals.height.saturating_sub(1));
        share::in_a_row(app.operation(), first, colour(first, theme), theme, last, buffer);
    }
}

/// Writes on whose word a total stands; its number is never lost to a long name.
fn source(operation: &Operation, figure: &Figure, theme: &Theme, card: Rect, buffer: &mut Buffer) {
    if let Some(citation) = figure.citations.first() {
        let ways = [words::tag(operation, citation), words::short_tag(operation, citation)];
        text::write(buffer, card, detail::longest(card.width, &ways), theme.dim);
    }
}

fn colour(figure: &Figure, theme: &Theme) -> Style {
    match figure.family() {
        Family::Arrests => theme.arrests,
        Family::Rescues => theme.rescues,
        _ => theme.title,
    }
}

/// The colour of a number that is not large.
fn label_colour(figure: &Figure, theme: &Theme) -> Style {
    match figure.family() {
        Family::Arrests => theme.arrests_label,
        Family::Rescues => theme.rescues_label,
        _ => theme.title,
    }
}

/// Draws the number of a total; returns what is left of its card.
fn amount(
    figure: &Figure,
    scale: Option<Scale>,
    theme: &Theme,
    card: Rect,
    buffer: &mut Buffer,
) -> Rect {
    if let Some(scale) = scale.filter(|_| figure.amount.value().is_some()) {
        let digits = digits(figure, scale)
            .style(colour(figure, theme))
            .in_lines(theme.signs == Signs::Ascii);
        digits.render(card, buffer);
        return below(card, scale.height());
    }
    let style = theme.title.patch(label_colour(figure, theme));
    text::write(buffer, card, &figure.amount.in_words(), style);
    below(card, 1)
}

/// Writes what a total counts, its qualifier in words where the number above is in large digits;
/// returns what is left of its card.
fn write_label(
    figure: &Figure,
    large: bool,
    focused: bool,
    theme: &Theme,
    card: Rect,
    buffer: &mut Buffer,
) -> Rect {
    let pointer = if focused { "▸ " } else { "" };
    let style = if focused { theme.accent.patch(theme.selected_name) } else { theme.title };
    let mut rest = card;
    let rows = if large { card.height } else { 0 };
    for line in label(figure, pointer, card.width, rows) {
        text::write(buffer, rest, &line, style);
        rest = below(rest, 1);
    }
    rest
}

fn below(area: Rect, rows: u16) -> Rect {
    let taken = rows.min(area.height);
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// How far the operation reached: number and noun in one row, or in two where that is too narrow.
/// What finds no room is counted in the heading.
fn reach(app: &App, theme: &Theme, card: Rect, buffer: &mut Buffer) {
    let mut known: Vec<&Figure> = app.reach().collect();
    let rank = |figure: &&Figure| {
        let first = REACH.iter().position(|measure| *measure == figure.measure);
        first.unwrap_or(REACH.len())
    };
    known.sort_by_key(rank);
    if card.width < NARROWEST {
        return;
    }
    let mut rest = below(card, 1);
    let mut shown = 0;
    for figure in &known {
        let lines = reach_lines(figure, rest.width);
        if lines.len() > usize::from(rest.height) {
            break;
        }
        for (number, label) in lines {
            let used = text::write(buffer, rest, &number, theme.title);
            let used = if used > 0 { used + 1 } else { 0 };
            let (x, width) = (rest.x + used.min(rest.width), rest.width.saturating_sub(used));
            text::write(buffer, Rect { x, width, ..rest }, &label, theme.dim);
            rest = below(rest, 1);
        }
        shown += 1;
    }
    let hidden = known.len() - shown;
    let more = if hidden > 0 { format!(" · {hidden} more") } else { String::new() };
    let focused = app.focus() == Focus::Reach;
    let style = if focused { theme.accent.patch(theme.selected_name) } else { theme.dim };
    let pointer = if focused { "▸ " } else { "" };
    if !known.is_empty() {
        let title = detail::beside_headline(&known);
        let ways = [format!("{pointer}{title}{more}"), format!("{pointer}Also{more}")];
        text::write(buffer, card, detail::longest(card.width, &ways), style);
    }
}

/// A figure of the reach in one line, or its number and its noun in two.
fn reach_lines(figure: &Figure, width: u16) -> Vec<(String, String)> {
    let (number, label) = (figure.amount.in_words(), figure.label());
    let number = format!("{number}{}", figure.marks.signs());
    if text::width(&number) + 1 + text::width(&label) <= width {
        return vec![(number, label)];
    }
    let label = text::wrapped(&label, width).into_iter().map(|line| (String::new(), line));
    std::iter::once((number, String::new())).chain(label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(least: &[u16], width: u16) -> Vec<(u16, u16)> {
        let cards = narrow_cards(least.iter().copied(), Rect::new(1, 0, width, 5));
        cards.iter().map(|card| (card.x, card.width)).collect()
    }

    #[test]
    fn narrow_cards_share_what_is_left_and_the_narrowest_take_it_first() {
        assert_eq!(spans(&[10, 13, 7], 60), [(1, 12), (15, 13), (30, 12), (44, 17)]);
        assert_eq!(spans(&[3, 20, 3], 70), [(1, 14), (17, 20), (39, 13), (54, 17)]);
        assert_eq!(spans(&[], 20), [(1, 17)]);
    }

    #[test]
    fn no_narrow_card_reaches_beyond_its_area() {
        for width in 0..80 {
            let end = |(x, wide): (u16, u16)| if wide == 0 { 0 } else { x + wide };
            assert!(spans(&[10, 13, 7], width).into_iter().all(|span| end(span) <= 1 + width));
        }
    }
}
