//! The scripts: calls to the API in order, played against the service in process.
//!
//! Step Functions and CloudWatch Logs are lirio's own; the services around them are scripted
//! (`world.rs`, `queues.rs`).  Time is virtual: while a step waits, the clock runs faster than the
//! machine's.

mod queues;
mod world;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use regex::{Captures, Regex};
use serde_json::{Value, json};

use crate::compare::Variables;
use crate::corpus::{self, Case, spaced, substitute_text};
use world::World;

/// The longest that a case may take, in real time.
const LIMIT: Duration = Duration::from_secs(60);

/// Looks at a condition before it counts as never coming; the clock moves between two of them.
const LOOKS: u32 = 8_000;

/// What the clock moves between two looks, in milliseconds.
const STEP_MS: i64 = 50;

/// Plays a script; an error is the first difference.
pub(crate) fn judge(case: &Case) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| format!("no runtime: {error}"))?;
    let mut folder = None;
    let verdict = runtime.block_on(async {
        let world = World::open()?;
        folder = Some(world.folder().to_owned());
        let played = tokio::time::timeout(LIMIT, play(case, &world)).await;
        world.close();
        played.unwrap_or_else(|_| Err(format!("the script took longer than {LIMIT:?}")))
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    if let Some(folder) = folder {
        // The store writes that it was closed well when its last user goes, which may be after the world.
        let _ = std::fs::remove_dir_all(folder);
    }
    verdict
}

/// What the steps of a case share.
struct Script {
    world: Arc<World>,
    /// What each step was answered, by its id.
    answers: Mutex<BTreeMap<String, Value>>,
    /// The parameters of the machines created so far.
    created: Mutex<Vec<Value>>,
}

async fn play(case: &Case, world: &Arc<World>) -> Result<(), String> {
    let case = told_apart(&case.json);
    let mut variables = Variables::new(&bindings(&case));
    variables.unordered = case.get("normalised").is_some();
    variables.extra_members = true;
    let script =
        Arc::new(Script { world: world.clone(), answers: Mutex::default(), created: Mutex::default() });
    let steps = case["steps"].as_array().cloned().unwrap_or_default();
    let workers: Vec<_> = worker_steps(&steps)
        .into_iter()
        .map(|steps| {
            let (script, lost) = (script.clone(), lost_answer(&case, &steps));
            tokio::spawn(async move {
                script.work(&steps).await;
                if let Some(output) = lost {
                    script.send_success(&steps, &output).await;
                }
            })
        })
        .collect();
    for step in steps.iter().filter(|step| step.get("worker").is_none()) {
        script.step(step, &mut variables).await?;
    }
    for worker in workers {
        worker.abort();
    }
    Ok(())
}

/// The bindings of a case. In the recordings of nested machines, the parts of ARNs are bound to the
/// machine around while they stand for the one inside: they are learned there instead.
fn bindings(case: &Value) -> Value {
    let mut bindings = case["bindings"].clone();
    let machines = case["steps"].as_array().into_iter().flatten();
    if machines.filter(|step| step["action"] == "CreateStateMachine").count() > 1
        && let Some(members) = bindings.as_object_mut()
    {
        members.retain(|name, _| !name.starts_with("<ArnPart_"));
    }
    bindings
}

/// The steps of each concurrent worker.
fn worker_steps(steps: &[Value]) -> Vec<Vec<Value>> {
    let mut workers: BTreeMap<u64, Vec<Value>> = BTreeMap::new();
    for step in steps {
        if let Some(worker) = step["worker"].as_u64() {
            workers.entry(worker).or_default().push(step.clone());
        }
    }
    workers.into_values().collect()
}

/// What a worker answered whose last step, the answer, is not in the corpus: the history says it.
fn lost_answer(case: &Value, worker: &[Value]) -> Option<Value> {
    if worker.iter().any(|step| step["action"].as_str().is_some_and(|a| a.starts_with("SendTask"))) {
        return None;
    }
    let steps = case["steps"].as_array().into_iter().flatten();
    let mut events = steps.flat_map(|step| step["expected"]["events"].as_array().into_iter().flatten());
    let details = events.find_map(|event| event.get("taskSucceededEventDetails"))?;
    details.get("output").cloned()
}

/// The corpus has one role for all; where the recording tells several apart (`<snf_role_arn_t1>`),
/// each request gets the one that the next answer shows.
fn told_apart(case: &Value) -> Value {
    let mut case = case.clone();
    let names: Vec<String> = case["bindings"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .filter(|name| name.starts_with("<snf_role_arn"))
        .collect();
    if names.len() < 2 {
        return case;
    }
    let role =
        |name: &str| format!("arn:aws:iam::{}:role/{}", corpus::ACCOUNT, name.trim_matches(['<', '>']));
    for name in &names {
        case["bindings"][name.as_str()] = role(name).into();
    }
    let shown: Vec<Option<String>> = case["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|step| step["expected"]["roleArn"].as_str().map(str::to_owned))
        .collect();
    for (at, step) in case["steps"].as_array_mut().into_iter().flatten().enumerate() {
        let next = shown.iter().skip(at).flatten().next();
        if let (Some(next), true) = (next, step["params"]["roleArn"].is_string()) {
            step["params"]["roleArn"] = role(next).into();
        }
    }
    case
}

impl Script {
    async fn step(&self, step: &Value, variables: &mut Variables) -> Result<(), String> {
        if let Some(wait) = step["wait"].as_str() {
            return self.wait(wait, &self.filled(&step["for"])).await;
        }
        let id = step["id"].as_str().unwrap_or("a step");
        let action = step["action"].as_str().unwrap_or_default();
        let place = format!("{id} {action}");
        let result = self.call(step).await;
        match (step.get("expected_error"), step.get("expected"), step.get("expected_part"), result) {
            (Some(expected), _, _, Ok(answer)) if !expected.is_null() => {
                Err(format!("{place}: recorded {expected} but was answered {answer}"))
            }
            (Some(expected), _, _, Err((code, message))) => {
                for (name, actual) in [("code", code), ("message", message)] {
                    if let Some(recorded) = expected.get(name).filter(|recorded| recorded.is_string()) {
                        let (recorded, actual) = (bracketed(recorded), Value::from(actual));
                        variables.check(&recorded, &actual, &format!("{place} {name}"))?;
                    }
                }
                Ok(())
            }
            (None, Some(expected), _, Ok(answer)) => variables
                .check(&shown(action, &bracketed(expected)), &shown(action, &answer), &place)
                .map_err(|why| why.chars().take(1_500).collect()),
            (None, None, Some(part), Ok(answer)) => {
                let path = part["path"].as_str().unwrap_or_default();
                let actual = answer.pointer(&format!("/{}", path.replace('.', "/"))).cloned();
                variables.check(&part["value"], &actual.unwrap_or(Value::Null), &place)
            }
            (None, Some(_), _, Err((code, message))) | (None, _, Some(_), Err((code, message))) => {
                Err(format!("{place}: recorded an answer but failed with {code}: {message}"))
            }
            _ => Ok(()),
        }
    }

    /// Makes the call of a step, and keeps its answer for the steps that follow.
    async fn call(&self, step: &Value) -> Result<Value, (String, String)> {
        let text = |name: &str| step[name].as_str().unwrap_or_default();
        if text("action") == "@function" {
            self.world.add_function(&self.filled(step));
            return Ok(json!({}));
        }
        let mut params = self.filled(&step["params"]);
        if step["params"].get("nextToken").is_some_and(Value::is_null) {
            // The corpus lost the token: it is that of the page before.
            params["nextToken"] = self.next_token();
        }
        if let Some(definition) = params.get("definition").filter(|d| !d.is_string()) {
            // Definitions are values here.  One that was refused as another than the same value before
            // was another text: the one without blanks.
            let text = if self.is_other_text(step) { definition.to_string() } else { spaced(definition) };
            params["definition"] = text.into();
        }
        let answer = self.world.call(text("service"), text("action"), &params).await?;
        let id = step["id"].as_str().unwrap_or_default().to_owned();
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).insert(id, answer.clone());
        Ok(answer)
    }

    /// Whether a step creates what a former one created, and is refused.
    fn is_other_text(&self, step: &Value) -> bool {
        let same = |former: &Value| ["name", "definition"].iter().all(|m| former[m] == step["params"][m]);
        let refused = step["expected_error"]["code"] == "StateMachineAlreadyExists";
        let mut created = self.created.lock().unwrap_or_else(PoisonError::into_inner);
        let other = refused && created.iter().any(same);
        created.push(step["params"].clone());
        other
    }

    /// The token of the newest answer that has one.
    fn next_token(&self) -> Value {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let number = |id: &str| id.trim_start_matches('r').parse::<u32>().unwrap_or(0);
        let newest = answers.iter().filter(|(_, answer)| answer["nextToken"].is_string());
        newest.max_by_key(|(id, _)| number(id)).map_or(Value::Null, |(_, answer)| answer["nextToken"].clone())
    }

    /// The steps of a worker: a read that finds nothing yet is made again.
    async fn work(&self, steps: &[Value]) {
        for step in steps.iter().filter(|step| step.get("wait").is_none()) {
            loop {
                let answer = self.call(step).await;
                if step["action"] != "ReceiveMessage" || answer.is_ok_and(|a| a["Messages"].is_array()) {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
    }

    /// Answers the task whose token the worker received.
    async fn send_success(&self, worker: &[Value], output: &Value) {
        let Some(id) = worker.iter().rev().find_map(|step| step["id"].as_str()) else { return };
        let token = self.filled_text(&format!("@@{id}.TaskToken@@"));
        let output = output.as_str().map_or_else(|| spaced(output), str::to_owned);
        let params = json!({"taskToken": token, "output": output});
        // What becomes of it is in the history that the script compares.
        let _ = self.world.call("stepfunctions", "SendTaskSuccess", &params).await;
    }

    /// Replaces the tokens, those of former answers too.
    fn filled(&self, value: &Value) -> Value {
        let value = match value {
            Value::Object(members) if members.len() == 1 && members.contains_key("@@text@@") => {
                members["@@text@@"].clone()
            }
            other => other.clone(),
        };
        match &value {
            Value::String(text) => Value::String(self.filled_text(text)),
            Value::Array(items) => items.iter().map(|item| self.filled(item)).collect(),
            Value::Object(members) => Value::Object(
                members.iter().map(|(name, v)| (substitute_text(name), self.filled(v))).collect(),
            ),
            other => other.clone(),
        }
    }

    fn filled_text(&self, text: &str) -> String {
        let mut text = substitute_text(text);
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        for (id, answer) in answers.iter() {
            let start = format!("@@{id}.");
            while let Some(at) = text.find(&start) {
                let rest = &text[at + start.len()..];
                let Some(end) = rest.find("@@") else { break };
                let found = member(answer, &rest[..end]).unwrap_or_default();
                text.replace_range(at..at + start.len() + end + 2, &found);
            }
        }
        text
    }

    async fn wait(&self, wait: &str, on: &Value) -> Result<(), String> {
        let text = |name: &str| on[name].as_str().unwrap_or_default();
        for _ in 0..LOOKS {
            if self.holds(wait, &text).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
            self.world.advance(STEP_MS);
        }
        Err(format!("waited in vain for {wait} of {on}"))
    }

    async fn holds<'a>(&self, wait: &str, text: &impl Fn(&str) -> &'a str) -> Result<bool, String> {
        let ask = async |service: &str, action: &str, params: Value| {
            self.world.call(service, action, &params).await
        };
        let has = |answer: &Result<Value, (String, String)>, list: &str, name: &str, arn: &str| {
            answer.as_ref().is_ok_and(|a| a[list].as_array().into_iter().flatten().any(|i| i[name] == arn))
        };
        let machine = json!({"stateMachineArn": text("state_machine_arn")});
        Ok(match wait {
            "execution_success"
            | "execution_terminated"
            | "execution_aborted"
            | "execution_failed"
            | "execution_timed_out" => {
                let params = json!({"executionArn": text("execution_arn")});
                let described = ask("stepfunctions", "DescribeExecution", params).await;
                let described = described.map_err(|(code, message)| format!("{code}: {message}"))?;
                described["status"] != "RUNNING"
            }
            "on_execution_events" => {
                let params = json!({"executionArn": text("execution_arn")});
                let history = ask("stepfunctions", "GetExecutionHistory", params).await;
                let history = history.map_err(|(code, message)| format!("{code}: {message}"))?;
                let events = history["events"].as_array().cloned().unwrap_or_default();
                // Until it waits, or has ended.
                events.last().and_then(|event| event["type"].as_str()).is_some_and(|last| {
                    last.starts_with("Execution") && last != "ExecutionStarted"
                        || last.ends_with("StateEntered")
                        || last.ends_with("Submitted")
                })
            }
            "on_execution_logs" => {
                let params = json!({"logGroupName": text("log_group_name")});
                let found = ask("logs", "FilterLogEvents", params).await;
                found.is_ok_and(|found| {
                    found["events"].to_string().contains("ExecutionSucceeded")
                        || found["events"].to_string().contains("ExecutionFailed")
                        || found["events"].to_string().contains("ExecutionTimedOut")
                })
            }
            "list_execution_status" | "execution_lists_terminated" => {
                let listed = ask("stepfunctions", "ListExecutions", machine).await;
                listed.is_ok_and(|listed| {
                    listed["executions"].as_array().into_iter().flatten().any(|execution| {
                        execution["executionArn"] == text("execution_arn") && execution["status"] != "RUNNING"
                    })
                })
            }
            "state_machine_listed" | "state_machine_not_listed" => {
                let listed = ask("stepfunctions", "ListStateMachines", json!({"maxResults": 1000})).await;
                let there = has(&listed, "stateMachines", "stateMachineArn", text("state_machine_arn"));
                there == (wait == "state_machine_listed")
            }
            "state_machine_version_listed" | "state_machine_version_not_listed" => {
                let listed = ask("stepfunctions", "ListStateMachineVersions", machine).await;
                let arn = text("state_machine_version_arn");
                has(&listed, "stateMachineVersions", "stateMachineVersionArn", arn)
                    == (wait == "state_machine_version_listed")
            }
            "state_machine_alias_is_created" | "state_machine_alias_is_deleted" => {
                let listed = ask("stepfunctions", "ListStateMachineAliases", machine).await;
                let arn = text("state_machine_alias_arn");
                has(&listed, "stateMachineAliases", "stateMachineAliasArn", arn)
                    == (wait == "state_machine_alias_is_created")
            }
            other => return Err(format!("the condition '{other}' is not known")),
        })
    }
}

/// Some recordings lost the brackets of a variable, as in `Activity Does Not Exist: 'activity_arn'`:
/// a word of that form stands for any text.
fn bracketed(recorded: &Value) -> Value {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"<[^<>]*>|\b[a-z]+(?:_[a-z]+)*_(?:arn|name)\b")
            .expect("the expression is fixed and valid")
    });
    match recorded {
        Value::String(text) if text.contains("arn") || text.contains('\'') => {
            let word = |found: &Captures<'_>| {
                if found[0].starts_with('<') { found[0].to_owned() } else { format!("<{}>", &found[0]) }
            };
            Value::String(WORD.replace_all(text, word).into_owned())
        }
        Value::Array(items) => items.iter().map(bracketed).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, member)| (name.clone(), bracketed(member))).collect())
        }
        other => other.clone(),
    }
}

/// An answer as it is compared: of events, the time does not count, and in HTTP metadata nothing
/// that follows from the length of names.
fn shown(action: &str, answer: &Value) -> Value {
    let mut answer = answer.clone();
    if action == "GetExecutionHistory" {
        for event in answer["events"].as_array_mut().into_iter().flatten() {
            *event = unpacked(event);
            if let Some(members) = event.as_object_mut() {
                members.shift_remove("timestamp");
            }
        }
    }
    without_lengths(&unpacked(&answer))
}

fn without_lengths(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_lengths).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .filter(|(name, _)| {
                    !["Content-Length", "Date", "connection", "Connection"].contains(&name.as_str())
                })
                .map(|(name, member)| (name.clone(), without_lengths(member)))
                .collect(),
        ),
        other => other.clone(),
    }
}

/// In every object, a text that is a JSON object is replaced by its value, one level deep.
fn unpacked(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(unpacked).collect(),
        Value::Object(members) => {
            let unpack = |member: &Value| match member {
                Value::String(text) if text.starts_with('{') => {
                    serde_json::from_str(text).unwrap_or_else(|_| member.clone())
                }
                other => unpacked(other),
            };
            Value::Object(members.iter().map(|(name, member)| (name.clone(), unpack(member))).collect())
        }
        other => other.clone(),
    }
}

/// `a.b_0.c` of an answer; `TaskToken` of a received message is in its body.
fn member(answer: &Value, path: &str) -> Option<String> {
    if path == "TaskToken" {
        let body = answer["Messages"][0]["Body"].as_str()?;
        let body: Value = serde_json::from_str(body).ok()?;
        return token(&body);
    }
    let mut value = answer;
    for part in path.split('.') {
        value = match part
            .rsplit_once('_')
            .and_then(|(name, index)| Some((name, index.parse::<usize>().ok()?)))
        {
            Some((name, index)) if value.get(name).is_some_and(Value::is_array) => &value[name][index],
            _ => &value[part],
        };
    }
    value.as_str().map(str::to_owned)
}

/// The token in a message, which a topic may have wrapped.
fn token(body: &Value) -> Option<String> {
    if let Some(token) = body["TaskToken"].as_str() {
        return Some(token.to_owned());
    }
    let inner: Value = serde_json::from_str(body["Message"].as_str()?).ok()?;
    inner["TaskToken"].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_answers() {
        let answer = json!({"a": {"b": [{"c": "x"}]}, "Messages": [{"Body": "{\"TaskToken\":\"t\"}"}]});
        let check = |path: &str, expected: Option<&str>| {
            assert_eq!(member(&answer, path).as_deref(), expected, "{path}");
        };
        check("a.b_0.c", Some("x"));
        check("TaskToken", Some("t"));
        check("a.z", None);
    }

    #[test]
    fn roles_that_a_recording_tells_apart() {
        let case = told_apart(&json!({
            "bindings": {"<snf_role_arn_t0>": "r", "<snf_role_arn_t1>": "r"},
            "steps": [
                {"params": {"roleArn": "r"}}, {"expected": {"roleArn": "<snf_role_arn_t0>"}},
                {"params": {"roleArn": "r"}}, {"expected": {"roleArn": "<snf_role_arn_t1>"}}
            ]
        }));
        let roles = [&case["steps"][0]["params"]["roleArn"], &case["steps"][2]["params"]["roleArn"]];
        assert_eq!(roles, [&case["bindings"]["<snf_role_arn_t0>"], &case["bindings"]["<snf_role_arn_t1>"]]);
    }
}
