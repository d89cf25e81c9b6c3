//! Where a copy goes: to the clipboard of the terminal, or into a file where that has none.
//!
//! Knows OSC 52 by the terminals that do not take it: there is no way to ask. Must not know what is
//! copied.

use std::path::Path;

use super::links;
use crate::app::action::Form;
use crate::data::sanitize;
use crate::model::text::SafeText;
use crate::output::{self, Fault};

/// How many files of copies there may be before one is no more written.
const MOST: usize = 99;

/// Whether a terminal that has set some variables may have a clipboard.
pub(super) fn is_there(variable: impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").filter(|term| !term.is_empty());
    term.is_some_and(|term| !links::is_mute(&term))
}

/// Writes a copy into a new file of this folder; what it is called, unless none can be written.
pub(super) fn keep(text: &str, form: Form) -> Option<SafeText> {
    let ending = match form {
        Form::Text => "txt",
        Form::Markdown => "md",
    };
    let names = (1..=MOST).map(|number| match number {
        1 => format!("liberterra-copy.{ending}"),
        number => format!("liberterra-copy-{number}.{ending}"),
    });
    for name in names {
        match output::write(Path::new(&name), false, &|| false, |out| {
            out.write_all(text.as_bytes())
        }) {
            Ok(()) => return Some(sanitize::clean(&name)),
            Err(Fault::Exists(_)) => {}
            Err(_) => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_console_without_a_clipboard_is_known_by_its_name() {
        let of = |term: &str| is_there(|name| (name == "TERM").then(|| term.to_owned()));
        for term in ["xterm-256color", "tmux-256color", "screen", "xterm-kitty", "foot"] {
            assert!(of(term), "{term}");
        }
        for term in ["linux", "dumb", "vt220", ""] {
            assert!(!of(term), "{term}");
        }
        assert!(!is_there(|_| None));
    }
}
