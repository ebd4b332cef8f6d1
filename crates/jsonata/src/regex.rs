//! Regular expressions as JavaScript writes them, on an engine of linear time.
//!
//! Look-around and back references cannot be matched in linear time; they are refused while parsing.

use std::sync::Arc;

use ::regex::{Regex, RegexBuilder};

/// A compiled regular expression, and how it was written.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) regex: Regex,
}

/// How much memory a compiled expression may take, in bytes.
const COMPILED: usize = 1 << 18;
/// How deep groups may lie in one another.
const GROUPS: u32 = 100;
/// How long the text of an expression may be.
const LENGTH: usize = 1 << 14;

/// Compiles `/pattern/flags`.
pub(crate) fn compile(pattern: &str, flags: &str) -> Result<Arc<Pattern>, String> {
    if pattern.len() > LENGTH {
        return Err("it is too long".to_owned());
    }
    let regex = RegexBuilder::new(&translate(pattern)?)
        .case_insensitive(flags.contains('i'))
        .multi_line(flags.contains('m'))
        .size_limit(COMPILED)
        .dfa_size_limit(COMPILED)
        .nest_limit(GROUPS)
        .build()
        .map_err(|error| reason(&error))?;
    Ok(Arc::new(Pattern { regex }))
}

fn reason(error: &::regex::Error) -> String {
    match error {
        ::regex::Error::CompiledTooBig(_) => "it is too large".to_owned(),
        other => {
            let text = other.to_string();
            let last = text.lines().last().unwrap_or_default();
            last.strip_prefix("error: ").unwrap_or(last).to_owned()
        }
    }
}

/// From JavaScript's syntax to that of the engine, where they differ.
fn translate(pattern: &str) -> Result<String, String> {
    let mut made = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    let mut class = false;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        match character {
            '\\' => {
                let Some(escaped) = after.chars().next() else {
                    return Err("it ends with a backslash".to_owned());
                };
                let used = escape(escaped, after, class, &mut made)?;
                rest = &after[used..];
                continue;
            }
            '(' if !class => {
                for (form, name) in [
                    ("?=", "look-ahead"),
                    ("?!", "look-ahead"),
                    ("?<=", "look-behind"),
                    ("?<!", "look-behind"),
                ] {
                    if after.starts_with(form) {
                        return Err(format!("{name} is not supported"));
                    }
                }
                made.push('(');
            }
            '[' if !class => {
                class = true;
                made.push('[');
                if let Some(negated) = after.strip_prefix('^') {
                    made.push('^');
                    // `[^]` is any character, `[]` none.
                    if let Some(closed) = negated.strip_prefix(']') {
                        made.truncate(made.len() - 2);
                        made.push_str("(?s:.)");
                        class = false;
                        rest = closed;
                        continue;
                    }
                    rest = negated;
                    continue;
                }
                if let Some(closed) = after.strip_prefix(']') {
                    made.truncate(made.len() - 1);
                    made.push_str(r"[^\s\S]");
                    class = false;
                    rest = closed;
                    continue;
                }
            }
            ']' if class => {
                class = false;
                made.push(']');
            }
            '[' | '&' | '~' if class => {
                made.push('\\');
                made.push(character);
            }
            '-' if class && after.starts_with('-') => made.push_str(r"\-"),
            '.' if !class => made.push_str(r"[^\n\r\u2028\u2029]"),
            '{' if !class && !is_count(after) => made.push_str(r"\{"),
            '}' if !class && !closes_count(&made) => made.push_str(r"\}"),
            ']' => made.push_str(r"\]"),
            other => made.push(other),
        }
        rest = after;
    }
    Ok(made)
}

/// Whether what follows a `{` makes it a repetition.
fn is_count(after: &str) -> bool {
    let Some((inside, _)) = after.split_once('}') else { return false };
    let mut parts = inside.splitn(2, ',');
    let first = parts.next().unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    !first.is_empty() && digits(first) && parts.next().is_none_or(digits)
}

fn closes_count(made: &str) -> bool {
    let inside = made.trim_end_matches(|character: char| character.is_ascii_digit() || character == ',');
    inside.len() < made.len() && inside.ends_with('{') && !inside.ends_with(r"\{")
        || made.rfind("{").is_some_and(|open| {
            made[..open].ends_with(r"\u") || made[..open].ends_with(r"\p") || made[..open].ends_with(r"\P")
        }) && !made.ends_with('}')
}

/// Translates the escape that begins with `escaped`; answers how many bytes of `after` it took.
fn escape(escaped: char, after: &str, class: bool, made: &mut String) -> Result<usize, String> {
    let plain = match escaped {
        'd' => "0-9",
        'w' => "0-9A-Za-z_",
        's' => r"\s\u{feff}",
        'D' if !class => "^0-9",
        'W' if !class => "^0-9A-Za-z_",
        'S' if !class => r"^\s\u{feff}",
        'D' => r"[^0-9]",
        'W' => "[^0-9A-Za-z_]",
        'S' => r"[^\s\u{feff}]",
        _ => "",
    };
    if !plain.is_empty() {
        let bare = class || plain.starts_with('[');
        if bare {
            made.push_str(plain);
        } else {
            made.push('[');
            made.push_str(plain);
            made.push(']');
        }
        return Ok(1);
    }
    match escaped {
        'b' if class => made.push_str(r"\x08"),
        'b' => made.push_str(r"(?-u:\b)"),
        'B' => made.push_str(r"(?-u:\B)"),
        '0' if !after[1..].starts_with(|next: char| next.is_ascii_digit()) => made.push_str(r"\x00"),
        '1'..='9' if !class => return Err("back references are not supported".to_owned()),
        'k' if !class && after[1..].starts_with('<') => {
            return Err("back references are not supported".to_owned());
        }
        'n' | 'r' | 't' | 'f' | 'v' => {
            made.push('\\');
            made.push(escaped);
        }
        'c' => {
            if let Some(letter) = after[1..].chars().next().filter(char::is_ascii_alphabetic) {
                made.push_str(&format!("\\x{:02x}", letter as u32 % 32));
                return Ok(2);
            }
            made.push_str(r"\\c");
        }
        'x' | 'u' => {
            let wanted = if escaped == 'x' { 2 } else { 4 };
            match after.get(1..=wanted) {
                Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                    made.push_str(&format!("\\x{{{digits}}}"));
                    return Ok(1 + wanted);
                }
                _ => made.push(escaped),
            }
        }
        other if other.is_ascii_punctuation() && other != '<' && other != '>' => {
            made.push('\\');
            made.push(other);
        }
        other => made.push(other),
    }
    Ok(escaped.len_utf8())
}
