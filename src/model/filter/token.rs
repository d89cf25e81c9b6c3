//! The pieces of a filter's text: words, quotes, what stands between them.
//!
//! Knows quotes and blanks. Must not know what a word means.

use std::ops::Range;

/// How a character stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Standing {
    /// Outside quotes.
    Plain,
    /// Inside quotes.
    Quoted,
    /// A quote, or what says that the next character is none.
    Mark,
}

/// Every character with its place and how it stands. A quote that is not closed goes to the end.
fn standing(text: &str) -> impl Iterator<Item = (usize, char, Standing)> {
    let (mut quoted, mut escaped) = (false, false);
    text.char_indices().map(move |(at, c)| {
        let is = match (c, quoted, escaped) {
            (_, true, true) => Standing::Quoted,
            ('"', ..) | ('\\', true, _) => Standing::Mark,
            (_, true, _) => Standing::Quoted,
            (_, false, _) => Standing::Plain,
        };
        quoted ^= c == '"' && is == Standing::Mark;
        escaped = c == '\\' && is == Standing::Mark;
        (at, c, is)
    })
}

/// Where the first character lies outside quotes that is such a one.
pub(super) fn find(text: &str, is_such: fn(char) -> bool) -> Option<usize> {
    standing(text).find(|(_, c, is)| *is == Standing::Plain && is_such(*c)).map(|(at, ..)| at)
}

/// The pieces between characters outside quotes that part them; some may be empty.
pub(super) fn split(text: &str, parts: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c, is) in standing(text) {
        if is == Standing::Plain && parts(c) {
            pieces.push(start..at);
            start = at + c.len_utf8();
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = split(text, char::is_whitespace);
    words.retain(|word| !word.is_empty());
    words
}

/// A text without its quotes.
pub(super) fn unquoted(text: &str) -> String {
    standing(text).filter(|(.., is)| *is != Standing::Mark).map(|(_, c, _)| c).collect()
}

/// A text as it has to be written to be read as this very text.
pub(super) fn quoted(text: &str) -> String {
    let special = |c: char| c.is_whitespace() || c == '"' || is_operator(c) || c == ':';
    if !text.is_empty() && !text.starts_with('-') && !text.contains(special) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a character is part of a comparison.
pub(super) const fn is_operator(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '≤' | '≥')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_part_words_but_not_in_quotes() {
        let text = "a  \"b c\" d\"e f";
        let said: Vec<&str> = words(text).into_iter().filter_map(|word| text.get(word)).collect();
        assert_eq!(said, ["a", "\"b c\"", "d\"e f"]);
        assert_eq!(words(" \t "), []);
    }

    #[test]
    fn what_is_quoted_comes_back() {
        for text in ["", "a", "a b", "-a", "a\"b", "a\\b \\", "x:y", "a>=3", "\\\"", "ü ,"] {
            assert_eq!(unquoted(&quoted(text)), text);
            assert_eq!(words(&quoted(text)).len(), 1, "{text}");
        }
    }
}
