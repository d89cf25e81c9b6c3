//! Reports on their way out: pipes, files, full disks, and `x` on the board, which writes the same
//! bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::export::Exported;
use liberterra::cli;
use liberterra::data::sanitize;
use liberterra::report::format::Format;
use support::{board, screen, shelf, type_keys, type_on_shelf};

const PROGRAM: &str = env!("CARGO_BIN_EXE_liberterra");

fn program(options: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(options).env_clear().stdin(Stdio::null());
    command
}

fn ran(options: &[&str]) -> Output {
    program(options).output().unwrap()
}

fn said(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("handed_over").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn held(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Asserts an end with 1 and one sentence that names the path and says what to do.
fn refuses(output: &Output, path: &Path) {
    let error = said(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with("liberterra: ") && error.ends_with(".\n"), "{error}");
    assert!(error.contains(path.to_str().unwrap()) && error.contains("; "), "{error}");
    assert!(!error.contains("os error"), "{error}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_pipe_plain_and_a_report_in_text_give_the_same_bytes() {
    let asked: [&[&str]; 7] = [
        &[],
        &["--screen", "countries", "--group", "region"],
        &["--filter", "region:europe", "--sort", "-name"],
        &["--operation", "weka-2", "--screen", "sources"],
        &["--screen", "compare"],
        &["--compare", "turquesa-1,weka-2", "--per", "day", "--filter", "region:africa"],
        &["--rows", "countries"],
    ];
    for options in asked {
        let piped = ran(options).stdout;
        assert!(!piped.is_empty(), "{options:?}");
        assert_eq!(said(&ran(&[&["--plain"], options].concat()).stdout), said(&piped));
        assert_eq!(said(&ran(&[&["report"], options].concat()).stdout), said(&piped));
        let text = [&["report"], options, &["--format", "text", "-o", "-"]].concat();
        assert_eq!(said(&ran(&text).stdout), said(&piped));
    }
}

#[test]
fn the_order_and_the_filter_are_those_of_the_board() {
    let text = ran(&["report", "--filter", "arrests>=9", "--sort", "-name"]).stdout;
    let text = said(&text);
    assert!(text.contains("Only places that fit: arrests>=9"), "{text}");
    assert!(text.contains("In order of country Z to A"), "{text}");
    let mut app = board(120, 40);
    type_keys(&mut app, "2 f arrests>=9 Enter s S");
    let (_, table) = text.split_once("\nPLACES\n").unwrap();
    let mut lines = table.lines().skip(1);
    for place in 0..app.len() {
        let name = app.row(place).unwrap().name().into_owned();
        let line = lines.next().unwrap();
        assert!(line.starts_with(&format!("{name}: ")), "{name}, {line}");
    }
    assert_eq!(lines.next(), Some(""));
}

#[test]
fn a_reader_who_has_read_enough_is_no_error_in_any_format() {
    for format in Format::ALL {
        let mut child = program(&["report", "--format", format.name()]);
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), ""), "{format:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_with_its_path() {
    let full = Path::new("/dev/full");
    for format in Format::ALL {
        refuses(&ran(&["report", "--format", format.name(), "-o", "/dev/full"]), full);
    }
    let out = fs::OpenOptions::new().write(true).open(full).unwrap();
    let output = program(&["report"]).stdout(out).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).ends_with("; give it another place.\n"));
}

#[test]
fn a_file_is_written_as_a_whole_and_never_over_another() {
    let folder = folder("whole");
    let path = folder.join("note.md");
    let file = path.to_str().unwrap();
    let output = ran(&["report", "--output", file]);
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());
    assert_eq!(held(&folder), ["note.md"]);
    // The name says the format.
    let note = fs::read_to_string(&path).unwrap();
    assert_eq!(note, said(&ran(&["report", "--format", "markdown"]).stdout));
    fs::write(&path, "mine").unwrap();
    refuses(&ran(&["report", "--output", file]), &path);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(ran(&["report", "--output", file, "--force"]).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), note);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(held(&folder), ["note.md"]);
}

#[test]
fn a_link_is_kept_and_what_it_leads_to_replaced() {
    let folder = folder("link");
    let (path, link) = (folder.join("old.txt"), folder.join("link.txt"));
    fs::write(&path, "old").unwrap();
    std::os::unix::fs::symlink("old.txt", &link).unwrap();
    refuses(&ran(&["report", "-o", link.to_str().unwrap()]), &link);
    assert!(ran(&["report", "-o", link.to_str().unwrap(), "--force"]).status.success());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&path).unwrap().starts_with("OPERATION"));
    assert_eq!(held(&folder), ["link.txt", "old.txt"]);
}

#[test]
fn a_folder_that_is_missing_or_may_not_be_written_to_is_said() {
    let folder = folder("folders");
    let missing = folder.join("missing");
    refuses(&ran(&["report", "-o", missing.join("x.md").to_str().unwrap()]), &missing);
    refuses(&ran(&["report", "-o", folder.to_str().unwrap()]), &folder);
    let locked = folder.join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    // Nothing is locked for who may do everything.
    if fs::write(locked.join("probe"), "").is_err() {
        let path = locked.join("x.md");
        refuses(&ran(&["report", "-o", path.to_str().unwrap()]), &path);
        assert!(held(&locked).is_empty());
    }
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    let file = folder.join("file");
    fs::write(&file, "").unwrap();
    refuses(&ran(&["report", "-o", file.join("x.md").to_str().unwrap()]), &file);
}

#[test]
fn ascii_is_for_text_alone() {
    for format in Format::ALL {
        let options = ["report", "--format", format.name()];
        let whole = ran(&options).stdout;
        let in_c = program(&options).env("LC_ALL", "C").output().unwrap().stdout;
        assert_eq!(in_c.is_ascii(), format == Format::Text, "{format:?}");
        assert_eq!(in_c == whole, format != Format::Text, "{format:?}");
    }
    let folder = folder("ascii");
    let path = folder.join("x.txt");
    let options = ["report", "--ascii", "-o", path.to_str().unwrap()];
    assert!(ran(&options).status.success());
    assert_eq!(fs::read(&path).unwrap(), ran(&["report", "--ascii"]).stdout);
}

#[test]
fn a_report_says_nothing_on_standard_error_and_has_no_colour() {
    for format in Format::ALL {
        let mut command = program(&["report", "--format", format.name()]);
        let output = command.env("CLICOLOR_FORCE", "1").env("TERM", "xterm").output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty());
        assert!(!output.stdout.contains(&0x1b), "{format:?}");
    }
}

/// What `x` asks to be written once Enter is pressed.
fn asked(app: &mut App, keys: &str) -> (PathBuf, Format, bool) {
    match type_keys(app, keys).pop() {
        Some(Effect::Export { path, format, replaces }) => (path, format, replaces),
        other => panic!("{other:?}"),
    }
}

#[test]
fn x_writes_the_same_bytes_as_the_command_line_that_reopens_the_screen() {
    let states = [
        "",
        "2",
        "2 f region:africa Enter",
        "2 v",
        "2 v v v v v",
        "2 v v v v v f region:africa Enter s",
        "3 f arrests>=10 Enter",
        "3 m",
        "4",
        "4 e j Space Enter r",
        "4 v j",
        "4 f region:africa Enter",
        "5",
        "] 2 l s S",
    ];
    for keys in states {
        let mut app = shelf(120, 40);
        type_on_shelf(&mut app, keys);
        let line = cli::line::reopening(&app).unwrap();
        let options = line.strip_prefix("liberterra").unwrap();
        // A picture shows where the reader is, too, which no line says.
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Svg) {
            let line = format!("'{PROGRAM}' report --format {} {options}", format.name());
            let mut shell = Command::new("/bin/sh");
            let output = shell.args(["-c", &line]).env_clear().stdin(Stdio::null()).output();
            let mut out = Vec::new();
            app.export(format).paper().write(format, 80, &mut out).unwrap();
            assert_eq!(said(&out), said(&output.unwrap().stdout), "{line}");
        }
    }
    let mut app = board(120, 40);
    type_keys(&mut app, "p Space");
    let mut out = Vec::new();
    app.export(Format::Markdown).paper().write(Format::Markdown, 80, &mut out).unwrap();
    let story = ran(&["report", "--story", "--format", "markdown"]).stdout;
    assert_eq!(said(&out), said(&story));
}

#[test]
fn x_asks_for_a_name_and_a_format_and_shows_one_that_would_do() {
    let mut app = board(80, 24);
    type_keys(&mut app, "2 x");
    assert!(screen(&app).contains("write markdown: liberterra-2-countries.md"));
    let (path, format, replaces) = asked(&mut app, "Enter");
    assert_eq!(path, Path::new("liberterra-2-countries.md"));
    assert_eq!((format, replaces), (Format::Markdown, false));
    assert!(!app.is_typing());
    // Tab goes round all formats, and the name with it.
    type_keys(&mut app, "x");
    for format in Format::ALL.iter().cycle().skip(2).take(Format::ALL.len()) {
        type_keys(&mut app, "Tab");
        let shown = screen(&app);
        let name = format!("liberterra-2-countries.{}", format.extension());
        assert!(shown.contains(&format!("write {}: {name}", format.name())), "{shown}");
    }
    // An ending that is typed is as good.
    type_keys(&mut app, "C-u");
    let (path, format, _) = asked(&mut app, "a.csv Enter");
    assert_eq!((path.as_path(), format), (Path::new("a.csv"), Format::Csv));
    type_keys(&mut app, "x");
    assert!(type_keys(&mut app, "Esc").is_empty() && !app.is_typing());
    type_keys(&mut app, "x C-u");
    assert!(type_keys(&mut app, "Enter").is_empty());
    assert!(app.notice().unwrap().contains("needs a name"));
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    let mut app = board(80, 24);
    let (path, format, _) = asked(&mut app, "x Enter");
    let name = sanitize::clean(path.to_str().unwrap());
    app.update(Action::Exported(format, Exported::IsThere(name.clone())));
    assert!(screen(&app).contains("exists, replace: liberterra-2-overview.md"));
    assert_eq!(asked(&mut app, "Enter"), (path.clone(), format, true));
    app.update(Action::Exported(format, Exported::IsThere(name)));
    // Another name is another file.
    let (other, _, replaces) = asked(&mut app, "Home a Enter");
    assert_eq!((other, replaces), (PathBuf::from("aliberterra-2-overview.md"), false));
    app.update(Action::Exported(format, Exported::Written(sanitize::clean("/tmp/x.md"))));
    assert_eq!(app.notice(), Some("wrote /tmp/x.md"));
}

#[test]
fn marked_places_are_written_alone_and_that_is_said() {
    let mut app = board(120, 40);
    type_keys(&mut app, "2 Space Space");
    let names: Vec<String> =
        (0..2).map(|place| app.row(place).unwrap().name().into_owned()).collect();
    let mut out = Vec::new();
    app.export(Format::Text).paper().write(Format::Text, 200, &mut out).unwrap();
    let text = said(&out);
    assert!(text.contains("Only the places that are marked."), "{text}");
    let (_, table) = text.split_once("\nPLACES\n").unwrap();
    let table: Vec<&str> = table.lines().skip(1).take_while(|line| !line.is_empty()).collect();
    assert_eq!(table.len(), 2, "{table:?}");
    for (line, name) in table.iter().zip(&names) {
        assert!(line.starts_with(&format!("{name}: ")), "{line}");
    }
    let (_, format, _) = asked(&mut app, "x Enter");
    app.update(Action::Exported(format, Exported::Written(sanitize::clean("/tmp/x.md"))));
    assert_eq!(app.notice(), Some("wrote /tmp/x.md, the 2 marked alone"));
}

/// The report of two operations side by side, with a few more options.
fn side_by_side(options: &[&str]) -> String {
    let compared = ["report", "--compare", "turquesa-1,weka-2"];
    said(&ran(&[&compared, options].concat()).stdout).to_owned()
}

#[test]
fn a_measure_that_leaves_out_who_is_counted_loses_no_figure() {
    let bare = side_by_side(&["--measure", "arrested"]);
    assert_eq!(bare, side_by_side(&["--measure", "suspects arrested"]));
    assert!(bare.contains("Cameroon: Turquesa: not named; Weka II: 3 arrests\n"), "{bare}");
    assert!(bare.contains("- Cameroon: 3 arrests [2]\n"), "each with its source: {bare}");
}

#[test]
fn a_measure_that_nobody_reports_is_said() {
    let report = side_by_side(&["--measure", "potential victims safeguarded"]);
    let said = "None of them reports potential victims safeguarded.\n";
    assert!(report.contains(said) && report.contains("WITH THEIR ARRESTS"), "{report}");
}

#[test]
fn a_comparison_tells_measures_countries_or_both() {
    let [both, measures, countries] = [
        side_by_side(&[]),
        side_by_side(&["--rows", "measures"]),
        side_by_side(&["--rows", "countries"]),
    ];
    for (report, has) in
        [(&both, (true, true)), (&measures, (true, false)), (&countries, (false, true))]
    {
        let told = (report.contains("TOTALS BY MEASURE"), report.contains("COUNTRIES NAMED"));
        assert_eq!(told, has, "{report}");
        assert!(report.contains("\nSOURCES\n"), "{report}");
    }
}

#[test]
fn what_a_filter_leaves_out_is_in_no_format_of_a_comparison() {
    let filter = ["--filter", "country:cameroon"];
    for format in ["text", "markdown", "html", "csv"] {
        let report = side_by_side(&[&["--format", format][..], &filter].concat());
        assert!(report.contains("Cameroon") && !report.contains("Lesotho"), "{report}");
        assert!(report.contains("country:cameroon"), "it is said: {report}");
        let words = report.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = "Only countries of places that fit in one of the operations: country:cameroon.";
        assert!(words.contains(said) || format == "csv", "{report}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&side_by_side(&[&["--format", "json"][..], &filter].concat()))
            .unwrap();
    assert_eq!(json["filter"], "country:cameroon");
}
