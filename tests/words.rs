//! Who is counted is said wherever a figure stands; what a case is about and why a figure is in no
//! sum is said where there is room.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::data::{self, Library};
use liberterra::model::figure::people;
use liberterra::model::measure::{Family, Measure};
use liberterra::model::operation::Operation;
use liberterra::model::who::{Group, Who};
use liberterra::report::format::Format;
use liberterra::report::paper::Paper;
use support::screen;

fn bundled() -> impl Iterator<Item = Operation> {
    let library = Library::bundled();
    (0..library.len()).map(move |place| library.open(place).unwrap())
}

fn operation(id: &str) -> Operation {
    bundled().find(|operation| operation.id.as_str() == id).unwrap()
}

fn summary(operation: &Operation) -> String {
    let mut out = Vec::new();
    Paper::note(operation).write(Format::Text, 10_000, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_group_never_hides_whom_it_is_a_part_of() {
    assert_eq!(
        people(Some(Group::Women), Who::PotentialVictims, false),
        "women (potential victims)"
    );
    assert_eq!(people(Some(Group::Women), Who::PotentialVictims, true), "woman (potential victim)");
    assert_eq!(
        people(Some(Group::Minors), Who::IrregularMigrants, false),
        "minors (irregular migrants)"
    );
    assert_eq!(people(Some(Group::Minors), Who::People, false), "minors");
    let mut seen = 0;
    for operation in bundled() {
        for (_, figure) in operation.figures().filter(|(_, figure)| figure.group.is_some()) {
            let (who, label) = (figure.who.unwrap(), figure.label());
            let plain = who == Who::People || figure.family() == Family::Arrests;
            assert!(plain || label.contains(&format!("({})", who.noun())), "{label}");
            seen += 1;
        }
    }
    assert!(seen > 5);
}

#[test]
fn a_cell_gives_up_the_group_before_the_people() {
    for (screen_key, columns, wanted) in [
        ("1", 60, "2 minors (pot. victims)"),
        ("1", 80, "2 minors (potential victims)"),
        ("2", 80, "2 pot. victims"),
        ("2", 120, "2 pot. victims"),
        ("1", 200, "2 minors (potential victims)"),
    ] {
        let mut app = App::new(operation("flash-weka"));
        app.update(Action::Resize { columns, rows: 40 });
        support::type_keys(&mut app, screen_key);
        let shown = screen(&app);
        let row = shown.lines().find(|line| line.contains("Guinea-Bissau")).unwrap();
        assert!(row.contains(wanted), "{columns}: {row}");
    }
}

#[test]
fn territories_are_counted_only_where_the_source_prints_them() {
    let said = |id: &str| operation(id).total(Measure::Countries).unwrap().in_words();
    assert_eq!(said("liberterra-2"), "116 countries and territories");
    assert_eq!(said("liberterra-1"), "47 countries taking part");
}

#[test]
fn what_is_in_no_sum_says_why() {
    let said = summary(&data::bundled().unwrap());
    for line in [
        "United Kingdom, 1 suspect detained: detained, not arrested",
        "Türkiye, 1,500 irregular migrants rescued: irregular migrants, not potential victims",
        "Mali, 24 potential victims identified: identified, not rescued",
        "Costa Rica, 8 suspects detained: a joint result with operation Itzel V",
        "Türkiye, 1,500 irregular migrants rescued: rescued, not identified",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let weka = summary(&operation("flash-weka"));
    assert!(weka.contains("9 arrests: no country is named"), "{weka}");
    // Those of the total's own family first, each part in the order of the places.
    let (own, other) = (weka.find("Morocco, 8 people").unwrap(), weka.find("Togo, 30").unwrap());
    assert!(own < other && other < weka.find("Angola, 7").unwrap(), "{weka}");
}

#[test]
fn the_summary_says_what_a_case_is_about() {
    let said = summary(&data::bundled().unwrap());
    for lines in [
        "forced others to beg. About: human trafficking, forced begging. [1]\n  - 25 arrests [1]\n",
        "on trafficking or smuggling charges. About: human trafficking, migrant smuggling [2] [1]\n",
    ] {
        assert!(said.contains(lines), "{lines}\n{said}");
    }
}

#[test]
fn the_panel_says_what_a_case_is_about() {
    let mut app = App::new(data::bundled().unwrap());
    app.update(Action::Resize { columns: 120, rows: 40 });
    support::type_keys(&mut app, "2");
    let shown = screen(&app);
    assert!(shown.contains("About: migrant smuggling"), "{shown}");
}
