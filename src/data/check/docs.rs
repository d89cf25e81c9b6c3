//! The tables of `data/README.md`: every field, and every word of the closed lists.
//!
//! Knows how they are written. What they say is taken from the types; a test holds the document
//! against them.

use std::fmt::Write as _;

use serde_json::Value;

use super::fields::{self, Form, Need, Shape};
use super::words;
use crate::data::SCHEMA;
use crate::model::measure::{Family, Measure};

/// The objects of the format, with the name of each in the schema.
const OBJECTS: [(&str, &str, &Shape); 11] = [
    ("Operation", "", &fields::OPERATION),
    ("Figure", "Figure", &fields::FIGURE),
    ("Apart", "SetApart", &fields::APART),
    ("Citation", "Citation", &fields::CITATION),
    ("Action", "Action", &fields::ACTION),
    ("Route", "Route", &fields::ROUTE),
    ("Stop", "Stop", &fields::STOP),
    ("Conflict", "Conflict", &fields::CONFLICT),
    ("Other value", "OtherValue", &fields::OTHER),
    ("Source", "Source", &fields::SOURCE),
    ("Step", "Step", &fields::STEP),
];

/// The closed lists of words but the measures.
const LISTS: [(&str, &str); 11] = [
    ("`who`", "Who"),
    ("`group`", "Group"),
    ("`qualifier`", "Qualifier"),
    ("`offences`", "Offence"),
    ("`why` of `apart`", "Apart"),
    ("`kind` of a conflict", "ConflictKind"),
    ("`strength` of a source", "Strength"),
    ("`status` of an operation", "Status"),
    ("`show` of a step", "Show"),
    ("`part` of a step", "Region"),
    ("`family` of a step", "Coloured"),
];

fn schema() -> Value {
    serde_json::from_slice(SCHEMA).unwrap_or_default()
}

/// The fields of every object; those that are required stand in bold.
#[must_use]
pub fn objects() -> String {
    let schema = schema();
    let mut text = String::new();
    for (title, name, shape) in OBJECTS {
        let path = if name.is_empty() { String::new() } else { format!("/$defs/{name}") };
        let _ = writeln!(text, "### {title}\n\n| field | holds | meaning |\n|---|---|---|");
        for field in shape.fields {
            let of = format!("{path}/properties/{}/description", field.name);
            let said = schema.pointer(&of);
            let must = if field.need == Need::Must { "**" } else { "" };
            let (name, holds) = (field.name, holds(field.form));
            let _ = writeln!(text, "| {must}`{name}`{must} | {holds} | {} |", sentence(said));
        }
        text.push('\n');
    }
    text
}

/// The words of every closed list, each with its meaning.
#[must_use]
pub fn lists() -> String {
    let schema = schema();
    let mut text = "### `measure`\n\n| measure | counts |\n|---|---|\n".to_owned();
    let meanings = meanings(&schema, "Measure");
    for family in Family::COLUMNS.into_iter().chain([Family::Attributes]) {
        let _ = writeln!(text, "| *{}* | |", family.heading());
        let of_family = |word: &str| {
            words::meaning::<Measure>(word).is_some_and(|measure| measure.family() == family)
        };
        for (word, meaning) in meanings.iter().filter(|(word, _)| of_family(word)) {
            let _ = writeln!(text, "| `{word}` | {meaning} |");
        }
    }
    for (title, name) in LISTS {
        let _ = writeln!(text, "\n### {title}\n\n| word | meaning |\n|---|---|");
        for (word, meaning) in self::meanings(&schema, name) {
            let _ = writeln!(text, "| `{word}` | {meaning} |");
        }
    }
    text
}

/// The words of a list with their meanings, in the order of the type.
fn meanings(schema: &Value, name: &str) -> Vec<(String, String)> {
    let words = schema.pointer(&format!("/$defs/{name}/oneOf")).and_then(Value::as_array);
    let words = words.map_or(&[][..], Vec::as_slice);
    let word = |one: &Value| {
        let word = one.get("const").and_then(Value::as_str).unwrap_or_default();
        (word.to_owned(), sentence(one.get("description")))
    };
    words.iter().map(word).collect()
}

/// A description on one line.
fn sentence(said: Option<&Value>) -> String {
    said.and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
}

/// What a field holds, in a word or two.
fn holds(form: Form) -> String {
    match form {
        Form::Format => "`1`".to_owned(),
        Form::Text(300) => "text".to_owned(),
        Form::Text(most) => format!("text of up to {most} characters"),
        Form::Flag => "`true` or `false`".to_owned(),
        Form::Value => "whole number or `\"some\"`".to_owned(),
        Form::Date => "date".to_owned(),
        Form::Link => "address".to_owned(),
        Form::Country => "country code".to_owned(),
        Form::Locator => "text of up to 8 words".to_owned(),
        Form::Word(..) => "one of [its words](#words)".to_owned(),
        Form::List(Form::Object(shape)) => format!("list of {}", plural(shape.noun)),
        Form::List(Form::Word(..)) => "list of [its words](#words)".to_owned(),
        Form::List(Form::Country) => "list of country codes".to_owned(),
        Form::List(_) => "list of texts".to_owned(),
        Form::Object(shape) => shape.noun.to_owned(),
    }
}

/// Several of what a noun names: `a figure`, `another value`.
fn plural(noun: &str) -> String {
    let bare = noun.strip_prefix("an ").or_else(|| noun.strip_prefix("a ")).unwrap_or(noun);
    match bare.split_once(' ') {
        Some(("another", one)) => format!("other {one}s"),
        Some((one, rest)) => format!("{one}s {rest}"),
        None => format!("{bare}s"),
    }
}
