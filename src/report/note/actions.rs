//! What was done, place by place, with every figure and its sources.
//!
//! Knows actions. A part of a figure stands inside it where that is the one before; elsewhere it
//! names its whole.

use std::collections::HashMap;
use std::io;

use super::{Telling, To};
use crate::model::figure::{Citation, Figure};
use crate::model::operation::Action;
use crate::model::place::{Route, Row};
use crate::model::text::SafeText;
use crate::report::scribe::{Level, Said, Words};
use crate::report::{alone, aloud, words};

/// The routes that actions tell of, by the ids of these.
pub(super) type Routes<'a> = HashMap<&'a SafeText, Vec<&'a Route>>;

impl<'a> Telling<'a> {
    /// The routes that actions tell of.
    pub(super) fn routes(&self) -> Routes<'a> {
        let operation = self.operation;
        let mut routes = Routes::new();
        for route in &operation.routes {
            if let Some(action) = operation.actions.get(route.action) {
                routes.entry(&action.id).or_default().push(route);
            }
        }
        routes
    }

    /// The actions of the places that are told, in their order.
    pub(super) fn actions(&self, to: To<'_>) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        to.heading(Level::Section, "Actions by country")?;
        let routes = self.routes();
        self.rows().try_for_each(|row| {
            to.heading(Level::Part, &row.name())?;
            self.place(to, row, &routes)
        })
    }

    /// The actions of a place.
    pub(super) fn place(&self, to: To<'_>, row: &Row, routes: &Routes<'_>) -> io::Result<()> {
        self.operation.actions_of(row).try_for_each(|action| self.action(to, action, routes))
    }

    fn action(&self, to: To<'_>, action: &Action, routes: &Routes<'_>) -> io::Result<()> {
        let about = words::about(action.offences);
        let about = about.map_or_else(String::new, |about| format!(" {about}."));
        let said = format!("{}{about}", action.summary);
        to.item(0, &Said::cited(said, &action.citations))?;
        let mut whole: Option<&SafeText> = None;
        let mut figures = Vec::with_capacity(action.figures.len());
        for figure in &action.figures {
            figures.push(self.figure(figure, whole));
            if figure.part_of().is_none() {
                whole = figure.id.as_deref();
            }
        }
        if !figures.is_empty() {
            to.item(1, &Said(figures))?;
        }
        if let Some(note) = &action.note {
            to.item(1, &format!("Note: {note}").into())?;
        }
        for route in routes.get(&action.id).into_iter().flatten() {
            to.item(1, &Said::cited(aloud::route(route), &route.citations))?;
        }
        Ok(())
    }

    /// A figure with all that it says, behind a whole that it may be a part of.
    fn figure(&self, figure: &Figure, before: Option<&SafeText>) -> Words<'static> {
        let text = if figure.part_of().is_some() && figure.part_of() == before {
            format!("of them {}", alone::within(None, figure))
        } else {
            alone::within(self.whole(figure), figure)
        };
        let sources = figure.citations.iter().map(Citation::source).collect();
        Words { text: text.into(), sources }
    }
}
