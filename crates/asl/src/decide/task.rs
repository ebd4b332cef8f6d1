//! Task states: handing out the task, and what is reported about it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::data_flow::{Fault, Sight};
use super::{DecideError, Decider, too_large};
use crate::data::Data;
use crate::execution::Frame;
use crate::machine::{Number, QueryLanguage, State, Task};
use crate::record::{Change, Failure, FailureClass, FrameId, TaskId};
use crate::resource::{Pattern, TaskResource};

impl Decider<'_> {
    pub(super) fn schedule(&mut self, id: FrameId, frame: &Frame, state: &State, task: &Task) {
        match self.scheduled(id, frame, state, task) {
            Ok(change) => self.record(change),
            Err(fault) => self.fault(id, fault),
        }
    }

    fn scheduled(&mut self, id: FrameId, frame: &Frame, state: &State, task: &Task) -> Result<Change, Fault> {
        if let TaskResource::Activity { arn } = &task.resource
            && self.execution.lacks_activity(arn)
        {
            let detail = format!("The activity {arn} does not exist.");
            return Err(self.runtime_failure(id, "States.Runtime", &detail).into());
        }
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        self.note_input(state, &input);
        let timeout_seconds = self.seconds(id, frame, "TimeoutSeconds", task.timeout.as_ref(), &input)?;
        let heartbeat_seconds =
            self.seconds(id, frame, "HeartbeatSeconds", task.heartbeat.as_ref(), &input)?;
        let by_token = matches!(task.resource, TaskResource::Activity { .. })
            || task.resource.pattern() == Pattern::WaitForTaskToken;
        let token = by_token.then(|| self.token());
        let sight = Sight { token: token.as_deref(), ..Sight::default() };
        let parameters = match &task.parameters {
            Some(template) => self.compute(id, frame, template, &input, sight)?,
            None => input.clone(),
        };
        self.note(|trace| match state.query_language {
            QueryLanguage::JsonPath => trace.after_parameters = Some(parameters.clone()),
            QueryLanguage::Jsonata => trace.after_arguments = Some(parameters.clone()),
        });
        if parameters.is_too_large() {
            return Err(self.data_limit(&state.name).into());
        }
        let credentials = match &task.credentials {
            Some(template) => Some(self.compute(id, frame, template, &input, sight)?),
            None => None,
        };
        Ok(Change::TaskScheduled {
            frame: id,
            task: self.execution.new_task_id(),
            resource: task.resource.clone(),
            region: self.region(),
            parameters,
            credentials,
            token,
            timeout_seconds,
            heartbeat_seconds,
        })
    }

    /// `TimeoutSeconds` or `HeartbeatSeconds`, which are positive.
    fn seconds(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        number: Option<&Number>,
        input: &Data,
    ) -> Result<Option<u64>, Fault> {
        let path_field = format!("{field}Path");
        match self.integer(id, frame, &path_field, number, input.value())? {
            Some(seconds) if seconds <= 0 => Err(match number {
                Some(Number::Query(query)) => {
                    let detail = format!("The {field} field must be positive, but was: {seconds}");
                    self.query_fault(id, Some(query.location().to_owned()), &detail)
                }
                _ => {
                    let detail = format!("The {path_field} parameter references an invalid value: {seconds}");
                    self.runtime_failure(id, "States.Runtime", &detail).into()
                }
            }),
            seconds => Ok(seconds.map(i64::unsigned_abs)),
        }
    }

    /// The region in the state machine's ARN.
    fn region(&self) -> String {
        let arn = self.execution.info().map_or("", |info| info.machine_arn.as_str());
        arn.split(':').nth(3).unwrap_or_default().to_owned()
    }

    /// 256 random bits.
    fn token(&mut self) -> String {
        let bytes: Vec<u8> = (0..4).flat_map(|_| (self.random)().to_be_bytes()).collect();
        STANDARD.encode(bytes)
    }

    fn resource_of(&self, task: TaskId) -> Result<TaskResource, DecideError> {
        Ok(self.execution.task(task).ok_or(DecideError::UnknownTask)?.resource.clone())
    }

    /// Reported twice, a start counts once.
    pub(super) fn task_started(&mut self, task: TaskId, worker: Option<String>) -> Result<(), DecideError> {
        let resource = self.resource_of(task)?;
        if !self.execution.task(task).is_some_and(|task| task.started) {
            self.record(Change::TaskStarted { task, resource, worker });
        }
        Ok(())
    }

    pub(super) fn task_submitted(&mut self, task: TaskId, output: Data) -> Result<(), DecideError> {
        let resource = self.resource_of(task)?;
        if self.execution.task(task).is_some_and(|task| task.submitted.is_none()) {
            self.record(Change::TaskSubmitted { task, resource, output });
        }
        Ok(())
    }

    pub(super) fn task_succeeded(&mut self, task: TaskId, output: Data) -> Result<(), DecideError> {
        if output.is_too_large() {
            let error = Some("States.DataLimitExceeded".to_owned());
            let cause = Some(too_large(&self.written_resource(task)));
            return self.task_failed(task, Failure { error, cause, class: FailureClass::Task }, false);
        }
        let resource = self.resource_of(task)?;
        self.record(Change::TaskSucceeded { task, resource, output });
        Ok(())
    }

    pub(super) fn task_failed(
        &mut self,
        task: TaskId,
        mut failure: Failure,
        at_submission: bool,
    ) -> Result<(), DecideError> {
        let resource = self.resource_of(task)?;
        // A worker that reports a timeout means one, which States.TaskFailed does not cover.
        if failure.error.as_deref() == Some("States.Timeout") {
            failure.class = FailureClass::Plain;
        }
        self.record(Change::TaskFailed { task, resource, failure, at_submission });
        Ok(())
    }

    pub(super) fn task_timed_out(&mut self, task: TaskId, heartbeat: bool) -> Result<(), DecideError> {
        let resource = self.resource_of(task)?;
        self.record(Change::TaskTimedOut { task, resource, heartbeat });
        Ok(())
    }

    fn written_resource(&self, task: TaskId) -> String {
        use crate::machine::StateKind;
        let state = self
            .execution
            .task(task)
            .and_then(|task| self.execution.frame(task.frame))
            .and_then(|frame| frame.state)
            .map(|state| &self.machine.states[state].kind);
        match state {
            Some(StateKind::Task(task)) => task.resource_text.clone(),
            _ => Value::Null.to_string(),
        }
    }
}
