//! From options to a picture of a screen or a slide.
//!
//! Knows which options a picture has. Must not know how it is drawn.

use super::{has_operations, has_slide, unusable};
use crate::cli::{Picture, Report, Shown};
use crate::data::Library;
use crate::model::story::Story;
use crate::report::picture::{self, Shot};
use crate::theme::{Choice, Ground};
use crate::view::map::raster::Mosaic;

/// A screen or a slide as a picture.
pub(super) fn svg(
    (asked, shown, mosaic): (&Report, Shown, Mosaic),
    library: &Library,
    place: usize,
) -> Result<String, (u8, String)> {
    let Picture { slide, size, theme } = asked.picture;
    if asked.story {
        return Err(unusable("A picture shows one slide; give its number with `--slide`."));
    }
    has_operations(library, &shown.comparison.compare)?;
    let shot = Shot {
        opening: shown.opening(),
        slide: slide.map(|slide| slide.saturating_sub(1)),
        size: size.unwrap_or((120, 40)),
    };
    let app = picture::board(library, place, shot).map_err(unusable)?.with_mosaic(mosaic);
    if let Some(slide) = slide {
        has_slide(&Story::of(app.operation()), slide)?;
    }
    let choice = if theme == Some(Ground::Light) { Choice::Light } else { Choice::Dark };
    picture::svg(&app, choice).map_err(unusable)
}
