//! The one table from the names that public reports were collected under to measures.
//!
//! Knows every measure name of the collected facts, and what it means here. A name says more
//! than a measure: who is counted, which group, whether it is alleged, which offence it is
//! limited to. Nationality, police force or date stay in a figure's own words.

use super::measure::Measure;
use super::offence::Offence;
use super::who::{Group, Who};

/// What a collected measure name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meaning {
    /// The measure.
    pub measure: Measure,
    /// Who is counted.
    pub who: Option<Who>,
    /// The group among them.
    pub group: Option<Group>,
    /// Whether it is an accusation.
    pub alleged: bool,
    /// The offences it is limited to.
    pub offences: &'static [Offence],
}

impl Meaning {
    const fn of(self, group: Group) -> Self {
        Self { group: Some(group), ..self }
    }

    const fn alleged(self) -> Self {
        Self { alleged: true, ..self }
    }

    const fn on(self, offences: &'static [Offence]) -> Self {
        Self { offences, ..self }
    }
}

const fn count(measure: Measure) -> Meaning {
    Meaning { measure, who: None, group: None, alleged: false, offences: &[] }
}

const fn people(measure: Measure, who: Who) -> Meaning {
    Meaning { who: Some(who), ..count(measure) }
}

/// What a name of the collected facts stands for; `None` for an unknown name.
#[must_use]
pub fn meaning(name: &str) -> Option<Meaning> {
    let index = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    NAMES.get(index).map(|(_, meaning)| *meaning)
}

/// Sorted by name.
#[rustfmt::skip]
static NAMES: &[(&str, Meaning)] = &[
    ("additional_suspects_identified", people(Measure::SuspectsIdentified, Who::Suspects)),
    ("alleged_victims", people(Measure::Exploited, Who::Victims).alleged()),
    ("alleged_victims_children", people(Measure::Exploited, Who::Victims).of(Group::Minors).alleged()),
    ("arrests", people(Measure::Arrested, Who::Suspects)),
    ("arrests_accomplices", people(Measure::Arrested, Who::Suspects)),
    ("arrests_before_action_days", people(Measure::Arrested, Who::Suspects)),
    ("arrests_colombians", people(Measure::Arrested, Who::Suspects)),
    ("arrests_facilitation", people(Measure::Arrested, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("arrests_greater_manchester_police", people(Measure::Arrested, Who::Suspects)),
    ("arrests_in_action_days", people(Measure::Arrested, Who::Suspects)),
    ("arrests_israelis", people(Measure::Arrested, Who::Suspects)),
    ("arrests_men", people(Measure::Arrested, Who::Suspects).of(Group::Men)),
    ("arrests_migrant_smugglers", people(Measure::Arrested, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("arrests_money_laundering", people(Measure::Arrested, Who::Suspects).on(&[Offence::MoneyLaundering])),
    ("arrests_national_extradition_unit", people(Measure::Arrested, Who::Suspects)),
    ("arrests_other_crimes", people(Measure::Arrested, Who::Suspects).on(&[Offence::Other])),
    ("arrests_red_notice_subjects", people(Measure::Arrested, Who::Suspects)),
    ("arrests_smuggling", people(Measure::Arrested, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("arrests_suspected_smugglers", people(Measure::Arrested, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("arrests_suspected_traffickers", people(Measure::Arrested, Who::Suspects).on(&[Offence::HumanTrafficking])),
    ("arrests_teachers", people(Measure::Arrested, Who::Suspects)),
    ("arrests_tied_to_sexual_exploitation", people(Measure::Arrested, Who::Suspects).on(&[Offence::SexualExploitation])),
    ("arrests_trafficking", people(Measure::Arrested, Who::Suspects).on(&[Offence::HumanTrafficking])),
    ("arrests_trafficking_or_smuggling_charges", people(Measure::Arrested, Who::Suspects).on(&[Offence::HumanTrafficking, Offence::MigrantSmuggling])),
    ("arrests_trafficking_or_smuggling_offences", people(Measure::Arrested, Who::Suspects).on(&[Offence::HumanTrafficking, Offence::MigrantSmuggling])),
    ("arrests_women", people(Measure::Arrested, Who::Suspects).of(Group::Women)),
    ("assets_frozen_brl", count(Measure::AssetsFrozen)),
    ("assets_frozen_usd", count(Measure::AssetsFrozen)),
    ("bank_accounts_frozen", count(Measure::AccountsFrozen)),
    ("blank_passports_seized", count(Measure::Passports)),
    ("blue_notices", count(Measure::BlueNotices)),
    ("border_checks", count(Measure::BorderChecks)),
    ("border_control_points", count(Measure::Checkpoints)),
    ("buyer_age_years", count(Measure::Age)),
    ("cash_recovered_usd", count(Measure::CashSeized)),
    ("cash_seized_usd", count(Measure::CashSeized)),
    ("checks", count(Measure::Checks)),
    ("children_recovered", people(Measure::Recovered, Who::People).of(Group::Minors)),
    ("coordination_units", count(Measure::CoordinationUnits)),
    ("countries_and_territories", count(Measure::Countries)),
    ("countries_at_unit", count(Measure::CountriesOnSite)),
    ("countries_online", count(Measure::CountriesOnline)),
    ("countries_participating", count(Measure::Countries)),
    ("countries_seeking_fugitives", count(Measure::CountriesSeeking)),
    ("criminal_assets_seized", count(Measure::Items)),
    ("criminal_groups_traced", count(Measure::GroupsTraced)),
    ("criminal_items_seized", count(Measure::Items)),
    ("database_checks", count(Measure::DatabaseChecks)),
    ("database_matches", count(Measure::DatabaseMatches)),
    ("debt_per_victim_eur", count(Measure::Debt)),
    ("detained_additional", people(Measure::Detained, Who::Suspects)),
    ("detained_smuggling_suspects", people(Measure::Detained, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("detained_then_extradited", people(Measure::Extradited, Who::Suspects)),
    ("detained_trafficking_suspects", people(Measure::Detained, Who::Suspects).on(&[Offence::HumanTrafficking])),
    ("documents_checked", count(Measure::DocumentChecks)),
    ("duration_days", count(Measure::Days)),
    ("end_date", count(Measure::EndDate)),
    ("firearms_recovered", count(Measure::Firearms)),
    ("flights_and_vessels_checked", count(Measure::FlightAndVesselChecks)),
    ("flights_monitored", count(Measure::Flights)),
    ("forged_passports_seized", count(Measure::Passports)),
    ("fraudulent_documents_detected", count(Measure::FalseDocuments)),
    ("fraudulent_documents_seized", count(Measure::Documents)),
    ("fugitives_targeted", people(Measure::FugitivesSought, Who::Suspects)),
    ("ghanaian_men_rescued", people(Measure::Rescued, Who::Victims).of(Group::Men)),
    ("girls_rescued_from_sexual_exploitation", people(Measure::Rescued, Who::Victims).of(Group::Girls).on(&[Offence::SexualExploitation])),
    ("groups_dismantled", count(Measure::GroupsDismantled)),
    ("groups_linked", count(Measure::GroupsLinked)),
    ("hotspots_checked", count(Measure::Hotspots)),
    ("individuals_screened", count(Measure::PeopleScreened)),
    ("inspections", count(Measure::Inspections)),
    ("inspections_and_checks", count(Measure::InspectionsAndChecks)),
    ("investigations_multi_country", count(Measure::TransnationalInvestigations)),
    ("investigations_opened", count(Measure::Investigations)),
    ("irregular_migrants_detected", people(Measure::Detected, Who::IrregularMigrants)),
    ("irregular_migrants_facilitated", people(Measure::Facilitated, Who::IrregularMigrants)),
    ("irregular_migrants_found", people(Measure::Found, Who::IrregularMigrants)),
    ("irregular_migrants_identified", people(Measure::Identified, Who::IrregularMigrants)),
    ("irregular_migrants_rescued", people(Measure::Rescued, Who::IrregularMigrants)),
    ("men_freed", people(Measure::Freed, Who::People).of(Group::Men)),
    ("migrants_allegedly_smuggled", people(Measure::Smuggled, Who::Migrants).alleged()),
    ("migrants_countries_of_origin", count(Measure::CountriesOfOrigin)),
    ("migrants_detected", people(Measure::Detected, Who::Migrants)),
    ("migrants_identified", people(Measure::Identified, Who::Migrants)),
    ("migrants_intercepted", people(Measure::Intercepted, Who::Migrants)),
    ("migrants_nationalities", count(Measure::Nationalities)),
    ("migrants_rescued", people(Measure::Rescued, Who::Migrants)),
    ("minors_accompanied", people(Measure::Accompanied, Who::People).of(Group::Minors)),
    ("minors_allegedly_smuggled", people(Measure::Smuggled, Who::Migrants).of(Group::Minors).alleged()),
    ("minors_among_victims", people(Measure::Rescued, Who::PotentialVictims).of(Group::Minors)),
    ("minors_exploited", people(Measure::Exploited, Who::Victims).of(Group::Minors).alleged()),
    ("minors_freed", people(Measure::Freed, Who::People).of(Group::Minors)),
    ("minors_identified", people(Measure::Identified, Who::Victims).of(Group::Minors)),
    ("minors_intercepted", people(Measure::Intercepted, Who::People).of(Group::Minors)),
    ("minors_intercepted_in_tunisia", people(Measure::Intercepted, Who::People).of(Group::Minors)),
    ("minors_rescued", people(Measure::Rescued, Who::Victims).of(Group::Minors)),
    ("minors_rescued_boys", people(Measure::Rescued, Who::Victims).of(Group::Boys)),
    ("minors_rescued_girls", people(Measure::Rescued, Who::Victims).of(Group::Girls)),
    ("minors_taken_into_custody", people(Measure::TakenIntoCare, Who::People).of(Group::Minors)),
    ("officers_deployed", count(Measure::Officers)),
    ("other_victims_freed", people(Measure::Freed, Who::Victims)),
    ("paid_to_donor_usd", count(Measure::Payment)),
    ("passenger_checks", count(Measure::PassengerChecks)),
    ("passengers_checked", count(Measure::PassengerChecks)),
    ("passengers_on_sunken_boat", people(Measure::Aboard, Who::People)),
    ("people_detained", people(Measure::Detained, Who::Suspects)),
    ("people_found_at_scam_site", people(Measure::Found, Who::People)),
    ("people_freed", people(Measure::Freed, Who::People)),
    ("people_intercepted", people(Measure::Intercepted, Who::People)),
    ("people_intercepted_in_tunisia", people(Measure::Intercepted, Who::People)),
    ("people_rescued", people(Measure::Rescued, Who::People)),
    ("potential_victims_identified", people(Measure::Identified, Who::PotentialVictims)),
    ("potential_victims_rescued", people(Measure::Rescued, Who::PotentialVictims)),
    ("potential_victims_safeguarded", people(Measure::Safeguarded, Who::PotentialVictims)),
    ("price_per_kidney_usd", count(Measure::Price)),
    ("red_notices", count(Measure::RedNotices)),
    ("smugglers_apprehended", people(Measure::Apprehended, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("smugglers_intercepted", people(Measure::SuspectsIntercepted, Who::Suspects).on(&[Offence::MigrantSmuggling])),
    ("smuggling_fee_usd", count(Measure::Fee)),
    ("smuggling_fee_usd_high", count(Measure::Fee)),
    ("smuggling_fee_usd_low", count(Measure::Fee)),
    ("strategic_checkpoints", count(Measure::Checkpoints)),
    ("support_units_partners_agencies_ngos", count(Measure::Bodies)),
    ("suspect_age_years", people(Measure::Age, Who::Suspects)),
    ("suspects", people(Measure::SuspectsNamed, Who::Suspects)),
    ("suspects_detained", people(Measure::Detained, Who::Suspects)),
    ("suspects_identified_and_arrested", people(Measure::Arrested, Who::Suspects)),
    ("suspects_intercepted", people(Measure::SuspectsIntercepted, Who::Suspects)),
    ("suspects_located", people(Measure::SuspectsLocated, Who::Suspects)),
    ("teenage_girls_rescued", people(Measure::Rescued, Who::Victims).of(Group::Girls)),
    ("trafficked_women", people(Measure::Trafficked, Who::Victims).of(Group::Women)),
    ("transactions_estimated_usd", count(Measure::Transactions)),
    ("transactions_usd", count(Measure::Transactions)),
    ("transnational_investigations_opened", count(Measure::TransnationalInvestigations)),
    ("uk_arrests", people(Measure::Arrested, Who::Suspects)),
    ("vehicle_checks", count(Measure::VehicleChecks)),
    ("vehicles_checked", count(Measure::VehicleChecks)),
    ("vehicles_seized", count(Measure::Vehicles)),
    ("victim_age_years", people(Measure::Age, Who::Victims)),
    ("victims", people(Measure::Exploited, Who::Victims)),
    ("victims_countries_of_origin", count(Measure::CountriesOfOrigin)),
    ("victims_freed", people(Measure::Freed, Who::Victims)),
    ("victims_identified", people(Measure::Identified, Who::Victims)),
    ("victims_identified_and_rescued", people(Measure::Rescued, Who::Victims)),
    ("victims_rescued", people(Measure::Rescued, Who::Victims)),
    ("victims_rescued_men", people(Measure::Rescued, Who::Victims).of(Group::Men)),
    ("victims_rescued_women", people(Measure::Rescued, Who::Victims).of(Group::Women)),
    ("women_and_girls_accompanied", people(Measure::Accompanied, Who::People).of(Group::WomenAndGirls)),
    ("women_freed", people(Measure::Freed, Who::People).of(Group::Women)),
    ("yellow_notices", count(Measure::YellowNotices)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::measure::Family;

    #[test]
    fn every_collected_name_has_a_meaning() {
        let collected = include_str!("../../tests/reported-measures.txt");
        assert!(collected.lines().count() >= 140);
        for name in collected.lines() {
            assert!(meaning(name).is_some(), "{name} is not in the table");
        }
        assert_eq!(meaning("people_reformed"), None);
    }

    #[test]
    fn the_table_is_sorted_and_without_doubles() {
        assert!(NAMES.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn ages_and_money_are_attributes() {
        for (name, meaning) in NAMES {
            let attribute = ["_years", "_usd", "_eur", "_brl", "_usd_low", "_usd_high"]
                .iter()
                .any(|end| name.ends_with(end));
            assert!(!attribute || meaning.measure.family() == Family::Attributes, "{name}");
        }
    }

    #[test]
    fn people_are_never_taken_for_others() {
        for (name, meaning) in NAMES {
            let people = meaning.measure.family() <= Family::Moved;
            let migrants = people && name.contains("migrant") && !name.contains("smugglers");
            assert_eq!(
                migrants,
                meaning.who.is_some_and(Who::is_migrants) && !name.starts_with("minors"),
                "{name}"
            );
            let arrests = name.starts_with("arrests") || name.ends_with("arrests");
            assert!(!arrests || meaning.measure == Measure::Arrested, "{name}");
        }
    }
}
