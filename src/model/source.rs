//! Sources: what was read, how much weight it bears, and where two of them differ.
//!
//! Knows the kinds of sources and of differences. Must not know any figure.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::operation::At;
use super::text::SafeText;

/// How much weight a source bears, strongest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The organiser's own publication.
    Official,
    /// The organiser's text on another site.
    OfficialTextMirror,
    /// An authority of a country that took part.
    NationalAuthority,
    /// A United Nations body.
    UnPartner,
    /// Another partner of the operation.
    Partner,
    /// Press.
    Press,
    /// A repost, a translation or a collection: weak.
    Aggregator,
}

impl Strength {
    /// Every strength, the strongest first.
    pub const ALL: [Self; 7] = [
        Self::Official,
        Self::OfficialTextMirror,
        Self::NationalAuthority,
        Self::UnPartner,
        Self::Partner,
        Self::Press,
        Self::Aggregator,
    ];

    /// The name in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::OfficialTextMirror => "official text on another site",
            Self::NationalAuthority => "national authority",
            Self::UnPartner => "UN partner",
            Self::Partner => "partner",
            Self::Press => "press",
            Self::Aggregator => "weak",
        }
    }

    /// The name for a narrow place.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::OfficialTextMirror => "official text",
            Self::NationalAuthority => "authority",
            other => other.name(),
        }
    }
}

/// Something published that figures were read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The name by which figures cite it.
    pub id: SafeText,
    /// Who published it.
    pub publisher: SafeText,
    /// Its title.
    pub title: SafeText,
    /// When, as far as it says.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: SafeText,
    /// The code of its language.
    pub language: SafeText,
    /// How much weight it bears.
    pub strength: Strength,
    /// How many figures cite it; counted when the operation is gathered.
    pub supports: usize,
    /// The first of them.
    pub(crate) supported: Vec<At>,
}

/// How many of the figures that a source supports are listed; nobody reads more of them.
pub(crate) const LISTED: usize = 100;

/// Why two sources differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// They say different things: the figure is marked.
    Disagreement,
    /// One rounds.
    Rounding,
    /// One copied wrongly.
    CopyingError,
    /// The number is the same, the word before it is not.
    Wording,
}

impl ConflictKind {
    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagreement => "disagreement",
            Self::Rounding => "rounding",
            Self::CopyingError => "copying error",
            Self::Wording => "wording",
        }
    }
}

/// Another value that a source gives for a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherValue {
    /// The words of the source.
    pub as_printed: SafeText,
    /// Index into the operation's sources.
    pub source: usize,
    /// Why it differs.
    pub kind: ConflictKind,
}

/// What sources say differently about one figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The id of the figure that is used.
    pub figure: SafeText,
    /// The values that are not used.
    pub others: Vec<OtherValue>,
    /// Why the one used is used, in the project's own words.
    pub note: SafeText,
}
