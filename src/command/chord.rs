//! A key with its modifiers: how it is compared, and how it is written.
//!
//! Knows the names of keys. Must not know what they do.

use std::fmt;

use terminput::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug)]
pub struct Chord {
    code: KeyCode,
    ctrl: bool,
    shift: bool,
}

/// A key alone.
#[must_use]
pub const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false, shift: false }
}

/// A character; capitals stand for themselves.
#[must_use]
pub const fn char(c: char) -> Chord {
    key(KeyCode::Char(c))
}

/// A character with Ctrl.
#[must_use]
pub const fn ctrl(c: char) -> Chord {
    Chord { ctrl: true, ..char(c) }
}

/// A key with Shift.
#[must_use]
pub const fn shift(code: KeyCode) -> Chord {
    Chord { shift: true, ..key(code) }
}

impl Chord {
    /// Whether a key event is this chord. Shift matters only where it does not already show in
    /// the character, and Alt is never part of a chord.
    #[must_use]
    pub fn is(&self, event: &KeyEvent) -> bool {
        let event = event.normalize_case();
        let modifiers = event.modifiers;
        let shift = matches!(self.code, KeyCode::Char(_))
            || modifiers.contains(KeyModifiers::SHIFT) == self.shift;
        let others = KeyModifiers::ALT | KeyModifiers::META | KeyModifiers::SUPER;
        event.code == self.code
            && shift
            && modifiers.contains(KeyModifiers::CTRL) == self.ctrl
            && !modifiers.intersects(others)
    }

    /// Two chords that no terminal can tell apart.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.shift {
            f.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Char(c) if self.ctrl => write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::Home => f.write_str("Home"),
            KeyCode::End => f.write_str("End"),
            KeyCode::Enter => f.write_str("Enter"),
            KeyCode::Esc => f.write_str("Esc"),
            KeyCode::Tab => f.write_str("Tab"),
            KeyCode::Backspace => f.write_str("Backspace"),
            KeyCode::Delete => f.write_str("Del"),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
        }
    }
}
