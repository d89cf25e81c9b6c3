//! A terminal for tests: the program in a pseudo-terminal, and an emulator that shows what it
//! writes.
//!
//! Nothing here sleeps. A thread feeds the emulator, and every wait ends as soon as what is waited
//! for can be seen; the deadline only turns a hang into a failure that prints the screen. The
//! terminal is mute: it answers no question of the program unless a test does.

use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::screen::Screen;

/// Far more than anything here takes on a busy machine.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// What the program writes to ask for the background; the second question ends the write.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

const FRAME_START: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Says who it is, becomes the board, and afterwards keeps the terminal open to be looked at.
const AROUND: &str = r#"
/bin/sh -c 'echo "[pid $$]"; exec "$BOARD" "$@"' sh "$@"
echo "[code $?]"
read -r line
"#;

/// A terminal that is about to be opened.
pub(crate) struct Setup {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
}

impl Setup {
    /// The board alone in a terminal of 120 by 40.
    pub(crate) fn board() -> Self {
        Self::of(&[env!("CARGO_BIN_EXE_liberterra")])
    }

    /// The board alone, after a word that says that the terminal is ready for keys.
    pub(crate) fn announced() -> Self {
        Self::of(&["/bin/sh", "-c", r#"echo "[ready]"; exec "$BOARD" "$@""#, "sh"])
    }

    /// The board started by a shell that says its exit code when it has ended.
    pub(crate) fn in_script() -> Self {
        Self::of(&["/bin/sh", "-c", AROUND, "sh"])
    }

    /// A shell with job control, in which `"$BOARD"` starts the board.
    pub(crate) fn in_shell(words: &[&str]) -> Self {
        Self::of(words).env("PS1", "ready> ").env("HISTFILE", "/dev/null")
    }

    /// The board alone, with what it shows in a file on standard input.
    pub(crate) fn reading_a_file() -> Self {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/liberterra-2.json");
        Self::script(r#"exec "$BOARD" - < "$DATA""#).env("DATA", data)
    }

    /// What a line of shell does, in which `"$BOARD"` is the board.
    pub(crate) fn script(line: &str) -> Self {
        Self::of(&["/bin/sh", "-c", line, "sh"])
    }

    fn of(words: &[&str]) -> Self {
        let mut command = CommandBuilder::from_argv(words.iter().map(Into::into).collect());
        command.env_clear();
        command.cwd("/");
        let setup = Self { command, columns: 120, rows: 40 };
        setup
            .env("BOARD", env!("CARGO_BIN_EXE_liberterra"))
            .env("TERM", "xterm-256color")
            .env("COLORTERM", "truecolor")
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", "/")
            .env("SHELL", "/bin/sh")
            .env("TZ", "UTC")
            // No folder: tests that need one bring their own, and the others leave none behind.
            .env("XDG_RUNTIME_DIR", "/dev/null")
    }

    pub(crate) fn size(self, columns: u16, rows: u16) -> Self {
        Self { columns, rows, ..self }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub(crate) fn folder(mut self, path: &str) -> Self {
        self.command.cwd(path);
        self
    }

    pub(crate) fn arg(mut self, word: &str) -> Self {
        self.command.arg(word);
        self
    }

    pub(crate) fn open(self) -> Terminal {
        Terminal::open(self)
    }
}

/// An open terminal. What runs in it is ended with it.
pub(crate) struct Terminal {
    /// The window's end of the line; nothing once the window is closed.
    window: Option<Window>,
    leader: Pid,
    shared: Arc<Shared>,
}

struct Window {
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(setup: Setup) -> Self {
        let (columns, rows) = (setup.columns, setup.rows);
        let pair = native_pty_system().openpty(cells(columns, rows)).unwrap();
        let shared = Arc::new(Shared::new(columns, rows, settings(&*pair.master)));
        let child = pair.slave.spawn_command(setup.command).unwrap();
        drop(pair.slave);
        let leader = pid(child.process_id().unwrap());
        let from = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (watching, showing) = (Arc::clone(&shared), Arc::clone(&shared));
        thread::spawn(move || watching.watch(child));
        thread::spawn(move || showing.show(from));
        let master = pair.master;
        Self { window: Some(Window { keys, master }), leader, shared }
    }

    /// Types bytes, in one write.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let keys = &mut self.window.as_mut().unwrap().keys;
        keys.write_all(bytes.as_ref()).unwrap();
        keys.flush().unwrap();
    }

    /// Clicks the left button on a cell; both numbers count from zero.
    pub(crate) fn click(&mut self, (column, row): (usize, usize)) {
        let place = format!("{};{}", column + 1, row + 1);
        self.send(format!("\x1b[<0;{place}M\x1b[<0;{place}m"));
    }

    /// Pastes text, as a terminal in bracketed mode does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Answers the question for the background, and the one after it.
    pub(crate) fn answer(&mut self, background: &str) {
        self.send(format!("\x1b]11;{background}\x1b\\\x1b[?62;22c"));
    }

    /// Waits until a whole frame is shown that satisfies a condition.
    pub(crate) fn until(&self, what: &str, seen: impl Fn(&Screen) -> bool) -> Screen {
        self.shared.wait(what, |state| {
            let whole = !state.is_amid_a_frame();
            whole.then(|| state.screen()).filter(&seen)
        })
    }

    /// Waits until more is written than so many bytes, up to the end of a frame.
    pub(crate) fn until_after(&self, bytes: usize) {
        self.shared.wait("another frame", |state| {
            (state.written.len() > bytes && !state.is_amid_a_frame()).then_some(())
        });
    }

    /// Waits until the first frame is shown and the program has asked for the background.
    pub(crate) fn until_asked(&self) -> Screen {
        self.shared.wait("the question for the background", |state| {
            let asked = state.last(QUESTION).is_some();
            asked.then(|| state.screen())
        })
    }

    /// Waits until what was started in the terminal has ended by itself; its exit code.
    pub(crate) fn exit_code(&self) -> u32 {
        let exit = self.shared.wait("the end of the program", |state| state.exit.clone());
        assert_eq!(exit.signal(), None, "it was killed");
        exit.exit_code()
    }

    /// Waits until what was started in the terminal has been ended by a signal; its name.
    pub(crate) fn killed_by(&self) -> String {
        let exit = self.shared.wait("the end of the program", |state| state.exit.clone());
        exit.signal().unwrap_or_default().to_owned()
    }

    /// Everything written to the terminal so far.
    pub(crate) fn written(&self) -> Vec<u8> {
        self.shared.lock().written.clone()
    }

    /// Everything written until nothing could write any more.
    pub(crate) fn all_written(&self) -> Vec<u8> {
        self.shared.wait("the last bytes", |state| (!state.reading).then(|| state.written.clone()))
    }

    /// Whether raw mode and the like are as they were when the terminal was opened.
    pub(crate) fn is_set_as_at_first(&self) -> bool {
        settings(&*self.window.as_ref().unwrap().master) == self.shared.settings
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.shared.change(|state| {
            let (rows, columns) = (rows.try_into().unwrap(), columns.try_into().unwrap());
            state.emulator.set_size(rows, columns);
        });
        let master = &self.window.as_ref().unwrap().master;
        master.resize(cells(columns, rows)).unwrap();
    }

    /// Forgets all that is shown and every mode, as if another program had been at the terminal.
    pub(crate) fn forget(&self) {
        self.shared.change(|state| {
            let (rows, columns) = state.emulator.screen().size();
            state.emulator = vt100::Parser::new(rows, columns, 0);
        });
    }

    /// Closes the window. The thread that reads lets go at the next bytes, and a key makes the
    /// program write some.
    pub(crate) fn close(&mut self, key: &str) {
        self.shared.change(|state| state.lets_go = true);
        self.send(key);
        self.shared.wait("the last bytes", |state| (!state.reading).then_some(()));
        self.window = None;
    }

    /// Waits until a process that was continued has stopped again.
    #[cfg(target_os = "linux")]
    pub(crate) fn until_stopped(&self, process: Pid) {
        let end = Instant::now() + DEADLINE;
        let file = format!("/proc/{}/stat", process.as_raw_nonzero());
        while !std::fs::read_to_string(&file).unwrap().contains(") T ") {
            assert!(
                Instant::now() < end,
                "it does not stop:\n{}",
                self.shared.lock().screen().text()
            );
            thread::yield_now();
        }
    }

    /// What was started in the terminal.
    pub(crate) fn leader(&self) -> Pid {
        self.leader
    }

    /// The job that a shell has put in the foreground.
    pub(crate) fn foreground(&self) -> Pid {
        let master = &self.window.as_ref().unwrap().master;
        Pid::from_raw(master.process_group_leader().unwrap()).unwrap()
    }

    /// The board that a script has started.
    pub(crate) fn in_script(&self) -> Pid {
        let written = String::from_utf8(self.written()).unwrap();
        let (_, from) = written.split_once("[pid ").unwrap();
        let (number, _) = from.split_once(']').unwrap();
        pid(number.parse().unwrap())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Whatever else runs here is told by the system that the terminal is gone.
        if self.shared.lock().exit.is_none() {
            let _ = kill_process(self.leader, Signal::KILL);
        }
    }
}

/// What the threads and the waits have in common.
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    /// The settings of the line before anything ran.
    settings: String,
}

struct State {
    emulator: vt100::Parser,
    written: Vec<u8>,
    exit: Option<ExitStatus>,
    /// Whether the window is still read from.
    reading: bool,
    /// Whether it is not to be read from after the next bytes.
    lets_go: bool,
}

impl Shared {
    fn new(columns: u16, rows: u16, settings: String) -> Self {
        let (rows, columns) = (rows.try_into().unwrap(), columns.try_into().unwrap());
        let state = State {
            emulator: vt100::Parser::new(rows, columns, 0),
            written: Vec::new(),
            exit: None,
            reading: true,
            lets_go: false,
        };
        Self { state: Mutex::new(state), changed: Condvar::new(), settings }
    }

    /// The state; a wait that failed leaves it as good as it was.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let done = change(&mut self.lock());
        self.changed.notify_all();
        done
    }

    /// Shows what is written until the other end of the line is closed.
    fn show(&self, mut from: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if self.change(|state| state.take(&bytes[..count])) {
                break;
            }
        }
        drop(from);
        self.change(|state| state.reading = false);
    }

    fn watch(&self, mut child: Box<dyn Child + Send + Sync>) {
        let exit = child.wait().unwrap();
        self.change(|state| state.exit = Some(exit));
    }

    /// Waits until something can be seen in the state.
    fn wait<T>(&self, what: &str, look: impl Fn(&State) -> Option<T>) -> T {
        let end = Instant::now() + DEADLINE;
        let mut state = self.lock();
        loop {
            if let Some(seen) = look(&state) {
                return seen;
            }
            let left = end.saturating_duration_since(Instant::now());
            let may_come = !left.is_zero() && !state.is_over();
            assert!(may_come, "no sight of {what}:\n{}", state.screen().text());
            let waited = self.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl State {
    /// Takes bytes in, and says whether they were the last ones wanted.
    fn take(&mut self, bytes: &[u8]) -> bool {
        self.written.extend(bytes);
        self.emulator.process(bytes);
        self.lets_go
    }

    fn screen(&self) -> Screen {
        Screen::of(self.emulator.screen())
    }

    /// Whether a frame has been begun and not ended: nobody would see that.
    fn is_amid_a_frame(&self) -> bool {
        self.last(FRAME_START) > self.last(FRAME_END)
    }

    /// Where some bytes were written last.
    fn last(&self, bytes: &[u8]) -> Option<usize> {
        self.written.windows(bytes.len()).rposition(|at| at == bytes)
    }

    /// Whether nothing more can happen.
    fn is_over(&self) -> bool {
        self.exit.is_some() && !self.reading
    }
}

fn pid(number: u32) -> Pid {
    Pid::from_raw(number.try_into().unwrap()).unwrap()
}

fn cells(columns: u16, rows: u16) -> PtySize {
    PtySize { cols: columns, rows, ..PtySize::default() }
}

/// The settings of a line in words that can be compared.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
