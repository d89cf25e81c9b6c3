//! What the colours of the map mean, and what has to be said beside any map.
//!
//! Knows the classes, whose bounds are numbers that were reported.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::links;
use super::picture::{sign, style};
use super::scene::{Look, Scene};
use crate::report::words;
use crate::theme::Theme;
use crate::theme::map::CLASSES;
use crate::view::widget::text;
use crate::view::{detail, layout};

/// What no map says, in the words that fit.
const DISCLAIMERS: [&str; 2] = [words::BOUNDARIES, "names and boundaries: no endorsement"];

/// Draws the legend: the classes, the ground, and what a map does not say.
pub(super) fn draw(scene: &Scene, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let [classes, ground, disclaimer, caption] = layout::stacked(area, [1; 4]);
    parts(&keys(scene), theme, classes, buffer);
    let mut land = vec![(Look::Land(2), words::GROUND.to_owned())];
    if scene.app.is_filtered() {
        land.push((Look::Hidden, "hidden by the filter".to_owned()));
    }
    let used = parts(&land, theme, ground, buffer);
    let rest = Rect { x: ground.x + used, width: ground.width.saturating_sub(used), ..ground };
    let beside = match scene.beside() {
        0 => String::new(),
        1 => "1 region, in the list only".to_owned(),
        count => format!("{count} regions, in the list only"),
    };
    if text::width(&beside) < rest.width {
        text::write_right(buffer, rest, &beside, theme.dim);
    }
    text::write(
        buffer,
        disclaimer,
        detail::longest(disclaimer.width, &DISCLAIMERS.map(str::to_owned)),
        theme.dim,
    );
    if let Some(ways) = links::captions(scene) {
        let words = detail::longest(caption.width, &ways);
        text::write(buffer, caption, words, theme.text);
    }
}

/// Every class with the least and the greatest of its numbers, as they were reported.
fn keys(scene: &Scene) -> Vec<(Look, String)> {
    let said = |number: u64| {
        let rows = (0..scene.app.len()).filter_map(|at| scene.app.row(at));
        let mut cells = rows.map(|row| scene.cell_of(row));
        let lead = cells.find(|cell| cell.drawn() == Some(number)).and_then(|cell| cell.lead);
        lead.map(|lead| lead.amount.compact()).unwrap_or_default()
    };
    let bounds = scene.classes.bounds().iter().enumerate().rev();
    let mut keys: Vec<(Look, String)> = bounds
        .map(|(class, (low, high))| {
            let words =
                if low == high { said(*low) } else { format!("{}–{}", said(*low), said(*high)) };
            (Look::Class(scene.classes.rank(class, CLASSES)), words)
        })
        .collect();
    keys.push((Look::Named, "named, no number".to_owned()));
    keys
}

/// Writes signs and words one after the other; returns the cells they took.
fn parts(parts: &[(Look, String)], theme: &Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut rest = area;
    let mut take = |rest: &mut Rect, words: &str, style: Style| {
        let used = text::write(buffer, *rest, words, style);
        rest.x += used;
        rest.width -= used;
    };
    for (look, words) in parts {
        let sign = sign(*look, theme).to_string();
        take(&mut rest, &sign, style(*look, &theme.map, theme));
        take(&mut rest, &format!(" {words}  "), theme.dim);
    }
    area.width - rest.width
}
