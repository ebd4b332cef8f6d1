//! What became of the tasks of a recording.
//!
//! It says nothing about the services that were called, but everything about what the interpreter
//! makes of their answers.

use std::collections::BTreeMap;

use lirio_asl::{Data, ScheduleTask, TaskResource};
use lirio_asl_sim::{Happening, Plan};
use serde_json::Value;

/// When a recorded answer comes, in milliseconds.
const ANSWER_MS: i64 = 10;

/// One task of a recording.
#[derive(Debug)]
struct Episode {
    /// How the event spells what was called: the last part of its type or ARN.
    called: String,
    /// What it was called with, where that is recorded.
    parameters: Value,
    happenings: Vec<(i64, Happening)>,
    used: bool,
}

/// The tasks of a recording, in the order in which they were scheduled.
#[derive(Debug)]
pub(crate) struct Episodes(Vec<Episode>);

impl Episodes {
    /// Reads the history of `expected`.
    pub(crate) fn of(expected: &Value) -> Result<Episodes, String> {
        let mut episodes: Vec<Episode> = Vec::new();
        // The episode that an event belongs to, by the event's number. In some recordings the
        // numbers are masked; the latest episode is meant then.
        let mut by_event: BTreeMap<u64, usize> = BTreeMap::new();
        for event in expected["history"].as_array().into_iter().flatten() {
            let kind = event["type"].as_str().unwrap_or_default();
            let Some((family, end)) = family(kind) else { continue };
            let name = format!("{}{end}EventDetails", decapitalised(family));
            let details = &event[name.as_str()];
            if end == "Scheduled" {
                episodes.push(Episode {
                    called: called(family, details),
                    parameters: parsed(details.get("parameters").unwrap_or(&details["input"])),
                    happenings: Vec::new(),
                    used: false,
                });
            }
            let latest = episodes.len().checked_sub(1).ok_or_else(|| format!("{kind} without a task"))?;
            let index = match (end, event["previousEventId"].as_u64().and_then(|id| by_event.get(&id))) {
                ("Scheduled", _) | (_, None) => latest,
                (_, Some(index)) => *index,
            };
            if let Some(id) = event["id"].as_u64() {
                by_event.insert(id, index);
            }
            if let Some(happening) = happening(end, details)? {
                episodes[index].happenings.push(happening);
            }
        }
        Ok(Episodes(episodes))
    }

    /// What became of the next task that called the same, if possible with the same parameters:
    /// branches and iterations may come in another order here.
    pub(crate) fn next(&mut self, task: &ScheduleTask) -> Result<Plan, String> {
        let called = called_by(&task.resource);
        let fits = |episode: &Episode| !episode.used && episode.called == called;
        let same = |episode: &Episode| fits(episode) && episode.parameters == *task.parameters.value();
        let index = self.0.iter().position(same).or_else(|| self.0.iter().position(fits));
        let Some(episode) = index.and_then(|index| self.0.get_mut(index)) else {
            return Err(format!("nothing is recorded of a call to {called}, and it is not scripted"));
        };
        episode.used = true;
        let happenings = episode.happenings.clone();
        Ok(happenings.into_iter().fold(Plan::nothing(), |plan, (after, what)| plan.then(after, what)))
    }
}

/// Splits an event's type into what was called and what became of it.
fn family(kind: &str) -> Option<(&'static str, &str)> {
    let family = ["Task", "LambdaFunction", "Activity"].into_iter().find(|name| kind.starts_with(name))?;
    let end = &kind[family.len()..];
    let ends = [
        "Scheduled",
        "ScheduleFailed",
        "Started",
        "StartFailed",
        "Submitted",
        "SubmitFailed",
        "Succeeded",
        "Failed",
        "TimedOut",
    ];
    ends.contains(&end).then_some((family, end))
}

fn decapitalised(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_lowercase() + rest
}

fn called(family: &str, details: &Value) -> String {
    let text = |name: &str| details[name].as_str().unwrap_or_default();
    match family {
        "Task" => format!("{}:{}", text("resourceType"), without_pattern(text("resource"))),
        family => family.to_owned(),
    }
}

/// The same for a task of the interpreter. Functions and activities are not told apart: their
/// names are variables of the recording.
fn called_by(resource: &TaskResource) -> String {
    match resource {
        TaskResource::Lambda { .. } => "LambdaFunction".to_owned(),
        TaskResource::Activity { .. } => "Activity".to_owned(),
        TaskResource::Service(service) => {
            format!("{}:{}", service.resource_type(), without_pattern(&service.resource()))
        }
    }
}

fn without_pattern(resource: &str) -> &str {
    resource.split('.').next().unwrap_or(resource)
}

fn parsed(recorded: &Value) -> Value {
    match recorded {
        Value::String(text) => serde_json::from_str(text).unwrap_or_else(|_| recorded.clone()),
        other => other.clone(),
    }
}

fn happening(end: &str, details: &Value) -> Result<Option<(i64, Happening)>, String> {
    let output =
        || Data::from_value(parsed(&details["output"])).map_err(|e| format!("a recorded output: {e}"));
    let text = |name: &str| match details.get(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    let failed =
        |at_submission| Happening::Failed { error: text("error"), cause: text("cause"), at_submission };
    Ok(match end {
        "Started" => Some((0, Happening::Started { worker: text("workerName") })),
        "Submitted" => Some((0, Happening::Submitted(output()?))),
        "Succeeded" => Some((ANSWER_MS, Happening::Succeeded(output()?))),
        "Failed" => Some((0, failed(false))),
        "SubmitFailed" => Some((0, failed(true))),
        // Nothing is heard of the others: the execution's own timer ends them.
        _ => None,
    })
}
