//! Hostile text on every screen: what the canvas sends is what we mean to send.
//!
//! Knows every screen and every attack. The bytes are looked at, not the cells: what a widget
//! lets through is seen here.

#[path = "../../tests/hostile/payloads.rs"]
mod payloads;
#[path = "../../tests/hostile/stream.rs"]
mod stream;

use super::canvas::Canvas;
use crate::app::App;
use crate::app::action::{Action, Edit, Form, Motion};
use crate::app::focus::Screen;
use crate::app::loading::{self, Loading};
use crate::app::present::{Cue, Presentation};
use crate::data::{self, sanitize::clean};
use crate::model::operation::Operation;
use crate::theme::{Choice, Depth, Signs, Theme};
use crate::view;
use payloads::{Payload, everywhere, payloads};
use ratatui::layout::Rect;

/// The largest cell that is sent, in bytes.
const CELL: usize = 64;

const SMALL: (u16, u16) = (60, 16);
const WIDE: (u16, u16) = (120, 40);
const OTHER_SIZES: [(u16, u16); 5] = [(0, 0), (1, 1), (59, 15), (80, 24), (200, 60)];

/// A board and the terminal that it is drawn on.
struct Stage<'a> {
    payload: &'a Payload,
    app: App,
    canvas: Canvas,
    theme: Theme,
    /// The first thing seen that should not be.
    fault: Option<String>,
}

impl<'a> Stage<'a> {
    fn new(payload: &'a Payload, operation: Operation, (columns, rows): (u16, u16)) -> Self {
        let theme = Theme::resolve(Choice::Dark, None, Depth::True);
        let mut app = App::new(operation).among(0, 2);
        app.update(Action::Resize { columns, rows });
        Self { payload, app, canvas: Canvas::new(true), theme, fault: None }
    }

    /// Does something and looks at what that sends.
    fn act(&mut self, action: Action) {
        let said = format!("{action:?}");
        self.app.update(action);
        let (app, theme) = (&self.app, &self.theme);
        let (columns, rows) = app.size();
        let mut largest = 0;
        let draw = |area: Rect, buffer: &mut ratatui::buffer::Buffer| {
            let links = view::draw(app, theme, area, buffer);
            largest = buffer.content().iter().map(|cell| cell.symbol().len()).max().unwrap_or(0);
            links
        };
        self.canvas.compose(Rect::new(0, 0, columns, rows), draw);
        let mut sent = Vec::new();
        self.canvas
            .commit(|bytes| {
                sent = bytes.to_vec();
                Ok(())
            })
            .unwrap();
        let ascii = theme.signs != Signs::Ascii || sent.is_ascii();
        let other = (!ascii).then(|| "what is not ASCII".to_owned());
        let large = (largest > CELL).then(|| format!("a cell of {largest} bytes"));
        if let Some(fault) = stream::fault(&sent, false).or(other).or(large) {
            let at = format!("{} at {columns} by {rows} after {said:.60}", self.payload.0);
            self.fault.get_or_insert(format!("{at}: {fault}"));
        }
    }

    fn go(&mut self, motion: Motion) {
        self.act(Action::Move(motion));
    }

    /// Every screen with some of its rows, what lies over it, the totals, the reach.
    fn visit(&mut self, rows: usize) {
        for screen in Screen::ALL {
            self.act(Action::Screen(screen));
            for _ in 0..self.app.listed().min(rows) {
                self.act(Action::Source);
                self.go(Motion::Last);
                self.app.update(Action::Back);
                self.go(Motion::By(1));
            }
        }
        self.app.update(Action::Screen(Screen::Overview));
        self.app.update(Action::Move(Motion::First));
        self.go(Motion::By(-1));
        for _ in 0..rows {
            self.act(Action::Source);
            self.app.update(Action::Back);
            self.act(Action::Across(1));
        }
        self.act(Action::Help);
        self.act(Action::Back);
        self.act(Action::Copy(Form::Text));
    }

    /// Every slide with its sources, and the index of slides.
    fn present(&mut self) {
        self.act(Action::Cue(Cue::Present));
        let steps = self.app.presentation().map_or(0, Presentation::len);
        for step in 0..steps {
            self.act(Action::Cue(Cue::Go(step)));
            self.act(Action::Source);
        }
        self.act(Action::Cue(Cue::Index));
        self.act(Action::Cue(Cue::End));
    }

    /// The line of a find with a text in it, and what is said when nothing is found.
    fn find(&mut self, text: &str) {
        self.act(Action::Screen(Screen::Countries));
        for text in [text, "tü", text] {
            self.act(Action::Find);
            self.act(Action::Type(Edit::Insert(text.to_owned())));
            self.act(Action::Type(Edit::Cursor(isize::MIN)));
            self.act(Action::Type(Edit::Insert(text.to_owned())));
            self.act(Action::Type(Edit::DeleteForward));
            self.act(Action::Type(Edit::Accept));
            self.act(Action::FindNext(1));
        }
    }
}

/// The operation with a text in every field.
fn loaded((name, text): &Payload) -> Operation {
    data::load(text, &everywhere(text)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Sends every payload to a stage and asserts that nothing was seen that should not be.
fn each(mut play: impl FnMut(&Payload) -> Option<String>) {
    let faults: Vec<String> = payloads().iter().filter_map(&mut play).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_text_of_a_file_reaches_a_small_window_or_the_room_as_anything_but_text() {
    each(|payload| {
        let mut stage = Stage::new(payload, loaded(payload), SMALL);
        stage.visit(1);
        stage.present();
        stage.fault
    });
}

#[test]
fn no_text_of_a_file_reaches_a_wide_window_as_anything_but_text() {
    each(|payload| {
        let mut stage = Stage::new(payload, loaded(payload), WIDE);
        stage.visit(3);
        stage.fault
    });
}

#[test]
fn where_only_ascii_is_wanted_nothing_else_is_sent() {
    each(|payload| {
        let mut stage = Stage::new(payload, loaded(payload), SMALL);
        stage.theme = stage.theme.with(Signs::Ascii);
        for screen in Screen::ALL {
            stage.act(Action::Screen(screen));
            stage.act(Action::Source);
        }
        stage.fault
    });
}

#[test]
fn no_size_of_the_window_lets_more_through() {
    each(|payload| {
        let mut stage = Stage::new(payload, loaded(payload), (80, 24));
        for (columns, rows) in OTHER_SIZES {
            stage.act(Action::Resize { columns, rows });
            for screen in Screen::ALL {
                stage.act(Action::Screen(screen));
            }
        }
        stage.fault
    });
}

#[test]
fn no_text_that_is_pasted_or_typed_reaches_it_either() {
    each(|payload| {
        let mut stage = Stage::new(payload, data::bundled().unwrap(), (80, 24));
        stage.find(&payload.1);
        stage.act(Action::Find);
        // Each character alone is harmless; together they are what the payload is.
        for c in payload.1.chars().take(300) {
            stage.app.update(Action::Type(Edit::Insert(c.to_string())));
        }
        stage.act(Action::Type(Edit::Cursor(isize::MIN)));
        stage.fault
    });
}

#[test]
fn no_name_of_a_file_and_no_error_about_one_does() {
    let bytes: &[&[u8]] = &[b"", b"{", b"{\"schema\": 1, \"\x1b]0;x\": 2}", b"\xff\x1b"];
    each(|payload| {
        let mut stage = Stage::new(payload, data::bundled().unwrap(), (120, 40));
        let unknown = serde_json::json!({"schema": 1, (payload.1.clone()): 2}).to_string();
        for bytes in bytes.iter().copied().chain([unknown.as_bytes()]) {
            let error = data::load(&payload.1, bytes).unwrap_err();
            stage.act(Action::Broken(error.clone()));
            stage.act(Action::Refused(error.into_sentence()));
        }
        let title = clean(&payload.1);
        let loading = Loading { title: title.clone(), progress: loading::Stage::default() };
        stage.act(Action::Loading(loading.clone()));
        stage.app = App::unread(title);
        stage.act(Action::Loading(loading));
        stage.fault
    });
}
