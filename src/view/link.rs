//! Links: what part of the screen leads to which address.
//!
//! Knows areas. Stands beside the buffer, never in it: how a link reaches the terminal is for
//! `term` alone.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::report::address::Address;

/// A part of one row that leads to an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Where it stands: one row.
    pub area: Rect,
    /// The same for all rows of one address that was wrapped.
    pub id: usize,
    /// Where it leads.
    pub address: Address,
}

/// Lines of text, and where in them there are links.
#[derive(Default)]
pub(super) struct Text {
    /// The lines.
    pub(super) lines: Vec<Line<'static>>,
    links: Vec<Linked>,
}

/// A link in lines that are not yet on the screen.
struct Linked {
    lines: Range<usize>,
    indent: u16,
    address: Address,
}

impl Text {
    /// Makes a link of the last so many lines, but for their indent.
    pub(super) fn link(&mut self, lines: usize, indent: u16, address: Address) {
        let end = self.lines.len();
        self.links.push(Linked { lines: end.saturating_sub(lines)..end, indent, address });
    }

    /// Puts another text below this one.
    pub(super) fn add(&mut self, mut other: Self) {
        let before = self.lines.len();
        self.lines.append(&mut other.lines);
        self.links.extend(other.links.into_iter().map(|linked| Linked {
            lines: linked.lines.start + before..linked.lines.end + before,
            ..linked
        }));
    }

    /// The links of the lines that stand in an area, from the line `scroll` at its top.
    pub(super) fn links(&self, scroll: usize, area: Rect) -> Vec<Link> {
        let end = scroll + usize::from(area.height);
        let mut shown = Vec::new();
        for (id, linked) in self.links.iter().enumerate() {
            let lines = linked.lines.start.max(scroll)..linked.lines.end.min(end);
            shown.extend(lines.filter_map(|line| {
                let row = area.rows().nth(line - scroll)?;
                let width = u16::try_from(self.lines.get(line)?.width()).unwrap_or(u16::MAX);
                let width = width.min(row.width).saturating_sub(linked.indent);
                let area = Rect { x: row.x.saturating_add(linked.indent), width, ..row };
                Some(Link { area, id, address: linked.address.clone() })
            }));
        }
        shown
    }
}

impl From<Vec<Line<'static>>> for Text {
    fn from(lines: Vec<Line<'static>>) -> Self {
        Self { lines, links: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_where_its_lines_are_and_keeps_its_id_when_they_are_cut() {
        let address = || Address::of("https://e.org/", []).unwrap();
        let mut text = Text::from(vec![Line::from("title"), Line::from("  https://e.")]);
        text.lines.push(Line::from("  org/"));
        text.link(2, 2, address());
        text.lines.push(Line::from("  other"));
        text.link(1, 2, address());
        let area = Rect::new(5, 10, 40, 3);
        let places = |scroll| {
            let links = text.links(scroll, area);
            links.iter().map(|link| (link.area, link.id)).collect::<Vec<_>>()
        };
        let row = |y, width| Rect::new(7, y, width, 1);
        assert_eq!(places(0), [(row(11, 10), 0), (row(12, 4), 0)]);
        assert_eq!(places(2), [(row(10, 4), 0), (row(11, 5), 1)]);
        assert_eq!(places(9), []);
    }
}
