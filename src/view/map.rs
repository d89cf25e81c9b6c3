//! The map: which countries are named and how strongly, and the links that are reported between
//! them; the list of places beside it.
//!
//! Knows the order of its parts. A map is never the only way to a number: the list has them all.

pub mod camera;
mod crossing;
mod legend;
mod links;
mod list;
mod picture;
pub mod raster;
mod scene;
pub(super) mod still;
mod tags;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::detail::{self, Detail};
use super::layout::{self, Map};
use super::widget::text;
use super::{coverage, filter, in_the_middle};
use crate::app::App;
use crate::app::action::Target;
use crate::data::map::Damage;
use crate::theme::Theme;
use scene::Scene;

/// Draws the map screen.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let scene = Scene::new(app, layout::map(app, area).picture);
    parts(app, scene, theme, area, buffer);
}

/// Draws what there is; without a map a sentence in its place.
fn parts(app: &App, scene: Result<Scene, Damage>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let places = layout::map(app, area);
    heading(app, theme, &places, buffer);
    match scene {
        Ok(scene) => {
            picture::draw(&scene, theme, buffer);
            links::draw(&scene, theme, area, buffer);
            picture::marks(&scene, theme, buffer);
            picture::label(&scene, theme, buffer);
            legend::draw(&scene, theme, places.legend, buffer);
            list::draw(app, &scene, theme, &places, buffer);
        }
        Err(damage) => {
            let sentence = format!(
                "The map that comes with the program cannot be drawn: {damage}. Everything else \
                 works; the places stand in the list."
            );
            in_the_middle(&sentence, theme.text, places.picture, buffer);
            list::draw(app, &Scene::without_map(app), theme, &places, buffer);
        }
    }
    selected(app, theme, &places, buffer);
}

fn heading(app: &App, theme: &Theme, places: &Map, buffer: &mut Buffer) {
    let seen = match app.chart().zoom() {
        0 => "the world".to_owned(),
        zoom => format!("nearer {zoom} of 3 · 0 the world"),
    };
    let used = text::write_right(buffer, places.heading, &seen, theme.dim);
    let room = places.heading.width.saturating_sub(used + 1);
    let family = detail::capital(app.chart().family().heading());
    let (named, ..) = coverage::clauses(app);
    let ways = [format!("{family} · {named}"), family];
    let words = detail::longest(room, &ways);
    super::heading(buffer, Rect { width: room, ..places.heading }, words, theme.title, theme);
}

/// What happened in the selected place, as far as there is room.
fn selected(app: &App, theme: &Theme, places: &Map, buffer: &mut Buffer) {
    let Some(row) = app.selected_row() else {
        return filter::say_nothing(app, theme, places.detail_heading, places.detail, buffer);
    };
    if places.detail_heading.is_empty() {
        return;
    }
    let title = detail::place_title(row);
    let rest = super::heading(buffer, places.detail_heading, &title, theme.title, theme);
    let source = detail::single_tag(app.operation(), row);
    if !source.is_empty() {
        text::write_right(buffer, rest, &format!(" {source}"), theme.dim);
    }
    let detail = Detail::new(app.operation(), places.detail.width, theme);
    let roomy = places.detail.height > 6;
    let told = if roomy {
        detail.place(row, 0..row.count(), places.detail.height)
    } else {
        detail.brief(row, places.detail.height)
    };
    told.draw(buffer, places.detail, theme);
}

/// The place that a cell of the map belongs to.
pub(super) fn hit(app: &App, area: Rect, at: Position) -> Option<Target> {
    let places = layout::map(app, area);
    if !places.picture.contains(at) {
        return None;
    }
    let scene = Scene::new(app, places.picture).ok()?;
    scene.row_at(at.x - places.picture.x, at.y - places.picture.y).map(Target::Row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::focus::Screen;
    use crate::theme::{Choice, Depth};

    #[test]
    fn a_damaged_map_costs_the_picture_alone() {
        let mut app = App::new(crate::data::bundled().unwrap());
        app.update(Action::Resize { columns: 120, rows: 40 });
        app.update(Action::Screen(Screen::Map));
        let theme = Theme::resolve(Choice::Dark, None, Depth::True);
        let area = layout::window(&app);
        let mut buffer = Buffer::empty(area);
        parts(&app, Err(Damage::Altered), &theme, area, &mut buffer);
        let text: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(text.contains("cannot be drawn"), "{text}");
        for said in ["Montenegro", "Tunisia", "94 suspected smugglers arrested"] {
            assert!(text.contains(said), "{said}");
        }
    }
}
