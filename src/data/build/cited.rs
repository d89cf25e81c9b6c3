//! Sources by the place at which they were first cited.
//!
//! Sources may be written after what cites them: until they are known, a citation holds that place.
//! Knows names of sources. Must not know what cites them.

use std::collections::HashMap;

use crate::data::agree::Fault;
use crate::data::sanitize::clean;
use crate::data::schema::Text;
use crate::model::source::Source;

/// The sources cited so far, in the order in which they were first cited.
#[derive(Default)]
pub(super) struct Cited<'de> {
    places: HashMap<Text<'de>, usize>,
    /// The one cited last, which is often cited again.
    last: Option<(Text<'de>, usize)>,
}

impl<'de> Cited<'de> {
    /// The place among the sources cited of one that is cited.
    pub(super) fn place(&mut self, id: Text<'de>) -> usize {
        if let Some((_, place)) = self.last.as_ref().filter(|(last, _)| *last == id) {
            return *place;
        }
        let next = self.places.len();
        let place = *self.places.entry(id.clone()).or_insert(next);
        self.last = Some((id, place));
        place
    }

    /// For each source cited, its place in the list of sources.
    ///
    /// # Errors
    ///
    /// If one is not in that list.
    pub(super) fn resolved(&self, sources: &[Source]) -> Result<Vec<usize>, Fault> {
        let known: HashMap<&str, usize> =
            sources.iter().enumerate().map(|(place, source)| (source.id.as_str(), place)).collect();
        let mut resolved = vec![0; self.places.len()];
        for (id, cited) in &self.places {
            // The sources have passed the door, so what cites them has to.
            let id = clean(&id.0);
            let place =
                known.get(id.as_str()).ok_or(Fault("a source is cited that is not listed"))?;
            if let Some(slot) = resolved.get_mut(*cited) {
                *slot = *place;
            }
        }
        Ok(resolved)
    }
}
