//! What the colours have to hold, asked of every role of every theme.
//!
//! Knows kinds of roles and the least that each kind needs. The arithmetic is in `eye`.
//!
//! The numbers: text 4.5 to 1 and large digits 3 to 1 are WCAG 2.2, 1.4.3 (AA); 7 and 4.5 for the
//! highest contrast are 1.4.6 (AAA). How far apart is apart is in `eye`, with its source.

mod eye;

use clap::ValueEnum;
use ratatui::style::{Color, Modifier, Style};

use super::{Choice, Depth, Ground, Kind, Theme};
use eye::{Eye, Rgb, apart, contrast, lightness};

const DEPTHS: [Depth; 4] = [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono];
const GROUNDS: [Option<Ground>; 3] = [None, Some(Ground::Dark), Some(Ground::Light)];

/// What a dark terminal looks like: black, our own, Windows, Solarized, Dracula, Nord.
const DARK: [u32; 6] = [0x00_0000, 0x14_171c, 0x1e_1e1e, 0x00_2b36, 0x28_2a36, 0x2e_3440];

/// What a light terminal looks like: white, our own, GNOME, Solarized.
const LIGHT: [u32; 4] = [0xff_ffff, 0xfb_faf7, 0xfa_fafa, 0xfd_f6e3];

/// A theme as it meets the eye: on one ground, with one palette behind the 16 colours.
struct Seen {
    name: String,
    choice: Choice,
    depth: Depth,
    theme: Theme,
    ground: Rgb,
    palette: &'static eye::Palette,
}

impl Seen {
    fn colour(&self, color: Option<Color>) -> Option<Rgb> {
        eye::shown(color?, self.palette)
    }

    /// A role's own colour; `None` is the terminal's, which is good on the terminal's own ground.
    fn of(&self, style: Style) -> Option<Rgb> {
        let colour = self.colour(style.fg);
        let own_ground = self.theme.ground.bg.is_none();
        assert!(
            colour.is_some() || own_ground,
            "{}: text of the terminal on our ground",
            self.name
        );
        colour
    }

    fn roles(&self, kind: Kind) -> Vec<(&'static str, Style)> {
        let roles = self.theme.roles().into_iter().filter(|(_, of, _)| *of == kind);
        roles.map(|(name, _, style)| (name, style)).collect()
    }

    /// The grounds that a role may stand on: the theme's, and that of a selected row.
    fn grounds(&self) -> Vec<Rgb> {
        let selected = self.colour(self.theme.selected.bg);
        [Some(self.ground), selected].into_iter().flatten().collect()
    }

    /// A role's colour, and what it becomes where a terminal takes bright for bold. The name in a
    /// selected row may be in any of them.
    fn looks(&self, style: Style) -> Vec<Rgb> {
        let heavy = (style.add_modifier | self.theme.selected_name.add_modifier)
            .contains(Modifier::BOLD)
            .then(|| style.fg.and_then(eye::brightened))
            .flatten();
        self.of(style).into_iter().chain(self.colour(heavy)).collect()
    }

    fn stands_out(&self, kind: Kind, least: f64) {
        for (role, style) in self.roles(kind) {
            for (colour, ground) in pairs(&self.looks(style), &self.grounds()) {
                let found = contrast(colour, ground);
                assert!(found >= least, "{}: {role} {found:.2} on {ground:?}", self.name);
            }
        }
    }
}

fn pairs(colours: &[Rgb], grounds: &[Rgb]) -> Vec<(Rgb, Rgb)> {
    colours.iter().flat_map(|colour| grounds.iter().map(|ground| (*colour, *ground))).collect()
}

/// Every theme that can come of what a user asks for and what a terminal is.
fn all() -> Vec<Seen> {
    let mut seen = Vec::new();
    for choice in Choice::value_variants() {
        for ground in GROUNDS {
            for depth in DEPTHS {
                seen.extend(looks(*choice, ground, depth));
            }
        }
    }
    seen
}

/// One theme on every ground and palette that it has to be good on.
fn looks(choice: Choice, ground: Option<Ground>, depth: Depth) -> Vec<Seen> {
    let theme = Theme::resolve(choice, ground, depth);
    let mut looks = Vec::new();
    for palette in &eye::PALETTES {
        let grounds = match (eye::shown(theme.ground.bg.unwrap_or(Color::Reset), palette), ground) {
            (Some(painted), _) => vec![painted],
            (None, _) if depth == Depth::Ansi || choice == Choice::Terminal => match ground {
                Some(Ground::Dark) => vec![palette.colours[0]],
                Some(Ground::Light) => vec![palette.colours[15]],
                None => vec![palette.colours[0], palette.colours[15]],
            },
            (None, Some(Ground::Dark)) => DARK.map(Rgb::new).to_vec(),
            (None, Some(Ground::Light)) => LIGHT.map(Rgb::new).to_vec(),
            (None, None) => vec![Rgb::new(0), Rgb::new(0xff_ffff)],
        };
        looks.extend(grounds.into_iter().map(|on| Seen {
            name: format!("{choice:?} found {ground:?} {depth:?}, {} on {on:?}", palette.name),
            choice,
            depth,
            theme: theme.clone(),
            ground: on,
            palette,
        }));
    }
    looks
}

#[test]
fn text_stands_out_on_its_ground_and_on_a_selected_row() {
    for seen in all() {
        seen.stands_out(Kind::Text, if seen.choice == Choice::Contrast { 7.0 } else { 4.5 });
    }
}

#[test]
fn bars_and_large_digits_stand_out() {
    for seen in all() {
        seen.stands_out(Kind::Data, if seen.choice == Choice::Contrast { 4.5 } else { 3.0 });
    }
}

#[test]
fn what_means_something_stays_apart_for_every_eye_and_in_grey() {
    for seen in all() {
        // The palette of the 16 colours is the user's own: half of what we ask of ourselves.
        let own = seen.depth == Depth::Ansi || seen.choice == Choice::Terminal;
        let least = if own { 0.5 } else { 1.0 };
        let data = seen.roles(Kind::Data);
        for (at, (one, style)) in data.iter().enumerate() {
            for (other, second) in data.iter().skip(at + 1) {
                // Without any colour it is the side, the texture and the word that tell.
                let (Some(a), Some(b)) = (seen.of(*style), seen.of(*second)) else { continue };
                for eye in Eye::ALL {
                    let found = apart(a, b, eye);
                    assert!(found >= least, "{}: {one}, {other} {found:.2} {eye:?}", seen.name);
                }
            }
        }
    }
}

#[test]
fn a_class_of_the_map_is_told_from_the_next_and_from_the_land_by_every_eye() {
    for seen in all() {
        let map = &seen.theme.map;
        if map.dense {
            continue;
        }
        let colour = |style: &Style| seen.of(*style).unwrap();
        let classes: Vec<Rgb> =
            std::iter::once(&map.named).chain(&map.classes).map(colour).collect();
        for eye in Eye::ALL {
            for (place, pair) in classes.windows(2).enumerate() {
                let found = apart(pair[0], pair[1], eye);
                assert!(found >= 1.0, "{}: class {place} {found:.2} {eye:?}", seen.name);
            }
            for (shade, land) in map.land.iter().map(colour).enumerate() {
                // What is named without a number has a sign of its own besides.
                let found = apart(classes[0], land, eye);
                assert!(found >= 0.8, "{}: named, shade {shade} {found:.2} {eye:?}", seen.name);
                let found = apart(classes[1], land, eye);
                assert!(found >= 1.0, "{}: class, shade {shade} {found:.2} {eye:?}", seen.name);
            }
        }
    }
}

#[test]
fn neighbours_of_which_nothing_is_reported_are_not_one_land() {
    for seen in all().into_iter().filter(|seen| !seen.theme.map.dense) {
        let mut land = seen.theme.map.land.map(|style| lightness(seen.of(style).unwrap())).to_vec();
        land.push(lightness(seen.colour(seen.theme.map.sea.bg).unwrap()));
        land.sort_by(f64::total_cmp);
        assert!(land.windows(2).all(|two| two[1] - two[0] > 1.0), "{}: {land:?}", seen.name);
    }
}

#[test]
fn no_text_is_left_to_what_the_terminal_takes_for_dim() {
    for seen in all() {
        for (role, style) in seen.roles(Kind::Text).into_iter().chain(seen.roles(Kind::Data)) {
            let unsure = Modifier::DIM | Modifier::HIDDEN | Modifier::SLOW_BLINK;
            assert!(!style.add_modifier.intersects(unsure), "{}: {role}", seen.name);
            let over_a_rule = style.sub_modifier.contains(Modifier::DIM);
            assert!(over_a_rule, "{}: {role} fades with the rule it is written on", seen.name);
            assert_eq!(style.bg, None, "{}: {role} brings a ground of its own", seen.name);
        }
    }
}

#[test]
fn a_shade_lies_between_the_ground_and_its_bar() {
    for seen in all() {
        let bar = seen.of(seen.theme.rescues).map(lightness);
        for (_, style) in seen.roles(Kind::Shade) {
            let (Some(shade), Some(bar)) = (seen.of(style), bar) else { continue };
            let ground = lightness(seen.ground);
            let faded = style.add_modifier.contains(Modifier::DIM);
            let between = (ground.min(bar)..ground.max(bar)).contains(&lightness(shade));
            assert!(faded || between, "{}: the shade", seen.name);
        }
    }
}

#[test]
fn rules_are_there_and_keep_behind_the_text() {
    for seen in all().into_iter().filter(|seen| seen.theme.ground.bg.is_some()) {
        let least = if seen.choice == Choice::Contrast { 4.5 } else { 1.5 };
        let text = contrast(seen.of(seen.theme.text).unwrap(), seen.ground);
        for (role, style) in seen.roles(Kind::Rule) {
            let found = contrast(seen.of(style).unwrap(), seen.ground);
            assert!((least..=text).contains(&found), "{}: {role} {found:.2}", seen.name);
        }
    }
}

#[test]
fn what_is_laid_over_has_a_sign_that_is_no_colour() {
    for seen in all() {
        let Theme { selected_name, found, .. } = &seen.theme;
        assert!(found.add_modifier.contains(Modifier::UNDERLINED), "{}", seen.name);
        let sign =
            if seen.theme.selected.bg.is_some() { Modifier::BOLD } else { Modifier::REVERSED };
        assert!(selected_name.add_modifier.contains(sign), "{}", seen.name);
    }
}

#[test]
fn the_highest_contrast_follows_the_terminal_and_guesses_nothing() {
    let resolve = |ground| Theme::resolve(Choice::Contrast, ground, Depth::True);
    assert_eq!(resolve(Some(Ground::Dark)).ground.bg, Some(Color::Rgb(0, 0, 0)));
    assert_eq!(resolve(Some(Ground::Light)).ground.bg, Some(Color::Rgb(255, 255, 255)));
    for (role, _, style) in resolve(None).roles() {
        assert!(style.fg.unwrap_or_default() == Color::Reset && style.bg.is_none(), "{role}");
    }
}

#[test]
fn the_terminals_own_colours_are_its_own() {
    for ground in GROUNDS {
        for (role, _, style) in Theme::resolve(Choice::Terminal, ground, Depth::True).roles() {
            for color in [style.fg, style.bg].into_iter().flatten() {
                let brought = matches!(color, Color::Rgb(..) | Color::Indexed(_));
                assert!(!brought, "{role} {color:?}");
            }
        }
    }
}
