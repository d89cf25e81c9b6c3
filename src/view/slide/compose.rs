//! What each step puts on its sheet.
//!
//! Knows the room there is, and the few ways in which slides set words and numbers. A pure
//! function of step, width and height; draws nothing.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sheet::Block;
use crate::model::amount::{Amount, Qualifier};
use crate::model::figure::{Citation, Figure};
use crate::model::measure::Family;
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::story::{Step, Story, Subject};
use crate::report::words;
use crate::theme::{Signs, Theme};
use crate::view::map::raster::Mosaic;
use crate::view::widget::large::Large;
use crate::view::widget::text;

use super::sheet::Sheet;

/// Longer lines are hard to read from afar.
pub(super) const READABLE: u16 = 84;

/// The largest square of a letter or digit.
pub(super) const LARGEST: u16 = 12;

/// What the last line says where the sources find no room in it.
pub(super) const ASK: &str = "o shows the sources";

/// An amount in three parts.
#[derive(Clone, Copy, Default)]
pub(super) struct Worded<'a> {
    /// The qualifier, if there is one.
    pub(super) qualifier: &'a str,
    pub(super) number: &'a str,
    /// What is counted.
    pub(super) noun: &'a str,
}

/// What a sheet is made of, and how much room it has.
#[derive(Clone, Copy)]
pub(super) struct Composer<'a> {
    pub(super) operation: &'a Operation,
    pub(super) story: &'a Story,
    pub(super) theme: &'a Theme,
    pub(super) width: u16,
    pub(super) height: u16,
    /// How finely maps are drawn.
    pub(super) mosaic: Mosaic,
    /// Whether text that is read out is in large letters, too.
    pub(super) loud: bool,
}

impl<'a> Composer<'a> {
    /// A composer for slides of some width and height.
    pub(super) fn new(
        operation: &'a Operation,
        story: &'a Story,
        theme: &'a Theme,
        (Rect { width, height, .. }, mosaic): (Rect, Mosaic),
    ) -> Self {
        let quiet = Self { operation, story, theme, width, height, mosaic, loud: false };
        Self { loud: quiet.voice() > 2, ..quiet }
    }

    /// The sheet of a step.
    pub(super) fn sheet(&self, step: &Step) -> Sheet {
        match &step.subject {
            Subject::Title => self.title(),
            Subject::Figure(named) => self.figure(named),
            Subject::Split(named) => self.split(named),
            Subject::Versus => self.versus(),
            Subject::Figures(named) => self.figures(named),
            Subject::Coverage => self.coverage(),
            Subject::Map(view) => self.map(*view),
            Subject::Place(place) => self.place(place),
            Subject::Others => self.others(),
            Subject::Routes => self.routes(),
            Subject::Unsaid => self.unsaid(),
            Subject::Notes => self.notes(),
            Subject::Differences => self.differences(),
            Subject::Sources => self.sources(),
        }
    }

    /// The size of names and headings.
    pub(super) const fn voice(&self) -> u16 {
        match (self.width, self.height) {
            (165.., 44..) => 3,
            (100.., 28..) => 2,
            _ => 1,
        }
    }

    /// The size of what a number counts; 0 is a line of text.
    pub(super) const fn noun(&self) -> u16 {
        self.voice() - 1
    }

    /// The empty rows between things.
    pub(super) const fn gap(&self) -> u16 {
        if self.height > 30 { 2 } else { 1 }
    }

    /// Text that is read out.
    pub(super) fn text(&self, said: &str) -> Block {
        self.said(said, self.width, self.theme.text)
    }

    /// Text in a style. In a huge window its letters are about as large as those of a line of text
    /// in a small one.
    pub(super) fn said(&self, said: &str, width: u16, style: Style) -> Block {
        let lines = if self.loud { Large::wrapped(said, width, 1) } else { None };
        match lines {
            Some(lines) if !lines.is_empty() => {
                Block::Large(lines.into_iter().map(|line| self.inked(line, style)).collect())
            }
            _ => Block::words(said, width.min(READABLE), style),
        }
    }

    /// Large letters in a style, of what there is to draw with.
    fn inked(&self, line: Large, style: Style) -> Large {
        line.style(style).in_cells(self.theme.signs == Signs::Ascii)
    }

    /// What a number counts, in letters of some size; 0 is a line of text.
    pub(super) fn label(&self, said: &str, noun: u16, width: u16, style: Style) -> Block {
        match noun {
            0 => Block::words(said, width, self.bold(style)),
            noun => self.large(said, width, u16::MAX, noun, style),
        }
    }

    /// The size of a qualifier; 0 is a line of text.
    const fn qualifier_size(&self) -> u16 {
        if self.voice() > 1 { 1 } else { 0 }
    }

    /// How wide a qualifier is.
    pub(super) fn qualifier_width(&self, qualifier: &str) -> u16 {
        match (self.qualifier_size(), Large::new(qualifier, 1)) {
            (1.., Some(large)) => large.width(),
            _ => text::width(qualifier),
        }
    }

    /// A qualifier in words, a number, what it counts, one below the other.
    pub(super) fn worded(
        &self,
        words: Worded,
        (scale, noun): (u16, u16),
        width: u16,
        style: Style,
    ) -> Vec<Block> {
        let number = self.number_block(words.number, width, scale, style);
        let breath = if noun > 0 { Block::Gap(1) } else { number.breath() };
        let mut blocks = Vec::new();
        if !words.qualifier.is_empty() {
            let large = self.qualifier_size();
            blocks.push(self.label(words.qualifier, large, width, style));
            blocks.push(Block::Gap(large));
        }
        blocks.extend([number, breath, self.label(words.noun, noun, width, self.theme.title)]);
        blocks
    }

    /// Words in large letters up to a size, else as a bold line.
    pub(super) fn large(
        &self,
        said: &str,
        width: u16,
        rows: u16,
        most: u16,
        style: Style,
    ) -> Block {
        let large = (1..=most.min(LARGEST)).rev().find_map(|scale| {
            let lines = Large::balanced(said, width, scale)?;
            let block =
                Block::Large(lines.into_iter().map(|line| self.inked(line, style)).collect());
            (block.rows() <= rows).then_some(block)
        });
        large.unwrap_or_else(|| Block::words(&words::capital(said), width, self.bold(style)))
    }

    /// A number in the largest letters, up to a size, that find room in one line; else in bold.
    pub(super) fn number_block(&self, number: &str, width: u16, most: u16, style: Style) -> Block {
        let large = (1..=most.min(LARGEST)).rev().find_map(|scale| {
            let line = Large::new(number, scale)?;
            (line.width() <= width).then(|| Block::Large(vec![self.inked(line, style)]))
        });
        large.unwrap_or_else(|| Block::words(number, width, self.bold(style)))
    }

    pub(super) fn bold(&self, style: Style) -> Style {
        self.theme.title.patch(style)
    }

    /// The colour of a family.
    pub(super) const fn colour(&self, family: Family) -> Style {
        match family {
            Family::Arrests => self.theme.arrests,
            Family::Rescues => self.theme.rescues,
            _ => self.theme.title,
        }
    }

    /// The number of an amount, without its qualifier.
    pub(super) fn number(amount: Amount) -> String {
        match amount {
            Amount::Number(_, value) => number::words(value),
            Amount::Some => "some".to_owned(),
        }
    }

    /// The number of a figure with its unit, without its qualifier.
    pub(super) fn amount(figure: &Figure) -> String {
        let number = Self::number(figure.amount);
        match (figure.unit(), figure.amount) {
            (Some(unit), Amount::Number(..)) => format!("{unit} {number}"),
            _ => number,
        }
    }

    /// The qualifier of an amount in words, if it has one.
    pub(super) fn qualifier(amount: Amount) -> Option<&'static str> {
        let qualifier = amount.qualifier();
        (qualifier != Qualifier::Exact).then(|| qualifier.words().trim_end())
    }

    /// What the last line says of figures: each by its label with the source it rests on, in ever
    /// fewer words.
    pub(super) fn quiet(&self, figures: &[&Figure]) -> Vec<String> {
        let labelled = |tag: &dyn Fn(&Citation) -> String| {
            let mut said: Vec<(Vec<String>, String)> = Vec::new();
            for figure in figures {
                let tag = figure.citations.first().map(tag).unwrap_or_default();
                match said.iter_mut().find(|(_, known)| *known == tag) {
                    Some((labels, _)) if labels.contains(&figure.label()) => {}
                    Some((labels, _)) => labels.push(figure.label()),
                    None => said.push((vec![figure.label()], tag)),
                }
            }
            said
        };
        let full = labelled(&|citation| words::tag(self.operation, citation));
        let short = labelled(&|citation| words::short_tag(self.operation, citation));
        let join = |said: &[(Vec<String>, String)]| {
            let parts = said.iter().map(|(labels, tag)| format!("{}: {tag}", labels.join(", ")));
            parts.collect::<Vec<String>>().join("; ")
        };
        let tags = |said: &[(Vec<String>, String)]| {
            let parts = said.iter().map(|(_, tag)| tag.clone());
            parts.collect::<Vec<String>>().join("; ")
        };
        vec![join(&full), join(&short), tags(&full), tags(&short), ASK.to_owned()]
    }
}
