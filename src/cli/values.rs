//! What the values of options are called: the names that the rest of the program has for them.
//!
//! Knows which types are values. Must not know which option takes them.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::app::focus::Screen;
use crate::model::group::By;
use crate::model::measure::Family;
use crate::report;

impl ValueEnum for Screen {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

impl ValueEnum for report::format::Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for By {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// The family of measures that a map counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted(pub Family);

impl Counted {
    /// The word for it.
    pub(super) const fn word(self) -> &'static str {
        self.0.word()
    }
}

impl ValueEnum for Counted {
    fn value_variants<'a>() -> &'a [Self] {
        &COUNTED
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

pub(super) const COUNTED: [Counted; 4] = [
    Counted(Family::Arrests),
    Counted(Family::Rescues),
    Counted(Family::Identified),
    Counted(Family::Moved),
];
