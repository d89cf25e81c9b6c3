//! The address of a source as a link that opens it and finds words in it.
//!
//! Knows which addresses may become links and how a browser is told which words to find (the
//! URL Fragment Text Directives draft). Must not know where links go.
//!
//! Whatever comes in, an [`Address`] is printable ASCII and not too long: it ends up inside an
//! escape sequence.

use std::fmt::Write as _;

/// Longer links are none that every terminal and browser takes.
const LONGEST: usize = 2_000;

/// More words than these would be marks all over the page.
const MOST: usize = 4;

/// What begins the part of an address that only the browser reads.
const DIRECTIVES: &str = ":~:";

/// An address that can be opened, in printable ASCII.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address(Box<str>);

impl Address {
    /// The address of a page, opened where it says some words; of many words it keeps the first.
    /// `None` if it is no address of the web, if the door for text had to replace something in
    /// it, or if it is too long.
    #[must_use]
    pub fn of<'a>(url: &str, words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut address = written(url.trim())?;
        let mut found: Vec<&str> = Vec::new();
        for words in words.into_iter().map(str::trim) {
            let directive = directive(&address, words);
            let fits = address.len() + directive.len() <= LONGEST;
            if fits && !words.is_empty() && !found.contains(&words) {
                address.push_str(&directive);
                found.push(words);
            }
            if found.len() == MOST {
                break;
            }
        }
        (address.len() <= LONGEST).then(|| Self(address.into_boxed_str()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address of the web, with everything encoded that has no place in one.
fn written(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    if !web || !has_host || rest.len() > LONGEST || rest.contains(is_replaced) {
        return None;
    }
    let mut address = format!("{}://", scheme.to_ascii_lowercase());
    let bytes = rest.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let whole = |digit: usize| bytes.get(at + digit).is_some_and(u8::is_ascii_hexdigit);
        let kept = match byte {
            b'%' => whole(1) && whole(2),
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
            _ => byte.is_ascii_graphic(),
        };
        push(&mut address, *byte, kept);
    }
    Some(address)
}

/// Whether a character stands for one that the door for text took out.
const fn is_replaced(c: char) -> bool {
    matches!(c, '\u{2400}'..='\u{2426}' | '\u{fffd}')
}

/// What makes a browser find some words, to be put behind an address.
fn directive(address: &str, words: &str) -> String {
    let lead = match address.split_once('#') {
        None => "#:~:",
        Some((_, fragment)) => match fragment.split_once(DIRECTIVES) {
            None => DIRECTIVES,
            Some((_, "")) => "",
            Some(_) => "&",
        },
    };
    let mut directive = format!("{lead}text=");
    for byte in words.bytes() {
        // The hyphen, the comma and the ampersand have a meaning of their own here.
        let kept = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~');
        push(&mut directive, byte, kept);
    }
    directive
}

fn push(out: &mut String, byte: u8, kept: bool) {
    if kept {
        out.push(char::from(byte));
    } else {
        let _ = write!(out, "%{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str, words: &[&str]) -> String {
        Address::of(url, words.iter().copied()).unwrap().as_str().to_owned()
    }

    #[test]
    fn words_are_found_by_a_text_fragment() {
        for (words, found) in [
            ("94 suspected smugglers", "94%20suspected%20smugglers"),
            ("a 32-year-old man", "a%2032%2Dyear%2Dold%20man"),
            ("2,517", "2%2C517"),
            ("cash & phones", "cash%20%26%20phones"),
            ("casi un millón", "casi%20un%20mill%C3%B3n"),
            ("100 %, #1?", "100%20%25%2C%20%231%3F"),
        ] {
            let whole = format!("https://e.org/a#:~:text={found}");
            assert_eq!(address("https://e.org/a", &[words]), whole);
        }
    }

    #[test]
    fn a_fragment_that_is_there_stays() {
        for (url, whole) in [
            ("https://e.org/#top", "https://e.org/#top:~:text=x"),
            ("https://e.org/#", "https://e.org/#:~:text=x"),
            ("https://e.org/#:~:", "https://e.org/#:~:text=x"),
            ("https://e.org/#top:~:text=a", "https://e.org/#top:~:text=a&text=x"),
            ("https://e.org/?q=%23:~:", "https://e.org/?q=%23:~:#:~:text=x"),
        ] {
            assert_eq!(address(url, &["x"]), whole);
        }
    }

    #[test]
    fn several_words_are_found_each_once_and_not_too_many() {
        let whole = "https://e.org/#:~:text=a&text=b&text=c&text=d";
        assert_eq!(address("https://e.org/", &["a", "b", "", " a ", "c", "d", "e"]), whole);
        assert_eq!(address("https://e.org/", &[]), "https://e.org/");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for url in [
            "",
            "e.org",
            "//e.org",
            "http://",
            "https:///etc",
            "file:///etc/passwd",
            "javascript://e.org/%0aalert(1)",
            "ftp://e.org",
            "mailto:x@e.org",
            "data:text/html,x",
            " x https://e.org",
        ] {
            assert_eq!(Address::of(url, []), None, "{url}");
        }
        assert_eq!(address(" HTTPS://E.org/A ", &[]), "https://E.org/A");
        assert_eq!(address("http://[::1]:8080/", &[]), "http://[::1]:8080/");
    }

    #[test]
    fn what_has_no_place_in_an_address_is_encoded() {
        for (url, whole) in [
            ("https://e.org/a b", "https://e.org/a%20b"),
            ("https://e.org/ñ", "https://e.org/%C3%B1"),
            ("https://e.org/%C3%b1?a=1;b&c=d", "https://e.org/%C3%b1?a=1;b&c=d"),
            ("https://e.org/100%", "https://e.org/100%25"),
            ("https://e.org/%zz%4", "https://e.org/%25zz%254"),
            ("https://e.org/\"<>\\^`{|}", "https://e.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
            ("https://münchen.de/", "https://m%C3%BCnchen.de/"),
        ] {
            assert_eq!(address(url, &[]), whole);
        }
    }

    #[test]
    fn no_byte_of_a_link_can_leave_its_escape_sequence() {
        for url in
            ["https://e.org/\x1b\\\x07\u{9c}\u{202e}\n\0", "https://e.org/\x1b]52;c;eA==\x07"]
        {
            let whole = address(url, &["\x1b\\", "\u{202e}\u{9d}"]);
            assert!(whole.bytes().all(|byte| byte.is_ascii_graphic()), "{whole}");
        }
        for cleaned in ["https://e.org/␛", "https://e.org/\u{fffd}31m"] {
            assert_eq!(Address::of(cleaned, []), None, "the door replaced something");
        }
    }

    #[test]
    fn a_link_that_is_too_long_is_none_and_words_that_make_it_so_are_left_out() {
        let url = |length: usize| format!("https://e.org/{}", "a".repeat(length - 14));
        assert_eq!(address(&url(LONGEST), &["x"]), url(LONGEST));
        assert_eq!(Address::of(&url(LONGEST + 1), []), None);
        let long = "ñ".repeat(LONGEST);
        assert_eq!(address("https://e.org/", &[&long, "x"]), "https://e.org/#:~:text=x");
        assert_eq!(Address::of(&format!("https://e.org/{}", "ñ".repeat(400)), []), None);
    }
}
