//! From a file as written to a model as used, piece by piece.
//!
//! Knows what has to hold of each piece by itself; what pieces have to agree on is `agree`'s.

mod cited;

use std::collections::HashMap;
use std::thread;

use cited::Cited;

use super::agree::{self, Fault};
use super::progress::Progress;
use super::sanitize::{Door, clean};
use super::schema::{self, Some_, Text, Value};
use super::story;
use crate::model::amount::{Amount, Qualifier};
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::figure::{Citation, Citations, Figure, Marks, Particulars};
use crate::model::measure::Family;
use crate::model::operation::{Action, Gathered, Operation};
use crate::model::place::{Place, Route, Row, Stop};
use crate::model::source::{Conflict, OtherValue, Source};
use crate::model::text::SafeText;

/// How many words a locator may have: it points into a source, it does not quote it.
const LOCATOR_WORDS: usize = 8;

/// From so many actions on it is worth a second thread to hold them against each other.
const MANY: usize = 20_000;

/// An operation that is being read.
pub(super) struct Builder<'de> {
    door: Door,
    progress: &'de Progress,
    /// The whole text, to tell how far the reading has come.
    json: &'de str,
    sources: Cited<'de>,
    actions: Vec<Action>,
    rows: Vec<Row>,
    /// Which row a place has.
    places: HashMap<Place, usize>,
}

impl<'de> Builder<'de> {
    /// A builder for what is read from a text.
    pub(super) fn new(json: &'de str, progress: &'de Progress) -> Self {
        Self {
            door: Door::default(),
            progress,
            json,
            sources: Cited::default(),
            actions: Vec::new(),
            rows: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// Takes an action.
    ///
    /// # Errors
    ///
    /// If it contradicts itself, or if the reading was given up.
    pub(super) fn action(&mut self, written: schema::Action<'de>) -> Result<(), Fault> {
        /// How many actions are read between two looks at the clock.
        const STEP: usize = 4096;
        if self.actions.len().is_multiple_of(STEP) {
            let here = written.id.0.as_ptr().addr().checked_sub(self.json.as_ptr().addr());
            if self.progress.checked(here.filter(|at| *at < self.json.len())) {
                return Err(Fault("the reading was given up"));
            }
        }
        let place = place(&written)?;
        let action = Action {
            id: self.text(&written.id),
            row: self.row(place),
            summary: self.text(&written.summary),
            offences: written.offences.into_iter().collect(),
            has_routes: false,
            figures: self.figures(written.figures)?,
            citations: self.citations(written.citations)?,
            note: self.optional(written.note.as_ref()).map(Box::new),
        };
        self.actions.push(action);
        Ok(())
    }

    /// The operation, from what was written beside its actions.
    ///
    /// # Errors
    ///
    /// If something contradicts itself or something else.
    pub(super) fn finish(mut self, written: schema::Operation<'de>) -> Result<Operation, Fault> {
        if written.schema != schema::FORMAT {
            return Err(Fault("the format is not known"));
        }
        let totals: Vec<Figure> = self.figures(written.totals)?;
        let conflicts: Vec<Conflict> =
            written.conflicts.into_iter().map(|one| self.conflict(one)).collect();
        let (routes, told) = self.routes(written.routes)?;
        let sources = written.sources.iter().map(|one| self.source(one));
        let sources = sources.collect::<Result<Vec<Source>, Fault>>()?;
        let mut operation = Operation {
            id: self.text(&written.id),
            name: self.text(&written.name),
            organiser: self.text(&written.organiser),
            start: date(written.start.as_ref())?,
            end: date(written.end.as_ref())?,
            status: written.status,
            hubs: written.hubs.iter().map(|hub| self.text(hub)).collect(),
            totals,
            actions: self.actions,
            rows: self.rows,
            sources,
            conflicts,
            routes,
            notes: written.notes.iter().map(|note| self.door.clean(&note.0)).collect(),
            story: story::steps(&written.story, |text| self.door.clean(&text.0))?,
            replaced: self.door.replaced(),
            gathered: Gathered::default(),
        };
        if self.door.was_overrun() {
            return Err(Fault("a text is too long"));
        }
        self.door.shut();
        let resolved = self.sources.resolved(&operation.sources)?;
        agree::resolve(&mut operation, &resolved, &told)?;
        story::check(&operation)?;
        operation.mark();
        // Two looks at one operation; a small one is looked at twice before a thread would start.
        let (agreed, sums) = if operation.actions.len() < MANY {
            (agree::check(&operation), operation.sums())
        } else {
            thread::scope(|scope| {
                let agreed = scope.spawn(|| agree::check(&operation));
                let sums = operation.sums();
                (agreed.join().unwrap_or(Err(Fault("it could not be checked"))), sums)
            })
        };
        agreed?;
        operation.keep(sums);
        Ok(operation)
    }

    fn text(&self, written: &Text<'_>) -> SafeText {
        self.door.clean(&written.0)
    }

    fn optional(&self, written: Option<&Text<'_>>) -> Option<SafeText> {
        written.map(|text| self.text(text))
    }

    fn row(&mut self, place: Place) -> usize {
        if let Some(row) = self.places.get(&place) {
            return *row;
        }
        let row = self.rows.len();
        self.rows.push(Row::new(place.clone()));
        self.places.insert(place, row);
        row
    }

    fn figures<L: FromIterator<Figure>>(
        &mut self,
        written: Vec<schema::Figure<'de>>,
    ) -> Result<L, Fault> {
        written.into_iter().map(|figure| self.figure(figure)).collect()
    }

    fn figure(&mut self, written: schema::Figure<'de>) -> Result<Figure, Fault> {
        if written.measure.family() <= Family::Moved && written.who.is_none() {
            return Err(Fault("a figure does not say who is counted"));
        }
        let amount = match (written.value, written.qualifier) {
            (Value::Number(value), qualifier) => Amount::Number(qualifier, value),
            (Value::Word(Some_::Some), Qualifier::Exact) => Amount::Some,
            (Value::Word(Some_::Some), _) => return Err(Fault("`some` has no qualifier")),
        };
        let particulars = Particulars {
            unit: self.optional(written.unit.as_ref()),
            detail: self.optional(written.detail.as_ref()),
            offences: written.offences.into_iter().collect(),
            part_of: self.optional(written.part_of.as_ref()),
            same_case: self.optional(written.same_case.as_ref()),
            apart: written.apart.map(|apart| (apart.why, self.text(&apart.note))),
        };
        let has_some = particulars != Particulars::default();
        Ok(Figure {
            id: self.optional(written.id.as_ref()).map(Box::new),
            measure: written.measure,
            who: written.who,
            group: written.group,
            amount,
            as_printed: self.optional(written.as_printed.as_ref()),
            counted: written.counted,
            alleged: written.alleged,
            particulars: has_some.then(|| Box::new(particulars)),
            citations: self.citations(written.citations)?,
            marks: Marks::default(),
        })
    }

    fn citations(&mut self, written: Vec<schema::Citation<'de>>) -> Result<Citations, Fault> {
        if written.is_empty() {
            return Err(Fault("nothing stands without a source"));
        }
        let citation = |citation: schema::Citation<'de>| {
            if citation.locator.as_ref().is_some_and(|locator| is_long(&locator.0)) {
                return Err(Fault("a locator has at most eight words"));
            }
            let locator = self.optional(citation.locator.as_ref());
            Ok(Citation::new(self.sources.place(citation.source), locator))
        };
        written.into_iter().map(citation).collect()
    }

    fn conflict(&mut self, written: schema::Conflict<'de>) -> Conflict {
        let other = |other: schema::OtherValue<'de>| OtherValue {
            as_printed: self.door.clean(&other.as_printed.0),
            source: self.sources.place(other.source),
            kind: other.kind,
        };
        Conflict {
            others: written.others.into_iter().map(other).collect(),
            figure: self.text(&written.figure),
            note: self.text(&written.note),
        }
    }

    /// The routes, and for each the id of the action that tells of it.
    fn routes(
        &mut self,
        written: Vec<schema::Route<'de>>,
    ) -> Result<(Vec<Route>, Vec<SafeText>), Fault> {
        let (mut routes, mut told) = (Vec::new(), Vec::new());
        for route in written {
            if route.stops.len() < 2 {
                return Err(Fault("a route needs an origin and a destination"));
            }
            let stop = |stop: &schema::Stop<'_>| match (&stop.country, &stop.region) {
                (Some(code), None) => country(code).map(Stop::Country),
                (None, Some(name)) => Ok(Stop::Region(self.text(name))),
                _ => Err(Fault("a stop is either a country or a region")),
            };
            told.push(self.text(&route.action));
            routes.push(Route {
                stops: route.stops.iter().map(stop).collect::<Result<_, Fault>>()?,
                action: 0,
                attempted: route.attempted,
                alleged: route.alleged,
                citations: self.citations(route.citations)?,
            });
        }
        Ok((routes, told))
    }

    fn source(&self, written: &schema::Source<'_>) -> Result<Source, Fault> {
        Ok(Source {
            id: self.text(&written.id),
            publisher: self.text(&written.publisher),
            title: self.text(&written.title),
            date: date(written.date.as_ref())?,
            url: self.text(&written.url),
            language: self.text(&written.language),
            strength: written.strength,
            supports: 0,
            supported: Vec::new(),
        })
    }
}

/// Where an action took place.
fn place(written: &schema::Action<'_>) -> Result<Place, Fault> {
    match (written.countries.as_slice(), &written.region) {
        ([], Some(region)) => Ok(Place::Region(clean(&region.0))),
        ([], None) => Err(Fault("an action has no place")),
        ([one], _) => country(one).map(Place::Country),
        (several, _) => {
            let several = several.iter().map(country).collect::<Result<Box<[Country]>, Fault>>();
            several.map(Place::Several)
        }
    }
}

/// Whether a locator has too many words.
fn is_long(locator: &str) -> bool {
    // Nine words have eight blanks between them; most locators are told by that alone.
    locator.bytes().filter(|byte| !byte.is_ascii_graphic()).count() >= LOCATOR_WORDS
        && locator.split_whitespace().count() > LOCATOR_WORDS
}

pub(super) fn country(code: &Text<'_>) -> Result<Country, Fault> {
    Country::from_code(&code.0).ok_or(Fault("a country code is not known"))
}

fn date(written: Option<&Text<'_>>) -> Result<Option<Date>, Fault> {
    let Some(text) = written else { return Ok(None) };
    Date::parse(&text.0).map(Some).ok_or(Fault("a date is none"))
}
