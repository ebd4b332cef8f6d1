use super::*;

/// Parses and expects these diagnostics, in order.
fn check(definition: &str, expected: &[&str]) {
    let found: Vec<String> = match parse(definition) {
        Ok(_) => Vec::new(),
        Err(list) => list.iter().map(Diagnostic::to_string).collect(),
    };
    assert_eq!(found, expected, "{definition}");
}

/// A machine with one state, `A`.
fn check_state(state: &str, expected: &[&str]) {
    check(&format!(r#"{{"StartAt": "A", "States": {{"A": {state}}}}}"#), expected);
}

#[test]
fn not_a_definition() {
    check("", &["SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null"]);
    check("[]", &["SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null"]);
    check("{}", &["SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt, States] at /"]);
    let error = &parse("not a definition").unwrap_err()[0];
    assert_eq!(error.code, Code::InvalidJsonDescription);
    assert_eq!(error.location.as_deref(), Some("[Source: (String)\"not a definition\"; line: 1, column: 4]"));
    let deep = parse(&format!("{{\"States\": {}", "[".repeat(10_000))).unwrap_err();
    assert_eq!(deep[0].code, Code::TooDeeplyNested);
}

#[test]
fn transitions() {
    check(
        r#"{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "c"}, "b": {"Type": "Pass", "End": true}}}"#,
        &[
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: c at /States/a/Next",
            "MISSING_TRANSITION_TARGET: State \"b\" is not reachable. at /States/b",
        ],
    );
    check(
        r#"{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "b"}, "b": {"Type": "Pass", "Next": "a"}}}"#,
        &["MISSING_END_STATE: Workflow has no terminal state at null"],
    );
    check_state(
        r#"{"Type": "Pass", "Next": "N"}"#,
        &[
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: N at /States/A/Next",
            "MISSING_END_STATE: Workflow has no terminal state at null",
        ],
    );
    check_state(
        r#"{"Type": "Pass"}"#,
        &["SCHEMA_VALIDATION_FAILED: One of these fields is required: [Next, End] at /States/A"],
    );
}

#[test]
fn unknown_fields_name_the_nearest() {
    let error = &parse("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\",\n \"InputPth\": \"$\", \"End\": true}}}").unwrap_err()[0];
    assert_eq!(error.to_string(), "SCHEMA_VALIDATION_FAILED: Field 'InputPth' is not supported at /States/A");
    assert_eq!(error.suggestion.as_deref(), Some("InputPath"));
    let span = error.span.unwrap();
    assert_eq!((span.line, span.column), (2, 2));
    check_state(
        r#"{"Type": "Map", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true, "TimeoutSeconds": 3}"#,
        &["SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/A"],
    );
}

#[test]
fn fields() {
    check_state(
        r#"{"Type": "Pas", "End": true}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type",
        ],
    );
    check_state(
        r#"{"Type": "Pass", "Comment": 1, "End": true}"#,
        &["SCHEMA_VALIDATION_FAILED: Expected value of type String, but found Number at /States/A/Comment"],
    );
    check_state(
        r#"{"Type": "Pass", "Parameters": {"p.$": "States.Format('\\\"')"}, "End": true}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: The value for the field 'p.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters",
        ],
    );
    check_state(
        r#"{"Type": "Wait", "Timestamp": "2016-13-05T21:29:29Z", "End": true}"#,
        &["SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/A/Timestamp"],
    );
    check_state(
        r#"{"Type": "Task", "Resource": "foo:bar", "End": true}"#,
        &["SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN at /States/A/Resource"],
    );
    check_state(
        r#"{"Type": "Parallel", "Branches": [], "End": true}"#,
        &["SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Branches"],
    );
    check_state(
        r#"{"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true}]}"#,
        &["SCHEMA_VALIDATION_FAILED: These fields are required: [Next] at /States/A/Choices[0]"],
    );
    check_state(
        r#"{"Type": "Fail", "Error": "E", "ErrorPath": "$.e"}"#,
        &["SCHEMA_VALIDATION_FAILED: You may have only one of these fields: [Error, ErrorPath] at /States/A"],
    );
    check(
        r#"{"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}], "End": true}}}"#,
        &["DUPLICATE_STATE_NAME: Duplicate state name: A at /States/A/Branches[0]/States/A"],
    );
}

#[test]
fn later_features_are_named() {
    check(
        r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#,
        &["NOT_SUPPORTED_YET: The query language JSONata is not supported yet at /QueryLanguage"],
    );
    check_state(
        r#"{"Type": "Succeed", "QueryLanguage": "JSONata"}"#,
        &["NOT_SUPPORTED_YET: The query language JSONata is not supported yet at /States/A/QueryLanguage"],
    );
    check_state(
        r#"{"Type": "Pass", "Assign": {"x": 1}, "End": true}"#,
        &[
            "NOT_SUPPORTED_YET: Assigning workflow variables (field 'Assign') is not supported yet at /States/A",
        ],
    );
    check_state(
        r#"{"Type": "Pass", "InputPath": "$x.y", "End": true}"#,
        &["NOT_SUPPORTED_YET: The workflow variable '$x' is not supported yet at /States/A/InputPath"],
    );
    check_state(
        r#"{"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true}"#,
        &[
            "NOT_SUPPORTED_YET: Distributed Map is not supported yet at /States/A/ItemProcessor/ProcessorConfig",
        ],
    );
    check_state(
        r#"{"Type": "Succeed", "Output": 1}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A",
        ],
    );
}

/// A machine with every type of state and most fields.
const EVERYTHING: &str = r#"{"Comment": "c", "Version": "1.0", "TimeoutSeconds": 60, "QueryLanguage": "JSONPath", "StartAt": "P", "States": {
        "P": {"Type": "Pass", "Result": {"a.$": "literal"}, "ResultPath": null, "Next": "T"},
        "T": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {"n.$": "$$.Execution.Name"},
              "TimeoutSecondsPath": "$.t", "HeartbeatSeconds": 5, "ResultSelector": {"r.$": "$"}, "ResultPath": "$.r",
              "Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 2, "MaxAttempts": 0, "BackoffRate": 1.5, "MaxDelaySeconds": 9, "JitterStrategy": "FULL"}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "F"}], "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.x", "NumericEquals": 1}, {"Not": {"Variable": "$.y", "StringMatches": "a*"}}], "Next": "W"}], "Default": "M"},
        "W": {"Type": "Wait", "Seconds": 1, "Next": "M"},
        "M": {"Type": "Map", "Iterator": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}, "Next": "L"},
        "L": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}], "Next": "S"},
        "S": {"Type": "Succeed"},
        "F": {"Type": "Fail", "ErrorPath": "States.UUID()", "Cause": "c"}}}"#;

/// Damage of every kind at every place must be answered, never met with a panic.
#[test]
fn damaged_definitions_are_answered() {
    for (at, c) in EVERYTHING.char_indices() {
        let (before, after) = (&EVERYTHING[..at], &EVERYTHING[at + c.len_utf8()..]);
        for damage in ["", "é", "\\", "\"", "[", "}", "0", "$", "'"] {
            for diagnostic in parse(&format!("{before}{damage}{after}")).err().unwrap_or_default() {
                assert!(!diagnostic.message.is_empty());
            }
        }
        assert!(parse(before).is_err());
    }
}

#[test]
fn all_types_parse() {
    let machine = parse(EVERYTHING).unwrap();
    assert_eq!((machine.scopes.len(), machine.states.len()), (3, 10));
    let names: Vec<&str> =
        machine.scopes[0].states.iter().map(|id| machine.states[*id].kind.type_name()).collect();
    assert_eq!(names, ["Pass", "Task", "Choice", "Wait", "Map", "Parallel", "Succeed", "Fail"]);
}

#[test]
fn express_workflows_refuse_callbacks() {
    let definition = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true}}}"#;
    let error = &parse_as(definition, WorkflowType::Express).unwrap_err()[0];
    assert_eq!(
        error.to_string(),
        "SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource"
    );
}
