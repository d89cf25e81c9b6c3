//! Operations side by side: what the table, the rates and the countries come to, by hand, and what
//! is never set in one line.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::sync::Arc;

use liberterra::data::Library;
use liberterra::model::amount::Amount;
use liberterra::model::compare::digest::Digest;
use liberterra::model::compare::named::{Fate, Standing};
use liberterra::model::compare::rate::{Rate, Rated};
use liberterra::model::compare::{Comparison, Kind, series};
use liberterra::model::measure::Measure;
use liberterra::model::who::Who;
use liberterra::report::compared;

const ARRESTS: Kind = (Measure::Arrested, Some(Who::Suspects));

fn side_by_side(ids: &[&str]) -> Comparison {
    let library = Library::bundled();
    let open = |id: &&str| library.open(library.place(Some(id)).unwrap()).unwrap();
    Comparison::of(ids.iter().map(|id| Arc::new(Digest::of(Arc::new(open(id))))).collect())
}

fn liberterra() -> Comparison {
    side_by_side(&["liberterra-3", "liberterra-1", "liberterra-2"])
}

fn turquesa() -> Comparison {
    side_by_side(&["turquesa-1", "turquesa-2", "turquesa-3", "turquesa-4", "turquesa-5"])
}

/// A line as the table has it.
fn line(comparison: &Comparison, kind: Kind, rate: Rate) -> Vec<String> {
    comparison.rated(kind, rate).map(|(_, rated)| compared::cell(rated)).collect()
}

/// How a country stands in each operation, as the table has it.
fn standings(comparison: &Comparison, kind: Kind, code: &str) -> (Fate, Vec<String>) {
    let named = comparison.named(Some(kind));
    let country = named.iter().find(|named| named.country.code() == code).unwrap();
    let words = |standing: &Standing| match standing {
        Standing::NotNamed => "·".to_owned(),
        Standing::Named => "named".to_owned(),
        Standing::Counted(lead) => compared::compact(lead),
    };
    (country.fate, country.standings.iter().map(words).collect())
}

#[test]
fn liberterra_stands_in_order_of_date_with_days_and_countries() {
    let heads: Vec<(String, Option<u64>, Option<u64>)> = liberterra()
        .operations()
        .iter()
        .map(|one| {
            let countries = one.countries_amount().and_then(Amount::value);
            (one.short_name().to_owned(), one.days(), countries)
        })
        .collect();
    let head = |name: &str, days, countries| (name.to_owned(), Some(days), Some(countries));
    let wanted =
        [head("Liberterra", 5, 47), head("Liberterra II", 6, 116), head("Liberterra III", 12, 119)];
    assert_eq!(heads, wanted);
    let flash = side_by_side(&["flash-weka"]);
    assert_eq!(flash.operations()[0].days(), None, "May to June is no number of days");
}

#[test]
fn arrests_are_one_line_and_rescues_are_three() {
    let liberterra = liberterra();
    assert_eq!(line(&liberterra, ARRESTS, Rate::Total), ["286", "2,517", "3,744"]);
    for (measure, who, wanted) in [
        (Measure::Rescued, Who::Victims, ["≈430", "·", "·"]),
        (Measure::Rescued, Who::PotentialVictims, ["·", "3,222", "·"]),
        (Measure::Safeguarded, Who::PotentialVictims, ["·", "·", "4,414"]),
        (Measure::Identified, Who::IrregularMigrants, ["4,000", "17,793", "·"]),
        (Measure::Detected, Who::IrregularMigrants, ["·", "·", "12,992"]),
    ] {
        assert_eq!(line(&liberterra, (measure, Some(who)), Rate::Total), wanted);
    }
    let notes = compared::notes(
        &liberterra,
        (Measure::Safeguarded, Some(Who::PotentialVictims)),
        Rate::Total,
    );
    assert_eq!(
        notes,
        [
            "Different measures, never one line: victims rescued, potential victims rescued and \
             potential victims safeguarded.",
            "Not alike: 5, 6 and 12 days; 47, 116 and 119 countries taking part.",
        ]
    );
}

#[test]
fn a_gap_names_what_is_reported_of_like_people_and_nothing_else() {
    let liberterra = liberterra();
    let gap = |place: usize, kind| compared::gap(&liberterra.operations()[place], kind)[0].clone();
    let safeguarded = (Measure::Safeguarded, Some(Who::PotentialVictims));
    assert_eq!(
        gap(1, safeguarded),
        "not reported · another measure: 3,222 potential victims rescued"
    );
    // Victims identified are no migrants detected.
    let turquesa = turquesa();
    let identified = (Measure::Identified, Some(Who::Victims));
    let first = &turquesa.operations()[0];
    assert_eq!(compared::gap(first, identified), ["not reported"]);
    // Victims identified may be taken for victims rescued, and are named where none are.
    let weka = side_by_side(&["weka-2", "flash-weka"]);
    let rescued = (Measure::Rescued, Some(Who::Victims));
    let wanted = "not reported · another measure: 823 victims identified";
    assert_eq!(compared::gap(&weka.operations()[1], rescued)[0], wanted);
    let detained = (Measure::Detained, Some(Who::Suspects));
    let wanted = "not reported · another measure: 1,062 arrests";
    assert_eq!(compared::gap(&weka.operations()[1], detained)[0], wanted);
    let flights = (Measure::Flights, None);
    assert_eq!(gap(0, flights), "not reported");
}

#[test]
fn parts_are_in_no_total_and_one_case_of_two_measures_in_two_lines() {
    let turquesa = turquesa();
    // More than 30 of the more than 200, and 12 of the 163, are not added to them.
    assert_eq!(line(&turquesa, ARRESTS, Rate::Total), ["53", ">200", "216", "268", "257"]);
    let potential = (Measure::Rescued, Some(Who::PotentialVictims));
    assert_eq!(line(&turquesa, potential, Rate::Total), ["·", "≈100*", "·", "·", "163"]);
    let victims = (Measure::Rescued, Some(Who::Victims));
    assert_eq!(line(&turquesa, victims, Rate::Total), ["·", "·", "127", "130", "·"]);
    let identified = (Measure::Identified, Some(Who::Victims));
    assert_eq!(line(&turquesa, identified, Rate::Total), ["·", "95", "·", "·", "·"]);
    let women_and_men = turquesa.operations()[3].total(victims).unwrap();
    assert_eq!(compared::reserve(women_and_men).unwrap(), "sum of 2 totals");
    assert_eq!(compared::reserve(turquesa.operations()[2].total(victims).unwrap()), None);
}

#[test]
fn rates_keep_the_qualifiers_of_both_figures_and_say_that_they_are_derived() {
    let liberterra = liberterra();
    assert_eq!(line(&liberterra, ARRESTS, Rate::Day), ["57.2", "419.5", "312.0"]);
    // 286 ÷ 47 = 6.085, 2,517 ÷ 116 = 21.698, 3,744 ÷ 119 = 31.462
    assert_eq!(line(&liberterra, ARRESTS, Rate::Country), ["6.1", "21.7", "31.5"]);
    let Rated::Derived(derived) = liberterra.rated(ARRESTS, Rate::Day).nth(1).unwrap().1 else {
        panic!("a rate is derived")
    };
    assert_eq!(derived.way(Rate::Day), "2,517 ÷ 6 days");
    let victims = (Measure::Rescued, Some(Who::Victims));
    assert_eq!(line(&liberterra, victims, Rate::Day), ["≈86.0", "·", "·"]);
    let notes = compared::notes(&liberterra, ARRESTS, Rate::Day);
    assert_eq!(notes[0], "Derived, reported by no source: each total ÷ its days.");
    // More than 200 ÷ 7 = more than 28.57: the bound is rounded so that it stays true.
    assert_eq!(line(&turquesa(), ARRESTS, Rate::Day)[1], "≥28.5");
    let notes = compared::notes(&turquesa(), ARRESTS, Rate::Day);
    assert!(notes.contains(&"Unlike qualifiers: exact and more than.".to_owned()), "{notes:?}");
}

#[test]
fn what_cannot_be_divided_has_no_rate() {
    let weka = side_by_side(&["weka-2", "flash-weka"]);
    assert_eq!(line(&weka, ARRESTS, Rate::Day), ["50.0", "no rate"], "its days are not known");
    let countries = (Measure::Countries, None);
    assert_eq!(line(&weka, countries, Rate::Day), ["no rate", "no rate"]);
    let notes = compared::notes(&weka, countries, Rate::Day);
    assert_eq!(notes[0], "No total of this measure can be divided by days.");
}

#[test]
fn countries_are_named_before_new_or_no_longer_with_figures_of_the_measure_alone() {
    let liberterra = liberterra();
    let of = |code| standings(&liberterra, ARRESTS, code);
    let row = |cells: [&str; 3]| cells.map(ToOwned::to_owned).to_vec();
    assert_eq!(of("GB"), (Fate::Both, row(["6", "9", "7"])));
    assert_eq!(of("BR"), (Fate::Both, row(["named", "1?", "some"])));
    assert_eq!(of("CO"), (Fate::Gone, row(["24", "·", "·"])));
    assert_eq!(of("TR"), (Fate::Gone, row(["·", "94", "·"])));
    // What seven countries did together is none of theirs alone.
    assert_eq!(of("SN"), (Fate::New, row(["·", "·", "named"])));
    let count = |fate| liberterra.named(None).iter().filter(|named| named.fate == fate).count();
    assert_eq!(Fate::ALL.map(count), [4, 14, 15]);
}

#[test]
fn every_bundled_operation_is_in_its_series() {
    let library = Library::bundled();
    let of = |wanted: &str| {
        let operations = (0..library.len()).map(|place| library.open(place).unwrap());
        operations.filter(|operation| series::of(operation) == wanted).count()
    };
    let counts = ["liberterra", "turquesa", "storm-makers", "weka"].map(of);
    assert_eq!(counts, [3, 5, 2, 3]);
}

#[test]
fn no_two_measures_share_a_line() {
    let all: Vec<String> = {
        let library = Library::bundled();
        (0..library.len()).map(|place| library.open(place).unwrap().id.to_string()).collect()
    };
    let all = side_by_side(&all.iter().map(String::as_str).collect::<Vec<_>>());
    for kind in all.rows() {
        for (digest, total) in all.line(*kind) {
            let figures = digest.figures(*kind);
            assert!(figures.into_iter().all(|figure| figure.kind() == *kind));
            assert!(total.is_none_or(|total| total.kind() == *kind));
        }
    }
    let mut rows = all.rows().to_vec();
    rows.dedup();
    assert_eq!(rows.len(), all.rows().len());
}
