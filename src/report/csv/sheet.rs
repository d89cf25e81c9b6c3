//! Rows of cells as RFC 4180 has them: commas, quotes, CRLF.
//!
//! Knows when a cell needs quotes, and what a spreadsheet would run instead of showing it. Must
//! not know what is in the cells.

use std::fmt::{self, Display, Formatter};
use std::io::{self, Write};

use serde::Serialize;

use crate::model::text::SafeText;

/// How many bytes are gathered before they are written.
const FULL: usize = 64 * 1024;

/// Cells that become rows; whole rows are handed on as they fill.
#[derive(Default)]
pub(super) struct Sheet {
    bytes: Vec<u8>,
}

impl Sheet {
    /// Some text. One that a spreadsheet would take for a formula has an apostrophe before it, and
    /// so has one that begins with an apostrophe itself: who takes one away has the text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let guard = is_risky(text);
        let is_plain = text
            .bytes()
            .fold(true, |plain, byte| plain & !matches!(byte, b'"' | b',' | b'\n' | b'\r'));
        if is_plain {
            self.bytes.extend_from_slice(if guard { b"'" } else { b"" });
            self.bytes.extend_from_slice(text.as_bytes());
        } else {
            self.bytes.extend_from_slice(if guard { b"\"'" } else { b"\"" });
            for (place, part) in text.split('"').enumerate() {
                self.bytes.extend_from_slice(if place > 0 { b"\"\"" } else { b"" });
                self.bytes.extend_from_slice(part.as_bytes());
            }
            self.bytes.push(b'"');
        }
        self.end_cell()
    }

    /// Some text, or nothing.
    pub(super) fn optional(&mut self, text: Option<&SafeText>) -> &mut Self {
        self.text(text.map_or("", SafeText::as_str))
    }

    /// A word of our own or a number, which needs no quotes.
    pub(super) fn plain(&mut self, word: impl Display) -> &mut Self {
        // Writing to memory cannot fail.
        let _ = write!(self.bytes, "{word}");
        self.end_cell()
    }

    /// A word of a closed list as files have it, or nothing.
    pub(super) fn word(&mut self, word: Option<impl Serialize>) -> &mut Self {
        match word {
            Some(word) => self.plain(Word(word)),
            None => self.end_cell(),
        }
    }

    /// Several words of our own or numbers, with blanks between them.
    pub(super) fn spaced(&mut self, words: impl Iterator<Item: Display>) -> &mut Self {
        for (place, word) in words.enumerate() {
            let gap = if place > 0 { " " } else { "" };
            let _ = write!(self.bytes, "{gap}{word}");
        }
        self.end_cell()
    }

    /// Cells that were put together before.
    pub(super) fn cells(&mut self, cells: &Self) -> &mut Self {
        self.bytes.extend_from_slice(&cells.bytes);
        self
    }

    /// So many cells with nothing in them.
    pub(super) fn empty(&mut self, cells: usize) -> &mut Self {
        self.bytes.extend(std::iter::repeat_n(b',', cells));
        self
    }

    fn end_cell(&mut self) -> &mut Self {
        self.bytes.push(b',');
        self
    }

    /// Forgets all cells.
    pub(super) fn clear(&mut self) -> &mut Self {
        self.bytes.clear();
        self
    }

    /// Ends a row.
    ///
    /// # Errors
    ///
    /// If the rows so far cannot be written.
    pub(super) fn end_row(&mut self, out: &mut impl Write) -> io::Result<()> {
        // The comma of the last cell.
        self.bytes.pop();
        self.bytes.extend_from_slice(b"\r\n");
        if self.bytes.len() < FULL { Ok(()) } else { self.hand_on(out) }
    }

    /// Writes the rows so far.
    ///
    /// # Errors
    ///
    /// If they cannot be written.
    pub(super) fn hand_on(&mut self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }
}

/// Whether a spreadsheet could run a cell that holds this, or take away its apostrophe.
fn is_risky(text: &str) -> bool {
    let runs = |c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\'');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(runs)
}

/// A word of a closed list as files have it.
pub(super) struct Word<T>(pub(super) T);

impl<T: Serialize> Display for Word<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> String {
        let (mut sheet, mut out) = (Sheet::default(), Vec::new());
        for text in texts {
            sheet.text(text);
        }
        sheet.end_row(&mut out).unwrap();
        sheet.hand_on(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_cell_has_quotes_where_it_needs_them() {
        assert_eq!(row(&["a", "", "b c"]), "a,,b c\r\n");
        assert_eq!(
            row(&["a,b", "\"a\"", "a\nb", "\""]),
            "\"a,b\",\"\"\"a\"\"\",\"a\nb\",\"\"\"\"\r\n"
        );
    }

    #[test]
    fn what_a_spreadsheet_would_run_has_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1", "'"] {
            let cell = row(&[text]);
            let bare = cell.trim_end_matches("\r\n").trim_matches('"');
            assert_eq!(bare.strip_prefix('\''), Some(text), "{cell}");
        }
        assert_eq!(row(&["=HYPERLINK(\"x\",1)"]), "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
        for text in ["a=1", "“=1", "1-2", "≥178"] {
            assert_eq!(row(&[text]), format!("{text}\r\n"));
        }
    }
}
