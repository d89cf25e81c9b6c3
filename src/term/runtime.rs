//! The loop: messages in, actions to the app, its effects carried out, at most one frame drawn.
//!
//! Knows the order of things. Must not know keys, colours or cells.
//!
//! It waits without a timer. Everything that has come while it worked is dealt with before it
//! draws, so five hundred keys are one frame.

mod files;

use super::background::{self, Answer};
use super::canvas::Canvas;
use super::device::{self, Keyboard};
use super::input::Keys;
use super::mailbox::{Mailbox, Post};
use super::message::Message;
use super::reader::{self, Reader};
use super::session::{self, Session};
use super::{Ending, Error, fault, jobs, links, signals, watch};
use crate::app::App;
use crate::app::action::{Action, Effect};
use crate::app::present::{Cue, Slide};
use crate::command::keymap;
use crate::data::Library;
use crate::model::operation::Operation;
use crate::theme::{Choice, Depth, Ground, Signs, Theme};
use crate::view;
use ratatui::layout::Rect;
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use terminput::Event;

/// From so many actions on it takes a moment to free an operation.
const MANY: usize = 10_000;

const HANGUP: Ending = Ending::Signal(signals::HANGUP);

/// Shows the app until its end. The order is that of [`super::run`]'s promises: nothing is
/// switched on before all that can be refused has been granted, and nothing is started before the
/// first frame that it can do without.
pub(super) fn run(
    app: App,
    library: Library,
    choice: Choice,
    signs: Signs,
) -> Result<Ending, Error> {
    let keyboard = Keyboard::open().ok_or(Error::Keyboard)?;
    let size = device::size().ok_or(Error::Size)?;
    let caught = signals::catch().map_err(|_| Error::Resources)?;
    session::guard_against_panics();
    let session = Session::begin().map_err(|_| Error::Modes)?;
    let mail = Mailbox::new().map_err(|_| Error::Resources)?;
    let mut runtime = Runtime::new(app, library, (choice, signs), mail);
    if let Break(ending) = runtime.begin(size) {
        return Ok(ending);
    }
    let post = runtime.post.clone();
    spawn("signals", move || signals::forward(caught, &post))?;
    let _watch = watch::watch(runtime.library.files(), runtime.post.clone());
    let keys = Keys::new(keyboard, runtime.asked);
    if device::WAITS_FOR_TERMINALS {
        runtime.mail.read_from(keys);
    } else {
        let post = runtime.post.clone();
        spawn("keyboard", move || keys.post_to(&post))?;
    }
    let ending = runtime.serve();
    drop(session);
    // The process ends here: to free what it holds would only keep the user waiting.
    std::mem::forget(runtime);
    Ok(ending)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Error> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).map(drop).map_err(|_| Error::Resources)
}

struct Runtime {
    app: App,
    library: Arc<Library>,
    /// The operation shown, held so that a large one is not freed in the middle of an update.
    held: Arc<Operation>,
    /// The file that is being read.
    reader: Option<Reader>,
    choice: Choice,
    depth: Depth,
    theme: Theme,
    canvas: Canvas,
    mail: Mailbox<Keyboard>,
    post: Post,
    size: (u16, u16),
    /// When the terminal was asked for its background, while an answer may come.
    asked: Option<Instant>,
    /// When the file of the operation shown is to be read again, if it has changed.
    reload: Option<Instant>,
    /// When the slide shown makes room for the next one, if it stands only for a time.
    turn_at: Option<(Slide, u32, Instant)>,
    /// Whether the terminal has been given to the shell.
    away: bool,
    /// Whether something happened since the last frame.
    dirty: bool,
}

impl Runtime {
    fn new(
        app: App,
        library: Library,
        (choice, signs): (Choice, Signs),
        (mail, post): (Mailbox<Keyboard>, Post),
    ) -> Self {
        let depth = Depth::from_env();
        let ground = Ground::promised(|name| std::env::var(name).ok());
        Self {
            held: app.shared_operation(),
            reader: None,
            app,
            library: Arc::new(library),
            choice,
            depth,
            theme: Theme::resolve(choice, ground, depth).with(signs),
            canvas: Canvas::new(links::are_taken(|name| std::env::var(name).ok())),
            mail,
            post,
            size: (0, 0),
            asked: None,
            reload: None,
            turn_at: None,
            away: false,
            dirty: true,
        }
    }

    /// Draws the first frame, and asks behind it, in the same write, what the background is.
    fn begin(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.resize(size)?;
        self.compose();
        let term = std::env::var("TERM").ok();
        if background::is_worth_asking(self.choice, self.depth, term.as_deref()) {
            self.canvas.say(background::QUESTION);
            self.asked = Some(Instant::now());
        }
        self.commit()?;
        self.turn_slide()
    }

    fn serve(&mut self) -> Ending {
        let unread =
            if self.app.is_unread() { self.read(self.app.shelf().0, false) } else { Continue(()) };
        if let Break(ending) = unread {
            return ending;
        }
        loop {
            if let Break(ending) = self.turn() {
                if ending == Ending::Quit {
                    self.await_answer();
                }
                return ending;
            }
        }
    }

    /// One message, all that wait behind it, and a frame.
    fn turn(&mut self) -> ControlFlow<Ending> {
        let mut next = self.wait();
        while let Some(message) = next {
            self.take(message)?;
            next = self.mail.waiting();
        }
        self.read_again()?;
        self.tell_progress()?;
        self.turn_slide()?;
        if self.away || !self.dirty {
            return Continue(());
        }
        self.measure()?;
        self.compose();
        self.commit()
    }

    /// Waits for a message; without a timer unless a file waits to be read or is being read, or a
    /// slide stands only for a time. `None` if that is due.
    fn wait(&mut self) -> Option<Message> {
        let tick = self.reader.as_ref().map(|_| Instant::now() + reader::TICK);
        let slide = self.turn_at.filter(|_| !self.away).map(|(.., due)| due);
        self.mail.next(self.reload.into_iter().chain(tick).chain(slide).min())
    }

    /// Turns a slide whose time is over, and starts the clock of one that has just come.
    fn turn_slide(&mut self) -> ControlFlow<Ending> {
        let now = Instant::now();
        if self.turn_at.is_some_and(|(.., due)| due <= now) && !self.away {
            self.turn_at = None;
            self.act(Action::Cue(Cue::Due))?;
        }
        let same = |(slide, seconds, _): &(Slide, u32, Instant)| {
            self.app.due() == Some((*slide, *seconds))
        };
        if !self.turn_at.as_ref().is_some_and(same) {
            let start =
                |(slide, seconds)| (slide, seconds, now + Duration::from_secs(u64::from(seconds)));
            self.turn_at = self.app.due().map(start);
        }
        Continue(())
    }

    fn take(&mut self, message: Message) -> ControlFlow<Ending> {
        match message {
            Message::Input(events) => events.iter().try_for_each(|event| self.input(event)),
            Message::Answer(answer) => {
                self.learn(answer);
                Continue(())
            }
            Message::Changed(place) => {
                if place == self.app.shelf().0 {
                    self.reload = Some(Instant::now() + watch::CALM);
                }
                Continue(())
            }
            Message::Read(outcome) => match self.reader.take_if(|reader| reader.is_of(&outcome)) {
                Some(reader) => self.have_read(reader.place, reader.again, outcome.result),
                None => Continue(()),
            },
            Message::Resized => self.measure(),
            Message::Signal(signal) => Break(Ending::Signal(signal)),
            Message::Stop => self.suspend(),
            Message::Continued => self.resume(),
            Message::Hangup => Break(HANGUP),
        }
    }

    /// What an event means depends on where the one before it has led.
    fn input(&mut self, event: &Event) -> ControlFlow<Ending> {
        match keymap::action(&self.app, event) {
            Some(action) => self.act(action),
            None => Continue(()),
        }
    }

    fn act(&mut self, action: Action) -> ControlFlow<Ending> {
        self.dirty = true;
        fault::may_happen("update");
        let effects = self.app.update(action);
        let now = self.app.shared_operation();
        if !Arc::ptr_eq(&self.held, &now) {
            let past = std::mem::replace(&mut self.held, now);
            if past.actions.len() > MANY {
                // Without a thread for it, it is freed here, which only takes longer.
                let _ = spawn("freeing", move || drop(past));
            }
        }
        effects.into_iter().try_for_each(|effect| self.carry_out(effect))
    }

    fn carry_out(&mut self, effect: Effect) -> ControlFlow<Ending> {
        match effect {
            Effect::Quit => Break(Ending::Quit),
            Effect::Suspend => self.suspend(),
            Effect::Copy(text) => heard(self.canvas.copy(&text)),
            Effect::Open(place) => {
                self.reload = None;
                self.read(place, false)
            }
            Effect::GiveUp => {
                self.reader = None;
                Continue(())
            }
        }
    }

    /// Looks at the size. One that cannot be read leaves things as they are.
    fn measure(&mut self) -> ControlFlow<Ending> {
        match device::size() {
            Some(size) if size != self.size => self.resize(size),
            _ => Continue(()),
        }
    }

    fn resize(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.size = size;
        let (columns, rows) = size;
        self.act(Action::Resize { columns, rows })
    }

    fn learn(&mut self, answer: Answer) {
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

    fn compose(&mut self) {
        self.dirty = false;
        let (app, theme, (columns, rows)) = (&self.app, &self.theme, self.size);
        let area = Rect::new(0, 0, columns, rows);
        self.canvas.compose(area, |area, buffer| {
            fault::may_happen("draw");
            view::draw(app, theme, area, buffer)
        });
    }

    /// Writes what has been drawn and said.
    fn commit(&mut self) -> ControlFlow<Ending> {
        let linked = self.canvas.is_linked();
        heard(self.canvas.commit(|frame| session::show(frame, linked)))
    }

    /// Gives the terminal to the shell and stops. Not twice, though the key and the signal may
    /// both have come.
    fn suspend(&mut self) -> ControlFlow<Ending> {
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

    fn resume(&mut self) -> ControlFlow<Ending> {
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
    fn await_answer(&mut self) {
        while let Some(asked) = self.asked {
            match self.mail.next(Some(asked + background::PATIENCE)) {
                Some(Message::Answer(answer)) => self.learn(answer),
                Some(Message::Signal(_) | Message::Hangup) | None => return,
                Some(_) => {}
            }
        }
    }
}

/// A terminal that cannot be written to is a terminal that is gone.
fn heard(result: std::io::Result<()>) -> ControlFlow<Ending> {
    result.map_or(Break(HANGUP), Continue)
}
