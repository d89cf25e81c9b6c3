//! Handing a screen over: the name and the format that are asked for, and what came of it.
//!
//! Knows a line of text and what the screen shows. The file is written outside.

use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::action::{Edit, Effect};
use super::focus::Screen;
use super::line::Line;
use super::present::Stage;
use crate::model::compare::Comparison;
use crate::model::filter::Filter;
use crate::model::group::By;
use crate::model::measure::Family;
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::query::Sort;
use crate::model::text::SafeText;
use crate::report::asked::Asked;
use crate::report::format::Format;
use crate::report::paper::{How, Paper, Subject};

/// The line in which the name of the file is asked for.
#[derive(Clone, Debug)]
pub struct Exporting {
    line: Line,
    format: Format,
    /// Whether the file is there already, and Enter replaces it.
    replaces: bool,
}

impl Exporting {
    /// The line that the name is typed into.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// The format in which it will be written.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Whether the file is there already, and Enter replaces it.
    #[must_use]
    pub const fn replaces(&self) -> bool {
        self.replaces
    }

    /// Takes another format, and gives the name its ending.
    fn turn(&mut self, step: isize) {
        let here = Format::ALL.iter().position(|format| *format == self.format).unwrap_or(0);
        let forward = if step < 0 { Format::ALL.len() - 1 } else { 1 };
        let next = Format::ALL.get((here + forward) % Format::ALL.len());
        let next = next.copied().unwrap_or_default();
        let name = self.line.text();
        let bare =
            name.strip_suffix(self.format.extension()).and_then(|name| name.strip_suffix('.'));
        let name = format!("{}.{}", bare.unwrap_or(name), next.extension());
        self.line = Line::holding(&name);
        self.format = next;
    }

    fn edit(&mut self, edit: Edit) {
        self.replaces = false;
        match edit {
            Edit::Other(step) => self.turn(step),
            edit => {
                self.line.edit(edit);
                let named = Format::of_name(Path::new(self.line.text()));
                self.format = named.unwrap_or(self.format);
            }
        }
    }
}

/// What a report is of, to be written elsewhere.
#[derive(Clone, Debug)]
pub struct Export {
    operation: Arc<Operation>,
    of: Of,
    filter: Option<Filter>,
    sort: Option<Sort>,
    group: Option<By>,
    marked: Arc<[usize]>,
    /// The board as it stands, where a picture of it is wanted.
    board: Option<Box<App>>,
}

/// The screen, with what belongs to it alone.
#[derive(Clone, Debug)]
enum Of {
    Overview,
    Countries,
    Operations(Vec<Arc<Operation>>),
    Map(Family),
    Compare(Comparison, How),
    Sources,
    Story,
}

impl Export {
    /// The board as it stood, if a picture of it is wanted.
    #[must_use]
    pub fn board(&self) -> Option<&App> {
        self.board.as_deref()
    }

    /// The report.
    #[must_use]
    pub fn paper(&self) -> Paper<'_> {
        let subject = match &self.of {
            Of::Overview => Subject::Note,
            Of::Countries => Subject::Countries,
            Of::Operations(all) => Subject::Operations(all),
            Of::Map(family) => Subject::Map(*family),
            Of::Compare(table, how) => Subject::Compare(table, *how),
            Of::Sources => Subject::Sources,
            Of::Story => Subject::Story,
        };
        let (filter, sort, group) = (self.filter.as_ref(), self.sort.as_ref(), self.group);
        let asked = Asked { filter, sort, group, marked: &self.marked };
        Paper { operation: &self.operation, subject, asked }
    }
}

impl App {
    /// The line in which the name of the file is asked for, if it is.
    #[must_use]
    pub const fn exporting(&self) -> Option<&Exporting> {
        self.exporting.as_ref()
    }

    /// What the screen shows, as a report in some format says it; the slides are one whole, but
    /// for a picture.
    #[must_use]
    pub fn export(&self, format: Format) -> Export {
        let of = match self.screen {
            _ if self.is_on_slides() => Of::Story,
            Screen::Overview => Of::Overview,
            // What is marked is of the operation shown.
            Screen::Countries if self.groups_operations() && self.marked.is_empty() => {
                let others = self.other_operations().into_iter().map(|(_, other)| other);
                Of::Operations(iter::once(Arc::clone(&self.operation)).chain(others).collect())
            }
            Screen::Countries => Of::Countries,
            Screen::Map => Of::Map(self.chart.family()),
            Screen::Compare => Of::Compare(self.compare.table().clone(), self.compare.how()),
            Screen::Sources => Of::Sources,
        };
        Export {
            operation: Arc::clone(&self.operation),
            of,
            filter: self.is_filtered().then(|| self.filter().clone()),
            sort: (self.sort != Sort::default()).then(|| self.sort.clone()),
            group: self.grouped_by(),
            marked: Arc::clone(self.marked.rows()),
            board: (format == Format::Svg).then(|| Box::new(self.clone().undisturbed())),
        }
    }

    /// The same board without what it says of the file that is being written.
    fn undisturbed(self) -> Self {
        Self { notice: None, exporting: None, ..self }
    }

    fn is_on_slides(&self) -> bool {
        matches!(self.stage(), Some(Stage::Slide | Stage::Index(_)))
    }

    /// Asks for the name of the file, and shows one that would do.
    pub(super) fn start_export(&mut self) {
        let several = self.screen == Screen::Compare || self.groups_operations();
        if several && !self.is_on_slides() && self.compare.awaited() > 0 {
            self.notice = Some("some operations are still being read; try again then".to_owned());
            return;
        }
        let what = if self.is_on_slides() { "story" } else { self.screen.word() };
        let format = Format::Markdown;
        let id: String = self.operation.id.as_str().chars().map(|c| safe(c, '-')).collect();
        let name = format!("{id}-{what}.{}", format.extension());
        self.leave_line();
        self.exporting = Some(Exporting { line: Line::holding(&name), format, replaces: false });
    }

    /// Works on the name; with it comes what has to be written.
    pub(super) fn edit_export(&mut self, edit: Edit) -> Vec<Effect> {
        match edit {
            Edit::Accept => return self.accept_export(),
            Edit::Cancel => self.exporting = None,
            edit => {
                if let Some(asked) = &mut self.exporting {
                    asked.edit(edit);
                }
            }
        }
        Vec::new()
    }

    fn accept_export(&mut self) -> Vec<Effect> {
        let Some(asked) = self.exporting.take() else { return Vec::new() };
        let name = asked.line.text().trim().to_owned();
        if name.is_empty() {
            self.notice = Some("a file needs a name: x asks again".to_owned());
            return Vec::new();
        }
        self.notice = Some(format!("writing {name}"));
        let Exporting { format, replaces, .. } = asked;
        vec![Effect::Export { path: PathBuf::from(name), format, replaces }]
    }

    /// Says what came of it. A file that is there already is asked about.
    pub(super) fn exported(&mut self, format: Format, outcome: Exported) {
        match outcome {
            Exported::Written(path) => {
                let marked = match self.marked.len() {
                    count if count > 0 && self.screen.lists_places() && !self.is_on_slides() => {
                        format!(", the {} marked alone", number::of(count))
                    }
                    _ => String::new(),
                };
                self.notice = Some(format!("wrote {path}{marked}"));
            }
            Exported::IsThere(name) if !self.is_typing() => {
                let line = Line::holding(name.as_str());
                self.exporting = Some(Exporting { line, format, replaces: true });
            }
            Exported::IsThere(name) => {
                self.notice = Some(format!("{name} is there already: not written"));
            }
            Exported::Failed(sentence) => self.notice = Some(sentence.to_string()),
        }
    }
}

/// What came of writing a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Exported {
    /// It was written, there.
    Written(SafeText),
    /// It is there already, under the name that was asked for.
    IsThere(SafeText),
    /// It was not; why, and what to do, in one sentence.
    Failed(SafeText),
}

/// A letter of a name that any disk takes.
fn safe(letter: char, other: char) -> char {
    let fits = letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    if fits { letter } else { other }
}
