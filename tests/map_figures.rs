//! What a map says of the numbers on it: what they count, that they are alleged, on whose word they
//! stand, and which of them found no room.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::present::{Cue, Start};
use liberterra::data::{self, Library};
use liberterra::model::measure::Family;
use liberterra::model::operation::Operation;
use liberterra::model::story::Subject;
use liberterra::model::story::maps::View;
use liberterra::report::asked::Asked;
use liberterra::report::format::Format;
use liberterra::report::paper::{Paper, Subject as Of};
use liberterra::theme::Choice;
use serde_json::{Value, json};
use support::{drawn, lines, screen, type_keys};

fn bundled(id: &str) -> Operation {
    let library = Library::bundled();
    let mut all = (0..library.len()).map(|place| library.open(place).unwrap());
    all.find(|operation| operation.id.as_str() == id).unwrap()
}

/// A board of an operation.
fn on_board(operation: Operation, (columns, rows): (u16, u16)) -> App {
    let mut app = App::new(operation);
    app.update(Action::Resize { columns, rows });
    app
}

/// The map of an operation for a family.
fn map(operation: Operation, family: Family, size: (u16, u16)) -> App {
    let mut app = on_board(operation, size);
    type_keys(&mut app, "3");
    while app.chart().family() != family {
        type_keys(&mut app, "m");
    }
    app
}

/// The slide of the whole world.
fn world(operation: Operation, size: (u16, u16)) -> App {
    let mut app = on_board(operation, size).presenting(Start::default());
    let steps = app.presentation().unwrap().story().steps();
    let is_world = |subject: &Subject| *subject == Subject::Map(View::default());
    let step = steps.iter().position(|step| is_world(&step.subject)).unwrap();
    app.update(Action::Cue(Cue::Go(step)));
    app
}

fn written(operation: &Operation, subject: Of<'_>, format: Format) -> String {
    let mut out = Vec::new();
    let paper = Paper { operation, subject, asked: Asked::default() };
    paper.write(format, 1_000_000, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A file of two sources with these actions: where, how many were arrested, and which source says
/// so; and links to Serbia from some regions.
fn with(actions: &[(&str, u64, &str)], regions: &[&str]) -> Operation {
    let action = |(at, (country, value, source)): (usize, &(&str, u64, &str))| {
        let cite = json!([{ "source": source }]);
        json!({
            "id": format!("a{at}"), "countries": [country], "summary": "People arrested.",
            "figures": [{ "measure": "arrested", "who": "suspects", "value": value,
                          "citations": cite }],
            "citations": cite,
        })
    };
    let source = |id: &str| {
        json!({
            "id": id, "publisher": format!("Paper {id}"), "title": "T",
            "url": format!("https://{id}.example/"), "language": "en", "strength": "press",
        })
    };
    let route = |region: &&str| {
        json!({
            "stops": [{ "region": region }, { "country": "RS" }], "action": "a0",
            "citations": [{ "source": "one" }],
        })
    };
    let file = json!({
        "schema": 1, "id": "x", "name": "Operation X", "organiser": "Y", "status": "published",
        "routes": regions.iter().map(route).collect::<Vec<Value>>(),
        "totals": [], "actions": actions.iter().enumerate().map(action).collect::<Vec<Value>>(),
        "sources": [source("one"), source("two")],
    });
    data::load("x.json", file.to_string().as_bytes()).unwrap()
}

#[test]
fn a_report_says_of_the_bounds_of_a_class_what_they_count_and_that_it_is_alleged() {
    for (id, family, said) in [
        ("weka-2", Family::Identified, "23 victims allegedly exploited: Cameroon"),
        ("liberterra-2", Family::Moved, "350 migrants allegedly smuggled: Montenegro"),
        ("liberterra-2", Family::Rescues, "1,500 irregular migrants rescued: Türkiye"),
        ("liberterra-2", Family::Arrests, "- 94: Türkiye"),
    ] {
        let text = written(&bundled(id), Of::Map(family), Format::Text);
        assert!(text.contains(said), "{said}\n{text}");
        let Some((bounds, _)) = said.split_once(": ").filter(|_| family != Family::Arrests) else {
            continue;
        };
        let page = written(&bundled(id), Of::Map(family), Format::Html);
        let legend = format!(">{bounds}</text>");
        assert!(page.contains(&legend), "{legend}\n{page}");
    }
}

#[test]
fn the_screen_says_what_is_alleged_in_the_legend_on_the_map_and_in_the_list() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let app = map(bundled("liberterra-2"), Family::Moved, size);
        let shown = screen(&app);
        let said = shown.match_indices("350").map(|(at, _)| &shown[at..]);
        let said: Vec<String> = said.map(|rest| rest.chars().take(40).collect()).collect();
        assert!(said.len() > 1, "{shown}");
        for said in said {
            assert!(said.contains("alleged"), "{said:?}\n{shown}");
        }
        let mut app = map(bundled("liberterra-2"), Family::Moved, size);
        type_keys(&mut app, "/ montenegro Enter");
        let shown = screen(&app);
        let label = shown.lines().find(|line| line.contains("350"));
        assert!(label.is_some_and(|line| line.contains("alleged")), "{shown}");
        let rescued = screen(&map(bundled("liberterra-2"), Family::Rescues, size));
        let (_, label) = rescued.split_once("Türkiye 1,500 ").unwrap();
        let is_said = label.lines().next().unwrap().contains("migrants");
        assert!(is_said, "{rescued}");
    }
}

#[test]
fn no_map_says_that_a_country_has_no_number_beside_its_number() {
    let operation = bundled("storm-makers-2");
    let app = map(bundled("storm-makers-2"), Family::Arrests, (120, 40));
    for shown in [screen(&app), written(&operation, Of::Map(Family::Arrests), Format::Html)] {
        assert!(shown.contains("239"), "{shown}");
        assert!(!shown.contains(">named, no number<"), "{shown}");
    }
    assert!(!screen(&app).contains("named, no number  "), "{}", screen(&app));
    // The sign of the class is not that of a doubt.
    let mono = lines(&drawn(&app, Choice::Mono)).join("\n");
    let legend = mono.lines().find(|line| line.contains("named, no")).unwrap();
    let (sign, _) = legend.split_once(" named, no").unwrap();
    assert!(sign.ends_with(':'), "{legend}");
}

#[test]
fn links_that_are_attempted_or_alleged_are_called_so_whatever_is_selected() {
    for size in [(120, 40), (200, 60)] {
        let mut app = map(bundled("liberterra-2"), Family::Arrests, size);
        for key in ["", "/ tunisia Enter", "Esc / montenegro Enter"] {
            type_keys(&mut app, key);
            let shown = screen(&app);
            assert!(shown.contains("attempted") && shown.contains("alleged"), "{key}\n{shown}");
        }
    }
    let page = written(&bundled("liberterra-2"), Of::Map(Family::Arrests), Format::Html);
    assert!(page.contains(">attempted or alleged</text>"), "{page}");
}

#[test]
fn names_of_regions_at_the_edge_stand_beside_each_other() {
    let regions = ["South Asia", "Central Asia", "Middle East"];
    let file = || with(&[("RS", 5, "one"), ("TR", 7, "two")], &regions);
    let mut app = map(file(), Family::Arrests, (120, 40));
    type_keys(&mut app, "/ serbia Enter");
    let buffer = drawn(&app, Choice::Dark);
    let shown: Vec<String> = lines(&buffer).into_iter().take(28).collect();
    let shown = shown.join("\n");
    let page = written(&file(), Of::Map(Family::Arrests), Format::Html);
    let place = |region: &str| {
        let end = page.find(&format!(">{region}</text>")).unwrap();
        let y: i32 =
            page[..end].rsplit_once("y=\"").unwrap().1.trim_end_matches('"').parse().unwrap();
        y
    };
    for (at, region) in regions.iter().enumerate() {
        assert!(shown.contains(&format!(" {region}")), "{region}\n{shown}");
        for other in &regions[..at] {
            assert!((place(region) - place(other)).abs() >= 12, "{region}, {other}");
        }
    }
}

#[test]
fn a_slide_rests_on_every_source_of_a_number_that_is_added_up() {
    let file = with(&[("RS", 5, "one"), ("TR", 9, "one"), ("RS", 7, "two")], &[]);
    let shown = screen(&world(file, (120, 40)));
    assert!(shown.contains("12"), "{shown}");
    for source in ["Paper one [1]", "Paper two [2]"] {
        assert!(shown.contains(source), "{source}\n{shown}");
    }
}

#[test]
fn a_story_credits_a_number_to_the_sources_that_say_it() {
    let story = written(&bundled("liberterra-2"), Of::Story, Format::Text);
    for said in ["Brazil: 1 arrest (in doubt) [16]", "United Kingdom: 9 arrests [6] [7] [8]"] {
        let line = story.lines().find(|line| line.contains(said));
        assert!(line.is_some_and(|line| line.trim_end().ends_with(said)), "{said}: {line:?}");
    }
}

#[test]
fn a_slide_of_the_world_says_how_many_places_have_no_tag() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let shown = screen(&world(bundled("liberterra-2"), size));
        assert!(shown.contains(" more places: p shows them"), "{shown}");
    }
    let all = screen(&world(with(&[("RS", 5, "one"), ("BR", 7, "two")], &[]), (120, 40)));
    assert!(!all.contains(" more place"), "{all}");
}

#[test]
fn a_map_opens_on_what_there_are_numbers_of() {
    let library = Library::bundled();
    for place in 0..library.len() {
        let operation = library.open(place).unwrap();
        let family = View::default().family(&operation);
        let app = on_board(operation, (120, 40));
        assert_eq!(app.chart().family(), family, "{}", app.operation().id);
    }
    let file = r#"{"schema":1,"id":"x","name":"X","organiser":"Y","status":"published",
        "totals":[],"actions":[{"id":"a","countries":["RS"],"summary":"Rescued.",
        "figures":[{"measure":"rescued","who":"victims","value":5,
        "citations":[{"source":"s"}]}],"citations":[{"source":"s"}]}],
        "sources":[{"id":"s","publisher":"P","title":"T","url":"https://p.example/",
        "language":"en","strength":"press"}]}"#;
    let app = on_board(data::load("x.json", file.as_bytes()).unwrap(), (120, 40));
    assert_eq!(app.chart().family(), Family::Rescues);
}
