//! What a grid holds: every country in its place, and no bar across the world.

use super::*;
use crate::data::map;
use crate::model::country::Country;

const WORLD: Camera = Camera {
    projection: Projection::Miller,
    west: -13_000,
    east: 15_500,
    south: -5_500,
    north: 7_300,
};

#[test]
fn labels_of_large_countries_are_in_their_quarters() {
    let atlas = map::atlas().unwrap();
    for projection in [Projection::Miller, Projection::EqualEarth, Projection::Plain(20)] {
        let grid = Grid::new(atlas, Camera { projection, ..WORLD }, (120, 30), Mosaic::default());
        for code in ["BR", "DZ", "TR", "US", "RU", "CN", "AU", "CD", "FR", "IR", "MN"] {
            let country = Country::from_code(code).unwrap();
            let (column, row) = grid.sight.cell(Point::of_label(country)).unwrap();
            let cell = grid.cell(column, row);
            let there = cell.into_iter().flatten().any(|shape| {
                atlas.shapes.get(shape).and_then(|shape| shape.country) == Some(country)
            });
            assert!(there, "{projection:?} {code} {column} {row} {cell:?}");
        }
    }
}

#[test]
fn no_bar_goes_across_the_world() {
    let atlas = map::atlas().unwrap();
    for (west, east) in [(-13_000, 15_500), (-18_000, 18_000), (0, 36_000), (-36_000, 0)] {
        let grid = Grid::new(atlas, Camera { west, east, ..WORLD }, (180, 40), Mosaic::default());
        for row in 0..40 {
            let all = (0..180).flat_map(|column| grid.cell(column, row));
            let mut counts = vec![0; atlas.shapes.len()];
            all.flatten().for_each(|shape| counts[shape] += 1);
            // Russia is the widest: 170 degrees of 285 at the least.
            let most = counts.into_iter().max().unwrap_or(0);
            assert!(most < 180 * 4 * 17 / 28, "row {row}: {most}");
        }
    }
}

#[test]
fn what_is_counted_is_what_is_filled() {
    let atlas = map::atlas().unwrap();
    for mosaic in [Mosaic::Quadrants, Mosaic::Octants] {
        let grid = Grid::new(atlas, WORLD, (90, 24), mosaic);
        let counted: u32 = grid.counts.iter().sum();
        let filled = grid.parts.iter().filter(|part| **part > 0).count();
        // The patch and what it covers are both counted; rings of one country never overlap.
        assert!(usize::try_from(counted).unwrap().abs_diff(filled) < 4, "{counted} {filled}");
    }
}

#[test]
fn a_finer_mosaic_shows_the_same_world() {
    let atlas = map::atlas().unwrap();
    let coarse = Grid::new(atlas, WORLD, (120, 30), Mosaic::Quadrants);
    let fine = Grid::new(atlas, WORLD, (120, 30), Mosaic::Octants);
    assert_eq!(fine.parts.len(), coarse.parts.len() * 2);
    let cells = || (0..30).flat_map(|row| (0..120).map(move |column| (column, row)));
    let same = cells().filter(|(x, y)| coarse.cell(*x, *y) == fine.cell(*x, *y)).count();
    assert!(same > 3_000, "{same} of 3,600");
    let finer = cells().filter(|(x, y)| {
        let parts = fine.eighths(*x, *y);
        parts[..2] != parts[2..4] || parts[4..6] != parts[6..]
    });
    assert!(finer.count() > 200, "a coast lies between the rows of quarters");
    for shape in 0..atlas.shapes.len() {
        let (one, other) = (coarse.count(shape), fine.count(shape));
        assert!(one.abs_diff(other) <= 8 + one / 5, "{shape}: {one} {other}");
    }
}
