//! The operation file exactly as it is written, format 1.
//!
//! Knows the names of the fields; the JSON Schema and its descriptions are made from these types.
//! What fields mean together is checked in `validate`.

use schemars::{JsonSchema, schema_for};
use serde::Deserialize;

use crate::model::amount::Qualifier;
use crate::model::figure::Apart;
use crate::model::measure::Measure;
use crate::model::offence::Offence;
use crate::model::operation::Status;
use crate::model::source::{ConflictKind, Strength};
use crate::model::who::{Group, Who};

/// The only format there is.
pub(super) const FORMAT: u32 = 1;

/// The JSON Schema of an operation file.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schema_for!(Operation).to_value()
}

/// The results of one operation, each figure with its qualifier, its measure and its sources.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    /// The version of this format: 1.
    pub(super) schema: u32,
    /// A short name, used on the command line: `liberterra-2`.
    pub(super) id: String,
    /// The name shown.
    pub(super) name: String,
    /// Who ran the operation.
    pub(super) organiser: String,
    /// The first day: `2024-09-29`, `2024-09` or `2024`.
    pub(super) start: Option<String>,
    /// The last day.
    pub(super) end: Option<String>,
    /// Whether the organiser calls the results preliminary.
    pub(super) status: Status,
    /// Where coordination units sat.
    #[serde(default)]
    pub(super) hubs: Vec<String>,
    /// The operation's own totals. Those that count people and are part of nothing are the
    /// headline, in this order.
    pub(super) totals: Vec<Figure>,
    /// What was done, place by place: one entry a case, however many sources tell of it.
    pub(super) actions: Vec<Action>,
    /// From where to where people were moved; never the way they took.
    #[serde(default)]
    pub(super) routes: Vec<Route>,
    /// Where sources differ on a figure.
    #[serde(default)]
    pub(super) conflicts: Vec<Conflict>,
    /// What was read. The order gives the numbers in citations.
    pub(super) sources: Vec<Source>,
    /// What has to be known of the operation as a whole.
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

/// A whole number from 0 up, or the word `some` where the source gives no number.
#[derive(Deserialize, JsonSchema, Clone, Copy)]
#[serde(untagged, expecting = "`value` must be a whole number from 0 up, or \"some\"")]
pub(super) enum Value {
    Number(u64),
    Word(Some_),
}

/// The word for what is reported without a number.
#[derive(Deserialize, JsonSchema, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum Some_ {
    Some,
}

/// One reported figure. What is not reported is left out, never 0.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    /// The name by which `part_of` and conflicts refer to it.
    pub(super) id: Option<String>,
    /// What is counted.
    pub(super) measure: Measure,
    /// Who is counted; left out for things and cases.
    pub(super) who: Option<Who>,
    /// The part of them that is meant.
    pub(super) group: Option<Group>,
    /// How many.
    pub(super) value: Value,
    /// What the source puts before the number; `exact` if nothing.
    #[serde(default)]
    pub(super) qualifier: Qualifier,
    /// The unit of an attribute, such as `USD`.
    pub(super) unit: Option<String>,
    /// The words of the source for the number.
    pub(super) as_printed: Option<String>,
    /// Whether the value was counted out of the words printed, as four place names.
    #[serde(default, rename = "counted")]
    pub(super) _counted: bool,
    /// What else the figure says, in your own words.
    pub(super) detail: Option<String>,
    /// Whether it is an accusation.
    #[serde(default)]
    pub(super) alleged: bool,
    /// The offences it is limited to.
    #[serde(default)]
    pub(super) offences: Vec<Offence>,
    /// The id of the figure it is a part of; it is never added to that one.
    pub(super) part_of: Option<String>,
    /// A name shared by figures that tell of one case; they are counted once.
    pub(super) same_case: Option<String>,
    /// Why it stays out of sums although its measure fits.
    pub(super) apart: Option<SetApart>,
    /// Where it was read; the first is the one used. At least one.
    pub(super) citations: Vec<Citation>,
}

/// Why a figure stays out of sums.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetApart {
    /// The kind of reason.
    pub(super) why: Apart,
    /// The reason in your own words.
    pub(super) note: String,
}

/// Where something was read.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Citation {
    /// The id of a source.
    pub(super) source: String,
    /// At most eight words by which the place is found there.
    pub(super) locator: Option<String>,
}

/// What was done in one place. Give either `countries` or `region`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    /// The name by which routes refer to it.
    pub(super) id: String,
    /// ISO 3166-1 alpha-2 codes, or XK; several for one result that is not told apart.
    #[serde(default)]
    pub(super) countries: Vec<String>,
    /// A region whose countries are not named.
    pub(super) region: Option<String>,
    /// What happened, in your own words.
    pub(super) summary: String,
    /// What it was about.
    #[serde(default)]
    pub(super) offences: Vec<Offence>,
    /// Its figures.
    #[serde(default)]
    pub(super) figures: Vec<Figure>,
    /// Where it was read, the strongest first. At least one.
    pub(super) citations: Vec<Citation>,
    /// What has to be known beside it.
    pub(super) note: Option<String>,
}

/// One end or a station of a route: either a country or a region.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stop {
    /// An ISO 3166-1 alpha-2 code, or XK.
    pub(super) country: Option<String>,
    /// A region, where the source names no country.
    pub(super) region: Option<String>,
}

/// From where to where.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Route {
    /// Origin, stations, destination.
    pub(super) stops: Vec<Stop>,
    /// The id of the action that tells of it.
    pub(super) action: String,
    /// Whether the journey was only attempted.
    #[serde(default)]
    pub(super) attempted: bool,
    /// Whether it is an accusation.
    #[serde(default)]
    pub(super) alleged: bool,
    /// Where it was read. At least one.
    pub(super) citations: Vec<Citation>,
}

/// A value that another source gives.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherValue {
    /// The words of that source.
    pub(super) as_printed: String,
    /// The id of that source.
    pub(super) source: String,
    /// Why it differs.
    pub(super) kind: ConflictKind,
}

/// What sources say differently about one figure.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    /// The id of the figure that is used.
    pub(super) figure: String,
    /// The values that are not used.
    pub(super) others: Vec<OtherValue>,
    /// Why the one used is used, in your own words.
    pub(super) note: String,
}

/// Something published.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    /// The name by which figures cite it.
    pub(super) id: String,
    /// Who published it.
    pub(super) publisher: String,
    /// Its title.
    pub(super) title: String,
    /// When: `2024-11-06`, `2024-11` or `2024`; left out or null if it does not say.
    pub(super) date: Option<String>,
    /// Where it can be read, beginning with http.
    pub(super) url: String,
    /// The code of its language.
    pub(super) language: String,
    /// How much weight it bears.
    pub(super) strength: Strength,
}
