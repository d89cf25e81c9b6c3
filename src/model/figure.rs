//! A figure: a measure, who is counted, how many, how sure, and on whose word.
//!
//! Knows what has to agree before figures are added. Must not know operations or screens.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::few::Few;
use super::measure::{Family, Measure};
use super::number;
use super::offence::Offences;
use super::text::SafeText;
use super::who::{Group, Who};

/// Why a figure stays out of sums although its measure fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// It cannot be told apart from a figure that is already counted.
    Overlap,
    /// It is a joint result with another operation.
    Joint,
    /// Whether it belongs to the operation is in doubt.
    Doubt,
}

/// Where a figure or an action was read. There are millions of them, so they are small.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// One more than the index into the operation's sources.
    source: NonZeroU32,
    /// The few words by which the place is found in the source.
    pub locator: Option<Box<SafeText>>,
}

impl Citation {
    /// A citation of a source, given as an index.
    #[must_use]
    pub fn new(source: usize, locator: Option<SafeText>) -> Self {
        let mut citation = Self { source: NonZeroU32::MIN, locator: locator.map(Box::new) };
        citation.cite(source);
        citation
    }

    /// Makes it one of another source.
    pub(crate) fn cite(&mut self, source: usize) {
        let source = u32::try_from(source).unwrap_or(u32::MAX);
        self.source = NonZeroU32::MIN.saturating_add(source);
    }

    /// The source, as an index into the operation's sources.
    #[must_use]
    pub fn source(&self) -> usize {
        usize::try_from(self.source.get()).map_or(usize::MAX, |source| source.saturating_sub(1))
    }
}

/// Where something was read; the first is the one used.
pub type Citations = Few<Citation>;

/// What has to be seen on a figure wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// Whether it belongs to the operation is in doubt.
    pub doubt: bool,
    /// Sources really disagree on it.
    pub disputed: bool,
    /// It rests on one weak source.
    pub weak: bool,
}

impl Marks {
    /// The signs, to stand right after the number.
    #[must_use]
    pub fn signs(self) -> String {
        let signs = [(self.doubt, '?'), (self.disputed, '*'), (self.weak, '†')];
        signs.into_iter().filter_map(|(set, sign)| set.then_some(sign)).collect()
    }

    /// All marks of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            doubt: self.doubt || other.doubt,
            disputed: self.disputed || other.disputed,
            weak: self.weak || other.weak,
        }
    }
}

/// What few figures say of themselves beside their number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Particulars {
    /// The unit of an attribute, such as `USD`.
    pub unit: Option<SafeText>,
    /// What else the figure says, in the project's own words.
    pub detail: Option<SafeText>,
    /// The offences it is limited to.
    pub offences: Offences,
    /// The id of the figure it is a part of; it is never added to that one.
    pub part_of: Option<SafeText>,
    /// A name shared by figures that tell of one case; they are counted once.
    pub same_case: Option<SafeText>,
    /// Why it is left out of sums, if it is, and in what words that is said.
    pub apart: Option<(Apart, SafeText)>,
}

/// One reported figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The name by which other figures, conflicts and routes refer to it.
    pub id: Option<Box<SafeText>>,
    /// What is counted.
    pub measure: Measure,
    /// Who is counted; `None` for things and cases.
    pub who: Option<Who>,
    /// The part of them that is meant.
    pub group: Option<Group>,
    /// How many.
    pub amount: Amount,
    /// The words of the source for the number.
    pub as_printed: Option<SafeText>,
    /// Whether the value was counted out of the words printed.
    pub counted: bool,
    /// Whether it is an accusation.
    pub alleged: bool,
    /// What few figures have.
    pub particulars: Option<Box<Particulars>>,
    /// Where it was read; the first is the one used.
    pub citations: Citations,
    /// What follows from its sources and from what others say; set when the operation is gathered.
    pub marks: Marks,
}

impl Figure {
    fn particular<T>(&self, field: impl FnOnce(&Particulars) -> Option<&T>) -> Option<&T> {
        self.particulars.as_deref().and_then(field)
    }

    /// The unit of an attribute, such as `USD`.
    #[must_use]
    pub fn unit(&self) -> Option<&SafeText> {
        self.particular(|more| more.unit.as_ref())
    }

    /// What else the figure says, in the project's own words.
    #[must_use]
    pub fn detail(&self) -> Option<&SafeText> {
        self.particular(|more| more.detail.as_ref())
    }

    /// The offences it is limited to.
    #[must_use]
    pub fn offences(&self) -> Offences {
        self.particulars.as_ref().map_or_else(Offences::default, |more| more.offences)
    }

    /// The id of the figure it is a part of; it is never added to that one.
    #[must_use]
    pub fn part_of(&self) -> Option<&SafeText> {
        self.particular(|more| more.part_of.as_ref())
    }

    /// A name shared by figures that tell of one case; they are counted once.
    #[must_use]
    pub fn same_case(&self) -> Option<&SafeText> {
        self.particular(|more| more.same_case.as_ref())
    }

    /// Why it is left out of sums, if it is, and in what words that is said.
    #[must_use]
    pub fn apart(&self) -> Option<(Apart, &SafeText)> {
        self.particular(|more| more.apart.as_ref()).map(|(why, words)| (*why, words))
    }

    /// The family of its measure.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.measure.family()
    }

    /// Whether the two count the same thing: the same measure of the same people.
    #[must_use]
    pub fn same_measure(&self, other: &Self) -> bool {
        self.kind() == other.kind()
    }

    /// Measure and who: what has to agree before anything is added.
    #[must_use]
    pub const fn kind(&self) -> (Measure, Option<Who>) {
        (self.measure, self.who)
    }

    /// Whether it stands for itself: not part of another figure, not left out of sums.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.part_of().is_none() && self.apart().is_none()
    }

    /// What is counted, in words: `potential victims rescued`, `arrests`, `flights monitored`,
    /// `women (potential victims) identified`, `irregular migrants allegedly smuggled`.
    #[must_use]
    pub fn label(&self) -> String {
        self.counted(false)
    }

    /// The whole figure in words: `at least 178 irregular migrants moved`, `1 suspect detained`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let amount = self.amount.in_words();
        let label = self.counted(self.amount.value() == Some(1));
        match (self.unit(), self.amount) {
            (Some(unit), Amount::Number(qualifier, value)) => {
                format!("{}{unit} {} {label}", qualifier.words(), number::words(value))
            }
            _ => format!("{amount} {label}"),
        }
    }

    /// The words of its measure. Territories are counted only where the source prints them.
    fn verb(&self) -> &'static str {
        let prints =
            |word| self.as_printed.as_ref().is_some_and(|said| said.as_str().contains(word));
        match self.measure {
            Measure::Countries if prints("territories") => "countries and territories",
            measure => measure.words(),
        }
    }

    fn counted(&self, one: bool) -> String {
        let noun = |plural: &str| {
            if one { singular(plural) } else { plural.to_owned() }
        };
        let verb = self.verb();
        let whole = matches!(self.family(), Family::Suspects | Family::Attributes);
        match (self.group, self.who) {
            (None, Some(Who::Suspects)) if self.measure == Measure::Arrested => {
                let alleged = if self.alleged { "alleged " } else { "" };
                format!("{alleged}{}", noun("arrests"))
            }
            (_, None) => noun(verb),
            (None, Some(_)) if whole => noun(verb),
            (group, Some(who)) => {
                let people = people(group, who, one);
                let alleged = if self.alleged { "allegedly " } else { "" };
                format!("{people} {alleged}{verb}")
            }
        }
    }
}

/// The people counted, with the group among them: `women (potential victims)`. A group alone would
/// not say whether victims or migrants are meant.
#[must_use]
pub fn people(group: Option<Group>, who: Who, one: bool) -> String {
    let noun = |plural: &str| if one { singular(plural) } else { plural.to_owned() };
    match (group, who) {
        // That they are suspects is said by the measure.
        (Some(group), Who::People | Who::Suspects) => noun(group.noun()),
        (Some(group), who) => format!("{} ({})", noun(group.noun()), noun(who.noun())),
        (None, who) => noun(who.noun()),
    }
}

/// One of what a plural noun names; words after the noun stay.
pub(crate) fn singular(plural: &str) -> String {
    let (noun, rest) = plural.split_once(' ').unwrap_or((plural, ""));
    let (noun, rest) = match (noun, rest) {
        // The noun is the last word of these: irregular migrants, potential victims.
        ("irregular" | "potential" | "pot." | "database" | "border" | "coordination", noun) => {
            return format!("{} {}", plural.split(' ').next().unwrap_or_default(), singular(noun));
        }
        ("people", rest) => ("person".to_owned(), rest),
        ("women", rest) => ("woman".to_owned(), rest),
        ("men", rest) => ("man".to_owned(), rest),
        (noun, rest) => match (noun.strip_suffix("ies"), noun.strip_suffix('s')) {
            (Some(stem), _) => (format!("{stem}y"), rest),
            (None, Some(stem)) => (stem.to_owned(), rest),
            (None, None) => (noun.to_owned(), rest),
        },
    };
    if rest.is_empty() { noun } else { format!("{noun} {rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_figures_need_little_room() {
        let room = [size_of::<Citation>(), size_of::<Citations>(), size_of::<Figure>()];
        assert!(room <= [16, 16, 72], "{room:?}");
    }

    #[test]
    fn one_is_said_in_the_singular() {
        for (plural, one) in [
            ("suspects", "suspect"),
            ("irregular migrants", "irregular migrant"),
            ("pot. victims", "pot. victim"),
            ("people", "person"),
            ("countries of origin", "country of origin"),
            ("groups linked", "group linked"),
            ("database checks", "database check"),
            ("cash seized", "cash seized"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
