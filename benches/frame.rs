//! How long a frame takes after a move, from the state of the board to cells.

mod support;

use divan::Bencher;
use liberterra::data::map;
use liberterra::theme::{Choice, Depth, Theme};
use liberterra::view;
use liberterra::view::map::camera;
use liberterra::view::map::raster::{Grid, Mosaic};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::{Data, press};
use terminput::KeyCode::{self, Char, Down, Up};

fn main() {
    divan::main();
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (400, 120)];
const MAPS: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

#[divan::bench(args = SIZES)]
fn overview(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    frames(bencher, Data::Bundled, Char('1'), size);
}

#[divan::bench(args = SIZES)]
fn countries(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    frames(bencher, Data::Bundled, Char('2'), size);
}

/// What the map needs on every move of the selection.
#[divan::bench(args = MAPS)]
fn map(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    frames(bencher, Data::Bundled, Char('3'), size);
}

/// What it needs once for a size and a view: from shapes to quarters of cells.
#[divan::bench(args = MAPS)]
fn shapes_of_the_map(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let mut app = Data::Bundled.board(size.0, size.1);
    press(&mut app, &[Char('3')]);
    let Some(((camera, size), atlas)) = camera::of(&app).zip(map::atlas().ok()) else { return };
    bencher.bench_local(|| Grid::new(atlas, camera, size, Mosaic::Quadrants));
}

/// The same for the finer mosaic.
#[divan::bench(args = MAPS)]
fn shapes_of_the_finer_map(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let mut app = Data::Bundled.board(size.0, size.1);
    press(&mut app, &[Char('3')]);
    let Some(((camera, size), atlas)) = camera::of(&app).zip(map::atlas().ok()) else { return };
    bencher.bench_local(|| Grid::new(atlas, camera, size, Mosaic::Octants));
}

#[divan::bench(args = SIZES)]
fn sources(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    frames(bencher, Data::Bundled, Char('5'), size);
}

#[divan::bench(args = SIZES)]
fn overview_of_a_large_file(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    frames(bencher, Data::Large, Char('1'), size);
}

/// Moves down and up again, and draws after each.
fn frames(bencher: Bencher<'_, '_>, data: Data, screen: KeyCode, (columns, rows): (u16, u16)) {
    let mut app = data.board(columns, rows);
    press(&mut app, &[screen]);
    let theme = Theme::resolve(Choice::Dark, None, Depth::True);
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    let mut ways = [Down, Up].into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut app, &ways.next().map_or([Down], |key| [key]));
        buffer.reset();
        view::draw(&app, &theme, area, &mut buffer);
    });
}
