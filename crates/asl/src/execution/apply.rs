//! The fold: what one record changes. Nothing else changes an execution.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Execution, Frame, Group, Item, MapRun, ROOT, Status, Task, Timer, TimerPurpose};
use crate::command::Outcome;
use crate::data::Data;
use crate::decide::map_items;
use crate::documents::Variables;
use crate::machine::{Machine, StateKind};
use crate::record::{Change, Failure, FailureClass, FrameId, MapRunId, Record, StateType, TaskId, TimerId};
use crate::resource::TaskResource;

/// What a record asks of the outside.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    pub(crate) scheduled: Option<TaskId>,
    pub(crate) timers_set: Vec<TimerId>,
    pub(crate) timers_cancelled: Vec<TimerId>,
    pub(crate) tasks_cancelled: Vec<TaskId>,
    pub(crate) map_run: Option<MapRunId>,
    pub(crate) map_runs_cancelled: Vec<MapRunId>,
    pub(crate) finished: bool,
}

pub(super) type Applied<T> = Result<T, &'static str>;

const NO_FRAME: &str = "it names a frame that does not exist";
const NO_TASK: &str = "it names a task that does not exist";
const NO_RUN: &str = "it names a map run that does not exist";
const NO_TIMER: &str = "it names a timer that does not exist";
const NO_GROUP: &str = "the frame runs no branches or iterations";
const NO_STATE: &str = "it names a state that the machine does not have";

impl Execution {
    /// Applies one record; an error says why it cannot follow the ones before.
    pub(crate) fn apply(&mut self, machine: &Machine, record: &Record) -> Applied<Effects> {
        match (&self.outcome, &record.change) {
            (None, Change::ExecutionRedriven { .. }) => return Err("the execution has not ended"),
            (Some(Outcome::Succeeded { .. }), Change::ExecutionRedriven { .. }) => {
                return Err("the execution has succeeded");
            }
            (None, _) | (Some(_), Change::ExecutionRedriven { .. }) => {}
            (Some(_), _) => return Err("the execution has ended"),
        }
        if self.info.is_none() != matches!(record.change, Change::ExecutionStarted(_)) {
            return Err("an execution starts once, and first");
        }
        if record.change.has_event() != record.event.is_some() {
            return Err("it has an event number where it should not, or none where it should");
        }
        let event = record.event.map_or(0, |ids| ids.id);
        if record.event.is_some() {
            if event != self.last_event + 1 {
                return Err("its event number is not the next");
            }
            self.last_event = event;
        }
        let mut effects = Effects::default();
        self.change(machine, record, event, &mut effects)?;
        Ok(effects)
    }

    fn change(
        &mut self,
        machine: &Machine,
        record: &Record,
        event: u64,
        effects: &mut Effects,
    ) -> Applied<()> {
        match &record.change {
            Change::ExecutionStarted(started) => {
                let scope = machine.scopes.get(started.scope).ok_or(NO_STATE)?;
                let status = Status::Ready(scope.start_at, started.input.clone());
                let place = Place { parent: None, index: 0, scope: started.scope, item: None };
                self.add_frame(ROOT, place, started.input.clone(), 0, Variables::default(), status)?;
                self.info = Some((**started).clone());
                if let Some(seconds) = machine.timeout_of(started.scope) {
                    let at_ms = later(record.at_ms, seconds);
                    self.set_timer(at_ms, TimerPurpose::Execution, effects);
                }
            }
            Change::StateEntered { frame, name, input, kind } => {
                let scope = self.frame_mut(*frame)?.scope;
                let state = machine.state_named(scope, name).ok_or(NO_STATE)?;
                let target = self.frame_mut(*frame)?;
                target.state = Some(state);
                target.input = input.clone();
                target.entered_ms = record.at_ms;
                target.entered_event = event;
                target.before_entered = target.last_event;
                target.last_event = event;
                target.waits = *kind == StateType::Wait;
                target.attempts = BTreeMap::new();
                target.retry_count = 0;
                target.halted = None;
                target.map_run = None;
                self.set_status(*frame, Status::Entered)?;
            }
            Change::StateExited { frame, output, next, assigned, .. } => {
                let target = self.frame_mut(*frame)?;
                target.last_event = event;
                target.halted = None;
                target.map_run = None;
                if let Some(assigned) = assigned {
                    let new = assigned.iter().map(|(name, data)| (name.clone(), data.clone()));
                    Arc::make_mut(&mut target.variables).extend(new);
                }
                let status = match next {
                    Some(name) => {
                        let state = machine.state_named(target.scope, name).ok_or(NO_STATE)?;
                        Status::Ready(state, output.clone())
                    }
                    None => Status::Succeeded(output.clone()),
                };
                self.set_status(*frame, status)?;
            }
            Change::TaskScheduled {
                frame,
                task,
                resource,
                parameters,
                credentials,
                token,
                timeout_seconds,
                heartbeat_seconds,
                ..
            } => {
                if *task != self.next_task {
                    return Err("its task number is not the next");
                }
                self.next_task += 1;
                self.frame_mut(*frame)?.last_event = event;
                let timeout_timer = timeout_seconds
                    .map(|s| self.set_timer(later(record.at_ms, s), TimerPurpose::Timeout(*task), effects));
                // The heartbeat of an activity counts from when a worker takes the task.
                let heartbeat_timer = heartbeat_seconds
                    .filter(|_| !matches!(resource, TaskResource::Activity { .. }))
                    .map(|s| self.set_timer(later(record.at_ms, s), TimerPurpose::Heartbeat(*task), effects));
                let scheduled = Task {
                    frame: *frame,
                    resource: resource.clone(),
                    parameters: parameters.clone(),
                    credentials: credentials.clone(),
                    token: token.clone(),
                    timeout_seconds: *timeout_seconds,
                    heartbeat_seconds: *heartbeat_seconds,
                    started: false,
                    submitted: None,
                    timeout_timer,
                    heartbeat_timer,
                };
                self.tasks.insert(*task, scheduled);
                self.set_status(*frame, Status::Task(*task))?;
                effects.scheduled = Some(*task);
            }
            Change::TaskStarted { task, .. } => {
                self.task_mut(*task)?.started = true;
                self.note_task_event(*task, event)?;
                self.restart_heartbeat(*task, record.at_ms, effects)?;
            }
            Change::TaskSubmitted { task, output, .. } => {
                self.task_mut(*task)?.submitted = Some(output.clone());
                self.note_task_event(*task, event)?;
            }
            Change::TaskHeartbeat { task } => self.restart_heartbeat(*task, record.at_ms, effects)?,
            Change::TaskSucceeded { task, output, .. } => {
                self.end_task(*task, event, Status::Result(output.clone()), effects)?;
            }
            Change::TaskFailed { task, failure, .. } => {
                self.end_task(*task, event, Status::Erred(failure.clone()), effects)?;
            }
            Change::TaskTimedOut { task, heartbeat, .. } => {
                let class = if *heartbeat { FailureClass::Heartbeat } else { FailureClass::Plain };
                let failure = Failure { error: Some("States.Timeout".into()), cause: None, class };
                self.end_task(*task, event, Status::Erred(failure), effects)?;
                effects.tasks_cancelled.push(*task);
            }
            Change::WaitStarted { frame, until_ms } => {
                let timer = self.set_timer(*until_ms, TimerPurpose::Wait(*frame), effects);
                self.set_status(*frame, Status::Waiting(timer))?;
            }
            Change::RetryScheduled { frame, retrier, until_ms } => {
                let target = self.frame_mut(*frame)?;
                *target.attempts.entry(*retrier).or_insert(0) += 1;
                target.retry_count += 1;
                let timer = self.set_timer(*until_ms, TimerPurpose::Retry(*frame), effects);
                self.set_status(*frame, Status::RetryWait(timer))?;
            }
            Change::TimerFired { timer } => {
                // A timer that has fired needs no cancelling.
                match self.timers.remove(timer).ok_or(NO_TIMER)?.purpose {
                    TimerPurpose::Wait(frame) => self.set_status(frame, Status::Waited)?,
                    TimerPurpose::Retry(frame) => self.set_status(frame, Status::Entered)?,
                    _ => return Err("the timer is not that of a wait"),
                }
            }
            Change::ParallelStarted { frame, input } => {
                let Some(StateKind::Parallel(parallel)) = self.kind(machine, *frame) else {
                    return Err(NO_STATE);
                };
                let total = parallel.branches.len() as u32;
                let target = self.frame_mut(*frame)?;
                target.last_event = event;
                target.halted = None;
                let mut group = Group::new(None, total, 0, event);
                group.input = Some(input.clone().unwrap_or_else(|| target.input.clone()));
                self.set_status(*frame, Status::Group(Box::new(group)))?;
            }
            Change::BranchStarted { frame, parent, index } => {
                let Some(StateKind::Parallel(parallel)) = self.kind(machine, *parent) else {
                    return Err(NO_STATE);
                };
                let scope = *parallel.branches.get(*index as usize).ok_or(NO_STATE)?;
                let start_at = machine.scopes.get(scope).ok_or(NO_STATE)?.start_at;
                let input = self.group_mut(*parent)?.input.clone().ok_or(NO_GROUP)?;
                // All branches hang on the start of the Parallel state.
                let last = self.group_mut(*parent)?.slot_event;
                let (item, variables) = {
                    let parent = self.frame_mut(*parent)?;
                    (parent.item.clone(), parent.variables.clone())
                };
                let status = Status::Ready(start_at, input.clone());
                let place = Place { parent: Some(*parent), index: *index, scope, item };
                self.add_frame(*frame, place, input, last, variables, status)?;
                self.note_child_started(*parent, *frame)?;
            }
            Change::BranchSucceeded { frame } => {
                let (parent, last) = self.collect(*frame, effects)?;
                self.frame_mut(parent)?.last_event = last;
            }
            Change::BranchFailed { frame } => {
                let (parent, last) = self.fail_group(*frame, effects)?;
                self.frame_mut(parent)?.last_event = last;
            }
            Change::MapSucceeded { frame }
                if matches!(self.frame_mut(*frame)?.status, Status::MapRunDone(..)) =>
            {
                let Status::MapRunDone(output, _) = self.frame_mut(*frame)?.status.clone() else {
                    return Err(NO_RUN);
                };
                self.set_status(*frame, Status::Result(output))?;
            }
            Change::ParallelSucceeded { frame } | Change::MapSucceeded { frame } => {
                let result = self.group_mut(*frame)?.result().map_err(|_| "the results nest too deeply")?;
                self.set_status(*frame, Status::Result(result))?;
            }
            Change::ParallelFailed { frame, failure } | Change::MapFailed { frame, failure } => {
                self.frame_mut(*frame)?.last_event = event;
                self.set_status(*frame, Status::PastRetry(failure.clone()))?;
            }
            Change::MapStarted { frame, length, concurrency, items } => {
                let Some(StateKind::Map(map)) = self.kind(machine, *frame) else { return Err(NO_STATE) };
                if map.distributed.is_some() {
                    self.frame_mut(*frame)?.last_event = event;
                    return self.set_status(*frame, Status::MapReady(items.clone()));
                }
                let target = self.frames.get(frame).ok_or(NO_FRAME)?;
                let items = match items {
                    Some(items) => crate::decide::items_of(items.value()).ok_or("the items are no list")?,
                    None => {
                        let items = map_items(machine, self, target);
                        let items = items.map_err(|_| "the Map state has no items")?;
                        crate::decide::items_of(&items).ok_or("the items are no list")?
                    }
                };
                if items.len() != *length as usize {
                    return Err("the Map state has another number of items");
                }
                let target = self.frame_mut(*frame)?;
                target.last_event = event;
                target.halted = None;
                let group = Group::new(Some(Arc::new(items)), *length, *concurrency, event);
                self.set_status(*frame, Status::Group(Box::new(group)))?;
            }
            Change::IterationStarted { frame, parent, index, input, .. } => {
                let Some(StateKind::Map(map)) = self.kind(machine, *parent) else { return Err(NO_STATE) };
                let start_at = machine.scopes.get(map.processor).ok_or(NO_STATE)?.start_at;
                let items = self.group_mut(*parent)?.items.clone().ok_or(NO_GROUP)?;
                let value = items.get(*index as usize).ok_or("it names an item that does not exist")?.clone();
                let item = Some(Item { index: *index, value });
                let variables = self.frame_mut(*parent)?.variables.clone();
                let status = Status::Ready(start_at, input.clone());
                let place = Place { parent: Some(*parent), index: *index, scope: map.processor, item };
                self.add_frame(*frame, place, input.clone(), event, variables, status)?;
                self.note_child_started(*parent, *frame)?;
            }
            Change::MapRunStarted { frame, run, arn, spec } => {
                if *run != self.next_map_run {
                    return Err("its map run number is not the next");
                }
                self.next_map_run += 1;
                let begun =
                    MapRun { id: *run, frame: *frame, arn: arn.clone(), redrives: 0, spec: (**spec).clone() };
                let target = self.frame_mut(*frame)?;
                target.last_event = event;
                // A run that cannot even begin is not gone on with: another one starts.
                target.map_run = spec.refused.is_none().then(|| Box::new(begun.clone()));
                self.map_runs.insert(*run, begun);
                match &spec.refused {
                    Some(failure) => {
                        self.set_status(*frame, Status::MapRunRefused(*run, failure.clone()))?;
                    }
                    None => {
                        self.set_status(*frame, Status::MapRun(*run))?;
                        effects.map_run = Some(*run);
                    }
                }
            }
            Change::MapRunRedriven { frame, run, count, .. } => {
                let target = self.frame_mut(*frame)?;
                target.last_event = event;
                let again = target.map_run.as_mut().filter(|again| again.id == *run).ok_or(NO_RUN)?;
                again.redrives = *count;
                let again = (**again).clone();
                self.map_runs.insert(*run, again);
                self.set_status(*frame, Status::MapRun(*run))?;
                effects.map_run = Some(*run);
            }
            Change::MapRunSucceeded { run, output } => {
                // What follows the Map state names the start of the run as the event before it.
                let frame = self.map_runs.remove(run).ok_or(NO_RUN)?.frame;
                self.frame_mut(frame)?.map_run = None;
                self.set_status(frame, Status::MapRunDone(output.clone(), event))?;
            }
            Change::MapRunFailed { run, failure } => {
                let frame = self.map_runs.remove(run).ok_or(NO_RUN)?.frame;
                let target = self.frame_mut(frame)?;
                target.last_event = event;
                if starts_anew(failure) {
                    target.map_run = None;
                }
                self.set_status(frame, Status::MapRunErred(failure.clone()))?;
                effects.map_runs_cancelled.push(*run);
            }
            Change::MapRunAborted { run } => {
                let frame = self.map_runs.remove(run).ok_or(NO_RUN)?.frame;
                self.frame_mut(frame)?.last_event = event;
                self.set_status(frame, Status::MapRunErred(Failure::stop()))?;
                effects.map_runs_cancelled.push(*run);
            }
            Change::EvaluationFailed { frame, failure, .. } => {
                self.frame_mut(*frame)?.last_event = event;
                self.set_status(*frame, Status::Unevaluated(failure.clone()))?;
            }
            Change::IterationSucceeded { frame, .. } => {
                let (parent, last) = self.collect(*frame, effects)?;
                self.group_mut(parent)?.slot_event = last;
                self.frame_mut(parent)?.last_event = event;
            }
            Change::IterationFailed { frame, .. } => {
                let (parent, last) = self.fail_group(*frame, effects)?;
                self.frame_mut(parent)?.last_event = last;
            }
            Change::IterationAborted { frame, .. } | Change::BranchAborted { frame } => {
                let parent = self.frame_mut(*frame)?.parent.ok_or(NO_GROUP)?;
                self.remove_frame(*frame, effects);
                self.refresh(parent)?;
            }
            Change::StateAborted { frame, .. }
                if matches!(self.frame_mut(*frame)?.status, Status::Failed(_)) =>
            {
                // What comes after names the failure itself as the event before it.
                self.frame_mut(*frame)?.shown_aborted = true;
            }
            Change::StateAborted { frame, .. } => {
                // The frame itself stays until its own record; what it waited for goes.
                self.cancel_wait(*frame, effects);
                self.frame_mut(*frame)?.last_event = event;
                self.set_status(*frame, Status::Failed(Failure::stop()))?;
            }
            Change::FrameFailed { frame, failure } => {
                self.set_status(*frame, Status::Failed(failure.clone()))?;
            }
            Change::ExecutionSucceeded { output } => {
                self.end(Outcome::Succeeded { output: output.clone() }, effects)
            }
            Change::ExecutionFailed { failure } => {
                let (error, cause) = (failure.error.clone(), failure.cause.clone());
                self.end(Outcome::Failed { error, cause }, effects);
            }
            Change::ExecutionAborted { failure } => {
                let (error, cause) = (failure.error.clone(), failure.cause.clone());
                self.end(Outcome::Aborted { error, cause }, effects);
            }
            Change::ExecutionTimedOut => self.end(Outcome::TimedOut, effects),
            Change::ExecutionRedriven { count } => {
                self.redriven = Some((*count, record.at_ms));
                let failed = matches!(self.outcome, Some(Outcome::Failed { .. }));
                self.reopen(event, failed)?;
                let limit = self.info.as_ref().and_then(|info| machine.timeout_of(info.scope));
                if let Some(seconds) = limit {
                    // The timeout counts anew.
                    self.set_timer(later(record.at_ms, seconds), TimerPurpose::Execution, effects);
                }
            }
        }
        Ok(())
    }

    fn kind<'m>(&self, machine: &'m Machine, frame: FrameId) -> Option<&'m StateKind> {
        Some(&machine.states.get(self.frames.get(&frame)?.state?)?.kind)
    }

    pub(super) fn frame_mut(&mut self, id: FrameId) -> Applied<&mut Frame> {
        self.frames.get_mut(&id).ok_or(NO_FRAME)
    }

    fn task_mut(&mut self, id: TaskId) -> Applied<&mut Task> {
        self.tasks.get_mut(&id).ok_or(NO_TASK)
    }

    pub(super) fn group_mut(&mut self, id: FrameId) -> Applied<&mut Group> {
        match &mut self.frame_mut(id)?.status {
            Status::Group(group) => Ok(group),
            _ => Err(NO_GROUP),
        }
    }

    fn add_frame(
        &mut self,
        id: FrameId,
        place: Place,
        input: Data,
        last_event: u64,
        variables: Variables,
        status: Status,
    ) -> Applied<()> {
        if id != self.next_frame {
            return Err("its frame number is not the next");
        }
        self.next_frame += 1;
        let frame = Frame {
            parent: place.parent,
            index: place.index,
            scope: place.scope,
            item: place.item,
            state: None,
            input,
            entered_ms: 0,
            entered_event: 0,
            before_entered: 0,
            waits: false,
            shown_aborted: false,
            variables,
            halted: None,
            map_run: None,
            last_event,
            attempts: BTreeMap::new(),
            retry_count: 0,
            status: Status::Entered,
        };
        self.frames.insert(id, frame);
        self.set_status(id, status)
    }

    fn set_status(&mut self, id: FrameId, status: Status) -> Applied<()> {
        let frame = self.frame_mut(id)?;
        let ended = matches!(status, Status::Succeeded(_) | Status::Failed(_));
        frame.status = status;
        let parent = frame.parent;
        self.refresh(id)?;
        if let (true, Some(parent)) = (ended, parent) {
            self.group_mut(parent)?.ended.insert(id);
            self.refresh(parent)?;
        }
        Ok(())
    }

    /// Brings `ready` in line with the frame's status.
    pub(super) fn refresh(&mut self, id: FrameId) -> Applied<()> {
        let frame = self.frames.get(&id).ok_or(NO_FRAME)?;
        let ready = match &frame.status {
            Status::Ready(..)
            | Status::Entered
            | Status::Result(_)
            | Status::Erred(_)
            | Status::PastRetry(_)
            | Status::Unevaluated(_)
            | Status::MapReady(_)
            | Status::MapRunAgain
            | Status::MapRunRefused(..)
            | Status::MapRunDone(..)
            | Status::MapRunErred(_)
            | Status::Waited => true,
            Status::Task(_) | Status::Waiting(_) | Status::RetryWait(_) | Status::MapRun(_) => false,
            Status::Group(group) => group.is_ready(),
            // The parent goes on for an ended child; without a parent the execution itself ends.
            Status::Succeeded(_) | Status::Failed(_) => frame.parent.is_none(),
        };
        if ready {
            self.ready.insert(id);
        } else {
            self.ready.remove(&id);
        }
        Ok(())
    }

    fn set_timer(&mut self, at_ms: i64, purpose: TimerPurpose, effects: &mut Effects) -> TimerId {
        let id = self.next_timer;
        self.next_timer += 1;
        self.timers.insert(id, Timer { at_ms, purpose });
        effects.timers_set.push(id);
        id
    }

    fn cancel_timer(&mut self, id: Option<TimerId>, effects: &mut Effects) {
        if let Some(id) = id.filter(|id| self.timers.remove(id).is_some()) {
            effects.timers_cancelled.push(id);
        }
    }

    fn note_task_event(&mut self, task: TaskId, event: u64) -> Applied<()> {
        let frame = self.task_mut(task)?.frame;
        self.frame_mut(frame)?.last_event = event;
        Ok(())
    }

    fn restart_heartbeat(&mut self, id: TaskId, at_ms: i64, effects: &mut Effects) -> Applied<()> {
        let task = self.task_mut(id)?;
        let Some(seconds) = task.heartbeat_seconds else { return Ok(()) };
        let old = task.heartbeat_timer.take();
        self.cancel_timer(old, effects);
        let timer = self.set_timer(later(at_ms, seconds), TimerPurpose::Heartbeat(id), effects);
        self.task_mut(id)?.heartbeat_timer = Some(timer);
        Ok(())
    }

    fn end_task(&mut self, id: TaskId, event: u64, status: Status, effects: &mut Effects) -> Applied<()> {
        let task = self.tasks.remove(&id).ok_or(NO_TASK)?;
        self.cancel_timer(task.timeout_timer, effects);
        self.cancel_timer(task.heartbeat_timer, effects);
        self.frame_mut(task.frame)?.last_event = event;
        self.set_status(task.frame, status)
    }

    fn note_child_started(&mut self, parent: FrameId, child: FrameId) -> Applied<()> {
        let group = self.group_mut(parent)?;
        group.started += 1;
        group.running.insert(child);
        self.refresh(parent)
    }

    /// Takes the output of a child that ended well. Answers the parent and the child's last event.
    fn collect(&mut self, child: FrameId, effects: &mut Effects) -> Applied<(FrameId, u64)> {
        let frame = self.frame_mut(child)?;
        let (parent, index, last) = (frame.parent.ok_or(NO_GROUP)?, frame.index as usize, frame.last_event);
        let Status::Succeeded(output) = frame.status.clone() else {
            return Err("the child has not ended well");
        };
        let group = self.group_mut(parent)?;
        *group.outputs.get_mut(index).ok_or(NO_GROUP)? = Some(output);
        group.succeeded += 1;
        self.remove_frame(child, effects);
        self.refresh(parent)?;
        Ok((parent, last))
    }

    fn fail_group(&mut self, child: FrameId, effects: &mut Effects) -> Applied<(FrameId, u64)> {
        let frame = self.frame_mut(child)?;
        let (parent, last) = (frame.parent.ok_or(NO_GROUP)?, frame.last_event);
        let Status::Failed(failure) = frame.status.clone() else { return Err("the child has not failed") };
        self.halt(parent)?;
        self.group_mut(parent)?.failure = Some(failure);
        self.remove_frame(child, effects);
        self.refresh(parent)?;
        Ok((parent, last))
    }

    /// Forgets what a frame waits for.
    fn cancel_wait(&mut self, id: FrameId, effects: &mut Effects) {
        match self.frames.get(&id).map(|frame| &frame.status) {
            Some(Status::Waiting(timer) | Status::RetryWait(timer)) => {
                let timer = *timer;
                self.cancel_timer(Some(timer), effects);
            }
            Some(Status::MapRun(run)) => {
                let run = *run;
                if self.map_runs.remove(&run).is_some() {
                    effects.map_runs_cancelled.push(run);
                }
            }
            Some(Status::Task(task)) => {
                let id = *task;
                if let Some(task) = self.tasks.remove(&id) {
                    self.cancel_timer(task.timeout_timer, effects);
                    self.cancel_timer(task.heartbeat_timer, effects);
                    effects.tasks_cancelled.push(id);
                }
            }
            _ => {}
        }
    }

    /// Removes a frame and everything below it. States nest no deeper than the definition.
    fn remove_frame(&mut self, id: FrameId, effects: &mut Effects) {
        for child in self.children(id) {
            self.remove_frame(child, effects);
        }
        self.cancel_wait(id, effects);
        self.ready.remove(&id);
        if let Some(frame) = self.frames.remove(&id)
            && let Some(Status::Group(group)) =
                frame.parent.and_then(|parent| self.frames.get_mut(&parent)).map(|parent| &mut parent.status)
        {
            group.running.remove(&id);
            group.ended.remove(&id);
        }
    }

    fn end(&mut self, outcome: Outcome, effects: &mut Effects) {
        effects.tasks_cancelled.extend(self.tasks.keys());
        effects.timers_cancelled.extend(self.timers.keys());
        effects.map_runs_cancelled.extend(self.map_runs.keys());
        self.map_runs.clear();
        effects.finished = true;
        self.tasks.clear();
        self.timers.clear();
        if matches!(outcome, Outcome::Succeeded { .. }) {
            self.frames.clear();
        }
        self.ready.clear();
        self.outcome = Some(outcome);
    }
}

/// Where a frame is among the others.
struct Place {
    parent: Option<FrameId>,
    index: u32,
    scope: usize,
    item: Option<Item>,
}

/// Whether a run that failed so is not gone on with: a redrive starts another one (developer guide,
/// "Redriving Map Runs").
fn starts_anew(failure: &Failure) -> bool {
    matches!(failure.error.as_deref(), Some("States.DataLimitExceeded" | "States.Runtime"))
}

/// `seconds` after `at_ms`.
fn later(at_ms: i64, seconds: u64) -> i64 {
    at_ms.saturating_add(i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX))
}
