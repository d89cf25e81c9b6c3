//! The countries of the world: codes, names, regions and a place to put a label.
//!
//! This module knows ISO 3166-1 (and `XK` for Kosovo), the regions of UN M49 and what a
//! country is called. It must not know operations, JSON or the terminal; matching free text
//! against the names is left to those who read such text.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

mod region;
mod table;

pub use region::{Region, Subregion};

/// What is known of a country.
struct Row {
    code: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    aliases: &'static [&'static str],
    subregion: Subregion,
    /// Latitude and longitude in hundredths of a degree.
    label: (i16, i16),
}

/// A row, in the order of its fields.
const fn row(
    code: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    aliases: &'static [&'static str],
    subregion: Subregion,
    label: (i16, i16),
) -> Row {
    Row { code, alpha3, numeric, name, aliases, subregion, label }
}

/// A country or territory with an ISO 3166-1 code, or Kosovo. Its code alone tells it from others
/// and decides the order.
#[derive(Clone, Copy)]
pub struct Country(&'static Row);

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        key(self.code()) == key(other.code())
    }
}

impl Eq for Country {}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> Ordering {
        key(self.code()).cmp(&key(other.code()))
    }
}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        key(self.code()).hash(state);
    }
}

/// The two letters of a code as one number, in any case of letters; 0 for what is no code.
const fn key(code: &str) -> u16 {
    match code.as_bytes() {
        [one, two] => u16::from_be_bytes([one.to_ascii_uppercase(), two.to_ascii_uppercase()]),
        _ => 0,
    }
}

impl Country {
    /// The country with this alpha-2 code, in any case of letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let index = table::ROWS.binary_search_by_key(&key(code), |row| key(row.code));
        table::ROWS.get(index.ok()?).map(Self)
    }

    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        table::ROWS.iter().map(Self)
    }

    /// The alpha-2 code, in capitals.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The alpha-3 code, in capitals; `XKX` for Kosovo.
    #[must_use]
    pub const fn alpha3(self) -> &'static str {
        self.0.alpha3
    }

    /// The numeric code; 0 for Kosovo, which has none.
    #[must_use]
    pub const fn numeric(self) -> u16 {
        self.0.numeric
    }

    /// The short English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Other names it goes by. No alias belongs to two countries.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        self.0.aliases
    }

    /// The region of UN M49.
    #[must_use]
    pub const fn region(self) -> Region {
        self.0.subregion.region()
    }

    /// The subregion of UN M49.
    #[must_use]
    pub const fn subregion(self) -> Subregion {
        self.0.subregion
    }

    /// The same place as [`Self::label`] in hundredths of a degree.
    #[must_use]
    pub const fn label_hundredths(self) -> (i16, i16) {
        self.0.label
    }

    /// Latitude and longitude, in degrees, of a place well inside its largest land mass.
    #[must_use]
    pub fn label(self) -> (f64, f64) {
        let (lat, lon) = self.0.label;
        (f64::from(lat) / 100.0, f64::from(lon) / 100.0)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Country").field(&self.0.code).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Country, Region, Subregion};

    fn country(code: &str) -> Country {
        Country::from_code(code).unwrap_or_else(|| panic!("no country {code}"))
    }

    #[test]
    fn every_code_is_there_once_and_is_found() {
        assert_eq!(Country::all().count(), 250);
        assert!(Country::all().is_sorted_by(|a, b| a < b && a.code() < b.code()));
        let unlike = |key: fn(Country) -> String| Country::all().map(key).collect::<HashSet<_>>();
        assert_eq!(unlike(|country| country.alpha3().to_owned()).len(), 250);
        assert_eq!(unlike(|country| country.numeric().to_string()).len(), 250);
        for one in Country::all() {
            assert_eq!(Country::from_code(one.code()), Some(one));
            assert_eq!(Country::from_code(&one.code().to_lowercase()), Some(one));
            assert!(one.code().len() == 2 && one.alpha3().len() == 3, "{one:?}");
        }
        for none in ["", "T", "TUR", "ZZ", "EU", "UK", "tü", "\u{131}t"] {
            assert_eq!(Country::from_code(none), None, "{none}");
        }
        for (code, alpha3, numeric) in [("TR", "TUR", 792), ("XK", "XKX", 0)] {
            assert_eq!(country(code).alpha3(), alpha3);
            assert_eq!(country(code).numeric(), numeric);
        }
    }

    #[test]
    fn no_name_or_alias_is_shared() {
        let mut seen = HashSet::new();
        for one in Country::all() {
            for name in [one.name()].iter().chain(one.aliases()) {
                assert!(seen.insert(name.to_lowercase()), "{one:?}: {name}");
                let odd = name.trim() != *name || name.contains('&') || name.contains("St.");
                assert!(!name.is_empty() && !odd, "{one:?}: {name}");
            }
        }
    }

    #[test]
    fn names_are_the_short_ones() {
        const NAMES: &str = "TR Türkiye|PH Philippines|BA Bosnia and Herzegovina|XK Kosovo|\
            MK North Macedonia|CR Costa Rica|SY Syria|IQ Iraq|CI Côte d’Ivoire|HK Hong Kong|\
            PS Palestine|MM Myanmar|CG Congo|CD Democratic Republic of the Congo|LA Laos|\
            CV Cabo Verde|CZ Czechia|TL Timor-Leste|VN Vietnam|KR South Korea|BS Bahamas|\
            LC Saint Lucia|TT Trinidad and Tobago|RU Russia|MD Moldova|SZ Eswatini|MO Macao";
        for (code, name) in NAMES.split('|').filter_map(|line| line.split_once(' ')) {
            assert_eq!(country(code).name(), name);
        }
    }

    #[test]
    fn aliases_are_known() {
        const ALIASES: &str = "TR Turkey|GB UK|GB Britain|US USA|CI Ivory Coast|MM Burma|\
            CV Cape Verde|SZ Swaziland|CZ Czech Republic|NL Holland|TL East Timor|LA Lao PDR|\
            MK Macedonia|BA Bosnia|VN Viet Nam|KP DPRK|KR Republic of Korea";
        for (code, alias) in ALIASES.split('|').filter_map(|line| line.split_once(' ')) {
            assert!(country(code).aliases().contains(&alias), "{alias}");
        }
    }

    #[test]
    fn regions_are_those_of_the_united_nations() {
        for code in ["TR", "CY", "GE", "AM", "AZ", "IL", "PS"] {
            assert_eq!(country(code).subregion(), Subregion::WesternAsia, "{code}");
        }
        for (code, region, subregion) in [
            ("XK", Region::Europe, "Southern Europe"),
            ("TW", Region::Asia, "Eastern Asia"),
            ("AQ", Region::Antarctica, "Antarctica"),
            ("MX", Region::Americas, "Central America"),
            ("EG", Region::Africa, "Northern Africa"),
            ("NZ", Region::Oceania, "Australia and New Zealand"),
        ] {
            assert_eq!(country(code).region(), region, "{code}");
            assert_eq!(country(code).subregion().name(), subregion);
        }
    }

    #[test]
    fn labels_lie_in_their_countries() {
        // Code, then the least and greatest latitude and longitude that are plausible.
        const BOXES: &str = "TR 37 41 28 44|RS 42.5 46 19 22.8|ME 42 43.5 18.5 20.3|\
            FR 43.5 50 -1 7|NO 59 63 6 12.5|US 31 48 -120 -80|XK 42 43.2 20.2 21.7|\
            BH 25.8 26.3 50.4 50.7|RU 51 72 60 130|FJ -18.3 -17.3 177.2 178.7|NL 51 53.4 4 7|\
            GB 51 58 -5 1|CA 50 69 -125 -65|DK 55 57.5 8.2 10.8|GR 38 41.5 20.5 24|\
            IT 42 46.5 8 14|ES 38 43 -7 0|PT 37 42 -9 -6.3|JP 35 41 135 141|ID -4 4 109 118|\
            PH 14 18.5 120.3 122.3|NZ -46.5 -41 167 173.5|CL -54 -18 -75 -67|\
            PS 31.4 32.5 34.9 35.5|ZA -33.5 -24 18 31|VN 9 23 103 109|BA 43 45 16.2 19.3|\
            GQ 1 2.3 9.8 11.3|SO 0 10 42 50|CY 34.6 35.4 32.4 34|MO 22.1 22.22 113.5 113.6|\
            AQ -90 -70 -180 180";
        for one in Country::all() {
            let (lat, lon) = one.label();
            assert!(lat.abs() <= 90.0 && lon.abs() <= 180.0, "{one:?}");
        }
        for line in BOXES.split('|') {
            let (code, numbers) = line.split_once(' ').unwrap();
            let bounds: Vec<f64> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
            let (lat, lon) = country(code).label();
            let within =
                (bounds[0]..=bounds[1]).contains(&lat) && (bounds[2]..=bounds[3]).contains(&lon);
            assert!(within, "{code}: {lat} {lon}");
        }
    }
}
