//! Texts, numbers and the three words of JSON, and how people get them wrong.
//!
//! Knows what a single value looks like. Must not know what is around it.

use std::borrow::Cow;

use super::path::{Path, short};
use super::reader::Reader;
use super::tree::Kind;

/// Quotation marks that are not JSON's, with what closes them.
const QUOTES: [(char, &[char]); 5] = [
    ('\'', &['\'']),
    ('“', &['”', '“', '"']),
    ('”', &['”', '"']),
    ('‘', &['’', '\'']),
    ('„', &['“', '”', '"']),
];

/// Whether a text begins here, in the right quotation marks or in others.
pub(super) fn is_quote(c: char) -> bool {
    c == '"' || QUOTES.iter().any(|(quote, _)| *quote == c)
}

impl<'t> Reader<'t, '_> {
    /// Reads what is neither an object nor a list.
    pub(super) fn scalar(&mut self, path: &Path<'_>) -> Kind<'t> {
        match self.peek() {
            Some('"') => self.quoted(path),
            Some('-' | '+' | '.' | '0'..='9') => self.number(path),
            Some(c) if c.is_alphabetic() || c == '_' => self.word(path),
            Some(c) if is_quote(c) => self.quoted_otherwise(path),
            Some(',' | '}' | ']' | ':') => {
                let hint = "put it here, or take the field out";
                self.mistake(self.at, path, "a value is missing here", hint);
                Kind::Broken
            }
            Some(c) => {
                let at = self.at;
                self.skip(|c| !matches!(c, ',' | '}' | ']' | '\n'));
                let what = format!("`{c}` begins no value");
                self.mistake(at, path, &what, "put a text in double quotes");
                Kind::Broken
            }
            // That the file ends here is said where it has to be closed.
            None => Kind::Broken,
        }
    }

    fn quoted(&mut self, path: &Path<'_>) -> Kind<'t> {
        let start = self.at;
        self.bump();
        let mut text: Cow<'t, str> = Cow::Borrowed("");
        let mut controls = false;
        loop {
            let plain = self.skip_bytes(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\'));
            push(&mut text, plain);
            match self.peek() {
                Some('"') => break,
                Some('\\') => {
                    let c = self.escape(path);
                    text.to_mut().push(c);
                }
                None => return self.unclosed(start, path),
                Some('\n' | '\r') if !self.goes_on() => return self.unclosed(start, path),
                Some(c) => {
                    if !controls {
                        let (name, hint) = match c {
                            '\n' | '\r' => ("a line break", "write a blank"),
                            '\t' => ("a tab", "write a blank"),
                            _ => ("a control character", "take it out"),
                        };
                        let code = u32::from(c);
                        let what = format!("{name}, U+{code:04X}, stands bare in a text");
                        self.mistake(self.at, path, &what, hint);
                    }
                    controls = true;
                    self.bump();
                    text.to_mut().push(' ');
                }
            }
        }
        self.bump();
        self.hidden(start, path, &text);
        Kind::Text(text)
    }

    /// Whether a text that breaks here is closed further down, rather than not at all: after
    /// its end comes what comes after a value.
    fn goes_on(&self) -> bool {
        const FAR: usize = 1000;
        let mut rest = self.rest();
        if let Some((far, _)) = rest.char_indices().nth(FAR) {
            rest = rest.get(..far).unwrap_or_default();
        }
        let Some((text, after)) = rest.split_once('"') else { return false };
        let after = after.trim_start();
        !text.contains(['{', '}', '[', ']']) && after.starts_with([',', '}', ']'])
    }

    fn unclosed(&mut self, start: usize, path: &Path<'_>) -> Kind<'t> {
        let hint = match self.peek() {
            None => "was the file cut short?",
            Some(_) => "put a quotation mark at the end of the text",
        };
        self.mistake(start, path, "the text is not closed on its line", hint);
        (self.whole, self.forgiven) = (false, true);
        Kind::Broken
    }

    /// Reads `\n`, `\u00fc` and their like.
    fn escape(&mut self, path: &Path<'_>) -> char {
        let at = self.at;
        self.bump();
        let letter = self.peek();
        let meant = match letter {
            Some(c @ ('"' | '\\' | '/')) => Some(c),
            Some('n') => Some('\n'),
            Some('t') => Some('\t'),
            Some('r') => Some('\r'),
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('u') => self.code(),
            _ => None,
        };
        if let Some(c) = meant {
            self.bump();
            return c;
        }
        let what = "an escape that JSON does not know";
        self.mistake(at, path, what, "write \\\\ for a backslash, \\u00fc for a character");
        '\u{fffd}'
    }

    /// Reads the digits after `\u`, and a second half where there has to be one. What is read
    /// ends one byte before the end of the escape.
    fn code(&mut self) -> Option<char> {
        let rest = self.rest();
        let unit = |from: usize| {
            let digits = rest.get(from..from + 4)?;
            let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
        };
        let first = unit(1)?;
        if (0xd800..0xdc00).contains(&first) {
            let second = if rest.get(5..7) == Some("\\u") { unit(7)? } else { return None };
            let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
            self.at += 10;
            return char::from_u32(0x10000 + ((first - 0xd800) << 10) + low);
        }
        let c = char::from_u32(first)?;
        self.at += 4;
        Some(c)
    }

    /// Reads a text in other quotation marks than JSON's.
    fn quoted_otherwise(&mut self, path: &Path<'_>) -> Kind<'t> {
        let at = self.at;
        let first = self.peek();
        let Some((_, closing)) = QUOTES.iter().find(|(quote, _)| Some(*quote) == first) else {
            return Kind::Broken;
        };
        self.bump();
        let text = self.skip(|c| c != '\n' && !closing.contains(&c));
        if matches!(self.peek(), None | Some('\n')) {
            return self.unclosed(at, path);
        }
        self.bump();
        let what = "a text stands in straight double quotes";
        self.mistake(at, path, what, "write \" before and after it");
        Kind::Text(Cow::Borrowed(text))
    }

    fn number(&mut self, path: &Path<'_>) -> Kind<'t> {
        let at = self.at;
        let written =
            self.skip(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_'));
        if is_number(written) {
            return Kind::Number(written);
        }
        let what = format!("`{}` is no number", short(written));
        self.mistake(at, path, &what, "write digits only, or put a text in double quotes");
        Kind::Broken
    }

    fn word(&mut self, path: &Path<'_>) -> Kind<'t> {
        let at = self.at;
        let word = self.skip(|c| c.is_alphanumeric() || c == '_');
        match word {
            "true" => return Kind::Flag(true),
            "false" => return Kind::Flag(false),
            "null" => return Kind::Null,
            _ => {}
        }
        let rest = self.skip(|c| !matches!(c, ',' | '}' | ']' | '\n'));
        let hint = match word.to_ascii_lowercase().as_str() {
            _ if !rest.trim().is_empty() => "put the text in double quotes",
            "true" | "yes" => "write true",
            "false" | "no" => "write false",
            "null" | "none" | "nil" | "nan" | "undefined" => "write null, or leave the field out",
            _ => "put the text in double quotes",
        };
        let what = format!("`{}` is no value", short(word));
        self.mistake(at, path, &what, hint);
        Kind::Broken
    }
}

/// Adds to a text, copying nothing as long as it is one piece.
fn push<'t>(text: &mut Cow<'t, str>, piece: &'t str) {
    if text.is_empty() {
        *text = Cow::Borrowed(piece);
    } else if !piece.is_empty() {
        text.to_mut().push_str(piece);
    }
}

/// Whether JSON reads it as a number.
fn is_number(written: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (base, exponent) = unsigned
        .split_once(['e', 'E'])
        .map_or((unsigned, None), |(base, exponent)| (base, Some(exponent)));
    let (whole, fraction) =
        base.split_once('.').map_or((base, None), |(whole, fraction)| (whole, Some(fraction)));
    let leading = whole.len() > 1 && whole.starts_with('0');
    let exponent = exponent.map(|e| e.strip_prefix(['+', '-']).unwrap_or(e));
    digits(whole) && !leading && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_are_those_of_json() {
        for good in ["0", "-1", "1.5", "1e309", "1E+2", "18446744073709551616", "-0.0e-1"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "-", "01", "+1", ".5", "1.", "1e", "0x10", "1_000", "1.2.3", "12a"] {
            assert!(!is_number(bad), "{bad}");
        }
    }
}
