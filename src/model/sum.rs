//! Sums that stay honest.
//!
//! Knows which figures may be added, and how sure their sum is. Must not know how it is drawn.

use super::amount::{Amount, Qualifier};
use super::figure::Figure;

/// A sum of figures of one measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    /// Nothing was reported.
    NotReported,
    /// What was reported adds up to this.
    Amount(Amount),
    /// A lower and an upper bound, or a number too large to hold: no honest sum.
    None,
}

impl Sum {
    /// Adds figures of one measure. Parts of other figures, figures set apart, and second
    /// tellings of a case are passed over.
    #[must_use]
    pub fn of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        let mut cases = Vec::new();
        let counted = figures.into_iter().filter(|figure| figure.counts());
        let once = counted.filter(|figure| match &figure.same_case {
            Some(case) if cases.contains(&case) => false,
            Some(case) => {
                cases.push(case);
                true
            }
            None => true,
        });
        Self::of_amounts(once.map(|figure| figure.amount))
    }

    /// Adds amounts, in any order to the same sum.
    #[must_use]
    pub fn of_amounts(amounts: impl IntoIterator<Item = Amount>) -> Self {
        let mut total = Some(0_u64);
        let (mut some, mut seen) = (false, Vec::new());
        for amount in amounts {
            match amount {
                Amount::Some => some = true,
                Amount::Number(qualifier, value) => {
                    seen.push(qualifier);
                    total = total.and_then(|total| total.checked_add(value));
                }
            }
        }
        match (seen.is_empty(), some, weakest(&seen, some), total) {
            (true, false, ..) => Self::NotReported,
            (true, true, ..) => Self::Amount(Amount::Some),
            (false, _, Some(qualifier), Some(total)) => {
                Self::Amount(Amount::Number(qualifier, total))
            }
            _ => Self::None,
        }
    }
}

/// The weakest qualifier that holds for a sum; `None` where a lower and an upper bound meet.
/// *Some* on top of numbers makes a lower bound of them.
fn weakest(seen: &[Qualifier], some: bool) -> Option<Qualifier> {
    use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};
    let has = |wanted: Qualifier| seen.contains(&wanted);
    if let ([Nearly], false) = (seen, some) {
        return Some(Nearly);
    }
    if has(About) || has(Nearly) {
        return Some(About);
    }
    match (has(UpTo), has(MoreThan), has(AtLeast) || some) {
        (true, false, false) => Some(UpTo),
        (true, _, _) => None,
        (false, true, _) => Some(MoreThan),
        (false, false, true) => Some(AtLeast),
        (false, false, false) => Some(Exact),
    }
}

#[cfg(test)]
mod tests {
    use super::Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};
    use super::*;

    fn sum(amounts: &[Amount]) -> Sum {
        let forwards = Sum::of_amounts(amounts.iter().copied());
        let backwards = Sum::of_amounts(amounts.iter().rev().copied());
        assert_eq!(forwards, backwards, "the order does not matter");
        forwards
    }

    const fn number(qualifier: Qualifier, value: u64) -> Amount {
        Amount::Number(qualifier, value)
    }

    #[test]
    fn a_sum_keeps_the_weakest_qualifier() {
        for (one, other, kept) in [
            (Exact, Exact, Exact),
            (Exact, AtLeast, AtLeast),
            (AtLeast, MoreThan, MoreThan),
            (MoreThan, MoreThan, MoreThan),
            (About, AtLeast, About),
            (Nearly, Exact, About),
            (Nearly, UpTo, About),
            (Exact, UpTo, UpTo),
        ] {
            let expected = Sum::Amount(number(kept, 19));
            assert_eq!(sum(&[number(one, 7), number(other, 12)]), expected, "{one:?} {other:?}");
        }
        assert_eq!(sum(&[number(Nearly, 9)]), Sum::Amount(number(Nearly, 9)));
    }

    #[test]
    fn some_makes_a_lower_bound_and_nothing_changes_nothing() {
        assert_eq!(sum(&[]), Sum::NotReported);
        assert_eq!(sum(&[Amount::Some, Amount::Some]), Sum::Amount(Amount::Some));
        assert_eq!(sum(&[number(Exact, 7), Amount::Some]), Sum::Amount(number(AtLeast, 7)));
        assert_eq!(sum(&[number(About, 50), Amount::Some]), Sum::Amount(number(About, 50)));
    }

    #[test]
    fn what_has_no_honest_sum_has_none() {
        assert_eq!(sum(&[number(AtLeast, 3), number(UpTo, 40)]), Sum::None);
        assert_eq!(sum(&[number(UpTo, 40), Amount::Some]), Sum::None);
        assert_eq!(sum(&[number(Exact, u64::MAX), number(Exact, 1)]), Sum::None);
        assert_eq!(sum(&[number(AtLeast, 3), number(UpTo, 4), number(Exact, 1)]), Sum::None);
        let mixed = [number(AtLeast, 3), number(UpTo, 4), number(About, 5)];
        assert_eq!(sum(&mixed), Sum::Amount(number(About, 12)));
    }
}
