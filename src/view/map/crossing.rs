//! Whether a line between two cells goes through an area.
//!
//! Knows cells alone, in whole numbers.

use ratatui::layout::Rect;

/// Whether a line from the middle of one cell to that of another goes through an area.
pub(super) fn crosses(from: (u16, u16), to: (u16, u16), area: Rect) -> bool {
    let along = |from: u16, to: u16, least: u16, size: u16| {
        // In halves of a cell, of which an odd one is a middle.
        let [from, to, least, size] = [from, to, least, size].map(i64::from);
        (from * 2 + 1, (to - from) * 2, least * 2, (least + size) * 2)
    };
    let axes = [along(from.0, to.0, area.x, area.width), along(from.1, to.1, area.y, area.height)];
    // The part of the line that lies between both pairs of sides, as fractions of whole numbers.
    let (mut enter, mut leave) = ((0, 1), (1, 1));
    for (at, along, low, high) in axes {
        let (near, far) = if along < 0 { (high, low) } else { (low, high) };
        match along.abs() {
            0 if at <= low || at >= high => return false,
            0 => {}
            over => {
                let sign = along.signum();
                let (first, last) = (((near - at) * sign, over), ((far - at) * sign, over));
                let is_more =
                    |one: (i64, i64), other: (i64, i64)| one.0 * other.1 > other.0 * one.1;
                enter = if is_more(first, enter) { first } else { enter };
                leave = if is_more(leave, last) { last } else { leave };
            }
        }
    }
    enter.0 * leave.1 < leave.0 * enter.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_crosses_what_some_of_its_points_are_in(
            from in (0_u16..30, 0_u16..30),
            to in (0_u16..30, 0_u16..30),
            (x, y) in (0_u16..30, 0_u16..30),
            (width, height) in (1_u16..9, 1_u16..5),
        ) {
            let area = Rect { x, y, width, height };
            let inside = |at: f64, from: u16, size: u16, slack: f64| {
                at > f64::from(from) + slack && at < f64::from(from + size) - slack
            };
            let within = |slack: f64| (0..=3_000).any(|step| {
                let part = f64::from(step) / 3_000.0;
                let at = |a: u16, b: u16| f64::from(a) + (f64::from(b) - f64::from(a)) * part + 0.5;
                inside(at(from.0, to.0), x, width, slack) && inside(at(from.1, to.1), y, height, slack)
            });
            // A corner that is just touched may be either.
            if within(0.05) {
                prop_assert!(crosses(from, to, area));
            } else if !within(-0.05) {
                prop_assert!(!crosses(from, to, area));
            }
        }
    }
}
