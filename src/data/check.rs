//! What a careful colleague would say about an operation file: everything at once, each with its
//! place and what to do about it.
//!
//! Knows in which order a file is looked at. What is looked for stands in the files below; none
//! of them knows the terminal or how findings are written.

mod compound;
mod conflicts;
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

use std::borrow::Cow;
use std::collections::HashMap;

use self::fields::{Form, OPERATION};
use self::found::Found;
use self::path::Path;
use self::read::Tree;
use self::tree::Node;
use self::walk::Walk;
use super::{Progress, Refusal};
use crate::model::text::{Heap, SafeText};

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
    Together::default().check("", bytes)
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
    pub fn check(&mut self, name: &str, bytes: &[u8]) -> Vec<Finding> {
        let mut found = Found::default();
        let text = decoded(bytes, &mut found);
        let text = text.strip_prefix(super::BOM).unwrap_or(&text);
        if is_json(text, &mut found) {
            let tree = look(text, &mut found);
            self.id(name, &tree.root, &mut found);
        }
        found.placed(text)
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

/// What keeps bytes from being text, if anything does.
pub(super) fn encoding(bytes: &[u8]) -> Option<Finding> {
    let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let mut found = Found::default();
    undecoded(bytes, text.len(), &mut found);
    found.placed(text).pop()
}

/// The bytes as text; what is not UTF-8 is found, and marked in the text.
fn decoded<'b>(bytes: &'b [u8], found: &mut Found) -> Cow<'b, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => undecoded(bytes, error.valid_up_to(), found),
    }
    // Each broken sequence becomes one mark, so that lines and columns stay what they are.
    String::from_utf8_lossy(bytes)
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
    let mut walk = Walk { found, whole: tree.whole, must: true };
    walk.form(Form::Object(&OPERATION), &tree.root, &Path::Root);
    let ids = refs::check(&tree.root, tree.whole, found);
    sums::parts(&tree.root, &ids, found);
    story::check(&tree.root, tree.whole, &ids, found);
    if tree.whole {
        sense::figures(&tree.root, &ids, found);
        conflicts::check(&tree.root, &ids, found);
        oddities::check(&tree.root, &ids, found);
    }
    if !found.has_errors() {
        load(text, &tree, found);
    }
    tree
}

/// Reads the file as the board does, and holds the sums against the totals.
fn load(text: &str, tree: &Tree<'_>, found: &mut Found) {
    let Some(heap) = Heap::new(Cow::Owned(text.to_owned())) else { return };
    match super::parse(&heap, &Progress::default()) {
        Ok(operation) => sums::headlines(&operation, &tree.root, found),
        // What the loader refuses is never called clean, whatever else was looked for.
        Err(Refusal::Json(error)) => refused(&error.to_string(), found),
        Err(Refusal::Fault(fault)) => refused(&fault.to_string(), found),
    }
}

fn refused(why: &str, found: &mut Found) {
    found.error(0, &Path::Root, why, "mend that");
}
