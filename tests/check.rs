//! What `check` finds: one small mistake at a time, several at once, and whatever else there is.
//!
//! | file      | what it looks at                                                       |
//! |-----------|------------------------------------------------------------------------|
//! | `json`    | mistakes in the JSON                                                   |
//! | `fields`  | fields, words of closed lists, single values                           |
//! | `refs`    | what refers to what                                                    |
//! | `numbers` | numbers against each other and against the words printed               |
//! | `sense`   | what contradicts itself although every field is well formed            |
//! | `whole`   | sound files, many mistakes at once, what is no operation, what is huge |
//! | `any`     | what holds of every file                                               |
//! | `support` | a small file, and small changes to it                                  |

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "check/any.rs"]
mod any;
#[path = "check/fields.rs"]
mod fields;
#[path = "check/json.rs"]
mod json;
#[path = "check/numbers.rs"]
mod numbers;
#[path = "check/pieces.rs"]
mod pieces;
#[path = "check/refs.rs"]
mod refs;
#[path = "check/sense.rs"]
mod sense;
#[path = "check/support.rs"]
mod support;
#[path = "check/whole.rs"]
mod whole;
