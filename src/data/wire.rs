//! What crosses from a presentation to a console and back, as lines of JSON.
//!
//! Knows the form of a line, how long it may be, and that nothing in it is to be trusted: text goes
//! through the one door, and what is no line of ours is a fault. Must not know sockets.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::sanitize;
use crate::model::standing::{Ask, Standing};
use crate::model::text::SafeText;

/// The form of the lines. Who writes another one is not understood.
const VERSION: u32 = 1;

/// The longest line that a presentation writes, in bytes.
pub const LONGEST_STANDING: usize = 128 * 1024;

/// The longest line that a console writes, in bytes.
pub const LONGEST_ASK: usize = 256;

/// Why a line is not understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is that of another version.
    Version,
    /// It is no line of ours.
    Malformed,
    /// Nobody else is let in.
    Full,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "it is another version of liberterra",
            Self::Malformed => "what it says is not understood",
            Self::Full => "it has eight consoles already",
        })
    }
}

/// A line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<T> {
    liberterra: u32,
    says: T,
}

/// What every version's line begins with.
#[derive(Deserialize)]
struct Versioned {
    liberterra: u32,
}

/// What a presentation says to a console for which it has no place.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Refusal {
    Full,
}

/// That there is no place for one more console, as a line.
#[must_use]
pub fn full() -> Vec<u8> {
    write(&Refusal::Full).unwrap_or_default()
}

/// Where a presentation stands, as a line; `None` if it would be too long.
#[must_use]
pub fn tell(standing: &Standing<String>) -> Option<Vec<u8>> {
    write(standing).filter(|line| line.len() <= LONGEST_STANDING)
}

/// What a console asks for, as a line.
#[must_use]
pub fn ask(ask: Ask) -> Vec<u8> {
    write(&ask).unwrap_or_default()
}

fn write(says: &impl Serialize) -> Option<Vec<u8>> {
    let mut line = serde_json::to_vec(&Line { liberterra: VERSION, says }).ok()?;
    line.push(b'\n');
    Some(line)
}

/// Where a presentation says that it stands.
///
/// # Errors
///
/// If the line is not understood.
pub fn told(line: &[u8]) -> Result<Standing<SafeText>, Fault> {
    if line.len() <= LONGEST_ASK && matches!(read(line), Ok(Refusal::Full)) {
        return Err(Fault::Full);
    }
    let standing: Standing<String> = read(line)?;
    if !standing.reached.is_sound() {
        return Err(Fault::Malformed);
    }
    Ok(standing.map(&|text: String| sanitize::clean(&text)))
}

/// What a console asks for.
///
/// # Errors
///
/// If the line is not understood.
pub fn asked(line: &[u8]) -> Result<Ask, Fault> {
    read(line)
}

fn read<T: for<'a> Deserialize<'a>>(line: &[u8]) -> Result<T, Fault> {
    let versioned: Versioned = serde_json::from_slice(line).map_err(|_| Fault::Malformed)?;
    if versioned.liberterra != VERSION {
        return Err(Fault::Version);
    }
    let line: Line<T> = serde_json::from_slice(line).map_err(|_| Fault::Malformed)?;
    Ok(line.says)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::NonZeroU16;

    #[test]
    fn a_console_is_told_that_there_is_no_place() {
        let line = full();
        assert!(line.ends_with(b"\n"));
        assert_eq!(told(&line).err(), Some(Fault::Full));
        assert_eq!(asked(&line), Err(Fault::Malformed));
    }

    #[test]
    fn every_ask_arrives_and_nothing_else_does() {
        let go = Ask::Go(NonZeroU16::new(12).unwrap());
        for one in [
            Ask::Next,
            Ask::Back,
            Ask::First,
            Ask::Last,
            go,
            Ask::Blank,
            Ask::Live,
            Ask::Run,
            Ask::Tell,
        ] {
            let line = ask(one);
            assert!(line.len() < LONGEST_ASK && line.ends_with(b"\n"));
            assert_eq!(asked(&line), Ok(one));
        }
        for other in [
            "",
            "next",
            "{}",
            r#"{"liberterra":1,"says":"quit"}"#,
            r#"{"liberterra":1,"says":{"go":0}}"#,
            r#"{"liberterra":1,"says":{"go":70000}}"#,
            r#"{"liberterra":1,"says":"next","and":1}"#,
            r#"{"liberterra":1,"says":"next"}{}"#,
        ] {
            assert_eq!(asked(other.as_bytes()), Err(Fault::Malformed), "{other}");
        }
        assert_eq!(asked(br#"{"liberterra":2,"says":"next"}"#), Err(Fault::Version));
    }
}
