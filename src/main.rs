//! Options to a mode, a mode to an exit code; everything else is the library's.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use liberterra::app::App;
use liberterra::cli::{Command, Options};
use liberterra::data::{self, Library};
use liberterra::report::plain;
use liberterra::term::{self, Ending};

/// The output could not be written.
const NOT_WRITTEN: u8 = 1;
/// A bad option, an unusable terminal or data that cannot be used.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    // Without its hook a fault is still reported, only less readably.
    let _ = color_eyre::config::HookBuilder::default().display_env_section(false).install();
    let done = match Options::read() {
        Ok(Ok(options)) => carry_out(&options),
        Ok(Err(help)) => print(|out| out.write_all(help.as_bytes())),
        Err(sentence) => Err((UNUSABLE, sentence)),
    };
    done.unwrap_or_else(|(code, sentence)| {
        // Where even this cannot be written, the exit code has to do.
        let _ = writeln!(io::stderr(), "liberterra: {sentence}");
        ExitCode::from(code)
    })
}

fn carry_out(options: &Options) -> Outcome {
    match options.command {
        Some(Command::List) => print(|out| plain::list(&Library::bundled(), out)),
        Some(Command::Schema) => print(|out| writeln!(out, "{:#}", data::json_schema())),
        None => show(options),
    }
}

type Outcome = Result<ExitCode, (u8, String)>;

/// Shows an operation on the board, or prints it where there is no place for a board.
fn show(options: &Options) -> Outcome {
    let library = Library::of_files(&options.files).map_err(unusable)?;
    let place = library.place(options.operation.as_deref()).map_err(unusable)?;
    let operation = library.open(place).map_err(unusable)?;
    if options.plain || !term::has_screen() || !term::has_keyboard() {
        return print(|out| plain::write(&operation, out));
    }
    let app = App::new(operation).among(place, library.len());
    match term::run(app, library, options.theme).map_err(unusable)? {
        Ending::Quit => Ok(ExitCode::SUCCESS),
        Ending::Signal(signal) => Ok(ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))),
    }
}

/// Prints to standard output; a reader who has read enough is no error.
fn print(write: impl FnOnce(&mut BufWriter<io::StdoutLock>) -> io::Result<()>) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = error.kind();
            Err((
                NOT_WRITTEN,
                format!("the output could not be written: {reason}; give it another place."),
            ))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn unusable(error: impl Display) -> (u8, String) {
    (UNUSABLE, error.to_string())
}
