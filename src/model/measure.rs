//! What is counted: the closed list of measures and their families.
//!
//! Knows the words of the field. Must not know any figure or any operation.

use serde::{Deserialize, Serialize};

/// A group of measures that answer one question; figures of two families are never added and
/// never drawn in one bar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    /// People arrested, detained or apprehended.
    Arrests,
    /// People rescued, freed or safeguarded.
    Rescues,
    /// People identified, detected, intercepted or found: neither rescued nor arrested.
    Identified,
    /// Suspects who were identified, located or intercepted, but not arrested.
    Suspects,
    /// People smuggled or otherwise moved; nearly always alleged.
    Moved,
    /// Investigations, groups, notices.
    Cases,
    /// How far the operation went: flights, checks, officers, countries.
    Reach,
    /// Things seized.
    Seized,
    /// Ages, money, days: never charted.
    Attributes,
}

impl Family {
    /// The families that stand in columns, in their order on screen.
    pub const COLUMNS: [Self; 8] = [
        Self::Arrests,
        Self::Rescues,
        Self::Identified,
        Self::Suspects,
        Self::Moved,
        Self::Cases,
        Self::Reach,
        Self::Seized,
    ];

    /// The word that an option has for what a map counts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rescues => "rescued",
            Self::Identified => "identified",
            Self::Moved => "moved",
            _ => "arrests",
        }
    }

    /// The heading of the family's column.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Arrests => "arrests",
            Self::Rescues => "rescued",
            Self::Identified => "people identified",
            Self::Suspects => "suspects identified",
            Self::Moved => "moved by suspects",
            Self::Cases => "cases",
            Self::Reach => "reach",
            Self::Seized => "seized",
            Self::Attributes => "attributes",
        }
    }
}

macro_rules! measures {
    ($($(#[$doc:meta])* $variant:ident: $family:ident, $words:literal;)*) => {
        /// One way of counting. Two figures have the same measure only if this and *who* agree.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Measure {
            $($(#[$doc])* $variant,)*
        }

        impl Measure {
            /// Every measure, in the order in which a cell prefers them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The one family that the measure belongs to.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$variant => Family::$family,)* }
            }

            /// The words after *who* ("potential victims **rescued**"), or the whole noun where
            /// nobody is counted ("**flights monitored**").
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }
    };
}

measures! {
    /// Arrested.
    Arrested: Arrests, "arrested";
    /// Apprehended, where the source does not say arrested.
    Apprehended: Arrests, "apprehended";
    /// Detained, where the source does not say arrested.
    Detained: Arrests, "detained";
    /// Extradited after an arrest.
    Extradited: Arrests, "extradited";
    /// Rescued.
    Rescued: Rescues, "rescued";
    /// Freed.
    Freed: Rescues, "freed";
    /// Safeguarded, the later word of INTERPOL's releases.
    Safeguarded: Rescues, "safeguarded";
    /// Recovered (children).
    Recovered: Rescues, "recovered";
    /// Taken into protective care.
    TakenIntoCare: Rescues, "taken into care";
    /// Identified.
    Identified: Identified, "identified";
    /// Detected.
    Detected: Identified, "detected";
    /// Intercepted on the way.
    Intercepted: Identified, "intercepted";
    /// Found at a site, without being told apart yet.
    Found: Identified, "found";
    /// Named as exploited in a case, neither rescued nor moved as far as is said.
    Exploited: Identified, "exploited";
    /// Suspects identified, not arrested.
    SuspectsIdentified: Suspects, "suspects identified";
    /// Suspects located, not arrested.
    SuspectsLocated: Suspects, "suspects located";
    /// Suspects intercepted, not said to be arrested.
    SuspectsIntercepted: Suspects, "suspects intercepted";
    /// Suspects a source speaks of without saying what became of them.
    SuspectsNamed: Suspects, "suspects";
    /// Fugitives an operation set out to find.
    FugitivesSought: Suspects, "fugitives sought";
    /// Smuggled.
    Smuggled: Moved, "smuggled";
    /// Helped on their way.
    Facilitated: Moved, "moved by suspects";
    /// Trafficked.
    Trafficked: Moved, "trafficked";
    /// Accompanied by a suspect.
    Accompanied: Moved, "accompanied";
    /// Investigations opened.
    Investigations: Cases, "investigations opened";
    /// Investigations that cross borders.
    TransnationalInvestigations: Cases, "transnational investigations";
    /// Groups dismantled.
    GroupsDismantled: Cases, "groups dismantled";
    /// Groups traced.
    GroupsTraced: Cases, "groups traced";
    /// Groups that arrested suspects are linked to.
    GroupsLinked: Cases, "groups linked";
    /// INTERPOL Red Notices.
    RedNotices: Cases, "Red Notices";
    /// INTERPOL Blue Notices.
    BlueNotices: Cases, "Blue Notices";
    /// INTERPOL Yellow Notices.
    YellowNotices: Cases, "Yellow Notices";
    /// False documents detected, not said to be seized.
    FalseDocuments: Cases, "false documents detected";
    /// Flights monitored.
    Flights: Reach, "flights monitored";
    /// Checks against databases.
    DatabaseChecks: Reach, "database checks";
    /// Hits in databases.
    DatabaseMatches: Reach, "database matches";
    /// Checks at borders.
    BorderChecks: Reach, "border checks";
    /// Checks of passengers.
    PassengerChecks: Reach, "passengers checked";
    /// Checks of vehicles.
    VehicleChecks: Reach, "vehicles checked";
    /// Checks of documents.
    DocumentChecks: Reach, "documents checked";
    /// Checks of flights and vessels together.
    FlightAndVesselChecks: Reach, "flights and vessels checked";
    /// People screened.
    PeopleScreened: Reach, "people screened";
    /// Checks, not said of what.
    Checks: Reach, "checks";
    /// Inspections.
    Inspections: Reach, "inspections";
    /// Inspections and checks counted together.
    InspectionsAndChecks: Reach, "inspections and checks";
    /// Hotspots checked.
    Hotspots: Reach, "hotspots checked";
    /// Checkpoints and control points.
    Checkpoints: Reach, "checkpoints";
    /// Officers deployed.
    Officers: Reach, "officers deployed";
    /// Countries taking part, or countries and territories where the source prints that.
    Countries: Reach, "countries taking part";
    /// Countries present at a coordination unit.
    CountriesOnSite: Reach, "countries on site";
    /// Countries that joined a coordination unit online.
    CountriesOnline: Reach, "countries online";
    /// Countries looking for fugitives.
    CountriesSeeking: Reach, "countries seeking fugitives";
    /// Countries of origin.
    CountriesOfOrigin: Reach, "countries of origin";
    /// Nationalities.
    Nationalities: Reach, "nationalities";
    /// Coordination units.
    CoordinationUnits: Reach, "coordination units";
    /// Bodies that supported or took part.
    Bodies: Reach, "supporting bodies";
    /// Passports seized.
    Passports: Seized, "passports seized";
    /// Documents seized.
    Documents: Seized, "documents seized";
    /// Firearms recovered.
    Firearms: Seized, "firearms recovered";
    /// Vehicles seized.
    Vehicles: Seized, "vehicles seized";
    /// Things seized, not told apart.
    Items: Seized, "items seized";
    /// Bank accounts frozen.
    AccountsFrozen: Seized, "accounts frozen";
    /// Age in years.
    Age: Attributes, "years of age";
    /// Length of the operation in days.
    Days: Attributes, "days";
    /// The last day of the operation, where sources differ.
    EndDate: Attributes, "last day of the month";
    /// Cash seized.
    CashSeized: Attributes, "cash seized";
    /// Assets frozen.
    AssetsFrozen: Attributes, "assets frozen";
    /// Money moved through accounts.
    Transactions: Attributes, "transactions";
    /// What was charged for a passage.
    Fee: Attributes, "fee charged";
    /// What a victim was made to owe.
    Debt: Attributes, "debt of a victim";
    /// What was paid for an organ.
    Price: Attributes, "price";
    /// What a donor received.
    Payment: Attributes, "paid to the donor";
    /// People aboard a boat that sank.
    Aboard: Attributes, "people aboard";
}
