//! Options in, exit code out; everything else is the library's.

use std::io::{self, Write};
use std::process::ExitCode;

use liberterra::cli::Options;
use liberterra::report::ascii::Text;
use liberterra::run::{self, UNUSABLE};
use liberterra::theme::Signs;

fn main() -> ExitCode {
    // Without its hook a fault is still reported, only less readably.
    let _ = color_eyre::config::HookBuilder::default().display_env_section(false).install();
    let signs = Signs::for_text(|name| std::env::var(name).ok());
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
