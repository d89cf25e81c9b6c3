//! The map as a vector picture: whole, small, without anything from elsewhere, and honest.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected has failed")]

use liberterra::data::Library;
use liberterra::model::map::tones::FAMILIES;
use liberterra::model::measure::Family;
use liberterra::model::operation::Operation;
use liberterra::report::chart::map;
use liberterra::report::mapped;

fn drawn(operation: &Operation, family: Family) -> String {
    let mut out = Vec::new();
    map::svg(operation, family, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Every bundled operation for every family of measures.
fn all() -> impl Iterator<Item = (Operation, Family, String)> {
    let library = Library::bundled();
    let operations = (0..library.len()).map(move |place| library.open(place).unwrap());
    operations.flat_map(|operation| {
        FAMILIES.map(|family| {
            let svg = drawn(&operation, family);
            (operation.clone(), family, svg)
        })
    })
}

#[test]
fn a_map_is_small_and_asks_for_nothing_from_elsewhere() {
    for (operation, family, svg) in all() {
        assert!(svg.len() < 120_000, "{} {family:?}: {}", operation.name, svg.len());
        let own = svg.replace("http://www.w3.org/2000/svg", "");
        for none in ["<script", "http", " style=", "href", "onclick", "@import", "data:", "NaN"] {
            assert!(!own.contains(none), "{none}");
        }
    }
}

#[test]
fn every_element_that_is_opened_is_closed() {
    for (_, _, svg) in all() {
        let mut open: Vec<&str> = Vec::new();
        for tag in svg.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap();
            let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
            match (tag.starts_with('/'), tag.ends_with('/')) {
                (true, _) => assert_eq!(open.pop(), Some(name)),
                (false, true) => {}
                (false, false) => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }
}

#[test]
fn every_country_is_there_by_name_and_figure_and_what_a_map_does_not_say_is_said() {
    for (operation, family, svg) in all() {
        for said in [mapped::GROUND, mapped::BOUNDARIES, mapped::NAMED] {
            assert!(svg.contains(said), "{said}");
        }
        assert_eq!(svg.contains(mapped::LINKS), !operation.routes.is_empty());
        let titles = svg.matches("<title>").count();
        let countries = operation.rows.iter().filter(|row| row.place.countries().len() == 1);
        assert!(titles > countries.clone().count(), "{}", operation.name);
        for row in countries {
            let title = format!("<title>{}: ", row.name().replace('&', "&amp;"));
            assert!(svg.contains(&title), "{} {title}", operation.name);
            if let Some(lead) = row.cell(family).lead {
                let said = liberterra::report::words::lead(lead);
                assert!(svg.contains(&format!("{title}{said}")), "{said}");
            }
        }
    }
}

#[test]
fn classes_have_letters_and_bounds_that_were_reported() {
    let operation = Library::bundled().open(0).unwrap();
    let svg = drawn(&operation, Family::Arrests);
    for (letter, bound) in [("A", "94"), ("B", "25"), ("D", "7")] {
        assert!(svg.contains(&format!(">{letter}</text>")));
        assert!(svg.contains(&format!(">{bound}</text>")));
    }
    assert!(svg.contains("<title>Türkiye: 94 arrests</title>"));
    assert!(svg.contains(">Asia</text>"), "a region is a stub at the edge");
    assert!(svg.contains("attempted"), "{}", svg.matches("<g><title>").count());
}

#[test]
fn no_line_goes_across_the_world() {
    let operation = Library::bundled().open(0).unwrap();
    let svg = drawn(&operation, Family::Arrests);
    let steps = svg.split(" d=\"M").skip(1).filter_map(|path| path.split_once('"'));
    let mut seen = 0;
    for path in steps.map(|(path, _)| path).filter(|path| path.contains('l')) {
        for ring in path.split('M') {
            let Some((_, steps)) = ring.split_once('l') else { continue };
            let spaced = steps.trim_end_matches('z').replace('-', " -");
            let numbers: Vec<i32> =
                spaced.split_whitespace().filter_map(|number| number.parse().ok()).collect();
            for step in numbers.chunks_exact(2) {
                seen += 1;
                assert!(step.iter().all(|part| part.abs() < 300), "{step:?}");
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
}
