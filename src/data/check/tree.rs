//! The file as a tree that remembers where everything stands.
//!
//! Knows JSON's kinds of values. Must not know the format or how the tree was read.

use std::borrow::Cow;

/// A value and where it begins.
pub(super) struct Node<'t> {
    /// The offset of its first byte.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: Kind<'t>,
}

/// What a value is.
pub(super) enum Kind<'t> {
    /// Something that could not be read, and was said to be so.
    Broken,
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number as it is written.
    Number(&'t str),
    /// A text with its escapes resolved.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// An object with its fields in order, repeated ones too.
    Object(Vec<Member<'t>>),
}

/// A field of an object.
pub(super) struct Member<'t> {
    /// The offset of its name.
    pub(super) at: usize,
    /// Its name.
    pub(super) name: Cow<'t, str>,
    /// What it holds.
    pub(super) value: Node<'t>,
}

impl<'t> Node<'t> {
    /// The fields of an object; nothing else has any.
    pub(super) fn members(&self) -> &[Member<'t>] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; nothing else has any.
    pub(super) fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// A field of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// The items of a list in a field.
    pub(super) fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::items)
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text in a field, with the node that holds it.
    pub(super) fn text_of(&self, name: &str) -> Option<(&Self, &str)> {
        let node = self.get(name)?;
        Some((node, node.text()?))
    }

    /// The count, if it is a whole number from 0 up that can be held.
    pub(super) fn count(&self) -> Option<u64> {
        match self.kind {
            Kind::Number(written) => written.parse().ok(),
            _ => None,
        }
    }

    /// The kind in words.
    pub(super) const fn noun(&self) -> &'static str {
        match self.kind {
            Kind::Broken => "something unreadable",
            Kind::Null => "null",
            Kind::Flag(_) => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }
}
