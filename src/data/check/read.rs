//! A reader of JSON that says what is wrong and goes on.
//!
//! Knows how objects and lists hang together and how people get them wrong. Must not know the
//! format; single values are read by `scalar`.

use std::borrow::Cow;

use super::found::Found;
use super::path::Path;
use super::reader::Reader;
use super::scalar::is_quote;
use super::tree::{Kind, Member, Node};

/// How deep values may be nested, as for the loader.
const DEPTH: usize = 127;

/// What was read of a file.
pub(super) struct Tree<'t> {
    /// The outermost value.
    pub(super) root: Node<'t>,
    /// Whether nothing was lost on the way; only then is what refers to what judged.
    pub(super) whole: bool,
}

/// Reads a file; what is wrong with it is found.
pub(super) fn read<'t>(text: &'t str, found: &mut Found) -> Tree<'t> {
    let mut reader = Reader::new(text, found);
    let root = reader.value(&Path::Root);
    reader.blank(&Path::Root);
    if reader.peek().is_some() {
        let at = reader.at;
        let what = "something follows the end of the operation";
        reader.mistake(at, &Path::Root, what, "a file holds one object and nothing else");
        reader.whole = false;
    }
    Tree { root, whole: reader.whole }
}

/// Reads items with commas between them, as they stand in a list; `None` if that is not all.
pub(super) fn items<'t>(text: &'t str, found: &mut Found) -> Option<Vec<Node<'t>>> {
    let mut reader = Reader::new(text, found);
    let mut items = Vec::new();
    loop {
        items.push(reader.value(&Path::Root));
        reader.blank(&Path::Root);
        match reader.peek() {
            Some(',') => reader.bump(),
            None => return reader.whole.then_some(items),
            Some(_) => return None,
        }
    }
}

impl<'t> Reader<'t, '_> {
    /// Reads any value.
    pub(super) fn value(&mut self, path: &Path<'_>) -> Node<'t> {
        self.blank(path);
        let at = self.at;
        let kind = match self.peek() {
            Some('{' | '[') if self.open.len() >= DEPTH => self.too_deep(path),
            Some('{') => self.object(path),
            Some('[') => self.list(path),
            _ => self.scalar(path),
        };
        if matches!(kind, Kind::Broken) {
            self.whole = false;
        }
        Node { at, kind }
    }

    /// Goes on over what is nested too deep, without going into it.
    fn too_deep(&mut self, path: &Path<'_>) -> Kind<'t> {
        self.mistake(self.at, path, "nested too deep", "the format needs no more than 7 levels");
        let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
        for (at, byte) in self.rest().bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += at + 1;
                return Kind::Broken;
            }
        }
        self.at = self.text.len();
        Kind::Broken
    }

    fn object(&mut self, path: &Path<'_>) -> Kind<'t> {
        self.bump();
        self.open.push('}');
        let mut members: Vec<Member<'t>> = Vec::new();
        while !self.closes(path, '}', false) {
            let (at, first) = (self.at, self.peek());
            let grouped = first.is_some_and(|c| c.is_ascii_digit());
            match self.member(path) {
                Some(member) => members.push(member),
                None if grouped => {
                    if let Some(last) = members.last_mut() {
                        last.value.kind = Kind::Broken;
                    }
                }
                None => {}
            }
            self.comma(path, at);
        }
        self.open.pop();
        Kind::Object(members)
    }

    fn list(&mut self, path: &Path<'_>) -> Kind<'t> {
        self.bump();
        self.open.push(']');
        let mut items = Vec::new();
        let mut astray = false;
        while !self.closes(path, ']', astray) {
            let at = self.at;
            let here = path.item(items.len());
            items.push(self.value(&here));
            self.blank(path);
            if self.peek() == Some(':') {
                let hint = "is a `]` missing before it?";
                self.mistake(at, &here, "a field stands in a list", hint);
                (astray, self.whole) = (true, false);
                self.bump();
                self.value(&here);
            }
            self.comma(path, at);
        }
        self.open.pop();
        Kind::List(items)
    }

    /// Whether the object or list ends here, as it should or otherwise.
    fn closes(&mut self, path: &Path<'_>, close: char, astray: bool) -> bool {
        self.blank(path);
        match self.peek() {
            None => {
                if !std::mem::replace(&mut self.ended, true) {
                    let what = format!("the file ends before `{close}` closes what is open here");
                    self.mistake(self.at, path, &what, "was the file cut short?");
                    self.whole = false;
                }
                true
            }
            Some(c) if c == close => {
                self.bump();
                true
            }
            Some(c @ ('}' | ']')) => {
                self.whole = false;
                let what = format!("`{c}` where `{close}` has to come first");
                let left_out = self.is_left_out(c);
                if !astray {
                    let hint = if left_out { "put it before this one" } else { "replace it" };
                    self.mistake(self.at, path, &what, hint);
                }
                if !left_out {
                    self.bump();
                }
                true
            }
            Some(',') => {
                self.mistake(self.at, path, "a comma too many", "take it out");
                self.bump();
                self.closes_after_commas(path, close, astray)
            }
            Some(_) => false,
        }
    }

    fn closes_after_commas(&mut self, path: &Path<'_>, close: char, astray: bool) -> bool {
        self.skip(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | ','));
        self.closes(path, close, astray)
    }

    /// Whether the wrong bracket is right for what is around: then one was left out before it.
    fn is_left_out(&self, seen: char) -> bool {
        let around = self.open.iter().rev().nth(1);
        if around != Some(&seen) {
            return self.open.iter().rev().skip(1).any(|close| *close == seen);
        }
        let after = self
            .rest()
            .get(1..)
            .unwrap_or_default()
            .trim_start_matches([' ', '\t', '\n', '\r', ',']);
        match seen {
            ']' => !after.starts_with(['{', ']']),
            _ => !after.starts_with(['"', '}']),
        }
    }

    /// Reads the comma after a field or an item, or misses it.
    fn comma(&mut self, path: &Path<'_>, began: usize) {
        let end = self.at;
        self.blank(path);
        let comma = self.at;
        let forgiven = std::mem::take(&mut self.forgiven);
        if self.peek() == Some(',') {
            self.bump();
            self.blank(path);
            if matches!(self.peek(), Some('}' | ']')) {
                self.mistake(comma, path, "a comma after the last of them", "take it out");
            }
            return;
        }
        if !matches!(self.peek(), None | Some('}' | ']')) {
            if !forgiven && end > began {
                self.mistake(end, path, "a comma is missing here", "put one between the two");
            }
            if self.at == began {
                self.mistake(self.at, path, "this does not belong here", "take it out");
                self.whole = false;
                self.bump();
            }
        }
    }

    fn member(&mut self, path: &Path<'_>) -> Option<Member<'t>> {
        let at = self.at;
        let name = self.name(path)?;
        let here = path.field(&name);
        self.blank(&here);
        match self.peek() {
            Some(':') => self.bump(),
            None | Some(',' | '}' | ']') => {}
            Some(_) if name.contains(':') => {
                let what = "the quotation mark after the name of the field is missing";
                self.mistake(at, &here, what, "put one before the colon");
                self.skip(|c| c != '\n');
                (self.whole, self.forgiven) = (false, true);
                return None;
            }
            Some(_) => {
                self.mistake(self.at, &here, "a colon is missing here", "write \"field\": value");
            }
        }
        let value = self.value(&here);
        Some(Member { at, name, value })
    }

    /// Reads the name of a field.
    fn name(&mut self, path: &Path<'_>) -> Option<Cow<'t, str>> {
        let at = self.at;
        let first = self.peek()?;
        if is_quote(first) {
            return match self.scalar(path) {
                Kind::Text(name) => Some(name),
                _ => None,
            };
        }
        let bare = self.skip(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        if first.is_ascii_digit() {
            let hint = format!("write numbers without separators: {}", self.ungrouped(at, bare));
            self.mistake(at, path, "a number where a field has to stand", &hint);
            self.whole = false;
            return None;
        }
        if !bare.is_empty() {
            let hint = format!("write \"{}\"", super::path::short(bare));
            self.mistake(at, path, "the name of a field stands in double quotes", &hint);
            return Some(Cow::Borrowed(bare));
        }
        self.mistake(at, path, "the name of a field has to stand here", "write \"field\": value");
        self.whole = false;
        if self.at == at && matches!(first, '{' | '[') {
            self.value(path);
        } else if self.at == at {
            self.bump();
            self.skip(|c| !matches!(c, ',' | '}' | ']' | '\n' | '"'));
        }
        self.forgiven = true;
        None
    }

    /// The number that was cut by its separators, of which `last` is the group that stands here.
    fn ungrouped(&self, at: usize, last: &str) -> String {
        const FAR: usize = 30;
        let group = |c: &char| c.is_ascii_digit() || matches!(c, ',' | ' ');
        let before = self.text.get(..at).unwrap_or_default().chars().rev();
        let before: Vec<char> = before.take(FAR).take_while(group).collect();
        let digits = before.into_iter().rev().filter(char::is_ascii_digit);
        digits.chain(last.chars().take(FAR)).collect()
    }
}
