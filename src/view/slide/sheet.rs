//! A sheet: what a step has to say as blocks, and how it is divided into pages.
//!
//! Knows heights and widths. Text is never shrunk: what does not fit on a page goes on the next.
//! Must not know what the blocks say.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::view::widget::bar::Bar;
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// A thing on a slide.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// Lines of text.
    Words(Vec<Line<'static>>),
    /// Lines of large letters.
    Large(Vec<Large>),
    /// Things beside each other, each with its width.
    Beside(Vec<(u16, Vec<Block>)>),
    /// A bar of some rows, with a ground line as long as the whole.
    Bar { bar: Bar, rows: u16, ground: Option<Style> },
    /// A picture.
    Picture(Buffer),
    /// Empty rows.
    Gap(u16),
}

impl Block {
    /// Text in lines no wider than `width`; no line where there is no text.
    pub(super) fn words(said: &str, width: u16, style: Style) -> Self {
        if said.is_empty() {
            return Self::Words(Vec::new());
        }
        let line = |line: String| Line::from(Span::styled(line, style));
        Self::Words(text::wrapped(said, width).into_iter().map(line).collect())
    }

    /// The parts that can stand on different pages: text between its lines.
    fn pieces(&self) -> Vec<Self> {
        match self {
            Self::Words(lines) => {
                lines.iter().map(|line| Self::Words(vec![line.clone()])).collect()
            }
            other => vec![other.clone()],
        }
    }

    /// The empty row below large letters that fill their last row, so that words below do not
    /// touch them.
    pub(super) fn breath(&self) -> Self {
        let full = |line: &Large| line.fills_its_rows();
        match self {
            Self::Large(lines) if lines.last().is_some_and(full) => Self::Gap(1),
            _ => Self::Gap(0),
        }
    }

    /// How many rows it takes.
    pub(super) fn rows(&self) -> u16 {
        match self {
            Self::Words(lines) => u16::try_from(lines.len()).unwrap_or(u16::MAX),
            Self::Large(lines) => {
                let gaps = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(u16::MAX);
                let rows = lines.iter().map(Large::height).fold(0, u16::saturating_add);
                let gap = lines.first().map_or(0, Large::gap);
                rows.saturating_add(gaps.saturating_mul(gap))
            }
            Self::Beside(columns) => {
                columns.iter().map(|(_, blocks)| rows(blocks)).max().unwrap_or(0)
            }
            Self::Picture(picture) => picture.area.height,
            Self::Bar { rows, .. } | Self::Gap(rows) => *rows,
        }
    }

    /// How many columns it takes.
    pub(super) fn columns(&self) -> u16 {
        let widest = |widths: &mut dyn Iterator<Item = u16>| widths.max().unwrap_or(0);
        match self {
            Self::Words(lines) => widest(
                &mut lines.iter().map(|line| u16::try_from(line.width()).unwrap_or(u16::MAX)),
            ),
            Self::Large(lines) => widest(&mut lines.iter().map(Large::width)),
            Self::Beside(columns) => {
                let mut left = 0_u16;
                widest(&mut columns.iter().map(|(width, blocks)| {
                    let wide = widest(&mut blocks.iter().map(Self::columns));
                    // What is too wide for its column is cut there, wherever the column ends.
                    let beyond = if wide > *width { u16::MAX } else { left.saturating_add(wide) };
                    left = left.saturating_add(*width);
                    beyond
                }))
            }
            Self::Picture(picture) => picture.area.width,
            Self::Bar { .. } | Self::Gap(_) => 0,
        }
    }

    /// Draws it from the top of an area; returns what is left below.
    pub(super) fn draw(&self, area: Rect, buffer: &mut Buffer) -> Rect {
        match self {
            Self::Words(lines) => {
                for (line, row) in lines.iter().zip(area.rows()) {
                    line.render(row, buffer);
                }
            }
            Self::Large(lines) => {
                let mut rest = area;
                for line in lines {
                    line.render(rest, buffer);
                    rest = below(rest, line.height() + line.gap());
                }
            }
            Self::Beside(columns) => {
                let mut rest = area;
                for (width, blocks) in columns {
                    let column = Rect { width: (*width).min(rest.width), ..rest };
                    draw(blocks, column, buffer);
                    rest.x += column.width;
                    rest.width -= column.width;
                }
            }
            Self::Bar { bar, rows, ground } => {
                let last = rows.saturating_sub(1);
                for (row, area) in (0..*rows).zip(area.rows()) {
                    if let Some(style) = ground.filter(|_| row == last) {
                        let bare = area.width.saturating_sub(bar.cells());
                        let rest = Rect { x: area.right() - bare, width: bare, ..area };
                        text::fill(buffer, rest, "▁", style);
                    }
                    bar.render(area, buffer);
                }
            }
            Self::Picture(picture) => {
                for (from, to) in picture.area.rows().zip(area.rows()) {
                    for (from, to) in from.positions().zip(to.positions()) {
                        if let (Some(cell), Some(drawn)) = (buffer.cell_mut(to), picture.cell(from))
                        {
                            *cell = drawn.clone();
                        }
                    }
                }
            }
            Self::Gap(_) => {}
        }
        below(area, self.rows())
    }
}

/// How many rows blocks take, one below the other.
pub(super) fn rows(blocks: &[Block]) -> u16 {
    blocks.iter().map(Block::rows).fold(0, u16::saturating_add)
}

/// Draws blocks one below the other.
pub(super) fn draw(blocks: &[Block], area: Rect, buffer: &mut Buffer) {
    blocks.iter().fold(area, |rest, block| block.draw(rest, buffer));
}

fn below(area: Rect, rows: u16) -> Rect {
    let taken = rows.min(area.height);
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// Everything that a step has to say.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// What stands on top of every page.
    pub(super) head: Vec<Block>,
    /// What is kept together, in order.
    pub(super) groups: Vec<Vec<Block>>,
    /// Empty rows between groups.
    pub(super) gap: u16,
    /// The last line, in several ways from the longest to the shortest.
    pub(super) quiet: Vec<String>,
    /// Whether it stands in the middle of the slide if it is a single page.
    pub(super) middle: bool,
    /// Whether it is a list, whose pages are all about as full.
    pub(super) even: bool,
}

impl Sheet {
    /// The pages for a height, each a list of blocks; at least one.
    pub(super) fn pages(&self, height: u16) -> Vec<Vec<Block>> {
        let head = rows(&self.head);
        let room = height.saturating_sub(if head > 0 { head + self.gap } else { 0 }).max(1);
        let groups: Vec<Vec<Block>> =
            self.groups.iter().flat_map(|group| torn(group, room)).collect();
        let heights: Vec<u16> = groups.iter().map(|group| rows(group)).collect();
        let mut pages: Vec<Vec<Block>> = Vec::new();
        let mut groups = groups.into_iter();
        for count in self.even(&heights, room) {
            let kept = groups.by_ref().take(count);
            let gap = Block::Gap(self.gap);
            let page = kept.flat_map(|group| std::iter::once(gap.clone()).chain(group)).skip(1);
            pages.push(page.collect());
        }
        if pages.is_empty() {
            pages.push(Vec::new());
        }
        if head > 0 {
            for page in &mut pages {
                let gap = if page.is_empty() { 0 } else { self.gap };
                let top = self.head.iter().cloned().chain([Block::Gap(gap)]);
                page.splice(0..0, top);
            }
        }
        pages
    }

    /// How many groups go on each page, so that there are as few pages as can be; of a list so that
    /// the fullest is no fuller than it has to be.
    fn even(&self, heights: &[u16], room: u16) -> Vec<usize> {
        let mut counts = self.filled(heights, room);
        let mut less = room;
        while self.even && counts.len() > 1 && less > 1 {
            less -= 1;
            let other = self.filled(heights, less);
            if other.len() > counts.len() {
                break;
            }
            counts = other;
        }
        counts
    }

    /// How many groups go on each page if every page is filled up.
    fn filled(&self, heights: &[u16], room: u16) -> Vec<usize> {
        let (mut counts, mut used) = (Vec::new(), 0);
        for height in heights {
            match counts.last_mut() {
                Some(count) if used + self.gap + height <= room => {
                    *count += 1;
                    used += self.gap + height;
                }
                _ => {
                    counts.push(1);
                    used = *height;
                }
            }
        }
        counts
    }
}

/// A group in parts that each fit: text that is too long is divided between its lines.
fn torn(group: &[Block], room: u16) -> Vec<Vec<Block>> {
    if rows(group) <= room {
        return vec![group.to_vec()];
    }
    let mut parts: Vec<Vec<Block>> = Vec::new();
    let mut used = room;
    for piece in group.iter().flat_map(Block::pieces) {
        let needed = piece.rows();
        let is_gap = matches!(piece, Block::Gap(_));
        match parts.last_mut() {
            Some(part) if used + needed <= room => part.push(piece),
            // A page does not begin with empty rows.
            _ if is_gap => continue,
            _ => {
                parts.push(vec![piece]);
                used = 0;
            }
        }
        used += needed;
    }
    parts
}
