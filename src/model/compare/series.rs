//! Series: operations that were repeated, as Liberterra I to III were.
//!
//! Knows the rule by which a series is told from ids, which files are free to follow.

use crate::model::operation::Operation;

/// Operations that belong to a series under another name: the id, the series.
const OTHER_NAMES: [(&str, &str); 1] = [("flash-weka", "weka")];

/// The series that an operation belongs to: its id without the number at its end.
#[must_use]
pub fn of(operation: &Operation) -> &str {
    of_id(operation.id.as_str())
}

fn of_id(id: &str) -> &str {
    if let Some((_, series)) = OTHER_NAMES.iter().find(|(other, _)| *other == id) {
        return series;
    }
    let number = |(_, end): &(&str, &str)| end.bytes().all(|byte| byte.is_ascii_digit());
    id.rsplit_once('-').filter(number).map_or(id, |(series, _)| series)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_at_the_end_of_an_id_is_no_part_of_its_series() {
        for (id, series) in [
            ("liberterra-1", "liberterra"),
            ("storm-makers-2", "storm-makers"),
            ("flash-weka", "weka"),
            ("weka-2", "weka"),
            ("mine", "mine"),
            ("my-own", "my-own"),
            ("", ""),
        ] {
            assert_eq!(of_id(id), series);
        }
    }
}
