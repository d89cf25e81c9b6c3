//! Any bytes as a file: they are read and checked, both agree, and what can be used is drawn on
//! every screen and slide, and printed.
//!
//! libFuzzer looks for bytes that lead where none have led before. It needs no other toolchain
//! than the program's; the README says how it is run. What it found stands in `corpus/`, which
//! `cargo test` reads as well.

#![no_main]

use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::focus::Screen;
use liberterra::app::present::Start;
use liberterra::data;
use liberterra::report::format::Format;
use liberterra::report::paper::Paper;
use liberterra::theme::{Choice, Depth, Theme};
use liberterra::view;
use libfuzzer_sys::fuzz_target;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[path = "../../tests/hostile/agree.rs"]
mod agree;
#[path = "../../tests/hostile/stream.rs"]
#[allow(dead_code, reason = "the tests of the program look at more than texts")]
mod stream;

fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = agree::on(bytes) {
        panic!("{fault}");
    }
    let Ok(operation) = data::load("any.json", bytes) else { return };
    let mut text = Vec::new();
    for format in [Format::Text, Format::Markdown, Format::Html, Format::Json, Format::Csv] {
        if Paper::note(&operation).write(format, 80, &mut text).is_err() {
            panic!("a file in memory takes everything");
        }
    }
    let mut board = App::new(operation);
    board.update(Action::Resize { columns: 80, rows: 24 });
    for screen in Screen::ALL {
        board.update(Action::Screen(screen));
        draw(&board);
    }
    draw(&board.presenting(Start::default()));
});

fn draw(app: &App) {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    view::draw(app, &Theme::resolve(Choice::Dark, None, Depth::True), area, &mut buffer);
}
