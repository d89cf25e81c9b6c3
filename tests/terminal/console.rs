//! A presentation and its console in two terminals: turned from both, killed, begun again; and what
//! becomes of those who only pretend to be one of them.

use std::cmp::Ordering;
use std::fs::{self, DirBuilder, Permissions};
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt, chown, symlink};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process;
use std::thread;
use std::time::Instant;

use rustix::process::{Signal, getuid, kill_process};

use crate::harness::{DEADLINE, Setup, Terminal};
use crate::present::is_slide;
use crate::screen::Screen;

/// A user's runtime folder for one test.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        // A short path, wherever the project lies.
        let path = std::env::temp_dir().join(format!("lt-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&path);
        DirBuilder::new().mode(0o700).create(&path).unwrap();
        Self(path)
    }

    fn setup(&self, words: &[&str]) -> Setup {
        let setup = Setup::board().env("XDG_RUNTIME_DIR", self.0.to_str().unwrap()).size(80, 24);
        words.iter().fold(setup, |setup, word| setup.arg(word))
    }

    /// A presentation that shows its first slide and can be met.
    fn presentation(&self, from: usize) -> Terminal {
        let terminal = self.setup(&["present", "--from", &from.to_string()]).open();
        terminal.until("a slide", |screen| is_slide(screen, from));
        self.until_met(&terminal);
        terminal
    }

    fn console(&self, words: &[&str]) -> Terminal {
        self.setup(&[&["console"], words].concat()).open()
    }

    fn folder(&self) -> PathBuf {
        self.0.join("liberterra")
    }

    fn socket(&self, of: &Terminal) -> PathBuf {
        self.folder().join(format!("{}.sock", of.leader().as_raw_nonzero()))
    }

    /// The names of all sockets.
    fn sockets(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().into_string().unwrap()).collect()
    }

    /// Waits for the socket of a presentation, which comes behind its first frame.
    fn until_met(&self, of: &Terminal) {
        let end = Instant::now() + DEADLINE;
        while UnixStream::connect(self.socket(of)).is_err() {
            assert!(Instant::now() < end, "no socket");
            thread::yield_now();
        }
    }

    /// Meets a presentation as a console that is none; it is told where the presentation stands.
    fn pretender(&self, to: &Terminal) -> UnixStream {
        let mut stream = UnixStream::connect(self.socket(to)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(b"{\"liberterra\":1,\"says\":\"tell\"}\n").unwrap();
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        assert_eq!(&byte, b"{");
        stream
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Reads until the other end is closed; a reset is an end too.
fn until_closed(stream: &mut UnixStream) {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        result => drop(result.unwrap()),
    }
}

/// Whether a console shows a slide of a presentation that is there.
fn follows(screen: &Screen, number: usize) -> bool {
    screen.shows(&format!("This slide · {number} of 28")) && !screen.shows("is gone")
}

impl Terminal {
    fn until_follows(&self, number: usize) -> Screen {
        self.until(&format!("slide {number} on the console"), |screen| follows(screen, number))
    }

    /// A slide on the projector and the same one on the console.
    fn until_both(&self, console: &Self, number: usize) {
        self.until(&format!("slide {number}"), |screen| is_slide(screen, number));
        console.until_follows(number);
    }
}

#[test]
fn slides_are_turned_from_both() {
    let room = Room::new("both");
    let mut slides = room.presentation(1);
    let mut console = room.console(&["--minutes", "20"]);
    let screen = console.until_follows(1);
    for words in ["OPERATION LIBERTERRA II", "PRELIMINARY", "of 20:00", "on time", "Notes", "Next"]
    {
        assert!(screen.shows(words), "{words}:\n{}", screen.text());
    }
    assert!(screen.is_taken_over());
    console.send(" ");
    slides.until_both(&console, 2);
    slides.send(" ");
    slides.until_both(&console, 3);
    console.send("17\r");
    slides.until_both(&console, 17);
    console.send("\x1b[5~");
    slides.until_both(&console, 16);
    console.send("b");
    slides.until("nothing", |screen| screen.text().trim().is_empty());
    console.until("that it is blank", |screen| screen.shows("the room sees a blank screen"));
    console.send(" ");
    slides.until_both(&console, 16);
    console.send("p");
    let screen = slides.until("the live data", Screen::is_countries);
    assert_eq!(screen.selected(), "Serbia");
    console.until("that it is live", |screen| screen.shows("the room sees the live data"));
    console.send("p");
    slides.until_both(&console, 16);
    console.send("q");
    assert_eq!(console.exit_code(), 0);
    slides.turns_to(" ", 17);
    slides.send("q");
    assert_eq!(slides.exit_code(), 0);
    assert!(room.sockets().is_empty(), "{:?}", room.sockets());
}

#[test]
fn a_presentation_begun_on_the_board_is_followed_until_its_end() {
    let room = Room::new("board");
    let console = room.console(&[]);
    let screen = console.until("the waiting", |screen| screen.shows("Waiting for a presentation"));
    assert!(screen.shows("`liberterra present`"), "{}", screen.text());
    let mut board = room.setup(&[]).open();
    board.until("the board", Screen::is_overview);
    assert!(room.sockets().is_empty(), "nothing is presented yet");
    board.turns_to("p", 1);
    console.until_follows(1);
    board.send("\x1b");
    board.until("the board", Screen::is_overview);
    console.until("the end", |screen| screen.shows("the presentation is gone"));
    assert!(room.sockets().is_empty());
    board.turns_to("p", 1);
    console.until_follows(1);
}

#[test]
fn either_may_be_killed_and_come_back() {
    let room = Room::new("killed");
    let slides = room.presentation(7);
    let mut console = room.console(&[]);
    console.until_follows(7);
    kill_process(slides.leader(), Signal::KILL).unwrap();
    assert_eq!(slides.killed_by(), "Killed");
    let screen = console.until("the loss", |screen| screen.shows("the presentation is gone"));
    assert!(screen.shows("`--from 7` begins there again"), "{}", screen.text());
    assert!(screen.shows("Nearly is the release's own word"), "the notes stay");
    let mut slides = room.presentation(7);
    console.until_follows(7);
    assert_eq!(room.sockets().len(), 1, "what the dead one left is taken away");
    console.send(" ");
    slides.until_both(&console, 8);
    kill_process(console.leader(), Signal::KILL).unwrap();
    assert_eq!(console.killed_by(), "Killed");
    slides.turns_to(" ", 9);
    let mut console = room.console(&[]);
    console.until_follows(9);
    console.send("\x7f");
    slides.until_both(&console, 8);
}

#[test]
fn of_several_presentations_one_is_chosen() {
    let room = Room::new("several");
    let (one, other) = (room.presentation(2), room.presentation(4));
    let mut console = room.console(&[]);
    let screen = console
        .until("the list", |screen| screen.shows("slide 2 of 28") && screen.shows("slide 4 of 28"));
    let two = screen.place("slide 2 of 28").unwrap().1;
    let marked = screen.text().lines().position(|line| line.contains('▸')).unwrap();
    console.send(match marked.cmp(&two) {
        Ordering::Equal => "\r",
        Ordering::Less => "j\r",
        Ordering::Greater => "k\r",
    });
    console.until_follows(2);
    console.send(" ");
    one.until_both(&console, 3);
    console.send("\x1b");
    console.until("the list again", |screen| screen.shows("slide 3 of 28"));
    let number = other.leader().as_raw_nonzero().to_string();
    let console = room.console(&[&number]);
    console.until_follows(4);
}

#[test]
fn without_a_safe_folder_it_is_presented_all_the_same_and_the_console_says_why() {
    let room = Room::new("unsafe");
    let folder = room.folder();
    let elsewhere = room.0.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let cases: [(&str, &dyn Fn()); 4] = [
        ("others can enter it", &|| {
            fs::create_dir(&folder).unwrap();
            fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        }),
        ("it is no folder", &|| symlink(&elsewhere, &folder).unwrap()),
        ("it is no folder", &|| fs::write(&folder, "").unwrap()),
        ("it belongs to somebody else", &|| {
            DirBuilder::new().mode(0o700).create(&folder).unwrap();
            chown(&folder, Some(65_534), None).unwrap();
        }),
    ];
    let can_give_away = getuid().is_root();
    for (why, make) in cases.iter().filter(|(why, _)| can_give_away || !why.contains("somebody")) {
        make();
        let console = room.console(&[]);
        let exit = console.exit_code();
        let said = String::from_utf8(console.all_written()).unwrap();
        assert!(exit == 2 && said.contains(why), "{exit}: {said}");
        assert!(said.contains("; set XDG_RUNTIME_DIR to") && !said.contains('\x1b'), "{said}");
        let mut slides = room.setup(&["present"]).open();
        slides.turns_to(" ", 2);
        slides.turns_to(" ", 3);
        slides.send("q");
        assert_eq!(slides.exit_code(), 0);
        let inside = fs::read_dir(&elsewhere).unwrap().count();
        assert_eq!(inside, 0, "nothing is put anywhere else");
        let _ = fs::remove_file(&folder).or_else(|_| fs::remove_dir_all(&folder));
    }
}

#[test]
fn only_the_user_can_meet_a_presentation() {
    let room = Room::new("modes");
    let slides = room.presentation(1);
    let mode = |path: PathBuf| fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(room.folder()), 0o700);
    assert_eq!(mode(room.socket(&slides)), 0o600);
}

#[test]
fn a_console_that_says_anything_else_is_shown_out() {
    let room = Room::new("liar");
    let mut slides = room.presentation(3);
    let long = "x".repeat(1 << 20);
    let many = "{\"liberterra\":1,\"says\":\"first\"}\n".repeat(100_000);
    for lie in [
        "next\n",
        "\n",
        "{\"liberterra\":1,\"says\":\"quit\"}\n",
        "{\"liberterra\":2,\"says\":\"next\"}\n",
        "{\"liberterra\":1,\"says\":{\"go\":0}}\n",
        "\u{1b}]52;c;cHduZWQ=\u{7}\n",
        &long,
    ] {
        let mut stream = room.pretender(&slides);
        // It may be closed before all of it is written.
        let _ = stream.write_all(lie.as_bytes());
        until_closed(&mut stream);
    }
    let mut honest = room.console(&[]);
    honest.until_follows(3);
    let mut stream = room.pretender(&slides);
    let _ = stream.write_all(many.as_bytes());
    until_closed(&mut stream);
    slides.until_both(&honest, 1);
    honest.send(" ");
    slides.until_both(&honest, 2);
    slides.turns_to(" ", 3);
}

#[test]
fn consoles_that_do_not_read_and_consoles_without_end_keep_nobody_waiting() {
    let room = Room::new("crowd");
    let mut slides = room.presentation(1);
    let crowd: Vec<UnixStream> = (0..8).map(|_| room.pretender(&slides)).collect();
    let mut one_more = UnixStream::connect(room.socket(&slides)).unwrap();
    one_more.set_read_timeout(Some(DEADLINE)).unwrap();
    until_closed(&mut one_more);
    for _ in 0..100 {
        slides.turns_to("\x1b[F", 28);
        slides.turns_to("\x1b[H", 1);
    }
    drop(crowd);
    let console = room.console(&[]);
    console.until_follows(1);
}

#[test]
fn who_comes_and_says_nothing_does_not_keep_a_console_out() {
    let room = Room::new("silent");
    let slides = room.presentation(1);
    let silent = || {
        let stream = UnixStream::connect(room.socket(&slides)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let (mut line, mut from) = (String::new(), BufReader::new(stream));
        from.read_line(&mut line).unwrap();
        // Who only looked for the socket may still have a place.
        (!line.contains("\"full\"")).then_some(from)
    };
    let crowd: Vec<_> = std::iter::repeat_with(silent).flatten().take(8).collect();
    let console = room.console(&[]);
    console.until("that it is full", |screen| screen.shows("it has eight consoles already"));
    console.until_follows(1);
    drop(crowd);
}

/// Waits for a console to come to a socket.
fn accepted(listener: &UnixListener) -> UnixStream {
    listener.set_nonblocking(true).unwrap();
    let end = Instant::now() + DEADLINE;
    loop {
        match listener.accept() {
            Ok((stream, _)) => return stream,
            Err(_) => assert!(Instant::now() < end, "nobody comes"),
        }
        thread::yield_now();
    }
}

#[test]
fn a_presentation_that_lies_is_dropped() {
    let room = Room::new("false");
    DirBuilder::new().mode(0o700).create(room.folder()).unwrap();
    let path = room.folder().join(format!("{}.sock", process::id()));
    let mut console = room.console(&[]);
    for lie in [
        "\u{1b}]52;c;cHduZWQ=\u{7}\n".to_owned(),
        "{\"liberterra\":1,\"says\":{\"id\":\"\u{1b}[2J\"}}\n".to_owned(),
        "x".repeat(1 << 20),
    ] {
        let listener = UnixListener::bind(&path).unwrap();
        let mut stream = accepted(&listener);
        let _ = stream.write_all(lie.as_bytes());
        let said = format!("presentation {} is not followed: what it says", process::id());
        console.until("that it was dropped", |screen| screen.shows(&said));
        console.send("t");
        console.until("that it goes on", |screen| !screen.shows(&said));
        fs::remove_file(&path).unwrap();
    }
    assert!(!console.written().windows(4).any(|bytes| bytes == b"]52;"));
    let slides = room.presentation(5);
    console.until_follows(5);
    console.send(" ");
    slides.until_both(&console, 6);
}

#[test]
fn a_presentation_that_is_stopped_is_waited_for_and_does_not_run_away() {
    let room = Room::new("stopped");
    let slides = room.presentation(1);
    let mut console = room.console(&[]);
    console.until_follows(1);
    kill_process(slides.leader(), Signal::STOP).unwrap();
    #[cfg(target_os = "linux")]
    slides.until_stopped(slides.leader());
    console.send(" ".repeat(20));
    console.until("the silence", |screen| screen.shows("the presentation does not answer"));
    kill_process(slides.leader(), Signal::CONT).unwrap();
    slides.until_both(&console, 9);
    console.send("\x7f");
    slides.until_both(&console, 8);
}

/// How much of a talk is left, as a console shows it.
#[cfg(target_os = "linux")]
fn seconds_left(screen: &Screen) -> Option<u64> {
    let text = screen.text();
    let (before, _) = text.split_once(" left of")?;
    let (minutes, seconds) = before.rsplit(' ').next()?.split_once(':')?;
    Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
}

/// How often each thread of a process has gone to sleep by itself.
#[cfg(target_os = "linux")]
fn sleeps(of: &Terminal) -> Vec<String> {
    let tasks = format!("/proc/{}/task", of.leader().as_raw_nonzero());
    let statuses = fs::read_dir(tasks).unwrap().flatten().map(|task| task.path().join("status"));
    let line = |status: PathBuf| {
        let status = fs::read_to_string(status).unwrap();
        let mut lines = status.lines();
        lines.find(|line| line.starts_with("voluntary_ctxt_switches")).unwrap().to_owned()
    };
    let mut sleeps: Vec<String> = statuses.map(line).collect();
    sleeps.sort();
    sleeps
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_wakes_a_presentation_while_a_console_counts_the_seconds() {
    let room = Room::new("calm");
    let slides = room.presentation(1);
    let mut console = room.console(&["--minutes", "20"]);
    console.until_follows(1);
    console.send(" ");
    slides.until_both(&console, 2);
    let first = seconds_left(&console.until("a time", |screen| seconds_left(screen).is_some()));
    let passed = |screen: &Screen| Some(first.unwrap() - seconds_left(screen)?);
    let later = |seconds| move |screen: &Screen| passed(screen) >= Some(seconds);
    console.until("a second", later(1));
    let (asleep, written) = (sleeps(&slides), slides.written());
    let before = console.written().len();
    let screen = console.until("more seconds", later(4));
    assert_eq!(sleeps(&slides), asleep);
    assert_eq!(slides.written(), written);
    let frames = console.written().split_off(before);
    let frames = String::from_utf8(frames).unwrap().matches("\x1b[?2026h").count();
    let most = usize::try_from(passed(&screen).unwrap()).unwrap();
    assert!((1..=most).contains(&frames), "{frames} frames in {most} seconds");
}
