//! How long an order, a find, a filter, groups and a sum take.

mod support;

use divan::Bencher;
use liberterra::report::format::Format;
use liberterra::report::paper::Paper;
use support::{Data, press};
use terminput::KeyCode::{Backspace, Char, Esc};

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

/// Sorts by a column of numbers that led nothing before, then by the name.
#[divan::bench(args = Data::BOTH)]
fn sort_by_numbers(bencher: Bencher<'_, '_>, data: Data) {
    let mut app = data.board(120, 40);
    press(&mut app, &[Char('2')]);
    bencher.bench_local(|| press(&mut app, &"lslshshs".chars().map(Char).collect::<Vec<_>>()));
}

/// A key typed into a filter and taken back: the filter changes with both.
fn filter(bencher: Bencher<'_, '_>, data: Data, text: &str) {
    let mut app = data.board(120, 40);
    press(&mut app, &[Char('2'), Char('f')]);
    press(&mut app, &text.chars().map(Char).collect::<Vec<_>>());
    bencher.bench_local(|| press(&mut app, &[Char('0'), Backspace]));
}

/// Asks for a number of a column; all places fit, and are summed up.
#[divan::bench(args = Data::BOTH)]
fn filter_numbers(bencher: Bencher<'_, '_>, data: Data) {
    filter(bencher, data, "-arrests>=9999999999");
}

/// Asks for what every figure has to be looked at for.
#[divan::bench(args = Data::BOTH)]
fn filter_figures(bencher: Bencher<'_, '_>, data: Data) {
    filter(bencher, data, "offence:smuggling -strength:press qualifier:exact rescued>=1");
}

/// Asks for words, which stand in the text of few actions.
#[divan::bench(args = Data::BOTH)]
fn filter_words(bencher: Bencher<'_, '_>, data: Data) {
    filter(bencher, data, "forced");
}

/// Groups by each thing in turn, and no more.
#[divan::bench(args = Data::BOTH)]
fn groups(bencher: Bencher<'_, '_>, data: Data) {
    let mut app = data.board(120, 40);
    press(&mut app, &[Char('2')]);
    bencher.bench_local(|| press(&mut app, &[Char('v'); 6]));
}

/// Marks a place and takes the mark away.
#[divan::bench(args = Data::BOTH)]
fn mark(bencher: Bencher<'_, '_>, data: Data) {
    let mut app = data.board(120, 40);
    press(&mut app, &[Char('2')]);
    bencher.bench_local(|| press(&mut app, &[Char(' '), Char('M'), Char('k')]));
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
        Paper::note(&operation).write(Format::Text, 80, &mut out)
    });
}
