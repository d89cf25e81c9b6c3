//! A large operation, as it would be written in a file.
//!
//! It is made up, and says so. Each action has one summary, one figure and one source; they are
//! spread over all countries and many measures. The same number of actions always gives the same
//! bytes, about 300 an action, and `liberterra check` finds nothing wrong with them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use liberterra::model::country::Country;

/// One way of counting: measure, who, the words of the summary, and what it is about.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const KINDS: [Kind; 14] = [
    ("arrested", "suspects", "suspects arrested", "migrant_smuggling"),
    ("rescued", "potential_victims", "potential victims rescued", "human_trafficking"),
    ("arrested", "suspects", "suspects arrested", "human_trafficking"),
    ("rescued", "irregular_migrants", "irregular migrants rescued", "migrant_smuggling"),
    ("detained", "suspects", "suspects detained", "document_fraud"),
    ("rescued", "victims", "victims rescued", "sexual_exploitation"),
    ("identified", "irregular_migrants", "irregular migrants identified", "migrant_smuggling"),
    ("freed", "victims", "victims freed", "forced_labour"),
    ("intercepted", "migrants", "migrants intercepted", "migrant_smuggling"),
    ("safeguarded", "potential_victims", "potential victims safeguarded", "domestic_servitude"),
    ("suspects_located", "suspects", "suspects located", "forced_criminality"),
    ("identified", "potential_victims", "potential victims identified", "forced_begging"),
    ("detected", "irregular_migrants", "irregular migrants detected", "migrant_smuggling"),
    ("recovered", "people", "people recovered", "child_exploitation"),
];

/// Qualifiers with the words before the number; most figures have none.
const QUALIFIERS: [(&str, &str); 8] = [
    ("exact", ""),
    ("exact", ""),
    ("exact", ""),
    ("exact", ""),
    ("at_least", "at least "),
    ("more_than", "more than "),
    ("about", "about "),
    ("exact", ""),
];

/// The strengths of the sources, one source each.
const SOURCES: [&str; 7] = [
    "official",
    "official_text_mirror",
    "national_authority",
    "un_partner",
    "partner",
    "press",
    "aggregator",
];

/// Writes an operation of so many actions.
pub(crate) fn write(out: &mut impl Write, actions: u64) -> io::Result<()> {
    let countries: Vec<Country> = Country::all().collect();
    out.write_all(
        br#"{"schema":1,"id":"large","name":"Operation Large","organiser":"made up for a test",
"start":"2024-09-29","end":"2024-10-04","status":"preliminary","hubs":[],
"notes":["Every figure of this file is made up."],
"#,
    )?;
    let sources = usize::try_from(actions).unwrap_or(usize::MAX).clamp(1, SOURCES.len());
    out.write_all(b"\"sources\":[")?;
    for (number, strength) in SOURCES.iter().take(sources).enumerate() {
        let comma = if number == 0 { "" } else { "," };
        writeln!(
            out,
            r#"{comma}{{"id":"s{number}","publisher":"Publisher {number}","title":"Report {number}","date":"2024-11-06","url":"https://example.org/{number}","language":"en","strength":"{strength}"}}"#
        )?;
    }
    out.write_all(b"],\n\"totals\":[")?;
    totals(out, actions, &countries)?;
    out.write_all(b"],\n\"actions\":[")?;
    for (thrown, number) in throws(&countries).zip(0..actions) {
        let comma = if number == 0 { "" } else { "," };
        let source = number % u64::try_from(sources).unwrap_or(1);
        writeln!(out, "{comma}{}", action(number, source, &thrown))?;
    }
    out.write_all(b"]}\n")
}

/// The totals: what the actions add up to, so that no place can exceed them.
fn totals(out: &mut impl Write, actions: u64, countries: &[Country]) -> io::Result<()> {
    let mut sums = BTreeMap::new();
    for (thrown, _) in throws(countries).zip(0..actions) {
        let Thrown { kind: (measure, who, ..), value, .. } = thrown;
        *sums.entry((measure, who)).or_insert(0) += value.unwrap_or(0);
    }
    let mut comma = "";
    for ((measure, who), sum) in sums {
        writeln!(
            out,
            r#"{comma}{{"id":"{measure}-{who}","measure":"{measure}","who":"{who}","value":{sum},"qualifier":"at_least","citations":[{{"source":"s0"}}]}}"#
        )?;
        comma = ",";
    }
    Ok(())
}

fn action(number: u64, source: u64, thrown: &Thrown) -> String {
    let Thrown { country, kind: (measure, who, words, offence), qualifier, value } = thrown;
    let (code, name) = (country.code(), country.name());
    let ((qualifier, before), value, printed) = match value {
        Some(value) => (*qualifier, value.to_string(), value.to_string()),
        None => (("exact", ""), "\"some\"".to_owned(), "several".to_owned()),
    };
    format!(
        r#"{{"id":"a{number}","countries":["{code}"],"summary":"Report {number}: {before}{printed} {words} in {name}.","offences":["{offence}"],"figures":[{{"measure":"{measure}","who":"{who}","value":{value},"qualifier":"{qualifier}","as_printed":"{before}{printed}","citations":[{{"source":"s{source}"}}]}}],"citations":[{{"source":"s{source}"}}]}}"#
    )
}

/// What an action is about.
struct Thrown {
    country: Country,
    kind: Kind,
    qualifier: (&'static str, &'static str),
    /// Nothing where no number is reported.
    value: Option<u64>,
}

/// One action after the other, without end.
fn throws(countries: &[Country]) -> impl Iterator<Item = Thrown> {
    let mut dice = Dice(0);
    std::iter::from_fn(move || {
        // Small numbers are many, large ones few, as in the reports.
        let largest = 1 << (dice.next() % 12);
        let value = 1 + dice.next() % largest;
        let reported = !dice.next().is_multiple_of(16);
        Some(Thrown {
            country: dice.one(countries)?,
            kind: dice.one(&KINDS)?,
            qualifier: dice.one(&QUALIFIERS)?,
            value: reported.then_some(value),
        })
    })
}

/// Numbers that look thrown and are the same every time (splitmix64).
struct Dice(u64);

impl Dice {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of several, all as likely; nothing of none.
    fn one<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let place = self.next().checked_rem(u64::try_from(of.len()).ok()?)?;
        of.get(usize::try_from(place).ok()?).copied()
    }
}
