//! Pure values and arithmetic: operations, figures, countries, sums, order.
//!
//! Knows what the words of the field mean and how figures may be added. Must not know JSON,
//! files, the terminal or how anything is drawn.

pub mod amount;
pub(crate) mod ascii;
pub mod cell;
pub mod classes;
pub mod compare;
pub mod country;
pub mod date;
pub mod few;
pub mod figure;
pub mod filter;
pub mod fold;
mod gather;
pub mod group;
pub mod map;
pub mod measure;
pub mod measure_names;
pub(crate) mod nearest;
pub mod number;
pub mod offence;
pub mod operation;
pub mod place;
pub mod query;
pub mod share;
pub mod source;
pub mod standing;
pub mod stats;
pub mod story;
pub mod sum;
pub(crate) mod tally;
mod tell;
pub mod text;
pub mod who;
