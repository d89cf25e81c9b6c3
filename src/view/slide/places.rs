//! The slide of a place: its name, its figures beside each other, what happened.
//!
//! Knows that two numbers beside each other must never be taken for one.

use super::compose::{ASK, Composer, Worded};
use super::sheet::{self, Block, Sheet};
use crate::model::cell::Lead;
use crate::model::figure::{Citation, Figure};
use crate::model::measure::Family;
use crate::model::number;
use crate::model::operation::Action;
use crate::model::place::{Place, Row};
use crate::report::{told, words};
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// How many figures of a place find room beside each other.
const BESIDE: usize = 3;

/// How many actions of a place are told; more would be a list and no briefing.
const ACTIONS: usize = 6;

impl Composer<'_> {
    /// One place: its name, its figures, what happened.
    pub(super) fn place(&self, place: &Place) -> Sheet {
        let Some(row) = told::row(self.operation, place) else { return Sheet::default() };
        let head = self.name(row);
        let actions: Vec<&Action> = self.operation.actions_of(row).take(ACTIONS).collect();
        let mut told: Vec<Vec<Block>> =
            actions.iter().map(|action| self.action(action, row.count() > 1)).collect();
        let more = row.count() - actions.len();
        if more > 0 {
            let said = format!("and {} more actions: p shows them", number::of(more));
            told.push(vec![Block::words(&said, self.width, self.theme.dim)]);
        }
        let people = words::all_leads(self.operation, row);
        let leads: Vec<Lead> = people.into_iter().chain(things(row)).collect();
        let mut groups = Vec::new();
        if !leads.is_empty() {
            let left = self.height.saturating_sub(sheet::rows(&head) + self.gap());
            let after = |said: &[Vec<Block>]| {
                let taken = said.iter().map(|said| sheet::rows(said) + self.gap());
                left.saturating_sub(taken.fold(0, u16::saturating_add))
            };
            // All on one page, if that leaves the numbers large enough.
            let all = self.sizes(&leads, after(&told));
            let block = self.leads(&leads, all);
            let large = all.0 > 1 && all.1 >= self.noun().min(1);
            let fits = large && sheet::rows(&block) <= after(&told);
            let first = told.get(..1).unwrap_or_default();
            let block =
                if fits { block } else { self.leads(&leads, self.sizes(&leads, after(first))) };
            groups.push(block);
        }
        groups.extend(told);
        Sheet { head, groups, gap: self.gap(), quiet: self.rests_on(&actions), ..Sheet::default() }
    }

    /// What happened, and why no sum holds some of its figures; of one action among several also
    /// on whose word.
    fn action(&self, action: &Action, among_several: bool) -> Vec<Block> {
        let mut said = vec![self.text(action.summary.as_str())];
        let mut reasons: Vec<&str> = Vec::new();
        for (_, reason) in action.figures.iter().filter_map(Figure::apart) {
            if !reasons.contains(&reason.as_str()) {
                reasons.push(reason.as_str());
                let reason = format!("Not added: {reason}");
                said.push(self.said(&reason, self.width, self.theme.warn));
            }
        }
        if among_several {
            said.push(Block::words(&self.tag(action), self.width, self.theme.dim));
        }
        said
    }

    /// The name of a place; of several countries how many they are, and their names below.
    fn name(&self, row: &Row) -> Vec<Block> {
        let large = |said: &str| {
            self.large(said, self.width, self.height / 2, self.voice(), self.theme.title)
        };
        match &row.place {
            Place::Several(countries) if countries.len() > 2 => vec![
                large(&format!("{} countries", countries.len())),
                Block::words(&row.name(), self.width, self.theme.title),
            ],
            Place::Region(name) => vec![large(name.as_str())],
            _ => vec![large(&row.name())],
        }
    }

    /// The size of what leads the families of a place and of its nouns, all alike, that some rows
    /// leave room for.
    fn sizes(&self, leads: &[Lead], rows: u16) -> (u16, u16) {
        let shown = leads.get(..BESIDE).unwrap_or(leads);
        let words = shown.iter().all(|lead| lead.amount.value().is_none());
        let most = self.voice() * if words { 1 } else { 3 };
        let rest = u16::from(leads.len() > BESIDE);
        for noun in (0..=self.noun()).rev() {
            // A number that is hardly larger than its noun is no number for the last row.
            let least = if noun == 0 { 1 } else { 2 * noun + u16::from(self.voice() == 2) };
            for scale in (least..=most.max(least)).rev() {
                let fits = self.columns(shown, scale, noun).is_some_and(|columns| {
                    let lines = if noun > 1 { 2 } else { 3 };
                    let short = columns.iter().all(|(_, blocks)| is_short(blocks, lines));
                    let used = columns.iter().map(|(_, blocks)| sheet::rows(blocks)).max();
                    (noun == 0 || short) && used.unwrap_or(0) + rest <= rows
                });
                if fits {
                    return (scale, noun);
                }
            }
        }
        (1, 0)
    }

    /// What leads the families of a place, beside each other.
    fn leads(&self, leads: &[Lead], (scale, noun): (u16, u16)) -> Vec<Block> {
        let shown = leads.get(..BESIDE).unwrap_or(leads);
        let rest: Vec<String> = leads.iter().skip(BESIDE).copied().map(words::lead).collect();
        let columns = self.columns(shown, scale, noun).unwrap_or_else(|| {
            let even = self.width / u16::try_from(shown.len()).unwrap_or(1).max(1);
            let column = |lead| (even, self.lead(lead, (1, 0), even.saturating_sub(1)));
            on_one_line(shown.iter().map(column).collect())
        });
        let mut blocks = vec![Block::Beside(columns)];
        if !rest.is_empty() {
            let said = format!("also {}", rest.join(", "));
            blocks.push(Block::words(&said, self.width, self.theme.text));
        }
        blocks
    }

    /// The columns for numbers and nouns of some size, so far apart that two numbers cannot be
    /// taken for one; `None` if they find no room beside each other.
    fn columns(&self, leads: &[Lead], scale: u16, noun: u16) -> Option<Vec<(u16, Vec<Block>)>> {
        let wide = |word: &str| match noun {
            0 => Some(text::width(word)),
            scale => Large::new(word, scale).map(|large| large.width()),
        };
        let last = leads.len().saturating_sub(1);
        let wanted = |(place, lead): (usize, &Lead)| {
            let number = Large::new(&Self::number(lead.amount), scale)?.width();
            let label = words::counted(lead);
            let longest = label.split(' ').map(wide).try_fold(0, |most, w| Some(w?.max(most)))?;
            let qualifier = Self::qualifier(lead.amount).unwrap_or_default();
            let longest = longest.max(self.qualifier_width(qualifier));
            // Nothing stands to the right of the last one.
            let (after, beside) = if place == last { (0, 1) } else { (5 * scale, 3 + 3 * noun) };
            Some((number + after).max(longest + beside))
        };
        let widths = leads.iter().enumerate().map(wanted).collect::<Option<Vec<u16>>>()?;
        let count = u16::try_from(widths.len()).ok()?.max(1);
        let sum = widths.iter().copied().fold(0, u16::saturating_add);
        // What is left over is shared, but columns that drift apart are not read together.
        let more = (self.width.checked_sub(sum)? / count).min(14 + 20 * noun);
        let column = |(lead, width): (&Lead, u16)| {
            let width = width + more;
            (width, self.lead(lead, (scale, noun), width - 1))
        };
        Some(on_one_line(leads.iter().zip(widths).map(column).collect()))
    }

    /// A lead in a column; how many rows of it stand above its number, and its blocks.
    fn lead(&self, lead: &Lead, sizes: (u16, u16), width: u16) -> (u16, Vec<Block>) {
        let style = self.colour(lead.measure.family());
        let (number, label) = (Self::number(lead.amount), words::counted(lead));
        let qualifier = Self::qualifier(lead.amount).unwrap_or_default();
        let words = Worded { qualifier, number: &number, noun: &label };
        let mut blocks = self.worded(words, sizes, width, style);
        let below = blocks.get(blocks.len().saturating_sub(3)..).map_or(0, sheet::rows);
        let above = sheet::rows(&blocks) - below;
        let marks = words::marks(lead.marks);
        let said = if marks.is_empty() && !lead.counted { "in no sum" } else { marks.as_str() };
        if !said.is_empty() {
            blocks.push(Block::Gap(u16::from(self.loud)));
            blocks.push(self.said(said, width, self.theme.warn));
        }
        (above, blocks)
    }

    /// The strength and number of the source that an action rests on.
    fn tag(&self, action: &Action) -> String {
        action.leading().map_or_else(String::new, |cited| words::tag(self.operation, cited))
    }

    /// The sources of actions, in ever fewer words.
    pub(super) fn rests_on(&self, actions: &[&Action]) -> Vec<String> {
        let citations: Vec<&Citation> =
            actions.iter().filter_map(|action| action.leading()).collect();
        self.resting(&citations)
    }

    /// Sources in ever fewer words, never without their strength.
    pub(super) fn resting(&self, citations: &[&Citation]) -> Vec<String> {
        let joined = |tag: &dyn Fn(&Citation) -> String| {
            let mut tags: Vec<String> = Vec::new();
            for citation in citations {
                let tag = tag(citation);
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
            tags.join("; ")
        };
        vec![
            joined(&|citation| words::tag(self.operation, citation)),
            joined(&|citation| words::short_tag(self.operation, citation)),
            words::by_strength(self.operation, citations),
            ASK.to_owned(),
        ]
    }
}

/// Columns whose numbers stand on one line, whatever stands above some of them.
fn on_one_line(columns: Vec<(u16, (u16, Vec<Block>))>) -> Vec<(u16, Vec<Block>)> {
    let most = columns.iter().map(|(_, (above, _))| *above).max().unwrap_or(0);
    let lowered = |(width, (above, blocks)): (u16, (u16, Vec<Block>))| {
        (width, std::iter::once(Block::Gap(most - above)).chain(blocks).collect())
    };
    columns.into_iter().map(lowered).collect()
}

/// Whether no large words take more than some lines.
fn is_short(blocks: &[Block], most: usize) -> bool {
    blocks.iter().all(|block| !matches!(block, Block::Large(lines) if lines.len() > most))
}

/// What leads the families that are no people.
fn things(row: &Row) -> impl Iterator<Item = Lead> {
    [Family::Cases, Family::Seized, Family::Reach].into_iter().filter_map(|f| row.cell(f).lead)
}
