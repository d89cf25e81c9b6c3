//! The formats of a report.
//!
//! Knows what each is called, and who writes it. Must not know what a report tells.

use std::path::Path;

use crate::theme::Signs;

/// A format that a report can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// Lines of text.
    #[default]
    Text,
    /// Markdown as GitHub reads it.
    Markdown,
    /// Everything, for programs; it opens again.
    Json,
    /// A row a figure, for spreadsheets.
    Csv,
    /// A page to be mailed, read anywhere and printed.
    Html,
    /// A picture of a screen or a slide.
    Svg,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Markdown, Self::Json, Self::Csv, Self::Html, Self::Svg];

    /// The name, on a command line and in a sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Svg => "svg",
        }
    }

    /// What the name of a file ends in.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Svg => "svg",
        }
    }

    /// The format that the name of a file asks for.
    #[must_use]
    pub fn of_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }

    /// The characters it is written in: text may be read where there is nothing but ASCII; what is
    /// for programs and other readers is UTF-8 in every language.
    #[must_use]
    pub const fn signs(self, asked: Signs) -> Signs {
        match self {
            Self::Text => asked,
            Self::Markdown | Self::Json | Self::Csv | Self::Html | Self::Svg => Signs::Unicode,
        }
    }
}
