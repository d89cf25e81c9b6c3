//! How long an order, a find and a sum take.

mod support;

use divan::Bencher;
use liberterra::report::plain;
use support::{Data, press};
use terminput::KeyCode::{Char, Esc};

fn main() {
    divan::main();
}

/// Turns the order round, back and forth.
#[divan::bench(args = Data::BOTH)]
fn sort(bencher: Bencher<'_, '_>, data: Data) {
    let mut app = data.board(120, 40);
    press(&mut app, &[Char('2')]);
    bencher.bench_local(|| press(&mut app, &[Char('S')]));
}

/// Finds a word that stands in the text of few actions, letter by letter, and takes it back.
#[divan::bench(args = Data::BOTH)]
fn find(bencher: Bencher<'_, '_>, data: Data) {
    let mut app = data.board(120, 40);
    let keys: Vec<_> = "/forced".chars().map(Char).chain([Esc]).collect();
    bencher.bench_local(|| press(&mut app, &keys));
}

/// Writes the plain-text summary, with every total, sum and share.
#[divan::bench(args = Data::BOTH, max_time = 5)]
fn sums(bencher: Bencher<'_, '_>, data: Data) {
    let operation = data.operation();
    let mut out = Vec::new();
    bencher.bench_local(|| {
        out.clear();
        plain::write(&operation, &mut out)
    });
}
