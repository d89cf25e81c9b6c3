//! The fast path and the slow one say the same, however small the pieces are.

#![expect(clippy::string_slice, reason = "a test that cuts a text badly has failed")]

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

use super::*;
use crate::data::Library;

fn steady() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2024);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 96;
    }
    config
}

fn bundled() -> Vec<String> {
    let library = Library::bundled();
    let text = |place| String::from_utf8(library.bytes(place).unwrap().1.into_owned()).unwrap();
    (0..library.len()).map(text).collect()
}

/// What the fast path says of pieces of one action each, and of one piece.
fn quick(text: &str) -> [Option<String>; 2] {
    let load = || parse(text, 0, &Progress::default()).ok();
    [1, PIECE].map(|least| Quick::cut(text, least)?.clean(load))
}

/// Whether the slow path finds nothing.
fn slow(text: &str) -> bool {
    crate::data::check::slowly(text, Found::default(), |_, _| ()).is_empty()
}

/// Where the texts and the numbers of a file stand.
fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c == '"' || c.is_ascii_digit()) {
        let (start, quoted) = (at + start, text[at + start..].starts_with('"'));
        let rest = &text[start + 1..];
        let ends = |c: char| if quoted { c == '"' } else { !c.is_ascii_digit() };
        at = start + 1 + rest.find(ends).unwrap() + usize::from(quoted);
        tokens.push(start..at);
    }
    tokens
}

#[test]
fn what_is_sound_is_clean_in_pieces_too() {
    for text in bundled() {
        let id = quick(&text);
        assert!(id[0].is_some() && id[0] == id[1], "{id:?}: {}", &text[..200]);
    }
}

proptest! {
    #![proptest_config(steady())]

    /// One token, or a few, become another one of the same file.
    #[test]
    fn a_slip_is_suspected_just_where_something_is_found(
        file in any::<Index>(),
        slips in prop::collection::vec((any::<Index>(), any::<Index>()), 1..3),
    ) {
        let files = bundled();
        let mut text = file.get(&files).clone();
        for (from, to) in slips {
            let tokens = tokens(&text);
            let (from, to) = (from.get(&tokens).clone(), to.get(&tokens).clone());
            let token = text[from].to_owned();
            text.replace_range(to, &token);
        }
        let clean = slow(&text);
        prop_assert_eq!(quick(&text).map(|id| id.is_some()), [clean; 2]);
    }

    /// An action is missing, or stands at another place.
    #[test]
    fn what_is_said_of_actions_needs_them_there(
        file in any::<Index>(), from in any::<Index>(), to in any::<Option<Index>>(),
    ) {
        let files = bundled();
        let text = file.get(&files);
        let Cut { head, mut pieces, tail } = Cut::new(text, 1).unwrap();
        let piece = pieces.remove(from.index(pieces.len()));
        if let Some(to) = to {
            pieces.insert(to.index(pieces.len() + 1), piece);
        }
        let text = format!("{head}{}{tail}", pieces.join(","));
        let clean = slow(&text);
        prop_assert_eq!(quick(&text).map(|id| id.is_some()), [clean; 2]);
    }
}
