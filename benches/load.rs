//! How long it takes from the bytes of a file to an operation, and to a board on it.

#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has failed")]

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use liberterra::app::App;
use liberterra::data;
use support::Data;

fn main() {
    divan::main();
}

#[divan::bench(args = Data::BOTH, max_time = 5)]
fn operation(bencher: Bencher<'_, '_>, data: Data) {
    let bytes = data.bytes();
    let size = BytesCount::new(bytes.len());
    bencher.counter(size).bench_local(|| data::load("bench.json", &bytes).unwrap());
}

#[divan::bench(args = Data::BOTH)]
fn board(bencher: Bencher<'_, '_>, data: Data) {
    bencher.with_inputs(|| data.operation()).bench_local_values(App::new);
}
