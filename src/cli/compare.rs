//! The options of the comparison.
//!
//! Knows how they are written and explained. Must not know which operations are at hand.

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::shown::read;
use crate::app::compare::Wanted;
use crate::data::envelope::View;
use crate::data::sanitize;
use crate::model::compare::rate::Rate;
use crate::model::compare::{Kind, Part, written};

/// What is compared, and how.
#[derive(Args, Clone, Default, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// The operations to compare, by their ids, such as liberterra-1,weka-2; or all
    #[arg(long, value_name = "IDS", value_delimiter = ',', value_parser = written_id)]
    pub compare: Vec<String>,
    /// The measure to chart on Compare, such as 'potential victims rescued'
    #[arg(long, value_name = "MEASURE", value_parser = written_measure)]
    pub measure: Option<Kind>,
    /// Divide the totals on Compare
    #[arg(long, value_enum, value_name = "BY")]
    pub per: Option<Rate>,
    /// What Compare lists; a report without it has both
    #[arg(long, value_enum, value_name = "WHAT")]
    pub rows: Option<Part>,
}

impl Comparison {
    /// Whether one of them is given.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        *self != Self::default()
    }

    /// What is asked for here, and beyond that what a report says that was asked for.
    pub(super) fn or(self, view: &View) -> Self {
        let mut compare = self.compare;
        if compare.is_empty() {
            let ids = view.said("compare").into_iter().flat_map(|ids| ids.split(','));
            compare.extend(ids.filter_map(|id| written_id(id).ok()));
        }
        Self {
            compare,
            measure: self.measure.or_else(|| written_measure(view.said("measure")?).ok()),
            per: self.per.or_else(|| read(&Rate::ALL, Rate::word, view.said("per"))),
            rows: self.rows.or_else(|| read(&Part::ALL, Part::word, view.said("rows"))),
        }
    }

    /// What the board is asked to compare.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        Wanted {
            operations: self.compare.clone(),
            measure: self.measure,
            rate: self.per,
            part: self.rows,
        }
    }

    /// The names and values of those that are given.
    pub(super) fn written(&self) -> impl Iterator<Item = (&'static str, Option<String>)> {
        let operations = (!self.compare.is_empty()).then(|| self.compare.join(","));
        [
            ("compare", operations),
            ("measure", self.measure.map(written::of)),
            ("per", self.per.map(|rate| rate.word().to_owned())),
            ("rows", self.rows.map(|part| part.word().to_owned())),
        ]
        .into_iter()
    }
}

impl From<Wanted> for Comparison {
    fn from(wanted: Wanted) -> Self {
        let Wanted { operations, measure, rate, part } = wanted;
        Self { compare: operations, measure, per: rate, rows: part }
    }
}

fn written_id(written: &str) -> Result<String, String> {
    match sanitize::clean(written.trim()).to_string() {
        id if id.is_empty() => {
            Err("an id is missing; `liberterra list` names those there are".to_owned())
        }
        id => Ok(id),
    }
}

fn written_measure(written: &str) -> Result<Kind, String> {
    written::read(sanitize::clean(written).as_str())
}

impl ValueEnum for Rate {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

impl ValueEnum for Part {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}
