//! What the colours of the map mean, and what has to be said beside any map.
//!
//! Knows the classes, whose bounds are numbers that were reported.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::links;
use super::picture::{sign, style};
use super::scene::{Look, Scene};
use crate::model::cell::{Cell, Lead};
use crate::model::map::tones::Tones;
use crate::report::mapped::{
    BOUNDARIES, BOUNDARIES_SHORT, GROUND, UNRANKED, UNRANKED_SHORT, beside, bounds,
};
use crate::theme::Theme;
use crate::view::widget::text;
use crate::view::{detail, layout, rows};

/// Draws the legend: the classes, the ground, and what a map does not say.
pub(super) fn draw(scene: &Scene, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let [classes, ground, disclaimer, caption] = layout::stacked(area, [1; 4]);
    parts(&fitting(&scene.tones, classes.width), theme, classes, buffer);
    let mut land = vec![(Look::Land(2), GROUND.to_owned())];
    if scene.filtered {
        land.push((Look::Hidden, "hidden by the filter".to_owned()));
    }
    let used = parts(&land, theme, ground, buffer);
    let rest = Rect { x: ground.x + used, width: ground.width.saturating_sub(used), ..ground };
    let beside = beside(scene.rows()).unwrap_or_default();
    if text::width(&beside) + 2 < rest.width {
        text::write_right(buffer, rest, &beside, theme.dim);
    }
    let dotted = links::dotted_are(scene).unwrap_or_default();
    let used = text::write_right(buffer, disclaimer, &dotted, theme.dim);
    let disclaimer = Rect { width: disclaimer.width.saturating_sub(used + 2), ..disclaimer };
    text::write(
        buffer,
        disclaimer,
        detail::longest(disclaimer.width, &[BOUNDARIES, BOUNDARIES_SHORT].map(str::to_owned)),
        theme.dim,
    );
    if let Some(ways) = links::captions(scene) {
        let words = detail::longest(caption.width, &ways);
        text::write(buffer, caption, words, theme.text);
    }
}

/// What a number counts, said with it.
type Saying = fn(Lead) -> (String, String);

/// A number with all that it counts.
pub(super) fn in_full(lead: Lead) -> (String, String) {
    rows::cell_words(Cell { lead: Some(lead), more: false }, true, u16::MAX)
}

/// The same in fewer words.
fn in_short(lead: Lead) -> (String, String) {
    rows::cell_words(Cell { lead: Some(lead), more: false }, true, 0)
}

/// A number, and whether it is an accusation; the list beside says the rest.
fn in_brief(lead: Lead) -> (String, String) {
    (in_short(lead).0, if lead.alleged { "alleged" } else { "" }.to_owned())
}

/// Every class with the least and the greatest of its numbers, as they were reported.
pub(super) fn keys(tones: &Tones, said: Saying, unranked: &str) -> Vec<(Look, String)> {
    let classes = tones.reported().iter();
    let mut keys: Vec<(Look, String)> =
        classes.map(|(tone, class)| ((*tone).into(), bounds(class, "–", &said))).collect();
    keys.push((Look::Named, unranked.to_owned()));
    keys
}

/// The same in as many words as fit into a line.
fn fitting(tones: &Tones, width: u16) -> Vec<(Look, String)> {
    let wide = |keys: &Vec<(Look, String)>| {
        let cells = keys.iter().map(|(_, words)| text::width(words) + 4);
        cells.fold(0, u16::saturating_add) <= width + 2
    };
    let least = UNRANKED_SHORT.trim_start_matches("named, ");
    let ways: [(Saying, &str); 4] =
        [(in_full, UNRANKED), (in_full, UNRANKED_SHORT), (in_short, least), (in_brief, least)];
    let mut shown = Vec::new();
    for (said, unranked) in ways {
        shown = keys(tones, said, unranked);
        if wide(&shown) {
            break;
        }
    }
    shown
}

/// Writes signs and words one after the other; returns the cells they took.
fn parts(parts: &[(Look, String)], theme: &Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut rest = area;
    let mut take = |rest: &mut Rect, words: &str, style: Style| {
        let used = text::write(buffer, *rest, words, style);
        rest.x += used;
        rest.width -= used;
    };
    for (at, (look, words)) in parts.iter().enumerate() {
        let sign = sign(*look, theme).to_string();
        take(&mut rest, if at == 0 { "" } else { "  " }, theme.dim);
        take(&mut rest, &sign, style(*look, &theme.map, theme));
        take(&mut rest, &format!(" {words}"), theme.dim);
    }
    area.width - rest.width
}
