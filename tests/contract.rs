//! The data contract: the schema made from the types, held against the bundled files and the
//! example of `data/README.md` by an independent validator.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use liberterra::data;
use serde_json::{Value, json};

/// Every operation file of the project.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_operation = |path: &PathBuf| {
        path.extension().is_some_and(|end| end == "json") && !path.ends_with("schema.json")
    };
    files.filter(is_operation).collect()
}

fn schema() -> Value {
    serde_json::from_slice(data::SCHEMA).unwrap()
}

fn validator() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("operation.json", schema()).unwrap();
    let index = compiler.compile("operation.json", &mut schemas).unwrap();
    (schemas, index)
}

fn is_valid(value: &Value) -> bool {
    let (schemas, index) = validator();
    schemas.validate(value, index).is_ok()
}

/// The example in `data/README.md`.
fn example() -> Value {
    let readme = include_str!("../data/README.md");
    let (_, rest) = readme.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    serde_json::from_str(example).unwrap()
}

#[test]
fn every_bundled_file_follows_the_schema_and_loads() {
    let files = files();
    assert!(!files.is_empty());
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(is_valid(&serde_json::from_slice(&bytes).unwrap()), "{name}");
        data::load(&name, &bytes).unwrap();
    }
}

#[test]
fn the_example_of_the_documentation_is_complete_and_loads() {
    let example = example();
    assert!(is_valid(&example));
    let operation = data::load("example.json", example.to_string().as_bytes()).unwrap();
    assert!(!operation.totals.is_empty() && !operation.actions.is_empty());
    assert!(!operation.routes.is_empty() && !operation.conflicts.is_empty());
}

#[test]
fn the_documentation_names_every_field() {
    let readme = include_str!("../data/README.md");
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for object in definitions.chain([&schema]) {
        for field in object["properties"].as_object().into_iter().flatten().map(|(name, _)| name) {
            assert!(readme.contains(&format!("`{field}`")), "{field} is not documented");
        }
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let change = |path: &str, value: Value| {
        let mut changed = example();
        *changed.pointer_mut(path).unwrap() = value;
        changed
    };
    for (path, value) in [
        ("/totals/0/value", json!(-1)),
        ("/totals/0/value", json!(1.5)),
        ("/totals/0/value", json!("many")),
        ("/totals/0/measure", json!("reformed")),
        ("/totals/0/qualifier", json!("roughly")),
        ("/sources/0/strength", json!("rumour")),
        ("/actions", json!({})),
        ("/status", json!(null)),
    ] {
        let changed = change(path, value);
        assert!(!is_valid(&changed), "{path}");
        assert!(data::load("changed.json", changed.to_string().as_bytes()).is_err(), "{path}");
    }
    let mut more = example();
    more.as_object_mut().unwrap().insert("colour".into(), json!("red"));
    assert!(!is_valid(&more));
}
