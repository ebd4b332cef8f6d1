//! Tasks that become what a file of cases says.

use std::collections::BTreeMap;

use lirio_asl::machine::Machine;
use lirio_asl::{Data, Failure, Pattern, ScheduleTask, StartMapRun, TaskResource};
use lirio_asl_sim::{Happening, Plan, Tasks};
use serde_json::Value;

use crate::compare::{contains, shown};
use crate::test_file::{Case, Outcome, Outcomes, TestFile};

/// The most heartbeats of one task.
const MAX_HEARTBEATS: i64 = 100_000;

/// The outcomes of a case, and how often each was used.
pub(crate) struct Mocks<'f> {
    /// The file of cases, for messages.
    file: &'f str,
    states: BTreeMap<&'f str, Vec<Mock<'f>>>,
    /// What readers read, by the state's name.
    items: BTreeMap<&'f str, &'f Vec<Value>>,
    calls: BTreeMap<String, u64>,
}

struct Mock<'f> {
    outcome: &'f Outcome,
    used: u32,
    /// Whether the case itself names it, and not the whole file.
    own: bool,
}

impl<'f> Mocks<'f> {
    /// The case's outcomes, and the file's for states that the case does not name.
    pub(crate) fn new(file: &'f str, shared: &'f TestFile, case: &'f Case) -> Mocks<'f> {
        let mut states = BTreeMap::new();
        for (mocks, own) in [(&shared.mocks, false), (&case.mocks, true)] {
            for (state, Outcomes(outcomes)) in mocks {
                let mocks = outcomes.iter().map(|outcome| Mock { outcome, used: 0, own }).collect();
                states.insert(state.as_str(), mocks);
            }
        }
        let items =
            shared.items.iter().chain(&case.items).map(|(state, list)| (state.as_str(), list)).collect();
        Mocks { file, states, items, calls: BTreeMap::new() }
    }

    /// How often the tasks of each state were called.
    pub(crate) fn calls(&self, state: &str) -> u64 {
        self.calls.get(state).copied().unwrap_or(0)
    }

    /// The outcomes of the case that were never used.
    pub(crate) fn unused(&self) -> Vec<String> {
        let mut unused = Vec::new();
        for (state, mocks) in &self.states {
            for (i, mock) in mocks.iter().enumerate() {
                if mock.own && mock.used == 0 {
                    unused.push(format!("outcome {} of state '{state}' was never used", i + 1));
                }
            }
        }
        unused
    }
}

impl Tasks for Mocks<'_> {
    fn begin(&mut self, task: &ScheduleTask, _: i64) -> Result<Plan, String> {
        let calls = self.calls.entry(task.state_name.clone()).or_default();
        *calls += 1;
        let parameters = task.parameters.value();
        let mocks = self.states.get_mut(task.state_name.as_str());
        let mock = mocks.and_then(|mocks| {
            mocks.iter_mut().find(|mock| {
                (mock.outcome.repeat || mock.used < mock.outcome.times)
                    && mock.outcome.when.as_ref().is_none_or(|when| contains(when, parameters))
            })
        });
        let Some(mock) = mock else {
            return Err(format!(
                "no outcome is given for call {calls} of its task ({} with {}): add one to the mocks of '{}' in {}",
                called(&task.resource),
                shown(parameters),
                task.state_name,
                self.file
            ));
        };
        mock.used = mock.used.saturating_add(1);
        plan(task, mock.outcome)
    }

    fn items(&mut self, _: &Machine, run: &StartMapRun) -> Result<Result<Vec<Value>, Failure>, String> {
        let Some(list) = self.items.get(run.state_name.as_str()) else {
            return Err(format!(
                "nobody says which items its ItemReader reads: add them to the items of '{}' in {}",
                run.state_name, self.file
            ));
        };
        let most = run.spec.reader.as_ref().map_or(0, |reader| reader.max_items);
        let most = if most == 0 { usize::MAX } else { usize::try_from(most).unwrap_or(usize::MAX) };
        Ok(Ok(list.iter().take(most).cloned().collect()))
    }
}

fn called(resource: &TaskResource) -> String {
    match resource {
        TaskResource::Lambda { arn } | TaskResource::Activity { arn } => arn.clone(),
        TaskResource::Service(service) => format!("{}:{}", service.resource_type(), service.resource()),
    }
}

fn plan(task: &ScheduleTask, outcome: &Outcome) -> Result<Plan, String> {
    let mut plan = Plan::started();
    if let TaskResource::Service(service) = &task.resource
        && service.pattern != Pattern::RequestResponse
    {
        // A job or a callback: the call is answered at once, and the outcome is that of the job.
        plan = plan.then(0, Happening::Submitted(Data::empty_object()));
    }
    let delay_ms = (outcome.delay * 1000.0).round() as i64;
    let milliseconds = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    let needs = |what: &str| format!("the outcome needs {what}, which the state does not have");
    if outcome.timeout {
        let timeout_ms = task.timeout_ms.ok_or_else(|| needs("TimeoutSeconds"))?;
        return heartbeats(plan, task, milliseconds(timeout_ms));
    }
    if outcome.heartbeat_lost {
        task.heartbeat_ms.ok_or_else(|| needs("HeartbeatSeconds"))?;
        return heartbeats(plan, task, delay_ms);
    }
    // What takes long sends heartbeats: a mock is a worker that behaves.
    let plan = heartbeats(plan, task, delay_ms)?;
    let end = match &outcome.result {
        Some(result) => {
            let data =
                Data::from_value(result.clone()).map_err(|e| format!("the result is no payload: {e}"))?;
            Happening::Succeeded(data)
        }
        None => Happening::Failed {
            error: outcome.error.clone(),
            cause: Some(outcome.cause.clone().unwrap_or_default()),
            at_submission: false,
        },
    };
    Ok(plan.then(delay_ms, end))
}

/// A heartbeat at every half of the state's interval until `until_ms`.
fn heartbeats(mut plan: Plan, task: &ScheduleTask, until_ms: i64) -> Result<Plan, String> {
    let Some(interval) = task.heartbeat_ms.and_then(|ms| i64::try_from(ms / 2).ok()).filter(|ms| *ms > 0)
    else {
        return Ok(plan);
    };
    if until_ms / interval > MAX_HEARTBEATS {
        return Err(format!("the outcome takes more than {MAX_HEARTBEATS} heartbeats"));
    }
    let mut at = interval;
    while at < until_ms {
        plan = plan.then(at, Happening::Heartbeat);
        at += interval;
    }
    Ok(plan)
}
