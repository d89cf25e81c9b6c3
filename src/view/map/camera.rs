//! Which part of the globe the map shows: all of it that matters, what is round a place, or what is
//! named in a part of the world.
//!
//! Knows the size of the picture and which countries are named. Changes nothing.

use super::raster::{Camera, Sight};
use crate::app::App;
use crate::data::map;
use crate::model::map::projection::{Projection, whole};
use crate::model::map::{Point, ROUND};
use crate::model::operation::Operation;
use crate::model::story::maps::View;
use crate::view::layout::{self, Size};

/// How many degrees of the equator are seen across, at each step nearer.
const ACROSS: [f64; 3] = [110.0, 50.0, 24.0];

/// How far a country may reach from its label on a map of its part of the world, in hundredths of
/// a degree.
const BROAD: i32 = 2_200;

/// The part of the world where people live, without most of the Pacific: west, east, south, north.
const WORLD: [i32; 4] = [-12_700, 15_400, -5_500, 7_200];

/// The camera, and the columns and rows that it fills; nothing if there is no room for it.
#[must_use]
pub fn of(app: &App) -> Option<(Camera, (u16, u16))> {
    let picture = layout::map(app, layout::window(app)).picture;
    let size = (picture.width, picture.height);
    (!picture.is_empty()).then(|| (near(app, size).unwrap_or_else(|| world(app)), size))
}

/// What the camera sees, in the picture as it is.
#[must_use]
pub fn sight(app: &App) -> Sight {
    let (camera, size) = of(app).unwrap_or_else(|| (world(app), (1, 1)));
    Sight::new(camera, size)
}

/// The whole world, wide enough for every country that is named.
#[must_use]
pub fn world(app: &App) -> Camera {
    whole_world(app.operation(), Size::of(layout::window(app)))
}

/// The whole world for a window of some size.
fn whole_world(operation: &Operation, size: Option<Size>) -> Camera {
    let [mut west, mut east, mut south, mut north] = WORLD;
    let (from, to) = (west, east);
    for point in operation.rows.iter().flat_map(|row| row.place.countries()) {
        let Point { lon, lat } = Point::of_label(*point);
        // Half a country behind the label, and room for its name.
        let lon = if (from..=to).contains(&lon) || lon > 0 { lon } else { lon + ROUND };
        if lon > to {
            east = east.max(lon + 800).min(from + ROUND);
        }
        south = south.min(lat - 300).max(-8_000);
        north = north.max(lat + 300).min(8_300);
    }
    if east > to {
        west = east - ROUND.min(east - from);
    }
    let projection = match size {
        Some(Size::Huge) => Projection::EqualEarth,
        _ => Projection::Miller,
    };
    Camera { projection, west, east, south, north }
}

/// What a map of a story shows of the world, on a part of a window.
#[must_use]
pub fn of_view(operation: &Operation, view: View, size: (u16, u16), window: Size) -> Camera {
    let round = view.region.and_then(|_| round(operation, view));
    match round {
        Some(sides) => fitted(sides, size),
        None => whole_world(operation, Some(window)),
    }
}

/// West, east, south and north of the countries that are named in a part of the world: of each the
/// land round its label, with some air.
#[must_use]
pub fn round(operation: &Operation, view: View) -> Option<[i32; 4]> {
    let atlas = map::atlas().ok();
    let rows = view.rows(operation);
    let countries = rows.iter().flat_map(|row| row.place.countries());
    let mut all: Option<[i32; 4]> = None;
    for country in countries.filter(|country| view.holds(**country)) {
        let label = Point::of_label(*country);
        let mut sides = atlas.and_then(|atlas| atlas.land(*country)).unwrap_or([
            label.lon - 100,
            label.lon + 100,
            label.lat - 100,
            label.lat + 100,
        ]);
        let [west, east, ..] = &mut sides;
        // A country that goes half round the globe would leave no room for the others.
        *west = (*west).max(label.lon - BROAD);
        *east = (*east).min(label.lon + BROAD);
        let known = all.unwrap_or(sides);
        let turn = match known[0] - sides[0] {
            far if far > ROUND / 2 => ROUND,
            far if far < -ROUND / 2 => -ROUND,
            _ => 0,
        };
        all = Some([
            known[0].min(sides[0] + turn),
            known[1].max(sides[1] + turn),
            known[2].min(sides[2]),
            known[3].max(sides[3]),
        ]);
    }
    let [west, east, south, north] = all?;
    let air = |from: i32, to: i32, least: i32| ((to - from) / 8).max((least - (to - from)) / 2);
    let (beside, above) = (air(west, east, 2_400).max(300), air(south, north, 1_200).max(200));
    Some([west - beside, east + beside, south - above, north + above])
}

/// A camera that has these sides in sight, and no more than fills a part of a window.
fn fitted([west, east, south, north]: [i32; 4], (columns, rows): (u16, u16)) -> Camera {
    let (lon, lat) = (i32::midpoint(west, east), i32::midpoint(south, north));
    let middle = i8::try_from(lat / 100).unwrap_or(0).clamp(-70, 70);
    let projection = Projection::Plain(middle);
    let narrow = projection.row(0.0).1;
    let (columns, rows) = (f64::from(columns.max(1)), f64::from(rows.max(1)) * 2.0);
    let across = f64::from(east - west) * narrow;
    let across = across.max(f64::from(north - south) * columns / rows).min(f64::from(ROUND));
    let beside = whole(across / narrow / 2.0).clamp(1, ROUND / 2 - 1);
    let above = whole(across * rows / columns / 2.0).max(1);
    Camera {
        projection,
        west: lon - beside,
        east: lon + beside,
        south: lat - above,
        north: lat + above,
    }
}

/// The step nearer at which so many hundredths of a degree are seen across.
#[must_use]
pub fn step_for(west: i32, east: i32, middle: i32) -> u8 {
    let narrow = Projection::Plain(i8::try_from(middle / 100).unwrap_or(0)).row(0.0).1;
    let across = f64::from(east - west) / 100.0 * narrow;
    let near = ACROSS.iter().take_while(|degrees| **degrees >= across).count();
    u8::try_from(near).unwrap_or(0)
}

/// What is round a place, if it is looked at from near.
fn near(app: &App, (columns, rows): (u16, u16)) -> Option<Camera> {
    let across = ACROSS.get(usize::from(app.chart().zoom()).checked_sub(1)?)?;
    let Point { lon, lat } = app.chart().middle();
    let middle = i8::try_from(lat / 100).unwrap_or(0).clamp(-80, 80);
    let projection = Projection::Plain(middle);
    let wide = across / projection.row(0.0).1;
    let high = across * f64::from(rows) * 2.0 / f64::from(columns);
    let half = |degrees: f64| whole(degrees * 50.0).clamp(1, ROUND / 2 - 1);
    let up = half(high);
    Some(Camera {
        projection,
        west: lon - half(wide),
        east: lon + half(wide),
        south: lat - up,
        north: lat + up,
    })
}
