//! The operation file exactly as it is written, format 1.
//!
//! Knows the names of the fields. What they mean together is checked in `validate`.

use serde::Deserialize;

use crate::model::figure::{Apart, Qualifier};
use crate::model::measure::Measure;
use crate::model::offence::Offence;
use crate::model::operation::Status;
use crate::model::source::{ConflictKind, Strength};
use crate::model::who::{Group, Who};

/// The only format there is.
pub(super) const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    pub(super) schema: u32,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) organiser: String,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) hubs: Vec<String>,
    pub(super) totals: Vec<Figure>,
    pub(super) actions: Vec<Action>,
    #[serde(default)]
    pub(super) routes: Vec<Route>,
    #[serde(default)]
    pub(super) conflicts: Vec<Conflict>,
    pub(super) sources: Vec<Source>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

/// A number, or the word `some` where the source gives none.
#[derive(Deserialize, Clone, Copy)]
#[serde(untagged, expecting = "`value` must be a whole number from 0 up, or \"some\"")]
pub(super) enum Value {
    Number(u64),
    Word(Some_),
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum Some_ {
    Some,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    pub(super) id: Option<String>,
    pub(super) measure: Measure,
    pub(super) who: Option<Who>,
    pub(super) group: Option<Group>,
    pub(super) value: Value,
    #[serde(default)]
    pub(super) qualifier: Qualifier,
    pub(super) unit: Option<String>,
    pub(super) as_printed: Option<String>,
    pub(super) detail: Option<String>,
    #[serde(default)]
    pub(super) alleged: bool,
    #[serde(default)]
    pub(super) offences: Vec<Offence>,
    pub(super) part_of: Option<String>,
    pub(super) same_case: Option<String>,
    pub(super) apart: Option<SetApart>,
    pub(super) citations: Vec<Citation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SetApart {
    pub(super) why: Apart,
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Citation {
    pub(super) source: String,
    pub(super) locator: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub(super) id: String,
    #[serde(default)]
    pub(super) countries: Vec<String>,
    pub(super) region: Option<String>,
    pub(super) summary: String,
    #[serde(default)]
    pub(super) offences: Vec<Offence>,
    #[serde(default)]
    pub(super) figures: Vec<Figure>,
    pub(super) citations: Vec<Citation>,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stop {
    pub(super) country: Option<String>,
    pub(super) region: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Route {
    pub(super) stops: Vec<Stop>,
    pub(super) action: String,
    #[serde(default)]
    pub(super) attempted: bool,
    #[serde(default)]
    pub(super) alleged: bool,
    pub(super) citations: Vec<Citation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherValue {
    pub(super) as_printed: String,
    pub(super) source: String,
    pub(super) kind: ConflictKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    pub(super) figure: String,
    pub(super) others: Vec<OtherValue>,
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) publisher: String,
    pub(super) title: String,
    pub(super) date: Option<String>,
    pub(super) url: String,
    pub(super) language: String,
    pub(super) strength: Strength,
}
