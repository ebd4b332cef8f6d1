//! Parallel and Map states.

use serde_json::Value;

use super::data_flow::{Fault, Sight, query, shortened, type_name};
use super::{Decider, context_of, state_type};
use crate::data::{Data, DataError};
use crate::execution::{Execution, Frame, Group, Item, Status};
use crate::machine::{Items, Machine, Map, Parallel, PathField, QueryLanguage, State, StateKind};
use crate::path::{Path, QueryError};
use crate::record::{Change, Failure, FrameId};
use crate::template::Template;

/// The most items of one Map state: as many as a history could show at all.
const MAX_ITEMS: usize = 40_000;

/// Why a Map state has no items.
pub(crate) enum ItemsError {
    /// `InputPath` or `ItemsPath` names nothing.
    Path { path: String, error: QueryError, items: bool },
    /// What the path names is no array.
    NotAnArray(String, Value),
}

/// The items of the Map state that `frame` is in, where they follow from its input and a path: the
/// same now and at every replay.
pub(crate) fn map_items(
    machine: &Machine,
    execution: &Execution,
    frame: &Frame,
) -> Result<Value, ItemsError> {
    let state = frame.state.map(|state| &machine.states[state]);
    let Some(State { kind: StateKind::Map(map), input_path, .. }) = state else {
        return Err(ItemsError::NotAnArray("$".into(), Value::Null));
    };
    let context = context_of(machine, execution, frame, None);
    let missing = |path: &Path, error, items| ItemsError::Path { path: path.text().to_owned(), error, items };
    let input = match input_path {
        PathField::Default => frame.input.value().clone(),
        PathField::Null => Value::Object(serde_json::Map::new()),
        PathField::Path(path) => {
            query(path, frame.input.value(), &context, frame).map_err(|error| missing(path, error, false))?
        }
    };
    let (value, path) = match &map.items {
        Items::Path(path) => {
            let value = query(path, &input, &context, frame).map_err(|error| missing(path, error, true))?;
            (value, path.text())
        }
        Items::Input | Items::Template(_) => (input, "$"),
    };
    if value.is_array() { Ok(value) } else { Err(ItemsError::NotAnArray(path.to_owned(), value)) }
}

/// The items of a list as documents; nothing when it is no list or longer than a history could show.
pub(crate) fn items_of(list: &Value) -> Option<Vec<Data>> {
    let items = list.as_array().filter(|items| items.len() <= MAX_ITEMS)?;
    items.iter().map(|item| Data::from_value(item.clone()).ok()).collect()
}

/// The state's input after `InputPath`; its raw input where the path names nothing.
pub(crate) fn effective_input(machine: &Machine, execution: &Execution, frame: &Frame) -> Data {
    match frame.state.map(|state| &machine.states[state].input_path) {
        Some(PathField::Null) => Data::empty_object(),
        Some(PathField::Path(path)) => {
            let context = context_of(machine, execution, frame, None);
            let value = query(path, frame.input.value(), &context, frame).ok();
            value.and_then(|value| Data::from_value(value).ok()).unwrap_or_else(|| frame.input.clone())
        }
        Some(PathField::Default) | None => frame.input.clone(),
    }
}

/// What a group does next.
enum Move {
    /// End the children that still run, and fail.
    Fail(Failure),
    /// Take what a child came to.
    Collect(FrameId),
    /// All children ended well; the list of results may still nest too deeply.
    Finish(Result<(), DataError>),
    /// Start a branch.
    Branch(u32),
    /// Start an iteration with its item.
    Iteration(u32, Data),
}

impl Move {
    fn of(group: &Group) -> Move {
        if let Some(failure) = &group.failure {
            return Move::Fail(failure.clone());
        }
        if let Some(child) = group.ended.first() {
            return Move::Collect(*child);
        }
        if group.succeeded == group.total {
            return Move::Finish(group.result().map(drop));
        }
        match group.items.as_ref().and_then(|items| items.get(group.started as usize)) {
            Some(item) => Move::Iteration(group.started, item.clone()),
            None => Move::Branch(group.started),
        }
    }
}

impl Decider<'_> {
    pub(super) fn start_parallel(&mut self, id: FrameId, frame: &Frame, state: &State, parallel: &Parallel) {
        match self.parallel_input(id, frame, state, parallel) {
            Ok(input) => self.record(Change::ParallelStarted { frame: id, input }),
            Err(fault) => self.fault(id, fault),
        }
    }

    /// The input of every branch, when it is not simply the state's own.
    pub(super) fn parallel_input(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        parallel: &Parallel,
    ) -> Result<Option<Data>, Fault> {
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        match &parallel.parameters {
            Some(template) => self.compute(id, frame, template, &input, Sight::default()).map(Some),
            None => Ok(Some(input).filter(|input| *input != frame.input)),
        }
    }

    pub(super) fn start_map(&mut self, id: FrameId, frame: &Frame, state: &State, map: &Map) {
        match self.map_start(id, frame, state, map) {
            Ok(change) => self.record(change),
            Err(fault) => self.fault(id, fault),
        }
    }

    fn map_start(&mut self, id: FrameId, frame: &Frame, state: &State, map: &Map) -> Result<Change, Fault> {
        if let Some(distributed) = &map.distributed {
            // The service counts the items that it has at hand; a reader has not read any yet.
            let items = match distributed.reader {
                Some(_) => None,
                None => Some(self.map_items(id, frame, state, map)?),
            };
            let length = items.as_ref().and_then(|items| items.value().as_array()).map_or(0, Vec::len);
            let items = items.filter(|_| matches!(map.items, Items::Template(_)));
            return Ok(Change::MapStarted { frame: id, length: length as u32, concurrency: 0, items });
        }
        let items = self.map_items(id, frame, state, map)?;
        let length = items.value().as_array().map_or(0, Vec::len);
        if length > MAX_ITEMS {
            let detail = format!("The Map state has {length} items, but may have at most {MAX_ITEMS}.");
            return Err(self.runtime_failure(id, "States.Runtime", &detail).into());
        }
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        let concurrency = self.concurrency(id, frame, map, &input)?;
        self.tolerances(id, frame, map, &input)?;
        let items = Some(items).filter(|_| matches!(map.items, Items::Template(_)));
        Ok(Change::MapStarted { frame: id, length: length as u32, concurrency, items })
    }

    /// The items of a Map state: an array.
    pub(super) fn map_items(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        map: &Map,
    ) -> Result<Data, Fault> {
        if let Items::Template(template) = &map.items {
            let items = self.compute(id, frame, template, &frame.input, Sight::default())?;
            if items.value().is_array() {
                return Ok(items);
            }
            return Err(match template {
                Template::Query(query) => self.unexpected_type(id, query, "array", items.value()),
                _ => {
                    let (kind, text) = (type_name(items.value()), shortened(items.text()));
                    let detail = format!("The Items field must be an array, but was '{kind}': {text}");
                    self.query_fault(id, Some("Items".to_owned()), &detail)
                }
            });
        }
        let items = map_items(self.machine, self.execution, frame).map_err(|error| match error {
            ItemsError::Path { path, error, items: false } => {
                self.runtime_failure(id, "States.Runtime", &format!("Invalid path '{path}' : {error}")).into()
            }
            ItemsError::Path { path, .. } => {
                let detail =
                    format!("Unable to apply step \"{}\" to input {}", last_step(&path), frame.input.text());
                self.runtime_failure(id, "States.ReferencePathConflict", &detail).into()
            }
            ItemsError::NotAnArray(_, value) if state.query_language == QueryLanguage::Jsonata => {
                let text = shortened(&value.to_string());
                self.query_fault(id, None, &format!("Map state input must be an array but was: {text}"))
            }
            ItemsError::NotAnArray(path, _) => {
                let detail = format!("Reference path \"{path}\" must point to array.");
                Fault::from(self.runtime_failure(id, "States.Runtime", &detail))
            }
        })?;
        Data::from_value(items).map_err(|error| self.too_deep(id, &error).into())
    }

    /// Collects ended children, starts more, or ends the group.
    pub(super) fn advance_group(&mut self, id: FrameId) {
        let Some(Status::Group(group)) = self.execution.frame(id).map(|frame| &frame.status) else { return };
        let next = Move::of(group);
        let Some((frame, state)) = self.frame_and_state(id) else { return };
        match next {
            Move::Fail(failure) => {
                for child in self.execution.children(id) {
                    self.abort(child, state);
                }
                self.on_error(id, failure, true);
            }
            Move::Collect(child) => self.collect(child, state),
            Move::Finish(Err(error)) => {
                let failure = self.too_deep(id, &error);
                self.on_error(id, failure, true);
            }
            Move::Finish(Ok(())) => self.record(match state.kind {
                StateKind::Map(_) => Change::MapSucceeded { frame: id },
                _ => Change::ParallelSucceeded { frame: id },
            }),
            Move::Branch(index) => {
                let child = self.execution.new_frame_id();
                self.record(Change::BranchStarted { frame: child, parent: id, index });
            }
            Move::Iteration(index, value) => {
                if let StateKind::Map(map) = &state.kind {
                    self.start_iteration(id, &frame, state, map, Item { index, value });
                }
            }
        }
    }

    fn start_iteration(&mut self, id: FrameId, frame: &Frame, state: &State, map: &Map, item: Item) {
        let index = item.index;
        let input = match &map.item_selector {
            None => Ok(item.value),
            Some(template) => {
                let input = self.filter(id, frame, &state.input_path, &frame.input).map_err(Fault::from);
                input.and_then(|input| {
                    // The selector sees the item in the context object, as the iteration will.
                    let seen = Frame { item: Some(item), ..frame.without_group() };
                    self.compute(id, &seen, template, &input, Sight::default())
                })
            }
        };
        match input {
            Ok(input) => {
                let child = self.execution.new_frame_id();
                let name = state.name.clone();
                self.record(Change::IterationStarted { frame: child, parent: id, name, index, input });
            }
            Err(fault) => {
                for child in self.execution.children(id) {
                    self.abort(child, state);
                }
                match fault.evaluation {
                    Some(_) => self.fault(id, fault),
                    None => self.on_error(id, fault.failure, true),
                }
            }
        }
    }

    fn collect(&mut self, child: FrameId, state: &State) {
        let Some(frame) = self.execution.frame(child) else { return };
        let failed = matches!(frame.status, Status::Failed(_));
        let inner = frame.state.map(|state| &self.machine.states[state].kind);
        if let (true, false, StateKind::Parallel(_), Some(kind @ StateKind::Task(_))) =
            (failed, frame.shown_aborted, &state.kind, inner)
        {
            // The service ends the Task state of a failed branch like those of the other branches.
            return self.record(Change::StateAborted { frame: child, kind: state_type(kind) });
        }
        let (index, name) = (frame.index, state.name.clone());
        self.record(match (&state.kind, failed) {
            (StateKind::Map(_), true) => Change::IterationFailed { frame: child, name, index },
            (StateKind::Map(_), false) => Change::IterationSucceeded { frame: child, name, index },
            (_, true) => Change::BranchFailed { frame: child },
            (_, false) => Change::BranchSucceeded { frame: child },
        });
    }

    /// Ends a child of `state` because another failed: what is innermost first.
    fn abort(&mut self, child: FrameId, state: &State) {
        if let Some((frame, inner)) = self.frame_and_state(child) {
            // Only a group has children, so elsewhere this does nothing.
            let below = self.execution.children(child);
            let runs_group = matches!(self.execution.frame(child).map(|f| &f.status), Some(Status::Group(_)));
            for grandchild in below {
                self.abort(grandchild, inner);
            }
            let waits = match &frame.status {
                Status::Task(_) | Status::Waiting(_) | Status::RetryWait(_) | Status::MapRun(_) => true,
                // The log was cut after its map run was stopped.
                Status::MapRunErred(failure) => failure.is_stop(),
                _ => false,
            };
            if let Status::MapRun(run) = frame.status {
                self.record(Change::MapRunAborted { run });
            }
            if waits || runs_group {
                self.record(Change::StateAborted { frame: child, kind: state_type(&inner.kind) });
            }
        }
        let Some(frame) = self.execution.frame(child) else { return };
        let (index, name) = (frame.index, state.name.clone());
        self.record(match &state.kind {
            StateKind::Map(_) => Change::IterationAborted { frame: child, name, index },
            _ => Change::BranchAborted { frame: child },
        });
    }
}

/// The last name in a path, as the service names the step that failed.
fn last_step(path: &str) -> &str {
    path.rsplit(['.', '[']).next().unwrap_or(path).trim_matches(|c| matches!(c, ']' | '\'' | '"'))
}
