//! A reader of JSON tokens that says where it stands the way EventBridge's own parser does.
//!
//! The service's messages carry the place the parser had reached. Two habits of it decide that place:
//! after a member's name the first token of its value has been read already, and of a string only the opening
//! quote has been read until somebody asks for its text.

use crate::error::PatternError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    /// A member's name; [`Reader::text`] has it.
    Name,
    String,
    Number,
    True,
    False,
    Null,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Object,
    Array,
}

/// A deeper document is refused: no real pattern comes near, and recursion stays bounded.
const DEEPEST: usize = 200;

#[derive(Clone)]
pub(crate) struct Reader<'a> {
    source: &'a str,
    at: usize,
    line: u32,
    column: u32,
    /// What we are inside of, and whether a member or element was read already.
    open: Vec<(Inside, bool)>,
    /// The first token of a member's value, read together with its name.
    waiting: Option<Token>,
    /// Only the opening quote of the current string was read.
    unfinished: bool,
    text: String,
    started: bool,
}

const VALUES: &str = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

impl<'a> Reader<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
            column: 1,
            open: Vec::new(),
            waiting: None,
            unfinished: false,
            text: String::new(),
            started: false,
        }
    }

    /// An error at the place reached.
    pub(crate) fn error(&self, reason: impl Into<String>) -> PatternError {
        PatternError::at(reason, self.source, self.line, self.column)
    }

    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
        if c == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += c.len_utf16() as u32;
        }
    }

    fn skip_blanks(&mut self) {
        while let Some(c @ (' ' | '\t' | '\r' | '\n')) = self.peek() {
            self.bump(c);
        }
    }

    fn unexpected(&self, c: char, wanted: &str) -> PatternError {
        let shown = if c.is_control() {
            format!("((CTRL-CHAR, code {}))", c as u32)
        } else {
            format!("('{c}' (code {}))", c as u32)
        };
        self.error(format!("Unexpected character {shown}: {wanted}"))
    }

    fn ended(&self, wanted: &str) -> PatternError {
        self.error(format!("Unexpected end-of-input: {wanted}"))
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token, PatternError> {
        if let Some(token) = self.waiting.take() {
            return self.deliver(token);
        }
        if self.unfinished {
            self.read_string()?;
        }
        self.skip_blanks();
        match self.open.last().copied() {
            None if self.started => match self.peek() {
                None => Ok(Token::End),
                Some(c) => Err(self.unexpected(c, "expected nothing after the event pattern")),
            },
            None => {
                self.started = true;
                let token = self.value_start()?;
                self.deliver(token)
            }
            Some((Inside::Array, more)) => {
                if self.closes(']', more, "Array")? {
                    return Ok(Token::EndArray);
                }
                let token = self.value_start()?;
                self.deliver(token)
            }
            Some((Inside::Object, more)) => {
                if self.closes('}', more, "Object")? {
                    return Ok(Token::EndObject);
                }
                match self.peek() {
                    Some('"') => self.bump('"'),
                    Some(c) => {
                        return Err(self.unexpected(c, "was expecting double-quote to start field name"));
                    }
                    None => return Err(self.ended("was expecting double-quote to start field name")),
                }
                self.read_string()?;
                self.skip_blanks();
                let wanted = "was expecting a colon to separate field name and value";
                match self.peek() {
                    Some(':') => self.bump(':'),
                    Some(c) => return Err(self.unexpected(c, wanted)),
                    None => return Err(self.ended(wanted)),
                }
                self.skip_blanks();
                // This leaves `text` alone, so that it is still the name.
                self.waiting = Some(self.value_start()?);
                Ok(Token::Name)
            }
        }
    }

    /// Reads the closing bracket, or the comma before the next entry.
    fn closes(&mut self, close: char, more: bool, kind: &str) -> Result<bool, PatternError> {
        let wanted = format!("was expecting comma to separate {kind} entries");
        match self.peek() {
            Some(c) if c == close => {
                self.bump(c);
                self.open.pop();
                return Ok(true);
            }
            Some(',') if more => {
                self.bump(',');
                self.skip_blanks();
            }
            Some(c) if more => return Err(self.unexpected(c, &wanted)),
            Some(_) => {}
            None => return Err(self.ended(&format!("expected close marker for {kind}"))),
        }
        if let Some((_, more)) = self.open.last_mut() {
            *more = true;
        }
        Ok(false)
    }

    fn deliver(&mut self, token: Token) -> Result<Token, PatternError> {
        match token {
            Token::StartObject => self.open.push((Inside::Object, false)),
            Token::StartArray => self.open.push((Inside::Array, false)),
            // The number was just read, so its text ends where we stand.
            Token::Number => self.text = self.number_before().to_owned(),
            _ => {}
        }
        if self.open.len() > DEEPEST {
            return Err(self.error(format!("Document nesting depth exceeds the maximum allowed ({DEEPEST})")));
        }
        Ok(token)
    }

    fn number_before(&self) -> &'a str {
        let read = &self.source[..self.at];
        let start = read
            .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E')))
            .map_or(0, |before| before + read[before..].chars().next().map_or(0, char::len_utf8));
        &read[start..]
    }

    fn value_start(&mut self) -> Result<Token, PatternError> {
        let Some(c) = self.peek() else { return Err(self.ended("expected a value")) };
        match c {
            '{' | '[' => {
                self.bump(c);
                Ok(if c == '{' { Token::StartObject } else { Token::StartArray })
            }
            '"' => {
                self.bump(c);
                self.unfinished = true;
                Ok(Token::String)
            }
            '-' | '0'..='9' => self.read_number(),
            c if c.is_alphabetic() || c == '_' || c == '$' => {
                let start = self.at;
                while let Some(c) = self.peek().filter(|c| c.is_alphanumeric() || matches!(c, '_' | '$')) {
                    self.bump(c);
                }
                match &self.source[start..self.at] {
                    "true" => Ok(Token::True),
                    "false" => Ok(Token::False),
                    "null" => Ok(Token::Null),
                    word => {
                        let word: String = word.chars().take(256).collect();
                        Err(self.error(format!("Unrecognized token '{word}': was expecting {VALUES}")))
                    }
                }
            }
            c => Err(self.unexpected(c, &format!("expected a valid value {VALUES}"))),
        }
    }

    fn read_digits(&mut self) -> Result<(), PatternError> {
        let wanted = "expected digit (0-9) in a number";
        match self.peek() {
            Some(c) if c.is_ascii_digit() => {}
            Some(c) => return Err(self.unexpected(c, wanted)),
            None => return Err(self.ended(wanted)),
        }
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            self.bump(c);
        }
        Ok(())
    }

    fn read_number(&mut self) -> Result<Token, PatternError> {
        if self.peek() == Some('-') {
            self.bump('-');
        }
        let first = self.at;
        self.read_digits()?;
        if self.at - first > 1 && self.source[first..].starts_with('0') {
            return Err(self.error("Invalid numeric value: Leading zeroes not allowed"));
        }
        if self.peek() == Some('.') {
            self.bump('.');
            self.read_digits()?;
        }
        if let Some(c @ ('e' | 'E')) = self.peek() {
            self.bump(c);
            if let Some(c @ ('+' | '-')) = self.peek() {
                self.bump(c);
            }
            self.read_digits()?;
        }
        Ok(Token::Number)
    }

    /// Reads from behind the opening quote to behind the closing one.
    fn read_string(&mut self) -> Result<(), PatternError> {
        self.unfinished = false;
        self.text.clear();
        let ended = "was expecting closing quote for a string value";
        loop {
            let c = self.peek().ok_or_else(|| self.ended(ended))?;
            if (c as u32) < 0x20 {
                return Err(
                    self.unexpected(c, "has to be escaped using backslash to be included in string value")
                );
            }
            self.bump(c);
            match c {
                '"' => return Ok(()),
                '\\' => {
                    let c = self.read_escape()?;
                    self.text.push(c);
                }
                c => self.text.push(c),
            }
        }
    }

    fn read_escape(&mut self) -> Result<char, PatternError> {
        let c = self.peek().ok_or_else(|| self.ended("in character escape sequence"))?;
        self.bump(c);
        Ok(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let high = self.read_hex()?;
                if (0xD800..0xDC00).contains(&high) && self.source[self.at..].starts_with("\\u") {
                    let before = self.place();
                    self.bump('\\');
                    self.bump('u');
                    let low = self.read_hex()?;
                    if (0xDC00..0xE000).contains(&low) {
                        let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                        return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    (self.at, self.line, self.column) = before;
                }
                // Half of a pair has no text of its own.
                char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            c => return Err(self.error(format!("Unrecognized character escape '{c}' (code {})", c as u32))),
        })
    }

    fn place(&self) -> (usize, u32, u32) {
        (self.at, self.line, self.column)
    }

    fn read_hex(&mut self) -> Result<u32, PatternError> {
        let mut code = 0;
        for _ in 0..4 {
            let wanted = "expected a hex-digit for character escape sequence";
            let c = self.peek().ok_or_else(|| self.ended(wanted))?;
            code = code * 16 + c.to_digit(16).ok_or_else(|| self.unexpected(c, wanted))?;
            self.bump(c);
        }
        Ok(code)
    }

    /// The text of the current name, string or number. Reads the rest of a string.
    pub(crate) fn text(&mut self) -> Result<&str, PatternError> {
        // A name is complete although the string behind it may only have been begun.
        if self.unfinished && self.waiting.is_none() {
            self.read_string()?;
        }
        Ok(&self.text)
    }

    /// Reads on to the end of the array or object that was just begun.
    pub(crate) fn skip_children(&mut self) -> Result<(), PatternError> {
        let outside = self.open.len().saturating_sub(1);
        while self.open.len() > outside {
            self.next()?;
        }
        Ok(())
    }
}
