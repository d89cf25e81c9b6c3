//! The story of an operation as a document: its slides in order, with what is said to them.
//!
//! Knows steps. What a slide shows large is told in the same words here, with its sources.

use std::io;

use super::actions::Routes;
use super::{Telling, To};
use crate::model::figure::Figure;
use crate::model::operation::Operation;
use crate::model::place::Row;
use crate::model::story::maps::View;
use crate::model::story::{Step, Story, Subject};
use crate::report::asked::Asked;
use crate::report::scribe::{Level, Map, Said, Scribe};
use crate::report::{alone, aloud, mapped, told, unsaid, words};

/// Tells the slides in order.
///
/// # Errors
///
/// If writing fails.
pub(in crate::report) fn tell(operation: &Operation, to: &mut dyn Scribe) -> io::Result<()> {
    let telling = Telling::of(operation, Asked::default());
    let (story, routes) = (Story::of(operation), telling.routes());
    let slides = story.steps().len();
    let noun = if slides == 1 { "slide" } else { "slides" };
    telling.head(to, Some(&format!("The story, in {slides} {noun}")))?;
    for (place, step) in story.steps().iter().enumerate() {
        let name = told::name(operation, step);
        to.heading(Level::Section, &format!("{}. {name}", place + 1))?;
        telling.step(to, &story, step, &routes)?;
        for note in &step.notes {
            to.paragraph(&format!("To be said: {note}").into())?;
        }
    }
    if !story.steps().iter().any(|step| step.subject == Subject::Sources) {
        telling.sources(to)?;
    }
    to.end()
}

impl<'a> Telling<'a> {
    fn step(&self, to: To<'_>, story: &Story, step: &Step, routes: &Routes<'a>) -> io::Result<()> {
        let operation = self.operation;
        let said = |to: To<'_>, lines: Vec<String>| {
            lines.into_iter().try_for_each(|line| to.item(0, &line.into()))
        };
        match &step.subject {
            Subject::Figure(_) | Subject::Figures(_) | Subject::Versus | Subject::Title => {
                let figures = told::figures(operation, &step.subject);
                figures.into_iter().try_for_each(|figure| self.figure_of(to, 0, "", figure))
            }
            Subject::Split(_) => {
                let wholes = told::figures(operation, &step.subject);
                wholes.into_iter().try_for_each(|whole| self.split(to, whole))
            }
            Subject::Place(place) => match told::row(operation, place) {
                Some(row) => self.place(to, row, routes),
                None => Ok(()),
            },
            Subject::Routes => operation.routes.iter().try_for_each(|route| {
                to.item(0, &Said::cited(aloud::route(route), &route.citations))
            }),
            Subject::Unsaid => {
                // The signs are for those who see the board.
                let bare = |line: String| line.replace(" (*)", "").replace(" (†)", "");
                said(to, unsaid::sentences(operation).into_iter().map(bare).collect())
            }
            Subject::Map(view) => self.seen(to, *view),
            Subject::Others => story.others(operation).try_for_each(|row| {
                let leads = words::all_leads(operation, row);
                let cited = told::cited_for(operation, row, &leads, usize::MAX);
                let said = format!("{}: {}", row.name(), told::leads(operation, row));
                to.item(0, &Said::of(said, cited))
            }),
            Subject::Differences => self.conflicts(to),
            Subject::Coverage | Subject::Notes => said(to, told::lines(operation, story, step)),
            Subject::Sources => {
                let mut sources = operation.sources.iter().enumerate();
                sources.try_for_each(|(index, source)| to.source(index, source))
            }
        }
    }

    /// A map, and what it shows of each place.
    fn seen(&self, to: To<'_>, view: View) -> io::Result<()> {
        let operation = self.operation;
        let shown = |row: &Row| row.place.countries().iter().any(|country| view.holds(*country));
        let rows = operation.rows.iter().enumerate().filter(|(_, row)| shown(row));
        let rows: Vec<usize> = rows.map(|(index, _)| index).collect();
        let caption =
            format!("{}. {}.", words::capital(mapped::GROUND), words::capital(mapped::BOUNDARIES));
        let family = view.family(operation);
        to.map(&Map { operation, family, rows: &rows })?;
        for row in view.rows(operation) {
            let lead = row.cell(family).lead;
            let cited = told::cited_for(operation, row, lead.as_slice(), usize::MAX);
            to.item(0, &Said::of(told::shown(operation, view, row), cited))?;
        }
        to.paragraph(&caption.into())
    }

    /// A figure with the place it is reported of, and its sources.
    fn figure_of(&self, to: To<'_>, depth: usize, lead: &str, figure: &Figure) -> io::Result<()> {
        let place = figure.id.as_deref().and_then(|id| self.named.get(id)).and_then(|of| of.0);
        let of = place.map_or_else(String::new, |place| format!("{}: ", place.shown()));
        let said = format!("{lead}{of}{}", alone::within(self.whole(figure), figure));
        to.item(depth, &Said::cited(said, &figure.citations))
    }

    /// A total, and each of its parts with its share, where one can be said.
    fn split(&self, to: To<'_>, whole: &Figure) -> io::Result<()> {
        self.figure_of(to, 0, "", whole)?;
        for part in Operation::parts_of(&self.operation.totals, whole) {
            let share = told::share_of(part, whole);
            let said = format!("of them {}{share}", alone::within(None, part));
            to.item(1, &Said::cited(said, &part.citations))?;
        }
        Ok(())
    }
}
