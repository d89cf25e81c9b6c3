//! Shares: what part of a whole a figure is, and how sure that can be said.
//!
//! Knows how the qualifiers of part and whole work together. Must not know how a share is drawn.

use super::amount::{Amount, Qualifier};

/// A share in percent, with the qualifier that follows from its two figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    qualifier: Qualifier,
    percent: u64,
}

impl Share {
    /// The share of `part` in `whole`; `None` where nothing true can be said of it: one of the
    /// two has no number, the whole is empty, or both are bounds that pull apart.
    #[must_use]
    pub fn of(part: Amount, whole: Amount) -> Option<Self> {
        let (qualifier, percent) = quotient(part, whole, 100)?;
        let share = Self { qualifier, percent };
        (percent > 0 || qualifier != Qualifier::AtLeast).then_some(share)
    }

    /// The share for a bar, at most 100.
    #[must_use]
    pub fn percent(self) -> u64 {
        self.percent.min(100)
    }

    /// The words before it, and it: `at least`, `6 %`.
    #[must_use]
    pub fn parts(self) -> (&'static str, String) {
        match self.percent {
            0 => ("less than", "1 %".to_owned()),
            percent => (self.qualifier.words().trim_end(), format!("{percent} %")),
        }
    }

    /// In words: `34 %`, `at least 6 %`, `less than 1 %`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (qualifier, percent) = self.parts();
        let gap = if qualifier.is_empty() { "" } else { " " };
        format!("{qualifier}{gap}{percent}")
    }
}

/// So many times the quotient of two amounts, in whole numbers, and what can be said of it; `None`
/// where nothing true can be: one of the two has no number, the whole is empty, or both are bounds
/// that pull apart.
pub(super) fn quotient(part: Amount, whole: Amount, times: u128) -> Option<(Qualifier, u64)> {
    let (Amount::Number(part_is, part), Amount::Number(whole_is, whole)) = (part, whole) else {
        return None;
    };
    if whole == 0 {
        return None;
    }
    let qualifier = qualifier(part_is, whole_is)?;
    let (part, whole) = (u128::from(part) * times, u128::from(whole));
    // A bound is rounded away from the figure, so that it stays true.
    let quotient = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => part / whole,
        Qualifier::UpTo => part.div_ceil(whole),
        Qualifier::Exact | Qualifier::About | Qualifier::Nearly => (part + whole / 2) / whole,
    };
    Some((qualifier, u64::try_from(quotient).ok()?))
}

/// What can be said of a quotient: a larger whole makes it smaller.
const fn qualifier(part: Qualifier, whole: Qualifier) -> Option<Qualifier> {
    use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};
    Some(match (part, whole) {
        (Exact, Exact) => Exact,
        (About | Nearly, _) | (Exact, About | Nearly) => About,
        (AtLeast | MoreThan, Exact | UpTo) | (Exact, UpTo) => AtLeast,
        (UpTo, Exact | AtLeast | MoreThan) | (Exact, AtLeast | MoreThan) => UpTo,
        (AtLeast | MoreThan, AtLeast | MoreThan | About | Nearly)
        | (UpTo, UpTo | About | Nearly) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Qualifier::{About, AtLeast, Exact, MoreThan, UpTo};
    use super::*;

    fn share(part: (Qualifier, u64), whole: (Qualifier, u64)) -> Option<String> {
        let amount = |(qualifier, value)| Amount::Number(qualifier, value);
        Share::of(amount(part), amount(whole)).map(Share::in_words)
    }

    #[test]
    fn a_share_never_says_more_than_its_figures() {
        for (part, whole, said) in [
            ((Exact, 850), (Exact, 2_517), Some("34 %")),
            ((AtLeast, 158), (Exact, 2_517), Some("at least 6 %")),
            ((AtLeast, 199), (Exact, 1_000), Some("at least 19 %")),
            ((UpTo, 191), (Exact, 1_000), Some("up to 20 %")),
            ((AtLeast, 56), (MoreThan, 200), None),
            ((Exact, 56), (MoreThan, 200), Some("up to 28 %")),
            ((Exact, 56), (About, 200), Some("about 28 %")),
            ((Exact, 56), (UpTo, 200), Some("at least 28 %")),
            ((Exact, 18), (Exact, 12_000), Some("less than 1 %")),
            ((AtLeast, 18), (Exact, 12_000), None),
            ((Exact, 1), (Exact, 0), None),
        ] {
            assert_eq!(share(part, whole).as_deref(), said, "{part:?} of {whole:?}");
        }
        assert_eq!(Share::of(Amount::Some, Amount::Number(Exact, 9)), None);
    }
}
