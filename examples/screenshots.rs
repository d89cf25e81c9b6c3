//! Writes the pictures in `screenshots/` from the real view code: `cargo run --example screenshots`.
//!
//! Two runs write the same bytes. Another folder may be named as the only argument.

use std::path::{Path, PathBuf};
use std::{env, fs};

use color_eyre::eyre::Result;
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::focus::Screen;
use liberterra::app::present::{Cue, Start};
use liberterra::data;
use liberterra::report::picture;
use liberterra::theme::Choice;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// The slides that have a picture: a name, and the place of the step in the story.
const SLIDES: [(&str, usize); 2] = [("slide-arrests", 1), ("slide-serbia", 10)];
const GROUNDS: [(&str, Choice); 2] = [("dark", Choice::Dark), ("light", Choice::Light)];

fn main() -> Result<()> {
    color_eyre::install()?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let folder = env::args_os().nth(1).map_or(here, PathBuf::from);
    fs::create_dir_all(&folder)?;
    let screens = Screen::ALL.map(|screen| (screen.name().to_lowercase(), Action::Screen(screen)));
    let slides = SLIDES.map(|(name, step)| (name.to_owned(), Action::Cue(Cue::Go(step))));
    for (name, action) in screens.into_iter().chain(slides) {
        for (columns, rows) in SIZES {
            let mut app = App::new(data::bundled()?);
            app.update(Action::Resize { columns, rows });
            if let Action::Cue(_) = action {
                app = app.presenting(Start::default());
            }
            app.update(action.clone());
            for (ground, choice) in GROUNDS {
                let file = folder.join(format!("{name}-{columns}x{rows}-{ground}.svg"));
                fs::write(file, picture::svg(&app, choice)?)?;
            }
        }
    }
    Ok(())
}
