//! Reports of several operations, by the options of a command line: what a rate keeps of its total,
//! what is said before all, which operations are meant, and what goes first.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use liberterra::app::action::Effect;
use liberterra::report::format::Format;
use serde_json::Value;
use support::{shelf, type_keys, type_on_shelf};

fn ran(options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    command.args(options).env_clear().env("COLUMNS", "500").stdin(Stdio::null());
    command.output().unwrap()
}

/// What the program prints, which says nothing on standard error.
fn printed(options: &[&str]) -> String {
    let output = ran(options);
    let error = str::from_utf8(&output.stderr).unwrap();
    assert!(output.status.success() && error.is_empty(), "{options:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// Asserts an end with 2, nothing printed, and a sentence that holds this.
fn refuses(options: &[&str], why: &str) {
    let output = ran(options);
    let error = str::from_utf8(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{options:?}: {error}");
    assert!(output.stdout.is_empty() && error.contains(why), "{options:?}: {error}");
}

/// A file with a text in it, in a folder of its own.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("beside");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

/// An operation of five days with one total, whose name has a space that is not seen.
fn made(id: &str, total: &str) -> String {
    let text = r#"{"schema": 1, "id": "ID", "name": "Operation ID\u200b", "organiser": "Y",
        "status": "published", "start": "2024-01-01", "end": "2024-01-05",
        "totals": [{TOTAL, "citations": [{"source": "s"}]}], "actions": [],
        "sources": [{"id": "s", "publisher": "S", "title": "T", "url": "https://s.example/",
        "strength": "press", "language": "en"}]}"#;
    file(&format!("{id}.json"), &text.replace("ID", id).replace("TOTAL", total))
}

/// The line of a report that begins so, from some heading on.
fn line<'a>(report: &'a str, heading: &str, begins: &str) -> &'a str {
    let (_, section) = report.split_once(&format!("\n{heading}")).unwrap();
    section.lines().find(|line| line.starts_with(begins)).unwrap()
}

#[test]
fn a_rate_keeps_whom_its_total_counts_what_it_is_made_of_and_its_marks() {
    let ids = "weka-1,turquesa-2,turquesa-4";
    let report = printed(&["report", "--compare", ids, "--per", "day"]);
    let rates = "THE SAME A DAY";
    let rescued = line(&report, rates, "victims rescued: ");
    assert!(rescued.contains("Weka: 83.3 (500 ÷ 6 days; sources disagree)"), "{rescued}");
    assert!(rescued.contains("Turquesa IV: 26.0 (130 ÷ 5 days; sum of 2 totals)"), "{rescued}");
    let potential = line(&report, rates, "potential victims rescued: ");
    let said = "Turquesa II: about 14.3 (nearly 100 ÷ 7 days; sources disagree)";
    assert!(potential.contains(said), "{potential}");
    let women = r#""measure": "rescued", "who": "victims", "group": "women", "value": 100"#;
    let one = made("women", women);
    let report = printed(&["report", "--compare", "all", "--per", "day", &one]);
    assert!(report.contains("victims rescued: women: 20.0 women (100 ÷ 5 days)"), "{report}");
    let board = printed(&["report", "--compare=all", "--per=day", "--format=svg", &one]);
    assert!(board.contains("20.0 women"), "the screen says it, too");
}

#[test]
fn a_copied_rate_is_told_apart_from_the_totals_that_are_reported() {
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "4 r");
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "y").pop() else { panic!("no copy") };
    let (derived, reported) = text.split_once("\n\n").unwrap();
    assert!(derived.contains("\nDerived, reported by no source: each total ÷ its days.\n"));
    for said in [
        "\n- Liberterra: 57.2 a day (286 ÷ 5 days)",
        "\n- Liberterra II: 419.5 a day (2,517 ÷ 6 days)",
    ] {
        assert!(derived.contains(said), "{text}");
    }
    assert!(reported.contains("\n286 arrests [") && !derived.contains("286 arrests"), "{text}");
    let mut app = shelf(120, 40);
    type_on_shelf(&mut app, "4");
    let Some(Effect::Copy(text, _)) = type_keys(&mut app, "y").pop() else { panic!("no copy") };
    assert!(!text.contains('÷'), "{text}");
}

#[test]
fn texts_that_were_cleaned_are_told_of_operations_side_by_side() {
    let files = [
        made("one", r#""measure": "arrested", "who": "suspects", "value": 7"#),
        made("two", r#""measure": "arrested", "who": "suspects", "value": 8"#),
    ];
    let report = printed(&["report", "--compare", "all", &files[0], &files[1]]);
    for name in ["one", "two"] {
        let said = format!("\n1 TEXT CLEANED: Operation {name}: hidden characters were in");
        assert!(report.contains(&said), "{report}");
    }
}

#[test]
fn what_is_asked_of_the_comparison_goes_before_the_screen_of_a_report() {
    let saved = file("overview.json", &printed(&["report", "--format", "json"]));
    for asked in ["--compare=all", "--measure=arrested", "--per=day", "--rows=countries"] {
        let report = printed(&["report", asked, &saved]);
        assert!(report.starts_with("OPERATIONS SIDE BY SIDE\n"), "{asked}: {report}");
    }
    // A screen that is asked for, too, is the one.
    let note = printed(&["report", "--compare=all", "--screen=overview", &saved]);
    assert!(note.starts_with("OPERATION LIBERTERRA II\n"), "{note}");
}

#[test]
fn an_operation_that_is_not_there_is_refused_in_every_format() {
    let why = "nosuch";
    for format in Format::ALL {
        refuses(&["report", "--compare", "weka-1,nosuch", "--format", format.name()], why);
    }
    let total = r#""measure": "arrested", "who": "suspects", "value": 7"#;
    let small = made("small", total);
    refuses(&["report", "--compare", "nosuch", &small], why);
    // A file of this length is read behind the first frame of a board.
    let long = fs::read_to_string(&small).unwrap() + &" ".repeat(3 << 20);
    let long = file("long.json", &long);
    for format in ["text", "svg"] {
        refuses(&["report", "--compare", "nosuch", "--format", format, &long], why);
    }
    assert!(printed(&["report", "--compare", "small", &long]).contains("arrests: small: 7"));
}

#[test]
fn a_file_that_is_not_compared_need_not_be_one() {
    let one = made("sound", r#""measure": "arrested", "who": "suspects", "value": 7"#);
    let json = printed(&["report", "--compare", "weka-1,turquesa-2", "--format", "json"]);
    let ids: Value = serde_json::from_str::<Value>(&json).unwrap()["ids"].take();
    assert_eq!(ids, serde_json::json!(["turquesa-2", "weka-1"]), "in order of date");
    refuses(&["report", "--compare", "all", &one, &file("broken.json", "{")], "broken.json");
}

#[test]
fn a_part_of_a_comparison_is_that_part_for_spreadsheets_too_and_what_is_left_out_is_said() {
    let rows = |part: &str| {
        printed(&[
            "report",
            "--compare",
            "weka-1,weka-2",
            "--format=csv",
            &format!("--rows={part}"),
        ])
    };
    let has = |csv: &str, kind: &str| csv.lines().any(|line| line.starts_with(kind));
    let (measures, countries) = (rows("measures"), rows("countries"));
    assert!(has(&measures, "total,weka-2") && !has(&measures, "figure,"), "{measures}");
    assert!(measures.contains("what is reported of places is left out"), "{measures}");
    assert!(has(&countries, "figure,weka-2") && !has(&countries, "total,"), "{countries}");
    assert!(countries.contains("the totals are left out"), "{countries}");
}

#[test]
fn what_a_story_or_a_slide_does_not_show_cannot_be_asked_of_it() {
    let of_a_screen = [
        "--screen=map",
        "--filter=region:europe",
        "--sort=name",
        "--group=region",
        "--counts=moved",
        "--compare=all",
        "--measure=arrested",
        "--per=day",
        "--rows=measures",
    ];
    for option in of_a_screen {
        let name = option.split('=').next().unwrap();
        refuses(&["report", "--story", option], name);
        refuses(&["report", "--format=svg", "--slide=2", option], name);
    }
    assert!(printed(&["report", "--format=svg", "--slide=2"]).starts_with("<svg"));
}

#[test]
fn a_picture_of_a_map_is_as_fine_as_is_asked_for() {
    let map = |how: &str| printed(&["report", "--screen=map", "--format=svg", "--map", how]);
    assert_eq!(map("quadrants"), printed(&["report", "--screen=map", "--format=svg"]));
    assert_ne!(map("octants"), map("quadrants"));
}

#[test]
fn a_country_rests_on_the_sources_that_say_its_number() {
    let told =
        printed(&["report", "--compare", "liberterra-2,weka-1", "--measure", "suspects arrested"]);
    for said in ["United Kingdom: 9 arrests [6] [7] [8]", "Argentina: some arrests [11]"] {
        assert!(told.contains(&format!("- {said}\n")), "{told}");
    }
    // What no sum holds is no number of the comparison; the place is named, by all that name it.
    assert!(told.contains("- Philippines: named [1] [12] [13] [19]\n"), "{told}");
}
