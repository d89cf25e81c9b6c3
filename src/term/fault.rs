//! Faults on purpose, so that tests can see what the real program leaves behind after one.
//!
//! Knows where a fault is wanted. There only where debug assertions are: a release has none of it.

/// Panics if `LIBERTERRA_FAULT` is this place and this is the time it names: `draw:2` is the
/// second frame.
#[cfg(debug_assertions)]
pub(super) fn may_happen(place: &str) {
    use std::sync::atomic::{AtomicUsize, Ordering};

    static PASSED: AtomicUsize = AtomicUsize::new(0);
    let Ok(wanted) = std::env::var("LIBERTERRA_FAULT") else { return };
    let Some((at, time)) = wanted.split_once(':').filter(|(at, _)| *at == place) else { return };
    let passed = PASSED.fetch_add(1, Ordering::Relaxed) + 1;
    assert!(time.parse() != Ok(passed), "a fault in {at}, as it was asked for");
}

#[cfg(not(debug_assertions))]
pub(super) const fn may_happen(_: &str) {}
