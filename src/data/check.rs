//! What a careful colleague would say about an operation file: everything at once, each with its
//! place and what to do about it.
//!
//! Knows in which order a file is looked at. What is looked for stands in the files below; none
//! of them knows the terminal or how findings are written.

mod claims;
mod compound;
mod conflicts;
mod cut;
mod digits;
pub mod docs;
mod fields;
mod found;
mod hidden;
mod lexicon;
mod numerals;
mod oddities;
mod path;
mod pieces;
mod places;
mod printed;
mod qualified;
mod quick;
mod read;
mod reader;
mod refs;
mod scalar;
mod sense;
mod story;
mod sums;
mod tree;
mod value;
mod walk;
mod words;

use std::collections::HashMap;

use self::fields::{Form, OPERATION};
use self::found::Found;
use self::path::Path;
use self::read::Tree;
use self::refs::Ids;
use self::tree::Node;
use self::walk::Walk;
use super::{Progress, Refusal, envelope};
use crate::model::text::SafeText;

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The file cannot be used, or says something that is not so.
    Error,
    /// Probably an oversight.
    Warning,
}

impl Severity {
    /// The name in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing to mend, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The path in the JSON, such as `actions[3].figures[0].value`; empty for the whole file.
    pub path: SafeText,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// What is wrong.
    pub what: SafeText,
    /// What to do about it.
    pub hint: SafeText,
}

/// Finds everything that is wrong with the bytes of a file, in the order of the file.
#[must_use]
pub fn check(bytes: &[u8]) -> Vec<Finding> {
    Together::default().check("", bytes.to_vec())
}

/// Files that are checked together: what one says must not be said by another.
#[derive(Debug, Default)]
pub struct Together {
    /// The ids of the operations so far, each with the file that has it.
    ids: HashMap<String, String>,
}

impl Together {
    /// Finds everything that is wrong with the next file.
    #[must_use]
    pub fn check(&mut self, name: &str, bytes: Vec<u8>) -> Vec<Finding> {
        let mut found = Found::default();
        let text = decoded(bytes, &mut found);
        if envelope::is_one(text.strip_prefix(super::BOM).unwrap_or(&text)) {
            let what = "this is a report, not an operation file";
            let hint = "check the files it was made of; `liberterra FILE` opens it";
            found.error(0, &Path::Root, what, hint);
            return found.placed(&text);
        }
        if found.is_empty()
            && let Some(id) = quick::clean(&text)
            && !self.is_taken(name, &id)
        {
            self.ids.insert(id, name.to_owned());
            return Vec::new();
        }
        slowly(&text, found, |root, found| self.id(name, root, found))
    }

    /// Whether another file has an id already.
    fn is_taken(&self, name: &str, id: &str) -> bool {
        self.ids.get(id).is_some_and(|other| other != name)
    }

    fn id(&mut self, name: &str, root: &Node<'_>, found: &mut Found) {
        let Some((node, id)) = root.text_of("id") else { return };
        let other = self.ids.get(id).filter(|other| *other != name);
        if let Some(other) = other {
            let what = format!("{} has the id `{}` too", other, path::short(id));
            let hint = "give each operation its own; `--operation` finds it by that";
            found.warning(node.at, &Path::Root.field("id"), &what, hint);
        } else {
            self.ids.insert(id.to_owned(), name.to_owned());
        }
    }
}

/// Finds what is wrong with a text that is known to be no operation.
pub(super) fn refused(text: &str) -> Vec<Finding> {
    slowly(text, Found::default(), |_, _| ())
}

/// Reads a text with the reader that sees everything, and says where it is.
fn slowly(text: &str, mut found: Found, last: impl FnOnce(&Node<'_>, &mut Found)) -> Vec<Finding> {
    let text = text.strip_prefix(super::BOM).unwrap_or(text);
    if is_json(text, &mut found) {
        let tree = look(text, &mut found);
        last(&tree.root, &mut found);
    }
    found.placed(text)
}

/// What keeps bytes from being text, if anything does.
pub(super) fn encoding(bytes: &[u8]) -> Option<Finding> {
    let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let mut found = Found::default();
    undecoded(bytes, text.len(), &mut found);
    found.placed(text).pop()
}

/// The bytes as text; what is not UTF-8 is found, and marked in the text.
fn decoded(bytes: Vec<u8>, found: &mut Found) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        undecoded(error.as_bytes(), error.utf8_error().valid_up_to(), found);
        // Each broken sequence becomes one mark, so that lines and columns stay what they are.
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

/// Says what bytes are that are not UTF-8 from some place on.
fn undecoded(bytes: &[u8], at: usize, found: &mut Found) {
    /// How many bytes tell a text from what is none.
    const HEAD: usize = 4096;
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let (what, hint) = if wide {
        ("the file is UTF-16, not UTF-8", "save the file as UTF-8")
    } else if bytes.iter().take(HEAD).any(|byte| *byte == 0) {
        ("this is no text, but an image, an archive or a program", "is this the right file?")
    } else {
        ("not UTF-8 from here on", "save the file as UTF-8")
    };
    found.error(at, &Path::Root, what, hint);
}

/// Whether it is worth reading on: a file that holds nothing or begins like no JSON has one
/// finding.
fn is_json(text: &str, found: &mut Found) -> bool {
    let start = text.trim_start();
    let at = text.len() - start.len();
    if start.is_empty() {
        let hint = "write { \"schema\": 1, … }; `liberterra schema` describes every field";
        found.error(0, &Path::Root, "the file is empty", hint);
    } else if !start.starts_with(['{', '[', '/', '#']) && !found.has_errors() {
        let what = "this is no JSON: an operation file begins with `{`";
        found.error(at, &Path::Root, what, "is this the right file?");
    }
    start.starts_with(['{', '[', '/', '#'])
}

/// Reads the file and holds it against all that is known of the format.
fn look<'t>(text: &'t str, found: &mut Found) -> Tree<'t> {
    let tree = read::read(text, found);
    Walk::new(found, tree.whole).form(Form::Object(&OPERATION), &tree.root, &Path::Root);
    let ids = agree(&tree.root, tree.whole, found);
    if tree.whole {
        refs::uncited(&tree.root, &ids, found);
        oddities::cases(&tree.root, found);
    }
    if !found.has_errors() {
        load(text, &tree, found);
    }
    tree
}

/// Holds the pieces of a file against each other, as far as a part of it can show what is wrong.
fn agree<'t>(root: &'t Node<'t>, whole: bool, found: &mut Found) -> Ids<'t> {
    let ids = refs::check(root, whole, found);
    sums::parts(root, &ids, found);
    sums::together(root, &ids, found);
    story::check(root, whole, &ids, found);
    if whole {
        claims::summaries(root, found);
        claims::titles(root, &ids, found);
        sense::figures(root, &ids, found);
        conflicts::check(root, &ids, found);
        oddities::check(root, &ids, found);
    }
    ids
}

/// Reads the file as the board does, and holds the sums against the totals.
fn load(text: &str, tree: &Tree<'_>, found: &mut Found) {
    match super::parse(text, 0, &Progress::default()) {
        Ok(operation) => sums::headlines(&operation, &tree.root, found),
        // What the loader refuses is never called clean, whatever else was looked for.
        Err(Refusal::Json(error)) => unfit(&error.to_string(), found),
        Err(Refusal::Fault(fault)) => unfit(&fault.to_string(), found),
    }
}

fn unfit(why: &str, found: &mut Found) {
    found.error(0, &Path::Root, why, "mend that");
}
