//! What the terminal can show, by what the environment says: colours, ground, characters.
//!
//! Knows the variables that terminals and users set. Must not ask the terminal itself.

use super::{Depth, Ground, Signs};

impl Depth {
    /// What the environment of the process promises.
    #[must_use]
    pub fn from_env() -> Self {
        Self::promised(|name| std::env::var(name).ok())
    }

    /// What an environment promises: `NO_COLOR` (if not empty) wins, then `COLORTERM`, then `TERM`.
    #[must_use]
    pub fn promised(variable: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name| variable(name).unwrap_or_default();
        let (term, colorterm) = (get("TERM"), get("COLORTERM"));
        if !get("NO_COLOR").is_empty() || term == "dumb" {
            return Self::Mono;
        }
        if colorterm == "truecolor" || colorterm == "24bit" || term.ends_with("-direct") {
            return Self::True;
        }
        if term.contains("256") || !colorterm.is_empty() || is_modern(&term) {
            return Self::Indexed;
        }
        Self::Ansi
    }
}

impl Ground {
    /// What the ground is of a terminal that cannot be asked: the Linux console is black.
    #[must_use]
    pub fn promised(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        (variable("TERM").as_deref() == Some("linux")).then_some(Self::Dark)
    }
}

impl Signs {
    /// What the language of the environment allows for text: the first of `LC_ALL`, `LC_CTYPE`
    /// and `LANG` that is set. Where none is, nobody has said that it is not UTF-8.
    #[must_use]
    pub fn for_text(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        let named = named.map(|locale| locale.to_ascii_lowercase());
        match named {
            Some(locale) if !locale.contains("utf-8") && !locale.contains("utf8") => Self::Ascii,
            _ => Self::Unicode,
        }
    }

    /// The same for the board. The font of the Linux console has few of its signs.
    #[must_use]
    pub fn for_screen(variable: impl Fn(&str) -> Option<String>) -> Self {
        match variable("TERM").as_deref() {
            Some("linux") => Self::Ascii,
            _ => Self::for_text(variable),
        }
    }
}

/// Terminals that can show 256 colours although their name does not say so.
fn is_modern(term: &str) -> bool {
    ["kitty", "alacritty", "ghostty", "foot", "wezterm"].iter().any(|name| term.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(environment: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        }
    }

    fn depth(environment: &[(&str, &str)]) -> Depth {
        Depth::promised(of(environment))
    }

    #[test]
    fn the_environment_promises_colours() {
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Indexed);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Ansi);
        assert_eq!(depth(&[("TERM", "dumb")]), Depth::Mono);
        assert_eq!(depth(&[]), Depth::Ansi);
    }

    #[test]
    fn a_wish_for_no_colours_wins_unless_it_is_empty() {
        let rich = [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")];
        assert_eq!(depth(&rich), Depth::Mono);
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Depth::Indexed);
    }

    #[test]
    fn a_language_without_utf_8_asks_for_ascii() {
        let text = |environment: &[(&str, &str)]| Signs::for_text(of(environment));
        for ascii in [
            &[("LC_ALL", "C")][..],
            &[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")],
            &[("LC_CTYPE", "de_DE.ISO-8859-1"), ("LANG", "de_DE.UTF-8")],
            &[("LANG", "C")],
            &[("LC_ALL", ""), ("LANG", "tr_TR")],
        ] {
            assert_eq!(text(ascii), Signs::Ascii, "{ascii:?}");
        }
        for unicode in [
            &[][..],
            &[("LC_ALL", ""), ("LC_CTYPE", ""), ("LANG", "")],
            &[("LC_ALL", "C.utf8"), ("LANG", "C")],
            &[("LC_CTYPE", "UTF-8"), ("LANG", "C")],
            &[("LANG", "en_US.UTF-8"), ("TERM", "linux")],
        ] {
            assert_eq!(text(unicode), Signs::Unicode, "{unicode:?}");
        }
    }

    #[test]
    fn the_linux_console_is_black_and_has_few_signs() {
        let console = [("TERM", "linux"), ("LANG", "en_US.UTF-8")];
        assert_eq!(Ground::promised(of(&console)), Some(Ground::Dark));
        assert_eq!(Signs::for_screen(of(&console)), Signs::Ascii);
        assert_eq!(depth(&console), Depth::Ansi);
        let xterm = [("TERM", "xterm"), ("LANG", "en_US.UTF-8")];
        assert_eq!(Ground::promised(of(&xterm)), None);
        assert_eq!(Signs::for_screen(of(&xterm)), Signs::Unicode);
    }
}
