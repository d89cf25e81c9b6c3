//! Where the user is: screen, what the arrows move, what lies over the screen, which axis.
//!
//! Knows only the names of these places.

/// A screen of the board.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Screen {
    /// What happened, at a glance.
    Overview,
    /// The table of countries and the detail of one.
    Countries,
    /// Where it happened.
    Map,
    /// Operations side by side.
    Compare,
    /// Every source, its strength, and what it supports.
    Sources,
}

impl Screen {
    /// Every screen, in the order of its number.
    pub const ALL: [Self; 5] =
        [Self::Overview, Self::Countries, Self::Map, Self::Compare, Self::Sources];

    /// The name on the tab.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Countries => "Countries",
            Self::Map => "Map",
            Self::Compare => "Compare",
            Self::Sources => "Sources",
        }
    }

    /// The name on a command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Countries => "countries",
            Self::Map => "map",
            Self::Compare => "compare",
            Self::Sources => "sources",
        }
    }

    /// The key that goes there.
    #[must_use]
    pub const fn digit(self) -> char {
        match self {
            Self::Overview => '1',
            Self::Countries => '2',
            Self::Map => '3',
            Self::Compare => '4',
            Self::Sources => '5',
        }
    }

    /// Whether a filter picks from what it lists: places, or the countries of several operations.
    #[must_use]
    pub const fn picks_places(self) -> bool {
        self.lists_places() || matches!(self, Self::Compare)
    }

    /// Whether the screen lists places.
    #[must_use]
    pub const fn lists_places(self) -> bool {
        matches!(self, Self::Overview | Self::Countries | Self::Map)
    }

    /// The screen some tabs further, round the end.
    #[must_use]
    pub fn next(self, step: isize) -> Self {
        let here = Self::ALL.iter().position(|screen| *screen == self);
        let count = Self::ALL.len();
        let forward = if step < 0 { count - 1 } else { 1 };
        let there = (here.unwrap_or(0) + forward) % count;
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}

/// What the arrow keys move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// The rows of the list.
    Rows,
    /// A headline total, by its place.
    Total(usize),
    /// How far the operation reached: all totals that are no headline.
    Reach,
}

/// What lies over the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overlay {
    /// Nothing.
    None,
    /// The help, scrolled by some lines.
    Help {
        /// The first line shown.
        scroll: usize,
    },
    /// The sources of what is selected, scrolled by some lines.
    Source {
        /// The first line shown.
        scroll: usize,
    },
    /// The selected country in all operations, scrolled by some lines.
    Across {
        /// The first line shown.
        scroll: usize,
    },
    /// The operations to compare.
    Operations,
}

/// How the length of a bar follows its number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Axis {
    /// In proportion.
    Linear,
    /// Each step is ten times the one before.
    Log,
}

impl Axis {
    /// The other axis.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Linear => Self::Log,
            Self::Log => Self::Linear,
        }
    }

    /// The name shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log => "log, each step ×10",
        }
    }
}

/// A list with a selected line, of which some lines are in view.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct List {
    /// The selected line; 0 if there is none.
    pub selected: usize,
    /// The first line in view.
    pub top: usize,
}

impl List {
    /// Selects a line, or the last one if there are fewer.
    pub fn select(&mut self, place: usize, count: usize) {
        self.selected = place.min(count.saturating_sub(1));
    }

    /// Moves the first line in view no further than the selection asks for.
    pub fn keep_in_view(&mut self, rows: usize, count: usize) {
        let rows = rows.max(1);
        let lowest = (self.selected + 1).saturating_sub(rows);
        let top = self.top.clamp(lowest, self.selected.max(lowest));
        self.top = top.min(count.saturating_sub(rows));
    }
}
