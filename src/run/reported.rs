//! From options to a report: of what, of which operations, and to where it is written.
//!
//! Knows which screens are of several operations. Must not know what a report says, or how.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::{NOT_WRITTEN, Outcome, at_hand, ended, pictured, print, unusable};
use crate::app::compare::ALL;
use crate::app::focus::Screen;
use crate::app::loading::Stage;
use crate::cli::{Options, Picture, Report, Shown};
use crate::data::{self, DataError, Library, Progress};
use crate::model::compare::digest::Digest;
use crate::model::compare::{Comparison, series};
use crate::model::group::By;
use crate::model::operation::Operation;
use crate::model::story::maps::View;
use crate::output;
use crate::report::ascii::Text;
use crate::report::asked::Asked;
use crate::report::format::Format;
use crate::report::paper::{How, Paper, Subject};
use crate::term::{self, Ending, Meter};
use crate::theme::Signs;

/// Writes a report to where it is asked for.
pub(super) fn report(asked: &Report, options: &Options) -> Outcome {
    let (library, place, shown) = at_hand(&asked.shown)?;
    let format = asked.format();
    let signs = format.signs(options.signs());
    if format == Format::Svg {
        let picture = pictured::svg((asked, shown, options.map), &library, place)?;
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
pub(super) fn tell(
    (shown, story): (&Shown, bool),
    library: &Library,
    place: usize,
    write: impl FnOnce(&Paper<'_>) -> Outcome,
) -> Outcome {
    let operation = Arc::new(read(library, place).map_err(unusable)?);
    let (filter, sort, group) = (shown.filter.as_ref(), shown.sort.as_ref(), shown.group);
    let asked = Asked { filter, sort, group, marked: &[] };
    let (table, mut others);
    let subject = match shown.screen.unwrap_or(Screen::Overview) {
        _ if story => Subject::Story,
        Screen::Overview => Subject::Note,
        Screen::Countries if group == Some(By::Operation) => {
            others = all(library, place, &operation, &[]).map_err(unusable)?;
            // The one that is shown comes first.
            if let Some(to_it) = others.get_mut(..=place) {
                to_it.rotate_right(1);
            }
            Subject::Operations(&others)
        }
        Screen::Countries => Subject::Countries,
        Screen::Map => Subject::Map(match shown.counts {
            Some(counted) => counted.0,
            None => View::default().family(&operation),
        }),
        Screen::Sources => Subject::Sources,
        Screen::Compare => {
            let wanted = &shown.comparison;
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

/// The operations at hand in their order; without those that are known not to be asked for, if any
/// are asked for.
fn all(
    library: &Library,
    place: usize,
    operation: &Arc<Operation>,
    ids: &[String],
) -> Result<Vec<Arc<Operation>>, DataError> {
    let mut all = Vec::new();
    for other in 0..library.len() {
        if other == place {
            all.push(Arc::clone(operation));
        } else if ids.is_empty() || library.id(other).is_none_or(|id| is_among(ids, id)) {
            all.push(library.open(other)?.into());
        }
    }
    Ok(all)
}

fn is_among(ids: &[String], id: &str) -> bool {
    ids.iter().any(|one| one == ALL || one == id)
}

/// The operations that the board opens side by side: those asked for; without any the series of
/// one, and all there are if it is in none.
fn beside(
    library: &Library,
    place: usize,
    operation: &Arc<Operation>,
    ids: &[String],
) -> Result<Comparison, DataError> {
    let all: Vec<Arc<Digest>> = all(library, place, operation, ids)?
        .into_iter()
        .map(|operation| Arc::new(Digest::of(operation)))
        .collect();
    let is_wanted = |digest: &&Arc<Digest>| match ids {
        [] => series::of(digest.operation()) == series::of(operation),
        ids => is_among(ids, digest.operation().id.as_str()),
    };
    let wanted: Vec<Arc<Digest>> = all.iter().filter(is_wanted).cloned().collect();
    for id in ids.iter().filter(|id| *id != ALL) {
        if all.iter().all(|digest| digest.operation().id.as_str() != id) {
            return Err(DataError::unknown(id));
        }
    }
    let alone = ids.is_empty() && wanted.len() < 2;
    Ok(Comparison::of(if alone { all } else { wanted }))
}
