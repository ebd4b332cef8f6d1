//! From the text of a pattern to what has to hold, with the service's words for what is wrong.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;

use serde_json::Value;

use crate::error::PatternError;
use crate::fields::Fields;
use crate::json::{Reader, Token};
use crate::number::Number;
use crate::paths::{PathId, Paths};
use crate::solve;
use crate::values::{Cidr, Leaf, Literal, Range, Test, folded};
use crate::wildcard::{Wildcard, WildcardError};

/// One field and what is asked of it.
#[derive(Debug, Clone)]
pub(crate) struct Constraint {
    /// The names down to the field, joined with dots.
    pub(crate) path: Arc<str>,
    pub(crate) leaf: Arc<Leaf>,
}

/// An event pattern, parsed and checked.
#[derive(Clone)]
pub struct Pattern {
    /// One of these must hold, as `$or` has been multiplied out. Each is sorted by path.
    conjunctions: Vec<Vec<Constraint>>,
    paths: Paths,
    ids: Vec<Vec<PathId>>,
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pattern").field("conjunctions", &self.conjunctions).finish_non_exhaustive()
    }
}

/// The longest text that is read, in bytes. The service's own limit for a rule is 4096 characters.
/// Names of outer members are repeated in the paths of inner ones, so memory grows with the square of this.
const LONGEST: usize = 16 * 1024;

/// The most alternatives that `$or` may multiply out to, which is the service's limit.
const MOST_ALTERNATIVES: usize = 1000;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternError`] with the service's wording, and its position in the text where the service gives one.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if text.len() > LONGEST {
            let reason = format!("the pattern has {} bytes, more than {LONGEST}", text.len());
            return Err(PatternError::without_position(reason));
        }
        let mut reader = Reader::new(text);
        if reader.next()? != Token::StartObject {
            return Err(reader.error("Filter is not an object"));
        }
        let root = read_object(&mut reader)?;
        reader.next()?;
        let mut conjunctions = expand(&root, "")?;
        let mut paths = Paths::default();
        let mut ids = Vec::with_capacity(conjunctions.len());
        for conjunction in &mut conjunctions {
            // The order decides what `exists: false` sees of its surroundings; see `solve`.
            conjunction.sort_by(|one, other| one.path.cmp(&other.path));
            ids.push(conjunction.iter().map(|constraint| paths.add(&constraint.path)).collect());
        }
        Ok(Self { conjunctions, paths, ids })
    }

    /// Whether an event has what the pattern asks for.
    pub fn matches(&self, event: &Value) -> bool {
        let fields = Fields::of(event, &self.paths);
        self.conjunctions.iter().zip(&self.ids).any(|(conjunction, ids)| {
            solve::holds(ids.iter().copied().zip(conjunction.iter().map(|it| &*it.leaf)), &fields)
        })
    }

    pub(crate) fn conjunctions(&self) -> &[Vec<Constraint>] {
        &self.conjunctions
    }
}

impl FromStr for Pattern {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

enum Node {
    Object(Vec<(String, Node)>),
    Leaf(Arc<Leaf>),
    Or(Vec<Node>),
}

fn expand(node: &Node, path: &str) -> Result<Vec<Vec<Constraint>>, PatternError> {
    let too_many = || {
        let reason = format!("$or has more than {MOST_ALTERNATIVES} combinations");
        PatternError::without_position(reason)
    };
    match node {
        Node::Leaf(leaf) => Ok(vec![vec![Constraint { path: path.into(), leaf: leaf.clone() }]]),
        Node::Or(nodes) => {
            let mut all = Vec::new();
            for node in nodes {
                all.extend(expand(node, path)?);
                if all.len() > MOST_ALTERNATIVES {
                    return Err(too_many());
                }
            }
            Ok(all)
        }
        Node::Object(members) => {
            let mut all = vec![Vec::new()];
            for (name, node) in members {
                let below = match node {
                    // The alternatives of `$or` are members of the object that has it.
                    Node::Or(_) => path.to_owned(),
                    _ if path.is_empty() => name.clone(),
                    _ => format!("{path}.{name}"),
                };
                let choices = expand(node, &below)?;
                if all.len() * choices.len() > MOST_ALTERNATIVES {
                    return Err(too_many());
                }
                if let [only] = choices.as_slice() {
                    all.iter_mut().for_each(|one| one.extend_from_slice(only));
                } else {
                    all = all
                        .iter()
                        .flat_map(|one| choices.iter().map(|choice| [&one[..], &choice[..]].concat()))
                        .collect();
                }
            }
            Ok(all)
        }
    }
}

fn read_object(reader: &mut Reader<'_>) -> Result<Node, PatternError> {
    let mut members: Vec<(String, Node)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    loop {
        if reader.next()? == Token::EndObject {
            break;
        }
        let name = reader.text()?.to_owned();
        let node = match reader.next()? {
            Token::StartObject => read_object(reader)?,
            Token::StartArray if name == "$or" && is_or(&mut reader.clone()) => read_or(reader)?,
            Token::StartArray => Node::Leaf(Arc::new(read_leaf(reader)?)),
            _ => return Err(reader.error(format!("\"{name}\" must be an object or an array"))),
        };
        // Of members with one name the last counts.
        match places.get(&name) {
            Some(place) => members[*place].1 = node,
            None => {
                places.insert(name.clone(), members.len());
                members.push((name, node));
            }
        }
    }
    if members.is_empty() {
        Err(reader.error("Empty objects are not allowed"))
    } else {
        Ok(Node::Object(members))
    }
}

/// Whether the array just begun is a list of alternatives; else `$or` is a field like any other.
/// It is one if it has at least two elements, all are objects, and none of them is a match expression.
fn is_or(reader: &mut Reader<'_>) -> bool {
    const OPERATORS: [&str; 8] =
        ["exists", "equals-ignore-case", "prefix", "suffix", "anything-but", "numeric", "cidr", "wildcard"];
    let mut elements = 0;
    loop {
        match reader.next() {
            Ok(Token::StartObject) => elements += 1,
            Ok(Token::EndArray) => return elements >= 2,
            _ => return false,
        }
        loop {
            match reader.next() {
                Ok(Token::EndObject) => break,
                Ok(Token::Name) => {}
                _ => return false,
            }
            if reader.text().is_ok_and(|name| OPERATORS.contains(&name)) {
                return false;
            }
            match reader.next() {
                Ok(Token::StartObject | Token::StartArray) if reader.skip_children().is_err() => {
                    return false;
                }
                Ok(_) => {}
                Err(_) => return false,
            }
        }
    }
}

fn read_or(reader: &mut Reader<'_>) -> Result<Node, PatternError> {
    let mut nodes = Vec::new();
    while reader.next()? == Token::StartObject {
        nodes.push(read_object(reader)?);
    }
    Ok(Node::Or(nodes))
}

fn read_leaf(reader: &mut Reader<'_>) -> Result<Leaf, PatternError> {
    let (mut tests, mut or_absent) = (Vec::new(), false);
    loop {
        let token = reader.next()?;
        let test = match token {
            Token::EndArray => break,
            Token::StartObject => match read_expression(reader)? {
                Some(test) => test,
                None => {
                    or_absent = true;
                    continue;
                }
            },
            token => match read_literal(reader, token)? {
                Some(literal) => Test::Exactly(literal),
                None => {
                    return Err(reader.error("Match value must be String, number, true, false, or null"));
                }
            },
        };
        tests.push(test);
    }
    if tests.is_empty() && !or_absent {
        return Err(reader.error("Empty arrays are not allowed"));
    }
    Ok(Leaf::new(tests, or_absent))
}

fn read_literal(reader: &mut Reader<'_>, token: Token) -> Result<Option<Literal>, PatternError> {
    Ok(Some(match token {
        Token::String => Literal::String(reader.text()?.into()),
        Token::Number => Literal::Number(read_number(reader)?),
        Token::True => Literal::Bool(true),
        Token::False => Literal::Bool(false),
        Token::Null => Literal::Null,
        _ => return Ok(None),
    }))
}

fn read_number(reader: &mut Reader<'_>) -> Result<Number, PatternError> {
    let number = Number::parse(reader.text()?);
    number.ok_or_else(|| reader.error("Number is out of range"))
}

/// Reads `{"operator": operand}`, the opening brace of which was read. `None` is `exists: false`.
fn read_expression(reader: &mut Reader<'_>) -> Result<Option<Test>, PatternError> {
    if reader.next()? != Token::Name {
        return Err(reader.error("Match expression name not found"));
    }
    let operator = reader.text()?.to_owned();
    let test = match operator.as_str() {
        "exists" => match reader.next()? {
            Token::True => Some(Test::Exists),
            Token::False => None,
            _ => return Err(reader.error("exists match pattern must be either true or false.")),
        },
        "prefix" | "suffix" => Some(read_affix(reader, &operator)?),
        "equals-ignore-case" => Some(Test::EqualsIgnoreCase(folded(&read_string(reader, &operator)?).into())),
        "wildcard" => {
            let text = read_string(reader, &operator)?;
            Some(wildcard(reader, &text)?)
        }
        "cidr" => {
            let text = read_string(reader, &operator)?;
            Some(Test::Cidr(cidr(&text)?))
        }
        "numeric" => Some(read_numeric(reader)?),
        "anything-but" => Some(Test::AnythingBut(Arc::new(Leaf::new(read_anything_but(reader)?, false)))),
        other => return Err(reader.error(format!("Unrecognized match type {other}"))),
    };
    end_of_expression(reader)?;
    Ok(test)
}

fn end_of_expression(reader: &mut Reader<'_>) -> Result<(), PatternError> {
    match reader.next()? {
        Token::EndObject => Ok(()),
        _ => Err(reader.error("Only one key allowed in match expression")),
    }
}

fn read_string(reader: &mut Reader<'_>, operator: &str) -> Result<String, PatternError> {
    match reader.next()? {
        Token::String => Ok(reader.text()?.to_owned()),
        _ => Err(reader.error(format!("{operator} match pattern must be a string"))),
    }
}

fn read_affix(reader: &mut Reader<'_>, operator: &str) -> Result<Test, PatternError> {
    let prefix = operator == "prefix";
    match reader.next()? {
        Token::String => {
            let text = reader.text()?.into();
            Ok(if prefix { Test::Prefix(text) } else { Test::Suffix(text) })
        }
        Token::StartObject => {
            if reader.next()? != Token::Name {
                return Err(reader.error("Match expression name not found"));
            }
            let inner = reader.text()?.to_owned();
            if inner != "equals-ignore-case" {
                return Err(reader.error(format!("Unsupported {operator} pattern: {inner}")));
            }
            let text = folded(&read_string(reader, &inner)?).into();
            end_of_expression(reader)?;
            Ok(if prefix { Test::PrefixIgnoreCase(text) } else { Test::SuffixIgnoreCase(text) })
        }
        _ => Err(reader.error(format!("{operator} match pattern must be a string"))),
    }
}

fn wildcard(reader: &Reader<'_>, text: &str) -> Result<Test, PatternError> {
    Wildcard::parse(text).map(|parsed| Test::Wildcard(Arc::new(parsed))).map_err(|error| match error {
        WildcardError::Consecutive(at) => reader.error(format!("Consecutive wildcard characters at pos {at}")),
        WildcardError::Escape(at) => reader.error(format!("Invalid escape character at pos {at}")),
        WildcardError::TooComplex => PatternError::without_position(
            "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences \
             after a wildcard character",
        ),
    })
}

fn cidr(text: &str) -> Result<Cidr, PatternError> {
    let refused = |reason: String| Err(PatternError::without_position(reason));
    let Some((address, bits)) = text.split_once('/').filter(|(_, bits)| !bits.contains('/')) else {
        return refused("Malformed CIDR, one '/' required".to_owned());
    };
    let Ok(parsed) = address.parse::<IpAddr>() else {
        return refused(format!("Nonstandard IP address: {address}"));
    };
    let Ok(bits) = bits.parse::<u8>() else {
        return refused("Malformed CIDR, mask bits must be an integer".to_owned());
    };
    match (Cidr::around(parsed, bits), parsed) {
        (Some(block), _) => Ok(block),
        (None, IpAddr::V4(_)) => refused("IPv4 mask bits must be < 32".to_owned()),
        (None, IpAddr::V6(_)) => refused("IPv6 mask bits must be < 128".to_owned()),
    }
}

fn read_numeric(reader: &mut Reader<'_>) -> Result<Test, PatternError> {
    if reader.next()? != Token::StartArray {
        return Err(reader.error("Value of numeric must be an array."));
    }
    if reader.next()? != Token::String {
        return Err(reader.error("Invalid member in numeric match"));
    }
    let operator = reader.text()?.to_owned();
    let Range { mut low, mut high } = Range::ALL;
    match operator.as_str() {
        "=" => {
            low = read_bound(reader, "=")?;
            high = low;
        }
        ">" => low = read_bound(reader, ">")? + 1,
        ">=" => low = read_bound(reader, ">=")?,
        "<" => high = read_bound(reader, "<")? - 1,
        "<=" => high = read_bound(reader, "<=")?,
        other => return Err(reader.error(format!("Unrecognized numeric range operator: {other}"))),
    }
    match reader.next()? {
        Token::EndArray => return Ok(Test::Numeric(Range { low, high })),
        Token::String if high == u64::MAX => {}
        Token::String => return Err(reader.error("Too many elements in numeric expression")),
        _ => return Err(reader.error("Bad value in numeric range")),
    }
    let bottom = low - u64::from(operator == ">");
    let operator = reader.text()?.to_owned();
    let top = match operator.as_str() {
        "<" | "<=" => read_bound(reader, &operator)?,
        other => return Err(reader.error(format!("Bad numeric range operator: {other}"))),
    };
    if bottom >= top {
        return Err(reader.error("Bottom must be less than top"));
    }
    high = top - u64::from(operator == "<");
    match reader.next()? {
        Token::EndArray => Ok(Test::Numeric(Range { low, high })),
        _ => Err(reader.error("Too many elements in numeric expression")),
    }
}

/// One end of a range; between 1 and the largest but one, so that one more or less is still a number.
fn read_bound(reader: &mut Reader<'_>, operator: &str) -> Result<u64, PatternError> {
    match reader.next()? {
        Token::Number => Ok(read_number(reader)?.order()),
        _ => Err(reader.error(format!("Value of {operator} must be numeric"))),
    }
}

const ANYTHING_BUT_VALUE: &str = "Value of anything-but must be an array or single string/number value.";

fn read_anything_but(reader: &mut Reader<'_>) -> Result<Vec<Test>, PatternError> {
    match reader.next()? {
        Token::StartObject => {}
        Token::StartArray => return read_anything_but_list(reader),
        token @ (Token::String | Token::Number) => {
            return Ok(read_literal(reader, token)?.map(Test::Exactly).into_iter().collect());
        }
        _ => return Err(reader.error(ANYTHING_BUT_VALUE)),
    }
    if reader.next()? != Token::Name {
        return Err(reader.error("Match expression name not found"));
    }
    let operator = reader.text()?.to_owned();
    if !matches!(operator.as_str(), "prefix" | "suffix" | "equals-ignore-case" | "wildcard") {
        return Err(reader.error(format!("Unsupported anything-but pattern: {operator}")));
    }
    let mut tests = Vec::new();
    match reader.next()? {
        Token::StartArray => {
            loop {
                let token = reader.next()?;
                if token == Token::EndArray {
                    break;
                }
                let test = read_anything_but_text(reader, &operator, token);
                tests.push(test.map_err(PatternError::with_position_repeated)?);
            }
            if tests.is_empty() {
                return Err(reader.error("Empty arrays are not allowed"));
            }
        }
        Token::StartObject => return Err(reader.error(ANYTHING_BUT_VALUE)),
        token => tests.push(read_anything_but_text(reader, &operator, token)?),
    }
    end_of_expression(reader)?;
    Ok(tests)
}

fn read_anything_but_list(reader: &mut Reader<'_>) -> Result<Vec<Test>, PatternError> {
    let mut tests = Vec::new();
    loop {
        let token = reader.next()?;
        match token {
            Token::EndArray => break,
            Token::String | Token::Number => {
                let literal = read_literal(reader, token)?;
                let is_text = matches!(literal, Some(Literal::String(_)));
                let mixed = |before: &Test| matches!(before, Test::Exactly(Literal::String(_))) != is_text;
                if tests.last().is_some_and(mixed) {
                    return Err(reader.error(
                        "Inside anything but list, either all values are number or string, mixed type is not supported",
                    ));
                }
                tests.extend(literal.map(Test::Exactly));
            }
            _ => return Err(reader.error("Inside anything but list, start|null|boolean is not supported.")),
        }
    }
    if tests.is_empty() { Err(reader.error("Empty arrays are not allowed")) } else { Ok(tests) }
}

fn read_anything_but_text(
    reader: &mut Reader<'_>,
    operator: &str,
    token: Token,
) -> Result<Test, PatternError> {
    if token != Token::String {
        return Err(reader.error(match operator {
            "wildcard" => "wildcard match pattern must be a string",
            "equals-ignore-case" => {
                "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported."
            }
            _ => "prefix/suffix match pattern must be a string",
        }));
    }
    let text = reader.text()?.to_owned();
    match operator {
        "wildcard" => wildcard(reader, &text),
        "equals-ignore-case" => Ok(Test::EqualsIgnoreCase(folded(&text).into())),
        _ if text.is_empty() => Err(reader.error("Null prefix/suffix not allowed")),
        "prefix" => Ok(Test::Prefix(text.into())),
        _ => Ok(Test::Suffix(text.into())),
    }
}
