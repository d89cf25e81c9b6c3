//! What is to be drawn: for each shape what it says, for each row where it is.
//!
//! Knows the rows of the board, classes and the grid. Must not know colours.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::camera;
use super::raster::{Camera, Grid, Mosaic};
use crate::app::App;
use crate::data::map::{self, Damage};
use crate::model::country::Country;
use crate::model::map::tones::{self, Tone, Tones};
use crate::model::map::{Atlas, Point};
use crate::model::measure::Family;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::theme::map::SHADES;
use crate::view::layout::{self, Size};

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

impl From<Tone> for Look {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Named => Self::Named,
            Tone::Class(class) => Self::Class(class),
        }
    }
}

/// The mark of a country too small to be seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Its row.
    pub(super) row: usize,
    /// Its cell, or the first of two.
    pub(super) at: (u16, u16),
    /// The code of the country, where it has two cells.
    pub(super) code: Option<&'static str>,
}

impl Mark {
    /// Whether it stands in a cell.
    pub(super) fn holds(&self, spot: (u16, u16)) -> bool {
        let (column, line) = self.at;
        spot == (column, line) || (self.code.is_some() && spot == (column + 1, line))
    }
}

/// What is to be drawn on a picture.
pub(in crate::view) struct Scene<'a> {
    pub(super) operation: &'a Operation,
    /// The rows, in the order on screen; none where something else stands.
    list: Vec<Option<&'a Row>>,
    pub(super) selected: Option<usize>,
    pub(super) filtered: bool,
    /// Whether marks are codes where there is room for them.
    pub(super) coded: bool,
    pub(super) area: Rect,
    pub(super) tones: Tones,
    pub(super) grid: Option<Arc<Grid>>,
    atlas: Option<&'a Atlas>,
    looks: Vec<Look>,
    /// Rows by their countries, in the order on screen.
    rows: BTreeMap<Country, usize>,
}

impl<'a> Scene<'a> {
    /// What the board shows in a part of its window.
    pub(super) fn new(app: &'a App, area: Rect) -> Result<Self, Damage> {
        let atlas = map::atlas()?;
        let mut scene = Self::without_map(app);
        scene.area = area;
        scene.coded = Size::of(layout::window(app)) > Some(Size::Narrow);
        scene.grid = camera::of(app).map(|(camera, _)| {
            let (size, mosaic) = ((area.width, area.height), app.chart().mosaic());
            let kept = app.chart().grid().filter(|grid| grid.is_of(camera, size, mosaic));
            kept.map_or_else(|| Arc::new(Grid::new(atlas, camera, size, mosaic)), Arc::clone)
        });
        scene.look_at(atlas);
        Ok(scene)
    }

    /// All that an operation reports, as a camera sees it, with nothing selected.
    pub(in crate::view) fn still(
        operation: &'a Operation,
        family: Family,
        (camera, mosaic): (Camera, Mosaic),
        area: Rect,
    ) -> Result<Self, Damage> {
        let atlas = map::atlas()?;
        let list = operation.rows.iter().map(Some).collect();
        let mut scene = Self::of(operation, list, family);
        scene.area = area;
        scene.grid = Some(Arc::new(Grid::new(atlas, camera, (area.width, area.height), mosaic)));
        scene.look_at(atlas);
        Ok(scene)
    }

    /// The classes and the rows alone.
    pub(super) fn without_map(app: &'a App) -> Self {
        let list = (0..app.len()).map(|at| app.row(at)).collect();
        let scene = Self::of(app.operation(), list, app.chart().family());
        Self { selected: Some(app.selected()), filtered: app.is_filtered(), ..scene }
    }

    fn of(operation: &'a Operation, list: Vec<Option<&'a Row>>, family: Family) -> Self {
        let rows = list.iter().enumerate().filter_map(|(at, row)| Some((at, (*row)?)));
        let tones = Tones::of(rows.clone().map(|(_, row)| row), family);
        let rows = tones::by_country(&rows);
        Self {
            operation,
            list,
            selected: None,
            filtered: false,
            coded: false,
            area: Rect::ZERO,
            tones,
            grid: None,
            atlas: None,
            looks: Vec::new(),
            rows,
        }
    }

    /// Says of every shape how it is drawn.
    fn look_at(&mut self, atlas: &'a Atlas) {
        let hidden = |country: Country| {
            let named = |row: &Row| row.place.countries().contains(&country);
            self.filtered && self.operation.rows.iter().any(named)
        };
        let look = |country: Option<Country>, shade: u8| {
            let row = country.and_then(|country| self.rows.get(&country));
            match (row.and_then(|row| self.row(*row)), country) {
                (Some(row), _) => self.look_of(row),
                (None, Some(country)) if hidden(country) => Look::Hidden,
                _ => Look::Land(usize::from(shade) % SHADES),
            }
        };
        let looks = atlas.shapes.iter().map(|shape| look(shape.country, shape.shade));
        self.looks = looks.collect();
        self.atlas = Some(atlas);
    }

    /// The row at a place on screen.
    pub(super) fn row(&self, at: usize) -> Option<&'a Row> {
        self.list.get(at).copied().flatten()
    }

    /// The rows on screen.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.list.iter().copied().flatten()
    }

    /// The selected row.
    pub(super) fn selected_row(&self) -> Option<&'a Row> {
        self.row(self.selected?)
    }

    /// How the countries of a row are drawn.
    pub(super) fn look_of(&self, row: &Row) -> Look {
        self.tones.of_row(row).into()
    }

    /// How the four quarters of a cell are drawn.
    pub(super) fn quarters(&self, column: u16, row: u16) -> [Look; 4] {
        let shapes = self.grid.as_ref().map_or([None; 4], |grid| grid.cell(column, row));
        shapes.map(|shape| self.look_at_shape(shape))
    }

    /// How the eight parts of a cell are drawn, where cells have as many.
    pub(super) fn eighths(&self, column: u16, row: u16) -> Option<[Look; 8]> {
        let grid = self.grid.as_ref().filter(|grid| grid.mosaic() == Mosaic::Octants)?;
        Some(grid.eighths(column, row).map(|shape| self.look_at_shape(shape)))
    }

    fn look_at_shape(&self, shape: Option<usize>) -> Look {
        shape.and_then(|shape| self.looks.get(shape).copied()).unwrap_or(Look::Sea)
    }

    /// How many quarters a country has in sight.
    fn count(&self, country: Country) -> u32 {
        let (Some(atlas), Some(grid)) = (self.atlas, &self.grid) else { return 0 };
        let shapes = atlas.shapes.iter().enumerate();
        let own = shapes.filter(|(_, shape)| shape.country == Some(country));
        own.map(|(at, _)| grid.count(at)).sum()
    }

    /// The marks of the countries that have to be marked. Where two would be in one cell the later
    /// one stands beside it; where there is room for it, a mark is the country's code.
    pub(super) fn markers(&self) -> Vec<Mark> {
        let small = |(country, row): (&Country, &usize)| {
            let wanted = self.count(*country) < SEEN && self.spot(*country).is_some();
            wanted.then_some((*row, *country))
        };
        let mut wanted: Vec<(usize, Country)> = self.rows.iter().filter_map(small).collect();
        wanted.sort_unstable();
        let mut markers: Vec<Mark> = Vec::new();
        for (row, country) in wanted {
            let taken = |spot: (u16, u16)| markers.iter().any(|mark| mark.holds(spot));
            let around = self.around(country);
            // Not on another country that is named, where there is a choice.
            let good = |spot: (u16, u16)| !taken(spot) && self.is_good(country, spot);
            let next = |(column, line): (u16, u16)| (column + 1, line);
            let broad = |spot: &&(u16, u16)| {
                next(**spot).0 < self.area.width && good(**spot) && good(next(**spot))
            };
            let code = around.iter().find(broad).filter(|_| self.coded);
            let dot = || around.iter().find(|spot| good(**spot));
            let last = || around.iter().find(|spot| !taken(**spot));
            let at = code.or_else(dot).or_else(last).copied();
            let code = code.map(|_| country.code());
            markers.extend(at.map(|at| Mark { row, at, code }));
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
        let markers = self.markers();
        if let Some(mark) = markers.iter().rev().find(|mark| mark.holds((column, row))) {
            return Some(mark.row);
        }
        let shapes = self.grid.as_ref()?.cell(column, row).into_iter().flatten();
        let country = |shape: usize| self.atlas?.shapes.get(shape)?.country;
        let rows = shapes.filter_map(|shape| self.rows.get(&country(shape)?).copied());
        let rows: Vec<usize> = rows.collect();
        rows.iter().copied().max_by_key(|row| rows.iter().filter(|other| *other == row).count())
    }
}
