//! Marking places, and taking steps back, without a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use insta::assert_snapshot;
use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::focus::Screen;
use liberterra::data::{self, Library};
use support::{board, click, drawn_in_ascii, lines, screen, type_keys};

/// The line at the foot of the screen.
fn foot(app: &App) -> String {
    screen(app).lines().last().unwrap().trim().to_owned()
}

/// The line that says what is marked.
fn told(app: &App) -> String {
    let screen = screen(app);
    screen.lines().find(|line| line.contains(" marked")).unwrap_or_default().trim().to_owned()
}

/// The names of the places with the sign of a mark on screen.
fn marked(app: &App) -> Vec<String> {
    let name = |line: &str| {
        let rest = line.strip_prefix('●')?.trim_start_matches(['▸', ' ']);
        Some(rest.split("  ").next().unwrap().to_owned())
    };
    screen(app).lines().filter_map(name).collect()
}

#[test]
fn space_marks_a_place_and_goes_on_and_says_what_the_marked_come_to() {
    let mut app = board(120, 40);
    type_keys(&mut app, "Space");
    assert_eq!((marked(&app), app.selected()), (vec!["Türkiye".to_owned()], 1));
    assert!(told(&app).starts_with("1 marked: 94 arrests · 1,500 irregular migrants rescued"));
    type_keys(&mut app, "Space Space");
    // 94 and 25 and 12; at least 178 were moved from Serbia.
    let said = "3 marked: 131 arrests · 1,500 irregular migrants rescued (1 of 3) …";
    assert!(told(&app).starts_with(said), "{}", told(&app));
    type_keys(&mut app, "k Space");
    assert_eq!(marked(&app), ["Türkiye", "Iraq"], "again takes the mark away");
    type_keys(&mut app, "M");
    assert!(marked(&app).is_empty() && foot(&app).starts_with("no place is marked any more"));
}

#[test]
fn sums_of_marks_keep_qualifiers_and_what_is_apart() {
    let mut app = board(200, 60);
    // The United Kingdom reports 9 arrests, 1 and 3 in no sum, and 1 detained; Argentina some.
    type_keys(&mut app, "f country:gb,ar Enter Space Space");
    let said = "2 marked: at least 9 arrests · 1 suspect detained (1 of 2) · \
        59 people freed (1 of 2)";
    assert!(told(&app).starts_with(said), "{}", told(&app));
}

#[test]
fn a_region_is_in_no_sum() {
    let mut app = board(200, 60);
    type_keys(&mut app, "f -region:africa,asia,europe,americas,oceania Enter");
    assert!(!app.is_empty());
    let regions = app.len();
    for _ in 0..regions {
        type_keys(&mut app, "Space");
    }
    let expected = format!("{regions} marked: {regions} regions in no sum");
    assert!(told(&app).starts_with(&expected), "{}", foot(&app));
}

#[test]
fn marks_stay_when_the_order_changes_and_are_told_where_the_filter_hides_them() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Space j Space S");
    assert_eq!(marked(&app), ["Serbia", "Türkiye"]);
    type_keys(&mut app, "f region:europe Enter");
    assert_eq!(marked(&app), ["Serbia"]);
    assert!(told(&app).starts_with("2 marked, 1 hidden by the filter: 106 arrests"));
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "y").pop() else { panic!("no copy") };
    assert!(text.contains("Türkiye\n- ") && text.contains("Serbia\n- ") && !text.contains("Iraq"));
    assert_eq!(text.matches("Independent").count(), 1, "{text}");
    assert!(text.contains("[1]") && text.contains("https://www.thenationalnews.com/"));
    let said = "copied 2 marked places with their citations, 1 of them hidden by the filter";
    assert!(foot(&app).starts_with(said), "{}", told(&app));
}

#[test]
fn copy_takes_the_selected_place_where_none_is_marked() {
    let mut app = board(120, 40);
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "j y").pop() else { panic!("no copy") };
    assert!(text.contains("Iraq\n- ") && !text.contains("Türkiye\n- "));
    assert!(foot(&app).starts_with("copied Iraq with its citation"));
}

#[test]
fn the_mouse_and_the_totals_leave_marks_alone() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Space 1 g");
    let row = screen(&app).lines().position(|line| line.contains("Iraq")).unwrap();
    click(&mut app, 0, u16::try_from(row).unwrap());
    click(&mut app, 9, u16::try_from(row).unwrap());
    assert_eq!(marked(&app), ["Türkiye"]);
    type_keys(&mut app, "g Up Space");
    assert_eq!(app.marked().len(), 1);
}

#[test]
fn marks_go_along_to_the_same_places_of_another_operation() {
    let mut app = board(120, 40);
    type_keys(&mut app, "f country:br,iq Enter g Space Space F");
    assert_eq!(app.marked().len(), 2, "{}", screen(&app));
    let open = |app: &mut App, place| {
        let next = Library::bundled().open(place).unwrap();
        app.update(Action::Opened(place, Box::new(next.into())));
    };
    open(&mut app, 0);
    assert_eq!(app.marked().len(), 2);
    app.update(Action::Reloaded(Box::new(data::bundled().unwrap().into())));
    assert_eq!(marked(&app), ["Iraq", "Brazil"]);
    open(&mut app, 1);
    let names: Vec<String> = (0..app.len())
        .filter(|place| app.is_marked(*place))
        .map(|place| app.row(place).unwrap().name().into_owned())
        .collect();
    assert!(names.iter().all(|name| ["Iraq", "Brazil"].contains(&name.as_str())), "{names:?}");
    type_keys(&mut app, "u u u u u");
    assert!(app.marked().len() <= names.len());
}

#[test]
fn steps_go_back_and_forward() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 f region:europe Enter s Right s Space");
    assert_eq!(app.marked().len(), 1);
    type_keys(&mut app, "u");
    assert!(app.marked().is_empty() && foot(&app).starts_with("undone: a mark"));
    type_keys(&mut app, "u");
    assert!(foot(&app).starts_with("undone: the order by arrests ▾"), "{}", foot(&app));
    type_keys(&mut app, "u u");
    assert!(!app.is_filtered() && foot(&app).starts_with("undone: the filter region:europe"));
    type_keys(&mut app, "u");
    assert_eq!(app.screen(), Screen::Overview);
    assert!(foot(&app).starts_with("undone: the way to Countries"));
    type_keys(&mut app, "u");
    assert!(foot(&app).starts_with("nothing to undo"));
    type_keys(&mut app, "C-r C-r C-r C-r C-r");
    assert!(foot(&app).starts_with("done again: a mark"), "{}", foot(&app));
    assert_eq!((app.filter().to_string().as_str(), app.marked().len()), ("region:europe", 1));
    type_keys(&mut app, "C-r");
    assert!(foot(&app).starts_with("nothing to do again"));
}

#[test]
fn a_filter_is_one_step_however_it_was_typed() {
    let mut app = board(120, 40);
    type_keys(&mut app, "f region:eu BSpace u Enter u");
    assert!(!app.is_filtered());
    type_keys(&mut app, "f region:asia Esc u");
    assert!(foot(&app).starts_with("nothing to undo"), "what was given up was no step");
    type_keys(&mut app, "C-r");
    assert_eq!(app.filter().to_string(), "region:europe");
}

#[test]
fn moving_is_no_step_and_a_new_step_ends_what_was_undone() {
    let mut app = board(120, 40);
    type_keys(&mut app, "Space u j j k");
    assert_eq!(app.selected(), 2);
    type_keys(&mut app, "C-r");
    assert_eq!(app.marked().len(), 1, "moving does not end it");
    type_keys(&mut app, "u 2 C-r");
    assert!(foot(&app).starts_with("nothing to do again"));
    assert_eq!(app.screen(), Screen::Countries);
}

#[test]
fn a_low_window_says_it_at_the_foot() {
    let mut app = board(60, 16);
    type_keys(&mut app, "Space");
    assert!(foot(&app).starts_with("1 marked: 94 arrests …"), "{}", foot(&app));
}

#[test]
fn marks_as_they_are_drawn() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut app = board(columns, rows);
        type_keys(&mut app, "Space j Space");
        assert_snapshot!(format!("overview-{columns}x{rows}"), screen(&app));
        type_keys(&mut app, "2 f region:europe Enter");
        assert_snapshot!(format!("countries-{columns}x{rows}"), screen(&app));
        let text = lines(&drawn_in_ascii(&app)).join("\n");
        assert!(
            text.is_ascii() && text.lines().any(|line| line.starts_with("+> Serbia")),
            "{text}"
        );
    }
}

#[test]
fn a_copy_as_markdown_says_what_the_copy_in_words_does() {
    let mut app = board(120, 40);
    let text = |app: &mut App, key: &str| match type_keys(app, key).pop() {
        Some(Effect::Copy(text, _)) => text,
        other => panic!("{other:?}"),
    };
    let (words, markdown) = (text(&mut app, "y"), text(&mut app, "C-y"));
    assert_eq!(app.notice(), Some("copied Türkiye with its citation, as Markdown"));
    assert!(markdown.starts_with("**Operation Liberterra II · "), "{markdown}");
    assert!(markdown.contains("\n- ") && markdown.contains("\n- \\[1\\] "), "{markdown}");
    assert!(markdown.contains(" <https://"), "{markdown}");
    let bare = markdown.replace(['\\', '<', '>', '*'], "");
    for word in words.split_whitespace() {
        assert!(bare.contains(word.trim_matches('*')), "{word} is lost in {markdown}");
    }
}
