//! Every kind of slide as it is drawn, in three sizes and three themes; and what no slide may do.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::fmt::Write as _;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::present::{Cue, Start};
use liberterra::data::Library;
use liberterra::model::country::Region;
use liberterra::model::story::Subject;
use liberterra::model::story::maps::View;
use liberterra::report::told;
use liberterra::theme::Choice;
use liberterra::view::slide;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use support::{drawn, drawn_in_ascii, lines, presented, screen, type_keys};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const THEMES: [(&str, Choice); 3] =
    [("dark", Choice::Dark), ("light", Choice::Light), ("mono", Choice::Mono)];

/// An operation presented in a window of some size.
fn of(operation: usize, columns: u16, rows: u16) -> App {
    let mut app = App::new(Library::bundled().open(operation).unwrap());
    app.update(Action::Resize { columns, rows });
    app.presenting(Start::default())
}

/// Goes to the first slide about this.
fn go(app: &mut App, about: &impl Fn(&Subject) -> bool) {
    let steps = app.presentation().unwrap().story().steps();
    let step = steps.iter().position(|step| about(&step.subject)).unwrap();
    app.update(Action::Cue(Cue::Go(step)));
}

/// A slide of the bundled operation: its text once, and its styles in each theme.
fn covered(name: &str, about: impl Fn(&Subject) -> bool) {
    for (columns, rows) in SIZES {
        let mut app = presented(columns, rows);
        go(&mut app, &about);
        seen(&format!("{name}-{columns}x{rows}"), &app);
    }
}

fn seen(name: &str, app: &App) {
    assert_snapshot!(name, screen(app));
    let mut styles = String::new();
    for (theme, choice) in THEMES {
        let buffer = drawn(app, choice);
        assert_eq!(lines(&buffer).join("\n"), screen(app), "a theme changes no text");
        let _ = writeln!(styles, "{theme}\n{}", runs(&buffer));
    }
    assert_snapshot!(format!("{name}-styles"), styles);
}

/// The styles of a buffer: for each row that has any, where they begin and what they are.
fn runs(buffer: &Buffer) -> String {
    let ground = &buffer.content()[0];
    let style = |cell: &Cell| format!("{} on {} {:?}", cell.fg, cell.bg, cell.modifier);
    let mut known = vec![style(ground)];
    let mut out = String::new();
    let width = usize::from(buffer.area.width);
    for (row, cells) in buffer.content().chunks(width).enumerate() {
        let mut said = String::new();
        let mut last = 0;
        for (column, cell) in cells.iter().enumerate() {
            let style = style(cell);
            let index = known.iter().position(|known| *known == style).unwrap_or_else(|| {
                known.push(style);
                known.len() - 1
            });
            // An empty cell shows its ground alone.
            let index = if cell.symbol() == " " && cell.bg == ground.bg { 0 } else { index };
            if index != last {
                let _ = write!(said, " {column}:{index}");
                last = index;
            }
        }
        if !said.is_empty() {
            let _ = writeln!(out, "{row:>3}{said}");
        }
    }
    for (index, style) in known.iter().enumerate().skip(1) {
        let _ = writeln!(out, "  {index} = {style}");
    }
    out
}

#[test]
fn title() {
    covered("title", |subject| *subject == Subject::Title);
}

#[test]
fn figure_alone() {
    covered("figure", |subject| matches!(subject, Subject::Figure(_)));
}

#[test]
fn split() {
    covered("split", |subject| matches!(subject, Subject::Split(_)));
}

#[test]
fn arrests_versus_rescues() {
    covered("versus", |subject| *subject == Subject::Versus);
}

#[test]
fn several_figures() {
    covered("figures", |subject| matches!(subject, Subject::Figures(_)));
}

#[test]
fn coverage() {
    covered("coverage", |subject| *subject == Subject::Coverage);
}

/// A slide of a map, whose text is not that of a theme without colours.
fn drawn_map(name: &str, view: View) {
    for (columns, rows) in SIZES {
        let mut app = presented(columns, rows);
        go(&mut app, &|subject| *subject == Subject::Map(view));
        for (theme, choice) in [("dark", Choice::Dark), ("light", Choice::Light)] {
            let buffer = drawn(&app, choice);
            assert_eq!(lines(&buffer).join("\n"), screen(&app));
            assert_snapshot!(format!("{name}-{columns}x{rows}-{theme}"), runs(&buffer));
        }
        assert_snapshot!(format!("{name}-{columns}x{rows}"), screen(&app));
        let mono = lines(&drawn(&app, Choice::Mono)).join("\n");
        assert_snapshot!(format!("{name}-{columns}x{rows}-mono"), mono);
    }
}

#[test]
fn map() {
    drawn_map("map", View::default());
}

#[test]
fn map_of_a_part_of_the_world() {
    drawn_map("map-europe", View { region: Some(Region::Europe), family: None });
}

/// Every slide of a map at a size: its view, and what it shows.
fn maps(columns: u16, rows: u16) -> Vec<(View, App)> {
    let shown = pages(columns, rows).into_iter().filter_map(|(_, app)| {
        let Subject::Map(view) = app.step()?.subject else { return None };
        Some((view, app))
    });
    shown.collect()
}

#[test]
fn a_map_of_a_part_names_every_country_with_its_number_and_says_what_it_is_not() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut told: Vec<(View, String, String)> = Vec::new();
        for (view, app) in maps(columns, rows) {
            let screen = screen(&app).split_whitespace().collect::<Vec<&str>>().join(" ");
            assert!(screen.contains("not named: no result published, not zero"), "{screen}");
            assert!(screen.contains("do not imply endorsement"), "{screen}");
            let name = app.operation().name.to_string();
            match told.last_mut() {
                Some((of, whose, said)) if *of == view && *whose == name => said.push_str(&screen),
                _ => told.push((view, name, screen)),
            }
            let (_, _, said) = told.last().unwrap();
            let last = app.presentation().unwrap().slide().page + 1 == slide::pages(&app);
            for row in view.rows(app.operation()).iter().filter(|_| last && view.region.is_some()) {
                for country in row.place.countries() {
                    assert!(said.contains(country.name()), "{} {view:?}\n{said}", country.name());
                }
            }
        }
        assert!(told.len() > 20);
    }
}

#[test]
fn place_with_a_qualifier() {
    covered("serbia", |subject| match subject {
        Subject::Place(place) => place.name() == "Serbia",
        _ => false,
    });
}

#[test]
fn place_with_figures_in_doubt() {
    for (columns, rows) in SIZES {
        // The story of its file names Brazil with others; the one made of it shows it alone.
        let mut operation = Library::bundled().open(0).unwrap();
        operation.story.clear();
        let mut app = App::new(operation);
        app.update(Action::Resize { columns, rows });
        let mut app = app.presenting(Start::default());
        go(&mut app, &|subject| match subject {
            Subject::Place(place) => place.name() == "Brazil",
            _ => false,
        });
        seen(&format!("brazil-{columns}x{rows}"), &app);
    }
}

#[test]
fn the_other_places() {
    covered("others", |subject| *subject == Subject::Others);
}

#[test]
fn routes() {
    covered("routes", |subject| *subject == Subject::Routes);
}

#[test]
fn unsaid() {
    covered("unsaid", |subject| *subject == Subject::Unsaid);
}

#[test]
fn differences() {
    covered("differences", |subject| *subject == Subject::Differences);
}

#[test]
fn sources() {
    covered("sources", |subject| *subject == Subject::Sources);
}

#[test]
fn notes() {
    for (columns, rows) in SIZES {
        let mut app = of(1, columns, rows);
        go(&mut app, &|subject| *subject == Subject::Notes);
        seen(&format!("notes-{columns}x{rows}"), &app);
    }
}

#[test]
fn a_share_that_cannot_be_said_and_parts_on_one_slide() {
    for (operation, name) in [(4, "turquesa-2"), (11, "weka-2")] {
        let mut app = of(operation, 80, 24);
        go(&mut app, &|subject| matches!(subject, Subject::Split(_)));
        assert_snapshot!(format!("split-{name}"), screen(&app));
    }
}

#[test]
fn index() {
    for (columns, rows) in SIZES {
        let mut app = presented(columns, rows);
        type_keys(&mut app, "Space Space i");
        seen(&format!("index-{columns}x{rows}"), &app);
    }
}

#[test]
fn what_is_typed_said_and_waited_for() {
    let mut app = presented(80, 24);
    type_keys(&mut app, "1 2");
    assert_snapshot!("typed", screen(&app).lines().rev().nth(1).unwrap());
    type_keys(&mut app, "BSpace BSpace ?");
    assert_snapshot!("help-on-a-slide", screen(&app));
}

/// Every page of every slide of every bundled operation at a size, with the name of its slide.
fn pages(columns: u16, rows: u16) -> Vec<(String, App)> {
    let mut pages = Vec::new();
    for operation in 0..Library::bundled().len() {
        let mut app = of(operation, columns, rows);
        loop {
            let slide = app.presentation().unwrap().slide();
            let name = told::name(app.operation(), app.step().unwrap());
            pages.push((format!("{}, {name}", app.operation().name), app.clone()));
            app.update(Action::Cue(Cue::Next));
            if app.presentation().unwrap().slide() == slide {
                break;
            }
        }
    }
    pages
}

#[test]
fn nothing_on_any_slide_is_cut() {
    for (columns, rows) in SIZES.into_iter().chain([(60, 16), (61, 50), (250, 17)]) {
        for (name, app) in pages(columns, rows) {
            let shown = screen(&app);
            assert!(!shown.contains('…'), "{name} at {columns}×{rows}:\n{shown}");
            let story = app.presentation().unwrap().story();
            let window = Rect::new(0, 0, columns, rows);
            let fit = slide::fit(app.operation(), story, app.step().unwrap(), window);
            assert!(fit.cut.is_empty(), "{name} at {columns}×{rows}: {:?}\n{shown}", fit.cut);
        }
    }
}

#[test]
fn every_slide_says_its_source_and_that_results_are_preliminary() {
    for (columns, rows) in SIZES {
        for (name, app) in pages(columns, rows) {
            let shown = screen(&app);
            let quiet = shown.lines().rev().nth(1).unwrap();
            let step = app.step().unwrap();
            let shows_figures = matches!(
                step.subject,
                Subject::Figure(_) | Subject::Split(_) | Subject::Versus | Subject::Place(_)
            );
            assert!(!shows_figures || quiet.contains(']'), "{name}: {quiet}");
            let preliminary =
                app.operation().status == liberterra::model::operation::Status::Preliminary;
            assert_eq!(shown.contains("PRELIMINARY"), preliminary, "{name}");
        }
    }
}

#[test]
fn a_figure_alone_stands_with_its_qualifier() {
    // What a number is worth is said in words above it, or before it.
    for (operation, qualifier) in [(1, "about"), (4, "more than"), (8, "about")] {
        let mut app = of(operation, 80, 24);
        let steps = app.presentation().unwrap().story().steps().to_vec();
        let qualified = steps.iter().position(|step| match &step.subject {
            Subject::Figure(named) => {
                let figure = named.of(app.operation()).unwrap().1;
                figure.amount.in_words().starts_with(qualifier)
            }
            _ => false,
        });
        app.update(Action::Cue(Cue::Go(qualified.unwrap())));
        assert_snapshot!(format!("qualified-{operation}"), screen(&app));
    }
}

#[test]
fn any_size_draws_every_slide() {
    for (columns, rows) in [(0, 0), (1, 1), (59, 16), (60, 16), (60, 200), (300, 16), (500, 200)] {
        for operation in [0, 4] {
            let mut app = of(operation, columns, rows);
            for _ in 0..60 {
                let _ = drawn(&app, Choice::Dark);
                let pages = slide::pages(&app);
                assert!(pages > 0);
                app.update(Action::Cue(Cue::Next));
            }
        }
    }
}

#[test]
fn ascii_shows_every_slide_and_no_share_as_more_than_it_is() {
    for (columns, rows) in SIZES {
        for (name, app) in pages(columns, rows) {
            let shown = lines(&drawn_in_ascii(&app)).join("\n");
            assert!(shown.is_ascii(), "{name} at {columns}×{rows}:\n{shown}");
        }
    }
    let mut app = presented(80, 24);
    go(&mut app, &|subject| matches!(subject, Subject::Split(_)));
    assert_snapshot!("split-ascii", lines(&drawn_in_ascii(&app)).join("\n"));
    go(&mut app, &|subject| matches!(subject, Subject::Place(_)));
    assert_snapshot!("place-ascii", lines(&drawn_in_ascii(&app)).join("\n"));
}
