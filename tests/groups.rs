//! Groups on the countries screen: sums worked by hand from the bundled data, and what keys do.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::process::{Command, Stdio};

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::focus::Screen;
use liberterra::app::grouping::Line;
use liberterra::data::{self, Library};
use liberterra::model::group::{By, Group, Groups};
use liberterra::model::measure::{Family, Measure};
use liberterra::model::operation::Operation;
use liberterra::model::query::Sort;
use liberterra::report::format::Format;
use liberterra::report::{together, words};
use serde_json::Value;
use support::{
    board, click, drawn_in_ascii, lines, screen, selected_line, shelf, type_keys, type_on_shelf,
};

fn grouped(operation: &Operation, by: By) -> Groups {
    let sort = Sort::default();
    Groups::of(operation, &sort.order(operation), by, &sort)
}

fn named<'a>(groups: &'a Groups, name: &str) -> &'a Group {
    groups.groups.iter().find(|group| group.name == name).unwrap()
}

/// What a group comes to in words.
fn told(groups: &Groups, name: &str) -> Vec<String> {
    let group = named(groups, name);
    let told = |told| together::reported(told, group.members.len(), "");
    group.reported.iter().map(told).collect()
}

fn names(groups: &Groups) -> Vec<&str> {
    groups.groups.iter().map(|group| group.name.as_str()).collect()
}

#[test]
fn regions_come_to_what_their_countries_report() {
    let groups = grouped(&data::bundled().unwrap(), By::Region);
    assert_eq!(names(&groups), ["Asia", "Europe", "Africa", "Americas", "no country named"]);
    // Türkiye 94 and Iraq 25; the Philippines and Syria report no arrest.
    let asia = told(&groups, "Asia");
    assert_eq!(asia[..2], ["119 arrests (2 of 4)", "1,500 irregular migrants rescued (1 of 4)"]);
    // Serbia 12, Montenegro 11, the United Kingdom 9; its 1 and 3 are in no sum.
    let europe = told(&groups, "Europe");
    assert_eq!(europe[..2], ["32 arrests (3 of 5)", "1 suspect detained (1 of 5)"]);
    // Argentina and Costa Rica arrested some; the 1 of Brazil is in doubt and in no sum.
    let americas = told(&groups, "Americas");
    assert_eq!(americas[..2], ["some arrests (2 of 3)", "59 people freed (1 of 3)"]);
    assert_eq!(groups.shared, 0);
    let none = named(&groups, "no country named");
    assert!(none.reported.is_empty() && none.regions == 2, "a region is in no sum");
}

#[test]
fn offences_hold_the_figures_that_are_about_them_and_say_what_stands_in_several() {
    let groups = grouped(&data::bundled().unwrap(), By::Offence);
    // 94 and 12 and 11 and 9: the 7 of Algeria were on money-laundering charges alone.
    assert_eq!(told(&groups, "migrant smuggling")[0], "126 arrests (4 of 8)");
    assert_eq!(told(&groups, "money laundering"), ["7 arrests"]);
    // The 25 of Iraq are about both; some were arrested in Argentina too.
    assert_eq!(told(&groups, "forced begging"), ["25 arrests"]);
    assert_eq!(told(&groups, "human trafficking")[0], "at least 25 arrests (2 of 4)");
    // They, the arrests and the items of Argentina, and the arrests of Costa Rica.
    assert_eq!(groups.shared, 4);
}

#[test]
fn sources_hold_the_figures_that_they_are_used_for() {
    let groups = grouped(&data::bundled().unwrap(), By::Source);
    // 94 and 25 and 12 and 11 and 7; the 1 of the United Kingdom is in no sum.
    assert_eq!(told(&groups, "[1] The National")[0], "149 arrests (5 of 8)");
    assert_eq!(groups.shared, 0);
}

#[test]
fn a_result_of_several_countries_stands_whole_in_each_region() {
    let operation = Library::bundled().open(8).unwrap();
    assert_eq!(operation.id.as_str(), "storm-makers-1");
    let groups = grouped(&operation, By::Region);
    let several = operation.rows.iter().position(|row| row.place.countries().len() > 1).unwrap();
    let holds = |group: &&Group| group.members.iter().any(|member| member.row == several);
    assert_eq!(groups.groups.iter().filter(holds).count(), 1, "both countries lie in Asia");
}

/// Three places that tell of one case, and bounds that have no sum.
const MADE: &str = r#"{"schema": 1, "id": "x", "name": "X", "organiser": "Y", "status": "published",
    "totals": [], "sources": [{"id": "s", "publisher": "S", "title": "T", "url": "https://s.example/",
    "strength": "press", "language": "en"}], "actions": [
    {"id": "a", "countries": ["RS"], "summary": "A.", "offences": ["drugs"], "citations": [{"source": "s"}], "figures": [
      {"measure": "arrested", "who": "suspects", "value": 5, "same_case": "c", "citations": [{"source": "s"}]},
      {"measure": "rescued", "who": "victims", "value": 9, "qualifier": "up_to", "citations": [{"source": "s"}]}]},
    {"id": "b", "countries": ["ME"], "summary": "B.", "offences": ["drugs"], "citations": [{"source": "s"}], "figures": [
      {"measure": "arrested", "who": "suspects", "value": 5, "same_case": "c", "citations": [{"source": "s"}]},
      {"measure": "rescued", "who": "victims", "value": 3, "qualifier": "at_least", "citations": [{"source": "s"}]}]},
    {"id": "d", "countries": ["TR", "GR"], "summary": "D.", "offences": ["drugs"], "citations": [{"source": "s"}], "figures": [
      {"measure": "arrested", "who": "suspects", "value": 2, "citations": [{"source": "s"}]}]}]}"#;

#[test]
fn a_case_told_twice_is_counted_once_and_what_has_no_sum_has_none() {
    let operation = data::load("made.json", MADE.as_bytes()).unwrap();
    let groups = grouped(&operation, By::Region);
    let europe = told(&groups, "Europe");
    assert_eq!(europe, ["7 arrests", "no honest sum of victims rescued (2 of 3)"]);
    assert_eq!(told(&groups, "Asia"), ["2 arrests"]);
    assert_eq!(groups.shared, 1, "the 2 stand in both");
    let mut app = App::new(operation);
    app.update(Action::Resize { columns: 120, rows: 40 });
    type_keys(&mut app, "2 v");
    let line = selected_line(&app);
    assert!(line.contains("+ Europe · 3") && line.contains("some victims …"), "{line}");
    assert!(screen(&app).contains("2 groups by region · 1 figure in more than one"));
}

#[test]
fn who_reports_arrests_and_no_rescue_and_on_whose_word() {
    let mut app = board(120, 40);
    type_keys(&mut app, "f");
    assert!(screen(&app).contains("such as has:arrests no:rescued"), "an example to go by");
    type_keys(&mut app, "has:arrests Space no:rescued Enter 2 v v v Enter");
    // Türkiye rescued, too; Argentina and Costa Rica arrested some, which is no figure.
    let members = app.groups().unwrap().groups.iter().flat_map(|group| &group.members);
    let name = |row: usize| app.operation().rows[row].name().into_owned();
    let mut places: Vec<String> = members.map(|member| name(member.row)).collect();
    places.sort();
    places.dedup();
    let expected = ["Algeria", "Brazil", "Iraq", "Montenegro", "Serbia", "United Kingdom"];
    assert_eq!(places, expected);
    // 25 and 12 and 11 and 7; the 9 of the United Kingdom are on the word of its own agency.
    assert!(selected_line(&app).contains("[1] The National"));
    assert!(screen(&app).contains("55 arrests (4 of 5 places)"), "{}", screen(&app));
    let groups = app.groups().unwrap();
    let holds = |group: &&Group| group.name.contains("UK National Crime Agency");
    let agency = groups.groups.iter().find(holds).unwrap();
    let told = together::reported(&agency.reported[0], agency.members.len(), "");
    assert_eq!(told, "9 arrests");
}

#[test]
fn v_goes_from_group_to_group_and_ends() {
    let mut app = board(120, 40);
    type_keys(&mut app, "v");
    assert_eq!(app.grouped_by(), None, "on the countries alone");
    type_keys(&mut app, "2 v v v");
    assert_eq!(app.grouped_by(), Some(By::Source));
    type_keys(&mut app, "v v v");
    assert_eq!((app.grouped_by(), app.len()), (None, 17));
    assert!(screen(&app).contains("not grouped any more"));
    type_keys(&mut app, "u");
    assert_eq!(app.grouped_by(), Some(By::Operation));
    type_keys(&mut app, "u u u u u u");
    assert_eq!((app.grouped_by(), app.screen()), (None, Screen::Overview));
}

#[test]
fn a_group_opens_to_its_places_and_they_to_their_sources() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v j Enter");
    assert!(selected_line(&app).contains("− Europe · 5"));
    assert!(screen(&app).contains("32 arrests (3 of 5 places)"));
    assert_eq!(app.len(), 5 + 5);
    type_keys(&mut app, "j j Space");
    assert_eq!(app.marked().len(), 1);
    assert!(screen(&app).contains("1 marked: 11 arrests"), "Montenegro");
    type_keys(&mut app, "k Enter");
    assert!(screen(&app).contains("Montenegro · Southern Europe"));
    assert!(screen(&app).contains("https://www.thenationalnews.com/"));
    type_keys(&mut app, "Esc 1");
    assert_eq!(app.selected_row().unwrap().name(), "Montenegro", "the selection goes along");
    assert_eq!(app.len(), 17, "the overview lists places");
    type_keys(&mut app, "2 k k Enter");
    assert_eq!(app.len(), 5);
}

#[test]
fn a_group_has_its_sources_and_its_copy() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v j o");
    let shown = screen(&app);
    assert!(shown.contains("Europe · 5 ─") && shown.contains("32 arrests (3 of 5 places)"));
    assert!(shown.contains("[2] INTERPOL") || shown.contains("[1] The National"), "{shown}");
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "Esc y").pop() else { panic!("no copy") };
    assert!(text.contains("Europe, by region: Serbia; Montenegro; United Kingdom"), "{text}");
    assert!(text.contains("- 32 arrests (3 of 5 places)\n") && text.contains("https://"), "{text}");
}

#[test]
fn groups_follow_the_filter_and_the_order_and_the_same_line_stays_selected() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v j Enter j Right s Left");
    assert!(matches!(app.line(app.selected()), Some(Line::Member(_))));
    let name = |app: &App| app.selected_row().unwrap().name().into_owned();
    assert_eq!(name(&app), "Serbia");
    type_keys(&mut app, "S");
    assert_eq!((name(&app).as_str(), app.selected()), ("Serbia", 4), "{}", screen(&app));
    type_keys(&mut app, "@");
    assert_eq!((name(&app).as_str(), app.selected(), app.len()), ("Serbia", 1, 2));
    type_keys(&mut app, "f C-u has:arrests Enter");
    assert!(screen(&app).contains("+ Asia · 2"), "{}", screen(&app));
    type_keys(&mut app, "/");
    assert!(!app.is_typing(), "groups are not looked through");
    type_keys(&mut app, "f C-u region:oceania Enter");
    assert!(screen(&app).contains("no place fits the filter"));
}

#[test]
fn a_click_selects_a_line_of_a_group() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v");
    let row = screen(&app).lines().position(|line| line.contains("+ Africa")).unwrap();
    click(&mut app, 8, u16::try_from(row).unwrap());
    assert_eq!(app.selected_group().unwrap().name, "Africa");
}

#[test]
fn another_operation_is_grouped_too_and_a_slide_leads_to_its_place() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v v Enter");
    let next = Library::bundled().open(2).unwrap();
    app.update(Action::Opened(2, Box::new(next.into())));
    assert!(app.groups().is_some_and(|groups| groups.by == By::Offence) && !app.is_empty());
    assert!(matches!(app.line(0), Some(Line::Group(_, false))));
    let mut app = board(120, 40);
    type_keys(&mut app, "2 v p 1 6 Enter Enter");
    assert_eq!((app.screen(), app.grouped_by()), (Screen::Countries, None));
    assert_eq!(app.selected_row().unwrap().name(), "Serbia");
}

#[test]
fn groups_as_they_are_drawn() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let mut app = shelf(columns, rows);
        for by in By::ALL {
            type_on_shelf(&mut app, if by == By::Region { "2 v Enter" } else { "v Enter" });
            assert_snapshot!(format!("{}-{columns}x{rows}", by.name()), screen(&app));
            let text = lines(&drawn_in_ascii(&app)).join("\n");
            assert!(text.is_ascii(), "{text}");
        }
    }
}

#[test]
fn a_result_of_several_countries_is_in_the_group_of_each_and_in_no_sum_of_one() {
    let library = Library::bundled();
    let operation = library.open(library.place(Some("storm-makers-1")).unwrap()).unwrap();
    let groups = grouped(&operation, By::Country);
    let joint = operation.rows.iter().position(|row| row.place.countries().len() > 1).unwrap();
    for name in ["Malaysia", "Cambodia"] {
        let group = named(&groups, name);
        assert!(group.members.iter().any(|member| member.row == joint), "{name}");
        assert!(group.joint == 1 && group.reported.is_empty(), "{name}: {:?}", group.reported);
        let notes: Vec<&str> = together::beside_groups(&groups, group).collect();
        assert!(notes.iter().any(|note| note.contains("several countries together")), "{notes:?}");
    }
    assert_eq!(told(&groups, "Türkiye")[0], "4 arrests");
    // El Salvador 14 and 27, told apart in two actions.
    let operation = library.open(library.place(Some("turquesa-3")).unwrap()).unwrap();
    let groups = grouped(&operation, By::Country);
    assert_eq!(told(&groups, "El Salvador")[0], "41 arrests");
}

#[test]
fn operations_come_to_what_they_name_by_country_and_not_to_their_totals() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "2 v v v v v");
    let groups = app.groups().unwrap().clone();
    assert_eq!(groups.by, By::Operation);
    let first = |name: &str| {
        let group = named(&groups, name);
        let arrests = group.reported.iter().find(|one| one.lead.measure == Measure::Arrested);
        arrests.map(|told| together::reported(told, group.members.len(), "")).unwrap_or_default()
    };
    // 94, 25, 12, 11, 9 and 7, and some twice.
    assert_eq!(first("Liberterra II (preliminary)"), "at least 158 arrests (8 of 17)");
    // Morocco 49, Spain 2, Sudan more than 20, South Africa 5, Uganda 3.
    assert!(first("Weka").starts_with("more than 79 arrests (5 of "), "{}", first("Weka"));
    // Some in Honduras and El Salvador; the 32 of Spain are in doubt and in no sum.
    let fourth = first("Turquesa IV (preliminary)");
    assert_eq!(fourth, "some arrests (2 of 5)");
    // El Salvador 14 and 27, Ecuador 16, Brazil 5.
    assert!(first("Turquesa III").starts_with("62 arrests (3 of "), "{}", first("Turquesa III"));
    let shown = screen(&app);
    assert!(shown.contains("groups by operation, of what is named by country"), "{shown}");
    let note = "the headline totals of an operation are others";
    let group = named(&groups, "Weka");
    assert!(together::beside_groups(&groups, group).any(|said| said.contains(note)));
}

#[test]
fn a_place_of_another_operation_is_told_there_and_enter_goes_to_it() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "2 v v v v v");
    let at = |app: &App| {
        (0..app.len()).find(|at| match app.line(*at) {
            Some(Line::Group(group, _)) => group.name == "Weka",
            _ => false,
        })
    };
    let down = "j ".repeat(at(&app).unwrap() - app.selected());
    type_on_shelf(&mut app, &format!("{down} Enter j"));
    let shown = screen(&app);
    assert!(shown.contains("Morocco · Northern Africa · in Weka · Enter goes there"), "{shown}");
    assert!(app.selected_row().is_none(), "it cannot be marked here");
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "y").pop() else { panic!("no copy") };
    assert!(text.starts_with("Operation Weka ") && text.contains("49"), "{text}");
    type_keys(&mut app, "o");
    assert!(screen(&app).contains("Morocco · Northern Africa · in Weka ─"), "{}", screen(&app));
    type_on_shelf(&mut app, "Esc Enter");
    assert_eq!(app.operation().id.as_str(), "weka-1");
    assert_eq!(app.selected_row().unwrap().name(), "Morocco");
    assert_eq!(app.grouped_by(), Some(By::Operation));
    assert!(selected_line(&app).contains("Morocco"));
    type_on_shelf(&mut app, "f region:europe Enter");
    let groups = app.groups().unwrap();
    // Spain 2; the filter picks in every operation.
    assert_eq!(told(groups, "Weka")[0], "2 arrests");
    assert!(groups.groups.iter().any(|group| group.name.starts_with("Liberterra II")));
}

/// What the program prints of the countries in groups, on long lines.
fn printed(by: &str, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    command.args(["report", "--screen", "countries", "--group", by]).args(more);
    let output = command.env_clear().env("COLUMNS", "999").stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn one_figure_that_no_sum_holds_is_told_as_it_is_and_of_several_none_stands_for_all() {
    let report = printed("country", &[]);
    let said = "Brazil, 1 place: 1 arrest (in doubt); 70 migrants allegedly smuggled (in doubt)\n";
    assert!(report.contains(&format!("\n{said}")), "{report}");
    let own = "\nBrazil: 1 arrest (in doubt); 70 migrants allegedly smuggled (in doubt)\n";
    assert!(report.contains(own), "{report}");
    let report = printed("source", &[]);
    let of_one = report.lines().find(|line| line.contains("CR Prensa") && line.contains(": "));
    assert!(of_one.unwrap().contains("8 suspects detained (in no sum)"), "{report}");
    // What is reported of a place that no sum holds is in none.
    let operation = Library::bundled().open(8).unwrap();
    let groups = grouped(&operation, By::Country);
    let lead = |name: &str, family| named(&groups, name).cell(family).lead.unwrap();
    let together = words::lead(lead("Malaysia", Family::Rescues));
    assert_eq!(together, "16 people rescued (in no sum)");
    let several = MADE.replace(
        "\"value\": 2",
        "\"value\": 2, \"citations\": [{\"source\": \"s\"}]},
        {\"measure\": \"arrested\", \"who\": \"suspects\", \"value\": 3",
    );
    let operation = data::load("made.json", several.as_bytes()).unwrap();
    let groups = grouped(&operation, By::Country);
    let cell = named(&groups, "Greece").cell(Family::Arrests);
    assert_eq!(words::lead(cell.lead.unwrap()), "some arrests (in no sum)");
    assert!(cell.more, "none of them is told");
}

#[test]
fn a_group_of_which_no_figure_is_reported_rests_on_the_sources_of_what_was_done() {
    let report = printed("country", &[]);
    let (_, group) = report.split_once("\nBosnia and Herzegovina, 1 place\n").unwrap();
    assert_eq!(group.lines().nth(1), Some("- On the word of [9]"), "{group}");
    for by in By::ALL {
        assert!(!printed(by.name(), &[]).contains("On the word of\n"), "{by:?}");
    }
}

#[test]
fn a_report_by_operation_tells_the_other_operations_each_on_the_word_of_its_own_sources() {
    let report = printed("operation", &[]);
    let titles = ["Liberterra II (preliminary), 17 places", "Weka, ", "Turquesa III, "];
    assert!(titles.iter().all(|title| report.contains(&format!("\n{title}"))), "{report}");
    // Morocco 49, Spain 2, Sudan more than 20, South Africa 5, Uganda 3.
    assert!(report.contains("\n- more than 79 arrests (5 of "), "{report}");
    let (_, of_weka) = report.split_once("\nOPERATION WEKA\n").unwrap();
    let (of_weka, _) = of_weka.split_once("\nOPERATION ").unwrap();
    assert!(of_weka.contains("Morocco") && of_weka.contains("\nSOURCES\n"), "{of_weka}");
    assert!(report.contains("PRELIMINARY: Operation Turquesa IV: "), "{report}");
    // What is taken in money is no count, and it is not unreported.
    let third = report.lines().find(|line| line.starts_with("Liberterra III, 12 places: "));
    assert!(third.unwrap().ends_with("; money, told with what was done"), "{third:?}");
    let page = printed("operation", &["--format", "html"]);
    let markdown = printed("operation", &["--format", "markdown"]);
    for link in markdown.split("](#").skip(1).filter_map(|link| Some(link.split_once(')')?.0)) {
        assert!(markdown.contains(&format!("id=\"{link}\"")), "{link} leads nowhere");
    }
    assert!(page.contains("Operation Weka") && markdown.contains("### Weka, "));
    let filtered = printed("operation", &["--filter", "region:europe"]);
    assert!(filtered.contains("region:europe") && !filtered.contains("\nMorocco"), "{filtered}");
    assert!(filtered.contains("\n- 2 arrests\n"), "Spain in Weka: {filtered}");
}

#[test]
fn for_programs_a_report_by_operation_has_all_of_them_too() {
    let json = printed("operation", &["--format", "json"]);
    let report: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["ids"].as_array().unwrap().len(), Library::bundled().len());
    assert_eq!(
        (&report["ids"][0], &report["group"]),
        (&"liberterra-2".into(), &"operation".into())
    );
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("by-operation.json");
    std::fs::write(&file, &json).unwrap();
    assert_eq!(printed("operation", &[file.to_str().unwrap()]), printed("operation", &[]));
    let csv = printed("operation", &["--format", "csv", "--filter", "country:ma"]);
    assert!(csv.contains(",weka-1,") && csv.contains(",liberterra-2,"), "{csv}");
}

#[test]
fn x_waits_for_the_other_operations_and_writes_what_is_marked_alone() {
    let mut app = shelf(120, 40);
    type_keys(&mut app, "2 v v v v v x");
    assert!(app.notice().unwrap().contains("still being read"), "{:?}", app.notice());
    assert!(app.exporting().is_none());
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "2 Space v v v v v");
    let mut out = Vec::new();
    app.export(Format::Text).paper().write(Format::Text, 200, &mut out).unwrap();
    let report = String::from_utf8(out).unwrap();
    assert!(report.contains("Only the places that are marked") && !report.contains("Weka"));
}

#[test]
fn figures_of_another_operation_stand_under_its_name_and_what_is_preliminary_says_so() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let mut app = shelf(columns, rows);
        type_on_shelf(&mut app, "2 ] v v v v v Home j");
        let shown = selected_line(&app);
        assert!(shown.contains("Liberterra II") && shown.contains("prelim"), "{shown}");
        type_on_shelf(&mut app, "Enter Down");
        assert!(screen(&app).contains("in Liberterra II (preliminary)"), "{}", screen(&app));
        type_on_shelf(&mut app, "o");
        let shown = screen(&app);
        let region = if columns < 80 { "" } else { " · Western Asia" };
        let title = format!("Türkiye{region} · in Liberterra II (preliminary)");
        assert!(shown.contains("94 arrests") && shown.contains(&title), "{shown}");
    }
}

#[test]
fn names_within_groups_stand_in_line_whatever_operation_they_are_of() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "2 v v v v v Home j Enter j");
    let marker = |app: &App| {
        let line = selected_line(app);
        line.chars().position(|c| c == '▸').unwrap()
    };
    assert!(matches!(app.line(app.selected()), Some(Line::Member(_))));
    let here = marker(&app);
    type_on_shelf(&mut app, "] Home j Enter j");
    assert!(matches!(app.line(app.selected()), Some(Line::Elsewhere(..))), "{}", screen(&app));
    assert_eq!(marker(&app), here);
}

#[test]
fn with_groups_of_several_operations_the_places_counted_are_said_to_be_of_the_one_shown() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "2 v v v v v f region:africa Enter");
    let shown = screen(&app);
    assert!(shown.contains("3 of 17 places in Liberterra II"), "{shown}");
}

#[test]
fn below_the_last_group_stands_nothing() {
    let mut app = board(120, 40).among(0, 2);
    type_on_shelf(&mut app, "2 v v v v v");
    assert_eq!(app.len(), 2);
    assert!(app.row(2).is_none(), "{}", screen(&app));
    assert!(!screen(&app).contains("\n   Serbia "), "{}", screen(&app));
}
