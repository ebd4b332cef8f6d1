//! Runs an execution against scripted tasks and a clock that jumps to what comes next.

use std::collections::BTreeMap;

use lirio_asl::machine::Machine;
use lirio_asl::{
    Command, Data, Execution, HistoryEvent, Input, Outcome, Record, ScheduleTask, Started, decide,
};

use crate::lambda::Played;

/// When executions start: the corpus' relative times were rendered for this moment.
pub(crate) const START_MS: i64 = 1_795_353_950_000;

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) outcome: Outcome,
    pub(crate) records: Vec<Record>,
}

impl Run {
    pub(crate) fn history(&self) -> Vec<HistoryEvent> {
        self.records.iter().filter_map(Record::history_event).collect()
    }
}

/// Runs to the end, or says what could not be scripted.
pub(crate) fn run(
    machine: &Machine,
    started: Started,
    play: &mut dyn FnMut(&ScheduleTask) -> Played,
) -> Result<Run, String> {
    let mut execution = Execution::new();
    let mut records: Vec<Record> = Vec::new();
    let mut now_ms = started.start_ms;
    // What will happen: at a time, in the order of asking.
    let mut agenda: BTreeMap<(i64, u64), Input> = BTreeMap::new();
    let mut asked = 0;
    agenda.insert((now_ms, asked), Input::Start(Box::new(started)));
    while let Some(((at_ms, _), input)) = agenda.pop_first() {
        now_ms = now_ms.max(at_ms);
        let before = records.len();
        let step = match decide(machine, &mut execution, input, now_ms, &mut || 7) {
            Ok(step) => step,
            // The result of a task that timed out comes too late.
            Err(lirio_asl::DecideError::UnknownTask) => continue,
            Err(error) => return Err(format!("refused: {error}")),
        };
        records.extend(step.records);
        check_replay(machine, &execution, &records, before);
        for command in step.commands {
            let mut plan = |at_ms, input| {
                asked += 1;
                agenda.insert((at_ms, asked), input);
            };
            match command {
                Command::ScheduleTask(task) => {
                    plan(now_ms, Input::TaskStarted { task: task.task, worker: None });
                    match play(&task) {
                        Played::Succeeds(value, after) => {
                            let output = Data::from_value(value).unwrap();
                            plan(now_ms + after, Input::TaskSucceeded { task: task.task, output });
                        }
                        Played::Fails(error, cause) => {
                            let (error, cause) = (Some(error), Some(cause));
                            plan(
                                now_ms,
                                Input::TaskFailed { task: task.task, error, cause, at_submission: false },
                            );
                        }
                        Played::Submits(value) => {
                            let output = Data::from_value(value).unwrap();
                            plan(now_ms, Input::TaskSubmitted { task: task.task, output });
                        }
                        Played::Silent => {}
                        Played::Unknown(what) => return Err(format!("not scripted: {what}")),
                    }
                }
                Command::SetTimer { timer, at_ms } => plan(at_ms, Input::TimerFired { timer }),
                Command::CancelTimer { timer } => {
                    agenda.retain(|_, input| *input != Input::TimerFired { timer });
                }
                Command::CancelTask { .. } | Command::CancelMapRun { .. } => {}
                Command::StartMapRun(_) => return Err("map runs are not driven".to_owned()),
                Command::Continue => plan(now_ms, Input::Continue),
                Command::Finish(outcome) => return Ok(Run { outcome, records }),
            }
        }
    }
    Err("the execution waits for nothing".to_owned())
}

/// Every prefix of the log, written and read again, folds to a state from which the same step goes on.
fn check_replay(machine: &Machine, execution: &Execution, records: &[Record], before: usize) {
    let text = serde_json::to_string(records).unwrap();
    let read: Vec<Record> = serde_json::from_str(&text).unwrap();
    assert_eq!(read, records, "a log survives being written");
    assert_eq!(&Execution::replay(machine, &read).unwrap(), execution, "a log folds to the state");
    for cut in before + 1..records.len() {
        let mut resumed = Execution::replay(machine, &read[..cut]).unwrap();
        assert!(resumed.outstanding(machine).contains(&Command::Continue), "a cut step asks to go on");
        let step = decide(machine, &mut resumed, Input::Continue, records[cut].at_ms, &mut || 7).unwrap();
        assert_eq!(step.records, records[cut..], "a cut step goes on as it would have");
        assert_eq!(&resumed, execution);
    }
}
