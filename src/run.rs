//! From options to an exit code: the board, a summary, a list, a check.
//!
//! Knows what each mode needs. Must not know how any of it is done.

mod pictured;

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::App;
use crate::app::compare::ALL;
use crate::app::focus::Screen;
use crate::app::loading::Stage;
use crate::app::opening::Opening;
use crate::app::present::{Pace, Start};
use crate::cli::shells::MANUAL;
use crate::cli::{Check, Command, Console, Format, Options, Picture, Present, Report, Shown};
use crate::data::{self, DataError, Library, Progress};
use crate::model::compare::digest::Digest;
use crate::model::compare::{Comparison, series};
use crate::model::operation::Operation;
use crate::model::story::Story;
use crate::model::story::maps::View;
use crate::output;
use crate::report::ascii::Text;
use crate::report::asked::Asked;
use crate::report::checked::{self, Verdict};
use crate::report::format::Format as ReportFormat;
use crate::report::paper::{How, Paper, Subject};
use crate::report::{listed, rehearsal};
use crate::term::{self, Ending, Manner, Meter};
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
        Some(Command::Report(asked)) => report(asked, options.signs()),
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
        return tell((&shown, false), &library, place, |paper| {
            print(options.signs(), |out| paper.write(ReportFormat::Text, Options::width(), out))
        });
    }
    let app = opened(&library, place).map_err(unusable)?;
    has_operations(&library, &shown.comparison.compare)?;
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

/// Writes a report to where it is asked for.
fn report(asked: &Report, signs: Signs) -> Outcome {
    let (library, place, shown) = at_hand(&asked.shown)?;
    let format = asked.format();
    let signs = format.signs(signs);
    if format == ReportFormat::Svg {
        let picture = pictured::svg((asked, shown), &library, place)?;
        return hand_over(asked, signs, |out| out.write_all(picture.as_bytes()));
    }
    if asked.picture != Picture::default() {
        let said = "Only a picture has a slide, a size and a theme; give `--format svg`.";
        return Err(unusable(said));
    }
    tell((&shown, asked.story), &library, place, |paper| {
        hand_over(asked, signs, |out| paper.write(format, Options::width(), out))
    })
}

/// Writes to the file that is asked for, or prints.
fn hand_over(
    asked: &Report,
    signs: Signs,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Outcome {
    let write = |out: &mut dyn Write| write(&mut Text::new(out, signs));
    match asked.output.as_deref().filter(|file| !data::is_stdin(file)) {
        Some(file) => to_file(file, asked.force, signs, write),
        None => print(Signs::Unicode, |out| write(out)),
    }
}

/// Writes a report to a file; a signal gives it up, and nothing of it is left.
fn to_file(
    file: &Path,
    force: bool,
    signs: Signs,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Outcome {
    // What is no file is written as it comes, and a signal ends that as it ends anything.
    let is_other = file.exists() && !file.is_file();
    let noted = if is_other { None } else { term::note_signals().ok() };
    let signal = || noted.as_ref().and_then(|noted| noted());
    let name = data::sanitize::clean(&file.display().to_string());
    let meter = Meter::start(signs, move || format!("writing {name}"));
    let done = output::write(file, force, &|| signal().is_some(), write);
    meter.into_iter().for_each(Meter::end);
    match (done, signal()) {
        (Ok(()), _) => Ok(ExitCode::SUCCESS),
        (Err(_), Some(signal)) => ended(Ending::Signal(signal)),
        (Err(fault), None) => Err((NOT_WRITTEN, fault.to_string())),
    }
}

/// Hands the report of what is to be shown to whom writes it.
fn tell(
    (shown, story): (&Shown, bool),
    library: &Library,
    place: usize,
    write: impl FnOnce(&Paper<'_>) -> Outcome,
) -> Outcome {
    let operation = Arc::new(read(library, place).map_err(unusable)?);
    let (filter, sort, group) = (shown.filter.as_ref(), shown.sort.as_ref(), shown.group);
    let asked = Asked { filter, sort, group, marked: &[] };
    let table;
    let subject = match shown.asked_screen().unwrap_or(Screen::Overview) {
        _ if story => Subject::Story,
        Screen::Overview => Subject::Note,
        Screen::Countries => Subject::Countries,
        Screen::Map => Subject::Map(match shown.counts {
            Some(counted) => counted.0,
            None => View::default().family(&operation),
        }),
        Screen::Sources => Subject::Sources,
        Screen::Compare => {
            let wanted = &shown.comparison;
            has_operations(library, &wanted.compare)?;
            table = beside(library, place, &operation, &wanted.compare).map_err(unusable)?;
            let rate = wanted.per.unwrap_or_default();
            let how = How { measure: wanted.measure, rate, part: wanted.rows };
            Subject::Compare(&table, how)
        }
    };
    let done = write(&Paper { operation: &operation, subject, asked });
    // The process ends here: to free what it holds would only keep the user waiting.
    std::mem::forget(operation);
    done
}

/// Opens an operation; of a large one it is said how far that has come.
fn read(library: &Library, place: usize) -> Result<Operation, DataError> {
    if library.is_quick(place) {
        return library.open(place);
    }
    let (title, progress) = (library.title(place), Arc::<Progress>::default());
    let watched = Arc::clone(&progress);
    let meter = Meter::start(Signs::Ascii, move || {
        let (read, checked, size) = watched.bytes();
        format!("{title}: {}", Stage { size, read, checked }.in_words())
    });
    let operation = library.open_slowly(place, &progress);
    meter.into_iter().for_each(Meter::end);
    operation
}

/// The operations that the board opens side by side: those asked for; without any the series of
/// one, and all there are if it is in none.
fn beside(
    library: &Library,
    place: usize,
    operation: &Arc<Operation>,
    ids: &[String],
) -> Result<Comparison, DataError> {
    let mut all = Vec::new();
    for other in 0..library.len() {
        let one = if other == place { Arc::clone(operation) } else { library.open(other)?.into() };
        all.push(Arc::new(Digest::of(one)));
    }
    let is_wanted = |digest: &&Arc<Digest>| {
        let operation_is = digest.operation();
        if ids.is_empty() {
            series::of(operation_is) == series::of(operation)
        } else {
            ids.iter().any(|id| id == ALL || *operation_is.id.as_str() == **id)
        }
    };
    let wanted: Vec<Arc<Digest>> = all.iter().filter(is_wanted).cloned().collect();
    let alone = ids.is_empty() && wanted.len() < 2;
    Ok(Comparison::of(if alone { all } else { wanted }))
}

/// A board on an operation. What takes long to read is read behind the first frame.
fn opened(library: &Library, place: usize) -> Result<App, DataError> {
    if library.is_quick(place) {
        return library.open(place).map(App::new);
    }
    Ok(App::unread(library.title(place)))
}

/// Refuses to compare what is not there; what takes long to read is read on the board.
fn has_operations(library: &Library, ids: &[String]) -> Result<(), (u8, String)> {
    if (0..library.len()).any(|place| !library.is_quick(place)) {
        return Ok(());
    }
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
