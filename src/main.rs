//! Options in, exit code out; everything else is the library's.

use std::io::{self, Write};
use std::process::ExitCode;

use liberterra::cli::Options;
use liberterra::run::{self, UNUSABLE};

fn main() -> ExitCode {
    // Without its hook a fault is still reported, only less readably.
    let _ = color_eyre::config::HookBuilder::default().display_env_section(false).install();
    let done = match Options::read() {
        Ok(Ok(options)) => run::run(&options),
        Ok(Err(help)) => run::print(|out| out.write_all(help.as_bytes())),
        Err(sentence) => Err((UNUSABLE, sentence)),
    };
    done.unwrap_or_else(|(code, sentence)| {
        // Where even this cannot be written, the exit code has to do.
        let _ = writeln!(io::stderr(), "liberterra: {sentence}");
        ExitCode::from(code)
    })
}
