//! One state by itself: as far as its work, and on from there with a result that somebody gives.
//!
//! This is not another interpreter: it walks the same decisions one by one, stops where the state
//! would do its work or is left, and lets nothing begin that lies beyond the state.

use serde_json::{Value, json};

use super::data_flow::{Fault, Sight};
use super::{Decider, Step};
use crate::command::{Command, ScheduleTask};
use crate::data::{Data, MAX_BYTES};
use crate::documents::Variables;
use crate::execution::{Execution, Frame, Item, ROOT, Status};
use crate::machine::{InputType, ItemReader, Machine, Map, QueryLanguage, State, StateKind};
use crate::record::{Assigned, Change, Failure, FailureClass, Started, TaskId};
use crate::test_state::Inspection;

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
        let reader = map.distributed.as_ref().and_then(|distributed| distributed.reader.as_ref());
        let items = match reader {
            None => {
                let items = self.map_items(ROOT, frame, state, map)?;
                if state.query_language == QueryLanguage::JsonPath {
                    self.note(|trace| trace.after_items_path = Some(items.clone()));
                }
                Some(items)
            }
            Some(reader) => {
                let (spec, refused) = self.reader_spec(ROOT, frame, reader, &input)?;
                if let Some(failure) = refused {
                    return Err(failure.into());
                }
                match read {
                    Some(text) => Some(self.items_read(reader, spec.max_items, text)?),
                    None => None,
                }
            }
        };
        let concurrency = self.concurrency(ROOT, frame, map, &input)?;
        self.note(|trace| trace.max_concurrency = Some(concurrency));
        let (count, percentage) = self.tolerances(ROOT, frame, map, &input)?;
        self.note(|trace| {
            (trace.tolerated_failure_count, trace.tolerated_failure_percentage) = (count, percentage);
        });
        let items = items.as_ref().and_then(|items| items.value().as_array());
        self.note(|trace| trace.items = items.map(Vec::len));
        let Some(items) = items else { return Ok(()) };
        let inputs = match &map.item_selector {
            None => Some(items.clone()),
            Some(_) => {
                let inputs = self.selected(frame, map, &input, items)?;
                if let Some(inputs) = &inputs {
                    let shown = self.data_of(Value::Array(inputs.clone()))?;
                    self.note(|trace| trace.after_item_selector = Some(shown));
                }
                inputs
            }
        };
        let batcher = map.distributed.as_ref().and_then(|distributed| distributed.batcher.as_ref());
        let (Some(batcher), Some(inputs)) = (batcher, inputs) else { return Ok(()) };
        let batch_input = match &batcher.batch_input {
            Some(template) => Some(self.compute(ROOT, frame, template, &input, Sight::default())?),
            None => None,
        };
        let max_items = self.limit(ROOT, frame, "MaxItemsPerBatch", batcher.max_items.as_ref(), &input)?;
        let max_bytes =
            self.limit(ROOT, frame, "MaxInputBytesPerBatch", batcher.max_bytes.as_ref(), &input)?;
        if let Some(batches) = batches(inputs, batch_input.as_ref(), max_items, max_bytes) {
            let shown = self.data_of(batches)?;
            self.note(|trace| trace.after_item_batcher = Some(shown));
        }
        Ok(())
    }

    /// The input of every iteration; nothing where they are too many to be shown.
    fn selected(
        &mut self,
        frame: &Frame,
        map: &Map,
        input: &Data,
        items: &[Value],
    ) -> Result<Option<Vec<Value>>, Fault> {
        let Some(template) = &map.item_selector else { return Ok(None) };
        let (mut inputs, mut bytes) = (Vec::new(), 0);
        for (index, item) in items.iter().enumerate() {
            let value = self.data_of(item.clone())?;
            let item = Item { index: u32::try_from(index).unwrap_or(u32::MAX), value };
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

    /// The items in the data of a reader: an array.
    fn items_read(&mut self, reader: &ItemReader, max_items: u64, text: &str) -> Result<Data, Fault> {
        let failed = |cause: String| {
            let error = Some("States.ItemReaderFailed".to_owned());
            Fault::from(Failure { error, cause: Some(cause), class: FailureClass::Plain })
        };
        let parse = |text: &str| Data::parse(text).map_err(|error| failed(error.to_string()));
        let mut items = match reader.input_type {
            InputType::Json => {
                let document = parse(text)?;
                match &reader.items_pointer {
                    None => document.value().clone(),
                    Some(pointer) => {
                        let found = document.value().pointer(pointer).cloned();
                        let found = found
                            .ok_or_else(|| failed(format!("ItemsPointer '{pointer}' names nothing.")))?;
                        let shown = self.data_of(found.clone())?;
                        self.note(|trace| trace.after_items_pointer = Some(shown));
                        found
                    }
                }
            }
            InputType::JsonLines => {
                let lines = text.lines().filter(|line| !line.trim().is_empty());
                let items = lines.map(|line| parse(line).map(|line| line.value().clone()));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            InputType::Objects => match parse(text)?.value() {
                Value::Object(answer) if answer.contains_key("Contents") => answer["Contents"].clone(),
                other => other.clone(),
            },
            InputType::Csv | InputType::Manifest | InputType::AthenaManifest | InputType::Parquet => {
                let what = format!("mapItemReaderData of the input type {:?}", reader.input_type);
                return Err(failed(format!("{what} is not served by this platform")));
            }
        };
        match items.as_array_mut() {
            None => Err(failed("Attempting to map over non-iterable node.".to_owned())),
            Some(list) => {
                if max_items > 0 {
                    list.truncate(usize::try_from(max_items).unwrap_or(usize::MAX));
                }
                self.data_of(items)
            }
        }
    }

    fn data_of(&self, value: Value) -> Result<Data, Fault> {
        Data::from_value(value).map_err(|error| self.too_deep(ROOT, &error).into())
    }
}

/// The input of every batch; nothing where they are too many to be shown.
fn batches(
    inputs: Vec<Value>,
    batch_input: Option<&Data>,
    max_items: Option<u64>,
    max_bytes: Option<u64>,
) -> Option<Value> {
    let around = |items: Vec<Value>| match batch_input {
        Some(input) => json!({"BatchInput": input.value(), "Items": items}),
        None => json!({"Items": items}),
    };
    let most =
        |limit: Option<u64>| limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    let (max_items, max_bytes) = (most(max_items), most(max_bytes).min(MAX_BYTES));
    let empty = around(Vec::new()).to_string().len();
    let (mut all, mut batch, mut bytes, mut total) = (Vec::new(), Vec::new(), empty, 0);
    for item in inputs {
        let length = item.to_string().len() + 1;
        if !batch.is_empty() && (batch.len() >= max_items || bytes + length > max_bytes) {
            total += bytes;
            all.push(around(std::mem::take(&mut batch)));
            bytes = empty;
        }
        bytes += length;
        if total + bytes > MAX_BYTES {
            return None;
        }
        batch.push(item);
    }
    if !batch.is_empty() {
        all.push(around(batch));
    }
    Some(Value::Array(all))
}

/// What a state comes to that neither ends nor waits, which does not happen.
fn lost() -> Failure {
    let cause = Some("The state neither ended nor waited.".to_owned());
    Failure { error: Some("States.Runtime".to_owned()), cause, class: FailureClass::Terminal }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(max_items: Option<u64>, max_bytes: Option<u64>, expected: Value) {
        let inputs = vec![json!(1), json!(22), json!(333)];
        assert_eq!(
            batches(inputs, None, max_items, max_bytes),
            Some(expected),
            "{max_items:?} {max_bytes:?}"
        );
    }

    #[test]
    fn batches_by_number_and_by_size() {
        check(Some(2), None, json!([{"Items": [1, 22]}, {"Items": [333]}]));
        check(None, Some(17), json!([{"Items": [1, 22]}, {"Items": [333]}]));
        check(None, Some(1), json!([{"Items": [1]}, {"Items": [22]}, {"Items": [333]}]));
        check(Some(9), None, json!([{"Items": [1, 22, 333]}]));
    }
}
