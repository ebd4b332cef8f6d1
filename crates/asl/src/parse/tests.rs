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
fn an_unknown_function_has_a_nearest() {
    let check = |call: &str, expected: Option<&str>| {
        let text = format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Pass", "Parameters": {{"x.$": "{call}"}}, "End": true}}}}}}"#
        );
        let found = parse(&text).unwrap_err();
        assert_eq!(found[0].suggestion.as_deref(), expected, "{call}");
    };
    check("States.Fromat('{}', $.a)", Some("States.Format"));
    check("States.StringtoJson($.a)", Some("States.StringToJson"));
    check("States.Nonsense($.a)", None);
    check("States.Format('{}', $.a", None);
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
fn languages_keep_to_their_fields() {
    check(
        r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed", "Output": "{% $states.input %}"}}}"#,
        &[],
    );
    check(
        r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed", "QueryLanguage": "JSONPath"}}}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A",
        ],
    );
    check_state(
        r#"{"Type": "Succeed", "Output": 1}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A",
        ],
    );
    check_state(
        r#"{"Type": "Pass", "QueryLanguage": "JSONata", "InputPath": "$.x", "End": true}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/A",
        ],
    );
}

#[test]
fn variables() {
    check_state(
        r#"{"Type": "Pass", "Assign": {"x": 1, "y.$": "$.a"}, "InputPath": "$x.y", "End": true}"#,
        &[],
    );
    check_state(
        r#"{"Type": "Pass", "Assign": {"1x": 1, "states": 2}, "End": true}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: Invalid variable name '1x': it must be a letter followed by letters, digits and underscores at /States/A/Assign",
            "SCHEMA_VALIDATION_FAILED: Invalid variable name 'states': 'states' is reserved at /States/A/Assign",
        ],
    );
    check_state(
        r#"{"Type": "Succeed", "Assign": {"x": 1}}"#,
        &["SCHEMA_VALIDATION_FAILED: Field 'Assign' is not supported at /States/A"],
    );
}

#[test]
fn distributed_maps() {
    let map = |fields: &str| {
        format!(
            r#"{{"Type": "Map", "ItemProcessor": {{"ProcessorConfig": {{"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}}, "StartAt": "B", "States": {{"B": {{"Type": "Succeed"}}}}}}, {fields} "End": true}}"#
        )
    };
    check_state(
        &map(
            r#""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"], "MaxItemsPath": "$.n"}, "Parameters": {"Bucket": "b", "Key.$": "$.k"}},
            "ItemBatcher": {"MaxItemsPerBatch": 3, "BatchInput": {"x.$": "$.x"}}, "Label": "L", "ToleratedFailurePercentage": 2.5,
            "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}, "WriterConfig": {"Transformation": "FLATTEN", "OutputType": "JSONL"}},"#,
        ),
        &[],
    );
    check_state(
        &map(r#""Label": "a b","#),
        &["SCHEMA_VALIDATION_FAILED: A label cannot contain the character ' ' at /States/A/Label"],
    );
    check_state(
        &map(r#""ItemReader": {"Resource": "arn:aws:states:::s3:getObject"},"#),
        &[
            "SCHEMA_VALIDATION_FAILED: The field 'ReaderConfig/InputType' is required for the resource s3:getObject at /States/A/ItemReader",
        ],
    );
    check_state(
        r#"{"Type": "Map", "Label": "L", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true}"#,
        &[
            "SCHEMA_VALIDATION_FAILED: Field 'Label' is only supported for Map states in DISTRIBUTED mode at /States/A",
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

/// The same in JSONata.
const EVERYTHING_JSONATA: &str = r#"{"QueryLanguage": "JSONata", "StartAt": "P", "States": {
        "P": {"Type": "Pass", "Output": {"a": "{% $states.input.b + 1 %}"}, "Assign": {"v": "{% [1..3] %}"}, "Next": "T"},
        "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "{% $v[0] %}"},
              "TimeoutSeconds": "{% 2 + 3 %}", "HeartbeatSeconds": 1,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Assign": {"e": 1}, "Next": "F"}], "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"Condition": "{% $v[0] > 1 %}", "Assign": {"w": 2}, "Output": "x", "Next": "W"}], "Default": "M"},
        "W": {"Type": "Wait", "Timestamp": "{% $now() %}", "Next": "M"},
        "M": {"Type": "Map", "Items": ["{% $v %}", 2], "MaxConcurrency": "{% 3 %}", "ItemSelector": {"i": "{% $states.context.Map.Item.Value %}"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}, "End": true},
        "F": {"Type": "Fail", "Error": "{% 'a' & 'b' %}", "Cause": "c"}}}"#;

/// Damage of every kind at every place must be answered, never met with a panic.
#[test]
fn damaged_definitions_are_answered() {
    for whole in [EVERYTHING, EVERYTHING_JSONATA] {
        assert!(parse(whole).is_ok(), "{:?}", parse(whole).err());
        for (at, c) in whole.char_indices() {
            let (before, after) = (&whole[..at], &whole[at + c.len_utf8()..]);
            for damage in ["", "é", "\\", "\"", "[", "}", "0", "$", "'", "%"] {
                for diagnostic in parse(&format!("{before}{damage}{after}")).err().unwrap_or_default() {
                    assert!(!diagnostic.message.is_empty());
                }
            }
            assert!(parse(before).is_err());
        }
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
