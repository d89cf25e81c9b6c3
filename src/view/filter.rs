//! The filter: its line below the tabs on every screen, what may be typed, and what is said where
//! nothing fits.
//!
//! Knows the filter and how many places it picks. The sums of what it picks stand where the sums
//! of all places stand, in the headings of the lists.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::line;
use super::page::Page;
use super::widget::text;
use crate::app::App;
use crate::app::filter::Draft;
use crate::app::focus::Screen;
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
    let words = count(app);
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
fn count(app: &App) -> String {
    if let Some(asked) = app.asked() {
        return asked;
    }
    if app.screen() == Screen::Compare {
        return compared(app);
    }
    let all = app.operation().rows.len();
    let picked = app.picked().map_or(all, |picked| picked.count);
    let noun = if all == 1 { "place" } else { "places" };
    let said = format!("{} of {} {noun}", number::of(picked), number::of(all));
    match app.draft() {
        Some(draft) if draft.mistake().is_some() => format!("without it: {said}"),
        Some(_) => said,
        None if app.screen().lists_places() => said,
        None => format!("{said}, all sources"),
    }
}

/// How many countries are listed of how many that the operations compared name.
fn compared(app: &App) -> String {
    let (picked, all) = (app.compare().named().len(), app.compare().all_named());
    let said = format!("{} of {} countries, totals of all", number::of(picked), number::of(all));
    match app.draft() {
        Some(draft) if draft.mistake().is_some() => format!("without it: {said}"),
        _ => said,
    }
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

/// Says what was asked where the filter picks nothing, and how to ask for less.
pub(super) fn say_nothing(app: &App, theme: &Theme, head: Rect, area: Rect, buffer: &mut Buffer) {
    let Some(last) = app.filter().terms.last() else { return };
    let heading = match app.operation().rows.len() {
        0 => "No place is named at all".to_owned(),
        1 => "The one place named is not so".to_owned(),
        all => format!("None of the {} places named is so", number::of(all)),
    };
    super::heading(buffer, head, &heading, theme.title, theme);
    if app.draft().is_some() {
        // The keys go into the text.
        return;
    }
    let mut page = Page::new(area.width, theme);
    page.say(&format!("Backspace drops the last term, {last}."), 0, theme.text);
    page.say("f edits the filter, F shows all places.", 0, theme.dim);
    text::lines(buffer, area, &page.lines(), None, theme.dim);
}
