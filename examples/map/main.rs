//! Packs the map, `data/map.bin`.
//!
//! A developer runs it after a change to `data/map.txt`:
//!
//! ```sh
//! mkdir -p target/map && cd target/map && npm pack world-atlas@2.0.2
//! tar -xzf world-atlas-2.0.2.tgz && cd ../..
//! cargo run --example map -- target/map/package/countries-50m.json
//! ```
//!
//! The same sources always give the same bytes. How they are laid out is told in `src/data/map.rs`,
//! which reads them.

mod atlas;
mod decisions;
mod pack;
mod simplify;

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::{env, fs, io};

use atlas::Atlas;
use decisions::Decisions;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The most that the map may take.
const MOST: usize = 110 * 1024;

fn main() -> Outcome<()> {
    let source = env::args_os().nth(1).ok_or("wanted: countries-50m.json of world-atlas")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let decisions = Decisions::parse(&fs::read_to_string(data.join("map.txt"))?)?;
    let mut atlas = Atlas::read(&fs::read_to_string(source)?, &decisions)?;
    decisions.apply(&mut atlas)?;
    simplify::all(&mut atlas);
    let bytes = pack::bytes(&atlas)?;
    if bytes.len() > MOST {
        return Err(format!("{} bytes are more than {MOST}", bytes.len()).into());
    }
    fs::write(data.join("map.bin"), &bytes)?;
    let points: usize = atlas.arcs.iter().map(Vec::len).sum();
    let told = format!("{} shapes, {points} points, {} bytes\n", atlas.shapes.len(), bytes.len());
    io::stdout().lock().write_all(told.as_bytes())?;
    Ok(())
}
