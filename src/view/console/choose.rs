//! Where there is nothing to follow yet, or more than one: what to do.
//!
//! Knows the presentations that answer. Must not know how they are found.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::instead;
use crate::app::console::{Console, Offer, Sight};
use crate::model::text::SafeText;
use crate::theme::Theme;
use crate::view;
use crate::view::widget::text;

/// Draws the list of presentations.
pub(super) fn draw(console: &Console, number: u32, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    view::heading(buffer, area, "Presentations", theme.dim, theme);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let rows = usize::from(body.height).max(1);
    // One that is gone has no line; those beside it are in view.
    let at = console.offers().partition_point(|offer| offer.number < number);
    let top = (at + 1).min(console.offers().len()).saturating_sub(rows);
    for (offer, row) in console.offers().iter().skip(top).zip(body.rows()) {
        let selected = offer.number == number;
        let mut style = theme.text;
        if selected {
            buffer.set_style(row, theme.selected);
            text::write(buffer, row, "▸", theme.accent);
            style = style.patch(theme.selected_name);
        }
        let number = Rect { x: row.x + 2, width: 8.min(row.width), ..row };
        text::write_right(buffer, number, &offer.number.to_string(), theme.dim);
        let room = Rect { x: row.x + 12, width: row.width.saturating_sub(12), ..row };
        let used = text::write(buffer, room, &name(offer), style);
        let x = (room.x + used + 2).min(room.right());
        let rest = Rect { x, width: room.right() - x, ..room };
        text::write(buffer, rest, &place_of(offer), theme.dim);
    }
    let all = console.offers().len();
    if all > rows {
        let foot = Rect { y: area.y + 1, height: 1, ..area };
        let shown = view::position(top, rows, all);
        text::write_right(buffer, foot, &shown, theme.dim);
    }
}

fn name(offer: &Offer) -> String {
    let name = offer.standing.as_ref().map(|standing| standing.operation.as_str());
    name.unwrap_or("says nothing yet").to_owned()
}

fn place_of(offer: &Offer) -> String {
    let Some(standing) = &offer.standing else { return String::new() };
    let at = standing.reached;
    let room = instead(standing).map_or_else(String::new, |said| format!(" · {said}"));
    format!("slide {} of {} · {}{room}", at.slide, at.slides, standing.now.name)
}

/// Says what is waited for.
pub(super) fn waiting(
    console: &Console,
    sight: Sight,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let wanted = console.wanted().map(SafeText::as_str);
    let others = console.offers().len();
    let (what, how) = match (sight, wanted) {
        (Sight::Following(number), _) => (
            format!("Presentation {number} has not said anything yet."),
            "Esc lists the others.".to_owned(),
        ),
        (_, Some(wanted)) if others > 0 => (
            format!("Waiting for the presentation {wanted}."),
            "Others are there: Esc lists them.".to_owned(),
        ),
        (_, Some(wanted)) => (
            format!("Waiting for the presentation {wanted}."),
            "Begin it in another terminal: `liberterra present`.".to_owned(),
        ),
        _ => (
            "Waiting for a presentation.".to_owned(),
            "Begin one in another terminal: `liberterra present`, or p on the board.".to_owned(),
        ),
    };
    let half = area.height / 2;
    let top = Rect { height: half, ..area };
    let middle = Rect { y: area.y + half.saturating_sub(1), height: 1, ..top };
    view::in_the_middle(&what, theme.title, middle, buffer);
    let below =
        Rect { y: middle.y + 2, height: area.height.saturating_sub(half + 1).min(2), ..area };
    view::in_the_middle(&how, theme.dim, below, buffer);
}
