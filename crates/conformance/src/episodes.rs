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
    /// What happened to it, as the events say it.
    ends: Vec<&'static str>,
    used: bool,
}

/// The tasks of a recording, in the order in which they were scheduled.
#[derive(Debug)]
pub(crate) struct Episodes(Vec<Episode>);

impl Episodes {
    /// Reads the history of `expected`.
    pub(crate) fn of(expected: &Value) -> Result<Episodes, String> {
        let mut events: Vec<Recorded<'_>> =
            expected["history"].as_array().into_iter().flatten().filter_map(Recorded::of).collect();
        // Within a Parallel state, some recordings lost the numbers of events and their order.
        if events.iter().any(|event| event.id.is_none()) {
            events.sort_by_key(|event| ENDS.iter().position(|end| *end == event.end));
        }
        let mut episodes: Vec<Episode> = Vec::new();
        let mut by_event: BTreeMap<u64, usize> = BTreeMap::new();
        for event in events {
            if event.end == "Scheduled" {
                episodes.push(Episode {
                    called: called(event.family, event.details),
                    parameters: parsed(event.details.get("parameters").unwrap_or(&event.details["input"])),
                    happenings: Vec::new(),
                    ends: Vec::new(),
                    used: false,
                });
            }
            let index = match (event.end, by_event.get(&event.previous)) {
                ("Scheduled", _) => episodes.len().checked_sub(1),
                (_, Some(index)) => Some(*index),
                // The first of the same kind to which this has not happened.
                (_, None) => episodes
                    .iter()
                    .position(|episode| event.is_of(&episode.called) && !episode.ends.contains(&event.end)),
            };
            let index = index.ok_or_else(|| format!("{}{} without a task", event.family, event.end))?;
            if let Some(id) = event.id {
                by_event.insert(id, index);
            }
            episodes[index].ends.push(event.end);
            if let Some(happening) = happening(event.end, event.details)? {
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

/// What may become of a task, in the order in which it does.
const ENDS: [&str; 9] = [
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

/// An event of a task.
#[derive(Debug, Clone, Copy)]
struct Recorded<'a> {
    /// What the type begins with, by what was called.
    family: &'static str,
    /// What became of it: one of [`ENDS`].
    end: &'static str,
    /// Its number, where the recording has it.
    id: Option<u64>,
    previous: u64,
    details: &'a Value,
}

impl<'a> Recorded<'a> {
    /// Nothing for events of other things than tasks.
    fn of(event: &'a Value) -> Option<Recorded<'a>> {
        let kind = event["type"].as_str()?;
        let family =
            ["Task", "LambdaFunction", "Activity"].into_iter().find(|name| kind.starts_with(name))?;
        let end = ENDS.into_iter().find(|end| kind[family.len()..] == **end)?;
        let name = format!("{}{end}EventDetails", decapitalised(family));
        let (id, previous) = (event["id"].as_u64(), event["previousEventId"].as_u64().unwrap_or(0));
        Some(Recorded { family, end, id, previous, details: &event[name.as_str()] })
    }

    /// Whether it can have happened to a task that called this.
    fn is_of(&self, called_by_task: &str) -> bool {
        called(self.family, self.details) == called_by_task
    }
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
