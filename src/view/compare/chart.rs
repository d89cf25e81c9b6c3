//! The chosen measure over time: a bar an operation, all on one scale, each with its number and
//! its qualifier.
//!
//! Knows one measure at a time, so that two can never be drawn as one. A gap is words, with what
//! is reported in another measure beside it; a rate has no colour of reported figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::app::App;
use crate::model::compare::Kind;
use crate::model::compare::digest::Digest;
use crate::model::compare::rate::{Rate, Rated};
use crate::model::measure::Family;
use crate::model::operation::Status;
use crate::report::compared;
use crate::theme::Theme;
use crate::view::widget::bar::{Bar, Scale, Side, Texture};
use crate::view::widget::text;

/// What stands behind a bar, or in its place.
struct Label {
    /// The number as the table has it, or what stands in the gap, the longest way first.
    number: Vec<String>,
    /// What has to be said with it.
    said: String,
    preliminary: &'static str,
}

/// Draws the heading and the bars.
pub(super) fn draw(app: &App, theme: &Theme, heading: Rect, area: Rect, buffer: &mut Buffer) {
    let compare = app.compare();
    let Some(kind) = compare.measure() else {
        text::write(buffer, area, "  no total is reported", theme.dim);
        return;
    };
    let rated: Vec<(&Digest, Rated)> = compare.table().rated(kind, compare.rate()).collect();
    let numbers: Vec<u64> = rated.iter().filter_map(|(_, rated)| drawn(*rated)).collect();
    title(app, kind, numbers.len(), theme, heading, buffer);
    let labels: Vec<Label> =
        rated.iter().map(|(digest, rated)| label(digest, *rated, kind, compare.rate())).collect();
    let widths = rated.iter().zip(&labels).filter(|((_, rated), _)| drawn(*rated).is_some());
    let chart = Chart {
        names: rated.iter().map(|(one, _)| text::width(one.short_name())).max().unwrap_or(0),
        widest: widths.map(|(_, label)| label.width()).max().unwrap_or(0),
        // A number alone has nothing to be compared with: a bar would only look like much.
        scale: numbers.iter().max().filter(|_| numbers.len() > 1).map(|most| Scale::Linear(*most)),
        texture: texture(kind),
        look: look(kind, compare.rate(), theme),
        theme,
    };
    let rows = usize::from(area.height);
    let bars = if rated.len() > rows { rows.saturating_sub(1) } else { rows };
    // The bars move with the columns, so that every operation can be seen in a low window.
    let first = compare.first().min(rated.len().saturating_sub(bars));
    let shown = rated.iter().zip(&labels).skip(first);
    for (((digest, rated), label), row) in shown.zip(area.rows()).take(bars) {
        chart.row(digest, *rated, label, row, buffer);
    }
    if let Some(row) = area.rows().nth(bars).filter(|_| rated.len() > rows) {
        let said = format!("  … {} more operations ←→", rated.len() - bars);
        text::write(buffer, row, &said, theme.dim);
    }
}

/// What is charted, and how.
fn title(app: &App, kind: Kind, numbers: usize, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let compare = app.compare();
    let title = crate::view::detail::capital(&compared::label(compare.table(), kind));
    let title = match compare.rate() {
        Rate::Total => format!("{title} over time"),
        rate => format!("{title} {} · derived", rate.words()),
    };
    let title = match numbers {
        0 => title,
        1 => format!("{title} · one number alone"),
        _ => format!("{title} · one linear scale"),
    };
    crate::view::heading(buffer, area, &title, theme.title, theme);
}

/// What all rows of the chart share.
struct Chart<'a> {
    /// The cells of the longest name.
    names: u16,
    /// The cells of the longest label behind a bar.
    widest: u16,
    /// `None` where no bars are drawn.
    scale: Option<Scale>,
    texture: Texture,
    /// The look of a bar and of its end.
    look: (Style, Style),
    theme: &'a Theme,
}

/// The narrowest room for bars.
const BARS: u16 = 10;

impl Chart<'_> {
    fn row(&self, digest: &Digest, rated: Rated, label: &Label, row: Rect, buffer: &mut Buffer) {
        let x = (row.x + self.name(digest, row, buffer)).min(row.right());
        let area = Rect { x, width: row.right() - x, ..row };
        let cells = area.width.saturating_sub(self.widest + 1).max(BARS).min(area.width);
        let eighths = match (self.scale, drawn(rated)) {
            (Some(scale), Some(value)) => scale.eighths(value, cells),
            _ => 0,
        };
        let (style, edge) = self.look;
        let bar = Bar { side: Side::Right, eighths, texture: self.texture, style, edge };
        bar.render(area, buffer);
        let used = if eighths == 0 { 0 } else { (bar.cells() + 1).min(area.width) };
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        self.label(label, drawn(rated).is_some(), rest, buffer);
    }

    /// Writes the operation and its year; returns the cells they take.
    fn name(&self, digest: &Digest, row: Rect, buffer: &mut Buffer) -> u16 {
        let inside = Rect { x: row.x + 2, width: self.names.min(row.width / 3), ..row };
        text::write(buffer, inside, digest.short_name(), self.theme.text);
        let year = Rect { x: inside.right() + 2, width: 4, ..row }.intersection(row);
        let words = digest.year().map_or_else(|| "·".to_owned(), |year| year.to_string());
        text::write(buffer, year, &words, self.theme.dim);
        2 + inside.width + 2 + 4 + 2
    }

    fn label(&self, label: &Label, is_number: bool, area: Rect, buffer: &mut Buffer) {
        let number = crate::view::detail::longest(area.width, &label.number);
        let look = if is_number { self.theme.text } else { self.theme.dim };
        let words =
            [(number, look), (&label.said, self.theme.dim), (label.preliminary, self.theme.warn)];
        let mut rest = area;
        for (words, style) in words {
            let used = text::write(buffer, rest, words, style);
            rest = Rect { x: rest.x + used, width: rest.width - used, ..rest };
        }
    }
}

impl Label {
    fn width(&self) -> u16 {
        let number = self.number.first().map_or(0, |number| text::width(number));
        number + text::width(&self.said) + text::width(self.preliminary)
    }
}

/// The number that a bar shows.
const fn drawn(rated: Rated) -> Option<u64> {
    match rated {
        Rated::Total(total) if total.lead.counted => total.lead.amount.value(),
        Rated::Derived(derived) => Some(derived.drawn()),
        _ => None,
    }
}

fn label(digest: &Digest, rated: Rated, kind: Kind, rate: Rate) -> Label {
    let number = match rated {
        Rated::NotReported => {
            return Label {
                number: compared::gap(digest, kind),
                said: String::new(),
                preliminary: "",
            };
        }
        Rated::Total(_) => compared::cell(rated),
        Rated::Derived(_) => format!("{} {}", compared::cell(rated), rate.words()),
        Rated::None(total) => format!("no rate of {}", compared::compact(&total.lead)),
    };
    let said = match rated {
        Rated::Derived(derived) => {
            let reserve = compared::reserve(&derived.total).map(|said| format!(" · {said}"));
            Some(derived.way(rate) + &reserve.unwrap_or_default())
        }
        Rated::Total(total) | Rated::None(total) => compared::reserve(&total),
        Rated::NotReported => None,
    };
    let said = said.map_or_else(String::new, |said| format!(" · {said}"));
    let preliminary = match digest.operation().status {
        Status::Preliminary => " · preliminary",
        Status::Published => "",
    };
    Label { number: vec![number], said, preliminary }
}

/// The look of a bar and of its end.
const fn look((measure, _): Kind, rate: Rate, theme: &Theme) -> (Style, Style) {
    match (rate, measure.family()) {
        (Rate::Total, Family::Arrests) => (theme.arrests, theme.arrests),
        (Rate::Total, Family::Rescues) => (theme.rescues, theme.shade),
        _ => (theme.dim, theme.faint),
    }
}

/// Migrants have a texture of their own.
fn texture((_, who): Kind) -> Texture {
    match who {
        Some(who) if who.is_migrants() => Texture::Shaded,
        _ => Texture::Solid,
    }
}
