//! Numbers in running text: digits, number words of six languages, and their multipliers.
//!
//! Knows how words add up to a number. The words themselves stand in `lexicon`.

use std::fmt;
use std::ops::Range;

use super::digits::ONE;
use super::lexicon::Meaning;
use super::pieces::{Piece, Pieces};
use crate::model::number::thousands;

/// A number that a text may mean.
pub(super) struct Number {
    millionths: u128,
    /// Whether the text clearly holds it, so that it speaks against another value.
    pub(super) clear: bool,
    /// Whether no number word is left over beside it that could belong to it.
    pub(super) whole: bool,
    /// Where it stands in the text.
    pub(super) place: Range<usize>,
}

impl Number {
    /// The number, if it is a whole one.
    pub(super) fn whole(&self) -> Option<u64> {
        let whole = self.millionths.is_multiple_of(ONE).then_some(self.millionths / ONE)?;
        u64::try_from(whole).ok()
    }

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

/// The numbers that a text may mean; the likeliest reading of each place comes first.
/// `language` is the code of the text's language; empty if its words are not known.
pub(super) fn numbers(text: &str, language: &str) -> Vec<Number> {
    found(&Pieces::of(text, language), language)
}

fn found(pieces: &Pieces, language: &str) -> Vec<Number> {
    let kinds = &pieces.kinds;
    let mut found = Vec::new();
    let mut start = 0;
    while start < kinds.len() {
        let mut used = 1;
        let mut readings = Vec::new();
        let rest = kinds.get(start..).unwrap_or_default();
        for value in starts(rest.first()) {
            let (reading, more) = phrase(value, rest);
            used = used.max(more);
            // Half of something is no number; half a million is one.
            if reading != ONE / 2 {
                readings.push(reading);
            }
        }
        let phrase = start..start + used;
        let clear = is_clear(kinds.get(phrase.clone()).unwrap_or_default(), language);
        let whole = is_whole(kinds, &phrase);
        let place = place(pieces, &phrase);
        let number = |millionths| Number { millionths, clear, whole, place: place.clone() };
        found.extend(readings.into_iter().map(number));
        start += used;
    }
    found.extend(sum(kinds));
    found
}

/// Whether a text is a number and nothing else.
pub(super) fn is_number_alone(text: &str, language: &str) -> bool {
    let pieces = Pieces::of(text, language);
    let other = |piece: &Piece| matches!(piece, Piece::Other | Piece::Plus | Piece::Joint);
    !pieces.kinds.iter().any(other) && found(&pieces, language).iter().any(|number| number.clear)
}

/// Whether a text has digits or any word that speaks of a number, be it hundreds.
pub(super) fn speaks_of_number(text: &str, language: &str) -> bool {
    let speaks = |piece: &Piece| match piece {
        Piece::Digits(..) => true,
        Piece::Word(meaning) => !matches!(meaning, Meaning::Alone(1) | Meaning::Half),
        _ => false,
    };
    Pieces::of(text, language).kinds.iter().any(speaks)
}

/// Where a run of pieces stands in the text.
fn place(pieces: &Pieces, run: &Range<usize>) -> Range<usize> {
    let first = pieces.places.get(run.start);
    let last = run.end.checked_sub(1).and_then(|last| pieces.places.get(last));
    first.map_or(0, |first| first.start)..last.map_or(0, |last| last.end)
}

/// What a piece means where a number begins with it.
fn starts(piece: Option<&Piece>) -> Vec<u128> {
    match piece {
        Some(Piece::Digits(values, _)) => values.clone(),
        Some(Piece::Word(meaning)) => match meaning {
            Meaning::Number(one) | Meaning::Weak(one) | Meaning::Alone(one) => vec![one * ONE],
            Meaning::Times(factor, true) => vec![factor * ONE],
            Meaning::Times(_, false) => Vec::new(),
            Meaning::Hundred => vec![100 * ONE],
            Meaning::Half => vec![ONE / 2],
        },
        _ => Vec::new(),
    }
}

/// Whether some piece of a number makes it one beyond doubt.
fn is_clear(pieces: &[Piece], language: &str) -> bool {
    let words = !language.is_empty();
    pieces.iter().any(|piece| match piece {
        Piece::Digits(_, clear) => *clear,
        Piece::Word(Meaning::Number(_) | Meaning::Times(..)) => words,
        // One cent is as often a coin.
        Piece::Word(Meaning::Hundred) => words && (pieces.len() > 1 || language == "fr"),
        _ => false,
    })
}

/// Whether what stands beside a number leaves no doubt that it was read to its end.
fn is_whole(kinds: &[Piece], phrase: &Range<usize>) -> bool {
    let at = |index: Option<usize>| index.and_then(|index| kinds.get(index));
    let word = |piece: Option<&Piece>| piece.is_some_and(Piece::is_number_word);
    let joint = |piece: Option<&Piece>| matches!(piece, Some(Piece::Joint));
    let (first, last) = (at(Some(phrase.start)), at(phrase.end.checked_sub(1)));
    let before = |back: usize| at(phrase.start.checked_sub(back));
    let after = |on: usize| at(phrase.end.checked_add(on));
    let left = word(before(1)) || (joint(before(1)) && word(before(2)));
    let right = word(after(0)) || (joint(after(0)) && word(after(1)));
    !(word(first) && left || word(last) && right)
}

/// A number that is being read.
#[derive(Clone, Copy)]
struct Sum {
    /// What is multiplied by thousands already.
    total: u128,
    /// What may still be multiplied.
    current: u128,
    /// Whether that came from digits, to which words add nothing: 100 and 20.
    digits: bool,
    /// The last multiplier, of which half may be added.
    factor: u128,
}

/// Reads a number on from its first value as far as it goes, and says how many pieces it has.
fn phrase(first: u128, pieces: &[Piece]) -> (u128, usize) {
    let digits = matches!(pieces.first(), Some(Piece::Digits(..)));
    let half = matches!(pieces.first(), Some(Piece::Word(Meaning::Half)));
    let mut sum = match pieces.first() {
        Some(Piece::Word(Meaning::Times(factor, _))) if *factor >= 1000 => {
            Sum { total: first, current: 0, digits, factor: *factor }
        }
        _ => Sum { total: 0, current: first, digits, factor: 1 },
    };
    let mut used = 1;
    while let Some(rest) = pieces.get(used..) {
        let (length, next) = match rest {
            [Piece::Joint, Piece::Word(Meaning::Half), ..] => (2, sum.and_half()),
            [
                Piece::Joint,
                Piece::Word(Meaning::Alone(1) | Meaning::Weak(1)),
                Piece::Word(Meaning::Half),
                ..,
            ] => (3, sum.and_half()),
            [Piece::Joint, Piece::Word(Meaning::Number(value) | Meaning::Weak(value)), ..] => {
                (2, sum.and(value * ONE, false))
            }
            // Half a million.
            [Piece::Word(Meaning::Alone(1)), Piece::Word(Meaning::Times(factor, _)), ..]
                if half && used == 1 =>
            {
                (2, sum.times(*factor))
            }
            [Piece::Word(Meaning::Number(value) | Meaning::Weak(value)), ..] if !half => {
                (1, sum.and(value * ONE, false))
            }
            [Piece::Word(Meaning::Times(factor, _)), ..] => (1, sum.times(*factor)),
            [Piece::Word(Meaning::Hundred), ..] => (1, sum.cent()),
            [Piece::Digits(values, _), ..] if sum.current == 0 => {
                (1, values.first().and_then(|value| sum.and(*value, true)))
            }
            _ => break,
        };
        let Some(next) = next.filter(|next| next.total.checked_add(next.current).is_some()) else {
            break;
        };
        sum = next;
        used += length;
    }
    (sum.total.saturating_add(sum.current), used)
}

impl Sum {
    /// Twenty and two, four score, hundred and five; `None` where the number ends instead.
    fn and(self, value: u128, digits: bool) -> Option<Self> {
        let Self { total, current, .. } = self;
        if self.digits && current > 0 {
            return None;
        }
        let rest = current % (100 * ONE);
        if rest == 4 * ONE && value == 20 * ONE {
            return Some(Self { current: current.checked_add(76 * ONE)?, ..self }); // quatre-vingts
        }
        let room = [10, 100, 1000].into_iter().find(|power| value < power * ONE)?;
        let sixty = rest >= 60 * ONE && rest.is_multiple_of(20 * ONE) && value < 20 * ONE;
        let fits = current.is_multiple_of(room * ONE) && (current > 0 || total > 0);
        let current = (fits || sixty).then(|| current.checked_add(value)).flatten()?;
        Some(Self { current, digits, factor: 1, ..self })
    }

    /// Multiplies by hundred, thousand, million and so on.
    fn times(self, factor: u128) -> Option<Self> {
        let Self { total, current, .. } = self;
        if factor >= 1000 {
            // Mil millones, and three hundred thousand million; but a million two thousand.
            let total = if total < factor * ONE {
                total.checked_add(current)?.checked_mul(factor)?
            } else {
                let more = if current == 0 { ONE } else { current };
                total.checked_add(more.checked_mul(factor)?)?
            };
            return Some(Self { total, current: 0, digits: false, factor });
        }
        let current = match current {
            0 if factor == 100 && total > 0 => 100 * ONE, // mille cento
            0 => return None,
            current => current.checked_mul(factor)?,
        };
        Some(Self { total, current, digits: false, factor })
    }

    /// Deux cents, mille cent, but never fifty cents.
    fn cent(self) -> Option<Self> {
        let units = (2 * ONE..10 * ONE).contains(&self.current);
        let fits = !self.digits && (units || self.current == 0);
        fits.then(|| self.times(100)).flatten()
    }

    /// A million and a half, two and a half, a dozen and a half.
    fn and_half(self) -> Option<Self> {
        if self.current == 0 {
            let total = self.total.checked_add(self.factor.checked_mul(ONE)? / 2)?;
            return Some(Self { total, factor: 1, ..self });
        }
        let unit = if self.factor < 100 { self.factor * ONE } else { ONE };
        Some(Self { current: self.current.checked_add(unit / 2)?, factor: 1, ..self })
    }
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
    let millionths = parts?.into_iter().try_fold(0_u128, u128::checked_add)?;
    Some(Number { millionths, clear: false, whole: true, place: 0..0 })
}

#[cfg(test)]
mod tests;
