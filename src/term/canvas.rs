//! The canvas: what is on the screen, and the bytes that turn it into the next frame.
//!
//! Knows cells and how they are written. Must not know what they show or where the bytes go.
//!
//! This stands where ratatui's `Terminal` would: that one asks for the size through crossterm at
//! each frame, which opens the terminal anew and starts `tput` if that fails, writes a few bytes
//! even when nothing changed, and prints from its `Drop`.

use super::difference::Rows;
use super::paint::paint;
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::io;
use std::mem;

/// Enough for a first frame on a usual window without growing.
const ROOM: usize = 16 * 1024;

/// Begins and ends a synchronized update: what stands between them is shown at once.
const UPDATE: &[u8] = b"\x1b[?2026h";
const SHOWN: &[u8] = b"\x1b[?2026l";

/// Empties the screen.
const EMPTY: &[u8] = b"\x1b[2J";

/// Two frames, and bytes not yet written.
pub(super) struct Canvas {
    shown: Buffer,
    next: Buffer,
    /// Whether the screen may hold something else than `shown`.
    stale: bool,
    bytes: Vec<u8>,
}

impl Canvas {
    /// A canvas that knows nothing of the screen.
    pub(super) fn new() -> Self {
        Self {
            shown: Buffer::default(),
            next: Buffer::default(),
            stale: true,
            bytes: Vec::with_capacity(ROOM),
        }
    }

    /// Makes the next frame a full one.
    pub(super) const fn invalidate(&mut self) {
        self.stale = true;
    }

    /// Puts text on the clipboard of the terminal, which may be on another machine.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.bytes, CopyToClipboard::to_clipboard_from(text))
    }

    /// Says something to the terminal along with the frame.
    pub(super) fn say(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }

    /// Draws the next frame and adds what differs from the screen, as one synchronized update;
    /// nothing if nothing differs.
    pub(super) fn compose(&mut self, area: Rect, draw: impl FnOnce(Rect, &mut Buffer)) {
        let full = self.stale || *self.shown.area() != area;
        if full {
            self.shown.resize(area);
            self.shown.reset();
        }
        self.next.resize(area);
        self.next.reset();
        draw(area, &mut self.next);
        match Rows::between(&self.shown, &self.next) {
            Some(rows) => update(&mut self.bytes, full, rows.cells()),
            None => update(&mut self.bytes, full, self.shown.diff_iter(&self.next)),
        }
        self.stale = false;
        mem::swap(&mut self.shown, &mut self.next);
    }

    /// Hands everything over to be written, at once; does nothing if there is nothing.
    pub(super) fn commit(&mut self, write: impl FnOnce(&[u8]) -> io::Result<()>) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let result = write(&self.bytes);
        self.bytes.clear();
        result
    }
}

/// One synchronized update, if there is anything in it; a full one begins with an empty screen.
fn update<'a>(bytes: &mut Vec<u8>, full: bool, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
    let mut cells = cells.peekable();
    if !full && cells.peek().is_none() {
        return;
    }
    bytes.extend(UPDATE);
    if full {
        bytes.extend(EMPTY);
    }
    paint(bytes, cells);
    bytes.extend(SHOWN);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;
    use std::io::Write;

    const AREA: Rect = Rect::new(0, 0, 10, 2);

    fn frame(canvas: &mut Canvas, area: Rect, text: &str) -> String {
        let draw = |_: Rect, buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::default());
        };
        canvas.compose(area, draw);
        written(canvas)
    }

    fn written(canvas: &mut Canvas) -> String {
        let mut out = Vec::new();
        canvas.commit(|bytes| out.write_all(bytes)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_frame_is_one_synchronized_update_with_what_changed() {
        let mut canvas = Canvas::new();
        let first = frame(&mut canvas, AREA, "abc");
        assert!(first.starts_with("\x1b[?2026h\x1b[2J") && first.ends_with("\x1b[?2026l"));
        assert!(first.contains("abc"));
        let second = frame(&mut canvas, AREA, "abd");
        assert!(second.starts_with("\x1b[?2026h\x1b[1;3Hd") && second.ends_with("\x1b[?2026l"));
        assert_eq!(frame(&mut canvas, AREA, "abd"), "", "nothing changed, nothing is said");
    }

    #[test]
    fn a_new_size_or_a_stale_screen_is_painted_in_full() {
        let mut canvas = Canvas::new();
        frame(&mut canvas, AREA, "abc");
        for area in [Rect::new(0, 0, 4, 1), AREA, Rect::new(0, 0, 80, 30)] {
            let text = frame(&mut canvas, area, "abc");
            assert!(text.contains("\x1b[2J") && text.contains("abc"), "{area}");
        }
        canvas.invalidate();
        let text = frame(&mut canvas, Rect::new(0, 0, 80, 30), "abc");
        assert!(text.contains("\x1b[2J") && text.contains("abc"));
    }

    #[test]
    fn the_clipboard_goes_with_the_frame_or_alone() {
        let mut canvas = Canvas::new();
        canvas.copy("hé").unwrap();
        let text = frame(&mut canvas, AREA, "abc");
        assert!(text.starts_with("\x1b]52;c;aMOp\x1b\\\x1b[?2026h"));
        canvas.copy("x").unwrap();
        assert_eq!(frame(&mut canvas, AREA, "abc"), "\x1b]52;c;eA==\x1b\\");
    }

    #[test]
    fn a_write_that_failed_leaves_nothing_to_be_written_again() {
        let mut canvas = Canvas::new();
        canvas.say(b"?");
        assert!(canvas.commit(|_| Err(io::ErrorKind::BrokenPipe.into())).is_err());
        assert_eq!(written(&mut canvas), "");
    }
}
