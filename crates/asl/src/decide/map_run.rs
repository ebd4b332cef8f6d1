//! Distributed Map states: starting their runs, and what is reported about them.

use super::data_flow::{Fault, Sight};
use super::{DecideError, Decider};
use crate::data::Data;
use crate::execution::{Frame, Status};
use crate::machine::{Distributed, ItemReader, Map, Number, State, StateKind};
use crate::map_run::{BatcherSpec, MapRunSpec, ReaderSpec, WriterSpec};
use crate::record::{Change, Failure, FailureClass, FrameId, MapRunId};

/// The most items that a run takes when its reader names no limit.
const MAX_ITEMS: i64 = 100_000_000;

/// How often a run may be redriven (developer guide, "Redriving Map Runs").
const MAX_REDRIVES: u64 = 1000;

impl Decider<'_> {
    /// Starts the run of a Map state that has begun.
    pub(super) fn start_map_run(&mut self, id: FrameId) {
        let Some((frame, state)) = self.frame_and_state(id) else { return };
        let StateKind::Map(map) = &state.kind else { return };
        let Some(distributed) = map.distributed.as_deref() else { return };
        match self.map_run_spec(id, &frame, state, map, distributed) {
            Ok(spec) => {
                let run = self.execution.new_map_run_id();
                let arn = self.map_run_arn(distributed);
                self.record(Change::MapRunStarted { frame: id, run, arn, spec: Box::new(spec) });
            }
            Err(fault) => self.fault(id, fault),
        }
    }

    /// Goes on with the run of a Map state that was not left.
    pub(super) fn redrive_map_run(&mut self, id: FrameId) {
        let Some(run) = self.execution.frame(id).and_then(|frame| frame.map_run.as_deref()) else { return };
        if run.redrives >= MAX_REDRIVES {
            let detail = format!("The Map Run was redriven {MAX_REDRIVES} times, which is the most.");
            let failure = self.runtime_failure(id, "States.Runtime", &detail);
            return self.on_error(id, failure, true);
        }
        let (run, arn, count) = (run.id, run.arn.clone(), run.redrives + 1);
        self.record(Change::MapRunRedriven { frame: id, run, arn, count });
    }

    /// `arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID`; without a label it is random too.
    fn map_run_arn(&mut self, distributed: &Distributed) -> String {
        let run = self.uuid();
        let label = match &distributed.label {
            Some(label) => label.clone(),
            None => self.uuid(),
        };
        let machine = self.execution.info().map_or("", |info| info.machine_arn.as_str());
        format!("{}/{label}:{run}", machine.replacen(":stateMachine:", ":mapRun:", 1))
    }

    fn uuid(&mut self) -> String {
        let bytes = (u128::from((self.random)()) << 64) | u128::from((self.random)());
        crate::intrinsic::uuid_v4(bytes)
    }

    /// What the run is to do; why it cannot even begin is said after its start.
    pub(super) fn map_run_spec(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        map: &Map,
        distributed: &Distributed,
    ) -> Result<MapRunSpec, Fault> {
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        let concurrency = self.concurrency(id, frame, map, &input)?;
        let (count, percentage) = self.tolerances(id, frame, map, &input)?;
        let (mut items, mut reader, mut refused) = (None, None, None);
        let known = match &frame.status {
            Status::MapReady(known) => known.clone(),
            _ => None,
        };
        match (&distributed.reader, known) {
            (None, Some(known)) => items = Some(known),
            (None, None) => items = Some(self.map_items(id, frame, state, map)?),
            (Some(from), _) => {
                let (spec, why) = self.reader_spec(id, frame, from, &input)?;
                (reader, refused) = (Some(spec), why);
            }
        }
        let batcher = match &distributed.batcher {
            None => None,
            Some(batcher) => {
                let batch_input = match &batcher.batch_input {
                    Some(template) => Some(self.compute(id, frame, template, &input, Sight::default())?),
                    None => None,
                };
                let max_items =
                    self.limit(id, frame, "MaxItemsPerBatch", batcher.max_items.as_ref(), &input)?;
                let max_bytes =
                    self.limit(id, frame, "MaxInputBytesPerBatch", batcher.max_bytes.as_ref(), &input)?;
                Some(BatcherSpec { batch_input, max_items, max_bytes })
            }
        };
        let writer = match &distributed.writer {
            None => None,
            Some(writer) => {
                let parameters = match &writer.parameters {
                    Some(template) => self.compute(id, frame, template, &input, Sight::default())?,
                    None => Data::empty_object(),
                };
                Some(WriterSpec { resource: writer.resource.clone(), parameters })
            }
        };
        let spec = MapRunSpec {
            concurrency,
            tolerated_failure_count: count,
            tolerated_failure_percentage: percentage,
            items,
            reader,
            batcher,
            writer,
            refused,
        };
        Ok(spec)
    }

    fn reader_spec(
        &mut self,
        id: FrameId,
        frame: &Frame,
        reader: &ItemReader,
        input: &Data,
    ) -> Result<(ReaderSpec, Option<Failure>), Fault> {
        let parameters = match &reader.parameters {
            Some(template) => self.compute(id, frame, template, input, Sight::default())?,
            None => Data::empty_object(),
        };
        let max_items = self.integer(id, frame, "MaxItemsPath", reader.max_items.as_ref(), input.value())?;
        let (max_items, refused) = match max_items {
            Some(number) if number < 0 => {
                let cause = Some("field MaxItems must be positive".to_owned());
                let error = Some("States.ItemReaderFailed".to_owned());
                (0, Some(Failure { error, cause, class: FailureClass::Plain }))
            }
            number => (number.unwrap_or(0).min(MAX_ITEMS).unsigned_abs(), None),
        };
        Ok((ReaderSpec { resource: reader.resource.clone(), parameters, max_items }, refused))
    }

    /// A positive number of a batcher.
    fn limit(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        number: Option<&Number>,
        input: &Data,
    ) -> Result<Option<u64>, Fault> {
        match self.integer(id, frame, &format!("{field}Path"), number, input.value())? {
            Some(number) if number <= 0 => {
                Err(self.runtime_failure(id, "States.Runtime", &format!("{field} must be positive.")).into())
            }
            number => Ok(number.map(i64::unsigned_abs)),
        }
    }

    /// `MaxConcurrency`; zero means without limit.
    pub(super) fn concurrency(
        &mut self,
        id: FrameId,
        frame: &Frame,
        map: &Map,
        input: &Data,
    ) -> Result<u32, Fault> {
        let limit =
            self.integer(id, frame, "MaxConcurrencyPath", map.max_concurrency.as_ref(), input.value())?;
        match limit.unwrap_or(0) {
            limit if limit < 0 => {
                Err(self.runtime_failure(id, "States.Runtime", "MaxConcurrency cannot be negative.").into())
            }
            limit => Ok(u32::try_from(limit).unwrap_or(u32::MAX)),
        }
    }

    /// `ToleratedFailureCount` and `ToleratedFailurePercentage`.
    pub(super) fn tolerances(
        &mut self,
        id: FrameId,
        frame: &Frame,
        map: &Map,
        input: &Data,
    ) -> Result<(Option<u64>, Option<f64>), Fault> {
        let number = map.tolerated_failure_count.as_ref();
        let count = self.integer(id, frame, "ToleratedFailureCountPath", number, input.value())?;
        if count.is_some_and(|count| count < 0) {
            let detail = "ToleratedFailureCount cannot be negative.";
            return Err(self.runtime_failure(id, "States.Runtime", detail).into());
        }
        let number = map.tolerated_failure_percentage.as_ref();
        let percentage = self.float(id, frame, "ToleratedFailurePercentagePath", number, input.value())?;
        if percentage.is_some_and(|percentage| !(0.0..=100.0).contains(&percentage)) {
            let detail = "ToleratedFailurePercentage must be between 0 and 100.";
            return Err(self.runtime_failure(id, "States.Runtime", detail).into());
        }
        Ok((count.map(i64::unsigned_abs), percentage))
    }

    pub(super) fn map_run_succeeded(&mut self, run: MapRunId, output: Data) -> Result<(), DecideError> {
        let frame = self.execution.map_run(run).ok_or(DecideError::UnknownMapRun)?.frame;
        if output.is_too_large() {
            let state = self.execution.frame(frame).and_then(|frame| frame.state);
            let name = state.map_or("", |state| self.machine.states[state].name.as_str());
            let failure = self.data_limit(name);
            return self.map_run_failed(run, failure);
        }
        self.record(Change::MapRunSucceeded { run, output });
        Ok(())
    }

    pub(super) fn map_run_failed(&mut self, run: MapRunId, failure: Failure) -> Result<(), DecideError> {
        self.execution.map_run(run).ok_or(DecideError::UnknownMapRun)?;
        self.record(Change::MapRunFailed { run, failure });
        Ok(())
    }
}
