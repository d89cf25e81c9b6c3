//! What is known of one place or one total, in lines: actions, figures, sources.
//!
//! Knows how a figure and its citation are put into words. Must not know where the lines go.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::widget::text;
use crate::model::amount::Amount;
use crate::model::figure::{Citation, Figure};
use crate::model::measure::Measure;
use crate::model::operation::{Action, Operation};
use crate::model::place::{Place, Row};
use crate::model::stats;
use crate::model::sum::Sum;
use crate::model::text::SafeText;
use crate::report::words;
use crate::theme::Theme;

/// Longer lines are hard to read.
pub(super) const WIDEST: u16 = 118;

/// The text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The strength, publisher and number of a cited source: `press · The National [1]`.
pub(super) fn tag(operation: &Operation, citation: Option<&Citation>) -> String {
    citation.map_or_else(String::new, |citation| words::tag(operation, citation))
}

/// A row's name with the region it lies in.
pub(super) fn place_title(row: &Row) -> String {
    match &row.place {
        Place::Country(country) => format!("{} · {}", row.name, country.subregion().name()),
        Place::Several(_) | Place::Region(_) => row.name.to_string(),
    }
}

/// How many countries are named, and how much of the first total they make up.
pub(super) fn coverage_clauses(operation: &Operation) -> (String, String) {
    let countries = operation.total(Measure::Countries);
    let of = countries.map_or_else(String::new, |f| format!(" of {}", f.amount.compact()));
    let noun = if countries.is_none() && operation.countries_named() == 1 {
        "country"
    } else {
        "countries"
    };
    let named = format!("{}{of} {noun} named", operation.countries_named());
    let people = operation.totals.iter().find(|f| f.who.is_some() && f.part_of.is_none());
    let Some(total) = people else { return (named, "no total of people".to_owned()) };
    let cover = stats::coverage(operation, total);
    let whole = total.in_words();
    let Sum::Amount(sum) = cover.sum else { return (named, format!("none of {whole}")) };
    let share = cover.share.map_or_else(String::new, |share| format!(" ({})", share.in_words()));
    (named, format!("{} of {whole}{share}", sum.in_words()))
}

/// The first of several ways to say a thing that fits into `room`, or the last one.
pub(super) fn longest(room: u16, ways: &[String]) -> &str {
    let fits = |way: &&String| text::width(way) <= room;
    ways.iter().find(fits).or(ways.last()).map_or("", String::as_str)
}

/// Figures, one after the other.
pub(super) fn figures(figures: &[&Figure], width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for figure in figures {
        figure_line(&mut lines, figure, width, theme);
    }
    lines
}

/// The citation an action rests on: that of its first figure, or its own where it has none.
fn leading(action: &Action) -> Option<&Citation> {
    let figure = action.figures.first().and_then(|figure| figure.citations.first());
    figure.or_else(|| action.citations.first())
}

/// Lines wrapped to a width, with an indent, in one style.
fn wrapped(lines: &mut Vec<Line<'static>>, said: &str, indent: u16, width: u16, style: Style) {
    let room = width.saturating_sub(indent);
    let pad = " ".repeat(usize::from(indent));
    for line in text::wrapped(said, room) {
        lines.push(Line::from(vec![Span::raw(pad.clone()), Span::styled(line, style)]));
    }
}

/// The source of a place with a single action, for the end of its heading.
pub(super) fn single_tag(operation: &Operation, row: &Row) -> String {
    let mut actions = operation.actions_of(row);
    match (actions.next(), actions.next()) {
        (Some(only), None) => tag(operation, leading(only)),
        _ => String::new(),
    }
}

/// The actions of a place in short: what happened, and, where there are several, on whose word
/// at the end of the line.
pub(super) fn brief(
    operation: &Operation,
    row: &Row,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for action in operation.actions_of(row) {
        wrapped(&mut lines, action.summary.as_str(), 0, width, theme.text);
        if row.actions.len() > 1 {
            let source = tag(operation, leading(action));
            at_line_end(&mut lines, &source, width, theme.dim);
        }
    }
    lines
}

/// Puts words at the right end of the last line, or of a line of their own.
fn at_line_end(lines: &mut Vec<Line<'static>>, words: &str, width: u16, style: Style) {
    let used = lines.last().map_or(0, |line| u16::try_from(line.width()).unwrap_or(width));
    let room = width.saturating_sub(text::width(words));
    if used + 2 <= room {
        let gap = " ".repeat(usize::from(room - used));
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::raw(gap));
            last.push_span(Span::styled(words.to_owned(), style));
        }
    } else {
        let words = text::fitted(words, width);
        let gap = " ".repeat(usize::from(width.saturating_sub(text::width(&words))));
        lines.push(Line::from(vec![Span::raw(gap), Span::styled(words, style)]));
    }
}

/// Everything reported of a place, and below it the sources.
pub(super) fn full_with_sources(
    operation: &Operation,
    row: &Row,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = full(operation, row, width, theme);
    lines.extend(sources(operation, operation.cited_by(row), width, theme));
    lines
}

/// Everything reported of a place: each action, its figures, its sources, its note.
fn full(operation: &Operation, row: &Row, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for action in operation.actions_of(row) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        full_action(&mut lines, operation, action, width, theme);
    }
    lines
}

fn full_action(
    lines: &mut Vec<Line<'static>>,
    operation: &Operation,
    action: &Action,
    width: u16,
    theme: &Theme,
) {
    wrapped(lines, action.summary.as_str(), 0, width, theme.text);
    for figure in &action.figures {
        figure_line(lines, figure, width, theme);
    }
    if let Some(note) = &action.note {
        wrapped(lines, &format!("Note: {note}"), 2, width, theme.dim);
    }
    for route in operation.routes.iter().filter(|route| route.action == action.id) {
        wrapped(lines, &words::route(route), 2, width, theme.dim);
    }
    let sources: Vec<String> =
        action.citations.iter().map(|citation| words::tag(operation, citation)).collect();
    wrapped(lines, &sources.join("; "), 2, width, theme.dim);
}

/// One figure: the number and what it counts, then its own words, its case against sums, and
/// where it stands.
fn figure_line(lines: &mut Vec<Line<'static>>, figure: &Figure, width: u16, theme: &Theme) {
    let said = words::figure(figure);
    let mut first = text::wrapped(&said, width.saturating_sub(4)).into_iter();
    let lead = if figure.part_of.is_some() { "    of them " } else { "  • " };
    if let Some(line) = first.next() {
        lines
            .push(Line::from(vec![Span::styled(lead, theme.dim), Span::styled(line, theme.title)]));
    }
    for line in first {
        lines.push(Line::from(vec![Span::raw("    "), Span::styled(line, theme.title)]));
    }
    if let Some((_, reason)) = &figure.apart {
        wrapped(lines, &format!("in no sum: {reason}"), 4, width, theme.warn);
    }
}

/// What is known below a total: who is named, their sum, its share, and what stands beside it.
pub(super) fn coverage(
    operation: &Operation,
    total: &Figure,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let cover = stats::coverage(operation, total);
    let whole = format!("{} {}", total.amount.in_words(), total.label());
    match cover.sum {
        Sum::Amount(sum) => {
            let share =
                cover.share.map_or_else(String::new, |share| format!(", {}", share.in_words()));
            let places: Vec<String> = cover
                .places
                .iter()
                .map(|(row, amount)| format!("{} {}", row.name, amount.compact()))
                .collect();
            let sum =
                format!("{} of {whole}{share}: {}.", capital(&sum.in_words()), places.join(", "));
            wrapped(&mut lines, &sum, 0, width, theme.text);
        }
        Sum::NotReported => {
            let none = format!("No country reports in the measure of: {whole}.");
            wrapped(&mut lines, &none, 0, width, theme.text);
        }
        Sum::None => wrapped(&mut lines, "The figures have no honest sum.", 0, width, theme.text),
    }
    for (row, figure, reason) in cover.beside {
        let some = if figure.amount == Amount::Some { " (no number)" } else { "" };
        let said = format!("Not in it: {}, {}{some}: {reason}.", row.name, figure.in_words());
        wrapped(&mut lines, &said, 0, width, theme.dim);
    }
    lines
}

/// Everything known of a total: its words, sources and conflicts, then what is named below it.
pub(super) fn full_total(
    operation: &Operation,
    total: &Figure,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = with_conflict(operation, total, width, theme);
    lines.push(Line::default());
    lines.extend(coverage(operation, total, width, theme));
    lines.extend(sources(operation, operation.cited_by_total(total), width, theme));
    lines
}

/// Everything known of several totals, without what is named below them.
pub(super) fn full_totals(
    operation: &Operation,
    totals: &[&Figure],
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut cited = Vec::new();
    for total in totals {
        lines.extend(with_conflict(operation, total, width, theme));
        cited.extend(operation.cited_by_total(total));
    }
    if !operation.hubs.is_empty() {
        let hubs: Vec<&str> = operation.hubs.iter().map(SafeText::as_str).collect();
        wrapped(
            &mut lines,
            &format!("Coordination units sat in: {}.", hubs.join(", ")),
            0,
            width,
            theme.dim,
        );
    }
    lines.extend(sources(operation, cited, width, theme));
    lines
}

/// A total, its parts, and what other sources say of it.
fn with_conflict(
    operation: &Operation,
    total: &Figure,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for figure in std::iter::once(total).chain(Operation::parts_of(&operation.totals, total)) {
        figure_line(&mut lines, figure, width, theme);
    }
    if let Some(conflict) = operation.conflict(total) {
        for other in &conflict.others {
            wrapped(&mut lines, &words::other_value(operation, other), 4, width, theme.text);
        }
        wrapped(&mut lines, conflict.note.as_str(), 4, width, theme.dim);
    }
    lines
}

/// The sources that are cited, each with number, strength, date and address.
fn sources(
    operation: &Operation,
    mut used: Vec<usize>,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    used.sort_unstable();
    used.dedup();
    let mut lines = vec![Line::default(), Line::styled("Sources", theme.title)];
    for index in used {
        if let Some(source) = operation.sources.get(index) {
            wrapped(&mut lines, &words::source(index, source), 0, width, theme.text);
            wrapped(&mut lines, source.url.as_str(), 4, width, theme.dim);
        }
    }
    lines
}
