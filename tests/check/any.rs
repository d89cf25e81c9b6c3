//! What holds of every file, whatever is in it.

use liberterra::data;
use liberterra::data::check::Severity::Error;
use liberterra::data::check::check;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::support::*;

/// The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
fn steady() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2024);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 128;
    }
    config
}

/// What holds of every file: the loader and the check agree, and what is shown is safe.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let findings = check(bytes);
    let errors = findings.iter().any(|finding| finding.severity == Error);
    prop_assert!(errors || data::load("any.json", bytes).is_ok());
    let all = shown(&findings);
    prop_assert!(!all.chars().any(|c| c.is_control() && c != '\n'), "{all:?}");
    let places: Vec<_> = findings.iter().map(|finding| (finding.line, finding.column)).collect();
    prop_assert!(places.is_sorted(), "{places:?}");
    Ok(())
}

/// Pieces of JSON in any order.
fn shards() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"id\"",
        "\"totals\"",
        "\"value\"",
        "\\u12",
        "\\",
        "1",
        "-1.5e9",
        "true",
        "nul",
        "'",
        "“",
        "//",
        "/*",
        "\n",
        " ",
        "\u{202e}",
        "é",
        "\"citations\": [",
        "\"actions\": [{",
        "\"as_printed\": \"2 517 mil\"",
        "{\"sources\": [",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| format!("{{{}", pieces.concat()))
}

proptest! {
    #![proptest_config(steady())]

    #[test]
    fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn any_text_is_judged(text in "\\PC{0,120}", shards in shards()) {
        holds(text.as_bytes())?;
        holds(format!("{{{text}").as_bytes())?;
        holds(shards.as_bytes())?;
    }

    #[test]
    fn any_words_are_held_against_a_value(text in "[0-9 .,'a+ milhundredvingtetund-]{0,40}") {
        let quoted = serde_json::to_string(&text).unwrap();
        holds(changed("\"thirty\"", &quoted).as_bytes())?;
    }

    #[test]
    fn a_file_with_bytes_changed_is_judged(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3), 1..6),
        bundled in any::<bool>(),
    ) {
        let whole: &[u8] = include_bytes!("../../data/liberterra-2.json");
        let mut bytes = if bundled { whole.to_vec() } else { SMALL.as_bytes().to_vec() };
        for (index, byte, what) in changes {
            let at = index.index(bytes.len());
            match what {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        holds(&bytes)?;
    }

    #[test]
    fn a_file_cut_anywhere_is_judged(index in any::<prop::sample::Index>()) {
        let bytes = SMALL.trim_end().as_bytes();
        let cut = &bytes[..index.index(bytes.len())];
        holds(cut)?;
        prop_assert!(!check(cut).is_empty());
    }
}
