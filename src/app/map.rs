//! The map: what it counts, from where it is seen, and going from country to country on it.
//!
//! Knows where countries lie, and keeps what a camera saw of them until size or camera change. Must
//! not draw.

use std::sync::Arc;

use super::App;
use super::focus::Screen;
use crate::data::map;
use crate::model::map::Point;
use crate::model::map::tones::FAMILIES;
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::story::maps::View;
use crate::view::map::camera;
use crate::view::map::raster::{Grid, Mosaic};

/// How near the map can be looked at; 0 is the whole world.
const NEAREST: u8 = 3;

/// The state of the map.
#[derive(Clone, Debug)]
pub struct Chart {
    family: Family,
    /// Whether the family was asked for, and so is kept where another operation is shown.
    asked: bool,
    zoom: u8,
    middle: Point,
    mosaic: Mosaic,
    grid: Option<Arc<Grid>>,
}

impl Chart {
    /// A map of an operation, of what there are numbers of.
    pub(super) fn of(operation: &Operation) -> Self {
        let middle = Point { lon: 2_000, lat: 2_000 };
        let (family, mosaic) = (Family::Arrests, Mosaic::default());
        let mut chart = Self { family, asked: false, zoom: 0, middle, mosaic, grid: None };
        chart.show(operation);
        chart
    }

    /// Counts another family of measures.
    pub(super) const fn count(&mut self, family: Family) {
        (self.family, self.asked) = (family, true);
    }

    /// Counts what there are numbers of in another operation, unless something was asked for.
    pub(super) fn show(&mut self, operation: &Operation) {
        if !self.asked {
            self.family = View::default().family(operation);
        }
    }

    /// The family of measures whose numbers are shown.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// How near it is looked at; 0 is the whole world.
    #[must_use]
    pub const fn zoom(&self) -> u8 {
        self.zoom
    }

    /// What is in the middle when it is looked at from near.
    #[must_use]
    pub const fn middle(&self) -> Point {
        self.middle
    }

    /// How finely its cells are divided.
    #[must_use]
    pub const fn mosaic(&self) -> Mosaic {
        self.mosaic
    }

    /// What was seen of the shapes, if that was asked for already.
    #[must_use]
    pub const fn grid(&self) -> Option<&Arc<Grid>> {
        self.grid.as_ref()
    }
}

/// A way to go on the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the four are named")]
pub enum Heading {
    North,
    South,
    West,
    East,
}

/// What is done to the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Show the next family of measures.
    Family,
    /// Look nearer, or from farther away if negative.
    Zoom(i8),
    /// Show the whole world.
    World,
    /// Go to the nearest country that is named, in a direction.
    Go(Heading),
}

impl App {
    /// The state of the map.
    #[must_use]
    pub const fn chart(&self) -> &Chart {
        &self.chart
    }

    /// The same board, with maps of a mosaic.
    #[must_use]
    pub fn with_mosaic(mut self, mosaic: Mosaic) -> Self {
        self.chart.mosaic = mosaic;
        self
    }

    pub(super) fn ask_map(&mut self, ask: Ask) {
        match ask {
            Ask::Family => {
                let here = FAMILIES.iter().position(|family| *family == self.chart.family);
                let next = here.map_or(0, |here| (here + 1) % FAMILIES.len());
                self.chart.count(FAMILIES.get(next).copied().unwrap_or(Family::Arrests));
                self.notice = Some(format!("the map shows {}", self.chart.family.heading()));
            }
            Ask::Zoom(step) => {
                let zoom = self.chart.zoom.saturating_add_signed(step).min(NEAREST);
                if let Some(point) = self.place_of(self.places.selected).filter(|_| zoom > 0) {
                    self.chart.middle = point;
                }
                self.chart.zoom = zoom;
            }
            Ask::World => self.chart.zoom = 0,
            Ask::Go(heading) => self.go_on_map(heading),
        }
    }

    /// Looks at what a map of a story shows.
    pub(super) fn look_at(&mut self, view: View) {
        self.chart.family = view.family(&self.operation);
        let round = view.region.and_then(|_| camera::round(&self.operation, view));
        let Some([west, east, south, north]) = round else { return self.chart.zoom = 0 };
        let (lon, lat) = (i32::midpoint(west, east), i32::midpoint(south, north));
        self.chart.zoom = camera::step_for(west, east, lat);
        self.chart.middle = Point { lon, lat };
    }

    /// Where a row is on the map: its country, or the first of several.
    #[must_use]
    pub fn place_of(&self, row: usize) -> Option<Point> {
        self.row(row)?.place.countries().first().copied().map(Point::of_label)
    }

    /// Selects the row whose country is nearest in a direction.
    fn go_on_map(&mut self, heading: Heading) {
        let here = self.place_of(self.places.selected).unwrap_or(self.chart.middle);
        let sight = camera::sight(self);
        let (x, y) = sight.place(here);
        let away = |row: usize| {
            let (right, down) = sight.place(self.place_of(row)?);
            // A quarter of a cell is twice as high as wide.
            let (right, down) = (right - x, (down - y) * 2.0);
            let (along, beside) = match heading {
                Heading::North => (-down, right),
                Heading::South => (down, right),
                Heading::West => (-right, down),
                Heading::East => (right, down),
            };
            let ahead = along > 0.01 && beside.abs() <= along * 2.0;
            ahead.then_some(along + beside.abs() * 2.0)
        };
        let rows = (0..self.len()).filter(|row| *row != self.places.selected);
        let nearest = rows
            .filter_map(|row| Some((row, away(row)?)))
            .min_by(|(_, one), (_, other)| one.total_cmp(other));
        match nearest {
            Some((row, _)) => self.select(row),
            None => self.notice = Some("no country is named beyond".to_owned()),
        }
    }

    /// Sees to it that what is selected is in sight, and that it has been looked at.
    pub(super) fn keep_map_in_view(&mut self) {
        if self.screen != Screen::Map || self.unread {
            return;
        }
        if let Some(point) = self.place_of(self.places.selected)
            && self.chart.zoom > 0
            && !camera::sight(self).holds_well(point)
        {
            self.chart.middle = point;
        }
        let Some((camera, size)) = camera::of(self) else { return };
        let mosaic = self.chart.mosaic;
        if self.chart.grid.as_ref().is_some_and(|grid| grid.is_of(camera, size, mosaic)) {
            return;
        }
        let atlas = map::atlas().ok();
        self.chart.grid = atlas.map(|atlas| Arc::new(Grid::new(atlas, camera, size, mosaic)));
    }
}
