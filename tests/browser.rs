//! The report as a page, in a real browser: nothing complains, nothing is asked for, everything is
//! to be seen, on screens wide and narrow, dark and light, and on paper.
//!
//! The browser is Chromium: what the variable `CHROMIUM` names, or what is installed. Where there
//! is none, nothing is tested, and that is said; where `LIBERTERRA_BROWSER` is `required`, it fails.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that meets the unexpected has failed, and one that is left out says so"
)]

#[path = "support/page.rs"]
mod page;

use std::collections::HashMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use liberterra::app::focus::Screen;
use liberterra::app::opening::Opening;
use liberterra::data::Library;
use liberterra::model::measure::Family;
use liberterra::model::operation::Operation;
use liberterra::report::format::Format;
use liberterra::report::paper::{Paper, Subject};
use liberterra::report::picture::{self, Shot};
use liberterra::theme::Choice;
use page::Element;

/// So long may a browser hang before it is given up; it is not waited for otherwise.
const HANGS: Duration = Duration::from_mins(5);

const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--allow-file-access-from-files",
    "--enable-logging=stderr",
];

/// The browser, if there is one.
fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        return Some(named.into());
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let all = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|path| path.is_file())
}

/// A browser with a folder of its own, which is empty at first.
struct Browser {
    program: PathBuf,
    folder: PathBuf,
}

impl Browser {
    /// `None` where there is no browser and none is required.
    fn open(name: &str) -> Option<Self> {
        let Some(program) = chromium() else {
            let required = env::var("LIBERTERRA_BROWSER").is_ok_and(|it| it == "required");
            assert!(!required, "no Chromium is installed: `apt-get install chromium`");
            eprintln!("no Chromium is installed: the page is not looked at in a browser");
            return None;
        };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{name}"));
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        Some(Self { program, folder })
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    /// Opens a file and does one thing with it; what is printed, and what the page's console says.
    fn run(&self, file: &str, asked: &[&str]) -> (String, Vec<String>) {
        let profile = self.folder.join(format!("profile-{file}"));
        let mut child = Command::new(&self.program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(asked)
            .arg(format!("file://{}", self.folder.join(file).display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let said = thread::spawn(move || {
            let mut said = Vec::new();
            err.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
        });
        let (done, ended) = mpsc::channel();
        let printed = thread::spawn(move || {
            let mut printed = String::new();
            let read = out.read_to_string(&mut printed).map(|_| printed);
            done.send(()).unwrap();
            read
        });
        if ended.recv_timeout(HANGS).is_err() {
            child.kill().unwrap();
        }
        let status = child.wait().unwrap();
        let (printed, said) = (printed.join().unwrap().unwrap(), said.join().unwrap().unwrap());
        fs::remove_dir_all(&profile).unwrap();
        assert!(status.success(), "{status}\n{said}");
        let console = said.lines().filter(|line| line.contains(":CONSOLE")).map(ToOwned::to_owned);
        (printed, console.collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn written(paper: &Paper<'_>) -> String {
    let mut out = Vec::new();
    paper.write(Format::Html, 80, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The pages of all bundled operations, by name: the note of each, and more of the first.
fn pages() -> Vec<(String, String)> {
    let library = Library::bundled();
    let operations: Vec<Operation> =
        (0..library.len()).map(|place| library.open(place).unwrap()).collect();
    let mut pages: Vec<(String, String)> = operations
        .iter()
        .map(|operation| (operation.id.to_string(), written(&Paper::note(operation))))
        .collect();
    let first = Paper::note(&operations[0]);
    for (name, subject) in [
        ("countries", Subject::Countries),
        ("map", Subject::Map(Family::Arrests)),
        ("sources", Subject::Sources),
        ("story", Subject::Story),
    ] {
        pages.push((name.to_owned(), written(&Paper { subject, ..first })));
    }
    pages
}

/// The widths that a page is measured at: a telephone, a screen, and A4 between its margins
/// of 17 mm.
const WIDTHS: [(&str, &str); 3] = [("phone", "390px"), ("screen", "1200px"), ("paper", "665px")];

/// A page that holds all others, in every width, and measures them.
fn probe(pages: &[(String, String)]) -> String {
    let mut frames = String::new();
    for (name, _) in pages {
        for (of, width) in WIDTHS {
            let _ = write!(
                frames,
                "<iframe src=\"{name}.html\" data-name=\"{name}\" data-of=\"{of}\" \
                 style=\"width:{width}\"></iframe>"
            );
        }
    }
    include_str!("browser/probe.html").replace("PAGES", &frames)
}

/// What was measured, by page and width.
type Measured = HashMap<(String, String), HashMap<String, f64>>;

fn measured(dom: &str) -> Measured {
    let (_, lines) = dom.split_once("<pre>").unwrap();
    let (lines, _) = lines.split_once("</pre>").unwrap();
    let line = |line: &str| {
        let mut words = line.split(' ').map(ToOwned::to_owned);
        let of = (words.next().unwrap(), words.next().unwrap());
        let value = |word: String| {
            let (key, value) = word.split_once('=').unwrap();
            (key.to_owned(), value.parse().unwrap())
        };
        (of, words.map(value).collect())
    };
    lines.lines().map(line).collect()
}

#[test]
fn pages_are_whole_and_legible_on_every_screen_and_on_paper() {
    let Some(browser) = Browser::open("screens") else { return };
    let pages = pages();
    for (name, text) in &pages {
        browser.write(&format!("{name}.html"), text);
    }
    browser.write("probe.html", &probe(&pages));
    for (scheme, dark) in [("0", true), ("1", false)] {
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        let (dom, console) = browser.run("probe.html", &["--dump-dom", &scheme]);
        assert_eq!(console, Vec::<String>::new());
        let measured = measured(&dom);
        assert_eq!(measured.len(), pages.len() * WIDTHS.len());
        for (name, text) in &pages {
            let page = Element::page(text);
            assert!(name != "map" || !page.named("figure").is_empty());
            for (of, _) in WIDTHS {
                let found = &measured[&(name.clone(), of.to_owned())];
                is_well(&page, found, dark && of != "paper", of == "paper");
            }
        }
    }
}

/// Holds what was measured of a page in one width against what it says itself.
fn is_well(page: &Element, found: &HashMap<String, f64>, is_dark: bool, on_paper: bool) {
    let is = |key: &str| found[key];
    let title = page.named("h1")[0].text();
    let says = format!("{title}, dark {is_dark}, on paper {on_paper}: {found:?}");
    assert!(is("wide") <= 0.0 && is("edge") <= 0.0, "{says}");
    assert!(!on_paper || is("scrolls") <= 0.0, "{says}");
    let has = |key: &str, count: usize| (is(key) - number(count)).abs() < 0.5;
    let maps = page.named("svg").into_iter().filter(|svg| svg.attribute("class") == "lt-map");
    assert!(has("tables", page.named("table").len()) && has("maps", maps.count()), "{says}");
    let bars = page.named("li").into_iter().flat_map(|row| row.named("rect")).count();
    assert!(has("bars", bars) && has("unseen", 0), "{says}");
    assert!(is("text") >= 4.5 && is("fill") >= 4.5, "{says}");
    assert!(if is_dark { is("ground") < 0.1 } else { is("ground") > 0.9 }, "{says}");
}

fn number(count: usize) -> f64 {
    u32::try_from(count).unwrap().into()
}

#[test]
fn pages_printed_are_a4_and_no_more_than_they_need() {
    let Some(browser) = Browser::open("paper") else { return };
    for (name, text) in pages() {
        let file = format!("{name}.html");
        browser.write(&file, &text);
        let pdf = browser.folder.join(format!("{name}.pdf"));
        let print = format!("--print-to-pdf={}", pdf.display());
        let (_, console) = browser.run(&file, &[&print]);
        assert_eq!(console, Vec::<String>::new(), "{name}");
        let pdf = fs::read(&pdf).unwrap();
        let pdf = String::from_utf8_lossy(&pdf);
        let boxes: Vec<Vec<f64>> = pdf
            .split("/MediaBox [")
            .skip(1)
            .map(|rest| rest.split(']').next().unwrap().split_whitespace())
            .map(|numbers| numbers.map(|number| number.parse().unwrap()).collect())
            .collect();
        for sides in &boxes {
            assert!((sides[2] - 595.0).abs() < 1.0 && (sides[3] - 842.0).abs() < 1.0, "{sides:?}");
        }
        let letters = Element::page(&text).named("body")[0].text().chars().count();
        let most = 2 + letters / 1_200;
        assert!((1..=most).contains(&boxes.len()), "{name}: {} pages of {most}", boxes.len());
    }
}

#[test]
fn pictures_are_shown_without_a_complaint() {
    let Some(browser) = Browser::open("pictures") else { return };
    let library = Library::bundled();
    for screen in Screen::ALL {
        let opening = Opening { screen: Some(screen), ..Opening::default() };
        let shot = Shot { opening, slide: None, size: (120, 40) };
        let app = picture::board(&library, 0, shot).unwrap();
        let file = format!("{}.svg", screen.word());
        browser.write(&file, &picture::svg(&app, Choice::Light).unwrap());
        let (dom, console) = browser.run(&file, &["--dump-dom"]);
        assert_eq!(console, Vec::<String>::new(), "{file}");
        assert!(dom.contains("<svg") && !dom.contains("parsererror"), "{file}");
    }
}

/// What the other tests rest on: a request that the policy of a page refuses is seen.
#[test]
fn what_a_page_asked_for_would_be_seen() {
    let Some(browser) = Browser::open("asks") else { return };
    let (_, text) = pages().swap_remove(0);
    let asks = text.replace("</main>", "<img src=\"https://example.invalid/x.png\"></main>");
    browser.write("asks.html", &asks);
    let (_, console) = browser.run("asks.html", &["--dump-dom"]);
    assert!(console.iter().any(|line| line.contains("Content Security Policy")), "{console:?}");
}
