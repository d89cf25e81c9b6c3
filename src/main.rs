//! Options to a mode, a mode to an exit code; everything else is the library's.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use liberterra::app::App;
use liberterra::cli::Options;
use liberterra::model::operation::Operation;
use liberterra::term::{self, Ending};
use liberterra::{data, report};

/// The output could not be written.
const NOT_WRITTEN: u8 = 1;
/// A bad option, an unusable terminal or broken data.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let options = Options::parse();
    // Without its hook a fault is still reported, only less readably.
    let _ = color_eyre::config::HookBuilder::default().display_env_section(false).install();
    let operation = match data::bundled() {
        Ok(operation) => operation,
        Err(error) => return refuse(UNUSABLE, &error),
    };
    if options.plain || !term::has_screen() || !term::has_keyboard() {
        return summary(&operation);
    }
    match term::run(App::new(operation), options.theme) {
        Ok(Ending::Quit) => ExitCode::SUCCESS,
        Ok(Ending::Signal(signal)) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
        Err(error) => refuse(UNUSABLE, &error),
    }
}

/// Prints the plain summary; a reader who has read enough is no error.
fn summary(operation: &Operation) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    match report::plain::write(operation, &mut out).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let sentence = format!(
                "The summary could not be written: {}; give it another place.",
                error.kind()
            );
            refuse(NOT_WRITTEN, &sentence)
        }
    }
}

fn refuse(code: u8, sentence: &impl Display) -> ExitCode {
    // Where even this cannot be written, the exit code has to do.
    let _ = writeln!(io::stderr(), "liberterra: {sentence}");
    ExitCode::from(code)
}
