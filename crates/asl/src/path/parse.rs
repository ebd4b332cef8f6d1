//! Reads the text of a path.

use serde_json::Value;

use super::filter::{Comparison, Filter, Operand, Pattern};
use super::functions::Function;
use super::{Path, PathSyntaxError, Root, Step};

/// How deeply filters may nest: parentheses, negations, and paths with filters in filters.
const MAX_FILTER_DEPTH: usize = 24;

/// The longest name of a workflow variable, in characters.
const MAX_VARIABLE_NAME: usize = 80;

pub(super) fn path(text: &str) -> Result<Path, PathSyntaxError> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let path = reader.path(false)?;
    if reader.at < text.len() {
        return Err(reader.error("Unexpected text after the path"));
    }
    Ok(path)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn error(&self, message: impl Into<String>) -> PathSyntaxError {
        PathSyntaxError { message: message.into(), at: self.at }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), PathSyntaxError> {
        if self.eat(token) { Ok(()) } else { Err(self.error(format!("'{token}' was expected"))) }
    }

    fn blanks(&mut self) {
        while let Some(c) = self.peek().filter(|c| c.is_whitespace()) {
            self.at += c.len_utf8();
        }
    }

    /// A path; within a filter it may begin with `@` and ends where an operator may follow.
    fn path(&mut self, in_filter: bool) -> Result<Path, PathSyntaxError> {
        let start = self.at;
        let root = if in_filter && self.eat("@") {
            Root::Input
        } else if self.eat("$$") {
            Root::Context
        } else if self.eat("$") {
            Root::Input
        } else {
            return Err(self.error("A path must begin with '$'"));
        };
        let root = if !in_filter && root == Root::Input {
            match self.variable_name()? {
                Some(name) => Root::Variable(name),
                None => root,
            }
        } else {
            root
        };
        let mut steps = Vec::new();
        let mut function = None;
        loop {
            if self.eat("..") {
                steps.push(Step::Descend);
                if self.peek() == Some('[') {
                    self.bracket(&mut steps)?;
                } else if self.dotted(in_filter, &mut steps)?.is_some() {
                    return Err(self.error("A function cannot follow '..'"));
                }
            } else if self.eat(".") {
                if self.peek() == Some('[') {
                    self.bracket(&mut steps)?;
                } else if let Some(called) = self.dotted(in_filter, &mut steps)? {
                    function = Some(called);
                    break;
                }
            } else if self.peek() == Some('[') {
                self.bracket(&mut steps)?;
            } else {
                break;
            }
        }
        let last = steps.len().saturating_sub(1);
        let definite = function.is_some()
            || steps.iter().enumerate().all(|(i, step)| match step {
                Step::Child(_) | Step::Index(_) => true,
                // Several names at the end are merged into one object.
                Step::Children(_) => i == last,
                _ => false,
            });
        Ok(Path { text: self.text[start..self.at].to_owned(), root, steps, function, definite })
    }

    /// The name of a workflow variable after `$`: an identifier of Unicode letters and digits.
    fn variable_name(&mut self) -> Result<Option<String>, PathSyntaxError> {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Ok(None);
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let name = rest[..length].to_owned();
        if name.chars().count() > MAX_VARIABLE_NAME {
            return Err(
                self.error(format!("A variable's name may have at most {MAX_VARIABLE_NAME} characters"))
            );
        }
        self.at += length;
        Ok(Some(name))
    }

    /// What follows a dot: a name, `*`, or a function, which is returned.
    fn dotted(
        &mut self,
        in_filter: bool,
        steps: &mut Vec<Step>,
    ) -> Result<Option<Function>, PathSyntaxError> {
        if self.eat("*") {
            steps.push(Step::Wildcard);
            return Ok(None);
        }
        let ends = |c: char| {
            matches!(c, '.' | '[' | '(' | ' ' | '\t' | '\n')
                || in_filter && matches!(c, ')' | '=' | '!' | '<' | '>' | '&' | '|' | ',' | ']')
        };
        let length = self.rest().find(ends).unwrap_or(self.rest().len());
        if length == 0 {
            return Err(self.error("A name was expected after '.'"));
        }
        let name = self.rest()[..length].to_owned();
        self.at += length;
        if self.eat("(") {
            self.blanks();
            self.expect(")")?;
            let function = Function::named(&name)
                .ok_or_else(|| self.error(format!("The function '{name}()' is not known")))?;
            return Ok(Some(function));
        }
        steps.push(Step::Child(name));
        Ok(None)
    }

    fn bracket(&mut self, steps: &mut Vec<Step>) -> Result<(), PathSyntaxError> {
        self.expect("[")?;
        self.blanks();
        let step = match self.peek() {
            Some('*') => {
                self.at += 1;
                Step::Wildcard
            }
            Some('?') => {
                self.at += 1;
                self.blanks();
                self.expect("(")?;
                let filter = self.alternatives()?;
                self.blanks();
                self.expect(")")?;
                Step::Filter(filter)
            }
            Some('\'' | '"') => {
                let mut names = vec![self.quoted()?];
                self.blanks();
                while self.eat(",") {
                    self.blanks();
                    names.push(self.quoted()?);
                    self.blanks();
                }
                match <[String; 1]>::try_from(names) {
                    Ok([name]) => Step::Child(name),
                    Err(names) => Step::Children(names),
                }
            }
            _ => self.numbers()?,
        };
        self.blanks();
        self.expect("]")?;
        steps.push(step);
        Ok(())
    }

    /// `3`, `-1`, `1,2`, `1:3`, `:3`, `1:`.
    fn numbers(&mut self) -> Result<Step, PathSyntaxError> {
        let first = self.integer()?;
        self.blanks();
        if self.eat(":") {
            self.blanks();
            let to = self.integer()?;
            return match (first, to) {
                (None, None) => Err(self.error("A slice needs a start or an end")),
                (from, to) => Ok(Step::Slice(from, to)),
            };
        }
        let Some(first) = first else {
            return Err(self.error("An index, a slice, a quoted name, '*' or a filter was expected"));
        };
        let mut list = vec![first];
        while self.eat(",") {
            self.blanks();
            list.push(self.integer()?.ok_or_else(|| self.error("An index was expected"))?);
            self.blanks();
        }
        Ok(if list.len() == 1 { Step::Index(first) } else { Step::Indices(list) })
    }

    fn integer(&mut self) -> Result<Option<i64>, PathSyntaxError> {
        let sign = usize::from(self.peek() == Some('-'));
        let count = self.rest()[sign..].bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 {
            return if sign == 0 { Ok(None) } else { Err(self.error("A number was expected after '-'")) };
        }
        let digits = &self.rest()[..sign + count];
        let number = digits.parse().map_err(|_| self.error("The index is too large"))?;
        self.at += sign + count;
        Ok(Some(number))
    }

    /// A quoted text; a backslash before the quote or another backslash takes it as it is.
    fn quoted(&mut self) -> Result<String, PathSyntaxError> {
        let Some(quote @ ('\'' | '"')) = self.peek() else {
            return Err(self.error("A quoted name was expected"));
        };
        self.at += 1;
        let mut out = String::new();
        loop {
            let Some(c) = self.peek() else { return Err(self.error("The quoted text does not end")) };
            self.at += c.len_utf8();
            match c {
                '\\' if self.peek().is_some_and(|next| next == quote || next == '\\') => {
                    out.extend(self.peek());
                    self.at += 1;
                }
                c if c == quote => return Ok(out),
                c => out.push(c),
            }
        }
    }

    fn deeper(&mut self) -> Result<(), PathSyntaxError> {
        self.depth += 1;
        if self.depth > MAX_FILTER_DEPTH {
            return Err(self.error("The filter nests too deeply"));
        }
        Ok(())
    }

    fn alternatives(&mut self) -> Result<Filter, PathSyntaxError> {
        self.deeper()?;
        let mut list = vec![self.conjunction()?];
        loop {
            self.blanks();
            if !self.eat("||") {
                break;
            }
            list.push(self.conjunction()?);
        }
        self.depth -= 1;
        Ok(if list.len() == 1 { list.remove(0) } else { Filter::Any(list) })
    }

    fn conjunction(&mut self) -> Result<Filter, PathSyntaxError> {
        let mut list = vec![self.condition()?];
        loop {
            self.blanks();
            if !self.eat("&&") {
                break;
            }
            list.push(self.condition()?);
        }
        Ok(if list.len() == 1 { list.remove(0) } else { Filter::All(list) })
    }

    fn condition(&mut self) -> Result<Filter, PathSyntaxError> {
        self.blanks();
        if self.eat("!") {
            self.deeper()?;
            let inner = self.condition()?;
            self.depth -= 1;
            return Ok(Filter::Not(Box::new(inner)));
        }
        if self.eat("(") {
            let inner = self.alternatives()?;
            self.blanks();
            self.expect(")")?;
            return Ok(inner);
        }
        let left = self.operand()?;
        self.blanks();
        let Some(comparison) = self.comparison() else {
            return match left {
                Operand::Path(path, from_item) => Ok(Filter::Exists(path, from_item)),
                _ => Err(self.error("A comparison was expected")),
            };
        };
        self.blanks();
        let right = self.operand()?;
        if (comparison == Comparison::Matches) != matches!(right, Operand::Pattern(_)) {
            return Err(
                self.error("'=~' needs a pattern such as /a.*/i on its right, and only '=~' takes one")
            );
        }
        Ok(Filter::Compare(left, comparison, right))
    }

    fn comparison(&mut self) -> Option<Comparison> {
        // Longer tokens first, so that `<` does not hide `<=`.
        const TOKENS: [(&str, Comparison); 19] = [
            ("===", Comparison::SameType),
            ("!==", Comparison::NotSameType),
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("=~", Comparison::Matches),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
            ("in ", Comparison::In),
            ("IN ", Comparison::In),
            ("nin ", Comparison::NotIn),
            ("NIN ", Comparison::NotIn),
            ("contains ", Comparison::Contains),
            ("subsetof ", Comparison::SubsetOf),
            ("anyof ", Comparison::AnyOf),
            ("noneof ", Comparison::NoneOf),
            ("size ", Comparison::Size),
            ("empty ", Comparison::Empty),
        ];
        TOKENS.iter().find(|(token, _)| self.eat(token)).map(|(_, comparison)| *comparison)
    }

    fn operand(&mut self) -> Result<Operand, PathSyntaxError> {
        self.blanks();
        match self.peek() {
            Some(c @ ('@' | '$')) => {
                self.deeper()?;
                let path = self.path(true)?;
                self.depth -= 1;
                if path.root == Root::Context {
                    return Err(self.error("A filter cannot read the context object"));
                }
                Ok(Operand::Path(Box::new(path), c == '@'))
            }
            Some('\'' | '"') => Ok(Operand::Literal(Value::String(self.quoted()?))),
            Some('/') => self.pattern(),
            Some('[' | '{') => self.json(),
            _ => {
                let ends =
                    |c: char| c.is_whitespace() || matches!(c, ')' | '&' | '|' | '=' | '!' | '<' | '>' | ',');
                let length = self.rest().find(ends).unwrap_or(self.rest().len());
                let word = &self.rest()[..length];
                let value: Value = serde_json::from_str(word)
                    .map_err(|_| self.error(format!("A value or a path was expected, not '{word}'")))?;
                self.at += length;
                Ok(Operand::Literal(value))
            }
        }
    }

    /// A list or object in the filter. Jayway also takes single quotes.
    fn json(&mut self) -> Result<Operand, PathSyntaxError> {
        let (mut depth, mut quote, mut escaped) = (0_usize, None, false);
        let mut text = String::new();
        let start = self.at;
        for c in self.text[start..].chars() {
            self.at += c.len_utf8();
            match quote {
                Some(_) if escaped => {
                    escaped = false;
                    text.push(c);
                }
                Some(_) if c == '\\' => {
                    escaped = true;
                    text.push(c);
                }
                Some(q) if c == q => {
                    quote = None;
                    text.push('"');
                }
                // A double quote within single quotes must be escaped once it stands in double ones.
                Some(_) if c == '"' => text.push_str("\\\""),
                Some(_) => text.push(c),
                None if c == '\'' || c == '"' => {
                    quote = Some(c);
                    text.push('"');
                }
                None => {
                    text.push(c);
                    match c {
                        '[' | '{' => depth += 1,
                        ']' | '}' => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
        let value =
            serde_json::from_str(&text).map_err(|_| self.error("The list or object is not valid JSON"))?;
        Ok(Operand::Literal(value))
    }

    /// `/pattern/flags`; a slash within is written `\/`.
    fn pattern(&mut self) -> Result<Operand, PathSyntaxError> {
        self.expect("/")?;
        let mut source = String::new();
        loop {
            let Some(c) = self.peek() else { return Err(self.error("The pattern does not end with '/'")) };
            self.at += c.len_utf8();
            match c {
                '/' => break,
                '\\' if self.eat("/") => source.push('/'),
                '\\' => {
                    source.push('\\');
                    if let Some(escaped) = self.peek() {
                        self.at += escaped.len_utf8();
                        source.push(escaped);
                    }
                }
                c => source.push(c),
            }
        }
        let mut flags = String::new();
        while let Some(flag @ ('i' | 'm' | 's' | 'x' | 'u' | 'd')) = self.peek() {
            self.at += 1;
            flags.push(flag);
        }
        let pattern = Pattern { source, flags };
        pattern.compile().map_err(|e| self.error(format!("The pattern is not valid: {e}")))?;
        Ok(Operand::Pattern(pattern))
    }
}
