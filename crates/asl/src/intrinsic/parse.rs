//! Reads the text of an intrinsic call.

use serde_json::Value;

use super::{Argument, Call, IntrinsicSyntaxError, Name, Template};
use crate::path::Path;

/// How deeply calls may nest; the service allows ten.
const MAX_NESTING: usize = 10;

pub(super) fn call(text: &str) -> Result<Call, IntrinsicSyntaxError> {
    let mut reader = Reader { text, at: 0 };
    reader.blanks();
    let call = reader.call(0)?;
    reader.blanks();
    if reader.at < text.len() {
        return Err(reader.error("Unexpected text after the call"));
    }
    Ok(call)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn error(&self, message: impl Into<String>) -> IntrinsicSyntaxError {
        IntrinsicSyntaxError::Syntax { message: message.into(), at: self.at }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn blanks(&mut self) {
        while let Some(c) = self.peek().filter(|c| c.is_whitespace()) {
            self.at += c.len_utf8();
        }
    }

    fn call(&mut self, depth: usize) -> Result<Call, IntrinsicSyntaxError> {
        if depth >= MAX_NESTING {
            return Err(self.error(format!("Calls may nest at most {MAX_NESTING} deep")));
        }
        let start = self.at;
        let ends = |c: char| !(c.is_alphanumeric() || c == '.' || c == '_');
        let length = self.rest().find(ends).unwrap_or(self.rest().len());
        let written = &self.rest()[..length];
        if !written.starts_with("States.") {
            return Err(self.error("A call begins with 'States.'"));
        }
        let name =
            Name::parse(written).ok_or_else(|| IntrinsicSyntaxError::UnknownFunction(written.to_owned()))?;
        self.at += length;
        if self.peek() != Some('(') {
            return Err(self.error("'(' was expected after the function's name"));
        }
        self.at += 1;
        let mut arguments = Vec::new();
        self.blanks();
        if self.peek() == Some(')') {
            self.at += 1;
        } else {
            loop {
                self.blanks();
                arguments.push(self.argument(depth)?);
                self.blanks();
                match self.peek() {
                    Some(',') => self.at += 1,
                    Some(')') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(self.error("',' or ')' was expected")),
                }
            }
        }
        let (least, most) = name.arity();
        if arguments.len() < least || arguments.len() > most {
            return Err(self.error(format!("Wrong number of arguments for '{}'", name.as_str())));
        }
        Ok(Call { text: self.text[start..self.at].to_owned(), name, arguments })
    }

    fn argument(&mut self, depth: usize) -> Result<Argument, IntrinsicSyntaxError> {
        match self.peek() {
            Some('\'') => self.text().map(Argument::Text),
            Some('$') => {
                let length = self.path_length();
                let path = Path::parse(self.rest()[..length].trim_end())?;
                self.at += length;
                Ok(Argument::Path(path))
            }
            Some('S') => self.call(depth + 1).map(Argument::Call),
            _ => {
                let length = self.rest().find([',', ')', ' ']).unwrap_or(self.rest().len());
                let word = &self.rest()[..length];
                let value: Value = serde_json::from_str(word)
                    .ok()
                    .filter(|v: &Value| !v.is_array() && !v.is_object() && !v.is_string())
                    .ok_or_else(|| self.error(format!("'{word}' is not an argument")))?;
                self.at += length;
                Ok(Argument::Literal(value))
            }
        }
    }

    /// A path ends at the comma or parenthesis that is not inside its own brackets or quotes.
    fn path_length(&self) -> usize {
        let (mut brackets, mut parentheses, mut quote, mut escaped) = (0_i32, 0_i32, None, false);
        for (i, c) in self.rest().char_indices() {
            match quote {
                Some(_) if escaped => escaped = false,
                Some(_) if c == '\\' => escaped = true,
                Some(q) if c == q => quote = None,
                Some(_) => {}
                None => match c {
                    '\'' | '"' if brackets > 0 => quote = Some(c),
                    '[' => brackets += 1,
                    ']' => brackets -= 1,
                    '(' => parentheses += 1,
                    ')' if brackets <= 0 && parentheses <= 0 => return i,
                    ')' => parentheses -= 1,
                    ',' if brackets <= 0 && parentheses <= 0 => return i,
                    _ => {}
                },
            }
        }
        self.rest().len()
    }

    /// A text in single quotes. `\'`, `\{`, `\}` and `\\` stand for the character; nothing else may follow `\`.
    fn text(&mut self) -> Result<Template, IntrinsicSyntaxError> {
        self.at += 1;
        let (mut plain, mut part, mut parts) = (String::new(), String::new(), Vec::new());
        loop {
            let Some(c) = self.peek() else { return Err(self.error("The quoted text does not end")) };
            self.at += c.len_utf8();
            match c {
                '\'' => break,
                '\\' => match self.peek() {
                    Some(escaped @ ('\'' | '{' | '}' | '\\')) => {
                        self.at += 1;
                        plain.push(escaped);
                        part.push(escaped);
                    }
                    _ => {
                        return Err(
                            self.error("A backslash may stand only before ', {, } or another backslash")
                        );
                    }
                },
                '{' if self.peek() == Some('}') => {
                    self.at += 1;
                    plain.push_str("{}");
                    parts.push(std::mem::take(&mut part));
                }
                c => {
                    plain.push(c);
                    part.push(c);
                }
            }
        }
        parts.push(part);
        Ok(Template { plain, parts })
    }
}
