//! What a picture must show, read back from its SVG.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::{CELL_HEIGHT, CELL_WIDTH, Palette, write};

fn drawn(buffer: &Buffer) -> String {
    let mut svg = String::new();
    write(buffer, &Palette::DARK, "A screen", &mut svg).unwrap();
    svg
}

fn line(text: &str, style: Style) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
    buffer.set_string(0, 0, text, style);
    buffer
}

/// The value of an attribute in the first tag of `piece`.
fn attribute<'a>(piece: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = piece.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn number(piece: &str, name: &str) -> i32 {
    attribute(piece, name).unwrap().parse().unwrap()
}

/// Column, row, tag and content of each text, as they follow in the document.
fn texts(svg: &str) -> Vec<(i32, i32, &str, String)> {
    let after_tag = svg.split("<text").skip(1);
    after_tag
        .map(|piece| {
            let (tag, rest) = piece.split_once('>').unwrap();
            let (content, _) = rest.split_once("</text>").unwrap();
            let content = content.replace("&lt;", "<").replace("&gt;", ">");
            let (x, y) = (number(tag, "x"), number(tag, "y"));
            // A centred wide character stands on the border of its two cells.
            let centred_wide = tag.contains("middle") && x % CELL_WIDTH == 0;
            let x = x - if centred_wide { CELL_WIDTH } else { 0 };
            let content = content.replace("&amp;", "&");
            (x / CELL_WIDTH, y / CELL_HEIGHT, tag, content)
        })
        .collect()
}

/// Fill and rectangles (left, top, width, height) of each path.
fn paths(svg: &str) -> Vec<(&str, Vec<[i32; 4]>)> {
    let paths = svg.split("<path").skip(1);
    paths
        .map(|path| {
            let data = attribute(path, "d").unwrap();
            let tiles = data.split('M').skip(1).filter_map(rectangle);
            (attribute(path, "fill").unwrap(), tiles.collect())
        })
        .collect()
}

fn rectangle(data: &str) -> Option<[i32; 4]> {
    let (place, size) = data.split_once('h')?;
    let (left, top) = place.split_once(' ')?;
    let (width, rest) = size.split_once('v')?;
    let (height, _) = rest.split_once('h')?;
    let [left, top, width, height] = [left, top, width, height].map(|it| it.parse().ok());
    Some([left?, top?, width?, height?])
}

fn rectangles(svg: &str, fill: &str) -> Vec<[i32; 4]> {
    let of_fill = paths(svg).into_iter().filter(|(own, _)| *own == fill);
    of_fill.flat_map(|(_, tiles)| tiles).collect()
}

#[test]
fn the_text_of_every_cell_can_be_read_back_in_order() {
    let mut buffer = Buffer::empty(Rect::new(3, 5, 40, 3));
    buffer.set_string(3, 5, "Plain words,  a gap and Türkiye", Style::new());
    buffer.set_string(3, 6, "two", Style::new().red());
    buffer.set_string(6, 6, "styles 漢字 → done", Style::new().bold());
    buffer.set_string(3, 7, "a<b & \"c\" != d", Style::new().italic().reversed());
    let mut rows = vec![vec![" ".to_owned(); 40]; 3];
    let svg = drawn(&buffer);
    let found = texts(&svg);
    for (column, row, _, content) in &found {
        for (place, character) in content.chars().enumerate() {
            let column = usize::try_from(*column).unwrap() + place;
            rows[usize::try_from(*row).unwrap()][column] = character.to_string();
        }
    }
    let expected: Vec<Vec<String>> = buffer
        .content
        .chunks(40)
        .map(|row| row.iter().map(|cell| cell.symbol().to_owned()).collect())
        .collect();
    assert_eq!(rows, expected);
    assert!(found.is_sorted_by_key(|(column, row, ..)| (*row, *column)));
}

#[test]
fn a_run_is_as_long_as_its_cells() {
    let svg = drawn(&line("eight ch", Style::new()));
    let found = texts(&svg);
    assert_eq!(number(found[0].2, "textLength"), 8 * CELL_WIDTH);
}

#[test]
fn a_wide_character_stands_in_the_middle_of_a_ground_of_two_cells() {
    let svg = drawn(&line("漢", Style::new().bg(Color::Rgb(1, 2, 3))));
    assert_eq!(rectangles(&svg, "#010203"), [[0, 0, 16, 16]]);
    assert_eq!(number(texts(&svg)[0].2, "x"), CELL_WIDTH);
}

#[test]
fn reversed_swaps_the_resolved_colours() {
    let svg = drawn(&line("x", Style::new().reversed()));
    assert_eq!(rectangles(&svg, "#d5d9e0"), [[0, 0, 8, 16]]);
    assert_eq!(attribute(texts(&svg)[0].2, "fill"), Some("#14171c"));
}

#[test]
fn dim_moves_the_text_towards_its_ground() {
    let style = Style::new().fg(Color::Rgb(200, 100, 0)).dim();
    let svg = drawn(&line("x", style.bg(Color::Rgb(0, 100, 50))));
    assert_eq!(attribute(texts(&svg)[0].2, "fill"), Some("#786414"));
    let svg = drawn(&line("x", style.bg(Color::Rgb(0, 100, 50)).reversed()));
    assert_eq!(rectangles(&svg, "#c86400"), [[0, 0, 8, 16]]);
}

#[test]
fn every_kind_of_colour_is_resolved() {
    let colours = [
        (Color::Blue, "#6ca4e6"),
        (Color::Indexed(15), "#f3f5f8"),
        (Color::Indexed(16), "#000000"),
        (Color::Indexed(110), "#87afd7"),
        (Color::Indexed(231), "#ffffff"),
        (Color::Indexed(255), "#eeeeee"),
        (Color::Rgb(9, 8, 7), "#090807"),
    ];
    for (colour, expected) in colours {
        let svg = drawn(&line("x", Style::new().fg(colour)));
        assert_eq!(attribute(texts(&svg)[0].2, "fill"), Some(expected));
    }
}

#[test]
fn hidden_text_is_not_in_the_picture() {
    let svg = drawn(&line("secret █", Style::new().hidden().underlined()));
    assert!(texts(&svg).is_empty());
    assert!(paths(&svg).is_empty());
}

#[test]
fn underlines_run_through_spaces() {
    let svg = drawn(&line("two words", Style::new().underlined()));
    assert_eq!(rectangles(&svg, "#d5d9e0"), [[0, 14, 72, 1]]);
}

#[test]
fn marked_up_characters_are_escaped() {
    let mut svg = String::new();
    let buffer = line("<&>", Style::new());
    write(&buffer, &Palette::LIGHT, "A & B < C", &mut svg).unwrap();
    assert!(svg.contains("<title>A &amp; B &lt; C</title>"));
    let content: String = texts(&svg).into_iter().map(|it| it.3).collect();
    assert_eq!(content, "<&>");
    assert!(!svg.contains("<&>"));
}

#[test]
fn no_control_character_reaches_the_picture() {
    let mut buffer = line("abcdef", Style::new());
    let controls = ["\u{1b}[31m", "\u{7}", "\t", "\u{9b}", "\u{202e}e"];
    for (cell, control) in buffer.content.iter_mut().zip(controls) {
        cell.set_symbol(control);
    }
    let mut svg = String::new();
    write(&buffer, &Palette::DARK, "a\u{1b}]0;b\u{7}", &mut svg).unwrap();
    let forbidden =
        |it: char| it != '\n' && (it.is_control() || matches!(it, '\u{202a}'..='\u{202e}'));
    assert!(!svg.contains(forbidden), "{svg:?}");
    let content: String = texts(&svg).into_iter().map(|it| it.3).collect();
    assert_eq!(content, "\u{fffd}\u{fffd}\u{fffd}\u{fffd}ef");
}

#[test]
fn blocks_of_one_colour_are_joined() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 4));
    let style = Style::new().fg(Color::Rgb(1, 2, 3));
    buffer.set_string(0, 0, "████▌ ▐██ ▀▀▀▄▄▄▛▜▙▟", style);
    buffer.set_string(0, 1, "████▌ ▚▞  ▃▃▃▃▁▁", style);
    buffer.set_string(0, 2, "▊", style.reversed());
    buffer.set_string(1, 2, " ██", style.bg(Color::Rgb(1, 2, 3)));
    let svg = drawn(&buffer);
    let tiles = rectangles(&svg, "#010203");
    assert!(tiles.contains(&[0, 0, 36, 32]), "{tiles:?}");
    assert!(tiles.contains(&[6, 32, 26, 16]), "{tiles:?}");
    for (index, &[left, top, width, height]) in tiles.iter().enumerate() {
        for &[other, other_top, other_width, other_height] in &tiles[index + 1..] {
            let one_band = (top, height) == (other_top, other_height);
            let touch = left <= other + other_width && other <= left + width;
            assert!(!(one_band && touch), "{left} and {other} in band {top}");
        }
    }
}

#[test]
fn eighths_have_their_exact_size() {
    for (symbol, eighths) in ('▉'..='▏').zip((1..8).rev()) {
        let svg = drawn(&line(&symbol.to_string(), Style::new().red()));
        assert_eq!(rectangles(&svg, "#e06f78")[0], [0, 0, eighths, 16]);
    }
    for (symbol, eighths) in ('▁'..='█').zip(1..) {
        let svg = drawn(&line(&symbol.to_string(), Style::new().red()));
        let height = 2 * eighths;
        assert_eq!(rectangles(&svg, "#e06f78"), [[0, 16 - height, 8, height]]);
    }
}

#[test]
fn a_parted_cell_shows_its_ground_beside_its_figure() {
    let svg = drawn(&line("▍", Style::new().red().on_blue()));
    assert_eq!(rectangles(&svg, "#e06f78"), [[0, 0, 3, 16]]);
    assert_eq!(rectangles(&svg, "#6ca4e6"), [[3, 0, 5, 16]]);
}

#[test]
fn a_rule_over_many_cells_is_one_rectangle() {
    let svg = drawn(&line("──────────", Style::new()));
    assert_eq!(rectangles(&svg, "#d5d9e0"), [[0, 8, 80, 1]]);
    let svg = drawn(&line("══════════", Style::new()));
    assert_eq!(rectangles(&svg, "#d5d9e0"), [[0, 7, 80, 1], [0, 9, 80, 1]]);
}

#[test]
fn drawn_characters_are_never_text() {
    let drawn_characters = ('\u{2500}'..='\u{259f}').chain('\u{2800}'..='\u{28ff}');
    for symbol in drawn_characters.chain("●○◉▸◂▴▾▲▼◀▶".chars()) {
        let svg = drawn(&line(&symbol.to_string(), Style::new()));
        assert!(texts(&svg).is_empty(), "{symbol} is text");
        let blank = symbol == '\u{2800}';
        assert_eq!(svg.contains("<path"), !blank, "{symbol} is not drawn");
    }
}

#[test]
fn lines_reach_the_edges_their_arms_point_to() {
    // Which edges (top, right, bottom, left) the tiles of a character touch.
    let edges = |symbol: char| {
        let svg = drawn(&line(&symbol.to_string(), Style::new()));
        let tiles = rectangles(&svg, "#d5d9e0");
        let any = |test: fn(&[i32; 4]) -> bool| tiles.iter().any(test);
        [
            any(|tile| tile[1] == 0),
            any(|tile| tile[0] + tile[2] == CELL_WIDTH),
            any(|tile| tile[1] + tile[3] == CELL_HEIGHT),
            any(|tile| tile[0] == 0),
        ]
    };
    assert_eq!(edges('└'), [true, true, false, false]);
    assert_eq!(edges('╦'), [false, true, true, true]);
    assert_eq!(edges('┫'), [true, false, true, true]);
    assert_eq!(edges('╴'), [false, false, false, true]);
    assert_eq!(edges('╪'), [true; 4]);
}

#[test]
fn shades_share_one_texture_for_each_colour() {
    let svg = drawn(&line("▒▒▒░▒", Style::new().red()));
    assert_eq!(svg.matches("<pattern").count(), 2);
    let tiles = rectangles(&svg, "url(#medium-e06f78)");
    assert_eq!(tiles, [[0, 0, 24, 16], [32, 0, 8, 16]]);
}

#[test]
fn the_picture_is_named_and_the_same_each_time() {
    let buffer = line("▌ text ░ ● ⣿", Style::new().red());
    let svg = drawn(&buffer);
    assert_eq!(svg, drawn(&buffer));
    assert!(svg.contains(r#"role="img" width="344" height="40" viewBox="-12 -12 344 40""#));
    assert!(svg.contains("<title>A screen</title>"));
}

#[test]
fn an_empty_buffer_is_a_picture_too() {
    let svg = drawn(&Buffer::empty(Rect::ZERO));
    assert!(svg.ends_with("</svg>\n"));
}

#[test]
fn octants_are_geometry_that_fills_just_its_eighths_of_the_cell() {
    for (mask, octant) in ratatui::symbols::pixel::OCTANTS.into_iter().enumerate() {
        let svg = drawn(&line(&octant.to_string(), Style::new().fg(Color::Rgb(255, 0, 0))));
        assert!(texts(&svg).is_empty(), "{octant} is set as text");
        let filled = rectangles(&svg, "#ff0000");
        let holds = |x: i32, y: i32| {
            let within = |[left, top, width, height]: &[i32; 4]| {
                (*left..left + width).contains(&x) && (*top..top + height).contains(&y)
            };
            filled.iter().any(within)
        };
        for bit in 0..8 {
            let (x, y) = (bit % 2 * CELL_WIDTH / 2 + 1, bit / 2 * CELL_HEIGHT / 4 + 1);
            assert_eq!(holds(x, y), mask >> bit & 1 == 1, "{octant} {mask:08b} {bit}");
        }
    }
}
