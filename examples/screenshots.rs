//! Writes the pictures in `screenshots/` from the real view code: `cargo run --example screenshots`.
//!
//! Two runs write the same bytes. Another folder may be named as the only argument.

use std::path::{Path, PathBuf};
use std::{env, fs};

use color_eyre::eyre::{OptionExt, Result};
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::console::{Console, Event, Now};
use liberterra::app::focus::Screen;
use liberterra::app::opening::Opening;
use liberterra::app::present::{Cue, Start};
use liberterra::data::{self, Library, sanitize};
use liberterra::report::picture::{self, Shot};
use liberterra::report::standing;
use liberterra::theme::Choice;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// The slides that have a picture: a name, and the place of the step in the story.
const SLIDES: [(&str, usize); 3] =
    [("slide-arrests", 1), ("slide-europe", 9), ("slide-serbia", 15)];
const GROUNDS: [(&str, Choice); 2] = [("dark", Choice::Dark), ("light", Choice::Light)];

fn main() -> Result<()> {
    color_eyre::install()?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let folder = env::args_os().nth(1).map_or(here, PathBuf::from);
    fs::create_dir_all(&folder)?;
    let library = Library::bundled();
    let screens = Screen::ALL.map(|screen| (screen.name().to_lowercase(), Some(screen), None));
    let slides = SLIDES.map(|(name, step)| (name.to_owned(), None, Some(step)));
    for (name, screen, slide) in screens.into_iter().chain(slides) {
        for size in SIZES {
            let opening = Opening { screen, ..Opening::default() };
            let app = picture::board(&library, 0, Shot { opening, slide, size })?;
            write(&folder, &name, size, |choice| Ok(picture::svg(&app, choice)?))?;
        }
    }
    for size in SIZES {
        let console = console(size)?;
        write(&folder, "console", size, |choice| Ok(picture::console(&console, choice)?))?;
    }
    Ok(())
}

/// Writes a picture on either ground.
fn write(
    folder: &Path,
    name: &str,
    (columns, rows): (u16, u16),
    picture: impl Fn(Choice) -> Result<String>,
) -> Result<()> {
    for (ground, choice) in GROUNDS {
        let file = folder.join(format!("{name}-{columns}x{rows}-{ground}.svg"));
        fs::write(file, picture(choice)?)?;
    }
    Ok(())
}

/// The console of a talk of twenty minutes that is a little late, at the slide of Serbia.
fn console((columns, rows): (u16, u16)) -> Result<Console> {
    let mut app = App::new(data::bundled()?).presenting(Start::default());
    app.update(Action::Cue(Cue::Go(10)));
    let standing = standing::of(&app, 0).ok_or_eyre("nothing is presented")?;
    let standing = standing.map(&|text: String| sanitize::clean(&text));
    let mut console = Console::new(Some(20), None, Now::default());
    console.update(Event::Asked(Action::Resize { columns, rows }));
    console.update(Event::Found(vec![1]));
    console.update(Event::Told(1, Box::new(standing)));
    console.update(Event::Second(Now { second: 668, clock: (14, 32) }));
    Ok(console)
}
