//! What a case is about: the closed list of offences.
//!
//! Knows their names. Must not know any case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a case is about.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema,
)]
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
