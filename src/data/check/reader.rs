//! Where a reader of JSON stands in its text, and what it has found wrong so far.
//!
//! Knows how to go on and when to stop. Must not know what JSON looks like beyond its blanks.

use super::found::Found;
use super::path::Path;

/// How many mistakes are followed before the rest is left unread.
const MISTAKES: usize = 100;

/// The state of reading.
pub(super) struct Reader<'t, 'f> {
    pub(super) text: &'t str,
    /// The offset of what is read next.
    pub(super) at: usize,
    /// Whether nothing was lost so far.
    pub(super) whole: bool,
    /// Whether the next missing comma is the fault of what was just reported.
    pub(super) forgiven: bool,
    found: &'f mut Found,
    mistakes: usize,
    /// Whether it was said that the file ends too early.
    pub(super) ended: bool,
    /// The brackets that close what is open.
    pub(super) open: Vec<char>,
}

impl<'t, 'f> Reader<'t, 'f> {
    /// Begins at the front of a text.
    pub(super) const fn new(text: &'t str, found: &'f mut Found) -> Self {
        Self {
            text,
            at: 0,
            whole: true,
            forgiven: false,
            found,
            mistakes: 0,
            ended: false,
            open: Vec::new(),
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Goes on over as many bytes as `wanted` holds of.
    pub(super) fn skip(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Goes on over as many bytes as `wanted` holds of, which it does of all that are not ASCII.
    pub(super) fn skip_bytes(&mut self, wanted: impl Fn(u8) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.bytes().position(|byte| !wanted(byte)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Notes a mistake; after too many the rest is left unread.
    pub(super) fn mistake(&mut self, at: usize, path: &Path<'_>, what: &str, hint: &str) {
        if self.mistakes >= MISTAKES {
            return;
        }
        self.mistakes += 1;
        self.found.error(at, path, what, hint);
        if self.mistakes == MISTAKES {
            let what = "too many mistakes; the rest was not read";
            self.found.error(at, &Path::Root, what, "is this the right file?");
            self.at = self.text.len();
            self.whole = false;
        }
    }

    /// Notes what is hidden in a text.
    pub(super) fn hidden(&mut self, at: usize, path: &Path<'_>, text: &str) {
        if let Some(hidden) = super::hidden::hidden(text) {
            let hint = "take it out, or write the text anew";
            self.found.add(hidden.severity, at, path, &hidden.what, hint);
        }
    }

    /// Goes on over white space, and over comments, which JSON has not.
    pub(super) fn blank(&mut self, path: &Path<'_>) {
        loop {
            self.skip_bytes(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
            let plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'/' | b'#');
            if self.rest().as_bytes().first().is_some_and(plain) {
                return;
            }
            let (at, rest) = (self.at, self.rest());
            let length = if rest.starts_with("//") || rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else if rest.starts_with(['\u{a0}', '\u{feff}', '\u{200b}', '\u{c}', '\u{b}']) {
                rest.chars().next().map_or(0, char::len_utf8)
            } else {
                return;
            };
            self.at += length;
            let (what, hint) = if rest.starts_with(['/', '#']) {
                ("JSON has no comments", "take it out; `notes` and `note` are for remarks")
            } else {
                ("a blank that JSON does not know", "put an ordinary blank here")
            };
            self.mistake(at, path, what, hint);
        }
    }
}
