//! The operations at hand: the bundled ones, or the files that were named instead.
//!
//! Knows where each comes from, and parses none before it is asked for. Must not know which one
//! is on the screen.

use std::borrow::Cow;
use std::fs;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::bytes;
use super::envelope::{self, Head, View};
use super::error::DataError;
use super::progress::Progress;
use super::sanitize;
use crate::model::operation::Operation;
use crate::model::text::SafeText;

/// A bundled file: the id of its operation, the name, and its bytes.
type Bundled = (&'static str, &'static str, &'static [u8]);

macro_rules! bundled {
    ($first:literal $title:literal; $($id:literal $name:literal;)*) => {
        /// The bundled operations; the first is the one the board opens on.
        const BUNDLED: &[Bundled] = &[
            ($first, $title, kept!(OPENED, "/data/", $first, ".json")),
            $(($id, $name, kept!(APART, "/data/", $id, ".json")),)*
        ];
    };
}

bundled! {
    "liberterra-2" "Operation Liberterra II";
    "liberterra-1" "Operation Liberterra";
    "liberterra-3" "Operation Liberterra III";
    "turquesa-1" "Operation Turquesa";
    "turquesa-2" "Operation Turquesa II";
    "turquesa-3" "Operation Turquesa III";
    "turquesa-4" "Operation Turquesa IV";
    "turquesa-5" "Operation Turquesa V";
    "storm-makers-1" "Operation Storm Makers";
    "storm-makers-2" "Operation Storm Makers II";
    "weka-1" "Operation Weka";
    "weka-2" "Operation Weka II";
    "flash-weka" "Operation Flash-Weka";
}

/// Where an operation comes from.
#[derive(Clone, Debug)]
enum Origin {
    Bundled(&'static [u8]),
    File(PathBuf),
    Stdin(Vec<u8>),
}

/// An operation at hand.
#[derive(Clone, Debug)]
struct Entry {
    /// What it is called before it is opened: its name, or its file.
    title: SafeText,
    /// Its id, known beforehand only for the bundled ones.
    id: Option<&'static str>,
    origin: Origin,
    /// Which operation of a report it is; a file that is no report has one.
    part: usize,
    /// What a report says that was asked for.
    view: View,
}

/// The operations at hand, in order; there is always at least one.
#[derive(Clone, Debug)]
pub struct Library {
    entries: Vec<Entry>,
}

impl Library {
    /// The bundled operations.
    #[must_use]
    pub fn bundled() -> Self {
        let entry = |(id, name, bytes): &Bundled| Entry {
            title: sanitize::clean(name),
            id: Some(id),
            origin: Origin::Bundled(bytes),
            part: 0,
            view: View::default(),
        };
        Self { entries: BUNDLED.iter().map(entry).collect() }
    }

    /// The operations of files and of reports, of which one may hold several; `-` is standard
    /// input, which is read here, once.
    ///
    /// # Errors
    ///
    /// If standard input cannot be read.
    pub fn of_files(paths: &[PathBuf]) -> Result<Self, DataError> {
        let whole = Self::of_each(paths)?;
        Ok(Self { entries: whole.entries.into_iter().flat_map(parts).collect() })
    }

    /// The same, every file as a whole, whatever is in it.
    ///
    /// # Errors
    ///
    /// If standard input cannot be read.
    pub fn of_each(paths: &[PathBuf]) -> Result<Self, DataError> {
        let entry = |path: &PathBuf| {
            let stdin = is_stdin(path);
            let origin = if stdin { read_stdin()? } else { Origin::File(path.clone()) };
            let title = if stdin { STDIN.to_owned() } else { path.display().to_string() };
            let (title, view) = (sanitize::clean(&title), View::default());
            Ok(Entry { title, id: None, origin, part: 0, view })
        };
        let entries = paths.iter().map(entry).collect::<Result<Vec<Entry>, DataError>>()?;
        Ok(if entries.is_empty() { Self::bundled() } else { Self { entries } })
    }

    /// The files among the operations, each with its place.
    #[must_use]
    pub fn files(&self) -> Vec<(usize, PathBuf)> {
        let file = |(place, entry): (usize, &Entry)| match &entry.origin {
            Origin::File(path) => Some((place, path.clone())),
            _ => None,
        };
        self.entries.iter().enumerate().filter_map(file).collect()
    }

    /// The bytes of an operation as they are now, and what errors call their file.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn bytes(&self, place: usize) -> Result<(SafeText, Cow<'_, [u8]>), DataError> {
        let Some(entry) = self.entries.get(place) else {
            return Err(DataError::missing(place));
        };
        let bytes = match &entry.origin {
            Origin::Bundled(bytes) => Cow::Borrowed(*bytes),
            Origin::Stdin(bytes) => Cow::Borrowed(bytes.as_slice()),
            Origin::File(path) => {
                let unreadable = |error| DataError::unreadable(entry.title.as_str(), &error);
                Cow::Owned(bytes::read(path, &Progress::default()).map_err(unreadable)?)
            }
        };
        Ok((entry.title.clone(), bytes))
    }

    /// How many operations there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none, which never happens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The id of an operation, where it is known before that is opened.
    #[must_use]
    pub fn id(&self, place: usize) -> Option<&'static str> {
        self.entries.get(place)?.id
    }

    /// The place of the operation with an id, or the first place if none is asked for. Files are
    /// opened to find out.
    ///
    /// # Errors
    ///
    /// If no operation has the id.
    pub fn place(&self, id: Option<&str>) -> Result<usize, DataError> {
        let Some(id) = id else { return Ok(0) };
        let mut entries = self.entries.iter().enumerate();
        let found = entries.position(|(place, entry)| match entry.id {
            Some(known) => known == id,
            None => self.open(place).is_ok_and(|operation| operation.id.as_str() == id),
        });
        found.ok_or_else(|| DataError::unknown(id))
    }

    /// Parses and checks an operation.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or what is in it is no operation.
    pub fn open(&self, place: usize) -> Result<Operation, DataError> {
        self.open_slowly(place, &Progress::default())
    }

    /// Parses and checks an operation that may be large, telling how far that has come.
    ///
    /// # Errors
    ///
    /// If it cannot be read, what is in it is no operation, or it was given up.
    pub fn open_slowly(&self, place: usize, progress: &Progress) -> Result<Operation, DataError> {
        let entry = self.entries.get(place).ok_or_else(|| DataError::missing(place))?;
        let title = entry.title.as_str();
        match &entry.origin {
            Origin::Bundled(bytes) => super::open(title, bytes, 0, progress),
            Origin::Stdin(bytes) => super::open(title, bytes, entry.part, progress),
            Origin::File(path) => {
                let bytes = bytes::read(path, progress);
                let bytes = bytes.map_err(|error| DataError::unreadable(title, &error))?;
                super::open(title, &bytes, entry.part, progress)
            }
        }
    }

    /// Whether an operation opens before anybody notices.
    #[must_use]
    pub fn is_quick(&self, place: usize) -> bool {
        /// The largest file that does, in bytes.
        const SMALL: u64 = 2 << 20;
        let small = |meta: fs::Metadata| !is_slow(&meta) && meta.len() <= SMALL;
        match self.entries.get(place).map(|entry| &entry.origin) {
            Some(Origin::File(path)) => fs::metadata(path).is_ok_and(small) || !path.exists(),
            Some(Origin::Stdin(bytes)) => bytes.len() <= 2 << 20,
            Some(Origin::Bundled(_)) | None => true,
        }
    }

    /// What a report says that was asked for, to be shown again; nothing of what is no report.
    #[must_use]
    pub fn view(&self, place: usize) -> View {
        self.entries.get(place).map(|entry| entry.view.clone()).unwrap_or_default()
    }

    /// What an operation is called before it is opened.
    #[must_use]
    pub fn title(&self, place: usize) -> SafeText {
        self.entries.get(place).map_or_else(SafeText::default, |entry| entry.title.clone())
    }
}

/// The operations of a file, each by itself. A report says how many it has; whatever else is in a
/// file is said when it is opened.
fn parts(whole: Entry) -> Vec<Entry> {
    let head = match &whole.origin {
        Origin::File(path) if fs::metadata(path).is_ok_and(|meta| meta.is_file()) => {
            fs::File::open(path).ok().and_then(|file| envelope::head(BufReader::new(file)))
        }
        Origin::Stdin(bytes) => envelope::head(bytes.as_slice()),
        Origin::File(_) | Origin::Bundled(_) => None,
    };
    let Some(Head { ids, view }) = head else { return vec![whole] };
    if ids.len() < 2 {
        return vec![Entry { view, ..whole }];
    }
    let part = |(part, id): (usize, &String)| {
        let title = sanitize::clean(&format!("{}, {id}", whole.title));
        Entry { title, part, view: view.clone(), ..whole.clone() }
    };
    ids.iter().enumerate().map(part).collect()
}

/// Whether a file that is named is standard input.
#[must_use]
pub fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

/// What errors call standard input.
const STDIN: &str = "standard input";

fn read_stdin() -> Result<Origin, DataError> {
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(Origin::Stdin(bytes)),
        Err(error) => Err(DataError::unreadable(STDIN, &error)),
    }
}

/// Whether something may keep its reader waiting, as a pipe does.
fn is_slow(meta: &fs::Metadata) -> bool {
    !meta.is_file() && !meta.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_operation_opens_under_its_id_and_name() {
        let library = Library::bundled();
        for (place, (id, name, _)) in BUNDLED.iter().enumerate() {
            let operation = library.open(place).unwrap();
            assert_eq!((operation.id.as_str(), operation.name.as_str()), (*id, *name));
            assert_eq!(library.place(Some(id)).unwrap(), place);
        }
        assert!(library.place(Some("liberterra-9")).is_err());
        assert!(library.open(BUNDLED.len()).is_err());
    }

    #[test]
    fn what_cannot_be_read_is_one_sentence() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf();
        for path in [folder.join("no such file.json"), folder] {
            let library = Library::of_files(&[path]).unwrap();
            let message = library.open(0).unwrap_err().to_string();
            assert!(!message.contains("os error") && !message.contains('\n'), "{message}");
            assert!(message.contains("; "), "{message}");
        }
    }
}
