//! The slides that list: several figures, what is not said, where sources differ, the sources.
//!
//! Knows how a list is set. What does not fit on a page goes on the next.

use super::compose::{Composer, READABLE};
use super::sheet::{Block, Sheet};
use crate::model::figure::Figure;
use crate::model::number;
use crate::model::place::Place;
use crate::model::source::{ConflictKind, Strength};
use crate::model::story::Named;
use crate::report::{alone, unsaid, words};
use crate::view::widget::large::Large;
use crate::view::widget::text;

/// How many publishers of one strength are named; the board lists all.
const NAMES: usize = 9;

impl Composer<'_> {
    /// Several figures, one below the other.
    pub(super) fn figures(&self, named: &[Named]) -> Sheet {
        let reported: Vec<(Option<&Place>, &Figure)> =
            named.iter().filter_map(|named| named.of(self.operation)).collect();
        let figures: Vec<&Figure> = reported.iter().map(|(_, figure)| *figure).collect();
        let qualifiers = figures.iter().filter_map(|figure| Self::qualifier(figure.amount));
        let wide = |words: &str| match (self.loud, Large::new(words, 1)) {
            (true, Some(words)) => words.width() + 6,
            _ => text::width(words) + 2,
        };
        let qualifier = qualifiers.map(wide).max().unwrap_or(0);
        // Numbers, and what they count, in the same sizes all the way down.
        let (scale, noun) = match self.voice() {
            1 => (1, 0),
            2 => (2, 0),
            _ => (2, 1),
        };
        let width = |figure: &&Figure| Large::new(&Self::amount(figure), scale);
        let widest = figures.iter().filter_map(width).map(|large| large.width()).max().unwrap_or(0);
        let widths = (qualifier, (widest + 4 * scale).min(self.width / 2));
        let group =
            |of: &(Option<&Place>, &Figure)| vec![self.in_a_row(*of, widths, (scale, noun))];
        let groups = reported.iter().map(group).collect();
        Sheet { groups, gap: 1, quiet: self.quiet(&figures), even: true, ..Sheet::default() }
    }

    /// A figure in a row: its qualifier, its number in large letters, what it counts, and what has
    /// to be known of one that stands among others.
    fn in_a_row(
        &self,
        (place, figure): (Option<&Place>, &Figure),
        (qualifier, number): (u16, u16),
        (scale, noun): (u16, u16),
    ) -> Block {
        let style = self.colour(figure.family());
        let right = self.width.saturating_sub(qualifier + number);
        let large = Self::amount(figure);
        let large = self.number_block(&large, number.saturating_sub(2 * scale), scale, style);
        let said = [
            place.map(|place| place.shown().into_owned()),
            Some(alone::caution(self.operation, figure)),
            figure.detail().map(ToString::to_string),
        ];
        let said: Vec<String> =
            said.into_iter().flatten().filter(|said| !said.is_empty()).collect();
        let detail = said.join("; ");
        let before = Self::qualifier(figure.amount).unwrap_or_default();
        let before = self.said(before, qualifier, self.bold(style));
        let said = self.label(&words::label(figure), noun, right, self.theme.title);
        let detail = Block::words(&detail, right, self.theme.dim);
        // Qualifier, number and noun are read as one line, through the middle of the number.
        let middle = |of: &Block| Block::Gap((large.rows() / 2).saturating_sub(of.rows() / 2));
        Block::Beside(vec![
            (qualifier, vec![middle(&before), before]),
            (number, vec![large.clone(), large.breath()]),
            (right, vec![middle(&said), said, detail]),
        ])
    }

    /// What the sources do not say.
    pub(super) fn unsaid(&self) -> Sheet {
        self.sentences(&unsaid::sentences(self.operation))
    }

    /// What has to be known of the operation.
    pub(super) fn notes(&self) -> Sheet {
        let notes: Vec<String> = self.operation.notes.iter().map(ToString::to_string).collect();
        self.sentences(&notes)
    }

    fn sentences(&self, said: &[String]) -> Sheet {
        let groups = said.iter().map(|sentence| vec![self.text(sentence)]).collect();
        let quiet = vec![words::sources(self.operation)];
        Sheet { groups, gap: self.gap(), quiet, even: true, ..Sheet::default() }
    }

    /// Where sources differ: the figure used, what others print, why.
    pub(super) fn differences(&self) -> Sheet {
        let mut groups = Vec::new();
        for conflict in &self.operation.conflicts {
            let mut said =
                vec![self.title_line(&words::capital(&words::disputed(self.operation, conflict)))];
            for other in &conflict.others {
                let style = match other.kind {
                    ConflictKind::Disagreement => self.theme.warn,
                    _ => self.theme.dim,
                };
                let value = words::other_value(self.operation, other);
                said.push(Block::words(&value, self.width, style));
            }
            let width = self.width.min(READABLE);
            said.push(Block::words(conflict.note.as_str(), width, self.theme.text));
            groups.push(said);
        }
        let quiet = ["the value in bold is the one used", "bold: the value used"]
            .map(str::to_owned)
            .to_vec();
        Sheet { groups, gap: self.gap(), quiet, even: true, ..Sheet::default() }
    }

    fn title_line(&self, said: &str) -> Block {
        self.said(said, self.width, self.theme.title)
    }

    /// How many sources there are and how strong: who published them, by strength.
    pub(super) fn sources(&self) -> Sheet {
        let sources = &self.operation.sources;
        let count = sources.len();
        let noun = if count == 1 { "source" } else { "sources" };
        let head = format!("{} {noun}", number::of(count));
        let head = self.large(&head, self.width, self.height / 3, self.voice(), self.theme.title);
        let mut groups = Vec::new();
        for strength in Strength::ALL {
            let of = sources.iter().filter(|source| source.strength == strength);
            let mut names: Vec<&str> = Vec::new();
            for name in of.clone().map(words::publisher) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            match of.count() {
                0 => {}
                count => groups.push(vec![self.of_one_strength(strength, count, &names)]),
            }
        }
        groups.push(vec![
            Block::Gap(1),
            Block::words(words::DISCLAIMER, READABLE.min(self.width), self.theme.text),
        ]);
        let ways = ["p opens them all, o shows their addresses", "p opens them all"];
        let quiet = ways.map(str::to_owned).to_vec();
        let gap = self.gap() - 1;
        Sheet { head: vec![head, Block::Gap(1)], groups, gap, quiet, ..Sheet::default() }
    }

    fn of_one_strength(&self, strength: Strength, count: usize, names: &[&str]) -> Block {
        // A huge window has its strengths in large letters, too.
        let (number, name) = if self.loud { (12, 60) } else { (5, 16) };
        let weak = strength == Strength::Aggregator;
        let style = if weak { self.theme.warn } else { self.theme.title };
        let right = self.width.saturating_sub(number + name);
        let more = names.len().saturating_sub(NAMES);
        let mut said = names.iter().take(NAMES).copied().collect::<Vec<&str>>().join(", ");
        if more > 0 {
            said = format!("{said} and {} more", number::of(more));
        }
        let count = number::of(count);
        Block::Beside(vec![
            (number, vec![self.said(&count, number, self.theme.title)]),
            (name, vec![self.said(strength.short(), name, style)]),
            (right, vec![Block::words(&said, right.min(READABLE), self.theme.text)]),
        ])
    }
}
