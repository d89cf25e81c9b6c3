//! The report for programs: it loses nothing, says what was asked for, and opens again.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "support/operations.rs"]
mod operations;
mod support;

use std::process::{Command, Stdio};

use boon::{Compiler, Schemas};
use liberterra::data::{self, Library};
use liberterra::model::amount::Amount;
use liberterra::model::figure::Figure;
use liberterra::model::filter;
use liberterra::model::operation::Operation;
use liberterra::model::query::Sort;
use liberterra::report::asked::Asked;
use liberterra::report::json;
use operations::{Size, thrown};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

fn written(operations: &[&Operation], asked: Asked<'_>) -> String {
    let mut out = Vec::new();
    json::write(operations, Vec::new(), asked, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn parsed(operations: &[&Operation], asked: Asked<'_>) -> Value {
    serde_json::from_str(&written(operations, asked)).unwrap()
}

/// Everything that an operation holds.
fn told(operation: &Operation) -> String {
    format!("{operation:?}")
}

fn bundled() -> Vec<Operation> {
    let library = Library::bundled();
    (0..library.len()).map(|place| library.open(place).unwrap()).collect()
}

#[test]
fn every_bundled_operation_is_read_back_as_it_was() {
    let sort = Sort::read("rescued,-name").unwrap();
    let filter = filter::parse("arrests>=10 -region:asia").unwrap();
    for operation in bundled() {
        for asked in [
            Asked::default(),
            Asked { filter: Some(&filter), ..Asked::default() },
            Asked { filter: Some(&filter), sort: Some(&sort), ..Asked::default() },
        ] {
            let report = written(&[&operation], asked);
            let again = data::load("report.json", report.as_bytes()).unwrap();
            assert_eq!(told(&again), told(&operation), "{}", operation.id);
        }
    }
}

#[test]
fn several_operations_are_read_back_each_from_its_place() {
    let operations = bundled();
    let all: Vec<&Operation> = operations.iter().collect();
    let report = written(&all, Asked::default());
    for (place, operation) in operations.iter().enumerate() {
        let again = data::load_reported("report.json", report.as_bytes(), place).unwrap();
        assert_eq!(told(&again), told(operation));
    }
    let beyond = data::load_reported("report.json", report.as_bytes(), operations.len());
    assert!(beyond.unwrap_err().to_string().contains("does not hold that operation"));
}

#[test]
fn what_is_cut_out_of_a_report_is_an_operation_file() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_slice(data::SCHEMA).unwrap();
    compiler.add_resource("operation.json", schema).unwrap();
    let index = compiler.compile("operation.json", &mut schemas).unwrap();
    for operation in bundled() {
        let cut = &parsed(&[&operation], Asked::default())["operations"][0]["operation"];
        schemas.validate(cut, index).unwrap();
        let text = cut.to_string();
        let found = data::check::check(text.as_bytes());
        assert!(found.is_empty(), "{}: {found:?}", operation.id);
        assert_eq!(told(&data::load("cut.json", text.as_bytes()).unwrap()), told(&operation));
    }
}

/// The figures of an operation in a report, in the order of the model: totals, then actions.
fn figures(operation: &Value) -> Vec<&Value> {
    let totals = operation["totals"].as_array().unwrap().iter();
    let actions = operation["actions"].as_array().unwrap().iter();
    totals.chain(actions.filter_map(|action| action.get("figures")?.as_array()).flatten()).collect()
}

#[test]
fn every_figure_stands_in_the_report_with_its_qualifier_measure_and_source() {
    for operation in bundled() {
        let report = parsed(&[&operation], Asked::default());
        let found = figures(&report["operations"][0]["operation"]);
        let held: Vec<&Figure> = operation.figures().map(|(_, figure)| figure).collect();
        assert_eq!(found.len(), held.len());
        for (found, figure) in found.into_iter().zip(held) {
            let qualifier = found.get("qualifier").map_or("exact", |word| word.as_str().unwrap());
            assert_eq!(found["measure"], word(figure.measure));
            match figure.amount {
                Amount::Some => assert_eq!(found["value"], "some"),
                Amount::Number(wanted, value) => {
                    assert_eq!(
                        (found["value"].as_u64(), qualifier),
                        (Some(value), word(wanted).as_str())
                    );
                }
            }
            let cited = found["citations"].as_array().unwrap().iter();
            let cited: Vec<&str> = cited.map(|one| one["source"].as_str().unwrap()).collect();
            let sources = figure.citations.iter().map(|one| &operation.sources[one.source()]);
            assert_eq!(cited, sources.map(|source| source.id.as_str()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_report_opens_as_the_operations_that_are_in_it() {
    let folder = std::env::temp_dir().join(format!("liberterra-json-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (several, one) = (folder.join("several.json"), folder.join("one.json"));
    let operations = bundled();
    let all: Vec<&Operation> = operations.iter().collect();
    std::fs::write(&several, written(&all, Asked::default())).unwrap();
    std::fs::write(&one, written(&all[1..2], Asked::default())).unwrap();
    let library = Library::of_files(&[several, one.clone()]).unwrap();
    assert_eq!(library.len(), operations.len() + 1);
    for (place, operation) in all.iter().enumerate() {
        assert_eq!(told(&library.open(place).unwrap()), told(operation));
        assert!(
            library.title(place).as_str().ends_with(&format!("several.json, {}", operation.id))
        );
    }
    assert_eq!(told(&library.open(all.len()).unwrap()), told(all[1]));
    assert_eq!(library.title(all.len()).as_str(), one.to_string_lossy());
    assert_eq!(library.place(Some("weka-2")).unwrap(), 11);
    std::fs::remove_dir_all(folder).unwrap();
}

/// What the program prints.
fn printed(options: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_liberterra"))
        .args(options)
        .stdin(Stdio::null())
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{options:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_report_that_is_opened_again_shows_what_it_showed() {
    let folder = std::env::temp_dir().join(format!("liberterra-again-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("report.json").to_string_lossy().into_owned();
    let asked = [
        "--screen",
        "countries",
        "--filter",
        "region:europe",
        "--sort",
        "-name",
        "--group",
        "source",
    ];
    let report = printed(&[&["report", "--format", "json"], &asked[..]].concat());
    std::fs::write(&file, &report).unwrap();
    let again = printed(&[&file, "--plain"]);
    assert_eq!(again, printed(&[&["--plain"], &asked[..]].concat()));
    assert!(again.contains("region:europe"), "{again}");
    // What the command line asks for goes first.
    let other = printed(&[&file, "--plain", "--filter", "region:africa"]);
    assert!(other.contains("region:africa") && !other.contains("region:europe"), "{other}");
    let whole = printed(&[&file, "--plain", "--filter", "", "--screen", "overview"]);
    assert!(!whole.contains("region:europe"));
    // A report of a report is the same report.
    assert_eq!(printed(&["report", "--format", "json", &file]), report);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_a_map_counts_and_what_is_compared_and_how_is_shown_again() {
    let folder = std::env::temp_dir().join(format!("liberterra-how-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("report.json").to_string_lossy().into_owned();
    let all: [&[&str]; 5] = [
        &["--screen", "map", "--counts", "moved"],
        &["--screen", "map", "--counts", "arrests"],
        &["--compare", "turquesa-1,turquesa-2,weka-1", "--per", "day", "--rows", "measures"],
        &["--screen", "compare", "--measure", "victims rescued", "--filter", "region:asia"],
        &["--rows", "countries", "--per", "country"],
    ];
    for asked in all {
        let report = printed(&[&["report", "--format", "json"], asked].concat());
        std::fs::write(&file, &report).unwrap();
        for format in ["text", "csv"] {
            let said = |from: &[&str]| printed(&[&["report", "--format", format], from].concat());
            assert_eq!(said(&[&file]), said(asked), "{asked:?} as {format}");
        }
        assert_eq!(printed(&["report", "--format", "json", &file]), report, "{asked:?}");
        let other = printed(&[&file, "--plain", "--screen", "sources"]);
        assert!(other.contains("Sources: what each of them supports"), "{other}");
    }
    let report: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!((&report["rows"], &report["per"]), (&"countries".into(), &"country".into()));
    assert_eq!(report["compare"], "liberterra-1,liberterra-2,liberterra-3");
    std::fs::remove_dir_all(folder).unwrap();
}

/// A word of a closed list as files have it.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_filtered_report_says_so_and_holds_the_whole_operation() {
    let operation = data::bundled().unwrap();
    let filter = filter::parse("region:europe arrests>=1").unwrap();
    let sort = Sort::read("-name").unwrap();
    let asked = Asked { filter: Some(&filter), sort: Some(&sort), ..Asked::default() };
    let report = parsed(&[&operation], asked);
    assert_eq!(report["filter"], filter.to_string());
    assert_eq!(report["sort"], sort.to_string());
    assert!(report["about"].as_str().unwrap().starts_with("Independent"));
    let entry = &report["operations"][0];
    assert_eq!(entry["operation"]["actions"].as_array().unwrap().len(), operation.actions.len());
    let shown = &entry["shown"];
    assert_eq!(shown["of"], operation.rows.len());
    let rows = asked.rows(&operation);
    assert!(!rows.is_empty() && rows.len() < operation.rows.len());
    let places = shown["places"].as_array().unwrap();
    assert_eq!(places.len(), rows.len());
    for (place, row) in places.iter().zip(rows) {
        let row = &operation.rows[row];
        let actions = operation.actions_of(row).map(|action| action.id.as_str());
        let said = place["actions"].as_array().unwrap().iter().map(|id| id.as_str().unwrap());
        assert!(said.eq(actions));
        let codes = row.place.countries().iter().map(|country| country.code());
        let said = place["countries"].as_array().unwrap().iter().map(|code| code.as_str().unwrap());
        assert!(said.eq(codes));
    }
    let whole = parsed(&[&operation], Asked::default());
    assert!(whole.get("filter").is_none() && whole["operations"][0].get("shown").is_none());
}

#[test]
fn texts_that_were_cleaned_are_told_again() {
    let hostile = include_str!("../data/liberterra-2.json").replacen(
        "\"notes\": [",
        "\"notes\": [\"\\u001b[2J \\u202e\\\"=1+1\\\"\",",
        1,
    );
    let operation = data::load("hostile.json", hostile.as_bytes()).unwrap();
    assert!(operation.replaced > 0);
    let report = written(&[&operation], Asked::default());
    let again = data::load("report.json", report.as_bytes()).unwrap();
    assert_eq!(told(&again), told(&operation));
}

#[test]
fn what_would_be_too_long_once_it_is_cleaned_is_not_let_in() {
    let note = format!("\"notes\": [\"{}\",", "\\u0001".repeat(4_000));
    let file = include_str!("../data/liberterra-2.json").replacen("\"notes\": [", &note, 1);
    assert!(data::load("long.json", file.as_bytes()).is_err());
}

#[test]
fn what_is_no_report_any_more_is_refused_with_its_place() {
    let operation = data::bundled().unwrap();
    let report = written(&[&operation], Asked::default());
    for (old, new, said) in [
        ("\"liberterra_report\": 1", "\"liberterra_report\": 2", "another version"),
        ("\"operation\": {", "\"operations\": {", "unknown field"),
        ("\"about\":", "\"beside\":", "unknown field"),
        ("\"organiser\":", "\"organizer\":", "unknown field"),
    ] {
        let changed = report.replacen(old, new, 1);
        assert_ne!(changed, report);
        let error = data::load("report.json", changed.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("line "), "{error}");
    }
    let found = data::check::check(report.as_bytes());
    assert_eq!(found.len(), 1);
    assert!(found[0].what.as_str().contains("this is a report"));
}

proptest! {
    #![proptest_config(support::steady())]

    #[test]
    fn any_operation_is_read_back_as_it_was(
        number: u64,
        size in prop::sample::select(Size::ALL.to_vec()),
        filtered: bool,
    ) {
        let operation = thrown(number, size);
        let filter = filter::parse("-has:arrests").unwrap();
        let sort = Sort::read("rescued").unwrap();
        let asked = Asked { filter: filtered.then_some(&filter), sort: filtered.then_some(&sort), ..Asked::default() };
        let report = written(&[&operation, &operation], asked);
        for place in 0..2 {
            let again = data::load_reported("report.json", report.as_bytes(), place).unwrap();
            prop_assert_eq!(told(&again), told(&operation));
        }
    }
}
