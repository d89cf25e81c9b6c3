//! A step of the story in words: its name, what it says, the sources that it rests on.
//!
//! Knows stories and the model. Slides, copies and rehearsals take their words from here. Must not
//! know how large anything is drawn.

use super::{mapped, unsaid, words};
use crate::model::cell::Lead;
use crate::model::country::Region;
use crate::model::figure::{Citation, Figure};
use crate::model::measure::Measure;
use crate::model::operation::{Operation, Status};
use crate::model::place::{Place, Row};
use crate::model::share::Share;
use crate::model::story::maps::View;
use crate::model::story::{self, Named, Step, Story, Subject};
use crate::model::sum::Sum;

/// What a step is called where all steps are listed.
#[must_use]
pub fn name(operation: &Operation, step: &Step) -> String {
    if let Some(title) = &step.title {
        return title.to_string();
    }
    match &step.subject {
        Subject::Title => operation.name.to_string(),
        Subject::Figure(named) => match named.of(operation) {
            Some((Some(place), figure)) => format!("{}: {}", place.shown(), figure.label()),
            Some((None, figure)) => words::capital(&figure.label()),
            None => String::new(),
        },
        Subject::Split(named) => {
            let whole = named.of(operation).map(|(_, figure)| figure.label());
            format!("{}: the parts", words::capital(&whole.unwrap_or_default()))
        }
        Subject::Place(place) => place.shown().into_owned(),
        _ => heading(operation, step),
    }
}

/// What stands at the head of a step.
#[must_use]
pub fn heading(operation: &Operation, step: &Step) -> String {
    if let Some(title) = &step.title {
        return title.to_string();
    }
    let said = match &step.subject {
        Subject::Title => "",
        Subject::Figure(named) => match named.of(operation) {
            Some((Some(place), _)) => return place.shown().into_owned(),
            _ => "The whole operation",
        },
        Subject::Split(_) => "The parts told apart",
        Subject::Versus => "Arrests versus rescues",
        subject @ Subject::Figures(_) => words::beside_headline(&figures(operation, subject)),
        Subject::Coverage => "How much of it is named",
        Subject::Map(view) => {
            let part = view.region.map(Region::name);
            return mapped::title(view.family(operation), part);
        }
        Subject::Place(Place::Country(country)) => country.subregion().name(),
        Subject::Place(Place::Several(_)) => "Several countries together",
        Subject::Place(Place::Region(_)) => "A region, no country named",
        Subject::Others => "Also named",
        Subject::Routes => "Origin and destination, not the way taken",
        Subject::Unsaid => "What the sources do not say",
        Subject::Differences => "Where sources differ",
        Subject::Notes => "What has to be known",
        Subject::Sources => "What it rests on",
    };
    said.to_owned()
}

fn total<'a>(operation: &'a Operation, named: &Named) -> Option<&'a Figure> {
    named.of(operation).map(|(_, figure)| figure)
}

/// The figures of the whole operation that a step shows, as totals with their parts.
#[must_use]
pub fn figures<'a>(operation: &'a Operation, subject: &Subject) -> Vec<&'a Figure> {
    match subject {
        Subject::Figure(named) | Subject::Split(named) => {
            total(operation, named).into_iter().collect()
        }
        Subject::Figures(named) => named.iter().filter_map(|one| total(operation, one)).collect(),
        Subject::Versus => story::versus(operation).collect(),
        Subject::Coverage => story::headlines(operation).map(|(_, figure)| figure).collect(),
        Subject::Title => operation.total(Measure::Countries).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The row of a place, if anything is reported of it.
#[must_use]
pub fn row<'a>(operation: &'a Operation, place: &Place) -> Option<&'a Row> {
    operation.rows.iter().find(|row| row.place == *place)
}

/// What a step says, a sentence or a figure a line.
#[must_use]
pub fn lines(operation: &Operation, story: &Story, step: &Step) -> Vec<String> {
    some_lines(operation, story, step, usize::MAX)
}

/// What a step says; of what happened in a place of very many actions no more than `most` lines.
#[must_use]
pub fn some_lines(operation: &Operation, story: &Story, step: &Step, most: usize) -> Vec<String> {
    match &step.subject {
        Subject::Title => title(operation),
        Subject::Figure(_) | Subject::Figures(_) | Subject::Versus => {
            figures(operation, &step.subject).into_iter().map(words::figure).collect()
        }
        Subject::Split(named) => total(operation, named).map_or_else(Vec::new, |whole| {
            let parts = Operation::parts_of(&operation.totals, whole);
            std::iter::once(format!("Of {}:", words::figure(whole)))
                .chain(parts.map(|part| words::figure(part) + &share_of(part, whole)))
                .collect()
        }),
        Subject::Coverage => coverage(operation),
        Subject::Map(view) => {
            let rows = view.rows(operation);
            let mut said: Vec<String> =
                rows.iter().map(|row| shown(operation, *view, row)).collect();
            said.truncate(most.max(1));
            said.push(words::capital(mapped::GROUND));
            said
        }
        Subject::Place(place) => row(operation, place).map_or_else(Vec::new, |row| {
            let actions = operation.actions_of(row).take(most);
            actions.map(|action| action.summary.to_string()).collect()
        }),
        Subject::Others => {
            let row = |row: &Row| format!("{}: {}", row.name(), leads(operation, row));
            story.others(operation).take(most).map(row).collect()
        }
        Subject::Routes => operation.routes.iter().map(words::route).collect(),
        Subject::Unsaid => unsaid::sentences(operation),
        Subject::Differences => differences(operation),
        Subject::Notes => operation.notes.iter().map(ToString::to_string).collect(),
        Subject::Sources => {
            let sources = operation.sources.iter().enumerate();
            sources.map(|(index, source)| words::source(index, source)).collect()
        }
    }
}

fn title(operation: &Operation) -> Vec<String> {
    let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
    let mut said = vec![format!("{}, {dates}", operation.organiser)];
    said.extend(operation.total(Measure::Countries).map(words::figure));
    if operation.status == Status::Preliminary {
        said.push(words::preliminary(operation));
    }
    said.push(words::DISCLAIMER.to_owned());
    said
}

/// A place on a map with what it shows there.
#[must_use]
pub fn shown(operation: &Operation, view: View, row: &Row) -> String {
    let lead = row.cell(view.family(operation)).lead;
    let said = lead.map_or_else(|| mapped::NAMED.to_owned(), words::lead);
    format!("{}: {said}", row.name())
}

/// The share that a part has of a total, behind the words of it, where one can be said.
pub(super) fn share_of(part: &Figure, whole: &Figure) -> String {
    let share = Share::of(part.amount, whole.amount).filter(|_| part.same_measure(whole));
    share.map_or_else(String::new, |share| format!(", {}", share.in_words()))
}

/// How many countries are named, and how much of each headline total they report.
fn coverage(operation: &Operation) -> Vec<String> {
    let mut said = vec![words::named(operation)];
    for (_, total) in story::headlines(operation) {
        said.push(part_named(operation, total));
    }
    said
}

/// How much of a total is told by country.
#[must_use]
pub fn part_named(operation: &Operation, total: &Figure) -> String {
    let label = words::capital(&total.label());
    let whole = format!("{}{}", total.amount.in_words(), words::marked(total.marks));
    let Some(cover) = operation.coverage(total) else { return total.in_words() };
    match cover.sum {
        Sum::Amount(sum) => {
            let share = cover.share.map(|share| format!(" ({})", share.in_words()));
            let share = share.unwrap_or_default();
            format!("{label}: {} of {whole} told by country{share}", sum.in_words())
        }
        Sum::NotReported => format!("{label}: none of {whole} told by country"),
        Sum::None => format!("{label}: {whole}; no honest sum by country"),
    }
}

/// The sources that a total rests on, and those of the figures that are added up beside it, each
/// as the one that is used.
#[must_use]
pub fn counted_in(operation: &Operation, total: &Figure) -> Vec<usize> {
    let cover = operation.coverage(total);
    let rows = cover.into_iter().flat_map(|cover| cover.places(operation));
    let figures = rows.flat_map(|(row, _)| operation.figures_of(row));
    let added = figures.filter(|figure| figure.counts() && figure.same_measure(total));
    let used = std::iter::once(total).chain(added).filter_map(|figure| figure.citations.first());
    used.map(Citation::source).collect()
}

/// What is reported of people of a place, in one line.
#[must_use]
pub fn leads(operation: &Operation, row: &Row) -> String {
    let leads: Vec<String> =
        words::all_leads(operation, row).into_iter().map(words::lead).collect();
    if leads.is_empty() { "no people reported".to_owned() } else { leads.join(", ") }
}

/// The sources that say what leads a place, as indices, each once and in the order of the figures,
/// of each figure no more than `most`; of a place of which no such thing is reported those by which
/// it is named.
#[must_use]
pub fn cited_for(operation: &Operation, row: &Row, leads: &[Lead], most: usize) -> Vec<usize> {
    let behind = leads.iter().flat_map(|lead| operation.behind(row, lead));
    let cited = behind.flat_map(|figure| figure.citations.iter().take(most).map(Citation::source));
    let cited = once(cited);
    if cited.is_empty() { once(operation.cited_by(row).into_iter().take(most)) } else { cited }
}

/// What comes more than once, only the first time.
fn once(all: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// A source in a short line: publisher, strength, date.
#[must_use]
pub fn source(operation: &Operation, index: usize) -> String {
    let Some(source) = operation.sources.get(index) else { return String::new() };
    let date = source.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    format!("{} · {} · {date}", words::publisher(source), source.strength.short())
}

fn differences(operation: &Operation) -> Vec<String> {
    let mut said = Vec::new();
    for conflict in &operation.conflicts {
        said.push(format!("{}: {}", words::disputed(operation, conflict), conflict.note));
        said.extend(conflict.others.iter().map(|other| words::other_value(operation, other)));
    }
    said
}

/// The sources that a step rests on, as indices in order.
#[must_use]
pub fn cited(operation: &Operation, story: &Story, step: &Step) -> Vec<usize> {
    let mut cited = match &step.subject {
        Subject::Place(place) => {
            row(operation, place).map_or_else(Vec::new, |row| operation.cited_by(row))
        }
        Subject::Map(view) => {
            view.rows(operation).into_iter().flat_map(|row| operation.cited_by(row)).collect()
        }
        Subject::Others => {
            story.others(operation).flat_map(|row| operation.cited_by(row)).collect()
        }
        Subject::Routes => {
            let citations = operation.routes.iter().flat_map(|route| &route.citations);
            citations.map(Citation::source).collect()
        }
        Subject::Differences => {
            let others = operation.conflicts.iter().flat_map(|conflict| &conflict.others);
            others.map(|other| other.source).collect()
        }
        Subject::Unsaid | Subject::Notes | Subject::Sources => {
            (0..operation.sources.len()).collect()
        }
        Subject::Coverage => story::headlines(operation)
            .flat_map(|(_, total)| counted_in(operation, total))
            .collect(),
        subject => {
            let figures = figures(operation, subject);
            figures.into_iter().flat_map(|figure| operation.cited_by_total(figure)).collect()
        }
    };
    cited.sort_unstable();
    cited.dedup();
    cited
}
