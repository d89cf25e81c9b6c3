//! Writes a large operation to standard output:
//!
//! ```sh
//! cargo run --release --example large -- 1000000 > large.json
//! ```
//!
//! The number is that of the actions, 100,000 if none is given. The benches make their data with
//! the same code.

mod operation;

use std::io::{self, BufWriter, Write};

use color_eyre::eyre::{Result, WrapErr};

/// How many actions there are if nothing is said.
const ACTIONS: u64 = 100_000;

fn main() -> Result<()> {
    color_eyre::install()?;
    let actions = std::env::args().nth(1).map_or(Ok(ACTIONS), |text| text.parse());
    let actions = actions.wrap_err("the number of actions must be a whole number")?;
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    match operation::write(&mut out, actions).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
