//! The filter: its line below the tabs on every screen, what may be typed, and what is said where
//! nothing fits.
//!
//! Knows the filter and how many places it picks. The sums of what it picks stand where the sums
//! of all places stand, in the headings of the lists.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::Page;
use super::widget::text;
use super::{detail, line};
use crate::app::App;
use crate::app::filter::Draft;
use crate::app::focus::Screen;
use crate::model::compare::Part;
use crate::model::group::By;
use crate::model::number;
use crate::theme::Theme;

/// What stands before the filter.
const LABEL: &str = "filter: ";

/// What may be asked, where nothing is yet.
const EXAMPLE: &str = "such as has:arrests no:rescued";

/// Draws the filter and how many places it picks.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let used = text::write(buffer, area, LABEL, theme.accent);
    let mut rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    let words = count(app, rest.width);
    let used = text::write_right(buffer, rest, &words, theme.title);
    rest.width = rest.width.saturating_sub(used + 2);
    let Some(draft) = app.draft() else {
        text::write(buffer, rest, &app.filter().to_string(), theme.text);
        return;
    };
    let wrong = draft.mistake().filter(|_| !draft.is_unfinished()).map(|mistake| &mistake.span);
    line::draw(draft.line(), wrong, theme, rest, buffer);
    if draft.line().text().is_empty() {
        let beside = Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), ..rest };
        text::write(buffer, beside, EXAMPLE, theme.dim);
    }
}

/// How many places are picked of how many.
fn count(app: &App, room: u16) -> String {
    if let Some(asked) = app.asked() {
        return asked;
    }
    let said = if app.screen() == Screen::Compare { compared(app, room) } else { places(app) };
    match app.draft() {
        Some(draft) if draft.mistake().is_some() => format!("without it: {said}"),
        _ => said,
    }
}

/// How many places are picked, of how many of which operation.
fn places(app: &App) -> String {
    let all = app.operation().rows.len();
    let picked = app.picked().map_or(all, |picked| picked.count);
    let noun = if all == 1 { "place" } else { "places" };
    let said = format!("{} of {} {noun}", number::of(picked), number::of(all));
    if app.groups().is_some_and(|groups| groups.by == By::Operation) {
        return format!("{said} in {}", app.operation().short_name());
    }
    match app.draft() {
        None if !app.screen().lists_places() => format!("{said}, all sources"),
        _ => said,
    }
}

/// How many countries are listed of how many that the operations compared name. What fits in one
/// of them may be otherwise in another.
fn compared(app: &App, room: u16) -> String {
    let compare = app.compare();
    let (picked, all) = (number::of(compare.named().len()), number::of(compare.all_named()));
    let totals = if compare.part() == Part::Measures { ", totals of all" } else { "" };
    let [which, any] = match (compare.table().operations().len(), totals) {
        (0 | 1, _) => ["", ""],
        (_, "") => [" fit in one of the operations", ", in one of them"],
        _ => [" fit in one of them", ", in one of them"],
    };
    let room = room.saturating_sub(text::width(&app.filter().to_string()) + 2);
    let ways = [
        format!("{picked} of {all} countries{which}{totals}"),
        format!("{picked} of {all}{any}{totals}"),
    ];
    detail::longest(room, &ways).to_owned()
}

/// What was expected where the text cannot be read, or what may stand there.
pub(super) fn hint(draft: &Draft, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if let Some(mistake) = draft.mistake()
        && !draft.is_unfinished()
    {
        text::write(buffer, area, &mistake.expected, theme.warn);
        return;
    }
    let mut rest = area;
    for (place, choice) in draft.choices().iter().enumerate() {
        let width = text::width(choice);
        if width + 1 > rest.width {
            text::write(buffer, rest, "…", theme.dim);
            return;
        }
        let next = draft.chosen().map_or(place == 0, |chosen| chosen == place);
        let style = if next { theme.accent } else { theme.dim };
        let used = text::write(buffer, rest, choice, style) + 2;
        rest = Rect {
            x: rest.x + used.min(rest.width),
            width: rest.width.saturating_sub(used),
            ..rest
        };
    }
}

/// Says what was asked where the filter picks nothing, of places or of the countries compared, and
/// how to ask for less.
pub(super) fn say_nothing(app: &App, theme: &Theme, head: Rect, area: Rect, buffer: &mut Buffer) {
    let Some(last) = app.filter().terms.last() else { return };
    let (one, several, all) = match app.screen() {
        Screen::Compare => ("country", "countries", app.compare().all_named()),
        _ => ("place", "places", app.operation().rows.len()),
    };
    let heading = match all {
        0 => format!("No {one} is named at all"),
        1 => format!("The one {one} named is not so"),
        all => format!("None of the {} {several} named is so", number::of(all)),
    };
    super::heading(buffer, head, &heading, theme.title, theme);
    if app.draft().is_some() {
        // The keys go into the text.
        return;
    }
    let mut page = Page::new(area.width, theme);
    page.say(&format!("Backspace drops the last term, {last}."), 0, theme.text);
    page.say(&format!("f edits the filter, F shows all {several}."), 0, theme.dim);
    text::lines(buffer, area, &page.lines(), None, theme.dim);
}
