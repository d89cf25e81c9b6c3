//! The text of a picture, set so that any monospaced font lines up.
//!
//! Knows SVG text and which characters a font surely has in cell width. It
//! must not know how drawn characters look.

use std::fmt::{Display, Formatter, Result, Write};

use ratatui::style::Modifier;

use super::glyph::Glyph;
use super::paint::{Hex, Rgb};
use super::{CELL_HEIGHT, CELL_WIDTH, Spot};

/// Most monospaced fonts advance by six tenths of their size.
const FONT_SIZE: &str = "13.3";
const FONTS: &str =
    "ui-monospace, 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";
/// From the top of a cell to the line text stands on.
const BASELINE: i32 = 12;

/// Starts the part of the picture that holds text.
pub(super) fn open(colour: Rgb, out: &mut impl Write) -> Result {
    writeln!(
        out,
        r#"<g font-family="{FONTS}" font-size="{FONT_SIZE}" text-rendering="geometricPrecision" fill="{}" style="font-variant-ligatures:none">"#,
        Hex(colour)
    )
}

/// Ends what [`open`] started.
pub(super) fn close(out: &mut impl Write) -> Result {
    writeln!(out, "</g>")
}

/// How a run of text looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    colour: Rgb,
    bold: bool,
    italic: bool,
}

/// Neighbouring characters that look alike, set in one go.
struct Run {
    look: Look,
    column: i32,
    row: i32,
    /// How many cells it takes, not counting a space it ends with.
    cells: i32,
    text: String,
    /// Whether a space came last: it counts only if a word follows.
    space: bool,
}

/// Writes the text of a row; `plain` is the colour that needs no mention.
pub(super) fn write_row<'a>(
    spots: impl Iterator<Item = Spot<'a>>,
    plain: Rgb,
    out: &mut impl Write,
) -> Result {
    let mut open: Option<Run> = None;
    for spot in spots {
        let symbol = spot.symbol;
        let is_text = matches!(Glyph::of(symbol), Glyph::Text) && !spot.ink.is(Modifier::HIDDEN);
        match &mut open {
            Some(run) if is_text && run.takes(&spot) => run.push(symbol),
            Some(run) if !run.space && matches!(Glyph::of(symbol), Glyph::Blank) => {
                run.space = true;
            }
            _ => {
                finish(open.take(), plain, out)?;
                if is_text && is_common(symbol) && spot.width == 1 {
                    open = Some(Run::starting(&spot));
                } else if is_text {
                    write_alone(&spot, plain, out)?;
                }
            }
        }
    }
    finish(open, plain, out)
}

impl Run {
    fn starting(spot: &Spot) -> Self {
        Self {
            look: Look::of(spot),
            column: spot.column,
            row: spot.row,
            cells: 1,
            text: spot.symbol.to_owned(),
            space: false,
        }
    }

    fn takes(&self, spot: &Spot) -> bool {
        // Some fonts join signs such as != into one; apart they stay two cells.
        let is_sign =
            |character: Option<char>| character.is_some_and(|it| it.is_ascii_punctuation());
        let would_join =
            is_sign(self.text.chars().next_back()) && is_sign(spot.symbol.chars().next());
        spot.width == 1
            && is_common(spot.symbol)
            && self.look == Look::of(spot)
            && (self.space || !would_join)
    }

    fn push(&mut self, symbol: &str) {
        if std::mem::take(&mut self.space) {
            self.text.push(' ');
            self.cells += 1;
        }
        self.text.push_str(symbol);
        self.cells += 1;
    }
}

impl Look {
    fn of(spot: &Spot) -> Self {
        Self {
            colour: spot.ink.figure,
            bold: spot.ink.is(Modifier::BOLD),
            italic: spot.ink.is(Modifier::ITALIC),
        }
    }

    /// The attributes that differ from what the text inherits.
    fn write(self, plain: Rgb, out: &mut impl Write) -> Result {
        if self.colour != plain {
            write!(out, r#" fill="{}""#, Hex(self.colour))?;
        }
        if self.bold {
            out.write_str(r#" font-weight="bold""#)?;
        }
        if self.italic {
            out.write_str(r#" font-style="italic""#)?;
        }
        Ok(())
    }
}

fn finish(run: Option<Run>, plain: Rgb, out: &mut impl Write) -> Result {
    let Some(run) = run else { return Ok(()) };
    let (x, y) = (run.column * CELL_WIDTH, run.row * CELL_HEIGHT + BASELINE);
    write!(out, r#"<text x="{x}" y="{y}""#)?;
    // The length holds a font of another advance to the cells.
    if run.cells > 1 {
        write!(out, r#" textLength="{}""#, run.cells * CELL_WIDTH)?;
    }
    run.look.write(plain, out)?;
    writeln!(out, ">{}</text>", Escaped(&run.text))
}

/// A character that may come from another font stands alone, in the middle of
/// its cells: whatever its width, it moves no neighbour.
fn write_alone(spot: &Spot, plain: Rgb, out: &mut impl Write) -> Result {
    let x = spot.column * CELL_WIDTH + spot.width * CELL_WIDTH / 2;
    let y = spot.row * CELL_HEIGHT + BASELINE;
    write!(out, r#"<text x="{x}" y="{y}" text-anchor="middle""#)?;
    Look::of(spot).write(plain, out)?;
    writeln!(out, ">{}</text>", Escaped(spot.symbol))
}

/// Whether every monospaced font has the character in its own width: Latin,
/// Greek, Cyrillic, accents and the usual punctuation.
fn is_common(symbol: &str) -> bool {
    let common = |character| {
        matches!(character, '!'..='~' | '\u{a1}'..='\u{37f}' | '\u{384}'..='\u{45f}')
            || matches!(character, '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '€')
    };
    symbol.chars().all(common)
}

/// Text as XML may hold it: marked up characters escaped, control characters
/// (which XML 1.0 forbids, or which would reorder the text) replaced.
pub(in crate::report) struct Escaped<'a>(pub(in crate::report) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Ok(()),
            '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}'),
            control if control.is_control() => f.write_char('\u{fffd}'),
            other => f.write_char(other),
        })
    }
}
