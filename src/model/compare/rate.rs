//! Rates: a total by day or by country that took part. Derived, and said to be.
//!
//! Knows what a total is divided by and how sure the quotient is. No source reports a rate, so
//! none may ever look as if one did.

use super::digest::{Digest, Total};
use crate::model::amount::{Amount, Qualifier};
use crate::model::measure::{Family, Measure};
use crate::model::number;
use crate::model::share;

/// What totals are divided by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rate {
    /// By nothing: the totals as they are reported.
    #[default]
    Total,
    /// By the days of the operation.
    Day,
    /// By the countries that took part.
    Country,
}

/// A total at a rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rated {
    /// Nothing is reported.
    NotReported,
    /// The total itself.
    Total(Total),
    /// What it comes to.
    Derived(Derived),
    /// The total is reported, but cannot be divided.
    None(Total),
}

/// A total, what it was divided by, and what that comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Derived {
    /// The total.
    pub total: Total,
    /// What it was divided by.
    pub by: Amount,
    qualifier: Qualifier,
    /// Tenths of one.
    tenths: u64,
}

impl Rate {
    /// The next one, round the end.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Total => Self::Day,
            Self::Day => Self::Country,
            Self::Country => Self::Total,
        }
    }

    /// What one of them is called, after a number: `a day`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Total => "",
            Self::Day => "a day",
            Self::Country => "a country",
        }
    }

    /// What totals are divided by, in words.
    #[must_use]
    pub const fn by(self) -> &'static str {
        match self {
            Self::Total => "",
            Self::Day => "days",
            Self::Country => "countries",
        }
    }

    /// What a total comes to.
    #[must_use]
    pub fn of(self, digest: &Digest, total: Option<&Total>) -> Rated {
        let Some(total) = total.copied() else { return Rated::NotReported };
        let by = match self {
            Self::Total => return Rated::Total(total),
            Self::Day => digest.days_amount(),
            Self::Country => digest.countries_amount(),
        };
        let divided = by
            .filter(|_| total.lead.counted && adds_up(total.lead.measure))
            .and_then(|by| Some((by, share::quotient(total.lead.amount, by, 10)?)));
        match divided {
            Some((by, (qualifier, tenths))) => {
                Rated::Derived(Derived { total, by, qualifier, tenths })
            }
            None => Rated::None(total),
        }
    }
}

impl Derived {
    /// For tables: `419.5`, `≈86.0`, `>40.0`.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{}{}", self.qualifier.sign(), self.digits())
    }

    /// For sentences: `about 86.0`.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{}{}", self.qualifier.words(), self.digits())
    }

    /// The way it was derived: `2,517 ÷ 6 days`.
    #[must_use]
    pub fn way(self, rate: Rate) -> String {
        format!("{} ÷ {} {}", self.total.lead.amount.in_words(), self.by.in_words(), rate.by())
    }

    /// The number that a bar may show: tenths of one.
    #[must_use]
    pub const fn drawn(self) -> u64 {
        self.tenths
    }

    fn digits(self) -> String {
        format!("{}.{}", number::thousands(self.tenths / 10), self.tenths % 10)
    }
}

/// Whether a measure grows with days and countries. How many countries, officers or units there
/// were does not, and has no rate.
const fn adds_up(measure: Measure) -> bool {
    use Measure::{
        Bodies, Checkpoints, CoordinationUnits, Countries, CountriesOfOrigin, CountriesOnSite,
        CountriesOnline, CountriesSeeking, Hotspots, Nationalities, Officers,
    };
    let counted = !matches!(measure.family(), Family::Attributes);
    counted
        && !matches!(
            measure,
            Bodies
                | Checkpoints
                | CoordinationUnits
                | Countries
                | CountriesOfOrigin
                | CountriesOnSite
                | CountriesOnline
                | CountriesSeeking
                | Hotspots
                | Nationalities
                | Officers
        )
}
