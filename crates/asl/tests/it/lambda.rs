//! The corpus' Lambda functions, scripted.

use std::collections::BTreeMap;

use lirio_asl::{ScheduleTask, TaskResource};
use serde_json::{Value, json};

use crate::corpus::{spaced, substitute};

/// What a scripted task does.
pub(crate) enum Played {
    /// Ends well, after so many milliseconds.
    Succeeds(Value, i64),
    /// Ends badly.
    Fails(String, String),
    /// The call is answered so, and no more is heard.
    Submits(Value),
    /// Nothing is heard.
    Silent,
    /// Cannot be scripted.
    Unknown(String),
}

/// Functions by name.
pub(crate) struct Functions(BTreeMap<String, Value>);

impl Functions {
    pub(crate) fn of(case: &Value) -> Functions {
        let setup = substitute(&case["setup"]);
        let functions = setup.as_array().into_iter().flatten().filter(|s| s["action"] == "@function");
        Functions(functions.map(|f| (f["name"].as_str().unwrap().to_owned(), f.clone())).collect())
    }

    pub(crate) fn play(&self, task: &ScheduleTask) -> Played {
        match &task.resource {
            TaskResource::Lambda { arn } => {
                let name = arn.rsplit("function:").next().unwrap();
                match self.0.get(name) {
                    Some(function) => run(function, task.parameters.value()),
                    None => Played::Unknown(format!("lambda function {name}")),
                }
            }
            TaskResource::Service(service) if service.service == "lambda" && service.action == "invoke" => {
                self.invoke(task.parameters.value())
            }
            other => Played::Unknown(format!("{other:?}")),
        }
    }

    fn invoke(&self, parameters: &Value) -> Played {
        let name = parameters["FunctionName"].as_str().unwrap_or_default();
        let Some(function) = self.0.get(name) else {
            let cause = format!(
                "Function not found: arn:aws:lambda:eu-west-1:000000000000:function:{name}:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: 00000000-0000-4000-8000-000000000000; Proxy: null)"
            );
            return Played::Fails("Lambda.ResourceNotFoundException".into(), cause);
        };
        let payload = match parameters.get("Payload") {
            None | Some(Value::Null) => json!({}),
            // A text is the body itself.
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
            Some(value) => value.clone(),
        };
        match run(function, &payload) {
            Played::Succeeds(result, after) => {
                let length = spaced(&result).len().to_string();
                let mut response = json!({
                    "ExecutedVersion": "$LATEST",
                    "Payload": result,
                    "SdkHttpMetadata": {
                        "AllHttpHeaders": {
                            "X-Amz-Executed-Version": ["$LATEST"], "x-amzn-Remapped-Content-Length": ["0"],
                            "Connection": ["keep-alive"], "x-amzn-RequestId": ["r"], "Content-Length": [length],
                            "Date": ["d"], "X-Amzn-Trace-Id": ["t"], "Content-Type": ["application/json"]
                        },
                        "HttpHeaders": {
                            "Connection": "keep-alive", "Content-Length": length, "Content-Type": "application/json",
                            "Date": "d", "X-Amz-Executed-Version": "$LATEST", "x-amzn-Remapped-Content-Length": "0",
                            "x-amzn-RequestId": "r", "X-Amzn-Trace-Id": "t"
                        },
                        "HttpStatusCode": 200
                    },
                    "SdkResponseMetadata": {"RequestId": "r"},
                    "StatusCode": 200
                });
                if parameters["LogType"] == "Tail" {
                    response["LogResult"] = "bG9n".into();
                    for headers in ["AllHttpHeaders", "HttpHeaders"] {
                        response["SdkHttpMetadata"][headers]["X-Amz-Log-Result"] =
                            if headers == "HttpHeaders" { "bG9n".into() } else { json!(["bG9n"]) };
                    }
                }
                Played::Succeeds(response, after)
            }
            other => other,
        }
    }
}

fn run(function: &Value, event: &Value) -> Played {
    match function["behaviour"].as_str().unwrap_or_default() {
        "echo" => Played::Succeeds(event.clone(), 10),
        "constant" => Played::Succeeds(function["value"].clone(), 10),
        "bytes" => Played::Succeeds("HelloWorld!".into(), 10),
        "large" => Played::Succeeds("a".repeat(function["size"].as_u64().unwrap() as usize).into(), 10),
        "sleep" => Played::Succeeds(event.clone(), function["seconds"].as_i64().unwrap() * 1000),
        "decorate" => Played::Succeeds(format!("input-event-{}", python_repr(event)).into(), 10),
        "raise" => {
            let (error, message) = (&function["errorType"], &function["errorMessage"]);
            let trace = if error == "Exception" {
                format!(
                    "  File \"/var/task/handler.py\", line 2, in handler\n    raise Exception({message})\n"
                )
            } else {
                "  File \"/var/task/handler.py\", line 9, in handler\n    raise CustomException()\n"
                    .to_owned()
            };
            let cause = json!({
                "errorMessage": message, "errorType": error, "requestId": "00000000-0000-4000-8000-000000000000",
                "stackTrace": [trace]
            });
            Played::Fails(error.as_str().unwrap().to_owned(), spaced(&cause))
        }
        other => Played::Unknown(format!("behaviour {other}")),
    }
}

/// A value as Python's `repr` or `str` of the top level shows it, for what the corpus needs of it.
fn python_repr(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let item =
                |item: &Value| item.as_str().map_or_else(|| python_repr(item), |text| format!("'{text}'"));
            format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// What became of the tasks of other services in a recording. It says nothing about those services,
/// but everything about what the interpreter makes of their answers.
pub(crate) struct Episodes(std::vec::IntoIter<Played>);

impl Episodes {
    pub(crate) fn of(expected: &Value) -> Episodes {
        let mut episodes = Vec::new();
        for event in expected["history"].as_array().into_iter().flatten() {
            let details = |name: &str| event[format!("task{name}EventDetails")].clone();
            let played = match event["type"].as_str().unwrap_or_default() {
                "TaskScheduled" => {
                    episodes.push(Played::Silent);
                    continue;
                }
                "TaskSubmitted" => Played::Submits(value_of(&details("Submitted")["output"])),
                "TaskSucceeded" => Played::Succeeds(value_of(&details("Succeeded")["output"]), 10),
                "TaskFailed" => {
                    let text = |name: &str| match &details("Failed")[name] {
                        Value::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    Played::Fails(text("error"), text("cause"))
                }
                _ => continue,
            };
            *episodes.last_mut().unwrap() = played;
        }
        Episodes(episodes.into_iter())
    }

    pub(crate) fn next(&mut self) -> Option<Played> {
        self.0.next()
    }
}

fn value_of(recorded: &Value) -> Value {
    recorded.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_else(|| recorded.clone())
}
