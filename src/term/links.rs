//! Links on the screen: whether the terminal takes them, where they stand, and their bytes.
//!
//! Knows OSC 8 and the variables that terminals set. Must not know what a link is for.
//!
//! A terminal that does not know OSC 8 ignores it, but for a few that print it or fall over it.
//! There is no way to ask, so those are told by their names.

use super::paint;
use crate::view::link::Link;
use ratatui::buffer::Cell;

/// Ends a link; does nothing where none is open.
pub(super) const CLOSE: &str = "\x1b]8;;\x1b\\";

/// Consoles and emulators that print strings they do not know, in whole or in part.
const MUTE: [&str; 9] =
    ["dumb", "linux", "vt", "ansi", "cons25", "eterm", "rxvt-cygwin", "cygwin", "sun"];

/// Since when terminals built on VTE neither print links nor crash on them.
const VTE: u32 = 5_001;

/// Whether links are sent to a terminal that has set some variables.
///
/// `FORCE_HYPERLINK` decides alone if it is set: `0` is no, all else yes. Otherwise they are sent
/// but for a `TERM` that is missing or in [`MUTE`], GNU screen (which prints what is longer than
/// it can hold), and VTE before 0.50.1.
pub(super) fn are_taken(variable: impl Fn(&str) -> Option<String>) -> bool {
    let get = |name| variable(name).filter(|value| !value.is_empty());
    if let Some(forced) = get("FORCE_HYPERLINK") {
        return forced.trim() != "0";
    }
    let Some(term) = get("TERM") else { return false };
    // Inside tmux the name begins with screen too, and screen may run inside tmux.
    let in_screen = get("STY").is_some() || (term.starts_with("screen") && get("TMUX").is_none());
    let old_vte = get("VTE_VERSION").is_some_and(|is| is.parse().is_ok_and(|is: u32| is < VTE));
    !in_screen && !old_vte && !is_mute(&term)
}

/// Whether a terminal of this name prints strings that it does not know.
pub(super) fn is_mute(term: &str) -> bool {
    MUTE.iter().any(|mute| term.starts_with(mute))
}

/// The links of one frame.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Links(Vec<Link>);

impl Links {
    /// Puts links in the order of the screen.
    pub(super) fn new(mut links: Vec<Link>) -> Self {
        links.retain(|link| !link.area.is_empty());
        links.sort_by_key(|link| (link.area.y, link.area.x));
        Self(links)
    }

    /// Whether there are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The link that a cell belongs to.
    pub(super) fn at(&self, x: u16, y: u16) -> Option<&Link> {
        let behind = self.0.partition_point(|link| (link.area.y, link.area.x) <= (y, x));
        let link = self.0.get(behind.checked_sub(1)?)?;
        link.area.contains((x, y).into()).then_some(link)
    }

    /// Whether a cell leads somewhere else here than there.
    pub(super) fn differ(&self, other: &Self, x: u16, y: u16) -> bool {
        self.at(x, y).map(target) != other.at(x, y).map(target)
    }

    /// Every cell that belongs to a link.
    pub(super) fn cells(&self) -> impl Iterator<Item = (u16, u16)> {
        let areas = self.0.iter().map(|link| link.area);
        areas.flat_map(|area| area.positions().map(|at| (at.x, at.y)))
    }
}

/// What the terminal knows of a link.
fn target(link: &Link) -> (usize, &str) {
    (link.id, link.address.as_str())
}

/// Writes cells, those of a link between its beginning and its end: none stays open.
pub(super) fn paint<'a>(
    bytes: &mut Vec<u8>,
    links: &Links,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) {
    let cells: Vec<_> = cells.collect();
    for run in cells.chunk_by(|a, b| links.at(a.0, a.1) == links.at(b.0, b.1)) {
        let link = run.first().and_then(|(x, y, _)| links.at(*x, *y));
        if let Some(link) = link {
            let (id, address) = target(link);
            bytes.extend(format!("\x1b]8;id=l{id};{address}\x1b\\").as_bytes());
        }
        paint::paint(bytes, run.iter().copied());
        if link.is_some() {
            bytes.extend(CLOSE.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::address::Address;
    use ratatui::layout::Rect;

    fn are_taken_by(environment: &[(&str, &str)]) -> bool {
        are_taken(|name| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_terminal_that_ignores_what_it_does_not_know_takes_links() {
        for term in
            ["xterm", "xterm-256color", "xterm-kitty", "foot", "alacritty", "tmux-256color", "st"]
        {
            assert!(are_taken_by(&[("TERM", term)]), "{term}");
        }
        for vte in ["5001", "5002", "6800", "8203"] {
            assert!(are_taken_by(&[("TERM", "xterm-256color"), ("VTE_VERSION", vte)]), "{vte}");
        }
        assert!(are_taken_by(&[("TERM", "screen-256color"), ("TMUX", "/tmp/tmux-1/default,1,0")]));
    }

    #[test]
    fn a_terminal_that_would_print_them_takes_none() {
        for term in
            ["", "dumb", "linux", "linux-16color", "vt100", "vt220", "eterm-color", "cons25"]
        {
            assert!(!are_taken_by(&[("TERM", term)]), "{term}");
        }
        assert!(!are_taken_by(&[]));
        for (name, value) in [("VTE_VERSION", "5000"), ("VTE_VERSION", "3405"), ("STY", "1.pts")] {
            assert!(!are_taken_by(&[("TERM", "xterm-256color"), (name, value)]), "{name}");
        }
        assert!(!are_taken_by(&[("TERM", "screen.xterm-256color")]));
        assert!(!are_taken_by(&[("TERM", "screen"), ("STY", "1.pts"), ("TMUX", "/tmp/tmux")]));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let forced = |term, value| are_taken_by(&[("TERM", term), ("FORCE_HYPERLINK", value)]);
        assert!(forced("linux", "1"));
        assert!(!forced("xterm-kitty", "0"));
        assert!(forced("xterm-kitty", "") && !forced("linux", ""), "empty is not set");
    }

    #[test]
    fn a_cell_belongs_to_the_link_that_covers_it() {
        let address = || Address::of("https://e.org/", []).unwrap();
        let link =
            |x, y, width, id| Link { area: Rect::new(x, y, width, 1), id, address: address() };
        let links = Links::new(vec![link(4, 2, 3, 1), link(0, 2, 2, 0), link(9, 2, 0, 2)]);
        let id = |x, y| links.at(x, y).map(|link| link.id);
        let row: Vec<_> = (0..10).map(|x| id(x, 2)).collect();
        let (none, first, second) = (None, Some(0), Some(1));
        assert_eq!(row, [first, first, none, none, second, second, second, none, none, none]);
        assert_eq!((id(0, 1), id(0, 3)), (None, None));
        assert_eq!(links.cells().count(), 5);
        assert!(links.differ(&Links::default(), 0, 2) && !links.differ(&links, 0, 2));
    }
}
