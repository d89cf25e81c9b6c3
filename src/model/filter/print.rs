//! Filters as they are written: the one way to write each.
//!
//! Knows names and quotes. Reading what is written here gives the same filter.

use std::fmt::{self, Display, Formatter};

use super::names::{self, Named};
use super::{Comparison, Filter, State, Term, Test, token};

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, term) in self.terms.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            write!(f, "{gap}{term}")?;
        }
        Ok(())
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.negated { "-" } else { "" };
        write!(f, "{sign}{}", self.test)
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&token::quoted(text)),
            Self::Country(values) => keyed(f, "country", values),
            Self::Region(values) => keyed(f, "region", values),
            Self::Family(values) => keyed(f, "family", values),
            Self::Measure(values) => keyed(f, "measure", values),
            Self::Offence(values) => keyed(f, "offence", values),
            Self::Strength(values) => keyed(f, "strength", values),
            Self::Qualifier(values) => keyed(f, "qualifier", values),
            Self::State(State::Number, values) => keyed(f, "has", values),
            Self::State(State::Some, values) => keyed(f, "some", values),
            Self::State(State::Nothing, values) => keyed(f, "no", values),
            Self::Compare(name, comparison, number) => {
                write!(f, "{}{comparison}{number}", names::name(*name))
            }
        }
    }
}

fn keyed<T: Named>(f: &mut Formatter<'_>, key: &str, values: &[T]) -> fmt::Result {
    let values: Vec<_> = values.iter().map(|value| names::name(*value)).collect();
    write!(f, "{key}:{}", values.join(","))
}

impl Display for Comparison {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::Exactly => "=",
        })
    }
}
