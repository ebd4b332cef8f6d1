//! The exact text of `lirio asl check`.

use std::collections::BTreeMap;

use lirio_asl::WorkflowType;
use lirio_asl_tools::Source;
use serde_json::{Value, json};

fn source(text: &str, variables: &[(&str, Value)]) -> Source {
    let variables: BTreeMap<String, Value> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    Source::new("m.json", text, &variables)
}

fn check(text: &str, expected: &str) {
    check_with(text, &[], expected);
}

#[track_caller]
fn check_with(text: &str, variables: &[(&str, Value)], expected: &str) {
    let source = source(text, variables);
    let shown = lirio_asl_tools::check(&source, WorkflowType::Standard).text(&source);
    assert_eq!(shown, expected, "\n{shown}");
}

#[test]
fn nothing_wrong() {
    check(r#"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#, "m.json: no problems in 1 state\n");
}

#[test]
fn an_unknown_target() {
    check(
        r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Next": "Bee"
    },
    "Be": { "Type": "Succeed" }
  }
}"#,
        r#"error[MISSING_TRANSITION_TARGET]: Missing 'Next' target: Bee
  --> m.json:6:15
   |
 6 |       "Next": "Bee"
   |               ^^^^^ did you mean 'Be'?
   = at /States/A/Next

error[MISSING_TRANSITION_TARGET]: State "Be" is not reachable.
  --> m.json:8:5
   |
 8 |     "Be": { "Type": "Succeed" }
   |     ^^^^
   = at /States/Be

m.json: 2 problems
"#,
    );
}

#[test]
fn an_unknown_field() {
    check(
        r#"{
  "StartAt": "A",
  "States": {
	"A": {"Type": "Pass", "OutputPth": "$", "End": true}
  }
}"#,
        r#"error[SCHEMA_VALIDATION_FAILED]: Field 'OutputPth' is not supported
  --> m.json:4:24
   |
 4 |  "A": {"Type": "Pass", "OutputPth": "$", "End": true}
   |                        ^^^^^^^^^^^ did you mean 'OutputPath'?
   = at /States/A

m.json: 1 problem
"#,
    );
}

#[test]
fn a_syntax_error() {
    check(
        "{\n  \"StartAt\": \"A\",\n  \"States\": {,}\n}",
        r#"error[INVALID_JSON_DESCRIPTION]: Unexpected character (',' (code 44)): was expecting double-quote to start field name
  --> m.json:3:14
   |
 3 |   "States": {,}
   |              ^

m.json: 1 problem
"#,
    );
}

#[test]
fn syntax_errors_say_what_was_meant() {
    check(
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\"Type\": \"Succeed\"},\n  }\n}\n",
        r#"error[INVALID_JSON_DESCRIPTION]: Unexpected character ('}' (code 125)): was expecting double-quote to start field name
  --> m.json:5:3
   |
 5 |   }
   |   ^
   = nothing follows the comma of line 4: remove it

m.json: 1 problem
"#,
    );
    check(
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\"Type\": \"Succeed\"}\n\n",
        r#"error[INVALID_JSON_DESCRIPTION]: Unexpected end-of-input: was expecting comma to separate Object entries
  --> m.json:4:29
   |
 4 |     "A": {"Type": "Succeed"}
   |                             ^
   = the '{' of line 3 is not closed

m.json: 1 problem
"#,
    );
    check(
        "\u{feff}{}",
        r#"error[INVALID_JSON_DESCRIPTION]: Unrecognized token '\u{fffd}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
  --> m.json:1:1
   |
 1 | \u{fffd}{}
   | ^
   = the file begins with a byte order mark, which JSON does not have: save it without

m.json: 1 problem
"#
        .replace("\\u{fffd}", "\u{fffd}")
        .as_str(),
    );
}

#[test]
fn an_empty_file() {
    check(
        "",
        "error[SCHEMA_VALIDATION_FAILED]: Definition must be a valid JSON object\n  --> m.json\n\nm.json: 1 problem\n",
    );
}

#[test]
fn one_long_line() {
    let state = |i: usize| {
        let odd = if i == 20 { r#""Nxt": 1, "# } else { "" };
        let way = if i == 39 { r#""End": true"#.to_owned() } else { format!(r#""Next": "S{}""#, i + 1) };
        format!(r#""S{i}": {{"Type": "Pass", {odd}{way}}}"#)
    };
    let states: Vec<String> = (0..40).map(state).collect();
    check(
        &format!(r#"{{"StartAt": "S0", "States": {{{}}}}}"#, states.join(", ")),
        r#"error[SCHEMA_VALIDATION_FAILED]: Field 'Nxt' is not supported
  --> m.json:1:835
   |
 1 | …20"}, "S20": {"Type": "Pass", "Nxt": 1, "Next": "S21"}, "S21": {"Type": "Pass", "Next": "S22"}, "S22…
   |                                ^^^^^
   = at /States/S20

m.json: 1 problem
"#,
    );
}

#[test]
fn nothing_that_a_terminal_obeys() {
    check(
        "{\"StartAt\": \"A\u{1b}[31m\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
        r#"error[INVALID_JSON_DESCRIPTION]: Invalid string: control character (\u0000-\u001F) found while parsing a string
  --> m.json:1:13
   |
 1 | {"StartAt": "A�[31m", "States": {"A": {"Type": "Succeed"}}}
   |             ^

m.json: 1 problem
"#,
    );
}

#[test]
fn variables() {
    let text = r#"{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Wait", "Seconds": "${pause}", "Nxt": "${where}", "Next": "B"},
    "B": {"Type": "Task", "Resource": "${function}", "End": true}
  }
}"#;
    check_with(
        text,
        &[("pause", json!(5))],
        r#"error[SCHEMA_VALIDATION_FAILED]: Field 'Nxt' is not supported
  --> m.json:4:50
   |
 4 |     "A": {"Type": "Wait", "Seconds": "${pause}", "Nxt": "${where}", "Next": "B"},
   |                                                  ^^^^^
   = at /States/A

note: ${where} is not known and was left as it is
note: ${function} is not known and was left as it is
m.json: 1 problem
"#,
    );
    check_with(
        text,
        &[("pause", json!(-1)), ("function", json!("no"))],
        r#"error[SCHEMA_VALIDATION_FAILED]: The value -1 must be an integer from 0 to 99999999
  --> m.json:4:38
   |
 4 |     "A": {"Type": "Wait", "Seconds": "${pause}", "Nxt": "${where}", "Next": "B"},
   |                                      ^^^^^^^^^^
   = at /States/A/Seconds

error[SCHEMA_VALIDATION_FAILED]: Field 'Nxt' is not supported
  --> m.json:4:50
   |
 4 |     "A": {"Type": "Wait", "Seconds": "${pause}", "Nxt": "${where}", "Next": "B"},
   |                                                  ^^^^^
   = at /States/A

error[SCHEMA_VALIDATION_FAILED]: Value is not a valid resource ARN
  --> m.json:5:39
   |
 5 |     "B": {"Type": "Task", "Resource": "${function}", "End": true}
   |                                       ^^^^^^^^^^^^^
   = at /States/B/Resource

note: ${where} is not known and was left as it is
m.json: 3 problems
"#,
    );
}

#[test]
fn json() {
    let text = "{\n  \"StartAt\": \"A\",\n  \"States\": {\"A\": {\"Type\": \"Pas\", \"End\": true}}\n}";
    let source = source(text, &[]);
    let shown = lirio_asl_tools::check(&source, WorkflowType::Express).json(&source);
    let expected = json!({
        "result": "FAIL",
        "diagnostics": [{
            "severity": "ERROR",
            "code": "SCHEMA_VALIDATION_FAILED",
            "message": "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
            "location": "/States/A/Type",
            "span": {"start": 47, "end": 52, "line": 3, "column": 28},
            "suggestion": "Pass"
        }],
        "truncated": false,
        "unknownVariables": []
    });
    assert_eq!(shown, expected, "\n{shown:#}");
}
