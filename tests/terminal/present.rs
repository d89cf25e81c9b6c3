//! A presentation in front of a room: keys, clickers, the mouse, the clock, a file that is saved.

use std::fs;
use std::path::PathBuf;

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

const ESC: &str = "\x1b";
const PAGE_DOWN: &str = "\x1b[6~";
const PAGE_UP: &str = "\x1b[5~";
const END: &str = "\x1b[F";

const BUNDLED: &str = include_str!("../../data/liberterra-2.json");

/// The board started as `liberterra present` with more words, in a projector's window.
fn presenting(words: &[&str]) -> Terminal {
    let setup = words.iter().fold(Setup::board().arg("present"), |setup, word| setup.arg(word));
    setup.size(80, 24).open()
}

/// Whether a slide is shown.
pub(crate) fn is_slide(screen: &Screen, number: usize) -> bool {
    screen.shows(&format!("{number} of 28"))
}

impl Terminal {
    /// Types keys that lead to another slide.
    pub(crate) fn turns_to(&mut self, keys: &str, number: usize) -> Screen {
        self.send(keys);
        self.until(&format!("slide {number}"), |screen| is_slide(screen, number))
    }
}

#[test]
fn the_first_slide_says_what_this_is() {
    let mut terminal = presenting(&[]);
    let screen = terminal.until("the title", |screen| is_slide(screen, 1));
    for words in [
        "PRELIMINARY",
        "INTERPOL · 29 Sep – 4 Oct 2024",
        "Independent; not a product of INTERPOL.",
        "An arrest is not a conviction; a potential victim is not a confirmed one.",
    ] {
        assert!(screen.shows(words), "{words}:\n{}", screen.text());
    }
    assert!(screen.is_taken_over());
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn keys_clickers_and_the_mouse_turn_slides() {
    let mut terminal = presenting(&["--from", "3"]);
    terminal.until("the slide asked for", |screen| is_slide(screen, 3));
    terminal.turns_to(" ", 4);
    terminal.turns_to(PAGE_DOWN, 5);
    terminal.turns_to(PAGE_UP, 4);
    terminal.turns_to("\x7f", 3);
    terminal.click((40, 12));
    terminal.until("the next slide", |screen| is_slide(screen, 4));
    let screen = terminal.turns_to("17\r", 17);
    assert!(screen.shows("migrants allegedly"), "{}", screen.text());
    terminal.turns_to(END, 28);
}

#[test]
fn a_blank_screen_is_blank_until_any_key() {
    let mut terminal = presenting(&["--from", "2"]);
    terminal.until("a slide", |screen| is_slide(screen, 2));
    for (blank, back) in [(".", " "), ("b", "q")] {
        terminal.send(blank);
        let screen = terminal.until("nothing", |screen| screen.text().trim().is_empty());
        assert!(screen.is_taken_over());
        terminal.turns_to(back, 2);
    }
}

#[test]
fn the_presenter_steps_into_the_live_data_and_back() {
    let mut terminal = presenting(&[]);
    terminal.until("the title", |screen| is_slide(screen, 1));
    terminal.turns_to("16\r", 16);
    terminal.send("p");
    let screen = terminal.until("the countries", Screen::is_countries);
    assert_eq!(screen.selected(), "Serbia");
    assert!(screen.shows("p slide"), "{}", screen.text());
    terminal.send("k");
    terminal.until("another row", |screen| screen.selected() == "Iraq");
    terminal.turns_to("p", 16);
    terminal.send("o");
    terminal.until("the sources", |screen| screen.shows("thenationalnews.com"));
    terminal.turns_to("o", 16);
    terminal.send(ESC);
    let screen = terminal.until("the end of the presentation", Screen::is_countries);
    assert_eq!(screen.selected(), "Serbia");
    assert!(!screen.shows("p slide"), "{}", screen.text());
}

#[test]
fn the_board_presents_too() {
    let mut terminal = Setup::board().size(80, 24).open();
    terminal.until("the board", Screen::is_overview);
    terminal.turns_to("p", 1);
    terminal.send("i");
    let screen = terminal.until("the index", |screen| screen.shows("Enter goes there"));
    assert!(screen.shows("Potential victims rescued"), "{}", screen.text());
    terminal.turns_to("jjj\r", 4);
}

#[test]
fn a_wall_display_goes_on_by_itself_until_a_key() {
    let mut terminal = presenting(&["--every", "1s", "--loop", "--from", "27"]);
    terminal.until("the first slide", |screen| screen.shows("27 of 28"));
    // However slow the machine: the last slide is followed by the first.
    terminal.until("the last slide", |screen| is_slide(screen, 28));
    terminal.until("the beginning", |screen| is_slide(screen, 1));
    terminal.send("z");
    terminal.until("that it waits", |screen| screen.shows("waits · r goes on"));
    terminal.send("r");
    terminal.until("that it goes on", |screen| !screen.shows("waits"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_save_shows_on_the_slide_that_is_shown() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("presented");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("mine.json");
    fs::write(&path, BUNDLED).unwrap();
    let mut terminal = presenting(&[path.to_str().unwrap()]);
    terminal.until("the title", |screen| is_slide(screen, 1));
    // A slide that is turned says that files are watched by now.
    let screen = terminal.turns_to("19\r", 19);
    assert!(screen.shows("7 suspects arrested"), "{}", screen.text());
    fs::write(&path, BUNDLED.replacen("7 suspects arrested", "Seven people arrested", 1)).unwrap();
    let saved = terminal.until("the save", |screen| screen.shows("Seven people arrested"));
    assert!(is_slide(&saved, 19), "{}", saved.text());
    terminal.turns_to(" ", 20);
}

#[test]
fn a_new_window_size_keeps_the_slide() {
    let mut terminal = presenting(&["--from", "4"]);
    terminal.until("a slide", |screen| is_slide(screen, 4));
    terminal.resize(120, 40);
    let larger = |screen: &Screen| screen.place("PRELIMINARY") == Some((104, 0));
    let screen = terminal.until("a larger slide", larger);
    assert!(is_slide(&screen, 4), "{}", screen.text());
    terminal.resize(50, 10);
    terminal.until("what is needed", |screen| screen.shows("60 by 16"));
    terminal.resize(80, 24);
    terminal.until("the slide again", |screen| is_slide(screen, 4));
    terminal.turns_to(" ", 5);
}
