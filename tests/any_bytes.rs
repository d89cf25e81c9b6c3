//! Any bytes, any text, any JSON and any slip in a bundled file: reading and checking never break,
//! and agree on what can be used.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "hostile/agree.rs"]
mod agree;
#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "hostile/stream.rs"]
mod stream;
mod support;

use liberterra::data::{load, sanitize};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use std::fs;
use support::steady;
use unicode_segmentation::UnicodeSegmentation as _;

const BUNDLED: [&str; 4] = [
    include_str!("../data/liberterra-2.json"),
    include_str!("../data/liberterra-1.json"),
    include_str!("../data/turquesa-5.json"),
    include_str!("../data/flash-weka.json"),
];

/// Words that mean something in an operation file, and some that nearly do.
const WORDS: [&str; 24] = [
    "some",
    "arrested",
    "rescued",
    "suspects",
    "victims",
    "exact",
    "at_least",
    "TR",
    "TUR",
    "press",
    "2024-02-30",
    "2024",
    "https://e.org/",
    "javascript:1",
    "2,517",
    "arrests",
    "l2-pn",
    "nat",
    "preliminary",
    "disagreement",
    "\u{1b}[2J",
    "a\u{202e}b",
    "",
    " ",
];

/// Reads and checks bytes, and asserts that both agree on whether they can be used.
fn agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    agree::on(bytes).map_err(TestCaseError::fail)
}

/// Every value of a tree that is not its root, by its path.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    match value {
        // A slash has a meaning of its own in a path.
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !name.contains(['/', '~']))
            .for_each(|(name, value)| {
                let here = format!("{at}/{name}");
                places.push(here.clone());
                self::places(value, &here, places);
            }),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| {
            let here = format!("{at}/{index}");
            places.push(here.clone());
            self::places(value, &here, places);
        }),
        _ => {}
    }
}

/// A slip in a file.
#[derive(Clone, Debug)]
enum Slip {
    /// A value is another one.
    Replace(Value),
    /// A value is what stands elsewhere.
    Copy(Index),
    /// A field or an item is missing.
    Drop,
    /// A field is called otherwise; an item stands twice.
    Rename(String),
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(WORDS.as_slice()).prop_map(str::to_owned),
        1 => ".{0,12}",
    ]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0_u64..4000).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((words(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn slips() -> impl Strategy<Value = Vec<(Index, Slip)>> {
    let slip = prop_oneof![
        3 => values().prop_map(Slip::Replace),
        3 => any::<Index>().prop_map(Slip::Copy),
        1 => Just(Slip::Drop),
        1 => words().prop_map(Slip::Rename),
    ];
    prop::collection::vec((any::<Index>(), slip), 1..5)
}

/// A bundled file with slips in it.
fn slipped(file: &str, slips: Vec<(Index, Slip)>) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    for (index, slip) in slips {
        let mut all = Vec::new();
        places(&file, "", &mut all);
        if all.is_empty() {
            break;
        }
        let place = all[index.index(all.len())].clone();
        let (parent, name) = place.rsplit_once('/').unwrap();
        match slip {
            Slip::Replace(value) => *file.pointer_mut(&place).unwrap() = value,
            Slip::Copy(from) => {
                let other = file.pointer(&all[from.index(all.len())]).unwrap().clone();
                *file.pointer_mut(&place).unwrap() = other;
            }
            Slip::Drop => match file.pointer_mut(parent).unwrap() {
                Value::Object(fields) => drop(fields.remove(name)),
                Value::Array(items) => drop(items.remove(name.parse().unwrap())),
                _ => {}
            },
            Slip::Rename(other) => match file.pointer_mut(parent).unwrap() {
                Value::Object(fields) => {
                    let value = fields.remove(name).unwrap();
                    fields.insert(other, value);
                }
                Value::Array(items) => items.push(items[name.parse::<usize>().unwrap()].clone()),
                _ => {}
            },
        }
    }
    file.to_string()
}

/// A bundled file in which some figures have other values and are part of others.
fn related(file: &str, others: Vec<(Index, Index, Option<u64>)>) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    let mut all = Vec::new();
    places(&file, "", &mut all);
    all.retain(|place| file.pointer(place).unwrap().get("measure").is_some());
    for (number, place) in all.iter().enumerate() {
        let figure = file.pointer_mut(place).unwrap();
        if figure.get("id").is_none() {
            figure["id"] = json!(format!("figure-{number}"));
        }
    }
    for (part, whole, value) in others {
        let whole = file.pointer(&all[whole.index(all.len())]).unwrap()["id"].clone();
        let part = file.pointer_mut(&all[part.index(all.len())]).unwrap();
        part["part_of"] = whole;
        if let Some(value) = value {
            part["value"] = json!(value);
        }
    }
    file.to_string()
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn any_part_of_anything_is_read_and_checked(
        file in any::<Index>(),
        others in prop::collection::vec(
            (any::<Index>(), any::<Index>(), prop::option::of(0_u64..30_000)),
            1..4,
        ),
    ) {
        agree(related(BUNDLED[file.index(BUNDLED.len())], others).as_bytes())?;
    }

    #[test]
    fn any_bytes_are_read_and_checked(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        agree(&bytes)?;
    }

    #[test]
    fn any_text_is_read_and_checked(text in ".{0,200}") {
        agree(text.as_bytes())?;
    }

    #[test]
    fn any_pieces_of_json_are_read_and_checked(
        text in r#"([{}\[\],:"\\ \n]|"[a-z]{0,4}"|[-0-9.eE]{1,5}|true|null|//|"(schema|id|totals|value)":){0,40}"#,
    ) {
        agree(text.as_bytes())?;
    }

    #[test]
    fn any_json_is_read_and_checked(value in values()) {
        agree(value.to_string().as_bytes())?;
    }

    #[test]
    fn any_slip_in_a_file_is_read_and_checked(file in any::<Index>(), slips in slips()) {
        agree(slipped(BUNDLED[file.index(BUNDLED.len())], slips).as_bytes())?;
    }

    #[test]
    fn a_file_cut_or_patched_anywhere_is_read_and_checked(
        file in any::<Index>(),
        (from, to) in (any::<Index>(), any::<Index>()),
        patch in prop_oneof![words(), r#"[{}\[\],:"]{1,3}"#],
        cut in any::<bool>(),
    ) {
        let bytes = BUNDLED[file.index(BUNDLED.len())].as_bytes();
        let from = from.index(bytes.len());
        let to = if cut { bytes.len() } else { from + to.index((bytes.len() - from).min(40)) };
        let patched = [&bytes[..from], patch.as_bytes(), &bytes[to..]].concat();
        agree(&patched)?;
    }

    #[test]
    fn whatever_passes_the_door_is_clean_and_passes_it_again_unchanged(text in door_texts()) {
        let clean = sanitize::clean(&text);
        let found = clean.as_str().chars().find(|c| stream::is_forbidden(*c));
        prop_assert_eq!(found, None);
        prop_assert_eq!(stream::fault(clean.as_str().as_bytes(), false), None);
        let largest = clean.as_str().graphemes(true).map(str::len).max();
        prop_assert!(largest.is_none_or(|bytes| bytes <= 32), "{largest:?}");
        let again = sanitize::clean(clean.as_str());
        prop_assert_eq!(again.as_str(), clean.as_str());
    }
}

/// Texts of any characters, and of those that join, stack, hide or turn.
fn door_texts() -> impl Strategy<Value = String> {
    let pieces: Vec<String> = payloads::payloads().into_iter().map(|(_, text)| text).collect();
    let odd = prop::sample::select(pieces).prop_flat_map(|text| {
        let text: Vec<char> = text.chars().collect();
        let length = text.len();
        (Just(text), 0..=length, 0_usize..12)
            .prop_map(|(text, from, more)| text.iter().skip(from).take(more).collect::<String>())
    });
    let piece = prop_oneof![
        any::<String>(),
        odd,
        any::<char>().prop_map(String::from),
        (0x300_u32..0x3100)
            .prop_filter_map("no character", |c| char::from_u32(c).map(String::from)),
        (0x1100_u32..0x1200).prop_filter_map("no jamo", |c| char::from_u32(c).map(String::from)),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn what_was_found_by_trying_is_read_and_checked() {
    let saved = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus");
    let mut files = 0;
    for entry in fs::read_dir(saved).unwrap() {
        let path = entry.unwrap().path();
        let result = agree::on(&fs::read(&path).unwrap());
        assert!(result.is_ok(), "{}: {result:?}", path.display());
        files += 1;
    }
    assert!(files > 100, "the corpus is not there: {files} files");
}

#[test]
fn every_payload_in_every_field_is_read_and_checked() {
    for (name, text) in payloads::payloads() {
        let result = agree(&payloads::everywhere(&text));
        assert!(result.is_ok(), "{name}: {result:?}");
    }
    let value = json!({"schema": 1});
    assert!(load("x.json", value.to_string().as_bytes()).is_err());
}
