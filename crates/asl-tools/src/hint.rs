//! What was probably meant by a text that is not JSON.

/// A hint for the first syntax error of a text, at a byte of it. The parser's messages are the
/// service's, and say what the parser wanted; this says what a person is likely to have done.
pub(crate) fn hint(text: &str, at: usize) -> Option<String> {
    let (before, rest) = text.split_at_checked(at)?;
    if text.starts_with('\u{feff}') {
        return Some(
            "the file begins with a byte order mark, which JSON does not have: save it without".into(),
        );
    }
    // A word is read before it is known to be none; its error is at its end.
    let word = match word(before) {
        "True" | "TRUE" | "yes" | "Yes" => Some("true"),
        "False" | "FALSE" | "no" | "No" => Some("false"),
        "None" | "NULL" | "Null" | "nil" | "undefined" => Some("null"),
        _ => None,
    };
    if let Some(word) = word.filter(|_| !is_inside_text(before)) {
        return Some(format!("JSON writes it '{word}'"));
    }
    let line = |text: &str| text.matches('\n').count() + 1;
    let done = before.trim_end();
    match rest.trim_start().chars().next() {
        None => unclosed(text)
            .map(|(bracket, at)| format!("the '{bracket}' of line {} is not closed", line(&text[..at]))),
        Some('}' | ']') if done.ends_with(',') => {
            Some(format!("nothing follows the comma of line {}: remove it", line(done)))
        }
        Some('/' | '#') => Some("JSON has no comments; states have a field 'Comment'".into()),
        Some('\'' | '“' | '”' | '‘' | '’') => {
            Some("JSON writes texts in double quotes: \"text\"".into())
        }
        Some(c) if c.is_alphabetic() && done.ends_with(['{', ',']) => {
            Some("JSON writes names in double quotes: \"name\"".into())
        }
        Some('"' | '{' | '[') if done.ends_with(['"', '}', ']']) || done.ends_with(char::is_alphanumeric) => {
            Some(format!("a comma may be missing at the end of line {}", line(done)))
        }
        _ => None,
    }
}

/// The last word of a text that ends in one.
pub(crate) fn word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The innermost bracket that is open at the end, and where it is; none inside of a text, where
/// nobody can say what is missing.
fn unclosed(text: &str) -> Option<(char, usize)> {
    let mut open = Vec::new();
    let mut inside = false;
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if inside => drop(characters.next()),
            '"' => inside = !inside,
            '{' | '[' if !inside => open.push((c, at)),
            '}' | ']' if !inside => drop(open.pop()),
            _ => {}
        }
    }
    open.pop().filter(|_| !inside)
}

fn is_inside_text(before: &str) -> bool {
    let mut inside = false;
    let mut characters = before.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' if inside => drop(characters.next()),
            '"' => inside = !inside,
            _ => {}
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `^` marks the place of the error.
    fn check(marked: &str, expected: Option<&str>) {
        let at = marked.find('^').unwrap();
        assert_eq!(hint(&marked.replacen('^', "", 1), at).as_deref(), expected, "{marked}");
    }

    #[test]
    fn hints() {
        check("{\n\"a\": 1,\n^}", Some("nothing follows the comma of line 2: remove it"));
        check("[1, ^]", Some("nothing follows the comma of line 1: remove it"));
        check("{\"a\": 1\n^\"b\": 2}", Some("a comma may be missing at the end of line 1"));
        check("[{}\n\n^{}]", Some("a comma may be missing at the end of line 1"));
        check("{^// x\n}", Some("JSON has no comments; states have a field 'Comment'"));
        check("{^'a': 1}", Some("JSON writes texts in double quotes: \"text\""));
        check("{^a: 1}", Some("JSON writes names in double quotes: \"name\""));
        check("{\"a\": True^}", Some("JSON writes it 'true'"));
        check("{\"a\": None^}", Some("JSON writes it 'null'"));
        check("{\"a\": Nonsense^}", None);
        check("{\"a\": \"no^", None);
        check("{\n\"a\": [1, {\"b\": \"}\"}\n^", Some("the '[' of line 2 is not closed"));
        check("{\"a\": \"b\\^", None);
        check("{\"a\": 1}^}", None);
        check("^", None);
    }
}
