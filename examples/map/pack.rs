//! The atlas as bytes, as `src/data/map.rs` reads them.
//!
//! Knows the layout. Gives each shape a shade that none of its neighbours has.

use std::collections::{BTreeMap, BTreeSet};

use liberterra::data::map::{MAGIC, checksum};

use crate::Outcome;
use crate::atlas::{Atlas, Ring};

pub(crate) fn bytes(atlas: &Atlas) -> Outcome<Vec<u8>> {
    let mut body = Vec::new();
    number(&mut body, atlas.arcs.len())?;
    for arc in &atlas.arcs {
        number(&mut body, arc.len())?;
        let (mut x, mut y) = (0, 0);
        for point in arc {
            step(&mut body, point.0 - x)?;
            step(&mut body, point.1 - y)?;
            (x, y) = *point;
        }
    }
    let shades = shades(atlas);
    number(&mut body, atlas.shapes.len() + atlas.patches.len())?;
    for (code, rings) in &atlas.shapes {
        shape(&mut body, code, &shades, rings.iter())?;
    }
    for (code, ring) in &atlas.patches {
        shape(&mut body, code, &shades, [ring].into_iter())?;
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(checksum(&body).to_be_bytes());
    bytes.extend(body);
    Ok(bytes)
}

fn shape<'a>(
    out: &mut Vec<u8>,
    code: &str,
    shades: &BTreeMap<&str, u8>,
    rings: impl ExactSizeIterator<Item = &'a Ring>,
) -> Outcome<()> {
    out.extend(code.bytes());
    out.push(shades.get(code).copied().unwrap_or(0));
    number(out, rings.len())?;
    for ring in rings {
        number(out, ring.len())?;
        for one in ring {
            number(out, one.arc * 2 + usize::from(one.back))?;
        }
    }
    Ok(())
}

/// The first shade that no neighbour has yet, of those with most neighbours first.
fn shades(atlas: &Atlas) -> BTreeMap<&str, u8> {
    let mut users: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (code, rings) in &atlas.shapes {
        for one in rings.iter().flatten() {
            users.entry(one.arc).or_default().insert(code);
        }
    }
    let mut beside: BTreeMap<&str, BTreeSet<&str>> =
        atlas.shapes.keys().map(|code| (code.as_str(), BTreeSet::new())).collect();
    for all in users.values() {
        for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
            if one != other {
                beside.entry(one).or_default().insert(other);
            }
        }
    }
    let mut order: Vec<&&str> = beside.keys().collect();
    order.sort_by_key(|code| std::cmp::Reverse(beside.get(**code).map_or(0, BTreeSet::len)));
    let mut shades: BTreeMap<&str, u8> = BTreeMap::new();
    for code in order {
        let taken: BTreeSet<u8> = beside
            .get(*code)
            .into_iter()
            .flatten()
            .filter_map(|other| shades.get(other).copied())
            .collect();
        let free = (0..=u8::MAX).find(|shade| !taken.contains(shade));
        shades.insert(code, free.unwrap_or(0));
    }
    shades
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn number(out: &mut Vec<u8>, value: usize) -> Outcome<()> {
    let mut left = value;
    while left >= 0x80 {
        out.push(u8::try_from(left & 0x7f)? | 0x80);
        left >>= 7;
    }
    out.push(u8::try_from(left)?);
    Ok(())
}

/// A step in either direction, the sign in the lowest bit.
fn step(out: &mut Vec<u8>, value: i32) -> Outcome<()> {
    number(out, usize::try_from(((value << 1) ^ (value >> 31)).cast_unsigned())?)
}
