//! What the decoder makes of streams: whole, cut, mixed with replies, and hostile.

use super::*;
use proptest::prelude::*;
use terminput::{KeyCode, KeyEvent, KeyModifiers as Mods, MouseEventKind};

/// What comes of a stream that arrives in these reads, each followed by a pause.
fn reads(reads: &[&[u8]]) -> Vec<Piece> {
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    for read in reads {
        decoder.feed(read, &mut found);
        decoder.pause(&mut found);
    }
    found
}

fn whole(stream: &[u8]) -> Vec<Piece> {
    reads(&[stream])
}

fn key(code: KeyCode, modifiers: Mods) -> Piece {
    Piece::Event(Event::Key(KeyEvent::new(code).modifiers(modifiers)))
}

fn plain(code: KeyCode) -> Piece {
    key(code, Mods::NONE)
}

fn char(char: char) -> Piece {
    plain(KeyCode::Char(char))
}

fn paste(text: &str) -> Piece {
    Piece::Event(Event::Paste(text.to_owned()))
}

fn reply(bytes: &[u8]) -> Piece {
    Piece::Reply(bytes.to_vec())
}

#[test]
fn keys_of_all_kinds() {
    let keys: [(&[u8], Piece); 22] = [
        (b"j", char('j')),
        (b"G", key(KeyCode::Char('G'), Mods::SHIFT)),
        ("é".as_bytes(), char('é')),
        ("漢".as_bytes(), char('漢')),
        ("😀".as_bytes(), char('😀')),
        (b"\r", plain(KeyCode::Enter)),
        (b"\t", plain(KeyCode::Tab)),
        (b"\x7f", plain(KeyCode::Backspace)),
        (b"\x03", key(KeyCode::Char('c'), Mods::CTRL)),
        (b"\0", key(KeyCode::Char(' '), Mods::CTRL)),
        (b"\x1b", plain(KeyCode::Esc)),
        (b"\x1b[A", plain(KeyCode::Up)),
        (b"\x1bOA", plain(KeyCode::Up)),
        (b"\x1bOP", plain(KeyCode::F(1))),
        (b"\x1b[[A", plain(KeyCode::F(1))),
        (b"\x1b[15~", plain(KeyCode::F(5))),
        (b"\x1b[5~", plain(KeyCode::PageUp)),
        (b"\x1b[Z", key(KeyCode::Tab, Mods::SHIFT)),
        (b"\x1b[1;5C", key(KeyCode::Right, Mods::CTRL)),
        (b"\x1b[1;2R", key(KeyCode::F(3), Mods::SHIFT)),
        (b"\x1bj", key(KeyCode::Char('j'), Mods::ALT)),
        ("\x1bé".as_bytes(), key(KeyCode::Char('é'), Mods::ALT)),
    ];
    for (stream, expected) in keys {
        assert_eq!(whole(stream), [expected], "{}", stream.escape_ascii());
    }
}

#[test]
fn keys_in_one_read_come_out_in_order() {
    let up = plain(KeyCode::Up);
    assert_eq!(whole(b"j\x1b[Aq"), [char('j'), up.clone(), char('q')]);
    assert_eq!(whole(b"\x1b\x1b[A"), [plain(KeyCode::Esc), up]);
    assert_eq!(whole(b"\x1b\x1b"), [plain(KeyCode::Esc), plain(KeyCode::Esc)]);
    assert_eq!(whole(&b"j".repeat(500)).len(), 500);
}

#[test]
fn a_pause_makes_keys_of_what_could_begin_a_sequence() {
    assert_eq!(reads(&[b"\x1b", b"j"]), [plain(KeyCode::Esc), char('j')]);
    for begin in *b"[]_^" {
        let alt = key(KeyCode::Char(begin.into()), Mods::ALT);
        assert_eq!(reads(&[&[ESC, begin], b"j"]), [alt, char('j')]);
    }
    for begin in *b"OPX" {
        let alt = key(KeyCode::Char(begin.into()), Mods::ALT | Mods::SHIFT);
        assert_eq!(reads(&[&[ESC, begin], b"j"]), [alt, char('j')]);
    }
}

#[test]
fn a_sequence_that_has_begun_waits_over_a_pause() {
    assert_eq!(reads(&[b"\x1b[1;", b"5C"]), [key(KeyCode::Right, Mods::CTRL)]);
    assert_eq!(reads(&[b"\xe6\xbc", b"\xa2"]), [char('漢')]);
    assert_eq!(reads(&[b"\x1b[<0;1", b"2;7M"]).len(), 1);
    assert_eq!(reads(&[b"\x1b]11;rgb:", b"0/0/0\x1b", b"\\j"]).len(), 2);
}

#[test]
fn clicks_wheel_and_the_oldest_mouse_report() {
    for stream in [&b"\x1b[<0;3;2M"[..], b"\x1b[<65;3;2M", b"\x1b[M #\"", b"\x1b[M\x60\xff\xfe"] {
        let found = whole(stream);
        let [Piece::Event(Event::Mouse(mouse))] = found.as_slice() else {
            unreachable!("{} is {found:?}", stream.escape_ascii());
        };
        assert!(matches!(mouse.kind, MouseEventKind::Down(_) | MouseEventKind::Scroll(_)));
    }
    assert_eq!(whole(b"\x1b[<0;0;0Mj"), [char('j')]);
}

#[test]
fn replies_are_never_keys() {
    let colour = b"\x1b]11;rgb:1e1e/1e1e/2e2e";
    assert_eq!(whole(&[&colour[..], b"\x1b\\"].concat()), [reply(colour)]);
    assert_eq!(
        whole(&[&b"a"[..], colour, b"\x07b"].concat()),
        [char('a'), reply(colour), char('b')]
    );
    assert_eq!(whole(b"\x1b[?62;22;52c"), [reply(b"\x1b[?62;22;52c")]);
    for stray in [
        &b"\x1bP>|XTerm(389)\x1b\\"[..],
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[?2026;2$y",
        b"\x1b[>41;389;0c",
        b"\x1b[?1u",
        b"\x1b[24;80R",
        b"\x1b[0n",
        b"\x1b[8;40;120t",
    ] {
        let mut found = whole(&[stray, b"j"].concat());
        found.retain(|piece| matches!(piece, Piece::Event(_)));
        assert_eq!(found, [char('j')], "{}", stray.escape_ascii());
    }
}

#[test]
fn pastes_are_text_whatever_they_hold() {
    assert_eq!(whole(b"\x1b[200~q\r\x1b[A\x03\x1b[201~j"), [paste("q\r\x1b[A\x03"), char('j')]);
    assert_eq!(whole(b"\x1b[200~\x1b[201~"), [paste("")]);
    assert_eq!(whole(b"\x1b[200~a\x1b[20\x1b[201~"), [paste("a\x1b[20")]);
    assert_eq!(reads(&[b"\x1b[200~on", b"e\x1b", b"[20", b"1~"]), [paste("one")]);
    assert_eq!(whole(b"\x1b[200~\xff\x1b[201~"), [paste("\u{fffd}")]);
    assert_eq!(whole(b"\x1b[201~j"), [char('j')]);
}

#[test]
fn a_paste_too_large_is_cut_between_characters() {
    let text = "é".repeat(PASTE_LIMIT);
    let stream = [PASTE_START, b"x", text.as_bytes(), PASTE_END, b"j"].concat();
    let found = whole(&stream);
    let [Piece::Event(Event::Paste(text)), last] = found.as_slice() else {
        unreachable!("a paste and a key");
    };
    assert_eq!(text.len(), PASTE_LIMIT - 1);
    assert!(text.ends_with('é'));
    assert_eq!(*last, char('j'));
}

#[test]
fn what_is_too_long_is_dropped_whole() {
    let long = "1;".repeat(5_000);
    let control = format!("\x1b[{long}Aj");
    assert_eq!(whole(control.as_bytes()), [char('j')]);
    let function = format!("\x1bO{long}Aj");
    assert_eq!(whole(function.as_bytes()), [char('j')]);
    let text = format!("\x1b]11;{long}\x1b\\j");
    assert_eq!(whole(text.as_bytes()), [char('j')]);
}

#[test]
fn nothing_begun_swallows_the_keyboard() {
    for begun in [&b"\x1b[1;"[..], b"\x1b]11;x", b"\x1bPx", b"\x1bO1", b"\x1b]x\x1b", b"\xe6"] {
        let found = reads(&[begun, b"\x1b", b"\x1b", b"j"]);
        assert_eq!(found.last(), Some(&char('j')), "{}", begun.escape_ascii());
        let found = reads(&[begun, b"\x03"]);
        let end = found.last();
        let stopped = end == Some(&key(KeyCode::Char('c'), Mods::CTRL))
            || end == Some(&key(KeyCode::Char('c'), Mods::CTRL | Mods::ALT));
        assert!(stopped, "{}", begun.escape_ascii());
    }
}

#[test]
fn bytes_that_are_no_text_are_dropped() {
    assert_eq!(whole(b"\x80\xff\xc0\xf8j"), [char('j')]);
    assert_eq!(whole(b"\xe6j"), [char('j')]);
    assert_eq!(whole(b"\xe6\x1b[A"), [plain(KeyCode::Up)]);
    assert_eq!(whole(b"\xed\xa0\x80j"), [char('j')]);
}

/// Pieces of streams that are likely to go wrong together.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&[u8]> = vec![
        b"\x1b",
        b"\x1b[",
        b"\x1bO",
        b"\x1b]",
        b"\x1bP",
        b"\x1b[<",
        b"\x1b[M",
        b"\x1b[[",
        b"\x1b\\",
        b"\x07",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[20",
        b"\x1b[A",
        b"\x1b[<0;3;4M",
        b"\x1b[?62c",
        b"11;rgb:ff/ff/ff",
        b"0",
        b";",
        b"M",
        b"j",
        b"\x03",
        b"\xe6\xbc\xa2",
        b"\xe6",
        b"\x18",
    ];
    let known = prop::sample::select(known).prop_map(<[u8]>::to_vec);
    let any = prop::collection::vec(any::<u8>(), 0..4);
    prop::collection::vec(prop_oneof![4 => known, 1 => any], 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn cutting_the_stream_changes_nothing(stream in stream(), cuts: Vec<u8>) {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        let mut rest = stream.as_slice();
        for cut in cuts {
            let (now, later) = rest.split_at(usize::from(cut).min(rest.len()));
            decoder.feed(now, &mut found);
            rest = later;
        }
        for byte in rest {
            decoder.feed(&[*byte], &mut found);
        }
        decoder.pause(&mut found);
        prop_assert_eq!(found, whole(&stream));
    }

    #[test]
    fn any_stream_leaves_a_keyboard_that_works(stream in stream()) {
        // The end of a paste, for a paste alone may hold on to what comes; then Escape twice.
        let found = reads(&[&stream, PASTE_END, b"\x1b", b"\x1b", b"j"]);
        prop_assert_eq!(found.last(), Some(&char('j')));
    }

    #[test]
    fn little_is_held(stream in stream()) {
        let mut decoder = Decoder::default();
        let mut found = Vec::new();
        for _ in 0..50 {
            decoder.feed(&stream, &mut found);
            prop_assert!(decoder.held.len() <= PASTE_LIMIT);
            prop_assert!(matches!(decoder.state, State::Paste(_)) || decoder.held.len() <= REPLY_LIMIT);
        }
    }
}
