//! How a count is written: separators, millions, shares.
//!
//! Knows digits; must not know what they count.

use super::figure::Qualifier;

/// A count as people write it: `17,793`, and `8 million` from a million on where nothing is lost.
#[must_use]
pub fn words(value: u64) -> String {
    const MILLION: u64 = 1_000_000;
    const TENTH: u64 = MILLION / 10;
    if value < MILLION || !value.is_multiple_of(TENTH) {
        return thousands(value);
    }
    let (whole, tenths) = (value / MILLION, value % MILLION / TENTH);
    if tenths == 0 {
        format!("{} million", thousands(whole))
    } else {
        format!("{}.{tenths} million", thousands(whole))
    }
}

/// A count with a comma between groups of three digits.
#[must_use]
pub fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The share of `part` in `whole` in percent, rounded to the nearest where the part is exact and
/// down where it is a lower bound, so that "at least" stays true. `None` for an empty whole.
#[must_use]
pub fn percent(part: u64, qualifier: Qualifier, whole: u64) -> Option<u64> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part) * 100, u128::from(whole));
    let share = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => part / whole,
        Qualifier::UpTo => part.div_ceil(whole),
        Qualifier::Exact | Qualifier::About | Qualifier::Nearly => (part + whole / 2) / whole,
    };
    u64::try_from(share).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped_by_three() {
        let written: Vec<String> = [0, 7, 999, 1_000, 17_793, 1_234_567].map(thousands).into();
        assert_eq!(written, ["0", "7", "999", "1,000", "17,793", "1,234,567"]);
    }

    #[test]
    fn millions_are_words_only_where_nothing_is_lost() {
        assert_eq!(words(8_000_000), "8 million");
        assert_eq!(words(2_500_000), "2.5 million");
        assert_eq!(words(1_234_567), "1,234,567");
        assert_eq!(words(24_000), "24,000");
    }

    #[test]
    fn a_share_never_says_more_than_its_part() {
        assert_eq!(percent(850, Qualifier::Exact, 2_517), Some(34));
        assert_eq!(percent(158, Qualifier::AtLeast, 2_517), Some(6));
        assert_eq!(percent(199, Qualifier::AtLeast, 1_000), Some(19));
        assert_eq!(percent(191, Qualifier::UpTo, 1_000), Some(20));
        assert_eq!(percent(1, Qualifier::Exact, 0), None);
    }
}
