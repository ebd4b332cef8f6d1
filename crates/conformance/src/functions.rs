//! The corpus' Lambda functions: what a function of a stated behaviour answers.

use std::collections::BTreeMap;

use lirio_asl::{Data, ScheduleTask, TaskResource};
use lirio_asl_sim::Plan;
use serde_json::{Value, json};

use crate::corpus::{ACCOUNT, REGION, spaced, substitute};

/// How long a function takes that says nothing else, in milliseconds.
const USUAL_MS: i64 = 10;

/// What a function did.
enum Did {
    /// Answered, after so many milliseconds.
    Returned(Value, i64),
    /// Raised an error.
    Raised { error: String, cause: String },
}

/// Functions by name.
#[derive(Debug)]
pub(crate) struct Functions(BTreeMap<String, Value>);

impl Functions {
    /// The functions of a case's setup.
    pub(crate) fn of(case: &Value) -> Functions {
        let setup = substitute(&case["setup"]);
        let functions = setup.as_array().into_iter().flatten().filter(|s| s["action"] == "@function");
        Functions(functions.filter_map(|f| Some((f["name"].as_str()?.to_owned(), f.clone()))).collect())
    }

    /// What a function does with an event: the payload of its answer, whether that tells of an
    /// error, and how long it takes in milliseconds.
    pub(crate) fn answer(function: &Value, event: &Value) -> Result<(Value, bool, i64), String> {
        Ok(match run(function, event)? {
            Did::Returned(value, after) => (value, false, after),
            Did::Raised { cause, .. } => {
                (serde_json::from_str(&cause).unwrap_or(Value::String(cause)), true, USUAL_MS)
            }
        })
    }

    /// Whether there is a function of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The plan of a task that calls one of them; nothing for any other task.
    pub(crate) fn plan(&self, task: &ScheduleTask) -> Result<Option<Plan>, String> {
        match &task.resource {
            TaskResource::Lambda { arn } => {
                let name = arn.rsplit("function:").next().unwrap_or(arn);
                match self.0.get(name) {
                    Some(function) => plan(run(function, task.parameters.value())?).map(Some),
                    None => Ok(None),
                }
            }
            // With a token, an answer is only the beginning: the recording knows the rest.
            TaskResource::Service(service)
                if service.service == "lambda" && service.action == "invoke" && task.token.is_none() =>
            {
                self.invoke(task.parameters.value()).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn invoke(&self, parameters: &Value) -> Result<Plan, String> {
        let name = parameters["FunctionName"].as_str().unwrap_or_default();
        let name = name.rsplit("function:").next().unwrap_or(name);
        let Some(function) = self.0.get(name) else {
            let cause = format!(
                "Function not found: arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: 00000000-0000-4000-8000-000000000000; Proxy: null)"
            );
            return Ok(Plan::fails("Lambda.ResourceNotFoundException", cause, 0));
        };
        let payload = match parameters.get("Payload") {
            None | Some(Value::Null) => json!({}),
            // A text is the body itself.
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
            Some(value) => value.clone(),
        };
        plan(match run(function, &payload)? {
            Did::Returned(result, after) => Did::Returned(response(parameters, &result), after),
            raised => raised,
        })
    }
}

fn plan(did: Did) -> Result<Plan, String> {
    match did {
        Did::Returned(value, after) => {
            let output = Data::from_value(value).map_err(|e| format!("the function's answer: {e}"))?;
            Ok(Plan::succeeds(output, after))
        }
        Did::Raised { error, cause } => Ok(Plan::fails(error, cause, 0)),
    }
}

/// What the optimised integration shows of an invocation.
fn response(parameters: &Value, result: &Value) -> Value {
    let length = spaced(result).len().to_string();
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
        response["SdkHttpMetadata"]["AllHttpHeaders"]["X-Amz-Log-Result"] = json!(["bG9n"]);
        response["SdkHttpMetadata"]["HttpHeaders"]["X-Amz-Log-Result"] = "bG9n".into();
    }
    response
}

fn run(function: &Value, event: &Value) -> Result<Did, String> {
    let number = |name: &str| {
        function[name].as_u64().filter(|n| *n <= 10_000_000).ok_or_else(|| format!("the function's '{name}'"))
    };
    Ok(match function["behaviour"].as_str().unwrap_or_default() {
        "echo" => Did::Returned(event.clone(), USUAL_MS),
        "constant" => Did::Returned(function["value"].clone(), USUAL_MS),
        "bytes" => Did::Returned("HelloWorld!".into(), USUAL_MS),
        "large" => {
            let size = usize::try_from(number("size")?).map_err(|e| e.to_string())?;
            Did::Returned("a".repeat(size).into(), USUAL_MS)
        }
        "sleep" => {
            let seconds = i64::try_from(number("seconds")?).map_err(|e| e.to_string())?;
            Did::Returned(event.clone(), seconds * 1000)
        }
        "decorate" => Did::Returned(format!("input-event-{}", python_repr(event)).into(), USUAL_MS),
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
            let error = error.as_str().ok_or("the function's 'errorType'")?.to_owned();
            Did::Raised { error, cause: spaced(&cause) }
        }
        other => return Err(format!("a function with the behaviour '{other}' is not scripted")),
    })
}

/// A value as Python's `str` shows it: texts inside of others are quoted.
fn python_repr(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => python_inner(other),
    }
}

fn python_inner(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.contains('\'') && !text.contains('"') => format!("\"{text}\""),
        Value::String(text) => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(python_inner).collect::<Vec<_>>().join(", "))
        }
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                format!("{}: {}", python_inner(&Value::String(name.clone())), python_inner(value))
            };
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_python_shows_them() {
        let check = |value: Value, expected: &str| assert_eq!(python_repr(&value), expected);
        check(json!("a"), "a");
        check(json!(["a", "it's", 1, null, true]), r#"['a', "it's", 1, None, True]"#);
        check(json!({"a": {"b": []}}), "{'a': {'b': []}}");
    }
}
