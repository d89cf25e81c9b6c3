//! Where on the board a step of the story is at home.
//!
//! Knows screens, totals, rows and sources. Must not know how slides are turned.

use super::App;
use super::focus::Screen;
use super::present::Presentation;
use crate::model::figure::Figure;
use crate::model::filter::Filter;
use crate::model::measure::Family;
use crate::model::place::Place;
use crate::model::story::maps::View;
use crate::model::story::{Named, Subject};

impl App {
    /// Goes to where a subject is at home: a total under the focus, a place or a source selected.
    pub(super) fn go_home(&mut self, subject: &Subject) {
        self.group_by(None);
        match subject {
            Subject::Title => {}
            Subject::Figure(named) | Subject::Split(named) => self.go_to_figure(named),
            Subject::Figures(named) => {
                if let Some(first) = named.first() {
                    self.go_to_figure(first);
                }
            }
            Subject::Versus => {
                let arrests = self.headlines().position(|total| total.family() == Family::Arrests);
                self.focus = self.total(arrests.unwrap_or(0));
            }
            Subject::Coverage | Subject::Unsaid => self.focus = self.total(0),
            Subject::Map(view) => self.go_to_map(*view),
            Subject::Place(place) => self.go_to_place(&place.clone()),
            Subject::Others => {
                let story = self.presentation.as_ref().map(Presentation::story);
                let first = story.and_then(|story| story.others(&self.operation).next());
                if let Some(place) = first.map(|row| row.place.clone()) {
                    self.go_to_place(&place);
                }
            }
            Subject::Routes => {
                let told = self.operation.routes.first().map(|route| route.action);
                let action = told.and_then(|action| self.operation.actions.get(action));
                let place = action.and_then(|action| self.operation.place(action));
                if let Some(place) = place.cloned() {
                    self.go_to_place(&place);
                }
            }
            Subject::Differences => {
                let others = self.operation.conflicts.iter().flat_map(|found| &found.others);
                let source = others.map(|other| other.source).next();
                self.go_to_source(source.unwrap_or(0));
            }
            Subject::Notes | Subject::Sources => self.go_to_source(0),
        }
    }

    fn go_to_figure(&mut self, named: &Named) {
        let place = match named.of(&self.operation) {
            Some((Some(place), _)) => place.clone(),
            Some((None, figure)) => {
                let is_it = |total: &Figure| std::ptr::eq(total, figure);
                let whole =
                    |total: &Figure| total.id.is_some() && total.id.as_deref() == figure.part_of();
                let headline = self.headlines().position(|total| is_it(total) || whole(total));
                self.focus = self.total(headline.unwrap_or(usize::MAX));
                return;
            }
            None => return,
        };
        self.go_to_place(&place);
    }

    fn go_to_place(&mut self, place: &Place) {
        let is_it = |app: &Self| {
            (0..app.len()).find(|at| app.row(*at).is_some_and(|row| row.place == *place))
        };
        if is_it(self).is_none() {
            // It is not among what the filter picks, and has to be seen.
            self.filter_by(Filter::default());
        }
        let found = is_it(self);
        self.screen = Screen::Countries;
        self.select(found.unwrap_or(self.places.selected));
    }

    /// The map as a slide has it: its family, its part of the world, its strongest country.
    fn go_to_map(&mut self, view: View) {
        let strongest = view.rows(&self.operation).first().map(|row| row.place.clone());
        if let Some(place) = strongest {
            self.go_to_place(&place);
        }
        self.look_at(view);
        self.screen = Screen::Map;
    }

    fn go_to_source(&mut self, source: usize) {
        self.screen = Screen::Sources;
        self.select(source);
    }
}
