//! The report as a page: every figure comes out of it again as the model has it, and no text of a
//! file becomes anything but text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "support/operations.rs"]
mod operations;
#[path = "support/page.rs"]
mod page;
mod support;

use std::collections::{BTreeMap, HashSet};

use liberterra::data::{self, Library};
use liberterra::model::figure::Figure;
use liberterra::model::measure::Family;
use liberterra::model::operation::Operation;
use liberterra::model::who::Who;
use liberterra::report::format::Format;
use liberterra::report::paper::{Paper, Subject};
use liberterra::report::words;
use operations::{Size, thrown};
use page::Element;
use proptest::prelude::*;

fn written(paper: &Paper<'_>) -> String {
    let mut out = Vec::new();
    paper.write(Format::Html, 80, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn note(operation: &Operation) -> Element {
    Element::page(&written(&Paper::note(operation)))
}

fn bundled() -> Vec<Operation> {
    let library = Library::bundled();
    (0..library.len()).map(|place| library.open(place).unwrap()).collect()
}

/// What the items of a section say, by the heading of the part they stand in.
fn items(page: &Element, section: &str) -> BTreeMap<String, Vec<(String, Vec<usize>)>> {
    let mut found = BTreeMap::new();
    let sections = page.named("section");
    let Some(section) = sections.iter().find(|one| one.named("h2")[0].text() == section) else {
        return found;
    };
    let mut part = String::new();
    for element in section.all() {
        match element.name.as_str() {
            "h3" => part = element.text(),
            "li" => {
                found.entry(part.clone()).or_insert_with(Vec::new).extend(element.pieces());
            }
            _ => {}
        }
    }
    found
}

/// Takes a figure out of what is said, with its qualifier, its measure and its sources, once.
fn take(said: &mut Vec<(String, Vec<usize>)>, figure: &Figure) {
    let words = figure.in_words();
    let wanted: Vec<usize> = figure.citations.iter().map(|cited| cited.source() + 1).collect();
    let begins = |text: &str| {
        let text = text.strip_prefix("; ").unwrap_or(text);
        text.strip_prefix("of them ").unwrap_or(text).starts_with(&words)
    };
    let is_it = |(text, sources): &(String, Vec<usize>)| begins(text) && *sources == wanted;
    let at = said.iter().position(is_it);
    let at = at.unwrap_or_else(|| panic!("{words} {wanted:?} is not in {said:?}"));
    said.remove(at);
}

/// Holds a page against the model.
fn holds(operation: &Operation, page: &Element) {
    let mut totals = items(page, "Totals").remove("").unwrap_or_default();
    for total in &operation.totals {
        take(&mut totals, total);
    }
    let mut places = items(page, "Actions by country");
    for row in &operation.rows {
        let said = places.get_mut(row.name().as_ref()).unwrap();
        for action in operation.actions_of(row) {
            for figure in &action.figures {
                take(said, figure);
            }
        }
    }
    let sources = page.all().into_iter().filter(|one| one.attribute("id").starts_with("source-"));
    let sources: Vec<&Element> = sources.filter(|one| one.name == "li").collect();
    assert_eq!(sources.len(), operation.sources.len());
    for (index, (source, found)) in operation.sources.iter().zip(sources).enumerate() {
        assert_eq!(found.attribute("id"), format!("source-{}", index + 1));
        let text = found.text();
        let parts = [source.publisher.as_str(), source.title.as_str(), source.url.as_str()];
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
        assert!(text.contains(source.strength.name()), "{text}");
    }
}

/// Every name is there once, every link within the page leads somewhere, others to the web.
fn leads_on(page: &Element) {
    let all = page.all();
    let ids: Vec<&str> =
        all.iter().map(|one| one.attribute("id")).filter(|id| !id.is_empty()).collect();
    let mut unique = HashSet::new();
    for id in ids {
        assert!(unique.insert(id), "{id} is there twice");
    }
    for element in &all {
        for name in ["aria-labelledby", "href"] {
            let value = element.attribute(name);
            if value.is_empty() {
                continue;
            }
            let inside = if name == "href" { value.strip_prefix('#') } else { Some(value) };
            if let Some(id) = inside {
                assert!(unique.contains(id), "{name}={id}");
                continue;
            }
            assert!(value.starts_with("https://") || value.starts_with("http://"), "{value}");
            assert_eq!(element.attribute("rel"), "external noopener noreferrer");
        }
    }
}

#[test]
fn every_figure_of_every_bundled_operation_comes_out_again() {
    for operation in bundled() {
        let page = note(&operation);
        holds(&operation, &page);
        leads_on(&page);
    }
}

#[test]
fn a_page_asks_for_nothing_and_runs_nothing() {
    for operation in bundled() {
        let (mut texts, papers) = (Vec::new(), [Subject::Note, Subject::Map(Family::Arrests)]);
        for subject in papers.into_iter().chain([
            Subject::Countries,
            Subject::Sources,
            Subject::Story,
            Subject::Map(Family::Rescues),
        ]) {
            texts.push(written(&Paper { subject, ..Paper::note(&operation) }));
        }
        for text in texts {
            let page = Element::page(&text);
            leads_on(&page);
            let policy = page
                .named("meta")
                .into_iter()
                .find(|meta| meta.attribute("http-equiv") == "Content-Security-Policy");
            assert!(policy.unwrap().attribute("content").starts_with("default-src 'none';"));
            for element in page.all() {
                let known = !["script", "img", "link", "iframe", "object", "embed", "form", "base"]
                    .contains(&element.name.as_str());
                assert!(known, "{}", element.name);
                for name in element.attributes.keys() {
                    assert!(!name.starts_with("on") && name != "src" && name != "srcset", "{name}");
                }
            }
            for style in page.named("style") {
                assert!(!style.text().contains("@import") && !style.text().contains("url("));
            }
        }
    }
}

#[test]
fn a_page_says_its_language_its_one_title_and_what_its_tables_show() {
    for operation in bundled() {
        let page = note(&operation);
        assert_eq!(page.named("html")[0].attribute("lang"), "en");
        assert_eq!(page.named("h1").len(), 1);
        assert_eq!(page.named("h1")[0].text(), operation.name.as_str());
        assert!(page.text().contains(words::DISCLAIMER));
        assert_eq!(page.named("header").len() + page.named("main").len(), 2);
        for table in page.named("table") {
            assert!(!table.named("caption")[0].text().is_empty());
            let columns = table.named("thead")[0].named("th");
            assert!(columns.iter().all(|column| column.attribute("scope") == "col"));
            let rows = table.named("tbody")[0].named("tr");
            assert_eq!(rows.len(), operation.rows.len());
            for row in rows {
                assert_eq!(row.named("th").len() + row.named("td").len(), columns.len());
                assert_eq!(row.named("th")[0].attribute("scope"), "row");
            }
        }
    }
}

#[test]
fn bars_are_drawn_for_what_sums_may_hold_and_for_nothing_else() {
    let mut hatched = 0;
    for operation in bundled() {
        let page = note(&operation);
        let pictures = page.named("svg").into_iter().filter(|one| one.attribute("role") == "img");
        let bars: BTreeMap<String, &Element> = pictures
            .filter(|one| !one.named("line").is_empty())
            .map(|one| (one.named("title")[0].text(), one))
            .collect();
        for row in &operation.rows {
            let sides = [Family::Arrests, Family::Rescues].map(|family| row.cell(family));
            let Some(picture) = bars.get(row.name().as_ref()) else {
                assert!(sides.iter().all(|cell| cell.lead.is_none()), "{}", row.name());
                continue;
            };
            let drawn = sides.iter().filter(|cell| cell.drawn().is_some_and(|it| it > 0)).count();
            assert_eq!(picture.named("rect").len(), drawn, "{}", row.name());
            let said = picture.named("desc")[0].text();
            for cell in sides {
                let lead = cell.lead.map_or_else(|| words::NOT_REPORTED.to_owned(), words::lead);
                assert!(said.contains(&lead), "{said}");
            }
            let migrants = |bar: &&&Element| bar.attribute("style").contains("hatch");
            let of_migrants = sides.iter().filter(|cell| {
                cell.drawn().is_some() && cell.lead.unwrap().who.is_some_and(Who::is_migrants)
            });
            let found = picture.named("rect").iter().filter(migrants).count();
            assert_eq!(found, of_migrants.count());
            hatched += found;
        }
    }
    assert!(hatched > 0);
}

#[test]
fn the_story_is_a_section_a_slide_with_its_notes() {
    let operation = data::bundled().unwrap();
    let page =
        Element::page(&written(&Paper { subject: Subject::Story, ..Paper::note(&operation) }));
    let sections = page.named("section");
    for (place, step) in operation.story.iter().enumerate() {
        assert!(sections[place].named("h2")[0].text().starts_with(&format!("{}. ", place + 1)));
        for note in &step.notes {
            assert!(sections[place].text().contains(note.as_str()), "{note}");
        }
    }
}

/// The shape of a page: its elements and their attributes, without what these say.
fn shape(page: &Element) -> Vec<(String, Vec<String>)> {
    let names = |element: &Element| {
        let mut names: Vec<String> = element.attributes.keys().cloned().collect();
        names.sort();
        (element.name.clone(), names)
    };
    page.all().into_iter().map(names).collect()
}

#[test]
fn hostile_texts_stay_text() {
    let bundled: serde_json::Value =
        serde_json::from_str(include_str!("../data/liberterra-2.json")).unwrap();
    let with = |text: &str| {
        let mut file = bundled.clone();
        for field in [
            "/name",
            "/organiser",
            "/actions/0/summary",
            "/totals/0/as_printed",
            "/sources/0/publisher",
            "/sources/0/title",
            "/notes/0",
        ] {
            *file.pointer_mut(field).unwrap() = text.into();
        }
        *file.pointer_mut("/sources/0/url").unwrap() = format!("https://e.org/{text}").into();
        data::load("hostile.json", file.to_string().as_bytes()).unwrap()
    };
    let told = |page: &Element| shape(page.named("main")[0]);
    let tame = told(&note(&with("tame")));
    for text in [
        "<script>alert(1)</script>",
        "</style></title><img src=x onerror=alert(1)>",
        "\" onload=\"alert(1)",
        "' onload='alert(1)",
        "--><!-- ]]> <![CDATA[",
        "&lt;b&gt; &amp; &#60;",
        "javascript:alert(1)//",
        "\u{202e}reversed\u{2066}\u{200f}",
        "{color:red} url(https://e.org)",
    ] {
        let operation = with(text);
        let page = note(&operation);
        assert_eq!(told(&page), tame, "{text}");
        holds(&operation, &page);
        leads_on(&page);
        let is_control = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!page.text().contains(is_control), "{text}");
    }
}

proptest! {
    #![proptest_config(support::steady())]

    #[test]
    fn every_figure_of_any_operation_comes_out_again(
        number: u64,
        size in prop::sample::select(Size::ALL.to_vec()),
    ) {
        let operation = thrown(number, size);
        let page = note(&operation);
        holds(&operation, &page);
        leads_on(&page);
    }
}
