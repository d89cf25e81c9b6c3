//! The palette: the commands that do something here and now, by a few letters of their names.
//!
//! Knows the table and how letters fit a name. Must not draw, and must not know what is chosen.

use super::{COMMANDS, Command, Group};
use crate::app::App;
use crate::app::action::Action;
use crate::app::focus::Overlay;
use crate::app::present::Cue;
use crate::model::fold::fold;

/// The commands that fit what is typed into the palette, the best first.
#[must_use]
pub fn found(app: &App) -> Vec<&'static Command> {
    let typed = app.palette().map(|palette| fold(palette.line().text())).unwrap_or_default();
    let mut found: Vec<(u32, &Command)> = COMMANDS
        .iter()
        .filter(|command| is_choice(command, app))
        .filter_map(|command| Some((fit(&typed, command)?, command)))
        .collect();
    // In each rank the order of the table stays, but for the keys that everybody tries first.
    found.sort_by_key(|(rank, command)| (*rank, command.group == Group::Move));
    found.into_iter().map(|(_, command)| command).collect()
}

/// Whether a command can be chosen: it does something below the palette, and is told all there is
/// to know.
fn is_choice(command: &Command, app: &App) -> bool {
    let needs_a_key = matches!(command.action, Action::Cue(Cue::Digit(_)) | Action::Palette);
    !needs_a_key && command.scope.holds_beneath(app, Overlay::None)
}

/// How well a text fits a command, the lower the better; every word of it has to fit. Its key
/// fits best of all.
fn fit(typed: &str, command: &Command) -> Option<u32> {
    if command.keys.iter().any(|key| fold(&key.to_string()) == typed) {
        return Some(0);
    }
    let (title, doc) = (fold(command.title), fold(command.doc));
    let mut rank = 1;
    for word in typed.split_whitespace() {
        rank += fit_word(word, &title, &doc)?;
    }
    Some(rank)
}

/// How well a word fits: as the beginning of a title, of a word, of the initials; inside; or with
/// letters left out.
fn fit_word(word: &str, title: &str, doc: &str) -> Option<u32> {
    let words = |text: &str| text.split_whitespace().any(|one| one.starts_with(word));
    let initials: String = doc.split_whitespace().filter_map(|one| one.chars().next()).collect();
    let ways = [
        title.starts_with(word),
        words(title),
        words(doc),
        initials.starts_with(word),
        doc.contains(word),
        has_letters(title, word),
    ];
    ways.iter().position(|way| *way).and_then(|place| u32::try_from(place).ok())
}

/// Whether the letters of a word stand in a text in their order.
fn has_letters(text: &str, word: &str) -> bool {
    let mut letters = text.chars();
    word.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_fits_by_its_beginning_its_initials_or_with_letters_left_out() {
        let fit = |word| fit_word(word, "delete word", "drop the last term of the filter");
        assert_eq!(fit("del"), Some(0));
        assert_eq!(fit("word"), Some(1));
        assert_eq!(fit("filt"), Some(2));
        assert_eq!(fit("dtl"), Some(3));
        assert_eq!(fit("ilter"), Some(4));
        assert_eq!(fit("dlwd"), Some(5));
        assert_eq!(fit("zebra"), None);
    }
}
