//! The rules of composite alarms: `ALARM("a") AND (OK(b) OR NOT INSUFFICIENT_DATA(c))`.
//!
//! Source: PutCompositeAlarm in the API reference, `AlarmRule`: at most 500 elements, 10240 characters (model).

use super::evaluate::State;

const MAX_DEPTH: usize = 100;
const MAX_ELEMENTS: usize = 500;
/// Alarms that one rule may name.
const MAX_ALARMS: usize = 100;

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Rule {
    Constant(bool),
    /// The alarm, by name or ARN as it was written, is in the state.
    In(State, String),
    Not(Box<Rule>),
    All(Vec<Rule>),
    Any(Vec<Rule>),
}

impl Rule {
    /// Whether the rule holds; an alarm that does not exist is in no state.
    pub(crate) fn holds(&self, state: &impl Fn(&str) -> Option<State>) -> bool {
        match self {
            Rule::Constant(value) => *value,
            Rule::In(wanted, name) => state(name) == Some(*wanted),
            Rule::Not(inner) => !inner.holds(state),
            Rule::All(rules) => rules.iter().all(|rule| rule.holds(state)),
            Rule::Any(rules) => rules.iter().any(|rule| rule.holds(state)),
        }
    }

    /// The alarms that it names.
    pub(crate) fn alarms(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found.sort_unstable();
        found.dedup();
        found
    }

    fn collect<'r>(&'r self, found: &mut Vec<&'r str>) {
        match self {
            Rule::Constant(_) => {}
            Rule::In(_, name) => found.push(name),
            Rule::Not(inner) => inner.collect(found),
            Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|rule| rule.collect(found)),
        }
    }
}

/// The name of an alarm that a rule names by name or ARN.
pub(crate) fn name_of(alarm: &str) -> &str {
    match alarm.split_once(":alarm:") {
        Some((before, name)) if before.starts_with("arn:") => name,
        _ => alarm,
    }
}

/// Reads a rule; the error says where.
pub(crate) fn parse(text: &str) -> Result<Rule, String> {
    let mut parser = Parser { text, at: 0, elements: 0 };
    let rule = parser.any(0)?;
    parser.blank();
    if parser.at < text.len() {
        return Err(parser.wrong("AND, OR or the end was expected"));
    }
    if rule.alarms().len() > MAX_ALARMS {
        return Err(format!("a rule names {MAX_ALARMS} alarms at most"));
    }
    Ok(rule)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    elements: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn blank(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn wrong(&self, what: &str) -> String {
        format!("{what} at character {}", self.text[..self.at].chars().count() + 1)
    }

    /// The next word, if it is this one.
    fn word(&mut self, word: &str) -> bool {
        self.blank();
        let rest = self.rest();
        let found = rest.get(..word.len()).is_some_and(|w| w == word)
            && !rest[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn sign(&mut self, sign: char) -> bool {
        self.blank();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len_utf8() } else { 0 };
        found
    }

    fn any(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.all(depth)?];
        while self.word("OR") {
            rules.push(self.all(depth)?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::Any(rules) })
    }

    fn all(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.one(depth)?];
        while self.word("AND") {
            rules.push(self.one(depth)?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::All(rules) })
    }

    fn one(&mut self, depth: usize) -> Result<Rule, String> {
        self.elements += 1;
        if depth > MAX_DEPTH || self.elements > MAX_ELEMENTS {
            return Err(self.wrong("the rule has too many elements"));
        }
        if self.word("NOT") {
            return Ok(Rule::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.word("TRUE") {
            return Ok(Rule::Constant(true));
        }
        if self.word("FALSE") {
            return Ok(Rule::Constant(false));
        }
        for state in [State::Ok, State::Alarm, State::InsufficientData] {
            if self.word(state.name()) {
                if !self.sign('(') {
                    return Err(self.wrong("'(' was expected"));
                }
                let name = self.name()?;
                if !self.sign(')') {
                    return Err(self.wrong("')' was expected"));
                }
                return Ok(Rule::In(state, name));
            }
        }
        if self.word("AT_LEAST") {
            return Err("the function AT_LEAST is not served by this platform".to_owned());
        }
        if self.sign('(') {
            let inner = self.any(depth + 1)?;
            if !self.sign(')') {
                return Err(self.wrong("')' was expected"));
            }
            return Ok(inner);
        }
        Err(self.wrong("ALARM, OK, INSUFFICIENT_DATA, NOT, TRUE, FALSE or '(' was expected"))
    }

    /// A name or ARN, in quotes where it has blanks or brackets.
    fn name(&mut self) -> Result<String, String> {
        self.blank();
        let rest = self.rest();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (name, length) = match quote {
            Some(quote) => {
                // A quote in a name is written with a backslash before it.
                let mut name = String::new();
                let mut escaped = false;
                let mut end = None;
                for (at, c) in rest.char_indices().skip(1) {
                    match c {
                        '\\' if !escaped => escaped = true,
                        c if c == quote && !escaped => {
                            end = Some(at + 1);
                            break;
                        }
                        c => {
                            escaped = false;
                            name.push(c);
                        }
                    }
                }
                (name, end.ok_or_else(|| self.wrong("a name has no end"))?)
            }
            None => {
                let end = rest.find(|c: char| c == ')' || c.is_whitespace()).unwrap_or(rest.len());
                (rest[..end].to_owned(), end)
            }
        };
        if name.is_empty() {
            return Err(self.wrong("the name of an alarm was expected"));
        }
        self.at += length;
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_hold() {
        let states = |name: &str| match name_of(name) {
            "a" => Some(State::Alarm),
            "o" => Some(State::Ok),
            "with (blank)" => Some(State::InsufficientData),
            _ => None,
        };
        let check = |text: &str, expected: bool| {
            assert_eq!(parse(text).expect(text).holds(&states), expected, "{text}");
        };
        check("ALARM(a)", true);
        check("ALARM(\"a\") AND OK('o')", true);
        check("ALARM(a) AND ALARM(o) OR TRUE", true);
        check("ALARM(a) AND (ALARM(o) OR FALSE)", false);
        check("NOT OK(o) OR NOT ALARM ( o )", true);
        check("NOT NOT ALARM(a)", true);
        check("INSUFFICIENT_DATA(\"with (blank)\")", true);
        check("ALARM(arn:aws:cloudwatch:eu-west-1:0:alarm:a)", true);
        check("OK(missing) OR ALARM(missing) OR INSUFFICIENT_DATA(missing)", false);
        check("\n(TRUE)\tAND\nTRUE", true);
    }

    #[test]
    fn what_is_no_rule() {
        let check = |text: &str, part: &str| {
            let error = parse(text).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        };
        check("", "expected at character 1");
        check("ALARM", "'(' was expected at character 6");
        check("ALARM(a", "')' was expected at character 8");
        check("ALARM()", "name of an alarm");
        check("ALARM(\"a)", "no end");
        check("ALARM(a) OK(b)", "AND, OR or the end was expected at character 10");
        check("alarm(a)", "expected at character 1");
        check("é", "expected at character 1");
        check(&"(".repeat(5000), "too many elements");
        check(&"NOT ".repeat(2000), "too many elements");
        check("AT_LEAST(2, ALARM, (a, b))", "AT_LEAST");
    }
}
