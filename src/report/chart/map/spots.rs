//! Where signs stand that must not hide each other.
//!
//! Knows places in whole units. Must not know what the signs say.

/// How far apart two signs are at least.
const APART: i32 = 15;

/// The steps away from its own place that a sign may take, the nearest first.
const STEPS: [(i32, i32); 12] = [
    (-16, 0),
    (16, 0),
    (0, -16),
    (0, 16),
    (-12, 12),
    (12, 12),
    (-12, -12),
    (12, -12),
    (-32, 0),
    (32, 0),
    (-24, 20),
    (24, 20),
];

/// The places that are taken.
#[derive(Default)]
pub(super) struct Spots(Vec<(i32, i32)>);

impl Spots {
    /// Finds a place for a sign: its own, or one beside it. What stands in a shape of its own
    /// stays there. Gives both places.
    pub(super) fn put(&mut self, own: (i32, i32), stays: bool) -> ((i32, i32), (i32, i32)) {
        let free = |(x, y): &(i32, i32)| {
            let far = |(a, b): &(i32, i32)| (x - a).pow(2) + (y - b).pow(2) >= APART * APART;
            self.0.iter().all(far)
        };
        let beside = STEPS.iter().map(|(right, down)| (own.0 + right, own.1 + down));
        let mut places = std::iter::once(own).chain(beside.take(if stays { 0 } else { 12 }));
        let place = places.find(free).unwrap_or(own);
        self.0.push(place);
        (own, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_at_one_place_stand_apart_and_a_sign_alone_where_it_belongs() {
        let mut spots = Spots::default();
        let places: Vec<_> = (0..6).map(|_| spots.put((100, 100), false).1).collect();
        assert_eq!(places[0], (100, 100));
        for (at, one) in places.iter().enumerate() {
            for other in &places[..at] {
                assert!((one.0 - other.0).pow(2) + (one.1 - other.1).pow(2) >= APART * APART);
            }
        }
        assert_eq!(spots.put((100, 100), true).1, (100, 100));
    }
}
