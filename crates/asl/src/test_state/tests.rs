use serde_json::json;

use super::*;

/// Any result fits, except one that says so itself.
struct AnyResult;

impl ResultSchemas for AnyResult {
    fn check(&self, _: &crate::ServiceIntegration, result: &Value, _: bool) -> Result<(), String> {
        if result.get("wrong").is_some() { Err("wrong".to_owned()) } else { Ok(()) }
    }
}

const PLACE: Place<'_> = Place { partition: "aws", region: "eu-west-1", account: "000000000000" };

fn run(request: &Request<'_>) -> Result<Answer, Refusal> {
    let mut count = 0;
    let mut random = || {
        count += 1;
        count
    };
    let mut test = prepare(request, &AnyResult)?;
    let mut progress = test.begin(PLACE, 0, &mut random);
    loop {
        progress = match progress {
            Progress::Done(answer) => return Ok(*answer),
            Progress::Wait(until) => test.waited(until, &mut random),
            Progress::Call(call) => test.called(&call, Ok(call.parameters.clone()), 0, &mut random),
        };
    }
}

fn mock(result: &str) -> Option<Mock<'_>> {
    Some(Mock { result: Some(result), ..Mock::default() })
}

fn failing(error: &'static str) -> Option<Mock<'static>> {
    let error_output = Some(MockError { error: Some(error), cause: Some("why") });
    Some(Mock { error_output, ..Mock::default() })
}

/// Texts of documents as values, so that expectations can be read.
fn shown(answer: &Answer) -> Value {
    fn open(value: &Value) -> Value {
        match value {
            Value::String(text) => serde_json::from_str(text).unwrap_or_else(|_| value.clone()),
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.clone(), open(value))).collect())
            }
            other => other.clone(),
        }
    }
    open(&answer.to_json(true))
}

fn check(definition: Value, request: Request<'_>, expected: Value) {
    let text = definition.to_string();
    let request = Request { definition: &text, ..request };
    let found = run(&request).map_or_else(|refusal| json!(refusal.to_string()), |answer| shown(&answer));
    assert_eq!(found, expected, "{definition}");
}

#[test]
fn states_that_call_nothing() {
    let input = Some(r#"{"a": {"b": 1}}"#);
    check(
        json!({"Type": "Pass", "InputPath": "$.a", "Parameters": {"c.$": "$.b"}, "ResultPath": "$.d", "Next": "X"}),
        Request { input, ..Request::default() },
        json!({
            "output": {"a": {"b": 1}, "d": {"c": 1}},
            "inspectionData": {
                "input": {"a": {"b": 1}}, "afterInputPath": {"b": 1}, "afterParameters": {"c": 1},
                "afterResultSelector": {"c": 1}, "afterResultPath": {"a": {"b": 1}, "d": {"c": 1}}
            },
            "nextState": "X", "status": "SUCCEEDED"
        }),
    );
    check(
        json!({"Type": "Wait", "Seconds": 9, "End": true}),
        Request { input, ..Request::default() },
        json!({
            "output": {"a": {"b": 1}},
            "inspectionData": {"input": {"a": {"b": 1}}, "afterInputPath": {"a": {"b": 1}}},
            "status": "SUCCEEDED"
        }),
    );
    check(
        json!({"Type": "Choice", "Choices": [{"Variable": "$.a.b", "NumericEquals": 1, "Next": "One"}]}),
        Request { input, ..Request::default() },
        json!({
            "output": {"a": {"b": 1}},
            "inspectionData": {"input": {"a": {"b": 1}}, "afterInputPath": {"a": {"b": 1}}},
            "nextState": "One", "status": "SUCCEEDED"
        }),
    );
    check(
        json!({"Type": "Pass", "Assign": {"v.$": "$.a.b"}, "End": true, "Result": 1}),
        Request { input, variables: Some(r#"{"w": [2]}"#), ..Request::default() },
        // JSONPath assigns from the state's result.
        json!({
            "error": "States.Runtime",
            "cause": "An error occurred while executing the state 'StateName' (entered at the event id #2). The JSONPath '$.a.b' specified for the field 'v.$' could not be found in the input '1'",
            "inspectionData": {
                "input": {"a": {"b": 1}}, "result": 1, "afterResultSelector": 1, "afterResultPath": 1,
                "variables": {"w": [2]}
            },
            "status": "FAILED"
        }),
    );
}

#[test]
fn errors_are_retried_caught_or_final() {
    let task = |retry: Value, catch: Value| {
        json!({
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": retry, "Catch": catch, "End": true
        })
    };
    let before = json!({"input": {}, "afterInputPath": {}, "afterParameters": {}});
    let with = |details: Value| {
        let mut data = before.clone();
        data["errorDetails"] = details;
        data
    };
    let retry = json!([{"ErrorEquals": ["A"], "IntervalSeconds": 3, "MaxAttempts": 2}]);
    let catch = json!([{"ErrorEquals": ["States.TaskFailed"], "Next": "Caught"}]);
    let used = |retrier_retry_count| Configuration { retrier_retry_count, ..Configuration::default() };
    check(
        task(retry.clone(), catch.clone()),
        Request { mock: failing("A"), configuration: used(Some(1)), ..Request::default() },
        json!({
            "error": "A", "cause": "why", "status": "RETRIABLE",
            "inspectionData": with(json!({"retryIndex": 0, "retryBackoffIntervalSeconds": 6}))
        }),
    );
    check(
        task(retry.clone(), catch.clone()),
        Request { mock: failing("A"), configuration: used(Some(2)), ..Request::default() },
        json!({
            "output": {"Error": "A", "Cause": "why"}, "error": "A", "cause": "why", "nextState": "Caught",
            "status": "CAUGHT_ERROR", "inspectionData": with(json!({"catchIndex": 0, "retryIndex": 0}))
        }),
    );
    check(
        task(json!([]), catch),
        Request { mock: failing("States.Runtime"), ..Request::default() },
        json!({"error": "States.Runtime", "cause": "why", "status": "FAILED", "inspectionData": before}),
    );
}

fn map(more: Value) -> Value {
    let mut map = json!({
        "Type": "Map", "End": true,
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}
        }
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        map[name] = value.clone();
    }
    map
}

#[test]
fn map_states() {
    check(
        map(json!({
            "ItemsPath": "$.list", "ItemSelector": {"i.$": "$$.Map.Item.Value", "n.$": "$$.Map.Item.Index"},
            "ItemBatcher": {"MaxItemsPerBatch": 1, "BatchInput": {"x": 1}}, "ToleratedFailurePercentage": 50
        })),
        Request { input: Some(r#"{"list": [7, 8]}"#), mock: mock("[1, 2]"), ..Request::default() },
        json!({
            "output": [1, 2], "status": "SUCCEEDED",
            "inspectionData": {
                "input": {"list": [7, 8]}, "afterInputPath": {"list": [7, 8]}, "afterItemsPath": [7, 8],
                "afterItemSelector": [{"i": 7, "n": 0}, {"i": 8, "n": 1}],
                "afterItemBatcher": [
                    {"BatchInput": {"x": 1}, "Items": [{"i": 7, "n": 0}]},
                    {"BatchInput": {"x": 1}, "Items": [{"i": 8, "n": 1}]}
                ],
                "maxConcurrency": 0, "toleratedFailurePercentage": 50.0,
                "afterResultSelector": [1, 2], "afterResultPath": [1, 2]
            }
        }),
    );
    let reader = json!({
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
            "ReaderConfig": {"InputType": "JSON", "ItemsPointer": "/a/b", "MaxItems": 2}
        },
        "ToleratedFailurePercentage": 40,
        "Catch": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "ResultPath": null, "Next": "C"}]
    });
    check(
        map(reader),
        Request {
            mock: mock("[1, 2]"),
            configuration: Configuration {
                map_item_reader_data: Some(r#"{"a": {"b": [1, 2, 3]}}"#),
                map_iteration_failure_count: Some(1),
                ..Configuration::default()
            },
            ..Request::default()
        },
        json!({
            "output": {}, "nextState": "C", "status": "CAUGHT_ERROR",
            "error": "States.ExceedToleratedFailureThreshold",
            "cause": "The specified tolerated failure threshold was exceeded",
            "inspectionData": {
                "input": {}, "afterInputPath": {}, "afterItemsPointer": [1, 2, 3], "maxConcurrency": 0,
                "toleratedFailurePercentage": 40.0, "errorDetails": {"catchIndex": 0}
            }
        }),
    );
}

#[test]
fn the_state_that_failed_inside_decides_what_catches() {
    for (cause, status) in [(Some("T"), "CAUGHT_ERROR"), (None, "FAILED")] {
        let text = map(json!({"Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "C"}]})).to_string();
        let request = Request {
            definition: &text,
            input: Some("[1]"),
            mock: failing("A"),
            configuration: Configuration { error_caused_by_state: cause, ..Configuration::default() },
            ..Request::default()
        };
        assert_eq!(run(&request).unwrap().status.as_str(), status, "{cause:?}");
    }
}

#[test]
fn a_state_of_a_machine() {
    let definition = json!({
        "StartAt": "M", "TimeoutSeconds": 1,
        "States": {
            "M": {
                "Type": "Map", "Next": "Z",
                "ItemProcessor": {"StartAt": "I", "States": {
                    "I": {"Type": "Pass", "Parameters": {"name.$": "$$.State.Name"}, "Next": "J"},
                    "J": {"Type": "Wait", "Seconds": 5, "End": true}
                }}
            },
            "Z": {"Type": "Succeed"}
        }
    });
    let text = definition.to_string();
    let named =
        |state_name| Request { definition: &text, state_name: Some(state_name), ..Request::default() };
    let answer = run(&named("I")).unwrap();
    assert_eq!(answer.next_state.as_deref(), Some("J"));
    assert_eq!(answer.output.unwrap().text(), r#"{"name":"StateName"}"#);
    assert_eq!(run(&named("J")).unwrap().status, Status::Succeeded);
    assert_eq!(run(&named("K")).unwrap_err().to_string(), "State not found in definition");
}

#[test]
fn refusals() {
    let check = |definition: Value, request: Request<'_>, code: &str, message: &str| {
        let text = definition.to_string();
        let refusal = run(&Request { definition: &text, ..request }).unwrap_err();
        assert_eq!((refusal.code(), refusal.to_string().as_str()), (code, message), "{definition}");
    };
    let pass = json!({"Type": "Pass", "End": true});
    let task = |resource: &str| json!({"Type": "Task", "Resource": resource, "End": true});
    let invoke = "arn:aws:states:::lambda:invoke";
    let none = Request::default;
    check(
        pass.clone(),
        Request { context: Some("{}"), ..none() },
        "ValidationException",
        "TestState does not support Context when a mock is not specified.",
    );
    check(
        task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
        none(),
        "InvalidDefinition",
        "TestState API does not support the '.waitForTaskToken' service integration pattern when a mock is not specified",
    );
    check(task(invoke), Request { mock: mock(r#"{"wrong": 1}"#), ..none() }, "ValidationException", "wrong");
    check(
        task(invoke),
        Request { mock: mock("{}"), context: Some("[]"), ..none() },
        "ValidationException",
        "Invalid Context object provided: Context object is not a JSON object",
    );
    check(
        pass,
        Request { input: Some("{"), ..none() },
        "InvalidExecutionInput",
        "Invalid State Machine Execution Input: 'not valid JSON: EOF while parsing an object at line 1 column 1'",
    );
    let unchecked = Mock { validation: FieldValidation::None, ..mock(r#"{"wrong": 1}"#).unwrap() };
    let text = task(invoke).to_string();
    let request = Request { definition: &text, mock: Some(unchecked), ..none() };
    assert_eq!(run(&request).unwrap().status, Status::Succeeded);
}
