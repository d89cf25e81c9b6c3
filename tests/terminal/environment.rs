//! Every kind of terminal, language, input and folder: the board works, or says what it is not.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{Setup, Terminal};
use crate::screen::Screen;

/// Works with the board as with any, and leaves it.
fn works(setup: Setup) -> Terminal {
    let mut terminal = setup.open();
    terminal.until("the board", Screen::is_overview);
    let screen = terminal.moves_to("jj", "Serbia");
    assert!(screen.is_taken_over());
    terminal.send("2");
    terminal.until("the countries", Screen::is_countries);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal
}

/// The numbers of the colours that are set, of one kind: `2` for 24 bits, `5` for a palette.
fn colours_set(terminal: &Terminal, kind: &str) -> Vec<u32> {
    let written = String::from_utf8(terminal.written()).unwrap();
    let sets = [format!("38;{kind};"), format!("48;{kind};")];
    let mut numbers = Vec::new();
    for start in &sets {
        for rest in written.split(start.as_str()).skip(1) {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            numbers.push(digits.parse().unwrap());
        }
    }
    numbers
}

#[test]
fn terminals_get_the_colours_that_they_promise() {
    for term in ["xterm", "screen", "tmux", "linux", "vt100", "unheard-of"] {
        let terminal = works(Setup::board().env("TERM", term).without("COLORTERM"));
        assert_eq!(colours_set(&terminal, "2"), [0; 0], "{term}");
        let others = colours_set(&terminal, "5").into_iter().filter(|colour| *colour > 15);
        assert_eq!(others.count(), 0, "{term}");
    }
    for term in ["xterm-256color", "screen-256color", "tmux-256color"] {
        let terminal = works(Setup::board().env("TERM", term).without("COLORTERM"));
        assert_eq!(colours_set(&terminal, "2"), [0; 0], "{term}");
        assert!(colours_set(&terminal, "5").iter().any(|colour| *colour > 15), "{term}");
        let terminal = works(Setup::board().env("TERM", term));
        assert!(!colours_set(&terminal, "2").is_empty(), "{term}");
    }
}

#[test]
fn a_terminal_without_a_name_gets_a_board() {
    for setup in [Setup::board().without("TERM"), Setup::board().env("TERM", "")] {
        let terminal = works(setup.without("COLORTERM"));
        assert_eq!(colours_set(&terminal, "2"), [0; 0]);
        let written = String::from_utf8(terminal.written()).unwrap();
        assert!(!written.contains("\x1b]11;?"), "nobody knows whether it would answer");
    }
}

#[test]
fn nobody_sets_colours_where_none_are_wanted() {
    for term in ["xterm-256color", "linux", "tmux-256color"] {
        let terminal = works(Setup::board().env("TERM", term).env("NO_COLOR", "1"));
        let set = [colours_set(&terminal, "2"), colours_set(&terminal, "5")].concat();
        assert_eq!(set, [0; 0], "{term}");
    }
}

/// What a pipe gets, in some environment.
fn piped(environment: &[(&str, &str)]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liberterra"));
    let output = command.env_clear().envs(environment.iter().copied()).output().unwrap();
    assert!(output.status.success() && !output.stdout.is_empty());
    output.stdout
}

/// What a script writes to a terminal that does not touch line ends.
fn shown(setup: Setup) -> Vec<u8> {
    let terminal = setup.open();
    assert_eq!(terminal.exit_code(), 0);
    terminal.all_written()
}

#[test]
fn plain_text_is_byte_for_byte_what_a_pipe_gets() {
    for language in ["C.UTF-8", "C"] {
        let ways = [
            r#"stty -onlcr; exec "$BOARD" --plain"#,
            r#"stty -onlcr; "$BOARD" | cat"#,
            r#"stty -onlcr; TERM=dumb exec "$BOARD""#,
            r#"stty -onlcr; exec "$BOARD" --theme light --plain"#,
        ];
        for way in ways {
            let seen = shown(Setup::script(way).env("LC_ALL", language));
            assert!(seen == piped(&[("LC_ALL", language)]), "{way} {language}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_any_keyboard_the_plain_text_is_shown() {
    let script = r#"stty -onlcr; exec setsid -w "$BOARD" < /dev/null"#;
    assert!(shown(Setup::script(script)) == piped(&[]));
}

/// Looks at everything there is to see, and has a find typed with a letter that is not ASCII.
fn looks_at_everything(mut terminal: Terminal) -> Terminal {
    terminal.until("the board", |screen| screen.is_overview() && screen.shows("> Turkiye"));
    let steps: [(&str, &str); 9] = [
        ("a", "each step x10"),
        ("\x1b[A", "> Arrests"),
        ("o", "Esc closes"),
        ("o", "> Arrests"),
        ("2", "sorted by arrests v"),
        ("5", "> [1] The National"),
        ("1/\u{fc}rk", "find: urk"),
        ("\x1b", "Enter open"),
        ("?", "What works here"),
    ];
    for (keys, sight) in steps {
        terminal.send(keys);
        terminal.until(sight, |screen| screen.shows(sight));
    }
    terminal.resize(40, 8);
    terminal.until("what is needed", |screen| screen.shows("60 by 16"));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal
}

#[test]
fn where_nothing_else_is_read_every_byte_is_ascii() {
    let asked = [
        Setup::board().env("LC_ALL", "C"),
        Setup::board().env("LC_CTYPE", "de_DE.ISO-8859-1").env("LANG", "de_DE.UTF-8"),
        Setup::board().env("LANG", "C.UTF-8").arg("--ascii"),
        Setup::board().env("LANG", "C.UTF-8").env("TERM", "linux").without("COLORTERM"),
    ];
    for setup in asked {
        let terminal = looks_at_everything(setup.open());
        let written = terminal.all_written();
        let other = written.iter().position(|byte| !byte.is_ascii());
        assert_eq!(other, None, "{:?}", String::from_utf8_lossy(&written));
    }
}

#[test]
fn a_language_that_nobody_named_is_utf_8() {
    for setup in [Setup::board(), Setup::board().env("LC_ALL", "").env("LANG", "tr_TR.UTF-8")] {
        let terminal = works(setup);
        assert!(String::from_utf8(terminal.written()).unwrap().contains("Türkiye"));
    }
}

#[test]
fn keys_come_from_the_terminal_whatever_standard_input_is() {
    for input in ["</dev/null", "<&-", "</etc/passwd", "<\"$BOARD\""] {
        works(Setup::script(&format!(r#"exec "$BOARD" {input}"#)));
    }
    for feed in [":", "echo j", "yes j"] {
        let mut terminal = Setup::script(&format!(r#"{feed} | "$BOARD""#)).open();
        let screen = terminal.until("the board", Screen::is_overview);
        assert_eq!(screen.selected(), "Türkiye", "what is fed is no key");
        terminal.moves_to("jj", "Serbia");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0);
        assert!(terminal.is_set_as_at_first());
    }
}

#[test]
fn other_streams_that_are_closed_are_no_matter() {
    works(Setup::script(r#"exec "$BOARD" 2>&-"#));
    let terminal = Setup::script(r#""$BOARD" >&-; echo "[code $?]""#).open();
    terminal.until("an end without a board", |screen| screen.shows("[code 0]"));
}

#[test]
fn no_home_and_no_folder_to_write_to_are_no_matter() {
    works(Setup::board().without("HOME"));
    works(Setup::board().env("HOME", "/nowhere"));
    if cfg!(target_os = "linux") {
        works(Setup::board().without("HOME").folder("/proc"));
    }
    let folder = format!("{}/gone-{}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    fs::create_dir_all(&folder).unwrap();
    works(Setup::script(r#"rmdir "$PWD"; exec "$BOARD""#).without("HOME").folder(&folder));
    assert!(!fs::exists(&folder).unwrap());
}

#[test]
fn an_empty_environment_is_no_matter() {
    let setup = Setup::script(r#"exec env -i "$BOARD""#);
    let terminal = works(setup);
    assert_eq!(colours_set(&terminal, "2"), [0; 0]);
}

#[test]
fn what_is_copied_where_there_is_no_clipboard_is_in_a_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("copied");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut terminal = Setup::board().env("TERM", "linux").folder(folder.to_str().unwrap()).open();
    terminal.until("the board", Screen::is_overview);
    let copies = [
        ("y", "liberterra-copy.txt"),
        ("y", "liberterra-copy-2.txt"),
        ("\x19", "liberterra-copy.md"),
    ];
    for (key, name) in copies {
        terminal.send(key);
        terminal.until("where it is", |screen| screen.shows(&format!("the copy is in {name}")));
        let copy = fs::read_to_string(folder.join(name)).unwrap();
        assert!(
            copy.contains("94 suspected smugglers arrested")
                && copy.contains("not a product of INTERPOL"),
            "{copy}"
        );
    }
    assert!(!String::from_utf8(terminal.written()).unwrap().contains("\x1b]52;"));
}
