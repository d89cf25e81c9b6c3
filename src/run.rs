//! From options to an exit code: the board, a summary, a list, a check.
//!
//! Knows what each mode needs. Must not know how any of it is done.

mod pictured;
mod reported;

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use crate::app::App;
use crate::app::compare::ALL;
use crate::app::opening::Opening;
use crate::app::present::{Pace, Start};
use crate::cli::shells::MANUAL;
use crate::cli::{Check, Command, Console, Format, Options, Present, Shown};
use crate::data::{self, DataError, Library};
use crate::model::operation::Operation;
use crate::model::story::Story;
use crate::report::ascii::Text;
use crate::report::checked::{self, Verdict};
use crate::report::format::Format as ReportFormat;
use crate::report::paper::Paper;
use crate::report::{listed, rehearsal};
use crate::term::{self, Ending, Manner};
use crate::theme::{Choice, Signs};

/// The output could not be written.
const NOT_WRITTEN: u8 = 1;
/// `check` found errors.
const FOUND: u8 = 1;
/// A bad option, an unusable terminal or data that cannot be used.
pub const UNUSABLE: u8 = 2;

/// The exit code, or the exit code with a sentence for standard error.
pub type Outcome = Result<ExitCode, (u8, String)>;

/// Does what the options ask for.
///
/// # Errors
///
/// If it cannot be done; with the exit code that says so.
pub fn run(options: &Options) -> Outcome {
    match &options.command {
        Some(Command::Present(asked)) => present(asked, options),
        Some(Command::Console(asked)) => console(asked, options),
        Some(Command::Report(asked)) => reported::report(asked, options),
        Some(Command::Check(files)) => check(files, options.signs()),
        Some(Command::List) => {
            print(options.signs(), |out| listed::write(&Library::bundled(), out))
        }
        Some(Command::Schema) => kept(data::SCHEMA),
        Some(Command::Completions { shell }) => kept(shell.completions()),
        Some(Command::Man) => kept(MANUAL),
        None => show(options),
    }
}

/// Prints a file that is kept in the program, for another program: as it is, in any language.
fn kept(file: &[u8]) -> Outcome {
    print(Signs::Unicode, |out| out.write_all(file))
}

/// Shows an operation on the board, or prints it where there is no place for a board.
fn show(options: &Options) -> Outcome {
    let (library, place, shown) = at_hand(&options.shown)?;
    if options.plain || !term::has_screen() || !term::has_keyboard() {
        return reported::tell((&shown, false), &library, place, |paper| {
            print(options.signs(), |out| paper.write(ReportFormat::Text, Options::width(), out))
        });
    }
    let app = opened(&library, place).map_err(unusable)?;
    // What takes long to read is read on the board, which says what is not there.
    if (0..library.len()).all(|place| library.is_quick(place)) {
        has_operations(&library, &shown.comparison.compare)?;
    }
    let app = app.among(place, library.len()).opening(shown.opening());
    open(app, library, options.theme, options)
}

/// The operations at hand, the place of the one that is asked for, and what is to be shown of it:
/// a report that is opened again shows what it did.
fn at_hand(shown: &Shown) -> Result<(Library, usize, Shown), (u8, String)> {
    let library = Library::of_files(&shown.files).map_err(unusable)?;
    let place = library.place(shown.operation.as_deref()).map_err(unusable)?;
    let shown = shown.clone().or(&library.view(place));
    Ok((library, place, shown))
}

/// A board on an operation. What takes long to read is read behind the first frame.
fn opened(library: &Library, place: usize) -> Result<App, DataError> {
    if library.is_quick(place) {
        return library.open(place).map(App::new);
    }
    Ok(App::unread(library.title(place)))
}

/// Refuses to compare what is not there.
fn has_operations(library: &Library, ids: &[String]) -> Result<(), (u8, String)> {
    let mut ids = ids.iter().filter(|id| *id != ALL);
    ids.try_for_each(|id| library.place(Some(id.as_str())).map(drop).map_err(unusable))
}

/// Presents an operation, or rehearses that.
fn present(asked: &Present, options: &Options) -> Outcome {
    let library = Library::of_files(&asked.files).map_err(unusable)?;
    let place = library.place(asked.operation.as_deref()).map_err(unusable)?;
    if asked.check {
        return rehearse(&library.open(place).map_err(unusable)?, asked.from, options.signs());
    }
    if !term::has_screen() || !term::has_keyboard() {
        let operation = library.open(place).map_err(unusable)?;
        let paper = Paper::note(&operation);
        return print(options.signs(), |out| {
            paper.write(ReportFormat::Text, Options::width(), out)
        });
    }
    let app = opened(&library, place).map_err(unusable)?;
    if !app.is_unread() {
        has_slide(&Story::of(app.operation()), asked.from)?;
    }
    let start = Start {
        step: asked.from.saturating_sub(1),
        pace: asked.every.map_or(Pace::ByHand, Pace::Every),
        looped: asked.looped,
    };
    let files = Opening { files: asked.files.clone(), ..Opening::default() };
    let app = app.among(place, library.len()).opening(files).presenting(start);
    open(app, library, asked.theme, options)
}

/// Refuses to begin with a slide that is not there.
fn has_slide(story: &Story, from: usize) -> Result<(), (u8, String)> {
    let slides = story.steps().len();
    if (1..=slides).contains(&from) {
        return Ok(());
    }
    Err((UNUSABLE, format!("There is no slide {from}; give a number from 1 to {slides}.")))
}

/// Prints the slides; the exit code says whether all of them fit.
fn rehearse(operation: &Operation, from: usize, signs: Signs) -> Outcome {
    let story = Story::of(operation);
    has_slide(&story, from)?;
    let mut fits = true;
    print(signs, |out| {
        fits = rehearsal::write(operation, &story, from, out)?;
        Ok(())
    })?;
    Ok(if fits { ExitCode::SUCCESS } else { ExitCode::from(FOUND) })
}

/// Shows the board until its end.
fn open(app: App, library: Library, theme: Choice, options: &Options) -> Outcome {
    let manner = Manner { signs: options.signs(), width: Options::width(), theme };
    let app = app.with_mosaic(options.map);
    ended(term::run(app, library, theme, options.signs_on_screen(), manner).map_err(unusable)?)
}

/// Shows the console until its end.
fn console(asked: &Console, options: &Options) -> Outcome {
    if !term::has_screen() {
        return Err(unusable("The console needs a terminal; start it in a second one."));
    }
    let folder = term::Folder::open().map_err(unusable)?;
    let wanted = asked.presentation.as_deref().map(data::sanitize::clean);
    let signs = options.signs_on_screen();
    ended(term::run_console(asked.minutes, wanted, folder, asked.theme, signs).map_err(unusable)?)
}

fn ended(ending: Ending) -> Outcome {
    match ending {
        Ending::Quit => Ok(ExitCode::SUCCESS),
        Ending::Unusable(sentence) => Err((UNUSABLE, sentence.to_string())),
        Ending::Signal(signal) => Ok(ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))),
    }
}

/// Checks files; the exit code says what it came to.
fn check(asked: &Check, signs: Signs) -> Outcome {
    let library = Library::of_each(&asked.files).map_err(unusable)?;
    let mut verdict = Verdict::Clean;
    let json = asked.format == Format::Json;
    // What is for programs stays as it is.
    print(if json { Signs::Unicode } else { signs }, |out| {
        let mut errors = Text::new(io::stderr(), signs);
        verdict = checked::write(&library, json, out, &mut errors)?;
        Ok(())
    })?;
    Ok(match verdict {
        Verdict::Clean => ExitCode::SUCCESS,
        Verdict::Warnings => ExitCode::from(u8::from(asked.deny_warnings)),
        Verdict::Errors => ExitCode::from(FOUND),
        Verdict::Unreadable => ExitCode::from(UNUSABLE),
    })
}

/// Standard output, for text.
pub type Out = Text<BufWriter<io::StdoutLock<'static>>>;

/// Prints to standard output; a reader who has read enough is no error.
///
/// # Errors
///
/// If the output cannot be written.
pub fn print(signs: Signs, write: impl FnOnce(&mut Out) -> io::Result<()>) -> Outcome {
    let mut out = Text::new(BufWriter::new(io::stdout().lock()), signs);
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
