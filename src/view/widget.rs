//! Reusable pieces of screens: large digits, mirrored bars, their axis, text that is never cut in
//! silence.
//!
//! Knows cells and styles. Must not know the application.

pub mod axis;
pub mod bar;
mod cells;
pub mod digits;
mod font;
pub mod large;
pub mod text;
