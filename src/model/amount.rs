//! Amounts: a number with the qualifier of its source, or *some*.
//!
//! Knows how they are written. Must not know what they count.

use serde::{Deserialize, Serialize};

use super::number;

/// What the source puts before the number.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// Nothing: the number itself.
    #[default]
    Exact,
    /// "at least"
    AtLeast,
    /// "more than"
    MoreThan,
    /// "about", "some" before a number, "around"
    About,
    /// "nearly", "almost", "close to"
    Nearly,
    /// "up to"
    UpTo,
}

impl Qualifier {
    /// Every qualifier.
    pub const ALL: [Self; 6] =
        [Self::Exact, Self::AtLeast, Self::MoreThan, Self::About, Self::Nearly, Self::UpTo];

    /// The sign for a narrow cell.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::AtLeast => "≥",
            Self::MoreThan => ">",
            Self::About | Self::Nearly => "≈",
            Self::UpTo => "≤",
        }
    }

    /// The word with a blank after it, or nothing for an exact number.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::AtLeast => "at least ",
            Self::MoreThan => "more than ",
            Self::About => "about ",
            Self::Nearly => "nearly ",
            Self::UpTo => "up to ",
        }
    }
}

/// How many: a number with its qualifier, or *some* where the source gives no number.
///
/// What is not reported is the absence of an amount, never a zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    /// A number as the source qualifies it.
    Number(Qualifier, u64),
    /// Reported without a number.
    Some,
}

impl Amount {
    /// The number, if there is one.
    #[must_use]
    pub const fn value(self) -> Option<u64> {
        match self {
            Self::Number(_, value) => Some(value),
            Self::Some => None,
        }
    }

    /// The qualifier of the number; *some* has none.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        match self {
            Self::Number(qualifier, _) => qualifier,
            Self::Some => Qualifier::Exact,
        }
    }

    /// The least and the most that it can be; no end where it has none. `None` where nothing is
    /// certain: about and nearly leave open by how much.
    #[must_use]
    pub const fn bounds(self) -> Option<(u64, Option<u64>)> {
        let Self::Number(qualifier, value) = self else { return None };
        match qualifier {
            Qualifier::Exact => Some((value, Some(value))),
            Qualifier::AtLeast => Some((value, None)),
            Qualifier::MoreThan => Some((value.saturating_add(1), None)),
            Qualifier::UpTo => Some((0, Some(value))),
            Qualifier::About | Qualifier::Nearly => None,
        }
    }

    /// Whether it is certainly more than the other, whatever the qualifiers leave open.
    #[must_use]
    pub const fn exceeds(self, other: Self) -> bool {
        match (self.bounds(), other.bounds()) {
            (Some((least, _)), Some((_, Some(most)))) => least > most,
            _ => false,
        }
    }

    /// For tables: `94`, `≥178`, `≈8 million`, `some`.
    #[must_use]
    pub fn compact(self) -> String {
        match self {
            Self::Number(Qualifier::Exact, value) => number::words(value),
            Self::Number(qualifier, value) => qualifier.sign().to_owned() + &number::words(value),
            Self::Some => "some".to_owned(),
        }
    }

    /// In words: `94`, `at least 178`, `nearly 8 million`, `some`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Number(qualifier, value) => {
                format!("{}{}", qualifier.words(), number::words(value))
            }
            Self::Some => "some".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};
    use super::*;

    #[test]
    fn every_amount_carries_its_qualifier() {
        let at_least = Amount::Number(AtLeast, 178);
        assert_eq!(
            (at_least.compact(), at_least.in_words()),
            ("≥178".into(), "at least 178".into())
        );
        let nearly = Amount::Number(Nearly, 8_000_000);
        assert_eq!(nearly.compact(), "≈8 million");
        assert_eq!(nearly.in_words(), "nearly 8 million");
        assert_eq!(Amount::Number(MoreThan, 250).compact(), ">250");
        assert_eq!(Amount::Number(UpTo, 40).compact(), "≤40");
        assert_eq!(Amount::Some.compact(), "some");
    }

    #[test]
    fn more_is_said_only_where_it_is_certain() {
        for (one, other, certain) in [
            ((Exact, 5), (Exact, 4), true),
            ((Exact, 4), (Exact, 4), false),
            ((AtLeast, 5), (UpTo, 4), true),
            ((MoreThan, 4), (Exact, 4), true),
            ((AtLeast, 4), (Exact, 4), false),
            ((About, 9), (Exact, 4), false),
            ((UpTo, 9), (Exact, 4), false),
            ((Exact, 9), (Nearly, 4), false),
            ((Exact, 9), (AtLeast, 4), false),
            ((Exact, 9), (MoreThan, 4), false),
        ] {
            let number = |(qualifier, value)| Amount::Number(qualifier, value);
            assert_eq!(number(one).exceeds(number(other)), certain, "{one:?} {other:?}");
        }
    }
}
