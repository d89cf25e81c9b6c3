//! The options.
//!
//! Knows how they are written and explained. Must not do what they ask for.

use clap::Parser;

use crate::theme::Choice;

/// A terminal briefing room for the results of operations against human trafficking and migrant
/// smuggling. Opens on INTERPOL's Operation Liberterra II (2024).
#[derive(Parser, Clone, Copy, Debug)]
#[command(version, after_help = AFTER)]
pub struct Options {
    /// The colours of the board
    #[arg(long, value_enum, default_value_t)]
    pub theme: Choice,
    /// Print a plain-text summary instead of opening the board
    #[arg(long)]
    pub plain: bool,
}

const AFTER: &str = "\
Where the output is no terminal, the plain-text summary is printed.
Exit codes: 0 done; 1 the output could not be written; 2 a bad option, an unusable terminal or broken data; 101 a fault of the \
program; 128+n ended by signal n.
Independent; not a product of INTERPOL.";
