//! The nearest right word to a wrong one.
//!
//! Knows how far two words are apart. Must not know what they mean.

/// Longer words are no slips of the hand.
const LONGEST: usize = 40;

/// How many known words are compared with.
const COMPARED: usize = 500;

/// The known word that a wrong one was probably meant to be.
pub(crate) fn nearest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if wrong.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let wrong = folded(wrong);
    let allowed = (wrong.len() / 3).clamp(1, 3);
    let near = |word: &'a str| {
        let apart = word.len().abs_diff(wrong.len());
        (apart <= allowed && word.len() <= LONGEST).then(|| (distance(&wrong, &folded(word)), word))
    };
    let found = known.into_iter().take(COMPARED).filter_map(near).min_by_key(|(far, _)| *far);
    found.filter(|(far, word)| *far <= allowed && *far < word.len()).map(|(_, word)| word)
}

/// What the hand means, whatever the case and the blanks.
fn folded(word: &str) -> Vec<char> {
    let plain = |c: char| if matches!(c, ' ' | '-') { '_' } else { c.to_ascii_lowercase() };
    word.chars().map(plain).collect()
}

/// How many letters have to be put in, taken out, changed or swapped with their neighbour.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (down, a) in one.iter().enumerate() {
        let mut next = vec![down + 1];
        let mut left = None;
        for (across, b) in other.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let swap = cell(&row, across) + usize::from(a != b);
            let step = 1 + cell(&row, across + 1).min(cell(&next, across));
            let turned = if across > 0 && last == Some(b) && left == Some(a) {
                1 + cell(&before, across - 1)
            } else {
                usize::MAX
            };
            next.push(swap.min(step).min(turned));
            left = Some(b);
        }
        before = std::mem::replace(&mut row, next);
        last = Some(a);
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        let known = ["measure", "value", "qualifier", "as_printed", "at_least", "id"];
        for (wrong, right) in [
            ("mesure", Some("measure")),
            ("vlaue", Some("value")),
            ("As printed", Some("as_printed")),
            ("at-least", Some("at_least")),
            ("colour", None),
            ("", None),
            ("it", Some("id")),
        ] {
            assert_eq!(nearest(wrong, known), right, "{wrong}");
        }
    }
}
