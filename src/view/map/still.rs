//! A map that stands still, for a slide: countries in their classes, the strongest with a tag.
//!
//! Knows a view of a story and how much room there is. What finds no room on the map is handed back
//! to be said beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::raster::Mosaic;
use super::scene::{Look, Mark, Scene};
use super::tags::{Tag, Tags};
use super::{camera, legend, picture};
use crate::data::map::Damage;
use crate::model::cell::Cell;
use crate::model::operation::Operation;
use crate::model::place::{Place, Row};
use crate::model::story::maps::View;
use crate::theme::Theme;
use crate::view::layout::Size;
use crate::view::rows;

/// How many tags a map of the world has, and how many one of a part of it.
const TAGS: (usize, usize) = (8, 14);

/// A drawn map.
pub(in crate::view) struct Still<'a> {
    /// The picture, from the upper left corner on.
    pub(in crate::view) picture: Buffer,
    /// The rows of its part of the world that have no tag.
    pub(in crate::view) untold: Vec<&'a Row>,
}

/// Draws a view of an operation; `voice` is the size of its numbers.
pub(in crate::view) fn draw<'a>(
    operation: &'a Operation,
    view: View,
    (area, window, voice, mosaic): (Rect, Size, u16, Mosaic),
    theme: &Theme,
) -> Result<Still<'a>, Damage> {
    let camera = camera::of_view(operation, view, (area.width, area.height), window);
    let scene = Scene::still(operation, view.family(operation), (camera, mosaic), area)?;
    let mut buffer = Buffer::empty(area);
    picture::draw(&scene, theme, &mut buffer);
    let (placed, untold) = tagged(&scene, view, voice);
    placed.draw(&scene, theme, &mut buffer);
    Ok(Still { picture: buffer, untold })
}

/// The tags of a view that find room, and the rows that have none.
fn tagged<'a>(scene: &Scene<'a>, view: View, voice: u16) -> (Tags, Vec<&'a Row>) {
    let marks = scene.markers();
    let told: Vec<&'a Row> = view.rows(scene.operation);
    let tags: Vec<(&'a Row, Option<Tag>)> =
        told.iter().map(|row| (*row, tag(scene, &marks, row))).collect();
    let spots: Vec<(u16, u16)> =
        tags.iter().filter_map(|(_, tag)| Some(tag.as_ref()?.spot)).collect();
    // On a small map of the world few tags are large, or they would hide it.
    let (most, large) = match (view.region, voice) {
        (Some(_), _) => (TAGS.1, TAGS.1),
        (None, 1) => (TAGS.0, 2),
        (None, _) => (TAGS.0, TAGS.0),
    };
    let (mut placed, mut untold, mut count) = (Tags::new(scene), Vec::new(), 0);
    let sizes = [Some((voice, voice.saturating_sub(2))), Some((1, 0)), None];
    for (row, tag) in tags {
        let tag = tag.filter(|_| count < most);
        let sizes = if count < large { &sizes[..] } else { &[None] };
        if tag.is_some_and(|tag| placed.add(scene, &spots, tag, sizes)) {
            count += 1;
        } else {
            untold.push(row);
        }
    }
    (placed, untold)
}

/// The tag of a country that is in sight; what several have together is no tag of one.
fn tag(scene: &Scene, marks: &[Mark], row: &Row) -> Option<Tag> {
    let Place::Country(country) = row.place else { return None };
    // That there is more in the detail is said by the slide of the place.
    let cell = Cell { more: false, ..scene.tones.cell(row) };
    let lead = cell.lead.map(|_| rows::cell_words(cell, true, u16::MAX));
    let (number, noun) = lead.unwrap_or_default();
    let mark = marks.iter().find(|mark| scene.row(mark.row) == Some(row)).map(|mark| mark.at);
    let spot = mark.or_else(|| scene.spot(country))?;
    Some(Tag { spot, marked: mark.is_some(), name: row.name().into_owned(), number, noun })
}

/// What the colours of such a map mean, each with its sign.
pub(in crate::view) fn keys(
    operation: &Operation,
    view: View,
    theme: &Theme,
) -> Vec<(char, ratatui::style::Style, String)> {
    let tones = crate::model::map::tones::Tones::of(operation.rows.iter(), view.family(operation));
    legend::keys(&tones, legend::in_full, crate::report::mapped::UNRANKED_SHORT)
        .into_iter()
        .chain([(Look::Land(2), crate::report::mapped::GROUND.to_owned())])
        .map(|(look, words)| {
            (picture::swatch(look, theme), picture::style(look, &theme.map, theme), words)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;
    use crate::model::country::Region;

    #[test]
    fn no_tag_hides_a_part_of_the_line_of_another() {
        let library = Library::bundled();
        let regions = [Region::Africa, Region::Americas, Region::Asia, Region::Europe];
        let views = regions.map(|region| View { region: Some(region), family: None });
        let sizes = [(74, 17, 1, Size::Narrow), (112, 34, 2, Size::Wide), (190, 52, 3, Size::Huge)];
        let mut tags = 0;
        for place in 0..library.len() {
            let operation = library.open(place).unwrap();
            for view in std::iter::once(View::default()).chain(views) {
                for (width, height, voice, window) in sizes {
                    let area = Rect::new(0, 0, width, height);
                    let camera = camera::of_view(&operation, view, (width, height), window);
                    let family = view.family(&operation);
                    let seen = (camera, Mosaic::default());
                    let scene = Scene::still(&operation, family, seen, area).unwrap();
                    let (placed, untold) = tagged(&scene, view, voice);
                    tags += view.rows(&operation).len() - untold.len();
                    let hidden = placed.hidden();
                    assert!(hidden.is_empty(), "{} {view:?} {width}: {hidden:?}", operation.id);
                }
            }
        }
        assert!(tags > 200, "{tags}");
    }
}
