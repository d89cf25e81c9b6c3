//! The same model to text that leaves the screen: the plain summary, copies, pictures.
//!
//! Knows words and files' formats. Must not know the terminal or the state of the board.

pub mod address;
pub mod alone;
pub mod aloud;
pub mod ascii;
pub mod asked;
pub mod chart;
pub mod checked;
pub mod citation;
pub mod compared;
pub mod csv;
pub mod findings;
pub mod format;
pub mod html;
pub mod json;
pub mod listed;
pub mod mapped;
pub mod markdown;
pub mod note;
pub mod paper;
pub mod picture;
pub mod rehearsal;
pub mod scribe;
pub mod standing;
pub mod svg;
pub mod text;
pub mod together;
pub mod told;
pub mod unsaid;
pub mod words;
