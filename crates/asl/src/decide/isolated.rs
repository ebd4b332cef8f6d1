//! One state by itself: as far as its work, and on from there with a result that somebody gives.
//!
//! This is not another interpreter: it walks the same decisions one by one, stops where the state
//! would do its work or is left, and lets nothing begin that lies beyond the state.

use serde_json::Value;

use super::data_flow::{Fault, Sight};
use super::{Decider, Step};
use crate::command::{Command, ScheduleTask, StartMapRun};
use crate::context;
use crate::data::{Data, MAX_BYTES};
use crate::documents::Variables;
use crate::execution::{Execution, Frame, Item, ROOT, Status};
use crate::machine::{Machine, Map, QueryLanguage, State, StateKind};
use crate::map_run::{ChildInput, Feeder, MapRunSpec};
use crate::record::{Assigned, Change, Failure, FailureClass, Started, TaskId};
use crate::template::Template;
use crate::test_state::{Inspection, reading};

/// Where a state that runs by itself stops.
pub(crate) enum Halt {
    /// It was left.
    Exited { output: Data, next: Option<String>, assigned: Option<Assigned> },
    /// It would be tried again.
    Retry,
    /// Nothing catches its failure.
    Failed(Failure),
    /// It waits until that time, in milliseconds since the epoch.
    Wait(i64),
    /// It calls something.
    Call(Box<ScheduleTask>),
    /// It would start branches or iterations.
    Group,
}

/// The circumstances that a state is put into.
pub(crate) struct Scene {
    pub(crate) context: Value,
    pub(crate) variables: Variables,
    /// How often each entry of `Retry` was used.
    pub(crate) attempts: Vec<u64>,
}

impl<'a> Decider<'a> {
    /// A decider that tells `trace` what it does.
    pub(crate) fn alone(
        machine: &'a Machine,
        execution: &'a mut Execution,
        trace: &'a mut Inspection,
        now_ms: i64,
        random: &'a mut dyn FnMut() -> u64,
    ) -> Decider<'a> {
        Decider { machine, execution, now_ms, random, step: Step::default(), trace: Some(trace) }
    }

    /// Enters the state at which the started scope begins.
    pub(crate) fn begin_alone(&mut self, started: Started, scene: Scene, read: Option<&str>) -> Halt {
        self.record(Change::ExecutionStarted(Box::new(started)));
        self.advance(ROOT);
        self.execution.set_scene(scene.context, scene.variables, &scene.attempts);
        self.halt(read)
    }

    /// Goes on with a Wait state whose time has come.
    pub(crate) fn waited_alone(&mut self) -> Halt {
        if let Some(Status::Waiting(timer)) = self.execution.frame(ROOT).map(|frame| frame.status.clone()) {
            self.record(Change::TimerFired { timer });
        }
        self.halt(None)
    }

    /// Goes on with what the call of a Task state came to.
    pub(crate) fn task_ended_alone(&mut self, task: TaskId, result: Result<Data, Failure>) -> Halt {
        let told = match result {
            Ok(output) => self.task_succeeded(task, output),
            Err(failure) => self.task_failed(task, failure, false),
        };
        // A task that does not run has ended before, and with it the state.
        let _ = told;
        self.halt(None)
    }

    /// Goes on with what the branches or iterations came to.
    pub(crate) fn group_ended_alone(&mut self, result: Result<Data, Failure>) -> Halt {
        match result {
            Ok(output) => self.take_result(ROOT, &output),
            Err(failure) => self.on_error(ROOT, failure, true),
        }
        self.halt(None)
    }

    /// Goes on until something stops the state. Each round adds a record or returns.
    fn halt(&mut self, read: Option<&str>) -> Halt {
        let mut seen = 0;
        loop {
            while let Some(record) = self.step.records.get(seen) {
                seen += 1;
                match &record.change {
                    Change::StateExited { output, next, assigned, .. } => {
                        let assigned = assigned.as_deref().cloned();
                        return Halt::Exited { output: output.clone(), next: next.clone(), assigned };
                    }
                    Change::RetryScheduled { .. } => return Halt::Retry,
                    Change::ExecutionFailed { failure } => return Halt::Failed(failure.clone()),
                    _ => {}
                }
            }
            let Some((frame, state)) = self.frame_and_state(ROOT) else { return Halt::Failed(lost()) };
            match (&frame.status, &state.kind) {
                (Status::Task(_), _) => {
                    let call = self.step.commands.iter().find_map(|command| match command {
                        Command::ScheduleTask(task) => Some(task.clone()),
                        _ => None,
                    });
                    return call.map_or_else(|| Halt::Failed(lost()), Halt::Call);
                }
                (Status::Waiting(timer), _) => {
                    let at_ms = self.execution.timer(*timer).map_or(self.now_ms, |timer| timer.at_ms);
                    return Halt::Wait(at_ms);
                }
                (Status::Entered, StateKind::Parallel(parallel)) => {
                    match self.parallel_input(ROOT, &frame, state, parallel) {
                        Ok(_) => return Halt::Group,
                        Err(fault) => self.fault(ROOT, fault),
                    }
                }
                (Status::Entered, StateKind::Map(map)) => match self.map_alone(&frame, state, map, read) {
                    Ok(()) => return Halt::Group,
                    Err(fault) => self.fault(ROOT, fault),
                },
                _ => self.advance(ROOT),
            }
            if self.step.records.len() == seen {
                // Nothing moves: no status of a state alone gets here.
                return Halt::Failed(lost());
            }
        }
    }

    /// Computes all that a Map state computes before its first iteration.
    fn map_alone(
        &mut self,
        frame: &Frame,
        state: &State,
        map: &Map,
        read: Option<&str>,
    ) -> Result<(), Fault> {
        let input = self.filter(ROOT, frame, &state.input_path, &frame.input)?;
        self.note_input(state, &input);
        let spec = match &map.distributed {
            Some(distributed) => self.map_run_spec(ROOT, frame, state, map, distributed)?,
            None => {
                let concurrency = self.concurrency(ROOT, frame, map, &input)?;
                let (count, percentage) = self.tolerances(ROOT, frame, map, &input)?;
                MapRunSpec {
                    concurrency,
                    tolerated_failure_count: count,
                    tolerated_failure_percentage: percentage,
                    items: Some(self.map_items(ROOT, frame, state, map)?),
                    reader: None,
                    batcher: None,
                    writer: None,
                    refused: None,
                }
            }
        };
        self.note(|trace| {
            trace.max_concurrency = Some(spec.concurrency);
            trace.tolerated_failure_count = spec.tolerated_failure_count;
            trace.tolerated_failure_percentage = spec.tolerated_failure_percentage;
            if state.query_language == QueryLanguage::JsonPath {
                trace.after_items_path = spec.items.clone();
            }
        });
        if let Some(failure) = spec.refused {
            return Err(failure.into());
        }
        let reader = map.distributed.as_ref().and_then(|distributed| distributed.reader.as_ref());
        let items = match (reader, &spec.reader, read) {
            (Some(reader), Some(from), Some(text)) => {
                let mut items = reading::items(reader, from, text)?;
                if reader.items_pointer.is_some() {
                    let shown = self.data_of(Value::Array(items.clone()))?;
                    self.note(|trace| trace.after_items_pointer = Some(shown));
                }
                if from.max_items > 0 {
                    items.truncate(usize::try_from(from.max_items).unwrap_or(usize::MAX));
                }
                Some(items)
            }
            _ => spec.items.as_ref().and_then(|items| items.value().as_array()).cloned(),
        };
        self.note(|trace| trace.items = items.as_ref().map(Vec::len));
        let Some(items) = items else { return Ok(()) };
        let inputs = match &map.item_selector {
            None => Some(items),
            Some(template) => {
                let inputs = self.selected(frame, template, &input, items)?;
                if let Some(inputs) = &inputs {
                    let shown = self.data_of(Value::Array(inputs.clone()))?;
                    self.note(|trace| trace.after_item_selector = Some(shown));
                }
                inputs
            }
        };
        match (inputs, spec.batcher.is_some()) {
            (Some(inputs), true) => self.batches(frame, state, map, &input, spec, inputs),
            _ => Ok(()),
        }
    }

    /// Notes the input of every batch, unless they are too many to be shown.
    fn batches(
        &mut self,
        frame: &Frame,
        state: &State,
        map: &Map,
        input: &Data,
        spec: MapRunSpec,
        inputs: Vec<Value>,
    ) -> Result<(), Fault> {
        let mut feeder = Feeder::new(spec.batcher.clone(), 0);
        let run = StartMapRun {
            run: 0,
            arn: String::new(),
            redrives: 0,
            spec,
            state: frame.state.unwrap_or_default(),
            state_name: state.name.clone(),
            scope: map.processor,
            input: input.clone(),
            context: context::object(self.machine, self.execution, frame, None),
            variables: frame.variables.clone(),
        };
        let (mut all, mut bytes) = (Vec::new(), 0);
        let mut keep = |batch: Option<ChildInput>| {
            all.extend(batch.map(|batch| {
                bytes += batch.input.text().len() + 1;
                batch.input.value().clone()
            }));
            bytes <= MAX_BYTES
        };
        for selected in inputs {
            if !keep(feeder.selected(&run, selected)?) {
                return Ok(());
            }
        }
        if keep(feeder.finish(&run)?) {
            let shown = self.data_of(Value::Array(all))?;
            self.note(|trace| trace.after_item_batcher = Some(shown));
        }
        Ok(())
    }

    /// The input of every iteration; nothing where they are too many to be shown.
    fn selected(
        &mut self,
        frame: &Frame,
        template: &Template,
        input: &Data,
        items: Vec<Value>,
    ) -> Result<Option<Vec<Value>>, Fault> {
        let (mut inputs, mut bytes) = (Vec::new(), 0);
        for (index, item) in items.into_iter().enumerate() {
            let item = Item { index: u32::try_from(index).unwrap_or(u32::MAX), value: self.data_of(item)? };
            let seen = Frame { item: Some(item), ..frame.without_group() };
            let selected = self.compute(ROOT, &seen, template, input, Sight::default())?;
            bytes += selected.text().len() + 1;
            if bytes > MAX_BYTES {
                return Ok(None);
            }
            inputs.push(selected.value().clone());
        }
        Ok(Some(inputs))
    }

    fn data_of(&self, value: Value) -> Result<Data, Fault> {
        Data::from_value(value).map_err(|error| self.too_deep(ROOT, &error).into())
    }
}

/// What a state comes to that neither ends nor waits, which does not happen.
fn lost() -> Failure {
    let cause = Some("The state neither ended nor waited.".to_owned());
    Failure { error: Some("States.Runtime".to_owned()), cause, class: FailureClass::Terminal }
}
