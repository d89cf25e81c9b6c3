//! The loop: messages in, actions to the app, its effects carried out, at most one frame drawn.
//!
//! Knows the order of things. Must not know keys, colours or cells.
//!
//! It waits without a timer. Everything that has come while it worked is dealt with before it
//! draws, so five hundred keys are one frame.

mod asking;
mod files;

use asking::Waiting;

use super::clipboard;
use super::device::Keyboard;
use super::mailbox::{Mailbox, Post};
use super::meeting::host::Host;
use super::message::Message;
use super::reader::{self, Reader};
use super::window::{HANGUP, Opening, Window, heard, spawn};
use super::writer::{Manner, Writers};
use super::{Ending, Error, fault, watch};
use crate::app::App;
use crate::app::action::{Action, Effect};
use crate::app::present::{Cue, Slide};
use crate::command::keymap;
use crate::data::Library;
use crate::model::operation::Operation;
use crate::theme::{Choice, Signs};
use crate::view;
use signal_hook::consts::SIGINT;
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::Arc;
use std::time::{Duration, Instant};
use terminput::Event;

/// From so many actions on it takes a moment to free an operation.
const MANY: usize = 10_000;

/// Shows the app until its end. Nothing is started before the first frame that it can do without.
pub(super) fn run(
    app: App,
    library: Library,
    choice: Choice,
    signs: Signs,
    manner: Manner,
) -> Result<Ending, Error> {
    let opening = Opening::begin()?;
    let size = opening.size;
    let (session, mail, post, listening) = opening.split();
    let mut runtime = Runtime::new(app, library, Window::new(choice, signs), mail, post, manner);
    if let Break(ending) = runtime.begin(size) {
        return Ok(ending);
    }
    listening.begin(&mut runtime.mail, &runtime.post, runtime.window.asked())?;
    let _watch = watch::watch(runtime.library.files(), runtime.post.clone());
    let ending = runtime.serve();
    drop(session);
    runtime.host.close();
    std::mem::take(&mut runtime.writers).end(ending != Ending::Quit);
    // The process ends here: to free what it holds would only keep the user waiting.
    std::mem::forget(runtime);
    Ok(ending)
}

struct Runtime {
    app: App,
    library: Arc<Library>,
    /// The operation shown, held so that a large one is not freed in the middle of an update.
    held: Arc<Operation>,
    /// The file that is being read.
    reader: Option<Reader>,
    /// Who waits for the answer to the last question about the rows.
    asked: Option<Waiting>,
    window: Window,
    mail: Mailbox<Keyboard>,
    post: Post,
    /// Consoles that follow the presentation.
    host: Host,
    /// The files that are being written, and how text is.
    writers: Writers,
    manner: Manner,
    /// When the file of the operation shown is to be read again, if it has changed.
    reload: Option<Instant>,
    /// When the slide shown makes room for the next one, if it stands only for a time.
    turn_at: Option<(Slide, u32, Instant)>,
}

impl Runtime {
    fn new(
        app: App,
        library: Library,
        window: Window,
        mail: Mailbox<Keyboard>,
        post: Post,
        manner: Manner,
    ) -> Self {
        Self {
            held: app.shared_operation(),
            reader: None,
            asked: None,
            app,
            library: Arc::new(library),
            window,
            mail,
            post,
            host: Host::default(),
            writers: Writers::default(),
            manner,
            reload: None,
            turn_at: None,
        }
    }

    /// Draws the first frame, and asks behind it, in the same write, what the background is.
    fn begin(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.resize(size)?;
        self.compose();
        self.window.ask_for_ground();
        self.window.commit()?;
        self.turn_slide()
    }

    fn serve(&mut self) -> Ending {
        let unread =
            if self.app.is_unread() { self.read(self.app.shelf().0, false) } else { Continue(()) };
        if let Break(ending) = unread {
            return ending;
        }
        self.tell_consoles();
        loop {
            if let Break(ending) = self.turn() {
                if ending == Ending::Quit {
                    self.window.await_answer(&mut self.mail);
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
        if !self.window.is_away() && self.window.dirty {
            self.measure()?;
            self.compose();
            self.window.commit()?;
        }
        // Behind the frame: the room comes first.
        self.tell_consoles();
        Continue(())
    }

    /// Waits for a message; without a timer unless a file waits to be read or is being read, or a
    /// slide stands only for a time. `None` if that is due.
    fn wait(&mut self) -> Option<Message> {
        let tick = self.reader.as_ref().map(|_| Instant::now() + reader::TICK);
        let slide = self.turn_at.filter(|_| !self.window.is_away()).map(|(.., due)| due);
        self.mail.next(self.reload.into_iter().chain(tick).chain(slide).min())
    }

    /// Turns a slide whose time is over, and starts the clock of one that has just come.
    fn turn_slide(&mut self) -> ControlFlow<Ending> {
        let now = Instant::now();
        if self.turn_at.is_some_and(|(.., due)| due <= now) && !self.window.is_away() {
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
                self.window.learn(answer);
                Continue(())
            }
            Message::Changed(place) => {
                if place != self.app.shelf().0 {
                    return self.act(Action::Outdated(place));
                }
                self.reload = Some(Instant::now() + watch::CALM);
                Continue(())
            }
            Message::Read(outcome) => match self.reader.take_if(|reader| reader.is_of(&outcome)) {
                Some(reader) => self.have_read(reader.place, reader.again, outcome.result),
                None => Continue(()),
            },
            Message::Fetched(place, fetched) => self.act(Action::Fetched(place, fetched)),
            Message::Exported(format, outcome) => self.act(Action::Exported(format, outcome)),
            Message::Answered(answer) => self.act(Action::Answered(answer)),
            Message::Resized => self.measure(),
            Message::Signal(signal) => Break(Ending::Signal(signal)),
            Message::Stop => self.window.suspend(),
            Message::Continued => self.window.resume(),
            Message::Hangup => Break(HANGUP),
            Message::Met(news) => match self.host.take(news, &self.post) {
                Some(ask) => self.act(Action::Ask(ask)),
                None => Continue(()),
            },
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
        self.window.dirty = true;
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
            Effect::Interrupt => Break(Ending::Signal(SIGINT)),
            Effect::Suspend => self.window.suspend(),
            Effect::Copy(text, _) if self.window.takes_copies => {
                heard(self.window.canvas.copy(&text))
            }
            Effect::Copy(text, form) => self.act(Action::Kept(clipboard::keep(&text, form))),
            Effect::Export { path, format, replaces } => self.write((path, format, replaces)),
            Effect::Open(place) => {
                self.reload = None;
                self.read(place, false)
            }
            Effect::Fetch(places) => self.fetch(&places),
            Effect::Query(question) => self.ask(question),
            Effect::DropQuery => {
                self.asked = None;
                Continue(())
            }
            Effect::GiveUp => {
                self.reader = None;
                Continue(())
            }
        }
    }

    /// Looks at the size.
    fn measure(&mut self) -> ControlFlow<Ending> {
        match self.window.measure() {
            Some(size) => self.resize(size),
            None => Continue(()),
        }
    }

    fn resize(&mut self, size: (u16, u16)) -> ControlFlow<Ending> {
        self.window.resize(size);
        let (columns, rows) = size;
        self.act(Action::Resize { columns, rows })
    }

    fn compose(&mut self) {
        let app = &self.app;
        self.window.compose(|theme, area, buffer| view::draw(app, theme, area, buffer));
    }

    /// Tells the consoles where the presentation stands; without one there is nothing to follow.
    fn tell_consoles(&mut self) {
        if self.app.presentation().is_none() {
            self.host.close();
        } else if self.host.is_open(&self.post) {
            self.host.tell(&self.app);
        }
    }
}
