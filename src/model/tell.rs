//! Of which rows an action tells of a text, however many actions there are.
//!
//! Knows that the texts of a file lie one behind the other, in the order of its actions. To go
//! through them as one is several times quicker than to visit each action for its own.

use super::fold::Needle;
use super::offence::{Offence, Offences};
use super::operation::Action;

/// The rows, among those still open, of which an action tells of a text. They are open no more.
pub(super) fn tell(actions: &[Action], folded: &str, open: &mut [bool]) -> Vec<usize> {
    let needle = Needle::new(folded);
    let offences: Offences =
        Offence::ALL.into_iter().filter(|one| needle.is_in(one.name())).collect();
    let mut rows = Rows { left: open.iter().filter(|open| **open).count(), open, told: Vec::new() };
    let whole = Whole::of(actions).filter(|_| offences == Offences::default());
    match whole {
        Some(whole) => whole.tell(&needle, &mut rows),
        None => one_by_one(actions, &needle, offences, &mut rows),
    }
    rows.told
}

/// Which rows are still looked for, and which were found.
struct Rows<'a> {
    open: &'a mut [bool],
    /// How many are open.
    left: usize,
    told: Vec<usize>,
}

impl Rows<'_> {
    /// Notes that an action of a row tells of the text, if that is true and news.
    fn note(&mut self, row: usize, tells: impl FnOnce() -> bool) {
        if let Some(open) = self.open.get_mut(row).filter(|open| **open)
            && tells()
        {
            *open = false;
            self.left -= 1;
            self.told.push(row);
        }
    }
}

fn one_by_one(actions: &[Action], needle: &Needle<'_>, offences: Offences, rows: &mut Rows<'_>) {
    for action in actions {
        if rows.left == 0 {
            return;
        }
        rows.note(action.row, || {
            action.offences.meets(offences) || needle.is_in(action.summary.as_str())
        });
    }
}

/// Actions, and all their texts as one, from the first summary to the last.
struct Whole<'a> {
    actions: &'a [Action],
    first: &'a Action,
    text: &'a [u8],
}

impl<'a> Whole<'a> {
    /// `None` where the texts do not lie in one piece.
    fn of(actions: &'a [Action]) -> Option<Self> {
        let (first, last) = (actions.first()?, actions.last()?);
        let text = first.summary.up_to(&last.summary)?.as_bytes();
        Some(Self { actions, first, text })
    }

    fn tell(&self, needle: &Needle<'_>, rows: &mut Rows<'_>) {
        self.each(|from| needle.next_in(self.text, from), needle, rows);
        // What is not ASCII may be found although it is written otherwise.
        self.each(|from| not_ascii(self.text, from), needle, rows);
    }

    /// Asks the actions in whose summaries something lies, where `next` says what that is.
    fn each(
        &self,
        next: impl Fn(usize) -> Option<usize>,
        needle: &Needle<'_>,
        rows: &mut Rows<'_>,
    ) {
        let (mut here, mut from) = (0, 0);
        while let Some(at) = next(from).filter(|_| rows.left > 0) {
            here = self.action_at(at, here);
            let Some(action) = self.actions.get(here) else { return };
            let end = action.summary.behind(&self.first.summary).end;
            rows.note(action.row, || at < end && needle.is_in(action.summary.as_str()));
            // The rest of a summary that was looked at says nothing new.
            from = end.max(at + 1);
        }
    }

    /// The last action whose summary begins no later than at a place, looked for from an earlier
    /// one on, in steps that double.
    fn action_at(&self, at: usize, mut low: usize) -> usize {
        let begins = |action: &Action| action.summary.behind(&self.first.summary).start <= at;
        let mut step = 1;
        while self.actions.get(low + step).is_some_and(begins) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.actions.len());
        let between = self.actions.get(low + 1..high).unwrap_or_default();
        low + between.partition_point(begins)
    }
}

/// The next byte from a place on that is not ASCII.
fn not_ascii(text: &[u8], from: usize) -> Option<usize> {
    /// So many bytes are looked at together.
    const STEP: usize = 256;
    let mut at = from;
    for step in text.get(from..)?.chunks(STEP) {
        if !step.is_ascii() {
            return step.iter().position(|byte| !byte.is_ascii()).map(|place| at + place);
        }
        at += step.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;
    use crate::model::fold::fold;

    /// The rows found, in order, as one and one by one.
    fn both(actions: &[Action], folded: &str, open: &[bool]) -> [Vec<usize>; 2] {
        let found = |as_one: bool| {
            let mut open = open.to_vec();
            let left = open.iter().filter(|open| **open).count();
            let mut rows = Rows { left, open: &mut open, told: Vec::new() };
            let needle = Needle::new(folded);
            if as_one {
                Whole::of(actions).unwrap().tell(&needle, &mut rows);
            } else {
                one_by_one(actions, &needle, Offences::default(), &mut rows);
            }
            rows.told.sort_unstable();
            rows.told
        };
        [found(true), found(false)]
    }

    #[test]
    fn texts_looked_at_as_one_tell_what_each_of_them_tells() {
        let library = Library::bundled();
        for place in 0..library.len() {
            let operation = library.open(place).unwrap();
            let all: String =
                operation.actions.iter().map(|one| fold(one.summary.as_str())).collect();
            let letters: Vec<char> = all.chars().collect();
            let open = vec![true; operation.rows.len()];
            let some: Vec<bool> = (0..open.len()).map(|row| row % 2 == 0).collect();
            for length in [1, 2, 3, 5, 9, 30] {
                for piece in letters.chunks(length).step_by(7) {
                    let text: String = piece.iter().collect();
                    for open in [&open, &some] {
                        let [as_one, one_by_one] = both(&operation.actions, &text, open);
                        assert_eq!(as_one, one_by_one, "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_lies_between_two_summaries_is_in_none() {
        let operation = crate::data::bundled().unwrap();
        let open = vec![true; operation.rows.len()];
        let second = operation.actions[1].id.as_str();
        let none: [Vec<usize>; 2] = Default::default();
        assert_eq!(both(&operation.actions, second, &open), none);
    }
}
