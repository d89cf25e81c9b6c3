//! The formats of a report.
//!
//! Knows what each is called, and who writes it. Must not know what a report tells.

/// A format that a report can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// Lines of text.
    #[default]
    Text,
    /// Markdown as GitHub reads it.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Text, Self::Markdown];

    /// The name, on a command line and in a sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }

    /// What the name of a file ends in.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }

    /// Whether it is for a reader at a terminal, who may have nothing but ASCII; what is for
    /// programs and for other readers stays as it is.
    #[must_use]
    pub const fn is_read_as_it_is(self) -> bool {
        matches!(self, Self::Text)
    }
}
