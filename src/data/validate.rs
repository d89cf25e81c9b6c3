//! From a file as written to a model as used.
//!
//! Knows what has to agree inside one file: ids are known and not given twice, dates are dates,
//! countries are countries, every figure has a source. Says the first thing that does not, with
//! its path in the JSON.

use std::collections::HashSet;

use super::sanitize::clean;
use super::schema;
use crate::model::amount::{Amount, Qualifier};
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::figure::{Citation, Figure, Marks};
use crate::model::measure::Family;
use crate::model::operation::{Action, Operation};
use crate::model::place::{Place, Route, Stop};
use crate::model::source::{Conflict, OtherValue, Source};
use crate::model::text::SafeText;

/// A path in the JSON and what is wrong there.
type Fault = (String, String);

/// How many words a locator may have: it points into a source, it does not quote it.
const LOCATOR_WORDS: usize = 8;

/// Checks a file and turns it into an operation.
pub(super) fn operation(written: schema::Operation) -> Result<Operation, Fault> {
    if written.schema != schema::FORMAT {
        return Err(fault(
            "schema",
            &format!(
                "format {} is not known; this program reads format {}",
                written.schema,
                schema::FORMAT
            ),
        ));
    }
    let known = Known::gather(&written)?;
    let mut operation = Operation {
        id: clean(&written.id),
        name: clean(&written.name),
        organiser: clean(&written.organiser),
        start: date("start", written.start.as_deref())?,
        end: date("end", written.end.as_deref())?,
        status: written.status,
        hubs: texts(&written.hubs),
        totals: list("totals", written.totals, |at, figure| known.figure(at, figure))?,
        actions: list("actions", written.actions, |at, action| known.action(at, action))?,
        rows: Vec::new(),
        sources: list("sources", written.sources, |at, one| source(at, &one))?,
        conflicts: list("conflicts", written.conflicts, |at, one| known.conflict(at, &one))?,
        routes: list("routes", written.routes, |at, route| known.route(at, &route))?,
        notes: texts(&written.notes),
    };
    if let (Some(start), Some(end)) = (operation.start, operation.end)
        && start.is_after(end)
    {
        return Err(fault("end", "the operation ends before it starts"));
    }
    operation.gather();
    Ok(operation)
}

fn fault(path: &str, what: &str) -> Fault {
    (path.to_owned(), what.to_owned())
}

fn texts(written: &[String]) -> Vec<SafeText> {
    written.iter().map(|text| clean(text)).collect()
}

fn optional(written: Option<&String>) -> Option<SafeText> {
    written.map(|text| clean(text))
}

/// Converts each item, telling it its path.
fn list<T, U>(
    path: &str,
    items: Vec<T>,
    convert: impl Fn(&str, T) -> Result<U, Fault>,
) -> Result<Vec<U>, Fault> {
    let at = |(index, item)| convert(&format!("{path}[{index}]"), item);
    items.into_iter().enumerate().map(at).collect()
}

fn date(path: &str, written: Option<&str>) -> Result<Option<Date>, Fault> {
    let Some(text) = written else { return Ok(None) };
    match Date::parse(text) {
        Some(date) => Ok(Some(date)),
        None => {
            Err(fault(path, &format!("`{text}` is no date; write 2024-11-06, 2024-11 or 2024")))
        }
    }
}

fn country(path: &str, code: &str) -> Result<Country, Fault> {
    Country::from_code(code).ok_or_else(|| {
        fault(path, &format!("`{code}` is no country code; use ISO 3166-1 alpha-2 such as TR"))
    })
}

fn source(path: &str, written: &schema::Source) -> Result<Source, Fault> {
    Ok(Source {
        id: clean(&written.id),
        publisher: clean(&written.publisher),
        title: clean(&written.title),
        date: date(&format!("{path}.date"), written.date.as_deref())?,
        url: clean(&written.url),
        language: clean(&written.language),
        strength: written.strength,
        supports: 0,
    })
}

/// The names that a file gives, so that what refers to them can be checked.
struct Known {
    sources: Vec<String>,
    figures: HashSet<String>,
    actions: HashSet<String>,
}

impl Known {
    fn gather(written: &schema::Operation) -> Result<Self, Fault> {
        let mut known =
            Self { sources: Vec::new(), figures: HashSet::new(), actions: HashSet::new() };
        for (index, source) in written.sources.iter().enumerate() {
            if known.sources.contains(&source.id) {
                return Err(twice(&format!("sources[{index}].id"), &source.id));
            }
            known.sources.push(source.id.clone());
        }
        for (index, action) in written.actions.iter().enumerate() {
            if !known.actions.insert(action.id.clone()) {
                return Err(twice(&format!("actions[{index}].id"), &action.id));
            }
        }
        let figures = written.actions.iter().flat_map(|action| &action.figures);
        for id in written.totals.iter().chain(figures).filter_map(|figure| figure.id.as_ref()) {
            if !known.figures.insert(id.clone()) {
                return Err(twice("a figure's id", id));
            }
        }
        Ok(known)
    }

    fn figure(&self, path: &str, written: schema::Figure) -> Result<Figure, Fault> {
        if let Some(whole) = &written.part_of {
            self.knows_figure(&format!("{path}.part_of"), whole)?;
        }
        if written.part_of.is_some() && written.part_of == written.id {
            return Err(fault(&format!("{path}.part_of"), "a figure is no part of itself"));
        }
        if written.measure.family() <= Family::Moved && written.who.is_none() {
            return Err(fault(
                &format!("{path}.who"),
                "say who is counted, such as victims or suspects",
            ));
        }
        let amount = match (written.value, written.qualifier) {
            (schema::Value::Number(value), qualifier) => Amount::Number(qualifier, value),
            (schema::Value::Word(schema::Some_::Some), Qualifier::Exact) => Amount::Some,
            (schema::Value::Word(schema::Some_::Some), _) => {
                return Err(fault(&format!("{path}.qualifier"), "`some` has no qualifier"));
            }
        };
        Ok(Figure {
            id: optional(written.id.as_ref()),
            measure: written.measure,
            who: written.who,
            group: written.group,
            amount,
            unit: optional(written.unit.as_ref()),
            as_printed: optional(written.as_printed.as_ref()),
            detail: optional(written.detail.as_ref()),
            alleged: written.alleged,
            offences: written.offences,
            part_of: optional(written.part_of.as_ref()),
            same_case: optional(written.same_case.as_ref()),
            apart: written.apart.map(|apart| (apart.why, clean(&apart.note))),
            citations: self.citations(path, &written.citations)?,
            marks: Marks::default(),
        })
    }

    fn action(&self, path: &str, written: schema::Action) -> Result<Action, Fault> {
        let figures = format!("{path}.figures");
        Ok(Action {
            id: clean(&written.id),
            place: place(path, &written)?,
            summary: clean(&written.summary),
            offences: written.offences,
            figures: list(&figures, written.figures, |at, figure| self.figure(at, figure))?,
            citations: self.citations(path, &written.citations)?,
            note: optional(written.note.as_ref()),
        })
    }

    fn conflict(&self, path: &str, written: &schema::Conflict) -> Result<Conflict, Fault> {
        self.knows_figure(&format!("{path}.figure"), &written.figure)?;
        let other = |(index, other): (usize, &schema::OtherValue)| {
            Ok(OtherValue {
                as_printed: clean(&other.as_printed),
                source: self.source(&format!("{path}.others[{index}].source"), &other.source)?,
                kind: other.kind,
            })
        };
        Ok(Conflict {
            figure: clean(&written.figure),
            others: written.others.iter().enumerate().map(other).collect::<Result<_, Fault>>()?,
            note: clean(&written.note),
        })
    }

    fn route(&self, path: &str, written: &schema::Route) -> Result<Route, Fault> {
        if !self.actions.contains(&written.action) {
            return Err(fault(
                &format!("{path}.action"),
                &format!("no action has the id `{}`", written.action),
            ));
        }
        if written.stops.len() < 2 {
            return Err(fault(
                &format!("{path}.stops"),
                "a route needs an origin and a destination",
            ));
        }
        let stop = |(index, stop): (usize, &schema::Stop)| {
            let at = format!("{path}.stops[{index}]");
            match (&stop.country, &stop.region) {
                (Some(code), None) => Ok(Stop::Country(country(&at, code)?)),
                (None, Some(name)) => Ok(Stop::Region(clean(name))),
                _ => Err(fault(&at, "give either a country or a region")),
            }
        };
        Ok(Route {
            stops: written.stops.iter().enumerate().map(stop).collect::<Result<_, Fault>>()?,
            action: clean(&written.action),
            attempted: written.attempted,
            alleged: written.alleged,
            citations: self.citations(path, &written.citations)?,
        })
    }

    fn citations(&self, path: &str, written: &[schema::Citation]) -> Result<Vec<Citation>, Fault> {
        if written.is_empty() {
            return Err(fault(
                &format!("{path}.citations"),
                "nothing stands without a source; cite one",
            ));
        }
        let citation = |(index, citation): (usize, &schema::Citation)| {
            let at = format!("{path}.citations[{index}]");
            let locator = optional(citation.locator.as_ref());
            let words = locator.as_ref().map_or(0, |text| text.as_str().split_whitespace().count());
            if words > LOCATOR_WORDS {
                return Err(fault(&format!("{at}.locator"), "a locator has at most eight words"));
            }
            Ok(Citation {
                source: self.source(&format!("{at}.source"), &citation.source)?,
                locator,
            })
        };
        written.iter().enumerate().map(citation).collect()
    }

    fn source(&self, path: &str, id: &str) -> Result<usize, Fault> {
        let found = self.sources.iter().position(|known| known == id);
        found.ok_or_else(|| fault(path, &format!("no source has the id `{id}`")))
    }

    fn knows_figure(&self, path: &str, id: &str) -> Result<(), Fault> {
        if self.figures.contains(id) {
            return Ok(());
        }
        Err(fault(path, &format!("no figure has the id `{id}`")))
    }
}

fn twice(path: &str, id: &str) -> Fault {
    fault(path, &format!("the id `{id}` is given twice"))
}

fn place(path: &str, written: &schema::Action) -> Result<Place, Fault> {
    let at = format!("{path}.countries");
    let mut countries = Vec::new();
    for code in &written.countries {
        countries.push(country(&at, code)?);
    }
    match (countries.as_slice(), &written.region) {
        ([], Some(region)) => Ok(Place::Region(clean(region))),
        ([one], _) => Ok(Place::Country(*one)),
        ([], None) => {
            Err(fault(&at, "give the country, the countries or the region of the action"))
        }
        (_, _) => Ok(Place::Several(countries)),
    }
}
