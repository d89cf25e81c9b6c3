//! Numbers in a few classes, for a map.
//!
//! Knows numbers. The bounds of a class are numbers that were reported, never round ones that
//! nobody has said.

/// How many classes a map tells apart.
pub const RANKS: usize = 4;

/// The classes of some numbers, from the least to the most.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Classes {
    bounds: Vec<(u64, u64)>,
}

impl Classes {
    /// Puts numbers into at most so many classes, parted where one number is the most times the
    /// one before it.
    #[must_use]
    pub fn of(numbers: impl Iterator<Item = u64>, most: usize) -> Self {
        let mut all: Vec<u64> = numbers.collect();
        all.sort_unstable();
        all.dedup();
        let mut gaps: Vec<(usize, u64, u64)> = all
            .iter()
            .zip(all.iter().skip(1))
            .enumerate()
            .map(|(place, (low, high))| (place + 1, (*low).max(1), *high))
            .collect();
        let times = |high: u64, low: u64| u128::from(high) * u128::from(low);
        // high / low falling, without a division.
        gaps.sort_by(|(_, low, high), (_, other_low, other_high)| {
            times(*other_high, *low).cmp(&times(*high, *other_low))
        });
        let mut cuts: Vec<usize> =
            gaps.iter().take(most.saturating_sub(1)).map(|(place, ..)| *place).collect();
        cuts.sort_unstable();
        cuts.push(all.len());
        let mut from = 0;
        let bounds = cuts.into_iter().filter_map(|to| {
            let part = all.get(from..to)?;
            from = to;
            Some((*part.first()?, *part.last()?))
        });
        Self { bounds: bounds.collect() }
    }

    /// The least and the greatest number of each class.
    #[must_use]
    pub fn bounds(&self) -> &[(u64, u64)] {
        &self.bounds
    }

    /// The class of a number that is among those given.
    #[must_use]
    pub fn class(&self, number: u64) -> Option<usize> {
        self.bounds.iter().position(|(low, high)| (*low..=*high).contains(&number))
    }

    /// The place of a class among four, so that the greatest numbers look the same whether there
    /// are few classes or many.
    #[must_use]
    pub fn rank(&self, class: usize, of: usize) -> usize {
        let missing = of.saturating_sub(self.bounds.len());
        (class + missing).min(of.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_part_where_numbers_jump() {
        let of = |numbers: &[u64]| Classes::of(numbers.iter().copied(), 4).bounds;
        assert_eq!(of(&[94, 25, 12, 7, 7, 5, 3, 1]), [(1, 1), (3, 12), (25, 25), (94, 94)]);
        assert_eq!(of(&[12, 9, 12, 9]), [(9, 9), (12, 12)]);
        assert_eq!(of(&[0, 1_500]), [(0, 0), (1_500, 1_500)]);
        assert_eq!(of(&[]), []);
    }

    proptest! {
        #[test]
        fn every_number_has_one_class(numbers in prop::collection::vec(any::<u64>(), 0..40), most in 1_usize..6) {
            let classes = Classes::of(numbers.iter().copied(), most);
            prop_assert!(classes.bounds().len() <= most);
            prop_assert!(classes.bounds().is_sorted_by(|one, other| one.1 < other.0));
            for number in numbers {
                let class = classes.class(number);
                prop_assert!(class.is_some_and(|class| classes.rank(class, 6) < 6));
            }
        }
    }
}
