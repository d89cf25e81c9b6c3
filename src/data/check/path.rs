//! Where in the JSON something stands, as `actions[3].figures[0].value`.
//!
//! Knows fields and places in lists. Must not know what stands there.

use std::fmt;

/// How much of a field's name a path shows.
const NAME: usize = 40;

/// A path that borrows the way to it, so that a step costs nothing.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    /// The whole file.
    Root,
    /// A field of an object.
    Field(&'a Self, &'a str),
    /// An item of a list, counted from 0.
    Item(&'a Self, usize),
}

impl<'a> Path<'a> {
    /// The path of a field.
    pub(super) const fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    /// The path of an item.
    pub(super) const fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = Vec::new();
        let mut here = self;
        while let Self::Field(before, _) | Self::Item(before, _) = here {
            steps.push(here);
            here = before;
        }
        for (place, step) in steps.into_iter().rev().enumerate() {
            match step {
                Self::Field(_, name) if place == 0 => f.write_str(&short(name))?,
                Self::Field(_, name) => write!(f, ".{}", short(name))?,
                Self::Item(_, index) => write!(f, "[{index}]")?,
                Self::Root => {}
            }
        }
        Ok(())
    }
}

/// Text from a file cut for a message.
pub(super) fn short(text: &str) -> String {
    let mut kept: String = text.chars().take(NAME).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_it_is_read() {
        let (root, long) = (Path::Root, "x".repeat(50));
        let actions = root.field("actions");
        let third = actions.item(3);
        assert_eq!(third.field("value").to_string(), "actions[3].value");
        assert_eq!(root.to_string(), "");
        assert_eq!(root.field(&long).to_string().chars().count(), NAME + 1);
    }
}
