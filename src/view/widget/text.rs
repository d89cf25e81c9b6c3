//! Text in cells: cut with an ellipsis, wrapped, right-aligned; never cut in silence.
//!
//! Knows widths. Must not know what the text says.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use super::cells;

/// The width of a text in cells.
#[must_use]
pub fn width(text: &str) -> u16 {
    cells::width(text)
}

/// The text if it fits into `room` cells, or its beginning and `…`.
///
/// It is cut between words, and never in or right after a number, which would lose its end or
/// what it counts. A single word is cut where it has to be.
#[must_use]
pub fn fitted(text: &str, room: u16) -> Cow<'_, str> {
    if width(text) <= room {
        return text.into();
    }
    let mut kept = String::new();
    let mut used = 1;
    for cluster in text.graphemes(true) {
        used += width(cluster);
        if used > room {
            break;
        }
        kept.push_str(cluster);
    }
    let inside = text.chars().nth(kept.chars().count()).is_some_and(|next| !next.is_whitespace());
    if inside && let Some((words, _)) = kept.rsplit_once(' ') {
        kept.truncate(words.len());
    }
    while has_number(kept.trim_end().rsplit(' ').next().unwrap_or_default()) {
        let before = kept.trim_end().rfind(' ').unwrap_or(0);
        kept.truncate(before);
    }
    kept.truncate(kept.trim_end().len());
    if room > 0 {
        kept.push('…');
    }
    kept.into()
}

fn has_number(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The text in lines of at most `room` cells.
#[must_use]
pub fn wrapped(text: &str, room: u16) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    let options = textwrap::Options::new(usize::from(room))
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Writes a text into the first row of an area, cut with `…`; returns the cells it took.
pub fn write(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(*buffer.area());
    if area.is_empty() {
        return 0;
    }
    let whole = cells::put(buffer, area, text, style);
    let cut = || cells::put(buffer, area, &fitted(text, area.width), style).unwrap_or(0);
    whole.unwrap_or_else(cut)
}

/// Writes a text at the right end of the first row of an area; returns the cells it took.
pub fn write_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let text = fitted(text, area.width);
    let start = area.right().saturating_sub(width(&text));
    write(buffer, Rect { x: start, width: area.right() - start, ..area }, &text, style)
}

/// Draws one symbol, one cell wide, along the first row of an area.
pub fn fill(buffer: &mut Buffer, area: Rect, symbol: &str, style: Style) {
    let area = area.intersection(*buffer.area());
    if !area.is_empty() {
        cells::fill(buffer, area, symbol, style);
    }
}

/// Writes the end of a text that may be longer than its area, after `…`.
pub fn write_end(buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    let mut rest = text;
    let mut clusters = text.graphemes(true);
    while width(rest) >= area.width && clusters.next().is_some() {
        rest = clusters.as_str();
    }
    write(buffer, area, &format!("…{rest}"), style);
}

/// Draws lines from the first one down; `more`, if there is more, at the end of the last row.
pub fn lines(buffer: &mut Buffer, area: Rect, lines: &[Line], more: Option<&str>, style: Style) {
    let area = area.intersection(*buffer.area());
    for (line, row) in lines.iter().zip(area.rows()) {
        if let Some(more) = more.filter(|_| row.bottom() == area.bottom()) {
            let used = write_right(buffer, row, more, style);
            let room = Rect { width: row.width - used, ..row };
            write_line(buffer, room, line);
        } else {
            write_spans(buffer, row, line);
        }
    }
}

/// Writes a line of several styles that fits.
fn write_spans(buffer: &mut Buffer, area: Rect, line: &Line) {
    let mut rest = area;
    for span in &line.spans {
        let used = write(buffer, rest, &span.content, line.style.patch(span.style));
        rest = Rect { x: rest.x + used, width: rest.width - used, ..rest };
    }
}

/// Writes a line of several styles, cut as one text.
fn write_line(buffer: &mut Buffer, area: Rect, line: &Line) {
    let whole = line.to_string();
    let kept = fitted(&whole, area.width);
    let mut rest = area;
    let mut left = kept.trim_end_matches('…').chars().count();
    for span in &line.spans {
        let part: String = span.content.chars().take(left).collect();
        left -= part.chars().count();
        let used = write(buffer, rest, &part, line.style.patch(span.style));
        rest = Rect { x: rest.x + used, width: rest.width - used, ..rest };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_shows() {
        assert_eq!(fitted("Bosnia and Herzegovina", 12), "Bosnia and…");
        assert_eq!(fitted("Mali", 4), "Mali");
        assert_eq!(fitted("Mali", 0), "");
        assert_eq!(fitted("北京北京", 5), "北京…");
        assert_eq!(fitted("Switzerland", 6), "Switz…");
    }

    #[test]
    fn no_number_is_cut_or_left_without_what_it_counts() {
        let text = "1,500 irregular migrants rescued and 94 suspected smugglers arrested.";
        for room in 0..70 {
            let cut = fitted(text, room);
            let last = cut.trim_end_matches('…').split(' ').next_back().unwrap_or_default();
            assert!(!has_number(last) && width(&cut) <= room, "{cut}");
        }
        assert_eq!(fitted(text, 40), "1,500 irregular migrants rescued and…");
    }

    #[test]
    fn lines_are_no_wider_than_their_room() {
        for line in wrapped("Who is a victim and who an offender was still open.", 17) {
            assert!(width(&line) <= 17, "{line}");
        }
    }

    #[test]
    fn what_more_there_is_stands_at_the_end() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        let four = ["a", "b", "c", "d"].map(Line::from);
        lines(&mut buffer, Rect::new(0, 0, 20, 2), &four, Some(" … 2 more"), Style::new());
        let row: String = (0..20).map(|x| buffer[(x, 1)].symbol()).collect();
        assert_eq!(row, "b           … 2 more");
    }
}
