//! Compares recordings with what happened here, by the corpus' rules.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use crate::corpus::{ACCOUNT, PARTITION, REGION, substitute_text};

static VARIABLE: LazyLock<Regex> = LazyLock::new(|| fixed("<(?:[A-Za-z_][^<>]*|<[^<>]*>[^<>]*)>"));
static DATE: LazyLock<Regex> =
    LazyLock::new(|| fixed(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})"));

fn fixed(expression: &str) -> Regex {
    Regex::new(expression).expect("the expression is fixed and valid")
}

/// The variables of a case, as far as they are known.
#[derive(Debug)]
pub struct Variables {
    known: BTreeMap<String, String>,
    /// Lists were sorted by the source, so their order means nothing.
    pub unordered: bool,
    /// Members that the recording lacks are no difference: API answers gained members since.
    pub extra_members: bool,
}

impl Variables {
    /// With the `bindings` of a case; those that are no texts bind nothing.
    pub fn new(bindings: &Value) -> Variables {
        let mut known: BTreeMap<String, String> =
            [("<account>", ACCOUNT), ("<region>", REGION), ("<partition>", PARTITION)]
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
                .into();
        for (name, value) in bindings.as_object().into_iter().flatten() {
            if let Some(text) = value.as_str() {
                known.insert(name.clone(), substitute_text(text));
            }
        }
        Variables { known, unordered: false, extra_members: false }
    }

    /// Whether `actual` is as recorded; else where it is not.
    pub fn check(&mut self, recorded: &Value, actual: &Value, place: &str) -> Result<(), String> {
        let before = self.known.clone();
        let result = self.matches(recorded, actual, place);
        if result.is_err() {
            self.known = before;
        }
        result
    }

    fn matches(&mut self, recorded: &Value, actual: &Value, place: &str) -> Result<(), String> {
        let differ = || {
            let cut = |value: &Value| value.to_string().chars().take(300).collect::<String>();
            Err(format!("{place}: recorded {} but was {}", cut(recorded), cut(actual)))
        };
        match (recorded, actual) {
            (Value::String(text), _) if text.starts_with("<any:") && text.ends_with('>') => Ok(()),
            (Value::String(a), Value::String(b)) => {
                if self.text(a, b) || self.text(a, &without_dates(b)) {
                    return Ok(());
                }
                match (parsed(a), parsed(b)) {
                    (Some(a), Some(b)) => self.check(&a, &b, place),
                    _ => differ(),
                }
            }
            (Value::String(a), _) => match parsed(a) {
                Some(a) => self.check(&a, actual, place),
                None => differ(),
            },
            (_, Value::String(b)) => match parsed(b) {
                Some(b) => self.check(recorded, &b, place),
                None => differ(),
            },
            (Value::Number(a), Value::Number(b)) if a == b || a.as_f64() == b.as_f64() => Ok(()),
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let ordered = a
                    .iter()
                    .zip(b)
                    .enumerate()
                    .try_for_each(|(i, (a, b))| self.check(a, b, &format!("{place}[{i}]")));
                if ordered.is_ok() || !self.unordered {
                    return ordered;
                }
                self.as_sets(a, b, place)
            }
            (Value::Object(a), Value::Object(b)) => {
                for (name, value) in a {
                    let place = format!("{place}.{name}");
                    match b.get(name) {
                        Some(actual) => self.check(value, actual, &place)?,
                        None if name == "RedriveCount" => {}
                        None => {
                            // A member's name can hold a variable too.
                            let renamed =
                                b.iter().find(|(key, _)| !a.contains_key(*key) && self.text(name, key));
                            match renamed {
                                Some((_, actual)) => self.check(value, actual, &place)?,
                                None => return Err(format!("{place}: recorded {value} but was not there")),
                            }
                        }
                    }
                }
                if self.extra_members {
                    return Ok(());
                }
                match b.iter().find(|(name, _)| {
                    !a.contains_key(*name) && *name != "RedriveCount" && a.keys().all(|k| !k.contains('<'))
                }) {
                    Some((name, value)) => Err(format!("{place}.{name}: not recorded but was {value}")),
                    None => Ok(()),
                }
            }
            (a, b) if a == b => Ok(()),
            _ => differ(),
        }
    }

    /// Whether both hold the same values in any order.
    pub fn as_sets(&mut self, recorded: &[Value], actual: &[Value], place: &str) -> Result<(), String> {
        let mut left: Vec<&Value> = actual.iter().collect();
        for value in recorded {
            match (0..left.len()).find(|i| self.check(value, left[*i], place).is_ok()) {
                Some(i) => drop(left.remove(i)),
                None => return Err(format!("{place}: recorded {value} but none was like it")),
            }
        }
        match left.first() {
            Some(value) => Err(format!("{place}: not recorded but was {value}")),
            None => Ok(()),
        }
    }

    fn text(&mut self, pattern: &str, text: &str) -> bool {
        if pattern == text {
            return true;
        }
        let (mut source, mut names, mut at) = (String::from("(?s)^"), Vec::new(), 0);
        for found in VARIABLE.find_iter(pattern) {
            source.push_str(&regex::escape(&pattern[at..found.start()]));
            match self.known.get(found.as_str()) {
                Some(value) => source.push_str(&regex::escape(value)),
                None => {
                    source.push_str("(.+?)");
                    names.push(found.as_str().to_owned());
                }
            }
            at = found.end();
        }
        source.push_str(&regex::escape(&pattern[at..]));
        source.push('$');
        // A recording too long for an expression matches nothing but itself.
        let Ok(expression) = Regex::new(&source) else { return false };
        let Some(captures) = expression.captures(text) else { return false };
        let mut learned = BTreeMap::new();
        for (i, name) in names.iter().enumerate() {
            let value = captures[i + 1].to_owned();
            // These may stand for another text at each place.
            let free = ["<signature>", "<extended_request_id>", "<request_id>"].contains(&name.as_str())
                || name.starts_with("<uuid:");
            if !free && learned.insert(name.clone(), value.clone()).is_some_and(|old| old != value) {
                return false;
            }
        }
        self.known.extend(learned);
        true
    }
}

fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(|value: &Value| !value.is_string() || text.starts_with('"'))
}

fn without_dates(text: &str) -> String {
    DATE.replace_all(text, "date").into_owned()
}
