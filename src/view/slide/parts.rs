//! The slides that compare: the parts of a total, and arrests versus rescues.
//!
//! Knows how long a bar may be. A part has a bar only where a share can be said; families stay
//! apart, migrants are shaded, and every bar carries its number and its noun.

use ratatui::style::Style;

use super::compose::{Composer, Worded};
use super::sheet::{self, Block, Sheet};
use crate::model::figure::Figure;
use crate::model::number;
use crate::model::operation::Operation;
use crate::model::share::Share;
use crate::model::story::{self, Named};
use crate::report::words;
use crate::view::widget::bar::{Bar, Scale, Side, Texture};
use crate::view::widget::large::Large;
use crate::view::widget::text;

impl Composer<'_> {
    /// The parts of a total, each with its share.
    pub(super) fn split(&self, named: &Named) -> Sheet {
        let Some((_, whole)) = named.of(self.operation) else { return Sheet::default() };
        let parts: Vec<&Figure> = Operation::parts_of(&self.operation.totals, whole).collect();
        let said = format!("of {}{}", whole.in_words(), words::marked(whole.marks));
        let most = self.noun().max(1);
        let head = self.large(&said, self.width, self.height / 2, most, self.theme.title);
        let sheet = |sizes: (u16, u16)| {
            let group = |part: &&Figure| self.part(part, whole, sizes);
            let groups = parts.iter().map(group).collect::<Option<Vec<Vec<Block>>>>()?;
            let head = vec![head.clone()];
            Some(Sheet {
                head,
                groups,
                gap: self.gap(),
                middle: true,
                even: true,
                ..Sheet::default()
            })
        };
        let sheet = self.best(sheet).unwrap_or_default();
        let cited: Vec<&Figure> = std::iter::once(whole).chain(parts.iter().copied()).collect();
        Sheet { quiet: self.quiet(&cited), ..sheet }
    }

    /// A part: its number and what it is, beside them its share, below both the share as a bar;
    /// `None` if number and share find no room beside each other.
    fn part(&self, part: &Figure, whole: &Figure, sizes: (u16, u16)) -> Option<Vec<Block>> {
        let colour = self.colour(whole.family());
        let detail = part.detail().map_or_else(|| part.label(), ToString::to_string);
        let share = Share::of(part.amount, whole.amount).filter(|_| part.same_measure(whole));
        let (left, right) = (self.width / 2, self.width - self.width / 2);
        let number = Self::amount(part);
        let qualifier = Self::qualifier(part.amount).unwrap_or_default();
        let words = Worded { qualifier, number: &number, noun: &detail };
        let number = self.sized(words, sizes, left.saturating_sub(3), colour)?;
        let Some(share) = share else {
            let unsaid = self.said("no share can be said of it", self.width, self.theme.dim);
            return Some(number.into_iter().chain([unsaid]).collect());
        };
        let (qualifier, percent) = share.parts();
        let of = format!("of {}", whole.in_words());
        let words = Worded { qualifier, number: &percent, noun: &of };
        let percent = self.sized(words, sizes, right, self.theme.title)?;
        let both = aligned(number, percent);
        Some(vec![
            Block::Beside(vec![(left, both.0), (right, both.1)]),
            Block::Gap(1),
            self.bar(part, share.percent(), 100, Some(self.theme.faint)),
        ])
    }

    /// An amount in these sizes; `None` if it is too wide, or its noun too long.
    fn sized(
        &self,
        words: Worded,
        sizes: (u16, u16),
        width: u16,
        style: Style,
    ) -> Option<Vec<Block>> {
        let (scale, noun) = sizes;
        let smallest = sizes == (1, 0);
        let wide = Large::new(words.number, scale).is_none_or(|number| number.width() > width);
        let long =
            |noun| Large::wrapped(words.noun, width, noun).is_none_or(|lines| lines.len() > 2);
        if !smallest && (wide || (noun > 0 && long(noun))) {
            return None;
        }
        Some(self.worded(words, sizes, width, style))
    }

    /// The sheet in the largest sizes of number and noun in which it is a single page.
    fn best(&self, sheet: impl Fn((u16, u16)) -> Option<Sheet>) -> Option<Sheet> {
        let nouns = (0..=self.noun()).rev();
        let sizes = nouns
            .flat_map(|noun| ((noun * 2).max(1)..=self.voice() * 4).rev().map(move |s| (s, noun)));
        let fits = |sheet: &Sheet| sheet.pages(self.height).len() == 1;
        sizes.clone().filter_map(&sheet).find(fits).or_else(|| sheet((1, 0)))
    }

    /// A bar for a number, as long as the slide is wide for `most`.
    fn bar(&self, figure: &Figure, value: u64, most: u64, ground: Option<Style>) -> Block {
        let texture = match figure.who {
            Some(who) if who.is_migrants() => Texture::Shaded,
            _ => Texture::Solid,
        };
        let bar = Bar {
            side: Side::Right,
            eighths: Scale::Linear(most).eighths(value, self.width),
            texture,
            style: self.colour(figure.family()),
            edge: self.theme.shade,
        };
        Block::Bar { bar, rows: self.bar_rows(), ground }
    }

    /// Arrests and rescues of the whole operation as bars on one scale.
    pub(super) fn versus(&self) -> Sheet {
        let figures: Vec<&Figure> = story::versus(self.operation).collect();
        let most = figures.iter().filter_map(|figure| figure.amount.value()).max().unwrap_or(1);
        let caption = format!(
            "One scale from 0 to {}. Different people, never added.",
            number::thousands(most)
        );
        let sheet = |sizes: (u16, u16)| {
            let group = |figure: &&Figure| self.beside_its_bar(figure, most, sizes);
            let mut groups = figures.iter().map(group).collect::<Option<Vec<Vec<Block>>>>()?;
            if let Some(last) = groups.last_mut() {
                last.push(Block::Gap(1));
                last.push(self.said(&caption, self.width, self.theme.dim));
            }
            Some(Sheet { groups, gap: self.gap(), middle: true, ..Sheet::default() })
        };
        let sheet = self.best(sheet).unwrap_or_default();
        Sheet { quiet: self.quiet(&figures), ..sheet }
    }

    /// A total above its bar.
    fn beside_its_bar(&self, figure: &Figure, most: u64, sizes: (u16, u16)) -> Option<Vec<Block>> {
        let style = self.colour(figure.family());
        let number = Self::amount(figure);
        let label = format!("{}{}", words::label(figure), words::marked(figure.marks));
        let qualifier = Self::qualifier(figure.amount).unwrap_or_default();
        let bar = self.bar(figure, figure.amount.value().unwrap_or(0), most, None);
        let taken = Large::new(&number, sizes.0).map_or(self.width, |number| number.width() + 3);
        let right = self.width.saturating_sub(taken);
        if sizes.1 == 0 && text::width(&label) <= right {
            // The noun stands on the ground line of its number.
            let words = Worded { qualifier, number: &number, noun: "" };
            let left = self.sized(words, sizes, taken, style)?;
            let number = left.get(..left.len().saturating_sub(2)).unwrap_or(&left).to_vec();
            let above = Block::Gap(sheet::rows(&number).saturating_sub(1));
            let label = Block::words(&label, right, self.theme.title);
            let both = Block::Beside(vec![(taken, number), (right, vec![above, label])]);
            return Some(vec![both, Block::Gap(1), bar]);
        }
        let words = Worded { qualifier, number: &number, noun: &label };
        let mut blocks = self.sized(words, sizes, self.width, style)?;
        blocks.extend([Block::Gap(u16::from(sizes.1 > 0)), bar]);
        Some(blocks)
    }

    /// How many rows a bar takes.
    fn bar_rows(&self) -> u16 {
        (self.height / 10).clamp(1, 4)
    }
}

/// Two columns whose numbers stand beside each other: empty rows instead of the qualifier that
/// only one of them has.
fn aligned(mut one: Vec<Block>, mut other: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
    // Number, breath and noun come last; what stands before them is the qualifier.
    let before = |blocks: &[Block]| {
        sheet::rows(blocks.get(..blocks.len().saturating_sub(3)).unwrap_or_default())
    };
    let (first, second) = (before(&one), before(&other));
    if first < second {
        one.insert(0, Block::Gap(second - first));
    } else {
        other.insert(0, Block::Gap(first - second));
    }
    (one, other)
}
