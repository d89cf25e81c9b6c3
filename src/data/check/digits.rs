//! Digits as they are printed: grouped with commas, points, blanks or apostrophes, with decimals.
//!
//! Knows the ways of grouping. Must not know words.

/// Numbers are held in millionths, so that `5,94 milhões` is whole.
pub(super) const ONE: u128 = 1_000_000;

/// The groups of digits of one stretch of text, with what stands between them.
pub(super) struct Run<'a> {
    groups: Vec<&'a str>,
    between: Vec<char>,
}

/// What a stretch of digits may mean.
pub(super) struct Readings {
    /// The likeliest first.
    pub(super) values: Vec<u128>,
    /// Whether it may be a year and nothing counted.
    pub(super) year: bool,
}

/// Takes a stretch of digits off the front of a text, and says how many bytes it has.
pub(super) fn run(text: &str) -> (Run<'_>, usize) {
    let mut run = Run { groups: Vec::new(), between: Vec::new() };
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        run.groups.push(rest.get(..end).unwrap_or_default());
        at += end;
        let mut after = rest.get(end..).unwrap_or_default().chars();
        match (after.next(), after.next()) {
            (Some(c), Some(next)) if is_between(c) && next.is_ascii_digit() => {
                run.between.push(c);
                at += c.len_utf8();
            }
            _ => return (run, at),
        }
    }
}

const fn is_between(c: char) -> bool {
    matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

impl Run<'_> {
    /// What it may mean; `alone` says that the text holds nothing but digits, so that a blank
    /// between them can only group.
    pub(super) fn readings(&self, alone: bool) -> Readings {
        let mut values = self.loose();
        let mut chain = String::new();
        let mut before: Option<(String, char)> = None;
        for (index, group) in self.groups.iter().enumerate() {
            let sign = index.checked_sub(1).and_then(|last| self.between.get(last)).copied();
            if sign.is_some_and(|sign| self.binds(index, sign, alone)) {
                chain.push_str(group);
            } else {
                before = sign.map(|sign| (std::mem::take(&mut chain), sign));
                chain.push_str(group);
            }
            let ends =
                self.between.get(index).is_none_or(|sign| !self.binds(index + 1, *sign, alone));
            if ends {
                values.extend(decimal(before.as_ref(), &chain));
                values.extend(whole(&chain));
            }
        }
        Readings { values, year: self.is_year() }
    }

    /// Whether a group of three digits belongs to what is before it.
    fn binds(&self, index: usize, sign: char, alone: bool) -> bool {
        let three = self.groups.get(index).is_some_and(|group| group.len() == 3);
        let before = index.checked_sub(1).and_then(|last| self.groups.get(last));
        three && before.is_some_and(|group| group.len() <= 3) && (sign != ' ' || alone)
    }

    /// The whole stretch as one number, and as one with decimals, if it can be.
    fn loose(&self) -> Vec<u128> {
        let (Some(last), true) = (self.groups.last(), self.groups.len() > 1) else {
            return Vec::new();
        };
        let mut values = Vec::new();
        if last.len() == 3 {
            values.extend(whole(&self.groups.concat()));
        }
        if let (Some(sign), Some((_, first))) = (self.between.last(), self.groups.split_last()) {
            values.extend(decimal(Some(&(first.concat(), *sign)), last));
        }
        values
    }

    fn is_year(&self) -> bool {
        match self.groups.as_slice() {
            [one] => one.len() == 4 && ("1900".."2100").contains(one),
            _ => false,
        }
    }
}

fn whole(digits: &str) -> Option<u128> {
    digits.parse::<u128>().ok()?.checked_mul(ONE)
}

fn decimal(before: Option<&(String, char)>, digits: &str) -> Option<u128> {
    let (whole_part, _) = before.filter(|(part, sign)| !part.is_empty() && ".,".contains(*sign))?;
    let scale = 10_u128.checked_pow(u32::try_from(digits.len()).ok()?)?;
    let rest = ONE.checked_div(scale).filter(|unit| *unit > 0)?;
    whole(whole_part)?.checked_add(digits.parse::<u128>().ok()?.checked_mul(rest)?)
}
