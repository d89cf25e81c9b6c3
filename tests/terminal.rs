//! The program as a person meets it: started in a terminal, used by keys and mouse, left.
//!
//! | file       | what it looks at                                             |
//! |------------|--------------------------------------------------------------|
//! | `bad`      | files that are none, and pipes that nobody writes to         |
//! | `board`    | what keys, mouse and a new window size do                    |
//! | `colours`  | the background of the terminal, and no colours at all        |
//! | `console`  | a presentation and its console, whoever comes, goes or lies  |
//! | `environment` | every kind of terminal, language, input and folder           |
//! | `files`    | files that are saved again while they are shown              |
//! | `hostile`  | what a hostile file, name or paste makes it send             |
//! | `present`  | slides: turning them, blanking, stepping in and back, the clock |
//! | `output`   | what is written, and when nothing is                         |
//! | `shell`    | stopping for the shell and coming back                       |
//! | `ways_out` | that the terminal is as it was, however the program ends     |
//! | `harness`  | the terminal itself                                          |
//! | `screen`   | what can be seen in it                                       |

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

#[path = "terminal/bad.rs"]
mod bad;
#[path = "terminal/board.rs"]
mod board;
#[path = "terminal/colours.rs"]
mod colours;
#[path = "terminal/console.rs"]
mod console;
#[path = "terminal/environment.rs"]
mod environment;
#[path = "terminal/files.rs"]
mod files;
#[path = "terminal/harness.rs"]
mod harness;
#[path = "terminal/hostile.rs"]
mod hostile;
#[path = "terminal/output.rs"]
mod output;
#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "terminal/present.rs"]
mod present;
#[path = "terminal/screen.rs"]
mod screen;
#[path = "terminal/shell.rs"]
mod shell;
#[path = "hostile/stream.rs"]
mod stream;
#[path = "terminal/ways_out.rs"]
mod ways_out;
