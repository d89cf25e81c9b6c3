//! Roles to styles: what a thing means decides how it looks.
//!
//! Knows colours, and is the only place that names any. Must not know what is drawn where.

mod detect;
mod palette;

use ratatui::style::{Color, Modifier, Style};

use palette::{
    ANSI, ANSI_DARK, ANSI_LIGHT, Hues, INDEXED_DARK, INDEXED_LIGHT, TRUE_DARK, TRUE_LIGHT,
};

/// What the user asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum Choice {
    /// Ask the terminal whether it is dark or light.
    #[default]
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
    /// No colours.
    Mono,
}

/// What the terminal's background turned out to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// How many colours the terminal can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// 24 bits.
    True,
    /// The 256 indexed colours.
    Indexed,
    /// The 16 colours of the terminal's own palette.
    Ansi,
    /// None, or the user wants none.
    Mono,
}

/// A style for every role.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Theme {
    /// The ground everything stands on.
    pub ground: Style,
    /// A blank screen in front of a room.
    pub blank: Style,
    /// Text.
    pub text: Style,
    /// Text of second rank: labels, sources, what is not reported.
    pub dim: Style,
    /// Rules and axes.
    pub faint: Style,
    /// Headings.
    pub title: Style,
    /// The one accent: the tab that is open, keys, the marker of the selection.
    pub accent: Style,
    /// What a room must not overlook: preliminary, in doubt.
    pub warn: Style,
    /// Arrests.
    pub arrests: Style,
    /// Rescues.
    pub rescues: Style,
    /// The end of a shaded bar: as light as the shade of the rescues.
    pub shade: Style,
    /// What a number counts, right behind it.
    pub noun: Style,
    /// Laid over a selected row.
    pub selected: Style,
    /// Laid over the name in a selected row.
    pub selected_name: Style,
    /// Laid over what a find has found.
    pub found: Style,
}

impl Theme {
    /// The theme for a choice, what is known of the terminal's background, and its colours.
    ///
    /// A ground that was asked for is painted; one that was found is left as it is.
    #[must_use]
    pub fn resolve(choice: Choice, ground: Option<Ground>, depth: Depth) -> Self {
        let wanted = match choice {
            Choice::Mono => return Self::mono(),
            Choice::Auto => ground,
            Choice::Dark => Some(Ground::Dark),
            Choice::Light => Some(Ground::Light),
        };
        let hues = match (depth, wanted) {
            (Depth::Mono, _) => return Self::mono(),
            (_, None) => &ANSI,
            (Depth::True, Some(Ground::Dark)) => &TRUE_DARK,
            (Depth::True, Some(Ground::Light)) => &TRUE_LIGHT,
            (Depth::Indexed, Some(Ground::Dark)) => &INDEXED_DARK,
            (Depth::Indexed, Some(Ground::Light)) => &INDEXED_LIGHT,
            (Depth::Ansi, Some(Ground::Dark)) => &ANSI_DARK,
            (Depth::Ansi, Some(Ground::Light)) => &ANSI_LIGHT,
        };
        Self::of(hues, choice != Choice::Auto)
    }

    fn of(hues: &Hues, painted: bool) -> Self {
        let fg = |color: Color| Style::new().fg(color);
        let row = hues.selected.map_or(Style::new(), |color| Style::new().bg(color));
        let ground = if painted { fg(hues.text).bg(hues.ground) } else { Style::new() };
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        let dim = match hues.dim {
            Color::Reset => fg(Color::Reset).add_modifier(Modifier::DIM),
            color => fg(color),
        };
        Self {
            ground,
            blank: Style::new().fg(Color::Black).bg(Color::Black),
            text: fg(hues.text),
            dim,
            faint: fg(hues.faint),
            title: fg(hues.text).add_modifier(Modifier::BOLD),
            accent: fg(hues.accent),
            warn: fg(hues.warn).add_modifier(Modifier::BOLD),
            arrests: fg(hues.arrests),
            rescues: fg(hues.rescues),
            shade: hues.shade.map_or(fg(hues.rescues).add_modifier(Modifier::DIM), fg),
            noun: if hues.dim == Color::Reset { fg(hues.text) } else { fg(hues.dim) },
            selected: row,
            selected_name: hues
                .selected
                .map_or(reversed, |_| Style::new())
                .add_modifier(Modifier::BOLD),
            found: Style::new().add_modifier(Modifier::UNDERLINED),
        }
    }

    /// Weight, brightness and reversal alone.
    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let dim = plain.add_modifier(Modifier::DIM);
        Self {
            ground: plain,
            blank: plain,
            text: plain,
            dim,
            faint: dim,
            title: bold,
            accent: bold,
            warn: bold,
            arrests: plain,
            rescues: plain,
            shade: dim,
            noun: plain,
            selected: plain,
            selected_name: plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            found: plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}
