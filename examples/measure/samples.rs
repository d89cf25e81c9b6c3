//! Medians, and an order that is shuffled.
//!
//! Knows numbers. Must not know what they were measured of.

use std::iter;

/// The value that a part of all values, in hundredths, does not exceed.
pub(crate) fn percentile(values: impl IntoIterator<Item = f64>, part: usize) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let place = (values.len() * part).div_ceil(100).saturating_sub(1);
    values.get(place).copied().unwrap_or(f64::NAN)
}

/// The value in the middle.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    percentile(values, 50)
}

/// The largest value.
pub(crate) fn most(values: impl IntoIterator<Item = f64>) -> f64 {
    percentile(values, 100)
}

/// Numbers that look thrown; the same seed gives the same ones (xorshift64*).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another one.
    pub(crate) const fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) % limit
    }

    /// The same things in another order.
    pub(crate) fn shuffled<T: Copy>(&mut self, things: &[T]) -> Vec<T> {
        let mut thrown: Vec<(u64, T)> =
            iter::repeat_with(|| self.below(u64::MAX)).zip(things.iter().copied()).collect();
        thrown.sort_by_key(|(number, _)| *number);
        thrown.into_iter().map(|(_, thing)| thing).collect()
    }
}
