//! From a model as used back to a file as written: the way back of `build`.
//!
//! Knows which field a value goes to. A list of actions or figures is written while it is walked
//! through, so that a million of them need no room of their own.

use std::borrow::Cow;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::schema::{self, Some_, Text, Value};
use crate::model::amount::Amount;
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::figure::{Citation, Figure};
use crate::model::operation::{Action, Operation};
use crate::model::place::{Place, Route, Stop};
use crate::model::source::{Conflict, Source};
use crate::model::story::maps::View;
use crate::model::story::{Named, Show, Step, Subject};
use crate::model::text::SafeText;

/// An operation as its file has it, format 1.
pub(super) struct Whole<'a>(pub(super) &'a Operation);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(operation) = *self;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("schema", &schema::FORMAT)?;
        map.serialize_entry("id", operation.id.as_str())?;
        map.serialize_entry("name", operation.name.as_str())?;
        map.serialize_entry("organiser", operation.organiser.as_str())?;
        for (name, date) in [("start", operation.start), ("end", operation.end)] {
            if let Some(date) = date {
                map.serialize_entry(name, &date.iso())?;
            }
        }
        map.serialize_entry("status", &operation.status)?;
        optional(&mut map, "hubs", &operation.hubs, |hub| text(hub))?;
        let source = |place| source_id(operation, place);
        map.serialize_entry(
            "totals",
            &Each(|| operation.totals.iter().map(|f| figure(f, &source))),
        )?;
        let actions = || operation.actions.iter().map(|one| action(operation, one, &source));
        map.serialize_entry("actions", &Each(actions))?;
        optional(&mut map, "routes", &operation.routes, |one| route(operation, one, &source))?;
        optional(&mut map, "conflicts", &operation.conflicts, |one| conflict(one, &source))?;
        map.serialize_entry("sources", &Each(|| operation.sources.iter().map(published)))?;
        optional(&mut map, "notes", &operation.notes, |note| text(note))?;
        optional(&mut map, "story", &operation.story, step)?;
        map.end()
    }
}

/// Writes a list, unless there is nothing in it.
fn optional<'a, M: serde::ser::SerializeMap, T, W: Serialize>(
    map: &mut M,
    name: &'static str,
    list: &'a [T],
    written: impl Fn(&'a T) -> W,
) -> Result<(), M::Error> {
    if list.is_empty() {
        return Ok(());
    }
    map.serialize_entry(name, &Each(|| list.iter().map(&written)))
}

/// What is written one by one.
pub(super) struct Each<F>(pub(super) F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

fn text(of: &SafeText) -> Text<'_> {
    Text(Cow::Borrowed(of.as_str()))
}

fn optional_text(of: Option<&SafeText>) -> Option<Text<'_>> {
    of.map(text)
}

fn written_date<'a>(of: Option<Date>) -> Option<Text<'a>> {
    of.map(|date| Text(Cow::Owned(date.iso())))
}

/// The id of a source; every place that is cited is one.
fn source_id(operation: &Operation, place: usize) -> Text<'_> {
    operation.sources.get(place).map_or(Text(Cow::Borrowed("")), |source| text(&source.id))
}

fn codes<'a>(of: &[Country]) -> Vec<Text<'a>> {
    of.iter().map(|country| Text(Cow::Borrowed(country.code()))).collect()
}

/// A region, as a place that is none of countries has it.
pub(super) fn region(of: &Place) -> Option<&SafeText> {
    match of {
        Place::Region(name) => Some(name),
        Place::Country(_) | Place::Several(_) => None,
    }
}

fn citations<'a>(
    of: &'a [Citation],
    source: &impl Fn(usize) -> Text<'a>,
) -> Vec<schema::Citation<'a>> {
    let written = |one: &'a Citation| schema::Citation {
        source: source(one.source()),
        locator: optional_text(one.locator.as_deref()),
    };
    of.iter().map(written).collect()
}

fn figure<'a>(of: &'a Figure, source: &impl Fn(usize) -> Text<'a>) -> schema::Figure<'a> {
    let value = match of.amount {
        Amount::Number(_, value) => Value::Number(value),
        Amount::Some => Value::Word(Some_::Some),
    };
    schema::Figure {
        id: optional_text(of.id.as_deref()),
        measure: of.measure,
        who: of.who,
        group: of.group,
        value,
        qualifier: of.amount.qualifier(),
        unit: optional_text(of.unit()),
        as_printed: optional_text(of.as_printed.as_ref()),
        counted: of.counted,
        detail: optional_text(of.detail()),
        alleged: of.alleged,
        offences: of.offences().iter().collect(),
        part_of: optional_text(of.part_of()),
        same_case: optional_text(of.same_case()),
        apart: of.apart().map(|(why, note)| schema::SetApart { why, note: text(note) }),
        citations: citations(&of.citations, source),
    }
}

fn action<'a>(
    operation: &'a Operation,
    of: &'a Action,
    source: &impl Fn(usize) -> Text<'a>,
) -> schema::Action<'a> {
    let place = operation.place(of);
    schema::Action {
        id: text(&of.id),
        countries: codes(place.map_or(&[], Place::countries)),
        region: optional_text(place.and_then(region)),
        summary: text(&of.summary),
        offences: of.offences.iter().collect(),
        figures: of.figures.iter().map(|one| figure(one, source)).collect(),
        citations: citations(&of.citations, source),
        note: optional_text(of.note.as_deref()),
    }
}

fn route<'a>(
    operation: &'a Operation,
    of: &'a Route,
    source: &impl Fn(usize) -> Text<'a>,
) -> schema::Route<'a> {
    let stop = |stop: &'a Stop| match stop {
        Stop::Country(country) => {
            schema::Stop { country: Some(Text(Cow::Borrowed(country.code()))), region: None }
        }
        Stop::Region(name) => schema::Stop { country: None, region: Some(text(name)) },
    };
    let action = operation.actions.get(of.action);
    schema::Route {
        stops: of.stops.iter().map(stop).collect(),
        action: action.map_or(Text(Cow::Borrowed("")), |action| text(&action.id)),
        attempted: of.attempted,
        alleged: of.alleged,
        citations: citations(&of.citations, source),
    }
}

fn conflict<'a>(of: &'a Conflict, source: &impl Fn(usize) -> Text<'a>) -> schema::Conflict<'a> {
    let others = of.others.iter().map(|other| schema::OtherValue {
        as_printed: text(&other.as_printed),
        source: source(other.source),
        kind: other.kind,
    });
    schema::Conflict { figure: text(&of.figure), others: others.collect(), note: text(&of.note) }
}

fn published(of: &Source) -> schema::Source<'_> {
    schema::Source {
        id: text(&of.id),
        publisher: text(&of.publisher),
        title: text(&of.title),
        date: written_date(of.date),
        url: text(&of.url),
        language: text(&of.language),
        strength: of.strength,
    }
}

fn step(of: &Step) -> schema::Step<'_> {
    let (show, named) = shown(&of.subject);
    let place = of.place();
    let map = match of.subject {
        Subject::Map(view) => view,
        _ => View::default(),
    };
    let mut named = named.iter().filter_map(|one| match one {
        Named::Id(id) => Some(text(id)),
        // A story in a file names by id alone.
        Named::Total(_) => None,
    });
    let (figure, figures) = match show {
        Show::Figures => (None, named.collect()),
        _ => (named.next(), Vec::new()),
    };
    schema::Step {
        show,
        figure,
        figures,
        countries: codes(place.map_or(&[], Place::countries)),
        region: optional_text(place.and_then(region)),
        part: map.region,
        family: map.family,
        title: optional_text(of.title.as_ref()),
        notes: of.notes.iter().map(text).collect(),
    }
}

/// What a step shows, and the figures that it names.
fn shown(subject: &Subject) -> (Show, &[Named]) {
    match subject {
        Subject::Title => (Show::Title, &[]),
        Subject::Figure(one) => (Show::Figure, std::slice::from_ref(one)),
        Subject::Split(one) => (Show::Split, std::slice::from_ref(one)),
        Subject::Versus => (Show::Versus, &[]),
        Subject::Figures(several) => (Show::Figures, several),
        Subject::Coverage => (Show::Coverage, &[]),
        Subject::Map(_) => (Show::Map, &[]),
        Subject::Place(_) => (Show::Place, &[]),
        Subject::Others => (Show::Others, &[]),
        Subject::Routes => (Show::Routes, &[]),
        Subject::Unsaid => (Show::Unsaid, &[]),
        Subject::Differences => (Show::Differences, &[]),
        Subject::Notes => (Show::Notes, &[]),
        Subject::Sources => (Show::Sources, &[]),
    }
}
