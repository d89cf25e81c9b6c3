//! `liberterra`: a terminal briefing room for the results of operations against human
//! trafficking and migrant smuggling.
//!
//! The map of the house, in the direction in which things flow:
//!
//! ```text
//! bytes ─▸ data ─▸ model::Operation ─────────────┐
//! keys, mouse, signals ─▸ term ─▸ command ─▸ Action ─▸ App::update ─▸ effects ─▸ term
//!                                                        │
//!                              view(&App) ─▸ Buffer      └▸ report ─▸ Write
//! ```
//!
//! | module | knows |
//! |---|---|
//! | [`cli`] | the options |
//! | [`run`] | which mode they ask for |
//! | [`data`] | JSON, and the one door for text |
//! | [`model`] | operations, figures, sums, order |
//! | [`app`] | what happens |
//! | [`command`] | the one table of commands |
//! | [`view`] | cells |
//! | [`theme`] | colours |
//! | [`term`] | the terminal |
//! | [`report`] | text and pictures that leave the screen |
//! | [`output`] | the files they are written to |

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("liberterra runs on Linux and macOS; other systems are not supported yet.");

#[macro_use]
mod kept;

pub mod app;
pub mod cli;
pub mod command;
pub mod data;
pub mod model;
pub mod output;
pub mod report;
pub mod run;
pub mod term;
pub mod theme;
pub mod view;
