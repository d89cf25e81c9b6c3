//! A number and what it counts, told apart.
//!
//! Knows how numbers are written in words of ours: `at least 1,500 irregular migrants rescued`.

/// What a number ends in where it is a large and a round one.
const LARGE: [&str; 2] = [" million", " billion"];

/// The words up to and with the first number, and the rest, which begins with a blank. Without a
/// number all is rest.
pub(super) fn apart(said: &str) -> (&str, &str) {
    let Some(first) = said.find(|c: char| c.is_ascii_digit()) else {
        let length = if said.starts_with("some ") { "some".len() } else { 0 };
        return said.split_at_checked(length).unwrap_or(("", said));
    };
    let (before, rest) = said.split_at_checked(first).unwrap_or(("", said));
    // What is said of a number in a sentence is more than a number.
    if before.contains(',') {
        return ("", said);
    }
    let length = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
    let length = length.unwrap_or(rest.len());
    let behind = rest.get(length..).unwrap_or_default();
    let large = LARGE.into_iter().find(|word| behind.starts_with(word));
    let length = length + large.map_or(0, str::len);
    said.split_at_checked(first + length).unwrap_or(("", said))
}

/// Whether a heading says what is counted, be it one or more of them.
pub(super) fn is_said_by(heading: &str, counted: &str) -> bool {
    let counted = counted.trim_start();
    counted == heading || heading.strip_suffix('s') == Some(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_qualifier_and_leaves_what_it_counts() {
        for (said, number) in [
            ("94 arrests", "94"),
            ("at least 1,500 irregular migrants rescued", "at least 1,500"),
            ("about 2.5 million euros and more", "about 2.5 million"),
            ("not reported, but 3,222 potential victims rescued", ""),
            ("7", "7"),
            ("some arrests", "some"),
            ("not known", ""),
            ("مصر 12 arrests", "مصر 12"),
        ] {
            let (found, rest) = apart(said);
            assert_eq!(found, number);
            assert_eq!(format!("{found}{rest}"), said);
        }
    }

    #[test]
    fn a_heading_says_what_is_counted_if_it_says_just_that() {
        assert!(is_said_by("arrests", " arrests") && is_said_by("arrests", " arrest"));
        assert!(!is_said_by("arrests", " arrests (in doubt)") && !is_said_by("rescued", " freed"));
    }
}
