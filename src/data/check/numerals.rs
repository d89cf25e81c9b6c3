//! Numbers in running text: digits, number words of five languages, and their multipliers.
//!
//! Knows how words add up to a number. The words themselves stand in `lexicon`.

use std::fmt;

use super::digits::{self, ONE};
use super::lexicon::{self, Meaning};
use crate::model::number::thousands;

/// A number that a text may mean.
pub(super) struct Number {
    millionths: u128,
    /// Whether the text clearly holds it, so that it speaks against another value.
    pub(super) clear: bool,
}

impl Number {
    /// Whether it is that value.
    pub(super) fn is(&self, value: u64) -> bool {
        u128::from(value).checked_mul(ONE) == Some(self.millionths)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = u64::try_from(self.millionths / ONE).unwrap_or(u64::MAX);
        f.write_str(&thousands(whole))?;
        match self.millionths % ONE {
            0 => Ok(()),
            rest => write!(f, ".{}", format!("{rest:06}").trim_end_matches('0')),
        }
    }
}

/// A piece of a text.
enum Piece {
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

/// The numbers that a text may mean; the likeliest reading of each place comes first.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let mut used = 1;
        let mut readings = Vec::new();
        for value in starts(pieces.get(start)) {
            let (reading, more) = phrase(value, pieces.get(start..).unwrap_or_default());
            used = used.max(more);
            readings.push(reading);
        }
        let clear = is_clear(pieces.get(start..start + used).unwrap_or_default());
        found.extend(readings.into_iter().map(|millionths| Number { millionths, clear }));
        start += used;
    }
    found.extend(sum(&pieces));
    found
}

/// Whether a text is a number and nothing else.
pub(super) fn is_number_alone(text: &str) -> bool {
    let pieces = pieces(text);
    let other = |piece: &Piece| matches!(piece, Piece::Other | Piece::Plus | Piece::Joint);
    !pieces.iter().any(other) && numbers(text).iter().any(|number| number.clear)
}

/// What a piece means where a number begins with it.
fn starts(piece: Option<&Piece>) -> Vec<u128> {
    match piece {
        Some(Piece::Digits(values, _)) => values.clone(),
        Some(Piece::Word(Meaning::Number(one) | Meaning::Weak(one) | Meaning::Alone(one))) => {
            vec![one * ONE]
        }
        Some(Piece::Word(Meaning::Times(factor, true))) => vec![factor * ONE],
        _ => Vec::new(),
    }
}

/// Whether some piece of a number makes it one beyond doubt.
fn is_clear(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Digits(_, clear) => *clear,
        Piece::Word(Meaning::Number(_) | Meaning::Times(..)) => true,
        _ => false,
    })
}

/// Reads a number on from its first value as far as it goes, and says how many pieces it has.
fn phrase(first: u128, pieces: &[Piece]) -> (u128, usize) {
    let digits_first = matches!(pieces.first(), Some(Piece::Digits(..)));
    let (mut total, mut current, mut used, mut joined) = (0_u128, first, 1, false);
    for (index, piece) in pieces.iter().enumerate().skip(1) {
        // Digits are added to nothing but thousands: 4 mil 419, but not 100 and 20.
        let open = current == 0 && !joined;
        let next = match piece {
            Piece::Joint if !joined => {
                joined = true;
                continue;
            }
            Piece::Word(Meaning::Times(factor, _)) if !joined => times(total, current, *factor),
            Piece::Word(Meaning::Number(value) | Meaning::Weak(value)) if open || !digits_first => {
                add(total, current, value * ONE)
            }
            Piece::Digits(values, _) if open => {
                values.first().and_then(|value| add(total, current, *value))
            }
            _ => None,
        };
        let Some((sum, part)) = next.filter(|(sum, part)| sum.checked_add(*part).is_some()) else {
            break;
        };
        (total, current, joined, used) = (sum, part, false, index + 1);
    }
    (total.saturating_add(current), used)
}

/// Twenty and two, four score, hundred and five; `None` where the number ends instead.
fn add(total: u128, current: u128, value: u128) -> Option<(u128, u128)> {
    if current == 4 * ONE && value == 20 * ONE {
        return Some((total, 80 * ONE)); // quatre-vingts
    }
    let room = [10, 100, 1000].into_iter().find(|power| value < power * ONE)?;
    let sixty =
        current.is_multiple_of(20 * ONE) && value < 20 * ONE && current % (100 * ONE) >= 60 * ONE;
    let fits = current.is_multiple_of(room * ONE) && (current > 0 || total > 0);
    (fits || sixty).then(|| Some((total, current.checked_add(value)?))).flatten()
}

/// Multiplies a number by hundred, thousand, million and so on.
fn times(total: u128, current: u128, factor: u128) -> Option<(u128, u128)> {
    if current == 0 && total < factor * ONE {
        return Some((total.checked_mul(factor)?, 0)); // mil millones
    }
    let product = current.checked_mul(factor)?;
    if factor < 1000 {
        return Some((total, product));
    }
    Some((total.checked_add(product)?, 0))
}

/// The sum of numbers with plus signs between them.
fn sum(pieces: &[Piece]) -> Option<Number> {
    let parts: Vec<&[Piece]> = pieces.split(|piece| matches!(piece, Piece::Plus)).collect();
    if parts.len() < 2 {
        return None;
    }
    let whole = |part: &&[Piece]| {
        let begin = part.iter().position(|piece| !starts(Some(piece)).is_empty())?;
        let first = starts(part.get(begin)).first().copied()?;
        Some(phrase(first, part.get(begin..)?).0)
    };
    let parts: Option<Vec<u128>> = parts.iter().map(whole).collect();
    let total = parts?.into_iter().try_fold(0_u128, u128::checked_add)?;
    Some(Number { millionths: total, clear: false })
}

/// Cuts a text into pieces.
fn pieces(text: &str) -> Vec<Piece> {
    let alone = !text.chars().any(char::is_alphabetic);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut letter = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        if c.is_ascii_digit() {
            let (run, length) = digits::run(rest);
            let readings = run.readings(alone);
            pieces.push(Piece::Digits(readings.values, !letter && (alone || !readings.year)));
            at += length;
        } else if c.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            word(rest.get(..end).unwrap_or_default(), &mut pieces);
            at += end;
        } else {
            match c {
                '+' => pieces.push(Piece::Plus),
                _ if c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '\'' | '’') => {}
                _ => pieces.push(Piece::Other),
            }
            at += c.len_utf8();
        }
        // What hangs on letters, as in COVID-19 and G7, is a name; 32-year-old is a number.
        letter = c.is_alphabetic() || (letter && c == '-');
    }
    pieces
}

fn word(word: &str, pieces: &mut Vec<Piece>) {
    let word = word.to_lowercase();
    if lexicon::is_joint(&word) {
        pieces.push(Piece::Joint);
    } else if let Some(meaning) = lexicon::meaning(&word) {
        pieces.push(Piece::Word(meaning));
    } else {
        pieces.push(Piece::Other);
    }
}
