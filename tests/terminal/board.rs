//! What keys, the mouse and a new window size do to the board.

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

const ESC: &str = "\x1b";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const WHEEL_UP: &str = "\x1b[<64;40;20M";
const WHEEL_DOWN: &str = "\x1b[<65;40;20M";

/// The board in a terminal of 120 by 40, and its first screen.
fn opened() -> (Terminal, Screen) {
    let terminal = Setup::board().open();
    let screen = terminal.until("the board", Screen::is_overview);
    (terminal, screen)
}

/// The countries in the order in which they stand there, each by the start of its name.
fn countries(screen: &Screen) -> Vec<String> {
    screen.names().into_iter().map(str::to_owned).collect()
}

impl Terminal {
    /// Types keys that lead to another row.
    pub(crate) fn moves_to(&mut self, keys: &str, name: &str) -> Screen {
        self.send(keys);
        self.until(name, |screen| screen.selected() == name)
    }
}

fn shows_the_operation(columns: u16, rows: u16) {
    let terminal = Setup::board().size(columns, rows).open();
    let screen = terminal.until("the board", Screen::is_overview);
    for words in [
        "OPERATION LIBERTERRA II",
        "PRELIMINARY",
        "Arrests",
        "Potential victims",
        "2,517",
        "3,222",
        "1 Overview",
        "q quit",
    ] {
        assert!(screen.shows(words), "{words}:\n{}", screen.text());
    }
    assert_eq!(screen.selected(), "Türkiye");
    assert!(screen.is_taken_over());
}

#[test]
fn the_first_screen_says_what_happened_in_a_small_window() {
    shows_the_operation(80, 24);
}

#[test]
fn the_first_screen_says_what_happened_in_a_wide_window() {
    shows_the_operation(120, 40);
}

#[test]
fn keys_come_from_the_terminal_where_standard_input_is_a_file() {
    let mut terminal = Setup::reading_a_file().open();
    terminal.until("the board", Screen::is_overview);
    terminal.moves_to("j", "Iraq");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn keys_move_the_marker() {
    let (mut terminal, screen) = opened();
    let names = countries(&screen);
    let last = names.len() - 1;
    assert!(last > 10, "{}", screen.text());
    for (keys, row) in [
        ("j", 1),
        (DOWN, 2),
        ("k", 1),
        (DOWN, 2),
        (UP, 1),
        ("G", last),
        ("k", last - 1),
        ("g", 0),
        ("\x1b[F", last),
        ("\x1b[H", 0),
    ] {
        terminal.moves_to(keys, &names[row]);
    }
}

#[test]
fn enter_opens_the_selected_country_and_esc_returns() {
    let (mut terminal, _) = opened();
    let screen = terminal.moves_to("jj", "Serbia");
    assert!(screen.has_heading("Serbia"), "{}", screen.text());
    terminal.send("\r");
    let screen = terminal.until("the countries", Screen::is_countries);
    assert_eq!(screen.selected(), "Serbia");
    assert!(screen.has_heading("Serbia"), "{}", screen.text());
    assert!(screen.shows("12 arrests"), "{}", screen.text());
    terminal.send(ESC);
    let screen = terminal.until("the overview", Screen::is_overview);
    assert_eq!(screen.selected(), "Serbia");
}

#[test]
fn tab_and_digits_go_from_screen_to_screen() {
    let (mut terminal, _) = opened();
    for (there, back) in [("\t", "\x1b[Z"), ("2", "1")] {
        terminal.send(there);
        terminal.until("the countries", Screen::is_countries);
        terminal.send(back);
        terminal.until("the overview", Screen::is_overview);
    }
    terminal.send("\x1b[Z");
    terminal.until("the last screen", |screen| !screen.is_overview());
    terminal.send("\t");
    terminal.until("the first screen", Screen::is_overview);
}

#[test]
fn operations_are_compared_that_nobody_opened_before() {
    let (mut terminal, _) = opened();
    terminal.send("4");
    let screen = terminal.until("the comparison", |screen| screen.shows("Liberterra III"));
    for words in ["286", "2,517", "3,744", "≈430", "4,414", "preliminary", "not one line"] {
        assert!(screen.shows(words), "{words}:\n{}", screen.text());
    }
    terminal.send("1c");
    terminal.until("the country", |screen| screen.shows("Türkiye in 3 operations"));
    terminal.send("cq");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn the_way_up_from_the_first_row_leads_to_the_totals() {
    let (mut terminal, _) = opened();
    for (key, total) in [
        (UP, "Arrests"),
        (RIGHT, "Potential victims"),
        (RIGHT, "Irregular migrants"),
        (LEFT, "Potential victims"),
        ("h", "Arrests"),
    ] {
        terminal.send(key);
        let marked = format!("▸ {total}");
        let screen = terminal.until(&marked, |screen| screen.shows(&marked));
        assert!(screen.has_heading(total), "{}", screen.text());
    }
    terminal.moves_to(DOWN, "Türkiye");
}

#[test]
fn a_click_selects_a_row_or_opens_a_tab() {
    let (mut terminal, screen) = opened();
    terminal.click(screen.place("Serbia").unwrap());
    terminal.until("Serbia", |screen| screen.selected() == "Serbia");
    terminal.click(screen.place("Countries").unwrap());
    let screen = terminal.until("the countries", Screen::is_countries);
    assert_eq!(screen.selected(), "Serbia");
    terminal.click(screen.place("Iraq").unwrap());
    terminal.until("Iraq", |screen| screen.selected() == "Iraq");
    terminal.click(screen.place("Overview").unwrap());
    let screen = terminal.until("the overview", Screen::is_overview);
    assert_eq!(screen.selected(), "Iraq");
}

#[test]
fn the_wheel_moves_the_selection() {
    let (mut terminal, screen) = opened();
    let names = countries(&screen);
    terminal.send(WHEEL_DOWN);
    let screen = terminal.until("a lower row", |screen| screen.selected() != names[0]);
    let below = screen.selected().to_owned();
    assert!(names.contains(&below));
    terminal.moves_to(WHEEL_UP, &names[0]);
}

#[test]
fn a_find_selects_what_it_finds() {
    let (mut terminal, screen) = opened();
    let last = countries(&screen).pop().unwrap();
    terminal.moves_to("G", &last);
    let screen = terminal.moves_to("/turkey", "Türkiye");
    assert!(screen.shows("find: turkey"), "{}", screen.text());
    terminal.send("\r");
    let screen = terminal.until("the end of typing", |screen| !screen.shows("find: turkey"));
    assert_eq!(screen.selected(), "Türkiye");
    assert!(screen.shows("“turkey”: 1 of 1"), "{}", screen.text());
}

#[test]
fn a_find_has_a_next_and_a_previous_match() {
    let (mut terminal, _) = opened();
    terminal.moves_to("/north", "North Macedonia");
    terminal.send("\r");
    terminal.until("the end of typing", |screen| screen.shows("“north”: 2 of 2"));
    terminal.moves_to("n", "United Kingdom");
    let screen = terminal.moves_to("n", "North Macedonia");
    assert!(screen.shows("“north”: 2 of 2"), "{}", screen.text());
    terminal.moves_to("N", "United Kingdom");
}

#[test]
fn esc_ends_a_find_where_it_began() {
    let (mut terminal, _) = opened();
    terminal.moves_to("jj", "Serbia");
    terminal.moves_to("/turkey", "Türkiye");
    let screen = terminal.moves_to(ESC, "Serbia");
    assert!(!screen.shows("turkey"), "{}", screen.text());
}

#[test]
fn pasted_text_goes_into_the_find_and_nowhere_else() {
    let (mut terminal, _) = opened();
    terminal.paste("jjq");
    terminal.moves_to("j", "Iraq");
    terminal.send("/");
    terminal.until("the prompt", |screen| screen.shows("find: "));
    terminal.paste("mali");
    let screen = terminal.until("Mali", |screen| screen.selected() == "Mali");
    assert!(screen.shows("find: mali"), "{}", screen.text());
}

#[test]
fn a_sort_changes_the_order_and_keeps_the_selection() {
    let (mut terminal, screen) = opened();
    let by_arrests = countries(&screen);
    terminal.moves_to("j2", "Iraq");
    terminal.until("the countries", Screen::is_countries);
    terminal.send([RIGHT, RIGHT, "s"].concat());
    let screen = terminal.until("another order", |screen| screen.shows("by rescued ▾"));
    let by_rescued = countries(&screen);
    assert_eq!(screen.selected(), "Iraq");
    assert_ne!(by_rescued, by_arrests);
    assert_eq!(by_rescued[..2], ["Türkiye", "Argentina"]);
    terminal.send("S");
    let screen = terminal.until("the order turned", |screen| screen.shows("by rescued ▴"));
    assert_eq!(countries(&screen)[..2], ["Argentina", "Türkiye"]);
    assert_eq!(screen.selected(), "Iraq");
}

#[test]
fn the_axis_can_be_logarithmic() {
    let (mut terminal, screen) = opened();
    assert!(screen.shows("linear") && !screen.shows("log,"));
    terminal.send("a");
    terminal.until("the other axis", |screen| screen.shows("log, each step"));
    terminal.send("a");
    terminal.until("the first axis", |screen| screen.shows("linear"));
}

#[test]
fn the_help_lists_keys_and_scrolls() {
    let mut terminal = Setup::board().size(80, 24).open();
    terminal.until("the board", Screen::is_overview);
    let (first, last) = ("from the first row of the overview", "sources disagree");
    terminal.send("?");
    let screen = terminal.until("the help", |screen| screen.shows(first));
    assert!(screen.shows("the next screen") && !screen.shows(last));
    terminal.send("G");
    let screen = terminal.until("its end", |screen| screen.shows(last));
    assert!(screen.shows("rests on one weak source") && !screen.shows(first));
    terminal.send("g");
    terminal.until("its start", |screen| screen.shows(first));
    terminal.send(ESC);
    let screen = terminal.until("the board again", Screen::is_overview);
    assert!(!screen.shows(first), "{}", screen.text());
}

#[test]
fn another_window_size_keeps_the_selection() {
    let (mut terminal, _) = opened();
    terminal.moves_to("jj", "Serbia");
    terminal.resize(80, 24);
    let whole = |screen: &Screen| screen.is_overview() && screen.shows("PRELIMINARY");
    let screen = terminal.until("a smaller board", whole);
    assert_eq!(screen.selected(), "Serbia");
    terminal.resize(50, 10);
    let screen = terminal.until("what is needed", |screen| screen.shows("60 by 16"));
    assert!(!screen.is_overview(), "{}", screen.text());
    terminal.resize(120, 40);
    let screen = terminal.until("the board again", whole);
    assert_eq!(screen.selected(), "Serbia");
    assert!(screen.has_heading("Serbia"), "{}", screen.text());
}

#[test]
fn many_window_sizes_end_with_the_last_one() {
    let (terminal, _) = opened();
    for columns in (60..120).rev() {
        terminal.resize(columns, 24);
    }
    terminal.resize(100, 30);
    terminal.until("the board in its size", |screen| {
        screen.place("PRELIMINARY") == Some((88, 0)) && screen.shows("q quit")
    });
}

#[test]
fn three_hundred_keys_at_once_end_on_the_right_row() {
    let (mut terminal, screen) = opened();
    let names = countries(&screen);
    let keys = "jjjjjkkkkk".repeat(29) + "jjjjjjjjkk";
    assert_eq!(keys.len(), 300);
    terminal.send(keys);
    terminal.until("the row", |screen| screen.selected() == names[6]);
    terminal.moves_to("j", &names[7]);
}
