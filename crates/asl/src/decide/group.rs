//! Parallel and Map states.

use serde_json::{Value, json};

use super::{Decider, context_of, state_type};
use crate::data::{Data, DataError};
use crate::execution::{Execution, Frame, Group, Item, Status};
use crate::machine::{Machine, Map, Parallel, PathField, State, StateKind};
use crate::path::{Path, QueryError};
use crate::record::{Change, Failure, FrameId};

use super::data_flow::query;

/// The most items of one Map state: as many as a history could show at all.
const MAX_ITEMS: usize = 40_000;

/// Why a Map state has no items.
pub(crate) enum ItemsError {
    /// `InputPath` or `ItemsPath` names nothing.
    Path { path: String, error: QueryError, items: bool },
    /// What the path names is no array.
    NotAnArray(String),
    /// The array is longer than a history could show.
    TooMany(usize),
}

/// The items of the Map state that `frame` is in: the same now and at every replay.
pub(crate) fn map_items(
    machine: &Machine,
    execution: &Execution,
    frame: &Frame,
) -> Result<Vec<Data>, ItemsError> {
    let state = frame.state.map(|state| &machine.states[state]);
    let Some(State { kind: StateKind::Map(map), input_path, .. }) = state else {
        return Err(ItemsError::NotAnArray("$".into()));
    };
    let context = context_of(machine, execution, frame, None);
    let missing = |path: &Path, error, items| ItemsError::Path { path: path.text().to_owned(), error, items };
    let input = match input_path {
        PathField::Default => frame.input.value().clone(),
        PathField::Null => json!({}),
        PathField::Path(path) => {
            query(path, frame.input.value(), &context).map_err(|error| missing(path, error, false))?
        }
    };
    let (value, path) = match &map.items_path {
        Some(path) => {
            (query(path, &input, &context).map_err(|error| missing(path, error, true))?, path.text())
        }
        None => (input, "$"),
    };
    match value {
        Value::Array(items) if items.len() > MAX_ITEMS => Err(ItemsError::TooMany(items.len())),
        // An item is part of a document that was within the limits.
        Value::Array(items) => Ok(items
            .into_iter()
            .map(|item| Data::from_value(item).expect("shallower than the input"))
            .collect()),
        _ => Err(ItemsError::NotAnArray(path.to_owned())),
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
            Err(failure) => self.on_error(id, failure, false),
        }
    }

    /// The input of every branch, when it is not simply the state's own.
    fn parallel_input(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        parallel: &Parallel,
    ) -> Result<Option<Data>, Failure> {
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        match &parallel.parameters {
            Some(template) => self.evaluate_template(id, frame, template, &input, None).map(Some),
            None => Ok(Some(input).filter(|input| *input != frame.input)),
        }
    }

    pub(super) fn start_map(&mut self, id: FrameId, frame: &Frame, state: &State, map: &Map) {
        match self.map_start(id, frame, state, map) {
            Ok(change) => self.record(change),
            Err(failure) => self.on_error(id, failure, false),
        }
    }

    fn map_start(&self, id: FrameId, frame: &Frame, state: &State, map: &Map) -> Result<Change, Failure> {
        let items = map_items(self.machine, self.execution, frame).map_err(|error| match error {
            ItemsError::Path { path, error, items: false } => {
                self.runtime_failure(id, "States.Runtime", &format!("Invalid path '{path}' : {error}"))
            }
            ItemsError::Path { path, .. } => {
                let detail =
                    format!("Unable to apply step \"{}\" to input {}", last_step(&path), frame.input.text());
                self.runtime_failure(id, "States.ReferencePathConflict", &detail)
            }
            ItemsError::NotAnArray(path) => {
                let detail = format!("Reference path \"{path}\" must point to array.");
                self.runtime_failure(id, "States.Runtime", &detail)
            }
            ItemsError::TooMany(count) => {
                let detail = format!("The Map state has {count} items, but may have at most {MAX_ITEMS}.");
                self.runtime_failure(id, "States.Runtime", &detail)
            }
        })?;
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        let limit =
            self.read_number(id, frame, "MaxConcurrencyPath", map.max_concurrency.as_ref(), input.value())?;
        let limit = limit.unwrap_or(0);
        if limit < 0 {
            return Err(self.runtime_failure(id, "States.Runtime", "MaxConcurrency cannot be negative."));
        }
        let concurrency = u32::try_from(limit).unwrap_or(u32::MAX);
        Ok(Change::MapStarted { frame: id, length: items.len() as u32, concurrency })
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
            Some(template) => self.filter(id, frame, &state.input_path, &frame.input).and_then(|input| {
                // The selector sees the item in the context object, as the iteration will.
                let seen = Frame { item: Some(item), ..frame.without_group() };
                self.evaluate_template(id, &seen, template, &input, None)
            }),
        };
        match input {
            Ok(input) => {
                let child = self.execution.new_frame_id();
                let name = state.name.clone();
                self.record(Change::IterationStarted { frame: child, parent: id, name, index, input });
            }
            Err(failure) => {
                for child in self.execution.children(id) {
                    self.abort(child, state);
                }
                self.on_error(id, failure, true);
            }
        }
    }

    fn collect(&mut self, child: FrameId, state: &State) {
        let Some(frame) = self.execution.frame(child) else { return };
        let failed = matches!(frame.status, Status::Failed(_));
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
            let waits = matches!(frame.status, Status::Task(_) | Status::Waiting(_) | Status::RetryWait(_));
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
