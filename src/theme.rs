//! Roles to styles: what a thing means decides how it looks, as far as the terminal can show it.
//!
//! Knows colours, and is the only place that names any. Must not know what is drawn where.

mod detect;
#[cfg(test)]
mod legible;
pub mod map;
mod palette;
mod role;

use ratatui::style::{Color, Modifier, Style};

pub use map::Map;
use palette::Hues;
pub use role::Kind;

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
    /// The highest contrast, on black or on white as the terminal is.
    Contrast,
    /// The terminal's own 16 colours.
    Terminal,
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

/// Which characters are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Signs {
    /// All of them.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// A style for every role, and the characters there are.
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
    /// Arrests as bars and large digits.
    pub arrests: Style,
    /// Rescues as bars and large digits.
    pub rescues: Style,
    /// Arrests as words and small digits.
    pub arrests_label: Style,
    /// Rescues as words and small digits.
    pub rescues_label: Style,
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
    /// The map.
    pub map: Map,
    /// Which characters are shown.
    pub signs: Signs,
}

impl Theme {
    /// The theme for a choice, what is known of the terminal's background, and its colours.
    ///
    /// A ground that was asked for is painted; one that was found is left as it is, unless the
    /// highest contrast is wanted.
    #[must_use]
    pub fn resolve(choice: Choice, ground: Option<Ground>, depth: Depth) -> Self {
        let wanted = match choice {
            Choice::Dark => Some(Ground::Dark),
            Choice::Light => Some(Ground::Light),
            _ => ground,
        };
        let depth = match (choice, depth) {
            (Choice::Mono, _) | (_, Depth::Mono) => return Self::mono(),
            (Choice::Terminal, _) => Depth::Ansi,
            (_, depth) => depth,
        };
        let hues = match (choice, wanted) {
            (Choice::Contrast, Some(Ground::Dark)) => contrast_dark(depth),
            (Choice::Contrast, Some(Ground::Light)) => contrast_light(depth),
            (Choice::Contrast, None) => &palette::OWN,
            (_, Some(Ground::Dark)) => dark(depth),
            (_, Some(Ground::Light)) => light(depth),
            (_, None) => anywhere(depth),
        };
        let painted = matches!(choice, Choice::Dark | Choice::Light | Choice::Contrast);
        Self::of(hues, painted && wanted.is_some())
    }

    /// The same with some characters.
    #[must_use]
    pub fn with(self, signs: Signs) -> Self {
        let map = match signs {
            // There are no quarters of a cell in ASCII.
            Signs::Ascii => Map { dense: true, ..self.map },
            Signs::Unicode => self.map,
        };
        Self { map, signs, ..self }
    }

    fn of(hues: &Hues, painted: bool) -> Self {
        let own = !painted && hues.is_palette();
        let text = if own { Color::Reset } else { hues.text };
        let dim = if own && hues.dim == hues.text { text } else { hues.dim };
        let ground = if painted { fg(hues.text).bg(hues.ground) } else { Style::new() };
        let name = hues.selected.map_or(Modifier::REVERSED, |_| Modifier::BOLD);
        let heavy = weight(text) & weight(hues.accent);
        Self {
            ground,
            blank: Style::new().fg(Color::Black).bg(Color::Black),
            text: fg(text),
            dim: fg(dim),
            faint: rule(hues.faint),
            title: bold(text),
            accent: if hues.accent == hues.text { bold(text) } else { fg(hues.accent) },
            warn: bold(if hues.warn == hues.text { text } else { hues.warn }),
            arrests: fg(hues.arrests),
            rescues: fg(hues.rescues),
            arrests_label: fg(hues.arrests_label),
            rescues_label: fg(hues.rescues_label),
            shade: hues.shade.map_or_else(|| fg(hues.rescues).add_modifier(Modifier::DIM), fg),
            noun: fg(dim),
            selected: hues.selected.map_or(Style::new(), |color| Style::new().bg(color)),
            selected_name: Style::new().add_modifier(name | heavy),
            found: Style::new().add_modifier(Modifier::UNDERLINED),
            map: Map::of(hues),
            signs: Signs::default(),
        }
    }

    /// Weight and reversal alone. Only rules fade: how dark a terminal makes what is dim is its
    /// own choice, and text must be read.
    fn mono() -> Self {
        let plain = Style::new().remove_modifier(Modifier::DIM);
        let bold = plain.add_modifier(Modifier::BOLD);
        let faded = Style::new().add_modifier(Modifier::DIM);
        Self {
            ground: Style::new(),
            blank: Style::new(),
            text: plain,
            dim: plain,
            faint: faded,
            title: bold,
            accent: bold,
            warn: bold,
            arrests: plain,
            rescues: plain,
            arrests_label: plain,
            rescues_label: plain,
            shade: faded,
            noun: plain,
            selected: Style::new(),
            selected_name: Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            found: Style::new().add_modifier(Modifier::UNDERLINED),
            map: Map::dense(faded, plain),
            signs: Signs::default(),
        }
    }
}

/// Words or bars in a colour. Where they are written over a rule they do not fade with it.
fn fg(color: Color) -> Style {
    Style::new().fg(color).remove_modifier(Modifier::DIM)
}

fn bold(color: Color) -> Style {
    fg(color).add_modifier(weight(color))
}

/// Bold, but for the darker eight colours of the palette: many terminals take their lighter
/// partners for bold, and those stand out less.
fn weight(color: Color) -> Modifier {
    match color {
        Color::Black
        | Color::Red
        | Color::Green
        | Color::Yellow
        | Color::Blue
        | Color::Magenta
        | Color::Cyan
        | Color::Gray => Modifier::empty(),
        _ => Modifier::BOLD,
    }
}

/// A rule; where it has no colour of its own it fades.
fn rule(color: Color) -> Style {
    match color {
        Color::Reset => Style::new().fg(color).add_modifier(Modifier::DIM),
        color => fg(color),
    }
}

const fn dark(depth: Depth) -> &'static Hues {
    match depth {
        Depth::True => &palette::TRUE_DARK,
        Depth::Indexed => &palette::INDEXED_DARK,
        Depth::Ansi | Depth::Mono => &palette::ANSI_DARK,
    }
}

const fn light(depth: Depth) -> &'static Hues {
    match depth {
        Depth::True => &palette::TRUE_LIGHT,
        Depth::Indexed => &palette::INDEXED_LIGHT,
        Depth::Ansi | Depth::Mono => &palette::ANSI_LIGHT,
    }
}

const fn contrast_dark(depth: Depth) -> &'static Hues {
    match depth {
        Depth::True => &palette::TRUE_CONTRAST_DARK,
        Depth::Indexed => &palette::INDEXED_CONTRAST_DARK,
        Depth::Ansi | Depth::Mono => &palette::ANSI_CONTRAST_DARK,
    }
}

const fn contrast_light(depth: Depth) -> &'static Hues {
    match depth {
        Depth::True => &palette::TRUE_CONTRAST_LIGHT,
        Depth::Indexed => &palette::INDEXED_CONTRAST_LIGHT,
        Depth::Ansi | Depth::Mono => &palette::ANSI_CONTRAST_LIGHT,
    }
}

/// Where the terminal does not say what its ground is.
const fn anywhere(depth: Depth) -> &'static Hues {
    match depth {
        Depth::True => &palette::TRUE,
        Depth::Indexed => &palette::INDEXED,
        Depth::Ansi | Depth::Mono => &palette::OWN,
    }
}
