//! Reading a file piece by piece: its actions become part of the model while they are read, so
//! that a million of them are never held twice.
//!
//! Knows the fields of the whole file. What a piece becomes is decided in `build`; why a file is
//! refused is said by `check`, which reads it again.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::build::Builder;
use super::schema::{Action, Operation};

/// Reads an operation; its actions are handed to the builder.
///
/// # Errors
///
/// If the text is no JSON, not in the schema, or an action contradicts itself.
pub(super) fn read<'de>(
    json: &'de str,
    builder: &mut Builder<'de>,
) -> Result<Operation<'de>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(json);
    let written = json.deserialize_map(Whole(builder))?;
    json.end()?;
    Ok(written)
}

/// The fields of an operation.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Schema,
    Id,
    Name,
    Organiser,
    Start,
    End,
    Status,
    Hubs,
    Totals,
    Actions,
    Routes,
    Conflicts,
    Sources,
    Notes,
    Story,
}

/// An operation, whose actions are handed to the builder.
pub(super) struct Whole<'b, 'de>(pub(super) &'b mut Builder<'de>);

impl<'de> DeserializeSeed<'de> for Whole<'_, 'de> {
    type Value = Operation<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, 'de> {
    type Value = Operation<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an operation")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let (mut schema, mut id, mut name, mut organiser) = (None, None, None, None);
        let (mut start, mut end, mut status, mut hubs) = (None, None, None, None);
        let (mut totals, mut actions, mut routes) = (None, None, None);
        let (mut conflicts, mut sources, mut notes, mut story) = (None, None, None, None);
        while let Some(field) = map.next_key()? {
            match field {
                Field::Schema => once(&mut schema, map.next_value()?)?,
                Field::Id => once(&mut id, map.next_value()?)?,
                Field::Name => once(&mut name, map.next_value()?)?,
                Field::Organiser => once(&mut organiser, map.next_value()?)?,
                Field::Start => once(&mut start, map.next_value()?)?,
                Field::End => once(&mut end, map.next_value()?)?,
                Field::Status => once(&mut status, map.next_value()?)?,
                Field::Hubs => once(&mut hubs, map.next_value()?)?,
                Field::Totals => once(&mut totals, map.next_value()?)?,
                Field::Actions => once(&mut actions, map.next_value_seed(Actions(self.0))?)?,
                Field::Routes => once(&mut routes, map.next_value()?)?,
                Field::Conflicts => once(&mut conflicts, map.next_value()?)?,
                Field::Sources => once(&mut sources, map.next_value()?)?,
                Field::Notes => once(&mut notes, map.next_value()?)?,
                Field::Story => once(&mut story, map.next_value()?)?,
            }
        }
        let missing = M::Error::missing_field;
        actions.ok_or_else(|| missing("actions"))?;
        Ok(Operation {
            schema: schema.ok_or_else(|| missing("schema"))?,
            id: id.ok_or_else(|| missing("id"))?,
            name: name.ok_or_else(|| missing("name"))?,
            organiser: organiser.ok_or_else(|| missing("organiser"))?,
            start: start.flatten(),
            end: end.flatten(),
            status: status.ok_or_else(|| missing("status"))?,
            hubs: hubs.unwrap_or_default(),
            totals: totals.ok_or_else(|| missing("totals"))?,
            _actions: Vec::new(),
            routes: routes.unwrap_or_default(),
            conflicts: conflicts.unwrap_or_default(),
            sources: sources.ok_or_else(|| missing("sources"))?,
            notes: notes.unwrap_or_default(),
            story: story.unwrap_or_default(),
        })
    }
}

/// Keeps the value of a field that may stand there once.
fn once<T, E: Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        Some(_) => Err(E::custom("a field is given twice")),
        None => Ok(()),
    }
}

/// The list of actions, each of which goes to the builder.
struct Actions<'b, 'de>(&'b mut Builder<'de>);

impl<'de> DeserializeSeed<'de> for Actions<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Actions<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of actions")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        while let Some(action) = list.next_element::<Action<'de>>()? {
            self.0.action(action).map_err(S::Error::custom)?;
        }
        Ok(())
    }
}
