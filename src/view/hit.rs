//! What lies under a click.
//!
//! Knows the same areas that are drawn. Changes nothing.

use ratatui::layout::{Position, Rect};

use super::layout::{self, Size};
use super::{columns, compare, frame, map, slide, totals};
use crate::app::App;
use crate::app::action::Target;
use crate::app::focus::{Overlay, Screen};
use crate::app::present::Stage;

/// What lies at a cell of the window.
#[must_use]
pub fn target(app: &App, column: u16, row: u16) -> Option<Target> {
    let (area, at) = (layout::window(app), Position::new(column, row));
    Size::of(area)?;
    if let Some(open) = app.palette() {
        let (outer, _, rows) = layout::palette_box(app, area);
        let place = open.list().top + usize::from(at.y.saturating_sub(rows.y));
        return match (rows.contains(at), outer.contains(at)) {
            (true, _) => Some(Target::Choice(place)),
            (false, inside) => (!inside).then_some(Target::Outside),
        };
    }
    if app.overlay() != Overlay::None {
        let (outer, _) = layout::overlay_box(app, area);
        return (!outer.contains(at)).then_some(Target::Outside);
    }
    if let Some(shown) = app.presentation().filter(|shown| shown.stage() != Stage::Board) {
        return slide::index_target(app, shown, at).map(Target::Slide);
    }
    let tab = frame::tab_areas(layout::frame(app, area).tabs)
        .into_iter()
        .find_map(|(screen, tab)| tab.contains(at).then_some(Target::Screen(screen)));
    tab.or_else(|| match app.screen() {
        Screen::Overview => on_overview(app, area, at),
        Screen::Countries => on_countries(app, area, at),
        Screen::Map => map::hit(app, area, at)
            .or_else(|| in_rows((app.top(), app.len()), layout::map(app, area).list, 1, at)),
        Screen::Compare => {
            let list = (app.compare().list().top, app.listed());
            in_rows(list, compare::areas(app, area).rows, 1, at)
        }
        Screen::Sources => {
            let list = (app.sources().top, app.listed());
            in_rows(list, layout::table(app, area).rows, 1, at)
        }
    })
}

fn on_overview(app: &App, area: Rect, at: Position) -> Option<Target> {
    let cards = totals::cards(app, area);
    let total = cards.iter().position(|card| card.contains(at));
    total.map(Target::Total).or_else(|| {
        let places = layout::overview(app, area);
        in_rows((app.top(), app.len()), places.rows, places.pitch, at)
    })
}

fn on_countries(app: &App, area: Rect, at: Position) -> Option<Target> {
    let places = layout::table(app, area);
    let head = columns::shown(app, places.columns.width)
        .iter()
        .find(|shown| shown.area(places.columns).contains(at))
        .map(|shown| Target::Column(shown.column));
    head.or_else(|| in_rows((app.top(), app.len()), places.rows, 1, at))
}

fn in_rows((top, count): (usize, usize), rows: Rect, pitch: u16, at: Position) -> Option<Target> {
    let place = top + usize::from(at.y.checked_sub(rows.y)? / pitch);
    (rows.contains(at) && place < count).then_some(Target::Row(place))
}
