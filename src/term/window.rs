//! The window: how large it is, what its colours are, whether it is ours, and what stands in it.
//!
//! Knows the terminal as the board and the console both use it. Must not know what is drawn, or
//! what follows from a key.

use super::background::{self, Answer};
use super::canvas::Canvas;
use super::clipboard;
use super::device::{self, Keyboard};
use super::input::Keys;
use super::mailbox::{Mailbox, Post};
use super::message::Message;
use super::session::{self, Session};
use super::{Ending, Error, fault, jobs, links, signals};
use crate::theme::{Choice, Depth, Ground, Signs, Theme};
use crate::view::link::Link;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use signal_hook::iterator::Signals;
use std::ops::ControlFlow::{self, Break, Continue};
use std::thread::{self, JoinHandle};
use std::time::Instant;

/// The end of a terminal that is gone.
pub(super) const HANGUP: Ending = Ending::Signal(signals::HANGUP);

/// All that is needed before the first frame. Nothing has been switched on before all that can be
/// refused has been granted.
pub(super) struct Opening {
    keyboard: Keyboard,
    caught: Signals,
    pub(super) size: (u16, u16),
    pub(super) session: Session,
    pub(super) mail: Mailbox<Keyboard>,
    pub(super) post: Post,
}

impl Opening {
    /// Takes the terminal over.
    pub(super) fn begin() -> Result<Self, Error> {
        let keyboard = Keyboard::open().ok_or(Error::Keyboard)?;
        let size = device::size().ok_or(Error::Size)?;
        let caught = signals::catch().map_err(|_| Error::Resources)?;
        session::guard_against_panics();
        let session = Session::begin().map_err(|_| Error::Modes)?;
        let (mail, post) = Mailbox::new().map_err(|_| Error::Resources)?;
        Ok(Self { keyboard, caught, size, session, mail, post })
    }

    /// What reads signals and keys, to be started behind the first frame.
    pub(super) fn split(self) -> (Session, Mailbox<Keyboard>, Post, Listening) {
        let Self { keyboard, caught, session, mail, post, .. } = self;
        (session, mail, post, Listening { keyboard, caught })
    }
}

/// What reads signals and keys.
pub(super) struct Listening {
    keyboard: Keyboard,
    caught: Signals,
}

impl Listening {
    /// Begins to read them.
    pub(super) fn begin(
        self,
        mail: &mut Mailbox<Keyboard>,
        post: &Post,
        asked: Option<Instant>,
    ) -> Result<(), Error> {
        let (to, caught) = (post.clone(), self.caught);
        spawn("signals", move || signals::forward(caught, &to))?;
        let keys = Keys::new(self.keyboard, asked);
        if device::WAITS_FOR_TERMINALS {
            mail.read_from(keys);
            return Ok(());
        }
        let to = post.clone();
        spawn("keyboard", move || keys.post_to(&to)).map(drop)
    }
}

/// Starts a thread. The work is boxed, so that the code that starts one is there once.
pub(super) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, Error> {
    let work: Box<dyn FnOnce() + Send> = Box::new(work);
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).map_err(|_| Error::Resources)
}

/// The window and what stands in it.
pub(super) struct Window {
    choice: Choice,
    depth: Depth,
    theme: Theme,
    pub(super) canvas: Canvas,
    size: (u16, u16),
    /// When the terminal was asked for its background, while an answer may come.
    asked: Option<Instant>,
    /// Whether the terminal has been given to the shell.
    away: bool,
    /// Whether the terminal may have a clipboard.
    pub(super) takes_copies: bool,
    /// Whether something happened since the last frame.
    pub(super) dirty: bool,
}

impl Window {
    pub(super) fn new(choice: Choice, signs: Signs) -> Self {
        let depth = Depth::from_env();
        let ground = Ground::promised(|name| std::env::var(name).ok());
        Self {
            choice,
            depth,
            theme: Theme::resolve(choice, ground, depth).with(signs),
            canvas: Canvas::new(links::are_taken(|name| std::env::var(name).ok())),
            size: (0, 0),
            asked: None,
            away: false,
            takes_copies: clipboard::is_there(|name| std::env::var(name).ok()),
            dirty: true,
        }
    }

    /// When the terminal was asked for its background.
    pub(super) const fn asked(&self) -> Option<Instant> {
        self.asked
    }

    /// Whether the terminal has been given to the shell.
    pub(super) const fn is_away(&self) -> bool {
        self.away
    }

    /// Asks behind the first frame, in the same write, what the background is.
    pub(super) fn ask_for_ground(&mut self) {
        let term = std::env::var("TERM").ok();
        if background::is_worth_asking(self.choice, self.depth, term.as_deref()) {
            self.canvas.say(background::QUESTION);
            self.asked = Some(Instant::now());
        }
    }

    /// Takes a size; says whether it is another one.
    pub(super) fn resize(&mut self, size: (u16, u16)) -> bool {
        std::mem::replace(&mut self.size, size) != size
    }

    /// Looks at the size, and says which one it is if it is another one. One that cannot be read
    /// leaves things as they are.
    pub(super) fn measure(&mut self) -> Option<(u16, u16)> {
        device::size().filter(|size| self.resize(*size))
    }

    pub(super) fn learn(&mut self, answer: Answer) {
        let Some(asked) = self.asked else { return };
        match answer {
            Answer::Done => self.asked = None,
            Answer::Ground(ground) if asked.elapsed() < background::TOO_LATE => {
                let theme =
                    Theme::resolve(self.choice, Some(ground), self.depth).with(self.theme.signs);
                self.dirty |= theme != self.theme;
                self.theme = theme;
            }
            Answer::Ground(_) => {}
        }
    }

    /// Draws the next frame.
    pub(super) fn compose(&mut self, draw: impl FnOnce(&Theme, Rect, &mut Buffer) -> Vec<Link>) {
        self.dirty = false;
        let (theme, (columns, rows)) = (&self.theme, self.size);
        let area = Rect::new(0, 0, columns, rows);
        self.canvas.compose(area, |area, buffer| {
            fault::may_happen("draw");
            draw(theme, area, buffer)
        });
    }

    /// Writes what has been drawn and said.
    pub(super) fn commit(&mut self) -> ControlFlow<Ending> {
        let linked = self.canvas.is_linked();
        heard(self.canvas.commit(|frame| session::show(frame, linked)))
    }

    /// Gives the terminal to the shell and stops. Not twice, though the key and the signal may
    /// both have come.
    pub(super) fn suspend(&mut self) -> ControlFlow<Ending> {
        if self.away || !jobs::can_be_continued() {
            return Continue(());
        }
        self.away = true;
        session::leave();
        match signals::stop() {
            // We are back; the message that says so is on its way.
            Ok(()) => Continue(()),
            Err(_) => self.resume(),
        }
    }

    pub(super) fn resume(&mut self) -> ControlFlow<Ending> {
        // Continued in the background, as by `bg`: the shell has the terminal, and its modes must
        // not be taken for the ones to go back to in the end.
        self.away = !device::is_in_foreground(std::io::stdout())
            && jobs::can_be_continued()
            && signals::stop().is_ok();
        if self.away {
            return Continue(());
        }
        self.dirty = true;
        self.canvas.invalidate();
        heard(session::reenter())
    }

    /// Gives an answer that is on its way the time to arrive.
    pub(super) fn await_answer(&mut self, mail: &mut Mailbox<Keyboard>) {
        while let Some(asked) = self.asked {
            match mail.next(Some(asked + background::PATIENCE)) {
                Some(Message::Answer(answer)) => self.learn(answer),
                Some(Message::Signal(_) | Message::Hangup) | None => return,
                Some(_) => {}
            }
        }
    }
}

/// A terminal that cannot be written to is a terminal that is gone.
pub(super) fn heard(result: std::io::Result<()>) -> ControlFlow<Ending> {
    result.map_or(Break(HANGUP), Continue)
}
