//! The colours: what the terminal says of its background, or that there are to be none.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::harness::{DEADLINE, Setup};
use crate::screen::Screen;

const LIGHT: &str = "rgb:fbfb/fafa/f7f7";
const DARK: &str = "rgb:1414/1717/1c1c";

/// An answer that comes later may be ignored: the colours would change under the reader's eyes.
const IN_TIME: Duration = Duration::from_secs(1);

/// The board after `jj` was typed at once and the terminal has answered, as soon as all of that
/// has happened in time. On a machine that was held up in between it is started again.
fn answered(background: &str) -> Screen {
    let end = Instant::now() + DEADLINE;
    while Instant::now() < end {
        let began = Instant::now();
        let mut terminal = Setup::board().open();
        terminal.send("jj");
        terminal.until_asked();
        terminal.answer(background);
        terminal.send("j");
        let screen = terminal.until("the fourth row", |screen| screen.selected() == "Montenegro");
        if began.elapsed() < IN_TIME {
            return screen;
        }
    }
    unreachable!("a machine too slow to answer in time")
}

/// The colours of a theme that was asked for.
fn themed(theme: &str) -> BTreeSet<String> {
    let terminal = Setup::board().arg("--theme").arg(theme).open();
    terminal.until("the board", Screen::is_overview).colours()
}

#[test]
fn the_background_decides_the_colours_and_nothing_else() {
    let (light, dark) = (answered(LIGHT), answered(DARK));
    assert_eq!(light.text(), dark.text());
    assert_ne!(light.colours(), dark.colours());
    assert!(light.colours().is_subset(&themed("light")));
    assert!(dark.colours().is_subset(&themed("dark")));
}

#[test]
fn keys_typed_before_the_answer_are_not_lost() {
    let mut terminal = Setup::board().open();
    terminal.send("jj");
    terminal.until_asked();
    terminal.answer(LIGHT);
    terminal.until("the third row", |screen| screen.selected() == "Serbia");
}

#[test]
fn a_terminal_that_answers_nothing_is_as_good() {
    let mut terminal = Setup::board().open();
    terminal.until_asked();
    terminal.send("jj");
    let screen = terminal.until("the third row", |screen| screen.selected() == "Serbia");
    assert!(screen.is_selection_reversed(), "{}", screen.text());
}

#[test]
fn a_theme_that_was_asked_for_is_not_asked_about() {
    for theme in ["light", "dark", "mono"] {
        let terminal = Setup::board().arg("--theme").arg(theme).open();
        terminal.until("the board", Screen::is_overview);
        let written = String::from_utf8(terminal.written()).unwrap();
        assert!(!written.contains("\x1b]11;?"), "{theme}");
    }
}

#[test]
fn without_colours_the_selection_is_still_to_be_seen() {
    let mut terminal = Setup::board().env("NO_COLOR", "1").open();
    terminal.until("the board", Screen::is_overview);
    terminal.send("j");
    let screen = terminal.until("the second row", |screen| screen.selected() == "Iraq");
    assert!(screen.is_selection_reversed(), "{}", screen.text());
    assert!(screen.colours().is_empty());
    let written = String::from_utf8(terminal.written()).unwrap();
    assert_eq!(colours_set(&written), Vec::<&str>::new());
}

/// The numbers of every style that is set to a colour other than the terminal's own.
fn colours_set(written: &str) -> Vec<&str> {
    let sequences = written.split("\x1b[").skip(1);
    let styles = sequences.filter_map(|sequence| {
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        let (numbers, rest) = sequence.split_at(end);
        rest.starts_with('m').then_some(numbers)
    });
    styles.filter(|numbers| sets_a_colour(numbers)).collect()
}

fn sets_a_colour(numbers: &str) -> bool {
    let mut numbers = numbers.split([';', ':']);
    numbers.any(|number| matches!(number.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=107)))
}
