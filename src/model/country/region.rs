//! The regions of UN M49 and their subregions.
//!
//! Knows their names, and what is a part of what. Must not know which countries lie in them.

use serde::{Deserialize, Serialize};

/// A region of UN M49, which lists Antarctica beside the five others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Africa.
    Africa,
    /// The Americas with the Caribbean.
    Americas,
    /// Asia with Türkiye and the Middle East, without Egypt.
    Asia,
    /// Europe with all of Russia.
    Europe,
    /// Australia, New Zealand and the islands of the Pacific.
    Oceania,
    /// Antarctica.
    Antarctica,
}

impl Region {
    /// The English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Africa => "Africa",
            Self::Americas => "Americas",
            Self::Asia => "Asia",
            Self::Europe => "Europe",
            Self::Oceania => "Oceania",
            Self::Antarctica => "Antarctica",
        }
    }
}

/// A subregion of UN M49; Antarctica has none and stands for itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the variants are names and mean nothing else")]
#[rustfmt::skip] // One line a region.
pub enum Subregion {
    EasternAfrica, MiddleAfrica, NorthernAfrica, SouthernAfrica, WesternAfrica,
    Caribbean, CentralAmerica, NorthernAmerica, SouthAmerica,
    CentralAsia, EasternAsia, SouthEasternAsia, SouthernAsia, WesternAsia,
    EasternEurope, NorthernEurope, SouthernEurope, WesternEurope,
    AustraliaAndNewZealand, Melanesia, Micronesia, Polynesia,
    Antarctica,
}

impl Subregion {
    /// The English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.entry().1
    }

    /// The region this is a part of.
    #[must_use]
    pub const fn region(self) -> Region {
        self.entry().0
    }

    const fn entry(self) -> (Region, &'static str) {
        match self {
            Self::EasternAfrica => (Region::Africa, "Eastern Africa"),
            Self::MiddleAfrica => (Region::Africa, "Middle Africa"),
            Self::NorthernAfrica => (Region::Africa, "Northern Africa"),
            Self::SouthernAfrica => (Region::Africa, "Southern Africa"),
            Self::WesternAfrica => (Region::Africa, "Western Africa"),
            Self::Caribbean => (Region::Americas, "Caribbean"),
            Self::CentralAmerica => (Region::Americas, "Central America"),
            Self::NorthernAmerica => (Region::Americas, "Northern America"),
            Self::SouthAmerica => (Region::Americas, "South America"),
            Self::CentralAsia => (Region::Asia, "Central Asia"),
            Self::EasternAsia => (Region::Asia, "Eastern Asia"),
            Self::SouthEasternAsia => (Region::Asia, "South-eastern Asia"),
            Self::SouthernAsia => (Region::Asia, "Southern Asia"),
            Self::WesternAsia => (Region::Asia, "Western Asia"),
            Self::EasternEurope => (Region::Europe, "Eastern Europe"),
            Self::NorthernEurope => (Region::Europe, "Northern Europe"),
            Self::SouthernEurope => (Region::Europe, "Southern Europe"),
            Self::WesternEurope => (Region::Europe, "Western Europe"),
            Self::AustraliaAndNewZealand => (Region::Oceania, "Australia and New Zealand"),
            Self::Melanesia => (Region::Oceania, "Melanesia"),
            Self::Micronesia => (Region::Oceania, "Micronesia"),
            Self::Polynesia => (Region::Oceania, "Polynesia"),
            Self::Antarctica => (Region::Antarctica, "Antarctica"),
        }
    }
}
