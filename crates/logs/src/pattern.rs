//! Filter patterns.
//!
//! Words: a message must contain every word; with only `?word`s, one of them; and no `-word`.  Words are
//! compared as they are, anywhere in the message; blanks and other signs are written in quotes.
//!
//! JSON: `{ $.field = value }` with `=`, `!=`, `<`, `<=`, `>`, `>=`, `IS NULL`, `IS TRUE`, `IS FALSE`,
//! `NOT EXISTS`, joined by `&&` and `||`, grouped by parentheses; `*` in a text stands for any characters.

use lirio_api::{AwsError, logs};
use serde_json::Value as Json;

/// Parentheses within parentheses.
const DEEPEST: usize = 16;

/// A filter pattern, read.
#[derive(Debug, PartialEq)]
pub(crate) enum Pattern {
    /// Every message.
    All,
    Words {
        all: Vec<String>,
        any: Vec<String>,
        none: Vec<String>,
    },
    Json(Expr),
}

#[derive(Debug, PartialEq)]
pub(crate) enum Expr {
    Or(Vec<Expr>),
    And(Vec<Expr>),
    Test(Vec<Step>, Test),
}

/// A step into a document.
#[derive(Debug, PartialEq)]
pub(crate) enum Step {
    Member(String),
    Item(usize),
    AnyItem,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Test {
    Text { glob: String, equal: bool },
    Number(Comparison, f64),
    Null,
    Bool(bool),
    Missing,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

fn invalid(why: &str) -> AwsError {
    logs::errors::invalid_parameter_exception(format!("Invalid filter pattern: {why}"))
}

impl Pattern {
    /// Reads a pattern.  Errors: `InvalidParameterException`, and `NotImplemented` for what is not served.
    pub(crate) fn parse(text: &str) -> Result<Self, AwsError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self::All);
        }
        if text.starts_with('[') {
            return Err(AwsError::not_served("A space-delimited filter pattern of CloudWatch Logs"));
        }
        if let Some(inner) = text.strip_prefix('{') {
            let inner = inner.strip_suffix('}').ok_or_else(|| invalid("} is missing"))?;
            let mut parser = Parser { rest: inner };
            let expr = parser.or(0)?;
            return if parser.peek().is_none() {
                Ok(Self::Json(expr))
            } else {
                Err(invalid("text behind its end"))
            };
        }
        words(text)
    }

    /// Whether a message is one of those asked for.
    pub(crate) fn matches(&self, message: &str) -> bool {
        match self {
            Self::All => true,
            Self::Words { all, any, none } => {
                let contains = |word: &String| message.contains(word.as_str());
                let wanted = if all.is_empty() {
                    any.is_empty() || any.iter().any(contains)
                } else {
                    all.iter().all(contains)
                };
                wanted && !none.iter().any(contains)
            }
            Self::Json(expr) => match serde_json::from_str::<Json>(message) {
                Ok(json) if json.is_object() || json.is_array() => expr.holds(&json),
                _ => false,
            },
        }
    }
}

fn words(text: &str) -> Result<Pattern, AwsError> {
    let (mut all, mut any, mut none) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let list = match first {
            '?' => &mut any,
            '-' => &mut none,
            _ => &mut all,
        };
        if matches!(first, '?' | '-') {
            rest = &rest[1..];
        }
        let word;
        if let Some(quoted) = rest.strip_prefix('"') {
            (word, rest) = quoted_text(quoted)?;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if rest[..end].starts_with('%') {
                return Err(AwsError::not_served(
                    "A regular expression in a filter pattern of CloudWatch Logs",
                ));
            }
            (word, rest) = (rest[..end].to_owned(), &rest[end..]);
        }
        if word.is_empty() {
            return Err(invalid("a word is empty"));
        }
        list.push(word);
        rest = rest.trim_start();
    }
    Ok(Pattern::Words { all, any, none })
}

/// The text up to the closing quote, and what follows it; `\` takes the next character as it is.
fn quoted_text(rest: &str) -> Result<(String, &str), AwsError> {
    let mut text = String::new();
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((text, &rest[at + 1..])),
            '\\' => text.extend(chars.next().map(|(_, c)| c)),
            c => text.push(c),
        }
    }
    Err(invalid("a quote is not closed"))
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, token: &str) -> bool {
        self.peek();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// A word of letters, in capitals or not.
    fn keyword(&mut self, word: &str) -> bool {
        self.peek();
        let found = self.rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !self.rest[word.len()..].starts_with(|c: char| c.is_alphanumeric());
        if found {
            self.rest = &self.rest[word.len()..];
        }
        found
    }

    fn or(&mut self, depth: usize) -> Result<Expr, AwsError> {
        let mut terms = vec![self.and(depth)?];
        while self.take("||") {
            terms.push(self.and(depth)?);
        }
        Ok(if terms.len() == 1 { terms.remove(0) } else { Expr::Or(terms) })
    }

    fn and(&mut self, depth: usize) -> Result<Expr, AwsError> {
        let mut terms = vec![self.term(depth)?];
        while self.take("&&") {
            terms.push(self.term(depth)?);
        }
        Ok(if terms.len() == 1 { terms.remove(0) } else { Expr::And(terms) })
    }

    fn term(&mut self, depth: usize) -> Result<Expr, AwsError> {
        if self.take("(") {
            if depth == DEEPEST {
                return Err(invalid("too many parentheses within parentheses"));
            }
            let inner = self.or(depth + 1)?;
            return if self.take(")") { Ok(inner) } else { Err(invalid(") is missing")) };
        }
        let path = self.path()?;
        let test = self.test()?;
        Ok(Expr::Test(path, test))
    }

    fn path(&mut self) -> Result<Vec<Step>, AwsError> {
        if !self.take("$") {
            return Err(invalid("a field begins with $"));
        }
        let mut path = Vec::new();
        loop {
            if let Some(rest) = self.rest.strip_prefix('.') {
                let end =
                    rest.find(|c: char| c.is_whitespace() || ".[]=!<>()&|".contains(c)).unwrap_or(rest.len());
                if end == 0 {
                    return Err(invalid("a field has no name"));
                }
                path.push(Step::Member(rest[..end].to_owned()));
                self.rest = &rest[end..];
            } else if let Some(rest) = self.rest.strip_prefix('[') {
                let (inner, rest) = rest.split_once(']').ok_or_else(|| invalid("] is missing"))?;
                path.push(match inner.trim() {
                    "*" => Step::AnyItem,
                    number => Step::Item(number.parse().map_err(|_| invalid("an index is no number"))?),
                });
                self.rest = rest;
            } else if path.is_empty() {
                return Err(invalid("a field begins with $."));
            } else {
                return Ok(path);
            }
        }
    }

    fn test(&mut self) -> Result<Test, AwsError> {
        if self.keyword("NOT") {
            return if self.keyword("EXISTS") {
                Ok(Test::Missing)
            } else {
                Err(invalid("NOT EXISTS is meant?"))
            };
        }
        if self.keyword("IS") {
            return if self.keyword("NULL") {
                Ok(Test::Null)
            } else if self.keyword("TRUE") {
                Ok(Test::Bool(true))
            } else if self.keyword("FALSE") {
                Ok(Test::Bool(false))
            } else {
                Err(invalid("IS NULL, IS TRUE or IS FALSE"))
            };
        }
        let signs = [
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("=", Comparison::Equal),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        let comparison = signs
            .into_iter()
            .find_map(|(sign, comparison)| self.take(sign).then_some(comparison))
            .ok_or_else(|| invalid("a comparison is missing"))?;
        self.value(comparison)
    }

    fn value(&mut self, comparison: Comparison) -> Result<Test, AwsError> {
        let (text, quoted) = match self.peek() {
            Some('"') => {
                let (text, rest) = quoted_text(&self.rest[1..])?;
                self.rest = rest;
                (text, true)
            }
            Some('%') => {
                return Err(AwsError::not_served(
                    "A regular expression in a filter pattern of CloudWatch Logs",
                ));
            }
            _ => {
                let end = self
                    .rest
                    .find(|c: char| c.is_whitespace() || "()&|{}".contains(c))
                    .unwrap_or(self.rest.len());
                let text = self.rest[..end].to_owned();
                self.rest = &self.rest[end..];
                (text, false)
            }
        };
        if text.is_empty() && !quoted {
            return Err(invalid("a value is missing"));
        }
        if let Ok(number) = text.parse::<f64>()
            && !quoted
            && number.is_finite()
        {
            return Ok(Test::Number(comparison, number));
        }
        match comparison {
            Comparison::Equal => Ok(Test::Text { glob: text, equal: true }),
            Comparison::NotEqual => Ok(Test::Text { glob: text, equal: false }),
            _ => Err(invalid("only numbers are less or greater")),
        }
    }
}

impl Expr {
    fn holds(&self, json: &Json) -> bool {
        match self {
            Self::Or(terms) => terms.iter().any(|term| term.holds(json)),
            Self::And(terms) => terms.iter().all(|term| term.holds(json)),
            Self::Test(path, Test::Missing) => !found(json, path, &|_| true),
            Self::Test(path, test) => found(json, path, &|value| test.holds(value)),
        }
    }
}

/// Whether a value at the end of the path passes.
fn found(json: &Json, path: &[Step], passes: &dyn Fn(&Json) -> bool) -> bool {
    match path.split_first() {
        None => passes(json),
        Some((Step::Member(name), rest)) => json.get(name).is_some_and(|value| found(value, rest, passes)),
        Some((Step::Item(index), rest)) => json.get(index).is_some_and(|value| found(value, rest, passes)),
        Some((Step::AnyItem, rest)) => {
            json.as_array().is_some_and(|items| items.iter().any(|value| found(value, rest, passes)))
        }
    }
}

impl Test {
    fn holds(&self, value: &Json) -> bool {
        match self {
            Self::Text { glob, equal } => value.as_str().is_some_and(|text| like(glob, text) == *equal),
            Self::Number(comparison, number) => value.as_f64().is_some_and(|found| match comparison {
                Comparison::Equal => found == *number,
                Comparison::NotEqual => found != *number,
                Comparison::Less => found < *number,
                Comparison::LessOrEqual => found <= *number,
                Comparison::Greater => found > *number,
                Comparison::GreaterOrEqual => found >= *number,
            }),
            Self::Null => value.is_null(),
            Self::Bool(wanted) => value.as_bool() == Some(*wanted),
            Self::Missing => false,
        }
    }
}

/// `*` stands for any characters.  Each piece is taken where it first fits, so the cost has a bound.
fn like(glob: &str, text: &str) -> bool {
    let Some((start, rest)) = glob.split_once('*') else { return glob == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let (middle, end) = rest.rsplit_once('*').map_or(("", rest), |(middle, end)| (middle, end));
    for piece in middle.split('*').filter(|piece| !piece.is_empty()) {
        match text.find(piece) {
            Some(at) => text = &text[at + piece.len()..],
            None => return false,
        }
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let check = |pattern: &str, matching: &[&str], others: &[&str]| {
            let parsed = Pattern::parse(pattern).unwrap_or_else(|e| panic!("{pattern}: {e}"));
            matching.iter().for_each(|m| assert!(parsed.matches(m), "{pattern} should match {m}"));
            others.iter().for_each(|m| assert!(!parsed.matches(m), "{pattern} should not match {m}"));
        };
        check("", &["", "anything"], &[]);
        check("ERROR", &["ERROR 1", "[ERROR]"], &["error", "warning"]);
        check("ERROR disk", &["disk ERROR"], &["ERROR", "disk"]);
        check("\"out of\" memory", &["memory: out of it"], &["of memory out"]);
        check("?ERROR ?WARN", &["an ERROR", "a WARN"], &["INFO"]);
        check("ERROR -retry", &["ERROR"], &["ERROR, retry"]);
        check("-\"a b\"", &["a", "b"], &["a b"]);
        check("\"say \\\"hi\\\"\"", &["they say \"hi\""], &["say hi"]);
        check(
            "{ $.level = \"error\" }",
            &[r#"{"level":"error"}"#],
            &[r#"{"level":"info"}"#, "error", "{}", "[1"],
        );
        check(
            "{$.code>=400}",
            &[r#"{"code":400}"#, r#"{"code":4e2}"#],
            &[r#"{"code":399}"#, r#"{"code":"500"}"#],
        );
        check("{ $.a.b[1] = x* }", &[r#"{"a":{"b":[0,"xyz"]}}"#], &[r#"{"a":{"b":["xyz"]}}"#]);
        check("{ $.a[*] = 1 }", &[r#"{"a":[0,1]}"#], &[r#"{"a":[0]}"#, r#"{"a":1}"#]);
        check("{ $.a = *b*c }", &[r#"{"a":"abc"}"#, r#"{"a":"bc"}"#], &[r#"{"a":"ab"}"#]);
        check("{ $.a != 1 }", &[r#"{"a":2}"#], &[r#"{"a":1}"#, "{}"]);
        check("{ $.a IS NULL }", &[r#"{"a":null}"#], &["{}", r#"{"a":0}"#]);
        check("{ $.a NOT EXISTS }", &["{}"], &[r#"{"a":null}"#]);
        check("{ $.a IS TRUE }", &[r#"{"a":true}"#], &[r#"{"a":false}"#, r#"{"a":"true"}"#]);
        check(
            "{ $.a = 1 && ($.b = 2 || $.c < -3.5) }",
            &[r#"{"a":1,"b":2}"#, r#"{"a":1,"c":-4}"#],
            &[r#"{"a":1}"#, r#"{"b":2,"c":-4}"#],
        );
        check("{ $.a = 1 || $.b = 1 && $.c = 1 }", &[r#"{"a":1}"#, r#"{"b":1,"c":1}"#], &[r#"{"c":1}"#]);
    }

    #[test]
    fn refused() {
        let check = |pattern: &str, code: &str| {
            assert_eq!(Pattern::parse(pattern).unwrap_err().code, code, "{pattern}");
        };
        for pattern in [
            "\"a",
            "{ $.a }",
            "{ a = 1 }",
            "{ $.a = 1",
            "{ $.a = }",
            "{ $.a < x }",
            "{ $.a = 1 } b",
            "{ $ = 1 }",
            "{ ($.a = 1 }",
            "-",
            "{ $.a = 1 $.b = 2 }",
            "{ $.a[x] = 1 }",
        ] {
            check(pattern, "InvalidParameterException");
        }
        check(&format!("{{ {}$.a = 1 }}", "(".repeat(500)), "InvalidParameterException");
        check("[ip, user, ...]", "NotImplemented");
        check("%err.*%", "NotImplemented");
        check("{ $.a = %x% }", "NotImplemented");
    }
}
