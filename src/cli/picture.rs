//! The options of a picture: which slide, how large, on which ground.
//!
//! Knows how they are written. Must not know how a picture is drawn.

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::data::envelope;
use crate::theme::Ground;

/// What a picture is of beside a screen, and how it looks.
#[derive(Args, Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Picture {
    /// The slide of the story that a picture shows, instead of a screen
    #[arg(long, value_name = "N", conflicts_with_all = envelope::ASKED)]
    pub slide: Option<usize>,
    /// The columns and rows of a picture; without it 120x40
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = window)]
    pub size: Option<(u16, u16)>,
    /// The colours of a picture; without it dark
    #[arg(long, value_enum)]
    pub theme: Option<Ground>,
}

/// The columns and rows of a window: `120x40`.
fn window(written: &str) -> Result<(u16, u16), String> {
    let number = |digits: &str, most: u16| {
        let number = digits.parse::<u16>().ok();
        number.filter(|number| (1..=most).contains(number))
    };
    let sides = written.split_once(['x', 'X', '×']);
    let size = sides.and_then(|(columns, rows)| Some((number(columns, 500)?, number(rows, 200)?)));
    size.ok_or_else(|| "write columns and rows up to 500x200, such as 120x40".to_owned())
}

impl ValueEnum for Ground {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Dark, Self::Light]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }))
    }
}
