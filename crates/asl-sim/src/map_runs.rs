//! Runs of distributed Map states: an execution for each item or batch, in the same virtual time.

use std::collections::{BTreeMap, BTreeSet};

use lirio_asl::machine::{Distributed, Machine, StateKind};
use lirio_asl::{Data, Outcome, Record, StartMapRun, Started};
use lirio_map_run::{Child, Run, RunFailure, Verdict, child_arn, export, inputs, output};

use crate::plan::Tasks;
use crate::random::Random;
use crate::simulation::{End, Settings, SimError, Simulation};

/// A run that is not over.
pub(crate) struct MapRun<'m> {
    machine: &'m Machine,
    start: StartMapRun,
    /// How the execution around it was started.
    parent: Option<Started>,
    settings: Settings,
    random: Random,
    counts: Run,
    children: Vec<Child>,
    /// The executions that run, by number.
    running: BTreeMap<u64, Simulation<'m>>,
    /// When something happens next in each of them.
    agenda: BTreeSet<(i64, u64)>,
    ended_logs: Vec<Vec<Record>>,
    now_ms: i64,
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
    ) -> Result<Result<MapRun<'m>, RunFailure>, SimError> {
        let items = match &start.spec.items {
            Some(items) => Ok(items.value().as_array().cloned().unwrap_or_default()),
            None => tasks
                .items(machine, &start)
                .map_err(|reason| SimError::Unscripted { state: start.state_name.clone(), reason })?,
        };
        // Its own numbers, so that those of the execution around it stay as they are.
        let mut random = Random::new(settings.seed ^ (u64::from(start.run) + 1).rotate_left(32));
        let made = items.and_then(|items| inputs(machine, &start, items, now_ms, &mut || random.number()));
        let made = match made {
            Ok(made) => made,
            Err(failure) => return Ok(Err(failure)),
        };
        let children = made.into_iter().map(|input| child(&start, input, &mut random)).collect::<Vec<_>>();
        let mut run = MapRun {
            machine,
            parent: parent.cloned(),
            settings,
            random,
            counts: Run::new(&start.spec, children.len() as u64),
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

    fn start_executions(&mut self) {
        while let Some(number) = self.counts.start() {
            let Some(child) = usize::try_from(number).ok().and_then(|i| self.children.get_mut(i)) else {
                return;
            };
            child.start = timestamp(self.now_ms);
            let started = Started {
                execution_arn: child.arn.clone(),
                execution_name: child.name.clone(),
                machine_name: child.machine_arn.rsplit(':').next().unwrap_or_default().to_owned(),
                machine_arn: child.machine_arn.clone(),
                role_arn: self.parent.as_ref().map(|parent| parent.role_arn.clone()).unwrap_or_default(),
                input: child.input.clone(),
                start_ms: self.now_ms,
                scope: self.start.scope,
            };
            let settings = Settings { seed: self.random.number(), ..self.settings };
            self.running.insert(number, Simulation::new(self.machine, started, settings));
            self.agenda.insert((self.now_ms, number));
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
            Some(End::Finished(outcome)) => self.ended(number, outcome),
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
        self.counts.ended(matches!(outcome, Outcome::Succeeded { .. }));
        if let Some(child) = usize::try_from(number).ok().and_then(|i| self.children.get_mut(i)) {
            child.stop = timestamp(self.now_ms);
            child.outcome = Some(outcome);
        }
        self.start_executions();
    }

    /// The result, when the run is over.
    pub(crate) fn result(
        &mut self,
        tasks: &mut dyn Tasks,
    ) -> Result<Option<Result<Data, RunFailure>>, SimError> {
        match self.counts.verdict() {
            Verdict::Running => return Ok(None),
            Verdict::Failed(failure) => {
                self.stop();
                if let Err(failure) = self.exported(tasks) {
                    return Ok(Some(Err(failure)));
                }
                return Ok(Some(Err(failure)));
            }
            Verdict::Succeeded => {}
        }
        let exported = match self.exported(tasks) {
            Ok(exported) => exported,
            Err(failure) => return Ok(Some(Err(failure))),
        };
        Ok(Some(match (exported, distributed(self.machine, &self.start)) {
            (Some(data), _) => Ok(data),
            (None, Some(distributed)) => output(distributed, &self.children),
            // Only the runs of distributed Map states are started.
            (None, None) => Ok(Data::empty_object()),
        }))
    }

    /// Writes the results where the state has a writer; answers its output then.
    fn exported(&mut self, tasks: &mut dyn Tasks) -> Result<Option<Data>, RunFailure> {
        let Some(writer) = self.start.spec.writer.as_ref().filter(|writer| writer.resource.is_some()) else {
            return Ok(None);
        };
        let Some(distributed) = distributed(self.machine, &self.start) else { return Ok(None) };
        let made = export(distributed, writer, &self.start.arn, &self.children)?;
        let output = made.output.clone();
        tasks.export(&self.start, made)?;
        Ok(Some(output))
    }

    /// Stops what runs.
    fn stop(&mut self) {
        let aborted = || Some(Outcome::Aborted { error: None, cause: None });
        for (number, execution) in std::mem::take(&mut self.running) {
            self.ended_logs.extend(execution.into_logs());
            if let Some(child) = usize::try_from(number).ok().and_then(|i| self.children.get_mut(i)) {
                child.stop = timestamp(self.now_ms);
                child.outcome = aborted();
            }
        }
        self.agenda.clear();
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

fn distributed<'m>(machine: &'m Machine, start: &StartMapRun) -> Option<&'m Distributed> {
    match &machine.states.get(start.state)?.kind {
        StateKind::Map(map) => map.distributed.as_deref(),
        _ => None,
    }
}

fn child(start: &StartMapRun, input: Data, random: &mut Random) -> Child {
    let (high, low) = (random.number(), random.number());
    let name = format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | (low >> 48) & 0x3fff,
        low & 0xffff_ffff_ffff
    );
    let (arn, machine_arn) = child_arn(&start.arn, &name);
    Child { arn, name, machine_arn, input, outcome: None, start: String::new(), stop: String::new() }
}

/// A time as AWS writes it.
fn timestamp(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms)
        .map(|time| time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
        .unwrap_or_default()
}
