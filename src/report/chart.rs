//! Pictures for a report that is no screen: real lines, not cells.
//!
//! Knows SVG that stands in a page and takes the page's colours. Must not know the page.

pub mod map;
