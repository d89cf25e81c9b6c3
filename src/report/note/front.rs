//! The front of a note: what it is of, the totals, and how much of them is named.
//!
//! Knows the totals. Must not know the places but by what they add to them.

use std::io;

use super::{Telling, To};
use crate::model::amount::Amount;
use crate::model::figure::Figure;
use crate::model::filter::Picked;
use crate::model::operation::{Operation, Status};
use crate::model::share::Share;
use crate::model::sum::Sum;
use crate::report::scribe::{Head, Level, Said};
use crate::report::{alone, aloud, words};

impl Telling<'_> {
    /// The head; `of` says what of the operation is told, where that is not all.
    pub(super) fn head(&self, to: To<'_>, of: Option<&str>) -> io::Result<()> {
        let operation = self.operation;
        let mut about = vec![format!("{}, {}", operation.organiser, aloud::dates(operation))];
        about.extend(of.map(ToOwned::to_owned));
        let title = operation.name.as_str().into();
        let mut cautions = Vec::new();
        add_cautions(operation, "", &mut cautions);
        to.head(&Head { title, about, cautions, disclaimer: words::DISCLAIMER })
    }

    /// The totals, each with its parts, and these with theirs.
    pub(super) fn totals(&self, to: To<'_>, heading: &str) -> io::Result<()> {
        to.heading(Level::Section, heading)?;
        let totals = &self.operation.totals;
        let wholes = totals.iter().filter(|figure| figure.part_of().is_none()).rev();
        let mut next: Vec<(usize, &Figure)> = wholes.map(|whole| (0, whole)).collect();
        while let Some((depth, total)) = next.pop() {
            Self::total(to, depth, if depth == 0 { "" } else { "of them " }, total)?;
            let inner = next.len();
            next.extend(Operation::parts_of(totals, total).map(|part| (depth + 1, part)));
            next.get_mut(inner..).into_iter().for_each(<[_]>::reverse);
        }
        Ok(())
    }

    fn total(to: To<'_>, depth: usize, lead: &str, total: &Figure) -> io::Result<()> {
        let said = format!("{lead}{}", alone::within(None, total));
        let about = words::about(total.offences());
        let about = about.map_or_else(String::new, |about| format!(". {about}"));
        to.item(depth, &Said::cited(said + &about, &total.citations))
    }

    /// The totals of people that stand for themselves.
    fn people(operation: &Operation) -> impl Iterator<Item = &Figure> {
        operation.totals.iter().filter(|figure| figure.who.is_some() && figure.part_of().is_none())
    }

    /// For each headline total: who is named in its measure, and what is not in that sum.
    pub(super) fn coverage(&self, to: To<'_>) -> io::Result<()> {
        let operation = self.operation;
        to.heading(Level::Section, "How much of it is named")?;
        let named = operation.countries_named();
        let are = if named == 1 {
            "country is named. It is a highlight"
        } else {
            "countries are named. They are highlights"
        };
        let said = format!("{named} {are}; country actions do not add up to the totals.");
        to.paragraph(&said.into())?;
        for total in Self::people(operation) {
            let Some(cover) = operation.coverage(total) else { continue };
            let whole = total.in_words();
            let said = match cover.sum {
                Sum::Amount(sum) => of_whole(sum, &whole, cover.share),
                Sum::NotReported => format!("no country reports in the measure of: {whole}"),
                Sum::None => format!("no honest sum below: {whole}"),
            };
            to.item(0, &said.into())?;
            let mut beside: Vec<String> = Vec::new();
            for (place, figure, reason) in cover.beside(operation, total) {
                beside.push(format!("{}, {}: {reason}", place.shown(), figure.in_words()));
            }
            if cover.besides > beside.len() {
                beside.push(format!("{} more figures", cover.besides - beside.len()));
            }
            if !beside.is_empty() {
                to.item(1, &format!("Not in it: {}", beside.join("; ")).into())?;
            }
        }
        Ok(())
    }

    /// Which places are told, where not all are, and what part of each total they make up.
    pub(super) fn picked(&self, to: To<'_>) -> io::Result<()> {
        let (operation, marked) = (self.operation, self.asked.marked.len());
        let said = match (self.asked.filter(), marked) {
            (None, 0) => return Ok(()),
            (Some(filter), 0) => format!("Only places that fit: {filter}"),
            (None, _) => "Only the places that are marked.".to_owned(),
            (Some(filter), _) => format!("Only the marked ones of the places that fit: {filter}"),
        };
        to.heading(Level::Section, if marked > 0 { "Marked" } else { "Filtered" })?;
        to.paragraph(&said.into())?;
        let picked = Picked::of(operation, &self.rows);
        let (all, named) = (operation.rows.len(), operation.countries_named());
        let verb = if marked > 0 { "are marked" } else { "fit" };
        let said = format!(
            "{} of {all} places {verb}, with {} of {named} named countries. \
             What stands above is of all.",
            picked.count, picked.named
        );
        to.paragraph(&said.into())?;
        for total in Self::people(operation).filter(|it| operation.coverage(it).is_some()) {
            let whole = total.in_words();
            let said = match picked.sum(total) {
                Sum::Amount(sum) => of_whole(sum, &whole, Share::of(sum, total.amount)),
                Sum::NotReported => format!("none of them reports in the measure of: {whole}"),
                Sum::None => format!("no honest sum below: {whole}"),
            };
            to.item(0, &said.into())?;
        }
        Ok(())
    }
}

/// What has to be known before anything of an operation is read; it may be said whose it is.
pub(super) fn add_cautions(operation: &Operation, whose: &str, to: &mut Vec<(String, String)>) {
    let mut add = |word: String, said: &str| to.push((word, format!("{whose}{said}")));
    if operation.status == Status::Preliminary {
        add("Preliminary".to_owned(), &words::preliminary(operation));
    }
    if let Some(cleaned) = words::cleaned(operation) {
        add(words::capital(&cleaned), &format!("{}.", words::CLEANED));
    }
}

/// The head of a report of several operations: of each what it is, and what has to be known.
pub(super) fn head_of(
    title: &str,
    operations: Vec<(&Operation, String)>,
    to: To<'_>,
) -> io::Result<()> {
    let (mut about, mut cautions) = (Vec::new(), Vec::new());
    for (operation, said) in operations {
        add_cautions(operation, &format!("{}: ", operation.name), &mut cautions);
        about.push(said);
    }
    to.head(&Head { title: title.into(), about, cautions, disclaimer: words::DISCLAIMER })
}

/// A sum, the whole it is held against, and the share where one can be said.
fn of_whole(sum: Amount, whole: &str, share: Option<Share>) -> String {
    let share = share.map_or_else(String::new, |share| format!(" ({})", share.in_words()));
    format!("{} of {whole}{share}", sum.in_words())
}
