//! Opening a report again: the operations in it, one at a time.
//!
//! Knows how an envelope begins and where its operations are. What an operation is made of is
//! `stream`'s.

use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Error as JsonError;

use super::{ASKED, MARK, VERSION, View};
use crate::data::build::Builder;
use crate::data::sanitize;
use crate::data::schema::Operation;
use crate::data::stream::Whole;

/// Whether a text is a report and no operation.
pub(in crate::data) fn is_one(json: &str) -> bool {
    let first = json.trim_start().strip_prefix('{').map(str::trim_start);
    let mark = first.and_then(|json| json.strip_prefix('"')?.strip_prefix(MARK));
    mark.is_some_and(|rest| rest.starts_with('"'))
}

/// An operation as it was found in a report.
pub(in crate::data) struct Found<'de> {
    pub(in crate::data) written: Operation<'de>,
    /// How many of its texts were cleaned before they were written.
    pub(in crate::data) cleaned: usize,
}

/// Reads one of the operations of a report, by its place; its actions are handed to the builder.
///
/// # Errors
///
/// If the text is no report, or has no such operation.
pub(in crate::data) fn read<'de>(
    json: &'de str,
    place: usize,
    builder: &mut Builder<'de>,
) -> Result<Found<'de>, JsonError> {
    let mut json = serde_json::Deserializer::from_str(json);
    let mut found = None;
    json.deserialize_map(Report { place, builder, found: &mut found })?;
    json.end()?;
    found.ok_or_else(|| JsonError::custom("the report does not hold that operation any more"))
}

/// What a report says before its operations.
#[derive(Default)]
pub(in crate::data) struct Head {
    /// The ids of the operations.
    pub(in crate::data) ids: Vec<String>,
    pub(in crate::data) view: View,
}

/// What a report says before its operations, which are not read; `None` if it is no report.
pub(in crate::data) fn head(from: impl Read) -> Option<Head> {
    let mut head = None;
    // The reading never comes to its end.
    let _ = serde_json::Deserializer::from_reader(from).deserialize_map(Reading(&mut head));
    head
}

struct Reading<'h>(&'h mut Option<Head>);

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        if map.next_key::<String>()?.is_none_or(|field| field != MARK) {
            return Ok(());
        }
        map.next_value::<IgnoredAny>()?;
        let head = self.0.insert(Head::default());
        while let Some(field) = map.next_key::<String>()? {
            let Head { ids, view } = &mut *head;
            match field.as_str() {
                "ids" => *ids = map.next_value()?,
                "operations" => return Ok(()),
                asked if ASKED.contains(&asked) => {
                    let said = sanitize::clean(&map.next_value::<String>()?);
                    view.0.push((field, said));
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

struct Report<'b, 'de> {
    place: usize,
    builder: &'b mut Builder<'de>,
    found: &'b mut Option<Found<'de>>,
}

impl<'de> Visitor<'de> for Report<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<M: MapAccess<'de>>(mut self, mut map: M) -> Result<(), M::Error> {
        while let Some(field) = map.next_key::<String>()? {
            match field.as_str() {
                MARK => {
                    let version: u32 = map.next_value()?;
                    if version != VERSION {
                        return Err(M::Error::custom("the report is of another version"));
                    }
                }
                "operations" => map.next_value_seed(&mut self)?,
                "about" | "ids" => drop(map.next_value::<IgnoredAny>()?),
                asked if ASKED.contains(&asked) => drop(map.next_value::<IgnoredAny>()?),
                other => return Err(M::Error::unknown_field(other, &[])),
            }
        }
        Ok(())
    }
}

/// The list of operations.
impl<'de> DeserializeSeed<'de> for &mut Report<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Report<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of operations")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        for place in 0.. {
            if place == self.place {
                match list.next_element_seed(Entry(self.builder))? {
                    Some(found) => *self.found = Some(found),
                    None => return Ok(()),
                }
            } else if list.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        Ok(())
    }
}

struct Entry<'b, 'de>(&'b mut Builder<'de>);

impl<'de> DeserializeSeed<'de> for Entry<'_, 'de> {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Entry<'_, 'de> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an operation of a report")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let (mut cleaned, mut written) = (0, None);
        while let Some(field) = map.next_key::<String>()? {
            match field.as_str() {
                "cleaned" => cleaned = map.next_value()?,
                "shown" => drop(map.next_value::<IgnoredAny>()?),
                "operation" if written.is_none() => {
                    written = Some(map.next_value_seed(Whole(self.0))?);
                }
                "operation" => return Err(M::Error::duplicate_field("operation")),
                other => return Err(M::Error::unknown_field(other, &[])),
            }
        }
        let written = written.ok_or_else(|| M::Error::missing_field("operation"))?;
        Ok(Found { written, cleaned })
    }
}
