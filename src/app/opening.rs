//! How the board opens, and the command line that opens it so again.
//!
//! Knows the state that a command line can ask for. How it is written is the options' own.

use std::path::PathBuf;

use super::App;
use super::action::{Effect, Form};
use super::compare::Wanted;
use super::focus::Screen;
use super::question::Asked;
use crate::cli;
use crate::data::is_stdin;
use crate::model::filter::Filter;
use crate::model::group::By;
use crate::model::measure::Family;
use crate::model::query::Sort;

/// What the board is asked to show first. What is not said stays as it is without.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// The files named instead of the bundled operations.
    pub files: Vec<PathBuf>,
    /// The screen.
    pub screen: Option<Screen>,
    /// The filter.
    pub filter: Option<Filter>,
    /// The order.
    pub sort: Option<Sort>,
    /// By what the countries are grouped.
    pub group: Option<By>,
    /// The family of measures that the map counts.
    pub family: Option<Family>,
    /// What is compared, and how.
    pub compare: Wanted,
}

impl App {
    /// The same board, showing what it is asked to show first.
    #[must_use]
    pub fn opening(mut self, asked: Opening) -> Self {
        self.files = asked.files;
        self.screen = asked.screen.unwrap_or(self.screen);
        self.compare.want(asked.compare);
        if let Some(family) = asked.family {
            self.chart.count(family);
        }
        let asked = Asked {
            filter: asked.filter.unwrap_or_default(),
            sort: asked.sort.unwrap_or_else(|| self.sort.clone()),
            group: asked.group,
        };
        if asked != self.as_asked() {
            self.ask_at_once(asked);
        }
        self.places = super::focus::List::default();
        self
    }

    /// The files that the board was opened on, as they were named.
    #[must_use]
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Copies the command line that opens what is on the screen.
    pub(super) fn copy_line(&mut self) -> Vec<Effect> {
        let line = match cli::line::reopening(self) {
            Ok(line) => line,
            Err(reason) => {
                self.notice = Some(reason);
                return Vec::new();
            }
        };
        let stdin = self.files.iter().any(|file| is_stdin(file));
        let again = if stdin { "; standard input has to be given again" } else { "" };
        self.notice = Some(format!("copied the command line that reopens this{again}"));
        vec![Effect::Copy(line, Form::Text)]
    }
}
