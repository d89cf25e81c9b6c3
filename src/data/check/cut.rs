//! A file cut into its list of actions, in pieces, and what is around that list.
//!
//! Knows how values of sound JSON are skipped, and nothing of what they say. What is not sound may
//! be cut anywhere; whoever reads the pieces finds out.

/// A file in pieces.
pub(super) struct Cut<'t> {
    /// All before the actions, up to the bracket that opens their list.
    pub(super) head: &'t str,
    /// The actions, several to a piece, with commas between those of one piece.
    pub(super) pieces: Vec<&'t str>,
    /// All behind them, from the bracket that closes their list.
    pub(super) tail: &'t str,
}

impl<'t> Cut<'t> {
    /// Cuts a text; a piece is no shorter than `least` bytes, but for the last. `None` where no
    /// list of actions is found.
    pub(super) fn new(text: &'t str, least: usize) -> Option<Self> {
        let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
        scan.list_of("actions")?;
        let head = text.get(..scan.at)?;
        let mut pieces = Vec::new();
        let mut start = scan.at;
        if scan.peek()? == b']' {
            return Some(Self { head, pieces, tail: text.get(scan.at..)? });
        }
        loop {
            scan.value()?;
            let (end, next) = (scan.at, scan.peek()?);
            if next == b']' || end - start >= least {
                pieces.push(text.get(start..end)?);
                start = scan.at + 1;
            }
            if next != b',' {
                return Some(Self { head, pieces, tail: text.get(scan.at..)? });
            }
            scan.at += 1;
        }
    }
}

/// A place in a text that is gone through.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        self.at += self.rest().iter().position(|byte| !blank(byte))?;
        self.rest().first().copied()
    }

    fn takes(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Goes to the first item of the list in a field of the outermost object.
    fn list_of(&mut self, field: &str) -> Option<()> {
        self.takes(b'{')?;
        loop {
            self.peek()?;
            let start = self.at;
            self.value()?;
            let name = self.bytes.get(start + 1..self.at.checked_sub(1)?)?;
            self.takes(b':')?;
            if name == field.as_bytes() {
                return self.takes(b'[');
            }
            self.value()?;
            self.takes(b',')?;
        }
    }

    /// Goes over a value.
    fn value(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' => self.text(),
            b'{' | b'[' => self.nested(),
            _ => {
                let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\t');
                self.at += self.rest().iter().position(ends)?;
                Some(())
            }
        }
    }

    /// Goes over a text.
    fn text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let plain = memchr::memchr2(b'"', b'\\', self.rest())?;
            let quote = self.rest().get(plain) == Some(&b'"');
            self.at += plain + if quote { 1 } else { 2 };
            if quote {
                return Some(());
            }
        }
    }

    /// Goes over an object or a list.
    fn nested(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match *self.rest().first()? {
                b'"' => {
                    self.text()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_round_its_actions() {
        let text = r#"{"a": [{"actions": "]\""}], "actions" : [ {"x": ["}"]}, 7 ,"\\" ] , "b": 1}"#;
        let cut = Cut::new(text, 1).unwrap();
        assert_eq!(cut.head, r#"{"a": [{"actions": "]\""}], "actions" : ["#);
        assert_eq!(cut.pieces, [r#" {"x": ["}"]}"#, " 7", r#""\\""#]);
        assert_eq!(cut.tail, r#"] , "b": 1}"#);
        assert_eq!(Cut::new(text, 15).unwrap().pieces, [r#" {"x": ["}"]}, 7"#, r#""\\""#]);
        assert_eq!(Cut::new(r#"{"actions": [ ]}"#, 1).unwrap().pieces, [""; 0]);
    }

    #[test]
    fn what_has_no_actions_is_not_cut() {
        for text in
            ["", "{", "[]", "{}", r#"{"actions": 1}"#, r#"{"a": "actions"}"#, r#"{"actions": [1"#]
        {
            assert!(Cut::new(text, 1).is_none(), "{text}");
        }
    }
}
