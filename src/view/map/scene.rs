//! What is to be drawn: for each shape what it says, for each row where it is.
//!
//! Knows the rows of the board, classes and the grid. Must not know colours.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::camera;
use super::raster::Grid;
use crate::app::App;
use crate::data::map::{self, Damage};
use crate::model::cell::Cell;
use crate::model::classes::Classes;
use crate::model::country::Country;
use crate::model::map::{Atlas, Point};
use crate::model::place::{Place, Row};
use crate::theme::map::{CLASSES, SHADES};

/// A country with fewer quarters of a cell than this is marked, or it would not be seen.
const SEEN: u32 = 6;

/// What a quarter of a cell says, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Look {
    /// The sea.
    Sea,
    /// A country of which nothing is reported, in a shade.
    Land(usize),
    /// A country that the filter hides.
    Hidden,
    /// A country that is named without a number.
    Named,
    /// A country with a number of a class.
    Class(usize),
}

/// What is to be drawn on a picture.
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    pub(super) area: Rect,
    pub(super) classes: Classes,
    pub(super) grid: Option<Arc<Grid>>,
    atlas: Option<&'a Atlas>,
    looks: Vec<Look>,
    /// Rows by their countries, in the order on screen.
    rows: BTreeMap<Country, usize>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(app: &'a App, area: Rect) -> Result<Self, Damage> {
        let atlas = map::atlas()?;
        let mut scene = Self::without_map(app);
        scene.area = area;
        scene.grid = camera::of(app).map(|(camera, _)| {
            let size = (area.width, area.height);
            let kept = app.chart().grid().filter(|grid| grid.is_of(camera, size));
            kept.map_or_else(|| Arc::new(Grid::new(atlas, camera, size)), Arc::clone)
        });
        let hidden = |country: Country| {
            app.is_filtered()
                && app.operation().rows.iter().any(|row| row.place.countries().contains(&country))
        };
        let look = |country: Option<Country>, shade: u8| match country {
            Some(country) if scene.rows.contains_key(&country) => scene
                .rows
                .get(&country)
                .and_then(|row| app.row(*row))
                .map_or(Look::Named, |row| scene.look_of(row)),
            Some(country) if hidden(country) => Look::Hidden,
            _ => Look::Land(usize::from(shade) % SHADES),
        };
        let looks = atlas.shapes.iter().map(|shape| look(shape.country, shape.shade));
        scene.looks = looks.collect();
        scene.atlas = Some(atlas);
        Ok(scene)
    }

    /// The classes and the rows alone.
    pub(super) fn without_map(app: &'a App) -> Self {
        let family = app.chart().family();
        let rows = || (0..app.len()).filter_map(|at| app.row(at).map(|row| (at, row)));
        let single = |row: &Row| matches!(row.place, Place::Country(_));
        let numbers =
            rows().filter(|(_, row)| single(row)).filter_map(|(_, row)| row.cell(family).drawn());
        let classes = Classes::of(numbers, CLASSES);
        let mut by_country = BTreeMap::new();
        // A country's own row goes before one that it shares.
        for wanted in [true, false] {
            for (at, row) in rows().filter(|(_, row)| single(row) == wanted) {
                for country in row.place.countries() {
                    by_country.entry(*country).or_insert(at);
                }
            }
        }
        Self {
            app,
            area: Rect::ZERO,
            classes,
            grid: None,
            atlas: None,
            looks: Vec::new(),
            rows: by_country,
        }
    }

    /// What a row shows for the family of the map.
    pub(super) fn cell_of(&self, row: &Row) -> Cell {
        row.cell(self.app.chart().family())
    }

    /// How the countries of a row are drawn. What several have together is no number of any.
    pub(super) fn look_of(&self, row: &Row) -> Look {
        let number = match row.place {
            Place::Country(_) => self.cell_of(row).drawn(),
            Place::Several(_) | Place::Region(_) => None,
        };
        let class = number.and_then(|number| self.classes.class(number));
        class.map_or(Look::Named, |class| Look::Class(self.classes.rank(class, CLASSES)))
    }

    /// How the four quarters of a cell are drawn.
    pub(super) fn quarters(&self, column: u16, row: u16) -> [Look; 4] {
        let shapes = self.grid.as_ref().map_or([None; 4], |grid| grid.cell(column, row));
        shapes.map(|shape| {
            shape.and_then(|shape| self.looks.get(shape).copied()).unwrap_or(Look::Sea)
        })
    }

    /// How many quarters a country has in sight.
    fn count(&self, country: Country) -> u32 {
        let (Some(atlas), Some(grid)) = (self.atlas, &self.grid) else { return 0 };
        let shapes = atlas.shapes.iter().enumerate();
        let own = shapes.filter(|(_, shape)| shape.country == Some(country));
        own.map(|(at, _)| grid.count(at)).sum()
    }

    /// The countries that have to be marked, each with its row and its cell. Where two would be in
    /// one cell the later one stands beside it.
    pub(super) fn markers(&self) -> Vec<(usize, (u16, u16))> {
        let small = |(country, row): (&Country, &usize)| {
            let wanted = self.count(*country) < SEEN && self.spot(*country).is_some();
            wanted.then_some((*row, *country))
        };
        let mut wanted: Vec<(usize, Country)> = self.rows.iter().filter_map(small).collect();
        wanted.sort_unstable();
        let mut markers: Vec<(usize, (u16, u16))> = Vec::new();
        for (row, country) in wanted {
            let taken = |spot: &(u16, u16)| markers.iter().any(|(_, other)| other == spot);
            let free: Vec<(u16, u16)> =
                self.around(country).into_iter().filter(|spot| !taken(spot)).collect();
            // Not on another country that is named, where there is a choice.
            let good = free.iter().find(|spot| self.is_good(country, **spot));
            let free = good.or(free.first()).copied();
            markers.extend(free.map(|spot| (row, spot)));
        }
        markers
    }

    /// Whether the mark of a country in a cell is not taken for one of another.
    fn is_good(&self, country: Country, (column, line): (u16, u16)) -> bool {
        let shapes = self.grid.as_ref().map_or([None; 4], |grid| grid.cell(column, line));
        let of = |shape: usize| self.atlas.and_then(|atlas| atlas.shapes.get(shape)?.country);
        let own = shapes.into_iter().flatten().any(|shape| of(shape) == Some(country));
        own || self.quarters(column, line).iter().all(|look| *look < Look::Named)
    }

    /// The cells at a country's label, the nearest first.
    fn around(&self, country: Country) -> Vec<(u16, u16)> {
        let (Some(grid), Some((column, line))) = (&self.grid, self.spot(country)) else {
            return Vec::new();
        };
        let (x, y) = grid.sight.place(Point::of_label(country));
        let near = |at: u16, most: u16| at.saturating_sub(2)..(at + 3).min(most);
        let mut cells: Vec<(u16, u16)> = near(line, self.area.height)
            .flat_map(|line| near(column, self.area.width).map(move |column| (column, line)))
            .collect();
        // A cell is two quarters wide and two high, which are twice as far.
        let far = |(column, line): &(u16, u16)| {
            let right = f64::from(*column) * 2.0 + 1.0 - x;
            let down = (f64::from(*line) * 2.0 + 1.0 - y) * 2.0;
            right * right + down * down
        };
        cells.sort_by(|one, other| far(one).total_cmp(&far(other)));
        cells
    }

    /// The cell of a country's label, if that is in sight.
    pub(super) fn spot(&self, country: Country) -> Option<(u16, u16)> {
        self.grid.as_ref()?.sight.cell(Point::of_label(country))
    }

    /// The row that a cell of the picture belongs to: that of a marker, or of most of the cell.
    pub(super) fn row_at(&self, column: u16, row: u16) -> Option<usize> {
        let at = |(_, spot): &&(usize, (u16, u16))| *spot == (column, row);
        let markers = self.markers();
        if let Some((row, _)) = markers.iter().rev().find(at) {
            return Some(*row);
        }
        let shapes = self.grid.as_ref()?.cell(column, row).into_iter().flatten();
        let country = |shape: usize| self.atlas?.shapes.get(shape)?.country;
        let rows = shapes.filter_map(|shape| self.rows.get(&country(shape)?).copied());
        let rows: Vec<usize> = rows.collect();
        rows.iter().copied().max_by_key(|row| rows.iter().filter(|other| *other == row).count())
    }

    /// How many rows are no country that has a place on the map.
    pub(super) fn beside(&self) -> usize {
        let rows = (0..self.app.len()).filter_map(|at| self.app.row(at));
        rows.filter(|row| row.place.countries().is_empty()).count()
    }
}
