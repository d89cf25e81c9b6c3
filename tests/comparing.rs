//! What keys do on the comparison, and a country in all operations.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::sync::Arc;

use liberterra::app::App;
use liberterra::app::action::{Action, Effect, Form, Target};
use liberterra::app::focus::{Overlay, Screen};
use liberterra::app::present::{Pace, Start};
use liberterra::data::{self, Library, sanitize};
use liberterra::model::compare::digest::Digest;
use support::{board, click, screen, selected_line, shelf, type_keys, type_on_shelf};

fn compared(columns: u16, rows: u16, script: &str) -> App {
    let mut app = shelf(columns, rows);
    type_on_shelf(&mut app, script);
    app
}

fn names(app: &App) -> Vec<String> {
    let operations = app.compare().table().operations().iter();
    operations.map(|digest| digest.short_name().to_owned()).collect()
}

#[track_caller]
fn shows(app: &App, words: &[&str]) {
    let screen = screen(app);
    for word in words {
        assert!(screen.contains(word), "{word} is not on\n{screen}");
    }
}

#[test]
fn nothing_is_asked_for_before_the_screen_is_opened_and_nothing_twice() {
    let mut app = shelf(80, 24);
    let effects = type_keys(&mut app, "j Tab 5 1 ? Esc o Esc");
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::Fetch(_))));
    let effects = type_keys(&mut app, "4");
    // The operation shown is there already.
    let others: Vec<usize> = (1..Library::bundled().len()).collect();
    assert_eq!(effects, [Effect::Fetch(others)]);
    assert_eq!(type_keys(&mut app, "1 4 j r v c"), []);
}

#[test]
fn until_they_come_the_operation_shown_stands_alone_and_says_so() {
    let mut app = shelf(80, 24);
    type_keys(&mut app, "4");
    assert_eq!(names(&app), ["Liberterra II"]);
    shows(&app, &["Still to be read: 12.", "2,517"]);
}

#[test]
fn it_opens_on_the_series_of_the_operation_shown_and_follows_it() {
    let mut app = compared(120, 40, "4");
    assert_eq!(names(&app), ["Liberterra", "Liberterra II", "Liberterra III"]);
    shows(&app, &["286", "2,517", "3,744", "preliminary", "Arrests over time · one linear scale"]);
    type_on_shelf(&mut app, "] ] ]");
    assert_eq!(app.screen(), Screen::Compare);
    assert_eq!(names(&app)[0], "Turquesa");
    assert_eq!(names(&app).len(), 5);
}

#[test]
fn the_way_down_passes_headings_and_the_chart_and_the_countries_follow() {
    let mut app = compared(200, 60, "4");
    assert!(selected_line(&app).contains("arrests"));
    type_keys(&mut app, "j");
    assert!(selected_line(&app).contains("victims rescued"), "{}", selected_line(&app));
    shows(
        &app,
        &[
            "Victims rescued over time · one number alone",
            "not reported · another measure: 3,222 potential victims rescued",
            "not reported · another measure: 4,414 potential victims safeguarded",
            "Countries named, with their victims rescued",
        ],
    );
    let brazil = screen(&app).lines().find(|line| line.contains("Brazil")).unwrap().to_owned();
    let cells: Vec<&str> = brazil.split_whitespace().collect();
    assert_eq!(cells, ["Brazil", "10", "named", "named"], "victims, and no arrests");
    type_keys(&mut app, "k");
    assert!(selected_line(&app).contains("arrests"));
    type_keys(&mut app, "k g");
    assert!(selected_line(&app).contains("arrests"), "the heading is passed");
    type_keys(&mut app, "G");
    assert!(selected_line(&app).contains("supporting bodies"));
}

#[test]
fn nothing_jumps_while_the_selection_moves() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut app = compared(columns, rows, "] ] ] ] 4");
        let heading = |app: &App| screen(app).lines().position(|line| line.contains(" · one "));
        let first = heading(&app);
        assert!(first.is_some());
        for _ in 0..8 {
            type_keys(&mut app, "j");
            assert_eq!(heading(&app), first, "{}", screen(&app));
        }
    }
}

#[test]
fn a_click_selects_a_line_and_a_heading_passes_it_on() {
    let mut app = compared(120, 40, "4");
    let row = screen(&app).lines().position(|line| line.starts_with(" Rescued")).unwrap();
    click(&mut app, 4, u16::try_from(row).unwrap());
    assert!(selected_line(&app).contains("victims rescued"));
    app.update(Action::Click(Target::Row(usize::MAX)));
    assert!(selected_line(&app).contains("supporting bodies"));
}

#[test]
fn rates_are_asked_for_and_say_what_they_are() {
    let mut app = compared(120, 40, "4 r");
    shows(&app, &["Derived: totals ÷ days", "419.5 a day · 2,517 ÷ 6 days", "57.2", "312.0"]);
    shows(&app, &["Derived, reported by no source: each total ÷ its days."]);
    type_keys(&mut app, "r");
    shows(&app, &["21.7 a country · 2,517 ÷ 116 countries"]);
    type_keys(&mut app, "r");
    shows(&app, &["Totals by measure"]);
    assert!(!screen(&app).contains("Derived"));
}

#[test]
fn operations_are_taken_in_and_out_but_never_the_last() {
    let mut app = compared(120, 40, "4 e");
    assert_eq!(app.overlay(), Overlay::Operations);
    shows(&app, &["[x] Operation Liberterra II", "[ ] Operation Turquesa V", "preliminary"]);
    type_keys(&mut app, "j Space j Space");
    assert_eq!(names(&app), ["Liberterra II"]);
    type_keys(&mut app, "g Space");
    assert_eq!(names(&app), ["Liberterra II"], "what is compared is never nothing");
    type_keys(&mut app, "G Space Esc");
    assert_eq!(names(&app), ["Flash-Weka", "Liberterra II"]);
    shows(&app, &["1,062", "2,517"]);
    // The choice is the user's until the series is asked for.
    type_on_shelf(&mut app, "1 4");
    assert_eq!(names(&app), ["Flash-Weka", "Liberterra II"]);
    type_keys(&mut app, "e a");
    assert_eq!(names(&app).len(), Library::bundled().len());
    type_keys(&mut app, "s Enter");
    assert_eq!(app.overlay(), Overlay::None);
    assert_eq!(names(&app).len(), 3);
}

#[test]
fn operations_out_of_view_are_said_and_reached() {
    let mut app = compared(80, 24, "4 e a Enter");
    shows(&app, &["more operations ←→", "… "]);
    assert!(!screen(&app).lines().nth(2).unwrap().contains("Liberterra III"));
    for _ in 0..Library::bundled().len() {
        type_keys(&mut app, "Right");
    }
    assert!(screen(&app).lines().nth(2).unwrap().contains("Liberterra III"));
    assert_eq!(screen(&app).matches("Liberterra III").count(), 2, "head and bar");
    type_keys(&mut app, "Left");
    shows(&app, &["more operations ←→"]);
}

#[test]
fn countries_are_listed_with_the_numbers_of_any_measure() {
    let mut app = compared(120, 40, "4 v");
    shows(&app, &["Named in Liberterra III and before (4)", "New in Liberterra III (14)"]);
    shows(&app, &["numbers: arrests", "a country that is not named may have taken part"]);
    assert!(selected_line(&app).contains("Brazil"));
    type_keys(&mut app, "m");
    shows(&app, &["numbers: victims rescued"]);
    assert!(selected_line(&app).contains("10"));
    shows(&app, &["Liberterra · The Federal Police report 10 victims rescued"]);
    type_keys(&mut app, "v");
    assert!(selected_line(&app).contains("victims rescued"));
}

#[test]
fn a_country_is_told_in_every_operation_by_date() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "/ tur Enter c");
    assert!(matches!(app.overlay(), Overlay::Across { .. }));
    shows(&app, &["Türkiye in 3 operations"]);
    let (text, _) = copied(&mut app);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
    assert!(at("Storm Makers ·") < at("Storm Makers II ·"));
    assert!(at("Storm Makers II ·") < at("Liberterra II ·"));
    assert!(text.contains("1,500 irregular migrants rescued"));
    assert_eq!(text.matches("not a product of INTERPOL").count(), 1);
    type_keys(&mut app, "G");
    shows(&app, &["Not named in: Turquesa,"]);
    type_keys(&mut app, "c");
    assert_eq!(app.overlay(), Overlay::None, "the same key closes");
}

/// What `y` copies, and what it is called.
fn copied(app: &mut App) -> (String, String) {
    let effects = type_keys(app, "y");
    let [Effect::Copy(text, _)] = effects.as_slice() else { panic!("{effects:?}") };
    (text.clone(), app.notice().unwrap_or_default().to_owned())
}

#[test]
fn a_country_that_acted_with_others_is_told_with_them() {
    let mut app = compared(120, 40, "4 v");
    while !selected_line(&app).contains("Senegal") {
        let before = app.compare().list().selected;
        type_keys(&mut app, "j");
        assert_ne!(app.compare().list().selected, before, "Senegal is named");
    }
    type_keys(&mut app, "c");
    shows(&app, &["Senegal in 1 operation", "Together: ", "Sierra Leone"]);
}

#[test]
fn sources_and_copies_have_every_operation_with_its_citations() {
    let mut app = compared(120, 40, "4 j o");
    shows(&app, &["Operation Liberterra · 5 Jul – 9 Jul 2021", "about 430 victims rescued"]);
    shows(&app, &["Different measures, never one line"]);
    type_keys(&mut app, "Esc");
    let (text, notice) = copied(&mut app);
    assert_eq!(notice, "copied victims rescued with its citation");
    for words in [
        "about 430 victims rescued (printed “some 430”) [1][2]",
        "Operation Liberterra II · 29 Sep – 4 Oct 2024 · preliminary\n\
         not reported · another measure: 3,222 potential victims rescued",
        "http://dmoanon.com/",
        "Not alike: 5, 6 and 12 days",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    assert_eq!(text.matches("not a product of INTERPOL").count(), 1);
}

#[test]
fn a_command_line_opens_the_comparison() {
    let mut app = compared(120, 40, "4");
    let effects = type_keys(&mut app, "Y");
    assert_eq!(effects, [Effect::Copy("liberterra --screen=compare".to_owned(), Form::Text)]);
    let effects = type_keys(&mut app, "r Y");
    assert_eq!(
        effects,
        [Effect::Copy("liberterra --screen=compare --per=day".to_owned(), Form::Text)]
    );
}

#[test]
fn own_files_are_compared_among_themselves_and_one_that_is_broken_says_so() {
    let mut app = board(120, 40).among(0, 2);
    let effects = type_keys(&mut app, "4");
    assert_eq!(effects, [Effect::Fetch(vec![1])]);
    let reason = sanitize::clean("mine.json cannot be read; mend it.");
    app.update(Action::Fetched(1, Err(reason)));
    shows(&app, &["Not compared: mine.json cannot be read; mend it.", "2,517"]);
    assert_eq!(names(&app), ["Liberterra II"]);
}

#[test]
fn a_file_beside_it_that_is_saved_again_is_asked_for_again() {
    let mut app = compared(120, 40, "4");
    let place = Library::bundled().place(Some("liberterra-3")).unwrap();
    assert_eq!(app.update(Action::Outdated(place)), [Effect::Fetch(vec![place])]);
    shows(&app, &["3,744"]);
    let text = include_str!("../data/liberterra-3.json").replace("3744", "3745");
    let digest = Digest::of(Arc::new(data::load("mine.json", text.as_bytes()).unwrap()));
    app.update(Action::Fetched(place, Ok(Arc::new(digest))));
    shows(&app, &["3,745", "2,517"]);
}

#[test]
fn a_presentation_goes_on_by_itself_whatever_file_beside_it_changes() {
    let start = Start { pace: Pace::Every(20), ..Start::default() };
    let mut app = shelf(80, 24).presenting(start);
    app.update(Action::Outdated(3));
    app.update(Action::Fetched(3, Err(sanitize::clean("gone"))));
    assert_eq!(app.presentation().unwrap().pace(), Pace::Every(20));
}

#[test]
fn a_filter_is_said_to_pick_countries_and_no_totals() {
    let app = compared(120, 40, "f region:africa Enter 4");
    shows(&app, &["The filter picks the countries listed; the totals are", "2,517"]);
}

#[test]
fn a_file_that_is_saved_again_is_compared_as_it_is_now() {
    let mut app = compared(120, 40, "4");
    let text = include_str!("../data/liberterra-2.json").replace("2517", "2518");
    let ready = data::load("mine.json", text.as_bytes()).unwrap().into();
    app.update(Action::Reloaded(Box::new(ready)));
    shows(&app, &["2,518", "3,744"]);
}

#[test]
fn the_filter_picks_countries_and_the_totals_stay() {
    let mut app = compared(120, 40, "4 v");
    let all = app.compare().all_named();
    type_on_shelf(&mut app, "f region:africa Enter");
    let africa: Vec<&str> =
        app.compare().named().iter().map(|named| named.country.name()).collect();
    assert!(africa.contains(&"Algeria") && africa.contains(&"Mali"), "{africa:?}");
    assert!(!africa.contains(&"Brazil") && app.compare().all_named() == all);
    let said = format!("{} of {all} countries fit in one of the operations", africa.len());
    shows(&app, &[&said]);
    type_on_shelf(&mut app, "v");
    let fit = format!("{} of {all} countries fit in one of them, totals of all", africa.len());
    shows(&app, &["286", "2,517", "3,744", "the totals are the operations' own", &fit]);
    type_on_shelf(&mut app, "u");
    assert_eq!(app.compare().named().len(), all, "undoing covers it");
    type_on_shelf(&mut app, "f arrests>=90 Enter v");
    let named: Vec<&str> = app.compare().named().iter().map(|one| one.country.name()).collect();
    // Türkiye arrested 94; no other country of the three operations so many.
    assert_eq!(named, ["Türkiye"]);
    type_on_shelf(&mut app, "f Space zzzz Enter");
    let none = format!("None of the {all} countries named is so");
    shows(&app, &[&none, "Backspace drops the last term, zzzz.", "F shows all countries"]);
    type_on_shelf(&mut app, "BSpace");
    assert_eq!(app.compare().named().len(), 1);
}

#[test]
fn below_the_totals_it_is_said_that_no_country_fits() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let app = compared(columns, rows, "4 f zzzz Enter");
        shows(&app, &["0 of 33 countries", "no country named fits the filter"]);
        assert!(!screen(&app).contains("Countries named: "), "{}", screen(&app));
    }
}

#[test]
fn a_country_is_listed_for_what_it_is_in_one_operation_and_that_is_said() {
    let mut app = compared(80, 24, "4 v f no:arrests Enter");
    // Algeria reports 7 arrests in one operation and none in another.
    let algeria = |app: &App| app.compare().named().iter().any(|it| it.country.name() == "Algeria");
    assert!(algeria(&app));
    shows(&app, &["countries fit in one of the operations"]);
    type_on_shelf(&mut app, "f Space offence:smuggling Enter");
    shows(&app, &["filter: no:arrests offence:migrant-smuggling  ", " of 33, in one of them"]);
}

#[test]
fn measures_and_countries_are_found() {
    let mut app = compared(120, 40, "4 /");
    shows(&app, &["find: ", "a measure"]);
    type_on_shelf(&mut app, "safeg Enter");
    assert!(selected_line(&app).contains("safeguarded"), "{}", selected_line(&app));
    type_on_shelf(&mut app, "Esc g / victims Enter");
    let first = selected_line(&app);
    type_on_shelf(&mut app, "n");
    assert_ne!(selected_line(&app), first);
    type_on_shelf(&mut app, "N");
    assert_eq!(selected_line(&app), first);
    type_on_shelf(&mut app, "v / türk Enter");
    assert!(selected_line(&app).contains("Türkiye"), "{}", selected_line(&app));
    type_on_shelf(&mut app, "/ zzz Enter");
    assert!(app.notice().unwrap().starts_with("nothing found for “zzz” in what is listed; v"));
    assert!(selected_line(&app).contains("Türkiye"), "back where the find began");
    type_on_shelf(&mut app, "/ türk Enter 2");
    assert!(app.find_here().is_none(), "it was made elsewhere");
    type_on_shelf(&mut app, "4");
    assert!(app.find_here().is_some());
}
