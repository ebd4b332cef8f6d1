//! Where a location such as `/States/A/Parameters` is in the text of a definition.

use std::ops::Range;

use crate::json::{Kind, Node, read};

/// The bytes of the value at a location; none if there is no such value or the text is not JSON.
pub fn locate_value(text: &str, location: &str) -> Option<Range<usize>> {
    let root = read(text).ok()?;
    find(&root, None, location).map(|(_, value)| value.start..value.end)
}

/// The bytes of the key of the value at a location, with its quotes.
pub fn locate_key(text: &str, location: &str) -> Option<Range<usize>> {
    let root = read(text).ok()?;
    find(&root, None, location).and_then(|(key, _)| key)
}

/// Every node is looked at once at most, since its key says what is left of the location; and the
/// reader bounds how deep they nest.
fn find<'n>(
    node: &'n Node,
    key: Option<Range<usize>>,
    location: &str,
) -> Option<(Option<Range<usize>>, &'n Node)> {
    if location.is_empty() {
        return Some((key, node));
    }
    match &node.kind {
        Kind::Object(members) => {
            let location = location.strip_prefix('/')?;
            members.iter().find_map(|member| {
                // A name may hold what separates names.
                let rest = location.strip_prefix(member.key.as_str())?;
                let is_whole = rest.is_empty() || rest.starts_with(['/', '[']);
                let key = Some(member.key_start..member.key_end);
                is_whole.then(|| find(&member.value, key, rest)).flatten()
            })
        }
        Kind::Array(items) => {
            let (index, rest) = location.strip_prefix('[')?.split_once(']')?;
            find(items.get(index.parse::<usize>().ok()?)?, None, rest)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let text = r#"{"States": {"A": {"Branches": [1, {"x": true}]}, "A/B": [7]}}"#;
        let check = |location: &str, key: Option<&str>, value: Option<&str>| {
            assert_eq!(locate_key(text, location).map(|at| &text[at]), key, "{location}");
            assert_eq!(locate_value(text, location).map(|at| &text[at]), value, "{location}");
        };
        check("", None, Some(text));
        check("/States/A/Branches[1]/x", Some("\"x\""), Some("true"));
        check("/States/A/Branches[1]", None, Some(r#"{"x": true}"#));
        check("/States/A/B[0]", None, Some("7"));
        check("/States/A/B", Some("\"A/B\""), Some("[7]"));
        check("/States/A/Branches[2]", None, None);
        check("/States/A/Branches[-1]", None, None);
        check("/State", None, None);
        check("States", None, None);
        assert_eq!(locate_value("{", ""), None);
    }
}
