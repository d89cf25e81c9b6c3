//! The slide of a map: countries in their classes, the strongest with their numbers beside them.
//!
//! Knows what has to be said beside any map, and that no number may be lost for want of room.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::compose::Composer;
use super::named::more_places;
use super::sheet::{self, Block, Sheet};
use crate::model::place::Row;
use crate::model::story::maps::View;
use crate::report::{mapped, told};
use crate::view::layout::Size;
use crate::view::map::still;

impl Composer<'_> {
    /// Countries on a map.
    pub(super) fn map(&self, view: View) -> Sheet {
        let below = self.beside_any_map(view);
        let foot = sheet::rows(&below);
        let mut said = Block::Gap(0);
        let mut picture = self.picture(view, foot);
        if !picture.1.is_empty() {
            // What has no tag is said below, for which the map gives way once.
            said = self.untold(view, &picture.1);
            picture = self.picture(view, foot + said.rows());
            said = self.untold(view, &picture.1);
        }
        let mut groups = vec![std::iter::once(picture.0).chain(below).collect::<Vec<Block>>()];
        if said.rows() > 0 {
            groups.push(vec![said]);
        }
        Sheet { groups, quiet: self.mapped(view), ..Sheet::default() }
    }

    /// The map with as many rows as some others leave, and the rows that have no tag on it.
    fn picture(&self, view: View, others: u16) -> (Block, Vec<&Row>) {
        let height = self.height.saturating_sub(others).max(6).min(self.height);
        let area = Rect::new(0, 0, self.width, height);
        let window = match self.voice() {
            1 => Size::Narrow,
            2 => Size::Wide,
            _ => Size::Huge,
        };
        match still::draw(
            self.operation,
            view,
            (area, window, self.voice(), self.mosaic),
            self.theme,
        ) {
            Ok(still) => (Block::Picture(still.picture), still.untold),
            Err(damage) => {
                let sentence =
                    format!("The map that comes with the program cannot be drawn: {damage}.");
                (self.text(&sentence), view.rows(self.operation))
            }
        }
    }

    /// The places without a tag: of a part of the world with their numbers, of all of it how many.
    fn untold(&self, view: View, rows: &[&Row]) -> Block {
        if view.region.is_none() && !rows.is_empty() {
            return Block::words(&more_places(rows.len()), self.width, self.theme.text);
        }
        let said = rows.iter().map(|row| told::shown(self.operation, view, row));
        let said: Vec<String> = said.collect();
        if said.is_empty() { Block::Gap(0) } else { self.text(&said.join("; ")) }
    }

    /// The classes with their bounds, the ground, and what no map says.
    fn beside_any_map(&self, view: View) -> Vec<Block> {
        let keys = still::keys(self.operation, view, self.theme);
        let mut lines: Vec<Line> = Vec::new();
        for (sign, style, words) in keys {
            let mut part = vec![
                Span::styled(format!("{sign}{sign}{sign} "), style),
                Span::styled(words, self.theme.text),
            ];
            let wide: usize = part.iter().map(Span::width).sum();
            match lines.last_mut() {
                Some(line) if line.width() + 3 + wide <= usize::from(self.width) => {
                    line.spans.push(Span::raw("   "));
                    line.spans.append(&mut part);
                }
                _ => lines.push(Line::from(part)),
            }
        }
        vec![Block::Words(lines), Block::words(mapped::BOUNDARIES, self.width, self.theme.dim)]
    }

    /// The sources that say the numbers of the map, each as the one that is used; of a place
    /// without a number the one by which it is named.
    fn mapped(&self, view: View) -> Vec<String> {
        let family = view.family(self.operation);
        let leads = |row: &Row| row.cell(family).lead.into_iter().collect();
        self.said_by(&view.rows(self.operation), &leads)
    }
}
