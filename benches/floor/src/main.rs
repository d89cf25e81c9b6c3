//! The smallest ratatui program that draws a full screen: one table and one chart over twelve rows.
//!
//! It is the yardstick that `liberterra` is measured against, so it leaves out all it can and does
//! what it does as well as is known: every key that waits is taken before the next frame is drawn,
//! a frame is one write inside one synchronized update, a signal or a hang-up ends it at once and
//! gives the terminal back. Do not make it slower.

use std::io::{self, Stdout, Write};
use std::mem::ManuallyDrop;
use std::os::unix::net::UnixStream;

use color_eyre::eyre::Result;
use crossterm::terminal::{self, BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Color, Style};
use ratatui::widgets::{Bar, BarChart, BarGroup, Block, Row, Table, TableState};
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use serde::Deserialize;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

type Signals = SignalDelivery<UnixStream, SignalOnly>;

#[derive(Deserialize)]
struct Item<'a> {
    name: &'a str,
    opened: Option<u64>,
    closed: Option<u64>,
}

fn main() -> Result<()> {
    color_eyre::install()?;
    let items: Vec<Item<'_>> = serde_json::from_str(include_str!("../rows.json"))?;
    let (read, write) = UnixStream::pair()?;
    let caught = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH];
    let signals = SignalDelivery::with_pipe(read, write, SignalOnly, caught)?;
    terminal::enable_raw_mode()?;
    let mut screen = Screen { bytes: Vec::with_capacity(16 * 1024), out: io::stdout() };
    queue!(screen, EnterAlternateScreen)?;
    let done = run(screen, &items, signals);
    // The terminal may be gone.
    let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
    done
}

fn run(screen: Screen, items: &[Item<'_>], mut signals: Signals) -> Result<()> {
    // Never dropped: that writes to a terminal which may be gone, and panics then.
    let mut terminal = ManuallyDrop::new(Terminal::new(CrosstermBackend::new(screen))?);
    let mut state = TableState::new().with_selected(0);
    let mut keys = [0; 4096];
    loop {
        terminal.draw(|frame| draw(frame, items, &mut state))?;
        let waiting = wait(signals.get_read())?;
        if waiting.contains(PollFlags::HUP) || signals.pending().any(|signal| signal != SIGWINCH) {
            return Ok(());
        }
        if !waiting.contains(PollFlags::IN) {
            continue;
        }
        // All that waits comes at once, and is drawn once.
        let count = rustix::io::read(io::stdin(), &mut keys)?;
        for key in keys[..count].split_inclusive(u8::is_ascii_alphabetic) {
            match key {
                b"\x1b[B" => state.select_next(),
                b"\x1b[A" => state.select_previous(),
                b"q" => return Ok(()),
                _ => {}
            }
            let row = state.selected().unwrap_or(0).min(items.len() - 1);
            state.select(Some(row));
        }
    }
}

/// Waits for keys or a signal, and says what there is of the keyboard.
fn wait(signals: &UnixStream) -> io::Result<PollFlags> {
    let input = io::stdin();
    let mut asked = [PollFd::new(&input, PollFlags::IN), PollFd::new(signals, PollFlags::IN)];
    match poll(&mut asked, None) {
        Ok(_) | Err(Errno::INTR) => Ok(asked[0].revents()),
        Err(error) => Err(error.into()),
    }
}

fn draw(frame: &mut Frame<'_>, items: &[Item<'_>], state: &mut TableState) {
    let [left, right] =
        Layout::horizontal([Constraint::Length(44), Constraint::Fill(1)]).areas(frame.area());
    let number = |value: Option<u64>| value.map_or("-".to_owned(), |value| value.to_string());
    let rows = items
        .iter()
        .map(|item| Row::new([item.name.to_owned(), number(item.opened), number(item.closed)]));
    let table =
        Table::new(rows, [Constraint::Fill(1), Constraint::Length(8), Constraint::Length(8)])
            .header(Row::new(["name", "opened", "closed"]).style(Style::new().bold()))
            .row_highlight_style(Style::new().reversed())
            .block(Block::bordered().title("Table"));
    frame.render_stateful_widget(table, left, state);
    let bars: Vec<Bar<'_>> = items
        .iter()
        .map(|item| {
            Bar::with_label(item.name.get(..3).unwrap_or_default(), item.opened.unwrap_or(0))
        })
        .collect();
    let chart = BarChart::default()
        .data(BarGroup::default().bars(&bars))
        .bar_width(5)
        .bar_style(Style::new().fg(Color::Rgb(90, 160, 220)))
        .block(Block::bordered().title("Chart"));
    frame.render_widget(chart, right);
}

/// Standard output that writes a frame in one go, as one synchronized update.
struct Screen {
    bytes: Vec<u8>,
    out: Stdout,
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.is_empty() {
            queue!(self.bytes, BeginSynchronizedUpdate)?;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        queue!(self.bytes, EndSynchronizedUpdate)?;
        let mut out = self.out.lock();
        let written = out.write_all(&self.bytes).and_then(|()| out.flush());
        self.bytes.clear();
        written
    }
}
