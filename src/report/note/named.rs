//! Countries that operations name, side by side: what became of each, what it reports, and on whose
//! word.
//!
//! Knows comparisons. A country that is not named may have taken part.

use std::io;

use super::To;
use super::beside::begin;
use crate::model::cell::Lead;
use crate::model::compare::digest::Digest;
use crate::model::compare::named::{Fate, Named, Standing};
use crate::model::compare::{Comparison, Kind};
use crate::model::filter::Filter;
use crate::model::place::Place;
use crate::report::scribe::{Cell, Level, Said};
use crate::report::{compared, told, words};

/// The countries that are told, with what each reports of one measure.
pub(super) struct Countries<'a> {
    table: &'a Comparison,
    kind: Option<Kind>,
    named: Vec<Named>,
    /// How many are named, whatever the filter picks.
    all: usize,
    filter: Option<&'a Filter>,
}

impl<'a> Countries<'a> {
    /// Those that a filter picks in one of the operations; of the first measure, unless another
    /// one is asked for.
    pub(super) fn of(
        table: &'a Comparison,
        kind: Option<Kind>,
        filter: Option<&'a Filter>,
    ) -> Self {
        let kind = kind.or_else(|| table.rows().first().copied());
        let mut named = table.named(kind);
        let all = named.len();
        if let Some(picked) = filter.and_then(|filter| table.picked(filter)) {
            named.retain(|one| picked.contains(&one.country));
        }
        Self { table, kind, named, all, filter }
    }

    /// Tells what became of each.
    pub(super) fn tell(&self, to: To<'_>) -> io::Result<()> {
        if self.all == 0 {
            return Ok(());
        }
        let label = |kind| format!(", with their {}", compared::label(self.table, kind));
        let beside = self.kind.map_or_else(String::new, label);
        to.heading(Level::Section, &format!("Countries named{beside}"))?;
        if let Some(filter) = self.filter {
            let (fit, all) = (self.named.len(), self.all);
            let said = format!(
                "Only countries of places that fit in one of the operations: {filter}. {fit} of \
                 {all} countries fit. The totals are of all."
            );
            to.paragraph(&said.into())?;
        }
        to.paragraph(&compared::NOT_NAMED.into())?;
        for fate in Fate::ALL {
            let mut of_fate = self.named.iter().filter(|one| one.fate == fate).peekable();
            if of_fate.peek().is_some() {
                let caption = compared::fate(self.table, fate);
                to.heading(Level::Part, &caption)?;
                begin(self.table, &caption, "country", to)?;
                of_fate.try_for_each(|one| row(one, to))?;
                to.end_table()?;
            }
        }
        Ok(())
    }

    /// Tells what one operation says of each, with its sources; which sources these are.
    pub(super) fn of_one(
        &self,
        place: usize,
        digest: &Digest,
        to: To<'_>,
    ) -> io::Result<Vec<usize>> {
        let standing = |one: &Named| one.standings.get(place).copied();
        let is_named = |one: &&Named| standing(one).is_some_and(|it| it != Standing::NotNamed);
        let mut named = self.named.iter().filter(is_named).peekable();
        if named.peek().is_none() {
            return Ok(Vec::new());
        }
        let title = format!("Countries that {} names", digest.operation().name);
        to.heading(Level::Section, &title)?;
        let mut all = Vec::new();
        for one in named {
            let lead = match standing(one) {
                Some(Standing::Counted(lead)) => Some(lead),
                _ => None,
            };
            let said = lead.map_or_else(|| "named".to_owned(), words::lead);
            let cited = cited(one, lead, digest);
            all.extend(&cited);
            to.item(0, &Said::of(format!("{}: {said}", one.country.name()), cited))?;
        }
        Ok(all)
    }
}

/// The sources of what stands for a country; of all that is told of it where that is no figure.
fn cited(one: &Named, lead: Option<Lead>, digest: &Digest) -> Vec<usize> {
    let (operation, place) = (digest.operation(), Place::Country(one.country));
    let mut rows = compared::rows(digest, &place);
    if let Some(lead) = lead {
        let own = rows.find(|row| row.place == place);
        return own
            .map_or_else(Vec::new, |row| told::cited_for(operation, row, &[lead], usize::MAX));
    }
    let mut cited: Vec<usize> = rows.flat_map(|row| operation.cited_by(row)).collect();
    cited.sort_unstable();
    cited.dedup();
    cited
}

fn row(named: &Named, to: To<'_>) -> io::Result<()> {
    let mut cells: Vec<Cell<'_>> = vec![Some(named.country.name().into())];
    cells.extend(named.standings.iter().map(|standing| match standing {
        Standing::NotNamed => Some("not named".into()),
        Standing::Named => Some("named".into()),
        Standing::Counted(lead) => Some(words::lead(*lead).into()),
    }));
    to.row(&cells)
}
