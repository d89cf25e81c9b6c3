//! Writes the pictures in `screenshots/` from the real view code: `cargo run --example screenshots`.
//!
//! Two runs write the same bytes. Another folder may be named as the only argument.

use std::path::{Path, PathBuf};
use std::{env, fs};

use color_eyre::eyre::Result;
use liberterra::app::App;
use liberterra::app::action::Action;
use liberterra::app::focus::Screen;
use liberterra::data;
use liberterra::report::svg::{self, Palette};
use liberterra::theme::{Choice, Depth, Theme};
use liberterra::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const GROUNDS: [(&str, Choice, Palette); 2] =
    [("dark", Choice::Dark, Palette::DARK), ("light", Choice::Light, Palette::LIGHT)];

fn main() -> Result<()> {
    color_eyre::install()?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let folder = env::args_os().nth(1).map_or(here, PathBuf::from);
    fs::create_dir_all(&folder)?;
    for screen in Screen::ALL {
        for (columns, rows) in SIZES {
            for (ground, choice, palette) in GROUNDS {
                let name = screen.name().to_lowercase();
                let file = folder.join(format!("{name}-{columns}x{rows}-{ground}.svg"));
                fs::write(file, picture(screen, (columns, rows), choice, &palette)?)?;
            }
        }
    }
    Ok(())
}

/// One screen at one size as SVG.
fn picture(
    screen: Screen,
    (columns, rows): (u16, u16),
    choice: Choice,
    palette: &Palette,
) -> Result<String> {
    let mut app = App::new(data::bundled()?);
    app.update(Action::Resize { columns, rows });
    app.update(Action::Screen(screen));
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    let theme = Theme::resolve(choice, None, Depth::True);
    view::draw(&app, &theme, area, &mut buffer);
    let title = format!("{}, {}", app.operation().name, screen.name());
    let mut out = String::new();
    svg::write(&buffer, palette, &title, &mut out)?;
    Ok(out)
}
