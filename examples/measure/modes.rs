//! What a program asks of a terminal, and what it left switched on.
//!
//! Knows escape sequences. Must not know who writes them.

use std::collections::BTreeSet;

const FRAME_START: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Questions, and what a dark terminal answers.
const ANSWERS: [(&[u8], &[u8]); 7] = [
    (b"\x1b]10;?", b"\x1b]10;rgb:d8d8/d8d8/d8d8\x1b\\"),
    (b"\x1b]11;?", b"\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\"),
    (b"\x1b]12;?", b"\x1b]12;rgb:d8d8/d8d8/d8d8\x1b\\"),
    (b"\x1b[?u", b"\x1b[?0u"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[5n", b"\x1b[0n"),
    (b"\x1b[c", b"\x1b[?62;22c"),
];

/// The answers to all that was asked.
pub(crate) fn answers(written: &[u8]) -> Vec<u8> {
    let asked = ANSWERS.iter().filter(|(question, _)| count(written, question) > 0);
    asked.flat_map(|(_, answer)| *answer).copied().collect()
}

/// How many whole frames were written.
pub(crate) fn frames(written: &[u8]) -> usize {
    count(written, FRAME_END)
}

/// Whether all that was written is one synchronized update.
pub(crate) fn is_one_frame(written: &[u8]) -> bool {
    written.starts_with(FRAME_START) && written.ends_with(FRAME_END) && frames(written) == 1
}

fn count(written: &[u8], sequence: &[u8]) -> usize {
    written.windows(sequence.len()).filter(|window| *window == sequence).count()
}

/// The private modes that are not as they were: those switched on, and a cursor that is hidden.
pub(crate) fn left_on(written: &[u8]) -> BTreeSet<String> {
    let mut on = BTreeSet::new();
    let text = String::from_utf8_lossy(written);
    for sequence in text.split("\x1b[?").skip(1) {
        let Some(end) = sequence.find(|letter: char| letter.is_ascii_alphabetic()) else {
            continue;
        };
        let (numbers, rest) = sequence.split_at(end);
        for number in numbers.split(';') {
            // The cursor is the one that is on at first.
            let changed = rest.starts_with(if number == "25" { 'l' } else { 'h' });
            if changed {
                on.insert(number.to_owned());
            } else {
                on.remove(number);
            }
        }
    }
    on
}
