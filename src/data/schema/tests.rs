//! The JSON Schema as the types have it, held against the one that is kept.
//!
//! Knows how it is made. `UPDATE_DOCS=1` writes it anew.

use std::borrow::Cow;
use std::path::Path;

use schemars::{JsonSchema, Schema, SchemaGenerator, schema_for};

use super::{Operation, SCHEMA, Text};

impl JsonSchema for Text<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[test]
fn the_schema_that_is_kept_is_that_of_the_types() {
    let made = format!("{:#}\n", schema_for!(Operation<'static>).to_value());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema.json");
        std::fs::write(kept, made).unwrap();
    } else {
        assert!(
            made.as_bytes() == SCHEMA,
            "data/schema.json is old: run this test with UPDATE_DOCS=1"
        );
    }
}
