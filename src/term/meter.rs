//! How far long work has come, in a line on standard error, where that is a terminal.
//!
//! Knows a line that is written over itself. What is quickly done says nothing.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::window::spawn;
use crate::report::ascii::Text;
use crate::theme::Signs;

/// What is done sooner than this says nothing.
const SOON: Duration = Duration::from_millis(500);

/// How often the line is written anew.
const TICK: Duration = Duration::from_millis(200);

/// Begins a line anew, and empties the rest of it.
const ANEW: &str = "\r\u{1b}[K";

/// A line that says how far work has come, until this is dropped.
pub struct Meter {
    over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Meter {
    /// Begins to say it; `None` where nobody would see it.
    #[must_use]
    pub fn start(signs: Signs, said: impl Fn() -> String + Send + 'static) -> Option<Self> {
        if !io::stderr().is_terminal() {
            return None;
        }
        let over = Arc::<AtomicBool>::default();
        let is_over = Arc::clone(&over);
        let work = move || {
            let (mut pause, mut shown) = (SOON, false);
            loop {
                thread::park_timeout(pause);
                let mut out = Text::new(io::stderr(), signs);
                if is_over.load(Ordering::Relaxed) {
                    if shown {
                        let _ = write!(out, "{ANEW}");
                    }
                    return;
                }
                // Where it cannot be written, nobody misses it.
                let _ = write!(out, "{ANEW}{}", said());
                (pause, shown) = (TICK, true);
            }
        };
        let thread = spawn("meter", work).ok()?;
        Some(Self { over, thread })
    }

    /// Takes the line away.
    pub fn end(self) {
        self.over.store(true, Ordering::Relaxed);
        self.thread.thread().unpark();
        // Its line is gone before anything else is said.
        let _ = self.thread.join();
    }
}
