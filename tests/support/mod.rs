//! What the tests of screens share: a board of some size, keys, and the buffer as text.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::sync::Arc;

use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::app::console::{Console, Effect as ConsoleEffect, Event as ConsoleEvent, Now};
use liberterra::app::present::Start;
use liberterra::command::{self, keymap};
use liberterra::data::{self, Library, wire};
use liberterra::model::compare::digest::Digest;
use liberterra::model::standing::Standing;
use liberterra::model::text::SafeText;
use liberterra::report::standing;
use liberterra::theme::{Choice, Depth, Signs, Theme};
use liberterra::view;
use proptest::test_runner::{Config, RngSeed};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use terminput::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The bundled operation on a window of some size.
pub fn board(columns: u16, rows: u16) -> App {
    let mut app = App::new(data::bundled().unwrap());
    app.update(Action::Resize { columns, rows });
    app
}

/// The bundled operation among all others, on a window of some size.
pub fn shelf(columns: u16, rows: u16) -> App {
    board(columns, rows).among(0, Library::bundled().len())
}

/// Types a script on a board that is among the bundled operations; what it asks for, it gets.
pub fn type_on_shelf(app: &mut App, script: &str) {
    for event in keys(script) {
        for effect in send(app, &event) {
            serve(app, effect);
        }
    }
}

/// Brings what is asked for from the bundled operations.
pub fn serve(app: &mut App, effect: Effect) {
    let library = Library::bundled();
    match effect {
        Effect::Fetch(places) => {
            for place in places {
                let digest = Digest::of(Arc::new(library.open(place).unwrap()));
                app.update(Action::Fetched(place, Ok(Arc::new(digest))));
            }
        }
        Effect::Query(question) => {
            let answer = question.answer(&|| true).unwrap();
            app.update(Action::Answered(Box::new(answer)));
        }
        Effect::Open(place) => {
            let ready = library.open(place).unwrap().into();
            for effect in app.update(Action::Opened(place, Box::new(ready))) {
                serve(app, effect);
            }
        }
        _ => {}
    }
}

/// The bundled operation presented in a window of some size, from its first slide on.
pub fn presented(columns: u16, rows: u16) -> App {
    board(columns, rows).presenting(Start::default())
}

/// The keys of a script, separated by blanks: names, `C-x`, or text of any length.
pub fn keys(script: &str) -> Vec<Event> {
    let press = |code| vec![Event::Key(KeyEvent::new(code))];
    script
        .split_whitespace()
        .flat_map(|word| match word {
            "Up" => press(KeyCode::Up),
            "Down" => press(KeyCode::Down),
            "Left" => press(KeyCode::Left),
            "Right" => press(KeyCode::Right),
            "Enter" => press(KeyCode::Enter),
            "Esc" => press(KeyCode::Esc),
            "Tab" => press(KeyCode::Tab),
            "Home" => press(KeyCode::Home),
            "End" => press(KeyCode::End),
            "PgUp" => press(KeyCode::PageUp),
            "PgDn" => press(KeyCode::PageDown),
            "Space" => press(KeyCode::Char(' ')),
            "BSpace" => press(KeyCode::Backspace),
            "S-Tab" => {
                vec![Event::Key(KeyEvent::new(KeyCode::Tab).modifiers(KeyModifiers::SHIFT))]
            }
            ctrl if ctrl.starts_with("C-") => ctrl
                .chars()
                .skip(2)
                .map(|c| Event::Key(KeyEvent::new(KeyCode::Char(c)).modifiers(KeyModifiers::CTRL)))
                .collect(),
            text => text.chars().map(|c| Event::Key(KeyEvent::new(KeyCode::Char(c)))).collect(),
        })
        .collect()
}

/// Types a script; returns what the outside is asked to do.
pub fn type_keys(app: &mut App, script: &str) -> Vec<Effect> {
    keys(script).iter().flat_map(|event| send(app, event)).collect()
}

/// Sends one event as the terminal would.
pub fn send(app: &mut App, event: &Event) -> Vec<Effect> {
    match keymap::action(app, event) {
        Some(action) => app.update(action),
        None => Vec::new(),
    }
}

/// The board drawn in a theme.
pub fn drawn(app: &App, choice: Choice) -> Buffer {
    drawn_in(app, &Theme::resolve(choice, None, Depth::True))
}

/// The board drawn in ASCII.
pub fn drawn_in_ascii(app: &App) -> Buffer {
    drawn_in(app, &Theme::resolve(Choice::Mono, None, Depth::Mono).with(Signs::Ascii))
}

fn drawn_in(app: &App, theme: &Theme) -> Buffer {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::draw(app, theme, area, &mut buffer);
    buffer
}

/// Where a presentation stands, as a console gets to know it.
pub fn told(app: &App) -> Standing<SafeText> {
    let line = wire::tell(&standing::of(app, 0).unwrap()).unwrap();
    wire::told(&line).unwrap()
}

/// A console that follows a presentation, a while into a talk of twenty minutes.
pub fn following(app: &App, (columns, rows): (u16, u16), second: u64) -> Console {
    let mut console = Console::new(Some(20), None, Now::default());
    console.update(ConsoleEvent::Asked(Action::Resize { columns, rows }));
    console.update(ConsoleEvent::Found(vec![4711]));
    console.update(ConsoleEvent::Told(4711, Box::new(told(app))));
    console.update(ConsoleEvent::Second(Now { second, clock: (14, 32) }));
    console
}

/// Types a script on a console; returns what the outside is asked to do.
pub fn type_on(console: &mut Console, script: &str) -> Vec<ConsoleEffect> {
    let mut effects = Vec::new();
    for event in keys(script) {
        if let Some(action) = command::console::action(console, &event) {
            effects.extend(console.update(ConsoleEvent::Asked(action)));
        }
    }
    effects
}

/// A console drawn in a theme.
pub fn console_drawn(console: &Console, theme: &Theme) -> Buffer {
    let (columns, rows) = console.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::console::draw(console, theme, area, &mut buffer);
    buffer
}

/// The text of a console.
pub fn console_screen(console: &Console) -> String {
    let theme = Theme::resolve(Choice::Dark, None, Depth::True);
    lines(&console_drawn(console, &theme)).join("\n")
}

/// The rows of a buffer as text.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width).max(1);
    let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
    buffer.content().chunks(width).map(|cells| row(cells).trim_end().to_owned()).collect()
}

/// The whole screen as text.
pub fn screen(app: &App) -> String {
    lines(&drawn(app, Choice::Dark)).join("\n")
}

/// The line with the marker of the selection.
pub fn selected_line(app: &App) -> String {
    let marked = |line: &String| line.trim_start().starts_with('▸');
    let lines = lines(&drawn(app, Choice::Mono));
    lines.into_iter().rfind(marked).unwrap_or_default()
}

/// The styles of a buffer: a letter a cell, and what the letters stand for.
pub fn styles(buffer: &Buffer) -> String {
    let mut known = Vec::new();
    let mut letter = |cell: &Cell| {
        let style = format!("fg {} bg {} {:?}", cell.fg, cell.bg, cell.modifier);
        let index = known.iter().position(|other| *other == style).unwrap_or_else(|| {
            known.push(style);
            known.len() - 1
        });
        char::from_u32(u32::from('a') + u32::try_from(index).unwrap()).unwrap()
    };
    let width = usize::from(buffer.area.width).max(1);
    let grid: Vec<String> =
        buffer.content().chunks(width).map(|row| row.iter().map(&mut letter).collect()).collect();
    let legend: Vec<String> =
        known.iter().zip('a'..).map(|(style, letter)| format!("{letter}: {style}")).collect();
    format!("{}\n\n{}", grid.join("\n"), legend.join("\n"))
}

/// An operation of which nothing is reported.
pub fn empty() -> App {
    let bytes = br#"{"schema": 1, "id": "x", "name": "Operation X", "organiser": "Y",
        "status": "published", "totals": [], "actions": [], "sources": []}"#;
    App::new(data::load("empty.json", bytes).unwrap())
}

/// What the mouse does in a cell.
pub fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::empty() })
}

/// Clicks on a cell.
pub fn click(app: &mut App, column: u16, row: u16) {
    send(app, &mouse(MouseEventKind::Down(MouseButton::Left), column, row));
}

/// The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
pub fn steady() -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2024);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 64;
    }
    config
}
