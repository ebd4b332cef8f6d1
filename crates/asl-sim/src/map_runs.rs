//! Runs of distributed Map states: an execution for each item or batch, in the same virtual time.

use std::collections::{BTreeMap, BTreeSet};

use lirio_asl::machine::{Distributed, Machine};
use lirio_asl::map_run::{
    ChildEnd, ChildInput, ChildResult, Destination, Feeder, Next, Progress, ResultFile, ResultList,
    transformation, writer_failed,
};
use lirio_asl::{Data, Failure, Outcome, Record, StartMapRun, Started};
use serde_json::Value;

use crate::plan::{Export, Tasks};
use crate::random::Random;
use crate::simulation::{End, Settings, SimError, Simulation};

/// A run that is not over.
pub(crate) struct MapRun<'m> {
    machine: &'m Machine,
    start: StartMapRun,
    /// The role of the execution around it, which those of the run have too.
    role_arn: String,
    settings: Settings,
    random: Random,
    progress: Progress,
    children: Vec<Child>,
    /// The executions that run, by number.
    running: BTreeMap<u64, Simulation<'m>>,
    /// When something happens next in each of them.
    agenda: BTreeSet<(i64, u64)>,
    ended_logs: Vec<Vec<Record>>,
    now_ms: i64,
}

/// An execution of the run.
struct Child {
    given: ChildInput,
    name: String,
    start_ms: Option<i64>,
    end: Option<(Outcome, i64)>,
}

impl<'m> MapRun<'m> {
    /// Reads the items and starts the first executions; or says why the run fails at once.
    pub(crate) fn start(
        machine: &'m Machine,
        start: StartMapRun,
        parent: Option<&Started>,
        now_ms: i64,
        settings: Settings,
        tasks: &mut dyn Tasks,
    ) -> Result<Result<MapRun<'m>, Failure>, SimError> {
        let items = match &start.spec.items {
            Some(items) => Ok(items.value().as_array().cloned().unwrap_or_default()),
            None => tasks
                .items(machine, &start)
                .map_err(|reason| SimError::Unscripted { state: start.state_name.clone(), reason })?,
        };
        // Its own numbers, so that those of the execution around it stay as they are.
        let mut random = Random::new(settings.seed ^ (u64::from(start.run) + 1).rotate_left(32));
        let made = items.and_then(|items| inputs(machine, &start, items, now_ms, &mut random));
        let made = match made {
            Ok(made) => made,
            Err(failure) => return Ok(Err(failure)),
        };
        let mut progress = Progress::new(&start.spec);
        progress.found(made.len() as u64, made.iter().map(|given| given.items).sum());
        progress.all_found();
        let children = made
            .into_iter()
            .map(|given| Child { given, name: uuid(&mut random), start_ms: None, end: None })
            .collect();
        let mut run = MapRun {
            machine,
            role_arn: parent.map(|parent| parent.role_arn.clone()).unwrap_or_default(),
            settings,
            random,
            progress,
            children,
            running: BTreeMap::new(),
            agenda: BTreeSet::new(),
            ended_logs: Vec::new(),
            now_ms,
            start,
        };
        run.start_executions();
        Ok(Ok(run))
    }

    fn child(&mut self, number: u64) -> Option<&mut Child> {
        self.children.get_mut(usize::try_from(number).ok()?)
    }

    fn start_executions(&mut self) {
        let Next::Start(room) = self.progress.next() else { return };
        for _ in 0..room {
            let (now_ms, number) = (self.now_ms, self.progress.next_child);
            let Some(child) = self.child(number) else { return };
            child.start_ms = Some(now_ms);
            let (items, name, input) = (child.given.items, child.name.clone(), child.given.input.clone());
            self.progress.start(items);
            let machine_arn = self.start.machine_arn();
            let started = Started {
                execution_arn: execution_arn(&machine_arn, &name),
                execution_name: name,
                machine_name: machine_arn.rsplit(':').next().unwrap_or_default().to_owned(),
                machine_arn,
                role_arn: self.role_arn.clone(),
                input,
                start_ms: now_ms,
                scope: self.start.scope,
            };
            let settings = Settings { seed: self.random.number(), ..self.settings };
            self.running.insert(number, Simulation::new(self.machine, started, settings));
            self.agenda.insert((now_ms, number));
        }
    }

    /// When something happens next in one of the executions, if anything will.
    pub(crate) fn next_at(&self) -> Option<i64> {
        self.agenda.first().map(|(at_ms, _)| *at_ms)
    }

    /// Does the next thing of an execution.
    pub(crate) fn step(&mut self, tasks: &mut dyn Tasks) -> Result<(), SimError> {
        let Some((at_ms, number)) = self.agenda.pop_first() else { return Ok(()) };
        self.now_ms = self.now_ms.max(at_ms);
        let Some(execution) = self.running.get_mut(&number) else { return Ok(()) };
        match execution.step(tasks)? {
            Some(End::Finished(outcome)) => {
                self.ended(number, outcome);
                self.start_executions();
            }
            Some(End::Waiting) => {}
            None => {
                let next = execution.next_at();
                self.agenda.extend(next.map(|at_ms| (at_ms, number)));
            }
        }
        Ok(())
    }

    fn ended(&mut self, number: u64, outcome: Outcome) {
        if let Some(execution) = self.running.remove(&number) {
            self.ended_logs.extend(execution.into_logs());
        }
        let how = match &outcome {
            Outcome::Succeeded { .. } => ChildEnd::Succeeded,
            Outcome::Failed { .. } => ChildEnd::Failed,
            Outcome::TimedOut => ChildEnd::TimedOut,
            Outcome::Aborted { .. } => ChildEnd::Aborted,
        };
        let now_ms = self.now_ms;
        let Some(child) = self.child(number) else { return };
        child.end = Some((outcome, now_ms));
        let items = child.given.items;
        self.progress.end(items, how);
    }

    /// The result, when the run is over.
    pub(crate) fn result(&mut self, tasks: &mut dyn Tasks) -> Option<Result<Data, Failure>> {
        if self.progress.next() == Next::Stop {
            self.agenda.clear();
            for number in self.running.keys().copied().collect::<Vec<_>>() {
                self.ended(number, Outcome::Aborted { error: None, cause: None });
            }
        }
        let Next::Finish(failure) = self.progress.next() else { return None };
        let distributed = self.start.distributed(self.machine);
        let exported = match self.exported(distributed, tasks) {
            Ok(exported) => exported,
            Err(refused) => return Some(Err(failure.unwrap_or(refused))),
        };
        Some(match (failure, exported) {
            (Some(failure), _) => Err(failure),
            (None, Some(output)) => Ok(output),
            (None, None) => self.listed(distributed),
        })
    }

    /// The output of a state whose results are not exported.
    fn listed(&self, distributed: Option<&Distributed>) -> Result<Data, Failure> {
        let writer = distributed.and_then(|distributed| distributed.writer.as_ref());
        let mut list = ResultList::new(transformation(writer));
        self.each(&mut |child| list.push(&self.start, child))?;
        list.finish(&self.start)
    }

    /// Writes the results where the state has a writer; answers its output then.
    fn exported(
        &self,
        distributed: Option<&Distributed>,
        tasks: &mut dyn Tasks,
    ) -> Result<Option<Data>, Failure> {
        let spec = self.start.spec.writer.as_ref().filter(|writer| writer.resource.is_some());
        let writer = distributed.and_then(|distributed| distributed.writer.as_ref());
        let (Some(spec), Some(writer)) = (spec, writer) else { return Ok(None) };
        let destination = Destination::of(&self.start, writer, spec.parameters.value())?;
        let mut texts = ResultFile::ALL.map(|file| (file, destination.begin()));
        self.each(&mut |child| {
            for (file, text) in &mut texts {
                if *file == ResultFile::of(child.status) {
                    child.transformed(writer.transformation).iter().for_each(|value| text.push(value));
                }
            }
            Ok(())
        })?;
        let (mut objects, mut files) = (Vec::new(), Vec::new());
        for (file, text) in texts {
            if !text.is_empty() {
                let (key, text) = (destination.key(file, 0), text.finish());
                files.push((file, key.clone(), text.len() as u64));
                objects.push((key, text.into_bytes()));
            }
        }
        objects.push((destination.manifest_key(), destination.manifest(&files).to_string().into_bytes()));
        let export = Export { bucket: destination.bucket.clone(), objects };
        tasks.export(&self.start, export).map_err(writer_failed)?;
        Data::from_value(destination.output()).map(Some).map_err(|error| writer_failed(error.to_string()))
    }

    /// Shows every execution, in the order of the items.
    fn each(&self, shown: &mut dyn FnMut(&ChildResult<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let machine_arn = self.start.machine_arn();
        for child in &self.children {
            let arn = execution_arn(&machine_arn, &child.name);
            let started = child.start_ms.is_some();
            let outcome = child.end.as_ref().map(|(outcome, _)| outcome);
            let (mut output, mut error, mut cause) = (None, None, None);
            match outcome {
                Some(Outcome::Succeeded { output: data }) => output = Some(data.text()),
                Some(Outcome::Failed { error: e, cause: c } | Outcome::Aborted { error: e, cause: c }) => {
                    (error, cause) = (e.as_deref(), c.as_deref());
                }
                Some(Outcome::TimedOut) | None => {}
            }
            let status = outcome.map_or("PENDING", Outcome::status);
            // Nothing is redriven here; on the platform it could be.
            let done = matches!(outcome, Some(Outcome::Succeeded { .. }));
            shown(&ChildResult {
                execution_arn: started.then_some(arn.as_str()),
                name: started.then_some(child.name.as_str()),
                machine_arn: &machine_arn,
                input: child.given.input.text(),
                status,
                output,
                error,
                cause,
                start_ms: child.start_ms,
                stop_ms: child.end.as_ref().map(|(_, at_ms)| *at_ms),
                redrives: 0,
                redriven_ms: None,
                redrive_status: if done { "NOT_REDRIVABLE" } else { "REDRIVABLE_BY_MAP_RUN" },
                redrive_status_reason: done.then_some("Execution is SUCCEEDED and cannot be redriven"),
            })?;
        }
        Ok(())
    }

    /// The logs of the executions, as far as they are.
    pub(crate) fn logs(&self) -> Vec<&[Record]> {
        let ended = self.ended_logs.iter().map(Vec::as_slice);
        let running = self.running.values();
        let inner = running.clone().flat_map(Simulation::child_logs);
        ended.chain(inner).chain(running.map(Simulation::records)).collect()
    }

    pub(crate) fn into_logs(mut self) -> Vec<Vec<Record>> {
        let running = std::mem::take(&mut self.running).into_values();
        self.ended_logs.extend(running.flat_map(Simulation::into_logs));
        self.ended_logs
    }
}

/// The inputs of all executions.
fn inputs(
    machine: &Machine,
    start: &StartMapRun,
    items: Vec<Value>,
    now_ms: i64,
    random: &mut Random,
) -> Result<Vec<ChildInput>, Failure> {
    let mut feeder = Feeder::new(start.spec.batcher.clone(), 0);
    let mut made = Vec::new();
    for item in items {
        made.extend(feeder.item(machine, start, item, now_ms, &mut || random.number())?);
    }
    made.extend(feeder.finish(start)?);
    Ok(made)
}

fn execution_arn(machine_arn: &str, name: &str) -> String {
    format!("{}:{name}", machine_arn.replacen(":stateMachine:", ":execution:", 1))
}

/// A name as the service gives them.
fn uuid(random: &mut Random) -> String {
    let (high, low) = (random.number(), random.number());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | (low >> 48) & 0x3fff,
        low & 0xffff_ffff_ffff
    )
}
