//! Filters: which places are looked at.
//!
//! Knows what a term asks of a place. A filter picks places, never figures: all that is reported
//! of a place that it picks is shown, so that nothing looks as if it had not been reported. How a
//! filter is typed and drawn must not be known here.

mod complete;
mod names;
mod order;
mod parse;
mod picked;
mod print;
mod sieve;
mod token;

pub use complete::{Completion, complete};
pub use names::{FORMS, KEYS};
pub use parse::{Mistake, parse, read};
pub use picked::{Picked, Reported};

use super::amount::{Amount, Qualifier};
use super::country::{Country, Region, Subregion};
use super::measure::{Family, Measure};
use super::offence::Offence;
use super::source::Strength;

/// What a place has to be: every term holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// The terms, in the order in which they were typed.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether it asks for nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The same filter and a term more, unless it says so already.
    #[must_use]
    pub fn and(mut self, term: Term) -> Self {
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
        self
    }

    /// The same filter without its last term.
    #[must_use]
    pub fn without_last(mut self) -> Self {
        self.terms.pop();
        self
    }
}

/// One thing asked for, or ruled out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// What is asked.
    pub test: Test,
}

impl From<Test> for Term {
    fn from(test: Test) -> Self {
        Self { negated: false, test }
    }
}

/// What is asked of a place. Where there are several values, one of them is enough.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Test {
    /// The text stands in its names, its codes or its actions, as a find looks for it.
    Text(String),
    /// It is one of these countries, or they are among those that it names.
    Country(Vec<Country>),
    /// A country of it lies in one of these.
    Region(Vec<Area>),
    /// A figure of it is of one of these families.
    Family(Vec<Family>),
    /// A figure of it has one of these measures.
    Measure(Vec<Measure>),
    /// One of its actions, or a figure limited to less, is about one of these.
    Offence(Vec<Offence>),
    /// What is reported of it rests on a source of such strength.
    Strength(Vec<Strength>),
    /// A number of it has one of these qualifiers.
    Qualifier(Vec<Qualifier>),
    /// One of these is reported in such a way.
    State(State, Vec<Name>),
    /// A number certainly compares so.
    Compare(Name, Comparison, u64),
}

/// A region or a part of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    /// A region.
    Region(Region),
    /// A part of a region.
    Subregion(Subregion),
}

impl Area {
    /// Whether a country lies in it.
    #[must_use]
    pub fn holds(self, country: Country) -> bool {
        match self {
            Self::Region(region) => country.region() == region,
            Self::Subregion(subregion) => country.subregion() == subregion,
        }
    }
}

/// How something is reported of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// With a number.
    Number,
    /// Without a number.
    Some,
    /// Not at all.
    Nothing,
}

/// What is counted: a column of the table, or one measure alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Name {
    /// What the column of a family shows.
    Family(Family),
    /// The sum of one measure.
    Measure(Measure),
}

/// How a number compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `>`
    MoreThan,
    /// `<=`
    AtMost,
    /// `<`
    LessThan,
    /// `=`
    Exactly,
}

impl Comparison {
    /// Whether an amount certainly compares so with a number, whatever its qualifier leaves open.
    #[must_use]
    pub fn holds(self, amount: Amount, number: u64) -> bool {
        let Some((least, most)) = amount.bounds() else { return false };
        match self {
            Self::AtLeast => least >= number,
            Self::MoreThan => least > number,
            Self::AtMost => most.is_some_and(|most| most <= number),
            Self::LessThan => most.is_some_and(|most| most < number),
            Self::Exactly => least == number && most == Some(number),
        }
    }
}
