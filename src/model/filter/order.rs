//! Orders as they are written: `arrests,-name`.
//!
//! Knows the names of columns, which filters use too. Must not know who writes them.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

use super::names::{self, Named, Unknown};
use crate::model::measure::Family;
use crate::model::query::{Column, Key, Sort};

impl Named for Column {
    const NOUN: &'static str = "column";

    fn names() -> Vec<(Cow<'static, str>, Self)> {
        let families = <Family as Named>::names();
        let families = families.into_iter().map(|(name, family)| (name, Self::Family(family)));
        let name = ["name", "country"].map(|name| (Cow::Borrowed(name), Self::Name));
        name.into_iter().chain(families).collect()
    }
}

impl Sort {
    /// Reads an order: columns from the strongest to the weakest, `-` before one that is turned
    /// round.
    ///
    /// # Errors
    ///
    /// Which column cannot be read, and what was expected; a sentence without its end.
    pub fn read(text: &str) -> Result<Self, String> {
        text.split(',').map(key).collect::<Result<Vec<Key>, String>>().map(Self::of)
    }
}

fn key(written: &str) -> Result<Key, String> {
    let written = written.trim();
    let (turned, name) = match written.strip_prefix('-') {
        Some(name) => (true, name),
        None => (false, written),
    };
    let known = Column::names();
    let near = match names::meant(name, &known) {
        Ok(column) if !name.is_empty() => {
            let key = Key::natural(column);
            return Ok(if turned { key.turned() } else { key });
        }
        Err(Unknown::Nothing(Some(near))) => format!(": did you mean {near}?"),
        _ => {
            let all = Column::ALL.map(names::name).join(", ");
            format!("; the columns are {all}, a `-` turns one round")
        }
    };
    Err(format!("“{written}” is no column{near}"))
}

impl Display for Sort {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, key) in self.keys().iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            let turned = if *key == Key::natural(key.column) { "" } else { "-" };
            write!(f, "{comma}{turned}{}", names::name(key.column))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_of_an_order_is_read_as_the_same_order() {
        let mut sort = Sort::default();
        assert_eq!(sort.to_string(), "arrests,rescued,name");
        for column in Column::ALL {
            sort.by(column);
            sort.reverse();
            assert_eq!(Sort::read(&sort.to_string()), Ok(sort.clone()), "{sort}");
        }
        let read = Sort::read("moved, -name,moved").unwrap();
        assert_eq!(read.to_string(), "moved-by-suspects,-name");
    }

    #[test]
    fn what_is_no_order_says_what_was_expected() {
        for (written, said) in [
            ("arests", "“arests” is no column: did you mean arrests?"),
            ("arrests,", "“” is no column; the columns are name, arrests, rescued"),
            ("-", "“-” is no column; the columns are"),
            ("e", "“e” is no column; the columns are"),
        ] {
            let error = Sort::read(written).unwrap_err();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
