//! The operation file exactly as it is written, format 1.
//!
//! Knows the names of the fields. The JSON Schema and its descriptions are made from these types
//! by their test, so that what makes them is no part of the program.
//! What fields mean together is decided in `build` and `agree`.

#[cfg(test)]
mod tests;
mod text;

pub(super) use text::{Some_, Text, Value};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::amount::Qualifier;
use crate::model::country::Region;
use crate::model::figure::Apart;
use crate::model::measure::Measure;
use crate::model::offence::Offence;
use crate::model::operation::Status;
use crate::model::source::{ConflictKind, Strength};
use crate::model::story::Show;
use crate::model::story::maps::Coloured;
use crate::model::who::{Group, Who};

/// The only format there is.
pub const FORMAT: u32 = 1;

/// The JSON Schema of an operation file, made from these types and kept beside the files.
pub const SCHEMA: &[u8] = kept!(APART, "/data/schema.json");

/// Whether a field says no more than if it were left out.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The results of one operation, each figure with its qualifier, its measure and its sources.
///
/// Not read as a whole, but piece by piece, in `stream`.
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct Operation<'a> {
    /// The version of this format: 1.
    pub(super) schema: u32,
    /// A short name, used on the command line: `liberterra-2`.
    pub(super) id: Text<'a>,
    /// The name shown.
    pub(super) name: Text<'a>,
    /// Who ran the operation.
    pub(super) organiser: Text<'a>,
    /// The first day: `2024-09-29`, `2024-09` or `2024`.
    pub(super) start: Option<Text<'a>>,
    /// The last day.
    pub(super) end: Option<Text<'a>>,
    /// Whether the organiser calls the results preliminary.
    pub(super) status: Status,
    /// Where coordination units sat.
    #[cfg_attr(test, schemars(default))]
    pub(super) hubs: Vec<Text<'a>>,
    /// The operation's own totals. Those that count people and are part of nothing are the
    /// headline, in this order.
    pub(super) totals: Vec<Figure<'a>>,
    /// What was done, place by place: one entry a case, however many sources tell of it.
    #[cfg_attr(test, schemars(rename = "actions"))]
    pub(super) _actions: Vec<Action<'a>>,
    /// From where to where people were moved; never the way they took.
    #[cfg_attr(test, schemars(default))]
    pub(super) routes: Vec<Route<'a>>,
    /// Where sources differ on a figure.
    #[cfg_attr(test, schemars(default))]
    pub(super) conflicts: Vec<Conflict<'a>>,
    /// What was read. The order gives the numbers in citations.
    pub(super) sources: Vec<Source<'a>>,
    /// What has to be known of the operation as a whole.
    #[cfg_attr(test, schemars(default))]
    pub(super) notes: Vec<Text<'a>>,
    /// The slides of a presentation, in order; without them a story is made of the operation.
    #[cfg_attr(test, schemars(default))]
    pub(super) story: Vec<Step<'a>>,
}

/// One reported figure. What is not reported is left out, never 0.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Figure<'a> {
    /// The name by which `part_of` and conflicts refer to it.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<Text<'a>>,
    /// What is counted.
    pub(super) measure: Measure,
    /// Who is counted. Needed for arrests, rescues, people or suspects identified and people
    /// moved; left out for cases, reach and things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<Who>,
    /// The part of them that is meant: women, minors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<Group>,
    /// How many.
    pub(super) value: Value,
    /// What the source puts before the number; `exact` if nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) qualifier: Qualifier,
    /// The currency of money: three capital letters, such as `USD`. Nothing else has a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<Text<'a>>,
    /// The words of the source for the number, with what it puts before it: `more than 120`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) as_printed: Option<Text<'a>>,
    /// Whether the value was counted out of the words printed, such as place names in a row.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) counted: bool,
    /// What else the figure says, in your own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) detail: Option<Text<'a>>,
    /// Whether it is an accusation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) alleged: bool,
    /// The offences it is limited to: of all arrests, those for trafficking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) offences: Vec<Offence>,
    /// The id of the figure it is a part of; it is never added to that one. Both are totals, or
    /// both are figures of one action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) part_of: Option<Text<'a>>,
    /// A name of your choice, shared by two or more figures that tell of one case; they are
    /// counted once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) same_case: Option<Text<'a>>,
    /// Why it stays out of sums although its measure fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) apart: Option<SetApart<'a>>,
    /// Where it was read, the strongest first: the first is the one used. At least one. Who says
    /// something else stands in `conflicts`, not here.
    pub(super) citations: Vec<Citation<'a>>,
}

/// Why a figure stays out of sums.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct SetApart<'a> {
    /// The kind of reason.
    pub(super) why: Apart,
    /// The reason in your own words.
    #[serde(borrow)]
    pub(super) note: Text<'a>,
}

/// Where something was read.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Citation<'a> {
    /// The id of a source.
    #[serde(borrow)]
    pub(super) source: Text<'a>,
    /// At most eight words by which the place is found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) locator: Option<Text<'a>>,
}

/// What was done in one place. Give either `countries` or `region`.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Action<'a> {
    /// The name by which routes refer to it.
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    /// ISO 3166-1 alpha-2 codes, or XK, in capital or small letters; several for one result that
    /// is not told apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) countries: Vec<Text<'a>>,
    /// A region whose countries are not named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<Text<'a>>,
    /// What happened, in your own words.
    pub(super) summary: Text<'a>,
    /// What it was about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) offences: Vec<Offence>,
    /// Its figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) figures: Vec<Figure<'a>>,
    /// Where it was read, the strongest first. At least one.
    pub(super) citations: Vec<Citation<'a>>,
    /// What has to be known beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<Text<'a>>,
}

/// One end or a station of a route: either a country or a region.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Stop<'a> {
    /// An ISO 3166-1 alpha-2 code, or XK.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<Text<'a>>,
    /// A region, where the source names no country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<Text<'a>>,
}

/// From where to where.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Route<'a> {
    /// Origin, stations, destination.
    #[serde(borrow)]
    pub(super) stops: Vec<Stop<'a>>,
    /// The id of the action that tells of it.
    pub(super) action: Text<'a>,
    /// Whether the journey was only attempted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) attempted: bool,
    /// Whether it is an accusation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) alleged: bool,
    /// Where it was read. At least one.
    pub(super) citations: Vec<Citation<'a>>,
}

/// One step of the story. It refers to figures and places and holds no number.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Step<'a> {
    /// What it shows.
    pub(super) show: Show,
    /// The id of the figure shown alone, or of the total whose parts are shown.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) figure: Option<Text<'a>>,
    /// The ids of several figures shown together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) figures: Vec<Text<'a>>,
    /// The codes of the countries of the place shown, just as its actions have them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) countries: Vec<Text<'a>>,
    /// The region shown, just as its actions have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<Text<'a>>,
    /// The part of the world on a map; without it the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Region>,
    /// What the countries of a map are coloured by; without it by arrests, or where there is no
    /// number of them by the first of the others that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) family: Option<Coloured>,
    /// A title of your own, instead of the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Text<'a>>,
    /// What the speaker wants to be reminded of, in your own words; never shown to the room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<Text<'a>>,
}

/// A value that another source gives.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct OtherValue<'a> {
    /// The words of that source.
    #[serde(borrow)]
    pub(super) as_printed: Text<'a>,
    /// The id of that source.
    pub(super) source: Text<'a>,
    /// Why it differs.
    pub(super) kind: ConflictKind,
}

/// What sources say differently about one figure.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict<'a> {
    /// The id of the figure that is used.
    #[serde(borrow)]
    pub(super) figure: Text<'a>,
    /// The values that are not used. At least one.
    pub(super) others: Vec<OtherValue<'a>>,
    /// Why the one used is used, in your own words.
    pub(super) note: Text<'a>,
}

/// Something published.
#[derive(Deserialize, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Source<'a> {
    /// The name by which figures cite it.
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    /// Who published it.
    pub(super) publisher: Text<'a>,
    /// Its title.
    pub(super) title: Text<'a>,
    /// When: `2024-11-06`, `2024-11` or `2024`; left out or null if it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<Text<'a>>,
    /// Where it can be read, beginning with http.
    pub(super) url: Text<'a>,
    /// The code of its language, in small letters: `en`, `es`, `pt`.
    pub(super) language: Text<'a>,
    /// How much weight it bears.
    pub(super) strength: Strength,
}
