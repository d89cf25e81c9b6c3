//! Text that is plain in every respect: each byte of it a character that is seen or a blank.
//!
//! Knows bytes. Must not know where a text comes from or goes.

/// Whether a text is printable ASCII and nothing else; that is found out eight bytes at a time.
#[must_use]
pub(crate) fn is_plain(text: &str) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let (eights, rest) = text.as_bytes().as_chunks();
    let plain = |eight: &[u8; 8]| {
        let eight = u64::from_ne_bytes(*eight);
        // What is below a blank, or is the last of ASCII, borrows from the bit that ASCII has not.
        let low = eight.wrapping_sub(0x20 * ONES);
        let last = (eight ^ (0x7f * ONES)).wrapping_sub(ONES);
        (eight | low | last) & (0x80 * ONES) == 0
    };
    eights.iter().all(plain) && rest.iter().all(|byte| (0x20..0x7f).contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_is_what_every_byte_of_it_is() {
        for byte in 0..0x80_u8 {
            for place in 0..11 {
                let mut text = [b'a', b' ', b'~', b'z', b'0', b'-', b'a', b'b', b'c', b' ', b'~'];
                text[place] = byte;
                let text = str::from_utf8(&text).unwrap();
                assert_eq!(is_plain(text), (0x20..0x7f).contains(&byte), "{byte} at {place}");
            }
        }
        assert!(is_plain("") && !is_plain("abcdefgé") && !is_plain("é"));
    }
}
