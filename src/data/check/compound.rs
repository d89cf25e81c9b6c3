//! Numbers that are written as one word: zweiundzwanzig, dreihundertfünf, milleduecentotrentuno.
//!
//! Knows how German and Italian put their words together. The words stand in `lexicon`.

/// Longer words are no numbers.
const LONGEST: usize = 60;

/// The number that a compound means; `simple` knows the words below a hundred.
pub(super) fn number(word: &str, simple: impl Fn(&str) -> Option<u128> + Copy) -> Option<u128> {
    if word.len() > LONGEST {
        return None;
    }
    german(word, simple).or_else(|| italian(word))
}

fn german(word: &str, simple: impl Fn(&str) -> Option<u128> + Copy) -> Option<u128> {
    for (name, factor) in [("tausend", 1000), ("hundert", 100)] {
        if let Some((before, after)) = word.split_once(name) {
            let times = if before.is_empty() { 1 } else { german(before, simple)? };
            let more = if after.is_empty() { 0 } else { german(after, simple)? };
            return (times < 1000 && more < factor).then_some(times * factor + more);
        }
    }
    let compound = || {
        let (unit, tens) = word.split_once("und")?;
        let (unit, tens) = (simple(unit)?, simple(tens)?);
        (unit < 10 && tens >= 20).then_some(unit + tens)
    };
    simple(word).filter(|number| *number < 100).or_else(compound)
}

/// The Italian words below twenty; `un` only inside others.
const SMALL: [(&str, u128); 22] = [
    ("uno", 1),
    ("un", 1),
    ("due", 2),
    ("tre", 3),
    ("tré", 3),
    ("quattro", 4),
    ("cinque", 5),
    ("sei", 6),
    ("sette", 7),
    ("otto", 8),
    ("nove", 9),
    ("dieci", 10),
    ("undici", 11),
    ("dodici", 12),
    ("tredici", 13),
    ("quattordici", 14),
    ("quindici", 15),
    ("sedici", 16),
    ("diciassette", 17),
    ("diciotto", 18),
    ("diciannove", 19),
    ("dicianove", 19),
];

const TENS: [(&str, u128); 8] = [
    ("venti", 20),
    ("trenta", 30),
    ("quaranta", 40),
    ("cinquanta", 50),
    ("sessanta", 60),
    ("settanta", 70),
    ("ottanta", 80),
    ("novanta", 90),
];

fn italian(word: &str) -> Option<u128> {
    if let Some((before, after)) = word.split_once("mila") {
        return Some(hundreds(before)? * 1000 + rest(after)?);
    }
    match word.strip_prefix("mille") {
        Some(after) => Some(1000 + rest(after)?),
        None => hundreds(word),
    }
}

fn rest(word: &str) -> Option<u128> {
    if word.is_empty() { Some(0) } else { hundreds(word.strip_prefix('e').unwrap_or(word)) }
}

/// An Italian number below a thousand.
fn hundreds(word: &str) -> Option<u128> {
    let Some((before, after)) = word.split_once("cent") else { return tens(word) };
    let times = if before.is_empty() { 1 } else { tens(before).filter(|times| *times < 10)? };
    if after == "o" {
        return Some(times * 100);
    }
    // Centotto is cento and otto; centotre is cento and tre.
    let more = after.strip_prefix('o').and_then(tens).or_else(|| tens(after))?;
    Some(times * 100 + more)
}

/// An Italian number below a hundred; before uno and otto the tens lose their last letter.
fn tens(word: &str) -> Option<u128> {
    let small = |word: &str| SMALL.iter().find(|(name, _)| *name == word).map(|(_, one)| *one);
    if let Some(number) = small(word) {
        return Some(number);
    }
    TENS.iter().find_map(|(name, tens)| {
        let elided = name.get(..name.len() - 1)?;
        let unit = match (word.strip_prefix(name), word.strip_prefix(elided)) {
            (Some(""), _) => 0,
            (Some(unit), _) => small(unit).filter(|unit| !matches!(unit, 1 | 8))?,
            (None, Some(unit)) => small(unit).filter(|unit| matches!(unit, 1 | 8))?,
            (None, None) => return None,
        };
        (unit < 10).then_some(tens + unit)
    })
}
