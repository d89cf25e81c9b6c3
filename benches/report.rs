//! How long the reports for programs and for spreadsheets take, and how many bytes a second that is.

#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has failed")]

mod support;

use std::io;

use divan::Bencher;
use divan::counter::BytesCount;
use liberterra::report::asked::Asked;
use liberterra::report::{csv, json};
use support::Data;

fn main() {
    divan::main();
}

/// Writes a report into memory that is there already.
fn written(bencher: Bencher<'_, '_>, mut write: impl FnMut(&mut Vec<u8>) -> io::Result<()>) {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    let size = BytesCount::new(out.len());
    bencher.counter(size).bench_local(|| {
        out.clear();
        write(&mut out).unwrap();
    });
}

/// A row a figure.
#[divan::bench(args = Data::BOTH, max_time = 5)]
fn spreadsheet(bencher: Bencher<'_, '_>, data: Data) {
    let operation = data.operation();
    written(bencher, |out| csv::write(&operation, Asked::default(), out));
}

/// Everything, as it is read again.
#[divan::bench(args = Data::BOTH, max_time = 5)]
fn programs(bencher: Bencher<'_, '_>, data: Data) {
    let operation = data.operation();
    written(bencher, |out| json::write(&[&operation], Vec::new(), Asked::default(), out));
}
