//! The slides of one thing: the title, and one figure alone.
//!
//! Knows what a title must say, and that a number stands with its qualifier, its noun and nothing
//! else.

use super::compose::{Composer, LARGEST};
use super::sheet::{self, Block, Sheet};
use crate::model::figure::Figure;
use crate::model::measure::Measure;
use crate::model::operation::Status;
use crate::model::story::Named;
use crate::report::{alone, words};

impl Composer<'_> {
    /// Who, when, how sure; that it is independent, and what an arrest and a victim are here.
    pub(super) fn title(&self) -> Sheet {
        let (operation, theme, width) = (self.operation, self.theme, self.width);
        let dates = operation.dates().unwrap_or_else(|| "dates not reported".to_owned());
        let when = format!("{} · {dates}", operation.organiser);
        let gap = Block::Gap(self.noun().max(1));
        let mut said = vec![self.said(&when, width, theme.title)];
        if let Some(countries) = operation.total(Measure::Countries) {
            said.push(Block::Gap(self.noun().saturating_sub(1)));
            said.push(self.said(&countries.in_words(), width, theme.title));
        }
        said.push(gap.clone());
        if operation.status == Status::Preliminary {
            said.extend([self.said(&words::preliminary(operation), width, theme.warn), gap]);
        }
        for sentence in words::DISCLAIMER.split_inclusive(". ") {
            said.push(self.said(sentence.trim_end(), width, theme.text));
            said.push(Block::Gap(self.noun().saturating_sub(1)));
        }
        let rows = self.height.saturating_sub(sheet::rows(&said) + 2);
        let most = self.voice() * 2;
        let name = operation.name.as_str();
        let name = self.large(name, self.width, rows, most, theme.title);
        let space = if self.height > 24 { 3 } else { 2 };
        let quiet = vec![words::sources(operation)];
        Sheet {
            groups: vec![vec![name, Block::Gap(space)].into_iter().chain(said).collect()],
            quiet,
            middle: true,
            ..Sheet::default()
        }
    }

    /// One figure alone.
    pub(super) fn figure(&self, named: &Named) -> Sheet {
        let Some((_, figure)) = named.of(self.operation) else { return Sheet::default() };
        Sheet {
            groups: vec![self.alone(figure, self.height)],
            quiet: self.quiet(&[figure]),
            middle: true,
            ..Sheet::default()
        }
    }

    /// A figure as large as there is room: its qualifier in words, its number, what it counts. The
    /// noun gives way to the number.
    fn alone(&self, figure: &Figure, height: u16) -> Vec<Block> {
        let nouns = (1..=self.noun().max(1)).rev();
        let mut large = nouns.filter_map(|noun| {
            let below = self.below(figure, noun, height);
            let scale = self.room_for(figure, &below, height);
            (scale >= noun * 2).then_some((scale, below))
        });
        let (scale, below) = large.next().unwrap_or_else(|| {
            let below = self.below(figure, 0, height);
            (self.room_for(figure, &below, height).max(1), below)
        });
        let colour = self.colour(figure.family());
        let mut blocks = self.above(figure);
        let number = self.number_block(&Self::amount(figure), self.width, scale, colour);
        let taken = sheet::rows(&blocks) + sheet::rows(&below) + number.rows();
        let space = if taken < height { Block::Gap(1) } else { number.breath() };
        blocks.extend([number, space]);
        blocks.extend(below);
        blocks
    }

    /// The largest square of a number for which there is room with what stands above and below; 0
    /// if there is none.
    fn room_for(&self, figure: &Figure, below: &[Block], height: u16) -> u16 {
        let used = sheet::rows(&self.above(figure)) + sheet::rows(below);
        let number = Self::amount(figure);
        let fits = |scale: &u16| {
            let block = self.number_block(&number, self.width, *scale, self.theme.title);
            used + block.rows() + block.breath().rows() <= height
        };
        (1..=LARGEST).rev().find(fits).unwrap_or(0)
    }

    /// What stands above a number: its qualifier.
    fn above(&self, figure: &Figure) -> Vec<Block> {
        let size = self.noun().max(1);
        let colour = self.colour(figure.family());
        let qualifier = Self::qualifier(figure.amount);
        qualifier.map_or_else(Vec::new, |qualifier| {
            vec![self.large(qualifier, self.width, u16::MAX, size, colour), Block::Gap(size)]
        })
    }

    /// What stands below a number: its noun in letters of some size, and what else it says.
    fn below(&self, figure: &Figure, noun: u16, height: u16) -> Vec<Block> {
        let label = words::label(figure);
        let label = match noun {
            0 => Block::words(&words::capital(&label), self.width, self.theme.title),
            noun => self.large(&label, self.width, height / 2, noun, self.theme.title),
        };
        let mut below = vec![Block::Gap(noun.saturating_sub(1)), label];
        let detail = figure.detail().map(|detail| self.text(detail.as_str()));
        let caution = alone::caution(self.operation, figure);
        let caution =
            (!caution.is_empty()).then(|| self.said(&caution, self.width, self.theme.warn));
        let said: Vec<Block> = detail.into_iter().chain(caution).collect();
        for block in said {
            below.extend([Block::Gap(1), block]);
        }
        below
    }
}
