//! The slides of places together: how much is named, the others, the links.
//!
//! Knows that the actions of places are highlights and never the whole.

use ratatui::text::{Line, Span};

use super::compose::{Composer, Worded};
use super::sheet::{Block, Sheet};
use crate::model::cell::Lead;
use crate::model::figure::Citation;
use crate::model::number;
use crate::model::place::{Row, Stop};
use crate::model::story;
use crate::report::{told, words};
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// How many places are named together.
const TOGETHER: usize = 30;

impl Composer<'_> {
    /// How many countries are named, and what part of each headline total they report.
    pub(super) fn coverage(&self) -> Sheet {
        let named = words::named(self.operation);
        let number = named.split(" countr").next().unwrap_or_default();
        let noun = named.strip_prefix(number).unwrap_or_default().trim();
        let words = Worded { qualifier: "", number, noun };
        let sizes = (self.voice() * 2, self.noun().max(1));
        let mut groups = vec![self.worded(words, sizes, self.width, self.theme.title)];
        let caution = "Country actions are highlights; they do not add up to the totals.";
        groups.push(vec![self.text(caution)]);
        let totals: Vec<_> = story::headlines(self.operation).map(|(_, total)| total).collect();
        let mut parts = Vec::new();
        for total in &totals {
            if self.loud && !parts.is_empty() {
                parts.push(Block::Gap(1));
            }
            parts.push(self.text(&told::part_named(self.operation, total)));
        }
        groups.push(parts);
        let mut cited: Vec<usize> =
            totals.iter().flat_map(|total| told::counted_in(self.operation, total)).collect();
        cited.sort_unstable();
        cited.dedup();
        let quiet = self.resting_on(cited);
        Sheet { groups, gap: self.gap(), quiet, middle: true, ..Sheet::default() }
    }

    /// The places that have no slide of their own.
    pub(super) fn others(&self) -> Sheet {
        let others = self.story.others(self.operation);
        let more = others.len().saturating_sub(TOGETHER);
        let rows: Vec<&Row> = others.take(TOGETHER).collect();
        let name = |row: &&Row| match (self.loud, Large::new(&row.name(), 1)) {
            (true, Some(name)) => name.width() + 6,
            _ => text::width(&row.name()) + 3,
        };
        let left = rows.iter().map(name).max().unwrap_or(0).min(self.width / 2);
        let right = self.width - left;
        let group = |row: &&Row| {
            let name = self.said(&row.name(), left.saturating_sub(2), self.theme.title);
            let said = self.said(&told::leads(self.operation, row), right, self.theme.text);
            vec![Block::Beside(vec![(left, vec![name]), (right, vec![said])])]
        };
        let mut groups: Vec<Vec<Block>> = rows.iter().map(group).collect();
        if more > 0 {
            groups.push(vec![self.said(&more_places(more), self.width, self.theme.warn)]);
        }
        let quiet = self.said_by(&rows, &|row| words::all_leads(self.operation, row));
        Sheet { groups, gap: self.gap(), quiet, even: true, ..Sheet::default() }
    }

    /// What places rest on, each with what leads it: of every figure the source that is used.
    pub(super) fn said_by(&self, rows: &[&Row], leads: &dyn Fn(&Row) -> Vec<Lead>) -> Vec<String> {
        let mut cited = Vec::new();
        for row in rows {
            cited.extend(told::cited_for(self.operation, row, &leads(row), 1));
        }
        self.resting_on(cited)
    }

    fn resting_on(&self, cited: Vec<usize>) -> Vec<String> {
        let cited: Vec<Citation> =
            cited.into_iter().map(|source| Citation::new(source, None)).collect();
        self.resting(&cited.iter().collect::<Vec<&Citation>>())
    }

    /// The links between places.
    pub(super) fn routes(&self) -> Sheet {
        let mut groups = Vec::new();
        let mut quiet: Vec<String> = Vec::new();
        for route in &self.operation.routes {
            let stops: Vec<&str> = route.stops.iter().map(Stop::name).collect();
            let stops = stops.join(" → ");
            let most = self.noun().max(1);
            let link = self.large(&stops, self.width, self.height / 2, most, self.theme.title);
            let how = words::manner(route);
            let tag = route.citations.first().map(|cited| words::tag(self.operation, cited));
            let mut said = vec![Span::styled(how.to_owned(), self.theme.warn)];
            if !how.is_empty() {
                said.push(Span::styled(" · ", self.theme.dim));
            }
            said.push(Span::styled(tag.clone().unwrap_or_default(), self.theme.dim));
            groups.push(vec![link, Block::Words(vec![Line::from(said)])]);
            quiet.extend(tag.filter(|tag| !quiet.contains(tag)));
        }
        let gap = self.gap();
        let ways = ["links as reported; a line is not the way taken", "not the way taken"];
        let quiet = ways.map(str::to_owned).to_vec();
        Sheet { groups, gap, quiet, even: true, ..Sheet::default() }
    }
}

/// That there are more places than are shown, and how they can be seen.
pub(super) fn more_places(count: usize) -> String {
    let (places, them) = if count == 1 { ("place", "it") } else { ("places", "them") };
    format!("and {} more {places}: p shows {them}", number::of(count))
}
