//! Valid operations of every kind: none, one country, all of them, odd texts, every measure.
//!
//! Knows the format by its JSON Schema, so that a new measure or offence is thrown too. The same
//! number throws the same operation.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use std::sync::LazyLock;

use liberterra::data;
use liberterra::model::country::Country;
use liberterra::model::measure::{Family, Measure};
use liberterra::model::operation::Operation;
use serde_json::{Value, json};

/// How large an operation is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// Nothing is reported.
    Empty,
    /// One action in one country.
    One,
    /// A few of everything.
    Few,
    /// An action in every country, and hundreds more.
    Many,
}

impl Size {
    pub const ALL: [Self; 4] = [Self::Empty, Self::One, Self::Few, Self::Many];
}

/// Every word that the schema allows for a closed list.
fn words(list: &str) -> Vec<String> {
    let schema: Value = serde_json::from_slice(data::SCHEMA).unwrap();
    let list = schema["$defs"][list].clone();
    let words: Vec<String> = match list["oneOf"].as_array() {
        Some(each) => each.iter().flat_map(constants).collect(),
        None => constants(&list),
    };
    assert!(words.len() > 1, "{list}");
    words
}

/// The words in one part of a schema: one `const`, or all of an `enum`.
fn constants(part: &Value) -> Vec<String> {
    let several = part["enum"].as_array().cloned().unwrap_or_else(|| vec![part["const"].clone()]);
    several.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

struct Lists {
    measures: Vec<(String, bool)>,
    who: Vec<String>,
    groups: Vec<String>,
    offences: Vec<String>,
    qualifiers: Vec<String>,
    strengths: Vec<String>,
    kinds: Vec<String>,
    reasons: Vec<String>,
    countries: Vec<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    measures: words("Measure")
        .into_iter()
        .map(|word| (word.clone(), counts_people(&word)))
        .collect(),
    who: words("Who"),
    groups: words("Group"),
    offences: words("Offence"),
    qualifiers: words("Qualifier"),
    strengths: words("Strength"),
    kinds: words("ConflictKind"),
    reasons: words("Apart"),
    countries: Country::all().map(|country| country.code().to_string()).collect(),
});

/// Whether a measure has to say who is counted.
fn counts_people(measure: &str) -> bool {
    let measure: Measure = serde_json::from_value(json!(measure)).unwrap();
    measure.family() <= Family::Moved
}

/// Texts as they are, as they should not be, and as somebody might want to do harm with.
const TEXTS: [&str; 22] = [
    "Suspects arrested at the border.",
    "a",
    "",
    " ",
    "Türkiye, Côte d’Ivoire, São Tomé",
    "北京市公安局抓获了三名嫌疑人",
    "عملية ضد الاتجار بالبشر",
    "עברית ועוד",
    "👩‍👩‍👧‍👦 🇹🇷 ☠️",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "≥178 · ≈24,000 … “quoted” – dashed → there",
    "\u{1b}[31mred\u{1b}]52;c;aGk=\u{7}\u{9b}2J",
    "\u{202e}desrever\u{2066}\u{200b}\u{feff}",
    "two\nlines\r\nand a\ttab",
    "a_word_that_never_ends_and_finds_no_place_to_be_cut_at_whatever_the_width_of_the_window_may_be",
    "1,500 irregular migrants rescued and 94 suspected smugglers arrested, 12 of them twice, 3 not",
    "https://example.org/very/long/path?with=a&query=that#goes-on-and-on-and-on-and-on-and-on-and-on",
    "%s %n {} {0} \\ \" ' <b>&amp;</b> $(true) `true`",
    "999999999999999999999999",
    "0",
    "ﷺ ﷽ ㍿ ｗｉｄｅ ½ ²",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
];

/// Numbers that have been trouble somewhere.
const NUMBERS: [u64; 14] = [
    0,
    1,
    2,
    7,
    94,
    999,
    1_000,
    2_517,
    24_000,
    1_000_000,
    8_000_000,
    4_294_967_296,
    9_999_999_999_999_999,
    u64::MAX,
];

/// Throws, the same ones for the same number.
struct Dice(u64);

impl Dice {
    /// `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(count).unwrap()).unwrap()
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    fn text(&mut self) -> String {
        let text = (*self.pick(&TEXTS)).to_owned();
        if self.one_in(9) { [text.as_str(); 12].join(" ") } else { text }
    }

    fn maybe(&mut self) -> Value {
        if self.one_in(2) { json!(self.text()) } else { Value::Null }
    }

    /// A locator: a text of few words.
    fn locator(&mut self) -> Value {
        let text = self.text();
        let words: Vec<&str> = text.split_whitespace().take(8).collect();
        if self.one_in(2) { json!(words.join(" ")) } else { Value::Null }
    }
}

/// What an operation is made of so far.
struct Making {
    dice: Dice,
    sources: usize,
    /// Every figure with an id and its value, for parts and conflicts.
    figures: Vec<(String, Value)>,
}

impl Making {
    fn citations(&mut self) -> Value {
        let count = 1 + self.dice.below(3);
        let cited = (0..count).map(|_| {
            let source = self.dice.below(self.sources);
            json!({ "source": format!("s{source}"), "locator": self.dice.locator() })
        });
        Value::Array(cited.collect())
    }

    fn offences(&mut self) -> Value {
        let count = self.dice.below(3);
        (0..count).map(|_| json!(self.dice.pick(&LISTS.offences))).collect()
    }

    /// A figure; with some luck a part of the one before it, and not larger.
    fn figure(&mut self, id: &str, before: Option<(String, Value)>) -> Value {
        let (measure, people) = self.dice.pick(&LISTS.measures).clone();
        let whole = before.filter(|_| self.dice.one_in(3));
        let value = match &whole {
            Some((_, value)) => value.as_u64().map_or(json!("some"), |whole| json!(whole / 2)),
            None if self.dice.one_in(5) => json!("some"),
            None => json!(self.dice.pick(&NUMBERS)),
        };
        let plain = value.is_string() || whole.is_some();
        let qualifier =
            if plain { "exact".to_owned() } else { self.dice.pick(&LISTS.qualifiers).clone() };
        let who = if people || self.dice.one_in(3) {
            json!(self.dice.pick(&LISTS.who))
        } else {
            Value::Null
        };
        let group =
            if self.dice.one_in(4) { json!(self.dice.pick(&LISTS.groups)) } else { Value::Null };
        let apart = if self.dice.one_in(5) {
            json!({ "why": self.dice.pick(&LISTS.reasons), "note": self.dice.text() })
        } else {
            Value::Null
        };
        let case = if self.dice.one_in(5) {
            json!(format!("case {}", self.dice.below(3)))
        } else {
            Value::Null
        };
        self.figures.push((id.to_owned(), value.clone()));
        json!({
            "id": id, "measure": measure, "who": who, "group": group,
            "value": value, "qualifier": qualifier,
            "unit": self.dice.maybe(), "as_printed": self.dice.maybe(),
            "counted": self.dice.one_in(9), "detail": self.dice.maybe(),
            "alleged": self.dice.one_in(4), "offences": self.offences(),
            "part_of": whole.map(|(id, _)| id), "same_case": case, "apart": apart,
            "citations": self.citations(),
        })
    }

    fn figures(&mut self, of: &str, count: usize) -> Value {
        let mut figures: Vec<Value> = Vec::new();
        for number in 0..count {
            let before = self.figures.last().cloned().filter(|_| number > 0);
            figures.push(self.figure(&format!("{of}-{number}"), before));
        }
        Value::Array(figures)
    }

    fn action(&mut self, number: usize) -> Value {
        let countries: &[String] = &LISTS.countries;
        let mut action = json!({
            "id": format!("a{number}"), "summary": self.dice.text(), "offences": self.offences(),
            "citations": self.citations(), "note": self.dice.maybe(),
        });
        let count = self.dice.below(5);
        action["figures"] = self.figures(&format!("f{number}"), count);
        match self.dice.below(8) {
            0 => action["region"] = json!(self.dice.text()),
            1 => {
                let first = self.dice.below(countries.len() - 3);
                action["countries"] = json!(countries[first..first + 3]);
            }
            _ => action["countries"] = json!([countries[number % countries.len()]]),
        }
        action
    }

    fn stop(&mut self) -> Value {
        if self.dice.one_in(2) {
            json!({ "country": self.dice.pick(&LISTS.countries) })
        } else {
            json!({ "region": self.dice.text() })
        }
    }

    fn route(&mut self, actions: usize) -> Value {
        let stops: Vec<Value> = (0..2 + self.dice.below(4)).map(|_| self.stop()).collect();
        json!({
            "stops": stops, "action": format!("a{}", self.dice.below(actions)),
            "attempted": self.dice.one_in(2), "alleged": self.dice.one_in(2),
            "citations": self.citations(),
        })
    }

    fn conflict(&mut self) -> Value {
        let (figure, _) = self.dice.pick(&self.figures).clone();
        let others: Vec<Value> = (0..self.dice.below(3))
            .map(|_| {
                let source = self.dice.below(self.sources);
                json!({
                    "as_printed": self.dice.text(), "source": format!("s{source}"),
                    "kind": self.dice.pick(&LISTS.kinds),
                })
            })
            .collect();
        json!({ "figure": figure, "others": others, "note": self.dice.text() })
    }

    fn source(&mut self, number: usize) -> Value {
        let date = *self.dice.pick(&[Some("2024-11-06"), Some("2024-11"), Some("2024"), None]);
        json!({
            "id": format!("s{number}"), "publisher": self.dice.text(), "title": self.dice.text(),
            "date": date, "url": self.dice.text(), "language": "en",
            "strength": self.dice.pick(&LISTS.strengths),
        })
    }
}

/// How many totals, actions, routes, conflicts and sources there are.
fn counts(dice: &mut Dice, size: Size) -> [usize; 5] {
    match size {
        Size::Empty => [0; 5],
        Size::One => [dice.below(2), 1, dice.below(2), 0, 1],
        Size::Few => {
            [dice.below(9), 1 + dice.below(20), dice.below(5), dice.below(4), 1 + dice.below(9)]
        }
        Size::Many => [6 + dice.below(40), 300 + dice.below(200), 30, 20, 40],
    }
}

/// A valid operation as it is written in a file.
pub fn written(number: u64, size: Size) -> Value {
    let mut dice = Dice(number);
    let [totals, actions, routes, conflicts, sources] = counts(&mut dice, size);
    let mut making = Making { dice, sources, figures: Vec::new() };
    let totals = making.figures("t", totals);
    let listed: Vec<Value> = (0..actions).map(|number| making.action(number)).collect();
    let routes: Vec<Value> = (0..routes).map(|_| making.route(actions)).collect();
    let conflicts = if making.figures.is_empty() { 0 } else { conflicts };
    let conflicts: Vec<Value> = (0..conflicts).map(|_| making.conflict()).collect();
    let sources: Vec<Value> = (0..sources).map(|number| making.source(number)).collect();
    let (start, end) = *making.dice.pick(&[
        (Some("2024-09-29"), Some("2024-10-04")),
        (Some("2024"), Some("2024-12")),
        (None, Some("2024")),
        (None, None),
    ]);
    let notes: Vec<String> = (0..making.dice.below(4)).map(|_| making.dice.text()).collect();
    let hubs: Vec<String> = (0..making.dice.below(4)).map(|_| making.dice.text()).collect();
    json!({
        "schema": 1, "id": "thrown", "name": making.dice.text(), "organiser": making.dice.text(),
        "start": start, "end": end, "status": making.dice.pick(&["preliminary", "published"]),
        "hubs": hubs, "totals": totals, "actions": listed, "routes": routes,
        "conflicts": conflicts, "sources": sources, "notes": notes,
    })
}

/// The same, read as a file is.
pub fn thrown(number: u64, size: Size) -> Operation {
    let bytes = written(number, size).to_string();
    data::load("thrown.json", bytes.as_bytes()).unwrap()
}
