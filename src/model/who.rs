//! Who is counted: victims, migrants, suspects, people, and the groups among them.
//!
//! Knows the nouns. Must not know any figure.

use serde::{Deserialize, Serialize};

/// Who is counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Victims, as the source says without reserve.
    Victims,
    /// Potential or possible victims: not confirmed.
    PotentialVictims,
    /// Migrants whose stay or journey the source calls irregular.
    IrregularMigrants,
    /// Migrants.
    Migrants,
    /// Suspects.
    Suspects,
    /// People of whom the source says no more.
    People,
}

impl Who {
    /// Everyone who may be counted.
    pub const ALL: [Self; 6] = [
        Self::Victims,
        Self::PotentialVictims,
        Self::IrregularMigrants,
        Self::Migrants,
        Self::Suspects,
        Self::People,
    ];

    /// The noun in full.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Victims => "victims",
            Self::PotentialVictims => "potential victims",
            Self::IrregularMigrants => "irregular migrants",
            Self::Migrants => "migrants",
            Self::Suspects => "suspects",
            Self::People => "people",
        }
    }

    /// The noun for a narrow cell; it never turns migrants into victims or the reverse.
    #[must_use]
    pub const fn short_noun(self) -> &'static str {
        match self {
            Self::IrregularMigrants => "migrants",
            Self::PotentialVictims => "pot. victims",
            other => other.noun(),
        }
    }

    /// Whether migrants are meant, who are drawn in a texture of their own.
    #[must_use]
    pub const fn is_migrants(self) -> bool {
        matches!(self, Self::IrregularMigrants | Self::Migrants)
    }
}

/// A part of the people counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Minors or children.
    Minors,
    /// Women.
    Women,
    /// Women and girls together.
    WomenAndGirls,
    /// Men.
    Men,
    /// Girls.
    Girls,
    /// Boys.
    Boys,
}

impl Group {
    /// The noun.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Minors => "minors",
            Self::Women => "women",
            Self::WomenAndGirls => "women and girls",
            Self::Men => "men",
            Self::Girls => "girls",
            Self::Boys => "boys",
        }
    }
}
