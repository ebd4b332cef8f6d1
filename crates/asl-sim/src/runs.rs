//! Runs of distributed Map states: every item's execution is a simulation of its own, in the same
//! virtual time.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;

use lirio_asl::machine::{Machine, ResultWriter};
use lirio_asl::map_run::{
    ChildEnd, ChildInput, ChildResult, Destination, Feeder, Next, Objects, Progress, ResultFile, ResultList,
    read_items, transformation, writer_failed,
};
use lirio_asl::{Data, Failure, Outcome, Record, StartMapRun, Started};
use serde_json::Value;

use crate::plan::Tasks;
use crate::random::Random;
use crate::simulation::{End, Settings, SimError, Simulation};

/// What stands for S3: where readers find their items and writers put their results.
pub trait Storage: Objects {
    /// Writes an object; the error is a cause for a person.
    fn put(&mut self, bucket: &str, key: &str, content: String) -> Result<(), String>;
}

/// A run that goes on.
pub(crate) struct Run<'m> {
    start: Box<StartMapRun>,
    progress: Progress,
    /// Inputs whose executions have not started.
    waiting: VecDeque<ChildInput>,
    children: BTreeMap<u64, Child<'m>>,
    /// When children go on.
    wakes: BTreeSet<(i64, u64)>,
    ended: BTreeMap<u64, Ended>,
}

struct Child<'m> {
    items: u64,
    started: Started,
    simulation: Box<Simulation<'m>>,
}

/// A child that has ended.
struct Ended {
    started: Started,
    stop_ms: i64,
    outcome: Outcome,
    records: Vec<Vec<Record>>,
}

/// What became of a run.
pub(crate) enum RunEnd {
    Succeeded(Data),
    Failed(Failure),
}

/// What the children of a run have in common with the execution that started it.
pub(crate) struct Setting<'a, 'm> {
    pub(crate) machine: &'m Machine,
    pub(crate) parent: &'a Started,
    pub(crate) settings: Settings,
    pub(crate) now_ms: i64,
    pub(crate) random: &'a mut Random,
}

impl<'m> Run<'m> {
    /// Reads the items of a run that starts.
    pub(crate) fn begin(
        start: Box<StartMapRun>,
        at: &mut Setting<'_, 'm>,
        tasks: &mut dyn Tasks,
    ) -> Result<Run<'m>, SimError> {
        let mut progress = Progress::new(&start.spec);
        let mut waiting = VecDeque::new();
        let mut feeder = Feeder::new(start.spec.batcher.clone(), 0);
        let (mut failed, mut taken) = (None, 0);
        let mut take = |item: Value| {
            taken += 1;
            if taken > at.settings.max_steps {
                return ControlFlow::Break(());
            }
            match feeder.item(at.machine, &start, item, at.now_ms, &mut || at.random.number()) {
                Ok(input) => {
                    waiting.extend(input);
                    ControlFlow::Continue(())
                }
                Err(failure) => {
                    failed = Some(failure);
                    ControlFlow::Break(())
                }
            }
        };
        let mut read = Ok(());
        let reader = start.distributed(at.machine).and_then(|distributed| distributed.reader.as_ref());
        if let (Some(reader), Some(spec)) = (reader, &start.spec.reader) {
            let storage = tasks.storage().ok_or_else(|| unscripted(&start, "nothing stands for S3"))?;
            read = read_items(reader, spec, storage, &mut take);
        } else if let Some(Value::Array(items)) = start.spec.items.as_ref().map(Data::value) {
            for item in items {
                if take(item.clone()).is_break() {
                    break;
                }
            }
        }
        if taken > at.settings.max_steps {
            return Err(SimError::TooLong(at.settings.max_steps));
        }
        match (read, failed) {
            (Err(failure), _) | (Ok(()), Some(failure)) => progress.fail(failure),
            (Ok(()), None) => match feeder.finish(&start) {
                Ok(input) => waiting.extend(input),
                Err(failure) => progress.fail(failure),
            },
        }
        progress.found(waiting.len() as u64, waiting.iter().map(|input| input.items).sum());
        progress.all_found();
        let (children, wakes, ended) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        Ok(Run { start, progress, waiting, children, wakes, ended })
    }

    /// When the next of its children goes on.
    pub(crate) fn next_at(&self) -> Option<i64> {
        self.wakes.first().map(|(at_ms, _)| *at_ms)
    }

    /// Lets that child do its next thing.
    pub(crate) fn step(&mut self, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        let Some((_, index)) = self.wakes.pop_first() else { return Ok(()) };
        let Some(child) = self.children.get_mut(&index) else { return Ok(()) };
        match child.simulation.step(tasks)? {
            Some(End::Finished(outcome)) => self.end(index, outcome),
            Some(End::Waiting) => {}
            None => self.wakes.extend(child.simulation.next_at().map(|at_ms| (at_ms, index))),
        }
        Ok(())
    }

    fn end(&mut self, index: u64, outcome: Outcome) {
        let Some(child) = self.children.remove(&index) else { return };
        let how = match &outcome {
            Outcome::Succeeded { .. } => ChildEnd::Succeeded,
            Outcome::Failed { .. } => ChildEnd::Failed,
            Outcome::TimedOut => ChildEnd::TimedOut,
            Outcome::Aborted { .. } => ChildEnd::Aborted,
        };
        self.progress.end(child.items, how);
        let (stop_ms, records) = (child.simulation.now_ms(), child.simulation.into_all_records());
        self.ended.insert(index, Ended { started: child.started, stop_ms, outcome, records });
    }

    /// Starts what may start; answers how the run ended, if it has.
    pub(crate) fn pump(
        &mut self,
        at: &mut Setting<'_, 'm>,
        tasks: &mut dyn Tasks,
    ) -> Result<Option<RunEnd>, SimError> {
        loop {
            match self.progress.next() {
                Next::Wait => return Ok(None),
                Next::Start(_) => {
                    let Some(input) = self.waiting.pop_front() else { return Ok(None) };
                    self.start_child(input, at);
                }
                Next::Stop => {
                    for index in self.children.keys().copied().collect::<Vec<_>>() {
                        self.end(index, Outcome::Aborted { error: None, cause: None });
                    }
                }
                Next::Finish(failure) => return self.finish(failure, at.machine, tasks).map(Some),
            }
        }
    }

    fn start_child(&mut self, input: ChildInput, at: &mut Setting<'_, 'm>) {
        let index = self.progress.start(input.items);
        let name = format!("{:016x}{:016x}", at.random.number(), at.random.number());
        let machine_arn = self.start.machine_arn();
        let started = Started {
            execution_arn: format!("{}:{name}", machine_arn.replacen(":stateMachine:", ":execution:", 1)),
            execution_name: name,
            machine_arn,
            machine_name: at.parent.machine_name.clone(),
            role_arn: at.parent.role_arn.clone(),
            input: input.input,
            start_ms: at.now_ms,
            scope: self.start.scope,
        };
        let settings = Settings { seed: at.random.number(), ..at.settings };
        let simulation = Box::new(Simulation::new(at.machine, started.clone(), settings));
        self.children.insert(index, Child { items: input.items, started, simulation });
        self.wakes.insert((at.now_ms, index));
    }

    fn finish(
        &mut self,
        failure: Option<Failure>,
        machine: &'m Machine,
        tasks: &mut dyn Tasks,
    ) -> Result<RunEnd, SimError> {
        let distributed = self.start.distributed(machine);
        let writer = distributed.and_then(|distributed| distributed.writer.as_ref());
        let exports = writer.filter(|writer| writer.resource.is_some()).zip(self.start.spec.writer.as_ref());
        let written = match exports {
            Some((writer, spec)) => self.export(writer, spec.parameters.value(), tasks)?,
            None if failure.is_none() => self.list(writer),
            None => Ok(Data::empty_object()),
        };
        Ok(match (failure, written) {
            (Some(failure), _) | (None, Err(failure)) => RunEnd::Failed(failure),
            (None, Ok(output)) => RunEnd::Succeeded(output),
        })
    }

    fn list(&self, writer: Option<&ResultWriter>) -> Result<Data, Failure> {
        let mut list = ResultList::new(transformation(writer));
        self.ended.values().try_for_each(|ended| list.push(&self.start, &ended.result()))?;
        list.finish(&self.start)
    }

    fn export(
        &self,
        writer: &ResultWriter,
        parameters: &Value,
        tasks: &mut dyn Tasks,
    ) -> Result<Result<Data, Failure>, SimError> {
        let destination = match Destination::of(&self.start, writer, parameters) {
            Ok(destination) => destination,
            Err(failure) => return Ok(Err(failure)),
        };
        let storage = tasks.storage().ok_or_else(|| unscripted(&self.start, "nothing stands for S3"))?;
        let machine_arn = self.start.machine_arn();
        let pending = self.waiting.iter().map(|input| ChildResult {
            execution_arn: None,
            name: None,
            machine_arn: &machine_arn,
            input: input.input.text(),
            status: "PENDING",
            output: None,
            error: None,
            cause: None,
            start_ms: None,
            stop_ms: None,
        });
        let results: Vec<_> = self.ended.values().map(Ended::result).chain(pending).collect();
        let mut files = Vec::new();
        for file in ResultFile::ALL {
            let mut text = destination.begin();
            for result in results.iter().filter(|result| ResultFile::of(result.status) == file) {
                result.transformed(writer.transformation).iter().for_each(|value| text.push(value));
            }
            if !text.is_empty() {
                files.push((file, destination.key(file, 0), text.finish()));
            }
        }
        let named = files.iter().map(|(file, key, text)| (*file, key.clone(), text.len() as u64));
        let manifest = destination.manifest(&named.collect::<Vec<_>>());
        let objects = files.into_iter().map(|(_, key, text)| (key, text));
        for (key, text) in objects.chain([(destination.manifest_key(), manifest.to_string())]) {
            if let Err(cause) = storage.put(&destination.bucket, &key, text) {
                return Ok(Err(writer_failed(cause)));
            }
        }
        Ok(Data::from_value(destination.output()).map_err(|error| writer_failed(error.to_string())))
    }

    /// The logs of all its children that have ended, and of theirs.
    pub(crate) fn into_records(self) -> impl Iterator<Item = Vec<Record>> {
        self.ended.into_values().flat_map(|ended| ended.records)
    }
}

impl Ended {
    fn result(&self) -> ChildResult<'_> {
        let (error, cause) = match &self.outcome {
            Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => {
                (error.as_deref(), cause.as_deref())
            }
            _ => (None, None),
        };
        ChildResult {
            execution_arn: Some(&self.started.execution_arn),
            name: Some(&self.started.execution_name),
            machine_arn: &self.started.machine_arn,
            input: self.started.input.text(),
            status: self.outcome.status(),
            output: match &self.outcome {
                Outcome::Succeeded { output } => Some(output.text()),
                _ => None,
            },
            error,
            cause,
            start_ms: Some(self.started.start_ms),
            stop_ms: Some(self.stop_ms),
        }
    }
}

fn unscripted(run: &StartMapRun, reason: &str) -> SimError {
    SimError::Unscripted { state: run.state_name.clone(), reason: reason.to_owned() }
}
