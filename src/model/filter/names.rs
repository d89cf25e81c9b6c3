//! What the keys and the values of a filter are called.
//!
//! Knows every name, and which of them a beginning or a part means. Must not know where in a
//! filter they stand.

use std::borrow::Cow;

use super::{Area, Name, State};
use crate::model::amount::Qualifier;
use crate::model::country::{Country, Region, Subregion};
use crate::model::fold::fold;
use crate::model::measure::{Family, Measure};
use crate::model::nearest::nearest;
use crate::model::offence::Offence;
use crate::model::source::Strength;

/// A key of a filter, and what it asks, for those who read about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What it asks of a place.
    pub doc: &'static str,
    /// How it is used.
    pub example: &'static str,
    pub(super) asks: Asks,
}

/// What kind of values a key takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Asks {
    Country,
    Region,
    Family,
    Measure,
    Offence,
    Strength,
    Qualifier,
    State(State),
}

macro_rules! keys {
    ($($name:literal $asks:expr, $doc:literal, $example:literal;)*) => {
        /// Every key, in the order in which they are explained.
        pub const KEYS: &[Key] = &[
            $(Key { name: $name, doc: $doc, example: $example, asks: $asks },)*
        ];
    };
}

keys! {
    "country" Asks::Country, "it is one of these, or names one of them",
        "country:serbia,iraq";
    "region" Asks::Region, "a country of it lies there", "region:africa,western-asia";
    "has" Asks::State(State::Number), "a number is reported", "has:arrests";
    "some" Asks::State(State::Some), "it is reported, but without a number", "some:arrests";
    "no" Asks::State(State::Nothing), "nothing is reported", "no:rescued";
    "family" Asks::Family, "a figure is of this column", "family:people-identified";
    "measure" Asks::Measure, "a figure has this measure", "measure:freed,intercepted";
    "offence" Asks::Offence, "an action is about it", "offence:migrant-smuggling";
    "strength" Asks::Strength, "the source that is used is of such strength",
        "strength:official";
    "qualifier" Asks::Qualifier, "a number is qualified so", "qualifier:at-least";
}

/// The other forms of a term, and what each asks.
pub const FORMS: &[(&str, &str)] = &[
    ("mali", "the word stands in a name, a code or an action"),
    ("\"forced begging\"", "the words do, as they stand in the quotes"),
    ("arrests>=10", "the number of that column or measure is certainly so; also > <= < ="),
    ("-region:asia", "it does not hold; every other term has to"),
    ("has:arrests no:rescued", "both hold: a number of arrests, and nothing of rescues"),
];

/// The key that a beginning of its name means.
pub(super) fn key(typed: &str) -> Result<&'static Key, Unknown> {
    let named = KEYS.iter().map(|key| (Cow::Borrowed(key.name), key));
    let others = [("offense", "offence"), ("countries", "country"), ("not", "no")];
    let typed = others.iter().find(|(other, _)| *other == typed).map_or(typed, |(_, key)| key);
    meant(typed, &named.collect::<Vec<_>>())
}

/// Why a name is not understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unknown {
    /// It means nothing; the nearest name that does, if there is one.
    Nothing(Option<String>),
    /// It may mean any of these.
    Several(Vec<String>),
}

/// A name as it is compared: in small letters, without accents, with hyphens for blanks.
pub(super) fn plain(name: &str) -> String {
    let hyphen = |c: char| if matches!(c, ' ' | '_') { '-' } else { c };
    fold(name).chars().filter(|c| !matches!(c, ',' | '"' | '\\')).map(hyphen).collect()
}

/// What a name means among those known: itself, else the only one that begins with it, else the
/// only one that it stands in.
pub(super) fn meant<T: Copy + PartialEq>(
    typed: &str,
    known: &[(Cow<str>, T)],
) -> Result<T, Unknown> {
    let typed = plain(typed);
    if let Some((_, found)) = known.iter().find(|(name, _)| *name == typed) {
        return Ok(*found);
    }
    let fits: [fn(&str, &str) -> bool; 2] =
        [|name, typed| name.starts_with(typed), |name, typed| name.contains(typed)];
    for fits in fits {
        let mut found: Vec<(&str, T)> = Vec::new();
        for (name, value) in known.iter().filter(|(name, _)| fits(name, &typed)) {
            if found.iter().all(|(_, other)| other != value) {
                found.push((name, *value));
            }
        }
        match found.as_slice() {
            [] => {}
            [(_, only)] => return Ok(*only),
            several => {
                let names = several.iter().map(|(name, _)| (*name).to_owned());
                return Err(Unknown::Several(names.collect()));
            }
        }
    }
    let near = nearest(&typed, known.iter().map(|(name, _)| &**name));
    Err(Unknown::Nothing(near.map(str::to_owned)))
}

/// The names of some kind of values; the first name of each is the one that is written.
pub(super) trait Named: Copy + PartialEq + 'static {
    /// Every value with every name.
    fn names() -> Vec<(Cow<'static, str>, Self)>;

    /// What such a value is called in a sentence.
    const NOUN: &'static str;
}

/// The name that is written for a value.
pub(super) fn name<T: Named>(value: T) -> Cow<'static, str> {
    let found = T::names().into_iter().find(|(_, other)| *other == value);
    found.map(|(name, _)| name).unwrap_or_default()
}

/// Values with one name each.
fn each<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<(Cow<'static, str>, T)> {
    all.iter().map(|one| (Cow::Owned(plain(name(*one))), *one)).collect()
}

impl Named for Country {
    const NOUN: &'static str = "country";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let names = Self::all().map(|one| (one.name(), one));
        let aliases =
            Self::all().flat_map(|one| one.aliases().iter().map(move |name| (*name, one)));
        let codes = Self::all().flat_map(|one| [(one.code(), one), (one.alpha3(), one)]);
        let all = names.chain(aliases).chain(codes);
        all.map(|(name, one)| (Cow::Owned(plain(name)), one)).collect()
    }
}

impl Named for Area {
    const NOUN: &'static str = "region";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let mut subregions: Vec<Subregion> = Country::all().map(Country::subregion).collect();
        subregions.sort_unstable();
        subregions.dedup();
        let mut regions: Vec<Region> = subregions.iter().map(|one| one.region()).collect();
        regions.dedup();
        let regions = regions.into_iter().map(|one| (one.name(), Self::Region(one)));
        // Antarctica is both, and the same countries are in it.
        let subregions = subregions.into_iter().filter(|one| one.name() != one.region().name());
        let subregions = subregions.map(|one| (one.name(), Self::Subregion(one)));
        regions.chain(subregions).map(|(name, area)| (Cow::Owned(plain(name)), area)).collect()
    }
}

impl Named for Family {
    const NOUN: &'static str = "column";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let mut all = each(&Self::COLUMNS, Self::heading);
        let others = [
            ("rescues", Self::Rescues),
            ("identified", Self::Identified),
            ("suspects", Self::Suspects),
            ("moved", Self::Moved),
        ];
        all.extend(others.map(|(name, family)| (Cow::Borrowed(name), family)));
        all
    }
}

impl Named for Measure {
    const NOUN: &'static str = "measure";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        each(Self::ALL, Self::words)
    }
}

impl Named for Offence {
    const NOUN: &'static str = "offence";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        each(&Self::ALL, Self::name)
    }
}

impl Named for Strength {
    const NOUN: &'static str = "strength";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let mut all = each(&Self::ALL, Self::name);
        all.extend(each(&Self::ALL, Self::short));
        all.push((Cow::Borrowed("aggregator"), Self::Aggregator));
        all
    }
}

impl Named for Qualifier {
    const NOUN: &'static str = "qualifier";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let name = |one: Self| if one == Self::Exact { "exact" } else { one.words().trim_end() };
        Self::ALL.iter().map(|one| (Cow::Owned(plain(name(*one))), *one)).collect()
    }
}

impl Named for Name {
    const NOUN: &'static str = "column or measure";

    /// Columns go first: a measure that is called like a column is that measure and *just* it.
    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let columns = <Family as Named>::names();
        let is_column = |name: &str| columns.iter().any(|(column, _)| column == name);
        let measures: Vec<(Cow<str>, Self)> = <Measure as Named>::names()
            .into_iter()
            .map(|(name, measure)| {
                let name = if is_column(&name) { format!("just-{name}").into() } else { name };
                (name, Self::Measure(measure))
            })
            .collect();
        let columns = columns.iter().map(|(name, family)| (name.clone(), Self::Family(*family)));
        columns.chain(measures).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unlike<T: Named + std::fmt::Debug>() {
        let all = T::names();
        for (index, (name, value)) in all.iter().enumerate() {
            assert!(!name.is_empty() && plain(name) == *name && name.is_ascii(), "{name}");
            let clash = all.iter().take(index).find(|(other, one)| other == name && one != value);
            assert_eq!(clash, None, "{name}");
            assert_eq!(meant(name, &all).ok(), Some(*value));
        }
    }

    #[test]
    fn no_name_means_two_things() {
        unlike::<Country>();
        unlike::<Area>();
        unlike::<Family>();
        unlike::<Measure>();
        unlike::<Offence>();
        unlike::<Strength>();
        unlike::<Qualifier>();
        unlike::<Name>();
    }

    #[test]
    fn the_heading_of_a_column_is_the_column_and_never_one_measure_of_it() {
        let names = Name::names();
        for (typed, expected) in [
            ("rescued", Name::Family(Family::Rescues)),
            ("identified", Name::Family(Family::Identified)),
            ("suspects", Name::Family(Family::Suspects)),
            ("just-rescued", Name::Measure(Measure::Rescued)),
            ("arrested", Name::Measure(Measure::Arrested)),
            ("arrests", Name::Family(Family::Arrests)),
        ] {
            assert_eq!(meant(typed, &names).ok(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_enough_where_it_means_one_thing() {
        let offences = <Offence as Named>::names();
        assert_eq!(meant("smuggling", &offences), Ok(Offence::MigrantSmuggling));
        let several = ["human-trafficking", "organ-trafficking"].map(str::to_owned).to_vec();
        assert_eq!(meant("trafficking", &offences), Err(Unknown::Several(several)));
        let near = Some("drugs".to_owned());
        assert_eq!(meant("durgs", &offences), Err(Unknown::Nothing(near)));
        let countries = <Country as Named>::names();
        assert_eq!(meant("Türkiye", &countries).ok(), Country::from_code("TR"));
        assert_eq!(meant("United Kingdom", &countries).ok(), Country::from_code("GB"));
    }
}
