//! Texts of policies: wildcards `*` and `?`, and variables such as `${aws:username}`.

use std::borrow::Cow;

use crate::context::Facts;

/// One element of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glob {
    Char(char),
    /// `?`: any one character.
    One,
    /// `*`: any characters, also none.
    Any,
}

/// Whether the whole text matches. Iterative: after a mismatch only the last `*` is tried further, which is enough,
/// so the time is at most length of text times length of pattern and no input makes it worse.
pub(crate) fn matches(pattern: &[Glob], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(Glob::Any) => {
                star = Some((p + 1, t));
                p += 1;
            }
            Some(Glob::One) => (p, t) = (p + 1, t + 1),
            Some(Glob::Char(c)) if *c == text[t] => (p, t) = (p + 1, t + 1),
            _ => match star {
                Some((after, from)) => {
                    star = Some((after, from + 1));
                    (p, t) = (after, from + 1);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|rest| *rest == Glob::Any)
}

/// Whether an ARN matches a pattern of one, each of the six parts by itself.
/// A pattern with fewer parts is completed with `*`, as AWS does. What is not an ARN is compared as a whole.
pub(crate) fn matches_arn(pattern: &[Glob], text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    if pattern == [Glob::Any] || !text.starts_with("arn:") {
        return matches(pattern, &chars);
    }
    let mut parts = pattern.splitn(6, |glob| *glob == Glob::Char(':'));
    let mut texts = chars.splitn(6, |c| *c == ':');
    loop {
        match (parts.next(), texts.next()) {
            (Some(part), Some(text)) if matches(part, text) => {}
            // The rest is completed with `*`.
            (None, _) => return true,
            _ => return false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Glob(Glob),
    Variable { key: String, default: Option<String> },
}

/// A text of a policy that may have wildcards and variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    parts: Vec<Part>,
    plain: Option<Vec<Glob>>,
}

/// How the text of a template is to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) wildcards: bool,
    /// Only documents of version 2012-10-17 have variables.
    pub(crate) variables: bool,
}

impl Template {
    /// Reads a text; the error is a reason.
    pub(crate) fn parse(text: &str, reading: Reading) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if reading.variables && rest.starts_with("${") {
                let end =
                    rest.find('}').ok_or_else(|| format!("the variable in \"{text}\" is not closed"))?;
                parts.push(variable(&rest[2..end])?);
                rest = &rest[end + 1..];
                continue;
            }
            parts.push(Part::Glob(match c {
                '*' if reading.wildcards => Glob::Any,
                '?' if reading.wildcards => Glob::One,
                c => Glob::Char(c),
            }));
            rest = &rest[c.len_utf8()..];
        }
        let plain = parts
            .iter()
            .map(|part| match part {
                Part::Glob(glob) => Some(*glob),
                Part::Variable { .. } => None,
            })
            .collect();
        Ok(Self { parts, plain })
    }

    /// The pattern with the variables filled in, their text taken literally.
    /// None if a variable has no single value and no default; then nothing matches.
    pub(crate) fn resolve(&self, facts: &Facts<'_>) -> Option<Cow<'_, [Glob]>> {
        if let Some(plain) = &self.plain {
            return Some(Cow::Borrowed(plain));
        }
        let mut globs = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            match part {
                Part::Glob(glob) => globs.push(*glob),
                Part::Variable { key, default } => {
                    let value = match facts.get(key) {
                        Some([value]) => value,
                        _ => default.as_ref()?,
                    };
                    globs.extend(value.chars().map(Glob::Char));
                }
            }
        }
        Some(Cow::Owned(globs))
    }

    /// The text with variables filled in, for values that have no wildcards.
    pub(crate) fn text(&self, facts: &Facts<'_>) -> Option<String> {
        let globs = self.resolve(facts)?;
        Some(
            globs
                .iter()
                .map(|glob| match glob {
                    Glob::Char(c) => *c,
                    Glob::One => '?',
                    Glob::Any => '*',
                })
                .collect(),
        )
    }

    /// Whether the text has no variables.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain.is_some()
    }
}

/// Reads what is between `${` and `}`.
fn variable(inside: &str) -> Result<Part, String> {
    if let "*" | "?" | "$" = inside {
        return Ok(Part::Glob(Glob::Char(inside.chars().next().expect("it is one character"))));
    }
    let (key, default) = match inside.split_once(',') {
        None => (inside, None),
        Some((key, default)) => {
            let default = default.trim().strip_prefix('\'').and_then(|default| default.strip_suffix('\''));
            let default = default
                .ok_or_else(|| format!("the default value in \"${{{inside}}}\" needs single quotes"))?;
            (key, Some(default.to_owned()))
        }
    };
    let key = key.trim();
    if key.is_empty() || key.contains(['$', '{']) {
        return Err(format!("\"${{{inside}}}\" is not a policy variable"));
    }
    Ok(Part::Variable { key: key.to_owned(), default })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::principal::Principal;
    use proptest::prelude::*;

    const ALL: Reading = Reading { wildcards: true, variables: true };

    fn check(pattern: &str, text: &str, expected: bool) {
        let context = Context::new().with("aws:username", ["ann*"]).with("many", ["a", "b"]);
        let template = Template::parse(pattern, ALL).expect(pattern);
        let chars: Vec<char> = text.chars().collect();
        let found = template
            .resolve(&Facts::new(&context, &Principal::Anonymous))
            .is_some_and(|globs| matches(&globs, &chars));
        assert_eq!(found, expected, "{pattern} on {text}");
    }

    #[test]
    fn wildcards_and_variables() {
        check("*", "", true);
        check("a?c*", "abc", true);
        check("a?c*", "ac", false);
        check("home/${aws:username}/*", "home/ann*/x", true);
        check("home/${aws:username}/*", "home/anna/x", false);
        check("home/${AWS:UserName}", "home/ann*", true);
        check("${none}", "", false);
        check("${none, 'x*'}", "x*", true);
        check("${none, 'x*'}", "xy", false);
        check("${many}", "a", false);
        check("${*}${?}${$}", "*?$", true);
        check("${*}", "x", false);
    }

    #[test]
    fn wrong_variables_are_refused() {
        for text in ["${", "${}", "a${x", "${a, b}", "${${a}}"] {
            assert!(Template::parse(text, ALL).is_err(), "{text}");
        }
        let old = Reading { variables: false, ..ALL };
        assert!(Template::parse("${", old).is_ok());
    }

    #[test]
    fn arns_are_compared_by_part() {
        for (pattern, text, expected) in [
            ("*", "arn:aws:s3:::b/k", true),
            ("arn:aws:s3:::b/*", "arn:aws:s3:::b/k:1/x", true),
            ("arn:aws:s3:::b", "arn:aws:s3:::B", false),
            ("arn:aws:*:r", "arn:aws:s3:r:1:x", true),
            ("arn:aws:s3", "arn:aws:s3:r:1:x", true),
            ("arn:aws:*:x", "arn:aws:s3:r:1:x", false),
            ("arn:aws:s*:::b", "arn:aws:s3:r:1:b", false),
            ("*", "*", true),
            ("arn:aws:s3:::b", "*", false),
        ] {
            let template = Template::parse(pattern, ALL).expect(pattern);
            let globs = template
                .resolve(&Facts::new(&Context::new(), &Principal::Anonymous))
                .expect("no variables")
                .into_owned();
            assert_eq!(matches_arn(&globs, text), expected, "{pattern} on {text}");
        }
    }

    fn naive(pattern: &[Glob], text: &[char]) -> bool {
        match (pattern, text) {
            ([], []) => true,
            ([Glob::Any, rest @ ..], _) => {
                naive(rest, text) || matches!(text, [_, less @ ..] if naive(pattern, less))
            }
            ([Glob::One, rest @ ..], [_, less @ ..]) => naive(rest, less),
            ([Glob::Char(c), rest @ ..], [t, less @ ..]) => c == t && naive(rest, less),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_naive_matcher(pattern in "[ab*?]{0,8}", text in "[ab]{0,8}") {
            let template = Template::parse(&pattern, ALL).expect("no variables");
            let globs = template.resolve(&Facts::new(&Context::new(), &Principal::Anonymous)).expect("no variables").into_owned();
            let text: Vec<char> = text.chars().collect();
            prop_assert_eq!(matches(&globs, &text), naive(&globs, &text));
        }
    }
}
