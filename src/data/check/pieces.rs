//! A text cut into digits, number words and the rest.
//!
//! Knows where a piece begins and ends. How pieces make a number is known by `numerals`.

use std::ops::Range;

use super::digits;
use super::lexicon::{self, Meaning};

/// A piece of a text.
pub(super) enum Piece {
    /// Digits with what they may mean, and whether they are clearly a count.
    Digits(Vec<u128>, bool),
    /// A word that is a number or multiplies one.
    Word(Meaning),
    /// A word that may stand inside a number: twenty **and** two.
    Joint,
    /// `+`
    Plus,
    /// Anything else.
    Other,
}

impl Piece {
    /// Whether it is a word that is a number beyond doubt, or makes one larger.
    pub(super) const fn is_number_word(&self) -> bool {
        matches!(self, Self::Word(Meaning::Number(_) | Meaning::Times(..) | Meaning::Hundred))
    }
}

/// The pieces of a text and, as many, where they stand in it.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) kinds: Vec<Piece>,
    pub(super) places: Vec<Range<usize>>,
}

impl Pieces {
    /// Cuts a text into pieces; `language` is its code.
    pub(super) fn of(text: &str, language: &str) -> Self {
        let alone = !text.chars().any(char::is_alphabetic);
        let mut pieces = Self::default();
        let (mut at, mut letter, mut before) = (0, false, String::new());
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or_default();
            let length = if c.is_ascii_digit() {
                let (run, length) = digits::run(rest);
                let readings = run.readings(alone);
                let clear = !letter && (alone || !readings.year);
                pieces.push(Piece::Digits(readings.values, clear), at..at + length);
                length
            } else if c.is_alphabetic() {
                let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                let word = rest.get(..length).unwrap_or_default().to_lowercase();
                pieces.push(word_piece(&word, &before, language), at..at + length);
                before = word;
                length
            } else {
                match c {
                    '+' => pieces.push(Piece::Plus, at..at + 1),
                    _ if c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '\'' | '’') => {}
                    _ => pieces.push(Piece::Other, at..at + c.len_utf8()),
                }
                c.len_utf8()
            };
            at += length;
            // What hangs on letters, as in COVID-19 and G7, is a name; 32-year-old is a number.
            letter = c.is_alphabetic() || (letter && c == '-');
        }
        pieces
    }

    fn push(&mut self, kind: Piece, place: Range<usize>) {
        self.kinds.push(kind);
        self.places.push(place);
    }
}

fn word_piece(word: &str, before: &str, language: &str) -> Piece {
    // Per cent, pour cent, por ciento: a share, no hundred.
    let share = matches!(before, "per" | "pour" | "por" | "pro");
    match lexicon::meaning(word, language) {
        _ if lexicon::is_joint(word) => Piece::Joint,
        Some(Meaning::Hundred | Meaning::Number(100)) if share => Piece::Other,
        Some(meaning) => Piece::Word(meaning),
        None => Piece::Other,
    }
}
