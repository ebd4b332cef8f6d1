//! What is wrong with a definition, in the words and places of `ValidateStateMachineDefinition`.

use std::fmt;

/// The kind of a problem. The names are the service's own, except [`Code::NotSupportedYet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// The text is not JSON.
    InvalidJsonDescription,
    /// A field is missing, unknown, or has a value that is not allowed.
    SchemaValidationFailed,
    /// A transition names no state, or no transition leads to a state.
    MissingTransitionTarget,
    /// No state of a workflow ends it.
    MissingEndState,
    /// Two states have the same name.
    DuplicateStateName,
    /// A state's name is empty or too long.
    InvalidStateName,
    /// States or JSON nest too deeply.
    TooDeeplyNested,
    /// Valid on AWS, but this version does not run it.
    NotSupportedYet,
}

impl Code {
    /// The code as the API spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::InvalidJsonDescription => "INVALID_JSON_DESCRIPTION",
            Code::SchemaValidationFailed => "SCHEMA_VALIDATION_FAILED",
            Code::MissingTransitionTarget => "MISSING_TRANSITION_TARGET",
            Code::MissingEndState => "MISSING_END_STATE",
            Code::DuplicateStateName => "DUPLICATE_STATE_NAME",
            Code::InvalidStateName => "INVALID_STATE_NAME",
            Code::TooDeeplyNested => "TOO_DEEPLY_NESTED",
            Code::NotSupportedYet => "NOT_SUPPORTED_YET",
        }
    }
}

/// A place in the definition's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in characters, from 1.
    pub column: usize,
}

/// One problem of a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where: a path such as `/States/A/Next`; the service leaves it out for whole-definition problems.
    pub location: Option<String>,
    /// The same place in the text.
    pub span: Option<Span>,
    /// The nearest valid name, where a name was not known.
    pub suggestion: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The service prints the word null where it has no location.
        let location = self.location.as_deref().unwrap_or("null");
        write!(f, "{}: {} at {location}", self.code.as_str(), self.message)
    }
}

/// The message of the `InvalidDefinition` error that `CreateStateMachine` answers for `diagnostics`.
pub fn invalid_definition_message(diagnostics: &[Diagnostic]) -> String {
    let list: Vec<String> = diagnostics.iter().map(Diagnostic::to_string).collect();
    format!("Invalid State Machine Definition: '{}'", list.join(", "))
}

/// The candidate most like `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A user's key can be as long as the whole definition; nothing that long is a typing error.
    if name.len() > 100 {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 100)
        .map(|candidate| (edit_distance(&name.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        // Of two that are as near, always the same one: candidates may come in any order.
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_name() {
        let names = ["InputPath", "OutputPath", "Next"];
        assert_eq!(nearest("InputPth", names).as_deref(), Some("InputPath"));
        assert_eq!(nearest("next", names).as_deref(), Some("Next"));
        assert_eq!(nearest("Colour", names), None);
    }

    #[test]
    fn message_as_the_service_words_it() {
        let diagnostic = Diagnostic {
            code: Code::MissingTransitionTarget,
            message: "Missing 'Next' target: pass3".into(),
            location: Some("/States/pass1/Next".into()),
            span: None,
            suggestion: None,
        };
        assert_eq!(
            invalid_definition_message(&[diagnostic]),
            "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: pass3 at /States/pass1/Next'"
        );
    }
}
