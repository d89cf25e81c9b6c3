//! Which part of the globe the map shows: all of it that matters, or what is round a place.
//!
//! Knows the size of the picture and which countries are named. Changes nothing.

use super::projection::{Projection, whole};
use super::raster::{Camera, Sight};
use crate::app::App;
use crate::model::map::{Point, ROUND};
use crate::view::layout::{self, Size};

/// How many degrees of the equator are seen across, at each step nearer.
const ACROSS: [f64; 3] = [110.0, 50.0, 24.0];

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
    let [mut west, mut east, mut south, mut north] = WORLD;
    let (from, to) = (west, east);
    for point in app.operation().rows.iter().flat_map(|row| row.place.countries()) {
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
    let projection = match Size::of(layout::window(app)) {
        Some(Size::Huge) => Projection::EqualEarth,
        _ => Projection::Miller,
    };
    Camera { projection, west, east, south, north }
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
