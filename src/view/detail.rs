//! What is known of one place or one total: actions, figures, sources.
//!
//! Knows what is said and in which order. Must not know where the lines go.

use std::ops::Range;

use ratatui::text::Line;

use super::link::Text;
use super::page::{Page, Told};
use super::widget::text;
use crate::model::amount::Amount;
use crate::model::figure::{Citation, Figure};
use crate::model::number;
use crate::model::operation::{Action, Operation};
use crate::model::place::{Place, Row};
use crate::model::stats::Coverage;
use crate::model::story::{Step, Story, Subject};
use crate::model::sum::Sum;
use crate::model::text::SafeText;
use crate::report::address::Address;
pub(super) use crate::report::words::{beside_headline, capital};
use crate::report::{told, words};
use crate::theme::Theme;

/// Longer lines are hard to read.
pub(super) const WIDEST: u16 = 118;

/// What the items of a place are called.
const ACTIONS: (&str, &str) = ("action", "actions");

/// How many actions of a place are told with their sources over a slide.
pub(super) const ON_A_SLIDE: usize = 20;

/// How many places and figures of a sum are named; a list of more is read by nobody.
const NAMED: usize = 40;

/// The strength, publisher and number of a cited source: `press · The National [1]`.
pub(super) fn tag(operation: &Operation, citation: Option<&Citation>) -> String {
    citation.map_or_else(String::new, |citation| words::tag(operation, citation))
}

/// A row's name with the region it lies in.
pub(super) fn place_title(row: &Row) -> String {
    match &row.place {
        Place::Country(country) => format!("{} · {}", row.name(), country.subregion().name()),
        Place::Several(_) | Place::Region(_) => row.name().into_owned(),
    }
}

/// The first of several ways to say a thing that fits into `room`, or the last one.
pub(super) fn longest(room: u16, ways: &[String]) -> &str {
    let fits = |way: &&String| text::width(way) <= room;
    ways.iter().find(fits).or(ways.last()).map_or("", String::as_str)
}

/// The source of a place with a single action, for the end of its heading.
pub(super) fn single_tag(operation: &Operation, row: &Row) -> String {
    let mut actions = operation.actions_of(row);
    match (actions.next(), actions.next()) {
        (Some(only), None) => tag(operation, only.leading()),
        _ => String::new(),
    }
}

/// What is said of an operation, in lines of some width.
#[derive(Clone, Copy)]
pub(super) struct Detail<'a> {
    operation: &'a Operation,
    width: u16,
    theme: &'a Theme,
    /// Whether the words are given by which a figure is found in its source, and its address.
    located: bool,
}

impl<'a> Detail<'a> {
    /// In lines no wider than is good to read.
    pub(super) fn new(operation: &'a Operation, width: u16, theme: &'a Theme) -> Self {
        Self { operation, width: width.min(WIDEST), theme, located: false }
    }

    /// With the words by which a figure is found in its source, and with its address.
    pub(super) const fn located(self) -> Self {
        Self { located: true, ..self }
    }

    fn page(&self) -> Page<'a> {
        Page::new(self.width, self.theme)
    }

    /// The actions of a place in short, as many as some rows can show: what happened, and, where
    /// there are several, on whose word at the end of the line.
    pub(super) fn brief(&self, row: &Row, rows: u16) -> Told {
        let mut page = self.page();
        let mut rest = row.count();
        for action in self.operation.actions_of(row) {
            if page.is_beyond(rows) {
                break;
            }
            page.item();
            page.say(action.summary.as_str(), 0, self.theme.text);
            if row.count() > 1 {
                page.at_line_end(&tag(self.operation, action.leading()), self.theme.dim);
            }
            rest -= 1;
        }
        page.told(rest, ACTIONS)
    }

    /// Everything reported of some of a place's actions, as much as some rows can show: each with
    /// its figures and sources.
    pub(super) fn place(&self, row: &Row, part: Range<usize>, rows: u16) -> Told {
        let mut page = self.page();
        let mut told = 0;
        for action in self.operation.actions_of(row).skip(part.start).take(part.len()) {
            if page.is_beyond(rows) {
                break;
            }
            if told > 0 {
                page.gap();
            }
            page.item();
            self.action(action, &mut page);
            told += 1;
        }
        let actions = || self.operation.actions_of(row).skip(part.start).take(told);
        let figures = actions().flat_map(|action| &action.figures);
        let citations: Vec<&Citation> = figures.flat_map(|figure| &figure.citations).collect();
        self.sources(self.operation.cited_in(actions()), &citations, &mut page);
        page.told(row.count().saturating_sub(part.start + told), ACTIONS)
    }

    fn action(&self, action: &Action, page: &mut Page) {
        page.say(action.summary.as_str(), 0, self.theme.text);
        for figure in &action.figures {
            self.figure(figure, page);
            self.conflict(figure, page);
        }
        if let Some(about) = words::about(action.offences) {
            page.say(&about, 2, self.theme.dim);
        }
        if let Some(note) = &action.note {
            page.say(&format!("Note: {note}"), 2, self.theme.dim);
        }
        for route in self.operation.routes_of(action) {
            page.say(&words::route(route), 2, self.theme.dim);
        }
        let tags: Vec<String> =
            action.citations.iter().map(|cited| words::tag(self.operation, cited)).collect();
        page.say(&tags.join("; "), 2, self.theme.dim);
    }

    /// One figure: what it says of itself, where it stands, and why no sum holds it.
    fn figure(&self, figure: &Figure, page: &mut Page) {
        let lead = if figure.part_of().is_some() { "    of them " } else { "  • " };
        page.point(lead, &words::figure(figure));
        for citation in figure.citations.iter().filter(|_| self.located) {
            if let Some(locator) = &citation.locator {
                let said = format!("[{}] “{locator}”", citation.source() + 1);
                let to = self.address(citation.source(), [locator.as_str()]);
                page.lead(&said, 6, self.theme.dim, to);
            }
        }
        if let Some((_, reason)) = figure.apart() {
            page.say(&format!("in no sum: {reason}"), 4, self.theme.warn);
        }
    }

    /// What other sources say of a figure, and why it is the one used.
    fn conflict(&self, figure: &Figure, page: &mut Page) {
        let Some(conflict) = self.operation.conflict(figure) else { return };
        for other in &conflict.others {
            page.say(&words::other_value(self.operation, other), 4, self.theme.text);
        }
        page.say(conflict.note.as_str(), 4, self.theme.dim);
    }

    /// A total and the offences that it is limited to.
    fn limited(&self, total: &Figure, indent: u16, page: &mut Page) {
        self.figure(total, page);
        if let Some(about) = words::about(total.offences()) {
            page.say(&about, indent, self.theme.dim);
        }
    }

    /// A total with its parts and what other sources say of it.
    fn with_parts(&self, total: &Figure, page: &mut Page) {
        self.limited(total, 4, page);
        for part in Operation::parts_of(&self.operation.totals, total) {
            self.limited(part, 6, page);
        }
        self.conflict(total, page);
    }

    /// Figures, one after the other.
    pub(super) fn figures(&self, figures: &[&Figure]) -> Vec<Line<'static>> {
        let mut page = self.page();
        for figure in figures {
            self.figure(figure, &mut page);
        }
        page.lines()
    }

    /// What is known below a total: who is named, their sum, its share, and what stands beside
    /// it.
    pub(super) fn coverage(&self, total: &Figure) -> Vec<Line<'static>> {
        let mut page = self.page();
        self.say_coverage(total, &mut page);
        page.lines()
    }

    fn say_coverage(&self, total: &Figure, page: &mut Page) {
        let Some(cover) = self.operation.coverage(total) else { return };
        let whole = format!("{}{}", total.in_words(), words::marked(total.marks));
        let sum = match cover.sum {
            Sum::Amount(sum) => {
                let share = cover.share.map(|share| format!(", {}", share.in_words()));
                let share = share.unwrap_or_default();
                let sum = capital(&sum.in_words());
                format!("{sum} of {whole}{share}: {}.", self.places(cover))
            }
            Sum::NotReported => format!("No country reports in the measure of: {whole}."),
            Sum::None => "The figures have no honest sum.".to_owned(),
        };
        page.say(&sum, 0, self.theme.text);
        for (place, figure, reason) in cover.beside(self.operation, total).take(NAMED) {
            let some = if figure.amount == Amount::Some { " (no number)" } else { "" };
            let place = place.shown();
            let said = format!("Not in it: {place}, {}{some}: {reason}.", figure.in_words());
            page.say(&said, 0, self.theme.dim);
        }
        if cover.besides > NAMED {
            let more = format!("Not in it: {} more figures.", number::of(cover.besides - NAMED));
            page.say(&more, 0, self.theme.dim);
        }
    }

    /// The places whose figures are in a sum, with what each adds.
    fn places(&self, cover: &Coverage) -> String {
        let place = |(row, amount): (&Row, Amount)| format!("{} {}", row.name(), amount.compact());
        let named: Vec<String> = cover.places(self.operation).take(NAMED).map(place).collect();
        let more = cover.places(self.operation).skip(NAMED).count();
        let more =
            if more > 0 { format!(" and {} more places", number::of(more)) } else { String::new() };
        format!("{}{more}", named.join(", "))
    }

    /// Everything known of a total: its words, sources and conflicts, and what is named below it.
    pub(super) fn total(&self, total: &Figure) -> Text {
        let mut page = self.page();
        self.with_parts(total, &mut page);
        page.gap();
        self.say_coverage(total, &mut page);
        self.sources(self.operation.cited_by_total(total), &self.citations(total), &mut page);
        page.text()
    }

    /// Totals with their parts and conflicts, and their sources.
    pub(super) fn reported(&self, totals: &[&Figure]) -> Text {
        self.all_of(totals, None)
    }

    /// Everything known of several totals, without what is named below them.
    pub(super) fn totals(&self, totals: &[&Figure]) -> Text {
        let hubs: Vec<&str> = self.operation.hubs.iter().map(SafeText::as_str).collect();
        let said = format!("Coordination units sat in: {}.", hubs.join(", "));
        self.all_of(totals, Some(said.as_str()).filter(|_| !hubs.is_empty()))
    }

    fn all_of(&self, totals: &[&Figure], said: Option<&str>) -> Text {
        let mut page = self.page();
        let (mut cited, mut citations) = (Vec::new(), Vec::new());
        for total in totals {
            self.with_parts(total, &mut page);
            cited.extend(self.operation.cited_by_total(total));
            citations.extend(self.citations(total));
        }
        if let Some(said) = said {
            page.say(said, 0, self.theme.dim);
        }
        self.sources(cited, &citations, &mut page);
        page.text()
    }

    /// Everything known of what a step of the story shows, and the sources that it rests on.
    pub(super) fn step(&self, story: &Story, step: &Step) -> Text {
        if let Some(row) = step.place().and_then(|place| told::row(self.operation, place)) {
            return self.place(row, 0..row.count().min(ON_A_SLIDE), u16::MAX).text;
        }
        let figures = told::figures(self.operation, &step.subject);
        match (&step.subject, figures.as_slice()) {
            (Subject::Figure(_) | Subject::Split(_), [total]) => return self.total(total),
            (Subject::Figures(_) | Subject::Versus, totals) => return self.totals(totals),
            _ => {}
        }
        let mut page = self.page();
        for line in told::lines(self.operation, story, step) {
            page.say(&line, 0, self.theme.text);
        }
        if step.subject != Subject::Sources {
            self.sources(told::cited(self.operation, story, step), &[], &mut page);
        }
        page.text()
    }

    /// The citations of a total and its parts.
    fn citations<'b>(&'b self, total: &'b Figure) -> Vec<&'b Citation> {
        let parts = Operation::parts_of(&self.operation.totals, total);
        std::iter::once(total).chain(parts).flat_map(|figure| &figure.citations).collect()
    }

    /// Where a source is read, and words are found in it.
    fn address<'b>(
        &self,
        source: usize,
        words: impl IntoIterator<Item = &'b str>,
    ) -> Option<Address> {
        let source = self.operation.sources.get(source)?;
        Address::of(source.url.as_str(), words)
    }

    /// The sources that are cited, each with number, strength and date, and, where the words are
    /// given too, its address, which leads to the words cited from it.
    pub(super) fn sources(&self, mut cited: Vec<usize>, citations: &[&Citation], page: &mut Page) {
        cited.sort_unstable();
        cited.dedup();
        page.gap();
        page.say("Sources", 0, self.theme.title);
        for index in cited {
            if let Some(source) = self.operation.sources.get(index) {
                page.say(&words::source(index, source), 0, self.theme.text);
                if !self.located {
                    continue;
                }
                let here = citations.iter().filter(|citation| citation.source() == index);
                let words = here.filter_map(|citation| Some(citation.locator.as_ref()?.as_str()));
                page.lead(source.url.as_str(), 4, self.theme.dim, self.address(index, words));
            }
        }
    }
}
