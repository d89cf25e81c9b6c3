//! A drawn board in ASCII: every cell is spelled with what any terminal shows.
//!
//! Knows cells and rows. Must not know what they say; how a sign is spelled is the report's.
//!
//! It is done to the finished board, so that no view has to think of it. Where a sign takes more
//! cells than it had, the text beside it gives way into the blanks that are there: columns stay
//! where they are.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use crate::report::ascii;

/// Spells an area in ASCII.
pub(super) fn write(area: Rect, buffer: &mut Buffer) {
    for place in area.rows() {
        let columns = place.left()..place.right();
        let cells = columns.clone().filter_map(|x| buffer.cell((x, place.y)).cloned());
        let mut row: Vec<Cell> = cells.collect();
        if row.iter().all(|cell| cell.symbol().is_ascii()) {
            continue;
        }
        words(&mut row);
        pictures(&mut row);
        for (x, spelled) in columns.zip(row) {
            if let Some(cell) = buffer.cell_mut((x, place.y)) {
                *cell = spelled;
            }
        }
    }
}

/// Lines of boxes and rules, and the blocks of bars and large digits.
fn is_picture(symbol: &str) -> bool {
    symbol.chars().all(|c| matches!(c, '\u{2500}'..='\u{259f}'))
}

/// Spells everything but the pictures.
fn words(row: &mut [Cell]) {
    let mut at = 0;
    while let Some(cell) = row.get(at) {
        let symbol = cell.symbol();
        if symbol.is_ascii() || is_picture(symbol) {
            at += 1;
        } else {
            at = spell(row, at);
        }
    }
}

/// Spells the sign in a cell, and returns the place after it.
fn spell(row: &mut [Cell], at: usize) -> usize {
    let Some(sign) = row.get(at).cloned() else { return at + 1 };
    let width = sign.symbol().width().max(1);
    let said = match sign.symbol() {
        // Two are enough to be told from the end of a sentence.
        "…" => "..".to_owned(),
        // After a word, so that it is none of its letters.
        "▾" if follows_a_letter(row, at) => " v".to_owned(),
        "▴" if follows_a_letter(row, at) => " ^".to_owned(),
        // Alone in its cell: not reported. Between words it parts them.
        "·" if !is_between_words(row, at) => "-".to_owned(),
        key if is_alone(row, at) && arrow(key).is_some() => arrow(key).unwrap_or("").to_owned(),
        wide if width > 1 => ascii::text(wide).replace('?', "??"),
        symbol => ascii::text(symbol),
    };
    let (start, said) = match make_room(row, at, width, said.len().saturating_sub(width)) {
        Some(start) => (start, said),
        None => (at, shortened(sign.symbol(), &said)),
    };
    let mut letters = said.chars();
    let end = start + said.len().max(width);
    for cell in row.iter_mut().take(end).skip(start) {
        cell.set_char(letters.next().unwrap_or(' '));
        cell.set_style(sign.style());
    }
    end
}

/// The key that an arrow stands for.
fn arrow(symbol: &str) -> Option<&'static str> {
    let arrows = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];
    arrows.into_iter().find(|(arrow, _)| *arrow == symbol).map(|(_, key)| key)
}

fn blank_at(row: &[Cell], at: Option<usize>) -> bool {
    at.and_then(|at| row.get(at)).is_none_or(is_blank)
}

fn is_between_words(row: &[Cell], at: usize) -> bool {
    !blank_at(row, at.checked_sub(2)) && !blank_at(row, at.checked_add(2))
}

/// With blanks before it and after it, as a key stands in a list of keys.
fn is_alone(row: &[Cell], at: usize) -> bool {
    let before = [at.checked_sub(1), at.checked_sub(2)];
    before.into_iter().all(|at| blank_at(row, at)) && blank_at(row, at.checked_add(1))
}

fn follows_a_letter(row: &[Cell], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    before.is_some_and(|cell| cell.symbol().chars().all(char::is_alphanumeric))
}

/// What a sign becomes where its row has no blank to spare: never another sign.
fn shortened(symbol: &str, said: &str) -> String {
    match symbol {
        "≥" | "≤" => "?".to_owned(),
        "→" => ">".to_owned(),
        "←" => "<".to_owned(),
        "↑" => "^".to_owned(),
        "↓" => "v".to_owned(),
        _ => said.chars().next().unwrap_or('?').to_string(),
    }
}

/// Makes room for some more cells at a sign, and returns where it can begin.
fn make_room(row: &mut [Cell], at: usize, width: usize, extra: usize) -> Option<usize> {
    if extra == 0 {
        return Some(at);
    }
    let before = row.iter().take(at).rev().take_while(|cell| is_blank(cell)).count();
    let after = at + width;
    // A number stands at the right end of its column: the blanks before it are its own.
    let is_number = row.get(after).is_some_and(starts_a_number);
    if is_number && before > extra {
        return at.checked_sub(extra);
    }
    if let Some(slack) = slack(row, after, extra) {
        row.get_mut(after..slack + extra)?.rotate_right(extra);
        return Some(at);
    }
    // Better without a gap, or another letter of what is cut anyway, than without a meaning.
    let is_cut = row.get(at).is_some_and(|cell| cell.symbol() == "…") && follows_a_letter(row, at);
    (before >= extra || is_cut).then(|| at.checked_sub(extra)).flatten()
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " "
}

fn starts_a_number(cell: &Cell) -> bool {
    cell.symbol().starts_with(|c: char| c.is_ascii_digit())
}

/// Where cells begin that can be given up: the end of the row, blanks of which one is left, or a
/// rule. What is in between moves aside, and so must be text.
fn slack(row: &[Cell], after: usize, extra: usize) -> Option<usize> {
    let mut at = after;
    while let Some(cell) = row.get(at) {
        let rest = row.get(at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|cell| is_blank(cell)).count();
        let rules = rest.iter().take_while(|cell| cell.symbol() == "─").count();
        let last = at + blanks == row.len();
        if blanks > extra || (last && blanks >= extra) || rules > extra {
            return Some(at);
        }
        if is_picture(cell.symbol()) {
            return None;
        }
        at += 1;
    }
    None
}

/// Spells lines and blocks.
fn pictures(row: &mut [Cell]) {
    let drawn: Vec<Cell> = row.to_vec();
    let symbol = |at: Option<usize>| at.and_then(|at| drawn.get(at)).map_or(" ", Cell::symbol);
    let around = |at: usize| [symbol(at.checked_sub(1)), symbol(at.checked_add(1))];
    let beside_a_number = |at: usize| around(at).iter().any(|near| near.starts_with(is_digit));
    // Next to a number a dash would be a minus.
    let on_an_axis = (0..drawn.len()).any(|at| symbol(Some(at)) == "─" && beside_a_number(at));
    for (at, cell) in row.iter_mut().enumerate() {
        if cell.symbol().is_ascii() {
            continue;
        }
        let spelled = match cell.symbol() {
            "─" if on_an_axis => '_',
            "─" => '-',
            "│" => '|',
            "▒" => ':',
            "━" => '=',
            "▀" => '"',
            "▄" | "▁" => '_',
            part => match eighths(part) {
                Some(eighths) => end_of_a_bar(cell, eighths, around(at).contains(&"▒")),
                None if ('\u{2500}'..='\u{257f}').contains(&first(part)) => '+',
                None if ('\u{2580}'..='\u{259f}').contains(&first(part)) => '#',
                None => '?',
            },
        };
        cell.set_char(spelled);
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn first(symbol: &str) -> char {
    symbol.chars().next().unwrap_or(' ')
}

/// How much of a cell is filled from the left, where that is not all of it.
fn eighths(symbol: &str) -> Option<usize> {
    ["▏", "▎", "▍", "▌", "▋", "▊", "▉"].iter().position(|part| *part == symbol).map(|at| at + 1)
}

/// The last cell of a bar: as the bar itself from one half on. What is filled from the right is
/// drawn as its empty part reversed, and ASCII has no need for that.
fn end_of_a_bar(cell: &mut Cell, eighths: usize, shaded: bool) -> char {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    cell.modifier.remove(Modifier::REVERSED);
    let filled = if reversed { 8 - eighths } else { eighths };
    match (filled >= 4, shaded) {
        (true, true) => ':',
        (false, true) => '.',
        (true, false) => '#',
        (false, false) => '=',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn spelled(text: &str) -> String {
        let width = u16::try_from(text.width()).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        buffer.set_string(0, 0, text, Style::new());
        write(buffer.area, &mut buffer);
        (0..width).map(|x| buffer[(x, 0)].symbol()).collect()
    }

    #[test]
    fn a_qualifier_takes_the_blank_before_its_number_and_no_column_moves() {
        for (drawn, said) in [
            ("Serbia     ≥178 migrants  94", "Serbia    >=178 migrants  94"),
            ("│ ≥178 moved   94", "| >=178 moved  94"),
            ("Iraq 25, Serbia ≥12", "Iraq 25, Serbia>=12"),
            ("of ≥12 (≥6 %) ──────", "of >=12 (>=6 %) ----"),
            ("   ≤40   >250  ≈24,000", "  <=40   >250  ~24,000"),
        ] {
            assert_eq!(spelled(drawn), said);
            assert_eq!(drawn.width(), said.width());
        }
    }

    #[test]
    fn at_least_never_becomes_more_than() {
        assert_eq!(spelled("a≥1b"), "a?1b", "a doubt is better than a wrong sign");
        assert_eq!(spelled("a→b"), "a>b");
    }

    #[test]
    fn a_cut_is_seen() {
        assert_eq!(spelled("Bosnia and…  94"), "Bosnia and.. 94");
        assert_eq!(spelled("Switz… 94"), "Swit.. 94");
        assert_eq!(spelled("text … 3 more lines"), "text.. 3 more lines");
        assert_eq!(spelled("94 … ▉│"), "94.. #|");
    }

    #[test]
    fn letters_lose_their_accents_and_wide_ones_keep_their_cells() {
        assert_eq!(spelled("Türkiye 94"), "Turkiye 94");
        assert_eq!(spelled("北京 94"), "???? 94");
        assert_eq!(spelled("Straße  94"), "Strasse 94");
    }

    #[test]
    fn a_dot_is_not_reported_or_parts_words() {
        assert_eq!(spelled("press · The National"), "press | The National");
        assert_eq!(spelled("Iraq   25   ·   ·  …   "), "Iraq   25   -   -  ..  ");
        assert_eq!(spelled("  ·    not reported"), "  -    not reported");
    }

    #[test]
    fn arrows_are_keys_where_they_stand_alone_and_ways_where_they_do_not() {
        assert_eq!(spelled("  ↓ j        down"), "  Down j     down");
        assert_eq!(spelled("  ↓ j"), "  v j", "no room");
        assert_eq!(spelled("Asia → Serbia  "), "Asia -> Serbia ");
        assert_eq!(spelled("↑↓ scroll"), "^v scroll");
    }

    #[test]
    fn bars_keep_their_lengths_and_textures() {
        assert_eq!(spelled("│██▌  │▒▒▎  │▏"), "|###  |::.  |=");
        assert_eq!(spelled("███──── 34 %"), "###---- 34 %");
        assert_eq!(spelled("1,500──0──1,500"), "1,500__0__1,500");
        assert_eq!(spelled("███▁▁▁"), "###___", "a ground line is no bar");
        assert_eq!(spelled("━━━───"), "===---");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        buffer.set_string(0, 0, "▋▎", Style::new().add_modifier(Modifier::REVERSED));
        write(buffer.area, &mut buffer);
        assert_eq!((buffer[(0, 0)].symbol(), buffer[(1, 0)].symbol()), ("=", "#"));
        assert!(!buffer[(0, 0)].modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn the_sign_of_the_order_is_no_letter_of_the_heading() {
        assert_eq!(spelled("arrests▾   rescued"), "arrests v  rescued");
        assert_eq!(spelled("sorted by arrests ▾"), "sorted by arrests v");
    }
}
