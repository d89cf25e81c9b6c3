//! A large operation is asked elsewhere: what is shown meanwhile, what comes of it, giving it up.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::sync::{Arc, LazyLock};

use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::question::Question;
use liberterra::app::shelf::Ready;
use liberterra::data::{self, Library};
use liberterra::model::compare::digest::Digest;
use liberterra::model::group::By;
use liberterra::model::operation::Operation;
use serde_json::{Value, json};
use support::{board, screen, serve, type_keys};

/// The bundled operation with so many more actions, of which nothing is reported, that nobody
/// would wait for an answer.
static LARGE: LazyLock<Operation> = LazyLock::new(|| {
    let mut file: Value =
        serde_json::from_slice(include_bytes!("../data/liberterra-2.json")).unwrap();
    let actions = file["actions"].as_array_mut().unwrap();
    let mut one = actions[0].clone();
    one["figures"] = json!([]);
    for number in 0..20_001 {
        one["id"] = json!(format!("more-{number}"));
        actions.push(one.clone());
    }
    data::load("large.json", file.to_string().as_bytes()).unwrap()
});

/// A board that asks nothing at once.
fn patient() -> App {
    let mut app = App::new(LARGE.clone());
    app.update(Action::Resize { columns: 120, rows: 40 });
    app
}

/// Does what actions ask for as the terminal does: one effect after the other, what is at hand at
/// once. Only the last question is answered.
fn carry_out(app: &mut App, effects: Vec<Effect>, asked: &mut Option<Question>) {
    for effect in effects {
        match effect {
            Effect::Fetch(places) => {
                for place in places {
                    let operation = Library::bundled().open(place).unwrap();
                    let digest = Arc::new(Digest::of(Arc::new(operation)));
                    let effects = app.update(Action::Fetched(place, Ok(digest)));
                    carry_out(app, effects, asked);
                }
            }
            Effect::Query(question) => *asked = Some(*question),
            Effect::DropQuery => *asked = None,
            other => panic!("{other:?}"),
        }
    }
}

/// Types on a board among the bundled operations; what it asks for, it gets.
fn type_and_wait(app: &mut App, script: &str) {
    let mut asked = None;
    for event in support::keys(script) {
        let effects = support::send(app, &event);
        carry_out(app, effects, &mut asked);
    }
    if let Some(question) = asked {
        let answer = question.answer(&|| true).unwrap();
        let effects = app.update(Action::Answered(Box::new(answer)));
        assert_eq!(effects, []);
    }
}

fn question(effects: Vec<Effect>) -> Question {
    match effects.into_iter().next_back() {
        Some(Effect::Query(question)) => *question,
        other => panic!("{other:?}"),
    }
}

fn answer(app: &mut App, question: &Question) {
    let answer = question.answer(&|| true).unwrap();
    assert!(app.update(Action::Answered(Box::new(answer))).is_empty());
}

fn names(app: &App) -> Vec<String> {
    (0..app.len()).map(|at| app.row(at).unwrap().name().into_owned()).collect()
}

#[test]
fn the_rows_before_are_shown_until_the_answer_comes() {
    let mut app = patient();
    let asked = question(type_keys(&mut app, "2 f region:africa"));
    assert!(app.is_asking() && app.len() == 17);
    assert!(screen(&app).contains("asking 20,024 actions · Esc gives up"), "{}", screen(&app));
    answer(&mut app, &asked);
    assert_eq!((app.is_asking(), app.len()), (false, 3));
    let mut at_once = board(120, 40);
    type_keys(&mut at_once, "2 f region:africa");
    assert_eq!(names(&app), names(&at_once));
    assert_eq!(screen(&app), screen(&at_once));
}

#[test]
fn only_the_last_question_is_answered() {
    let mut app = patient();
    let first = question(type_keys(&mut app, "f region:africa"));
    let second = question(type_keys(&mut app, "C-u region:europe"));
    answer(&mut app, &first);
    assert!(app.is_asking() && app.len() == 17, "it is idle");
    answer(&mut app, &second);
    assert_eq!((app.is_asking(), app.len()), (false, 5));
    assert!(first.answer(&|| false).is_none(), "nobody waits");
}

#[test]
fn giving_up_goes_back_to_what_is_shown() {
    let mut app = patient();
    let asked = question(type_keys(&mut app, "2 f has:arrests Enter"));
    answer(&mut app, &asked);
    let shown = names(&app);
    let sort = app.sort().clone();
    let late = question(type_keys(&mut app, "f Space region:africa Enter l l s v"));
    assert_eq!(type_keys(&mut app, "Esc"), [Effect::DropQuery]);
    assert_eq!(app.filter().to_string(), "has:arrests");
    assert_eq!((app.sort(), app.grouped_by(), app.is_asking()), (&sort, None, false));
    answer(&mut app, &late);
    assert_eq!(names(&app), shown);
    assert!(screen(&app).contains("sorted by arrests"));
}

#[test]
fn order_and_groups_come_with_the_answer_and_are_undone() {
    let mut app = patient();
    for effect in type_keys(&mut app, "2 v") {
        assert!(app.groups().is_none(), "{}", screen(&app));
        serve(&mut app, effect);
    }
    assert_eq!(app.groups().unwrap().by, By::Region);
    let asked = question(type_keys(&mut app, "S"));
    answer(&mut app, &asked);
    let mut at_once = board(120, 40);
    type_keys(&mut at_once, "2 v S");
    let groups = |app: &App| {
        let groups = &app.groups().unwrap().groups;
        groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(groups(&app), groups(&at_once));
    let asked = question(type_keys(&mut app, "u u"));
    answer(&mut app, &asked);
    assert!(app.groups().is_none() && app.len() == 17);
}

#[test]
fn operations_that_come_at_once_do_not_leave_a_question_without_an_answer() {
    let mut app = patient().among(0, 2);
    type_and_wait(&mut app, "2 v v v v v");
    assert!(!app.is_asking(), "{}", screen(&app));
    let groups = app.groups().unwrap();
    assert_eq!((groups.by, groups.groups.len()), (By::Operation, 2));
}

#[test]
fn the_palette_stays_open_whatever_comes_by_itself() {
    let mut app = patient();
    let asked = question(type_keys(&mut app, "2 v"));
    type_keys(&mut app, ":");
    answer(&mut app, &asked);
    assert!(app.palette().is_some(), "{}", screen(&app));
    app.update(Action::Kept(None));
    assert!(app.palette().is_some(), "{}", screen(&app));
}

#[test]
fn on_the_comparison_the_countries_come_with_the_answer_and_once() {
    let mut app = patient().among(0, Library::bundled().len());
    type_and_wait(&mut app, "4 v");
    let all = app.compare().named().len();
    let mut asked = None;
    for event in support::keys("f region:africa Enter") {
        let effects = support::send(&mut app, &event);
        carry_out(&mut app, effects, &mut asked);
    }
    assert_eq!((app.is_asking(), app.compare().named().len()), (true, all));
    answer(&mut app, &asked.unwrap());
    let shown: Vec<&str> = app.compare().named().iter().map(|one| one.country.name()).collect();
    assert!(shown.contains(&"Algeria") && !shown.contains(&"Brazil"), "{shown:?}");
    assert_eq!(app.update(Action::Resize { columns: 80, rows: 24 }), [], "it is known");
    // What waits when the screen is left is asked again when it is back.
    let late = question(type_keys(&mut app, "f C-u region:europe Enter"));
    type_keys(&mut app, "2");
    let other = question(type_keys(&mut app, "S"));
    answer(&mut app, &late);
    answer(&mut app, &other);
    assert_eq!((app.is_asking(), app.len()), (false, 5));
    type_and_wait(&mut app, "4");
    let europe = |app: &App| app.compare().named().iter().any(|it| it.country.name() == "Serbia");
    assert!(!app.is_asking() && europe(&app), "{}", screen(&app));
    // Giving up goes back to the countries listed, of which nothing is asked.
    question(type_keys(&mut app, "f C-u country:mali Enter"));
    assert_eq!(type_keys(&mut app, "Esc"), [Effect::DropQuery]);
    assert_eq!(app.filter().to_string(), "region:europe");
    assert!(!app.is_asking() && europe(&app));
    type_and_wait(&mut app, "F");
    assert_eq!(app.compare().named().len(), all);
}

#[test]
fn groups_that_were_left_and_asked_for_no_more_are_made_again_elsewhere() {
    let mut app = patient();
    type_and_wait(&mut app, "2 v v v v v");
    let late = question(type_keys(&mut app, "v"));
    assert_eq!(app.grouped_by(), None);
    let effects = type_keys(&mut app, "Esc");
    assert_eq!(effects[0], Effect::DropQuery);
    answer(&mut app, &late);
    assert_eq!((app.grouped_by(), app.is_asking()), (Some(By::Operation), true));
    answer(&mut app, &question(effects));
    assert!(app.groups().is_some() && !app.is_asking());
}

#[test]
fn a_large_file_comes_with_the_answer_to_what_was_asked_of_the_one_before() {
    let mut app = patient();
    type_and_wait(&mut app, "2 f region:africa Enter v");
    let ready = Ready::new(LARGE.clone(), app.as_asked());
    assert_eq!(app.update(Action::Reloaded(Box::new(ready))), []);
    assert_eq!((app.is_asking(), app.picked().unwrap().count), (false, 3));
    assert_eq!(app.groups().unwrap().by, By::Region);
    // One that was made ready for something else is asked at once.
    assert_eq!(app.update(Action::Reloaded(Box::new(LARGE.clone().into()))), []);
    assert_eq!((app.is_asking(), app.picked().unwrap().count), (false, 3));
    assert_eq!(app.groups().unwrap().by, By::Region);
}
