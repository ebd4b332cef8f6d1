//! What becomes of a task, and when.

use lirio_asl::machine::Machine;
use lirio_asl::{Data, Failure, Input, ScheduleTask, StartMapRun, TaskId};
use serde_json::Value;

/// Says what becomes of the tasks of an execution.
pub trait Tasks {
    /// The plan of `task`, which is handed out at `now_ms` (milliseconds since the epoch).
    /// An error ends the simulation: it is not a failure of the task, but of who scripted it.
    fn begin(&mut self, task: &ScheduleTask, now_ms: i64) -> Result<Plan, String>;

    /// The items that the reader of a distributed Map state reads, or why it cannot.
    /// [`lirio_asl::map_run::read_items`] makes them of objects.
    fn items(&mut self, machine: &Machine, run: &StartMapRun) -> Result<Result<Vec<Value>, Failure>, String> {
        let _ = (machine, run);
        Err("nobody says which items its ItemReader reads".to_owned())
    }

    /// Takes what the `ResultWriter` of a distributed Map state writes; by default it goes nowhere.
    /// The error is the cause of `States.ResultWriterFailed`.
    fn export(&mut self, run: &StartMapRun, export: Export) -> Result<(), String> {
        let _ = (run, export);
        Ok(())
    }
}

/// Results of a map run to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The bucket.
    pub bucket: String,
    /// Keys and contents; the manifest is the last.
    pub objects: Vec<(String, Vec<u8>)>,
}

impl<F> Tasks for F
where
    F: FnMut(&ScheduleTask, i64) -> Result<Plan, String>,
{
    fn begin(&mut self, task: &ScheduleTask, now_ms: i64) -> Result<Plan, String> {
        self(task, now_ms)
    }
}

/// Something that is reported about a task.
#[derive(Debug, Clone, PartialEq)]
pub enum Happening {
    /// A worker took it.
    Started {
        /// The worker's name, of an activity.
        worker: Option<String>,
    },
    /// The call was answered, and the job or the token goes on.
    Submitted(Data),
    /// The worker is alive.
    Heartbeat,
    /// It ended well.
    Succeeded(Data),
    /// It ended badly.
    Failed {
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
        /// Whether the call itself was refused, so that nothing was submitted.
        at_submission: bool,
    },
}

impl Happening {
    pub(crate) fn input(self, task: TaskId) -> Input {
        match self {
            Happening::Started { worker } => Input::TaskStarted { task, worker },
            Happening::Submitted(output) => Input::TaskSubmitted { task, output },
            Happening::Heartbeat => Input::TaskHeartbeat { task },
            Happening::Succeeded(output) => Input::TaskSucceeded { task, output },
            Happening::Failed { error, cause, at_submission } => {
                Input::TaskFailed { task, error, cause, at_submission }
            }
        }
    }
}

/// What becomes of one task. What is planned for after its end is not reported.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    pub(crate) happenings: Vec<(i64, Happening)>,
}

impl Plan {
    /// Nothing is ever heard of it.
    pub fn nothing() -> Plan {
        Plan::default()
    }

    /// It starts at once, and nothing more is heard of it.
    pub fn started() -> Plan {
        Plan::nothing().then(0, Happening::Started { worker: None })
    }

    /// It starts at once and ends well after so many milliseconds.
    pub fn succeeds(output: Data, after_ms: i64) -> Plan {
        Plan::started().then(after_ms, Happening::Succeeded(output))
    }

    /// It starts at once and ends badly after so many milliseconds.
    pub fn fails(error: impl Into<String>, cause: impl Into<String>, after_ms: i64) -> Plan {
        let (error, cause) = (Some(error.into()), Some(cause.into()));
        Plan::started().then(after_ms, Happening::Failed { error, cause, at_submission: false })
    }

    /// How the task ends; nothing when it never does.
    pub fn end(&self) -> Option<&Happening> {
        let ends =
            |happening: &&Happening| matches!(happening, Happening::Succeeded(_) | Happening::Failed { .. });
        let times = self.happenings.iter().filter(|(_, happening)| ends(&happening));
        times.min_by_key(|(after_ms, _)| *after_ms).map(|(_, happening)| happening)
    }

    /// Adds what happens so many milliseconds after the task was handed out.
    /// Of two things at the same time, the one added first happens first.
    pub fn then(mut self, after_ms: i64, happening: Happening) -> Plan {
        self.happenings.push((after_ms.max(0), happening));
        self
    }
}
