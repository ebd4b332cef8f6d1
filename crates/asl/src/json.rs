//! A JSON reader that remembers where every value stands, for diagnostics.

use serde_json::{Number, Value};

/// How deeply a definition may nest.
const MAX_DEPTH: usize = 100;

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A member of an object. Keys may repeat; the caller says what that means.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_start: usize,
    pub(crate) key_end: usize,
    pub(crate) value: Node,
}

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Node>),
    Object(Vec<Member>),
}

/// Where and why the text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) too_deep: bool,
}

impl Node {
    /// The JSON type's name, for messages.
    pub(crate) fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "Null",
            Kind::Bool(_) => "Boolean",
            Kind::Number(_) => "Number",
            Kind::String(_) => "String",
            Kind::Array(_) => "Array",
            Kind::Object(_) => "Object",
        }
    }

    /// The plain value; of repeated keys the last one counts.
    pub(crate) fn to_value(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(b) => Value::Bool(*b),
            Kind::Number(n) => Value::Number(n.clone()),
            Kind::String(s) => Value::String(s.clone()),
            Kind::Array(items) => Value::Array(items.iter().map(Node::to_value).collect()),
            Kind::Object(members) => {
                Value::Object(members.iter().map(|m| (m.key.clone(), m.value.to_value())).collect())
            }
        }
    }
}

/// Reads one JSON document.
pub(crate) fn read(text: &str) -> Result<Node, SyntaxError> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0 };
    reader.blanks();
    let node = reader.value(0)?;
    reader.blanks();
    if reader.at < reader.bytes.len() {
        return Err(reader.error("Unexpected text after the end of the JSON document"));
    }
    Ok(node)
}

/// Line and column (in characters) of a byte offset, both from 1.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.bytes().filter(|b| *b == b'\n').count() + 1, before[line_start..].chars().count() + 1)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn error(&self, message: impl Into<String>) -> SyntaxError {
        // A backslash at the very end leads past it.
        SyntaxError { at: self.at.min(self.text.len()), message: message.into(), too_deep: false }
    }

    /// What stands where something else should, in the words of the service's JSON library.
    fn unexpected(&self, wanted: &str) -> SyntaxError {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) => {
                self.error(format!("Unexpected character ('{found}' (code {})): {wanted}", u32::from(found)))
            }
            None => self.error(format!("Unexpected end-of-input: {wanted}")),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, SyntaxError> {
        if depth > MAX_DEPTH {
            let message = format!("The definition nests deeper than {MAX_DEPTH} levels");
            return Err(SyntaxError { at: self.at, message, too_deep: true });
        }
        let start = self.at;
        let kind = match self.peek() {
            None => return Err(self.error("Unexpected end-of-input: a value was expected")),
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Kind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            // A word begins with a letter; anything else is no beginning of a value.
            Some(c) if c.is_ascii() && !c.is_ascii_alphabetic() && c != b'_' => {
                return Err(self.unexpected(
                    "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                ));
            }
            Some(_) => self.word()?,
        };
        Ok(Node { kind, start, end: self.at })
    }

    fn object(&mut self, depth: usize) -> Result<Kind, SyntaxError> {
        self.at += 1;
        let mut members = Vec::new();
        self.blanks();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object(members));
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("was expecting double-quote to start field name"));
            }
            let key_start = self.at;
            let key = self.string()?;
            let key_end = self.at;
            self.blanks();
            if self.peek() != Some(b':') {
                return Err(self.unexpected("was expecting a colon to separate field name and value"));
            }
            self.at += 1;
            self.blanks();
            let value = self.value(depth + 1)?;
            members.push(Member { key, key_start, key_end, value });
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Kind::Object(members));
                }
                _ => return Err(self.unexpected("was expecting comma to separate Object entries")),
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Kind, SyntaxError> {
        self.at += 1;
        let mut items = Vec::new();
        self.blanks();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::Array(items));
        }
        loop {
            self.blanks();
            items.push(self.value(depth + 1)?);
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Kind::Array(items));
                }
                _ => return Err(self.unexpected("was expecting comma to separate Array entries")),
            }
        }
    }

    /// Finds the end of a string and leaves its escapes to serde_json, which knows surrogates.
    fn string(&mut self) -> Result<String, SyntaxError> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(self.error("Unexpected end of the text in a string")),
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        let text = &self.text[start..self.at];
        serde_json::from_str(text).map_err(|e| SyntaxError {
            at: start,
            message: format!("Invalid string: {}", plain_reason(&e)),
            too_deep: false,
        })
    }

    fn number(&mut self) -> Result<Kind, SyntaxError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        let text = &self.text[start..self.at];
        serde_json::from_str(text).map(Kind::Number).map_err(|e| SyntaxError {
            at: start,
            message: format!("Invalid number '{text}': {}", plain_reason(&e)),
            too_deep: false,
        })
    }

    fn word(&mut self) -> Result<Kind, SyntaxError> {
        let start = self.at;
        let length = self.text[start..]
            .char_indices()
            .find(|(_, c)| !c.is_alphanumeric() && *c != '_')
            .map_or(self.text.len() - start, |(i, c)| if i == 0 { c.len_utf8() } else { i });
        let word = &self.text[start..start + length];
        self.at += length;
        match word {
            "true" => Ok(Kind::Bool(true)),
            "false" => Ok(Kind::Bool(false)),
            "null" => Ok(Kind::Null),
            _ => Err(self.error(format!(
                "Unrecognized token '{}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                word.chars().take(60).collect::<String>()
            ))),
        }
    }
}

/// serde_json's reason without its position, which is relative to the snippet.
fn plain_reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, usize>) {
        match (read(text), expected) {
            (Ok(node), Ok(json)) => assert_eq!(node.to_value().to_string(), json),
            (Err(e), Err(at)) => assert_eq!(e.at, at, "{}", e.message),
            (got, want) => panic!("{text}: {got:?}, expected {want:?}"),
        }
    }

    #[test]
    fn reads_and_places_errors() {
        check(
            " {\"a\": [1, -2.5e3, \"\\u00e9\\n\"], \"b\": null} ",
            Ok("{\"a\":[1,-2500.0,\"é\\n\"],\"b\":null}"),
        );
        check("", Err(0));
        check("not a definition", Err(3));
        check("{\"a\" 1}", Err(5));
        check("{\"a\": 1,}", Err(8));
        check("[1 2]", Err(3));
        check("{} x", Err(3));
        check("\"abc", Err(4));
        check("[01]", Err(1));
        check("é", Err(2));
        check("\"\\", Err(2));
        assert!(read(&"[".repeat(1000)).unwrap_err().too_deep);
    }

    #[test]
    fn lines_and_columns() {
        assert_eq!(line_and_column("a\nbé c", 5), (2, 3));
        assert_eq!(line_and_column("a", 99), (1, 2));
    }
}
