//! The list that is its own chart: one row a place, arrests to the left of the axis, rescues to
//! the right, other people beside it.
//!
//! Knows how a lead figure is written and drawn. *Not reported* and *some* are words, never a
//! bar; a bar carries its number and its noun.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::widget::axis;
use super::widget::bar::{Bar, Scale, Side, Texture};
use super::widget::text;
use crate::model::cell::{Cell, Lead};
use crate::model::figure::singular;
use crate::model::measure::{Family, Measure};
use crate::model::who::Who;
use crate::theme::Theme;

/// The areas in one row of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The place's name.
    pub(super) name: Rect,
    /// Number and bar of the arrests, ending at the axis.
    pub(super) left: Rect,
    /// The axis.
    pub(super) middle: u16,
    /// Bar, number and noun of the rescues, beginning after the axis.
    pub(super) right: Rect,
    /// People who are neither.
    pub(super) other: Option<Rect>,
    /// The cells of a bar at full length, the same on both sides.
    pub(super) cells: u16,
}

/// The room that the number and the noun of a cell need to the left of a bar at full length.
pub(super) fn left_label(cell: Cell) -> u16 {
    let (number, noun) = cell_width(cell, true);
    if cell.drawn().is_some() && noun > 0 { number + 1 + noun } else { number }
}

/// Divides a row, by its width and the room for what stands to the left of the bars.
pub(super) fn columns(row: Rect, left_label: u16) -> Columns {
    let (name, other, right_label) = match row.width {
        ..106 => (18, 0, 20),
        106..156 => (25, 38, 20),
        _ => (28, 46, 27),
    };
    let bars = row.width.saturating_sub(name + other);
    let cells = bars.saturating_sub(left_label + 1 + right_label) / 2;
    let part = |x: u16, width: u16| Rect { x, width, ..row }.intersection(row);
    let left = part(row.x + name, left_label + cells);
    let middle = left.right();
    let beside = u16::from(other > 0);
    let right = part(middle + 1, bars.saturating_sub(left_label + cells + 1 + beside));
    let other = part(right.right() + beside, other);
    Columns {
        name: part(row.x, name.saturating_sub(1)),
        left,
        middle,
        right,
        other: (other.width > 0).then_some(other),
        cells,
    }
}

/// What a row shows: arrests, rescues, and people who were neither.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells {
    pub(super) arrests: Cell,
    pub(super) rescues: Cell,
    pub(super) others: Cell,
}

/// Draws the two bars of a row with their labels, and the other people beside them.
pub(super) fn draw(
    cells: Cells,
    scale: Scale,
    columns: &Columns,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    if let Some(cell) = buffer.cell_mut((columns.middle, columns.left.y)) {
        cell.set_symbol("│").set_style(theme.faint);
    }
    side(cells.arrests, Side::Left, scale, columns, theme, buffer);
    match columns.other {
        Some(area) => {
            side(cells.rescues, Side::Right, scale, columns, theme, buffer);
            let area = Rect { width: area.width.saturating_sub(1), ..area };
            write_cell(cells.others, false, area, OTHERS, theme, buffer);
        }
        None if cells.rescues.lead.is_none() => {
            in_their_place(cells.others, columns, theme, buffer);
        }
        None => side(cells.rescues, Side::Right, scale, columns, theme, buffer),
    }
}

/// Room for the numbers of other people.
const OTHERS: u16 = 6;

/// The cells of "not reported", and a blank; where they are missing, the sign of tables stands.
const NOT_REPORTED: u16 = 12;

/// Other people in the room of a rescue that was not reported, where they have no column.
fn in_their_place(others: Cell, columns: &Columns, theme: &Theme, buffer: &mut Buffer) {
    let room = columns.right.width.saturating_sub(1);
    let said = others.lead.map(|lead| {
        let said = format!(" · {}{} ", lead.amount.compact(), lead.marks.signs());
        let used = text::width("not reported") + text::width(&said);
        format!("{said}{}", noun_for(&lead, false, room.saturating_sub(used)))
    });
    let words = match said {
        None => String::new(),
        Some(said) if text::width("not reported") + text::width(&said) <= room => said,
        Some(_) => " …".to_owned(),
    };
    let words = [("not reported", theme.dim), (words.as_str(), theme.text)];
    beside(Side::Right, columns.right, 0, &words, buffer);
}

fn side(
    cell: Cell,
    side: Side,
    scale: Scale,
    columns: &Columns,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let (area, colour) = match side {
        Side::Left => (columns.left, theme.arrests),
        Side::Right => (columns.right, theme.rescues),
    };
    let Some(lead) = cell.lead else {
        let words = if area.width > NOT_REPORTED { "not reported" } else { "·" };
        return beside(side, area, 0, &[(words, theme.dim)], buffer);
    };
    let eighths = cell.drawn().map_or(0, |value| scale.eighths(value, columns.cells));
    let texture = match lead.who {
        Some(who) if who.is_migrants() => Texture::Shaded,
        _ => Texture::Solid,
    };
    let bar = Bar { side, eighths, texture, style: colour, edge: theme.shade };
    bar.render(area, buffer);
    let number = lead.amount.compact() + &lead.marks.signs();
    let more = if cell.has_more() { " …" } else { "" };
    let taken = bar.cells() + 2 + text::width(&number) + text::width(more);
    let noun = noun_for(&lead, true, area.width.saturating_sub(taken));
    let words = [
        (number.as_str(), theme.text),
        (if noun.is_empty() { "" } else { " " }, theme.noun),
        (noun.as_str(), theme.noun),
        (more, theme.noun),
    ];
    beside(side, area, bar.cells(), &words, buffer);
}

/// Writes words beyond the end of a bar.
fn beside(side: Side, area: Rect, cells: u16, words: &[(&str, Style)], buffer: &mut Buffer) {
    let width: u16 = words.iter().map(|(word, _)| text::width(word)).sum();
    let room = area.width.saturating_sub(cells + 1);
    let mut at = match side {
        Side::Left => Rect {
            x: area.right().saturating_sub(cells + 1 + width.min(room)),
            width: width.min(room),
            ..area
        },
        Side::Right => Rect { x: area.x + (cells + 1).min(area.width), width: room, ..area },
    };
    for (word, style) in words {
        let used = text::write(buffer, at, word, *style);
        at.x = at.x.saturating_add(used);
        at.width = at.width.saturating_sub(used);
    }
}

/// How much is said of who is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Women (potential victims).
    Full,
    /// Women (pot. victims).
    Short,
    /// Pot. victims: the group gives way, never the people themselves.
    Least,
}

/// What a number counts, as fully as there is room for it.
fn noun_for(lead: &Lead, headed: bool, room: u16) -> String {
    let mut said = [Said::Full, Said::Short].into_iter().map(|said| noun(lead, said, headed));
    let fits = said.find(|noun| text::width(noun) <= room);
    fits.unwrap_or_else(|| noun(lead, Said::Least, headed))
}

/// What a number counts. Below the heading of its family the plain verb of that family is left
/// out; nothing else ever is.
fn noun(lead: &Lead, said: Said, headed: bool) -> String {
    let alleged = lead.alleged.then_some("allegedly");
    let plain = headed && !lead.alleged && is_plain(lead.measure);
    let verb = (!plain).then(|| lead.measure.words());
    let mut noun = people(lead, said).into_owned();
    for word in [alleged, verb].into_iter().flatten() {
        if !noun.is_empty() {
            noun.push(' ');
        }
        noun.push_str(word);
    }
    noun
}

/// Who is counted. That arrests are of suspects is not said again.
fn people(lead: &Lead, said: Said) -> Cow<'static, str> {
    let noun = |plural: &'static str| -> Cow<'static, str> {
        if lead.amount.value() == Some(1) { singular(plural).into() } else { plural.into() }
    };
    let plain = matches!(lead.measure.family(), Family::Arrests | Family::Suspects);
    let who = match (lead.who, said) {
        (None, _) => Cow::default(),
        (Some(Who::Suspects | Who::People), _) if plain => Cow::default(),
        (Some(who), Said::Full) => noun(who.noun()),
        (Some(who), _) => noun(who.short_noun()),
    };
    match lead.group {
        Some(group) if who.is_empty() || lead.who == Some(Who::People) => noun(group.noun()),
        Some(group) if said != Said::Least => format!("{} ({who})", noun(group.noun())).into(),
        _ => who,
    }
}

/// Whether a measure is just what the heading of its family says.
const fn is_plain(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Arrested
            | Measure::Rescued
            | Measure::Identified
            | Measure::SuspectsIdentified
            | Measure::Facilitated
    )
}

/// How wide a cell is: its number, and its short noun. Numbers stand in line, nouns after them.
pub(super) fn cell_width(cell: Cell, headed: bool) -> (u16, u16) {
    let (number, noun) = cell_words(cell, headed, 0);
    (text::width(&number), text::width(&noun))
}

/// A cell of a table, the number apart from its noun: `·`, `94`, `1,500` `migrants`, `some`.
pub(super) fn cell_words(cell: Cell, headed: bool, room: u16) -> (String, String) {
    let more = if cell.has_more() { "…" } else { "" };
    let Some(lead) = cell.lead else { return ("·".to_owned(), more.to_owned()) };
    let number = lead.amount.compact() + &lead.marks.signs();
    let mut noun = noun_for(&lead, headed, room.saturating_sub(2));
    if !noun.is_empty() && !more.is_empty() {
        noun.push(' ');
    }
    noun.push_str(more);
    (number, noun)
}

/// Writes a cell: the number right-aligned in its part of the column, the noun after it.
pub(super) fn write_cell(
    cell: Cell,
    headed: bool,
    area: Rect,
    numbers: u16,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let used = (numbers + 1).min(area.width);
    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
    let (number, mut noun) = cell_words(cell, headed, rest.width);
    if text::width(&noun) > rest.width && cell.lead.is_some_and(|lead| lead.alleged) {
        // Of what does not fit, that it is an accusation is the last to go.
        noun.replace_range(.., "alleged…");
    }
    let style = if cell.lead.is_some() { theme.text } else { theme.dim };
    let digits = Rect { width: numbers.min(area.width), ..area };
    text::write_right(buffer, digits, &number, style);
    text::write(buffer, rest, &noun, theme.noun);
}

/// The first of several cells that reports something, marked if others do too.
pub(super) fn first_of(cells: &[Cell]) -> Cell {
    let mut reported = cells.iter().filter(|cell| cell.lead.is_some());
    let Some(first) = reported.next() else {
        return Cell::default();
    };
    Cell { more: first.more || reported.next().is_some(), ..*first }
}

/// Draws the axis below rows.
pub(super) fn draw_axis(
    scale: Scale,
    columns: &Columns,
    row: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let reach = columns.cells + 4;
    let x = columns.middle.saturating_sub(reach);
    let area = Rect { x, width: reach * 2 + 1, y: row.y, height: row.height };
    let axis = axis::Axis { scale, cells: columns.cells, line: theme.faint, numbers: theme.dim };
    if row.height > 0 {
        axis.render(area, buffer);
    }
}
