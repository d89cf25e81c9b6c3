//! Whether a talk is on time.
//!
//! Knows the slides and the minutes, which are shared out evenly among those that are told: a page
//! of a slide has its part of the slide's share. Must not know a clock.

use std::fmt;

use crate::model::standing::Reached;

/// As much as nobody need hurry for, in seconds.
pub const TOLERANCE: u64 = 30;

/// Whether a talk is on time, else by how many seconds it is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pace {
    /// On time.
    OnTime,
    /// Earlier than planned.
    Ahead(u64),
    /// Later than planned.
    Behind(u64),
}

impl Pace {
    /// How a talk that has come so far in so many seconds does, if it may take so many minutes.
    ///
    /// A slide may be shown from when all before it should be over until it should be over itself.
    #[must_use]
    pub fn of(reached: Reached, elapsed: u64, minutes: u16) -> Self {
        let (before, parts) = reached.told();
        let all = u64::from(minutes) * 60;
        let begins = all * before / parts;
        let ends = (all * (before + 1)).div_ceil(parts);
        let (early, late) = (begins.saturating_sub(elapsed), elapsed.saturating_sub(ends));
        match (early > TOLERANCE, late > TOLERANCE) {
            (true, _) => Self::Ahead(early),
            (_, true) => Self::Behind(late),
            _ => Self::OnTime,
        }
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnTime => f.write_str("on time"),
            Self::Ahead(seconds) => write!(f, "{} ahead", duration(*seconds)),
            Self::Behind(seconds) => write!(f, "{} behind", duration(*seconds)),
        }
    }
}

/// Minutes and seconds, and hours if there are any: `7:05`, `1:02:10`.
#[must_use]
pub fn duration(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(slide: u16, page: u16, pages: u16) -> Reached {
        Reached { slide, slides: 10, page, pages, first: 1 }
    }

    #[test]
    fn a_slide_is_on_time_for_as_long_as_it_may_stand_and_a_little_more() {
        // Ten slides in ten minutes: the third has the third minute.
        for elapsed in [90, 120, 150, 180, 210] {
            assert_eq!(Pace::of(at(3, 1, 1), elapsed, 10), Pace::OnTime, "{elapsed}");
        }
        assert_eq!(Pace::of(at(3, 1, 1), 89, 10), Pace::Ahead(31));
        assert_eq!(Pace::of(at(3, 1, 1), 211, 10), Pace::Behind(31));
    }

    #[test]
    fn the_first_slide_is_never_early_and_the_last_is_late_only_when_all_is_over() {
        assert_eq!(Pace::of(at(1, 1, 1), 0, 10), Pace::OnTime);
        assert_eq!(Pace::of(at(10, 1, 1), 630, 10), Pace::OnTime);
        assert_eq!(Pace::of(at(10, 1, 1), 631, 10), Pace::Behind(31));
        assert_eq!(Pace::of(at(10, 1, 1), 0, 10), Pace::Ahead(540));
    }

    #[test]
    fn a_page_has_its_part_of_the_share_of_its_slide() {
        assert_eq!(Pace::of(at(3, 2, 2), 119, 10), Pace::Ahead(31));
        assert_eq!(Pace::of(at(3, 1, 2), 181, 10), Pace::Behind(31));
    }

    #[test]
    fn it_is_said_in_minutes_and_seconds() {
        assert_eq!(Pace::Behind(130).to_string(), "2:10 behind");
        assert_eq!(Pace::Ahead(45).to_string(), "0:45 ahead");
        assert_eq!(duration(3_730), "1:02:10");
    }
}
