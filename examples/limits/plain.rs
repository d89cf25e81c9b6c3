//! The same file in plain structs that borrow their strings: what reading JSON costs by itself.
//!
//! Knows the names of the fields, and nothing that has to hold of them. A text with an escape in it
//! cannot be borrowed; the made-up file has none.

#![expect(dead_code, reason = "it is read and looked at by nobody")]

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
pub(crate) struct Operation<'a> {
    #[serde(borrow)]
    id: &'a str,
    name: &'a str,
    totals: Vec<Figure<'a>>,
    actions: Vec<Action<'a>>,
}

#[derive(Deserialize)]
struct Action<'a> {
    #[serde(borrow)]
    id: &'a str,
    #[serde(default)]
    countries: Vec<&'a str>,
    region: Option<&'a str>,
    summary: &'a str,
    #[serde(default)]
    offences: Vec<&'a str>,
    #[serde(default)]
    figures: Vec<Figure<'a>>,
    citations: Vec<Citation<'a>>,
    note: Option<&'a str>,
}

#[derive(Deserialize)]
struct Figure<'a> {
    #[serde(borrow)]
    id: Option<&'a str>,
    measure: &'a str,
    who: Option<&'a str>,
    value: Value,
    qualifier: Option<&'a str>,
    as_printed: Option<&'a str>,
    citations: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
struct Citation<'a> {
    #[serde(borrow)]
    source: &'a str,
    locator: Option<&'a str>,
}

/// A number, or the word `some`.
struct Value(Option<u64>);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a word")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
                Ok(Value(Some(number)))
            }

            fn visit_str<E: Error>(self, _: &str) -> Result<Value, E> {
                Ok(Value(None))
            }
        }
        from.deserialize_any(Number)
    }
}
