//! Days as sources give them: sometimes only a month or a year.
//!
//! Knows the calendar as far as it is needed to print a date; must not know today's.

use std::cmp::Ordering;
use std::fmt;

/// A date that may lack its day or its month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Date {
    /// Reads `2024`, `2024-11` or `2024-11-06`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|m| number(m, 2));
        let day = parts.next().map(|d| number(d, 2));
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let month = month.flatten().map(u8::try_from).transpose().ok()?;
        let day = day.flatten().map(u8::try_from).transpose().ok()?;
        let last = month.map_or(0, |m| days_in(year, m));
        if month.is_some_and(|m| !(1..=12).contains(&m)) || day.is_some_and(|d| d < 1 || d > last) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The date as files have it: `2024-11-06`, `2024-11` or `2024`.
    #[must_use]
    pub fn iso(self) -> String {
        let parts = [self.month, self.day].into_iter().map_while(|part| part);
        parts.fold(format!("{:04}", self.year), |said, part| format!("{said}-{part:02}"))
    }

    /// Whether this date is surely after another: only what both of them say is compared.
    #[must_use]
    pub fn is_after(self, other: Self) -> bool {
        let months = self.month.zip(other.month);
        let days = self.day.zip(other.day);
        match self.year.cmp(&other.year) {
            Ordering::Equal => match months.map(|(one, other)| one.cmp(&other)) {
                Some(Ordering::Equal) => days.is_some_and(|(one, other)| one > other),
                months => months == Some(Ordering::Greater),
            },
            years => years == Ordering::Greater,
        }
    }

    /// How many days there are from this one to another, both counted; `None` where one of them is
    /// not known to the day, or the other comes before.
    #[must_use]
    pub fn days_to(self, other: Self) -> Option<u64> {
        let between = other.ordinal()?.checked_sub(self.ordinal()?)?;
        Some(u64::from(between) + 1)
    }

    /// The number of the day in a row of all days.
    fn ordinal(self) -> Option<u32> {
        let (year, month, day) = (u32::from(self.year), self.month?, self.day?);
        let past = year.saturating_sub(1);
        let leaps = past / 4 - past / 100 + past / 400;
        let months = (1..month).map(|month| u32::from(days_in(self.year, month))).sum::<u32>();
        Some(year * 365 + leaps + months + u32::from(day))
    }

    /// The month and the year, or the year alone where no more is known.
    #[must_use]
    pub const fn month(self) -> Self {
        Self { day: None, ..self }
    }

    fn day_month(self) -> String {
        let month = self.month.and_then(|m| MONTHS.get(usize::from(m).wrapping_sub(1)));
        match (self.day, month) {
            (Some(day), Some(month)) => format!("{day} {month}"),
            (None, Some(month)) => (*month).to_owned(),
            _ => String::new(),
        }
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = self.day_month();
        let gap = if short.is_empty() { "" } else { " " };
        write!(f, "{short}{gap}{}", self.year)
    }
}

/// A span of days: `29 Sep – 4 Oct 2024`; the year of the start only where it differs.
#[must_use]
pub fn span(start: Option<Date>, end: Option<Date>) -> Option<String> {
    match (start, end) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
        (Some(start), Some(end)) if start == end => Some(end.to_string()),
        (Some(start), Some(end)) if start.year == end.year => {
            Some(format!("{} – {end}", start.day_month()))
        }
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_any_precision_are_read_and_printed() {
        for (text, printed) in
            [("2024-11-06", "6 Nov 2024"), ("2024-11", "Nov 2024"), ("2024", "2024")]
        {
            let date = Date::parse(text).unwrap();
            assert_eq!((date.to_string().as_str(), date.iso().as_str()), (printed, text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "24", "2024-13", "2023-02-29", "2024-00", "2024-1-1", "2024-11-06-01", "x"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }

    #[test]
    fn only_what_both_dates_say_is_compared() {
        let after = |one, other| Date::parse(one).unwrap().is_after(Date::parse(other).unwrap());
        assert!(after("2024-10-04", "2024-09-29") && after("2025", "2024-12-31"));
        assert!(!after("2024-09-29", "2024-09") && !after("2024-09", "2024-09-29"));
        assert!(!after("2024", "2024-09-29") && !after("2024-09-29", "2024-10-04"));
    }

    #[test]
    fn days_are_counted_with_the_first_and_the_last() {
        let days = |one, other| Date::parse(one).unwrap().days_to(Date::parse(other).unwrap());
        assert_eq!(days("2024-09-29", "2024-10-04"), Some(6));
        assert_eq!(days("2021-07-05", "2021-07-09"), Some(5));
        assert_eq!(days("2024-02-28", "2024-03-01"), Some(3));
        assert_eq!(days("2023-12-31", "2024-01-01"), Some(2));
        assert_eq!(days("2024-01-01", "2024-01-01"), Some(1));
        assert_eq!(days("2024-01-02", "2024-01-01"), None);
        assert_eq!(days("2023-05", "2023-06"), None);
    }

    #[test]
    fn a_span_names_the_year_once() {
        let day = |text| Date::parse(text);
        assert_eq!(span(day("2024-09-29"), day("2024-10-04")).unwrap(), "29 Sep – 4 Oct 2024");
        assert_eq!(span(day("2023-12-30"), day("2024-01-02")).unwrap(), "30 Dec 2023 – 2 Jan 2024");
        assert_eq!(span(None, None), None);
    }
}
