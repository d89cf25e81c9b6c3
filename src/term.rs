//! The terminal: taking it over, reading it, drawing on it, giving it back.
//!
//! The only place that knows crossterm, descriptors and signals. Must not know what a key means
//! (`command` does), what happens then (`app`) or what it looks like (`view`).
//!
//! ```text
//! input    keyboard ─▸ decoder ─▸ sequence ─┐
//! signals  TERM, HUP, WINCH, TSTP, CONT ────┴─▸ mailbox ─▸ runtime ─▸ canvas ─▸ session ─▸ screen
//! ```
//!
//! | file         | what it answers for                                          |
//! |--------------|--------------------------------------------------------------|
//! | `runtime`    | the loop: messages in, at most one frame out                 |
//! | `mailbox`    | waiting for keys and for messages at once                    |
//! | `message`    | what can arrive there                                        |
//! | `session`    | which modes are on, and that they go off on every way out,   |
//! |              | a panic among them                                           |
//! | `canvas`     | frames, and the difference between two as bytes              |
//! | `difference` | the cells that differ                                        |
//! | `paint`      | cells as bytes                                               |
//! | `links`      | whether the terminal takes links, and their bytes            |
//! | `line`       | the settings of the line, ours and the shell's               |
//! | `device`     | reading, writing and measuring descriptors                   |
//! | `input`      | what was typed and answered, as messages                     |
//! | `decoder`    | bytes, however they are cut, into whole sequences            |
//! | `sequence`   | one whole sequence into one event                            |
//! | `background` | whether the terminal is dark or light                        |
//! | `watch`      | files that change, as messages                               |
//! | `reader`     | files that take long to read, as messages                    |
//! | `jobs`       | whose the terminal is, and whether a stop would end         |
//! | `signals`    | signals as messages, and stopping for the shell              |
//! | `window`     | size, colours and frames, for the board and the console      |
//! | `meeting`    | the sockets by which presentations and consoles meet         |
//! | `console`    | the loop of a presenter's console                            |
//! | `fault`      | panics that a test has asked for                             |

mod background;
mod canvas;
mod clipboard;
mod console;
mod decoder;
mod device;
mod difference;
mod fault;
#[cfg(test)]
mod hostile;
mod input;
mod jobs;
mod line;
mod links;
mod mailbox;
mod meeting;
mod message;
mod meter;
mod paint;
mod reader;
mod runtime;
mod sequence;
mod session;
mod shown;
mod signals;
mod watch;
mod window;
mod writer;

use crate::app::App;
use crate::data::Library;
use crate::model::text::SafeText;
use crate::theme;
use std::fmt;
use std::io::{self, IsTerminal};

/// The exit code after a fault of the program, the same whichever thread it was on.
pub const PANICKED: i32 = 101;

/// How a session came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The user left.
    Quit,
    /// A signal ended it; the exit code is 128 and its number. A terminal that went away counts
    /// as a hang-up, with or without the signal.
    Signal(i32),
    /// What was to be shown cannot be read; the reason in one sentence.
    Unusable(SafeText),
}

/// Why no session could begin. The terminal is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The terminal does not say how large it is, or says it is empty.
    Size,
    /// There is no terminal to read keys from.
    Keyboard,
    /// The terminal does not let its modes be changed.
    Modes,
    /// The system refused a signal handler or a thread.
    Resources,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Size => {
                "The terminal's size cannot be read; set it with `stty columns 100 rows 30` and start again."
            }
            Self::Keyboard => {
                "There is no terminal to read keys from; start it in a terminal window, or use `--plain`."
            }
            Self::Modes => {
                "The terminal cannot be switched to reading single keys; start it in another terminal, or use `--plain`."
            }
            Self::Resources => {
                "The system has no threads or signal handlers left for the screen; close other programs and start again."
            }
        })
    }
}

impl std::error::Error for Error {}

/// Whether standard output is a terminal that can place a cursor. Where it is not, somebody wants the output as a file or
/// in a pipe, and [`run`] must not be called: its escape sequences would end up in there.
#[must_use]
pub fn has_screen() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !dumb
}

/// Whether keys can be read: from standard input, or, where that carries data, from the
/// controlling terminal. Without it [`run`] returns [`Error::Keyboard`].
#[must_use]
pub fn has_keyboard() -> bool {
    device::Keyboard::open().is_some()
}

/// Shows the board until the user leaves or the program is told to end. The terminal is given
/// back before this returns, and also when something panics.
///
/// # Errors
///
/// When no session can begin; nothing has been written to the terminal then.
pub fn run(
    app: App,
    library: Library,
    choice: theme::Choice,
    signs: theme::Signs,
    manner: Manner,
) -> Result<Ending, Error> {
    runtime::run(app, library, choice, signs, manner)
}

pub use meeting::folder::{Folder, Refusal};
pub use meter::Meter;
pub use signals::noted as note_signals;
pub use writer::Manner;

/// Shows a presenter's console until the user leaves or the program is told to end. It follows the
/// presentations that are met in a folder; of several the one `wanted`, by its number or the id of
/// its operation.
///
/// # Errors
///
/// When no session can begin; nothing has been written to the terminal then.
pub fn run_console(
    minutes: Option<u16>,
    wanted: Option<SafeText>,
    folder: Folder,
    choice: theme::Choice,
    signs: theme::Signs,
) -> Result<Ending, Error> {
    console::run(minutes, wanted, folder, choice, signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_is_one_sentence_that_says_what_to_do() {
        for error in [Error::Size, Error::Keyboard, Error::Modes, Error::Resources] {
            let text = error.to_string();
            let advice = text.split_once("; ").map(|(_, advice)| advice);
            assert!(advice.is_some_and(|advice| advice.len() > 10), "{text}");
            assert!(text.ends_with('.') && text.matches(". ").count() == 0, "{text}");
            assert!(!text.contains("os error"), "{text}");
        }
    }
}
