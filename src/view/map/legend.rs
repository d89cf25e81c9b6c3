//! What the colours of the map mean, and what has to be said beside any map.
//!
//! Knows the classes, whose bounds are numbers that were reported.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::links;
use super::picture::{sign, style};
use super::scene::{Look, Scene};
use crate::model::map::tones::Tones;
use crate::report::mapped::{BOUNDARIES, BOUNDARIES_SHORT, GROUND, NAMED};
use crate::theme::Theme;
use crate::view::widget::text;
use crate::view::{detail, layout};

/// Draws the legend: the classes, the ground, and what a map does not say.
pub(super) fn draw(scene: &Scene, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let [classes, ground, disclaimer, caption] = layout::stacked(area, [1; 4]);
    parts(&keys(&scene.tones), theme, classes, buffer);
    let mut land = vec![(Look::Land(2), GROUND.to_owned())];
    if scene.filtered {
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
        detail::longest(disclaimer.width, &[BOUNDARIES, BOUNDARIES_SHORT].map(str::to_owned)),
        theme.dim,
    );
    if let Some(ways) = links::captions(scene) {
        let words = detail::longest(caption.width, &ways);
        text::write(buffer, caption, words, theme.text);
    }
}

/// Every class with the least and the greatest of its numbers, as they were reported.
pub(super) fn keys(tones: &Tones) -> Vec<(Look, String)> {
    let bounds = tones.bounds().iter();
    let mut keys: Vec<(Look, String)> =
        bounds.map(|(tone, words)| ((*tone).into(), words.clone())).collect();
    keys.push((Look::Named, NAMED.to_owned()));
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
