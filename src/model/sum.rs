//! Sums that stay honest.
//!
//! Knows how sure a sum is. Which figures may be added is told by [`super::tally`]; how a sum is
//! drawn must not be known here.

use super::amount::{Amount, Qualifier};

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
    /// Adds amounts, in any order to the same sum.
    #[must_use]
    pub fn of_amounts(amounts: impl IntoIterator<Item = Amount>) -> Self {
        let mut adder = Adder::default();
        amounts.into_iter().for_each(|amount| adder.add(amount));
        adder.sum()
    }
}

/// A sum that is being added up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Adder {
    total: u64,
    /// Whether the total no longer holds all that was added.
    overflown: bool,
    /// How many numbers there were.
    numbers: usize,
    /// Whether something came without a number.
    some: bool,
    /// The qualifiers seen, a bit each.
    seen: u8,
}

impl Adder {
    /// Adds one amount.
    pub fn add(&mut self, amount: Amount) {
        match amount {
            Amount::Some => self.some = true,
            Amount::Number(qualifier, value) => {
                let (total, overflown) = self.total.overflowing_add(value);
                self.total = total;
                self.overflown |= overflown;
                self.numbers += 1;
                self.seen |= bit(qualifier);
            }
        }
    }

    /// What all of it comes to.
    #[must_use]
    pub fn sum(&self) -> Sum {
        match (self.numbers, self.some, self.weakest()) {
            (0, false, _) => Sum::NotReported,
            (0, true, _) => Sum::Amount(Amount::Some),
            (_, _, Some(qualifier)) if !self.overflown => {
                Sum::Amount(Amount::Number(qualifier, self.total))
            }
            _ => Sum::None,
        }
    }

    /// The weakest qualifier that holds for the sum; `None` where a lower and an upper bound
    /// meet. *Some* on top of numbers makes a lower bound of them.
    fn weakest(&self) -> Option<Qualifier> {
        use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};
        let has = |wanted: Qualifier| self.seen & bit(wanted) != 0;
        if self.numbers == 1 && has(Nearly) && !self.some {
            return Some(Nearly);
        }
        if has(About) || has(Nearly) {
            return Some(About);
        }
        match (has(UpTo), has(MoreThan), has(AtLeast) || self.some) {
            (true, false, false) => Some(UpTo),
            (true, _, _) => None,
            (false, true, _) => Some(MoreThan),
            (false, false, true) => Some(AtLeast),
            (false, false, false) => Some(Exact),
        }
    }
}

/// A qualifier's own bit.
const fn bit(qualifier: Qualifier) -> u8 {
    match qualifier {
        Qualifier::Exact => 1,
        Qualifier::AtLeast => 2,
        Qualifier::MoreThan => 4,
        Qualifier::About => 8,
        Qualifier::Nearly => 16,
        Qualifier::UpTo => 32,
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
