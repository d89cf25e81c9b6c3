//! Options in, exit code out; everything else is the library's.

use std::io::{self, Write};
use std::panic;
use std::process::{self, ExitCode};

use color_eyre::config::{HookBuilder, Theme};
use liberterra::cli::Options;
use liberterra::report::ascii::Text;
use liberterra::run::{self, UNUSABLE};
use liberterra::term::PANICKED;
use liberterra::theme::Signs;

fn main() -> ExitCode {
    let signs = Signs::for_text(|name| std::env::var(name).ok());
    end_by_faults(signs);
    let (signs, done) = match Options::read() {
        Ok(Ok(options)) => (options.signs(), run::run(&options)),
        Ok(Err(help)) => (signs, run::print(signs, |out| out.write_all(help.as_bytes()))),
        Err(sentence) => (signs, Err((UNUSABLE, sentence))),
    };
    done.unwrap_or_else(|(code, sentence)| {
        // Where even this cannot be written, the exit code has to do.
        let _ = writeln!(Text::new(io::stderr(), signs), "liberterra: {sentence}");
        ExitCode::from(code)
    })
}

/// Says what a fault of the program was, without colours: nobody knows where it is read. Then the
/// program ends: nothing is unwound.
fn end_by_faults(signs: Signs) {
    let hooks = HookBuilder::default().display_env_section(false).theme(Theme::new());
    let (faults, _) = hooks.into_hooks();
    panic::set_hook(Box::new(move |info| {
        // Their own hook would panic again where this cannot be written, and abort.
        let _ = writeln!(Text::new(io::stderr(), signs), "{}", faults.panic_report(info));
        process::exit(PANICKED);
    }));
}
