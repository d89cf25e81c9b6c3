//! Marks: the sign beside a row, and what the marked rows come to in a line.
//!
//! Knows sums that are made elsewhere. What finds no room ends in `…`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail;
use super::widget::text;
use crate::app::App;
use crate::model::number;
use crate::report::together;
use crate::theme::Theme;

/// The sign of a marked row.
const SIGN: &str = "●";

/// Draws the sign of a marked row into the margin before its name.
pub(super) fn sign(name: Rect, theme: &Theme, buffer: &mut Buffer) {
    if let Some(cell) = name.x.checked_sub(1).and_then(|x| buffer.cell_mut((x, name.y))) {
        cell.set_symbol(SIGN).set_style(theme.accent);
    }
}

/// Draws what is marked in a line of its own.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(words) = said(app, area.width).filter(|_| area.height > 0) else { return };
    let (head, sums) = words.split_at(words.find(": ").map_or(words.len(), |at| at + 1));
    let used = text::write(buffer, area, head, theme.accent);
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    text::write(buffer, rest, sums, theme.text);
}

/// How many rows are marked and what they come to, each measure by itself, as much as fits.
pub(super) fn said(app: &App, room: u16) -> Option<String> {
    let marked = app.marked();
    if marked.is_empty() {
        return None;
    }
    let head = format!("{} marked", number::of(marked.len()));
    let heads = match app.marked_unseen() {
        0 => vec![head],
        unseen => {
            let short = format!("{head}, {} hidden", number::of(unseen));
            vec![format!("{short} by the filter"), short]
        }
    };
    let mut sums: Vec<String> =
        marked.reported().iter().map(|told| together::reported(told, marked.len(), "")).collect();
    match marked.regions() {
        0 => {}
        1 => sums.push("a region in no sum".to_owned()),
        count => sums.push(format!("{} regions in no sum", number::of(count))),
    }
    if sums.is_empty() {
        sums.push("nothing that can be summed".to_owned());
    }
    let way = |head: &String, count: usize| {
        let said: Vec<&str> = sums.iter().take(count).map(String::as_str).collect();
        let colon = if count > 0 { ": " } else { "" };
        let more = if count < sums.len() { " …" } else { "" };
        format!("{head}{colon}{}{more}", said.join(" · "))
    };
    let counts = (0..=sums.len()).rev();
    let ways: Vec<String> = counts
        .flat_map(|count| heads.iter().map(move |head| (head, count)))
        .map(|(head, count)| way(head, count))
        .collect();
    Some(detail::longest(room, &ways).to_owned())
}
