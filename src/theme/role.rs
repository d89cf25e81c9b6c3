//! The roles as a list, so that a test can ask of each what its kind has to hold.
//!
//! Knows the roles and what kind of thing each is. Must not know a colour.

use ratatui::style::Style;

use super::Theme;

/// What kind of thing a role is, which decides how far it has to stand out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What everything stands on.
    Ground,
    /// Words and small digits.
    Text,
    /// Bars and large digits that mean something, and have to stay apart from each other.
    Data,
    /// A part of a bar that is lighter than the bar.
    Shade,
    /// Rules, axes and borders: they part, and say nothing.
    Rule,
    /// Laid over what is already there.
    Laid,
}

impl Theme {
    /// Every role with its name and kind. It takes the theme apart without a rest, so that a role
    /// cannot be added and left out here.
    #[must_use]
    pub fn roles(&self) -> Vec<(&'static str, Kind, Style)> {
        let Self {
            ground,
            text,
            dim,
            faint,
            title,
            accent,
            warn,
            arrests,
            rescues,
            arrests_label,
            rescues_label,
            shade,
            noun,
            selected,
            selected_name,
            found,
            // How its classes are told apart has rules of its own.
            map: _,
            // Nothing is to be seen on it.
            blank: _,
            signs: _,
        } = self;
        vec![
            ("ground", Kind::Ground, *ground),
            ("text", Kind::Text, *text),
            ("dim", Kind::Text, *dim),
            ("faint", Kind::Rule, *faint),
            ("title", Kind::Text, *title),
            ("accent", Kind::Text, *accent),
            ("warn", Kind::Text, *warn),
            ("arrests", Kind::Data, *arrests),
            ("rescues", Kind::Data, *rescues),
            ("arrests_label", Kind::Text, *arrests_label),
            ("rescues_label", Kind::Text, *rescues_label),
            ("shade", Kind::Shade, *shade),
            ("noun", Kind::Text, *noun),
            ("selected", Kind::Laid, *selected),
            ("selected_name", Kind::Laid, *selected_name),
            ("found", Kind::Laid, *found),
        ]
    }
}
