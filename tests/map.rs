//! The map screen: what it says, what keys and clicks do on it, and that it holds at every size.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::{Action, Target};
use liberterra::app::focus::Screen;
use liberterra::app::present::Start;
use liberterra::data::Library;
use liberterra::model::measure::Family;
use liberterra::theme::Choice;
use liberterra::view::map::raster::Mosaic;
use liberterra::view::{hit, layout};
use proptest::prelude::*;
use support::type_keys;
use support::{board, click, drawn, drawn_in_ascii, lines, screen, steady, styles};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn map(columns: u16, rows: u16) -> App {
    let mut app = board(columns, rows);
    type_keys(&mut app, "3");
    app
}

fn name(app: &App) -> String {
    app.selected_row().map(|row| row.name().to_string()).unwrap_or_default()
}

#[test]
fn the_map_in_three_sizes() {
    for (columns, rows) in SIZES {
        let app = map(columns, rows);
        assert_snapshot!(format!("map-{columns}x{rows}"), screen(&app));
        for (theme, choice) in [("dark", Choice::Dark), ("light", Choice::Light)] {
            let buffer = drawn(&app, choice);
            assert_eq!(lines(&buffer).join("\n"), screen(&app), "a theme changes no text");
            assert_snapshot!(format!("map-{columns}x{rows}-{theme}"), styles(&buffer));
        }
        let mono = lines(&drawn(&app, Choice::Mono)).join("\n");
        assert_snapshot!(format!("map-{columns}x{rows}-mono"), mono);
        let ascii = lines(&drawn_in_ascii(&app)).join("\n");
        assert!(ascii.is_ascii());
        assert_snapshot!(format!("map-{columns}x{rows}-ascii"), ascii);
    }
}

#[test]
fn a_link_and_a_region_from_near() {
    let mut app = map(120, 40);
    type_keys(&mut app, "j j j + m m m");
    assert_snapshot!("map-near-120x40", screen(&app));
    assert_eq!(app.chart().family(), Family::Moved);
}

#[test]
fn a_finer_mosaic_where_it_is_asked_for() {
    let octants = |app: App| app.with_mosaic(Mosaic::Octants);
    let mut app = octants(board(120, 40));
    type_keys(&mut app, "3");
    let shown = screen(&app);
    let is_octant = |sign: char| ('\u{1cd00}'..='\u{1cde5}').contains(&sign);
    assert!(shown.contains(is_octant), "{shown}");
    assert_snapshot!("map-octants-120x40", shown);
    assert!(!screen(&map(120, 40)).contains(is_octant), "most fonts have none");
    assert!(drawn_in_ascii(&app).content().iter().all(|cell| cell.symbol().is_ascii()));
    let dense = |app: &App| lines(&drawn(app, Choice::Mono)).join("\n");
    assert!(!dense(&app).contains(is_octant), "without colours two of them would be one");
    let slides = octants(board(120, 40)).presenting(Start { step: 8, ..Start::default() });
    assert!(screen(&slides).contains(is_octant), "{}", screen(&slides));
}

#[test]
fn a_map_says_what_it_does_not_say() {
    for (columns, rows) in SIZES {
        let screen = screen(&map(columns, rows));
        for said in ["not named: no result published, not zero", "named, no", "endorsement"] {
            assert!(screen.contains(said), "{said}\n{screen}");
        }
        assert!(screen.contains("not the way taken"), "{screen}");
    }
    let mut app = map(120, 40);
    type_keys(&mut app, "/ tunisia Enter");
    assert!(screen(&app).contains("Tunisia → United Kingdom, attempted"), "{}", screen(&app));
    type_keys(&mut app, "Esc / montenegro Enter");
    assert!(screen(&app).contains("alleged"), "{}", screen(&app));
}

#[test]
fn arrows_go_to_the_nearest_country_that_way_and_letters_along_the_list() {
    let mut app = map(120, 40);
    assert_eq!(name(&app), "Türkiye");
    type_keys(&mut app, "Down");
    assert!(["Syria", "Iraq"].contains(&name(&app).as_str()), "{}", name(&app));
    type_keys(&mut app, "g Left");
    assert!(["North Macedonia", "Serbia", "Montenegro"].contains(&name(&app).as_str()));
    type_keys(&mut app, "g Right Right Right");
    assert_eq!(name(&app), "Philippines");
    type_keys(&mut app, "Right");
    assert_eq!(name(&app), "Philippines", "nobody is named beyond");
    assert!(screen(&app).contains("no country is named beyond"));
    type_keys(&mut app, "g j");
    assert_eq!(name(&app), "Iraq");
    type_keys(&mut app, "G k");
    assert_eq!(name(&app), "Syria");
}

#[test]
fn the_selection_is_that_of_the_board_and_enter_opens_the_detail() {
    let mut app = board(120, 40);
    type_keys(&mut app, "j j 3");
    assert!(screen(&app).contains("▸ ■ Serbia "));
    assert!(screen(&app).contains(" Serbia 12 "), "it is labelled on the map");
    type_keys(&mut app, "Enter");
    assert_eq!((app.screen(), name(&app).as_str()), (Screen::Countries, "Serbia"));
    type_keys(&mut app, "Esc");
    assert_eq!(app.screen(), Screen::Map);
}

#[test]
fn zooming_goes_to_what_is_selected_and_the_selection_stays_in_sight() {
    let mut app = map(120, 40);
    type_keys(&mut app, "+ + + + +");
    assert_eq!(app.chart().zoom(), 3);
    assert!(screen(&app).contains("Türkiye 94"));
    type_keys(&mut app, "/ brazil Enter");
    assert!(screen(&app).contains(" Brazil 1? "), "{}", screen(&app));
    type_keys(&mut app, "- -");
    assert_eq!(app.chart().zoom(), 1);
    type_keys(&mut app, "0");
    assert!(screen(&app).contains("the world"));
}

#[test]
fn a_link_of_which_no_country_is_in_sight_is_not_drawn() {
    let mut app = map(120, 40);
    assert!(screen(&app).contains(" Asia "));
    type_keys(&mut app, "/ brazil Enter + +");
    assert!(!screen(&app).contains(" Asia "), "{}", screen(&app));
}

#[test]
fn in_a_small_window_a_name_gives_way_to_its_own_number_alone() {
    let mut app = map(80, 24);
    type_keys(&mut app, "m");
    let screen = screen(&app);
    assert!(screen.contains("1,500 migrants") && screen.contains("■ Montenegro"), "{screen}");
}

#[test]
fn moving_the_selection_converts_nothing() {
    let mut app = map(200, 60);
    let before = Arc::clone(app.chart().grid().unwrap());
    type_keys(&mut app, "j j Down m G");
    assert!(Arc::ptr_eq(&before, app.chart().grid().unwrap()));
    type_keys(&mut app, "+");
    assert!(!Arc::ptr_eq(&before, app.chart().grid().unwrap()));
}

#[test]
fn no_map_is_looked_at_before_it_is_asked_for() {
    let mut app = board(120, 40);
    type_keys(&mut app, "j 2 G 5 p p 1");
    assert!(app.chart().grid().is_none());
}

#[test]
fn what_a_filter_hides_is_dimmed_and_said() {
    let mut app = map(120, 40);
    type_keys(&mut app, "f arrests>20 Enter");
    assert!(screen(&app).contains("hidden by the filter"), "{}", screen(&app));
}

/// For each row that can be clicked on the picture, a cell of it.
fn clickable(app: &App) -> BTreeMap<usize, (u16, u16)> {
    let picture = layout::map(app, layout::window(app)).picture;
    let cells = picture.positions().filter_map(|at| match hit::target(app, at.x, at.y) {
        Some(Target::Row(row)) => Some((row, (at.x, at.y))),
        _ => None,
    });
    cells.collect()
}

#[test]
fn every_country_of_every_operation_is_hit_by_a_click() {
    let library = Library::bundled();
    for place in 0..library.len() {
        let mut app = App::new(library.open(place).unwrap());
        app.update(Action::Resize { columns: 120, rows: 40 });
        type_keys(&mut app, "3");
        let cells = clickable(&app);
        for row in 0..app.len() {
            let place = &app.row(row).unwrap().place;
            if place.countries().len() == 1 {
                let (x, y) = cells.get(&row).copied().unwrap_or_else(|| panic!("{}", place.name()));
                click(&mut app, x, y);
                assert_eq!(app.selected(), row);
            }
        }
    }
}

#[test]
fn a_click_on_the_sea_does_nothing() {
    let mut app = map(120, 40);
    type_keys(&mut app, "j");
    let picture = layout::map(&app, layout::window(&app)).picture;
    click(&mut app, picture.left(), picture.bottom() - 1);
    assert_eq!(name(&app), "Iraq");
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn any_size_and_any_keys_draw_the_map(
        sizes in prop::collection::vec((0_u16..260, 0_u16..90), 1..4),
        keys in prop::collection::vec(0_usize..11, 0..12),
        operation in 0_usize..13,
        x in 0_u16..260,
        y in 0_u16..90,
    ) {
        const KEYS: [&str; 11] = ["Up", "Down", "Left", "Right", "+", "-", "0", "m", "j", "G", "PgUp"];
        let mut app = App::new(Library::bundled().open(operation).unwrap());
        for (columns, rows) in sizes {
            app.update(Action::Resize { columns, rows });
            type_keys(&mut app, "3");
            for key in &keys {
                type_keys(&mut app, KEYS[*key]);
            }
            click(&mut app, x, y);
            drawn(&app, Choice::Dark);
            prop_assert!(drawn_in_ascii(&app).content().iter().all(|cell| cell.symbol().is_ascii()));
            prop_assert!(app.selected() < app.len().max(1));
        }
    }
}
