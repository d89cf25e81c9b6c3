//! The report for spreadsheets: every figure comes out of it again as the model has it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "support/operations.rs"]
mod operations;
mod support;

use std::collections::HashMap;

use liberterra::data::{self, Library};
use liberterra::model::amount::Amount;
use liberterra::model::date::Date;
use liberterra::model::figure::Figure;
use liberterra::model::filter;
use liberterra::model::operation::{Action, Operation};
use liberterra::model::query::Sort;
use liberterra::report::asked::Asked;
use liberterra::report::csv;
use operations::{Size, thrown};
use proptest::prelude::*;
use serde::Serialize;

fn written(operations: &[&Operation], asked: Asked<'_>) -> String {
    let mut out = Vec::new();
    csv::head(&mut out).unwrap();
    for operation in operations {
        csv::write(operation, asked, &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// Reads RFC 4180 to the letter, and nothing that is not in it.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut letters = text.chars().peekable();
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    while letters.peek().is_some() {
        if letters.next_if_eq(&'"').is_some() {
            loop {
                match letters.next().unwrap() {
                    '"' if letters.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' => break,
                    letter => cell.push(letter),
                }
            }
        } else {
            while let Some(letter) = letters.next_if(|c| !matches!(c, ',' | '\r')) {
                assert!(letter != '"' && letter != '\n', "{letter:?} without quotes");
                cell.push(letter);
            }
        }
        record.push(std::mem::take(&mut cell));
        match letters.next() {
            Some(',') => {}
            Some('\r') => {
                assert_eq!(letters.next(), Some('\n'));
                records.push(std::mem::take(&mut record));
            }
            other => panic!("{other:?} behind a cell"),
        }
    }
    assert!(record.is_empty(), "the last row has an end");
    records
}

/// The rows by the names of their columns, as the description of the format says to read them.
fn rows(text: &str) -> Vec<HashMap<String, String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut records = records(text).into_iter();
    let names = records.next().unwrap();
    assert_eq!(names, csv::COLUMNS);
    let row = |record: Vec<String>| {
        assert_eq!(record.len(), names.len());
        let bare = |cell: String| cell.strip_prefix('\'').map(ToOwned::to_owned).unwrap_or(cell);
        names.iter().cloned().zip(record.into_iter().map(bare)).collect()
    };
    records.map(row).collect()
}

/// A word of a closed list as files have it; nothing where there is none.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// The cells of a figure, taken from the model.
fn cells(operation: &Operation, figure: &Figure) -> Vec<(&'static str, String)> {
    let (qualifier, value) = match figure.amount {
        Amount::Number(qualifier, value) => (word(qualifier), value.to_string()),
        Amount::Some => ("some".to_owned(), String::new()),
    };
    let sources: Vec<_> =
        figure.citations.iter().map(|cited| &operation.sources[cited.source()]).collect();
    let text = |text: Option<&liberterra::model::text::SafeText>| {
        text.map(ToString::to_string).unwrap_or_default()
    };
    let all = |words: Vec<String>, between: &str| words.join(between);
    vec![
        ("operation", operation.id.to_string()),
        ("status", word(operation.status)),
        ("figure", text(figure.id.as_deref())),
        ("measure", word(figure.measure)),
        ("family", figure.family().heading().to_owned()),
        ("who", word(figure.who)),
        ("group", word(figure.group)),
        ("qualifier", qualifier),
        ("value", value),
        ("unit", text(figure.unit())),
        ("as_printed", text(figure.as_printed.as_ref())),
        ("detail", text(figure.detail())),
        ("part_of", text(figure.part_of())),
        ("same_case", text(figure.same_case())),
        ("alleged", if figure.alleged { "alleged" } else { "" }.to_owned()),
        ("offences", all(figure.offences().iter().map(word).collect(), " ")),
        ("in_no_sum", word(figure.apart().map(|(why, _)| why))),
        ("in_no_sum_reason", text(figure.apart().map(|(_, reason)| reason))),
        ("sources", all(sources.iter().map(|source| source.id.to_string()).collect(), "; ")),
        ("strength", word(sources[0].strength)),
        ("date", sources[0].date.map(Date::iso).unwrap_or_default()),
        ("url", sources[0].url.to_string()),
        ("locator", text(figure.citations[0].locator.as_deref())),
    ]
}

/// The cells of the place and the action.
fn place(operation: &Operation, action: &Action) -> Vec<(&'static str, String)> {
    let row = &operation.rows[action.row];
    let codes: Vec<&str> = row.place.countries().iter().map(|country| country.code()).collect();
    vec![
        ("country_codes", codes.join(" ")),
        ("place", row.place.name().into_owned()),
        ("action", action.id.to_string()),
        ("summary", action.summary.to_string()),
        ("note", action.note.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("action_offences", action.offences.iter().map(word).collect::<Vec<_>>().join(" ")),
    ]
}

type Cells = Vec<(&'static str, String)>;

/// The rows that a report of some places has to have, after its notes.
fn wanted(operation: &Operation, asked: Asked<'_>) -> Vec<Cells> {
    let mut wanted = Vec::new();
    for total in &operation.totals {
        let place = vec![
            ("row", "total".to_owned()),
            ("place_kind", "whole operation".to_owned()),
            ("place", String::new()),
        ];
        wanted.push([place, cells(operation, total)].concat());
    }
    for row in asked.rows(operation) {
        for action in operation.actions_of(&operation.rows[row]) {
            for figure in &action.figures {
                let kind = vec![("row", "figure".to_owned())];
                wanted.push([kind, place(operation, action), cells(operation, figure)].concat());
            }
            if action.figures.is_empty() {
                let none = vec![("row", "action".to_owned()), ("value", String::new())];
                wanted.push([none, place(operation, action)].concat());
            }
        }
    }
    wanted
}

/// Holds a report against the model, cell by cell.
fn holds(operation: &Operation, asked: Asked<'_>) {
    let found = rows(&written(&[operation], asked));
    let figures: Vec<_> = found.iter().filter(|row| row["row"] != "note").collect();
    let wanted = wanted(operation, asked);
    assert_eq!(figures.len(), wanted.len());
    for (row, wanted) in figures.into_iter().zip(wanted) {
        for (column, cell) in wanted {
            assert_eq!(row[column], cell, "{column} of {row:?}");
        }
    }
}

#[test]
fn every_figure_of_every_bundled_operation_comes_out_again() {
    let library = Library::bundled();
    for place in 0..library.len() {
        holds(&library.open(place).unwrap(), Asked::default());
    }
}

#[test]
fn only_the_places_that_fit_are_written_in_the_order_asked_for() {
    let operation = data::bundled().unwrap();
    let filter = filter::parse("region:europe").unwrap();
    let sort = Sort::read("-name").unwrap();
    let asked = Asked { filter: Some(&filter), sort: Some(&sort), ..Asked::default() };
    holds(&operation, asked);
    let found = rows(&written(&[&operation], asked));
    let said = |row: &&HashMap<String, String>| row["summary"].starts_with("Only places that fit");
    let note = found.iter().find(said).unwrap();
    assert!(note["summary"].contains("region:europe"), "{note:?}");
    assert!(note["row"] == "note" && note["value"].is_empty());
    let places = found.iter().filter(|row| row["row"] == "figure").map(|row| &row["place"]);
    let mut places: Vec<&String> = places.collect();
    places.dedup();
    assert!(places.len() > 1 && places.is_sorted_by(|one, next| one > next), "{places:?}");
}

#[test]
fn every_report_says_what_every_export_says() {
    let operation = data::bundled().unwrap();
    let found = rows(&written(&[&operation], Asked::default()));
    let notes: Vec<&str> = found
        .iter()
        .take_while(|row| row["row"] == "note")
        .map(|row| row["summary"].as_str())
        .collect();
    assert!(notes[0].starts_with("Independent; not a product of INTERPOL."));
    assert!(notes[1].contains("preliminary"));
    assert!(operation.notes.iter().all(|note| notes.contains(&note.as_str())));
}

#[test]
fn what_other_sources_say_and_what_a_figure_is_marked_with_stand_beside_it() {
    let library = Library::bundled();
    let (mut others, mut marks) = (0, 0);
    for at in 0..library.len() {
        let operation = library.open(at).unwrap();
        let found = rows(&written(&[&operation], Asked::default()));
        for conflict in &operation.conflicts {
            let row = found.iter().find(|row| row["figure"] == conflict.figure.as_str()).unwrap();
            for other in &conflict.others {
                assert!(row["other_values"].contains(other.as_printed.as_str()), "{row:?}");
                others += 1;
            }
        }
        for (_, figure) in operation.figures().filter(|(_, figure)| figure.marks.disputed) {
            let id = figure.id.as_ref().unwrap().as_str();
            let row = found.iter().find(|row| row["figure"] == id).unwrap();
            assert!(row["marks"].contains("sources disagree"), "{row:?}");
            marks += 1;
        }
    }
    assert!(others > 5 && marks > 0, "{others} {marks}");
}

#[test]
fn operations_follow_one_another_under_one_head() {
    let library = Library::bundled();
    let operations: Vec<_> = (0..3).map(|place| library.open(place).unwrap()).collect();
    let all: Vec<&Operation> = operations.iter().collect();
    let found = rows(&written(&all, Asked::default()));
    let mut ids: Vec<&str> = found.iter().map(|row| row["operation"].as_str()).collect();
    ids.dedup();
    assert_eq!(ids, operations.iter().map(|one| one.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn hostile_texts_come_out_as_they_are_and_none_is_run() {
    let long = "x\", ".repeat(2_400);
    let hostile = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1",
        "@SUM(1)",
        "'=1",
        "\"quoted\", and more",
        "a\r\nb\tc",
        "\u{202e}=1+1",
        "\t=1+1",
        "＝1+1",
        &long,
    ];
    for text in hostile {
        let mut file: serde_json::Value =
            serde_json::from_str(include_str!("../data/liberterra-2.json")).unwrap();
        for field in ["/actions/0/summary", "/totals/0/as_printed", "/sources/0/publisher"] {
            *file.pointer_mut(field).unwrap() = text.into();
        }
        let operation = data::load("hostile.json", file.to_string().as_bytes()).unwrap();
        holds(&operation, Asked::default());
        let report = written(&[&operation], Asked::default());
        for cell in records(report.trim_start_matches('\u{feff}')).into_iter().flatten() {
            let first = cell.trim_start().chars().next().unwrap_or('x');
            assert!(!"=+-@＝＋－＠\t\r".contains(first), "{cell}");
        }
    }
}

proptest! {
    #![proptest_config(support::steady())]

    #[test]
    fn every_figure_of_any_operation_comes_out_again(
        number: u64,
        size in prop::sample::select(Size::ALL.to_vec()),
        filtered: bool,
    ) {
        let operation = thrown(number, size);
        let filter = filter::parse("-has:arrests").unwrap();
        let sort = Sort::read("rescued").unwrap();
        let asked = Asked { filter: filtered.then_some(&filter), sort: filtered.then_some(&sort), ..Asked::default() };
        holds(&operation, asked);
    }
}
