//! How many colours the terminal can show, by what the environment says.
//!
//! Knows the variables that terminals set. Must not ask the terminal itself.

use super::Depth;

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

/// Terminals that can show 256 colours although their name does not say so.
fn is_modern(term: &str) -> bool {
    ["kitty", "alacritty", "ghostty", "foot", "wezterm"].iter().any(|name| term.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(environment: &[(&str, &str)]) -> Depth {
        Depth::promised(|name| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
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
}
