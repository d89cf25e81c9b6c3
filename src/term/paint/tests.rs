//! What is painted is what an emulator shows.

use super::*;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::num::NonZero;

const AREA: Rect = Rect::new(0, 0, 30, 4);

fn painted(cells: &[(u16, u16, &Cell)]) -> String {
    let mut bytes = Vec::new();
    paint(&mut bytes, cells.iter().copied());
    String::from_utf8(bytes).unwrap()
}

fn cell(symbol: &'static str, style: Style) -> Cell {
    let mut cell = Cell::new(symbol);
    cell.set_style(style);
    cell
}

#[test]
fn a_style_in_force_is_not_repeated_and_at_the_end_there_is_none() {
    let red = cell("a", Style::new().fg(Color::Red).bold());
    let blue = cell("b", Style::new().fg(Color::Rgb(0, 10, 255)).bg(Color::Indexed(99)));
    let text = painted(&[(0, 0, &red), (1, 0, &red), (2, 0, &blue), (3, 0, &blue)]);
    assert_eq!(text, "\x1b[1;1H\x1b[1;38;5;1maa\x1b[22;38;2;0;10;255;48;5;99mbb\x1b[0m");
}

#[test]
fn a_blank_has_no_colour_but_its_ground() {
    let (plain, red) = (cell(" ", Style::new()), cell("a", Style::new().fg(Color::Red).bold()));
    let ground = cell(" ", Style::new().bg(Color::Blue));
    assert_eq!(
        painted(&[(0, 0, &red), (1, 0, &plain), (2, 0, &red)]),
        "\x1b[1;1H\x1b[1;38;5;1ma a\x1b[0m"
    );
    assert_eq!(
        painted(&[(0, 0, &red), (1, 0, &ground)]),
        "\x1b[1;1H\x1b[1;38;5;1ma\x1b[48;5;4m \x1b[0m"
    );
    let reversed = cell(" ", Style::new().fg(Color::Red).reversed());
    assert_eq!(painted(&[(0, 0, &reversed)]), "\x1b[1;1H\x1b[7;38;5;1m \x1b[0m");
}

#[test]
fn the_cursor_goes_the_short_way_where_it_is_certain_where_it_is() {
    let (a, wide) = (cell("a", Style::new()), cell("北", Style::new()));
    assert_eq!(painted(&[(0, 0, &a), (1, 0, &a), (3, 0, &a)]), "\x1b[1;1Haa\x1b[4Ga");
    assert_eq!(painted(&[(0, 0, &a), (9, 0, &a), (9, 1, &a)]), "\x1b[1;1Ha\x1b[10Ga\x1b[2;10Ha");
    assert_eq!(painted(&[(0, 0, &wide), (2, 0, &a)]), "\x1b[1;1H北\x1b[1;3Ha");
    let joined = cell("e\u{301}", Style::new());
    assert_eq!(painted(&[(0, 0, &joined), (1, 0, &a)]), "\x1b[1;1He\u{301}\x1b[1;2Ha");
}

#[test]
fn many_blanks_are_said_as_their_number_and_the_cursor_stays() {
    let (a, blank) = (cell("a", Style::new()), cell(" ", Style::new()));
    let ground = cell(" ", Style::new().bg(Color::Blue));
    let row = |blank, count| {
        let mut row = vec![(0, 0, &a)];
        row.extend((1..=count).map(|x| (x, 0, blank)));
        row.push((count + 1, 0, &a));
        painted(&row)
    };
    assert_eq!(row(&blank, 10), format!("\x1b[1;1Ha{}a", " ".repeat(10)));
    assert_eq!(row(&blank, 11), "\x1b[1;1Ha\x1b[11X\x1b[13Ga");
    let coloured = format!("\x1b[1;1Ha\x1b[48;5;4m{}\x1b[49ma", " ".repeat(20));
    assert_eq!(row(&ground, 20), coloured, "not every terminal erases to a colour");
}

#[test]
fn two_strengths_of_one_thing_do_not_switch_each_other_off() {
    let style = Style::new();
    let (both, dim) = (cell("a", style.bold().dim()), cell("b", style.dim()));
    assert_eq!(painted(&[(0, 0, &both), (1, 0, &dim)]), "\x1b[1;1H\x1b[1;2ma\x1b[22;2mb\x1b[0m");
}

fn colours() -> impl Strategy<Value = Color> {
    let named = [Color::Reset, Color::Black, Color::Gray, Color::DarkGray, Color::White];
    prop_oneof![
        prop::sample::select(named.to_vec()),
        any::<u8>().prop_map(Color::Indexed),
        any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
    ]
}

/// The modifiers that the emulator knows; it takes bold and dim for one thing of two strengths.
fn modifiers() -> impl Strategy<Value = Modifier> {
    let strengths = [Modifier::empty(), Modifier::BOLD, Modifier::DIM];
    let others = Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED;
    (prop::sample::select(strengths.to_vec()), any::<u16>())
        .prop_map(move |(strength, bits)| strength | Modifier::from_bits_truncate(bits) & others)
}

/// Frames without wide characters: what is left of half of one is a matter of the emulator.
fn frames() -> impl Strategy<Value = Buffer> {
    let style = (colours(), colours(), modifiers())
        .prop_map(|(fg, bg, modifier)| Style::reset().fg(fg).bg(bg).patch(modifier));
    let text = ("[abü ▏]{0,8}|a? {9,13}b?", 0..AREA.width, 0..AREA.height, style);
    prop::collection::vec(text, 0..8).prop_map(|texts| {
        let mut buffer = Buffer::empty(AREA);
        for (text, x, y, style) in texts {
            buffer.set_stringn(x, y, text, usize::from(AREA.right() - x), style);
        }
        buffer
    })
}

fn emulator() -> vt100::Parser {
    let cells = |count| NonZero::new(count).unwrap();
    vt100::Parser::new(cells(AREA.height), cells(AREA.width), 0)
}

/// What an emulator makes of a whole frame written cell by cell, each with all of its style.
fn plainly(frame: &Buffer) -> vt100::Parser {
    let mut emulator = emulator();
    for (place, cell) in frame.content().iter().enumerate() {
        let (x, y) = frame.pos_of(place);
        emulator.process(painted(&[(x, y, cell)]).as_bytes());
    }
    emulator
}

/// A cell as it is seen: a blank has no colour of its own.
fn seen(emulator: &vt100::Parser, x: u16, y: u16) -> String {
    let cell = emulator.screen().cell(y, x).unwrap();
    let blank = matches!(cell.contents(), "" | " ") && !cell.inverse() && !cell.underline();
    let ink = (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic());
    let ink = if blank { String::new() } else { format!("{ink:?}") };
    let rest = (cell.bgcolor(), cell.inverse(), cell.underline(), cell.contents().trim_end());
    format!("{ink} {rest:?}")
}

proptest! {
    #[test]
    fn one_frame_over_another_shows_what_it_would_alone(one in frames(), other in frames()) {
        let mut emulator = emulator();
        for (shown, next) in [(&Buffer::empty(AREA), &one), (&one, &other)] {
            let changes: Vec<_> = shown.diff_iter(next).collect();
            emulator.process(painted(&changes).as_bytes());
            let alone = plainly(next);
            for (x, y) in AREA.positions().map(|at| (at.x, at.y)) {
                prop_assert_eq!(seen(&emulator, x, y), seen(&alone, x, y), "{} {}", x, y);
            }
        }
    }
}
