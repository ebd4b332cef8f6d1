//! From text to tokens, one at a time.

use crate::error::{Fault, fault, quoted};

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// A symbol or a word that is an operator: `and`, `or`, `in`.
    Op(&'static str),
    Name(String),
    /// A variable, without `$`.
    Variable(String),
    Text(String),
    Number(f64),
    Bool(bool),
    Null,
    /// Pattern and flags.
    Regex(String, String),
    End,
}

impl Token {
    /// How errors show it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Token::Op(text) => quoted(text),
            Token::Name(text) | Token::Variable(text) | Token::Text(text) => quoted(text),
            Token::Number(number) => crate::number::to_text(*number),
            Token::Bool(value) => value.to_string(),
            Token::Null => "null".to_owned(),
            Token::Regex(pattern, flags) => quoted(&format!("/{pattern}/{flags}")),
            Token::End => quoted("(end)"),
        }
    }

    /// Whether a `/` after it divides, rather than begins a regular expression.
    fn ends_operand(&self) -> bool {
        !matches!(self, Token::Op(op) if !matches!(*op, ")" | "]" | "}"))
    }
}

/// The source of tokens.
pub(crate) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// What came before: it decides what `/` is.
    operand_before: bool,
}

/// Longer symbols come first.
const SYMBOLS: [&str; 33] = [
    "..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??", ".", "[", "]", "{", "}", "(", ")", ",", "@", "#",
    ";", ":", "?", "+", "-", "*", "/", "%", "|", "=", "<", ">", "^", "&",
];

impl<'t> Lexer<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Lexer { text, at: 0, operand_before: false }
    }

    /// The next token and its offset.
    pub(crate) fn next(&mut self) -> Result<(Token, usize), Fault> {
        self.skip_blanks()?;
        let start = self.at;
        let token = self.token()?;
        self.operand_before = token.ends_operand();
        Ok((token, start))
    }

    /// Says that the last token is a value after all.
    pub(crate) fn ends_operand(&mut self) {
        self.operand_before = true;
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}']).len();
            self.at += blank;
            if !self.rest().starts_with("/*") {
                return Ok(());
            }
            match self.rest()[2..].find("*/") {
                Some(end) => self.at += end + 4,
                None => return Err(fault("S0106", self.at, &[])),
            }
        }
    }

    fn token(&mut self) -> Result<Token, Fault> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return Ok(Token::End) };
        if first == '/' && !self.operand_before {
            return self.regex();
        }
        if ends_word(first)
            && let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol))
        {
            self.at += symbol.len();
            return Ok(Token::Op(symbol));
        }
        match first {
            '!' | '~' => {
                self.at += 1;
                Ok(Token::Op(if first == '!' { "!" } else { "~" }))
            }
            '"' | '\'' => self.string(first),
            '0'..='9' => self.number(),
            '`' => {
                let Some(end) = rest[1..].find('`') else { return Err(fault("S0105", self.at, &[])) };
                self.at += end + 2;
                Ok(Token::Name(rest[1..=end].to_owned()))
            }
            _ => Ok(self.word()),
        }
    }

    fn word(&mut self) -> Token {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..].find(ends_word).map_or(rest.len(), |end| end + first);
        let word = &rest[..end];
        self.at += end;
        if let Some(variable) = word.strip_prefix('$') {
            return Token::Variable(variable.to_owned());
        }
        match word {
            "and" => Token::Op("and"),
            "or" => Token::Op("or"),
            "in" => Token::Op("in"),
            "true" => Token::Bool(true),
            "false" => Token::Bool(false),
            "null" => Token::Null,
            _ => Token::Name(word.to_owned()),
        }
    }

    fn number(&mut self) -> Result<Token, Fault> {
        let bytes = self.rest().as_bytes();
        let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut end = if bytes[0] == b'0' { 1 } else { digits(0) };
        if bytes.get(end) == Some(&b'.') {
            let fraction = digits(end + 1);
            if fraction > 0 {
                end += 1 + fraction;
            }
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = if end + 1 + sign <= bytes.len() { digits(end + 1 + sign) } else { 0 };
            if exponent > 0 {
                end += 1 + sign + exponent;
            }
        }
        let text = &self.rest()[..end];
        let number: f64 = text.parse().unwrap_or(f64::INFINITY);
        if !number.is_finite() {
            return Err(fault("S0102", self.at, &[&quoted(text)]));
        }
        self.at += end;
        Ok(Token::Number(number))
    }

    fn string(&mut self, quote: char) -> Result<Token, Fault> {
        let start = self.at;
        let mut made = String::new();
        self.at += 1;
        loop {
            let rest = self.rest();
            let Some(stop) = rest.find([quote, '\\']) else { return Err(fault("S0101", start, &[])) };
            made.push_str(&rest[..stop]);
            self.at += stop;
            if rest[stop..].starts_with(quote) {
                self.at += 1;
                return Ok(Token::Text(made));
            }
            self.at += 1;
            let Some(escape) = self.rest().chars().next() else { return Err(fault("S0101", start, &[])) };
            if escape == 'u' {
                made.push(self.unicode_escape()?);
                continue;
            }
            made.push(match escape {
                '"' | '\\' | '/' => escape,
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => return Err(fault("S0103", self.at, &[&quoted(escape.encode_utf8(&mut [0; 4]))])),
            });
            self.at += escape.len_utf8();
        }
    }

    /// At the `u` of an escape. A pair of surrogates is one character; one alone is U+FFFD, because
    /// text here is Unicode.
    fn unicode_escape(&mut self) -> Result<char, Fault> {
        let unit = self.hex_unit().ok_or_else(|| fault("S0104", self.at, &[]))?;
        if !(0xd800..0xdc00).contains(&unit) {
            return Ok(char::from_u32(unit).unwrap_or('\u{fffd}'));
        }
        let before = self.at;
        if self.rest().starts_with("\\u") {
            self.at += 1;
            if let Some(low) = self.hex_unit()
                && (0xdc00..0xe000).contains(&low)
            {
                let joined = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(joined).unwrap_or('\u{fffd}'));
            }
        }
        self.at = before;
        Ok('\u{fffd}')
    }

    fn hex_unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(1..5)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 5;
        u32::from_str_radix(digits, 16).ok()
    }

    fn regex(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        let body = start + 1;
        let mut depth = 0_i64;
        let mut escaped = false;
        for (offset, character) in self.text[body..].char_indices() {
            let here = body + offset;
            if escaped {
                escaped = false;
                continue;
            }
            match character {
                '\\' => escaped = true,
                '/' if depth == 0 => {
                    if offset == 0 {
                        return Err(fault("S0301", here, &[]));
                    }
                    let after = &self.text[here + 1..];
                    let flags = after.len() - after.trim_start_matches(['i', 'm']).len();
                    self.at = here + 1 + flags;
                    return Ok(Token::Regex(self.text[body..here].to_owned(), after[..flags].to_owned()));
                }
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
        }
        Err(fault("S0302", start, &[]))
    }
}

fn ends_word(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '!'
            | '~'
            | '.'
            | '['
            | ']'
            | '{'
            | '}'
            | '('
            | ')'
            | ','
            | '@'
            | '#'
            | ';'
            | ':'
            | '?'
            | '+'
            | '-'
            | '*'
            | '/'
            | '%'
            | '|'
            | '='
            | '<'
            | '>'
            | '^'
            | '&'
    )
}
