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
    let (mut test, mut progress) = prepare(request, &AnyResult)?.begin(PLACE, 0, &mut random);
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
fn what_a_reader_read() {
    let read = |config: Value, text: &str| {
        let reader = json!({"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": config});
        let definition = map(json!({"ItemReader": reader, "ItemSelector": {"i.$": "$$.Map.Item.Value"}}));
        let definition = definition.to_string();
        let request = Request {
            definition: &definition,
            mock: mock("[]"),
            configuration: Configuration { map_item_reader_data: Some(text), ..Configuration::default() },
            ..Request::default()
        };
        let answer = run(&request).unwrap();
        let selected = answer.inspection.after_item_selector.map(|data| data.text().to_owned());
        selected.or(answer.cause).unwrap()
    };
    let json = |more: Value| {
        let mut config = json!({"InputType": "JSON"});
        for (name, value) in more.as_object().into_iter().flatten() {
            config[name] = value.clone();
        }
        config
    };
    assert_eq!(read(json(json!({})), "[1, [2]]"), r#"[{"i":1},{"i":[2]}]"#);
    assert_eq!(read(json(json!({"MaxItems": 1})), "[1, 2]"), r#"[{"i":1}]"#);
    assert_eq!(read(json(json!({})), r#"{"a": 1}"#), "Attempting to map over non-iterable node.");
    let csv = json!({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"});
    assert_eq!(read(csv, "a,b\n1,x\n"), r#"[{"i":{"a":"1","b":"x"}}]"#);
    assert_eq!(read(json!({"InputType": "JSONL"}), "1\n\n{}\n"), r#"[{"i":1},{"i":{}}]"#);
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
fn the_context_object_that_is_given_stands_for_the_whole() {
    check(
        json!({
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"token.$": "$$.Task.Token", "all.$": "$$.Execution"}, "ResultPath": null, "End": true
        }),
        Request {
            mock: mock("1"),
            context: Some(r#"{"Execution": {}, "Task": {"Token": "t"}}"#),
            ..Request::default()
        },
        json!({
            "output": {}, "status": "SUCCEEDED",
            "inspectionData": {
                "input": {}, "afterInputPath": {}, "afterParameters": {"token": "t", "all": {}}, "result": 1,
                "afterResultSelector": 1, "afterResultPath": {}
            }
        }),
    );
    check(
        json!({
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "QueryLanguage": "JSONata",
            "Arguments": {"a": "{% $x %}"}, "Assign": {"y": "{% $states.result.r + $x %}"}, "Output": "{% $states.context.State.RetryCount %}", "Next": "N"
        }),
        Request { mock: mock(r#"{"r": 1}"#), variables: Some(r#"{"x": 4}"#), ..Request::default() },
        json!({
            "output": 0, "status": "SUCCEEDED", "nextState": "N",
            "inspectionData": {
                "input": {}, "afterArguments": {"a": 4}, "result": {"r": 1}, "variables": {"x": 4, "y": 5}
            }
        }),
    );
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
        "Invalid State Machine Execution Input: 'Unexpected end-of-input: was expecting double-quote to start field name'",
    );
    let unchecked = Mock { validation: FieldValidation::None, ..mock(r#"{"wrong": 1}"#).unwrap() };
    let text = task(invoke).to_string();
    let request = Request { definition: &text, mock: Some(unchecked), ..none() };
    assert_eq!(run(&request).unwrap().status, Status::Succeeded);
}

/// Requests as the fuzz target reads them, mutated: whatever comes of them, it is no panic, and a
/// state that is tested comes to its end.
#[test]
fn mutated_requests() {
    let seeds = [
        include_str!("../../../../fuzz/seeds/test_state/pass"),
        include_str!("../../../../fuzz/seeds/test_state/task"),
        include_str!("../../../../fuzz/seeds/test_state/map"),
        include_str!("../../../../fuzz/seeds/test_state/machine"),
    ];
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut tested = 0;
    for round in 0..4_000 {
        let mut text: Vec<char> = seeds[round % seeds.len()].chars().collect();
        for _ in 0..random(4) {
            let (at, from) = (random(text.len()), random(text.len()));
            match random(4) {
                0 => drop(text.remove(at)),
                1 => text[at] = ['"', '{', '[', '9', '$', '.', 'N', '-'][random(8)],
                2 => text[at] = text[from],
                _ => {
                    let piece: Vec<char> = text[from..(from + 9).min(text.len())].to_vec();
                    text.splice(at..at, piece);
                }
            }
        }
        let text: String = text.into_iter().collect();
        let mut lines = text.split('\n');
        let definition = lines.next().unwrap_or_default();
        let input = lines.next();
        let mock = lines.next().map(|result| match result {
            "" => failing("X").unwrap(),
            result => Mock { result: Some(result), ..Mock::default() },
        });
        let request = Request {
            definition,
            input,
            mock,
            state_name: definition.contains("StartAt\"").then_some("A"),
            role_arn: Some("arn:aws:iam::000000000000:role/r"),
            configuration: Configuration { map_item_reader_data: lines.next(), ..Configuration::default() },
            ..Request::default()
        };
        tested += usize::from(run(&request).is_ok_and(|answer| answer.to_json(true).is_object()));
    }
    assert!(tested > 400, "{tested} of the requests were tested");
}
