//! JSON in which every action, every figure of a total and every source has a line of its own.
//!
//! Knows where a line ends. Must not know what is written.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// What lies deeper than this stays on its line: report, operations, entry, operation, list.
const DEEP: usize = 5;

/// Ends lines by how deep a value lies.
#[derive(Default)]
pub(super) struct Lines {
    depth: usize,
    /// Whether there is something in what was closed last or is open.
    is_filled: bool,
}

impl Lines {
    fn open(&mut self, out: &mut (impl Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.is_filled = false;
        out.write_all(sign)
    }

    fn close(&mut self, out: &mut (impl Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        let ends_line = self.depth <= DEEP && self.is_filled;
        self.depth = self.depth.saturating_sub(1);
        self.is_filled = true;
        if ends_line {
            self.line(out)?;
        }
        out.write_all(sign)
    }

    /// Before a value of a list or the name of a field.
    fn next(&self, out: &mut (impl Write + ?Sized), first: bool) -> io::Result<()> {
        let ends_line = self.depth <= DEEP;
        match (first, ends_line) {
            (true, _) => {}
            (false, true) => out.write_all(b",")?,
            (false, false) => out.write_all(b", ")?,
        }
        if ends_line { self.line(out) } else { Ok(()) }
    }

    fn line(&self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }
}
