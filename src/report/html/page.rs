//! The frame of a page: what stands before and behind all that is told.
//!
//! Knows what makes a page safe to open: no script, no request, no word to anyone of where a link
//! was followed from. Must not know what is told.

use std::io::{self, Write};

use super::style;
use crate::report::scribe::Head;
use crate::report::svg::Escaped;

/// Nothing may be loaded or run, and nothing sent; the style of the page alone holds.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes all up to the first section.
pub(super) fn head(to: &mut dyn Write, head: &Head<'_>) -> io::Result<()> {
    let title = Escaped(&head.title);
    write!(
        to,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"liberterra {}\">\n<title>{title}</title>\n<style>\n",
        env!("CARGO_PKG_VERSION")
    )?;
    style::write(to)?;
    write!(to, "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">{title}</h1>\n")?;
    for line in &head.about {
        writeln!(to, "<p class=\"about\" dir=\"auto\">{}</p>", Escaped(line))?;
    }
    for (word, meaning) in &head.cautions {
        let (word, meaning) = (Escaped(word), Escaped(meaning));
        writeln!(to, "<p class=\"caution\" dir=\"auto\"><strong>{word}:</strong> {meaning}</p>")?;
    }
    let disclaimer = Escaped(head.disclaimer);
    writeln!(to, "<p class=\"disclaimer\">{disclaimer}</p>\n</header>\n<main>")
}

/// Writes all behind the last section.
pub(super) fn end(to: &mut dyn Write) -> io::Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    writeln!(
        to,
        "</main>\n<footer>\n<p>Written by liberterra {version}.</p>\n</footer>\n</body>\n</html>"
    )
}
