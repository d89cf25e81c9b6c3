//! The canvas: what is on the screen, and the bytes that turn it into the next frame.
//!
//! Knows cells and how they are written. Must not know what they show or where the bytes go.
//!
//! This stands where ratatui's `Terminal` would: that one asks for the size through crossterm at
//! each frame, which opens the terminal anew and starts `tput` if that fails, writes a few bytes
//! even when nothing changed, and prints from its `Drop`.

use super::difference::{self, Rows};
use super::links::{self, Links};
use super::paint::paint;
use super::shown::Shown;
use crate::view::link::Link;
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::io;

/// Enough for a first frame on a usual window without growing.
const ROOM: usize = 16 * 1024;

/// Begins and ends a synchronized update: what stands between them is shown at once.
const UPDATE: &[u8] = b"\x1b[?2026h";
const SHOWN: &[u8] = b"\x1b[?2026l";

/// Empties the screen.
const EMPTY: &[u8] = b"\x1b[2J";

/// The frame shown, the next one, and bytes not yet written.
pub(super) struct Canvas {
    shown: Shown,
    /// Blank until it is drawn.
    next: Buffer,
    /// The rows in which it differs from the one shown.
    changed: Vec<u16>,
    /// The links of `shown`.
    links: Links,
    /// Whether the terminal takes links.
    linking: bool,
    /// Whether the screen may hold something else than `shown`.
    stale: bool,
    bytes: Vec<u8>,
}

impl Canvas {
    /// A canvas that knows nothing of the screen, but whether links may be on it.
    pub(super) fn new(linking: bool) -> Self {
        Self {
            shown: Shown::default(),
            next: Buffer::default(),
            changed: Vec::new(),
            links: Links::default(),
            linking,
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
    /// nothing if nothing differs. It has to be committed before the one after it.
    pub(super) fn compose(
        &mut self,
        area: Rect,
        draw: impl FnOnce(Rect, &mut Buffer) -> Vec<Link>,
    ) {
        let full = self.stale || self.shown.area() != area;
        if full {
            self.shown.clear(area);
            self.links = Links::default();
        }
        self.next.resize(area);
        let links = draw(area, &mut self.next);
        let links = Links::new(if self.linking { links } else { Vec::new() });
        self.expose(&links);
        self.changed = if let Some(rows) = Rows::between(&self.shown, &self.next) {
            update(&mut self.bytes, full, &links, rows.cells());
            rows.places()
        } else {
            let shown = self.shown.to_buffer();
            update(&mut self.bytes, full, &links, shown.diff_iter(&self.next));
            area.rows().map(|row| row.y).collect()
        };
        self.stale = false;
        self.links = links;
    }

    /// Whether there are links on the screen.
    pub(super) const fn is_linked(&self) -> bool {
        !self.links.is_empty()
    }

    /// Makes a changed cell of each one that leads somewhere else than before.
    fn expose(&mut self, links: &Links) {
        if *links == self.links {
            return;
        }
        for (x, y) in self.links.cells().chain(links.cells()) {
            if let Some(next) = self.next.cell((x, y))
                && self.links.differ(links, x, y)
            {
                self.shown.expose((x, y), next);
            }
        }
    }

    /// Hands everything over to be written, at once; does nothing if there is nothing.
    ///
    /// What the frame after it needs is done behind it: nobody waits for that.
    pub(super) fn commit(&mut self, write: impl FnOnce(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let result = if self.bytes.is_empty() { Ok(()) } else { write(&self.bytes) };
        self.bytes.clear();
        let rows = difference::rows(&self.next).filter(|(y, _)| self.changed.contains(y));
        rows.for_each(|(y, row)| self.shown.keep(y, row));
        self.changed.clear();
        self.next.reset();
        result
    }
}

/// One synchronized update, if there is anything in it; a full one begins with an empty screen.
fn update<'a>(
    bytes: &mut Vec<u8>,
    full: bool,
    links: &Links,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) {
    let mut cells = cells.peekable();
    if !full && cells.peek().is_none() {
        return;
    }
    bytes.extend(UPDATE);
    if full {
        bytes.extend(EMPTY);
    }
    if links.is_empty() {
        paint(bytes, cells);
    } else {
        links::paint(bytes, links, cells);
    }
    bytes.extend(SHOWN);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::address::Address;
    use ratatui::style::Style;
    use std::io::Write;

    const AREA: Rect = Rect::new(0, 0, 10, 2);

    fn frame(canvas: &mut Canvas, area: Rect, text: &str) -> String {
        let draw = |_: Rect, buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::default());
            Vec::new()
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
        let mut canvas = Canvas::new(true);
        let first = frame(&mut canvas, AREA, "abc");
        assert!(first.starts_with("\x1b[?2026h\x1b[2J") && first.ends_with("\x1b[?2026l"));
        assert!(first.contains("abc"));
        let second = frame(&mut canvas, AREA, "abd");
        assert!(second.starts_with("\x1b[?2026h\x1b[1;3Hd") && second.ends_with("\x1b[?2026l"));
        assert_eq!(frame(&mut canvas, AREA, "abd"), "", "nothing changed, nothing is said");
    }

    #[test]
    fn a_new_size_or_a_stale_screen_is_painted_in_full() {
        let mut canvas = Canvas::new(true);
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
        let mut canvas = Canvas::new(true);
        canvas.copy("hé").unwrap();
        let text = frame(&mut canvas, AREA, "abc");
        assert!(text.starts_with("\x1b]52;c;aMOp\x1b\\\x1b[?2026h"));
        canvas.copy("x").unwrap();
        assert_eq!(frame(&mut canvas, AREA, "abc"), "\x1b]52;c;eA==\x1b\\");
    }

    #[test]
    fn a_write_that_failed_leaves_nothing_to_be_written_again() {
        let mut canvas = Canvas::new(true);
        canvas.say(b"?");
        assert!(canvas.commit(|_| Err(io::ErrorKind::BrokenPipe.into())).is_err());
        assert_eq!(written(&mut canvas), "");
    }

    /// A frame with links: each a column, a width and an address; one that wraps has the same id.
    fn linked(canvas: &mut Canvas, text: &str, links: &[(u16, u16, &str)]) -> String {
        let draw = |_: Rect, buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::default());
            let link = |(id, (x, width, address)): (usize, &(u16, u16, &str))| Link {
                area: Rect::new(*x, 0, *width, 1),
                id,
                address: Address::of(address, []).unwrap(),
            };
            links.iter().enumerate().map(link).collect()
        };
        canvas.compose(AREA, draw);
        written(canvas)
    }

    const A: &str = "https://a.org/";
    const OPEN_A: &str = "\x1b]8;id=l0;https://a.org/\x1b\\";
    const END: &str = "\x1b]8;;\x1b\\";

    #[test]
    fn a_link_is_around_its_cells_alone() {
        let mut canvas = Canvas::new(true);
        let text = linked(&mut canvas, "see,here,now", &[(4, 4, A)]);
        let (before, rest) = text.split_once(OPEN_A).unwrap();
        let (inside, after) = rest.split_once(END).unwrap();
        assert!(before.contains("see,") && inside.contains("here") && after.contains(",n"));
        assert_eq!(text.matches("\x1b]8;").count(), 2);
        assert!(after.ends_with("\x1b[?2026l"));
    }

    #[test]
    fn a_link_that_changes_is_a_change_of_its_cells() {
        let mut canvas = Canvas::new(true);
        linked(&mut canvas, "see here now", &[(4, 4, A)]);
        assert_eq!(linked(&mut canvas, "see here now", &[(4, 4, A)]), "", "the same again");
        let other = linked(&mut canvas, "see here now", &[(4, 4, "https://b.org/")]);
        assert!(other.contains("https://b.org/") && other.contains("here"));
        assert!(!other.contains("see") && !other.contains(A));
        let longer = linked(&mut canvas, "see here now", &[(3, 5, "https://b.org/")]);
        assert!(longer.contains("https://b.org/") && !longer.contains("here"));
        let none = linked(&mut canvas, "see here now", &[]);
        assert!(none.contains(" here") && !none.contains("\x1b]8;"), "written anew without one");
        assert_eq!(linked(&mut canvas, "see here now", &[]), "");
    }

    #[test]
    fn a_link_on_a_changed_cell_is_sent_again_and_closed() {
        let mut canvas = Canvas::new(true);
        linked(&mut canvas, "see here now", &[(4, 4, A)]);
        let text = linked(&mut canvas, "see hare not", &[(4, 4, A)]);
        let (opened, closed) = (text.find(OPEN_A).unwrap(), text.find(END).unwrap());
        assert!(opened < text.find('a').unwrap() && closed > opened);
        canvas.invalidate();
        let text = linked(&mut canvas, "see hare not", &[(4, 4, A)]);
        assert!(text.contains("\x1b[2J") && text.contains(OPEN_A) && text.contains("hare"));
    }

    #[test]
    fn a_wide_character_that_stops_being_a_link_leaves_nothing_behind() {
        let mut canvas = Canvas::new(true);
        linked(&mut canvas, "北京 x", &[(0, 4, A)]);
        let text = linked(&mut canvas, "北京 x", &[(2, 2, A)]);
        assert!(text.contains('北') && !text.contains('京'), "that one leads where it did");
        let text = linked(&mut canvas, "ab京 x", &[]);
        assert!(text.contains("ab") && text.contains('京') && !text.contains("\x1b]8;"));
    }

    #[test]
    fn a_terminal_that_takes_no_links_gets_the_same_bytes_without_them() {
        let (mut canvas, mut plain) = (Canvas::new(false), Canvas::new(true));
        let text = linked(&mut canvas, "see here now", &[(4, 4, A)]);
        assert_eq!(text, frame(&mut plain, AREA, "see here now"));
        assert!(!canvas.is_linked() && !plain.is_linked());
    }
}
