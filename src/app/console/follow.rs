//! Which presentation the console follows: found, chosen, lost, found again.
//!
//! Knows numbers and where each presentation stands. The presenter's time goes on whatever comes
//! and goes.

use super::{Console, Offer, Sight, Time};
use crate::model::standing::Standing;
use crate::model::text::SafeText;

impl Console {
    /// Takes in which presentations have been found.
    pub(super) fn found(&mut self, numbers: Vec<u32>) {
        for number in numbers {
            if let Err(place) = self.place_of(number) {
                self.offers.insert(place, Offer { number, standing: None });
            }
        }
        self.settle();
    }

    /// Takes in where a presentation stands.
    pub(super) fn told(&mut self, number: u32, standing: Standing<SafeText>) {
        let Ok(place) = self.place_of(number) else { return };
        if self.followed() == Some(number) {
            self.show(standing.clone());
            self.unanswered = None;
        }
        if let Some(offer) = self.offers.get_mut(place) {
            offer.standing = Some(standing);
        }
        self.settle();
    }

    /// Takes in that a presentation is gone.
    pub(super) fn gone(&mut self, number: u32, why: Option<SafeText>) {
        if let Ok(place) = self.place_of(number) {
            self.offers.remove(place);
        }
        if let Some(why) = why {
            self.notice = Some(format!("presentation {number} is not followed: {why}"));
        }
        if self.followed() == Some(number) {
            self.unanswered = None;
            self.typed = None;
            self.others = self.offers.iter().map(|offer| offer.number).collect();
            self.sight = match self.sight {
                Sight::Choosing(selected, _) => Sight::Choosing(selected, None),
                _ => Sight::Waiting,
            };
        }
        self.settle();
    }

    /// The presentation followed, also while the list is shown.
    pub(super) const fn followed(&self) -> Option<u32> {
        match self.sight {
            Sight::Following(number) => Some(number),
            Sight::Choosing(_, before) => before,
            Sight::Waiting => None,
        }
    }

    /// The place of a presentation among those that answer, or where it would be.
    pub(super) fn place_of(&self, number: u32) -> Result<usize, usize> {
        self.offers.binary_search_by_key(&number, |offer| offer.number)
    }

    /// Follows the one presentation there is to follow, or lists them if there are several.
    fn settle(&mut self) {
        if matches!(self.sight, Sight::Choosing(..)) && self.offers.is_empty() {
            self.sight = Sight::Waiting;
        }
        if self.sight != Sight::Waiting {
            return;
        }
        let fitting = self.offers.iter().filter(|offer| self.fits(offer));
        let fitting: Vec<u32> = fitting.map(|offer| offer.number).collect();
        match fitting.as_slice() {
            [] => {}
            [one] => self.follow(*one),
            [..] => self.list(),
        }
    }

    /// Whether a presentation may be followed without asking: the one that is wanted, or after a
    /// loss the same operation, begun since. Keys meant for one room must not reach another.
    fn fits(&self, offer: &Offer) -> bool {
        match (&self.standing, &self.wanted) {
            (Some(lost), _) => {
                let same = offer.standing.as_ref().is_some_and(|it| it.id == lost.id);
                same && !self.others.contains(&offer.number)
            }
            (None, Some(wanted)) => offer.is(wanted),
            (None, None) => true,
        }
    }

    /// Follows a presentation. Until it has said where it stands, nothing is shown that is
    /// another's.
    pub(super) fn follow(&mut self, number: u32) {
        self.sight = Sight::Following(number);
        self.unanswered = None;
        self.standing = None;
        let said = self.place_of(number).ok().and_then(|place| self.offers.get(place));
        if let Some(standing) = said.and_then(|offer| offer.standing.clone()) {
            self.show(standing);
        }
    }

    /// Shows where the presentation followed stands. Its time is taken over from the first one, and
    /// from then on counted here.
    fn show(&mut self, standing: Standing<SafeText>) {
        let reached = standing.reached;
        let time = self.time.get_or_insert(Time {
            since: self.now.second,
            before: standing.elapsed,
            first: reached.first,
        });
        time.first = time.first.min(reached.slide);
        if self.standing.as_ref().is_none_or(|was| was.reached != standing.reached) {
            self.part = 0;
        }
        self.standing = Some(standing);
    }

    /// Follows the presentation selected in the list. Where that is gone, none is followed in its
    /// stead.
    pub(super) fn choose(&mut self) {
        let Sight::Choosing(number, before) = self.sight else { return };
        if self.place_of(number).is_err() {
            self.notice = Some(format!("presentation {number} is gone; choose another"));
            return;
        }
        // Who goes to another room has another talk to time; one begun again is the same talk.
        if before.is_some_and(|before| before != number) {
            self.time = None;
        }
        self.follow(number);
    }

    /// Shows the list of presentations, with the one followed selected.
    pub(super) fn list(&mut self) {
        let before = self.followed();
        let first = self.offers.first().map(|offer| offer.number);
        match before.or(first) {
            Some(selected) => self.sight = Sight::Choosing(selected, before),
            None => self.notice = Some("no presentation is there".to_owned()),
        }
    }
}

impl Offer {
    /// Whether it is what is wanted: its number, or the id of its operation.
    fn is(&self, wanted: &SafeText) -> bool {
        let id = self.standing.as_ref().map(|standing| &standing.id);
        id == Some(wanted) || self.number.to_string() == wanted.as_str()
    }
}
