//! The figures of Liberterra II as a room sees them: none missing, none added up that must not be.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::data;
use liberterra::model::amount::{Amount, Qualifier};
use liberterra::model::figure::Figure;
use liberterra::model::measure::{Family, Measure};
use liberterra::model::operation::{Operation, Status};
use liberterra::model::place::Row;
use liberterra::model::sum::Sum;
use liberterra::model::who::{Group, Who};
use support::{board, screen, type_keys};

fn operation() -> Operation {
    data::bundled().unwrap()
}

fn row<'a>(operation: &'a Operation, name: &str) -> &'a Row {
    operation.rows.iter().find(|row| row.name() == name).unwrap()
}

fn has(operation: &Operation, name: &str, wanted: &str) {
    let figures: Vec<String> =
        operation.figures_of(row(operation, name)).map(Figure::in_words).collect();
    assert!(
        figures.iter().any(|figure| figure == wanted),
        "{name}: {wanted} is not in {figures:?}"
    );
}

#[test]
fn the_totals_are_those_of_the_release() {
    let operation = operation();
    let totals: Vec<String> = operation.totals.iter().map(Figure::in_words).collect();
    for wanted in [
        "2,517 arrests",
        "850 arrests",
        "3,222 potential victims rescued",
        "17,793 irregular migrants identified",
        "nearly 24,000 flights monitored",
        "nearly 8 million database checks",
        "116 countries and territories",
        "4 coordination units",
    ] {
        assert!(totals.iter().any(|total| total == wanted), "{wanted} is not in {totals:?}");
    }
    assert_eq!(operation.status, Status::Preliminary);
}

#[test]
fn every_country_says_what_its_sources_say() {
    let operation = operation();
    for (name, figure) in [
        ("Türkiye", "94 arrests"),
        ("Türkiye", "1,500 irregular migrants rescued"),
        ("Iraq", "25 arrests"),
        ("Serbia", "12 arrests"),
        ("Serbia", "2 groups linked"),
        ("Serbia", "at least 178 irregular migrants moved by suspects"),
        ("Montenegro", "11 arrests"),
        ("Montenegro", "350 migrants allegedly smuggled"),
        ("Algeria", "7 arrests"),
        ("Tunisia", "27 people intercepted"),
        ("Tunisia", "21 minors intercepted"),
        ("Philippines", "more than 250 people found"),
        ("Syria", "some suspects identified"),
        ("United Kingdom", "9 arrests"),
        ("United Kingdom", "1 suspect detained"),
        ("Argentina", "59 people freed"),
        ("Argentina", "14 minors freed"),
        ("Mali", "24 potential victims identified"),
        ("Costa Rica", "8 suspects detained"),
        ("Brazil", "70 migrants allegedly smuggled"),
        ("North Macedonia", "some migrants found"),
    ] {
        has(&operation, name, figure);
    }
    assert_eq!(operation.countries_named(), 15);
    assert!(operation.figures_of(row(&operation, "Bosnia and Herzegovina")).next().is_none());
}

#[test]
fn the_arrests_of_named_countries_are_at_least_158() {
    let operation = operation();
    let total = operation.total(Measure::Arrested).unwrap();
    let cover = operation.coverage(total).unwrap();
    assert_eq!(cover.sum, Sum::Amount(Amount::Number(Qualifier::AtLeast, 158)));
    assert_eq!(cover.share.unwrap().in_words(), "at least 6 %");
    let mut numbers: Vec<u64> =
        cover.places(&operation).filter_map(|(_, amount)| amount.value()).collect();
    numbers.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(numbers, [94, 25, 12, 11, 9, 7]);
    let some: Vec<_> = cover
        .places(&operation)
        .filter(|(_, amount)| *amount == Amount::Some)
        .map(|(row, _)| row.name())
        .collect();
    assert_eq!(some, ["Argentina", "Costa Rica"]);
}

#[test]
fn what_is_not_in_that_sum_stands_beside_it() {
    let operation = operation();
    let total = operation.total(Measure::Arrested).unwrap();
    let cover = operation.coverage(total).unwrap();
    let beside: Vec<(String, String)> = cover
        .beside(&operation, total)
        .map(|(place, figure, _)| (place.name().into_owned(), figure.in_words()))
        .collect();
    let wanted = [
        ("United Kingdom", "1 arrest"),
        ("United Kingdom", "3 arrests"),
        ("United Kingdom", "1 suspect detained"),
        ("Costa Rica", "8 suspects detained"),
        ("Brazil", "1 arrest"),
    ];
    assert_eq!(beside, wanted.map(|(name, figure)| (name.to_owned(), figure.to_owned())));
}

#[test]
fn potential_victims_and_migrants_never_share_a_sum() {
    let operation = operation();
    let total = operation.total(Measure::Rescued).unwrap();
    assert_eq!(operation.coverage(total).unwrap().sum, Sum::NotReported);
    for row in &operation.rows {
        let whom: Vec<_> = operation
            .figures_of(row)
            .filter(|figure| figure.family() == Family::Rescues && figure.counts())
            .filter_map(|figure| figure.who)
            .collect();
        let lead = row.cell(Family::Rescues).lead;
        assert!(lead.is_none_or(|lead| whom.contains(&lead.who.unwrap())), "{}", row.name());
    }
    let lead = row(&operation, "Türkiye").cell(Family::Rescues).lead.unwrap();
    assert_eq!((lead.amount.value(), lead.who), (Some(1500), Some(Who::IrregularMigrants)));
}

#[test]
fn a_part_is_never_added_to_its_whole() {
    let operation = operation();
    let tunisia = row(&operation, "Tunisia").cell(Family::Identified);
    assert_eq!(tunisia.lead.unwrap().amount, Amount::Number(Qualifier::Exact, 27));
    let argentina = row(&operation, "Argentina").cell(Family::Rescues);
    assert_eq!(argentina.lead.unwrap().amount, Amount::Number(Qualifier::Exact, 59));
    let minors =
        operation.figures_of(row(&operation, "Tunisia")).filter(|f| f.group == Some(Group::Minors));
    assert!(minors.into_iter().all(|figure| figure.part_of().is_some()));
}

#[test]
fn what_was_moved_is_an_accusation_and_stays_one() {
    let operation = operation();
    let alleged: Vec<&Figure> = operation
        .actions
        .iter()
        .flat_map(|action| &action.figures)
        .filter(|figure| figure.measure == Measure::Smuggled)
        .collect();
    assert_eq!(alleged.len(), 2);
    assert!(alleged.iter().all(|figure| figure.alleged && figure.label().contains("allegedly")));
}

#[test]
fn every_figure_has_a_source_and_no_locator_is_a_sentence() {
    let operation = operation();
    let figures = operation.actions.iter().flat_map(|action| &action.figures);
    for figure in operation.totals.iter().chain(figures) {
        assert!(!figure.citations.is_empty(), "{}", figure.in_words());
        for citation in &figure.citations {
            assert!(operation.sources.get(citation.source()).is_some());
            let locator = citation.locator.as_ref().map_or("", |text| text.as_str());
            assert!(!locator.ends_with('.') && locator.split(' ').count() <= 8, "{locator}");
        }
    }
}

#[test]
fn the_overview_shows_what_a_room_has_to_know() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let text = screen(&board(columns, rows));
        for wanted in [
            "PRELIMINARY",
            "29 Sep – 4 Oct 2024",
            "116 countries",
            "2,517",
            "850",
            "34 %",
            "3,222",
            "nearly 24,000",
            "nearly 8 million",
            "at least 158 of 2,517 arrests (at least 6 %)",
            "15 of 116 countries",
            "not reported",
        ] {
            assert!(text.contains(wanted), "{wanted} is missing at {columns}x{rows}:\n{text}");
        }
        let plain = text.replace('\n', " ");
        assert!(plain.contains("trafficking or"), "{text}");
    }
}

#[test]
fn not_reported_is_never_a_zero() {
    let mut app = board(200, 60);
    for screens in ["", "2"] {
        type_keys(&mut app, screens);
        for line in screen(&app).lines().filter(|line| !line.contains('─')) {
            let zero = line.split_whitespace().any(|word| word == "0");
            assert!(!zero, "{line}");
        }
    }
}

#[test]
fn marks_stand_where_they_are_due() {
    let operation = operation();
    let marked: Vec<String> = operation
        .totals
        .iter()
        .chain(operation.actions.iter().flat_map(|action| &action.figures))
        .filter(|figure| !figure.marks.signs().is_empty())
        .map(|figure| format!("{}{}", figure.in_words(), figure.marks.signs()))
        .collect();
    assert_eq!(marked, ["6 days*", "1 arrest?", "70 migrants allegedly smuggled?"]);
}

#[test]
fn no_region_stands_for_a_country_and_none_of_several_is_lost() {
    let library = data::Library::bundled();
    let open = |id: &str| library.open(library.place(Some(id)).unwrap()).unwrap();
    let arrests = |operation: &Operation| {
        let total = operation.total(Measure::Arrested).unwrap();
        operation.coverage(total).unwrap().sum
    };
    assert_eq!(arrests(&open("flash-weka")), Sum::NotReported, "the nine have no country");
    assert_eq!(arrests(&open("storm-makers-2")), Sum::NotReported, "apprehended, and in doubt");
    assert_eq!(open("liberterra-3").countries_named(), 18);
    assert_eq!(open("storm-makers-1").countries_named(), 3);
}

#[test]
fn the_headline_totals_of_the_catalogue_are_those_that_were_reported() {
    let library = data::Library::bundled();
    for (id, totals) in [
        (
            "liberterra-1",
            "286 arrests; about 430 victims rescued; 4,000 irregular migrants identified",
        ),
        (
            "liberterra-2",
            "2,517 arrests; 3,222 potential victims rescued; 17,793 irregular migrants identified",
        ),
        (
            "liberterra-3",
            "3,744 arrests; 4,414 potential victims safeguarded; 12,992 irregular migrants detected",
        ),
        ("turquesa-1", "53 arrests; about 775 migrants identified"),
        (
            "turquesa-2",
            "more than 200 arrests; nearly 100 potential victims rescued; about 3,500 irregular migrants identified",
        ),
        (
            "turquesa-3",
            "216 arrests; 127 victims rescued; more than 10,000 irregular migrants identified",
        ),
        (
            "turquesa-4",
            "268 arrests; 128 women (victims) rescued; 9,015 irregular migrants detected",
        ),
        (
            "turquesa-5",
            "257 arrests; 163 potential victims rescued; nearly 12,000 irregular migrants detected",
        ),
        (
            "storm-makers-1",
            "121 arrests; 80 victims rescued; about 3,400 irregular migrants identified",
        ),
        ("storm-makers-2", "281 arrests; 149 victims rescued"),
        ("weka-1", "195 arrests; 500 victims rescued; about 760 irregular migrants identified"),
        ("weka-2", "300 arrests; nearly 700 victims rescued; about 4,000 migrants identified"),
        ("flash-weka", "1,062 arrests; 823 victims identified; 2,731 irregular migrants detected"),
    ] {
        let operation = library.open(library.place(Some(id)).unwrap()).unwrap();
        let people = operation.totals.iter().filter(|f| f.who.is_some() && f.part_of().is_none());
        let said: Vec<String> = people.take(3).map(Figure::in_words).collect();
        assert_eq!(said.join("; "), totals, "{id}");
    }
}
