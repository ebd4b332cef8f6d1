//! Percent-encoding as AWS uses it.

use std::borrow::Cow;

/// Decodes `%XX`; `None` if the result is not UTF-8.  A `%` without two hexadecimal digits stands for itself.
pub fn decode(text: &str) -> Option<Cow<'_, str>> {
    decode_with(text, false)
}

/// Decodes a query or form part: `+` is a blank; bytes that are no UTF-8 become replacement characters.
pub fn decode_form(text: &str) -> String {
    match decode_bytes(text, true) {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Cow::Owned(bytes) => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

fn decode_with(text: &str, plus: bool) -> Option<Cow<'_, str>> {
    match decode_bytes(text, plus) {
        Cow::Borrowed(_) => Some(Cow::Borrowed(text)),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}

pub(crate) fn decode_bytes(text: &str, plus: bool) -> Cow<'_, [u8]> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|b| *b == b'%' || (plus && *b == b'+')) {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let pair =
            (byte == b'%').then(|| Some((hex(*bytes.get(at + 1)?)?, hex(*bytes.get(at + 2)?)?))).flatten();
        match pair {
            Some((high, low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            None => {
                out.push(if plus && byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    Cow::Owned(out)
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|d| d as u8)
}

/// Encodes all bytes but RFC 3986's unreserved ones; the slash stays where `keep_slash` is set.
pub fn encode(text: &[u8], keep_slash: bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for byte in text {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(*byte))
            }
            b'/' if keep_slash => out.push('/'),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
    out
}

/// The parameters of a query or form, decoded, in order; `None` where no `=` stands.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, Option<String>)> + '_ {
    query.split('&').filter(|part| !part.is_empty()).map(|part| match part.split_once('=') {
        Some((name, value)) => (decode_form(name), Some(decode_form(value))),
        None => (decode_form(part), None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_and_encoding() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(decode(text).as_deref(), expected, "{text}");
        check("a%20b", Some("a b"));
        check("a+b", Some("a+b"));
        check("100%", Some("100%"));
        check("%zz%4", Some("%zz%4"));
        check("%ff", None);
        check("%C3%B1", Some("ñ"));
        assert_eq!(decode_form("a+b%2B"), "a b+");
        assert_eq!(encode("a b/ñ~*".as_bytes(), true), "a%20b/%C3%B1~%2A");
        assert_eq!(encode(b"a/b", false), "a%2Fb");
        let found: Vec<_> = pairs("uploads&x=&y=1%3D").collect();
        assert_eq!(
            found,
            [("uploads".into(), None), ("x".into(), Some(String::new())), ("y".into(), Some("1=".into()))]
        );
    }
}
