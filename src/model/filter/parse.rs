//! From text to a filter, or to where and why it cannot be read.
//!
//! Knows the grammar:
//!
//! ```text
//! filter     = { term }                              every term has to hold
//! term       = [ "-" ] ( words | key ":" value { "," value } | name comparison number )
//! comparison = ">=" | ">" | "<=" | "<" | "="
//! words      = a word, or "several words"
//! ```
//!
//! Must not know who types it.

use std::ops::Range;

use super::names::{self, Asks, KEYS, Named, Unknown};
use super::{Comparison, Filter, Name, Term, Test, token};

/// Why a text is no filter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The part of the text that cannot be read.
    pub span: Range<usize>,
    /// What was expected, in words.
    pub expected: String,
    /// What was probably meant in its place.
    pub meant: Option<String>,
}

/// The names that a sentence has room for.
const NAMED: usize = 8;

/// Reads a filter.
///
/// # Errors
///
/// Where it cannot be read, and what was expected there.
pub fn parse(text: &str) -> Result<Filter, Mistake> {
    match read(text) {
        (filter, None) => Ok(filter),
        (_, Some(mistake)) => Err(mistake),
    }
}

/// Reads what can be read of a filter: all terms that are one, and the first mistake.
#[must_use]
pub fn read(text: &str) -> (Filter, Option<Mistake>) {
    let (mut filter, mut first) = (Filter::default(), None);
    for word in token::words(text) {
        match term(text.get(word.clone()).unwrap_or_default()) {
            Ok(term) => filter = filter.and(term),
            Err(mistake) => first = first.or(Some(mistake.moved(word.start))),
        }
    }
    (filter, first)
}

impl Mistake {
    fn new(span: Range<usize>, expected: impl Into<String>) -> Self {
        Self { span, expected: expected.into(), meant: None }
    }

    /// The same mistake, so much later in the text.
    fn moved(self, by: usize) -> Self {
        Self { span: self.span.start + by..self.span.end + by, ..self }
    }

    /// A name that is not understood.
    fn unknown(span: Range<usize>, typed: &str, noun: &str, why: Unknown) -> Self {
        let typed = token::unquoted(typed);
        match why {
            Unknown::Several(mut names) => {
                let more = names.len().saturating_sub(NAMED);
                names.truncate(NAMED);
                let more = if more > 0 { format!(" or {more} others") } else { String::new() };
                Self::new(span, format!("“{typed}” may be {}{more}", names.join(", ")))
            }
            Unknown::Nothing(meant) => {
                let near = meant.as_ref().map(|name| format!(": did you mean {name}?"));
                let said = format!("“{typed}” is no {noun}{}", near.unwrap_or_default());
                Self { meant, ..Self::new(span, said) }
            }
        }
    }
}

fn term(word: &str) -> Result<Term, Mistake> {
    let (negated, rest) = match word.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, word),
    };
    let start = word.len() - rest.len();
    if rest.is_empty() {
        return Err(Mistake::new(
            0..word.len(),
            "after - comes what must not hold, as in -has:rescued",
        ));
    }
    let test = test(rest).map_err(|mistake| mistake.moved(start))?;
    Ok(Term { negated, test })
}

fn test(said: &str) -> Result<Test, Mistake> {
    let part = token::find(said, |c| c == ':' || token::is_operator(c));
    let Some((left, right)) = part.and_then(|at| said.split_at_checked(at)) else {
        let text = token::unquoted(said);
        if text.trim().is_empty() {
            return Err(Mistake::new(0..said.len(), "a word is expected in the quotes"));
        }
        return Ok(Test::Text(text));
    };
    match right.strip_prefix(':') {
        Some(values) => keyed(left, values),
        None => compared(left, right),
    }
}

/// `key:value,value`
fn keyed(key: &str, values: &str) -> Result<Test, Mistake> {
    let found = names::key(&token::unquoted(key)).map_err(|why| {
        let none = why == Unknown::Nothing(None);
        let mut mistake = Mistake::unknown(0..key.len(), key, "key", why);
        if none {
            let keys: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
            mistake.expected =
                format!("{}: put it in quotes, or use {}", mistake.expected, keys.join(", "));
        }
        mistake
    })?;
    let start = key.len() + 1;
    let test = match found.asks {
        Asks::Country => several(values).map(Test::Country),
        Asks::Region => several(values).map(Test::Region),
        Asks::Family => several(values).map(Test::Family),
        Asks::Measure => several(values).map(Test::Measure),
        Asks::Offence => several(values).map(Test::Offence),
        Asks::Strength => several(values).map(Test::Strength),
        Asks::Qualifier => several(values).map(Test::Qualifier),
        Asks::State(state) => several(values).map(|names| Test::State(state, names)),
    };
    test.map_err(|mistake| mistake.moved(start))
}

/// One value or several, each once.
fn several<T: Named>(said: &str) -> Result<Vec<T>, Mistake> {
    let known = T::names();
    let mut values = Vec::new();
    for span in token::split(said, |c| c == ',') {
        let typed = said.get(span.clone()).unwrap_or_default();
        if token::unquoted(typed).trim().is_empty() {
            let first: Vec<&str> = known.iter().take(NAMED).map(|(name, _)| &**name).collect();
            let said = format!("a {} is expected: {}, …", T::NOUN, first.join(", "));
            return Err(Mistake::new(span, said));
        }
        let value = names::meant(&token::unquoted(typed), &known)
            .map_err(|why| Mistake::unknown(span, typed, T::NOUN, why))?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

/// `arrests>=10`
fn compared(left: &str, right: &str) -> Result<Test, Mistake> {
    let end = right.find(|c| !token::is_operator(c)).unwrap_or(right.len());
    let (sign, digits) = right.split_at_checked(end).unwrap_or((right, ""));
    let span = left.len()..left.len() + sign.len();
    if left.is_empty() {
        return Err(Mistake::new(
            span,
            "a column or a measure is expected before it, as in arrests>=10",
        ));
    }
    let name = names::meant(&token::unquoted(left), &Name::names())
        .map_err(|why| Mistake::unknown(0..left.len(), left, Name::NOUN, why))?;
    let comparison = match sign {
        ">=" | "=>" | "≥" => Comparison::AtLeast,
        ">" => Comparison::MoreThan,
        "<=" | "=<" | "≤" => Comparison::AtMost,
        "<" => Comparison::LessThan,
        "=" | "==" => Comparison::Exactly,
        _ => return Err(Mistake::new(span, "one of >= > <= < = is expected")),
    };
    let number: String = digits.chars().filter(|c| !matches!(c, ',' | '_')).collect();
    match number.parse() {
        Ok(number) => Ok(Test::Compare(name, comparison, number)),
        Err(_) if number.is_empty() => {
            let said = format!("a number is expected after {sign}");
            Err(Mistake::new(span.end..span.end + digits.len(), said))
        }
        Err(_) => {
            let said = format!("“{}” is no whole number", token::unquoted(digits));
            Err(Mistake::new(span.end..span.end + digits.len(), said))
        }
    }
}
