//! What shells need to complete a command line, and the manual.
//!
//! Knows the files, which are kept beside the program: what makes them is needed by their test
//! alone.

use clap::ValueEnum;

/// The manual, for `man`.
pub const MANUAL: &[u8] = kept!(APART, "/src/cli/manual/liberterra.1");

/// A shell that completes what is typed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Z shell
    Zsh,
    /// The friendly interactive shell
    Fish,
    /// Elvish
    Elvish,
    /// Microsoft's shell
    #[value(name = "powershell")]
    PowerShell,
}

impl Shell {
    /// Every shell, each with the file that is kept for it.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Bash, "liberterra.bash"),
        (Self::Zsh, "_liberterra"),
        (Self::Fish, "liberterra.fish"),
        (Self::Elvish, "liberterra.elv"),
        (Self::PowerShell, "_liberterra.ps1"),
    ];

    /// What the shell has to read to complete command lines.
    #[must_use]
    pub const fn completions(self) -> &'static [u8] {
        match self {
            Self::Bash => kept!(APART, "/src/cli/manual/liberterra.bash"),
            Self::Zsh => kept!(APART, "/src/cli/manual/_liberterra"),
            Self::Fish => kept!(APART, "/src/cli/manual/liberterra.fish"),
            Self::Elvish => kept!(APART, "/src/cli/manual/liberterra.elv"),
            Self::PowerShell => kept!(APART, "/src/cli/manual/_liberterra.ps1"),
        }
    }
}
