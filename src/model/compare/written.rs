//! Measures and rates as they are written in an option, and read again.
//!
//! Knows their words. Must not know which operations report in which measure.

use super::Kind;
use super::rate::Rate;
use crate::model::fold::fold;
use crate::model::measure::Measure;
use crate::model::nearest::nearest;
use crate::model::who::Who;

/// So many measures are named where none is meant.
const NAMED: usize = 6;

/// A measure with who is counted: `potential victims rescued`, `flights monitored`.
#[must_use]
pub fn of((measure, who): Kind) -> String {
    match who {
        Some(who) if !measure.words().starts_with(who.noun()) => {
            format!("{} {}", who.noun(), measure.words())
        }
        _ => measure.words().to_owned(),
    }
}

/// The measure that is meant.
///
/// # Errors
///
/// If there is none such; with those that may be meant.
pub fn read(written: &str) -> Result<Kind, String> {
    let folded = match fold(written.trim()).replace("allegedly ", "") {
        // As screens and reports call it.
        label if label == "arrests" => "suspects arrested".to_owned(),
        folded => folded,
    };
    // Words that say by themselves who is counted come first: suspects identified.
    let whos = std::iter::once(None).chain(Who::ALL.map(Some));
    let kinds = whos.flat_map(|who| Measure::ALL.iter().map(move |measure| (*measure, who)));
    let known: Vec<(String, Kind)> = kinds.map(|kind| (fold(&of(kind)), kind)).collect();
    if let Some((_, kind)) = known.iter().find(|(name, _)| *name == folded) {
        return Ok(*kind);
    }
    let names = || known.iter().map(|(name, _)| name.as_str());
    if let Some(near) = names().find(|name| nearest(&folded, [*name]).is_some()) {
        return Err(format!("“{written}” is no measure: did you mean {near}?"));
    }
    let within: Vec<&str> =
        names().filter(|name| !folded.is_empty() && name.contains(&folded)).collect();
    let (said, all) = if within.is_empty() {
        let words: Vec<&str> = Measure::ALL.iter().map(|measure| measure.words()).collect();
        (words.join(", "), "who is counted stands before one of")
    } else {
        (within.into_iter().take(NAMED).collect::<Vec<&str>>().join(", "), "it may be")
    };
    Err(format!("“{written}” is no measure; {all}: {said}"))
}

impl Rate {
    /// Every rate.
    pub const ALL: [Self; 3] = [Self::Total, Self::Day, Self::Country];

    /// The word that an option has for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Total => "operation",
            Self::Day => "day",
            Self::Country => "country",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for measure in Measure::ALL {
            for who in [None, Some(Who::Victims), Some(Who::IrregularMigrants)] {
                let kind = (*measure, who);
                assert_eq!(read(&of(kind)), Ok(kind));
            }
        }
        assert_eq!(read("Suspects ARRESTED"), Ok((Measure::Arrested, Some(Who::Suspects))));
        assert_eq!(read("Arrests"), read("suspects arrested"));
        assert_eq!(read("migrants allegedly smuggled"), read("migrants smuggled"));
    }

    #[test]
    fn what_is_no_measure_says_what_may_be_meant() {
        let said = |written| read(written).unwrap_err();
        assert_eq!(
            said("suspects arested"),
            "“suspects arested” is no measure: did you mean suspects arrested?"
        );
        assert!(
            said("into care").contains("it may be: taken into care, "),
            "{}",
            said("into care")
        );
        assert!(said("zz").contains("before one of: arrested, apprehended"), "{}", said("zz"));
        assert!(said("").contains("before one of: arrested"), "{}", said(""));
    }
}
