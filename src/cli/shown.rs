//! The options of what is shown, on the board as in a report.
//!
//! Knows how they are written, and what a report that is opened again adds to them. Must not know
//! how anything is shown.

use std::path::PathBuf;

use clap::Args;

use super::Comparison;
use super::values::{COUNTED, Counted};
use crate::app::focus::Screen;
use crate::app::line::LONGEST;
use crate::app::opening::Opening;
use crate::data::envelope::View;
use crate::data::sanitize;
use crate::model::filter::{self, Filter};
use crate::model::group::By;
use crate::model::query::Sort;

/// What is shown, on the board as in a report.
#[derive(Args, Clone, Default, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Files to show instead of the bundled operations, one operation each; `-` is standard
    /// input, and `./list` a file called list
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The operation to show first, by its id
    #[arg(long, value_name = "ID")]
    pub operation: Option<String>,
    /// The screen to show
    #[arg(long, value_enum)]
    pub screen: Option<Screen>,
    /// Show and print only the places that fit, such as 'region:africa arrests>=10'
    #[arg(long, value_name = "FILTER", value_parser = written_filter, allow_hyphen_values = true)]
    pub filter: Option<Filter>,
    /// The columns to sort by, the strongest first, `-` before one that is turned round, such as
    /// rescued,-name
    #[arg(long, value_name = "COLUMNS", value_parser = written_sort, allow_hyphen_values = true)]
    pub sort: Option<Sort>,
    /// Group the countries
    #[arg(long, value_enum, value_name = "BY")]
    pub group: Option<By>,
    /// What the map counts
    #[arg(long, value_enum, value_name = "WHAT")]
    pub counts: Option<Counted>,
    /// What is compared, and how
    #[command(flatten)]
    pub comparison: Comparison,
}

impl Shown {
    /// What is asked for here, and beyond that what a report says that was asked for.
    #[must_use]
    pub fn or(self, view: &View) -> Self {
        let screen = self.screen();
        Self {
            screen: screen.or_else(|| read(&Screen::ALL, Screen::word, view.said("screen"))),
            filter: self.filter.or_else(|| written_filter(view.said("filter")?).ok()),
            sort: self.sort.or_else(|| written_sort(view.said("sort")?).ok()),
            group: self.group.or_else(|| read(&By::ALL, By::name, view.said("group"))),
            counts: self.counts.or_else(|| read(&COUNTED, Counted::word, view.said("counts"))),
            comparison: self.comparison.or(view),
            ..self
        }
    }

    /// The screen that is asked for, by its name or by what it shows alone.
    fn screen(&self) -> Option<Screen> {
        let compared = self.comparison.is_asked().then_some(Screen::Compare);
        self.screen.or(compared).or(self.counts.map(|_| Screen::Map))
    }

    /// What the board is asked to show first.
    #[must_use]
    pub fn opening(self) -> Opening {
        let (screen, compare) = (self.screen(), self.comparison.wanted());
        let Self { files, filter, sort, group, counts, .. } = self;
        let family = counts.map(|counted| counted.0);
        Opening { files, screen, filter, sort, group, family, compare }
    }
}

/// One of a closed list of values, as a report says that it was asked for.
pub(super) fn read<T: Copy>(
    all: &[T],
    word: fn(T) -> &'static str,
    said: Option<&str>,
) -> Option<T> {
    let said = said?;
    all.iter().copied().find(|one| word(*one) == said)
}

/// A filter. One that is longer than can be typed on the board is refused.
fn written_filter(written: &str) -> Result<Filter, String> {
    let too_long = |bytes: usize| Err(format!("it has {bytes} bytes; the longest has {LONGEST}"));
    if written.len() > LONGEST {
        return too_long(written.len());
    }
    let written = sanitize::clean(written);
    let filter = filter::parse(written.as_str()).map_err(|mistake| {
        let before = written.as_str().get(..mistake.span.start).unwrap_or_default();
        format!("at character {}, {}", before.chars().count() + 1, mistake.expected)
    })?;
    match filter.to_string().len() {
        bytes if bytes > LONGEST => too_long(bytes),
        _ => Ok(filter),
    }
}

fn written_sort(written: &str) -> Result<Sort, String> {
    Sort::read(sanitize::clean(written).as_str())
}
