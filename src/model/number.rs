//! How a count is written: separators, millions.
//!
//! Knows digits; must not know what they count.

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
    let mut said = value.to_string();
    let mut group = said.len();
    while group > 3 {
        group -= 3;
        said.insert(group, ',');
    }
    said
}

/// How many of something a list has, with the same commas.
#[must_use]
pub fn of(count: usize) -> String {
    thousands(u64::try_from(count).unwrap_or(u64::MAX))
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
}
