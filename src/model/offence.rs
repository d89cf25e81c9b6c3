//! What a case is about: the closed list of offences.
//!
//! Knows their names. Must not know any case.

use serde::{Deserialize, Serialize};

/// What a case is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offence {
    /// Trafficking in human beings, where no form of exploitation is named.
    HumanTrafficking,
    /// Smuggling of migrants.
    MigrantSmuggling,
    /// Sexual exploitation.
    SexualExploitation,
    /// Exploitation of children.
    ChildExploitation,
    /// Forced labour.
    ForcedLabour,
    /// Domestic servitude.
    DomesticServitude,
    /// Forced begging.
    ForcedBegging,
    /// Forced crime, such as online fraud under duress.
    ForcedCriminality,
    /// Trafficking for the removal of organs.
    OrganTrafficking,
    /// Money laundering.
    MoneyLaundering,
    /// Fraud.
    Fraud,
    /// Forged or misused documents.
    DocumentFraud,
    /// Drugs.
    Drugs,
    /// Other offences.
    Other,
}

impl Offence {
    /// Every offence.
    pub const ALL: [Self; 14] = [
        Self::HumanTrafficking,
        Self::MigrantSmuggling,
        Self::SexualExploitation,
        Self::ChildExploitation,
        Self::ForcedLabour,
        Self::DomesticServitude,
        Self::ForcedBegging,
        Self::ForcedCriminality,
        Self::OrganTrafficking,
        Self::MoneyLaundering,
        Self::Fraud,
        Self::DocumentFraud,
        Self::Drugs,
        Self::Other,
    ];

    /// Its own bit in a set.
    fn bit(self) -> u16 {
        let place = Self::ALL.iter().position(|offence| *offence == self).unwrap_or(0);
        1 << place
    }

    /// The name in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HumanTrafficking => "human trafficking",
            Self::MigrantSmuggling => "migrant smuggling",
            Self::SexualExploitation => "sexual exploitation",
            Self::ChildExploitation => "child exploitation",
            Self::ForcedLabour => "forced labour",
            Self::DomesticServitude => "domestic servitude",
            Self::ForcedBegging => "forced begging",
            Self::ForcedCriminality => "forced criminality",
            Self::OrganTrafficking => "organ trafficking",
            Self::MoneyLaundering => "money laundering",
            Self::Fraud => "fraud",
            Self::DocumentFraud => "document fraud",
            Self::Drugs => "drugs",
            Self::Other => "other offences",
        }
    }
}

/// A set of offences, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Offences(u16);

impl Offences {
    /// The offences in it.
    pub fn iter(self) -> impl Iterator<Item = Offence> {
        Offence::ALL.into_iter().filter(move |offence| self.0 & offence.bit() != 0)
    }
}

impl Offences {
    /// Whether the two have any in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Offence> for Offences {
    fn from_iter<T: IntoIterator<Item = Offence>>(offences: T) -> Self {
        Self(offences.into_iter().fold(0, |set, offence| set | offence.bit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        for one in Offence::ALL {
            assert!(Offences::from_iter([one]).iter().eq([one]));
        }
        assert!(Offences::from_iter(Offence::ALL).iter().eq(Offence::ALL));
        assert_eq!(Offences::default().iter().count(), 0);
    }
}
