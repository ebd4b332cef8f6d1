//! An execution, its clock and its agenda.

use std::collections::BTreeMap;

use lirio_asl::machine::Machine;
use lirio_asl::{
    Command, DecideError, Execution, Failure, HistoryEvent, Input, MapRunId, Outcome, Record, ScheduleTask,
    StartMapRun, Started, decide,
};

use crate::map_runs::MapRun;
use crate::plan::Tasks;
use crate::random::Random;
use crate::replay::{Decided, Replay};

/// How a simulation runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// What the random numbers follow from.
    pub seed: u64,
    /// The most inputs the execution is given. A history is bounded already; this bounds what the
    /// history does not show, such as heartbeats.
    pub max_steps: u64,
    /// Whether every step is checked to follow from the log. It costs the square of the log.
    pub check_replay: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 0, max_steps: 1_000_000, check_replay: false }
    }
}

/// Why a simulation stops.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// The execution ended.
    Finished(Outcome),
    /// It waits for a task of which nothing more will be heard, and no timer is set.
    Waiting,
}

/// Why a simulation cannot go on. None of these is a failure of the execution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SimError {
    /// Nobody says what becomes of a task.
    #[error("state '{state}': {reason}")]
    Unscripted {
        /// The state whose task it is.
        state: String,
        /// What is missing.
        reason: String,
    },
    /// More inputs than [`Settings::max_steps`].
    #[error("the execution goes on after {0} steps")]
    TooLong(u64),
    /// The interpreter refused something that it asked for: a defect of lirio.
    #[error("the interpreter refused what it asked for: {0}")]
    Refused(DecideError),
    /// The log is not enough to continue from: a defect of lirio.
    #[error("the log is not enough to continue from: {0}")]
    Replay(String),
}

/// One execution in virtual time.
pub struct Simulation<'m> {
    machine: &'m Machine,
    execution: Execution,
    records: Vec<Record>,
    start_ms: i64,
    now_ms: i64,
    /// What will happen: at a time, in the order of asking.
    agenda: BTreeMap<(i64, u64), Input>,
    asked: u64,
    steps: u64,
    settings: Settings,
    random: Random,
    replay: Replay,
    runs: BTreeMap<MapRunId, MapRun<'m>>,
    /// The logs of executions of map runs that are over.
    ended_logs: Vec<Vec<Record>>,
}

impl<'m> Simulation<'m> {
    /// An execution that will start at `started.start_ms`.
    pub fn new(machine: &'m Machine, started: Started, settings: Settings) -> Simulation<'m> {
        let start_ms = started.start_ms;
        let mut simulation = Simulation {
            machine,
            execution: Execution::new(),
            records: Vec::new(),
            start_ms,
            now_ms: start_ms,
            agenda: BTreeMap::new(),
            asked: 0,
            steps: 0,
            settings,
            random: Random::new(settings.seed),
            replay: Replay::default(),
            runs: BTreeMap::new(),
            ended_logs: Vec::new(),
        };
        simulation.plan(start_ms, Input::Start(Box::new(started)));
        simulation
    }

    /// Plans an input at a time, in milliseconds since the epoch: that somebody stops the
    /// execution, or ends a task by its token. It is dropped if it does not apply any more then.
    pub fn plan(&mut self, at_ms: i64, input: Input) {
        self.asked += 1;
        self.agenda.insert((at_ms, self.asked), input);
    }

    /// Runs until the execution ends or nothing is planned any more.
    pub fn run(&mut self, tasks: &mut dyn Tasks) -> Result<End, SimError> {
        loop {
            if let Some(end) = self.step(tasks)? {
                return Ok(end);
            }
        }
    }

    /// Does the next thing of the agenda.
    pub fn step(&mut self, tasks: &mut dyn Tasks) -> Result<Option<End>, SimError> {
        if let Some(outcome) = self.execution.outcome() {
            return Ok(Some(End::Finished(outcome.clone())));
        }
        self.steps += 1;
        if self.steps > self.settings.max_steps {
            return Err(SimError::TooLong(self.settings.max_steps));
        }
        // Executions of map runs go first: what they end is planned for the same time.
        let own = self.agenda.first_key_value().map(|((at_ms, _), _)| *at_ms);
        let inner = self.runs.iter().filter_map(|(id, run)| Some((run.next_at()?, *id))).min();
        if let Some((at_ms, run)) = inner
            && own.is_none_or(|own| at_ms <= own)
        {
            self.now_ms = self.now_ms.max(at_ms);
            return self.step_map_run(run, tasks).map(|()| None);
        }
        let Some(((at_ms, _), input)) = self.agenda.pop_first() else { return Ok(Some(End::Waiting)) };
        let now_ms = self.now_ms.max(at_ms);
        let (before, mut drawn) = (self.random, 0);
        let random = &mut self.random;
        let step = match decide(self.machine, &mut self.execution, input, now_ms, &mut || {
            drawn += 1;
            random.number()
        }) {
            Ok(step) => step,
            // The task or run ended, or the timer was cancelled, since this was planned.
            Err(DecideError::UnknownTask | DecideError::UnknownTimer | DecideError::UnknownMapRun) => {
                return Ok(None);
            }
            Err(error) => return Err(SimError::Refused(error)),
        };
        self.now_ms = now_ms;
        if self.settings.check_replay {
            let decided =
                Decided { execution: &self.execution, records: &step.records, random: before, drawn };
            self.replay.check(self.machine, &decided).map_err(SimError::Replay)?;
        }
        self.records.extend(step.records);
        for command in step.commands {
            self.act(command, tasks)?;
        }
        Ok(self.execution.outcome().cloned().map(End::Finished))
    }

    fn act(&mut self, command: Command, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        match command {
            Command::ScheduleTask(task) => self.begin(&task, tasks)?,
            Command::SetTimer { timer, at_ms } => self.plan(at_ms, Input::TimerFired { timer }),
            Command::Continue => self.plan(self.now_ms, Input::Continue),
            Command::StartMapRun(run) => self.start_map_run(*run, tasks)?,
            Command::CancelMapRun { run } => {
                if let Some(run) = self.runs.remove(&run) {
                    self.ended_logs.extend(run.into_logs());
                }
            }
            // What they would have led to is refused when its time comes.
            Command::CancelTimer { .. } | Command::CancelTask { .. } => {}
            // The state of the execution says so too.
            Command::Finish(_) => {}
        }
        Ok(())
    }

    fn begin(&mut self, task: &ScheduleTask, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        let plan = tasks
            .begin(task, self.now_ms)
            .map_err(|reason| SimError::Unscripted { state: task.state_name.clone(), reason })?;
        for (after_ms, happening) in plan.happenings {
            self.plan(self.now_ms.saturating_add(after_ms), happening.input(task.task));
        }
        Ok(())
    }

    /// When something will happen next, if anything will.
    pub(crate) fn next_at(&self) -> Option<i64> {
        let own = self.agenda.first_key_value().map(|((at_ms, _), _)| *at_ms);
        let inner = self.runs.values().filter_map(MapRun::next_at).min();
        [own, inner].into_iter().flatten().min()
    }

    fn start_map_run(&mut self, run: StartMapRun, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        let id = run.run;
        match MapRun::start(self.machine, run, self.execution.info(), self.now_ms, self.settings, tasks)? {
            Ok(started) => drop(self.runs.insert(id, started)),
            Err(Failure { error, cause, .. }) => {
                self.plan(self.now_ms, Input::MapRunFailed { run: id, error, cause });
            }
        }
        self.settle(id, tasks);
        Ok(())
    }

    fn step_map_run(&mut self, id: MapRunId, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        if let Some(run) = self.runs.get_mut(&id) {
            run.step(tasks)?;
        }
        self.settle(id, tasks);
        Ok(())
    }

    /// Reports the result of a run that is over.
    fn settle(&mut self, id: MapRunId, tasks: &mut dyn Tasks) {
        let Some(run) = self.runs.get_mut(&id) else { return };
        let Some(result) = run.result(tasks) else { return };
        self.ended_logs.extend(self.runs.remove(&id).into_iter().flat_map(MapRun::into_logs));
        let input = match result {
            Ok(output) => Input::MapRunSucceeded { run: id, output },
            Err(Failure { error, cause, .. }) => Input::MapRunFailed { run: id, error, cause },
        };
        self.plan(self.now_ms, input);
    }

    /// The logs of the executions of map runs, as far as they are.
    pub fn child_logs(&self) -> Vec<&[Record]> {
        let running = self.runs.values().flat_map(MapRun::logs);
        self.ended_logs.iter().map(Vec::as_slice).chain(running).collect()
    }

    pub(crate) fn into_logs(mut self) -> Vec<Vec<Record>> {
        let mut logs = std::mem::take(&mut self.ended_logs);
        logs.extend(std::mem::take(&mut self.runs).into_values().flat_map(MapRun::into_logs));
        logs.push(self.records);
        logs
    }

    /// The time now, in milliseconds since the epoch.
    pub fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// How long the execution has run, in milliseconds.
    pub fn elapsed_ms(&self) -> i64 {
        self.now_ms.saturating_sub(self.start_ms)
    }

    /// The state of the execution.
    pub fn execution(&self) -> &Execution {
        &self.execution
    }

    /// The log so far.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The history so far.
    pub fn history(&self) -> Vec<HistoryEvent> {
        self.records.iter().filter_map(Record::history_event).collect()
    }
}
