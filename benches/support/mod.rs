//! What the benches share: the bundled operation, a large one, and keys for a board.

#![allow(dead_code, unreachable_pub, reason = "each bench uses its own part")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has failed")]

#[path = "../../examples/large/operation.rs"]
mod operation;

use std::env;

use liberterra::app::App;
use liberterra::app::action::{Action, Effect};
use liberterra::command::keymap;
use liberterra::data;
use liberterra::model::operation::Operation;
use terminput::{Event, KeyCode, KeyEvent};

/// How many actions the large operation has if the environment does not say.
const ACTIONS: u64 = 100_000;

/// Which operation a bench is run on.
#[derive(Clone, Copy, Debug)]
pub enum Data {
    /// The bundled one that the board opens on.
    Bundled,
    /// A made-up one of `LIBERTERRA_ACTIONS` actions.
    Large,
}

impl Data {
    pub const BOTH: [Self; 2] = [Self::Bundled, Self::Large];

    /// The bytes of its file.
    pub fn bytes(self) -> Vec<u8> {
        if let Self::Bundled = self {
            return include_bytes!("../../data/liberterra-2.json").to_vec();
        }
        let asked = env::var("LIBERTERRA_ACTIONS").ok();
        let mut bytes = Vec::new();
        operation::write(&mut bytes, asked.map_or(ACTIONS, |text| text.parse().unwrap())).unwrap();
        bytes
    }

    pub fn operation(self) -> Operation {
        data::load("bench.json", &self.bytes()).unwrap()
    }

    /// A board on it.
    pub fn board(self, columns: u16, rows: u16) -> App {
        let mut app = App::new(self.operation());
        app.update(Action::Resize { columns, rows });
        app
    }
}

/// Types text, or presses the keys that have a name.
pub fn press(app: &mut App, keys: &[KeyCode]) {
    for key in keys {
        if let Some(action) = keymap::action(app, &Event::Key(KeyEvent::new(*key))) {
            for effect in app.update(action) {
                if let Effect::Query(question) = effect {
                    let answer = question.answer(&|| true).unwrap();
                    app.update(Action::Answered(Box::new(answer)));
                }
            }
        }
    }
}
